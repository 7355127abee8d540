"""From the one source of a chapter to what a learner or an instructor is given."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Literal

from autograder.course import cells as sources
from autograder.course import module, notebook, pictures, regions, rules
from autograder.course.catalogue import Assignment
from autograder.course.cells import BadSource, Cell, Problem

Form = Literal["notebook", "module"]


def read(path: Path, assignment: Assignment) -> list[Cell]:
    """The cells of a source that keeps all rules. Raises `BadSource` with a line for each slip."""
    cells = sources.read(path)
    problems = rules.problems(cells, assignment) + _pictures(cells, path)
    if problems:
        raise BadSource(path, sorted(problems, key=lambda problem: problem.line))
    return cells


def render(
    path: Path,
    assignment: Assignment,
    *,
    lang: str,
    form: Form = "notebook",
    solution: bool = False,
    draw: pictures.Draw | None = None,
) -> str:
    """The text of a starter, or of the solution.

    path: the source, such as `solutions/07_build/build.py`; `pictures.py` lies beside it.
    solution: keeps the solution regions, with the lines that mark them, as nbgrader expects.
    draw: draws the pictures of a notebook; by default as `pictures.py` says.
    Raises `BadSource`.
    """
    draw = draw or pictures.drawn_by(path.with_name("pictures.py"))
    chosen = [c for cell in read(path, assignment) if (c := cell.in_language(lang)) is not None]
    if not solution:
        chosen = [_starter(cell, assignment) for cell in chosen]
    if form == "module":
        return module.render(chosen, assignment, lang)
    try:
        return notebook.render(chosen, assignment, lang, draw)
    except pictures.NoPicture as error:
        raise BadSource(path, [Problem(1, str(error))]) from error


def _starter(cell: Cell, assignment: Assignment) -> Cell:
    task = assignment.task(cell.task) if cell.task else None
    return cell if task is None else replace(cell, text=regions.starter(cell.text, task.number))


def _pictures(cells: list[Cell], path: Path) -> list[Problem]:
    try:
        known = pictures.known(path.with_name("pictures.py"))
    except pictures.NoPicture as error:
        return [Problem(1, str(error))]
    return [
        Problem(cell.line, f"picture:{name}: pictures.py has no function of this name")
        for cell in cells
        for name in pictures.names(cell.text)
        if name not in known
    ]
