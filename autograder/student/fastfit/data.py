"""Data for the fast way, dressed as a Keras data adapter so that Keras' own `fit` drives it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import tensorflow as tf
from keras.src.trainers.data_adapters.array_data_adapter import ArrayDataAdapter
from keras.src.trainers.data_adapters.array_slicing import convert_to_sliceable
from keras.src.trainers.data_adapters.data_adapter import DataAdapter

from .reasons import NotFast, require

ALIGNMENT = 64
"""Bytes at whose multiples TensorFlow takes memory as it is (`EIGEN_MAX_ALIGN_BYTES`)."""
LARGE = 1 << 20
"""Bytes of the smallest array whose second copy is worth avoiding."""


@dataclass(frozen=True)
class Loop:
    """Steps `start` to `stop - 1` of a program: step i takes the rows `index[i]` of the arrays."""

    arrays: tuple[tf.Tensor, ...]
    index: tf.Tensor
    """int32, shape (full steps, batch size)"""
    start: int
    stop: int

    @property
    def specs(self) -> tuple[tf.TensorSpec, ...]:
        """Kinds of the whole arrays."""
        return tuple(tf.TensorSpec(array.shape, array.dtype) for array in self.arrays)

    def batches(self) -> Iterator[tuple[tf.Tensor, ...]]:
        """The same steps one by one."""
        for rows in self.index[self.start : self.stop]:
            yield tuple(tf.gather(array, rows) for array in self.arrays)


@dataclass(frozen=True)
class Single:
    """One batch of another size than the rest, for one ordinary step."""

    batch: tuple[tf.Tensor, ...]

    def as_loop(self) -> Loop:
        """The same as a loop of one step."""
        rows = self.batch[0].shape[0]
        return Loop(self.batch, tf.range(rows)[tf.newaxis], 0, 1)


class Steps:
    """The steps of one epoch, handed out in order; stands where Keras has a dataset's iterator."""

    def __iter__(self) -> "Steps":
        return self

    def __next__(self) -> tuple[tf.Tensor, ...]:
        raise TypeError("steps are taken many at a time, with take()")

    def take(self, steps: int) -> Iterator[Loop | Single]:
        """The next `steps` steps, or as many as are left."""
        raise NotImplementedError


class Arrays(DataAdapter):
    """Whole arrays in memory, in order or newly shuffled each epoch as Keras shuffles them."""

    def __init__(self, x: Any, y: Any, sample_weight: Any = None, *, batch_size: Any = None, shuffle: bool = False,
                 class_weight: dict | None = None) -> None:
        """Check and convert the arrays with Keras' own code.

        Raises:
            NotFast: the arrays are of a kind that is left to Keras.
            ValueError: Keras' own, for example for arrays of different lengths.
        """
        for array in (x, y) if sample_weight is None else (x, y, sample_weight):
            _check_array(array)
        require(batch_size is None or type(batch_size) is int, "an unusual batch_size")
        keras_adapter = ArrayDataAdapter(x, y, sample_weight, batch_size=batch_size,
                                         shuffle=shuffle, class_weight=class_weight)
        inputs = convert_to_sliceable(keras_adapter._inputs, target_backend="tensorflow")
        self.arrays = tuple(_copied(array) for array in inputs)
        self.rows = keras_adapter._num_samples
        self._batch_size = keras_adapter.batch_size
        self._steps = keras_adapter.num_batches
        # Keras' own shuffling, on row numbers instead of rows: the same seed, the same order.
        numbers = np.arange(self.rows, dtype=np.int64)
        self._order = (
            ArrayDataAdapter(numbers, batch_size=self.rows, shuffle=True).get_tf_dataset()
            if shuffle
            else None
        )

    @property
    def specs(self) -> tuple[tf.TensorSpec, ...]:
        """Kinds of the whole arrays."""
        return tuple(tf.TensorSpec(array.shape, array.dtype) for array in self.arrays)

    @property
    def batch_specs(self) -> tuple[tf.TensorSpec, ...]:
        """Kinds of a batch as Keras sees them: of fixed size only if it divides the data."""
        size = None if self.has_partial_batch else self._batch_size
        return tuple(tf.TensorSpec((size, *spec.shape[1:]), spec.dtype) for spec in self.specs)

    @property
    def full_steps(self) -> int:
        """Steps of an epoch that have a whole batch."""
        return self.rows // self._batch_size

    def get_tf_dataset(self) -> "Arrays":
        """Itself: what Keras will iterate over, once an epoch."""
        return self

    def __iter__(self) -> "ArraySteps":
        return ArraySteps(self, self._order)

    @property
    def num_batches(self) -> int:
        """Steps of an epoch, with the last partial batch."""
        return self._steps

    @property
    def batch_size(self) -> int:
        """Rows in a step."""
        return self._batch_size

    @property
    def has_partial_batch(self) -> bool:
        """Whether the last batch is smaller."""
        return self.rows % self._batch_size > 0

    @property
    def partial_batch_size(self) -> int | None:
        """Rows in the last batch if it is smaller than the rest, else None."""
        return self.rows % self._batch_size or None


