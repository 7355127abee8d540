"""The graders are right: solutions, starters, wrong answers and honest variants, by `kata validate`.

The chapters that train networks take minutes and are marked slow; `make validate` runs all.
"""

from __future__ import annotations

import json

import pytest

from autograder.course import catalogue

NAMES = [
    pytest.param(a.name, marks=[pytest.mark.slow] if a.tensorflow else [])
    for a in catalogue.assignments().values()
]


@pytest.mark.parametrize("name", NAMES)
def test_every_verdict_is_as_it_should_be(kata, name):
    done = kata("validate", name, "--json", "--jobs", "2")
    found = json.loads(done.stdout)
    (assignment,) = found["assignments"]
    assert assignment["problems"] == []
    assert (done.returncode, found["ok"]) == (0, True)
    assert (assignment["solution"], assignment["starter"]) == (10, 0)
    assert assignment["honest"] >= 6
    assert assignment["wrong"] >= 8


def test_seventy_wrong_answers_and_seventy_honest_variants(root):
    variants = root / "tests" / "variants"
    assert len(list(variants.glob("*/wrong/*.py"))) >= 70
    assert len(list(variants.glob("*/honest/*.py"))) >= 70
