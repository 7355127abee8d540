"""Gradescope's `results.json`: what its autograder container hands back for one submission."""

from __future__ import annotations

from typing import Any

from autograder.report import CheckResult, Report
from autograder.reports import words
from autograder.reports.names import visible
from autograder.reports.summary import by_task


def to_gradescope(report: Report, lang: str) -> dict[str, Any]:
    """One submission as Gradescope reads it from `/autograder/results/results.json`.

    Texts are plain, never HTML. Reflections are left out: a person marks them there in a question
    of their own. Gradescope knows no "could not check", so such a check stands as failed, says
    why, and the whole submission carries a warning. Write it with `grades_json.dumps`.
    """
    numbered = [
        (f"{task}.{i}", check)
        for task, (_, checks) in enumerate(by_task(report).items(), start=1)
        for i, check in enumerate(checks, start=1)
        if check.outcome != "manual"
    ]
    warnings = [note[lang] for note in report.notes]
    if not report.sandboxed:
        warnings.insert(0, words.UNSANDBOXED[lang])
    if not report.complete:
        warnings.insert(0, words.INCOMPLETE[lang])
    return {
        "score": float(report.score),
        "execution_time": round(float(report.seconds), 3),
        "output": visible("\n".join([*warnings, words.next_step(report)[lang]]), keep="\n"),
        "output_format": "text",
        "test_output_format": "text",
        "test_name_format": "text",
        "visibility": "visible",
        "stdout_visibility": "hidden",
        "tests": [_test(number, check, lang) for number, check in numbered],
    }


def _test(number: str, check: CheckResult, lang: str) -> dict[str, Any]:
    lines = [check.message[lang], words.HINT[lang] + check.hint[lang] if check.hint[lang] else ""]
    if check.outcome in ("error", "skipped"):
        lines.insert(0, words.OUTCOMES[check.outcome][lang] + ":")
    return {
        "score": float(check.points),
        "max_score": float(check.max_points),
        "status": "passed" if check.outcome == "passed" else "failed",
        "name": visible(check.title[lang]),
        "number": number,
        "output": visible("\n".join(filter(None, lines)), keep="\n"),
        "visibility": "visible",
    }
