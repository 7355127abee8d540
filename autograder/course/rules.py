"""The rules for a source, so that an author learns of every slip, with its line."""

from __future__ import annotations

import ast
import re
from collections import Counter
from collections.abc import Iterator
from itertools import zip_longest

from autograder.course import languages, regions
from autograder.course.catalogue import Assignment
from autograder.course.cells import Cell, Problem
from autograder.text import LANGUAGES

LIBRARIES = {"numpy", "tensorflow", "tensorflow_datasets", "matplotlib"}
"""What a learner's file may import."""

SHOWN = ("autograder.course", "autograder.playground")
"""What cells that are run may import besides: data, and things to look at."""

_DEFINITIONS = (
    ast.Import,
    ast.ImportFrom,
    ast.FunctionDef,
    ast.ClassDef,
    ast.Assign,
    ast.AnnAssign,
)


def problems(cells: list[Cell], assignment: Assignment) -> list[Problem]:
    """Every rule that the source of `assignment` breaks, in the order of its lines."""
    found = [
        *_ids(cells, assignment),
        *_both_languages(cells),
        *_regions(cells, assignment),
        *(p for cell in cells if not cell.markdown for p in _code(cell)),
    ]
    return sorted(found, key=lambda problem: problem.line)


def _ids(cells: list[Cell], assignment: Assignment) -> Iterator[Problem]:
    tasks = [task.id for task in assignment.tasks]
    asked = [reflection.id for reflection in assignment.reflections]
    for role, known in (("task", tasks), ("grade", tasks), ("reflection", asked)):
        of_role = [(getattr(c, role), c) for c in cells if getattr(c, role) is not None]
        for name, cell in of_role:
            if name not in known:
                there = ", ".join(known) or "none"
                yield Problem(cell.line, f"{role}={name!r} is not in the catalogue ({there})")
        for name in known:
            if not any(n == name for n, _ in of_role):
                yield Problem(1, f"no cell has {role}={name!r}")
    for name, count in Counter(c.grade for c in cells if c.grade).items():
        if count > 1:
            yield Problem(1, f"{count} cells have grade={name!r}")
    for name, count in Counter((c.reflection, c.lang) for c in cells if c.reflection).items():
        if count > 1:
            yield Problem(1, f"{count} cells have reflection={name[0]!r} lang={name[1]!r}")


def _both_languages(cells: list[Cell]) -> Iterator[Problem]:
    en, ja = ([c for c in cells if c.lang in (None, lang)] for lang in LANGUAGES)
    for ours, theirs in zip_longest(en, ja):
        if ours is None or theirs is None or ours.shape != theirs.shape:
            alone = min((c for c in (ours, theirs) if c and c.lang), key=_line, default=None)
            if alone is not None:
                other = "ja" if alone.lang == "en" else "en"
                yield Problem(alone.line, f"this cell has none in {other} that goes with it")
            return
    for cell in cells:
        if cell.lang is None and len(only := languages.used(cell.text)) == 1:
            yield Problem(cell.line, f"the cell has lines marked {only.pop()!r} only")


def _line(cell: Cell) -> int:
    return cell.line


def _regions(cells: list[Cell], assignment: Assignment) -> Iterator[Problem]:
    for cell in cells:
        if cell.task is None:
            if not cell.markdown and regions.has(cell.text):
                yield Problem(cell.line, "a solution region in a cell without task=")
            continue
        if not regions.has(cell.text):
            yield Problem(cell.line, f"the cell of task {cell.task!r} has no solution region")
        task = assignment.task(cell.task)
        for number in re.findall(r"\bTODO (\d+)", cell.text):
            if task is not None and int(number) != task.number:
                yield Problem(
                    cell.line, f"TODO {number} in the cell of task {task.number}, {task.id!r}"
                )


def _code(cell: Cell) -> Iterator[Problem]:
    if cell.grade is not None:
        if cell.text.strip():
            yield Problem(cell.line, "a grade cell is to be empty: its code is generated")
        return
    if magic := re.search(r"^\s*[%!?].*", cell.text, re.MULTILINE):
        yield Problem(cell.line, f"no magics, it is to run as a module too: {magic[0].strip()}")
        return
    try:
        codes = [cell.text] if cell.task is None else [cell.text, regions.starter(cell.text, 1)]
    except regions.BadRegion as error:
        yield Problem(cell.line, str(error))
        return
    for lang in LANGUAGES if cell.lang is None else (cell.lang,):
        for code in codes:
            try:
                tree = ast.parse(languages.keep(code, lang))
            except (SyntaxError, ValueError) as error:
                yield Problem(cell.line, f"not Python in {lang!r}: {error}")
                return
            if not tree.body:
                yield Problem(cell.line, f"no code in {lang!r}")
                return
    yield from _statements(tree, cell)


def _statements(tree: ast.Module, cell: Cell) -> Iterator[Problem]:
    for node in tree.body:
        if not cell.run and not isinstance(node, _DEFINITIONS):
            yield Problem(
                cell.line, f"only '# %% run' cells do something: {ast.unparse(node)[:60]!r}"
            )
    for found in ast.walk(tree):
        names = []
        if isinstance(found, ast.Import):
            names = [alias.name for alias in found.names]
        elif isinstance(found, ast.ImportFrom):
            names = [f"{'.' * found.level}{found.module or ''}"]
        for name in names:
            allowed = name.split(".")[0] in LIBRARIES
            if not allowed and not (cell.run and name.startswith(SHOWN)):
                yield Problem(cell.line, f"a learner's file does not import {name!r}")
