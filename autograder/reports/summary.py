"""What reports say in a line: why points were lost, what to do next, in which order to list."""

from __future__ import annotations

from collections.abc import Iterable

from autograder.report import CheckResult, Report
from autograder.reports.names import one_line
from autograder.text import Text

NOT_CHECKED = Text(en="Could not check: ", ja="確認できませんでした: ")


def in_order(reports: Iterable[Report]) -> list[Report]:
    """The reports by student, then assignment, so that output never depends on the run's order."""
    return sorted(reports, key=lambda r: (r.student, r.assignment))


def first_problem(report: Report) -> CheckResult | None:
    """The check to look at first: the first that failed or could not be checked, in task order.

    A skipped check only waits for another one; it counts if nothing else explains it.
    """
    for outcomes in (("failed", "error"), ("skipped",)):
        for check in report.checks:
            if check.outcome in outcomes:
                return check
    return None


def why(report: Report, lang: str) -> str:
    """The first failing check's message on one line, or "" when every check passed."""
    check = first_problem(report)
    if check is None:
        return ""
    message = one_line(check.message[lang]) or one_line(check.title[lang])
    return NOT_CHECKED[lang] + message if check.outcome == "error" else message


def points(value: float) -> str:
    """Points as people write them: 2, 0.5, 3.33."""
    return f"{value:.2f}".rstrip("0").rstrip(".")
