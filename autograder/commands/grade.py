"""`kata grade`: a whole class, with progress, reports and a summary."""

from __future__ import annotations

import contextlib
import functools
import importlib
import signal
import threading
from collections.abc import Generator, Iterator
from pathlib import Path

from rich.console import Console

from autograder.classroom import plan
from autograder.classroom.collect import Job, find
from autograder.classroom.job import graded, graded_unconfined, keep, look
from autograder.classroom.pool import Graded, grade_all
from autograder.classroom.run import Grader, Run
from autograder.commands.progress import Display
from autograder.course import catalogue, mnist, places
from autograder.grading.suite import sandbox_problem
from autograder.reports import terminal
from autograder.reports.files import check_folder
from autograder.reports.site import Site
from autograder.text import Text
from autograder.trouble import Trouble

PAGES = "autograder.reports.page"
"""Imports Matplotlib."""


def grade_class(
    submitted: Path,
    out: Path,
    *,
    jobs: int | None,
    only: str | None,
    sandbox: bool,
    lang: str,
    scheduler: str | None = None,
) -> bool:
    """Grades every submission below `submitted` and writes grades and pages into `out`.

    jobs: submissions at a time; None plans them by cores and memory.
    scheduler: address of a Dask scheduler whose workers grade instead of this machine.
    Says whether all were graded: False after Ctrl-C, when `out` holds those that were.
    Raises `Trouble` before anything is graded if there is nothing to grade, `out` can't be
    written, or the sandbox can't run.
    """
    name = catalogue.find(only).name if only else None
    found, left_out = find(submitted, name)
    check_folder(out)
    if sandbox and scheduler is None:
        _require_sandbox()
    errors = Console(stderr=True)
    for line in left_out:
        errors.print(line[lang], markup=False)
    with _grader(found, jobs, sandbox, scheduler, errors, lang) as (grader, workers):
        run = Run(
            jobs=found,
            look=functools.partial(look, sandbox=sandbox),
            grader=grader,
            workers=workers,
            times=places.cache() / "seconds.json",
            keep=keep if scheduler is not None else None,
        )
        site = Site(out, lang, (job.student for job in found))
        try:
            complete = _carry_out(run, site, lang, errors)
        except Trouble:
            with contextlib.suppress(Trouble):
                _finish(site, lang)  # with those that were graded before it
            raise
    _finish(site, lang)
    if not complete:
        stopped = _stopped(len(site.tally), len(found), out)
        errors.print(stopped[lang], markup=False, soft_wrap=True)
    return complete


@contextlib.contextmanager
def _grader(
    found: list[Job],
    jobs: int | None,
    sandbox: bool,
    scheduler: str | None,
    errors: Console,
    lang: str,
) -> Iterator[tuple[Grader, int]]:
    """What grades, and how many at a time: this machine, or the workers of a Dask scheduler."""
    if scheduler is not None:
        from autograder.classroom.cluster import Cluster

        with Cluster(scheduler) as cluster:
            workers = cluster.require_workers()
            for line in cluster.refused:
                errors.print(line[lang], markup=False, highlight=False, soft_wrap=True)
            yield cluster.grade_all, workers
        return
    if any(catalogue.find(n).tensorflow for n in {job.assignment for job in found}):
        mnist.prepare()  # once, before the workers would all want it
    workers = jobs or plan.workers(found)
    grade = graded if sandbox else graded_unconfined

    def grade_here(to_grade: list[Job]) -> Generator[Graded, None, None]:
        # Half a second that would come after the first submission.
        threading.Thread(target=importlib.import_module, args=(PAGES,), daemon=True).start()
        return grade_all(to_grade, workers, grade)

    yield grade_here, workers


def _carry_out(run: Run, site: Site, lang: str, errors: Console) -> bool:
    """Whether every report came: False if Ctrl-C or SIGTERM came first."""
    with _interrupted_by_sigterm(), contextlib.closing(run.reports()) as coming:
        try:
            with Display(run, lang, errors) as display:
                for report in coming:
                    site.add(report)
                    display.add(report)
        except KeyboardInterrupt:
            return False
    return True


@contextlib.contextmanager
def _interrupted_by_sigterm() -> Iterator[None]:
    """What a batch system sends when time is up works as Ctrl-C does."""

    def interrupt(*_: object) -> None:
        raise KeyboardInterrupt

    before = signal.signal(signal.SIGTERM, interrupt)
    try:
        yield
    finally:
        signal.signal(signal.SIGTERM, before)


def _finish(site: Site, lang: str) -> None:
    page = site.finish()
    console = Console()
    terminal.show_class(site.tally.entries(), lang, console)
    console.print(
        Text(
            en=f"Open {page} for the whole class.", ja=f"{page} を開くと、クラス全体が見られます。"
        )[lang],
        markup=False,
        highlight=False,
        soft_wrap=True,
    )


def _stopped(done: int, total: int, out: Path) -> Text:
    return Text(
        en=f"Stopped after {done} of {total}: {out} holds these. "
        "Run the same command again to go on; what is graded is not graded again.",
        ja=f"{total} 件中 {done} 件で中断しました。ここまでの結果は {out} にあります。"
        "同じコマンドをもう一度実行すると、続きから採点します (採点済みのものは採点し直しません)。",
    )


def _require_sandbox() -> None:
    problem = sandbox_problem()
    if problem is not None:
        raise Trouble(
            problem
            + Text(
                en="\nWithout a sandbox official grading refuses to run a submission. "
                "`--no-sandbox` runs them unconfined, and marks every result UNSANDBOXED.",
                ja="\nサンドボックスがないと、正式な採点は行いません。`--no-sandbox` を付けると"
                "隔離せずに実行し、結果に UNSANDBOXED と記します。",
            )
        )
