"""Grades mutants in processes that may hang or die: such a process is replaced."""

from __future__ import annotations

import multiprocessing
import os
import resource
import time
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from multiprocessing.connection import Connection, wait

from autograder.commands.validate import Trial, run_trial

MEMORY = 12 * 2**30
"""Bytes of address space for a worker: a mutant that fills the memory ends there."""


@dataclass(frozen=True, kw_only=True)
class Outcome:
    """What the checks said to one mutant."""

    name: str
    by: tuple[str, ...]
    """The checks that did not pass; `time` or `crash` if the worker had to be given up."""
    seconds: float

    @property
    def killed(self) -> bool:
        return bool(self.by)


def grade(
    jobs: Iterable[tuple[str, Trial, str]], *, workers: int, seconds: float
) -> Iterator[Outcome]:
    """Grades every mutant, in the order in which they are done.

    jobs: name, trial, and the task that the change belongs to. That task's checks are asked
        first, all the others only where these pass.
    seconds: limit for one mutant, beyond which it counts as killed by time.
    """
    waiting = iter(jobs)
    running = [_Worker() for _ in range(workers)]
    try:
        busy = [w for w in running if w.give(next(waiting, None))]
        while busy:
            left = min(w.began for w in busy) + seconds - time.monotonic()
            wait([w.pipe for w in busy], timeout=max(left, 0))
            for worker in list(busy):
                outcome = worker.take(seconds)
                if outcome is None:
                    continue
                yield outcome
                if not worker.give(next(waiting, None)):
                    busy.remove(worker)
    finally:
        for worker in running:
            worker.end()


class _Worker:
    def __init__(self) -> None:
        self._start()

    def _start(self) -> None:
        context = multiprocessing.get_context("spawn")
        self.pipe, other = context.Pipe()
        self._process = context.Process(target=_work, args=(other,), daemon=True)
        self._process.start()
        other.close()

    def give(self, job: tuple[str, Trial, str] | None) -> bool:
        """Gives it the next mutant; False if there is none."""
        if job is None:
            return False
        self._name = job[0]
        self.began = time.monotonic()
        self.pipe.send(job[1:])
        return True

    def take(self, limit: float) -> Outcome | None:
        """What it found, if it is done or has to be given up."""
        spent = time.monotonic() - self.began
        try:
            if self.pipe.poll():
                return Outcome(name=self._name, by=tuple(self.pipe.recv()), seconds=spent)
            if spent < limit:
                return None
            why = "time"
        except EOFError:
            why = "crash"
        self.end()
        self._start()
        return Outcome(name=self._name, by=(why,), seconds=spent)

    def end(self) -> None:
        self._process.kill()
        self._process.join()
        self.pipe.close()


def _work(pipe: Connection) -> None:
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    for name in ("TF_NUM_INTRAOP_THREADS", "TF_NUM_INTEROP_THREADS", "OMP_NUM_THREADS"):
        os.environ[name] = "1"
    while True:
        trial, task = pipe.recv()
        found = _failed(trial, task) or _failed(trial, None)
        pipe.send(found)


def _failed(trial: Trial, task: str | None) -> list[str]:
    report = run_trial(trial, task)
    return [c.name for c in report.checks if c.outcome in ("failed", "error")]
