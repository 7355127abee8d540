"""`kata export gradescope-autograder`: the zip that Gradescope builds a container from."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from importlib import metadata
from pathlib import Path

from autograder.commands.gradescope_run import SETTINGS, Settings
from autograder.course import catalogue, places
from autograder.course.catalogue import Assignment
from autograder.reports import grades_json
from autograder.reports.files import write_atomic
from autograder.reports.gradescope import not_graded
from autograder.text import Text
from autograder.trouble import Trouble

ROOMS = ("boundary", "grading", "reports", "student")
"""Rooms that grading one submission needs as a whole; of the others it gets single files."""
NOT_NEEDED = ("ipywidgets", "jupytext", "nbgrader", "typer", "watchfiles")
WITH_TENSORFLOW = ("importlib-resources", "pydot", "tensorflow", "tensorflow-datasets")
_EPOCH = (1980, 1, 1, 0, 0, 0)
_SCRIPTS = Path(__file__).with_name("gradescope")


def write(name: str, out: Path | None, lang: str, *, own_user: bool) -> Iterator[Text]:
    """Writes the zip for one assignment; lines on what it is.

    out: the zip; `gradescope_07_build.zip` here if None.
    lang: language of what students read.
    own_user: let a user of its own stand in where the container allows no bubblewrap.
    Raises `Trouble`.
    """
    assignment = catalogue.find(name)
    if places.hidden_checks(assignment) is None:
        raise Trouble(
            Text(
                en=f"There are no hidden checks of {assignment.name} here. Make the zip with the "
                "whole kit.",
                ja=f"{assignment.name} の非公開の確認項目がありません。キット全体で作ってください。",
            )
        )
    target = out or Path(f"gradescope_{assignment.name}.zip")
    settings = Settings(assignment=assignment.name, lang=lang, own_user=own_user)
    write_atomic(target, _zipped(dict(_files(assignment, settings))))
    yield Text(
        en=f"Wrote {target}. Upload it under Configure Autograder, and set the points to "
        f"{_worth(assignment):g}. It holds the hidden checks: keep it to yourself.",
        ja=f"{target} を書き出しました。Configure Autograder でアップロードし、配点を "
        f"{_worth(assignment):g} 点にしてください。非公開の確認項目が入っているので、"
        "学生には渡さないでください。",
    )


def _worth(assignment: Assignment) -> float:
    tasks = sum(task.points for task in assignment.tasks)
    return tasks + sum(reflection.points for reflection in assignment.reflections)


def _files(assignment: Assignment, settings: Settings) -> Iterator[tuple[str, bytes]]:
    """Name in the zip and content."""
    for script in sorted(_SCRIPTS.iterdir()):
        yield script.name, script.read_bytes()
    yield SETTINGS, settings.dumps().encode()
    yield "not_graded.json", grades_json.dumps(not_graded(settings.lang)).encode()
    yield "requirements.txt", "".join(f"{r}\n" for r in _requirements(assignment)).encode()
    yield "constraints.txt", _constraints()
    for path in _kit(assignment):
        yield f"kit/autograder/{path.relative_to(places.PACKAGE).as_posix()}", path.read_bytes()


def _kit(assignment: Assignment) -> Iterator[Path]:
    """The files of the package that grading this one assignment needs."""
    package = places.PACKAGE
    yield from sorted(p for p in package.glob("*.py") if p.name not in ("cli.py", "console.py"))
    for room in ROOMS:
        yield from _below(package / room)
    course, graders = package / "course", package / "graders"
    yield from sorted(p for p in course.iterdir() if p.suffix in (".py", ".json"))
    yield course / "catalogue" / f"{assignment.name}.toml"
    for folder in places.starters(assignment):
        yield from _below(folder)
    if assignment.tensorflow:
        yield from _below(course / "data")
    yield from sorted(graders.glob("_*.py"))
    yield from sorted(graders.glob(f"*_{assignment.name}.py"))
    commands = Path(__file__).parent
    yield from (commands / "__init__.py", commands / "gradescope_run.py")


def _below(folder: Path) -> Iterator[Path]:
    for path in sorted(folder.rglob("*")):
        if path.is_file() and "__pycache__" not in path.parts:
            yield path


def _requirements(assignment: Assignment) -> list[str]:
    left_out = NOT_NEEDED if assignment.tensorflow else (*NOT_NEEDED, *WITH_TENSORFLOW)
    all_of_them = metadata.requires("neural-kata") or []
    return sorted(
        r for r in all_of_them if "extra ==" not in r and _distribution(r) not in left_out
    )


def _distribution(requirement: str) -> str:
    return requirement.partition(">")[0].partition("=")[0].partition("[")[0].strip()


def _constraints() -> bytes:
    """The pinned versions of this clone; nothing where the kit was installed without one."""
    clone = places.checkout()
    file = clone / "constraints.txt" if clone else None
    return file.read_bytes() if file and file.is_file() else b""


def _zipped(files: dict[str, bytes]) -> bytes:
    """The zip, the same bytes for the same files; scripts may be executed."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in files.items():
            entry = zipfile.ZipInfo(name, _EPOCH)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.external_attr = (0o100755 if data.startswith(b"#!") else 0o100644) << 16
            archive.writestr(entry, data)
    return buffer.getvalue()
