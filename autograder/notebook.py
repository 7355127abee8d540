"""`check("07_build", "parameters")`: a task's public checks, from a cell of the learner's notebook."""

from __future__ import annotations

import contextlib
import inspect
import io
import os
import sys
from pathlib import Path
from typing import Any

from autograder.course import catalogue, places
from autograder.course.catalogue import Assignment
from autograder.grading._submission import Submission
from autograder.grading.asking import run
from autograder.grading.session import InProcess
from autograder.student.printing import silenced
from autograder.text import Text
from autograder.wrap import wrap

WIDTH = 84
"""`nbgrader validate` cuts longer lines off."""


class NotYet(Exception):
    """A check did not pass; the text says why."""

    def _render_traceback_(self) -> list[str]:
        """What Jupyter and `nbgrader validate` show instead of a traceback."""
        return str(self).splitlines()


def check(assignment: str, task: str, *, lang: str = "en") -> None:
    """Runs the public checks of one task on what this notebook has defined so far.

    Nothing goes to stderr: for nbgrader, a warning there is a failure.
    Raises `NotYet` if one does not pass, so that nbgrader's Validate sees it too.
    """
    frame = inspect.currentframe()
    namespace: dict[str, Any] = frame.f_back.f_globals if frame and frame.f_back else {}
    found = catalogue.find(assignment)
    with silenced(), contextlib.redirect_stderr(io.StringIO()):
        submission = Submission(InProcess(None, namespace), seconds=found.seconds)
        verdicts = run([_public_checks(found)], submission, task=task).values()
    number = next(t.number for t in found.tasks if t.id == task)
    if not verdicts:
        later = Text(
            en=f"Task {number} has no check here; it is checked when you hand it in.",
            ja=f"課題 {number} は、ここでは確認しません。提出後に確認されます。",
        )
        print(later[lang])
        return
    lines = []
    for verdict in verdicts:
        mark = "✓" if verdict.outcome == "passed" else "✗"
        first, *more = wrap(f"{mark} {verdict.title[lang]}", WIDTH)
        lines += [_coloured(first, mark), *more]
        lines += [f"    {line}" for line in wrap(verdict.message[lang], WIDTH - 4)]
    if all(verdict.outcome == "passed" for verdict in verdicts):
        print("\n".join(lines))
        return
    how = Text(
        en=f"Task {number} is not right yet. Hints: kata hint {found.number} {number}",
        ja=f"課題 {number} はまだ正しくありません。ヒント: kata hint {found.number} {number}",
    )
    raise NotYet("\n".join([*lines, *wrap(how[lang], WIDTH)]))


def _coloured(line: str, mark: str) -> str:
    """The line in green or red where a person looks at it in Jupyter."""
    if "ipykernel" not in sys.modules or "NBGRADER_EXECUTION" in os.environ:
        return line
    return f"\x1b[{32 if mark == '✓' else 31}m{line}\x1b[0m"


def _public_checks(assignment: Assignment) -> Path:
    """The file that was handed out beside the notebook, or the kit's."""
    beside = Path.cwd() / f"test_{assignment.module}.py"
    return beside if beside.is_file() else places.public_checks(assignment)
