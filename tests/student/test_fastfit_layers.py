"""Every layer, optimizer and kind of network that the fast fit takes gives Keras' numbers."""

import sys
from pathlib import Path

import keras
import numpy as np
import pytest
import tensorflow as tf

sys.path.insert(0, str(Path(__file__).parent))
from fastfit_pairs import both, images, small_model

from autograder.student.fastfit.eligibility import LAYERS, OPTIMIZERS

layers = keras.layers
X, Y = images(72)

BLOCKS = {
    layers.Activation: lambda: [layers.Dense(8), layers.Activation("gelu")],
    layers.BatchNormalization: lambda: [layers.Dense(8), layers.BatchNormalization()],
    layers.Dense: lambda: [layers.Dense(8, tf.nn.relu, use_bias=False)],
    layers.Dropout: lambda: [layers.Dropout(0.4, noise_shape=(None, 1)), layers.Dropout(0.1)],
    layers.ELU: lambda: [layers.Dense(8), layers.ELU()],
    layers.Flatten: lambda: [layers.Flatten()],
    layers.InputLayer: lambda: [keras.Sequential([layers.Input((36,)), layers.Dense(8, "selu")])],
    layers.LeakyReLU: lambda: [layers.Dense(8), layers.LeakyReLU(0.1)],
    layers.ReLU: lambda: [layers.Dense(8), layers.ReLU(max_value=2.0)],
    layers.Rescaling: lambda: [layers.Rescaling(0.5, offset=-0.1)],
    layers.Reshape: lambda: [layers.Reshape((6, 6)), layers.Reshape((36,))],
    layers.Softmax: lambda: [layers.Dense(8), layers.Softmax()],
}


def sequential(block, optimizer="sgd", loss=None):
    model = keras.Sequential([layers.Input((6, 6, 1)), layers.Flatten(), *block(), layers.Dense(4)])
    loss = loss or keras.losses.SparseCategoricalCrossentropy(from_logits=True)
    model.compile(optimizer, loss, metrics=["accuracy"])
    return model


def functional():
    inputs = keras.Input((6, 6, 1))
    flat = layers.Flatten()(inputs)
    hidden = layers.Dense(8, "tanh")(flat)
    outputs = layers.Dense(4, "softmax")(layers.Dense(8, "relu")(hidden))
    model = keras.Model(inputs, outputs)
    rate = keras.optimizers.schedules.ExponentialDecay(0.05, 3, 0.9)
    model.compile(
        keras.optimizers.SGD(rate, nesterov=True, momentum=0.5), "categorical_crossentropy",
        metrics=["accuracy", "mse", keras.metrics.CategoricalCrossentropy()],
    )
    return model


def assert_agree(build, y=Y):
    def fit(model):
        return model.fit(X, y, batch_size=16, epochs=2, verbose=0, validation_data=(X[:16], y[:16]))

    fast, keras_own = both(build, fit)
    for ours, theirs in zip(fast.state, keras_own.state, strict=True):
        np.testing.assert_allclose(ours, theirs, rtol=2e-5, atol=2e-5)
    assert list(fast.history.history) == list(keras_own.history.history)
    for name, values in fast.history.history.items():
        np.testing.assert_allclose(values, keras_own.history.history[name], rtol=2e-5)


@pytest.mark.slow
@pytest.mark.parametrize("layer", sorted(LAYERS, key=lambda layer: layer.__name__))
def test_a_layer_gives_keras_numbers(layer):
    assert_agree(lambda: sequential(BLOCKS[layer]))


@pytest.mark.slow
@pytest.mark.parametrize("optimizer", sorted(OPTIMIZERS, key=lambda optimizer: optimizer.__name__))
def test_an_optimizer_gives_keras_numbers(optimizer):
    assert_agree(lambda: small_model(optimizer=optimizer(0.003, clipnorm=0.5, weight_decay=0.01)))


@pytest.mark.slow
def test_a_functional_model_with_a_schedule_and_more_metrics_gives_keras_numbers():
    assert_agree(functional, np.eye(4, dtype=np.float32)[Y])


@pytest.mark.slow
def test_regression_gives_keras_numbers():
    target = X.mean(axis=(1, 2)) * np.ones(4, np.float32)
    assert_agree(lambda: sequential(BLOCKS[layers.ELU], "adam", "huber"), target)
