"""A learner checks their own work, on their own machine and in this process."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from pathlib import Path

from autograder.course import catalogue, places
from autograder.course.catalogue import Assignment
from autograder.grading._submission import Submission
from autograder.grading.files import is_starter, read
from autograder.grading.gather import UnreadableSubmission
from autograder.grading.grade import grade
from autograder.grading.session import InProcess, work_folder
from autograder.grading.suite import checks
from autograder.report import Report
from autograder.text import LANGUAGES, Text
from autograder.trouble import Trouble


@contextlib.contextmanager
def beside(file: Path) -> Iterator[Submission]:
    """The submission in the folder of `file`, the public checks: for a plain `pytest`."""
    folder = file.parent
    assignment = catalogue.find(folder.name)
    try:
        work = read(folder, assignment, places.starters(assignment))
    except UnreadableSubmission as error:
        yield Submission(None, seconds=assignment.seconds, problem=error.text)
        return
    with work_folder():
        session = InProcess(work.program)
        session.load()
        yield Submission(session, seconds=assignment.seconds)


def self_check(name: str, path: Path | None, lang: str, task: str | None = None) -> Report:
    """Public and hidden checks of one assignment on one's own work.

    path: a notebook, a module, a zip or a folder; None takes what lies in `assignments/`.
    task: id of the one task to check; None checks all.
    Raises `Trouble` for an unknown assignment or a path that holds no submission.
    """
    assignment = catalogue.find(name)
    place = path if path is not None else own_folder(assignment, lang)
    place = place.resolve()
    starters = places.starters(assignment)
    read(place, assignment, starters)  # what can't be read is wrong use here, not a grade
    return grade(place, assignment, checks(assignment), student="", starters=starters, task=task)


def own_folder(assignment: Assignment, lang: str) -> Path:
    """Where the learner has worked: the English or the Japanese folder of the assignment.

    Raises `Trouble` if both were worked on.
    """
    kit = places.root()
    folders = {code: places.assignment_folder(kit, assignment, code) for code in LANGUAGES}
    starters = places.starters(assignment)
    touched = {
        code: folder
        for code, folder in folders.items()
        if folder.is_dir() and not is_starter(folder, assignment, starters)
    }
    if len(touched) > 1:
        en, ja = (folder.relative_to(kit) for folder in touched.values())
        raise Trouble(
            Text(
                en=f"Both {en} and {ja} are filled in. Which one is to be checked? Name it: "
                f"kata check {assignment.number} FOLDER",
                ja=f"{en} と {ja} の両方に書き込みがあります。どちらを確認しますか。"
                f"次のように指定してください: kata check {assignment.number} フォルダ名",
            )
        )
    japanese = folders["ja"].is_dir() and (lang == "ja" or not folders["en"].is_dir())
    return next(iter(touched.values()), folders["ja" if japanese else "en"])
