"""One run over a class: what is kept already, then what has to be graded, each content once."""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Generator
from dataclasses import dataclass, replace
from pathlib import Path

from autograder.classroom import estimate
from autograder.classroom.collect import Job
from autograder.classroom.estimate import Estimate
from autograder.classroom.pool import Graded
from autograder.report import Report

Look = Callable[[Job], tuple[str | None, Report | None]]
"""The key of a submission, and its report if one is kept: `autograder.classroom.job.look`."""
Grader = Callable[[list[Job]], Generator[Graded, None, None]]
"""Grades jobs in workers, here or elsewhere, and yields each as soon as it is done."""


@dataclass
class Run:
    """Yields every report of a class, exactly one a job, in no certain order."""

    jobs: list[Job]
    look: Look
    grader: Grader
    workers: int
    times: Path
    """The file that remembers what a submission of each assignment took."""
    keep: Callable[[str, Report], None] | None = None
    """Keeps a report under its key, where the grader does not do so itself."""
    remembered: int = 0
    """Reports that were there already."""
    copied: int = 0
    """Reports of submissions that are identical to one that was graded in this run."""
    left: Estimate | None = None
    """How long the rest will take, once it is known what has to be graded."""

    def reports(self) -> Generator[Report, None, None]:
        """Closing the iterator ends the workers; what they have finished is kept."""
        first: dict[str, Job] = {}
        keys: dict[Job, str] = {}
        to_grade: list[Job] = []
        same: dict[Job, list[Job]] = {}
        for job in self.jobs:
            key, report = self.look(job)
            if report is not None:
                self.remembered += 1
                yield report
            elif key is not None and key in first:
                same.setdefault(first[key], []).append(job)
            else:
                to_grade.append(job)
                if key is not None:
                    first[key], keys[job] = job, key
        if not to_grade:
            return
        self.left = Estimate(to_grade, self.workers, estimate.earlier(self.times))
        try:
            with contextlib.closing(self.grader(to_grade)) as coming:
                for graded in coming:
                    report = graded.report
                    self.left.done(graded.job.assignment, graded.seconds)
                    if self.keep is not None and report.complete and graded.job in keys:
                        self.keep(keys[graded.job], report)
                    yield report
                    for other in same.pop(graded.job, ()):
                        self.copied += 1
                        yield replace(report, student=other.student)
        finally:
            estimate.keep(self.times, self.left.means())
