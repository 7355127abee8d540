"""`kata validate`: proves the graders on solutions, starters, wrong answers and honest variants."""

from __future__ import annotations

import json
import multiprocessing
import sys
import tempfile
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from rich.console import Console
from rich.progress import track
from rich.table import Table

from autograder.classroom.worker import one_core
from autograder.course import catalogue, places, variants
from autograder.course.catalogue import Assignment
from autograder.course.source import Form, render
from autograder.course.variants import Variant
from autograder.grading.grade import grade
from autograder.grading.suite import checks
from autograder.report import Report
from autograder.text import LANGUAGES

FORMS: tuple[Form, ...] = ("notebook", "module")


@dataclass(frozen=True, kw_only=True)
class Trial:
    """One submission whose verdict is known."""

    assignment: str
    kind: str
    """`solution`, `starter`, `honest` or `wrong`."""
    label: str
    """Such as `module, ja`, or the variant's file name."""
    file: str
    """The file's name, which says whether it is a notebook or a module."""
    content: str
    beside: tuple[tuple[str, bytes], ...] = ()
    """Other files of the submission."""
    variant: Variant | None = None


@dataclass
class Finding:
    """What the trials of one assignment showed."""

    name: str
    solution: float | None = None
    """Lowest score of a solution, in points."""
    starter: float | None = None
    """Highest score of an untouched starter, in points."""
    honest: int = 0
    wrong: int = 0
    problems: list[str] = field(default_factory=list)

    def as_dict(self) -> dict[str, Any]:
        return dict(vars(self))


def validate_command(only: str | None, *, as_json: bool, jobs: int) -> bool:
    """Runs all trials, prints what they showed, and says whether all is well."""
    chosen = [catalogue.find(only)] if only else list(catalogue.assignments().values())
    trials = [trial for assignment in chosen for trial in trials_of(assignment)]
    findings = {a.name: Finding(a.name) for a in chosen}
    caught: dict[str, set[str]] = {a.name: set() for a in chosen}
    known: dict[str, set[str]] = {a.name: set() for a in chosen}
    console = Console(stderr=True)
    context = multiprocessing.get_context("spawn")
    workers = min(jobs, len(trials))
    with one_core(), ProcessPoolExecutor(workers, mp_context=context) as pool:
        reports = pool.map(run_trial, trials)
        for trial, report in zip(
            track(trials, "Validating", console=console, transient=True), reports, strict=True
        ):
            finding = findings[trial.assignment]
            known[trial.assignment] |= {c.name for c in report.checks if c.outcome != "manual"}
            finding.problems += _judge(trial, report, finding)
            alone = [c.name for c in report.checks if c.outcome in ("failed", "error")]
            if trial.kind == "wrong" and len(alone) == 1:
                caught[trial.assignment].add(alone[0])
    for name, finding in findings.items():
        finding.problems += [
            f"check {check}: no wrong answer that it alone catches"
            for check in sorted(known[name] - caught[name])
        ]
    good = not any(f.problems for f in findings.values())
    if as_json:
        print(json.dumps({"assignments": [f.as_dict() for f in findings.values()], "ok": good}))
    else:
        _show(list(findings.values()))
    return good


def trials_of(assignment: Assignment) -> Iterator[Trial]:
    """Solution and starter in each language and form, and every registered variant."""
    kit = places.clone()
    source = places.source(kit, assignment)
    beside = tuple(
        (p.name, p.read_bytes()) for p in sorted(source.parent.glob("*.csv")) if p.is_file()
    )
    for kind in ("solution", "starter"):
        for lang in LANGUAGES:
            for form in FORMS:
                solved = kind == "solution"
                yield Trial(
                    assignment=assignment.name,
                    kind=kind,
                    label=f"{form}, {lang}",
                    file=f"{assignment.module}{'.ipynb' if form == 'notebook' else '.py'}",
                    content=render(
                        source, assignment, lang=lang, form=form, solution=solved, draw=_undrawn
                    ),
                    beside=beside if solved else (),
                )
    solution = render(source, assignment, lang="en", form="module", solution=True)
    for kind in ("honest", "wrong"):
        folder = kit / "tests" / "variants" / assignment.name / kind
        for path in sorted(folder.glob("*.py")):
            variant = variants.read(path)
            yield Trial(
                assignment=assignment.name,
                kind=kind,
                label=path.name,
                file=f"{assignment.module}.py",
                content=variants.apply(solution, variant.source),
                beside=beside,
                variant=variant,
            )


def run_trial(trial: Trial, task: str | None = None) -> Report:
    """Grades one trial in this process: the submissions are the kit's own.

    task: id of the one task to check; None checks all.
    """
    assignment = catalogue.find(trial.assignment)
    if pyplot := sys.modules.get("matplotlib.pyplot"):
        pyplot.rcdefaults()  # what the trial before changed
        pyplot.switch_backend("Agg")
    with tempfile.TemporaryDirectory(prefix="kata-trial-") as folder:
        for name, data in trial.beside:
            (Path(folder) / name).write_bytes(data)
        (Path(folder) / trial.file).write_text(trial.content, encoding="utf-8")
        return grade(Path(folder), assignment, checks(assignment), student=trial.label, task=task)


def _judge(trial: Trial, report: Report, finding: Finding) -> list[str]:
    """What is not as it should be, a line each."""
    place = f"{trial.kind} ({trial.label})"
    bad = {c.name: c for c in report.checks if c.outcome not in ("passed", "manual")}
    if trial.kind in ("solution", "honest"):
        if trial.kind == "solution":
            scores = (s for s in (finding.solution, report.score) if s is not None)
            finding.solution = min(scores)
        else:
            finding.honest += 1
        return [f"{place}: {c.name} {c.outcome}: {c.message.en}" for c in bad.values()]
    if trial.kind == "starter":
        finding.starter = max(s for s in (finding.starter, report.score) if s is not None)
        passed = [c.name for c in report.checks if c.outcome == "passed"]
        errors = [f"{c.name}: {c.message.en}" for c in bad.values() if c.outcome == "error"]
        return [f"{place}: {name} passes" for name in passed] + [f"{place}: {e}" for e in errors]
    finding.wrong += 1
    assert trial.variant is not None
    problems = []
    failed = {name for name, c in bad.items() if c.outcome in ("failed", "error")}
    if failed != set(trial.variant.caught_by):
        problems.append(
            f"{place}: caught by {sorted(failed)}, not by {sorted(trial.variant.caught_by)}"
        )
    messages = [c.message.en for name, c in bad.items() if name in trial.variant.caught_by]
    if trial.variant.says and not any(trial.variant.says in m for m in messages):
        problems.append(f"{place}: says {messages}, not {trial.variant.says!r}")
    return problems


def _show(findings: list[Finding]) -> None:
    console = Console()
    table = Table("Assignment", "Solution", "Starter", "Honest", "Wrong", "Problems")
    for f in findings:
        row = (f.solution, f.starter, f.honest, f.wrong, len(f.problems))
        table.add_row(f.name, *("–" if v is None else f"{v:g}" for v in row))
    console.print(table)
    for f in findings:
        for problem in f.problems:
            console.print(f"{f.name}: {problem}", markup=False, highlight=False, soft_wrap=True)


def _undrawn(name: str, lang: str) -> bytes:
    """Graders look at no picture of the teaching text."""
    return b""
