"""What the last check of each assignment found, kept beside the learner's work."""

from __future__ import annotations

import contextlib
import datetime
import json
from dataclasses import asdict, dataclass
from pathlib import Path

from autograder.course import places
from autograder.report import Report
from autograder.reports.files import OutputError, write_atomic


@dataclass(frozen=True)
class Kept:
    """The last check of one assignment."""

    score: float
    max_score: float
    tasks_done: int
    """How many tasks had all their checks pass."""
    tasks: int
    when: str
    """Date and time, ISO 8601, to the second."""

    @property
    def done(self) -> bool:
        """Whether every point was there."""
        return self.score >= self.max_score > 0


def folder() -> Path:
    """Where the kit keeps what belongs to the learner's work: `.kata` beside `assignments/`."""
    return places.root() / ".kata"


def keep(report: Report) -> None:
    """Notes what a whole check found. Where nothing can be written, progress is not shown later."""
    tasks: dict[str, bool] = {}
    for check in report.checks:
        if check.outcome != "manual":
            tasks[check.task] = tasks.get(check.task, True) and check.outcome == "passed"
    when = datetime.datetime.now().isoformat(timespec="seconds")
    found = Kept(report.score, report.max_score, sum(tasks.values()), len(tasks), when)
    everything = {**{n: asdict(k) for n, k in read().items()}, report.assignment: asdict(found)}
    with contextlib.suppress(OutputError):
        write_atomic(folder() / "progress.json", json.dumps(everything, indent=1) + "\n")


def read() -> dict[str, Kept]:
    """By assignment. What can't be read counts as not checked yet."""
    try:
        content = json.loads((folder() / "progress.json").read_text(encoding="utf-8"))
        return {name: Kept(**value) for name, value in content.items()}
    except (OSError, ValueError, TypeError, AttributeError):
        return {}
