"""A learner's own `pytest`: the submission that lies beside the public checks."""

from __future__ import annotations

import contextlib
import os
from collections.abc import Iterator
from pathlib import Path

from autograder.course import catalogue, places
from autograder.grading._submission import Submission
from autograder.grading.files import UnreadableSubmission, read
from autograder.grading.session import InProcess


@contextlib.contextmanager
def beside(checks: Path) -> Iterator[Submission]:
    """The submission in the folder of the file `checks`, run in this process."""
    folder = checks.parent
    assignment = catalogue.find(folder.name)
    before = Path.cwd()
    try:
        work = read(folder, assignment, places.starters(assignment))
    except UnreadableSubmission as error:
        yield Submission(None, seconds=assignment.seconds, problem=error.text)
        return
    os.chdir(folder)  # where the learner's code reads and writes its files
    try:
        yield Submission(InProcess(work.program), seconds=assignment.seconds)
    finally:
        os.chdir(before)
