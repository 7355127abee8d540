"""The `submission` that checks ask: calls, values, files, models."""

from __future__ import annotations

import time
from typing import Any, NoReturn

import numpy as np

from autograder.boundary.wire import Ref
from autograder.grading.model import Model, entries
from autograder.grading.session import MAX_TEXT, Session, no_answer
from autograder.grading.values import Answer, History, Malformed, Opaque, figure, from_wire
from autograder.grading.verdict import CheckFailed, CouldNotCheck, NotDone
from autograder.text import Text

__tracebackhide__ = True  # pytest points at the line of the check, not in here
SEED = 20
"""Set before every call, so that the same submission gets the same verdict each time."""
_FEW = 6
"""Numbers of an array that a message shows."""
_SHORT = 60
"""Characters of an argument in a message."""


class Submission:
    """One learner's work. Every question either gets an answer or ends the check with a reason."""

    def __init__(self, session: Session | None, *, seconds: float, problem: Text | None = None):
        """
        session: what answers, or None where `problem` says why nothing can be asked.
        seconds: time limit of one answer.
        """
        self._session = session
        self._seconds = seconds
        self._problem = problem
        self._hung: dict[str, Text] = {}
        self.histories: list[History] = []
        """Every History that came back, in order: the learner's own curves."""

    def call(self, name: str, *args: Any, **kwargs: Any) -> Any:
        """What the learner's function `name` returns for these arguments.

        Arguments: None, bool, int, float, str, list, tuple, dict, NumPy arrays, and a `Model` that
        an earlier call returned. Arrays are copied over.

        Raises `CheckFailed` if the function is missing, not written yet, or raises; and
        `CouldNotCheck` if no answer comes.
        """
        return _checkable(name, self.ask(name, *args, **kwargs).value)

    def sample(self, name: str, rows: list[int]) -> Any:
        """What the learner's function `name` returns without arguments, if that is large.

        Each array in it comes as a `Sample`: shape, dtype, range, and those of `rows` it has.
        Raises as `call` does.
        """
        return _checkable(name, self._ask(name, (), {}, {"rows": list(rows)}).value)

    def ask(self, name: str, *args: Any, **kwargs: Any) -> Answer:
        """Like `call`, with all of the answer: value, figures, text printed, arguments changed.

        A value of a type that does not cross comes as `Opaque`: a check that is about a figure or
        a file does not care what the function returns.
        """
        return self._ask(name, args, kwargs, {})

    def _ask(
        self, name: str, args: tuple[Any, ...], kwargs: dict[str, Any], more: dict[str, Any]
    ) -> Answer:
        if name in self._hung:
            raise CouldNotCheck(self._hung[name])
        began = time.monotonic()
        question = {
            "op": "call",
            "name": name,
            "args": [self._outgoing(a) for a in args],
            "kwargs": {k: self._outgoing(v) for k, v in kwargs.items()},
            "seed": SEED,
            **more,
        }
        try:
            answer = self._exchange(question)
        except CouldNotCheck as error:
            self._hung[name] = error.text  # it would only hang or crash again
            raise
        if not answer["ok"]:
            self._refuse(name, answer.get("error", {}), given=(*args, *kwargs.values()))
        try:
            value = from_wire(answer["value"], self._number)
            if isinstance(value, History):
                self.histories.append(value)
            return Answer(
                value=value,
                printed=str(answer["printed"]),
                figures=tuple(figure(f) for f in entries(answer["figures"])),
                changed=tuple(str(place) for place in entries(answer["changed"])),
                seconds=time.monotonic() - began,
            )
        except (Malformed, KeyError, TypeError) as error:
            _forged(error)

    def value(self, name: str) -> Any:
        """A top-level variable. Raises `CheckFailed` where there is none."""
        answer = self._exchange({"op": "value", "name": name})
        if not answer["ok"]:
            self._refuse(name, answer.get("error", {}), variable=True)
        return self._decoded(answer)

    def snapshot(self, model: Model) -> Model:
        """The model as it is now, after training, say."""
        answer = self._exchange({"op": "snapshot", "ref": self._outgoing(model)})
        found = self._decoded(answer)
        if not isinstance(found, Model):
            _forged(TypeError("no model"))
        return found

    def read(self, path: str) -> bytes | None:
        """The bytes of a file in the folder where the learner's code works, or None."""
        found = self._decoded(self._exchange({"op": "read", "path": path}))
        if found is None:
            return None
        if not isinstance(found, np.ndarray) or found.dtype != np.uint8:
            _forged(TypeError("no bytes"))
        return found.tobytes()

    def _refuse(
        self, name: str, error: Any, *, variable: bool = False, given: tuple[Any, ...] = ()
    ) -> NoReturn:
        loaded = getattr(self._session, "loaded", {})
        stopped = list(loaded.get("errors", []))
        if stopped and isinstance(error, dict) and error.get("kind") == "missing":
            _refuse_stopped(name, stopped[0])
        _refuse(name, error, variable=variable, given=given)

    @property
    def _number(self) -> int:
        return self._session.number if self._session else 0

    def _exchange(self, question: dict[str, Any]) -> dict[str, Any]:
        if self._problem is not None or self._session is None:
            raise CouldNotCheck(self._problem or Text(en="Nothing to ask.", ja="提出物なし"))
        return self._session.ask(question, self._seconds)

    def _decoded(self, answer: dict[str, Any]) -> Any:
        try:
            return from_wire(answer["value"], self._number)
        except (Malformed, KeyError) as error:
            _forged(error)

    def _outgoing(self, value: Any) -> Any:
        if isinstance(value, Model):
            if value.session != self._number:
                raise CouldNotCheck(
                    Text(
                        en="Not checked: the process that held this model had to be ended.",
                        ja="確認できませんでした。このモデルを持つ処理を打ち切ったためです。",
                    )
                )
            return Ref(value.ref)
        if isinstance(value, list):
            return [self._outgoing(v) for v in value]
        if isinstance(value, tuple):
            return tuple(self._outgoing(v) for v in value)
        if isinstance(value, dict):
            return {k: self._outgoing(v) for k, v in value.items()}
        return value


