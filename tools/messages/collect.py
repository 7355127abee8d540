"""Grades what brings messages about, and keeps the reports until submission or checks change."""

from __future__ import annotations

import hashlib
import json
import multiprocessing
import tempfile
from concurrent.futures import ProcessPoolExecutor
from dataclasses import replace
from pathlib import Path

from rich.console import Console
from rich.progress import track

from autograder.commands.validate import Trial, run_trial, trials_of
from autograder.course import places, variants
from autograder.course.catalogue import Assignment
from autograder.course.source import render
from autograder.grading.grade import Official, grade
from autograder.grading.suite import checks, starter
from autograder.report import Report
from autograder.reports.messages import Case
from tools.messages import generic


def cases(assignment: Assignment, *, jobs: int) -> list[Case]:
    """Every wrong answer, the starter, and (in one chapter) what can happen in any."""
    trials = list(trials_of(assignment))
    untouched = next(t for t in trials if (t.kind, t.label) == ("starter", "module, en"))
    wrong = [t for t in trials if t.kind == "wrong"]
    kept = _Kept(assignment)
    if kept.get(untouched.content) is None:
        kept.put(untouched.content, run_trial(untouched))
    tasks = {c.name: c.task for c in kept.known(untouched.content).checks}
    new = [t for t in wrong if kept.get(t.content) is None]
    context = multiprocessing.get_context("spawn")
    if new:
        with ProcessPoolExecutor(min(jobs, len(new)), mp_context=context) as pool:
            reports = pool.map(_run, new, ([tasks[c] for c in _caught_by(t)] for t in new))
            progress = track(
                zip(new, reports, strict=True),
                assignment.name,
                total=len(new),
                console=Console(stderr=True),
            )
            for trial, report in progress:
                kept.put(trial.content, report)
    found = [
        Case(
            label=trial.label,
            description=trial.variant.description if trial.variant else "As it was handed out.",
            code=trial.variant.source if trial.variant else "",
            report=kept.known(trial.content),
        )
        for trial in [untouched, *wrong]
    ]
    return found + (_generic(assignment, kept) if assignment.name == generic.CHAPTER else [])


def _caught_by(trial: Trial) -> tuple[str, ...]:
    return trial.variant.caught_by if trial.variant else ()


def _run(trial: Trial, tasks: list[str]) -> Report:
    """The report on the tasks in which the wrong answer is caught: the others have no message."""
    reports = [run_trial(trial, task) for task in sorted(set(tasks))]
    return replace(reports[0], checks=tuple(c for r in reports for c in r.checks))


def _generic(assignment: Assignment, kept: _Kept) -> list[Case]:
    source = places.source(places.root(), assignment)
    solution = render(source, assignment, lang="en", form="module", solution=True)
    official = Official(start=starter(assignment, sandbox=True), sandboxed=True)
    words = _text(sorted((places.PACKAGE / "grading").glob("*.py")))  # what they say is said there
    found = []
    for label, files in generic.files(solution, variants.apply).items():
        content = json.dumps(files) + words
        if (report := kept.get(content)) is None:
            with tempfile.TemporaryDirectory(prefix="kata-messages-") as folder:
                path = Path(folder) / assignment.name
                path.mkdir()
                for name, text in files.items():
                    (path / name).write_text(text, encoding="utf-8")
                suite = checks(assignment)
                report = grade(path, assignment, suite, student=label, official=official)
            kept.put(content, report)
        code = generic.CHANGES.get(label, "") or "\n".join(files)
        found.append(Case(label=label, description="", code=code, report=report))
    return found


class _Kept:
    """Reports by submission, in `build/messages/`; those made by other checks don't count."""

    def __init__(self, assignment: Assignment):
        self._file = places.root() / "build" / "messages" / f"{assignment.name}.json"
        shared = (places.PACKAGE / "graders").glob("[_k]*.py")
        self._suite = _digest(_text([*checks(assignment), *sorted(shared)]))
        known = json.loads(self._file.read_text(encoding="utf-8")) if self._file.exists() else {}
        self._reports = known.get(self._suite, {})

    def get(self, content: str) -> Report | None:
        found = self._reports.get(_digest(content))
        return Report.from_dict(found) if found else None

    def known(self, content: str) -> Report:
        return Report.from_dict(self._reports[_digest(content)])

    def put(self, content: str, report: Report) -> None:
        self._reports[_digest(content)] = report.as_dict()
        self._file.parent.mkdir(parents=True, exist_ok=True)
        text = json.dumps({self._suite: self._reports}, ensure_ascii=False)
        self._file.write_text(text, encoding="utf-8")


def _text(paths: list[Path]) -> str:
    return "".join(path.read_text(encoding="utf-8") for path in paths)


def _digest(text: str) -> str:
    return hashlib.blake2b(text.encode(), digest_size=12).hexdigest()
