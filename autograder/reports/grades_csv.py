"""`grades.csv`: one row a submission, for a spreadsheet."""

from __future__ import annotations

import csv
import io
import itertools
import re
from collections.abc import Container, Iterable, Iterator, Sequence
from pathlib import Path

from autograder.reports.entries import Entry
from autograder.reports.files import write_stream
from autograder.reports.summary import points
from autograder.visible import visible

COLUMNS = (
    "student",
    "assignment",
    "score",
    "max_score",
    "manual_points",
    "complete",
    "sandboxed",
    "checks_passed",
    "checks",
    "seconds",
    "why",
    "notes",
)
"""English in both languages: other programs look the columns up by name."""

# The full-width forms are here because Excel in Japanese takes them for the plain ones.
_FORMULA_STARTS = tuple("=+-@\t\r\n＝＋－＠")
_USER_NAME = re.compile(r"[-@]?\w[\w.@]*")
"""Without an operator in it, it computes and calls nothing, whatever it starts with."""


def _row(entry: Entry) -> list[str]:
    return [
        visible(entry.student),
        visible(entry.assignment),
        points(entry.score),
        points(entry.max_score),
        points(entry.manual_points),
        "true" if entry.complete else "false",
        "true" if entry.sandboxed else "false",
        str(entry.passed),
        str(entry.checks),
        f"{entry.seconds:.1f}",
        entry.why,
        entry.notes,
    ]


def table(rows: Iterable[Sequence[str]], *, user_names: Container[int] = ()) -> str:
    """CSV text of rows of cells, none of which a spreadsheet will run as a formula.

    user_names: columns by which the receiver finds a user: `-taro` stays as it is there.
    """
    return "".join(_lines(rows, user_names))


def _lines(rows: Iterable[Sequence[str]], user_names: Container[int] = ()) -> Iterator[str]:
    """One row at a time, CRLF line ends, as RFC 4180 wants."""
    for row in rows:
        text = io.StringIO(newline="")
        csv.writer(text, lineterminator="\r\n").writerow(
            cell if i in user_names and _USER_NAME.fullmatch(cell) else harmless(cell)
            for i, cell in enumerate(row)
        )
        yield text.getvalue()


def harmless(cell: str) -> str:
    """The cell, with an apostrophe in front where a spreadsheet would start a formula."""
    return "'" + cell if cell.lstrip(" \u3000").startswith(_FORMULA_STARTS) else cell


def write(entries: Iterable[Entry], out: Path | str) -> Path:
    """Writes `out/grades.csv` and says where. Raises `OutputError`.

    UTF-8 with a byte order mark: without it Excel garbles Japanese.
    """
    path = Path(out) / "grades.csv"
    rows = itertools.chain([COLUMNS], map(_row, entries))
    write_stream(path, itertools.chain(["\ufeff"], _lines(rows)))
    return path
