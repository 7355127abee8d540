"""What students get works by itself and gives nothing away."""

from __future__ import annotations

import ast
import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from autograder.course import catalogue, places
from autograder.course.source import render


@pytest.fixture(scope="module")
def released(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The Japanese release, its wheel unpacked beside it as it would lie in site-packages."""
    out = tmp_path_factory.mktemp("release") / "out"
    kata = Path(sys.executable).with_name("kata")
    command = [str(kata), "release", "--lang", "ja", "--out", str(out)]
    done = subprocess.run(command, capture_output=True, text=True, cwd=places.PACKAGE.parent)
    assert done.returncode == 0, done.stderr
    (wheel,) = out.glob("*.whl")
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(out / "site")
    return out


def hidden_names() -> set[str]:
    """Names of all hidden checks: they stand in no public file."""
    found = set()
    for path in (places.PACKAGE / "graders").glob("test_*.py"):
        tree = ast.parse(path.read_text(encoding="utf-8"))
        found |= {n.name for n in tree.body if isinstance(n, ast.FunctionDef)}
    return {name for name in found if name.startswith("test_")}


def test_nothing_hidden_is_in_it(released):
    names = hidden_names()
    assert len(names) > 50
    for path in released.rglob("*"):
        assert "graders" not in path.parts, path
        assert "solutions" not in path.parts, path
        if path.suffix in (".py", ".ipynb", ".json", ".toml", ".md"):
            text = path.read_text(encoding="utf-8")
            assert "BEGIN SOLUTION" not in text or path.suffix == ".py", path
            assert not any(f"def {name}(" in text for name in names), path


def test_every_assignment_is_there_in_japanese(released):
    for name, assignment in catalogue.assignments().items():
        folder = released / "assignments" / "ja" / name
        assert {p.name for p in folder.iterdir()} == {
            f"{assignment.module}.ipynb",
            f"{assignment.module}.py",
            f"test_{assignment.module}.py",
        }
    assert "[0-9][0-9]_*.zip" in (released / ".gitignore").read_text(encoding="utf-8").split()
    assert "ニューラルネットワークの演習" in (released / "README.md").read_text(encoding="utf-8")


def student(released: Path, *command: str) -> subprocess.CompletedProcess[str]:
    """Runs a command where only the student edition can be imported."""
    env = {**os.environ, "PYTHONPATH": str(released / "site"), "LANG": "C.UTF-8"}
    return subprocess.run(command, cwd=released, env=env, capture_output=True, text=True)


def test_a_student_checks_work_with_it_alone(released):
    assignment = catalogue.find("02")
    source = places.source(places.PACKAGE.parent, assignment)
    folder = released / "assignments" / "ja" / "02_neuron"
    (folder / "neuron.py").write_text(
        render(source, assignment, lang="ja", form="module", solution=True), encoding="utf-8"
    )
    where = "import autograder; print(autograder.__file__)"
    assert str(released / "site") in student(released, sys.executable, "-c", where).stdout
    done = student(released, sys.executable, "-m", "pytest", str(folder))
    assert done.returncode == 0, done.stdout
    kata = [sys.executable, "-c", "from autograder.cli import main; main()"]
    done = student(released, *kata, "check", "02", "--lang", "ja")
    assert done.returncode == 0, done.stdout + done.stderr
    done = student(released, *kata, "hint", "02", "1", "--lang", "ja")
    assert (done.returncode, "kata hint 02 1 2" in done.stdout) == (0, True)


def test_the_evening_works_with_it_alone(released):
    kata = [sys.executable, "-c", "from autograder.cli import main; main()"]
    done = student(released, *kata, "start", "--lang", "ja")
    assert done.returncode == 0, done.stderr
    assert "assignments/ja/01_concepts/concepts.ipynb を開くか" in done.stdout
    assert student(released, *kata, "progress").returncode == 0
    done = student(released, *kata, "doctor")
    assert "MNIST, in" in done.stdout
    assert "Sandbox" not in done.stdout


def test_grading_others_is_not_in_it(released):
    kata = [sys.executable, "-c", "from autograder.cli import main; main()"]
    done = student(released, *kata, "grade", ".", "--out", "x")
    assert done.returncode == 2
    assert "No such command 'grade'" in done.stderr
    assert "grade" not in student(released, *kata, "--help").stdout
    assert "Traceback" not in done.stderr


def test_a_folder_that_is_not_empty_is_left_alone(kata, tmp_path):
    (tmp_path / "mine.txt").write_text("x")
    done = kata("release", "--out", tmp_path)
    assert done.returncode == 2
    assert "not empty" in done.stderr
    assert [p.name for p in tmp_path.iterdir()] == ["mine.txt"]
