"""Canvas: a CSV for the gradebook's import."""

from __future__ import annotations

from collections.abc import Iterable

from autograder.report import Report
from autograder.reports.grades_csv import table
from autograder.reports.lms import grade, grades
from autograder.reports.names import visible
from autograder.reports.summary import points

STUDENT_COLUMNS = ("Student", "ID", "SIS User ID", "SIS Login ID", "Section")
"""The columns that Canvas expects before the assignments, in this order."""


def to_canvas(reports: Iterable[Report], lang: str) -> str:
    """One row a student, one column an assignment, and Canvas' row of points possible.

    The student's folder name goes into `Student` and `SIS Login ID`: Canvas finds the student by
    either. Empty cells change nothing there. The same in both languages: Canvas reads the
    English column names. Points given by hand are not in it.
    """
    del lang  # the signature that all exports share
    found, assignments = grades(reports)
    most = {
        name: max(row[name].max_score for row in found.values() if name in row)
        for name in assignments
    }
    blank = [""] * (len(STUDENT_COLUMNS) - 1)
    rows = [
        [*STUDENT_COLUMNS, *map(visible, assignments)],
        ["    Points Possible", *blank, *(points(most[name]) for name in assignments)],
    ]
    for student, row in found.items():
        name = visible(student)
        rows.append([name, "", "", name, "", *(grade(row.get(a)) for a in assignments)])
    return table(rows)
