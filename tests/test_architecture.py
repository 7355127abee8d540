"""Rules that hold for the whole kit: who imports whom, and that every text has two languages."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
from pathlib import Path

import pytest

from autograder.course import catalogue, places
from autograder.course.catalogue import Assignment
from autograder.grading.suite import checks

ASSIGNMENTS = list(catalogue.assignments().values())
JAPANESE = re.compile(r"[\u3040-\u30ff\u4e00-\u9fff]")


def test_rooms_import_only_what_they_may(root):
    command = [str(Path(sys.executable).with_name("lint-imports"))]
    done = subprocess.run(command, cwd=root, capture_output=True, text=True)
    assert done.returncode == 0, done.stdout


def test_nine_assignments_for_nine_chapters():
    assert [a.number for a in ASSIGNMENTS] == [f"{n:02}" for n in range(1, 10)]


def functions(path: Path) -> list[ast.FunctionDef]:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    return [n for n in tree.body if isinstance(n, ast.FunctionDef) and n.name.startswith("test_")]


@pytest.mark.parametrize("assignment", ASSIGNMENTS, ids=lambda a: a.name)
def test_every_check_has_a_line_in_both_languages(assignment: Assignment):
    for path in checks(assignment):
        for check in functions(path):
            en, _, ja = (ast.get_docstring(check) or "").partition("\n\n")
            assert en, f"{path.name}: {check.name} has no English line"
            assert not JAPANESE.search(en), f"{path.name}: {check.name}: {en}"
            assert JAPANESE.search(ja), f"{path.name}: {check.name} has no Japanese line"


@pytest.mark.parametrize("assignment", ASSIGNMENTS, ids=lambda a: a.name)
def test_the_points_of_a_task_are_those_of_its_checks(assignment: Assignment):
    given: dict[str, float] = {}
    for path in checks(assignment):
        for check in functions(path):
            for mark in check.decorator_list:
                text = ast.unparse(mark)
                if text.startswith("pytest.mark.points("):
                    assert isinstance(mark, ast.Call)
                    task = next(k.value for k in mark.keywords if k.arg == "task")
                    assert isinstance(task, ast.Constant)
                    assert isinstance(mark.args[0], ast.Constant)
                    points = float(mark.args[0].value)
                    given[task.value] = given.get(task.value, 0) + points
    assert given == {t.id: t.points for t in assignment.tasks}


@pytest.mark.parametrize("assignment", ASSIGNMENTS, ids=lambda a: a.name)
def test_the_catalogue_speaks_both_languages(assignment: Assignment):
    texts = [assignment.title, assignment.summary]
    for task in assignment.tasks:
        texts += [task.title, *task.hints]
    texts += [r.title for r in assignment.reflections]
    for text in texts:
        assert not JAPANESE.search(text.en), text.en
        assert JAPANESE.search(text.ja) or text.ja == text.en == "ReLU", text.ja


@pytest.mark.parametrize("assignment", ASSIGNMENTS, ids=lambda a: a.name)
def test_instructors_have_notes_for_every_chapter(assignment: Assignment, root: Path):
    notes = places.source(root, assignment).with_name("NOTES.md")
    assert len(notes.read_text(encoding="utf-8")) > 500


def test_chapters_in_numpy_never_import_tensorflow(root):
    plain = [a.name for a in ASSIGNMENTS if not a.tensorflow]
    assert {"02_neuron", "03_propagation", "05_classification"} <= set(plain)
    code = (
        "import sys\n"
        "from pathlib import Path\n"
        "from autograder.course import catalogue, places\n"
        "from autograder.grading.grade import grade\n"
        "from autograder.grading.suite import checks\n"
        "a = catalogue.find(sys.argv[1])\n"
        "path = places.source(Path(sys.argv[2]), a)\n"
        "report = grade(path, a, checks(a), student='')\n"
        "assert report.score == report.max_score == 10, report\n"
        "print('tensorflow' in sys.modules)\n"
    )
    for name in plain:
        done = subprocess.run(
            [sys.executable, "-c", code, name, str(root)], capture_output=True, text=True
        )
        assert (done.stdout.strip(), done.returncode) == ("False", 0), (name, done.stderr)
