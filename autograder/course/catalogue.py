"""The assignments of the course: their tasks, points and hints, read from `catalogue/*.toml`."""

from __future__ import annotations

import functools
import re
from dataclasses import dataclass
from pathlib import Path, PurePath

from autograder.course.toml import Table
from autograder.text import Text
from autograder.trouble import Trouble

FOLDER = Path(__file__).with_name("catalogue")
POINTS = 10
"""What the tasks of one assignment give together; reflections come on top."""

_FILE = re.compile(r"(?P<number>\d\d)_(?P<module>[a-z][a-z0-9_]*)\.toml")
_ID = re.compile(r"[a-z][a-z0-9_]*")


class UnknownAssignment(Trouble):
    """No assignment goes by this name."""

    def __init__(self, name: str, known: list[str]):
        names = ", ".join(known)
        super().__init__(
            Text(
                en=f"There is no assignment {name!r}. There are: {names}.",
                ja=f"{name!r} という課題はありません。課題は次のとおりです: {names}",
            )
        )


@dataclass(frozen=True, kw_only=True)
class Task:
    """One thing the learner writes: `TODO 1`, `TODO 2`, …"""

    id: str
    """Also nbgrader's grade id."""
    number: int
    """From 1, in the order of the catalogue."""
    points: float
    title: Text
    hints: tuple[Text, ...]
    """Two or three, each going further than the one before."""


@dataclass(frozen=True, kw_only=True)
class Reflection:
    """A question that a person marks."""

    id: str
    points: float
    title: Text


@dataclass(frozen=True, kw_only=True)
class Assignment:
    """The exercise of one chapter."""

    name: str
    """Such as `07_build`."""
    module: str
    """Such as `build`: the file is `build.ipynb` or `build.py`."""
    title: Text
    summary: Text
    """One sentence."""
    minutes: int
    """What a learner should need."""
    tensorflow: bool
    """Whether checking it needs TensorFlow."""
    seconds: float
    """Limit for one answer of the learner's code."""
    tasks: tuple[Task, ...]
    reflections: tuple[Reflection, ...]

    @property
    def number(self) -> str:
        """Such as `07`."""
        return self.name.partition("_")[0]

    def task(self, name: str) -> Task | None:
        """The task with this id, or None."""
        return next((task for task in self.tasks if task.id == name), None)


def assignments() -> dict[str, Assignment]:
    """All assignments by name, in the order of the course. Raises `BadToml`."""
    return dict(_assignments(FOLDER))


@functools.cache
def _assignments(folder: Path) -> dict[str, Assignment]:
    files = sorted(folder.glob("*.toml"))
    return {path.stem: read(path) for path in files}


def find(name: str) -> Assignment:
    """The assignment that `07`, `7`, `07_build` or a path that ends so names.

    Raises `UnknownAssignment`, which lists those there are, or `BadToml`.
    """
    known = assignments()
    wanted = PurePath(name).name
    if wanted.isdecimal():
        wanted = wanted.zfill(2)
    for assignment in known.values():
        if wanted in (assignment.name, assignment.number):
            return assignment
    raise UnknownAssignment(name, list(known))


def read(path: Path) -> Assignment:
    """The assignment described by one file. Raises `BadToml`, which names file and key."""
    table = Table.read(path)
    name = _FILE.fullmatch(path.name)
    if name is None:
        raise table.wrong("", "the file's name is to look like 07_build.toml")
    found = Assignment(
        name=path.stem,
        module=name["module"],
        title=table.text("title"),
        summary=table.text("summary"),
        minutes=int(table.number("minutes")),
        tensorflow=table.truth("tensorflow"),
        seconds=table.number("seconds"),
        tasks=tuple(_task(t, i) for i, t in enumerate(table.tables("tasks"), start=1)),
        reflections=tuple(_reflection(t) for t in table.tables("reflections", least=0)),
    )
    table.finish()
    ids = [task.id for task in found.tasks] + [r.id for r in found.reflections]
    twice = next((i for i in ids if ids.count(i) > 1), None)
    if twice is not None:
        raise table.wrong("tasks", f"the id {twice!r} is there twice")
    total = sum(task.points for task in found.tasks)
    if total != POINTS:
        raise table.wrong("tasks", f"the points add up to {total:g}, not {POINTS}")
    return found


def _task(table: Table, number: int) -> Task:
    task = Task(
        id=_id(table),
        number=number,
        points=table.number("points"),
        title=table.text("title"),
        hints=table.texts("hints"),
    )
    if not 2 <= len(task.hints) <= 3:
        raise table.wrong("hints", f"two or three hints, not {len(task.hints)}")
    table.finish()
    return task


def _reflection(table: Table) -> Reflection:
    found = Reflection(id=_id(table), points=table.number("points"), title=table.text("title"))
    table.finish()
    return found


def _id(table: Table) -> str:
    value = table.string("id")
    if not _ID.fullmatch(value):
        raise table.wrong("id", f"lower-case letters, digits and _ only, not {value!r}")
    return value
