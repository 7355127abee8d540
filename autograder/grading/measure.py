"""What the grader measures on a rebuilt model, in plain batches."""

from __future__ import annotations

from typing import Any

import numpy as np

BATCH = 2048


def predict(model: Any, images: np.ndarray) -> np.ndarray:
    """The outputs of `model` for `images`, in batches. float32, shape (n, …)."""
    images = np.asarray(images, "float32")
    parts = [
        np.asarray(model(images[i : i + BATCH], training=False))
        for i in range(0, len(images), BATCH)
    ]
    return np.concatenate(parts) if parts else np.zeros((0, *model.output_shape[1:]), "float32")


def evaluate(model: Any, images: np.ndarray, labels: np.ndarray) -> tuple[float, float]:
    """Mean sparse categorical cross-entropy (natural logarithm) and accuracy in [0, 1].

    Outputs are clipped to [1e-7, 1 - 1e-7] as Keras does (`keras.config.epsilon()`).
    """
    outputs = predict(model, images).astype("float64")
    labels = np.asarray(labels).astype(int).reshape(-1)
    sums = outputs.sum(axis=-1, keepdims=True)
    shares = np.clip(outputs / np.where(sums == 0, 1, sums), 1e-7, 1 - 1e-7)
    loss = float(-np.log(shares[np.arange(len(labels)), labels]).mean())
    return loss, float((outputs.argmax(axis=-1) == labels).mean())
