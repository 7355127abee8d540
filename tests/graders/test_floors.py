"""Every floor of the graders leaves right answers alone, by the runs in docs/calibration/."""

from __future__ import annotations

import json

import numpy as np
import pytest

from tools.calibration import floors

FALSE_FAILURE = 1e-4
ANOTHER_CHECK = {
    # Errors that a floor can't tell from right answers, and the check that sees them.
    ("08 validation accuracy", "SGD instead of Adam"): "test_optimizer_is_adam",
    ("09 the row run again (difference, negative)", "SGD instead of Adam"): None,
    ("09 the row run again (difference, negative)", "one epoch"): None,
}
"""None: a table that is wrong by so little passes; solutions/09_experiments/NOTES.md says so."""


@pytest.fixture(scope="module")
def rows() -> list[dict]:
    return [row for floor in floors.floors() for row in floors.rows(floor)]


def test_right_answers_pass_but_for_one_in_ten_thousand(rows):
    right = [row for row in rows if row["kind"] == "right"]
    assert {row["check"] for row in right} == {row["check"] for row in rows}
    for row in right:
        assert row["seeds"] >= 100, row  # differences are of two seeds each
        assert row["wrong_verdict"] < FALSE_FAILURE, row


def test_errors_fail_or_have_a_check_of_their_own(rows):
    for row in rows:
        if row["kind"] == "wrong" and (row["check"], row["case"]) not in ANOTHER_CHECK:
            # A weak network for the spiral may well learn it in one of its runs.
            assert row["wrong_verdict"] < (0.1 if "weak" in row["case"] else 0.05), row


def test_the_table_in_the_docs_is_that_of_the_runs(rows):
    assert json.loads((floors.FOLDER / "floors.json").read_text()) == rows


def test_the_tail_of_a_normal_distribution_is_not_estimated_too_thin():
    values = np.random.default_rng(1).normal(size=200)
    for limit, chance in ((-3.0, 1.3e-3), (-4.0, 3.2e-5)):
        estimate, variation = floors.tail(values, limit)
        assert chance < estimate < 100 * chance
        assert variation < 1.2


def test_a_limit_among_the_values_gives_their_share():
    assert floors.tail(np.arange(100.0), 39.5)[0] == pytest.approx(0.4)
