"""Everything that reads what somebody else wrote, as functions of bytes.

A target returns for whatever bytes it is given. Only the error that its reader promises may come
out of the reader; anything else is a crash, and crashes are kept in `crashes/<target>/`.
"""

from __future__ import annotations

import contextlib
import functools
import io
import json
import struct
import tempfile
import warnings
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import nbformat
import numpy as np
from picker import Picker
from seeds import SEEDS

from autograder.boundary import wire
from autograder.commands.export import SHEETS
from autograder.course import catalogue
from autograder.course.toml import BadToml
from autograder.gradebook.cells import tidy
from autograder.grading._submission import Submission
from autograder.grading.files import read
from autograder.grading.gather import UnreadableSubmission
from autograder.grading.grade import _load_notes, remembered_report
from autograder.grading.model import NOT_AS_IT_SHOULD_BE, Model, ModelError
from autograder.grading.recorded import Recorded
from autograder.grading.session import InSandbox, Program
from autograder.grading.values import Answer, History
from autograder.grading.verdict import CheckFailed, CouldNotCheck
from autograder.learner import work
from autograder.reports import grades_json
from autograder.reports.gradescope import to_gradescope
from autograder.reports.junit import to_junit
from autograder.reports.lms import sheets
from autograder.trouble import Trouble

CRASHES = Path(__file__).with_name("crashes")
_LIMIT = 1 << 16


def frame(data: bytes) -> None:
    """Raw bytes as a frame."""
    with contextlib.suppress(wire.WireError):
        _again(wire.parse(data, max_bytes=_LIMIT))


def message(data: bytes) -> None:
    """A frame with a header that is nearly right, and a body of about the right size."""
    picker = Picker(data)
    header = picker.header()
    with contextlib.suppress(wire.WireError):
        _, specs = wire.parse_header(header, max_bytes=_LIMIT)
        size = sum(spec.size for spec in specs)
        body = bytes([picker.byte() % 3]) * (size + picker.rarely())
        _again(wire.parse(struct.pack("<I", len(header)) + header + body, max_bytes=_LIMIT))


def _again(message: dict[str, Any]) -> None:
    """What was understood can be sent again, and is the same then."""
    with contextlib.suppress(wire.Unsendable):  # deeper than what the kit itself sends
        sent = b"".join(wire.pack(message, max_bytes=_LIMIT))
        again = b"".join(wire.pack(wire.parse(sent, max_bytes=_LIMIT), max_bytes=_LIMIT))
        assert again == sent


class _Socket:
    def close(self) -> None:
        """Nothing was opened."""


class _Process:
    """A student's process that nobody started."""

    socket = _Socket()
    reason = None

    def close(self) -> None:
        """Nothing was started."""


class _Forger(InSandbox):
    """A session whose student's side answers every question with the same forged answer."""

    def __init__(self, answer: dict[str, Any], loaded: dict[str, Any]):
        super().__init__(Program(module="m", cells=()), _Process, load_seconds=1)
        self._answer, self._load_answer = answer, loaded

    def _exchange(
        self, question: dict[str, Any], seconds: float, meanwhile: object = None
    ) -> dict[str, Any]:
        forged = self._load_answer if question["op"] == "load" else self._answer
        sent = b"".join(wire.pack(forged, max_bytes=_LIMIT))
        return wire.parse(sent, max_bytes=_LIMIT)  # each answer comes out of a frame of its own


class _Memory(dict[str, bytes]):
    """A store of answers."""

    def put(self, key: str, data: bytes) -> None:
        self[key] = data


