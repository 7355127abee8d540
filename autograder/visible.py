"""Names and texts of strangers, made safe to show anywhere: in a terminal, a page, a table."""

from __future__ import annotations

import unicodedata

_ESCAPES = {"\n": "\\n", "\r": "\\r", "\t": "\\t"}
_JOINERS = "\u200c\u200d"  # invisible, but Persian, Indic scripts and emoji need them
_HIDDEN = frozenset({"Cc", "Cf", "Cs", "Zl", "Zp"})


def visible(text: str, *, keep: str = "") -> str:
    """The text with every character that hides, moves or reorders text written as an escape.

    Control characters, bidirectional overrides, line separators, lone surrogates and code points
    that are no characters become `\\x1b`, `\\u202e` and the like, so that a name cannot fake
    another name or drive a terminal.
    keep: characters to leave alone, such as "\\n" in a message of several lines.
    """
    if text.isprintable():  # nearly every text, and quick to tell; nothing hidden is printable
        return text
    return "".join(escape(c) if is_hidden(c) and c not in keep + _JOINERS else c for c in text)


def is_hidden(char: str) -> bool:
    """Whether a character hides, moves or reorders text."""
    # U+FFFE and U+FFFF (and their like in each plane) are no characters: XML refuses them.
    return unicodedata.category(char) in _HIDDEN or ord(char) & 0xFFFE == 0xFFFE


def escape(char: str) -> str:
    """The character as Python would write it in a string."""
    code = ord(char)
    if char in _ESCAPES:
        return _ESCAPES[char]
    if 0xDC80 <= code <= 0xDCFF:  # a byte of a file name that is not UTF-8
        return f"\\x{code - 0xDC00:02x}"
    if code <= 0xFF:
        return f"\\x{code:02x}"
    return f"\\u{code:04x}" if code <= 0xFFFF else f"\\U{code:08x}"
