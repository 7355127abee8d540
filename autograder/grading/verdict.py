"""What a check can say: not right, or could not be checked. Always in both languages."""

from __future__ import annotations

from typing import Any, NoReturn

import numpy as np

from autograder.text import Text

__tracebackhide__ = True  # pytest points at the line of the check, not in here


class CheckFailed(Exception):
    """The submission's answer is not right; `text` says what was asked, what came, what next."""

    def __init__(self, text: Text):
        super().__init__(text.en)
        self.text = text


class NotDone(CheckFailed):
    """The learner has not written this part yet."""


class CouldNotCheck(Exception):
    """No verdict: time ran out, the process ended, or the kit failed. Never a zero or a pass."""

    def __init__(self, text: Text):
        super().__init__(text.en)
        self.text = text


def wrong(*, en: str, ja: str) -> NoReturn:
    """Ends the check: the answer is not right, and why."""
    raise CheckFailed(Text(en=en, ja=ja))


def require(condition: Any, *, en: str, ja: str) -> None:
    """Ends the check with this message unless the condition holds."""
    if not bool(condition):
        wrong(en=en, ja=ja)


def as_array(value: Any, *, name: str, shape: tuple[int, ...] | None = None) -> np.ndarray:
    """The value as an array of numbers: lists, scalars and tensors are as good as arrays.

    name: what to call it in a message, such as `relu(x)`.
    shape: the shape it must have, if any.
    Raises `CheckFailed` for something that is not numbers, or of another shape.
    """
    if value is None:
        wrong(
            en=f"{name} gave nothing back (None). Does the function end with `return …`?",
            ja=f"{name} の結果がありません (None)。関数の最後に `return …` はありますか。",
        )
    try:
        array = np.asarray(value)
        if array.dtype.kind not in "biuf":
            array = array.astype("float64")
    except (TypeError, ValueError):
        wrong(
            en=f"{name} should be numbers, but it is of type {kind_of(value)}.",
            ja=f"{name} は数値のはずですが、{kind_of(value)} 型の値でした。",
        )
    if shape == () and array.shape != ():
        wrong(
            en=f"{name} should be one number, but an array of shape {array.shape} came.",
            ja=f"{name} は 1 つの数のはずですが、形が {array.shape} の配列が返りました。",
        )
    if shape is not None and array.shape != shape:
        wrong(
            en=f"{name} should have shape {shape}, but its shape is {array.shape}.",
            ja=f"{name} の形は {shape} のはずですが、{array.shape} でした。",
        )
    return array


def kind_of(value: Any) -> str:
    """What a value is, in a word for a message."""
    from autograder.grading.values import Opaque

    if value is None:
        return "None"
    return value.type if isinstance(value, Opaque) else type(value).__name__
