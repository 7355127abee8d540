"""The checks of 05 and 06: what they expect is right, and they tell right from a little wrong.

Their reference functions are compared with plain Python arithmetic; then the checks themselves are
run on answers that are right, right up to rounding, and wrong in one place.
"""

from __future__ import annotations

import math
import sys
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

sys.path.insert(0, str(Path(__file__).parent))
from right_answers import (
    RIGHT,
    caught_by,
    checks_of,
    classification,
    describe_image,
    load_mnist,
    modules,
    pixels,
    tasks,
)

from autograder.grading import Submission
from autograder.grading.session import InProcess

some = settings(max_examples=15, deadline=None)
labels = st.lists(st.integers(0, 9), min_size=1, max_size=40).map(np.array)


# What the checks expect.


@given(labels, st.integers(10, 20))
@some
def test_one_hot_has_one_place_a_row(given_labels, classes):
    rows = classification.one_hot(given_labels, classes)
    assert rows.shape == (len(given_labels), classes)
    assert [row.tolist().index(1) for row in rows] == given_labels.tolist()
    assert rows.sum() == len(given_labels)


@given(st.integers(1, 5), st.integers(1, 6), st.integers(2, 10), st.integers(0, 2**32))
@some
def test_activations_agree_with_the_formula_number_by_number(n, neurons, classes, seed):
    rng = np.random.default_rng(seed)
    hidden, weights = rng.normal(size=(n, neurons)), rng.normal(size=(neurons, classes))
    bias = rng.normal(size=classes)
    got = classification.activations(hidden, weights, bias)
    for row, found in zip(hidden, got, strict=True):
        scores = [math.fsum(row * weights[:, k]) + bias[k] for k in range(classes)]
        powers = [math.exp(score) for score in scores]
        assert found == pytest.approx([p / math.fsum(powers) for p in powers], rel=1e-9)


@given(st.lists(st.tuples(st.integers(0, 9), st.integers(0, 9)), min_size=1, max_size=60))
@some
def test_confusion_counts_pairs(pairs):
    matrix = classification.confusion(*np.array(pairs).T, 10)
    want = Counter(pairs)
    assert {(t, p): n for (t, p), n in np.ndenumerate(matrix) if n} == dict(want)


@given(labels)
@some
def test_counts_agree_with_counting(given_labels):
    want = Counter(given_labels.tolist())
    assert pixels.counts(given_labels).tolist() == [want[digit] for digit in range(10)]


def test_unit_range_is_the_quotient_for_every_pixel_value():
    values = np.arange(256, dtype=np.uint8)
    assert pixels.unit_range(values).tolist() == [value / 255 for value in range(256)]


# What the checks say.


TASKS = tasks("05_classification", "06_pixels")
NUMBERS = tasks(
    "05_classification",
    "06_pixels",
    without=("load_mnist", "show_image", "describe_image"),
)


def spoiled(answer: Callable[..., Any], place: int, error: float) -> Callable[..., Any]:
    """The function with an error in one number of each of its results."""

    def wrong(*args, **kwargs):
        result = np.array(answer(*args, **kwargs))
        result = result.astype(float if result.dtype.kind in "iu" else result.dtype)
        result.flat[place % result.size] += error
        return result

    return wrong


@pytest.mark.parametrize(("chapter", "task"), TASKS)
def test_every_check_accepts_the_right_answer(chapter, task):
    assert list(checks_of(chapter, task))
    assert caught_by(chapter, task, RIGHT[chapter][task]) == {}


@pytest.mark.parametrize(("chapter", "task"), NUMBERS)
def test_every_check_accepts_float32(chapter, task):
    def answer(*args, **kwargs):
        return np.float32(RIGHT[chapter][task](*args, **kwargs))

    assert caught_by(chapter, task, answer) == {}


@pytest.mark.parametrize(("chapter", "task"), [t for t in NUMBERS if t[1] != "to_unit_range"])
def test_every_check_accepts_lists_of_python_numbers(chapter, task):
    def answer(*args, **kwargs):
        return np.asarray(RIGHT[chapter][task](*args, **kwargs)).tolist()

    assert caught_by(chapter, task, answer) == {}


