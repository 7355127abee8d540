"""Exports, held against the rules that each system publishes for what it imports."""

import csv
import io
import json
import re
import xml.etree.ElementTree as ET

import jsonschema
import pytest

from autograder.reports.canvas import to_canvas
from autograder.reports.grades_json import dumps
from autograder.reports.gradescope import to_gradescope
from autograder.reports.junit import to_junit
from autograder.reports.moodle import to_moodle
from autograder.text import Text

EVIL = "=1+1\x1b[0m\u202e\n<b>]]>&\ufffe\udcff"

FORMATS = {"enum": ["text", "html", "simple_format", "md", "ansi"]}
VISIBILITY = {"enum": ["hidden", "after_due_date", "after_published", "visible"]}
GRADESCOPE = {
    "type": "object",
    "additionalProperties": False,
    "required": ["score", "tests"],
    "properties": {
        "score": {"type": "number"},
        "execution_time": {"type": "number"},
        "output": {"type": "string"},
        "output_format": FORMATS,
        "test_output_format": FORMATS,
        "test_name_format": FORMATS,
        "visibility": VISIBILITY,
        "stdout_visibility": VISIBILITY,
        "extra_data": {"type": "object"},
        "leaderboard": {"type": "array"},
        "tests": {
            "type": "array",
            "items": {
                "type": "object",
                "additionalProperties": False,
                "properties": {
                    "score": {"type": "number"},
                    "max_score": {"type": "number"},
                    "status": {"enum": ["passed", "failed"]},
                    "name": {"type": "string"},
                    "name_format": FORMATS,
                    "number": {"type": "string"},
                    "output": {"type": "string"},
                    "output_format": FORMATS,
                    "tags": {"type": "array", "items": {"type": "string"}},
                    "visibility": VISIBILITY,
                    "extra_data": {"type": "object"},
                },
            },
        },
    },
}


def rows(text):
    return list(csv.reader(io.StringIO(text, newline="")))


@pytest.fixture
def evil(report, check):
    text = Text(en=EVIL, ja=EVIL)
    bad = check(EVIL, "failed", message=text, title=text, hint=text, task=EVIL)
    return report(EVIL, checks=(bad,), notes=(text,))


@pytest.mark.parametrize("lang", ["en", "ja"])
def test_gradescope_results_follow_its_specification(report, evil, lang):
    for one in (report(), evil, report(checks=())):
        jsonschema.validate(json.loads(dumps(to_gradescope(one, lang))), GRADESCOPE)


def test_gradescope_gets_scores_reasons_and_what_is_not_final(report):
    results = to_gradescope(report(sandboxed=False), "en")
    assert results["score"] == sum(test["score"] for test in results["tests"]) == 1.25
    assert results["output"].startswith("Some checks could not be carried out: the score is not")
    assert "UNSANDBOXED" in results["output"]
    passed, failed, skipped, error = results["tests"]  # no reflection: a person marks it there
    assert passed["status"] == "passed"
    assert passed["output"] == ""
    assert failed["output"] == "Message of test_total.\nHint: Hint of test_total."
    assert skipped["output"].startswith("skipped:\n")
    assert error["output"].startswith("could not check:\nMessage of test_train.")
    assert [t["number"] for t in results["tests"]] == ["1.1", "1.2", "1.3", "2.1"]


def test_junit_counts_agree_with_its_cases(report, evil):
    root = ET.fromstring(to_junit([report("taro"), evil, report()], "en"))
    assert root.tag == "testsuites"
    assert len(root) == 3
    for suite in root:
        cases = suite.findall("testcase")
        assert int(suite.get("tests")) == len(cases)
        for attribute, tag in (("failures", "failure"), ("errors", "error"), ("skipped",) * 2):
            assert int(suite.get(attribute)) == len(suite.findall(f"testcase/{tag}"))
        assert [e.tag for e in suite] == ["properties"] + ["testcase"] * len(cases)
        assert re.fullmatch(r"\d+\.\d{3}", suite.get("time"))
        for case in cases:
            assert case.get("name")
            assert case.get("classname") == suite.get("name")
            assert len(case) <= 1
    failure = root.find("testsuite[@name='taro/08_overfitting']/testcase/failure")
    assert failure.get("message") == "Message of test_total."
    assert failure.text == "Title of test_total.\nMessage of test_total."
    score = root.find("testsuite[@name='taro/08_overfitting']/properties/property[@name='score']")
    assert score.get("value") == "1.25"


def test_junit_holds_only_characters_that_xml_allows(evil):
    text = to_junit([evil], "en")
    text.encode("utf-8")
    assert not re.search("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]", text)


def test_canvas_finds_its_header_points_students_and_assignments(report, check):
    full = report("hanako", "07_build", checks=(check("x"), check("y", max_points=0.5, points=0.5)))
    unsafe = report("taro", "07_build", checks=full.checks, sandboxed=False)
    header, possible, *students = rows(to_canvas([report("taro"), full, unsafe], "ja"))
    # Canvas' importer: "Student" and "ID" first, "Section" last before the assignments.
    assert header[:5] == ["Student", "ID", "SIS User ID", "SIS Login ID", "Section"]
    assert header[5:] == ["07_build", "08_overfitting"]
    assert "Points Possible" in possible[0]
    assert possible[5:] == ["1.5", "4"]
    assert students == [
        ["hanako", "", "", "hanako", "", "1.5", ""],
        ["taro", "", "", "taro", "", "", ""],  # not sandboxed; not checked through
    ]


def test_moodle_gets_a_grade_and_escaped_feedback_for_each_assignment(report, check):
    message = Text(en="`a < b` came.", ja="")
    failed = report("hanako", "07_build", checks=(check("x", "failed", message=message),))
    passed = report("taro", "07_build", checks=(check("x"),))
    header, *students = rows(to_moodle([passed, failed, report()], "en"))
    assert header == [
        "Username",
        *("07_build", "07_build (feedback)"),
        *("08_overfitting", "08_overfitting (feedback)"),
    ]
    assert students == [
        ["hanako", "0", "`a &lt; b` came.", "", "Message of test_total."],
        ["taro", "1", "All checks passed.", "", ""],
    ]


@pytest.mark.parametrize("export", [to_canvas, to_moodle])
def test_tables_are_rectangular_and_hold_no_formula(evil, report, export):
    table = rows(export([evil, report("taro", "07_build")], "en"))
    assert len({len(row) for row in table}) == 1
    assert not [cell for row in table for cell in row if cell.lstrip().startswith(tuple("=+-@"))]
    assert "\x1b" not in str(table)
    assert len(rows(export([], "en"))) == (2 if export is to_canvas else 1)
