"""`grades.json`: every result of a class for programs, as `schema.json` beside this file says."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from importlib.metadata import version
from importlib.resources import files
from pathlib import Path
from typing import Any

from autograder.report import CheckResult, Report
from autograder.reports.files import write_atomic
from autograder.reports.names import encodable
from autograder.reports.summary import in_order

# Valid in JSON, but they would reorder or break what a person sees in an editor or terminal.
_MISLEADING = re.compile("[\x7f-\x9f\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff]")


def schema() -> dict[str, Any]:
    """The JSON Schema (2020-12) of `grades.json`; `$defs/result` is one submission's file."""
    text = (files("autograder.reports") / "schema.json").read_text(encoding="utf-8")
    return json.loads(text)


def to_dict(reports: Iterable[Report], lang: str) -> dict[str, Any]:
    """All results, sorted by student and assignment, with texts in one language."""
    return {
        "kit": version("neural-kata"),
        "lang": lang,
        "results": [result(report, lang) for report in in_order(reports)],
    }


def result(report: Report, lang: str) -> dict[str, Any]:
    """One submission. Marks that a person has yet to give are in `manual_points` only."""
    return {
        "student": encodable(report.student),
        "assignment": encodable(report.assignment),
        "score": float(report.score),
        "max_score": float(report.max_score),
        "manual_points": float(report.manual_points),
        "complete": report.complete,
        "sandboxed": report.sandboxed,
        "seconds": round(float(report.seconds), 3),
        "checks": [_check(check, lang) for check in report.checks],
        "notes": [encodable(note[lang]) for note in report.notes],
    }


def _check(check: CheckResult, lang: str) -> dict[str, Any]:
    return {
        "name": encodable(check.name),
        "task": encodable(check.task),
        "title": encodable(check.title[lang]),
        "outcome": check.outcome,
        "points": float(check.points),
        "max_points": float(check.max_points),
        "message": encodable(check.message[lang]),
        "hint": encodable(check.hint[lang]),
    }


def dumps(value: dict[str, Any]) -> str:
    """Readable JSON: Japanese as it is, misleading characters as `\\u` escapes.

    Raises ValueError for NaN or an infinity: JSON has neither, and a grade must not be one.
    """
    text = json.dumps(value, ensure_ascii=False, indent=1, allow_nan=False) + "\n"
    return _MISLEADING.sub(lambda m: f"\\u{ord(m[0]):04x}", text)


def write(reports: Iterable[Report], out: Path | str, lang: str) -> Path:
    """Writes `out/grades.json` and says where. Raises `OutputError`."""
    path = Path(out) / "grades.json"
    write_atomic(path, dumps(to_dict(reports, lang)))
    return path
