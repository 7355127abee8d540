"""What reports say in a line: why points were lost, what to do next, in which order to list."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Protocol, TypeVar

from autograder.report import CheckResult, Outcome, Report
from autograder.reports.names import one_line
from autograder.text import Text

NOT_CHECKED = Text(en="Could not check: ", ja="確認できませんでした: ")


class _Named(Protocol):
    """A report, or what is kept of one."""

    @property
    def student(self) -> str: ...

    @property
    def assignment(self) -> str: ...


_Found = TypeVar("_Found", bound=_Named)


def in_order(reports: Iterable[_Found]) -> list[_Found]:
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


def overall(report: Report) -> Outcome:
    """One outcome for the whole submission: could not check before failed before passed."""
    if not report.complete:
        return "error"
    return "passed" if first_problem(report) is None else "failed"


def by_task(report: Report) -> dict[str, list[CheckResult]]:
    """The checks of each task, tasks in the order in which they first appear."""
    tasks: dict[str, list[CheckResult]] = {}
    for check in report.checks:
        tasks.setdefault(check.task, []).append(check)
    return tasks


def hints(checks: Iterable[CheckResult], lang: str) -> list[str]:
    """The hints of checks that did not pass, each once: checks of a task share theirs."""
    wanted = (c.hint[lang] for c in checks if c.outcome in ("failed", "error", "skipped"))
    return list(dict.fromkeys(hint for hint in wanted if hint))
