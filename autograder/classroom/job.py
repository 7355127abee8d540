"""One submission: looked up in the cache, or graded in a worker process."""

from __future__ import annotations

import functools
import json
from typing import Any

from autograder.classroom.cache import store
from autograder.classroom.collect import Job
from autograder.course import catalogue, places
from autograder.grading.grade import Official, grade, grade_files, look_up
from autograder.grading.suite import checks, starter
from autograder.report import Report


def look(job: Job, *, sandbox: bool) -> tuple[str | None, Report | None]:
    """The submission's key, and its report if one is kept. Nothing of it is run.

    One that can't even be looked at has no key: a worker grades it, and its failure stays its own.
    """
    assignment = catalogue.find(job.assignment)
    try:
        return look_up(
            job.path,
            assignment,
            checks(assignment),
            student=job.student,
            starters=places.starters(assignment),
            sandboxed=sandbox,
            store=store(),
        )
    except Exception:  # noqa: BLE001  nobody else's grade may depend on what this one handed in
        return None, None


def keep(key: str, report: Report) -> None:
    """Keeps a report that was made elsewhere."""
    store().put(key, json.dumps(report.as_dict()).encode())


def graded(job: Job) -> dict[str, Any]:
    """Grades one submission in a sandbox; its report as plain data."""
    return _graded(job, sandbox=True)


def graded_unconfined(job: Job) -> dict[str, Any]:
    """The same without a sandbox; the report says so."""
    return _graded(job, sandbox=False)


def graded_files(
    student: str, name: str, handed_in: str, files: dict[str, bytes]
) -> dict[str, Any]:
    """Grades in a sandbox what was gathered from `handed_in` on another machine."""
    assignment = catalogue.find(name)
    return grade_files(
        handed_in,
        files,
        assignment,
        checks(assignment),
        student=student,
        starters=places.starters(assignment),
        official=_official(name, sandbox=True),
    ).as_dict()


def _graded(job: Job, *, sandbox: bool) -> dict[str, Any]:
    assignment = catalogue.find(job.assignment)
    return grade(
        job.path,
        assignment,
        checks(assignment),
        student=job.student,
        starters=places.starters(assignment),
        official=_official(job.assignment, sandbox=sandbox),
    ).as_dict()


def _official(name: str, *, sandbox: bool) -> Official:
    return Official(start=_start(name, sandbox), sandboxed=sandbox, store=store())


@functools.cache
def _start(name: str, sandbox: bool) -> Any:
    return starter(catalogue.find(name), sandbox=sandbox)
