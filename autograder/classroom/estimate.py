"""How long the rest of a run will take."""

from __future__ import annotations

import contextlib
import json
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from autograder.classroom.cache import write_whole
from autograder.classroom.collect import Job
from autograder.course import catalogue

HANGS = 0.005
"""The share of submissions that run into their limit, before this run has shown another;"""
WEIGHT = 50
"""it counts as much as so many submissions of this run."""


class Estimate:
    """Seconds that remain, from what each assignment took so far.

    Those that ran into their limit are counted apart: one of them takes as long as many others, so
    that by chance the first tenth of a class has too many of them, or none.

    An assignment that this run has not graded yet counts as in an earlier run, or by its limit in
    the catalogue, scaled by how the others' times compare with theirs.
    """

    def __init__(self, jobs: Iterable[Job], workers: int, earlier: Mapping[str, float]):
        """jobs: those that have to be graded. earlier: mean seconds a submission, by assignment."""
        self._left = Counter(job.assignment for job in jobs)
        self._workers = workers
        self._limits = {name: catalogue.find(name).seconds for name in self._left}
        self._expected = {name: earlier.get(name) or self._limits[name] for name in self._left}
        self._took = {name: _Times() for name in self._left}
        self._hung = {name: _Times() for name in self._left}

    def done(self, assignment: str, seconds: float) -> None:
        """One of them is graded, and took a worker so many seconds."""
        self._left[assignment] -= 1
        hung = seconds >= self._limits[assignment]
        (self._hung if hung else self._took)[assignment].add(seconds)

    def seconds(self) -> float | None:
        """Wall seconds that remain, or None before anything is known."""
        measured = {name: self._mean(name) for name in self._left if self._count(name)}
        if not measured:
            return None
        # A mean scale of few assignments says more than none: the limits are generous.
        scale = sum(measured.values()) / sum(self._expected[name] for name in measured)
        total = sum(
            count * measured.get(name, self._expected[name] * scale)
            for name, count in self._left.items()
        )
        return total / max(1, min(self._workers, self._left.total()))

    def means(self) -> dict[str, float]:
        """Mean seconds of a submission so far, by assignment."""
        return {
            name: (self._took[name].total + self._hung[name].total) / self._count(name)
            for name in self._left
            if self._count(name)
        }

    def _count(self, name: str) -> int:
        return self._took[name].count + self._hung[name].count

    def _mean(self, name: str) -> float:
        """What one more submission is expected to take."""
        took, hung = self._took[name], self._hung[name]
        if not took.count:
            return hung.total / hung.count
        share = (hung.count + HANGS * WEIGHT) / (self._count(name) + WEIGHT)
        long = hung.total / hung.count if hung.count else self._limits[name]
        return (1 - share) * took.total / took.count + share * long


@dataclass
class _Times:
    count: int = 0
    total: float = 0.0

    def add(self, seconds: float) -> None:
        self.count += 1
        self.total += seconds


def earlier(file: Path) -> dict[str, float]:
    """The means that `keep` wrote; empty if there are none."""
    try:
        found = json.loads(file.read_text())
        return {str(name): float(seconds) for name, seconds in found.items()}
    except (OSError, ValueError, TypeError, AttributeError):
        return {}


def keep(file: Path, means: Mapping[str, float]) -> None:
    """Remembers the means for the next run. Nothing depends on it but the next estimate."""
    with contextlib.suppress(OSError):
        write_whole(file, json.dumps({**earlier(file), **means}).encode())
