"""Keys of what is kept: whatever can change a result changes its key, and nothing else needs to."""

from __future__ import annotations

import ast
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from autograder.boundary.mounts import KIT_FILES
from autograder.course import catalogue
from autograder.grading import keys
from autograder.grading.files import read
from autograder.grading.suite import checks


@pytest.fixture
def package(tmp_path, monkeypatch):
    """A copy of the package that the keys are computed from; what is remembered is forgotten."""
    copy = tmp_path / "autograder"
    shutil.copytree(keys.PACKAGE, copy, ignore=shutil.ignore_patterns("__pycache__", "data"))
    monkeypatch.setattr(keys, "PACKAGE", copy)
    forget()
    yield copy
    forget()


def forget() -> None:
    keys._code.cache_clear()
    keys.kit_key.cache_clear()


@pytest.fixture
def key_of(tmp_path):
    """The keys of the run and of the report of one submission of chapter 2."""
    (tmp_path / "neuron.py").write_text("def relu(z):\n    return z\n")
    assignment = catalogue.find("02_neuron")
    work = read(tmp_path / "neuron.py", assignment)

    def now() -> tuple[str, str, str]:
        forget()
        run = keys.run_key(work, assignment, sandboxed=True)
        return run, keys.report_key(run, work, assignment, checks(assignment)), keys.kit_key()

    return now


@pytest.mark.parametrize(
    ("file", "changes_run", "changes_report"),
    [
        ("student/workspace.py", True, True),
        ("boundary/seccomp.py", True, True),
        ("grading/verdict.py", False, True),
        ("course/catalogue.py", False, True),
        ("graders/_training.py", False, True),
        ("playground/data.py", False, True),
        ("text.py", False, True),
        ("report.py", False, True),
        ("trouble.py", False, True),
        ("graders/test_03_propagation.py", False, False),  # another assignment's
        ("reports/index.py", False, False),
        ("machine.py", False, False),
    ],
)
def test_a_change_of_a_file_changes_the_keys_that_depend_on_it(
    package, key_of, file, changes_run, changes_report
):
    run, report, kit = key_of()
    with (package / file).open("a") as code:
        code.write("# changed\n")
    run_now, report_now, kit_now = key_of()
    assert (run_now != run, report_now != report) == (changes_run, changes_report)
    assert kit_now != kit


def test_another_python_or_library_changes_every_key(key_of, monkeypatch):
    before = key_of()
    monkeypatch.setattr(keys, "_versions", lambda: "another")
    assert all(a != b for a, b in zip(before, key_of(), strict=True))


def test_the_kit_is_identified_once_a_process(monkeypatch):
    before = keys.kit_key()
    monkeypatch.setattr(keys, "_digest", lambda data: pytest.fail("computed again"))
    assert keys.kit_key() == before


def imported(file: Path) -> Iterator[Path]:
    """The package's own files that a file imports."""
    for node in ast.walk(ast.parse(file.read_text())):
        if isinstance(node, ast.ImportFrom) and node.module:
            names = [node.module, *(f"{node.module}.{name.name}" for name in node.names)]
        elif isinstance(node, ast.Import):
            names = [name.name for name in node.names]
        else:
            continue
        for name in names:
            path = keys.PACKAGE.parent.joinpath(*name.split("."))
            for found in (path.with_suffix(".py"), path / "__init__.py"):
                if name.startswith("autograder.") and found.is_file():
                    yield found


def test_all_that_a_verdict_depends_on_is_in_its_keys():
    places = [keys.PACKAGE / place for place in (*keys.STUDENT_SIDE, *keys.GRADER_SIDE)]
    todo = [path for room in ("grading", "graders") for path in (keys.PACKAGE / room).glob("*.py")]
    seen = set(todo)
    while todo:
        new = set(imported(todo.pop())) - seen
        seen |= new
        todo += new
    assert len(seen) > 30
    left_out = {f for f in seen if not any(f == p or p in f.parents for p in places)}
    assert left_out == set()


def test_all_that_runs_on_the_students_side_is_in_the_runs_key():
    inside = [name.removeprefix("autograder/") for name in KIT_FILES]
    assert {name.split("/")[0] for name in inside} - {"__init__.py"} <= set(keys.STUDENT_SIDE)
