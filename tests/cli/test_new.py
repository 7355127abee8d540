"""`kata new`: an author goes from nothing to a graded assignment."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

Kata = Callable[..., subprocess.CompletedProcess[str]]


@pytest.fixture
def copy(root: Path, tmp_path: Path) -> Kata:
    """`kata` of a checkout of one's own, which may be changed."""
    ignore = shutil.ignore_patterns("__pycache__")
    for part in ("autograder", "solutions"):
        shutil.copytree(root / part, tmp_path / part, ignore=ignore)

    def run(*args: str) -> subprocess.CompletedProcess[str]:
        code = "from autograder.cli import main; main()"
        command = [sys.executable, "-c", code, *args]
        return subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, timeout=300)

    return run


def test_a_new_assignment_validates_as_it_is_and_grades(copy, tmp_path):
    made = copy("new", "10_dropout")
    assert made.returncode == 0, made.stderr
    files = made.stdout.splitlines()[:-1]
    assert len(files) == 9
    assert all((tmp_path / name).is_file() for name in files)
    validated = copy("validate", "10", "--json")
    (found,) = json.loads(validated.stdout)["assignments"]
    assert found["problems"] == []
    assert (found["solution"], found["starter"], found["wrong"], found["honest"]) == (10, 0, 2, 1)
    done = copy("check", "10", "solutions/10_dropout/dropout.py")
    assert (done.returncode, "10 of 10 points" in done.stdout) == (0, True)
    again = copy("new", "10_pooling")
    assert again.returncode == 2
    assert "Number 10 is taken by 10_dropout" in again.stderr


@pytest.mark.parametrize("name", ["dropout", "10-dropout", "10_Dropout", "../10_x"])
def test_a_name_that_does_not_fit_is_refused(kata, name):
    done = kata("new", name)
    assert done.returncode == 2
    assert "looks like 10_dropout" in done.stderr
    assert "Traceback" not in done.stderr


def test_a_number_that_is_taken_is_named(kata):
    done = kata("new", "07_convolution", "--lang", "ja")
    assert "番号 07 は 07_build が使っています" in done.stderr
