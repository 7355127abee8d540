"""The corpus of hostile and honest submissions: one file each, described by its docstring."""

from __future__ import annotations

import ast
import re
import runpy
from dataclasses import dataclass
from pathlib import Path

from autograder.course import catalogue, places
from autograder.course.source import render

HERE = Path(__file__).resolve().parent
ROOT = HERE.parents[1]
CORPUS = HERE / "corpus"
_KEY = re.compile(r"(chapter|place|caught by|says|outcome|stops|slow|student):\s*(.*)")


@dataclass(frozen=True, kw_only=True)
class Entry:
    """One submission of the corpus, as its file's docstring describes it."""

    name: str
    group: str
    path: Path
    what: str
    """What it tries."""
    chapter: str
    place: str
    """`after` the solution's code, `before` it, or `alone`."""
    caught_by: tuple[str, ...]
    """Checks that must not pass; (“all”,) for every one; none for an honest one."""
    says: str
    """Part of the reason that one of them gives."""
    outcome: str
    """`failed` or `error`."""
    stops: int
    """How many time limits run out."""
    slow: bool
    student: str
    """Name of who hands it in."""

    @property
    def builds(self) -> bool:
        """Whether the file makes the submission instead of being it."""
        return self.path.name.endswith(".make.py")


def read(path: Path) -> Entry:
    """The entry in a file of the corpus."""
    text = ast.get_docstring(ast.parse(path.read_text(encoding="utf-8"))) or ""
    about: dict[str, str] = {}
    what = []
    for line in text.splitlines():
        if found := _KEY.fullmatch(line.strip()):
            about[found[1]] = found[2]
        else:
            what.append(line.strip())
    group = path.parent.name
    caught = about.get("caught by", "" if group in ("honest", "notebook") else "test_relu_by_hand")
    name = path.name.removesuffix(".py").removesuffix(".make")
    return Entry(
        name=name,
        group=group,
        path=path,
        what=" ".join(what).strip(),
        chapter=about.get("chapter", "02_neuron"),
        place=about.get("place", "after"),
        caught_by=tuple(caught.replace(",", " ").split()),
        says=about.get("says", ""),
        outcome=about.get("outcome", "failed"),
        stops=int(about.get("stops", "0")),
        slow=about.get("slow", "no") == "yes",
        student=about.get("student", f"h_{name}"),
    )


def corpus() -> list[Entry]:
    return [read(path) for path in sorted(CORPUS.glob("*/*.py"))]


def solution(chapter: str) -> str:
    """The chapter solved, as the module that a student hands in."""
    assignment = catalogue.find(chapter)
    source = places.source(places.root(), assignment)
    return render(source, assignment, lang="en", form="module", solution=True)


def hand_in(entry: Entry, folder: Path, secret: Path) -> None:
    """Writes the entry's submission into `folder`, which is `<student>/<assignment>`."""
    folder.mkdir(parents=True)
    base = solution(entry.chapter)
    if entry.builds:
        runpy.run_path(str(entry.path))["make"](folder, base, secret)
        return
    own = entry.path.read_text(encoding="utf-8")
    parts = {"after": [base, own], "before": [own, base], "alone": [own]}[entry.place]
    module = entry.chapter.partition("_")[2]
    (folder / f"{module}.py").write_text("\n\n".join(parts), encoding="utf-8")
