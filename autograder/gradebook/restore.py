"""Before grading: what a student's notebook may keep, and what the gradebook puts back."""

from __future__ import annotations

from typing import Any

from nbgrader.preprocessors import NbGraderPreprocessor, OverwriteCells
from nbgrader.utils import is_grade, is_solution

MAX_OUTPUTS = 100_000
"""Characters of one cell's outputs that are kept for feedback."""
KEPT = ("text/plain", "image/png", "image/jpeg")
"""Kinds of output that a page can show without running anything."""


class RestoreCells(OverwriteCells):
    """Restores locked cells and points as nbgrader does, and any graded cell that is missing."""

    def preprocess(self, nb: Any, resources: Any) -> Any:
        self.add_missing_cells = True
        return super().preprocess(nb, resources)

    def add_missing_grade_cells(self, nb: Any, resources: Any) -> Any:
        """Puts a deleted cell behind its task's solution; at the end if that is gone as well."""
        source = self.gradebook.find_notebook(self.notebook_id, self.assignment_id)
        cells = {cell.name: cell for cell in source.source_cells}
        editable = {cell.name for cell in source.solution_cells}
        places = {
            cell.metadata.nbgrader["grade_id"]: cell
            for cell in nb.cells
            if is_grade(cell) or is_solution(cell)
        }
        for grade in source.grade_cells:
            if grade.name in places:
                continue
            self.log.warning("Cell %s was deleted; it is put back", grade.name)
            new = self.missing_cell_transform(
                cells[grade.name], grade.max_score, is_solution=grade.name in editable
            )
            before = places.get(f"{grade.name}_solution")
            at = nb.cells.index(before) + 1 if before is not None else len(nb.cells)
            nb.cells.insert(at, new)
        return nb, resources


class CapOutputs(NbGraderPreprocessor):
    """Keeps the learner's own outputs for feedback: text and pictures, up to a size."""

    def preprocess_cell(self, cell: Any, resources: Any, cell_index: int) -> Any:
        if cell.cell_type != "code":
            return cell, resources
        kept, left = [], MAX_OUTPUTS
        for output in cell.outputs:
            if "data" in output:
                output.data = {k: v for k, v in output.data.items() if k in KEPT}
                output.metadata = {}
            size = len(str(output))
            if size > left:
                note = f"[{size:,} characters of output were left out]\n"
                kept.append({"output_type": "stream", "name": "stdout", "text": note})
                break
            left -= size
            kept.append(output)
        cell.outputs = [type(cell)(output) for output in kept]
        return cell, resources
