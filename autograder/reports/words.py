"""The words and symbols that every report uses, in both languages."""

from __future__ import annotations

from collections.abc import Sequence

from autograder.report import CheckResult, Outcome, Report
from autograder.reports.entries import Entry
from autograder.reports.names import one_line
from autograder.reports.summary import first_problem, points
from autograder.text import Text

OUTCOMES: dict[Outcome, Text] = {
    "passed": Text(en="passed", ja="合格"),
    "failed": Text(en="not yet", ja="要修正"),
    "error": Text(en="could not check", ja="確認不可"),
    "skipped": Text(en="skipped", ja="保留"),
    "manual": Text(en="marked by hand", ja="採点待ち"),
}
SYMBOLS: dict[Outcome, str] = {
    "passed": "✓",
    "failed": "✗",
    "error": "?",
    "skipped": "–",
    "manual": "✎",
}
HINT = Text(en="Hint: ", ja="ヒント: ")
MORE_HINTS = Text(en="More hints: ", ja="もっと詳しいヒント: ")
NEXT = Text(en="Next: ", ja="次に: ")
UNSANDBOXED = Text(
    en="UNSANDBOXED: run without the sandbox. Not an official grade.",
    ja="UNSANDBOXED: サンドボックスなしで実行しました。正式な成績ではありません。",
)
INCOMPLETE = Text(
    en="Some checks could not be carried out: the score is not final, and a person has to look.",
    ja="確認できない項目がありました。得点は確定していません。人が見る必要があります。",
)


def score(report: Report) -> Text:
    """The score in words, with the points that a person has yet to give."""
    got, most = points(report.score), points(report.max_score)
    text = Text(en=f"{got} of {most} points", ja=f"{most} 点中 {got} 点")
    if report.manual_points:
        by_hand = points(report.manual_points)
        text += Text(en=f" (+ {by_hand} marked by hand)", ja=f" (ほかに採点待ち {by_hand} 点)")
    return text


def task_points(checks: Sequence[CheckResult]) -> str:
    """Points of a task's checks, such as 1/2; -/2 where a person has yet to give them."""
    by_hand = all(check.outcome == "manual" for check in checks)
    got = "-" if by_hand else points(sum(check.points for check in checks))
    return f"{got}/{points(sum(check.max_points for check in checks))}"


def next_step(report: Report) -> Text:
    """What the learner should do now, in a sentence."""
    check = first_problem(report)
    if check is not None and check.outcome == "error":
        return Text(
            en="Some checks could not be carried out. Read why, then check again.",
            ja="確認できなかった項目があります。理由を読んで、もう一度確認してください。",
        )
    if check is not None:
        en, ja = one_line(check.title.en).rstrip("."), one_line(check.title.ja).rstrip("。")
        return Text(
            en=f"Work on “{en}” first, then check again.",
            ja=f"まず「{ja}」に取り組んで、もう一度確認してください。",
        )
    if report.manual_points:
        return Text(
            en="All checks passed. A person marks your written answers.",
            ja="すべての確認に合格しました。記述の解答は人が採点します。",
        )
    return Text(
        en="All checks passed. Well done!", ja="すべての確認に合格しました。よくできました。"
    )


def totals(entries: Sequence[Entry]) -> list[Text]:
    """What to know about a class in a line or more: how many, and what a person must look at."""
    count = len(entries)
    students = len({entry.student for entry in entries})
    lines = [
        Text(
            en=f"{_count(count, 'submission')} of {_count(students, 'student')}.",
            ja=f"学生 {students} 人の提出 {count} 件。",
        )
    ]
    if unknown := sum(not entry.complete for entry in entries):
        lines.append(
            Text(
                en=f"{_count(unknown, 'submission')} could not be checked through. "
                "Scores marked “?” are not final.",
                ja=f"{unknown} 件は確認できない項目がありました。「?」の得点は確定していません。",
            )
        )
    if unsafe := sum(not entry.sandboxed for entry in entries):
        lines.append(Text(en=f"{_count(unsafe, 'submission')} ", ja=f"{unsafe} 件: ") + UNSANDBOXED)
    return lines


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}" + ("" if number == 1 else "s")
