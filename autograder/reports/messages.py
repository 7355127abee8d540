"""All messages of a set of submissions on one page, for whoever writes and reviews them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from autograder.report import CheckResult, Report
from autograder.reports.html import render
from autograder.text import Text


@dataclass(frozen=True, kw_only=True)
class Case:
    """A submission that brings messages about."""

    label: str
    """Such as `no_biases.py`; unique within an assignment."""
    description: str
    code: str
    report: Report


@dataclass
class _Message:
    """One message, with the submissions that get it."""

    check: CheckResult
    cases: list[Case] = field(default_factory=list)


def messages_page(cases: Iterable[Case]) -> str:
    """The HTML page: by assignment and check, every different message, in both languages."""
    found: dict[str, dict[str, dict[Text, _Message]]] = {}
    notes: dict[str, dict[Text, list[Case]]] = {}
    for case in cases:
        name = case.report.assignment
        checks = found.setdefault(name, {})
        for check in case.report.checks:
            messages = checks.setdefault(check.name, {})
            if check.outcome in ("failed", "error", "skipped"):
                messages.setdefault(check.message, _Message(check)).cases.append(case)
        for note in case.report.notes:
            notes.setdefault(name, {}).setdefault(note, []).append(case)
    return render("messages.html", "en", assignments=_ordered(found), notes=notes)


def _ordered(found: dict[str, dict[str, dict[Text, _Message]]]) -> list[dict[str, Any]]:
    return [
        {
            "name": name,
            "checks": [
                {"name": check, "messages": list(messages.values())}
                for check, messages in checks.items()
                if messages
            ],
        }
        for name, checks in sorted(found.items())
    ]
