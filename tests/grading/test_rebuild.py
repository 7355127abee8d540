"""What the grader computes for a learner's network is what Keras computes."""

from __future__ import annotations

import keras
import numpy as np
import pytest

from autograder.boundary.wire import Record
from autograder.grading import CheckFailed, Model, Submission
from autograder.grading.functions import ACTIVATIONS
from autograder.grading.session import InProcess
from autograder.grading.values import from_wire

layers = keras.layers
IMAGES = np.random.default_rng(0).random((40, 8, 8, 1), dtype="float32")
DEEP = [layers.Flatten(), layers.Dense(12), layers.Dense(5)]

NETWORKS = {
    "the deck's": [layers.Flatten(), layers.Dense(64, "relu"), layers.Dense(10, "softmax")],
    "without a bias": [layers.Flatten(), layers.Dense(7, use_bias=False), layers.Dense(3)],
    "without Flatten": [layers.Dense(4, "relu"), layers.Flatten(), layers.Dense(3)],
    "Reshape": [layers.Reshape((64,)), layers.Dense(3), layers.Reshape((-1, 3)), layers.Dense(2)],
    "Rescaling": [layers.Rescaling(1 / 255, offset=-0.5), layers.Flatten(), layers.Dense(3)],
    "Dropout": [layers.Flatten(), layers.Dropout(0.5), layers.Dense(3)],
    "BatchNormalization": [*DEEP, layers.BatchNormalization(epsilon=0.01), layers.Dense(3)],
    "Softmax": [*DEEP, layers.Softmax()],
    "ReLU": [*DEEP, layers.ReLU(), layers.Dense(3)],
    "ReLU with everything": [*DEEP, layers.ReLU(0.9, negative_slope=0.3, threshold=0.2)],
    "ReLU with a slope and a limit": [*DEEP, layers.ReLU(6, negative_slope=0.1)],
    "ReLU with a threshold": [*DEEP, layers.ReLU(threshold=0.4)],
    **{f"activation {name}": [*DEEP, layers.Activation(name)] for name in ACTIVATIONS},
}


def described(model: keras.Model) -> Model:
    """The model as the grader gets it."""
    submission = Submission(InProcess(None, {"build": lambda: model}), seconds=60)
    return submission.call("build")


def network(*parts: keras.layers.Layer, shape: tuple[int, ...] = (8, 8, 1)) -> keras.Model:
    """A network with random weights, biases and statistics."""
    parts = [type(part).from_config(part.get_config()) for part in parts]
    model = keras.Sequential([keras.Input(shape), *parts])
    rng = np.random.default_rng(1)
    model.set_weights([rng.uniform(0.1, 1.5, w.shape) * rng.choice([-1, 1], w.shape)
                       if w.ndim == 2 else rng.uniform(0.1, 1.5, w.shape)
                       for w in model.get_weights()])  # fmt: skip
    return model


@pytest.mark.parametrize("parts", NETWORKS.values(), ids=NETWORKS)
def test_outputs_are_those_of_keras(parts):
    model = network(*parts)
    want = model.predict(IMAGES, verbose=0)
    got = described(model).predict(IMAGES)
    assert got.dtype == want.dtype == "float32"
    np.testing.assert_allclose(got, want, rtol=2e-5, atol=2e-6 * max(1, np.abs(want).max()))


@pytest.mark.parametrize("name", ACTIVATIONS)
def test_activations_hold_far_from_zero_as_well(name):
    x = np.linspace(-120, 120, 4001, dtype="float32").reshape(1, -1)
    want = np.asarray(keras.activations.get(name)(keras.ops.convert_to_tensor(x)))
    with np.errstate(over="ignore"):
        got = ACTIVATIONS[name](x)
    assert got.dtype == "float32"
    np.testing.assert_allclose(got, want, rtol=2e-6, atol=1e-6)


@pytest.mark.parametrize(
    ("shape", "images"),
    [((8, 8), IMAGES), ((8, 8, 1), IMAGES[..., 0]), ((64, 1), IMAGES.reshape(40, 64))],
    ids=["one axis too many", "one axis missing", "one axis missing, flat"],
)
def test_a_last_axis_of_length_1_may_be_missing_or_too_much(shape, images):
    model = network(layers.Flatten(), layers.Dense(3), shape=shape)
    np.testing.assert_allclose(
        described(model).predict(images), model.predict(images, verbose=0), rtol=1e-5, atol=1e-6
    )


def test_images_of_another_shape_are_refused():
    with pytest.raises(ValueError, match=r"images of shape \(8, 8, 1\) for an input of \(9,\)"):
        described(network(layers.Dense(3), shape=(9,))).predict(IMAGES)


def test_no_images_give_no_outputs():
    assert described(network(*DEEP)).predict(IMAGES[:0]).shape == (0, 5)


def test_loss_and_accuracy_are_those_of_keras():
    model = network(*NETWORKS["the deck's"])
    model.compile("sgd", "sparse_categorical_crossentropy", metrics=["accuracy"])
    labels = np.arange(40) % 10
    want = model.evaluate(IMAGES, labels, verbose=0)
    loss, accuracy = described(model).evaluate(IMAGES, labels)
    # Keras takes the logarithm of softmax as it is; the grader cuts shares off at 1e-7.
    assert loss <= want[0] + 1e-5
    assert accuracy == pytest.approx(want[1])


def forged(*kinds: dict, shape: tuple[int | None, ...]) -> Model:
    """A description that no student's side would send: sizes without the weights to them."""
    described_layers = [
        {"name": "x", "options": {}, "input_shape": None, "output_shape": None, "parameters": 0}
        | {"weights": []}
        | kind
        for kind in kinds
    ]
    fields = {
        **{"ref": 0, "built": True, "chain": True, "layers": described_layers, "weights": []},
        **{"input_shape": shape, "output_shape": None, "trainable_parameters": 0},
        "compiled": None,
    }
    return from_wire(Record("model", fields), 1)


def dense(units: object) -> dict:
    return {"kind": "Dense", "options": {"units": units, "activation": "relu", "use_bias": True}}


GELU = {"kind": "Activation", "options": {"activation": "gelu"}}
HOSTILE = {
    "a million units": ([dense(10**6)], (None, 100), "far too much to compute"),
    "gelu of a million values": ([GELU] * 60, (None, 250, 250), "far too much to compute"),
    "one kernel for a thousand places": ([dense(900)], (None, 1000, 900), "far too much"),
    "an input of a million": ([dense(1)], (None, 1001, 1000), "its input is too large"),
    "units in words": ([dense("9")], (None, 9), "a malformed number of units"),
    "negative units": ([dense(-1)], (None, 9), "a malformed number of units"),
    "an unknown activation": (
        [{"kind": "Activation", "options": {"activation": "custom"}}],
        (None, 9),
        "an activation that Keras doesn't have",
    ),
    "no size but the batch's": ([dense(9)], (None,), "input shape is not known"),
    "an axis of length 0": ([dense(9)], (None, 9, 0), "input shape is not known"),
    "a Lambda": ([{"kind": "other:Lambda"}], (None, 9), "Lambda is not one that the kit knows"),
}


@pytest.mark.parametrize(("kinds", "shape", "why"), HOSTILE.values(), ids=HOSTILE)
def test_a_forged_description_is_refused_before_anything_is_computed(kinds, shape, why):
    with pytest.raises(CheckFailed, match=why):
        _ = forged(*kinds, shape=shape).rebuilt
