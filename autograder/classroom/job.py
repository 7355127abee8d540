"""One submission: looked up in the cache, or graded in a worker process."""

from __future__ import annotations

import functools
import json
from typing import Any

from autograder.classroom.cache import store
from autograder.classroom.collect import Job
from autograder.course import catalogue, places
from autograder.grading.grade import Official, grade, look_up
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


def _graded(job: Job, *, sandbox: bool) -> dict[str, Any]:
    assignment = catalogue.find(job.assignment)
    return grade(
        job.path,
        assignment,
        checks(assignment),
        student=job.student,
        starters=places.starters(assignment),
        official=Official(start=_start(job.assignment, sandbox), sandboxed=sandbox, store=store()),
    ).as_dict()


@functools.cache
def _start(name: str, sandbox: bool) -> Any:
    return starter(catalogue.find(name), sandbox=sandbox)
