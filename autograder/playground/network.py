"""A small network that learns as TensorFlow Playground's does: NumPy, one formula after another."""

from __future__ import annotations

from itertools import pairwise

import numpy as np

BATCH = 10

Arrays = list[np.ndarray]


def activate(name: str, z: np.ndarray) -> np.ndarray:
    """tanh, relu, sigmoid or linear of weighted sums. Raises `ValueError` for another name."""
    if name == "tanh":
        return np.tanh(z)
    if name == "relu":
        return np.maximum(z, 0.0)
    if name == "sigmoid":
        return 0.5 * (np.tanh(0.5 * z) + 1.0)
    if name == "linear":
        return z
    raise ValueError(f"no activation {name!r}")


def slope(name: str, out: np.ndarray) -> np.ndarray:
    """The derivative of an activation where its value is `out`."""
    if name == "tanh":
        return 1.0 - out**2
    if name == "relu":
        return (out > 0).astype(float)
    if name == "sigmoid":
        return out * (1.0 - out)
    return np.ones_like(out)


class Network:
    """Dense layers with one activation for the hidden neurons and tanh for the output neuron.

    The loss is half the squared distance from the target, −1 or 1. Weights start between −0.5 and
    0.5 and biases at 0.1, as in Playground; learning is plain gradient descent.
    """

    def __init__(self, sizes: list[int], activation: str = "tanh", seed: int = 0):
        """sizes: neurons of each layer, the number of features first and 1 last."""
        rng = np.random.default_rng(seed)
        self.activation = activation
        self.weights: Arrays = [rng.uniform(-0.5, 0.5, shape) for shape in pairwise(sizes)]
        self.biases: Arrays = [np.full(n, 0.1) for n in sizes[1:]]

    def outputs(self, x: np.ndarray) -> Arrays:
        """The outputs of every layer, the input first. x: shape (n, features)."""
        found = [x]
        for i, (w, b) in enumerate(zip(self.weights, self.biases, strict=True)):
            found.append(activate(self._name(i), found[-1] @ w + b))
        return found

    def learn(self, x: np.ndarray, targets: np.ndarray, rate: float, order: np.ndarray) -> None:
        """One epoch: the points in this order, ten at a time. targets: −1 or 1, shape (n,)."""
        for start in range(0, len(order), BATCH):
            rows = order[start : start + BATCH]
            layers = self.outputs(x[rows])
            back = (layers[-1] - targets[rows, None]) * slope("tanh", layers[-1]) / len(rows)
            for i in range(len(self.weights) - 1, -1, -1):
                before = layers[i]
                weights_step, biases_step = before.T @ back, back.sum(axis=0)
                if i:
                    back = (back @ self.weights[i].T) * slope(self._name(i - 1), before)
                self.weights[i] -= rate * weights_step
                self.biases[i] -= rate * biases_step

    def loss(self, x: np.ndarray, targets: np.ndarray) -> float:
        """The mean loss over these points."""
        return float(0.5 * np.mean((self.outputs(x)[-1][:, 0] - targets) ** 2))

    def _name(self, layer: int) -> str:
        return "tanh" if layer == len(self.weights) - 1 else self.activation
