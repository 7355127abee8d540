"""Before grading: what a submission may keep, and what the gradebook puts back."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from nbformat.v4 import new_code_cell, new_markdown_cell
from nbgrader.api import Gradebook
from nbgrader.preprocessors import ClearOutput, OverwriteCells

from autograder.course import places
from autograder.course.catalogue import Assignment
from autograder.gradebook.submission import Handed
from autograder.gradebook.words import as_module, put_back
from autograder.grading.files import read
from autograder.grading.gather import UnreadableSubmission
from autograder.text import Text


@dataclass(frozen=True)
class Original:
    """A cell as it was handed out."""

    name: str
    cell_type: str
    source: str
    checksum: str
    locked: bool
    solution: bool
    points: float | None
    """None for a cell that is not graded."""


def originals(gradebook: Gradebook, assignment: str, notebook: str) -> dict[str, Original]:
    """The marked cells of a released notebook, by grade id."""
    found = gradebook.find_notebook(notebook, assignment)
    points = {cell.name: float(cell.max_score) for cell in found.grade_cells}
    editable = {cell.name for cell in found.solution_cells}
    return {
        cell.name: Original(
            name=cell.name,
            cell_type=cell.cell_type,
            source=cell.source,
            checksum=cell.checksum,
            locked=bool(cell.locked),
            solution=cell.name in editable,
            points=points.get(cell.name),
        )
        for cell in found.source_cells
    }


class ClearForeignOutputs(ClearOutput):
    """nbgrader's own, for assignments that are not the kit's: the kit's keep theirs for feedback."""

    def preprocess(self, nb: Any, resources: Any) -> Any:
        return (nb, resources) if "kata" in resources else super().preprocess(nb, resources)


class RestoreCells(OverwriteCells):
    """Marks cells again from the gradebook: no point, lock or id is taken from the submission.

    A module is shown as one cell, and its reflections are put where a person marks them.
    Assignments that are not the kit's are treated as nbgrader does.
    """

    def preprocess(self, nb: Any, resources: Any) -> Any:
        handed: Handed | None = resources.get("kata")
        if handed is None:
            return super().preprocess(nb, resources)
        about = resources["nbgrader"]
        with Gradebook(about["db_url"]) as gradebook:
            known = originals(gradebook, about["assignment"], about["notebook"])
        lang = language(known)
        answers: dict[str, str] | None = None
        try:
            work = read(handed.folder, handed.assignment, places.starters(handed.assignment))
        except UnreadableSubmission as error:
            nb.cells.insert(0, note(error.text, lang))
            answers = {}
        else:
            if work.form == "module":
                code = "\n".join(source for source, _ in work.program.cells)
                shown = new_code_cell(code, metadata={"tags": ["skip-execution"]})
                nb.cells = [note(as_module(work.name), lang), shown]
                answers = work.reflections
        nb.cells = restored(nb.cells, known, handed.assignment, answers, lang)
        return nb, resources


def language(known: dict[str, Original]) -> str:
    """The language of the assignment, as its grade cells name it."""
    return "ja" if any('lang="ja"' in cell.source for cell in known.values()) else "en"


def note(text: Text, lang: str) -> Any:
    """A cell that says something about the submission."""
    return new_markdown_cell(f"**{text[lang]}**")


def restored(
    cells: list[Any],
    known: dict[str, Original],
    assignment: Assignment,
    answers: dict[str, str] | None,
    lang: str,
) -> list[Any]:
    """The cells, marked as the gradebook knows them; graded cells that are missing are put back.

    answers: reflections that were written elsewhere, in a module, by id; None if the cells should
        all be there, so that it is said of each that was put back.
    """
    kept = _choose(cells, known)
    found: dict[str, Any] = {}
    for cell in cells:
        name = kept.get(id(cell))
        cell.metadata.pop("nbgrader", None)
        if name is not None:
            found[name] = _mark(cell, known[name])
    order = [task.id for task in assignment.tasks] + [r.id for r in assignment.reflections]
    missing = [name for name in known if known[name].points is not None and name not in found]
    for name in sorted(missing, key=lambda n: order.index(n) if n in order else len(order)):
        original = known[name]
        new = _new(original, (answers or {}).get(name, ""))
        before = found.get(f"{name}_solution")
        place = next((i + 1 for i, c in enumerate(cells) if c is before), len(cells))
        title = next((r.title for r in assignment.reflections if r.id == name), None)
        added = [new_markdown_cell(f"### {title[lang]}")] if title else []
        if answers is None:
            added.append(note(put_back(name), lang))
        cells[place:place] = [*added, new]
        found[name] = new
    return cells


def _choose(cells: list[Any], known: dict[str, Original]) -> dict[int, str]:
    """Which cell carries which grade id, by the cell's identity.

    Where there are several of one id (copied, split), the first that was written in counts.
    """
    chosen: dict[str, Any] = {}
    for cell in cells:
        name = cell.metadata.get("nbgrader", {}).get("grade_id")
        if not isinstance(name, str) or name not in known:
            continue
        before = chosen.get(name)
        if before is None or (_untouched(before, known[name]) and not known[name].locked):
            chosen[name] = cell
    return {id(cell): name for name, cell in chosen.items()}


def _untouched(cell: Any, original: Original) -> bool:
    return "".join(cell.source.split()) == "".join(original.source.split())


def _new(original: Original, answer: str) -> Any:
    new = new_code_cell if original.cell_type == "code" else new_markdown_cell
    written = bool(answer.strip()) and answer.strip() != original.source.strip()
    return _mark(new(answer if written else original.source), original)


def _mark(cell: Any, original: Original) -> Any:
    """The cell with nbgrader's metadata as they were handed out."""
    if cell.cell_type != original.cell_type:
        cell.cell_type = original.cell_type
        if original.cell_type == "code":
            cell.outputs, cell.execution_count = [], None
        else:
            cell.pop("outputs", None)
            cell.pop("execution_count", None)
    if original.cell_type == "code":
        cell.pop("attachments", None)
    if original.locked:
        cell.source = original.source
    cell.metadata["nbgrader"] = {
        "grade": original.points is not None,
        "solution": original.solution,
        "locked": original.locked,
        "task": False,
        "cell_type": original.cell_type,
        "grade_id": original.name,
        "checksum": original.checksum,
        "schema_version": 3,
        **({} if original.points is None else {"points": original.points}),
    }
    return cell
