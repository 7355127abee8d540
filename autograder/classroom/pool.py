"""Grades many submissions in worker processes, one core each."""

from __future__ import annotations

import multiprocessing
from collections.abc import Callable, Iterator
from concurrent.futures import FIRST_COMPLETED, Future, ProcessPoolExecutor, wait
from concurrent.futures.process import BrokenProcessPool
from typing import Any

from autograder.classroom.collect import Job
from autograder.report import CheckResult, Report
from autograder.text import Text

MAX_TRIES = 3
"""How often a submission is taken up again after the worker that graded it died."""

Grade = Callable[[Job], dict[str, Any]]


def grade_all(jobs: list[Job], workers: int, grade: Grade) -> Iterator[Report]:
    """Grades every job and yields its report as soon as it is done, in no certain order.

    grade: a module-level function, called in a worker, that returns `Report.as_dict()`.
    A worker that dies costs no other submission: its own is tried again, `MAX_TRIES` in all.
    """
    tries: dict[Job, int] = dict.fromkeys(jobs, 0)
    waiting = list(jobs)
    while waiting:
        # After a death the survivors go on together; whoever was running gets a pool of its own,
        # so that the one that kills workers is found.
        alone = [j for j in waiting if tries[j]]
        batch = alone[:1] or waiting
        waiting = [j for j in waiting if j not in batch]
        for job, result in _one_pool(batch, workers, grade):
            if result is None:
                waiting.append(job)
            elif isinstance(result, BrokenProcessPool):
                tries[job] += 1
                if tries[job] < MAX_TRIES:
                    waiting.append(job)
                else:
                    yield not_graded(job, "the worker that graded it died")
            elif isinstance(result, Exception):
                yield not_graded(job, f"{type(result).__name__}: {result}")
            else:
                yield Report.from_dict(result)


def _one_pool(
    jobs: list[Job], workers: int, grade: Grade
) -> Iterator[tuple[Job, dict[str, Any] | Exception | None]]:
    """Each job with its report, or what went wrong, or None if the pool broke before its turn."""
    context = multiprocessing.get_context("spawn")
    with ProcessPoolExecutor(min(workers, len(jobs)), mp_context=context) as pool:
        running: dict[Future, Job] = {}
        queue = list(reversed(jobs))
        broken: BrokenProcessPool | None = None
        try:
            while queue or running:
                while queue and broken is None and len(running) < workers + 1:
                    job = queue.pop()
                    try:
                        running[pool.submit(grade, job)] = job
                    except BrokenProcessPool as error:
                        broken = error
                        queue.append(job)
                if broken is not None and not running:
                    yield from ((job, None) for job in reversed(queue))
                    return
                done, _ = wait(running, return_when=FIRST_COMPLETED)
                for future in done:
                    job = running.pop(future)
                    failure = future.exception()
                    if isinstance(failure, BrokenProcessPool):
                        broken = failure
                    if failure is not None and not isinstance(failure, Exception):
                        raise failure
                    yield job, failure if failure is not None else future.result()
        finally:
            pool.shutdown(wait=True, cancel_futures=True)


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
