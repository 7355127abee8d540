"""The checks of 02 and 03: what they expect is right, and they tell right from wrong.

Their reference functions are compared with exact arithmetic and with Keras; then the checks
themselves are run on answers that are right, right up to rounding, and a little wrong.
"""

from __future__ import annotations

import math
import sys
from collections.abc import Callable
from fractions import Fraction
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

sys.path.insert(0, str(Path(__file__).parent))
from right_answers import RIGHT, caught_by, checks_of, neuron, propagation, tasks

unhurried = settings(deadline=None)
some = settings(max_examples=15, deadline=None)
numbers = st.floats(-1e3, 1e3, allow_subnormal=False)


# What the checks expect.


@given(st.lists(st.tuples(numbers, numbers), min_size=1, max_size=20), numbers)
@unhurried
def test_weighted_sum_agrees_with_exact_arithmetic(pairs, b):
    x, w = (np.array(side) for side in zip(*pairs, strict=True))
    exact = sum((Fraction(p) * Fraction(q) for p, q in pairs), Fraction(b))
    assert neuron.weighted_sum(x, w, b) == pytest.approx(float(exact), rel=1e-9, abs=1e-6)
    assert neuron.weighted_sum(np.stack([x, -x]), w, b).shape == (2,)


@given(st.floats(allow_nan=False))
@unhurried
def test_sigmoid_agrees_with_its_definition(z):
    power = math.exp(-abs(z))
    want = 1 / (1 + power) if z >= 0 else power / (1 + power)
    assert float(neuron.sigmoid(z)) == pytest.approx(want, abs=1e-12)
    assert float(propagation.ACTIVATIONS["sigmoid"](np.float64(z))) == pytest.approx(
        want, abs=1e-12
    )


@given(st.lists(numbers, min_size=1, max_size=12), numbers)
@unhurried
def test_softmax_agrees_with_its_definition(z, shift):
    top = max(z)
    powers = [math.exp(value - top) for value in z]
    got = propagation.softmax(np.array(z))
    assert got == pytest.approx([p / math.fsum(powers) for p in powers], abs=1e-12)
    assert got == pytest.approx(propagation.softmax(np.array(z) + shift), abs=1e-9)


@pytest.mark.parametrize(
    ("sizes", "activations"),
    [
        ((3, 2), ("linear",)),
        ((4, 5, 3), ("relu", "softmax")),
        ((6, 4, 4, 2), ("sigmoid", "relu", "linear")),
        ((5, 8, 7, 6, 3), ("relu", "sigmoid", "relu", "softmax")),
        ((784, 64, 10), ("relu", "softmax")),
    ],
)
def test_propagation_agrees_with_keras(sizes, activations):
    from tensorflow import keras

    layers = propagation.random_layers(np.random.default_rng(len(sizes)), sizes, activations)
    model = keras.Sequential([keras.Input(shape=sizes[:1])])
    for W, _, activation in layers:
        model.add(keras.layers.Dense(W.shape[1], activation=activation))
    model.set_weights([array for W, b, _ in layers for array in (W, b)])
    x = np.random.default_rng(9).uniform(-1, 1, size=(16, sizes[0]))
    want = model.predict(x, verbose=0)
    np.testing.assert_allclose(propagation.propagate(x, layers)[-1], want, rtol=1e-3, atol=1e-5)


def test_no_activation_is_too_close_to_the_threshold_to_judge_in_float32():
    """In the deep networks, rounding can't make an active neuron of a silent one."""
    rng = np.random.default_rng(308)
    for sizes in ((4, 6, 5, 6, 3), (3, 5, 5, 5)):
        layers = propagation.random_layers(rng, sizes, ["relu"] * (len(sizes) - 1))
        x = rng.uniform(1, 3, size=sizes[0])
        for W, b, _ in layers:
            sums = x @ W + b
            assert np.abs(sums).min() > 0.01
            assert (sums > 0).any()
            assert (sums < 0).any()
            x = np.maximum(sums, 0)