@pytest.mark.parametrize(("chapter", "task"), NUMBERS)
@given(place=st.integers(0, 1000), error=st.floats(0.01, 50), up=st.booleans())
@some
def test_an_error_in_one_number_is_caught(chapter, task, place, error, up):
    answer = spoiled(RIGHT[chapter][task], place, error if up else -error)
    assert caught_by(chapter, task, answer)


@pytest.mark.parametrize(("chapter", "task"), NUMBERS)
@pytest.mark.parametrize("bad", [math.nan, math.inf, -math.inf])
def test_a_result_that_is_no_number_is_caught(chapter, task, bad):
    def answer(*args, **kwargs):
        return np.full_like(RIGHT[chapter][task](*args, **kwargs), bad, dtype=np.float32)

    assert caught_by(chapter, task, answer)


@given(which=st.integers(1, 9))
@some
def test_any_rule_for_ties_but_the_first_is_caught(which):
    def strongest(row):
        tied = np.flatnonzero(row == row.max())
        return tied[min(which, len(tied) - 1)]

    def answer(activations):
        return np.apply_along_axis(strongest, -1, activations)

    assert list(caught_by("05_classification", "predict_class", answer)) == [
        "test_tie_goes_to_the_first"
    ]


@given(divisor=st.floats(200, 300).filter(lambda d: abs(d - 255) > 1e-3))
@some
def test_any_other_divisor_than_255_is_caught(divisor):
    def answer(images):
        return np.float32(images / divisor)

    assert caught_by("06_pixels", "to_unit_range", answer)


@given(key=st.sampled_from(["min", "max", "black"]), error=st.integers(-5, 5).filter(bool))
@some
def test_a_wrong_fact_about_an_image_is_named(key, error):
    def answer(image):
        facts = describe_image(image)
        return {**facts, key: facts[key] + error}

    said = caught_by("06_pixels", "describe_image", answer)
    assert said
    assert all(f'"{key}"' in message for message in said.values())


def test_images_and_labels_may_be_mixed_together_but_not_apart():
    order = np.random.default_rng(6).permutation(60000)

    def together():
        (images, given_labels), test = load_mnist()
        return (images[order], given_labels[order]), test

    def apart():
        (images, given_labels), test = load_mnist()
        return (images[order], given_labels), test

    assert caught_by("06_pixels", "load_mnist", together) == {}
    said = caught_by("06_pixels", "load_mnist", apart)
    assert list(said) == ["test_labels_belong_to_their_images"]
    assert "stay in the same order" in said["test_labels_belong_to_their_images"]


def test_a_sample_brings_rows_and_range_of_each_array():
    def load():
        images = np.arange(24, dtype=np.uint8).reshape(6, 2, 2)
        return {"images": images, "rest": [np.zeros((0, 3)), "text", 7]}

    submission = Submission(InProcess(None, {"load": load}), seconds=10)
    got = submission.sample("load", [1, 5, 6])
    images, (empty, text, number) = got["images"], got["rest"]
    assert (images.shape, images.dtype, images.low, images.high) == ((6, 2, 2), "uint8", 0, 23)
    assert images.rows.tolist() == [[[4, 5], [6, 7]], [[20, 21], [22, 23]]]
    assert empty.shape == (0, 3)
    assert math.isnan(empty.low)
    assert (text, number) == ("text", 7)


def test_one_training_image_among_the_test_images_is_caught():
    def answer():
        train, (images, given_labels) = load_mnist()
        images, given_labels = images.copy(), given_labels.copy()
        place = modules("06_pixels")[0].ROWS[7]
        images[place], given_labels[place] = train[0][5], train[1][5]
        return train, (images, given_labels)

    said = caught_by("06_pixels", "load_mnist", answer)
    assert list(said) == ["test_test_images_are_no_training_images"]
    assert "1 of 2" in said["test_test_images_are_no_training_images"]


def test_no_image_occurs_twice_in_mnist():
    """So an image says by itself which split and label it has."""
    public, _ = modules("06_pixels")
    assert len(public.known()) == 70000
