"""`kata check`: one assignment, one task of it, or all that were begun."""

from __future__ import annotations

from pathlib import Path

from rich.console import Console

from autograder.course import catalogue, hints
from autograder.grading.selfcheck import self_check
from autograder.learner import record
from autograder.learner.work import handed_out, is_begun
from autograder.report import Report
from autograder.reports import terminal
from autograder.text import Text
from autograder.trouble import Trouble


def check_one(name: str, path: Path | None, task: str, lang: str) -> bool:
    """Checks one assignment and prints the report; whether every check passed.

    path: as `self_check` takes it. task: number or id of the one task to check, or "".
    Raises `Trouble`.
    """
    chosen = hints.find_task(catalogue.find(name), task).id if task else None
    report = self_check(name, path, lang, chosen)
    terminal.show_report(report, lang, Console())
    if path is None and chosen is None:
        record.keep(report)
    return _passed(report)


def check_all(lang: str) -> bool:
    """Checks every assignment that was begun, a line each; whether every check passed.

    Raises `Trouble` if none was begun.
    """
    begun = [assignment for assignment in handed_out() if is_begun(assignment)]
    if not begun:
        raise Trouble(
            Text(
                en="No assignment has been begun yet. See where to begin: kata start",
                ja="まだどの課題も始めていません。始め方は kata start で見られます。",
            )
        )
    console = Console()
    passed = True
    for assignment in begun:
        report = self_check(assignment.name, None, lang)
        record.keep(report)
        terminal.show_next(report, lang, console)
        console.print()
        passed = passed and _passed(report)
    return passed


def _passed(report: Report) -> bool:
    return not any(c.outcome in ("failed", "error", "skipped") for c in report.checks)
