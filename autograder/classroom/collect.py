"""Finds the submissions of a class: `SUBMITTED/<student>/<assignment>/<files>`."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from autograder.course import catalogue
from autograder.text import Text
from autograder.trouble import Trouble
from autograder.visible import visible


class NoSubmissions(Trouble):
    """There is nothing to grade."""


@dataclass(frozen=True, order=True)
class Job:
    """One submission to grade."""

    student: str
    assignment: str
    path: Path


def find(submitted: Path, only: str | None = None) -> tuple[list[Job], list[Text]]:
    """The submissions, sorted, and a line for each folder that was left out.

    only: name of the one assignment to take.
    Raises `NoSubmissions`.
    """
    if not submitted.is_dir():
        raise NoSubmissions(
            Text(
                en=f"{submitted} is not a folder. Give the folder that holds "
                "<student>/<assignment>/<files>.",
                ja=f"{submitted} はフォルダではありません。<学生>/<課題>/<ファイル> の形の"
                "フォルダを指定してください。",
            )
        )
    known = catalogue.assignments()
    jobs: list[Job] = []
    left_out: list[Text] = []
    for student in sorted(submitted.iterdir()):
        if not student.is_dir() or student.name.startswith("."):
            continue
        try:
            folders = sorted(student.iterdir())
        except OSError as error:
            left_out.append(
                Text(
                    en=f"Left out {visible(student.name)}: it can't be read ({error.strerror}).",
                    ja=f"{visible(student.name)} は読めないため対象外です ({error.strerror})。",
                )
            )
            continue
        for folder in folders:
            name = folder.stem if folder.suffix in (".zip", ".py", ".ipynb") else folder.name
            if folder.name.startswith("."):
                continue
            if name not in known:
                left_out.append(
                    Text(
                        en=f"Left out {visible(student.name)}/{visible(folder.name)}: "
                        "no such assignment.",
                        ja=f"{visible(student.name)}/{visible(folder.name)} は対象外です "
                        "(課題名ではありません)。",
                    )
                )
            elif only in (None, name):
                jobs.append(Job(student.name, name, folder))
    if not jobs:
        raise NoSubmissions(
            Text(
                en=f"No submissions in {submitted}. Looked for <student>/<assignment>/, where the "
                f"assignment is one of {', '.join(known)}.",
                ja=f"{submitted} に提出物がありません。<学生>/<課題>/ を探しました。"
                f"課題名: {', '.join(known)}",
            )
        )
    return jobs, left_out
