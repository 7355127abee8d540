"""What the grader measures on a learner's network, in plain batches."""

from __future__ import annotations

import numpy as np

from autograder.grading.rebuild import Rebuilt

BATCH = 2048
"""Images at a time."""
MAX_AT_ONCE = 64 * 1024 * 1024
"""Values that all images of a batch may have in one place: 256 MB."""


def predict(model: Rebuilt, images: np.ndarray) -> np.ndarray:
    """The outputs of `model` for `images`, in batches. float32, shape (n, *output_shape)."""
    images = np.asarray(images, "float32")
    batch = max(1, min(BATCH, MAX_AT_ONCE // model.widest))
    parts = [model(images[i : i + batch]) for i in range(0, len(images), batch)]
    return np.concatenate(parts) if parts else np.zeros((0, *model.output_shape), "float32")


def evaluate(model: Rebuilt, images: np.ndarray, labels: np.ndarray) -> tuple[float, float]:
    """Mean sparse categorical cross-entropy (natural logarithm) and accuracy in [0, 1].

    Outputs are clipped to [1e-7, 1 - 1e-7] as Keras does (`keras.config.epsilon()`).
    """
    outputs = predict(model, images).astype("float64")
    labels = np.asarray(labels).astype(int).reshape(-1)
    sums = outputs.sum(axis=-1, keepdims=True)
    shares = np.clip(outputs / np.where(sums == 0, 1, sums), 1e-7, 1 - 1e-7)
    loss = float(-np.log(shares[np.arange(len(labels)), labels]).mean())
    return loss, float((outputs.argmax(axis=-1) == labels).mean())
