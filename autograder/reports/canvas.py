"""Canvas: a CSV for the gradebook's import."""

from __future__ import annotations

from autograder.report import Report
from autograder.reports.grades_csv import table
from autograder.reports.lms import Sheet
from autograder.reports.summary import points
from autograder.visible import visible

STUDENT_COLUMNS = ("Student", "ID", "SIS User ID", "SIS Login ID", "Section")
"""The columns that Canvas expects before the assignments, in this order."""
POSSIBLE = "Points Possible"


def to_canvas(sheet: Sheet, lang: str) -> str:
    """Canvas' row of points possible, and one row a student.

    The student's folder name goes into `Student` and `SIS Login ID`: Canvas finds the student by
    either. The same in both languages: Canvas reads the English column names. Points given by
    hand are not in it.
    """
    del lang  # the signature that both exports share
    most = max((report.max_score for report in sheet.graded), default=0.0)
    blank = [""] * (len(STUDENT_COLUMNS) - 1)
    rows = [
        [*STUDENT_COLUMNS, visible(sheet.assignment)],
        [f"    {POSSIBLE}", *blank, points(most)],
    ]
    rows += [_row(report) for report in sheet.graded]
    return table(rows, user_names=(0, 3))


def _row(report: Report) -> list[str]:
    login = visible(report.student)
    # Canvas takes any row with these words in front for the one that sets the points.
    name = "" if POSSIBLE in login else login
    return [name, "", "", login, "", points(report.score)]
