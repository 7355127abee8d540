"""What the playground is set to, and how far its network has learned. Knows nothing of widgets."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from autograder.playground.data import DATA, SQUARE, features
from autograder.playground.network import Network

POINTS = 500
MAX_LAYERS = 4
MAX_NEURONS = 8
RATES = (0.001, 0.003, 0.01, 0.03, 0.1, 0.3, 1.0)
ACTIVATIONS = ("tanh", "relu", "sigmoid", "linear")
DENSITY = 50
"""Places of a map in either direction."""


@dataclass(frozen=True, kw_only=True)
class Settings:
    """Playground's own defaults: the circle, x1 and x2, 4 and 2 hidden neurons, tanh, 0.03."""

    data: str = "circle"
    noise: float = 0.0
    names: tuple[str, ...] = ("x1", "x2")
    hidden: tuple[int, ...] = (4, 2)
    activation: str = "tanh"
    rate: float = 0.03
    seed: int = 0


class Game:
    """One network and its data: half of the points to learn from, half to test with."""

    def __init__(self, settings: Settings | None = None):
        self.reset(settings or Settings())

    def reset(self, settings: Settings) -> None:
        """New points and a new network that has learned nothing."""
        self.settings = settings
        self.points, self.labels = DATA[settings.data](POINTS, settings.noise, settings.seed)
        self._targets = np.where(self.labels == 1, 1.0, -1.0)
        self._x = features(self.points, list(settings.names))
        self._grid = features(_places(), list(settings.names))
        self._rng = np.random.default_rng(settings.seed)
        sizes = [len(settings.names), *settings.hidden, 1]
        self.network = Network(sizes, settings.activation, settings.seed)
        self.epoch = 0
        self.training_loss: list[float] = []
        self.test_loss: list[float] = []
        self._measure()

    def set_rate(self, rate: float) -> None:
        """Goes on learning with another rate."""
        self.settings = Settings(**{**vars(self.settings), "rate": rate})

    def step(self, epochs: int = 1) -> None:
        """Learns for some epochs."""
        half = POINTS // 2
        for _ in range(epochs):
            # Whoever picks ReLU and a rate of 1 may see numbers run away: a map without colour.
            with np.errstate(over="ignore", invalid="ignore"):
                self.network.learn(
                    self._x[:half],
                    self._targets[:half],
                    self.settings.rate,
                    self._rng.permutation(half),
                )
                self.epoch += 1
                self._measure()

    def maps(self) -> list[np.ndarray]:
        """For each layer after the input, its neurons' maps: shape (neurons, DENSITY, DENSITY).

        Row 0 is the top of the square.
        """
        with np.errstate(over="ignore", invalid="ignore"):
            layers = self.network.outputs(self._grid)[1:]
        return [layer.T.reshape(-1, DENSITY, DENSITY) for layer in layers]

    def _measure(self) -> None:
        half = POINTS // 2
        for losses, part in (
            (self.training_loss, slice(0, half)),
            (self.test_loss, slice(half, None)),
        ):
            losses.append(self.network.loss(self._x[part], self._targets[part]))


def _places() -> np.ndarray:
    """The places of a map, row by row from the top, shape (DENSITY², 2)."""
    line = np.linspace(-SQUARE, SQUARE, DENSITY)
    x1, x2 = np.meshgrid(line, line[::-1])
    return np.column_stack([x1.ravel(), x2.ravel()])


def feature_map(name: str) -> np.ndarray:
    """The map of one feature, from −1 to 1 as Playground shows it, shape (DENSITY, DENSITY)."""
    values = features(_places(), [name])
    return values.reshape(DENSITY, DENSITY)
