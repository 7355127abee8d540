"""Where a learner works, and what was changed there since it was handed out."""

from __future__ import annotations

import difflib
import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from autograder.course import catalogue, places
from autograder.course.catalogue import Assignment
from autograder.grading.files import is_starter, is_untouched, printable, source_of
from autograder.grading.selfcheck import own_folder
from autograder.text import LANGUAGES, Text
from autograder.trouble import Trouble


@dataclass(frozen=True)
class Place:
    """The folder of one assignment as the learner has it."""

    assignment: Assignment
    folder: Path
    pristine: Path
    """The package's copy of the same starter."""

    @property
    def files(self) -> list[Path]:
        """Notebook and module, those that are there."""
        names = (f"{self.assignment.module}.ipynb", f"{self.assignment.module}.py")
        return [self.folder / name for name in names if (self.folder / name).is_file()]

    @property
    def touched(self) -> list[Path]:
        """Those of them that were worked on."""
        return [f for f in self.files if not is_untouched(f, self.pristine / f.name)]

    def short(self, path: Path) -> str:
        """The path from the working directory or the kit's folder, as one would type it."""
        for start in (Path.cwd(), places.root()):
            if path.is_relative_to(start):
                return path.relative_to(start).as_posix()
        return str(path)


def handed_out() -> list[Assignment]:
    """The assignments that lie in the learner's folder, in the order of the course."""
    kit = places.root()
    return [
        assignment
        for assignment in catalogue.assignments().values()
        if any(places.assignment_folder(kit, assignment, code).is_dir() for code in LANGUAGES)
    ]


def is_begun(assignment: Assignment) -> bool:
    """Whether it was worked on, in either language."""
    kit, starters = places.root(), places.starters(assignment)
    folders = (places.assignment_folder(kit, assignment, code) for code in LANGUAGES)
    return any(f.is_dir() and not is_starter(f, assignment, starters) for f in folders)


def place(assignment: Assignment, lang: str) -> Place:
    """The learner's folder. Raises `Trouble` if there is none, or two that were worked on."""
    kit = places.root()
    folder = own_folder(assignment, lang)
    if not folder.is_dir():
        name = folder.relative_to(kit).as_posix()
        raise Trouble(
            Text(
                en=f"{name} is missing. Change into the folder that holds assignments/.",
                ja=f"{name} がありません。assignments/ のあるフォルダに移動してください。",
            )
        )
    code = next(c for c in LANGUAGES if folder == places.assignment_folder(kit, assignment, c))
    return Place(assignment, folder, places.STARTERS / code / assignment.name)


def differences(file: Path, pristine: Path) -> Iterator[str]:
    """Lines of a unified diff from what was handed out to what is there, of the code."""
    before, after = (code_of(p).splitlines() for p in (pristine, file))
    yield from difflib.unified_diff(before, after, "as handed out", file.name, lineterm="")


def code_of(path: Path) -> str:
    """The text of a module, or of a notebook's cells that can be filled in."""
    text = path.read_text(encoding="utf-8", errors="replace")
    if path.suffix != ".ipynb":
        return text
    cells = cells_of(text, path.name)
    return "\n".join(f"# [cell]\n{source_of(c)}" for c in cells if _can_be_filled(c))


def cells_of(text: str, name: str) -> list[dict[str, Any]]:
    """The cells of a notebook. Raises `Trouble` if it is none."""
    return _book(text, name)["cells"]


def _book(text: str, name: str) -> dict[str, Any]:
    """A notebook that has a list of cells. Raises `Trouble` if it is none."""
    try:
        book = json.loads(text)
        cells = book["cells"]
        return {**book, "cells": [c for c in cells if isinstance(c, dict)]}
    except (ValueError, KeyError, TypeError, RecursionError) as error:
        raise Trouble(
            Text(
                en=f"{name} is not a notebook that can be read. Open it in Jupyter and save it "
                "again, or start anew with `kata reset`.",
                ja=f"{name} はノートブックとして読めません。Jupyter で開いて保存し直すか、"
                "`kata reset` でやり直してください。",
            )
        ) from error


def _can_be_filled(cell: dict[str, Any]) -> bool:
    about = cell.get("metadata")
    return cell.get("cell_type") == "code" or (isinstance(about, dict) and "nbgrader" in about)


def as_handed_out(text: str, pristine: str) -> str:
    """The notebook with its code and answers as they were handed out; the teaching text stays.

    text: the learner's notebook. Cells that they added are gone, cells that they deleted are back
        behind the one they stood after. Raises `Trouble` if it is no notebook.
    pristine: the package's copy, which has only the cells that can be filled in.
    """
    book = _book(text, "…")
    originals = json.loads(pristine)["cells"]
    by_id = {cell["id"]: cell for cell in originals}
    named = [(str(cell.get("id")), cell) for cell in book["cells"]]
    kept = [
        by_id.get(name, cell) for name, cell in named if name in by_id or not _can_be_filled(cell)
    ]
    place = 0
    for cell in originals:
        if cell in kept:
            place = kept.index(cell) + 1
        else:
            kept.insert(place, cell)
            place += 1
    book["cells"] = kept
    return printable(json.dumps(book, ensure_ascii=False, indent=1, sort_keys=True)) + "\n"
