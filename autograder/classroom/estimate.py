"""How long the rest of a run will take."""

from __future__ import annotations

import contextlib
import json
from collections import Counter
from collections.abc import Iterable, Mapping
from pathlib import Path

from autograder.classroom.cache import write_whole
from autograder.classroom.collect import Job
from autograder.course import catalogue


class Estimate:
    """Seconds that remain, from what each assignment took so far.

    An assignment that this run has not graded yet counts as in an earlier run, or by its limit in
    the catalogue, scaled by how the others' times compare with theirs.
    """

    def __init__(self, jobs: Iterable[Job], workers: int, earlier: Mapping[str, float]):
        """jobs: those that have to be graded. earlier: mean seconds a submission, by assignment."""
        self._left = Counter(job.assignment for job in jobs)
        self._workers = workers
        self._expected = {
            name: earlier.get(name) or catalogue.find(name).seconds for name in self._left
        }
        self._took: dict[str, list[float]] = {}

    def done(self, assignment: str, seconds: float) -> None:
        """One of them is graded, and took a worker so many seconds."""
        self._left[assignment] -= 1
        self._took.setdefault(assignment, []).append(seconds)

    def seconds(self) -> float | None:
        """Wall seconds that remain, or None before anything is known."""
        measured = self.means()
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
        return {name: sum(times) / len(times) for name, times in self._took.items()}


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
