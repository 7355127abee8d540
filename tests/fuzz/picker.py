"""Turns any bytes into structures that are nearly right: what a fuzzer mutates are the choices."""

from __future__ import annotations

import json
import math
from collections.abc import Sequence
from typing import Any

import numpy as np

from autograder.boundary import wire
from autograder.boundary.wire import Record, Ref

_NUMBERS = (
    *(0, 1, -1, 2, 10, 784, 255, 256, 1 << 31, 1 << 40, (1 << 64) - 1, 1 << 64, -(1 << 63)),
    *(0.0, 0.5, -0.0, 1e308, -1e-308, math.nan, math.inf, -math.inf),
)
_TEXTS = (
    *("", "relu", "Dense", "Flatten", "Reshape", "linear", "softmax", "ReLU", "InputLayer", "adam"),
    *("model", "history", "figure", "missing", "todo", "x" * 300, "<script>", "=1+1", "\u202e"),
    *("\x00", "\x1b[2J", "日本語", "\ud800", "nan", "array", "-inf", "ref"),
)


class Picker:
    """Reads choices from bytes; every choice is the first once the bytes have run out."""

    def __init__(self, data: bytes):
        self._data = data
        self._at = 0

    def byte(self) -> int:
        self._at += 1
        return self._data[self._at - 1] if self._at <= len(self._data) else 0

    def below(self, count: int) -> int:
        return self.byte() % count

    def of(self, options: Sequence[Any]) -> Any:
        return options[self.below(len(options))]

    def rarely(self) -> bool:
        """True for one byte in 16; False at the end of the bytes."""
        return self.byte() % 16 == 7

    def rest(self) -> bytes:
        return self._data[self._at :]

    def text(self) -> str:
        return self.of(_TEXTS) if self.byte() % 4 else chr(self.byte() * 251 % 0xD800)

    def number(self) -> int | float:
        return self.of(_NUMBERS) if self.byte() % 2 else self.byte()

    def array(self) -> np.ndarray:
        """Small, of any dtype that may cross."""
        dtype = self.of(wire.DTYPES)
        shape = [self.below(4) for _ in range(self.below(4))]
        raw = np.resize(np.frombuffer(bytes([self.byte(), self.byte(), 63]), np.uint8), 512)
        if dtype == "bool":
            raw = raw % 2
        return np.resize(raw.view(dtype), shape)

    def value(self, depth: int = 0) -> Any:
        """Any value that can come out of a frame."""
        kind = self.below(7 if depth > 4 else 12)
        if kind < 2:
            return self.number()
        if kind < 4:
            return self.text()
        if kind < 7:
            return (None, True, self.array())[kind - 4]
        count = self.below(4)
        if kind == 7:
            return [self.value(depth + 1) for _ in range(count)]
        if kind == 8:
            return tuple(self.value(depth + 1) for _ in range(count))
        if kind == 9:
            return {self.text(): self.value(depth + 1) for _ in range(count)}
        if kind == 10:
            return Ref(self.below(4))
        return self.record(depth + 1)

    def nearly(self, right: Any, depth: int) -> Any:
        """`right`, and once in a while anything else."""
        return self.value(depth + 1) if self.rarely() else right

    def record(self, depth: int = 0) -> Record:
        """A record of some kind, with fields that are nearly those of its kind."""
        kind = self.of(("model", "history", "figure", "opaque", "sample", "drawing", "other"))
        maker = {
            "model": self.model,
            "history": self.history,
            "figure": self.figure,
            "opaque": lambda depth: {"type": "function"},
            "sample": self.sample,
        }.get(kind, lambda depth: {})
        return Record(kind, self._spoiled(maker(depth), depth))

    def _spoiled(self, fields: dict[str, Any], depth: int) -> dict[str, Any]:
        """The fields, some of them wrong or left out."""
        made = {name: self.nearly(value, depth) for name, value in fields.items()}
        if self.rarely() and made:
            made.pop(self.of(sorted(made)))
        return made

    def model(self, depth: int) -> dict[str, Any]:
        layers = [self._spoiled(self.layer(depth), depth) for _ in range(self.below(5))]
        compiled = {
            "loss": self.text(),
            "from_logits": self.value(5),
            "optimizer": self.text(),
            "learning_rate": self.number(),
            "metrics": [self.text()],
        }
        return {
            "ref": self.nearly(self.below(4), depth),
            "built": True,
            "chain": True,
            "input_shape": self.nearly((None, self.below(5)), depth),
            "output_shape": self.nearly((None, 10), depth),
            "weights": [self.array() for _ in range(self.below(4))],
            "trainable_parameters": self.number(),
            "layers": layers,
            "compiled": self.of((None, self._spoiled(compiled, depth))),
        }

    def layer(self, depth: int) -> dict[str, Any]:
        kinds = ("Dense", "Flatten", "Reshape", "ReLU", "Activation", "Softmax", "Dropout")
        options = {
            "units": self.nearly(self.below(5), depth),
            "activation": self.nearly(self.of(("relu", "linear", "custom")), depth),
            "use_bias": self.nearly(True, depth),
            "target_shape": self.nearly((self.number(), -1), depth),
            "max_value": self.nearly(None, depth),
            "axis": self.nearly(-1, depth),
        }
        return {
            "kind": self.of((*kinds, "Rescaling", "BatchNormalization", "InputLayer", "other:X")),
            "name": self.text(),
            "options": options,
            "input_shape": self.nearly((None, self.number()), depth),
            "output_shape": self.nearly((None, 3), depth),
            "weights": self.nearly([self.below(4), self.below(4)], depth),
            "parameters": self.number(),
        }

    def history(self, depth: int) -> dict[str, Any]:
        curve = self.nearly([self.number(), self.number()], depth)
        model = Record("model", self.model(depth + 1)) if self.byte() % 2 else None
        return {"history": {"loss": curve}, "epoch": [0, self.number()], "model": model}

    def figure(self, depth: int) -> dict[str, Any]:
        axes = {
            **{name: self.text() for name in ("title", "xlabel", "ylabel")},
            **{"legend": [self.text()], "texts": [self.text()], "images": [self.array()]},
            "lines": [{"label": self.text(), "x": self.array(), "y": self.array()}],
            **{"collections": self.number(), "patches": self.number()},
            "extents": [self.value(depth)],
            "scatters": [{"x": self.array(), "y": self.array(), "colors": self.number()}],
        }
        return {"axes": [self._spoiled(axes, depth)], "png": self.array()}

    def sample(self, depth: int) -> dict[str, Any]:
        numbers = {name: self.number() for name in ("low", "high")}
        return {"shape": [self.number()], "dtype": "float32", "rows": self.array(), **numbers}

    def tree(self, depth: int = 0) -> Any:
        """A message's tree as it stands in a header: right, nearly right, or anything."""
        kind = self.below(5 if depth > 5 else 10)
        if kind < 4:
            return (self.number(), self.text(), None, self.byte() % 2 == 0)[kind]
        if kind == 4:
            return {"$": "array", "v": self.below(4)}
        if kind == 5:
            return [self.tree(depth + 1) for _ in range(self.below(5))]
        if kind == 6:
            pairs = [[self.tree(depth + 4), self.tree(depth + 1)] for _ in range(self.below(4))]
            return {"$": "dict", "v": pairs}
        if kind == 7:
            return {"$": "tuple", "v": [self.tree(depth + 1) for _ in range(self.below(4))]}
        if kind == 8:
            fields = [[self.text(), self.tree(depth + 1)] for _ in range(self.below(3))]
            return {"$": "record", "k": self.text(), "v": {"$": "dict", "v": fields}}
        return {"$": self.of(("float", "ref", "array", "record", "x")), "v": self.tree(depth + 1)}

    def header(self) -> bytes:
        """A frame's header as JSON, once in a while not quite JSON."""
        fields = [[self.text(), self.tree()] for _ in range(self.below(5))]
        message = {"$": "dict", "v": fields} if self.byte() % 8 else self.tree()
        specs = [
            [
                self.of((*wire.DTYPES, "object", "complex64")),
                [self.of((0, 1, 2, 3, 1 << 39, -1, True)) for _ in range(self.below(4))],
            ]
            for _ in range(self.below(5))
        ]
        text = json.dumps({"m": message, "b": specs}, ensure_ascii=self.byte() % 2 == 0)
        data = text.encode("utf-8", "surrogatepass")
        if self.rarely():
            at = self.byte() * 7 % len(data)
            data = data[:at] + bytes([self.byte()]) + data[at + self.below(2) :]
        return data
