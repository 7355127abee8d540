"""Gradescope's results and JUnit XML, held against the rules that are published for them."""

import json
import re
import xml.etree.ElementTree as ET
from pathlib import Path

import jsonschema
import pytest
import xmlschema

from autograder.reports.grades_json import dumps
from autograder.reports.gradescope import not_graded, to_gradescope
from autograder.reports.junit import to_junit
from autograder.text import Text

PUBLISHED = Path(__file__).with_name("published")
EVIL = "=1+1\x1b[0m\u202e\n<b>]]>&\ufffe\udcff"


@pytest.fixture
def evil(report, check):
    text = Text(en=EVIL, ja=EVIL)
    bad = check(EVIL, "failed", message=text, title=text, hint=text, task=EVIL)
    return report(EVIL, checks=(bad,), notes=(text,))


@pytest.fixture
def full(report, check):
    """Everything passed, but a reflection waits."""
    return report("aoi", checks=(check("x"), check("r", "manual", task="r", max_points=2.0)))


@pytest.fixture(scope="module")
def gradescope():
    schema = json.loads((PUBLISHED / "gradescope.schema.json").read_text(encoding="utf-8"))
    jsonschema.Draft202012Validator.check_schema(schema)
    return jsonschema.Draft202012Validator(schema)


@pytest.mark.parametrize("lang", ["en", "ja"])
def test_gradescope_results_follow_its_specification(report, evil, full, gradescope, lang):
    for one in (report(), evil, full, report(checks=()), report(sandboxed=False)):
        results = json.loads(dumps(to_gradescope(one, lang)))
        gradescope.validate(results)
        for test in results["tests"]:
            assert 0 <= test.get("score", 0) <= test.get("max_score", 0)
    gradescope.validate(not_graded(lang))


def test_gradescope_gets_the_score_and_a_reason_for_each_check(report, check):
    results = to_gradescope(report(checks=(*report().checks[:3], report().checks[4])), "en")
    assert results["score"] == sum(test["score"] for test in results["tests"]) == 1.25
    passed, failed, skipped = results["tests"]  # no reflection: a person marks it there
    assert (passed["status"], passed["output"]) == ("passed", "")
    assert failed["output"] == "Message of test_total.\nHint: Hint of test_total."
    assert skipped["output"].startswith("skipped:\n")
    assert [t["number"] for t in results["tests"]] == ["1.1", "1.2", "1.3"]


@pytest.mark.parametrize(
    ("fields", "says"),
    [
        ({}, "Some checks could not be carried out: the score is not"),
        ({"sandboxed": False, "checks": ()}, "UNSANDBOXED"),
    ],
)
def test_gradescope_gets_no_number_where_the_score_is_not_final(report, fields, says):
    results = to_gradescope(report(**fields), "en")
    assert says in results["output"]
    assert "score" not in json.dumps([list(results), *map(list, results["tests"])])
    for test in results["tests"]:
        assert test["status"] in ("passed", "failed")
        assert test["name"]


def test_what_could_not_be_graded_tells_the_student_so_and_no_number(gradescope):
    for lang, says in (("en", "no zero"), ("ja", "0 点でもありません")):
        results = not_graded(lang)
        assert says in results["output"]
        assert not {"score", "tests"} & set(results)


def test_every_text_for_gradescope_is_plain_and_in_the_language_asked_for(report):
    results = to_gradescope(report(), "ja")
    assert {results[k] for k in results if k.endswith("_format")} == {"text"}
    assert results["stdout_visibility"] == "hidden"
    assert results["tests"][1]["name"] == "test_total の題です。"
    assert results["tests"][3]["output"].startswith("確認不可:\ntest_train の説明です。")


@pytest.fixture(scope="module")
def junit():
    return xmlschema.XMLSchema(PUBLISHED / "junit.xsd")


def test_junit_follows_the_schema_of_jenkins_and_ant(report, evil, full, check, junit):
    timed = report("ben", checks=(check("x", seconds=0.25),))
    for reports in ([], [report(checks=())], [report("山田 花子"), evil, full, timed]):
        for lang in ("en", "ja"):
            text = to_junit(reports, lang)
            assert text.startswith('<?xml version="1.0" encoding="UTF-8"?>\n<testsuites')
            junit.validate(ET.ElementTree(ET.fromstring(text.encode())))
    assert 'name="x" classname="ben/08_overfitting" time="0.250"' in to_junit([timed], "en")


@pytest.mark.parametrize(
    "spoilt",
    [
        '<testsuites><testsuite name="a" tests="1" failures="0"/></testsuites>',
        '<testsuites><testcase name="a" classname="b"/></testsuites>',
        '<testsuites><testsuite name="" tests="0" failures="0" errors="0"/></testsuites>',
    ],
)
def test_the_schema_refuses_what_jenkins_refuses(spoilt, junit):
    assert not junit.is_valid(ET.ElementTree(ET.fromstring(spoilt)))


def test_junit_counts_agree_with_its_cases(report, evil):
    root = ET.fromstring(to_junit([report("taro"), evil, report()], "en"))
    assert len(root) == 3
    for suite in root:
        cases = suite.findall("testcase")
        assert int(suite.get("tests")) == len(cases)
        for attribute, tag in (("failures", "failure"), ("errors", "error"), ("skipped",) * 2):
            assert int(suite.get(attribute)) == len(suite.findall(f"testcase/{tag}"))
        for case in cases:
            assert case.get("classname") == suite.get("name")
    failure = root.find("testsuite[@name='taro/08_overfitting']/testcase/failure")
    assert failure.get("message") == "Message of test_total."
    assert failure.text == "Title of test_total.\nMessage of test_total."
    score = root.find("testsuite[@name='taro/08_overfitting']/properties/property[@name='score']")
    assert score.get("value") == "1.25"


def test_junit_holds_only_characters_that_xml_allows(evil):
    text = to_junit([evil], "en")
    text.encode("utf-8")
    assert not re.search("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]", text)
