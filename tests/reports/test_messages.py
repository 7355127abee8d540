"""The page of all messages: each once, in both languages, with what brings it about."""

from __future__ import annotations

from dataclasses import replace

from autograder.reports.messages import Case, messages_page
from autograder.text import Text


def case(report, label: str, **fields) -> Case:
    return Case(
        label=label, description=f"About {label}.", code="x = 1 < 2\n", report=report(**fields)
    )


def test_a_message_stands_there_once_with_all_that_bring_it_about(report):
    page = messages_page([case(report, "one.py"), case(report, "two.py")])
    assert page.count("Message of test_total.") == 1
    assert page.count("test_total の説明です。") == 1
    assert 'lang="ja"' in page
    assert page.index("one.py") < page.index("two.py")
    assert "Title of test_formula." not in page  # passed: no message
    assert "x = 1 &lt; 2" in page


def test_different_messages_of_a_check_stand_together(report):
    other = replace(
        report().checks[1], message=Text(en="Something <b>else</b>.", ja="別の説明です。")
    )
    page = messages_page([case(report, "one.py"), case(report, "two.py", checks=(other,))])
    assert page.count("<code>test_total</code>") == 1
    assert "Something &lt;b&gt;else&lt;/b&gt;." in page
    assert "<b>" not in page


def test_notes_on_a_submission_are_messages_too(report):
    note = Text(en="No neuron.py in it.", ja="neuron.py がありません。")
    page = messages_page([case(report, "empty", notes=(note,))])
    assert "No neuron.py in it." in page
    assert "neuron.py がありません。" in page


def test_chapters_follow_in_order(report):
    cases = [case(report, "b", assignment="07_build"), case(report, "a", assignment="02_neuron")]
    page = messages_page(cases)
    assert page.index('id="02_neuron"') < page.index('id="07_build"')
