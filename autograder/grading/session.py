"""Asks the student's side: in this process, or in a process of its own."""

from __future__ import annotations

import contextlib
import os
import signal
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Protocol

import numpy as np

from autograder.boundary import wire
from autograder.boundary.trouble import SandboxError
from autograder.course import mnist
from autograder.grading.verdict import CouldNotCheck
from autograder.text import Text

MAX_STARTS = 4
"""How often one submission's process is started; each time limit that runs out costs one."""

MAX_ERRORS = 50
"""Errors of cells that are kept of one submission."""

MAX_TEXT = 600
"""Characters of an error's text."""

LOAD_SECONDS = 600
"""For the cells of a self-check; official grading has the assignment's own limit."""


@dataclass(frozen=True, kw_only=True)
class Program:
    """What is run: cells in order, and the files that lie beside them."""

    module: str
    """`__name__` while the cells run: `__main__` in a notebook, else the module's name."""
    cells: tuple[tuple[str, str], ...]
    """Source and name of each cell."""
    files: dict[str, bytes] = field(default_factory=dict)

    def question(self) -> dict[str, Any]:
        return {
            "op": "load",
            "module": self.module,
            "cells": list(self.cells),
            "files": {n: np.frombuffer(d, np.uint8) for n, d in sorted(self.files.items())},
            "display": self.module == "__main__",
        }


class Session(Protocol):
    """Something that answers questions about one submission."""

    number: int
    """Changes when the process is started again: its models are gone then."""
    loaded: dict[str, Any]
    """The answer to the first question: what running the cells raised and printed."""

    def load(self) -> None:
        """Runs the cells, unless that is done. Raises `CouldNotCheck`."""

    def ask(self, question: dict[str, Any], seconds: float) -> dict[str, Any]:
        """The answer. Raises `CouldNotCheck` when there is none."""

    def close(self) -> None: ...


class InProcess:
    """The learner's own self-check: their code runs here, on their own machine.

    Questions and answers take the same form as between processes, so a verdict is the same.
    """

    number = 1

    def __init__(self, program: Program | None, namespace: dict[str, Any] | None = None):
        """Runs `program`, or answers about a `namespace` that has run already (a notebook's)."""
        from autograder.student import fastfit, imports
        from autograder.student.workspace import Workspace, quiet_environment

        quiet_environment()
        imports.hasten()
        fastfit.enable_when_imported()
        if "tensorflow_datasets" in (str(program.cells) if program else sys.modules):
            _offer_mnist()
        self._workspace = Workspace(namespace)
        self.loaded: dict[str, Any] = {"ok": True, "errors": [], "printed": ""}
        self._program = program

    def load(self) -> None:
        if self._program is not None:
            self.loaded = self.ask(self._program.question(), seconds=LOAD_SECONDS)
            self._program = None

    def ask(self, question: dict[str, Any], seconds: float) -> dict[str, Any]:
        with _alarm(seconds):
            answer = self._workspace.handle(_through(question, wire.MAX_QUESTION))
        try:
            return _through(answer, wire.MAX_ANSWER)
        except wire.Unsendable as error:
            return {"ok": False, "error": {"kind": "unsendable", "text": str(error)}}

    def close(self) -> None:
        """Nothing was started, so nothing ends."""


def _offer_mnist() -> None:
    """Lets TFDS find MNIST in this process without a network."""
    folder = mnist.prepare()
    os.environ["TFDS_DATA_DIR"] = str(folder)  # looked at when TFDS is imported
    tfds = sys.modules.get("tensorflow_datasets")
    if tfds is not None:
        tfds.core.add_data_dir(folder)


@contextlib.contextmanager
def work_folder() -> Iterator[None]:
    """A fresh folder to work in, so that a self-check leaves nothing beside the learner's files.

    A copy of the learner's other files lies in it; their helper modules can be imported.
    """
    before = Path.cwd()
    with tempfile.TemporaryDirectory(prefix="kata-") as folder:
        os.chdir(folder)
        sys.path.append(".")
        try:
            yield
        finally:
            sys.path.remove(".")
            os.chdir(before)


def _through(message: dict[str, Any], limit: int) -> dict[str, Any]:
    """The message as it would arrive at the other side."""
    _, header, *body = wire.pack(message, max_bytes=limit)
    tree, specs = wire.parse_header(bytes(header), max_bytes=limit)
    return wire.build(tree, specs, bytearray(b"".join(body)))


@contextlib.contextmanager
def _alarm(seconds: float) -> Iterator[None]:
    """Ends what runs inside after `seconds`, where this thread can be interrupted."""
    if threading.current_thread() is not threading.main_thread() or not hasattr(signal, "SIGALRM"):
        yield
        return

    from autograder.student.cells import OutOfTime

    def ring(*_: object) -> None:
        raise OutOfTime

    before = signal.signal(signal.SIGALRM, ring)
    signal.setitimer(signal.ITIMER_REAL, seconds)
    try:
        yield
    except OutOfTime as error:
        raise CouldNotCheck(out_of_time(seconds)) from error
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)


