"""Lines of a given width in terminal cells, for English and Japanese."""

from __future__ import annotations

import re
import shutil

from rich.cells import cell_len, chop_cells

# A line may break before or after any wide character, but not before a closing mark nor after an
# opening one (kinsoku); elsewhere only at a space.
_CLOSING = "、。，．・：；？！」』）］｝】〉》ーぁぃぅぇぉっゃゅょァィゥェォッャュョ,.:;?!)]}”’…"
_OPENING = "「『（［｛【〈《“‘(["
_WIDE = "\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff01-\uff60\uffe0-\uffe6"
_PIECE = re.compile(
    rf"\s+|[{re.escape(_OPENING)}]*(?:[{_WIDE}]|[^\s{_WIDE}]+)[{re.escape(_CLOSING)}]*"
)

WIDTH = 80
"""Columns that a line has at most."""


def terminal_width() -> int:
    """Columns of the terminal, at most 80; 80 where output is none."""
    return min(shutil.get_terminal_size((WIDTH, 24)).columns, WIDTH)


def wrap(text: str, width: int, *, chop: bool = True) -> list[str]:
    """The text in lines of at most `width` cells (a Japanese character takes two).

    Line breaks in the text stay; an empty text gives no line.
    chop: False leaves a word that is wider than a line whole, so that a path can be copied.
    """
    return [line for part in text.splitlines() for line in _wrap_line(part, width, chop)]


def _wrap_line(text: str, width: int, chop: bool) -> list[str]:
    indent = re.match(r"\s*", text)[0]  # type: ignore[index]  # this pattern always matches
    lines = [indent]
    space = ""
    for piece in _PIECE.findall(text[len(indent) :]):
        if piece.isspace():
            space = piece
            continue
        if cell_len(lines[-1] + space + piece) > width and lines[-1].strip():
            lines.append("")
            space = ""
        line = lines[-1] + space + piece
        lines[-1:] = chop_cells(line, width) if chop else [line]
        space = ""
    return lines
