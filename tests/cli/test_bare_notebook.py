"""Only the notebook was uploaded (Colab, somebody's Jupyter): its first cell sets up the rest."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import nbformat
import pytest
from nbclient import NotebookClient

from autograder.commands.release import build_wheel
from autograder.course import catalogue, places
from autograder.course.source import render

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def index(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A package index of one package: the student edition."""
    folder = tmp_path_factory.mktemp("index")
    build_wheel(folder)
    return folder


def test_the_first_cell_installs_the_exercises_and_checks_run(
    bare_python, index, root, tmp_path, monkeypatch
):
    probe = [str(bare_python), "-c", "import numpy, ipykernel, autograder"]
    missing = subprocess.run(probe, cwd=tmp_path, capture_output=True, text=True)
    assert "No module named 'autograder'" in missing.stderr
    spec = tmp_path / "kernels" / "bare"
    spec.mkdir(parents=True)
    argv = [str(bare_python), "-m", "ipykernel_launcher", "-f", "{connection_file}"]
    about = {"argv": argv, "display_name": "bare", "language": "python"}
    (spec / "kernel.json").write_text(json.dumps(about))
    monkeypatch.setenv("JUPYTER_PATH", str(tmp_path))
    monkeypatch.setenv("PIP_NO_INDEX", "1")
    monkeypatch.setenv("PIP_FIND_LINKS", str(index))
    assignment = catalogue.find("02")
    source = places.source(root, assignment)
    text = render(source, assignment, lang="ja", solution=True, draw=lambda name, lang: b"")
    notebook = nbformat.reads(text, as_version=4)
    alone = tmp_path / "uploaded"
    alone.mkdir()
    client = NotebookClient(
        notebook,
        kernel_name="bare",
        timeout=300,
        resources={"metadata": {"path": str(alone)}},
        skip_cells_with_tag="nothing-is-skipped",
    )
    client.execute()
    cells = {cell.id: cell for cell in notebook.cells}
    (shown,) = cells["relu"].outputs
    assert "\x1b[32m✓ ReLU は" in shown.text
    pictures = [o for c in notebook.cells for o in c.get("outputs", []) if "data" in o]
    assert any("image/png" in output.data for output in pictures)


def test_where_the_kit_is_there_the_first_cell_does_nothing(root):
    assignment = catalogue.find("02")
    source = places.source(root, assignment)
    text = render(source, assignment, lang="en", draw=lambda name, lang: b"")
    setup = next(c for c in json.loads(text)["cells"] if c["cell_type"] == "code")
    code = "".join(setup["source"]).replace("%pip", "raise SystemExit  #")
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, env=dict(os.environ)
    )
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
