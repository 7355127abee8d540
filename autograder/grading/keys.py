"""What a run and a report depend on, as keys of a cache: contents and versions, never names."""

from __future__ import annotations

import functools
import hashlib
import json
from importlib import metadata
from pathlib import Path

from autograder.course import catalogue, places
from autograder.course.catalogue import Assignment
from autograder.grading.files import Work
from autograder.text import Text

PACKAGE = Path(__file__).resolve().parents[1]
STUDENT_SIDE = ("student", "boundary")
GRADER_SIDE = ("grading", "course")
LIBRARIES = ("tensorflow", "keras", "numpy", "matplotlib", "tensorflow-datasets")


def run_key(work: Work, assignment: Assignment, *, sandboxed: bool) -> str:
    """Identifies what a submission answers: its code and files, our side of it, the libraries."""
    program = work.program
    parts = [
        json.dumps([program.module, program.cells, assignment.seconds, sandboxed]),
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


def kit_key() -> str:
    """Identifies the whole kit that grades: its code on both sides, all checks, the libraries."""
    suites = [places.public_checks(found) for found in catalogue.assignments().values()]
    rooms = _code((*STUDENT_SIDE, *GRADER_SIDE, "graders"))
    return _digest(
        "\0".join([rooms, _versions(), *(_digest(p.read_bytes()) for p in suites)]).encode()
    )


def _both(text: Text) -> dict[str, str]:
    return text.as_dict()


@functools.cache
def _code(rooms: tuple[str, ...]) -> str:
    """The content of every source file and data file of some rooms of the package."""
    found = hashlib.blake2b(digest_size=20)
    for room in rooms:
        for path in sorted((PACKAGE / room).rglob("*")):
            if path.suffix in (".py", ".toml", ".json") and "starters" not in path.parts:
                found.update(path.relative_to(PACKAGE).as_posix().encode() + b"\0")
                found.update(path.read_bytes())
    return found.hexdigest()


@functools.cache
def _versions() -> str:
    return json.dumps([(name, metadata.version(name)) for name in LIBRARIES])


def _digest(data: bytes) -> str:
    return hashlib.blake2b(data, digest_size=20).hexdigest()
