"""Keras' activation functions, in NumPy: float32 in, float32 out, of the same shape.

Formulas and constants are those of https://keras.io/api/layers/activations/ with the arguments that
Keras takes where a layer names the function only.
"""

from __future__ import annotations

import math
from collections.abc import Callable

import numpy as np

_SELU_SCALE = 1.0507009873554805
_SELU_ALPHA = 1.6732632423543772
"""For these two a layer keeps mean 0 and variance 1 (Klambauer et al., 2017, eq. 14)."""


def relu(
    x: np.ndarray,
    *,
    max_value: float | None = None,
    negative_slope: float = 0.0,
    threshold: float = 0.0,
) -> np.ndarray:
    """0 up to the threshold and x above it, at most `max_value`; below the threshold the slope
    times the distance from it is taken away."""
    found = np.where(x > threshold, x, np.float32(0))
    if max_value is not None:
        found = np.minimum(found, np.float32(max_value))
    if negative_slope:
        found -= np.float32(negative_slope) * np.maximum(np.float32(threshold) - x, 0)
    return found


def _sigmoid(x: np.ndarray) -> np.ndarray:
    return (np.tanh(x / 2) + 1) / 2


def _softmax(x: np.ndarray) -> np.ndarray:
    shares = np.exp(x - x.max(axis=-1, keepdims=True))
    return shares / shares.sum(axis=-1, keepdims=True)


def _log_softmax(x: np.ndarray) -> np.ndarray:
    below = x - x.max(axis=-1, keepdims=True)
    return below - np.log(np.exp(below).sum(axis=-1, keepdims=True))


def _elu(x: np.ndarray) -> np.ndarray:
    return np.where(x > 0, x, np.expm1(np.minimum(x, 0)))


def _selu(x: np.ndarray) -> np.ndarray:
    negative = np.float32(_SELU_ALPHA) * np.expm1(np.minimum(x, 0))
    return np.float32(_SELU_SCALE) * np.where(x > 0, x, negative)


def _gelu(x: np.ndarray) -> np.ndarray:
    return x * (1 + _erf(x / np.float32(math.sqrt(2)))) / 2


def _erf(x: np.ndarray) -> np.ndarray:
    """The error function to 1.5e-7 (Abramowitz and Stegun, 1964, formula 7.1.26)."""
    t = 1 / (1 + 0.3275911 * np.abs(x, dtype="float64"))
    series = np.polyval([1.061405429, -1.453152027, 1.421413741, -0.284496736, 0.254829592, 0], t)
    return np.copysign(1 - series * np.exp(-np.square(x, dtype="float64")), x).astype("float32")


ACTIVATIONS: dict[str, Callable[[np.ndarray], np.ndarray]] = {
    "linear": lambda x: x,
    "relu": relu,
    "relu6": lambda x: relu(x, max_value=6),
    "leaky_relu": lambda x: relu(x, negative_slope=0.2),
    "elu": _elu,
    "selu": _selu,
    "gelu": _gelu,
    "silu": lambda x: x * _sigmoid(x),
    "sigmoid": _sigmoid,
    "hard_sigmoid": lambda x: relu(x + 3, max_value=6) / 6,
    "tanh": np.tanh,
    "softplus": lambda x: np.logaddexp(x, np.float32(0)),
    "softsign": lambda x: x / (1 + np.abs(x)),
    "exponential": np.exp,
    "softmax": _softmax,
    "log_softmax": _log_softmax,
}
