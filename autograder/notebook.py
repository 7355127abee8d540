"""`check("07_build", "parameters")`: a task's public checks, from a cell of the learner's notebook."""

from __future__ import annotations

import inspect
from typing import Any

from autograder.course import catalogue, places
from autograder.grading._submission import Submission
from autograder.grading.asking import run
from autograder.grading.session import InProcess
from autograder.text import Text


class NotYet(Exception):
    """A check did not pass; the message above says why."""

    def _render_traceback_(self) -> list[str]:
        """What Jupyter shows instead of a traceback."""
        return [str(self)]


def check(assignment: str, task: str, *, lang: str = "en") -> None:
    """Runs the public checks of one task on what this notebook has defined so far.

    Raises `NotYet` if one does not pass, so that nbgrader's validation sees it too.
    """
    frame = inspect.currentframe()
    namespace: dict[str, Any] = frame.f_back.f_globals if frame and frame.f_back else {}
    found = catalogue.find(assignment)
    submission = Submission(InProcess(None, namespace), seconds=found.seconds)
    verdicts = run([places.public_checks(found)], submission, task=task)
    lines = []
    passed = True
    for verdict in verdicts.values():
        good = verdict.outcome == "passed"
        passed = passed and good
        lines.append(f"{'✓' if good else '✗'} {verdict.title[lang]}")
        if not good:
            lines.append(f"    {verdict.message[lang]}")
    print("\n".join(lines))
    if not passed:
        number = next(t.number for t in found.tasks if t.id == task)
        raise NotYet(
            Text(
                en=f"Task {number} is not right yet. Hints: kata hint {found.name[:2]} {number}",
                ja=f"課題 {number} はまだ正しくありません。ヒント: kata hint {found.name[:2]} {number}",
            )[lang]
        )
