"""The made-up curves of chapter 8 lie well away from the borders, and the references are right."""

import ast
import json
from pathlib import Path

import numpy as np
import pytest

from autograder.graders import _curves

KIT = Path(__file__).parents[2]


def smooth(values):
    return np.convolve(values, np.ones(5) / 5, "valid")


def rise(history):
    """How far the smoothed validation loss ends above its lowest value, and what the other did."""
    val_loss, loss = smooth(history["val_loss"]), smooth(history["loss"])
    lowest = val_loss.argmin()
    return val_loss[-1] / val_loss[lowest] - 1, loss[-1] / loss[lowest] - 1


def fall(history):
    """How far the smoothed validation loss ends below its value five epochs earlier."""
    val_loss = smooth(history["val_loss"])
    return 1 - val_loss[-1] / val_loss[-6]


@pytest.mark.parametrize("history", _curves.overfitted())
def test_overfitted_curves_rise_far_more_than_ten_per_cent(history):
    up, training = rise(history)
    assert up > 0.5
    assert training < -0.5


@pytest.mark.parametrize("history", [*_curves.level(), *_curves.falling(), *_curves.weak()])
def test_other_curves_rise_far_less_than_ten_per_cent(history):
    assert rise(history)[0] < 0.05


def test_level_curves_look_alarming_without_smoothing():
    ends = [h["val_loss"][-1] / min(h["val_loss"]) for h in _curves.level()]
    assert max(ends) > 1.15


@pytest.mark.parametrize("history", [*_curves.level(), *_curves.weak()])
def test_level_curves_do_not_fall(history):
    assert fall(history) < 0.05


@pytest.mark.parametrize("history", _curves.falling())
def test_falling_curves_fall_far_more_than_ten_per_cent(history):
    assert fall(history) > 0.25
    assert smooth(history["accuracy"])[-1] > 0.95


def test_a_diverging_curve_rises_in_training_too():
    up, training = rise(_curves.diverging())
    assert up > 0.5
    assert training > 0.5


@pytest.mark.parametrize("history", _curves.weak())
def test_weak_curves_are_bad_in_training(history):
    assert smooth(history["accuracy"])[-1] < 0.85


@pytest.mark.parametrize("patience", [1, 2, 3, 5, 30])
def test_the_reference_for_stopping_counts_like_the_table_of_the_text(patience):
    rng = np.random.default_rng(patience)
    for _ in range(200):
        losses = rng.integers(1, 9, rng.integers(1, 20)).tolist()  # many ties
        lowest, waited, stop = np.inf, 0, len(losses)
        for epoch, loss in enumerate(losses, 1):
            lowest, waited = (loss, 0) if loss < lowest else (lowest, waited + 1)
            if waited == patience:
                stop = epoch
                break
        assert _curves.stopped(losses, patience) == stop


def test_the_history_in_the_text_is_the_history_of_the_checks():
    source = (KIT / "solutions/08_overfitting/overfitting.py").read_text("utf-8")
    found = next(
        node.value
        for node in ast.parse(source).body
        if isinstance(node, ast.Assign)
        and isinstance(node.targets[0], ast.Name)
        and node.targets[0].id == "PRINTED_HISTORY"
    )
    in_text = eval(compile(ast.Expression(found), "source", "eval"))
    data = json.loads((KIT / "autograder/course/printed_history.json").read_text("utf-8"))
    assert {len(values) for values in data.values()} == {20}
    for name, values in in_text.items():
        assert data[name] == values
    for prefix in ("", "val_"):
        assert data[f"{prefix}sparse_categorical_crossentropy"] == data[f"{prefix}loss"]
