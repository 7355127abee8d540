"""A learner's values as data that may cross to the grader."""

from __future__ import annotations

import sys
from collections.abc import Mapping
from typing import Any

import numpy as np

from autograder.boundary.wire import Record, Ref
from autograder.student import figures, models


class Objects:
    """The models that the grader may name again, by number."""

    def __init__(self) -> None:
        self._objects: list[Any] = []

    def number(self, value: Any) -> int:
        for i, known in enumerate(self._objects):
            if known is value:
                return i
        self._objects.append(value)
        return len(self._objects) - 1

    def __getitem__(self, number: int) -> Any:
        return self._objects[number]

    def outgoing(self, value: Any, depth: int = 0) -> Any:
        """The value in the wire's own types; what has no place there becomes an `opaque` record."""
        if depth > 24:
            return _opaque(value)
        if value is None or type(value) in (bool, int, float, str):
            return value
        if models.is_model(value):
            return models.describe(value, self.number(value))
        if models.is_history(value):
            return self._history(value, depth)
        if isinstance(value, Record) and value.kind == "sample":
            return Record(value.kind, {k: self.outgoing(v) for k, v in value.fields.items()})
        if figures.is_figure(value) or figures.is_axes(value):
            return Record("drawing", {})
        if _is_tensor(value):
            value = np.asarray(value)
        if isinstance(value, np.ndarray | np.generic):
            return _array(value)
        if isinstance(value, bool | int | float | str):
            return next(t(value) for t in (bool, int, float, str) if isinstance(value, t))
        if isinstance(value, Mapping):
            return {_key(k): self.outgoing(v, depth + 1) for k, v in value.items()}
        if isinstance(value, tuple):
            return tuple(self.outgoing(v, depth + 1) for v in value)
        if isinstance(value, list | range):
            return [self.outgoing(v, depth + 1) for v in value]
        if isinstance(value, set | frozenset):
            return [self.outgoing(v, depth + 1) for v in sorted(value, key=str)]
        return _opaque(value)

    def incoming(self, value: Any) -> Any:
        """The grader's value with references put in place of their numbers."""
        kind = type(value)
        if kind is Ref:
            return self._objects[value.id]
        if kind is list:
            return [self.incoming(v) for v in value]
        if kind is tuple:
            return tuple(self.incoming(v) for v in value)
        if kind is dict:
            return {k: self.incoming(v) for k, v in value.items()}
        return value

    def _history(self, value: Any, depth: int) -> Record:
        history = {str(k): [float(np.asarray(x)) for x in v] for k, v in value.history.items()}
        fields: dict[str, Any] = {"history": history, "epoch": [int(e) for e in value.epoch]}
        model = getattr(value, "model", None)
        fields["model"] = self.outgoing(model, depth + 1) if models.is_model(model) else None
        return Record("history", fields)


def sampled(value: Any, rows: list[int] | None) -> Any:
    """The value with only these rows of each array in it, and what else there is to say of it.

    rows: None leaves the value whole.
    """
    if rows is None:
        return value
    if isinstance(value, Mapping):
        return {k: sampled(v, rows) for k, v in value.items()}
    if isinstance(value, tuple | list):
        return [sampled(v, rows) for v in value]
    array = np.asarray(value) if _is_tensor(value) else value
    if not isinstance(array, np.ndarray) or array.dtype.kind not in "biuf" or not array.ndim:
        return value
    return Record(
        "sample",
        {
            "shape": array.shape,
            "dtype": array.dtype.name,
            "low": array.min() if array.size else np.nan,
            "high": array.max() if array.size else np.nan,
            "rows": array[[n for n in rows if n < len(array)]],
        },
    )


def _is_tensor(value: Any) -> bool:
    tensorflow = sys.modules.get("tensorflow")
    if tensorflow is None or not hasattr(tensorflow, "Tensor"):
        return False
    return isinstance(value, tensorflow.Tensor | tensorflow.Variable) or (
        type(value).__module__.startswith("keras.") and hasattr(value, "numpy")
    )


def _array(value: Any) -> Any:
    array = np.array(value, copy=True, subok=False)
    if array.dtype.kind in "US" and array.size <= 4096:
        return array.astype(str).tolist()
    if array.dtype.kind == "O":
        try:  # a ragged or mixed list that NumPy took for objects
            return array.astype("float64")
        except (TypeError, ValueError):
            return _opaque(value)
    if array.dtype.kind not in "biuf" or array.dtype.itemsize > 8:
        return _opaque(value)
    return array


def _key(key: Any) -> Any:
    if isinstance(key, np.generic):
        key = key.item()
    return key if isinstance(key, str | int | float | bool) else str(key)


def _opaque(value: Any) -> Record:
    return Record("opaque", {"type": type(value).__name__[:80]})
