"""Keeps one language of a code cell: its comments, docstrings and marked lines."""

from __future__ import annotations

import re
from collections.abc import Iterator

_TEXT = re.compile(r"(?P<before>\s*(?:#\s*)?)(?P<lang>en|ja):(?: (?P<text>.*)|\s*)")
"""A comment or a line of a docstring: `# en: …`, `en: …`."""
_CODE = re.compile(r"(?P<code>.*\S)\s\s+# (?P<lang>en|ja)\s*")
"""A line of code: `print("…")  # en`."""


def keep(code: str, lang: str) -> str:
    """The code with the lines of `lang`, their marker removed, and without the other language's."""
    return "\n".join(line for of, line in _lines(code) if of in (None, lang))


def used(code: str) -> set[str]:
    """The languages that have lines of their own in the code."""
    return {of for of, _ in _lines(code) if of is not None}


def _lines(code: str) -> Iterator[tuple[str | None, str]]:
    for line in code.split("\n"):
        if text := _TEXT.fullmatch(line):
            yield text["lang"], (text["before"] + (text["text"] or "")).rstrip()
        elif marked := _CODE.fullmatch(line):
            yield marked["lang"], marked["code"]
        else:
            yield None, line
