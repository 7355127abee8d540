"""Hints come a step at a time."""

import pytest

from autograder.course import catalogue, hints


@pytest.fixture
def task():
    return catalogue.find("07").tasks[0]


def test_a_hint_shows_its_step_and_how_to_get_more(task):
    shown = hints.show("07", "1", 1, "en")
    assert task.hints[0].en in shown
    assert task.hints[1].en not in shown
    assert f"1. {task.title.en} (1/3)" in shown
    assert "kata hint 07 1 2" in shown


def test_the_last_hint_promises_no_more(task):
    shown = hints.show("07_build", task.id, 99, "ja")
    assert task.hints[-1].ja in shown
    assert "kata hint" not in shown


def test_without_a_task_they_are_listed():
    shown = hints.show("07", "", 1, "en")
    assert all(t.id in shown and t.title.en in shown for t in catalogue.find("07").tasks)
    assert shown.endswith("Such as: kata hint 07 1")


def test_an_unknown_task_lists_those_there_are(task):
    with pytest.raises(hints.UnknownTask) as caught:
        hints.show("07", "9", 1, "en")
    assert "07_build has no task '9'" in caught.value.text.en
    assert task.id in caught.value.text.ja
