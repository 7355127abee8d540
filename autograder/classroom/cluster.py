"""Grades on other machines, through Dask: submissions and reports travel as data.

    dask scheduler                                            on one machine
    dask worker ADDRESS --nthreads 1 --nworkers 4             on others, with the kit installed
    kata grade SUBMITTED --out OUT --scheduler ADDRESS

No disk is shared. A worker shows before it takes work that its kit is the same as ours, to the
last byte, and that it can confine a submission.
"""

from __future__ import annotations

import contextlib
import tempfile
import threading
import time
from collections import deque
from collections.abc import Generator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from autograder.classroom.collect import Job
from autograder.classroom.job import graded
from autograder.classroom.pool import DIED, MAX_TRIES, Graded, not_graded
from autograder.classroom.worker import clear
from autograder.grading import keys
from autograder.grading.gather import UnreadableSubmission, gather
from autograder.grading.suite import sandbox_problem
from autograder.report import Report
from autograder.text import Text
from autograder.trouble import Trouble

CONNECT_SECONDS = 30
_one_at_a_time = threading.Lock()
"""Grading sets the process's environment, so a worker with several threads takes turns."""


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


def packed(job: Job) -> Parcel:
    """The submission, read here. Raises `UnreadableSubmission` or `OSError`."""
    return Parcel(job.student, job.assignment, job.path.name, gather(job.path), this_kit())


def grade_parcel(parcel: Parcel) -> dict[str, Any]:
    """Run on a worker: grades one submission in its sandbox. Raises `WrongWorker`."""
    if parcel.kit != this_kit():
        raise WrongWorker("this worker's kit is another one")
    with _one_at_a_time, tempfile.TemporaryDirectory(prefix="kata-parcel-") as folder:
        place = Path(folder) / Path(parcel.name).name
        place.mkdir()
        for name, data in parcel.files.items():
            file = place / name
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(data)
        try:
            return graded(Job(parcel.student, parcel.assignment, place))
        finally:
            clear()


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
        self.look()

    def __enter__(self) -> Cluster:
        return self

    def __exit__(self, *exc: object) -> None:
        self._client.close()

    def look(self) -> list[str]:
        """Addresses of the workers that may grade; those that are new are inspected first."""
        present = list(self._client.scheduler_info(n_workers=-1)["workers"])
        new = [address for address in present if address not in self._known]
        answers = self._client.run(inspect, workers=new, on_error="return") if new else {}
        for address, found in answers.items():
            why = _why_not(found, self._kit)
            self._known[address] = why is None
            if why is not None:
                self.refused.append(
                    Text(
                        en=f"No work for {address}: {why.en}",
                        ja=f"{address} は使えません: {why.ja}",
                    )
                )
        return [address for address in present if self._known.get(address)]

    def require_workers(self) -> int:
        """How many may grade. Raises `NoCluster` if there is none."""
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
                    if future.done():
                        yield Graded(job, _result(future, job), time.monotonic() - began)
                        del running[address]
                    elif address not in here:
                        future.cancel()
                        del running[address]
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
                        parcel = packed(job)
                    except (UnreadableSubmission, OSError):
                        # Nothing of it is run, so its report can be made here.
                        yield Graded(job, Report.from_dict(graded(job)), 0.0)
                        continue
                    running[address] = (self._submit(parcel, address), job, time.monotonic())
                self._rest(running)
        finally:
            for future, _, _ in running.values():
                with contextlib.suppress(OSError, TimeoutError):
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
        with contextlib.suppress(TimeoutError, *_cancelled()):
            wait(futures, timeout=0.5, return_when="FIRST_COMPLETED")


def _cancelled() -> tuple[type[BaseException], ...]:
    from distributed import CancelledError

    return (CancelledError,)


def _result(future: Any, job: Job) -> Report:
    failure = future.exception()
    if failure is not None:
        return not_graded(job, f"{type(failure).__name__}: {failure}")
    return Report.from_dict(future.result())


def _why_not(found: object, kit: str) -> Text | None:
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
