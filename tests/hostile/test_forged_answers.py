"""Answers, archives, notebooks and names that nobody honest makes: only clear verdicts come of them.

Each was found by reading the grader as an attacker would, or by fuzzing.
"""

from __future__ import annotations

import json
import os
import socket
import struct
import threading
import zipfile
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from autograder.boundary import wire
from autograder.boundary.wire import Record
from autograder.classroom.collect import find
from autograder.course import catalogue
from autograder.grading._plugin import MAX_MESSAGE, _outcome
from autograder.grading._submission import Submission
from autograder.grading.files import read
from autograder.grading.gather import UnreadableSubmission, gather
from autograder.grading.model import Model
from autograder.grading.recorded import Recorded
from autograder.grading.session import InSandbox, Program
from autograder.grading.verdict import CheckFailed, CouldNotCheck
from autograder.text import Text


class Forger:
    """A submission's process that answers what it likes."""

    reason = "exited 0"

    def __init__(self, *answers: Any):
        self.socket, self._theirs = socket.socketpair()
        self._answers = answers
        threading.Thread(target=self._serve, daemon=True).start()

    def _serve(self) -> None:
        channel = wire.Channel(
            self._theirs, max_send=wire.MAX_ANSWER, max_receive=wire.MAX_QUESTION
        )
        for answer in self._answers:
            try:
                question = channel.receive()
            except wire.Closed:
                return
            if isinstance(answer, bytes):
                self._theirs.sendall(answer)
            else:
                channel.send({"n": question["n"], "ok": True, **answer})

    def close(self) -> None:
        self.socket.close()


class Memory(dict):
    def put(self, key: str, data: bytes) -> None:
        self[key] = data


LOADED = {"errors": [], "printed": ""}
CALLED = {"value": 1.0, "printed": "", "figures": [], "changed": []}


def session(*answers: Any, recorded: bool = True) -> Any:
    program = Program(module="__main__", cells=(("x = 1", "a cell"),))
    live = InSandbox(program, lambda: Forger(*answers), 10.0)
    return Recorded("key", Memory(), live) if recorded else live


def model(**changes: Any) -> Record:
    fields: dict[str, Any] = {
        "ref": 0,
        "built": True,
        "chain": True,
        "input_shape": (None, 4),
        "output_shape": (None, 2),
        "weights": [np.zeros((4, 2), "float32"), np.zeros(2, "float32")],
        "trainable_parameters": 10,
        "layers": [
            {
                "kind": "Dense",
                "name": "dense",
                "options": {"units": 2, "activation": "linear", "use_bias": True},
                "input_shape": (None, 4),
                "output_shape": (None, 2),
                "weights": [0, 1],
                "parameters": 10,
            }
        ],
        "compiled": None,
    }
    return Record("model", {**fields, **changes})


@pytest.mark.parametrize("errors", [7, None, ["text"], [1, None], {"a": 1}, "errors"])
def test_errors_of_cells_that_are_no_errors_are_no_answer(errors):
    with pytest.raises(CouldNotCheck, match="no answer: errors that are none"):
        session({**LOADED, "errors": errors}).load()


def test_the_text_of_a_cells_error_has_a_length_that_can_be_read():
    found = session({**LOADED, "errors": [{"type": ["x"] * 90, "text": "y" * 2_000}] * 99})
    found.load()
    assert len(found.loaded["errors"]) == 50
    assert all(len(v) <= 600 for e in found.loaded["errors"] for v in e.values())


@pytest.mark.parametrize(
    "changes",
    [
        {"figures": 7},
        {"figures": [None]},
        {"changed": 3},
        {"value": Record("unknown", {})},
        {"value": Record("history", {"history": {"loss": [1.0]}, "epoch": [float("inf")]})},
        {"value": Record("history", {"history": {"x": list(range(10_001))}, "epoch": []})},
        {"value": Record("history", {"history": np.zeros(3), "epoch": []})},
        {"value": Record("sample", {"shape": [float("inf")]})},
        {"value": model(ref="zero")},
        {"value": model(ref=np.zeros(3))},
        {"value": model(trainable_parameters=float("inf"))},
        {"value": model(layers=[{}] * 3)},
        {"value": model(layers=7)},
        {"value": model(weights=["text", "text"])},
        {"value": model(input_shape=(None, float("nan")))},
        {"figures": [Record("figure", {"axes": [], "png": [300, -1]})]},
    ],
)
def test_a_forged_answer_is_no_answer(changes):
    submission = Submission(session(LOADED, {**CALLED, **changes}), seconds=10.0)
    with pytest.raises(CouldNotCheck, match="no answer"):
        submission.ask("f")


