"""Reports in a terminal: one submission for its learner, a class for its instructor."""

from __future__ import annotations

import re
from collections.abc import Sequence

from rich.cells import cell_len, set_cell_size
from rich.console import Console
from rich.table import Table
from rich.text import Text as Line

from autograder.report import CheckResult, Outcome, Report
from autograder.reports import words
from autograder.reports.entries import Entry
from autograder.reports.names import one_line
from autograder.reports.summary import by_task, first_problem, hints, points
from autograder.text import Text
from autograder.visible import visible
from autograder.wrap import wrap

MAX_WIDTH = 80
MAX_NAME = 24
MAX_WHY_LINES = 3
TABLE_ROWS = 500
_STYLES: dict[Outcome, str] = {
    "passed": "green",
    "failed": "red",
    "error": "yellow",
    "skipped": "dim",
    "manual": "blue",
}
_PLAIN_SYMBOLS: dict[Outcome, str] = {
    "passed": "o",
    "failed": "x",
    "error": "?",
    "skipped": "-",
    "manual": "*",
}
_COLUMNS = (
    Text(en="Student", ja="学生"),
    Text(en="Assignment", ja="課題"),
    Text(en="Score", ja="得点"),
    Text(en="Why", ja="理由"),
)
_CODE = re.compile(r"`[^`]+`")


def show_report(report: Report, lang: str, console: Console | None = None) -> None:
    """Prints each check with its outcome in words, why, a hint, the points and the next step."""
    console = console or Console()
    width = min(console.width, MAX_WIDTH)
    _print(console, Line(one_line(report.assignment), style="bold"))
    for note in report.notes:
        _paragraph(console, note[lang], width, "  ")
    for task, checks in by_task(report).items():
        _print(console, Line(""))
        _print(console, Line(f"{one_line(task)}  {words.task_points(checks)}", style="bold"))
        _show_checks(checks, lang, width, console)
    _print(console, Line(""))
    _print(console, Line(words.score(report)[lang], style="bold"))
    _show_next_step(report, lang, width, console)


def show_next(report: Report, lang: str, console: Console | None = None) -> None:
    """Prints the points, and of all checks only the first to look at, with why and a hint."""
    console = console or Console()
    width = min(console.width, MAX_WIDTH)
    title = f"{one_line(report.assignment)}: {words.score(report)[lang]}"
    _print(console, Line(title, style="bold"))
    problem = first_problem(report)
    if problem is not None:
        _print(console, Line(""))
        _show_checks([problem], lang, width, console)
    _print(console, Line(""))
    _show_next_step(report, lang, width, console)


def _show_next_step(report: Report, lang: str, width: int, console: Console) -> None:
    problem = first_problem(report)
    label = words.NEXT[lang] if problem else ""
    _paragraph(console, label + words.next_step(report)[lang], width, "")
    if problem is not None and problem.hint[lang]:
        # The first hint stands above.
        number = one_line(report.assignment).partition("_")[0]
        command = f"kata hint {number} {one_line(problem.task)} 2"
        _paragraph(console, words.MORE_HINTS[lang] + command, width, "")


def _show_checks(checks: list[CheckResult], lang: str, width: int, console: Console) -> None:
    told = ""
    for check in checks:
        message = check.message[lang]
        # Several checks may wait for the same one: that is said once.
        again = check.outcome == "skipped" and message == told
        _show_check(check, "" if again else message, lang, width, console)
        told = message
    for hint in hints(checks, lang):
        _paragraph(console, words.HINT[lang] + hint, width, "    ")


def _show_check(check: CheckResult, message: str, lang: str, width: int, console: Console) -> None:
    label = f"  {_symbol(check.outcome, console)} {words.OUTCOMES[check.outcome][lang]}"
    score = f"  {words.task_points([check])}  "
    indent = cell_len(label + score)
    first, *rest = wrap(one_line(check.title[lang]), width - indent) or [""]
    _print(console, Line(label, style=_STYLES[check.outcome]) + Line(score) + _code(first))
    for line in rest:
        _print(console, Line(" " * indent) + _code(line))
    _paragraph(console, message, width, "    ")


def show_class(entries: Sequence[Entry], lang: str, console: Console | None = None) -> None:
    """Prints a table of student, assignment, score and the first reason for lost points."""
    console = console or Console()
    heads = [column[lang] for column in _COLUMNS]
    widths = [cell_len(head) for head in heads[:3]]
    for entry in entries:
        widths = [
            max(w, cell_len(c)) for w, c in zip(widths, _class_row(entry, console), strict=True)
        ]
    widths.append(max(console.width - sum(width + 2 for width in widths), MAX_NAME))
    # A table is laid out in memory as a whole, so a large class is printed in several.
    for first in range(0, max(len(entries), 1), TABLE_ROWS):
        table = Table(
            box=None,
            pad_edge=False,
            padding=(0, 2, 0, 0),
            header_style="bold",
            show_header=first == 0,
        )
        for head, width in zip(heads, widths, strict=True):
            table.add_column(Line(head), width=width, no_wrap=True)
        for entry in entries[first : first + TABLE_ROWS]:
            student, assignment, score = _class_row(entry, console)
            reason = _few_lines(wrap(entry.why, widths[-1]), widths[-1])
            style = _STYLES[entry.outcome]
            table.add_row(Line(student), Line(assignment), Line(score, style=style), _code(reason))
        console.print(table)
    _print(console, Line(""))
    for total in words.totals(entries):
        _paragraph(console, total[lang], min(console.width, MAX_WIDTH), "")


def _class_row(entry: Entry, console: Console) -> tuple[str, str, str]:
    score = f"{points(entry.score)}/{points(entry.max_score)}"
    mark = "" if entry.sandboxed else " UNSANDBOXED"
    return (
        _cut(visible(entry.student), MAX_NAME),
        _cut(visible(entry.assignment), MAX_NAME),
        f"{_symbol(entry.outcome, console)} {score}{mark}",
    )


def _few_lines(lines: list[str], width: int) -> str:
    if len(lines) > MAX_WHY_LINES:
        last = set_cell_size(lines[MAX_WHY_LINES - 1], width - 1).rstrip() + "…"
        lines = [*lines[: MAX_WHY_LINES - 1], last]
    return "\n".join(lines)


def _cut(text: str, width: int) -> str:
    return text if cell_len(text) <= width else set_cell_size(text, width - 1).rstrip() + "…"


def _symbol(outcome: Outcome, console: Console) -> str:
    """The symbol, or a plain letter where the terminal's encoding lacks it (Windows, cp932)."""
    try:
        "".join(words.SYMBOLS.values()).encode(console.encoding)
    except UnicodeEncodeError:
        return _PLAIN_SYMBOLS[outcome]
    return words.SYMBOLS[outcome]


def _paragraph(console: Console, text: str, width: int, indent: str) -> None:
    for line in wrap(visible(text, keep="\n").expandtabs(), width - len(indent)):
        _print(console, Line(indent) + _code(line))


def _code(text: str) -> Line:
    """The text with `code` coloured. A Rich Text, never a str: names must not work as markup."""
    line = Line(text)
    line.highlight_regex(_CODE, "cyan")
    return line


def _print(console: Console, line: Line) -> None:
    """Prints a line as it is: it is wrapped already, and a paste of it must not gain breaks."""
    console.print(line, soft_wrap=True)
