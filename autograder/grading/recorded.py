"""Remembers what a submission answered, so that a changed grader costs no retraining.

Each question has an identity: its content, with every model it names replaced by how that model
came about. The same question about the same model is answered from the record; the submission's
process is started only for a question that was never asked. Then the models that the question
names are made again first, by asking the questions that made them.

This supposes that a learner's function depends on its arguments alone, not on what was called
before; the grader sets the random seeds before each call. With an unchanged grader the questions
come in the same order, so even a function with a memory gets the verdict that it got before.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from typing import Any, Protocol

from autograder.boundary import wire
from autograder.boundary.wire import Record, Ref
from autograder.grading.session import InSandbox, no_answer
from autograder.grading.verdict import CouldNotCheck
from autograder.text import Text

LOAD = "load"
MAX_KEPT = 256 * 1024 * 1024
"""Bytes of answers that one grading of a submission keeps, so that none fills the disk: each may be
64 MB. What is beyond is asked again the next time."""


class Store(Protocol):
    """Where answers are kept: bytes by key."""

    def get(self, key: str) -> bytes | None: ...

    def put(self, key: str, data: bytes) -> None: ...


@dataclass
class Made:
    """A model of the recorded session, and how it came about."""

    question: dict[str, Any]
    """The question whose answer it first stood in."""
    place: int
    """Which of the models in that answer it is."""
    changes: list[dict[str, Any]]
    """Later calls that were given the model, in order; each may have changed it."""
    live: tuple[int, int] | None
    """Number of the process and of the model in it, if it was made there."""
    identity: str


@dataclass(frozen=True)
class Call:
    """The last call: a file that is read afterwards is one that it may have written."""

    question: dict[str, Any]
    identity: str
    process: int | None
    """Number of the process that answered it; None if the record did."""


class Recorded:
    """A session that answers from `store` where it can, and from a live process where it must."""

    number = 1

    def __init__(self, run_key: str, store: Store, live: InSandbox):
        """run_key: identifies the submission's content and all that its answers depend on."""
        self._run_key = run_key
        self._store = store
        self._live = live
        self._models: list[Made] = []
        self._last: Call | None = None
        self.loaded: dict[str, Any] = {"ok": True, "errors": [], "printed": ""}
        self._room = MAX_KEPT
        self.asked_live = 0
        """How many questions went to the process."""

    def load(self) -> None:
        """What running the cells raised and printed; from the record, or by running them."""
        known = self._known(LOAD)
        if known is None:
            self._live.load()
            known = self._live.loaded
            self._keep(LOAD, known)
        self.loaded = known

    def ask(self, question: dict[str, Any], seconds: float) -> dict[str, Any]:
        named = [ref.id for ref in _refs(question)]
        before = self._last if question["op"] == "read" else None
        identity = _digest(
            _plain(question),
            *(self._models[n].identity for n in named),
            before.identity if before else "",
        )
        answer = self._known(identity)
        if answer is None:
            if before and before.process != self._live.number:
                # The call that writes the file was answered from the record.
                self._ask_live(before.question, [r.id for r in _refs(before.question)], seconds)
            answer = self._ask_live(question, named, seconds)
            self._keep(identity, answer)
            process = self._live.number
        else:
            process = None
        if question["op"] == "call":
            self._last = Call(question, identity, process)
            for number in named:
                made = self._models[number]  # the call may have changed it
                made.changes.append(question)
                made.identity = _digest(made.identity, identity)
        for place, record in enumerate(_models(answer)):
            record.fields["ref"] = self._number(question, identity, named, place, record)
        return answer

    def close(self) -> None:
        self._live.close()

    def _number(
        self,
        question: dict[str, Any],
        identity: str,
        named: list[int],
        place: int,
        record: Record,
    ) -> int:
        """The number that a model in an answer has here: a known one, if it was passed in."""
        same = record.fields["same"]
        if type(same) is int and 0 <= same < len(named):
            return named[same]
        made = Made(question, place, [], record.fields.pop("live", None), "")
        made.identity = _digest(identity, str(place))
        self._models.append(made)
        return len(self._models) - 1

    def _ask_live(
        self, question: dict[str, Any], named: list[int], seconds: float
    ) -> dict[str, Any]:
        """Asks the process; the models in its answer say which of `named` they are, or `live`."""
        self._live.load()
        numbers = [self._live_number(n, seconds) for n in named]
        self.asked_live += 1
        answer = self._live.ask(
            _renumbered(question, dict(zip(named, numbers, strict=True))), seconds
        )
        for record in _models(answer):
            number = record.fields.get("ref")
            if type(number) is not int:
                raise CouldNotCheck(no_answer("a malformed model"))
            record.fields["same"] = numbers.index(number) if number in numbers else None
            record.fields["live"] = (self._live.number, number)
        return answer

    def _live_number(self, number: int, seconds: float) -> int:
        """The model's number in the live process; made again there if need be."""
        made = self._models[number]
        if made.live is None or made.live[0] != self._live.number:
            first = self._ask_live(made.question, [r.id for r in _refs(made.question)], seconds)
            found = _models(first)
            if made.place >= len(found):
                raise CouldNotCheck(
                    Text(
                        en="Not checked: the model could not be made again as it was before.",
                        ja="確認できませんでした。前と同じモデルを作り直せなかったためです。",
                    )
                )
            made.live = found[made.place].fields["live"]
            for change in made.changes:
                self._ask_live(change, [r.id for r in _refs(change)], seconds)
        return made.live[1]

    def _known(self, identity: str) -> dict[str, Any] | None:
        data = self._store.get(_digest(self._run_key, identity))
        if data is None:
            return None
        try:
            return wire.parse(data, max_bytes=wire.MAX_ANSWER)
        except wire.WireError:
            return None  # a damaged record is no record

    def _keep(self, identity: str, answer: dict[str, Any]) -> None:
        live = [record.fields.pop("live", None) for record in _models(answer)]
        try:
            data = b"".join(wire.pack(answer, max_bytes=wire.MAX_ANSWER))
            if len(data) <= self._room:
                self._room -= len(data)
                self._store.put(_digest(self._run_key, identity), data)
        except wire.Unsendable:
            pass  # forged, and at the very limit of what is read: asked again the next time
        for record, pair in zip(_models(answer), live, strict=True):
            record.fields["live"] = pair


