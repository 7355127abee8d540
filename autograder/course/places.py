"""Where things are: the kit's folders, an assignment's files, the user's cache."""

from __future__ import annotations

import os
from pathlib import Path

from autograder.course import catalogue
from autograder.course.catalogue import Assignment
from autograder.text import LANGUAGES, Text
from autograder.trouble import Trouble

PACKAGE = Path(__file__).resolve().parent.parent
STARTERS = PACKAGE / "course" / "starters"
"""Every starter as it was handed out, to tell it from one that was worked on."""


class NoKit(Trouble):
    """Neither here nor above is a folder of the kit."""

    def __init__(self, start: Path):
        super().__init__(
            Text(
                en=f"No assignments/ in {start} or above. Change into the kit's folder.",
                ja=f"{start} にも、その上のフォルダにも assignments/ がありません。"
                "キットのフォルダに移動してください。",
            )
        )


def root(start: Path | None = None) -> Path:
    """The kit's folder, which holds `assignments/` or `solutions/`.

    Looked for upward from `start` (the working directory), then around the package.
    Raises `NoKit`.
    """
    start = (start or Path.cwd()).resolve()
    for folder in (start, *start.parents, PACKAGE.parent):
        if _is_kit(folder):
            return folder
    raise NoKit(start)


class NoClone(Trouble):
    """What authors work on, and the example class, are not in the installed package."""

    def __init__(self) -> None:
        super().__init__(
            Text(
                en="This needs a clone of the kit, with solutions/ and tests/, which the installed "
                "package does not hold. Change into the clone.",
                ja="これには、solutions/ と tests/ のあるキットのクローンが必要です。インストールした"
                "パッケージには含まれていません。クローンに移動してください。",
            )
        )


def clone(start: Path | None = None) -> Path:
    """The kit's folder with its solutions, looked for as in `root`. Raises `NoClone`."""
    start = (start or Path.cwd()).resolve()
    for folder in (start, *start.parents, PACKAGE.parent):
        if any((folder / "solutions" / name).is_dir() for name in catalogue.assignments()):
            return folder
    raise NoClone


def checkout() -> Path | None:
    """The kit's folder that this package was installed from, if it lies in one.

    Graders take checks from here and never from the working directory, which may be a learner's.
    """
    return PACKAGE.parent if _is_kit(PACKAGE.parent) else None


def _is_kit(folder: Path) -> bool:
    kinds = ("solutions", "assignments", *(f"assignments/{lang}" for lang in LANGUAGES))
    return any(
        (folder / kind / name).is_dir() for kind in kinds for name in catalogue.assignments()
    )


def assignment_folder(kit: Path, assignment: Assignment, lang: str = "en") -> Path:
    """Where the learner works: `assignments/07_build`, `assignments/ja/07_build`."""
    folder = kit / "assignments"
    return (folder if lang == "en" else folder / lang) / assignment.name


def source(kit: Path, assignment: Assignment) -> Path:
    """The one source of the assignment."""
    return kit / "solutions" / assignment.name / f"{assignment.module}.py"


def public_checks(assignment: Assignment) -> Path:
    """The public checks: the author's, or the package's copy."""
    name = f"test_{assignment.module}.py"
    kit = checkout()
    authors = source(kit, assignment).with_name(name) if kit else None
    return authors if authors and authors.is_file() else STARTERS / "en" / assignment.name / name


def hidden_checks(assignment: Assignment) -> Path | None:
    """The hidden checks; None in a learner's package, which has none."""
    path = PACKAGE / "graders" / f"test_{assignment.name}.py"
    return path if path.is_file() else None


def starters(assignment: Assignment) -> tuple[Path, ...]:
    """Folders with the assignment as it was handed out, one a language.

    They are the package's own copies (of the notebook, the code cells), because the learner
    works in `assignments/` itself.
    """
    folders = (STARTERS / lang / assignment.name for lang in LANGUAGES)
    return tuple(folder for folder in folders if folder.is_dir())


def cache() -> Path:
    """The user's cache folder for the kit: `$XDG_CACHE_HOME/neural-kata`, else in `~/.cache`.

    It may not exist yet. A relative `XDG_CACHE_HOME` counts as unset, as its specification says.
    """
    given = Path(os.environ.get("XDG_CACHE_HOME", ""))
    return (given if given.is_absolute() else Path.home() / ".cache") / "neural-kata"
