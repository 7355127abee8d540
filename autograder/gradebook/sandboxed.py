"""`autograde`: our grading in place of nbgrader's execution in a kernel."""

from __future__ import annotations

import html
from pathlib import Path
from typing import Any

from nbformat.v4 import new_output
from nbgrader.preprocessors import Execute, NbGraderPreprocessor, SaveAutoGrades
from nbgrader.utils import is_grade, is_solution

from autograder.classroom.collect import Job
from autograder.classroom.job import graded
from autograder.course import catalogue
from autograder.course.catalogue import UnknownAssignment
from autograder.gradebook.words import feedback, summary
from autograder.report import CheckResult, Report
from autograder.reports.curves import pictures

UNCERTAIN = "kata_could_not_check"


class RunInSandbox(NbGraderPreprocessor):
    """Grades the submission in the sandbox and writes each task's verdict as its cell's outputs.

    nbgrader's `determine_grade` reads the outputs of a grade cell in order and takes the first
    error, stderr or result: so the feedback comes as text on stdout, then the points as one bare
    float.
    """

    def preprocess(self, nb: Any, resources: Any) -> Any:
        about = resources["nbgrader"]
        try:
            assignment = catalogue.find(about["assignment"])
        except UnknownAssignment:
            return Execute(parent=self.parent).preprocess(nb, resources)
        folder = Path(resources["metadata"]["path"]).resolve()
        report = Report.from_dict(graded(Job(about["student"], assignment.name, folder)))
        self.log.info("%s %s: %s", about["student"], assignment.name, summary(report))
        lang = language(nb)
        resources[UNCERTAIN] = set()
        first = True
        for cell in nb.cells:
            if cell.cell_type == "code" and is_grade(cell) and not is_solution(cell):
                task = cell.metadata.nbgrader["grade_id"]
                checks = [c for c in report.checks if c.task == task]
                if not checks or any(c.outcome == "error" for c in checks):
                    resources[UNCERTAIN].add(task)
                cell.outputs = list(outputs(report, checks, cell, lang, whole=first))
                first = False
        return nb, resources


def outputs(
    report: Report, checks: list[CheckResult], cell: Any, lang: str, *, whole: bool
) -> list[Any]:
    """Feedback as text, the learner's curves once, then the points.

    whole: adds what concerns the whole submission (for the first cell).
    """
    found = [
        new_output("stream", name="stdout", text=feedback(report if whole else None, checks, lang))
    ]
    if whole and report.curves:
        shown = "\n".join(
            f'<img src="{picture.uri}" alt="{html.escape(picture.alt)}">'
            for picture in pictures(report.curves, lang)
        )
        found.append(new_output("display_data", {"text/html": shown}))
    most = sum(c.max_points for c in checks)
    share = sum(c.points for c in checks) / most if most else 0.0
    # The instructor may have given the task other points than the kit does.
    points = float(round(share * float(cell.metadata.nbgrader["points"]), 6))
    found.append(new_output("execute_result", {"text/plain": repr(points)}, execution_count=1))
    return found


def language(nb: Any) -> str:
    """The language of the assignment, from its grade cells, which the gradebook has restored."""
    return "ja" if any(is_grade(c) and 'lang="ja"' in c.source for c in nb.cells) else "en"


class SaveVerdicts(SaveAutoGrades):
    """Saves the points; what could not be checked waits for a person and is never a zero."""

    def _add_score(self, cell: Any, resources: Any) -> None:
        super()._add_score(cell, resources)
        if cell.metadata.nbgrader["grade_id"] in resources.get(UNCERTAIN, ()):
            grade = self.gradebook.find_grade(
                cell.metadata.nbgrader["grade_id"],
                self.notebook_id,
                self.assignment_id,
                self.student_id,
            )
            grade.auto_score = None
            grade.needs_manual_grade = True
            self.gradebook.db.commit()
