"""Chapter 8 reads curves as Keras does: its `EarlyStopping` is run on the same validation losses.

Random curves, ties, plateaus, one epoch, any patience. Where a loss is no number (nan), Keras says
what it says by accident of a comparison; what the solution says then is set down here. `diagnose`
is tried with the noise of the 200 seeds of docs/calibration/mnist.jsonl.
"""

from __future__ import annotations

import functools
import json
import math
from collections import Counter
from types import SimpleNamespace
from typing import Any

import numpy as np
import pytest
from hypothesis import assume, example, given, settings
from hypothesis import strategies as st

from autograder.course import catalogue, places
from autograder.course.source import render
from autograder.graders import _curves

keras = pytest.importorskip("tensorflow").keras

some = settings(max_examples=60, deadline=None)
TIES = st.integers(1, 6).map(lambda n: n / 10)
"""Few values, so that many are equal."""
PLATEAUS = st.lists(st.tuples(TIES, st.integers(1, 6)), min_size=1, max_size=6).map(
    lambda parts: [value for value, length in parts for _ in range(length)]
)
LOSSES = (
    st.lists(st.one_of(TIES, st.floats(2**-20, 1000, width=32)), min_size=1, max_size=20) | PLATEAUS
)
"""In float32, as Keras reports and compares them."""
PATIENCE = st.integers(1, 30)


@functools.cache
def solution() -> dict[str, Any]:
    """The functions of the solution, by name."""
    assignment = catalogue.find("08_overfitting")
    text = render(
        places.source(places.root(), assignment),
        assignment,
        lang="en",
        form="module",
        solution=True,
    )
    names: dict[str, Any] = {"__name__": "solution"}
    exec(text, names)
    return names


def best_epoch(losses) -> int:
    return solution()["best_epoch"]({"val_loss": losses})


def stop_epoch(losses, patience: int) -> int:
    return solution()["stop_epoch"]({"val_loss": losses}, patience)


def keras_says(losses, patience: int) -> tuple[int, int]:
    """Epoch after which Keras stops, and the one whose weights it brings back; both from 1."""
    model = SimpleNamespace(stop_training=False, weights=0)
    model.get_weights = lambda: model.weights
    model.set_weights = lambda weights: setattr(model, "weights", weights)
    stopping = keras.callbacks.EarlyStopping(
        "val_loss", patience=patience, restore_best_weights=True, mode="min"
    )
    stopping.set_model(model)
    stopping.on_train_begin()
    for epoch, loss in enumerate(losses, start=1):
        model.weights = epoch
        stopping.on_epoch_end(epoch - 1, {"val_loss": loss})
        if model.stop_training:
            break
    stopping.on_train_end()
    return epoch, model.weights


@given(LOSSES, PATIENCE)
@example([0.3], 1)
@example([0.4] * 9, 3)
@example([0.5, 0.4, 0.4, 0.4, 0.3], 2)
@example([0.5, 0.4, 0.42, 0.38, 0.39, 0.41, 0.37], 2)
@example([0.3, 0.4], 30)
@some
def test_training_stops_where_keras_stops_it(losses, patience):
    stop, best = keras_says(losses, patience)
    assert stop_epoch(losses, patience) == stop
    assert _curves.stopped(losses, patience) == stop
    assert best_epoch(losses[:stop]) == best


@given(LOSSES)
@example([0.3])
@example([0.4] * 5)
@example([0.5, 0.3, 0.4, 0.3])
@some
def test_best_epoch_is_the_one_whose_weights_keras_brings_back(losses):
    _, best = keras_says(losses, patience=len(losses))
    assert best_epoch(losses) == best


def test_a_real_fit_stops_there():
    losses = [0.5, 0.4, 0.42, 0.38, 0.39, 0.41, 0.37]

    class Reports(keras.callbacks.Callback):
        def on_epoch_end(self, epoch, logs=None):
            logs["val_loss"] = losses[epoch]

    model = keras.Sequential([keras.Input((1,)), keras.layers.Dense(1)])
    model.compile(loss="mse")
    stopping = keras.callbacks.EarlyStopping("val_loss", patience=2)
    x = np.zeros((2, 1))
    history = model.fit(x, x, epochs=7, verbose=0, callbacks=[Reports(), stopping])
    assert len(history.epoch) == stop_epoch(losses, 2) == 6


# Losses that are no numbers: the task does not ask about them, and no check does.


