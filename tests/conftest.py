"""What all tests share: the command line as users type it, and a cache of their own."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from autograder.course import catalogue, places
from autograder.course.source import render

ROOT = Path(__file__).resolve().parents[1]
KATA = Path(sys.executable).with_name("kata")

pytest_plugins = ["pytester"]

Kata = Callable[..., subprocess.CompletedProcess[str]]


@pytest.fixture
def root() -> Path:
    """The kit's folder."""
    return ROOT


@pytest.fixture(scope="session")
def solution() -> str:
    """Chapter 2, solved, as a module; it needs no TensorFlow."""
    neuron = catalogue.find("02_neuron")
    source = places.source(places.root(), neuron)
    return render(source, neuron, lang="en", form="module", solution=True)


@pytest.fixture
def kata(tmp_path_factory: pytest.TempPathFactory) -> Kata:
    """Runs `kata …` as a user does: in a terminal of 80 columns, in English unless told."""

    def run(*args: object, cwd: Path = ROOT, **environment: str):
        env = {
            **{k: v for k, v in os.environ.items() if not k.startswith(("LC_", "LANG", "KATA"))},
            "COLUMNS": "80",
            "LANG": "C.UTF-8",
            **environment,
        }
        command = [str(KATA), *map(str, args)]
        return subprocess.run(
            command, cwd=cwd, env=env, capture_output=True, text=True, timeout=900
        )

    return run
