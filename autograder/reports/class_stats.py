"""What a class did in one assignment: scores, pass rates, the commonest reasons, final accuracy."""

from __future__ import annotations

import math
import re
import statistics
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from autograder.report import Report
from autograder.reports.curves import values
from autograder.reports.names import one_line
from autograder.reports.summary import in_order

_NUMBER = re.compile(r"[-+]?\d[\d.,]*(e[-+]?\d+)?")


@dataclass(frozen=True)
class CheckRate:
    """How a class did in one check."""

    name: str
    task: str
    title: str
    passed: int
    total: int
    unknown: int
    """How many could not be checked; they are in `total` too."""
    message: str
    """The commonest message of those that failed, or empty."""
    message_count: int
    """How many got that message, whatever numbers stand in it."""


@dataclass(frozen=True)
class ClassStats:
    """One assignment of a class."""

    assignment: str
    reports: tuple[Report, ...]
    scores: tuple[float, ...]
    max_score: float
    mean: float
    median: float
    seconds: float
    """Median wall time of grading one submission."""
    rates: tuple[CheckRate, ...]
    accuracies: dict[str, float]
    """Final validation accuracy that each student's own history shows, by student."""
    outliers: tuple[str, ...]
    """Students whose final validation accuracy lies far below the class's."""


def by_assignment(reports: Iterable[Report], lang: str) -> list[ClassStats]:
    """The statistics of each assignment, in the course's order."""
    groups: dict[str, list[Report]] = {}
    for report in in_order(reports):
        groups.setdefault(report.assignment, []).append(report)
    return [_stats(name, groups[name], lang) for name in sorted(groups)]


def _stats(assignment: str, reports: list[Report], lang: str) -> ClassStats:
    scores = [report.score for report in reports]
    accuracies = {r.student: a for r in reports if (a := final_accuracy(r)) is not None}
    return ClassStats(
        assignment=assignment,
        reports=tuple(reports),
        scores=tuple(scores),
        max_score=max(report.max_score for report in reports),
        mean=statistics.fmean(scores),
        median=statistics.median(scores),
        seconds=statistics.median(report.seconds for report in reports),
        rates=tuple(_rates(reports, lang)),
        accuracies=accuracies,
        outliers=tuple(_outliers(accuracies)),
    )


def final_accuracy(report: Report) -> float | None:
    """The last validation accuracy of the learner's own history, or None."""
    curve = values(report.curves or {}, "val_accuracy")
    return curve[-1] if curve and not math.isnan(curve[-1]) else None


def _rates(reports: list[Report], lang: str) -> Iterable[CheckRate]:
    checks = [check for report in reports for check in report.checks if check.outcome != "manual"]
    for name in dict.fromkeys(check.name for check in checks):
        same = [check for check in checks if check.name == name]
        failed = [one_line(c.message[lang] or c.title[lang]) for c in same if c.outcome == "failed"]
        # Messages that differ only in the numbers that came are one message.
        kinds = Counter(_NUMBER.sub("#", message) for message in failed)
        kind, count = kinds.most_common(1)[0] if kinds else ("", 0)
        yield CheckRate(
            name=name,
            task=same[0].task,
            title=same[0].title[lang],
            passed=sum(check.outcome == "passed" for check in same),
            total=len(same),
            unknown=sum(check.outcome == "error" for check in same),
            message=next((m for m in failed if _NUMBER.sub("#", m) == kind), ""),
            message_count=count,
        )


def _outliers(accuracies: dict[str, float]) -> list[str]:
    """Tukey's rule, lower side only: below the first quartile by 1.5 interquartile ranges."""
    if len(accuracies) < 4:
        return []
    first, _, third = statistics.quantiles(accuracies.values(), n=4, method="inclusive")
    fence = first - 1.5 * (third - first)
    return [student for student, accuracy in accuracies.items() if accuracy < fence]
