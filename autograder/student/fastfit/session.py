"""Let Keras' own `fit` and `evaluate` run with our data and our step functions in place."""

import contextlib
from collections import Counter
from collections.abc import Callable, Iterator, Sequence

import keras
import tensorflow as tf

from .data import Loop, Single, Steps, labels_outside
from .program import PROGRAMS, Program
from .reasons import NotFast, require

_SWAPPED = ("train_function", "test_function", "steps_per_execution")

EAGER = 3
"""So many batches of an odd size are done op by op (40 ms), before a graph is traced (250 ms)."""

_active: dict[int, dict] = {}
"""For models that are inside a fast call: the attributes they had before it."""


@contextlib.contextmanager
def in_place(model: keras.Model, steps: int, **functions: Callable) -> Iterator[None]:
    """Give the model step functions and steps per execution; put its own back at the end."""
    before = {name: getattr(model, name) for name in _SWAPPED}
    outer = _active.get(id(model))
    _active[id(model)] = outer or before
    try:
        model.steps_per_execution = steps
        for name, function in functions.items():
            setattr(model, name, function)
        yield
    finally:
        _restore(model, before)
        if outer is None:
            del _active[id(model)]


@contextlib.contextmanager
def as_keras_left_it(model: keras.Model) -> Iterator[None]:
    """For a call of Keras' own methods inside a fast `fit`, as a callback may make."""
    own = _active.get(id(model))
    if own is None:
        yield
        return
    during = {name: getattr(model, name) for name in _SWAPPED}
    _restore(model, own)
    try:
        yield
    finally:
        # What Keras made for itself meanwhile is there the next time, and after the fit.
        own.update({name: getattr(model, name) for name in _SWAPPED})
        _restore(model, during)


def _restore(model: keras.Model, attributes: dict) -> None:
    for name, value in attributes.items():
        setattr(model, name, value)


def step_function(model: keras.Model, method: str, find_program: Callable[[Loop], Program],
                  steps: int) -> Callable:
    """What Keras will call as its train or test function.

    Args:
        model: the model to train or test.
        method: "train_step" or "test_step".
        find_program: the program for a loop; raises `NotFast` if there is none.
        steps: how many steps one call does.
    """
    own: list[Callable] = []
    singles: Counter[int] = Counter()

    def by_keras(iterator: object) -> dict:
        if not own:
            own.append(model._make_function(getattr(model, method)))
        return own[0](iterator)

    def function(iterator: object) -> dict:
        if not isinstance(iterator, Steps):  # train_on_batch and the like, called by a callback
            return by_keras(iterator)
        done = 0
        for piece in iterator.take(steps):
            done += 1
            if isinstance(piece, Single):
                rows = piece.batch[0].shape[0]
                singles[rows] += 1
                if singles[rows] <= EAGER:
                    getattr(model, method)(piece.batch)
                    continue
                piece = piece.as_loop()
            try:
                program = find_program(piece)
            except NotFast:
                for batch in piece.batches():
                    by_keras(iter([batch]))
            else:
                program.run(model, piece.arrays, piece.index, piece.start, piece.stop)
        if not done:
            raise StopIteration
        return model.get_metrics_result()

    return function


def program_key(signature: str, method: str, specs: Sequence[tf.TensorSpec],
                index: tuple[int, int]) -> tuple:
    """What a program depends on: the computation of a step and the shapes of data and index."""
    kinds = tuple((tuple(spec.shape), spec.dtype.name) for spec in specs)
    return signature, method, kinds, index


def finder(model: keras.Model, signature: str, method: str,
           classes: int | None) -> Callable[[Loop], Program]:
    """The function that finds or makes programs for one call of `fit` or `evaluate`.

    Args:
        model: the model, built.
        signature: its signature.
        method: "train_step" or "test_step".
        classes: check that the labels of every loop are below this; None: they were checked.
    """

    def find(loop: Loop) -> Program:
        if classes is not None:
            require(not labels_outside(loop.arrays[1], classes), "a label is not a class")
        steps, batch_size = loop.index.shape
        key = program_key(signature, method, loop.specs, (steps, batch_size))
        # A single step is not worth XLA's time.
        return PROGRAMS.get(key, model, method, loop.specs, batch_size, steps, compiled=steps > 1)

    return find