@pytest.mark.parametrize("value", ["text", 7, [300], {"a": 1}, np.zeros(3)])
def test_a_forged_file_is_no_answer(value):
    submission = Submission(session(LOADED, {"value": value}), seconds=10.0)
    with pytest.raises(CouldNotCheck, match="no answer"):
        submission.read("model.png")


def test_an_answer_nested_just_within_the_limit_of_reading_is_judged_and_not_kept():
    """It can be read and not be packed again: 40 levels of lists, of which 32 may be sent."""
    tree: Any = 1.0
    for _ in range(40):
        tree = [tree]
    fields = [["n", 2], ["ok", True], ["value", tree], ["printed", ""], ["figures", []]]
    message = {"m": {"$": "dict", "v": [*fields, ["changed", []]]}, "b": []}
    data = json.dumps(message).encode()
    submission = Submission(session(LOADED, struct.pack("<I", len(data)) + data), seconds=10.0)
    assert isinstance(submission.call("f"), list)


@pytest.mark.parametrize("error", [["todo"], 7, None, {"kind": ["todo"], "text": "x" * 99_999}])
def test_a_forged_refusal_is_a_short_failure(error):
    submission = Submission(session(LOADED, {"ok": False, "error": error}), seconds=10.0)
    with pytest.raises(CheckFailed) as caught:
        submission.call("f")
    assert 0 < len(str(caught.value)) < 2_000


def test_a_model_whose_layers_do_not_fit_is_a_clear_failure():
    layer = {**model().fields["layers"][0], "kind": "Reshape", "options": {"target_shape": ["x"]}}
    forged = Model.from_fields(model(layers=[layer]).fields, 1)
    with pytest.raises(CheckFailed, match="can't build this model again"):
        _ = forged.rebuilt


def test_a_message_with_a_million_numbers_in_it_is_shortened():
    outcome, text = _outcome(CheckFailed(Text(en="x" * 10_000_000, ja="あ" * 10_000_000)))
    assert outcome == "failed"
    assert len(text.en) <= MAX_MESSAGE + 3
    assert len(text.ja) <= MAX_MESSAGE + 3


def test_more_arrays_than_are_read_are_refused_where_they_are_sent():
    with pytest.raises(wire.Unsendable, match="more than 4096 arrays"):
        wire.pack({"a": [np.zeros(0)] * 5_000}, max_bytes=1 << 20)


def test_a_shape_without_bytes_that_numpy_cannot_count_is_refused():
    header = {"m": {"$": "dict", "v": []}, "b": [["float64", [0, *[(1 << 40) - 1] * 7]]]}
    data = json.dumps(header).encode()
    with pytest.raises(wire.WireError):
        wire.parse(struct.pack("<I", len(data)) + data, max_bytes=1 << 20)


def test_names_of_files_may_hold_any_bytes(tmp_path):
    (tmp_path / "neuron.py").write_text("x = 1")
    with open(os.fsencode(tmp_path) + b"/\xff\xfe.csv", "w") as file:
        file.write("1")
    work = read(tmp_path, catalogue.find("02"))
    for name in work.program.files:
        name.encode()
    assert len(work.program.files) == 1


def test_pipes_links_and_folders_without_end_are_left_alone(tmp_path):
    os.mkfifo(tmp_path / "pipe.csv")
    (tmp_path / "up").symlink_to(tmp_path)
    (tmp_path / "neuron.py").write_text("x = 1")
    assert set(gather(tmp_path)) == {"neuron.py"}
    here = tmp_path
    for _ in range(60):
        here = here / "d"
    here.mkdir(parents=True)
    with pytest.raises(UnreadableSubmission, match="too large"):
        gather(tmp_path)


@pytest.mark.parametrize("method", [zipfile.ZIP_DEFLATED, zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA])
def test_a_zip_whose_data_are_damaged_is_said_to_be_no_zip(tmp_path, method):
    path = tmp_path / "work.zip"
    with zipfile.ZipFile(path, "w", method) as archive:
        archive.writestr("neuron.py", "x = 1\n" * 500)
    raw = bytearray(path.read_bytes())
    raw[50:70] = b"\xff" * 20
    path.write_bytes(raw)
    with pytest.raises(UnreadableSubmission, match="not a zip file that can be opened"):
        gather(path)


