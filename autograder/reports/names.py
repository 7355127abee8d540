"""Names and texts from submissions, made safe to show and to use as folder names."""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections.abc import Iterable

from autograder.visible import escape, is_hidden, visible

_UNSAFE = frozenset('/\\:*?"<>|%~')
_RESERVED = re.compile(r"(?i)(con|prn|aux|nul|com\d|lpt\d)(\.|$)")
_OUR_FILES = re.compile(r"(?i)\.(?=(html|json|csv|xml|tmp)$)")
MAX_FOLDER_BYTES = 120


def encodable(text: str) -> str:
    """The text with lone surrogates written as escapes, so that UTF-8 can hold it."""
    return "".join(escape(c) if unicodedata.category(c) == "Cs" else c for c in text)


def one_line(text: str) -> str:
    """The text on one line: runs of white space become one space, hidden characters escapes."""
    return visible(" ".join(text.split()))


def shorten(text: str, length: int) -> str:
    """At most `length` characters, the cut marked by an ellipsis."""
    return text if len(text) <= length else text[: length - 1] + "…"


def folder_name(name: str) -> str:
    """A file or folder name for `name` that is safe on every common system; no two names share one.

    Ordinary characters, Japanese too, stay as they are. What could climb out of the folder, hide,
    hit a file of the report itself (`index.html`) or be refused by a file system is
    percent-encoded. Long names are cut and end in a hash.
    """
    encoded = "".join(_percent(c) if _is_unsafe(c) else c for c in name)
    if encoded.startswith(".") or _RESERVED.match(encoded):
        encoded = _percent(encoded[0]) + encoded[1:]
    encoded = _OUR_FILES.sub("%2E", encoded)
    if encoded.endswith((".", " ")):
        encoded = encoded[:-1] + _percent(encoded[-1])
    if not encoded:
        return "%"
    raw = encoded.encode()
    if len(raw) > MAX_FOLDER_BYTES:
        return raw[:MAX_FOLDER_BYTES].decode(errors="ignore") + "~" + _digest(name)
    return encoded


def folder_names(names: Iterable[str]) -> dict[str, str]:
    """Folder names for all of a class: different even where upper and lower case are one.

    Of names that differ only in case or Unicode form, the first in order keeps its plain folder
    and the others end in a hash, so that the report survives a copy to Windows or macOS.
    """
    taken: set[str] = set()
    folders = {}
    for name in sorted(set(names)):
        folder = folder_name(name)
        if _folded(folder) in taken:
            folder += "~" + _digest(name)
        taken.add(_folded(folder))
        folders[name] = folder
    return folders


def _is_unsafe(char: str) -> bool:
    return char in _UNSAFE or is_hidden(char)


def _percent(char: str) -> str:
    data = char.encode("utf-8", "surrogatepass")
    if 0xDC80 <= ord(char) <= 0xDCFF:
        data = bytes([ord(char) - 0xDC00])
    return "".join(f"%{byte:02X}" for byte in data)


def _folded(name: str) -> str:
    return unicodedata.normalize("NFC", unicodedata.normalize("NFC", name).casefold())


def _digest(name: str) -> str:
    return hashlib.sha256(name.encode("utf-8", "surrogatepass")).hexdigest()[:12]
