"""A small chapter of the tests' own, so that no real one has to change with them."""

import shutil
from dataclasses import dataclass
from pathlib import Path

import pytest

from autograder.course import catalogue
from autograder.course.catalogue import Assignment

SMALL = Path(__file__).with_name("small")


@dataclass
class Chapter:
    """A chapter in a folder that a test may change."""

    kit: Path
    source: Path
    assignment: Assignment

    def change(self, old: str, new: str) -> None:
        text = self.source.read_text(encoding="utf-8")
        assert old in text
        self.source.write_text(text.replace(old, new), encoding="utf-8")


@pytest.fixture
def chapter(tmp_path: Path) -> Chapter:
    folder = tmp_path / "kit" / "solutions" / "01_small"
    folder.mkdir(parents=True)
    for name in ("small.py", "pictures.py"):
        shutil.copy(SMALL / name, folder)
    shutil.copy(SMALL / "test_small.py.txt", folder / "test_small.py")
    return Chapter(tmp_path / "kit", folder / "small.py", catalogue.read(SMALL / "01_small.toml"))