@pytest.mark.parametrize("name", [".", "./", "/"])
def test_a_zip_with_a_member_without_a_name_does_no_harm(tmp_path, name):
    path = tmp_path / "work.zip"
    with zipfile.ZipFile(path, "w") as archive:
        member = zipfile.ZipInfo("x")
        member.filename = name
        archive.writestr("neuron.py", "x = 1")
        archive.writestr(member, "y")
    assert set(gather(path)) == {"neuron.py"}


@pytest.mark.parametrize("text", ["\ud800", "x = '\udfff'"])
def test_lone_surrogates_in_a_notebook_are_replaced(tmp_path, text):
    cells = [{"cell_type": "code", "source": text, "metadata": {}}]
    (tmp_path / "neuron.ipynb").write_text(json.dumps({"cells": cells}))
    work = read(tmp_path, catalogue.find("02"))
    for source, _ in work.program.cells:
        source.encode()


def test_a_reflection_in_a_module_holds_no_lone_surrogate(tmp_path):
    assignment = catalogue.find("08")
    name = assignment.reflections[0].id
    (tmp_path / "overfitting.py").write_text(f'{name.upper()} = "a \\ud800 b"\n')
    work = read(tmp_path, assignment)
    assert work.reflections[name].encode() == b"a ? b"


@pytest.mark.parametrize("code", ["(" * 50_000, "-" * 200_000 + "1", "x" + ".y" * 100_000])
def test_code_that_breaks_parsers_is_still_read(tmp_path, code):
    (tmp_path / "overfitting.py").write_text(code)
    assert read(tmp_path, catalogue.find("08")).form == "module"


def test_code_beyond_what_can_be_handed_over_is_told_so():
    program = Program(module="__main__", cells=(("#" * 300_000, "a cell"),))
    found = InSandbox(program, lambda: Forger(LOADED), 10.0)
    with pytest.raises(CouldNotCheck, match="large table in its code"):
        found.load()


@pytest.mark.skipif(os.getuid() == 0, reason="root may read everything")
def test_a_students_folder_that_cannot_be_read_costs_nobody_else_anything(tmp_path):
    (tmp_path / "ann" / "02_neuron").mkdir(parents=True)
    (tmp_path / "bob").mkdir(mode=0o000)
    jobs, left_out = find(tmp_path)
    assert [job.student for job in jobs] == ["ann"]
    assert "bob" in left_out[0].en


def test_a_name_that_drives_terminals_is_shown_as_escapes(tmp_path):
    (tmp_path / "ann" / "02_neuron").mkdir(parents=True)
    (tmp_path / "ann" / "\x1b]0;owned\x07\u202e").mkdir()
    _, left_out = find(tmp_path)
    assert left_out[0].en.isprintable()
    assert "\\x1b" in left_out[0].en


def test_a_submission_is_told_apart_by_all_of_its_content(tmp_path):
    """The key of the cache: no name or content of one can be read as another's."""
    from autograder.grading import keys

    assignment = catalogue.find("02")
    found = set()
    for number, files in enumerate(
        [
            {"neuron.py": "x = 1"},
            {"neuron.py": "x = 1", "a": "b"},
            {"neuron.py": "x = 1", "a b": ""},
            {"neuron.py": "x = 1", "b": "a"},
            {"neuron.py": "x = 1 "},
        ]
    ):
        folder = Path(tmp_path, str(number))
        folder.mkdir()
        for name, text in files.items():
            (folder / name).write_text(text)
        found.add(keys.run_key(read(folder, assignment), assignment, sandboxed=True))
    assert len(found) == 5


def test_one_that_defeats_the_reader_costs_nobody_else_anything(tmp_path, monkeypatch):
    from autograder.classroom import job
    from autograder.classroom.collect import Job

    def defeated(*_: object, **__: object) -> None:
        raise RecursionError("deeper than anyone thought of")

    monkeypatch.setattr(job, "look_up", defeated)
    assert job.look(Job("ann", "02_neuron", tmp_path), sandbox=True) == (None, None)