def out_of_time(seconds: float) -> Text:
    return Text(
        en=f"Stopped after {seconds:.0f} seconds without an answer. Look for a loop that never "
        "ends, or work that is repeated far too often.",
        ja=f"{seconds:.0f} 秒たっても答えが返らないので、打ち切りました。終わらないループや、"
        "必要以上に繰り返している処理がないか確かめてください。",
    )


def no_answer(why: str) -> Text:
    return Text(
        en=f"The submission's process sent something that is no answer: {why}.",
        ja=f"提出物の処理から、答えとして読めないものが届きました: {why}",
    )


def _errors(found: Any) -> list[dict[str, Any]]:
    """What cells raised, as the student's side reports it; it may have been forged.

    Raises `CouldNotCheck`.
    """
    if not isinstance(found, list) or not all(isinstance(error, dict) for error in found):
        raise CouldNotCheck(no_answer("errors that are none"))
    return [{str(k): str(v)[:MAX_TEXT] for k, v in error.items()} for error in found[:MAX_ERRORS]]


class Process(Protocol):
    """A started student's process, as `autograder.boundary.sandbox` makes them."""

    socket: Any

    def close(self) -> None: ...

    @property
    def reason(self) -> str | None: ...


class InSandbox:
    """Official grading: the code runs in a process of its own that knows no expected value."""

    def __init__(self, program: Program, start: Callable[[], Process], load_seconds: float):
        self._program = program
        self._start = start
        self._load_seconds = load_seconds
        self._process: Process | None = None
        self._channel: wire.Channel | None = None
        self._count = 0
        self.number = 0
        self.loaded: dict[str, Any] = {"ok": True, "errors": [], "printed": ""}
        self._dead: Text | None = None

    def ask(self, question: dict[str, Any], seconds: float) -> dict[str, Any]:
        self.load()
        return self._exchange(question, seconds)

    def load(self) -> None:
        """Starts the process and runs the cells, unless that is done. Raises `CouldNotCheck`."""
        if self._channel is not None:
            return
        if self._dead is not None:
            raise CouldNotCheck(self._dead)
        if self.number >= MAX_STARTS:
            raise CouldNotCheck(
                Text(
                    en="Not checked: this submission's process had to be ended too often.",
                    ja="確認できませんでした。この提出物の処理を何度も打ち切ったためです。",
                )
            )
        self.number += 1
        try:
            self._process = self._start()
        except SandboxError as error:
            raise CouldNotCheck(error.text) from error
        self._channel = wire.Channel(
            self._process.socket, max_send=wire.MAX_QUESTION, max_receive=wire.MAX_ANSWER
        )
        try:
            answer = self._exchange(self._program.question(), self._load_seconds)
            self.loaded = {**answer, "errors": _errors(answer.get("errors"))}
        except CouldNotCheck as error:
            self._dead = error.text  # it would only happen again
            raise

    def _exchange(self, question: dict[str, Any], seconds: float) -> dict[str, Any]:
        assert self._channel is not None
        self._count += 1
        deadline = time.monotonic() + seconds
        try:
            self._channel.send({"n": self._count, **question}, deadline=deadline)
            answer = self._channel.receive(deadline=deadline)
            if answer.get("n") != self._count or type(answer.get("ok")) is not bool:
                raise wire.WireError("an answer to another question")
            return answer
        except TimeoutError as error:
            self.close()
            raise CouldNotCheck(out_of_time(seconds)) from error
        except wire.Closed as error:
            reason = self._ended()
            raise CouldNotCheck(
                Text(
                    en=f"The submission's process ended before it answered ({reason}). "
                    "Look for exit(), a crash, or too much memory.",
                    ja=f"答えを返す前に、提出物の処理が終了しました ({reason})。"
                    "exit() の呼び出し、異常終了、メモリの使いすぎがないか確かめてください。",
                )
            ) from error
        except wire.Unsendable as error:
            self.close()
            raise CouldNotCheck(
                Text(
                    en=f"The submission can't be handed to its process: {error}. Is there a large "
                    "table in its code? Put it into a file beside it.",
                    ja=f"提出物を実行用の処理に渡せません ({error})。コードの中に大きな表が"
                    "ありませんか。別のファイルに入れて一緒に提出してください。",
                )
            ) from error
        except wire.WireError as error:
            self.close()
            raise CouldNotCheck(no_answer(str(error))) from error

    def _ended(self) -> str:
        process = self._process
        self.close()
        return (process.reason if process else None) or "closed"

    def close(self) -> None:
        if self._channel is not None:
            self._channel.close()
        if self._process is not None:
            self._process.close()
        self._channel = self._process = None