def _checkable(name: str, value: Any) -> Any:
    if isinstance(value, Opaque):
        raise CheckFailed(
            Text(
                en=f"`{name}` returned a value of type {value.type}, which can't be "
                "checked. Return numbers, an array, a model: what the task asks for.",
                ja=f"`{name}` は {value.type} 型の値を返しましたが、確認できない型です。"
                "数値、配列、モデルなど、課題が求めるものを返してください。",
            )
        )
    return value


def _forged(error: Exception) -> NoReturn:
    raise CouldNotCheck(no_answer(str(error)[:MAX_TEXT])) from error


def _refuse_stopped(name: str, error: dict[str, Any]) -> NoReturn:
    """The name is missing because the code stopped before it came to it."""
    place = describe_place(error)
    what = f"{error.get('type')}: {error.get('text')}"
    raise NotDone(
        Text(
            en=f"There is no `{name}`, because the code stopped before: {what}{place.en}. "
            "Mend that first.",
            ja=f"その前でコードが止まったため、`{name}` がありません。{what}{place.ja}"
            "。まずそこを直してください。",
        )
    )


def _refuse(
    name: str, error: Any, *, variable: bool = False, given: tuple[Any, ...] = ()
) -> NoReturn:
    """Turns what the student's side reported into the check's failure.

    given: the arguments of the call.
    """
    found = {k: str(v)[:MAX_TEXT] for k, v in error.items()} if isinstance(error, dict) else {}
    kind = str(found.get("kind"))
    text = str(found.get("text", ""))
    thing = "variable" if variable else "function"
    if kind == "missing":
        raise NotDone(
            Text(
                en=f"There is no {thing} `{name}` yet. Is it spelled exactly like this, and does "
                "its cell (or the file) run without an error?",
                ja=f"`{name}` がまだありません。名前のつづりは同じですか。"
                "そのセル (またはファイル) はエラーなしで動きますか。",
            )
        )
    if kind == "todo":
        raise NotDone(
            Text(
                en=f"`{name}` is still to be written: it stops at {text or 'TODO'}. Start there.",
                ja=f"`{name}` はまだ書かれていません ({text or 'TODO'} で止まります)。"
                "そこから始めましょう。",
            )
        )
    if kind == "not_callable":
        raise CheckFailed(
            Text(
                en=f"`{name}` should be a function, but it is of type {text}. Was the name used "
                "again for something else further down?",
                ja=f"`{name}` は関数のはずですが、{text} になっています。"
                "あとで同じ名前を別のものに使っていませんか。",
            )
        )
    if kind == "unsendable":
        raise CheckFailed(
            Text(
                en=f"What `{name}` returned can't be checked: {text}.",
                ja=f"`{name}` が返した値は確認できません: {text}",
            )
        )
    place = describe_place(found)
    why = f"{found.get('type')}: {text}"
    advice = _advice(str(found.get("type")), text, name) or _arguments(given)
    raise CheckFailed(
        Text(
            en=f"`{name}` stopped with an error: {why}{place.en}",
            ja=f"`{name}` がエラーで止まりました。{why}{place.ja}",
        )
        + advice
    )


