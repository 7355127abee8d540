"""Makes `assignments/` from `solutions/`, and the package's own copies of the starters."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from autograder.course import catalogue, places, source
from autograder.course.catalogue import Assignment
from autograder.course.cells import BadSource, Problem
from autograder.text import LANGUAGES, Text
from autograder.trouble import Trouble


class NotSynced(Trouble):
    """Some sources could not be made into starters; a line for each reason."""


@dataclass(frozen=True)
class _File:
    """One generated file."""

    path: Path
    content: str
    pristine: Path | None = None
    """The package's copy of it, which tells whether a learner has worked on it."""


def sync(root: Path, *, check: bool = False) -> list[str]:
    """Makes what differs again; a line for each file that was, or with `check` would be, touched.

    root: the kit's checkout, which holds `solutions/`, `assignments/` and the package.
    check: writes nothing. Pictures are not drawn then: they may differ from machine to machine.
    A starter that somebody has worked on is left alone, and so are files of any other name.
    Raises `NotSynced` after everything else is made, if a source can't be.
    """
    package = root / "autograder" / "course" / places.STARTERS.name
    lines: list[str] = []
    problems: list[str] = []
    wanted: dict[Path, str] = {}
    for assignment in catalogue.assignments().values():
        try:
            files = list(_files(root, assignment, package, draw=not check))
        except BadSource as error:
            problems.append(error.text.en)
            wanted.update(_there(root, package, assignment))
            continue
        for file in files:
            if _worked_on(file):
                lines.append(f"kept {_short(file.path, root)}: it was worked on; delete it first")
            else:
                wanted[file.path] = file.content
            if file.pristine is not None:
                wanted[file.pristine] = _copy(file.path, file.content)
    for path, content in wanted.items():
        if not _is_there(path, content, exactly=not check):
            lines.append(f"{'differs' if check else 'wrote'} {_short(path, root)}")
            if not check:
                _write(path, content)
    for path in _stale(root, package, wanted):
        lines.append(f"{'stale' if check else 'removed'} {_short(path, root)}")
        if not check:
            _remove(path)
    if problems:
        text = "\n".join([*problems, *lines])
        raise NotSynced(Text(en=text, ja=text))
    return lines


def _files(root: Path, assignment: Assignment, package: Path, draw: bool) -> Iterator[_File]:
    path = places.source(root, assignment)
    checks = path.with_name(f"test_{path.name}")
    if not checks.is_file():
        raise BadSource(checks, [Problem(1, "is missing")])
    for lang in LANGUAGES:
        folder = places.assignment_folder(root, assignment, lang)
        pristine = package / lang / assignment.name
        module = source.render(path, assignment, lang=lang, form="module")
        notebook = source.render(
            path, assignment, lang=lang, draw=None if draw else lambda name, of: b""
        )
        for name, content in ((f"{path.stem}.ipynb", notebook), (path.name, module)):
            yield _File(folder / name, content, pristine / name)
        # One copy in the package: who has only a notebook can check with it.
        kept = pristine / checks.name if lang == LANGUAGES[0] else None
        yield _File(folder / checks.name, checks.read_text(encoding="utf-8"), kept)


def _there(root: Path, package: Path, assignment: Assignment) -> dict[Path, str]:
    """What an assignment has now: where its source is broken, nothing of it is stale."""
    folders = [places.assignment_folder(root, assignment, lang) for lang in LANGUAGES]
    folders += [package / lang / assignment.name for lang in LANGUAGES]
    return {p: p.read_text(encoding="utf-8") for f in folders for p in _generated(f)}


def _generated(folder: Path) -> Iterator[Path]:
    if folder.is_dir():
        yield from (p for p in sorted(folder.iterdir()) if p.suffix in (".py", ".ipynb"))


def _worked_on(file: _File) -> bool:
    """Whether the file is neither as it was made last, nor as it would be made now."""
    if file.pristine is None or not file.pristine.is_file() or not file.path.is_file():
        return False
    before = file.pristine.read_text(encoding="utf-8")
    now = file.path.read_text(encoding="utf-8", errors="replace")
    return _work(file.path, now) not in (_work(file.path, before), _work(file.path, file.content))


def _work(path: Path, content: str) -> Any:
    """What a learner changes by working: a module's text, a notebook's code and answers."""
    cells = _cells_to_fill(content) if path.suffix == ".ipynb" else None
    return content if cells is None else ["".join(cell["source"]) for cell in cells]


def _copy(path: Path, content: str) -> str:
    """What the package keeps of a starter: of a notebook only what can be filled in."""
    if path.suffix != ".ipynb":
        return content
    return _dump({**json.loads(content), "cells": _cells_to_fill(content)})


def _cells_to_fill(notebook: str) -> list[dict[str, Any]] | None:
    """The code cells and the cells for answers; None for text that is no notebook."""
    try:
        cells = json.loads(notebook)["cells"]
        return [c for c in cells if c["cell_type"] == "code" or "nbgrader" in c["metadata"]]
    except (ValueError, KeyError, TypeError):
        return None


def _is_there(path: Path, content: str, *, exactly: bool) -> bool:
    if not path.is_file():
        return False
    there = path.read_text(encoding="utf-8", errors="replace")
    if exactly or path.suffix != ".ipynb":
        return there == content
    return _without_pictures(there) == _without_pictures(content)


def _without_pictures(notebook: str) -> str:
    """The notebook with each attachment's name, but not its bytes."""
    try:
        content = json.loads(notebook)
        for cell in content["cells"]:
            if "attachments" in cell:
                cell["attachments"] = sorted(cell["attachments"])
    except (ValueError, KeyError, TypeError):
        return notebook
    return _dump(content)


def _dump(content: Any) -> str:
    return json.dumps(content, ensure_ascii=False, indent=1, sort_keys=True) + "\n"


def _stale(root: Path, package: Path, wanted: dict[Path, str]) -> Iterator[Path]:
    """What an earlier sync made and this one would not, unless somebody worked on it."""
    for lang in LANGUAGES:
        home = root / "assignments" if lang == "en" else root / "assignments" / lang
        for folder in sorted((package / lang).glob("*/")):
            for copy in _generated(folder):
                path = home / folder.name / copy.name
                if path not in wanted and path.is_file():
                    if not _worked_on(_File(path, "", copy)):
                        yield path
                    checks = path.with_name(f"test_{path.stem}.py")
                    if path.suffix == ".py" and checks.is_file() and checks not in wanted:
                        yield checks
                if copy not in wanted:
                    yield copy


def _write(path: Path, content: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(content, encoding="utf-8")


def _remove(path: Path) -> None:
    path.unlink()
    if not any(path.parent.iterdir()):
        path.parent.rmdir()


def _short(path: Path, root: Path) -> str:
    return path.relative_to(root).as_posix() if path.is_relative_to(root) else str(path)
