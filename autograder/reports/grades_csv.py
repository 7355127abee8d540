"""`grades.csv`: one row a submission, for a spreadsheet."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Container, Iterable, Sequence
from pathlib import Path

from autograder.report import Report
from autograder.reports.files import write_atomic
from autograder.reports.names import one_line, visible
from autograder.reports.summary import in_order, points, why

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


def to_csv(reports: Iterable[Report], lang: str) -> str:
    """The table as text, CRLF line ends, as RFC 4180 wants. `why` and `notes` are in `lang`."""
    return table([COLUMNS, *(_row(report, lang) for report in in_order(reports))])


def _row(report: Report, lang: str) -> list[str]:
    checks = [check for check in report.checks if check.outcome != "manual"]
    return [
        visible(report.student),
        visible(report.assignment),
        points(report.score),
        points(report.max_score),
        points(report.manual_points),
        "true" if report.complete else "false",
        "true" if report.sandboxed else "false",
        str(sum(check.outcome == "passed" for check in checks)),
        str(len(checks)),
        f"{report.seconds:.1f}",
        why(report, lang),
        " / ".join(one_line(note[lang]) for note in report.notes),
    ]


def table(rows: Iterable[Sequence[str]], *, user_names: Container[int] = ()) -> str:
    """CSV text of rows of cells, none of which a spreadsheet will run as a formula.

    user_names: columns by which the receiver finds a user: `-taro` stays as it is there.
    """
    text = io.StringIO(newline="")
    writer = csv.writer(text, lineterminator="\r\n")
    for row in rows:
        writer.writerow(
            cell if i in user_names and _USER_NAME.fullmatch(cell) else harmless(cell)
            for i, cell in enumerate(row)
        )
    return text.getvalue()


def harmless(cell: str) -> str:
    """The cell, with an apostrophe in front where a spreadsheet would start a formula."""
    return "'" + cell if cell.lstrip(" \u3000").startswith(_FORMULA_STARTS) else cell


def write(reports: Iterable[Report], out: Path | str, lang: str) -> Path:
    """Writes `out/grades.csv` and says where. Raises `OutputError`.

    UTF-8 with a byte order mark: without it Excel garbles Japanese.
    """
    path = Path(out) / "grades.csv"
    write_atomic(path, to_csv(reports, lang).encode("utf-8-sig"))
    return path
