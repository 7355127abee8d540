"""The whole kit as a package: what is in it, and how it works where there is no clone."""

from __future__ import annotations

import os
import subprocess
import sys
import tarfile
import zipfile
from pathlib import Path

import pytest

from autograder.course import catalogue, places
from autograder.course.source import render

pytestmark = pytest.mark.slow
BIN = Path(sys.executable).parent


def run(*command: object, cwd: Path, **environment: str) -> subprocess.CompletedProcess[str]:
    kept = {k: v for k, v in os.environ.items() if not k.startswith(("KATA", "PYTHON", "PIP"))}
    env = {**kept, "LANG": "C.UTF-8", "COLUMNS": "80", **environment}
    return subprocess.run([*map(str, command)], cwd=cwd, env=env, capture_output=True, text=True)


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """The sdist, and the wheel that is built from nothing but the sdist."""
    folder = tmp_path_factory.mktemp("dist")
    done = run(BIN / "hatchling", "build", "-t", "sdist", "-d", folder, cwd=places.PACKAGE.parent)
    assert done.returncode == 0, done.stderr
    (sdist,) = folder.glob("*.tar.gz")
    with tarfile.open(sdist) as archive:
        archive.extractall(folder, filter="data")
    unpacked = folder / sdist.name.removesuffix(".tar.gz")
    done = run(BIN / "hatchling", "build", "-t", "wheel", "-d", folder, cwd=unpacked)
    assert done.returncode == 0, done.stderr
    (wheel,) = folder.glob("*.whl")
    return sdist, wheel


def test_the_registrys_own_checks_pass(built, tmp_path):
    for command in (("twine", "check", "--strict", *built), ("check-wheel-contents", built[1])):
        done = run(BIN / command[0], *command[1:], cwd=places.PACKAGE.parent)
        assert done.returncode == 0, done.stdout + done.stderr


def test_the_sdist_holds_what_the_wheel_is_made_of_and_no_tests(built):
    with tarfile.open(built[0]) as archive:
        names = {name.partition("/")[2] for name in archive.getnames()}
    assert {"LICENSE", "README.md", "README.ja.md", "CHANGELOG.md", "CITATION.cff"} <= names
    assert "autograder/graders/test_02_neuron.py" in names
    folders = {name.partition("/")[0] for name in names if "/" in name}
    assert folders == {"autograder"}


def test_the_wheel_holds_the_data_with_its_licence_and_no_solution(built):
    with zipfile.ZipFile(built[1]) as archive:
        names = archive.namelist()
        modules = [n for n in names if n.startswith("autograder/course/starters/")]
        starters = [archive.read(n).decode() for n in modules if n.endswith(".py")]
    assert len(starters) > 20
    assert not any("BEGIN SOLUTION" in text for text in starters)
    assert "autograder/course/data/LICENSE.md" in names
    assert any(name.startswith("autograder/course/data/mnist/") for name in names)
    assert any(name.endswith("licenses/LICENSE") for name in names)


def test_outside_a_clone_it_checks_and_says_what_it_has_not(built, bare_python, root, tmp_path):
    done = run(bare_python, "-m", "pip", "install", "-q", "--no-deps", "--no-index", built[1],
               cwd=tmp_path)  # fmt: skip
    assert done.returncode == 0, done.stderr
    kata = bare_python.with_name("kata")
    assert "check" in run(kata, "--help", cwd=tmp_path).stdout

    neuron = catalogue.find("02")
    answer = render(places.source(root, neuron), neuron, lang="en", form="module", solution=True)
    (tmp_path / "mine.py").write_text(answer, encoding="utf-8")
    done = run(kata, "check", "02", "mine.py", cwd=tmp_path)
    assert "10 of 10 points" in done.stdout
    assert done.returncode == 0

    for verb in (("demo",), ("sync",), ("validate", "02"), ("nbgrader", "init", "COURSE")):
        done = run(kata, *verb, cwd=tmp_path)
        assert done.stderr.startswith(
            "This needs a clone of the kit, with solutions/ and tests/"
        ), verb
        assert done.returncode == 2
    done = run(kata, "demo", "--lang", "ja", cwd=tmp_path)
    assert "キットのクローンが必要です" in done.stderr
    done = run(kata, "start", cwd=tmp_path)
    assert "No assignments/ in" in done.stderr
    assert done.returncode == 2
