"""grades.json: the contract with other programs."""

import json
import math

import jsonschema
import pytest

from autograder.reports import grades_json
from autograder.reports.grades_json import GradesError
from autograder.text import Text


def write(reports, out, lang="en"):
    """Writes the file, as `Site` does."""
    texts = (grades_json.dumps(grades_json.result(report, lang)) for report in reports)
    return grades_json.write(texts, out, lang)


@pytest.fixture
def written(tmp_path):
    """What stands in the file about these reports."""
    return lambda reports: json.loads(write(reports, tmp_path).read_text(encoding="utf-8"))


@pytest.fixture
def validator():
    jsonschema.Draft202012Validator.check_schema(grades_json.schema())
    return jsonschema.Draft202012Validator(grades_json.schema())


@pytest.mark.parametrize("lang", ["en", "ja"])
def test_the_file_is_valid_against_the_shipped_schema(report, validator, tmp_path, lang):
    path = write([report(), report("taro", notes=(Text(en="n", ja="注"),))], tmp_path, lang)
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


def test_the_file_is_laid_out_as_readable_json(report, tmp_path):
    for reports in ([], [report()], [report(), report("山田")]):
        text = write(reports, tmp_path).read_text(encoding="utf-8")
        assert text == json.dumps(json.loads(text), ensure_ascii=False, indent=1) + "\n"


def test_an_empty_class_is_valid(validator, written):
    validator.validate(written([]))


def test_odd_names_survive_as_data_and_are_escaped_in_the_file(report, validator, tmp_path):
    names = ["a\nb", "\u202efdp", "not\udcffutf8", '"<>&', "\x9b31m"]
    path = write([report(name) for name in names], tmp_path)
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
        grades_json.dumps(grades_json.result(report(seconds=value), "en"))


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
def test_the_schema_refuses_what_breaks_the_contract(report, validator, written, spoil):
    data = written([report()])
    spoil(data["results"][0])
    assert not validator.is_valid(data)


def test_what_was_written_is_read_back(report, tmp_path):
    written = [report(), report("山田 花子", notes=(Text(en="n", ja="注"),), sandboxed=False)]
    path = write(written, tmp_path, "ja")
    for place in (path, tmp_path):
        found = grades_json.read(place)
        assert found.lang == "ja"
        assert [r.student for r in found.reports] == ["hanako", "山田 花子"]
        for one, same in zip(found.reports, written, strict=True):
            assert grades_json.result(one, "ja") == grades_json.result(same, "ja")
    for before, after in zip(written, found.reports, strict=True):
        for name in ("score", "max_score", "manual_points", "complete", "sandboxed"):
            assert getattr(before, name) == getattr(after, name)


def _first(value):
    return value["results"][0]


@pytest.mark.parametrize(
    ("spoil", "says"),
    [
        (lambda v: json.dumps(v)[:-40], "line 1, column"),
        (lambda v: json.dumps(v).replace('"seconds": ', '"seconds": NaN, "s": ', 1), "NaN is no"),
        (lambda v: '{"a": ' + "9" * 5000 + "}", "a number: Exceeds the limit"),
        (lambda v: "[" * 100_000, "nested too deeply"),
        (lambda v: "[]", "the file: must be object"),
        (lambda v: v["results"][1].pop("notes"), "results[1]: notes is missing"),
        (lambda v: v.update(lang="de"), "lang: must be one of ['en', 'ja']"),
        (lambda v: _first(v)["checks"][0].update(outcome="ok"), "results[0].checks[0].outcome: "),
        (lambda v: _first(v).update(assignment="../x"), "results[0].assignment: must match"),
        (lambda v: _first(v).update(score=4), "results[0].score: 4, but the points of its checks"),
        (lambda v: _first(v).update(max_score=9), "results[0].max_score: 9, but the max_points of"),
        (lambda v: _first(v).update(complete=True), "results[0].complete: it does not fit"),
        (
            lambda v: [_first(v).update(score=3.25), _first(v)["checks"][0].update(points=3)],
            "results[0].checks[0].points: 3 is more than max_points",
        ),
        (lambda v: v["results"].append(_first(v)), "results: hanako/08_overfitting stands there"),
    ],
)
def test_a_file_that_was_broken_is_refused_with_the_place(report, tmp_path, written, spoil, says):
    value = written([report(), report("taro")])
    text = spoil(value)
    text = text if isinstance(text, str) and text.startswith(("{", "[")) else json.dumps(value)
    (tmp_path / "grades.json").write_text(text, encoding="utf-8")
    with pytest.raises(GradesError) as caught:
        grades_json.read(tmp_path)
    for words, asks in ((caught.value.text.en, "Grade again"), (caught.value.text.ja, "採点")):
        assert says in words
        assert asks in words
        assert words.startswith(str(tmp_path))


def test_a_file_that_is_missing_or_no_text_says_so(tmp_path):
    with pytest.raises(GradesError, match=r"Grade first: kata grade SUBMITTED"):
        grades_json.read(tmp_path / "grades.json")
    (tmp_path / "grades.json").write_bytes(b"\xff\xfe")
    with pytest.raises(GradesError, match="byte 0: no UTF-8"):
        grades_json.read(tmp_path)
