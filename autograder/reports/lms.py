"""What the exports to learning management systems share: which grades may leave, and which not."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from autograder.report import Report
from autograder.reports.summary import in_order
from autograder.text import Text

NOT_CHECKED_THROUGH = Text(
    en="some checks could not be carried out", ja="確認できない項目がありました"
)
NOT_CONFINED = Text(en="it ran without the sandbox", ja="サンドボックスなしで実行しました")


@dataclass(frozen=True)
class Sheet:
    """One assignment: each row of an export is a grade.

    Who has no final grade has no row. An empty cell would do harm: Moodle and Canvas take it for
    "no grade" and remove one that is there, and Moodle writes 0 where it makes a new grade item.
    """

    assignment: str
    graded: tuple[Report, ...]
    """By student."""
    left_out: tuple[Report, ...]


def not_final(report: Report) -> Text | None:
    """Why the score is no grade, least of all a zero; None where it is one."""
    if not report.complete:
        return NOT_CHECKED_THROUGH
    return None if report.sandboxed else NOT_CONFINED


def sheets(reports: Iterable[Report]) -> list[Sheet]:
    """A sheet an assignment, in the course's order."""
    ordered = in_order(reports)
    return [
        Sheet(
            name,
            tuple(r for r in ordered if r.assignment == name and not_final(r) is None),
            tuple(r for r in ordered if r.assignment == name and not_final(r) is not None),
        )
        for name in sorted({report.assignment for report in ordered})
    ]
