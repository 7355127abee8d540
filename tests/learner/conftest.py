"""A learner's folder: the assignments as they were handed out, somewhere of their own."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from autograder.course import catalogue, places
from autograder.course.source import render


@pytest.fixture
def home(root: Path, tmp_path: Path) -> Path:
    """Holds `assignments/` with chapters 1 and 2 in both languages."""
    for lang in ("en", "ja"):
        for name in ("01", "02"):
            assignment = catalogue.find(name)
            source = places.assignment_folder(root, assignment, lang)
            shutil.copytree(source, places.assignment_folder(tmp_path, assignment, lang))
    return tmp_path


@pytest.fixture
def solved(root: Path):
    """The text of chapter 2's solution, as a module or a notebook."""

    def text(form: str = "module", lang: str = "en") -> str:
        assignment = catalogue.find("02")
        source = places.source(root, assignment)
        return render(
            source, assignment, lang=lang, form=form, solution=True, draw=lambda n, of: b""
        )

    return text
