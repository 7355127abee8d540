"""The data sets and features of TensorFlow Playground, with its constants.

The constants are those of the public project tensorflow/playground: points within ±6, classes
that can be told apart exactly without noise, and noise from 0 to 0.5.
"""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

RADIUS = 5.0
"""Of the circle and the spiral; half the side of the square of XOR."""
SQUARE = 6.0
"""Maps show the square from −6 to 6."""

Points = tuple[np.ndarray, np.ndarray]
"""Points, float64, shape (n, 2), and their labels, 0 or 1, int64, shape (n,), in mixed order."""


def _mixed(rng: np.random.Generator, points: np.ndarray, labels: np.ndarray) -> Points:
    order = rng.permutation(len(points))
    return points[order], labels[order].astype("int64")


def make_circle(n: int = 500, noise: float = 0.0, seed: int = 0) -> Points:
    """Label 1 in a disc, distance 0 to 2.5 from the centre; label 0 in a ring, 3.5 to 5."""
    rng = np.random.default_rng(seed)
    half = n // 2
    distance = np.concatenate(
        [rng.uniform(0, 0.5 * RADIUS, half), rng.uniform(0.7 * RADIUS, RADIUS, n - half)]
    )
    angle = rng.uniform(0, 2 * np.pi, n)
    points = np.column_stack([distance * np.sin(angle), distance * np.cos(angle)])
    moved = points + rng.uniform(-RADIUS, RADIUS, (n, 2)) * noise
    return _mixed(rng, points, np.hypot(moved[:, 0], moved[:, 1]) < 0.5 * RADIUS)


def make_xor(n: int = 500, noise: float = 0.0, seed: int = 0) -> Points:
    """Label 1 where x1 and x2 have the same sign; a gap of 0.3 on either side of the axes."""
    rng = np.random.default_rng(seed)
    points = rng.uniform(-RADIUS, RADIUS, (n, 2))
    points += np.where(points > 0, 0.3, -0.3)
    moved = points + rng.uniform(-RADIUS, RADIUS, (n, 2)) * noise
    return _mixed(rng, points, moved[:, 0] * moved[:, 1] >= 0)


def make_gauss(n: int = 500, noise: float = 0.0, seed: int = 0) -> Points:
    """Two clouds: label 1 around (2, 2), label 0 around (−2, −2), variance 0.5 to 4."""
    rng = np.random.default_rng(seed)
    half = n // 2
    labels = np.concatenate([np.ones(half), np.zeros(n - half)])
    centres = np.where(labels == 1, 2.0, -2.0)
    points = centres[:, None] + rng.normal(0, np.sqrt(0.5 + 7 * noise), (n, 2))
    return _mixed(rng, points, labels)


def make_spiral(n: int = 500, noise: float = 0.0, seed: int = 0) -> Points:
    """Two arms of a spiral, one and three quarter turns each, out to distance 5."""
    rng = np.random.default_rng(seed)
    half = n // 2
    labels = np.concatenate([np.ones(half), np.zeros(n - half)])
    along = np.concatenate([np.arange(half) / half, np.arange(n - half) / (n - half)])
    angle = 1.75 * along * 2 * np.pi + np.where(labels == 1, 0.0, np.pi)
    points = RADIUS * along[:, None] * np.column_stack([np.sin(angle), np.cos(angle)])
    return _mixed(rng, points + rng.uniform(-1, 1, (n, 2)) * noise, labels)


DATA: dict[str, Callable[..., Points]] = {
    "circle": make_circle,
    "xor": make_xor,
    "gauss": make_gauss,
    "spiral": make_spiral,
}

FEATURES: dict[str, Callable[[np.ndarray, np.ndarray], np.ndarray]] = {
    "x1": lambda x1, x2: x1,
    "x2": lambda x1, x2: x2,
    "x1^2": lambda x1, x2: x1**2,
    "x2^2": lambda x1, x2: x2**2,
    "x1*x2": lambda x1, x2: x1 * x2,
    "sin(x1)": lambda x1, x2: np.sin(x1),
    "sin(x2)": lambda x1, x2: np.sin(x2),
}


def features(points: np.ndarray, names: list[str]) -> np.ndarray:
    """The features with these names, one a column, shape (n, len(names)).

    Raises `KeyError` for a name that is none of the seven.
    """
    return np.column_stack([FEATURES[name](points[:, 0], points[:, 1]) for name in names])
