"""Reads a TOML file key by key, so that every mistake in it is named by file and key."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

from autograder.text import LANGUAGES, Text
from autograder.trouble import Trouble


class BadToml(Trouble):
    """A file that does not say what it should."""


class Table:
    """One table of a TOML file, and where it stands in it."""

    def __init__(self, values: dict[str, Any], path: Path, place: str = ""):
        self._left = dict(values)
        self._path = path
        self._place = place

    @classmethod
    def read(cls, path: Path) -> Table:
        """Raises `BadToml` where the file can't be read, or is no TOML."""
        try:
            return cls(tomllib.loads(path.read_text(encoding="utf-8")), path)
        except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
            raise cls({}, path).wrong("", str(error)) from error
        except OSError as error:
            raise cls({}, path).wrong("", error.strerror or str(error)) from error

    def wrong(self, key: str, why: str) -> BadToml:
        """The error to raise: this file, this key, and why."""
        place = f"{self._place}{key}"
        where = f"{self._path.name}: {place}" if place else self._path.name
        return BadToml(
            Text(
                en=f"{where}: {why}",
                ja=f"{where} に誤りがあります ({why})",
            )
        )

    def _take(self, key: str, kind: type | tuple[type, ...], wanted: str) -> Any:
        if key not in self._left:
            raise self.wrong(key, "is missing")
        value = self._left.pop(key)
        if not isinstance(value, kind) or (isinstance(value, bool) and kind is not bool):
            raise self.wrong(key, f"is to be {wanted}, not {value!r}")
        return value

    def string(self, key: str) -> str:
        value = self._take(key, str, "a string")
        if not value.strip():
            raise self.wrong(key, "is empty")
        return value

    def number(self, key: str) -> float:
        """A number above 0."""
        value = self._take(key, (int, float), "a number")
        if not 0 < value < float("inf"):
            raise self.wrong(key, f"is to be above 0, not {value!r}")
        return value

    def truth(self, key: str) -> bool:
        return self._take(key, bool, "true or false")

    def text(self, key: str) -> Text:
        """`{en = "...", ja = "..."}`, neither of them empty."""
        value = self._take(key, dict, '{en = "...", ja = "..."}')
        return Table(value, self._path, f"{self._place}{key}.")._as_text()

    def texts(self, key: str) -> tuple[Text, ...]:
        return tuple(table._as_text() for table in self.tables(key))

    def _as_text(self) -> Text:
        text = Text(**{lang: self.string(lang) for lang in LANGUAGES})
        self.finish()
        return text

    def tables(self, key: str, least: int = 1) -> list[Table]:
        """The tables of a list; `least` of 0 lets the key be left out."""
        if least == 0 and key not in self._left:
            return []
        values = self._take(key, list, "a list of tables")
        if len(values) < least:
            raise self.wrong(key, "is empty")
        for i, value in enumerate(values):
            if not isinstance(value, dict):
                raise self.wrong(f"{key}[{i}]", f"is to be a table, not {value!r}")
        return [Table(v, self._path, f"{self._place}{key}[{i}].") for i, v in enumerate(values)]

    def finish(self) -> None:
        """Raises `BadToml` for a key that nobody asked for: most likely a slip of the pen."""
        for key in self._left:
            raise self.wrong(key, "there is no such key")