@given(LOSSES, st.sets(st.integers(1, 24)), PATIENCE)
@some
def test_nan_after_the_first_epoch_is_no_new_lowest_value(losses, gone, patience):
    losses = [math.nan if i in gone else loss for i, loss in enumerate(losses)]
    stop, best = keras_says(losses, patience)
    assert stop_epoch(losses, patience) == stop
    assert _curves.stopped(losses, patience) == stop
    assert best_epoch(losses[:stop]) == best


def test_nan_in_the_first_epoch_is_soon_forgotten_though_keras_never_does():
    """Keras takes the first value for the lowest one whatever it is; nothing is less than nan."""
    losses = [math.nan, 0.5, 0.4, 0.3]
    assert keras_says(losses, 2) == (3, 1)
    assert stop_epoch(losses, 2) == _curves.stopped(losses, 2) == 4
    assert best_epoch(losses) == 4


@given(LOSSES, st.integers(1, 5), PATIENCE)
@some
def test_a_start_of_nan_changes_only_the_waiting(losses, length, patience):
    assume(length < patience)
    late = [math.nan] * length + losses
    assert best_epoch(late) == length + best_epoch(losses)
    assert stop_epoch(late, patience) == length + stop_epoch(losses, patience)
    assert _curves.stopped(late, patience) == length + _curves.stopped(losses, patience)


def test_a_training_that_broke_down_is_no_good_fit():
    """With nan for weights the network answers the same digit always: accuracy 0.1."""
    for good in (1, 4, 9, 19):
        history = {
            "loss": [0.1] * good + [math.nan] * (20 - good),
            "val_loss": [0.1] * good + [math.nan] * (20 - good),
            "accuracy": [0.99] * good + [0.0987] * (20 - good),
        }
        assert solution()["overfitting_begins"](history) is None
        assert solution()["diagnose"](history) == "underfitting"


def test_no_check_asks_about_losses_that_are_no_numbers():
    curves = [
        *_curves.overfitted(),
        *_curves.level(),
        *_curves.falling(),
        *_curves.weak(),
        _curves.diverging(),
    ]
    assert all(math.isfinite(value) for c in curves for values in c.values() for value in values)


# Noise.


@functools.cache
def trainings() -> dict[str, list[dict[str, list[float]]]]:
    """The histories of the calibration that have 20 epochs, by case; one for each seed."""
    found: dict[str, list[dict[str, list[float]]]] = {}
    path = places.root() / "docs" / "calibration" / "mnist.jsonl"
    for line in path.read_text("utf-8").splitlines():
        run = json.loads(line)
        if len(run["loss"]) == 20:
            found.setdefault(run["case"], []).append(run)
    return found


@pytest.mark.parametrize(
    ("case", "seeds", "want"),
    [
        ("right: the deck's training", 200, "overfitting"),
        ("10 hidden neurons", 20, "good fit"),
        ("5,000 images", 20, "good fit"),
        ("SGD instead of Adam", 20, "underfitting"),
    ],
)
def test_a_training_gets_the_same_diagnosis_from_every_seed(case, seeds, want):
    found = Counter(solution()["diagnose"](run) for run in trainings()[case])
    assert found == {want: seeds}


def noise() -> np.ndarray:
    """Relative deviations of single validation losses, as they occur in real trainings.

    What an average of five leaves of independent noise has 4/5 of its variance.
    """
    runs = np.array([run["val_loss"] for run in trainings()["right: the deck's training"]])
    level = np.array([solution()["smooth"](run) for run in runs])
    return ((runs[:, 2:-2] / level - 1) / np.sqrt(4 / 5)).ravel()


# The other level curves wobble by more than this already.
@pytest.mark.parametrize(
    ("want", "history"),
    [
        *(("overfitting", c) for c in _curves.overfitted()),
        ("good fit", _curves.level()[0]),
        *(("underfitting", c) for c in (*_curves.falling(), *_curves.weak())),
    ],
)
def test_noise_changes_a_diagnosis_less_than_once_in_a_hundred_times(want, history):
    sizes, rng = noise(), np.random.default_rng(8)
    assert 0.03 < sizes.std() < 0.05
    found = Counter(
        solution()["diagnose"]({**history, "val_loss": val_loss * (1 + rng.choice(sizes, n))})
        for val_loss, n in [(np.array(history["val_loss"]), len(history["val_loss"]))] * 500
    )
    assert found[want] > 495
