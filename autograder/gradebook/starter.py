"""`generate_assignment`: solutions become the kit's own TODO placeholders."""

from __future__ import annotations

from typing import Any

from nbgrader.preprocessors import ClearSolutions
from nbgrader.utils import is_solution

from autograder.course import regions
from autograder.course.catalogue import Assignment
from autograder.gradebook.submission import kits


class ClearTasks(ClearSolutions):
    """Like nbgrader's own, but a region becomes `raise NotImplementedError("TODO 1")`, or what the
    source says after `->`; and a reflection keeps the line that invites the learner to write.

    An assignment that is not the kit's is treated as nbgrader does.
    """

    _assignment: Assignment | None = None

    def preprocess(self, nb: Any, resources: Any) -> Any:
        about = resources["nbgrader"]
        self._assignment = kits(about["assignment"], about["notebook"])
        return super().preprocess(nb, resources)

    def preprocess_cell(self, cell: Any, resources: Any, cell_index: int) -> Any:
        if self._assignment is None or not is_solution(cell):
            return super().preprocess_cell(cell, resources, cell_index)
        grade_id = cell.metadata.nbgrader["grade_id"]
        task = self._assignment.task(grade_id.removesuffix("_solution"))
        if task is not None and cell.cell_type == "code":
            cell.source = regions.starter(cell.source, task.number)
        return cell, resources
