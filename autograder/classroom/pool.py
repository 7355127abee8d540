"""Grades many submissions in worker processes, one core each."""

from __future__ import annotations

import multiprocessing
import time
from collections import deque
from collections.abc import Generator
from dataclasses import dataclass
from multiprocessing.connection import wait

from autograder.classroom.collect import Job
from autograder.classroom.worker import Died, Grade, Worker
from autograder.report import CheckResult, Report
from autograder.text import Text

MAX_TRIES = 3
"""How often a submission is begun; each time its worker died."""
DIED = "the worker that graded it died"
NOT_STARTED = "no worker could be started (is memory short?)"


@dataclass(frozen=True)
class Graded:
    """The report of a job, and the seconds that a worker needed for it."""

    job: Job
    report: Report
    seconds: float


def grade_all(jobs: list[Job], workers: int, grade: Grade) -> Generator[Graded, None, None]:
    """Grades every job and yields its report as soon as it is done, in no certain order.

    grade: a module-level function, called in a worker.
    A worker that dies costs no other submission: its own is tried again, `MAX_TRIES` in all. Where
    so many workers in a row die before they are ready, what is left is reported as not graded.
    Closing the iterator ends the workers at once.
    """
    queue, tries = deque(jobs), dict.fromkeys(jobs, 0)
    context = multiprocessing.get_context("spawn")

    def fresh() -> Worker:
        return Worker(context, grade)

    crew = [fresh() for _ in range(min(workers, len(jobs)))]
    failed_starts = 0
    try:
        while crew and (queue or any(worker.job for worker in crew)):
            for connection in wait([worker.connection for worker in crew]):
                worker = next(w for w in crew if w.connection is connection)
                job = worker.job
                try:
                    answer = worker.take()
                except Died:
                    crew.remove(worker)
                    worker.end()
                    if job is not None:
                        tries[job] += 1
                    elif not worker.ready:
                        failed_starts += 1
                    if job is not None and tries[job] < MAX_TRIES:
                        queue.append(job)
                    elif job is not None:
                        yield Graded(job, not_graded(job, DIED), 0.0)
                    if queue and failed_starts < MAX_TRIES:
                        crew.append(fresh())
                    continue
                worker.ready, worker.job, failed_starts = True, None, 0
                if job is not None:
                    took = time.monotonic() - worker.began
                    yield Graded(job, _report(job, answer), took)
                if not queue or worker.left == 0:
                    crew.remove(worker)
                    worker.end()
                    if queue:
                        crew.append(fresh())
                else:
                    worker.give(queue.popleft(), time.monotonic())
        while queue:
            job = queue.popleft()
            yield Graded(job, not_graded(job, NOT_STARTED), 0.0)
    finally:
        for worker in crew:
            worker.end()


def _report(job: Job, answer: object) -> Report:
    return Report.from_dict(answer) if isinstance(answer, dict) else not_graded(job, str(answer))


def not_graded(job: Job, why: str) -> Report:
    """A report that says: could not be graded. No points are given and none are taken."""
    message = Text(
        en=f"Not graded: {why}. This is a fault of the kit or the machine; grade it again.",
        ja=f"採点できませんでした ({why})。キットか計算機の問題です。採点し直してください。",
    )
    check = CheckResult(
        name="grading",
        task="grading",
        title=Text(en="The submission could be graded", ja="提出物を採点できる"),
        outcome="error",
        points=0.0,
        max_points=10.0,
        message=message,
        hint=Text(en="", ja=""),
    )
    return Report(student=job.student, assignment=job.assignment, checks=(check,), seconds=0.0)
