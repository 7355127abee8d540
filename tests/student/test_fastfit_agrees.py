"""The fast fit against Keras' own, on random networks and calls.

Tolerance. Both ways do the same float32 operations and differ in the order in which sums of at
most 300 products are taken, so a gradient differs by a few units of roundoff (6e-8) relative to the
sizes of its terms. A step of SGD adds that times the learning rate, a step of Adam or RMSprop the
learning rate times the relative error. Over the at most 120 steps here that stays under 2e-5 with
the largest constants drawn below; over 300 random cases the largest seen was 1.5e-7.
Losses are means of values near 1, so the same relative bound holds. Accuracies are counts: equal.
"""

import sys
from pathlib import Path

import keras
import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

sys.path.insert(0, str(Path(__file__).parent))
from fastfit_pairs import Trained, both, images

TOLERANCE = 2e-5

layers = keras.layers

OPTIMIZERS = {
    "sgd": lambda: keras.optimizers.SGD(0.05),
    "momentum": lambda: keras.optimizers.SGD(0.02, momentum=0.9),
    "adam": lambda: keras.optimizers.Adam(),
    "rmsprop": lambda: keras.optimizers.RMSprop(),
}


@st.composite
def networks(draw):
    """A function that builds a compiled network: widths, depth, activation, dropout, L2."""
    widths = draw(st.lists(st.integers(1, 24), min_size=1, max_size=3))
    activation = draw(st.sampled_from(["relu", "tanh", "sigmoid", "elu", "linear"]))
    dropout = draw(st.sampled_from([0.0, 0.3]))
    l2 = draw(st.sampled_from([None, 0.01]))
    optimizer = draw(st.sampled_from(sorted(OPTIMIZERS)))

    def build() -> keras.Model:
        model = keras.Sequential([layers.Input((6, 6, 1)), layers.Flatten()])
        for width in widths:
            regularizer = keras.regularizers.L2(l2) if l2 else None
            model.add(layers.Dense(width, activation, kernel_regularizer=regularizer))
            if dropout:
                model.add(layers.Dropout(dropout))
        model.add(layers.Dense(4))
        loss = keras.losses.SparseCategoricalCrossentropy(from_logits=True)
        model.compile(OPTIMIZERS[optimizer](), loss, metrics=["accuracy"])
        return model

    return build


@st.composite
def calls(draw):
    """A function that calls `fit`: rows, batch size, epochs, validation, shuffling."""
    x, y = images(draw(st.integers(40, 300)))
    options = {
        "batch_size": draw(st.sampled_from([8, 16, 33])),
        "epochs": draw(st.integers(1, 3)),
        "shuffle": draw(st.booleans()),
        "verbose": 0,
    }
    options |= draw(
        st.sampled_from(
            [{}, {"validation_split": 0.2}, {"validation_data": (x[:37], y[:37])}]
        )
    )
    return lambda model: model.fit(x, y, **options)


def assert_agree(fast: Trained, keras_own: Trained) -> None:
    """Weights, optimizer state and History agree within rounding, and in kind exactly."""
    for ours, theirs in zip(fast.state, keras_own.state, strict=True):
        np.testing.assert_allclose(ours, theirs, rtol=TOLERANCE, atol=TOLERANCE)
    ours, theirs = fast.history.history, keras_own.history.history
    assert list(ours) == list(theirs)
    for name in ours:
        assert [type(value) for value in ours[name]] == [type(value) for value in theirs[name]]
        exact = "accuracy" in name
        np.testing.assert_allclose(ours[name], theirs[name], rtol=1e-6 if exact else TOLERANCE)
    assert fast.history.epoch == keras_own.history.epoch
    assert fast.history.params == keras_own.history.params
    assert fast.history.model is fast.model


def check(build, fit, seed: int) -> None:
    assert_agree(*both(build, fit, seed))


@settings(max_examples=3, deadline=None, derandomize=True,
          suppress_health_check=list(HealthCheck))
@given(build=networks(), fit=calls(), seed=st.integers(0, 10**6))
def test_any_network_and_call_gives_keras_numbers_from_the_same_seed(build, fit, seed):
    check(build, fit, seed)


@pytest.mark.slow
@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
@given(build=networks(), fit=calls(), seed=st.integers(0, 10**6))
def test_many_networks_and_calls_give_keras_numbers_from_the_same_seed(build, fit, seed):
    check(build, fit, seed)
