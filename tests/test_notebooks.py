"""Every solution notebook runs from top to bottom in a real Jupyter kernel, without a warning."""

from __future__ import annotations

import shutil
from pathlib import Path

import nbformat
import pytest
from nbclient import NotebookClient

from autograder.course import catalogue, mnist, places
from autograder.course.source import render
from autograder.text import LANGUAGES

LONG = "experiment_table([setting]"
"""The nine runs of chapter 9 take half an hour; the table that they saved comes with the solution."""
FAST = "from autograder.student import fastfit\n\nfastfit.enable()"


def solution(name: str, lang: str, root: Path) -> nbformat.NotebookNode:
    assignment = catalogue.find(name)
    source = places.source(root, assignment)
    text = render(source, assignment, lang=lang, solution=True, draw=lambda name, lang: b"")
    notebook = nbformat.reads(text, as_version=4)
    notebook.cells = [c for c in notebook.cells if LONG not in c.source]
    return notebook


@pytest.mark.slow
@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("name", list(catalogue.assignments()))
def test_the_solution_runs_without_a_warning(name, lang, root, tmp_path, monkeypatch):
    monkeypatch.setenv("TFDS_DATA_DIR", str(mnist.prepare()))
    monkeypatch.setenv("TF_CPP_MIN_LOG_LEVEL", "3")
    for table in (root / "solutions" / name).glob("*.csv"):
        shutil.copy(table, tmp_path)
    notebook = solution(name, lang, root)
    notebook.cells.insert(0, nbformat.v4.new_code_cell(FAST))
    client = NotebookClient(
        notebook,
        timeout=900,
        kernel_name="python3",
        resources={"metadata": {"path": str(tmp_path)}},
        skip_cells_with_tag="nothing-is-skipped",
    )
    client.execute()
    for cell in notebook.cells:
        for output in cell.get("outputs", []):
            assert output.output_type != "error", (cell.source, output)
            if output.output_type == "stream" and output.name == "stderr":
                lines = [line for line in output.text.splitlines() if not from_below(line)]
                assert lines == [], cell.source


def from_below(line: str) -> bool:
    """TensorFlow's own log lines from C++, which it writes before it can be told not to."""
    return line.startswith(("WARNING: All log messages", "I0000", "W0000", "E0000"))
