"""The same training twice, as Keras wrote it and the fast way, for the tests of the fast fit."""

from collections.abc import Callable
from dataclasses import dataclass

import keras
import numpy as np

from autograder.student import fastfit
from autograder.student.fastfit import patch


@dataclass(frozen=True)
class Trained:
    """What a training leaves behind."""

    model: keras.Model
    history: keras.callbacks.History
    reason: str | None
    """Why it went Keras' way; None for the fast way."""

    @property
    def state(self) -> list[np.ndarray]:
        """Weights, then the optimizer's variables."""
        optimizer = [variable.numpy() for variable in self.model.optimizer.variables]
        return [*self.model.get_weights(), *optimizer]


def images(rows: int, seed: int = 0) -> tuple[np.ndarray, np.ndarray]:
    """Small images of 4 classes that can be told apart: float32 (rows, 6, 6, 1), int64 (rows,)."""
    rng = np.random.default_rng(seed)
    labels = rng.integers(0, 4, rows)
    pictures = rng.random((rows, 6, 6, 1), dtype=np.float32)
    pictures[np.arange(rows), labels, labels] += 1.5
    return pictures, labels


def small_model(units: int = 8, optimizer: object = "adam", **compile_options) -> keras.Model:
    """Flatten, Dense, Dense: the deck's network in small."""
    model = keras.Sequential(
        [
            keras.layers.Input((6, 6, 1)),
            keras.layers.Flatten(),
            keras.layers.Dense(units, activation="relu"),
            keras.layers.Dense(4, activation="softmax"),
        ]
    )
    compile_options = {
        "loss": "sparse_categorical_crossentropy", "metrics": ["accuracy"], **compile_options
    }
    model.compile(optimizer=optimizer, **compile_options)
    return model


def train(build: Callable[[], keras.Model], fit: Callable[[keras.Model], object], *, fast: bool,
          seed: int = 1) -> Trained:
    """Build and fit from one seed, with the fast way on (and never too short for it) or off."""
    pays_from, patch.PAYS_FROM = patch.PAYS_FROM, 0
    (fastfit.enable if fast else fastfit.disable)()
    try:
        keras.utils.set_random_seed(seed)
        model = build()
        history = fit(model)
        return Trained(model, history, fastfit.why_not())
    finally:
        fastfit.disable()
        patch.PAYS_FROM = pays_from


def both(build: Callable[[], keras.Model], fit: Callable[[keras.Model], object],
         seed: int = 1) -> tuple[Trained, Trained]:
    """(fast, Keras' own) from the same seed; the fast one must have gone the fast way."""
    fast = train(build, fit, fast=True, seed=seed)
    assert fast.reason is None, fast.reason
    return fast, train(build, fit, fast=False, seed=seed)
