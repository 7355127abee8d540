"""Answers the grader's questions about one submission."""

from __future__ import annotations

import os
import random
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np

from autograder.boundary.wire import Unsendable
from autograder.student.answers import Objects, sampled
from autograder.student.cells import Cell, OutOfTime, Shell, describe_error, run
from autograder.student.figures import FigureWatch
from autograder.student.printing import printed

MAX_FILE = 32 * 1024 * 1024


class Workspace:
    """One submission: its namespace, and the models that were made in it."""

    def __init__(self, namespace: dict[str, Any] | None = None) -> None:
        self._objects = Objects()
        self._namespace: dict[str, Any] = {} if namespace is None else namespace

    def handle(self, question: dict[str, Any]) -> dict[str, Any]:
        """The answer to one question: `{"ok": True, …}` or `{"ok": False, "error": {…}}`."""
        answer = {
            "load": self._load,
            "call": self._call,
            "value": self._value,
            "snapshot": self._snapshot,
            "read": self._read,
        }[question["op"]]
        try:
            return answer(question)
        except Unsendable as error:
            return _refused("unsendable", str(error))

    def _load(self, question: dict[str, Any]) -> dict[str, Any]:
        for name, data in question["files"].items():
            path = Path(name)
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(data.tobytes())
        self._namespace.update(__name__=question["module"], __builtins__=__builtins__)
        self._namespace["get_ipython"] = lambda: Shell(self._namespace)
        if question["display"]:
            self._namespace["display"] = lambda *objects, **kwargs: None
        errors = []
        with printed() as sink, FigureWatch():
            for source, name in question["cells"]:
                error = run(Cell(source, name), self._namespace)
                if error:
                    errors.append(error)
        return {"ok": True, "errors": errors, "printed": sink.getvalue()}

    def _call(self, question: dict[str, Any]) -> dict[str, Any]:
        name = question["name"]
        if name not in self._namespace:
            return _refused("missing", name)
        function = self._namespace[name]
        if not callable(function):
            return _refused("not_callable", type(function).__name__)
        _seed(question["seed"])
        args = [self._objects.incoming(a) for a in question["args"]]
        kwargs = {k: self._objects.incoming(v) for k, v in question["kwargs"].items()}
        before = dict(_arrays({**dict(enumerate(args)), **kwargs}))
        copies = {place: array.copy() for place, array in before.items() if array.size < 1 << 20}
        with printed() as sink, FigureWatch() as watch:
            try:
                value = function(*args, **kwargs)
            except OutOfTime:
                raise
            except BaseException as error:  # noqa: BLE001  also SystemExit and KeyboardInterrupt
                return {"ok": False, "error": describe_error(error), "printed": sink.getvalue()}
        drawn = watch.records(value)
        changed = [p for p, copy in copies.items() if not _same(before[p], copy)]
        return {
            "ok": True,
            "value": self._objects.outgoing(sampled(value, question.get("rows"))),
            "printed": sink.getvalue(),
            "figures": drawn,
            "changed": changed,
        }

    def _value(self, question: dict[str, Any]) -> dict[str, Any]:
        if question["name"] not in self._namespace:
            return _refused("missing", question["name"])
        return {"ok": True, "value": self._objects.outgoing(self._namespace[question["name"]])}

    def _snapshot(self, question: dict[str, Any]) -> dict[str, Any]:
        return {"ok": True, "value": self._objects.outgoing(self._objects[question["ref"].id])}

    def _read(self, question: dict[str, Any]) -> dict[str, Any]:
        path = Path(question["path"])
        if not path.is_file() or path.stat().st_size > MAX_FILE:
            return {"ok": True, "value": None}
        return {"ok": True, "value": np.frombuffer(path.read_bytes(), np.uint8)}


def _arrays(values: Any, place: str = "") -> Iterator[tuple[str, np.ndarray]]:
    """Every array in the arguments, with its place: `0`, `image`, `layers.0.1`."""
    if isinstance(values, np.ndarray):
        yield place, values
    elif isinstance(values, dict):
        for key, value in values.items():
            yield from _arrays(value, f"{place}.{key}" if place else str(key))
    elif isinstance(values, list | tuple):
        for i, value in enumerate(values):
            yield from _arrays(value, f"{place}.{i}")


def _same(a: np.ndarray, b: np.ndarray) -> bool:
    return a.shape == b.shape and a.dtype == b.dtype and a.tobytes() == b.tobytes()


def _seed(seed: int) -> None:
    """The same submission gets the same random numbers each time it is graded."""
    random.seed(seed)
    np.random.seed(seed)
    keras = sys.modules.get("keras")
    if keras is not None and hasattr(keras, "utils"):
        keras.utils.set_random_seed(seed)


def _refused(kind: str, text: str) -> dict[str, Any]:
    return {
        "ok": False,
        "error": {"kind": kind, "type": "", "text": text[:600], "where": "", "line": 0, "code": ""},
    }


def quiet_environment() -> None:
    """Settings that libraries read when they are imported: no window, no log lines, no progress."""
    os.environ.setdefault("MPLBACKEND", "Agg")
    os.environ.setdefault("TF_CPP_MIN_LOG_LEVEL", "3")
    os.environ.setdefault("TF_ENABLE_ONEDNN_OPTS", "0")
    os.environ.setdefault("TFDS_DISABLE_PROGRESS_BAR", "1")
