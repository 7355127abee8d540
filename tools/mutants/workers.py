"""Grades mutants in processes that may hang or die: such a process is replaced."""

from __future__ import annotations

import multiprocessing
import os
import resource
import time
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from multiprocessing.connection import Connection, wait
from pathlib import Path

from autograder.commands.validate import Trial, run_trial
from autograder.grading.asking import SuiteError
from autograder.grading.suite import ONE_CORE

MEMORY = 12 * 2**30
"""Bytes of address space for a worker: a mutant that fills the memory ends there."""

PATIENCE = 30
"""How many times as long by the clock: for a mutant that only waits."""

LOOK = 5.0
"""Seconds between two looks at the time that the workers have taken."""

FAULT = "fault of the kit"
"""In the message of a check that raised, which no submission may bring about."""

READY = "ready"
"""What a worker says once it has imported all it needs: what ends it later is a mutant's doing."""


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
    seconds: of processor time that one mutant may take; beyond, it counts as killed by time.
        Time by the clock would kill right ones on a busy machine.
    """
    waiting = iter(jobs)
    running = [_Worker() for _ in range(workers)]
    try:
        busy = [w for w in running if w.give(next(waiting, None))]
        while busy:
            wait([w.pipe for w in busy], timeout=LOOK)
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
        self._ready = False
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
        self._began = time.monotonic()
        self._before = self._taken()
        self.pipe.send(job[1:])
        return True

    def take(self, limit: float) -> Outcome | None:
        """What it found, if it is done or has to be given up."""
        spent = round(time.monotonic() - self._began, 2)
        try:
            if self.pipe.poll():
                found = self.pipe.recv()
                if isinstance(found, SuiteError):
                    raise found
                if found != READY:
                    return Outcome(name=self._name, by=tuple(found), seconds=spent)
                self._ready = True
                self._began, self._before = time.monotonic(), self._taken()
                return None
            if self._taken() - self._before < limit and spent < limit * PATIENCE:
                return None
            why = "time"
        except EOFError:
            if not self._ready:
                raise RuntimeError("a worker did not start") from None
            why = "crash"
        self.end()
        self._start()
        return Outcome(name=self._name, by=(why,), seconds=spent)

    def _taken(self) -> float:
        """Seconds of processor time that the worker has used; 0 once it has ended."""
        try:
            fields = Path(f"/proc/{self._process.pid}/stat").read_text().rpartition(")")[2].split()
        except OSError:
            return 0.0
        return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")

    def end(self) -> None:
        self._process.kill()
        self._process.join()
        self.pipe.close()


def _work(pipe: Connection) -> None:
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    os.environ.update(dict.fromkeys(ONE_CORE, "1"))
    pipe.send(READY)
    while True:
        trial, task = pipe.recv()
        try:
            pipe.send(_failed(trial, task) or _failed(trial, None))
        except SuiteError as error:
            pipe.send(error)


def _failed(trial: Trial, task: str | None) -> list[str]:
    """The checks that did not pass; a check that itself failed is named as such."""
    report = run_trial(trial, task)
    return [
        c.name + (f" ({FAULT})" if FAULT in c.message.en else "")
        for c in report.checks
        if c.outcome in ("failed", "error")
    ]
