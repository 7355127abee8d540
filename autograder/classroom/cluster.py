"""Grades on other machines, through Dask: submissions and reports travel as data.

    dask scheduler                                            on one machine
    dask worker ADDRESS --nthreads 1 --nworkers 4             on others, with the kit installed
    kata grade SUBMITTED --out OUT --scheduler ADDRESS

No disk is shared. A worker shows before it takes work that its kit is the same as ours, to the
last byte, and that it can confine a submission.
"""

from __future__ import annotations

import asyncio
import contextlib
import threading
import time
from collections import deque
from collections.abc import Generator
from concurrent.futures import Future
from dataclasses import dataclass
from typing import Any

from autograder.classroom.collect import Job
from autograder.classroom.job import graded, graded_files
from autograder.classroom.pool import DIED, MAX_TRIES, Graded, not_graded
from autograder.grading import keys
from autograder.grading.files import gathered
from autograder.grading.gather import UnreadableSubmission
from autograder.grading.suite import sandbox_problem
from autograder.report import Report
from autograder.text import Text
from autograder.trouble import Trouble

CONNECT_SECONDS = 30
ANSWER_SECONDS = 30.0
"""For a worker to say what it is, or to hand over a report that is done, and for the scheduler to
say who is there. A worker that takes longer hangs: it gets no work, or what it had goes on
elsewhere."""
_one_at_a_time = threading.Lock()
"""pytest carries out one run at a time in a process, so a worker with several threads takes turns."""


@dataclass(frozen=True)
class Parcel:
    """A submission as data."""

    student: str
    assignment: str
    name: str
    """Name of the folder or file that was handed in."""
    files: dict[str, bytes]
    """By their paths in the folder."""
    kit: str
    """Which kit has to grade it: see `this_kit`."""


class NoCluster(Trouble):
    """There is no scheduler, or no worker that may grade."""


class WrongWorker(Exception):
    """A worker was given a parcel that its kit must not grade."""


def this_kit() -> str:
    """Identifies the kit: every grader's and student's file, and the versions that matter."""
    return keys.kit_key()


def inspect() -> dict[str, str]:
    """Run on a worker: what it is, and why it can't confine a submission, if so."""
    problem = sandbox_problem()
    return {"kit": this_kit(), "problem": problem.en if problem is not None else ""}


def packed(job: Job, kit: str) -> Parcel:
    """The submission, gathered here, for workers with this kit. Raises `UnreadableSubmission`."""
    return Parcel(job.student, job.assignment, job.path.name, gathered(job.path), kit)


def grade_parcel(parcel: Parcel) -> dict[str, Any]:
    """Run on a worker: grades one submission in its sandbox. Raises `WrongWorker`."""
    if parcel.kit != this_kit():
        raise WrongWorker("this worker's kit is another one")
    with _one_at_a_time:
        return graded_files(parcel.student, parcel.assignment, parcel.name, parcel.files)


