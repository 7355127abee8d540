"""A `tf.data.Dataset` for the fast way: its batches are collected and done many at a time.

The dataset is iterated anew each epoch, as Keras does, so one that shuffles or augments goes on
doing so. Only the loop over the steps is compiled, not the dataset.
"""

import itertools
from collections.abc import Iterable, Iterator

import tensorflow as tf
from keras.src.trainers import data_adapters
from keras.src.trainers.data_adapters.data_adapter import DataAdapter

from .data import Loop, Single, Steps
from .reasons import require

TOGETHER = 128
"""Batches collected at a time: enough to make a call cheap, few enough to need little memory."""


class Stream(DataAdapter):
    """The batches of a dataset of known length."""

    def __init__(self, dataset: tf.data.Dataset, *, shuffle: bool = False,
                 class_weight: dict | None = None) -> None:
        """Check the dataset; nothing is read from it yet.

        Raises:
            NotFast: its length is unknown or it does not yield dense (x, y[, sample_weight]).
        """
        spec = dataset.element_spec
        require(isinstance(spec, tuple) and len(spec) in (2, 3), "a dataset that is not of (x, y)")
        for part in spec:
            require(isinstance(part, tf.TensorSpec), "a dataset of unusual tensors")
            require(part.shape.rank, "a dataset that is not batched")
            require(None not in part.shape[1:], "a dataset of unknown shapes")
            dtype = part.dtype
            numbers = dtype.is_floating or dtype.is_integer or dtype.is_bool
            require(numbers, "a dataset that is not of numbers")
        length = int(dataset.cardinality())
        require(length > 0, "a dataset of unknown length")
        self._dataset = dataset
        self._shuffle = shuffle
        self._class_weight = class_weight
        self._length = length
        weight = () if class_weight is None else (tf.TensorSpec(spec[0].shape[:1], tf.float32),)
        self.batch_specs: tuple[tf.TensorSpec, ...] = spec + weight
        self._batches: Iterable = ()

    def get_tf_dataset(self) -> "Stream":
        """Itself; what Keras says to the caller about the arguments, it says now."""
        adapter = data_adapters.get_data_adapter(
            self._dataset, shuffle=self._shuffle, class_weight=self._class_weight
        )
        self._batches = adapter.get_tf_dataset()
        return self

    def __iter__(self) -> "StreamSteps":
        return StreamSteps(iter(self._batches))

    @property
    def num_batches(self) -> int:
        """Steps of an epoch."""
        return self._length

    @property
    def batch_size(self) -> int | None:
        """Rows in a step if the dataset says so."""
        return self.batch_specs[0].shape[0]

    @property
    def has_partial_batch(self) -> bool | None:
        """Not known before the end."""
        return None

    @property
    def partial_batch_size(self) -> int | None:
        """Not known before the end."""
        return None


class StreamSteps(Steps):
    """One epoch over a `Stream`."""

    def __init__(self, batches: Iterator) -> None:
        self._batches = batches

    def take(self, steps: int) -> Iterator[Loop | Single]:
        """See `Steps.take`."""
        while steps:
            wanted = min(steps, TOGETHER)
            batches = list(itertools.islice(self._batches, wanted))
            steps -= len(batches)
            yield from _pieces(batches)
            if len(batches) < wanted:
                return


def _pieces(batches: list[tuple[tf.Tensor, ...]]) -> Iterator[Loop | Single]:
    """Runs of batches of one size as loops over their rows put together."""
    while batches:
        size = batches[0][0].shape[0]
        run = 1
        while run < len(batches) and batches[run][0].shape[0] == size:
            run += 1
        if run == 1:
            yield Single(batches[0])
        else:
            # Always the same number of rows, or each rest would need a program of its own.
            filled = batches[:run] + batches[:1] * (TOGETHER - run)
            arrays = tuple(tf.concat(parts, axis=0) for parts in zip(*filled, strict=True))
            index = tf.reshape(tf.range(TOGETHER * size), (TOGETHER, size))
            yield Loop(arrays, index, 0, run)
        batches = batches[run:]
