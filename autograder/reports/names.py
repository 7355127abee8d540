"""Names and texts from submissions, made safe to show and to use as folder names."""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections.abc import Iterable

_ESCAPES = {"\n": "\\n", "\r": "\\r", "\t": "\\t"}
_JOINERS = "\u200c\u200d"  # invisible, but Persian, Indic scripts and emoji need them
_HIDDEN = frozenset({"Cc", "Cf", "Cs", "Zl", "Zp"})
_UNSAFE = frozenset('/\\:*?"<>|%~')
_RESERVED = re.compile(r"(?i)(con|prn|aux|nul|com\d|lpt\d)(\.|$)")
_OUR_FILES = re.compile(r"(?i)\.(?=(html|json|csv|xml|tmp)$)")
MAX_FOLDER_BYTES = 120


def visible(text: str, *, keep: str = "") -> str:
    """The text with every character that hides, moves or reorders text written as an escape.

    Control characters, bidirectional overrides, line separators, lone surrogates and code points
    that are no characters become
    `\\x1b`, `\\u202e` and the like, so that a name cannot fake another name or drive a terminal.
    keep: characters to leave alone, such as "\\n" in a message of several lines.
    """
    return "".join(_escape(c) if _is_hidden(c) and c not in keep + _JOINERS else c for c in text)


def _is_hidden(char: str) -> bool:
    # U+FFFE and U+FFFF (and their like in each plane) are no characters: XML refuses them.
    return unicodedata.category(char) in _HIDDEN or ord(char) & 0xFFFE == 0xFFFE


def _escape(char: str) -> str:
    code = ord(char)
    if char in _ESCAPES:
        return _ESCAPES[char]
    if 0xDC80 <= code <= 0xDCFF:  # a byte of a file name that is not UTF-8
        return f"\\x{code - 0xDC00:02x}"
    if code <= 0xFF:
        return f"\\x{code:02x}"
    return f"\\u{code:04x}" if code <= 0xFFFF else f"\\U{code:08x}"


def encodable(text: str) -> str:
    """The text with lone surrogates written as escapes, so that UTF-8 can hold it."""
    return "".join(_escape(c) if unicodedata.category(c) == "Cs" else c for c in text)


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
    return char in _UNSAFE or _is_hidden(char)


def _percent(char: str) -> str:
    data = char.encode("utf-8", "surrogatepass")
    if 0xDC80 <= ord(char) <= 0xDCFF:
        data = bytes([ord(char) - 0xDC00])
    return "".join(f"%{byte:02X}" for byte in data)


def _folded(name: str) -> str:
    return unicodedata.normalize("NFC", unicodedata.normalize("NFC", name).casefold())


def _digest(name: str) -> str:
    return hashlib.sha256(name.encode("utf-8", "surrogatepass")).hexdigest()[:12]
