"""What a student gets, installed with pip and without a network, and used as their guide says."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

import pytest

from autograder.course import catalogue
from autograder.course.source import render

pytestmark = pytest.mark.slow


def run(*command: object, cwd: Path, **more: str) -> subprocess.CompletedProcess[str]:
    env = {
        k: v for k, v in os.environ.items() if not k.startswith(("PYTHON", "PIP", "KATA", "LC_"))
    }
    return subprocess.run(
        [str(part) for part in command],
        cwd=cwd,
        env={**env, "LANG": "C.UTF-8", "PIP_NO_INDEX": "1", "PIP_NO_INPUT": "1", **more},
        capture_output=True,
        text=True,
        timeout=600,
    )


@pytest.mark.parametrize("lang", ["en", "ja"])
def test_the_wheel_installs_offline_and_checks_work(kata, bare_python, root, tmp_path, lang):
    out = tmp_path / "handed out"
    released = kata("release", "--lang", lang, "--out", out)
    assert released.returncode == 0, released.stderr
    (wheel,) = out.glob("*.whl")
    index = tmp_path / "index"
    index.mkdir()
    wheel.rename(index / wheel.name)
    installed = run(
        *(bare_python, "-m", "pip", "install", "-q", "--disable-pip-version-check"),
        *("--find-links", index, "neural-kata-student", "pytest"),
        cwd=out,
    )
    assert installed.returncode == 0, installed.stderr
    where = run(bare_python, "-c", "import autograder; print(autograder.__file__)", cwd=out)
    assert where.stdout.startswith(str(bare_python.parents[1]))

    bin = bare_python.parent
    locale = {"LANG": "ja_JP.UTF-8"} if lang == "ja" else {}
    folder = out / "assignments" / ("" if lang == "en" else lang) / "02_neuron"
    first = run(bare_python, "-m", "pytest", folder, cwd=out, **locale)
    points = {"en": "These checks: 0 of 3.5 points.", "ja": "ここでの確認: 3.5 点中 0 点"}
    assert points[lang] in first.stdout
    start = run(bin / "kata", "start", cwd=out, **locale)
    assert "01_concepts" in start.stdout
    nothing = run(bin / "kata", "check", "02", cwd=out, **locale)
    assert nothing.returncode == 1
    assert {"en": "not yet", "ja": "要修正"}[lang] in nothing.stdout

    assignment = catalogue.find("02")
    source = root / "solutions" / "02_neuron" / "neuron.py"
    solved = render(source, assignment, lang=lang, form="module", solution=True)
    (folder / "neuron.py").write_text(solved, encoding="utf-8")
    done = run(bin / "kata", "check", "02", cwd=out, **locale)
    assert done.returncode == 0, done.stdout + done.stderr
    assert run(bare_python, "-m", "pytest", folder, cwd=out).returncode == 0
    handed_in = run(bin / "kata", "submit", "02", cwd=out, **locale)
    assert handed_in.returncode == 0, handed_in.stderr
    assert (out / "02_neuron.zip").is_file()
