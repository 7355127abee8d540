"""Let Keras' own `fit` and `evaluate` run with our data and our step functions in place."""

import contextlib
from collections.abc import Callable, Iterator

import keras

from .data import Arrays, Loop, Steps
from .program import PROGRAMS, Program

_SWAPPED = ("train_function", "test_function", "steps_per_execution")

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
        _restore(model, during)


def _restore(model: keras.Model, attributes: dict) -> None:
    for name, value in attributes.items():
        setattr(model, name, value)


def step_function(model: keras.Model, method: str, program: Program | None,
                  steps: int) -> Callable:
    """What Keras will call as its train or test function.

    Args:
        model: the model to train or test.
        method: "train_step" or "test_step".
        program: does the full batches; None if there is none.
        steps: how many steps one call does.
    """
    own: list[Callable] = []

    def function(iterator: object) -> dict:
        if not isinstance(iterator, Steps):  # train_on_batch and the like, called by a callback
            if not own:
                own.append(model._make_function(getattr(model, method)))
            return own[0](iterator)
        for piece in iterator.take(steps):
            if isinstance(piece, Loop):
                assert program is not None
                program.run(model, piece.arrays, piece.index, piece.start, piece.stop)
            else:
                getattr(model, method)(piece.batch)
        return model.get_metrics_result()

    return function


def program_for(model: keras.Model, signature: str, method: str, data: Arrays) -> Program | None:
    """The program that does the full batches of the data; None if there is no full batch."""
    if data.full_steps == 0:
        return None
    key = program_key(signature, method, data)
    return PROGRAMS.get(key, model, method, data.specs, data.batch_size, data.full_steps)


def program_key(signature: str, method: str, data: Arrays) -> tuple:
    """What a program depends on: the computation of a step and the shapes of the data."""
    kinds = tuple((tuple(spec.shape), spec.dtype.name) for spec in data.specs)
    return signature, method, kinds, data.batch_size
