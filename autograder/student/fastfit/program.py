"""Compiled programs: many steps of training or testing in one call, shared between models.

The program is Keras' own `train_step` or `test_step` in a loop, compiled by XLA. Loss, optimizer,
metrics, dropout and regularisers are therefore Keras' own; only the loop around them is ours.
"""

import contextlib
import threading
from collections import OrderedDict
from collections.abc import Iterator, Sequence

import keras
import tensorflow as tf

from .philox import stateless_dropout
from .reasons import NotFast
from .signature import state

KEPT = 12
"""How many programs a process keeps; each holds some megabytes of machine code and constants."""


_TRACING = threading.Lock()


class Program:
    """A loop of steps over the rows of arrays, for every model of one signature."""

    def __init__(self, model: keras.Model, method: str, arrays: Sequence[tf.TensorSpec],
                 batch_size: int, steps: int, *, compiled: bool = True) -> None:
        """Trace the loop on `model`. XLA compiles it at the first run.

        Args:
            model: built, with built metrics and optimizer.
            method: "train_step" or "test_step".
            arrays: kinds of the whole arrays (x, y) or (x, y, sample_weight); rows first.
            batch_size: rows in a step.
            steps: rows of the index that `run` is given, the most steps of one run.
            compiled: by XLA; else TensorFlow runs the graph, which costs no compilation.

        Raises:
            NotFast: the step uses a tensor that is not one of the model's variables.
        """
        step = getattr(model, method)

        def loop(arrays: tuple, index: tf.Tensor, start: tf.Tensor, stop: tf.Tensor) -> None:
            def one(i):
                step(tuple(tf.gather(array, index[i]) for array in arrays))
                return i + 1

            tf.while_loop(lambda i: i < stop, one, [start], parallel_iterations=1)

        counter = tf.TensorSpec((), tf.int32)
        index = tf.TensorSpec((steps, batch_size), tf.int32)
        function = tf.function(loop, jit_compile=compiled, autograph=False)
        with _keras_random_numbers() if compiled else contextlib.nullcontext():
            self._concrete = function.get_concrete_function(tuple(arrays), index, counter, counter)
        places = {id(v.value.handle): i for i, v in enumerate(state(model))}
        captured = self._concrete.captured_inputs
        if any(id(tensor) not in places for tensor in captured):
            raise NotFast("a step uses a tensor that is not a variable of the model")
        self._places = [places[id(tensor)] for tensor in captured]
        # The graph checks that the variables it was traced with still exist.
        self._traced_with = self._concrete.graph.variables
        self._lock = threading.Lock()

    def run(self, model: keras.Model, arrays: Sequence[tf.Tensor], index: tf.Tensor, start: int,
            stop: int) -> None:
        """Do steps `start` to `stop - 1` on `model`, step i on the rows `index[i]` of the arrays.

        Args:
            model: any model with the signature of the one the program was traced on.
            arrays: tensors of the kinds given to the constructor.
            index: int32, shape (steps, batch_size), row numbers.
            start, stop: the range of steps, 0 <= start <= stop <= steps.
        """
        variables = state(model)
        with self._lock:
            self._concrete.set_external_captures([variables[i].value.handle for i in self._places])
            self._concrete(tuple(arrays), index, tf.constant(start), tf.constant(stop))


@contextlib.contextmanager
def _keras_random_numbers() -> Iterator[None]:
    """Trace dropout with the random numbers it has outside XLA, see `philox`."""
    with _TRACING:
        original = tf.nn.experimental.stateless_dropout
        tf.nn.experimental.stateless_dropout = stateless_dropout
        try:
            yield
        finally:
            tf.nn.experimental.stateless_dropout = original


class Programs:
    """The programs of this process, the least recently used forgotten first."""

    def __init__(self, kept: int = KEPT) -> None:
        self._kept = kept
        self.made = 0
        """How many programs were traced so far."""
        self._by_key: OrderedDict[tuple, Program] = OrderedDict()

    def __contains__(self, key: tuple) -> bool:
        return key in self._by_key

    def get(self, key: tuple, model: keras.Model, method: str, arrays: Sequence[tf.TensorSpec],
            batch_size: int, steps: int, *, compiled: bool = True) -> Program:
        """The program for a key, traced now on `model` if there is none; see `Program`."""
        if key not in self._by_key:
            self._by_key[key] = Program(model, method, arrays, batch_size, steps,
                                         compiled=compiled)
            self.made += 1
            while len(self._by_key) > self._kept:
                self._by_key.popitem(last=False)
        self._by_key.move_to_end(key)
        return self._by_key[key]


PROGRAMS = Programs()
