"""MNIST, without a network: as arrays, or through TFDS as in the course."""

from __future__ import annotations

import functools

import numpy as np

from autograder.course import idx


@functools.cache
def arrays() -> tuple[np.ndarray, np.ndarray, np.ndarray, np.ndarray]:
    """MNIST as `(x_train, y_train, x_test, y_test)`, read from the shipped files by NumPy alone.

    x_train: uint8, shape (60000, 28, 28, 1), pixel values from 0 (black) to 255 (white)
    y_train: int64 as in TFDS, shape (60000,), digits from 0 to 9
    x_test, y_test: the same with 10,000 images. Used as validation data in the course.

    The arrays are read-only and shared within the process: copy before changing them. Raises
    `AlteredData` unless every file holds the bytes that were shipped.
    """
    return (
        idx.TRAIN_IMAGES.read(),
        _labels(idx.TRAIN_LABELS),
        idx.TEST_IMAGES.read(),
        _labels(idx.TEST_LABELS),
    )


def _labels(file: idx.Idx) -> np.ndarray:
    labels = file.read().astype(np.int64)
    labels.setflags(write=False)
    return labels
