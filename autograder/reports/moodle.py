"""Moodle: a CSV for the gradebook's grade import, with feedback."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape

from autograder.report import Report
from autograder.reports import words
from autograder.reports.grades_csv import table
from autograder.reports.lms import grade, grades
from autograder.reports.names import visible
from autograder.reports.summary import why
from autograder.text import Text

FEEDBACK = Text(en="feedback", ja="フィードバック")
ALL_PASSED = Text(en="All checks passed.", ja="すべての確認に合格しました。")


def to_moodle(reports: Iterable[Report], lang: str) -> str:
    """One row a student, for each assignment a column of points and one of feedback.

    In Moodle's import `Username` is mapped to the user's name, each assignment's column to its
    grade item and the column behind it to that item's feedback. Moodle shows feedback as HTML, so
    it is escaped here. A submission without a final grade has an empty grade and says why.
    """
    found, assignments = grades(reports)
    header = ["Username"]
    for name in map(visible, assignments):
        header += [name, f"{name} ({FEEDBACK[lang]})"]
    rows = [header]
    for student, row in found.items():
        cells = [visible(student)]
        for name in assignments:
            report = row.get(name)
            cells += [grade(report), escape(_feedback(report, lang))]
        rows.append(cells)
    return table(rows)


def _feedback(report: Report | None, lang: str) -> str:
    if report is None:
        return ""
    reason = why(report, lang) or ALL_PASSED[lang]
    return reason if report.sandboxed else f"{words.UNSANDBOXED[lang]} {reason}"
