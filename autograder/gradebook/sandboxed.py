"""`autograde`: our grading in place of nbgrader's execution in a kernel."""

from __future__ import annotations

import html
from typing import Any

from nbformat.v4 import new_output
from nbgrader.preprocessors import Execute, SaveAutoGrades
from nbgrader.utils import is_grade, is_solution

from autograder.gradebook.submission import GRADED, Handed
from autograder.gradebook.words import feedback, summary
from autograder.report import CheckResult, Report

UNCERTAIN = "kata_could_not_check"


class RunInSandbox(Execute):
    """Grades the submission in the sandbox and writes each task's verdict as its cell's outputs.

    nbgrader's `determine_grade` reads the outputs of a grade cell in order and takes the first
    error, stderr or result: so the feedback comes as text on stdout, then the points as one bare
    float. Assignments that are not the kit's run in a kernel, as nbgrader does.
    """

    def preprocess(self, nb: Any, resources: Any, *args: Any, **kwargs: Any) -> Any:
        handed: Handed | None = resources.get("kata")
        if handed is None:
            return super().preprocess(nb, resources, *args, **kwargs)
        # Imported here, because nbgrader reads its configuration for every command.
        from autograder.classroom.collect import Job
        from autograder.classroom.job import graded

        job = Job(handed.student, handed.assignment.name, handed.folder)
        report = Report.from_dict(graded(job))
        self.log.info("%s %s: %s", job.student, job.assignment, summary(report))
        lang = language(nb)
        resources[UNCERTAIN] = set()
        first = True
        for cell in nb.cells:
            if cell.cell_type == "code" and is_grade(cell) and not is_solution(cell):
                task = cell.metadata.nbgrader["grade_id"]
                checks = [c for c in report.checks if c.task == task]
                cell.outputs = shown(report, checks, lang, whole=first)
                if uncertain(report, checks):
                    resources[UNCERTAIN].add(task)
                else:
                    cell.outputs.append(points(checks, float(cell.metadata.nbgrader["points"])))
                first = False
        nb.metadata[GRADED] = True
        return nb, resources


def uncertain(report: Report, checks: list[CheckResult]) -> bool:
    """Whether a person has to look at a cell with these checks.

    Where anything could not be checked, what was left out may have been left out because of it.
    """
    unknown = ("error",) if report.complete else ("error", "skipped")
    return not checks or any(c.outcome in unknown for c in checks)


def shown(report: Report, checks: list[CheckResult], lang: str, *, whole: bool) -> list[Any]:
    """Feedback as text, and the learner's curves once.

    whole: adds what concerns the whole submission (for the first cell).
    """
    found = [
        new_output("stream", name="stdout", text=feedback(report if whole else None, checks, lang))
    ]
    if whole and report.curves:
        from autograder.reports.curves import pictures

        # The page is light, so the pictures have to be, whatever the reader's browser prefers.
        images = "\n".join(
            f'<img style="color-scheme: light" src="{picture.uri}" alt="{html.escape(picture.alt)}">'
            for picture in pictures(report.curves, lang)
        )
        found.append(new_output("display_data", {"text/html": images}))
    return found


def points(checks: list[CheckResult], worth: float) -> Any:
    """The points as the output that nbgrader reads: one bare float.

    worth: what the cell gives in the gradebook; an instructor may have changed the kit's points.
    """
    most = sum(c.max_points for c in checks)
    given = sum(c.points for c in checks)
    value = float(given if most == worth or not most else given * worth / most)
    return new_output("execute_result", {"text/plain": repr(value)}, execution_count=None)


def language(nb: Any) -> str:
    """The language of the assignment, from its grade cells, which the gradebook has restored."""
    return "ja" if any(is_grade(c) and 'lang="ja"' in c.source for c in nb.cells) else "en"


class SaveVerdicts(SaveAutoGrades):
    """Saves the points; what could not be checked waits for a person and is never a zero."""

    def _add_score(self, cell: Any, resources: Any) -> None:
        name = cell.metadata.nbgrader["grade_id"]
        if name not in resources.get(UNCERTAIN, ()):
            super()._add_score(cell, resources)
            return
        grade = self.gradebook.find_grade(
            name, self.notebook_id, self.assignment_id, self.student_id
        )
        grade.auto_score = None
        grade.needs_manual_grade = True
        self.gradebook.db.commit()
