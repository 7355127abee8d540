"""GitHub Classroom: the JSON that a grader hands to `autograding-grading-reporter`."""

from __future__ import annotations

import base64
import json
from typing import Any

from autograder.report import CheckResult, Report
from autograder.reports import words
from autograder.visible import visible


def to_github_classroom(report: Report, lang: str) -> dict[str, Any]:
    """One submission, in the form of Classroom's own command grader: one test a check.

    The reporter adds up the tests' scores, and fails the run unless `status` is "pass".
    Reflections are left out: a person marks them. The report has to be complete: Classroom knows no
    "could not check", and a test with status "error" counts as none of its points.
    """
    if not report.complete:
        raise ValueError("what could not be checked has no score")
    checks = [check for check in report.checks if check.outcome != "manual"]
    passed = all(check.outcome == "passed" for check in checks)
    return {
        "version": 1,
        "status": "pass" if passed else "fail",
        "max_score": float(report.max_score),
        "tests": [_test(check, lang) for check in checks],
    }


def encoded(result: dict[str, Any]) -> str:
    """The result as a step's output: base64 of JSON, on one line."""
    return base64.b64encode(json.dumps(result, allow_nan=False).encode()).decode()


def _test(check: CheckResult, lang: str) -> dict[str, Any]:
    message = check.message[lang]
    if check.outcome == "skipped":
        message = f"{words.OUTCOMES['skipped'][lang]}: {message}"
    return {
        "name": visible(check.title[lang]),
        "status": "pass" if check.outcome == "passed" else "fail",
        "score": float(check.points),
        "message": visible(message, keep="\n"),
        "test_code": "",
        "filename": "",
        "line_no": 0,
        "duration": round(check.seconds * 1000),
    }
