"""Answers are remembered: what was asked before costs no run, and models come back right."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest

from autograder.boundary.wire import Record, Ref
from autograder.grading import recorded as recorded_module
from autograder.grading.recorded import Recorded
from autograder.grading.verdict import CouldNotCheck
from autograder.text import Text


class Memory:
    """A store that forgets nothing and can be damaged."""

    def __init__(self) -> None:
        self.entries: dict[str, bytes] = {}

    def get(self, key: str) -> bytes | None:
        return self.entries.get(key)

    def put(self, key: str, data: bytes) -> None:
        self.entries[key] = data


class Live:
    """Stands for a student's process: `build` makes a model, `train` changes it, `loss` reads it."""

    def __init__(self) -> None:
        self.number = 0
        self.loaded: dict[str, Any] = {"ok": True, "errors": [], "printed": "hello"}
        self.asked: list[str] = []
        self.models: list[int] = []
        self.file = b""

    def load(self) -> None:
        self.number = self.number or 1

    def ask(self, question: dict[str, Any], seconds: float) -> dict[str, Any]:
        if question["op"] == "read":
            self.asked.append("read")
            return {"ok": True, "value": np.frombuffer(self.file, np.uint8)}
        name, args = question["name"], question["args"]
        self.asked.append(name)
        if name == "build":
            self.models.append(args[0])
            return self._model(len(self.models) - 1)
        if name == "train":
            self.models[args[0].id] += 1
            return self._model(args[0].id)
        if name == "write":
            self.file = str(args[0]).encode()
            return {"ok": True, "value": None}
        if name == "hang":
            raise CouldNotCheck(Text(en="time", ja="時間"))
        return {"ok": True, "value": self.models[args[0].id]}

    def _model(self, number: int) -> dict[str, Any]:
        fields = {"ref": number, "state": self.models[number]}
        return {"ok": True, "value": Record("model", fields)}

    def close(self) -> None:
        self.number = 0


def call(name: str, *args: Any) -> dict[str, Any]:
    return {"op": "call", "name": name, "args": list(args), "kwargs": {}, "seed": 1}


def session(store: Memory, key: str = "run") -> tuple[Recorded, Live]:
    live = Live()
    recorded = Recorded(key, store, live)  # type: ignore[arg-type]
    recorded.load()
    return recorded, live


def ref(answer: dict[str, Any]) -> Ref:
    return Ref(answer["value"].fields["ref"])


def trained(recorded: Recorded, times: int) -> Any:
    """A model built at 10 and trained some times; what `loss` then says."""
    model = ref(recorded.ask(call("build", 10), 1))
    for _ in range(times):
        assert ref(recorded.ask(call("train", model), 1)) == model
    return recorded.ask(call("loss", model), 1)["value"]


def test_the_same_questions_again_start_no_process():
    store = Memory()
    first, live = session(store)
    assert trained(first, 2) == 12
    assert live.asked == ["build", "train", "train", "loss"]
    again, idle = session(store)
    assert trained(again, 2) == 12
    assert (idle.asked, again.loaded["printed"]) == ([], "hello")


def test_a_question_about_a_model_depends_on_what_was_done_to_it():
    store = Memory()
    trained(session(store)[0], 1)
    again, live = session(store)
    assert trained(again, 2) == 12
    assert live.asked[-1] == "loss"


def test_a_new_question_makes_its_model_again_first():
    store = Memory()
    trained(session(store)[0], 2)
    again, live = session(store)
    model = ref(again.ask(call("build", 10), 1))
    again.ask(call("train", model), 1)
    again.ask(call("train", model), 1)
    assert live.asked == []
    assert again.ask(call("other", model), 1)["value"] == 12
    assert live.asked == ["build", "train", "train", "other"]


def test_two_models_are_told_apart():
    store = Memory()
    for _ in range(2):
        recorded, _ = session(store)
        small = ref(recorded.ask(call("build", 10), 1))
        large = ref(recorded.ask(call("build", 50), 1))
        recorded.ask(call("train", large), 1)
        assert recorded.ask(call("loss", small), 1)["value"] == 10
        assert recorded.ask(call("loss", large), 1)["value"] == 51


def test_no_submission_fills_the_disk_with_its_answers(monkeypatch):
    monkeypatch.setattr(recorded_module, "MAX_KEPT", 50_000)
    store = Memory()

    def graded() -> list[str]:
        recorded, live = session(store)
        for text in ("a", "b", "c"):
            recorded.ask(call("write", text * 20_000), 1)
            got = recorded.ask({"op": "read", "path": "x"}, 1)["value"]
            assert got.tobytes() == text.encode() * 20_000
        return live.asked

    graded()
    assert sum(map(len, store.entries.values())) <= 50_000
    assert graded() == ["write", "read"]  # the third, which found no room


def test_a_file_that_was_not_read_before_is_written_again_first():
    store = Memory()
    session(store)[0].ask(call("write", "a"), 1)
    again, live = session(store)
    again.ask(call("write", "a"), 1)
    assert live.asked == []
    assert again.ask({"op": "read", "path": "x"}, 1)["value"].tobytes() == b"a"
    assert live.asked == ["write", "read"]


def test_a_file_is_that_of_the_last_call():
    store = Memory()
    for _ in range(2):
        recorded, _ = session(store)
        for text in ("a", "b"):
            recorded.ask(call("write", text), 1)
            got = recorded.ask({"op": "read", "path": "x"}, 1)["value"]
            assert got.tobytes().decode() == text


def test_another_submission_has_answers_of_its_own():
    store = Memory()
    trained(session(store, "one")[0], 1)
    other, live = session(store, "two")
    assert trained(other, 1) == 11
    assert live.asked == ["build", "train", "loss"]


def test_a_damaged_record_is_no_record():
    store = Memory()
    trained(session(store)[0], 1)
    store.entries = {key: data[:-1] for key, data in store.entries.items()}
    again, live = session(store)
    assert trained(again, 1) == 11
    assert live.asked == ["build", "train", "loss"]


def test_what_could_not_be_checked_is_asked_again():
    store = Memory()
    for _ in range(2):
        recorded, live = session(store)
        with pytest.raises(CouldNotCheck):
            recorded.ask(call("hang"), 1)
        assert live.asked == ["hang"]
