"""`collect`: a student may hand in the module instead of the notebook."""

from __future__ import annotations

import shutil
from pathlib import Path

from nbgrader.exchange.default import ExchangeCollect

from autograder.course import catalogue
from autograder.course.catalogue import UnknownAssignment


class CollectWithModules(ExchangeCollect):
    """Lays the untouched notebook beside a module that was handed in alone.

    nbgrader takes up only folders with a notebook. The grader sees that this one is as it was
    handed out, and grades the module.
    """

    def copy_files(self) -> None:
        super().copy_files()
        submitted = self.coursedir.format_path(
            self.coursedir.submitted_directory, "*", self.coursedir.assignment_id
        )
        root = Path(self.coursedir.format_path(self.coursedir.release_directory, ".", "."))
        for folder in Path("/").glob(submitted.lstrip("/")):
            if add_notebook(folder, root / self.coursedir.assignment_id):
                self.log.info("Handed in as a module: %s", folder)


def add_notebook(folder: Path, released: Path) -> bool:
    """Lays the released notebook into a submission that has only the module; whether it did."""
    try:
        assignment = catalogue.find(released.name)
    except UnknownAssignment:
        return False
    notebook = f"{assignment.module}.ipynb"
    module = folder / f"{assignment.module}.py"
    if not module.is_file() or any(folder.glob("*.ipynb")):
        return False
    if not (released / notebook).is_file():
        return False
    shutil.copyfile(released / notebook, folder / notebook)
    return True
