"""What feedback says, and what a page shows of a learner's text."""

from __future__ import annotations

from typing import Any

import pytest

from autograder.gradebook.pages import guide, safe_markdown
from autograder.gradebook.sandboxed import points, shown, uncertain
from autograder.gradebook.words import feedback
from autograder.report import CheckResult, Report
from autograder.text import Text

pytestmark = pytest.mark.nbgrader

NOTHING = Text(en="", ja="")
NOTES = """# 8. Notes

## Marking the reflections

One point each.

### reflection_stop: when?

Names an epoch.

### reflection_data: why?

Names new images.

## To talk about

Patience.
"""


def check(outcome: Any, points: float = 0.0, **more: Any) -> CheckResult:
    return CheckResult(
        **{
            "name": "test_relu",
            "task": "relu",
            "title": Text(en="ReLU by hand.", ja="ReLU を手で計算します。"),
            "outcome": outcome,
            "points": points,
            "max_points": 0.5,
            "message": NOTHING,
            "hint": NOTHING,
            **more,
        }
    )


def report(*checks: CheckResult, **more: Any) -> Report:
    return Report(student="aoi", assignment="02_neuron", checks=checks, seconds=1.0, **more)


WRONG = check(
    "failed",
    message=Text(en="2 came, not 0.", ja="0 のはずですが、2 でした。"),
    hint=Text(en="Which is larger?", ja="どちらが大きいでしょうか。"),
)


def test_feedback_has_outcome_points_message_and_hint() -> None:
    assert feedback(None, [check("passed", 0.5), WRONG], "en") == (
        "✓ ReLU by hand. (0.5/0.5)\n"
        "✗ ReLU by hand. (0/0.5)\n"
        "    2 came, not 0.\n"
        "Hint: Which is larger?\n"
    )


def test_feedback_comes_in_the_language_of_the_assignment() -> None:
    note = Text(en="Nothing.", ja="何もありません。")
    assert feedback(report(notes=(note,)), [WRONG], "ja") == (
        "何もありません。\n"
        "✗ ReLU を手で計算します。 (0/0.5)\n"
        "    0 のはずですが、2 でした。\n"
        "ヒント: どちらが大きいでしょうか。\n"
    )


def test_a_hint_is_given_once_and_long_lines_are_broken() -> None:
    long = check("failed", message=Text(en="word " * 50, ja="語" * 100), hint=WRONG.hint)
    text = feedback(None, [long, WRONG], "en")
    assert text.count("Hint: ") == 1
    assert max(len(line) for line in text.splitlines()) <= 96


@pytest.mark.parametrize(
    ("checks", "worth", "expected"),
    [
        ([check("passed", 0.5), WRONG], 1.0, "0.5"),
        ([check("passed", 0.5), check("passed", 0.5)], 1, "1.0"),
        ([WRONG], 0.5, "0.0"),
        ([check("passed", 0.5), WRONG], 4.0, "2.0"),  # the instructor gives four points, not one
    ],
)
def test_points_are_one_bare_float(checks: list[CheckResult], worth: float, expected: str) -> None:
    assert points(checks, worth)["data"] == {"text/plain": expected}


def test_curves_are_pictures_before_the_points() -> None:
    curves = {"loss": [1.0, 0.5], "val_loss": [1.1, 0.6]}
    text, pictures = shown(report(WRONG, curves=curves), [WRONG], "en", whole=True)
    assert text["output_type"] == "stream"
    assert pictures["data"]["text/html"].count('src="data:image/svg+xml') == 1
    assert 'alt="Loss by epoch.' in pictures["data"]["text/html"]
    assert len(shown(report(WRONG, curves=curves), [WRONG], "en", whole=False)) == 1


def test_what_could_not_be_checked_is_uncertain() -> None:
    hung, left_out, good = check("error"), check("skipped"), check("passed", 0.5)
    assert uncertain(report(hung, good), [hung, good])
    assert not uncertain(report(good, WRONG), [good, WRONG])
    assert not uncertain(report(hung, WRONG), [WRONG])
    assert uncertain(report(), [])
    # Left out, perhaps because of what could not be checked: nobody knows.
    assert uncertain(report(hung, left_out), [left_out])
    assert not uncertain(report(WRONG, left_out), [left_out])


@pytest.mark.parametrize(
    "source",
    [
        "<script>alert(1)</script>",
        "<img src=x onerror=alert(1)>",
        "[x](javascript:alert(1))",
        "[x](data:text/html;base64,PHNjcmlwdD4=)",
        "<svg onload=alert(1)></svg>",
        "<iframe src=http://example.org></iframe>",
        "![x](http://example.org/seen.png)",
        '<a href="x" onclick="alert(1)" style="position:fixed">x</a>',
        '<form action="/"><input name="a"></form>',
        "<style>body{display:none}</style>",
        "```mermaid\n</pre><script>alert(1)</script>\n```",
    ],
)
def test_a_learners_text_does_not_act(source: str) -> None:
    from bs4 import BeautifulSoup

    page = BeautifulSoup(safe_markdown({"cell": {}}, source), "html.parser")
    for tag in page.find_all(True):
        assert tag.name not in ("script", "svg", "iframe", "form", "input", "style")
        for name, value in tag.attrs.items():
            assert name in ("href", "title", "alt"), (name, value)
            assert not str(value).startswith(("javascript", "data"))


def test_a_learners_text_keeps_its_look() -> None:
    html = safe_markdown(
        {"cell": {"attachments": {"a.png": {"image/png": "cG5n"}}}},
        "## Title\n\n**bold** `a < b` 1 < 2\n\n- one\n\n| a |\n|---|\n| b |\n\n![p](attachment:a.png)",
    )
    assert "<h2>Title</h2>" in html
    assert "<strong>bold</strong> <code>a &lt; b</code> 1 &lt; 2" in html
    assert "<td>b</td>" in html
    assert 'src="data:image/png;base64,cG5n"' in html


def test_the_marking_guide_of_a_reflection_is_found() -> None:
    assert guide(NOTES, "reflection_stop") == "### reflection_stop: when?\n\nNames an epoch."
    assert guide(NOTES, "reflection_data") == "### reflection_data: why?\n\nNames new images."
    assert guide(NOTES, "another").startswith("## Marking the reflections\n\nOne point each.")
    assert "Patience" not in guide(NOTES, "another")
    assert guide("# No such section\n", "reflection_stop") == ""
