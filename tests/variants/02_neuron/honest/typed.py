"""Type hints, own names inside, a helper function."""

from collections.abc import Callable


def weighted_sum(x: np.ndarray, w: np.ndarray, b: float) -> np.ndarray | float:
    products: np.ndarray = x * w
    return products.sum(axis=-1) + b


def activation_function(name: str) -> Callable[[np.ndarray], np.ndarray]:
    if name == "relu":
        return relu
    return sigmoid


def neuron(x: np.ndarray, w: np.ndarray, b: float, activation: str) -> np.ndarray:
    return activation_function(activation)(weighted_sum(x, w, b))
