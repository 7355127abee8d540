"""A worker: a process of the grader's that grades one submission after the other."""

from __future__ import annotations

import contextlib
import os
import signal
from collections.abc import Callable, Iterator
from multiprocessing.connection import Connection
from multiprocessing.context import SpawnContext
from typing import Any

from autograder.classroom.collect import Job
from autograder.grading.suite import ONE_CORE

Grade = Callable[[Job], dict[str, Any]]
"""A module-level function that returns `Report.as_dict()`."""

MAX_TASKS = 200
"""Submissions of one process, whatever may pile up in it."""


class Died(Exception):
    """The process ended before it answered."""


class Worker:
    """One process. It says when it is ready, then answers each job with a report or a failure."""

    def __init__(self, context: SpawnContext, grade: Grade):
        self.connection, theirs = context.Pipe()
        self._process = context.Process(
            target=_work, args=(theirs, grade), daemon=True, name="kata-worker"
        )
        with one_core():
            self._process.start()
        theirs.close()  # so that the end of the process ends the connection
        self.job: Job | None = None
        self.began = 0.0
        self.ready = False
        self.left = MAX_TASKS

    @property
    def pid(self) -> int:
        return self._process.pid or 0

    def give(self, job: Job, now: float) -> None:
        self.job, self.began, self.left = job, now, self.left - 1
        try:
            self.connection.send(job)
        except OSError:
            return  # it has died: the next `take` says so

    def take(self) -> dict[str, Any] | str | None:
        """What it sent: None for "ready", a report, or a failure in words. Raises `Died`."""
        try:
            return self.connection.recv()
        except (EOFError, OSError) as error:
            raise Died from error

    def end(self) -> None:
        """Ends the process now, whatever it does, and what runs in its sandbox with it."""
        self.connection.close()
        self._process.terminate()
        self._process.join(5)
        if self._process.is_alive():
            self._process.kill()
            self._process.join()
        self._process.close()


def _work(connection: Connection, grade: Grade) -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C reaches the whole terminal
    answer: dict[str, Any] | str | None = None
    while True:
        try:
            connection.send(answer)
            job = connection.recv()
        except (EOFError, OSError):
            return  # the grader has ended or needs no more
        try:
            answer = grade(job)
        except Exception as error:  # noqa: BLE001  one submission's failure is not the class's
            answer = f"{type(error).__name__}: {error}"


@contextlib.contextmanager
def one_core() -> Iterator[None]:
    """Processes that are started inside keep their libraries to one thread.

    It has to be said before they start: a worker imports NumPy before it runs a line of its own.
    """
    before = {name: os.environ.get(name) for name in ONE_CORE}
    os.environ.update(dict.fromkeys(ONE_CORE, "1"))
    try:
        yield
    finally:
        for name, value in before.items():
            if value is None:
                del os.environ[name]
            else:
                os.environ[name] = value
