"""Reports to render: a good one, a poor one, one that was not checked through, and odd names."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

import pytest

from autograder.report import CheckResult, Report
from autograder.reports.class_stats import Tally
from autograder.reports.site import Site
from autograder.text import Text


def make_check(name: str, outcome: str = "passed", **fields: Any) -> CheckResult:
    """A check worth one point, with a message and a hint unless it passed."""
    points = 1.0 if outcome == "passed" else 0.0
    bad = outcome in ("failed", "error", "skipped")
    values: dict[str, Any] = {
        "task": "parameters",
        "title": Text(en=f"Title of {name}.", ja=f"{name} の題です。"),
        "points": points,
        "max_points": 1.0,
        "message": Text(en=f"Message of {name}.", ja=f"{name} の説明です。") if bad else EMPTY,
        "hint": Text(en=f"Hint of {name}.", ja=f"{name} のヒントです。") if bad else EMPTY,
    }
    return CheckResult(name=name, outcome=outcome, **{**values, **fields})


EMPTY = Text(en="", ja="")


def make_history(best: int = 9, epochs: int = 20) -> dict[str, list[float]]:
    """A training history whose validation loss is lowest at epoch `best`, counted from 1."""
    return {
        "loss": [0.5 * math.exp(-0.2 * e) + 0.02 for e in range(1, epochs + 1)],
        "val_loss": [0.09 + 0.002 * (e - best) ** 2 for e in range(1, epochs + 1)],
        "accuracy": [1 - 0.2 * math.exp(-0.2 * e) for e in range(1, epochs + 1)],
        "val_accuracy": [0.97 - 0.1 * math.exp(-0.3 * e) for e in range(1, epochs + 1)],
    }


def make_tally(reports: Iterable[Report], lang: str = "en") -> Tally:
    """What the class report keeps of these reports."""
    tally = Tally(lang)
    for one in reports:
        tally.add(one)
    return tally


def make_site(reports: Iterable[Report], out: Path, lang: str = "en") -> Path:
    """Writes all that `kata grade` writes about these reports; the path of index.html."""
    reports = list(reports)
    site = Site(out, lang, (one.student for one in reports))
    for one in reports:
        site.add(one)
    return site.finish()


@pytest.fixture
def tally() -> Callable[..., Tally]:
    return make_tally


@pytest.fixture
def write_site() -> Callable[..., Path]:
    return make_site


@pytest.fixture
def report() -> Callable[..., Report]:
    """Makes a report with one check of every outcome; keywords replace its fields."""

    def make(student: str = "hanako", assignment: str = "08_overfitting", **fields: Any) -> Report:
        values: dict[str, Any] = {
            "checks": (
                make_check("test_formula"),
                make_check("test_total", "failed", points=0.25),
                make_check("test_shape", "skipped"),
                make_check("test_train", "error", task="train"),
                make_check("reflection_curve", "manual", task="reflection_curve", max_points=2.0),
            ),
            "seconds": 12.3456,
        }
        return Report(student=student, assignment=assignment, **{**values, **fields})

    return make


@pytest.fixture
def check() -> Callable[..., CheckResult]:
    return make_check


@pytest.fixture
def history() -> Callable[..., dict[str, list[float]]]:
    return make_history
