"""What a class did in one assignment: scores, pass rates, commonest reasons, accuracy, time."""

from __future__ import annotations

import math
import re
import statistics
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from autograder.report import CheckResult, Report
from autograder.reports.curves import values
from autograder.reports.names import one_line
from autograder.reports.summary import in_order

HARD = 0.8
"""A check that a smaller share of the class passed is worth going over again,"""
MOST_HARD = 3
"""but no more than these at a time."""
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
    skipped: int
    """How many waited for another check that did not pass; they are in `total` too."""
    message: str
    """The commonest message of those that failed, or empty."""
    message_count: int
    """How many got that message, whatever numbers stand in it."""

    @property
    def share(self) -> float:
        """Share of the class that passed, in [0, 1]."""
        return self.passed / self.total


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
    slowest: Report
    rates: tuple[CheckRate, ...]
    hardest: tuple[CheckRate, ...]
    """The checks that most of the class missed, hardest first: what to go over again."""
    unchecked: tuple[Report, ...]
    """Submissions that could not be checked through: somebody has to look."""
    identical: tuple[tuple[str, ...], ...]
    """Students who handed in the same code, spaces apart, in groups of two or more."""
    accuracies: dict[str, float]
    """Final validation accuracy that each student's own history shows, by student."""
    floor: float | None
    """The final validation accuracy below which a student counts as an outlier, if there is one."""
    outliers: tuple[str, ...]
    """Students whose final validation accuracy lies below the floor."""


def by_assignment(reports: Iterable[Report], lang: str) -> list[ClassStats]:
    """The statistics of each assignment, in the course's order."""
    groups: dict[str, list[Report]] = {}
    for report in in_order(reports):
        groups.setdefault(report.assignment, []).append(report)
    return [_stats(name, groups[name], lang) for name in sorted(groups)]


def _stats(assignment: str, reports: list[Report], lang: str) -> ClassStats:
    scores = [report.score for report in reports]
    accuracies = {r.student: a for r in reports if (a := final_accuracy(r)) is not None}
    floor = _floor(list(accuracies.values()))
    rates = tuple(_rates(reports, lang))
    return ClassStats(
        assignment=assignment,
        reports=tuple(reports),
        scores=tuple(scores),
        max_score=max(report.max_score for report in reports),
        mean=statistics.fmean(scores),
        median=statistics.median(scores),
        seconds=statistics.median(report.seconds for report in reports),
        slowest=max(reports, key=lambda report: report.seconds),
        rates=rates,
        hardest=_hardest(rates),
        unchecked=tuple(report for report in reports if not report.complete),
        identical=_identical(reports),
        accuracies=accuracies,
        floor=floor,
        outliers=tuple(s for s, a in accuracies.items() if floor is not None and a < floor),
    )


def final_accuracy(report: Report) -> float | None:
    """The last validation accuracy of the learner's own history, or None."""
    curve = values(report.curves or {}, "val_accuracy")
    return curve[-1] if curve and not math.isnan(curve[-1]) else None


def _rates(reports: list[Report], lang: str) -> Iterable[CheckRate]:
    checks: dict[str, list[CheckResult]] = {}
    for check in (c for report in reports for c in report.checks if c.outcome != "manual"):
        checks.setdefault(check.name, []).append(check)
    for name, same in checks.items():
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
            skipped=sum(check.outcome == "skipped" for check in same),
            message=next((m for m in failed if _NUMBER.sub("#", m) == kind), ""),
            message_count=count,
        )


def _hardest(rates: tuple[CheckRate, ...]) -> tuple[CheckRate, ...]:
    """The lowest pass rates, one a task, of those that have a reason to show."""
    tasks: dict[str, CheckRate] = {}
    for rate in sorted(rates, key=lambda r: r.share):
        if rate.share < HARD and rate.message:
            tasks.setdefault(rate.task, rate)
    return tuple(tasks.values())[:MOST_HARD]


def _identical(reports: list[Report]) -> tuple[tuple[str, ...], ...]:
    groups: dict[str, list[str]] = {}
    for report in reports:
        if report.content:
            groups.setdefault(report.content, []).append(report.student)
    return tuple(tuple(group) for group in groups.values() if len(group) > 1)


def _floor(accuracies: list[float]) -> float | None:
    """Tukey's rule, lower side only: the first quartile less 1.5 interquartile ranges."""
    if len(accuracies) < 4:
        return None
    first, _, third = statistics.quantiles(accuracies, n=4, method="inclusive")
    return first - 1.5 * (third - first)