def _arguments(given: tuple[Any, ...]) -> Text:
    """What the function was called with, as far as a sentence can say it."""
    if not given:
        return Text(en="", ja="")
    parts = [_in_words(value) for value in given]
    return Text(
        en=f". It was called with {', '.join(part.en for part in parts)}.",
        ja=f"。渡した引数：{'、'.join(part.ja for part in parts)}",
    )


def _in_words(value: Any) -> Text:
    """An argument in a few words: small ones as they are, large ones by their shape or length."""
    if isinstance(value, np.ndarray):
        if value.size > _FEW:
            return Text(en=f"an array of shape {value.shape}", ja=f"形が {value.shape} の配列")
        value = value.tolist()
    if isinstance(value, Model):
        return Text(en="a model", ja="モデル")
    shown = repr(value)
    if len(shown) > _SHORT and isinstance(value, list | tuple | dict):
        kind = type(value).__name__
        return Text(en=f"a {kind} of {len(value)}", ja=f"要素が {len(value)} 個の {kind}")
    return Text(en=shown[:_SHORT], ja=shown[:_SHORT])


def _advice(kind: str, text: str, name: str) -> Text | None:
    """What to look at, where Python's own words don't say it to a beginner; else None."""
    if kind == "SystemExit":
        return Text(
            en=". It called exit() or quit(), which ends the whole program. A function hands "
            "over its result with `return`.",
            ja="。exit() や quit() は、プログラム全体を終わらせます。関数の結果は `return` で"
            "返してください。",
        )
    if kind == "EOFError" and "EOF when reading" in text:
        return Text(
            en=". It waits for somebody to type (input()), but nobody is there when it is "
            "checked. Everything that it needs comes in its arguments.",
            ja="。input() はキー入力を待ちますが、確認のときには入力する人がいません。"
            "必要なものは、すべて引数で渡されます。",
        )
    if kind == "TypeError" and text.startswith(f"{name}() ") and "argument" in text:
        return Text(
            en=". Leave the names and the number of its parameters as they were handed out.",
            ja="。引数の名前と個数は、配布されたときのままにしてください。",
        )
    return None


def describe_place(error: dict[str, Any]) -> Text:
    """` (build.py, line 3: `x = 1`)`, as far as it is known."""
    where, line, code = (str(error.get(k) or "") for k in ("where", "line", "code"))
    if not where or line in ("", "0"):
        return Text(en="", ja="")
    tail = f": `{code}`" if code else ""
    return Text(en=f" ({where}, line {line}{tail})", ja=f" ({where} の {line} 行目{tail})")
