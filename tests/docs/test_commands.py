"""Every command in README and guides exists with these options; the cheap ones are run.

A new command on a page must be put into `RUN` or `NOT_RUN`: the last test asks for it.
"""

from __future__ import annotations

import importlib.util
import re
import shlex
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import typer
from typer.exceptions import TyperException

from autograder import cli
from autograder.course import catalogue, places
from autograder.course.source import render
from autograder.trouble import Trouble
from tests.docs.conftest import PAGES, ROOT, code

_COMMAND = re.compile(r"(?:kata|make|pytest|python3?|pip|nbgrader|dask|jupyter|source|cd)(?: .+)?")

RUN = {
    "kata start": (0, "kata watch 02"),
    "kata start --lang ja": (0, "確認します"),
    "kata check 07": (0, "10 of 10 points"),
    "kata check 07 my.ipynb": (1, "0 of 10 points"),
    "kata check": (0, "02_neuron: 10 of 10 points"),
    "kata hint 07 2": (0, "(1/3)"),
    "kata hint 07 2 2": (0, "(2/3)"),
    "kata hint 07 2 3": (0, "(3/3)"),
    "kata progress": (0, "02_neuron"),
    "kata diff 07": (0, "+    return"),
    "kata reset 07": (0, ".kata"),
    "kata submit 07": (0, "02_neuron.zip"),
    "pytest assignments/07_build": (0, "passed"),
    "kata cache where": (0, "graded"),
    "kata cache size": (0, "entries"),
    "kata cache prune --days 30": (0, "0"),
}
"""Exit status and a piece of what is printed, for who has done chapter 2 in English."""
NOT_RUN = {
    "kata --install-completion": "writes into the shell's own files",
    "kata doctor": "makes MNIST ready in a new cache: tests/learner/test_doctor.py",
    "kata watch 07": "runs until Ctrl-C: tests/learner/test_watch.py",
    "kata check 07 --task 2": "tests/cli/test_check.py",
    "pytest assignments/ja/07_build": "as in English",
    "kata grade SUBMITTED --out OUT": "tests/test_classroom.py",
    "kata grade SUBMITTED --out OUT --jobs 4": "tests/test_classroom_kata.py",
    "kata grade SUBMITTED --out OUT --assignment 10": "tests/cli/test_new.py makes chapter 10",
    "kata grade SUBMITTED --out OUT --scheduler tcp://10.0.0.1:8786": "no such cluster here: "
    "tests/test_classroom_cluster.py has one of its own",
    "kata grade submitted --nbgrader . --jobs 2": "needs a course: tests/gradebook/",
    "kata nbgrader init COURSE --lang en": "draws every picture: tests/gradebook/",
    "kata release --lang en --out handout": "builds a package: tests/cli/test_release.py",
    "kata new 10_dropout": "writes into the kit: tests/cli/test_new.py",
    "kata validate 10": "tests/cli/test_new.py",
    "kata check 10 solutions/10_dropout/dropout.py": "tests/cli/test_new.py",
    "pytest -m nbgrader": "these tests themselves",
    "python -m tools.pictures": "minutes, and a browser",
    "pip install .": "takes minutes: tests/cli/test_package.py installs the wheel",
    "python3 -m venv .venv": "Python's own",
    "python -m hatchling build": "tests/cli/test_package.py",
    "pip install 'neural-kata[cluster]'": "takes packages from outside",
    "pip install neural_kata_student-*.whl": "takes minutes: tests/cli/test_bare_notebook.py",
    "dask scheduler": "a server; `dask worker` needs it",
    "jupyter lab": "a server: tests/gradebook/ drives formgrader in a browser",
}
"""Not run here, and why."""
NOT_RUN_KINDS = (
    "make ",  # sets up, measures or tests the whole kit; the names of the targets are compared
    "kata export ",  # tests/exports/ and tests/reports/test_export_command.py
    "nbgrader ",  # needs a course: tests/gradebook/ goes through the whole cycle
    "dask worker ",  # needs a server
    "python benchmarks/",  # minutes; that the script is there is tested above
    "python -P benchmarks/",
    "source ",  # the shell's
    "cd ",  # the shell's
)


def commands() -> dict[str, list[str]]:
    """Each command without its comment, and the pages where it stands."""
    found: dict[str, list[str]] = {}
    for page in PAGES:
        for line in code(page):
            command = re.split(r"\s+#", line.strip().removeprefix(".venv/bin/"))[0]
            if _COMMAND.fullmatch(command):
                found.setdefault(command, []).append(page)
    return found