class Cluster:
    """A Dask scheduler and those of its workers that may grade. Use it as a context manager."""

    def __init__(self, address: str):
        """Raises `NoCluster`."""
        try:
            from distributed import Client
        except ModuleNotFoundError as error:
            raise NoCluster(
                Text(
                    en="--scheduler needs Dask: pip install 'neural-kata[cluster]'",
                    ja="--scheduler には Dask が必要です: pip install 'neural-kata[cluster]'",
                )
            ) from error
        try:
            self._client = Client(address, timeout=CONNECT_SECONDS)
        except (OSError, TimeoutError, ValueError) as error:
            raise NoCluster(
                Text(
                    en=f"No Dask scheduler answers at {address}.",
                    ja=f"{address} に Dask のスケジューラが見つかりません。",
                )
            ) from error
        self.refused: list[Text] = []
        """Why some workers get no work, a line each."""
        self._kit = this_kit()
        self._known: dict[str, bool] = {}
        self._asked: dict[str, Future[Any]] = {}

    def __enter__(self) -> Cluster:
        return self

    def __exit__(self, *exc: object) -> None:
        self._client.close()

    def look(self) -> list[str]:
        """Addresses of the workers that may grade. Those that are new are asked, not waited for.

        Raises `NoCluster` if the scheduler doesn't answer any more.
        """
        present = self._present()
        loop: Any = self._client.loop
        for address in present:
            if address not in self._known and address not in self._asked:
                self._asked[address] = asyncio.run_coroutine_threadsafe(
                    self._ask(address), loop.asyncio_loop
                )
        for address, answer in list(self._asked.items()):
            if answer.done():
                del self._asked[address]
                self._judge(address, answer.result())
        return [address for address in present if self._known.get(address)]

    def _present(self) -> list[str]:
        scheduler: Any = self._client.scheduler
        try:
            found = self._client.sync(
                scheduler.identity, n_workers=-1, callback_timeout=ANSWER_SECONDS
            )
        except _lost() as error:
            raise NoCluster(
                Text(
                    en="The Dask scheduler doesn't answer any more. Start it and its workers "
                    "again, then run the same command: what is graded is not graded again.",
                    ja="Dask のスケジューラから応答がなくなりました。スケジューラとワーカーを"
                    "起動し直して、同じコマンドを実行してください。採点済みのものは採点し直しません。",
                )
            ) from error
        return list(found["workers"])

    async def _ask(self, address: str) -> object:
        """What `inspect` says there, or the exception that came instead."""
        asked = self._client.run(inspect, workers=[address], on_error="return")
        try:
            answers = await asyncio.wait_for(asked, ANSWER_SECONDS)
        except (OSError, TimeoutError) as error:
            return error
        return answers[address]

    def _judge(self, address: str, found: object) -> None:
        why = _why_not(found, self._kit)
        self._known[address] = why is None
        if why is not None:
            self.refused.append(
                Text(en=f"No work for {address}: {why.en}", ja=f"{address} は使えません: {why.ja}")
            )

    def require_workers(self) -> int:
        """How many may grade, once each has answered or is late. Raises `NoCluster` if none may."""
        found = self.look()
        while self._asked:
            time.sleep(0.1)
            found = self.look()
        if not found:
            reasons = Text(en="", ja="")
            for line in self.refused:
                reasons += Text(en=f"\n{line.en}", ja=f"\n{line.ja}")
            raise NoCluster(
                Text(en="No worker that may grade.", ja="採点できるワーカーがありません。")
                + reasons
            )
        return len(found)

    def grade_all(self, jobs: list[Job]) -> Generator[Graded, None, None]:
        """As `pool.grade_all`, on the cluster: one submission a worker at a time.

        Each submission is bound to one worker, so that when a worker is lost it is known which
        submission it was grading; that one is tried elsewhere, `MAX_TRIES` in all.
        """
        queue, tries = deque(jobs), dict.fromkeys(jobs, 0)
        running: dict[str, tuple[Any, Job, float]] = {}
        try:
            while queue or running:
                here = self.look()
                for address, (future, job, began) in list(running.items()):
                    report = _result(future, job) if future.done() else None
                    if report is not None:
                        del running[address]
                        yield Graded(job, report, time.monotonic() - began)
                    elif future.done() or address not in here:
                        del running[address]
                        future.cancel()
                        tries[job] += 1
                        if tries[job] < MAX_TRIES:
                            queue.append(job)
                        else:
                            yield Graded(job, not_graded(job, DIED), 0.0)
                for address in here:
                    if address in running or not queue:
                        continue
                    job = queue.popleft()
                    try:
                        parcel = packed(job, self._kit)
                    except UnreadableSubmission:
                        # Nothing of it is run, so its report can be made here.
                        yield Graded(job, Report.from_dict(graded(job)), 0.0)
                        continue
                    running[address] = (self._submit(parcel, address), job, time.monotonic())
                self._rest(running)
        finally:
            for future, _, _ in running.values():
                with contextlib.suppress(*_lost()):
                    future.cancel()

    def _submit(self, parcel: Parcel, address: str) -> Any:
        return self._client.submit(
            grade_parcel, parcel, workers=[address], allow_other_workers=False, pure=False
        )

    def _rest(self, running: dict[str, tuple[Any, Job, float]]) -> None:
        """Until something is done, or for a moment."""
        from distributed import wait

        futures = [future for future, _, _ in running.values()]
        if not futures:
            time.sleep(0.2)  # no worker is there; one may come
            return
        with contextlib.suppress(*_lost()):
            wait(futures, timeout=0.5, return_when="FIRST_COMPLETED")


def _lost() -> tuple[type[BaseException], ...]:
    """What is raised where the other side is gone, or hangs."""
    from distributed import CancelledError

    return OSError, TimeoutError, CancelledError


def _result(future: Any, job: Job) -> Report | None:
    """The report of a future that is done; None if its worker is lost with it, or hangs."""
    try:
        failure = future.exception(timeout=ANSWER_SECONDS)
        if failure is not None:
            return not_graded(job, f"{type(failure).__name__}: {failure}")
        return Report.from_dict(future.result(timeout=ANSWER_SECONDS))
    except _lost():
        return None


def _why_not(found: object, kit: str) -> Text | None:
    if isinstance(found, TimeoutError):
        return Text(
            en=f"it does not answer ({ANSWER_SECONDS:.0f} seconds)",
            ja=f"応答がありません ({ANSWER_SECONDS:.0f} 秒)",
        )
    if not isinstance(found, dict):
        return Text(
            en=f"it can't run the kit ({type(found).__name__}: {found})",
            ja=f"キットを実行できません ({type(found).__name__}: {found})",
        )
    if found["kit"] != kit:
        return Text(
            en="its kit, or a library, is of another version",
            ja="キットまたはライブラリのバージョンが違います",
        )
    if found["problem"]:
        return Text(
            en=f"it has no sandbox ({found['problem']})",
            ja=f"サンドボックスがありません ({found['problem']})",
        )
    return None