def answer(data: bytes) -> None:
    """A forged answer, asked for by a check and remembered in between."""
    picker = Picker(data)
    right = {"n": 1, "ok": picker.byte() % 4 != 0, "value": picker.record(), "printed": ""}
    right |= {"figures": [picker.record()] if picker.byte() % 2 else [], "changed": ["0"]}
    right |= {"error": picker.nearly({"kind": picker.text(), "text": picker.text()}, 0)}
    forged = {name: picker.nearly(value, 0) for name, value in right.items()}
    forged["ok"] = bool(right["ok"])  # a session hands on nothing else
    errors = [{"type": "X", "text": picker.value(3), "where": "a", "line": picker.value(3)}]
    loaded = {"ok": True, "errors": picker.nearly(picker.nearly(errors, 0), 0), "printed": ""}
    try:
        for sent in (forged, loaded):
            wire.parse(b"".join(wire.pack(sent, max_bytes=_LIMIT)), max_bytes=_LIMIT)
    except wire.WireError:
        return  # a session ends there
    live = _Forger(forged, loaded)
    store = _Memory()
    for _ in range(2):  # live, and from the record
        session = Recorded("key", store, live)
        with contextlib.suppress(CouldNotCheck):
            session.load()
            list(_load_notes(session))
        submission = Submission(session, seconds=1)
        for question in (
            lambda s: s.call("f", [1]),
            lambda s: s.ask("f", 2, x=None),
            lambda s: s.sample("f", [0]),
            lambda s: s.value("v"),
            lambda s: s.read("model.png"),
        ):
            with contextlib.suppress(CheckFailed, CouldNotCheck):
                _look_at(submission, question(submission))


def _look_at(submission: Submission, value: Any) -> None:
    if isinstance(value, Answer):
        value = value.value
    if isinstance(value, History):
        value = value.model
    if isinstance(value, Model):
        assert value.parameters >= 0
        assert all(len(layer) == 3 for layer in value.dense)
        with contextlib.suppress(CheckFailed):
            _ = value.rebuilt
        submission.call("g", value)
        submission.snapshot(value)


def model(data: bytes) -> None:
    """A forged model, built again and used."""
    picker = Picker(data)
    with contextlib.suppress(ModelError, *NOT_AS_IT_SHOULD_BE):
        found = Model.from_fields(picker.model(5), 1)
        with contextlib.suppress(CheckFailed):
            assert found.rebuilt.parameters == found.parameters
            outputs = found.predict(np.zeros((2, *found.rebuilt.input_shape)))
            assert outputs.shape == (2, *found.rebuilt.output_shape)


@functools.cache
def _folder() -> Path:
    """Of this process; a fuzzer's own process ends without removing it, and its parent does."""
    made = tempfile.TemporaryDirectory(prefix="kata-fuzz-")
    _KEPT.append(made)
    return Path(made.name)


_KEPT: list[Any] = []
"""What has to live as long as the process."""


def _hand_in(name: str, data: bytes) -> None:
    path = _folder() / name
    path.write_bytes(data)
    with contextlib.suppress(UnreadableSubmission), warnings.catch_warnings():
        warnings.simplefilter("ignore")
        found = read(path, catalogue.find("08_overfitting"))
        assert all(isinstance(text, str) for cell in found.program.cells for text in cell)
        assert all(isinstance(text, str) for text in found.reflections.values())
        wire.pack(found.program.question(), max_bytes=wire.MAX_QUESTION)


def notebook(data: bytes) -> None:
    """Raw bytes as a notebook."""
    _hand_in("overfitting.ipynb", data)


def cells(data: bytes) -> None:
    """A notebook whose cells are nearly right."""
    _hand_in("overfitting.ipynb", _book(Picker(data)))


def nbgrader(data: bytes) -> None:
    """The same on its way to nbgrader: a notebook that can be written and is valid comes out."""
    book = tidy(_book(Picker(data)))
    nbformat.validate(book)
    nbformat.writes(book).encode("utf-8")


def own(data: bytes) -> None:
    """The same as a learner's own file, shown by `kata diff` and put back by `kata reset`."""
    path = _folder() / "own.ipynb"
    path.write_bytes(_book(Picker(data)))
    with contextlib.suppress(Trouble):
        work.code_of(path).encode("utf-8")
        work.as_handed_out(path.read_text(encoding="utf-8"), _PRISTINE).encode("utf-8")


_PRISTINE = json.dumps({"cells": [{"cell_type": "code", "id": "a", "source": "x", "metadata": {}}]})