def _digest(*parts: str | bytes) -> str:
    found = hashlib.blake2b(digest_size=20)
    for part in parts:
        data = part.encode() if isinstance(part, str) else part
        found.update(len(data).to_bytes(8, "little"))
        found.update(data)
    return found.hexdigest()


def _plain(question: dict[str, Any]) -> bytes:
    """The question's bytes, the same for the same question whatever its models' numbers are."""
    named = [ref.id for ref in _refs(question)]
    order = {n: i for i, n in enumerate(dict.fromkeys(named))}
    found = hashlib.blake2b(digest_size=20)
    # A shared array stands for itself with its digest, which was taken once.
    for part in wire.pack(_renumbered(question, order), max_bytes=wire.MAX_QUESTION, share=[]):
        found.update(part)
    return found.digest()


def _refs(value: Any) -> list[Ref]:
    """Every reference in a question, in order."""
    if isinstance(value, Ref):
        return [value]
    if isinstance(value, dict):
        value = list(value.values())
    if isinstance(value, list | tuple):
        return [ref for v in value for ref in _refs(v)]
    return []


def _renumbered(value: Any, numbers: dict[int, int]) -> Any:
    if isinstance(value, Ref):
        return Ref(numbers[value.id])
    if isinstance(value, dict):
        return {k: _renumbered(v, numbers) for k, v in value.items()}
    if isinstance(value, list):
        return [_renumbered(v, numbers) for v in value]
    if isinstance(value, tuple):
        return tuple(_renumbered(v, numbers) for v in value)
    return value


def _models(value: Any) -> list[Record]:
    """Every model in an answer, in order."""
    if isinstance(value, Record):
        inner = _models(list(value.fields.values()))
        return [value, *inner] if value.kind == "model" else inner
    if isinstance(value, dict):
        value = list(value.values())
    if isinstance(value, list | tuple):
        return [record for v in value for record in _models(v)]
    return []
