"""grades.json: the contract with other programs."""

import copy
import json
import math

import jsonschema
import pytest

from autograder.reports import grades_json
from autograder.text import Text


@pytest.fixture
def validator():
    jsonschema.Draft202012Validator.check_schema(grades_json.schema())
    return jsonschema.Draft202012Validator(grades_json.schema())


@pytest.mark.parametrize("lang", ["en", "ja"])
def test_the_file_is_valid_against_the_shipped_schema(report, validator, tmp_path, lang):
    path = grades_json.write(
        [report(), report("taro", notes=(Text(en="n", ja="注"),))], tmp_path, lang
    )
    assert path == tmp_path / "grades.json"
    data = json.loads(path.read_text(encoding="utf-8"))
    validator.validate(data)
    assert data["lang"] == lang
    assert [r["student"] for r in data["results"]] == ["hanako", "taro"]


def test_one_result_holds_scores_and_checks(report):
    result = grades_json.result(report(), "en")
    assert result["score"] == 1.25
    assert result["max_score"] == 4.0
    assert result["manual_points"] == 2.0
    assert result["complete"] is False
    assert result["seconds"] == 12.346
    assert result["checks"][1] == {
        "name": "test_total",
        "task": "parameters",
        "title": "Title of test_total.",
        "outcome": "failed",
        "points": 0.25,
        "max_points": 1.0,
        "message": "Message of test_total.",
        "hint": "Hint of test_total.",
    }


def test_texts_are_in_the_language_asked_for(report):
    assert grades_json.result(report(), "ja")["checks"][1]["message"] == "test_total の説明です。"


def test_bytes_do_not_depend_on_the_order_of_grading(report, tmp_path):
    reports = [report(s, a) for s in ("b", "a", "山") for a in ("08_overfitting", "07_build")]
    first = grades_json.write(reports, tmp_path / "1", "en").read_bytes()
    second = grades_json.write(reversed(reports), tmp_path / "2", "en").read_bytes()
    assert first == second
    order = [(r["student"], r["assignment"]) for r in json.loads(first)["results"]]
    assert order == sorted(order)


def test_an_empty_class_is_valid(validator):
    validator.validate(grades_json.to_dict([], "en"))


def test_odd_names_survive_as_data_and_are_escaped_in_the_file(report, validator, tmp_path):
    names = ["a\nb", "\u202efdp", "not\udcffutf8", '"<>&', "\x9b31m"]
    path = grades_json.write([report(name) for name in names], tmp_path, "en")
    text = path.read_bytes().decode("utf-8")
    assert "\u202e" not in text
    assert "\x9b" not in text
    data = json.loads(text)
    validator.validate(data)
    read = {r["student"] for r in data["results"]}
    assert read == {"a\nb", "\u202efdp", "not\\xffutf8", '"<>&', "\x9b31m"}


@pytest.mark.parametrize("value", [math.nan, math.inf])
def test_a_grade_that_is_no_number_is_refused(report, value):
    with pytest.raises(ValueError, match="not JSON compliant"):
        grades_json.dumps(grades_json.to_dict([report(seconds=value)], "en"))


@pytest.mark.parametrize(
    "spoil",
    [
        lambda r: r.pop("score"),
        lambda r: r.update(extra=1),
        lambda r: r.update(score="10"),
        lambda r: r.update(score=-1),
        lambda r: r.update(score=math.inf),
        lambda r: r.update(student=""),
        lambda r: r["checks"][0].update(outcome="ok"),
        lambda r: r["checks"][0].pop("hint"),
    ],
)
def test_the_schema_refuses_what_breaks_the_contract(report, validator, spoil):
    data = copy.deepcopy(grades_json.to_dict([report()], "en"))
    spoil(data["results"][0])
    assert not validator.is_valid(data)
