"""Reads a source: one Jupytext percent file that holds a chapter in both languages."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import jupytext

from autograder.course import languages
from autograder.text import LANGUAGES, Text
from autograder.trouble import Trouble

ROLES = ("task", "grade", "reflection")
_BY_JUPYTEXT = {"title", "lines_to_next_cell"}


@dataclass(frozen=True)
class Problem:
    """One thing in a source that breaks a rule."""

    line: int
    """Where the cell begins, from 1."""
    text: str


class BadSource(Trouble):
    """A source that breaks the rules; one line for each way in which it does."""

    def __init__(self, path: Path, problems: list[Problem]):
        self.problems = problems
        where = f"{path.parent.name}/{path.name}"
        lines = "\n".join(f"{where}:{p.line}: {p.text}" for p in problems)
        super().__init__(Text(en=lines, ja=lines))


@dataclass(frozen=True, kw_only=True)
class Cell:
    """One cell of a source."""

    line: int
    """Where it begins, from 1."""
    text: str
    markdown: bool = False
    lang: str | None = None
    """The one language it belongs to; None for code that belongs to both."""
    run: bool = False
    """It shows or tries something: learners run it, graders don't."""
    task: str | None = None
    """Id of the task that is solved here."""
    grade: str | None = None
    """Id of the task that is checked here."""
    reflection: str | None = None
    """Id of the reflection that is asked here."""

    def in_language(self, lang: str) -> Cell | None:
        """The cell as readers of `lang` see it; None where they don't."""
        if self.lang not in (None, lang):
            return None
        if self.markdown:
            return self
        return replace(self, text=languages.keep(self.text, lang), lang=lang)

    @property
    def shape(self) -> str:
        """What kind of cell it is, to compare the two languages."""
        role = next((f"{r}={getattr(self, r)}" for r in ROLES if getattr(self, r)), "")
        return " ".join(["markdown" if self.markdown else "code", *(["run"] * self.run), role])


def read(path: Path) -> list[Cell]:
    """The cells of a source, in order. Raises `BadSource` where it can't be read as one."""
    try:
        text = path.read_text(encoding="utf-8")
    except OSError as error:
        raise BadSource(path, [Problem(1, error.strerror or str(error))]) from error
    except UnicodeDecodeError as error:
        raise BadSource(path, [Problem(1, f"not UTF-8: {error}")]) from error
    starts = [i for i, line in enumerate(text.splitlines(), 1) if line.startswith("# %%")]
    found = jupytext.reads(text, fmt="py:percent").cells
    if not starts or len(found) != len(starts):
        raise BadSource(path, [Problem(1, "every cell is to begin with a line '# %% …'")])
    problems: list[Problem] = []
    cells = [_cell(c, line, problems) for c, line in zip(found, starts, strict=True)]
    if problems:
        raise BadSource(path, problems)
    return cells


def _cell(found: Any, line: int, problems: list[Problem]) -> Cell:
    about = dict(found.metadata)
    run = "run" in about or about.get("title") == "run"
    unknown = set(about) - {*ROLES, "lang", "run", *_BY_JUPYTEXT}
    if about.get("title", "run") != "run":
        unknown.add(about["title"])
    if unknown or found.cell_type == "raw":
        problems.append(
            Problem(line, f"the cell's line says {', '.join(sorted(unknown)) or 'raw'}")
        )
    lang = about.get("lang")
    markdown = found.cell_type == "markdown"
    if lang is None and markdown:
        problems.append(Problem(line, 'a markdown cell is to say lang="en" or lang="ja"'))
    elif lang not in (None, *LANGUAGES):
        problems.append(Problem(line, f"there is no language {lang!r}"))
    if sum(role in about for role in ROLES) + run > 1:
        problems.append(Problem(line, "a cell has one role: run, task, grade or reflection"))
    if (markdown and (run or "task" in about or "grade" in about)) or (
        not markdown and "reflection" in about
    ):
        problems.append(
            Problem(line, "run, task and grade are for code, reflection is for markdown")
        )
    return Cell(
        line=line,
        text=found.source,
        markdown=markdown,
        lang=lang,
        run=run,
        **{role: about.get(role) for role in ROLES},
    )