def _book(picker: Picker) -> bytes:

    def plain(value: Any) -> Any:
        return json.loads(json.dumps(value, default=str))

    made = []
    for _ in range(picker.below(5)):
        about = {"grade_id": picker.text(), "grade": picker.byte() % 2 == 0, "solution": True}
        output = {
            "output_type": picker.of(("stream", "display_data", "execute_result", "error", "x")),
            "name": picker.nearly("stdout", 2),
            "text": picker.nearly([picker.text()], 2),
            "data": picker.nearly({"text/plain": picker.value(3), "text/html": "<b>"}, 2),
            "metadata": picker.nearly({}, 2),
            **{name: picker.nearly("x", 2) for name in ("ename", "evalue")},
            **{"traceback": picker.nearly(["x"], 2), "execution_count": picker.nearly(1, 2)},
        }
        metadata = {
            "nbgrader": picker.nearly(about, 2),
            "tags": picker.nearly(["skip-execution"], 2),
        }
        cell = {
            "id": picker.nearly(picker.text(), 2),
            "outputs": picker.nearly([picker.nearly(output, 2)], 2),
            "attachments": picker.nearly({picker.text(): {"image/png": picker.value(3)}}, 2),
            "cell_type": picker.nearly(picker.of(("code", "markdown", "raw")), 2),
            "source": picker.nearly([picker.text(), "\n"], 2),
            "metadata": picker.nearly(metadata, 2),
        }
        if picker.rarely():
            cell.pop(picker.of(sorted(cell)))
        made.append(plain(picker.nearly(cell, 2)))
    book = plain(picker.nearly({"cells": picker.nearly(made, 2), "nbformat": 4}, 2))
    return json.dumps(book).encode()


def module(data: bytes) -> None:
    """Raw bytes as a module."""
    _hand_in("overfitting.py", data)


def zipped(data: bytes) -> None:
    """A zip of a submission, with bytes of it changed."""
    picker = Picker(data)
    names = (
        "overfitting.py",
        "../x.py",
        "a/overfitting.py",
        "ja/x",
        "/etc/x",
        "a\\b.py",
        ".",
        "\x01",
        "x/../overfitting.py",
    )
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", picker.of((0, 8, 12, 14))) as archive:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            for _ in range(1 + picker.below(3)):
                archive.writestr(picker.of(names), picker.text().encode("utf-8", "replace"))
    made = bytearray(buffer.getvalue())
    for _ in range(picker.below(6)):
        made[(picker.byte() << 8 | picker.byte()) % len(made)] = picker.byte()
    _hand_in("overfitting.zip", bytes(made))


def archive(data: bytes) -> None:
    """Raw bytes as a zip."""
    _hand_in("overfitting.zip", data)


def toml(data: bytes) -> None:
    """Raw bytes as an assignment of the catalogue."""
    path = _folder() / "07_build.toml"
    path.write_bytes(data)
    with contextlib.suppress(BadToml):
        assert catalogue.read(path).tasks


def report(data: bytes) -> None:
    """A kept report, damaged: another one is made, or it is the report that was kept."""
    found = remembered_report(data)
    assert found is None or isinstance(found.checks, tuple)


def grades(data: bytes) -> None:
    """Raw bytes as a `grades.json`: what is read can be exported, to the last mark."""
    path = _folder() / "grades.json"
    path.write_bytes(data)
    with contextlib.suppress(Trouble):
        _export(grades_json.read(path))


def graded(data: bytes) -> None:
    """A `grades.json` whose fields are nearly right."""
    picker = Picker(data)
    book = json.loads(SEEDS["grades"][0])
    for one in book["results"]:
        for place in (one, *one["checks"]):
            for name, right in list(place.items()):
                place[name] = picker.nearly(right, 4)
    grades(json.dumps(picker.nearly(book, 2), default=str).encode("utf-8", "surrogatepass"))


def _export(found: grades_json.Graded) -> None:
    ElementTree.fromstring(to_junit(found.reports, found.lang))
    for one in found.reports:
        grades_json.dumps(to_gradescope(one, found.lang)).encode("utf-8")
    for sheet in sheets(found.reports):
        assert Path(sheet.assignment).name == sheet.assignment  # it names a file
        for to_csv in SHEETS.values():
            to_csv(sheet, found.lang).encode("utf-8")


TARGETS: dict[str, Callable[[bytes], None]] = {
    "frame": frame,
    "message": message,
    "answer": answer,
    "model": model,
    "notebook": notebook,
    "cells": cells,
    "nbgrader": nbgrader,
    "own": own,
    "module": module,
    "zipped": zipped,
    "archive": archive,
    "toml": toml,
    "report": report,
    "grades": grades,
    "graded": graded,
}
