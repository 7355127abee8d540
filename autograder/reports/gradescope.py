"""Gradescope's `results.json`: what its autograder container hands back for one submission."""

from __future__ import annotations

from typing import Any

from autograder.report import CheckResult, Report
from autograder.reports import words
from autograder.reports.lms import not_final
from autograder.reports.summary import by_task
from autograder.text import Text
from autograder.visible import visible

NOT_GRADED = Text(
    en="This submission has not been graded. That is no fault of yours and no zero. Your instructor "
    "will see to it; you need not do anything.",
    ja="この提出物はまだ採点されていません。あなたの責任ではなく、0 点でもありません。担当の先生が"
    "対応しますので、何もする必要はありません。",
)


def to_gradescope(report: Report, lang: str) -> dict[str, Any]:
    """One submission as Gradescope reads it from `/autograder/results/results.json`.

    Texts are plain, never HTML. Reflections are left out: a person marks them there in a question
    of their own. Where the score is not final (a check could not be carried out, or there was no
    sandbox) there is no number in it at all: Gradescope knows no "could not check", and would count
    a check without a score as none of its points. Write it with `grades_json.dumps`.
    """
    final = not_final(report) is None
    numbered = [
        (f"{task}.{i}", check)
        for task, (_, checks) in enumerate(by_task(report).items(), start=1)
        for i, check in enumerate(checks, start=1)
        if check.outcome != "manual"
    ]
    output = [note[lang] for note in report.notes]
    if not report.sandboxed:
        output.insert(0, words.UNSANDBOXED[lang])
    if not report.complete:
        output.insert(0, words.INCOMPLETE[lang])  # the tests below say why
    if final:
        output.append(words.next_step(report)[lang])
    score = {"score": float(report.score)} if final else {}
    return {
        **score,
        "execution_time": round(float(report.seconds), 3),
        **_texts("\n".join(output)),
        "tests": [_test(number, check, lang, final) for number, check in numbered],
    }


def not_graded(lang: str) -> dict[str, Any]:
    """Results without a score and without tests, for what the kit or the machine failed to grade.

    Why it failed is for the instructor and stands on standard output, which students don't see.
    """
    return _texts(NOT_GRADED[lang])


def _texts(output: str) -> dict[str, Any]:
    return {
        "output": visible(output, keep="\n"),
        "output_format": "text",
        "test_output_format": "text",
        "test_name_format": "text",
        "visibility": "visible",
        "stdout_visibility": "hidden",
    }


def _test(number: str, check: CheckResult, lang: str, final: bool) -> dict[str, Any]:
    lines = [check.message[lang], words.HINT[lang] + check.hint[lang] if check.hint[lang] else ""]
    if check.outcome in ("error", "skipped"):
        lines.insert(0, words.OUTCOMES[check.outcome][lang] + ":")
    points = {"score": float(check.points), "max_score": float(check.max_points)}
    return {
        **(points if final else {}),
        "status": "passed" if check.outcome == "passed" else "failed",
        "name": visible(check.title[lang]),
        "number": number,
        "output": visible("\n".join(filter(None, lines)), keep="\n"),
        "visibility": "visible",
    }
