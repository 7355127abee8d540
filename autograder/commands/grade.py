"""`kata grade`: a whole class, with progress, reports and a summary."""

from __future__ import annotations

from pathlib import Path

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

from autograder.classroom.collect import find
from autograder.classroom.job import graded, graded_unconfined
from autograder.classroom.pool import grade_all
from autograder.course import catalogue, mnist
from autograder.report import Report
from autograder.reports import grades_csv, grades_json, site, terminal
from autograder.reports.files import check_folder
from autograder.text import Text
from autograder.trouble import Trouble


def grade_class(
    submitted: Path, out: Path, *, jobs: int, only: str | None, sandbox: bool, lang: str
) -> list[Report]:
    """Grades every submission below `submitted` and writes grades and pages into `out`.

    Raises `Trouble` before anything is graded if there is nothing to grade, `out` can't be
    written, or the sandbox can't run.
    """
    name = catalogue.find(only).name if only else None
    found, left_out = find(submitted, name)
    check_folder(out)
    if sandbox:
        _require_sandbox()
    errors = Console(stderr=True)
    for line in left_out:
        errors.print(line[lang], markup=False)
    if any(catalogue.find(job.assignment).tensorflow for job in found):
        mnist.prepare()  # once, before the workers would all want it
    reports: list[Report] = []
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn())
    label = Text(en="Grading", ja="採点中")[lang]
    with Progress(*columns, TimeRemainingColumn(), console=errors, transient=True) as progress:
        task = progress.add_task(label, total=len(found))
        for report in grade_all(found, jobs, graded if sandbox else graded_unconfined):
            reports.append(report)
            progress.advance(task)
            if not errors.is_terminal:
                errors.print(_line(report), markup=False, highlight=False, soft_wrap=True)
    reports.sort(key=lambda r: (r.student, r.assignment))
    grades_json.write(reports, out, lang)
    grades_csv.write(reports, out, lang)
    site.write_site(reports, out, lang)
    console = Console()
    terminal.show_class(reports, lang, console)
    page = out / "index.html"
    console.print(
        Text(
            en=f"Open {page} for the whole class.", ja=f"{page} を開くと、クラス全体が見られます。"
        )[lang],
        markup=False,
        highlight=False,
        soft_wrap=True,
    )
    return reports


def _line(report: Report) -> str:
    name = f"{report.student!r}" if not report.student.isprintable() else report.student
    return f"{name} {report.assignment}: {report.score:g}/{report.max_score:g} ({report.seconds:.1f} s)"


def _require_sandbox() -> None:
    from autograder.boundary import sandbox

    problem = sandbox.problem()
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
