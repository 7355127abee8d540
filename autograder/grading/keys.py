"""What a run and a report depend on, as keys of a cache: contents and versions, never names."""

from __future__ import annotations

import functools
import hashlib
import json
import platform
from importlib import metadata
from pathlib import Path

from autograder.course import catalogue, places
from autograder.course.catalogue import Assignment
from autograder.grading.files import Work
from autograder.text import Text

PACKAGE = Path(__file__).resolve().parents[1]
STUDENT_SIDE = ("student", "boundary")
"""Rooms whose code runs a submission."""
GRADER_SIDE = (
    *("grading", "course", "graders", "playground/data.py"),
    *("report.py", "text.py", "trouble.py", "wrap.py"),
)
"""Rooms and modules whose code judges and words the verdict. A file with checks is not among them:
it is in the keys of its own assignment alone."""
LIBRARIES = ("tensorflow", "keras", "numpy", "matplotlib", "tensorflow-datasets")


def run_key(work: Work, assignment: Assignment, *, sandboxed: bool) -> str:
    """Identifies what a submission answers: its code and files, our side of it, the libraries."""
    program = work.program
    parts = [
        json.dumps(
            [program.module, program.cells, assignment.seconds, assignment.tensorflow, sandboxed]
        ),
        *(f"{name}\0{_digest(data)}" for name, data in sorted(program.files.items())),
        _code(STUDENT_SIDE),
        _versions(),
    ]
    return _digest("\0".join(parts).encode())


def report_key(run: str, work: Work, assignment: Assignment, suite: list[Path]) -> str:
    """Identifies a report: the run, what a person reads beside it, and the grader's code."""
    parts = [
        run,
        json.dumps([work.form, work.name, work.reflections, [_both(n) for n in work.notes]]),
        repr(assignment),
        *(_digest(path.read_bytes()) for path in suite),
        _code(GRADER_SIDE),
    ]
    return _digest("\0".join(parts).encode())


@functools.cache
def kit_key() -> str:
    """Identifies the whole kit: every file of it, the public checks, Python and the libraries."""
    suites = [places.public_checks(found) for found in catalogue.assignments().values()]
    parts = [_code(("",)), _versions(), *(_digest(path.read_bytes()) for path in suites)]
    return _digest("\0".join(parts).encode())


def _both(text: Text) -> dict[str, str]:
    return text.as_dict()


@functools.cache
def _code(parts: tuple[str, ...]) -> str:
    """The content of some rooms, or single files, of the package; "" is all of it.

    A room's files with checks and the starters count in the whole only.
    """
    found = hashlib.blake2b(digest_size=20)
    for place in parts:
        start = PACKAGE / place
        for path in sorted(start.rglob("*")) if start.is_dir() else [start]:
            shared = "starters" not in path.parts and not path.match("graders/test_*.py")
            if path.suffix in (".py", ".toml", ".json", ".ipynb") and (shared or not place):
                found.update(path.relative_to(PACKAGE).as_posix().encode() + b"\0")
                found.update(_digest(path.read_bytes()).encode())
    return found.hexdigest()


@functools.cache
def _versions() -> str:
    libraries = [(name, metadata.version(name)) for name in LIBRARIES]
    return json.dumps([("python", platform.python_version()), *libraries])


def _digest(data: bytes) -> str:
    return hashlib.blake2b(data, digest_size=20).hexdigest()
