"""grades.csv: what a spreadsheet opens."""

import csv
import io

import pytest

from autograder.reports import grades_csv
from autograder.text import Text


@pytest.fixture
def rows(tally, tmp_path):
    """The rows of the file about these reports."""

    def read(reports, lang="en"):
        data = grades_csv.write(tally(reports, lang).entries(), tmp_path).read_bytes()
        return list(csv.DictReader(io.StringIO(data.decode("utf-8-sig"), newline="")))

    return read


def test_one_row_a_submission_with_the_first_reason(report, rows):
    (row,) = rows([report()])
    assert row == {
        "student": "hanako",
        "assignment": "08_overfitting",
        "score": "1.25",
        "max_score": "4",
        "manual_points": "2",
        "complete": "false",
        "sandboxed": "true",
        "checks_passed": "1",
        "checks": "4",
        "seconds": "12.3",
        "why": "Message of test_total.",
        "notes": "",
    }


def test_full_marks_have_no_reason_and_a_check_not_made_says_so(report, check, rows):
    good, unknown = rows(
        [report("a", checks=(check("x"),)), report("b", checks=(check("y", "error"),))]
    )
    assert good["why"] == ""
    assert unknown["why"] == "Could not check: Message of y."


def test_spreadsheets_read_japanese_because_the_file_says_utf8(report, rows, tmp_path):
    (row,) = rows([report("山田")], "ja")
    data = (tmp_path / "grades.csv").read_bytes()
    assert data.startswith(b"\xef\xbb\xbf")
    assert data.count(b"\xef\xbb\xbf") == 1
    assert data.count(b"\r\n") == data.count(b"\n") == 2
    assert (row["student"], row["why"]) == ("山田", "test_total の説明です。")


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t=", "\r=", "\n=", "＝", "＋", "  ="])
def test_no_cell_can_be_a_formula(report, check, rows, start):
    evil = start + "HYPERLINK(1)"
    checks = (check("x", "failed", message=Text(en=evil, ja=evil)),)
    note = Text(en=evil, ja=evil)
    (row,) = rows([report(evil, checks=checks, notes=(note,))])
    for column in ("student", "why", "notes"):
        assert row[column].lstrip()[0] in "'\\", row[column]


def test_a_message_of_several_lines_stays_in_one_row(report, check, rows):
    message = Text(en='first,\n"second"\r\n third', ja="")
    (row,) = rows([report(checks=(check("x", "failed", message=message),))])
    assert row["why"] == 'first, "second" third'
