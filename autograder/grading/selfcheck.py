"""A learner's own `pytest`: the submission that lies beside the public checks."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from pathlib import Path

from autograder.course import catalogue, places
from autograder.grading._submission import Submission
from autograder.grading.files import read
from autograder.grading.gather import UnreadableSubmission
from autograder.grading.session import InProcess, work_folder


@contextlib.contextmanager
def beside(checks: Path) -> Iterator[Submission]:
    """The submission in the folder of the file `checks`, run in this process."""
    folder = checks.parent
    assignment = catalogue.find(folder.name)
    try:
        work = read(folder, assignment, places.starters(assignment))
    except UnreadableSubmission as error:
        yield Submission(None, seconds=assignment.seconds, problem=error.text)
        return
    with work_folder():
        yield Submission(InProcess(work.program), seconds=assignment.seconds)
