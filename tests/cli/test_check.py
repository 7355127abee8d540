"""A self-learner's evening: `kata check`, `kata hint`, and a plain `pytest`."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from autograder.course import catalogue, places
from autograder.course.source import render


def undrawn(name: str, lang: str) -> bytes:
    return b""


@pytest.fixture
def neuron(root: Path):
    """Text of chapter 2, by language, form and whether it is solved."""
    assignment = catalogue.find("02")
    source = places.source(root, assignment)

    def text(lang: str = "en", form: str = "module", solution: bool = False) -> str:
        return render(source, assignment, lang=lang, form=form, solution=solution, draw=undrawn)

    return text


@pytest.mark.parametrize("form", ["module", "notebook"])
def test_a_solved_submission_gets_full_marks_and_exit_status_0(kata, tmp_path, neuron, form):
    path = tmp_path / ("neuron.py" if form == "module" else "neuron.ipynb")
    path.write_text(neuron(form=form, solution=True))
    done = kata("check", "02", path)
    assert (done.returncode, done.stderr) == (0, "")
    assert "10 of 10 points" in done.stdout


def test_an_untouched_starter_says_what_to_do_first_and_exit_status_1(kata, tmp_path, neuron):
    (tmp_path / "neuron.py").write_text(neuron())
    done = kata("check", "02_neuron", tmp_path)
    assert done.returncode == 1
    assert "`weighted_sum` is still to be written: it stops at TODO 1" in done.stdout
    assert "Hint:" in done.stdout


def test_messages_come_in_japanese_by_option_and_by_locale(kata, tmp_path, neuron):
    (tmp_path / "neuron.py").write_text(neuron("ja"))
    for done in (
        kata("check", "2", tmp_path, "--lang", "ja"),
        kata("check", "2", tmp_path, LANG="ja_JP.UTF-8"),
    ):
        assert "`weighted_sum` はまだ書かれていません" in done.stdout
        assert "Start there" not in done.stdout


def test_a_module_that_does_not_compile_names_its_line(kata, tmp_path, neuron):
    (tmp_path / "neuron.py").write_text(neuron(solution=True) + "\ndef broken(:\n")
    done = kata("check", "02", tmp_path)
    assert done.returncode == 1
    assert "SyntaxError" in done.stdout
    assert "def broken(:" in done.stdout
    assert "Traceback" not in done.stdout + done.stderr


def test_a_function_without_end_is_stopped_and_the_rest_is_checked(kata, tmp_path, neuron):
    (tmp_path / "neuron.py").write_text(
        neuron(solution=True) + "\ndef relu(z):\n    while True:\n        pass\n"
    )
    done = kata("check", "02", tmp_path)
    assert done.returncode == 1
    assert "a loop that never ends" in " ".join(done.stdout.split())
    assert "✓" in done.stdout


@pytest.mark.parametrize(
    ("arguments", "line"),
    [
        (["check", "99"], "There is no assignment '99'"),
        (["check", "02", "nowhere.ipynb"], "nowhere.ipynb does not exist"),
        (["hint", "02", "nine"], "has no task 'nine'"),
        (["grade", "nowhere", "--out", "x"], "nowhere is not a folder"),
        (["grade", "."], "Give --out"),
        (["check", "02", "--lang", "fr"], "--lang is en or ja, not 'fr'"),
    ],
    ids=" ".join,
)
def test_wrong_use_ends_in_clear_words_and_exit_status_2(kata, arguments, line):
    done = kata(*arguments)
    assert done.returncode == 2
    assert line in " ".join(done.stderr.split())
    assert "Traceback" not in done.stderr
    assert max(map(len, done.stderr.splitlines())) <= 80


def test_hints_come_one_step_at_a_time(kata):
    first = kata("hint", "02", "1")
    second = kata("hint", "02", "1", "2")
    assert first.returncode == second.returncode == 0
    assert "(1/3)" in first.stdout
    assert "kata hint 02 1 2" in first.stdout
    assert "(2/3)" in second.stdout
    assert first.stdout.splitlines()[1] not in second.stdout


def pytest_in(folder: Path) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "pytest", str(folder), "-p", "no:cacheprovider"]
    return subprocess.run(command, cwd=folder, capture_output=True, text=True, timeout=300)


@pytest.fixture
def own_folder(tmp_path: Path, root: Path) -> Path:
    """The assignment's folder as a student has it."""
    folder = tmp_path / "02_neuron"
    folder.mkdir()
    shutil.copyfile(root / "solutions/02_neuron/test_neuron.py", folder / "test_neuron.py")
    return folder


def test_plain_pytest_shows_our_message_and_no_traceback(own_folder, neuron):
    (own_folder / "neuron.py").write_text(neuron())
    done = pytest_in(own_folder)
    assert done.returncode == 1
    assert "`weighted_sum` is still to be written" in done.stdout
    assert "These checks: 0 of" in done.stdout
    assert "autograder/grading" not in done.stdout


@pytest.mark.parametrize("form", ["module", "notebook"])
def test_plain_pytest_passes_on_the_module_or_the_notebook(own_folder, neuron, form):
    solved = "neuron.py" if form == "module" else "neuron.ipynb"
    untouched = "neuron.ipynb" if form == "module" else "neuron.py"
    (own_folder / solved).write_text(neuron(form=form, solution=True))
    other = "notebook" if form == "module" else "module"
    (own_folder / untouched).write_text(neuron(form=other))
    done = pytest_in(own_folder)
    assert done.returncode == 0, done.stdout


def test_notebook_and_module_that_differ_are_a_question(own_folder, neuron):
    (own_folder / "neuron.py").write_text(neuron(solution=True))
    (own_folder / "neuron.ipynb").write_text(
        neuron(form="notebook", solution=True).replace("return 1", "return 2")
    )
    text = (own_folder / "neuron.ipynb").read_text().replace("np.maximum", "np.minimum")
    (own_folder / "neuron.ipynb").write_text(text)
    done = pytest_in(own_folder)
    assert done.returncode == 1
    assert "Which one counts?" in " ".join(done.stdout.split())
