"""Grades one submission: run it, ask every check, make the report."""

from __future__ import annotations

import contextlib
import os
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from autograder.course.catalogue import Assignment
from autograder.grading._plugin import Verdict, Verdicts
from autograder.grading._submission import Submission, describe_place
from autograder.grading.files import Work, read
from autograder.grading.gather import UnreadableSubmission
from autograder.grading.session import InProcess, InSandbox, Process, Program, Session, work_folder
from autograder.grading.verdict import CouldNotCheck
from autograder.report import CheckResult, Report
from autograder.text import Text

NOTHING = Text(en="", ja="")


class SuiteError(Exception):
    """The checks of an assignment can't be run: a fault of the kit."""


def grade(
    path: Path,
    assignment: Assignment,
    suite: list[Path],
    *,
    student: str,
    starters: tuple[Path, ...] = (),
    start: Callable[[], Process] | None = None,
    sandboxed: bool = True,
) -> Report:
    """Grades the submission at `path`.

    suite: the files with checks, public ones first.
    start: starts a student's process; None runs the code in this process (a self-check).
    sandboxed: whether `start` confines what it starts; the report says so.
    Raises `SuiteError` if the checks themselves are broken. Whatever the submission does ends up
    in the report.
    """
    began = time.monotonic()
    work: Work | None = None
    problem: Text | None = None
    session: Session | None = None
    notes: list[Text] = []
    with contextlib.ExitStack() as stack:
        try:
            work = read(path, assignment, starters)
            session = _session(work.program, assignment, start, stack)
            notes += [*work.notes, *_load_notes(session)]
        except UnreadableSubmission as error:
            problem = error.text
        except CouldNotCheck as error:
            problem = error.text
        submission = Submission(session, seconds=assignment.seconds, problem=problem)
        verdicts = run(suite, submission)
    checks = [_result(v, assignment) for v in verdicts.values()]
    reflections = work.reflections if work else {}
    checks += [
        CheckResult(
            name=r.id,
            task=r.id,
            title=r.title,
            outcome="manual",
            points=0.0,
            max_points=r.points,
            message=NOTHING,
            hint=NOTHING,
        )
        for r in assignment.reflections
    ]
    curves = max((h.history for h in submission.histories), key=_epochs, default=None)
    return Report(
        student=student,
        assignment=assignment.name,
        checks=tuple(checks),
        seconds=round(time.monotonic() - began, 3),
        sandboxed=start is not None and sandboxed,
        notes=tuple([*([problem] if problem else []), *notes]),
        curves=curves,
        reflections=reflections or None,
    )


def _session(
    program: Program,
    assignment: Assignment,
    start: Callable[[], Process] | None,
    stack: contextlib.ExitStack,
) -> Session:
    if start is None:
        stack.enter_context(work_folder())
        return InProcess(program)
    session = InSandbox(program, start, assignment.seconds)
    stack.callback(session.close)
    session.load()
    return session


def _load_notes(session: Session) -> Iterator[Text]:
    """What cells raised while they ran; the rest of the submission is graded all the same."""
    loaded = getattr(session, "loaded", {})
    for error in list(loaded.get("errors", []))[:3]:
        place = describe_place(error)
        yield Text(
            en=f"The code stopped with an error: {error.get('type')}: "
            f"{error.get('text')}{place.en}",
            ja=f"コードがエラーで止まりました。{error.get('type')}: {error.get('text')}{place.ja}",
        )


def run(suite: list[Path], submission: Submission, task: str | None = None) -> dict[str, Verdict]:
    """Asks every check in `suite`, in order; with `task`, only that task's. Raises `SuiteError`."""
    verdicts = Verdicts(submission, task)
    arguments = [
        *("-s", "-c", os.devnull, "--rootdir", str(suite[0].parent)),
        *("--import-mode=importlib", "-p", "no:cacheprovider", "-p", "no:terminal"),
        *("-p", "autograder.grading.plugin", "--noconftest"),
        *(str(path) for path in suite),
    ]
    with _without_other_plugins():
        status = pytest.main(arguments, plugins=[verdicts])
    if verdicts.errors or status not in (pytest.ExitCode.OK, pytest.ExitCode.TESTS_FAILED):
        raise SuiteError("\n".join(verdicts.errors) or f"pytest ended with {status!r}")
    return verdicts.found


@contextlib.contextmanager
def _without_other_plugins() -> Iterator[None]:
    name = "PYTEST_DISABLE_PLUGIN_AUTOLOAD"
    before = {n: os.environ.get(n) for n in (name, "PYTEST_ADDOPTS", "PYTEST_PLUGINS")}
    os.environ[name] = "1"
    os.environ.pop("PYTEST_ADDOPTS", None)
    os.environ.pop("PYTEST_PLUGINS", None)
    try:
        yield
    finally:
        for key, value in before.items():
            if value is None:
                os.environ.pop(key, None)
            else:
                os.environ[key] = value


def _epochs(history: dict[str, list[float]]) -> int:
    return max((len(v) for v in history.values()), default=0)


def _result(verdict: Verdict, assignment: Assignment) -> CheckResult:
    passed = verdict.outcome == "passed"
    hints = [t.hints for t in assignment.tasks if t.id == verdict.mark.task]
    hint = hints[0][0] if hints and hints[0] and verdict.outcome in ("failed", "error") else NOTHING
    return CheckResult(
        name=verdict.name,
        task=verdict.mark.task,
        title=verdict.title,
        outcome=verdict.outcome,  # type: ignore[arg-type]
        points=float(verdict.mark.points) if passed else 0.0,
        max_points=float(verdict.mark.points),
        message=verdict.message,
        hint=hint,
        seconds=round(verdict.seconds, 3),
    )
