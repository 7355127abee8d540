"""Prepares MNIST as TFDS does, from the shipped files: run in a process of its own.

`python -m autograder.course.tfds_builder DATA_DIR` writes `DATA_DIR/mnist/3.0.1`. TensorFlow stays
out of the process that asks for it (see `autograder.course.mnist.prepare`).
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np
import tensorflow_datasets as tfds

from autograder.course import mnist

Split = tuple[np.ndarray, np.ndarray]
"""Images and labels."""


def build(data_dir: Path, train: Split, test: Split) -> None:
    """Writes the dataset `mnist` in TFDS's own format, as TFDS's own builder would.

    data_dir: becomes TFDS's `data_dir`.
    train, test: images, uint8, shape (n, 28, 28, 1), and labels from 0 to 9.
    """
    with tfds.core.registered.skip_registration():
        # TFDS's own `mnist` stays the one that `tfds.load` finds by name.

        class Mnist(tfds.image_classification.MNIST):
            """TFDS's MNIST, read from the shipped files instead of from the network."""

            name = "mnist"
            url_infos = None
            """Nothing is downloaded, so there are no checksums to look up."""

            def _split_generators(self, dl_manager: Any) -> dict[str, Iterator[tuple[int, Any]]]:
                return {"train": self._examples(train), "test": self._examples(test)}

            def _examples(self, split: Split) -> Iterator[tuple[int, Any]]:
                # The same keys as TFDS's, and so the same order on disk.
                for key, (image, label) in enumerate(zip(*split, strict=True)):
                    yield key, {"image": image, "label": label}

    builder = Mnist(data_dir=data_dir)
    if str(builder.version) != mnist.VERSION:
        raise SystemExit(f"TFDS has MNIST {builder.version}, the kit knows {mnist.VERSION}")
    builder.download_and_prepare()


if __name__ == "__main__":
    x_train, y_train, x_test, y_test = mnist.arrays()
    build(Path(sys.argv[1]), (x_train, y_train), (x_test, y_test))
