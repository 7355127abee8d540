"""A chapter as a notebook that Jupyter opens and nbgrader accepts."""

from __future__ import annotations

import base64
import hashlib
from typing import Any

import nbformat
from nbgrader.utils import compute_checksum

from autograder.course import pictures
from autograder.course.catalogue import Assignment
from autograder.course.cells import Cell
from autograder.text import Text

ANSWER_HERE = Text(en="(Write your answer here.)", ja="（ここに答えを書いてください。）")

_INSTALL = """
try:
    import autograder
except ModuleNotFoundError:
    %pip install --quiet neural-kata-student"""
SETUP = Text(
    en="# Installs the exercises where they are missing (Colab, plain Jupyter); elsewhere does nothing.",
    ja="# 演習のパッケージがなければ入れます (Colab など)。すでにあれば、何もしません。",
) + Text(en=_INSTALL, ja=_INSTALL)
"""The first code cell: the notebook alone is enough to begin."""

_METADATA = {
    "kernelspec": {"display_name": "Python 3 (ipykernel)", "language": "python", "name": "python3"},
    "language_info": {"file_extension": ".py", "mimetype": "text/x-python", "name": "python"},
}


def render(cells: list[Cell], assignment: Assignment, lang: str, draw: pictures.Draw) -> str:
    """The notebook as JSON text, without outputs; the same cells give the same text."""
    book = _Notebook(assignment, lang, draw)
    for cell in cells:
        book.add(cell)
    content = nbformat.v4.new_notebook(cells=book.cells, metadata=_METADATA)
    nbformat.validate(content)
    return nbformat.writes(content) + "\n"


class _Notebook:
    def __init__(self, assignment: Assignment, lang: str, draw: pictures.Draw):
        self.cells: list[Any] = []
        self._assignment = assignment
        self._lang = lang
        self._draw = draw
        self._ids: set[str] = set()

    def add(self, cell: Cell) -> None:
        if not cell.markdown and not any(c.cell_type == "code" for c in self.cells):
            self._code(SETUP[self._lang], self._take("setup"), tags=["skip-execution"])
        if cell.markdown:
            self._markdown(cell)
        elif cell.grade is not None:
            self._grade(cell.grade)
        elif cell.task is not None:
            self._solution(cell.task, cell.text)
        elif cell.run:
            self._code(cell.text, self._new_id(cell.text), tags=["skip-execution"])
        else:
            self._code(cell.text, self._new_id(cell.text))

    def _markdown(self, cell: Cell) -> None:
        name = self._new_id(cell.text)
        new = nbformat.v4.new_markdown_cell(pictures.attach(cell.text), id=name)
        attachments = {
            f"{picture}.png": {
                "image/png": base64.b64encode(self._draw(picture, self._lang)).decode("ascii")
            }
            for picture in pictures.names(cell.text)
        }
        if attachments:
            new["attachments"] = attachments
        self.cells.append(new)
        if cell.reflection is not None:
            answer = nbformat.v4.new_markdown_cell(
                ANSWER_HERE[self._lang], id=self._take(cell.reflection)
            )
            points = next(r.points for r in self._assignment.reflections if r.id == cell.reflection)
            _mark(answer, cell.reflection, grade=True, solution=True, points=points)
            self.cells.append(answer)

    def _grade(self, task: str) -> None:
        lang = "" if self._lang == "en" else f', lang="{self._lang}"'
        code = f'check("{self._assignment.name}", "{task}"{lang})'
        cell = self._code(f"from autograder.notebook import check\n\n{code}", self._take(task))
        found = self._assignment.task(task)
        assert found is not None
        _mark(cell, task, grade=True, locked=True, points=found.points)

    def _solution(self, task: str, code: str) -> None:
        name = self._take(f"{task}_solution")
        _mark(self._code(code, name), name, solution=True)

    def _code(self, code: str, name: str, tags: list[str] | None = None) -> Any:
        cell = nbformat.v4.new_code_cell(code, id=name)
        if tags:
            cell.metadata["tags"] = tags
        self.cells.append(cell)
        return cell

    def _new_id(self, text: str) -> str:
        """An id from the cell's text, so that a new cell elsewhere does not change it."""
        return self._take(hashlib.sha256(text.encode()).hexdigest()[:8])

    def _take(self, wanted: str) -> str:
        name, count = wanted, 1
        while name in self._ids:
            count += 1
            name = f"{wanted}_{count}"
        self._ids.add(name)
        return name


def _mark(cell: Any, grade_id: str, **about: Any) -> None:
    """nbgrader's metadata, as its own `generate_assignment` would leave them."""
    marks = {"grade": False, "solution": False, "locked": False, "task": False, **about}
    cell.metadata["nbgrader"] = {
        **marks,
        "cell_type": cell.cell_type,
        "grade_id": grade_id,
        "schema_version": 3,
    }
    cell.metadata["nbgrader"]["checksum"] = compute_checksum(cell)
