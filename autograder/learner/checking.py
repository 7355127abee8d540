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
    console = Console()
    terminal.show_report(report, lang, console)
    if path is None and chosen is None:
        record.keep(report)
        say_how_to_hand_in(report, lang, console)
    return passed(report)


def say_how_to_hand_in(report: Report, lang: str, console: Console) -> None:
    """Prints the command that comes next when every check of the learner's own work passed."""
    if passed(report):
        words = Text(en="To hand it in: kata submit", ja="提出するには: kata submit")
        console.print(f"{words[lang]} {report.assignment.partition('_')[0]}", highlight=False)


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
    all_passed = True
    for assignment in begun:
        report = self_check(assignment.name, None, lang)
        record.keep(report)
        terminal.show_next(report, lang, console)
        console.print()
        all_passed = all_passed and passed(report)
    return all_passed


def passed(report: Report) -> bool:
    """Whether no check is left to pass; reflections are marked by a person."""
    return not any(c.outcome in ("failed", "error", "skipped") for c in report.checks)