# What the checks say.


TASKS = tasks("02_neuron", "03_propagation")
NUMBERS = tasks("02_neuron", "03_propagation", without=("count_connections", "active_neurons"))


def spoiled(answer: Callable[..., Any], place: int, error: float) -> Callable[..., Any]:
    """The function with an error in one number of each of its results."""

    def wrong(*args, **kwargs):
        result = np.array(answer(*args, **kwargs))
        if result.dtype == bool:
            result.flat[place % result.size] ^= True
        else:
            result = result.astype(float)
            result.flat[place % result.size] += error
        return result

    return wrong


@pytest.mark.parametrize(("chapter", "task"), TASKS)
def test_every_check_accepts_the_right_answer(chapter, task):
    assert len(list(checks_of(chapter, task))) >= 2
    assert caught_by(chapter, task, RIGHT[chapter][task]) == {}


@pytest.mark.parametrize(("chapter", "task"), NUMBERS)
def test_every_check_accepts_float32(chapter, task):
    def rounded(value):
        if isinstance(value, np.ndarray) and value.dtype.kind == "f":
            return value.astype(np.float32)
        if isinstance(value, list | tuple):
            return type(value)(rounded(v) for v in value)
        return value

    def answer(*args, **kwargs):
        return rounded(np.asarray(RIGHT[chapter][task](*map(rounded, args), **kwargs)))

    assert caught_by(chapter, task, answer) == {}


@pytest.mark.parametrize(("chapter", "task"), NUMBERS)
@given(place=st.integers(0, 50), error=st.floats(0.01, 100), up=st.booleans())
@some
def test_an_error_in_one_number_is_caught(chapter, task, place, error, up):
    answer = spoiled(RIGHT[chapter][task], place, error if up else -error)
    assert caught_by(chapter, task, answer)


@pytest.mark.parametrize(("chapter", "task"), [t for t in NUMBERS if t[1] != "is_active"])
@pytest.mark.parametrize("bad", [math.nan, math.inf, -math.inf])
def test_a_result_that_is_no_number_is_caught(chapter, task, bad):
    def answer(*args, **kwargs):
        return np.full_like(RIGHT[chapter][task](*args, **kwargs), bad, dtype=float)

    assert caught_by(chapter, task, answer)


@given(error=st.integers(-100, 100).filter(bool))
@some
def test_a_wrong_number_of_connections_is_caught(error):
    right = RIGHT["03_propagation"]["count_connections"]
    assert caught_by("03_propagation", "count_connections", lambda sizes: right(sizes) + error)


@given(layer=st.integers(0, 9), number=st.integers(0, 3))
@some
def test_a_neuron_that_is_active_by_mistake_is_caught(layer, number):
    def answer(x, layers, threshold=0.0):
        found = propagation.active(x, layers, threshold)
        chosen = layer % len(found)
        found[chosen] = sorted(set(found[chosen]) ^ {number % layers[chosen][0].shape[1]})
        return found

    assert caught_by("03_propagation", "active_neurons", answer)


@pytest.mark.parametrize(
    ("chapter", "task", "place"),
    [
        ("02_neuron", "weighted_sum", 0),
        ("02_neuron", "weighted_sum", 1),
        ("02_neuron", "relu", 0),
        ("02_neuron", "sigmoid", 0),
        ("03_propagation", "dense", 0),
        ("03_propagation", "dense", 1),
        ("03_propagation", "dense", 2),
        ("03_propagation", "softmax", 0),
    ],
)
def test_writing_into_an_argument_is_caught(chapter, task, place):
    def answer(*args):
        result = RIGHT[chapter][task](*args)
        if isinstance(args[place], np.ndarray):
            args[place].flat[0] += 1.0
        return result

    (failed,) = caught_by(chapter, task, answer)
    assert failed.endswith("_alone")