def only_named(command: str) -> bool:
    """Whether a sentence only names the verb: `kata grade`, without what it needs."""
    words = command.split()
    return len(words) <= 2 + (words[:2] == ["kata", "nbgrader"]) and command not in RUN | NOT_RUN


FOUND = commands()
KATA: Any = typer.main.get_command(cli.app)


@pytest.mark.parametrize("command", [c for c in FOUND if c.startswith("kata")])
def test_kata_knows_the_verb_and_its_options(command):
    verb = KATA
    words = shlex.split(command)[1:]
    while words and hasattr(verb, "commands") and not words[0].startswith("-"):
        assert words[0] in verb.commands, f"kata has no {words[0]}"
        verb = verb.commands[words.pop(0)]
    if not words and only_named(command):
        return
    if words == ["--install-completion"]:
        assert any("--install-completion" in option.opts for option in verb.params)
        return
    given = verb.make_context("kata", words).params
    assert given.get("lang") in (None, "", "en", "ja")
    number = given.get("assignment")
    if number and number != "10" and isinstance(number, str):
        catalogue.find(number)


@pytest.mark.parametrize("command", [c for c in FOUND if c.startswith("make")])
def test_make_has_the_target(command):
    target, *variables = command.split()[1:]
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    assert re.search(rf"^{re.escape(target)}:", makefile, re.MULTILINE)
    for variable in variables:
        assert re.search(rf"^{variable.partition('=')[0]} \?=", makefile, re.MULTILINE)


@pytest.mark.parametrize("command", [c for c in FOUND if c.startswith("nbgrader ")])
def test_nbgrader_has_the_command(command):
    nbgrader = importlib.util.find_spec("nbgrader")
    assert nbgrader is not None
    (folder,) = nbgrader.submodule_search_locations or ()
    assert (Path(folder) / "apps" / f"{command.split()[1].replace('_', '')}app.py").is_file()


@pytest.mark.parametrize("command", [c for c in FOUND if c.startswith("python ")])
def test_the_script_is_there(command):
    if " -m " in command:
        # tools/ lies in the kit's folder, other modules are installed
        module = command.split()[2]
        found = (ROOT / module.replace(".", "/") / "__main__.py").is_file()
        assert found or importlib.util.find_spec(module), module
    else:
        script = next(word for word in command.split() if word.endswith(".py"))
        assert (ROOT / script).is_file()


@pytest.fixture
def evening(tmp_path, monkeypatch) -> Path:
    """A learner's folder: chapter 2 done in the English module, the Japanese one untouched.

    The guides speak of 07; here 02 takes its place, which needs no TensorFlow.
    """
    neuron = catalogue.find("02")
    for lang in ("en", "ja"):
        shutil.copytree(
            places.assignment_folder(ROOT, neuron, lang),
            places.assignment_folder(tmp_path, neuron, lang),
            ignore=shutil.ignore_patterns("__pycache__"),
        )
    done = render(places.source(ROOT, neuron), neuron, lang="en", form="module", solution=True)
    work = places.assignment_folder(tmp_path, neuron)
    shutil.copy(work / "neuron.ipynb", tmp_path / "my.ipynb")
    (work / "neuron.py").write_text(done, encoding="utf-8")
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    monkeypatch.setenv("KATA_LANG", "en")
    monkeypatch.setenv("COLUMNS", "80")
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.mark.parametrize("command", RUN)
def test_what_is_cheap_is_run(command, evening, monkeypatch, capfd):
    status, printed = RUN[command]
    words = shlex.split(command.replace("07_build", "02_neuron").replace("07", "02"))
    words[0] = str(Path(sys.executable).with_name(words[0]))
    if words[1] == "check" or words[0].endswith("pytest"):
        done = subprocess.run(words, capture_output=True, text=True)  # runs a learner's code
        assert printed in done.stdout + done.stderr
        assert done.returncode == status
        return
    monkeypatch.setattr(sys, "argv", words)
    with pytest.raises(SystemExit) as ended:
        cli.main()
    assert printed in "".join(capfd.readouterr())
    assert (ended.value.code or 0) == status


def test_every_command_is_run_or_it_is_said_why_not():
    known = {c for c in FOUND if c in RUN or c in NOT_RUN or c.startswith(NOT_RUN_KINDS)}
    assert {c for c in FOUND if not only_named(c)} <= known
    assert (RUN.keys() | NOT_RUN.keys()) - FOUND.keys() == set(), "on no page any more"


def test_a_command_that_does_not_exist_would_be_noticed():
    for command in ("kata chekc 07", "kata check 07 --taks 2", "kata check 12"):
        with pytest.raises((AssertionError, TyperException, Trouble)):
            test_kata_knows_the_verb_and_its_options(command)
