"""One submission in a worker process."""

from __future__ import annotations

from typing import Any

from autograder.classroom.cache import Cache
from autograder.classroom.collect import Job
from autograder.course import catalogue, places
from autograder.grading.grade import Official, grade
from autograder.grading.suite import checks, starter


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
        official=Official(
            start=starter(assignment, sandbox=sandbox),
            sandboxed=sandbox,
            store=Cache(places.cache() / "graded"),
        ),
    ).as_dict()
