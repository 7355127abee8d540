"""Slips: what can be wrong with a right answer, whatever its task, and by how much.

A slip makes a wrong function of a right one, often wrong only for some inputs.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import numpy as np
from hypothesis import strategies as st
from right_answers import Function

Slip = Callable[[Function, Any], Function]
"""From the right answer and the size of the error to a wrong one."""


@dataclass(frozen=True)
class Sized:
    """A slip, and how large its error may be."""

    slip: Slip
    sizes: st.SearchStrategy[Any] = st.none()  # noqa: RUF009  strategies don't change


def away_from(value: float, low: float, high: float, gap: float = 0.01) -> st.SearchStrategy[float]:
    """Numbers from low to high that are not too close to the right one."""
    return st.floats(low, high).filter(lambda x: abs(x - value) >= gap)


# What can be wrong with a result, whatever the task.


def result(change: Callable[[Any, Any], Any]) -> Slip:
    """Changes the result."""
    return lambda right, size: lambda *args, **kw: change(right(*args, **kw), size)


def argument(place: int, change: Callable[[Any, Any], Any]) -> Slip:
    """Changes one argument first."""

    def slip(right, size):
        def wrong(*args, **kw):
            if len(args) <= place:
                return right(*args, **kw)
            return right(*args[:place], change(args[place], size), *args[place + 1 :], **kw)

        return wrong

    return slip


def only(condition: Callable[..., bool], slip: Slip) -> Slip:
    """The slip where the arguments are so, the right answer elsewhere."""

    def partly(right, size):
        wrong = slip(right, size)
        return lambda *args, **kw: (wrong if condition(*args) else right)(*args, **kw)

    return partly


def batch(x, *_) -> bool:
    return np.ndim(x) == 2


def one_row(x, *_) -> bool:
    return np.ndim(x) == 2 and len(x) == 1


def single(x, *_) -> bool:
    return np.ndim(x) < 2


def square(x, *_) -> bool:
    return np.ndim(x) == 2 and len(set(np.shape(x))) == 1


FACTOR = Sized(result(lambda y, f: np.multiply(y, f)), away_from(1, -3, 3))
FACTOR_IN_A_BATCH = Sized(only(batch, FACTOR.slip), FACTOR.sizes)
FACTOR_OF_ONE = Sized(only(single, FACTOR.slip), FACTOR.sizes)
SHIFT = Sized(result(lambda y, d: np.add(y, d)), away_from(0, -9, 9))
SIGN = Sized(result(lambda y, _: np.negative(y)))
ROUNDED = Sized(result(lambda y, places: np.round(y, places)), st.integers(0, 2))
WHOLE = Sized(result(lambda y, _: np.asarray(y).astype(int)))
FLAT = Sized(result(lambda y, _: np.ravel(y)))
LAST_LEFT_OUT = Sized(
    result(lambda y, _: np.concatenate([np.ravel(y)[:-1], [0]]).reshape(np.shape(y)))
)
REVERSED_ROWS = Sized(only(batch, result(lambda y, _: np.asarray(y)[::-1])))
SQUEEZED = Sized(only(one_row, result(lambda y, _: np.squeeze(y))))
FIRST_ROW = Sized(only(batch, result(lambda y, _: np.repeat(np.asarray(y)[:1], len(y), axis=0))))
ONE_AT_A_TIME = Sized(result(lambda y, _: np.ravel(y)[0]))

NUMBERS = {
    "factor": FACTOR,
    "factor in a batch": FACTOR_IN_A_BATCH,
    "factor of one input": FACTOR_OF_ONE,
    "shift": SHIFT,
    "sign": SIGN,
    "rows reversed": REVERSED_ROWS,
    "first row repeated": FIRST_ROW,
    "last left out": LAST_LEFT_OUT,
}
"""Slips in the results of a layer or a neuron."""
