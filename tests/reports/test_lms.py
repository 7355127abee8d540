"""Moodle's and Canvas' CSV, read as their importers read them.

The readers below do what Moodle's `grade/import/csv/classes/load_data.php` and Canvas'
`lib/gradebook_importer.rb` do with a file, as far as that decides which grade a student gets.
"""

import csv
import io

import pytest

from autograder.reports.canvas import to_canvas
from autograder.reports.lms import sheets
from autograder.reports.moodle import to_moodle
from autograder.text import Text

EVIL = "=1+1\x1b[0m\u202e\n<b>]]>&\ufffe\udcff"
FORMATS = [to_moodle, to_canvas]


def rows(text):
    return list(csv.reader(io.StringIO(text, newline="")))


def moodle_import(text):
    """Grade and feedback by user name. An empty grade would erase one, or be a 0."""
    header, *students = rows(text)
    assert len({h.strip() for h in header}) == len(header)
    grades = {}
    for line in students:
        user, grade, feedback = (cell.strip() for cell in line)
        assert user, "Moodle skips a row without a user"
        assert float(grade) <= 100, "Moodle refuses the file"
        grades[user] = (float(grade), feedback)
    return header[1], grades


def canvas_import(text):
    """Title, points possible, and grade by login id. An empty grade would erase one."""
    header, *others = rows(text)
    assert len(header) > 3
    assert "Student" in header[0]
    assert "ID" in header[1]
    assert header[2:4] == ["SIS User ID", "SIS Login ID"]
    assert "Section" in header[4]
    (title,) = header[5:]
    possible, grades = None, {}
    for row in others:
        assert len(row) == len(header)
        if "Points Possible" in row[0]:
            assert possible is None, "a second row would change the points"
            possible = float(row[5])
        else:
            grades[row[3]] = float(row[5])
    return title, possible, grades


@pytest.fixture
def final(report, check):
    """Makes a report with a final score: 1 of 2 points."""

    def make(student, assignment="02_neuron", **fields):
        checks = (check("x"), check("y", "failed"))
        return report(student, assignment, **{"checks": checks, **fields})

    return make


@pytest.fixture
def not_final(final, check):
    """A class in which three have no final grade, and each would be 0 or less than it is."""
    return [
        final("aoi"),
        final("ben", checks=(check("x", "error"), check("y", "error"))),
        final("chika", checks=(check("x"), check("y", "error"))),
        final("dan", sandboxed=False),
    ]


def test_a_sheet_for_each_assignment(final):
    found = sheets([final("b"), final("a", "03_propagation"), final("a")])
    assert [(s.assignment, [r.student for r in s.graded]) for s in found] == [
        ("02_neuron", ["a", "b"]),
        ("03_propagation", ["a"]),
    ]


def test_moodle_gets_user_names_points_and_escaped_feedback(final, check):
    message = Text(en="`a < b` came.", ja="`a < b` でした。")
    failed = final("hanako", checks=(check("x", "failed", message=message),))
    passed = final("taro", checks=(check("x"),))
    (sheet,) = sheets([passed, failed])
    assert moodle_import(to_moodle(sheet, "en")) == (
        "02_neuron",
        {"hanako": (0.0, "`a &lt; b` came."), "taro": (1.0, "All checks passed.")},
    )
    assert rows(to_moodle(sheet, "ja"))[0] == [
        "Username",
        "02_neuron",
        "02_neuron (フィードバック)",
    ]


def test_canvas_gets_its_header_the_points_and_the_students(final):
    (sheet,) = sheets([final("taro"), final("hanako")])
    assert canvas_import(to_canvas(sheet, "ja")) == ("02_neuron", 2.0, {"hanako": 1, "taro": 1})


def test_who_has_no_final_grade_has_no_row(not_final):
    (sheet,) = sheets(not_final)
    assert [r.student for r in sheet.left_out] == ["ben", "chika", "dan"]
    assert list(moodle_import(to_moodle(sheet, "en"))[1]) == ["aoi"]
    assert list(canvas_import(to_canvas(sheet, "en"))[2]) == ["aoi"]


@pytest.mark.parametrize("export", FORMATS)
def test_no_cell_is_empty_where_a_grade_is_expected(export, not_final):
    (sheet,) = sheets(not_final)
    header, *students = rows(export(sheet, "en"))
    column = header.index("02_neuron")
    assert all(row[column] for row in students)


@pytest.mark.parametrize("export", FORMATS)
@pytest.mark.parametrize(
    "name", ["山田 花子", "O'Neil, Ann", 'x"y', "taro;jiro", "a.b@example.com"]
)
def test_ordinary_names_arrive_as_they_are(export, name, final):
    (sheet,) = sheets([final(name)])
    row = rows(export(sheet, "ja"))[-1]
    assert row[3 if export is to_canvas else 0] == name


@pytest.mark.parametrize("export", FORMATS)
@pytest.mark.parametrize("name", ["-taro", "@hana.ko", "_x"])
def test_a_user_name_that_only_looks_like_a_formula_is_still_found(export, name, final):
    (sheet,) = sheets([final(name)])
    row = rows(export(sheet, "en"))[-1]
    assert row[3 if export is to_canvas else 0] == name


@pytest.mark.parametrize("export", FORMATS)
@pytest.mark.parametrize(
    "name", ["=cmd|' /C calc'!A0", "+1", "-2+3", "-1-1", "@SUM(A1)", "\t=1", "＝1", " =1", EVIL]
)
def test_no_cell_is_a_formula(export, name, final, check):
    text = Text(en=name, ja=name)
    report = final(name, checks=(check("x", "failed", message=text, title=text),))
    (sheet,) = sheets([report])
    table = rows(export(sheet, "en"))
    assert len({len(row) for row in table}) == 1
    cells = [cell for row in table for cell in row]
    assert not [c for c in cells if c.lstrip().startswith(tuple("=+-@＝＋－＠"))], cells
    assert "\x1b" not in str(table)


def test_a_student_cannot_change_what_an_assignment_is_worth(final):
    (sheet,) = sheets([final("Points Possible"), final("taro")])
    assert canvas_import(to_canvas(sheet, "en"))[1:] == (2.0, {"Points Possible": 1, "taro": 1})
