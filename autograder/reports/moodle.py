"""Moodle: a CSV for the gradebook's grade import, with feedback."""

from __future__ import annotations

from html import escape

from autograder.report import Report
from autograder.reports.grades_csv import table
from autograder.reports.lms import Sheet
from autograder.reports.summary import points, why
from autograder.text import Text
from autograder.visible import visible

FEEDBACK = Text(en="feedback", ja="フィードバック")
ALL_PASSED = Text(en="All checks passed.", ja="すべての確認に合格しました。")


def to_moodle(sheet: Sheet, lang: str) -> str:
    """One row a student: user name, points, feedback.

    In Moodle's import `Username` is mapped to the user's name, the assignment's column to its
    grade item and the column behind it to that item's feedback. Moodle shows feedback as HTML, so
    it is escaped here.
    """
    name = visible(sheet.assignment)
    rows = [["Username", name, f"{name} ({FEEDBACK[lang]})"]]
    rows += [_row(report, lang) for report in sheet.graded]
    return table(rows, user_names=(0,))


def _row(report: Report, lang: str) -> list[str]:
    feedback = why(report, lang) or ALL_PASSED[lang]
    return [visible(report.student), points(report.score), escape(feedback)]
