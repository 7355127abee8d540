"""Where nbgrader's converter reads a submission: nothing that it holds may stop the batch."""

from __future__ import annotations

import json
import shutil
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from nbconvert.exporters import NotebookExporter

from autograder.course import catalogue
from autograder.course.catalogue import Assignment, UnknownAssignment
from autograder.gradebook.cells import tidy

GRADED = "kata_graded"
"""Notebook metadata of what has been graded to the end."""


@dataclass(frozen=True)
class Handed:
    """A submission of one of the kit's assignments."""

    student: str
    assignment: Assignment
    folder: Path
    """As it was handed in: `submitted/<student>/<assignment>`."""


def kits(assignment: str, notebook: str) -> Assignment | None:
    """The kit's assignment that nbgrader names so; None for an instructor's own."""
    try:
        found = catalogue.find(assignment)
    except UnknownAssignment:
        return None
    return found if (assignment, notebook) == (found.name, found.module) else None


class SubmissionReader(NotebookExporter):
    """Reads the submissions of the kit's assignments; leaves all others to nbgrader.

    Tells the preprocessors after it by `resources["kata"]` whose submission it is, a `Handed`.
    """

    parent: Any
    """The converter, which knows the course's folders."""

    def __init__(self, **kwargs: Any):
        super().__init__(**kwargs)
        for folder in getattr(self.parent, "assignments", ()):
            self._forget_unfinished(Path(folder))

    def _forget_unfinished(self, submitted: Path) -> None:
        """Removes what an `autograde` that was killed left: nbgrader would take it for done."""
        student, assignment = submitted.parent.name, submitted.name
        course = self.parent.coursedir
        done = Path(course.format_path(course.autograded_directory, student, assignment))
        module = next(
            (a.module for a in catalogue.assignments().values() if a.name == assignment), None
        )
        if module is not None and done.is_dir() and not _finished(done / f"{module}.ipynb"):
            self.log.warning("Grading of %s was cut off; it is done again", done)
            shutil.rmtree(done)

    def from_file(
        self, file_stream: Any, resources: dict[str, Any] | None = None, **kw: Any
    ) -> tuple[Any, dict[str, Any]]:
        about = (resources or {}).get("nbgrader")
        assignment = kits(about["assignment"], about["notebook"]) if about else None
        if resources is None or about is None or assignment is None:
            return super().from_file(file_stream, resources=resources, **kw)
        course = self.parent.coursedir
        folder = course.format_path(course.submitted_directory, about["student"], assignment.name)
        resources["kata"] = Handed(about["student"], assignment, Path(folder).resolve())
        where = resources["metadata"]
        data = Path(where["path"], f"{where['name']}.ipynb").read_bytes()
        return self.from_notebook_node(tidy(data), resources=resources, **kw)


def _finished(notebook: Path) -> bool:
    try:
        return json.loads(notebook.read_bytes())["metadata"].get(GRADED) is True
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return False
