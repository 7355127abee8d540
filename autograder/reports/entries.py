"""What the tables and statistics of a class keep of a report: some hundred bytes instead of all."""

from __future__ import annotations

from array import array
from dataclasses import dataclass

from autograder.report import Outcome, Report
from autograder.reports.history import values
from autograder.reports.names import one_line
from autograder.reports.summary import overall, why


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One submission's row, its texts in one language."""

    student: str
    assignment: str
    score: float
    max_score: float
    manual_points: float
    complete: bool
    sandboxed: bool
    seconds: float
    outcome: Outcome
    """Of the submission as a whole."""
    why: str
    """The first reason for lost points, on one line, or ""."""
    notes: str
    """All notes on one line."""
    passed: int
    checks: int
    """How many checks there were; those that a person marks are in neither count."""
    content: str
    """See `Report.content`."""
    val_loss: array[float]
    """By epoch; NaN where there is no usable number."""
    val_accuracy: array[float]


def entry_of(report: Report, lang: str) -> Entry:
    """The entry of a report."""
    judged = [check for check in report.checks if check.outcome != "manual"]
    history = report.curves or {}
    return Entry(
        student=report.student,
        assignment=report.assignment,
        score=report.score,
        max_score=report.max_score,
        manual_points=report.manual_points,
        complete=report.complete,
        sandboxed=report.sandboxed,
        seconds=report.seconds,
        outcome=overall(report),
        why=why(report, lang),
        notes=" / ".join(one_line(note[lang]) for note in report.notes),
        passed=sum(check.outcome == "passed" for check in judged),
        checks=len(judged),
        content=report.content,
        val_loss=array("d", values(history, "val_loss")),
        val_accuracy=array("d", values(history, "val_accuracy")),
    )
