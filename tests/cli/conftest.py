"""A Python that has what the kit needs, and not the kit."""

from __future__ import annotations

import sysconfig
import venv
from pathlib import Path

import pytest


@pytest.fixture
def bare_python(tmp_path: Path) -> Path:
    """The interpreter of a fresh environment: NumPy, Jupyter, pytest … and not the kit.

    The packages are those of these tests, seen through a path file; the kit is not among them,
    because path files inside a folder that is added so are not read.
    """
    folder = tmp_path / "venv"
    venv.create(folder, with_pip=True)
    (packages,) = folder.glob("lib/python*/site-packages")
    (packages / "installed.pth").write_text(sysconfig.get_paths()["purelib"] + "\n")
    return folder / "bin" / "python"
