"""Grades one submission: run it, ask every check, make the report."""

from __future__ import annotations

import contextlib
import functools
import json
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from autograder.course.catalogue import Assignment
from autograder.grading import keys
from autograder.grading._plugin import Verdict
from autograder.grading._submission import Submission, describe_place
from autograder.grading.asking import run
from autograder.grading.files import Work, gathered, read, read_files
from autograder.grading.gather import UnreadableSubmission
from autograder.grading.recorded import Recorded, Store
from autograder.grading.session import InProcess, InSandbox, Process, Session, work_folder
from autograder.grading.verdict import CouldNotCheck
from autograder.report import CheckResult, Report
from autograder.text import Text

NOTHING = Text(en="", ja="")


@dataclass(frozen=True, kw_only=True)
class Official:
    """How official grading runs a submission: in a process of its own."""

    start: Callable[[], Process]
    """Starts a student's process."""
    sandboxed: bool
    """Whether `start` confines what it starts; the report says so."""
    store: Store | None = None
    """Remembers answers and reports by content; None grades everything anew."""


def grade(
    path: Path,
    assignment: Assignment,
    suite: list[Path],
    *,
    student: str,
    starters: tuple[Path, ...] = (),
    official: Official | None = None,
    task: str | None = None,
) -> Report:
    """Grades the submission at `path`.

    suite: the files with checks, public ones first.
    starters: folders with the assignment as it was handed out.
    official: None runs the code in this process, which is a self-check.
    task: in a self-check, the id of the one task to check.
    Raises `SuiteError` if the checks themselves are broken. Whatever the submission does ends up
    in the report.
    """
    found = functools.partial(gathered, path)
    return _grade(path.name, found, assignment, suite, student, starters, official, task)


def grade_files(
    handed_in: str,
    files: dict[str, bytes],
    assignment: Assignment,
    suite: list[Path],
    *,
    student: str,
    starters: tuple[Path, ...] = (),
    official: Official,
) -> Report:
    """As `grade`, for files that were gathered elsewhere: from `handed_in`, a file's or folder's
    name."""
    return _grade(handed_in, lambda: files, assignment, suite, student, starters, official, None)


def _grade(
    handed_in: str,
    found: Callable[[], dict[str, bytes]],
    assignment: Assignment,
    suite: list[Path],
    student: str,
    starters: tuple[Path, ...],
    official: Official | None,
    task: str | None,
) -> Report:
    try:
        work = read_files(handed_in, found(), assignment, starters)
    except UnreadableSubmission as error:
        submission = Submission(None, seconds=assignment.seconds, problem=error.text)
        report = _report(assignment, run(suite, submission, task), notes=[error.text])
    else:
        report = replace(_remembered(work, assignment, suite, official, task), content=work.content)
    sandboxed = official is not None and official.sandboxed
    return replace(report, student=student, sandboxed=sandboxed)


def look_up(
    path: Path,
    assignment: Assignment,
    suite: list[Path],
    *,
    student: str,
    starters: tuple[Path, ...] = (),
    sandboxed: bool,
    store: Store,
) -> tuple[str | None, Report | None]:
    """What is known of a submission without running it: its key, and its report if it is kept.

    Submissions with the same key get the same report. The key is None for what can't be read.
    """
    try:
        work = read(path, assignment, starters)
    except UnreadableSubmission:
        return None, None
    run_key = keys.run_key(work, assignment, sandboxed=sandboxed)
    key = keys.report_key(run_key, work, assignment, suite)
    known = remembered_report(store.get(key))
    if known is None:
        return key, None
    return key, replace(known, student=student, content=work.content, sandboxed=sandboxed)


def _remembered(
    work: Work,
    assignment: Assignment,
    suite: list[Path],
    official: Official | None,
    task: str | None,
) -> Report:
    """The report from the store, or made and kept there if every check could be carried out."""
    if official is None or official.store is None:
        return _made(work, assignment, suite, official, "", task)
    run_key = keys.run_key(work, assignment, sandboxed=official.sandboxed)
    report_key = keys.report_key(run_key, work, assignment, suite)
    known = remembered_report(official.store.get(report_key))
    if known is not None:
        return known
    report = _made(work, assignment, suite, official, run_key)
    if report.complete:
        official.store.put(report_key, json.dumps(report.as_dict()).encode())
    return report


def remembered_report(data: bytes | None) -> Report | None:
    """The report in a store's entry; None for no entry, or a damaged one: it is made again."""
    try:
        return None if data is None else Report.from_dict(json.loads(data))
    except (ValueError, TypeError, KeyError, AttributeError, RecursionError):
        return None


def _made(
    work: Work,
    assignment: Assignment,
    suite: list[Path],
    official: Official | None,
    run_key: str,
    task: str | None = None,
) -> Report:
    began = time.monotonic()
    problem: Text | None = None
    notes = list(work.notes)
    with contextlib.ExitStack() as stack:
        session = _session(work, assignment, official, run_key, stack)
        try:
            session.load()
            notes += _load_notes(session)
        except CouldNotCheck as error:
            problem = error.text
            notes.append(problem)
        submission = Submission(session, seconds=assignment.seconds, problem=problem)
        verdicts = run(suite, submission, task)
    report = _report(assignment, verdicts, notes=notes, work=work, submission=submission)
    return replace(report, seconds=round(time.monotonic() - began, 3))


def _session(
    work: Work,
    assignment: Assignment,
    official: Official | None,
    run_key: str,
    stack: contextlib.ExitStack,
) -> Session:
    if official is None:
        stack.enter_context(work_folder())
        return InProcess(work.program)
    live = InSandbox(work.program, official.start, assignment.seconds)
    stack.callback(live.close)
    return Recorded(run_key, official.store, live) if official.store is not None else live


def _load_notes(session: Session) -> Iterator[Text]:
    """What cells raised while they ran; the rest of the submission is graded all the same."""
    for error in list(session.loaded.get("errors", []))[:3]:
        place = describe_place(error)
        what = f"{error.get('type')}: {error.get('text')}"
        yield Text(
            en=f"The code stopped with an error: {what}{place.en}",
            ja=f"コードがエラーで止まりました。{what}{place.ja}",
        )


def _report(
    assignment: Assignment,
    verdicts: dict[str, Verdict],
    *,
    notes: list[Text],
    work: Work | None = None,
    submission: Submission | None = None,
) -> Report:
    checks = [_result(v, assignment) for v in verdicts.values()]
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
    histories = [h.history for h in submission.histories] if submission else []
    return Report(
        student="",
        assignment=assignment.name,
        checks=tuple(checks),
        seconds=0.0,
        notes=tuple(notes),
        curves=max(histories, key=_epochs, default=None),
        reflections=(work.reflections if work else None) or None,
    )


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
