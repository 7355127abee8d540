"""What a class did in one assignment: scores, pass rates, commonest reasons, accuracy, time."""

from __future__ import annotations

import math
import re
import statistics
from collections import Counter
from dataclasses import dataclass, field, replace

from autograder.report import CheckResult, Outcome, Report
from autograder.reports.entries import Entry, entry_of
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
    entries: tuple[Entry, ...]
    """By student."""
    scores: tuple[float, ...]
    max_score: float
    mean: float
    median: float
    seconds: float
    """Median wall time of grading one submission."""
    slowest: Entry
    rates: tuple[CheckRate, ...]
    hardest: tuple[CheckRate, ...]
    """The checks that most of the class missed, hardest first: what to go over again."""
    unchecked: tuple[Entry, ...]
    """Submissions that could not be checked through: somebody has to look."""
    identical: tuple[tuple[str, ...], ...]
    """Students who handed in the same code, spaces apart, in groups of two or more."""
    accuracies: dict[str, float]
    """Final validation accuracy that each student's own history shows, by student."""
    floor: float | None
    """The final validation accuracy below which a student counts as an outlier, if there is one."""
    outliers: tuple[str, ...]
    """Students whose final validation accuracy lies below the floor."""


@dataclass
class _Message:
    """A kind of message: all that differ in numbers only."""

    count: int
    student: str
    """The first, by name, of those who got it."""
    text: str
    """What that one was told."""


@dataclass
class _Check:
    """One check of an assignment, counted over the class."""

    first: tuple[str, int]
    """The first student, by name, whose report has it, and its place there."""
    task: str = ""
    title: str = ""
    outcomes: Counter[Outcome] = field(default_factory=Counter)
    messages: dict[str, _Message] = field(default_factory=dict)
    """Of those that failed, by kind."""

    def add(self, student: str, check: CheckResult, lang: str) -> None:
        self.outcomes[check.outcome] += 1
        if check.outcome != "failed":
            return
        text = one_line(check.message[lang] or check.title[lang])
        known = self.messages.setdefault(_NUMBER.sub("#", text), _Message(0, student, text))
        known.count += 1
        if student < known.student:
            known.student, known.text = student, text

    def rate(self, name: str) -> CheckRate:
        commonest = min(
            self.messages.values(),
            key=lambda m: (-m.count, m.student),
            default=_Message(0, "", ""),
        )
        return CheckRate(
            name=name,
            task=self.task,
            title=self.title,
            passed=self.outcomes["passed"],
            total=self.outcomes.total(),
            unknown=self.outcomes["error"],
            skipped=self.outcomes["skipped"],
            message=commonest.text,
            message_count=commonest.count,
        )


class Tally:
    """Counts a class's reports as they come, in any order, and keeps no more than it must."""

    def __init__(self, lang: str):
        self._lang = lang
        self._entries: list[Entry] = []
        self._checks: dict[str, dict[str, _Check]] = {}
        self._texts: dict[str, str] = {}

    def __len__(self) -> int:
        return len(self._entries)

    def add(self, report: Report) -> None:
        """One more submission; each comes once."""
        found = entry_of(report, self._lang)
        why, notes = self._text(found.why), self._text(found.notes)
        self._entries.append(replace(found, why=why, notes=notes))
        checks = self._checks.setdefault(report.assignment, {})
        for place, check in enumerate(report.checks):
            if check.outcome == "manual":
                continue
            first = (report.student, place)
            if check.name not in checks:
                checks[check.name] = _Check(first)
            known = checks[check.name]
            if first <= known.first:
                known.first, known.task, known.title = first, check.task, check.title[self._lang]
            known.add(report.student, check, self._lang)

    def entries(self) -> list[Entry]:
        """By student and assignment."""
        return in_order(self._entries)

    def stats(self) -> list[ClassStats]:
        """The statistics of each assignment, in the course's order."""
        groups: dict[str, list[Entry]] = {}
        for found in self.entries():
            groups.setdefault(found.assignment, []).append(found)
        return [_stats(name, groups[name], self._rates(name)) for name in sorted(groups)]

    def _rates(self, assignment: str) -> tuple[CheckRate, ...]:
        checks = sorted(self._checks[assignment].items(), key=lambda item: item[1].first)
        return tuple(check.rate(name) for name, check in checks)

    def _text(self, text: str) -> str:
        """The same text; what thousands are told is in memory once."""
        return self._texts.setdefault(text, text)


def _stats(assignment: str, entries: list[Entry], rates: tuple[CheckRate, ...]) -> ClassStats:
    scores = [entry.score for entry in entries]
    accuracies = {e.student: a for e in entries if (a := final_accuracy(e)) is not None}
    floor = _floor(list(accuracies.values()))
    return ClassStats(
        assignment=assignment,
        entries=tuple(entries),
        scores=tuple(scores),
        max_score=max(entry.max_score for entry in entries),
        mean=statistics.fmean(scores),
        median=statistics.median(scores),
        seconds=statistics.median(entry.seconds for entry in entries),
        slowest=max(entries, key=lambda entry: entry.seconds),
        rates=rates,
        hardest=_hardest(rates),
        unchecked=tuple(entry for entry in entries if not entry.complete),
        identical=_identical(entries),
        accuracies=accuracies,
        floor=floor,
        outliers=tuple(s for s, a in accuracies.items() if floor is not None and a < floor),
    )


def final_accuracy(entry: Entry) -> float | None:
    """The last validation accuracy of the learner's own history, or None."""
    curve = entry.val_accuracy
    return curve[-1] if curve and not math.isnan(curve[-1]) else None


def _hardest(rates: tuple[CheckRate, ...]) -> tuple[CheckRate, ...]:
    """The lowest pass rates, one a task, of those that have a reason to show."""
    tasks: dict[str, CheckRate] = {}
    for rate in sorted(rates, key=lambda r: r.share):
        if rate.share < HARD and rate.message:
            tasks.setdefault(rate.task, rate)
    return tuple(tasks.values())[:MOST_HARD]


def _identical(entries: list[Entry]) -> tuple[tuple[str, ...], ...]:
    groups: dict[str, list[str]] = {}
    for entry in entries:
        if entry.content:
            groups.setdefault(entry.content, []).append(entry.student)
    return tuple(tuple(group) for group in groups.values() if len(group) > 1)


def _floor(accuracies: list[float]) -> float | None:
    """Tukey's rule, lower side only: the first quartile less 1.5 interquartile ranges."""
    if len(accuracies) < 4:
        return None
    first, _, third = statistics.quantiles(accuracies, n=4, method="inclusive")
    return first - 1.5 * (third - first)
