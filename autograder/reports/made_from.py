"""What a page was made from, as a mark in the page itself: from the same, none is made again.

A class that is graded again has mostly the pages it had, and the curves in them take 0.3 s to draw.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator
from functools import cache
from importlib.metadata import version
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path

from autograder.report import Report

_HEAD = 4096
"""Bytes at the start of a page among which its mark is found."""


def mark(report: Report, lang: str, place: str) -> str:
    """The mark of a submission's page.

    place: the page's path below the class report, from which the two link to each other.
    """
    content = json.dumps([_kit(), lang, place, report.as_dict()], sort_keys=True)
    return _digest(content)


def mark_of_all(marks: Iterable[str]) -> str:
    """The mark of a class report about the submissions with these marks, in any order."""
    return _digest("\n".join(sorted(marks)))


def holds(path: Path, mark: str) -> bool:
    """Whether there is a page at `path` with this mark."""
    try:
        with open(path, "rb") as file:
            return f'content="{mark}"'.encode() in file.read(_HEAD)
    except OSError:
        return False  # writing a page will tell what is wrong


@cache
def _kit() -> str:
    """What makes the pages: the package's code and templates, and what draws the pictures."""
    package = files("autograder")
    shared = (package / name for name in ("report.py", "text.py", "visible.py"))
    code = [*shared, *_below(package / "reports")]
    text = "".join(f"{file.name}\n{file.read_text(encoding='utf-8')}\n" for file in code)
    versions = (version(name) for name in ("neural-kata", "matplotlib", "jinja2"))
    return _digest("\n".join([*versions, text]))


def _below(folder: Traversable) -> Iterator[Traversable]:
    for entry in sorted(folder.iterdir(), key=lambda entry: entry.name):
        if entry.is_dir():
            yield from _below(entry)
        elif entry.name.endswith((".py", ".html", ".css", ".js")):
            yield entry


def _digest(text: str) -> str:
    return hashlib.blake2b(text.encode("utf-8", "surrogatepass"), digest_size=16).hexdigest()
