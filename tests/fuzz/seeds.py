"""Right inputs of the targets that take raw bytes: what a fuzzer starts from."""

from __future__ import annotations

import io
import json
import zipfile

import numpy as np

from autograder.boundary import wire
from autograder.boundary.wire import Record, Ref
from autograder.course import catalogue
from autograder.report import CheckResult, Report
from autograder.reports import grades_json
from autograder.text import Text


def _frame(**message: object) -> bytes:
    return b"".join(wire.pack(message, max_bytes=1 << 20))


def _zip(**files: str) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in files.items():
            archive.writestr(name.replace("__", "/") + ".py", text)
    return buffer.getvalue()


def _report() -> Report:
    why = Text(en="Why.", ja="理由")
    check = CheckResult(
        name="test_x", task="x", title=why, outcome="failed", points=0.0, max_points=1.0,
        message=why, hint=why,
    )  # fmt: skip
    return Report(student="a", assignment="02_neuron", checks=(check,), seconds=1.0, notes=(why,))


def _grades(lang: str) -> bytes:
    made = {"kit": "1.0", "lang": lang, "results": [grades_json.result(_report(), lang)]}
    return grades_json.dumps(made).encode()


_ABOUT = {"grade_id": "reflection_curve", "grade": True, "solution": True}
_CELLS = [
    {"cell_type": "code", "source": "x = 1", "metadata": {"tags": ["skip-execution"]}},
    {"cell_type": "markdown", "source": ["a", "b"], "metadata": {"nbgrader": _ABOUT}},
]
_TEXT = (catalogue.FOLDER / "08_overfitting.toml").read_bytes()

SEEDS: dict[str, list[bytes]] = {
    "frame": [
        _frame(n=1, ok=True, value=[1, 2.5, None, "x", (True,)], more={"a": Ref(1)}),
        _frame(m=Record("model", {"weights": [np.zeros((2, 3), "float32"), np.ones(3, bool)]})),
    ],
    "notebook": [json.dumps({"cells": _CELLS, "metadata": {}, "nbformat": 4}).encode()],
    "module": [b'REFLECTION_CURVE = "x"\ndef f(x):\n    return x\n', "\ufeffx = 1".encode()],
    "archive": [_zip(overfitting="x = 1"), _zip(a__overfitting="x = 1", a__b="y = 2")],
    "toml": [_TEXT[:4000], b'title = {en = "a", ja = "b"}\nminutes = 30\n[[tasks]]\nid = "x"\n'],
    "report": [json.dumps(_report().as_dict()).encode()],
    "grades": [_grades("en"), _grades("ja")],
}
