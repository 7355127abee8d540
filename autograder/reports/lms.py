"""What the exports to learning management systems share: a table of student by assignment."""

from __future__ import annotations

from collections.abc import Iterable

from autograder.report import Report
from autograder.reports.summary import in_order, points

Grades = dict[str, dict[str, Report]]


def grades(reports: Iterable[Report]) -> tuple[Grades, list[str]]:
    """The reports by student and assignment, and the assignments in the course's order."""
    table: Grades = {}
    for report in in_order(reports):
        table.setdefault(report.student, {})[report.assignment] = report
    return table, sorted({name for row in table.values() for name in row})


def grade(report: Report | None) -> str:
    """The score, or an empty cell where a person must decide first.

    Empty for no submission, for one that could not be checked through, and for one that ran
    without the sandbox: none of them is a grade, least of all a zero.
    """
    if report is None or not report.complete or not report.sandboxed:
        return ""
    return points(report.score)
