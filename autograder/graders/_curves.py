"""Made-up learning curves of every kind, well away from the borders between them."""

import numpy as np


def curve(val_loss, loss, accuracy=None) -> dict[str, list[float]]:
    """A history of six names; accuracies follow from the losses unless they are given."""
    loss, val_loss = np.asarray(loss, float), np.asarray(val_loss, float)
    accuracy = 1 - 0.29 * loss if accuracy is None else np.asarray(accuracy, float)
    val_accuracy = np.clip(accuracy.min() + 0.9 * (accuracy - accuracy.min()) - 0.004, 0, 1)
    columns = {
        "loss": loss,
        "sparse_categorical_crossentropy": loss,
        "accuracy": accuracy,
        "val_loss": val_loss,
        "val_sparse_categorical_crossentropy": val_loss,
        "val_accuracy": val_accuracy,
    }
    return {name: [round(float(v), 5) for v in values] for name, values in columns.items()}


def wobble(seed: int, size: float, n: int) -> np.ndarray:
    """Factors around 1, alternating so that five in a row average out; `size` is relative."""
    rng = np.random.default_rng(seed)
    signs = np.where(np.arange(n) % 2, 1.0, -1.0)
    return 1 + size * signs * (0.6 + 0.4 * rng.random(n))


def overfitted() -> list[dict[str, list[float]]]:
    """Validation loss falls, then rises by far more than 10 %; training loss falls all the time."""
    found = []
    for seed, n, best, rise in (
        (1, 20, 8, 0.02),
        (2, 30, 6, 0.01),
        (3, 15, 5, 0.05),
        (4, 24, 11, 0.03),
    ):
        e = np.arange(1, n + 1)
        val = 0.15 + 0.4 * np.exp(-(e - 1) / 1.7) + rise * np.maximum(0, e - best)
        loss = 0.32 * np.exp(-(e - 1) / 5) + 0.01
        found.append(curve(val * wobble(seed, 0.02, n), loss))
    return found


def level() -> list[dict[str, list[float]]]:
    """Validation loss falls and stays, with more or less wobble; the last ones look alarming.

    The accuracies begin far below 0.9 and end above it.
    """
    found = []
    for seed, n, size in ((5, 20, 0.005), (6, 20, 0.08), (7, 26, 0.1), (8, 21, 0.09), (9, 16, 0.1)):
        e = np.arange(1, n + 1)
        val = 0.12 + 0.5 * np.exp(-(e - 1) / 1.2)
        loss = 0.09 + 0.35 * np.exp(-(e - 1) / 1.5) + 0.002 * (n - e) / n
        found.append(curve(val * wobble(seed, size, n), loss, 0.97 - 0.6 * np.exp(-(e - 1) / 3)))
    return found


def falling() -> list[dict[str, list[float]]]:
    """Both losses still fall steeply at the end; the training accuracy is good already."""
    found = []
    for seed, n, speed in ((10, 10, 6), (11, 20, 12), (12, 14, 8)):
        e = np.arange(1, n + 1)
        val = 0.9 * np.exp(-(e - 1) / speed) + 0.02
        found.append(curve(val * wobble(seed, 0.01, n), val * 0.9, 0.99 - 0.08 * val))
    return found


def weak() -> list[dict[str, list[float]]]:
    """The network is too small: the losses are level, and even the training data goes badly."""
    found = []
    for seed, n, accuracy in ((13, 20, 0.62), (14, 15, 0.8)):
        e = np.arange(1, n + 1)
        val = 1.1 + 0.9 * np.exp(-(e - 1) / 1.5)
        found.append(curve(val * wobble(seed, 0.01, n), val - 0.02, accuracy - 0.1 / e))
    return found


def diverging() -> dict[str, list[float]]:
    """Both losses rise again: no overfitting, but a learning rate that is too large."""
    e = np.arange(1, 21)
    val = 0.3 + 0.6 * np.exp(-(e - 1) / 1.5) + 0.05 * np.maximum(0, e - 6)
    return curve(val * wobble(15, 0.01, 20), val - 0.05, np.full(20, 0.95))


def shown(values) -> str:
    """A few numbers for a message."""
    texts = [f"{v:.3f}" for v in values]
    return ", ".join(texts if len(texts) <= 9 else [*texts[:4], "…", *texts[-4:]])


def stopped(val_loss, patience):
    """Epoch, from 1, after which early stopping ends the training; else the last one.

    A value that is no number (nan) is no new lowest value.
    """
    lowest = np.fmin.accumulate([np.inf, *val_loss])
    for epoch in range(patience, len(val_loss) + 1):
        if lowest[epoch] == lowest[epoch - patience]:
            return epoch
    return len(val_loss)
