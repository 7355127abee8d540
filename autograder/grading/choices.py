"""Reads answers to multiple-choice questions, however a learner wrote the letters."""

from __future__ import annotations

import re
import unicodedata
from typing import Any

from autograder.grading._submission import Submission
from autograder.grading.verdict import NotDone, kind_of, wrong
from autograder.text import Text

_BETWEEN = re.compile(r"[\W_]+|\bAND\b|と")


def chosen(
    submission: Submission, name: str, allowed: str, *, several: bool = False
) -> frozenset[str]:
    """The letters that the learner's variable `name` holds.

    allowed: the letters on offer, such as `ABCD`.
    several: whether more than one letter may be chosen.
    `"b"`, `" B. "`, `["B"]`, and with `several` also `"AC"`, `"A, C"`, `{"A", "C"}`, are all read;
    full-width letters too. Raises `CheckFailed` where no such letter stands.
    """
    value = submission.value(name)
    found = _letters(value)
    if not found and (value is None or isinstance(value, str | list | tuple | dict)):
        raise NotDone(
            Text(
                en=f"`{name}` has no answer yet. Write {_wanted(allowed, several).en}.",
                ja=f"`{name}` にまだ答えがありません。{_wanted(allowed, several).ja.strip()} "
                "を書いてください。",
            )
        )
    strange = sorted(found - set(allowed))
    if not found or strange:
        what = repr(value) if isinstance(value, str | int | float | list) else kind_of(value)
        wrong(
            en=f"`{name}` should be {_wanted(allowed, several).en}, but it is {what[:60]}, which "
            "is none of the choices.",
            ja=f"`{name}` には{_wanted(allowed, several).ja}を書きますが、{what[:60]} に"
            "なっています。これは選択肢にありません。",
        )
    if len(found) > 1 and not several:
        wrong(
            en=f"`{name}` holds the letters {', '.join(sorted(found))}, but only one choice of "
            "this question is right. Decide on one letter.",
            ja=f"`{name}` に {', '.join(sorted(found))} が書かれていますが、この問題の正解は "
            "1 つだけです。1 つに決めてください。",
        )
    return frozenset(found)


def _letters(value: Any) -> set[str]:
    """Single letters where the value can be read so; whole words where it can't."""
    if isinstance(value, list | tuple):
        return set().union(*(_letters(part) for part in value))
    if not isinstance(value, str):
        nothing = value is None or (isinstance(value, dict) and not value)
        return set() if nothing else {str(value)}
    text = unicodedata.normalize("NFKC", value).upper()
    words = [word for word in _BETWEEN.split(text) if word]
    if len(words) == 1 and len(set(words[0])) == len(words[0]) and words[0].isascii():
        return set(words[0])  # "AC" are two letters; "maybe" turns out to hold no choices
    return set(words)


def _wanted(allowed: str, several: bool) -> Text:
    letters = ", ".join(allowed)
    if several:
        return Text(
            en=f'one or more of the letters {letters}, such as {{"{allowed[0]}"}}',
            ja=f' {letters} から 1 つ以上の文字 (例: {{"{allowed[0]}"}}) ',
        )
    return Text(
        en=f'one of the letters {letters}, in quotes, such as "{allowed[0]}"',
        ja=f' {letters} のどれか 1 文字を引用符で囲んだもの (例: "{allowed[0]}") ',
    )