class ArraySteps(Steps):
    """One epoch over `Arrays`."""

    def __init__(self, data: Arrays, order: tf.data.Dataset | None) -> None:
        self._data = data
        self._order = order
        self._rows: Any = None
        self._index: Any = None
        self._done = 0

    def take(self, steps: int) -> Iterator[Loop | Single]:
        """See `Steps.take`."""
        data = self._data
        full = data.full_steps
        whole = full * data.batch_size
        if self._index is None:  # drawn late: Keras makes as many iterators again in vain
            if self._order is None:
                self._rows = np.arange(data.rows, dtype=np.int32)
            else:
                self._rows = next(iter(self._order)).numpy().astype(np.int32)
            self._index = tf.constant(self._rows[:whole].reshape(full, data.batch_size))
        stop = self._done + steps
        if self._done < full:
            yield Loop(data.arrays, self._index, self._done, min(stop, full))
        if self._done <= full < stop and data.has_partial_batch:
            rows = self._rows[whole:]
            yield Single(tuple(tf.gather(array, rows) for array in data.arrays))
        self._done = stop


def _copied(array: Any) -> tf.Tensor:
    """The array as a tensor of its own, as Keras makes one at the start of `fit`.

    TensorFlow copies an array twice, the second time into memory that lies at a multiple of 64
    bytes. A large one is copied once here, to where TensorFlow takes it as it is: for 60,000 images
    the second copy takes as long as an epoch or two.
    """
    plain = isinstance(array, np.ndarray) and array.dtype.isnative and array.dtype.kind in "fiu"
    if not plain or array.nbytes < LARGE:
        return tf.convert_to_tensor(array)
    room = np.empty(array.nbytes + ALIGNMENT, np.uint8)
    start = -room.ctypes.data % ALIGNMENT
    copy = room[start : start + array.nbytes].view(array.dtype).reshape(array.shape)
    copy[...] = array
    return tf.experimental.dlpack.from_dlpack(copy.__dlpack__())


def _check_array(array: Any) -> None:
    dense = isinstance(array, np.ndarray) or (
        isinstance(array, tf.Tensor) and hasattr(array, "numpy")
    )
    require(dense, f"data of type {type(array).__name__}")
    dtype = tf.as_dtype(array.dtype) if array.dtype != object else None
    if dtype is None or not (dtype.is_floating or dtype.is_integer or dtype.is_bool):
        raise NotFast("data that are not numbers")
    require(len(array.shape) >= 1 and array.shape[0] >= 1, "no data")


def steps_at_a_time(steps: int) -> int:
    """How many steps to do in one call: a divisor of `steps`, so that the progress bar is right.

    Up to eight calls an epoch keep the bar alive and Ctrl-C quick, at no measurable cost.
    """
    calls = max(n for n in range(1, 9) if steps % n == 0 and (steps // n >= 64 or n == 1))
    return steps // calls


def labels_outside(y: Sequence, classes: int) -> bool:
    """Whether a class number is not in 0 ... classes - 1, which XLA would not notice."""
    values = np.asarray(y)
    return bool(values.size) and (values.min() < 0 or values.max() >= classes)
