"""Feedback as text, in the assignment's language."""

from __future__ import annotations

from autograder.report import CheckResult, Report
from autograder.text import Text
from autograder.wrap import wrap

WIDTH = 96
"""Of a line, in cells: what a feedback page shows without scrolling sideways."""
MARKS = {"passed": "✓", "failed": "✗", "error": "?", "skipped": "–", "manual": "…"}
HINT = Text(en="Hint: ", ja="ヒント: ")
NOT_CHECKED = Text(
    en="Could not be checked; a person will look at it.",
    ja="確認できませんでした。人が確認します。",
)


def as_module(name: str) -> Text:
    """Above the code of a module."""
    return Text(en=f"Handed in as a module: {name}.", ja=f"モジュールとして提出されました: {name}")


def put_back(name: str) -> Text:
    """Above a graded cell that the submission did not have any more."""
    return Text(
        en=f"The cell `{name}` was missing; it was put back.",
        ja=f"セル `{name}` がなかったので、元に戻しました。",
    )


def feedback(report: Report | None, checks: list[CheckResult], lang: str) -> str:
    """One block for each check: outcome, title, why, a hint; with `report`, its notes first."""
    lines = [line for note in report.notes for line in wrap(note[lang], WIDTH)] if report else []
    hints: list[str] = []
    for check in checks:
        got = f"{check.points:g}/{check.max_points:g}"
        lines += wrap(f"{MARKS[check.outcome]} {check.title[lang]} ({got})", WIDTH)
        if check.outcome == "error":
            lines.append(f"    {NOT_CHECKED[lang]}")
        lines += [f"    {line}" for line in wrap(check.message[lang], WIDTH - 4)]
        if check.hint[lang] and check.hint[lang] not in hints:
            hints.append(check.hint[lang])
    for hint in hints:
        lines += wrap(HINT[lang] + hint, WIDTH)
    return "\n".join(lines) + "\n"


def summary(report: Report) -> str:
    """One line for the log."""
    state = "" if report.complete else ", some checks could not be carried out"
    return f"{report.score:g} of {report.max_score:g}{state} ({report.seconds:.1f} s)"
