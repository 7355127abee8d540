"""A submission gets the same verdict however it is handed in and wherever it is graded.

Notebook or module, in English or Japanese, in this process or in a sandbox, one at a time or four
side by side, once or twice: each check ends the same way and says the same.
"""

from __future__ import annotations

import json
import re
from pathlib import Path

import jupytext
import nbformat
import pytest

from autograder.boundary import sandbox
from autograder.commands.validate import run_trial, trials_of
from autograder.course import catalogue, places, variants
from autograder.course.source import render

FORMS = ("notebook", "module")
LANGUAGES = ("en", "ja")
QUICK = {"02_neuron": ["relu_in_place.py"]}
"""Wrong answers that are graded in every test run, beside the solution."""
TRAINED = 2
"""Wrong answers a chapter that trains networks, from which each grading takes long."""


@pytest.fixture(autouse=True)
def _sandbox():
    problem = sandbox.problem()
    if problem is not None:
        pytest.skip(problem.en)


def answers(name: str, wrong: list[str] | None) -> dict[str, str]:
    """Solution and wrong answers (all if None), as definitions in place of the solution's."""
    chosen = {t.label: t for t in trials_of(catalogue.find(name)) if t.kind == "wrong"}
    found = {label: chosen[label].variant.source for label in wrong or chosen}
    return {"solution": "", **found}


def submissions(name: str, wrong: list[str] | None, folder: Path) -> dict[str, str]:
    """Writes each answer in both forms and languages. The answer's name by student."""
    assignment = catalogue.find(name)
    source = places.source(places.root(), assignment)
    owners = {}
    for lang in LANGUAGES:
        solution = render(source, assignment, lang=lang, form="module", solution=True)
        for answer, definitions in answers(name, wrong).items():
            text = variants.apply(solution, definitions) if definitions else solution
            for form in FORMS:
                student = f"{answer}-{form}-{lang}"
                own = folder / student / name
                own.mkdir(parents=True)
                for file in source.parent.glob("*.csv"):
                    (own / file.name).write_bytes(file.read_bytes())
                if form == "module":
                    (own / f"{assignment.module}.py").write_text(text, encoding="utf-8")
                else:
                    nbformat.write(as_notebook(text), own / f"{assignment.module}.ipynb")
                owners[student] = answer
    return owners


def as_notebook(module: str) -> nbformat.NotebookNode:
    """The module's cells as a notebook's; those to be run only stay away, as graders skip them."""
    notebook = jupytext.reads(module, "py:percent")
    notebook.cells = [c for c in notebook.cells if not c.source.startswith("if __name__")]
    return notebook


def in_process(name: str, wrong: list[str] | None) -> dict[str, list]:
    """What a learner's own check says about each answer, in English."""
    trials = {
        ("solution" if t.kind == "solution" else t.label): t
        for t in trials_of(catalogue.find(name))
        if t.kind == "wrong" or (t.kind, t.label) == ("solution", "module, en")
    }
    return {
        answer: [
            (c.name, c.outcome, c.points, without_place(c.message.en))
            for c in run_trial(trials[answer]).checks
        ]
        for answer in answers(name, wrong)
    }


def graded(kata, folder: Path, out: Path, jobs: int) -> dict[tuple, list]:
    """What official grading says, by student and assignment; nothing is remembered from an earlier one."""
    cache = out.with_suffix(".cache")
    done = kata("grade", folder, "--out", out, "--jobs", jobs, XDG_CACHE_HOME=str(cache))
    assert done.returncode == 0, done.stderr
    results = json.loads((out / "grades.json").read_text(encoding="utf-8"))["results"]
    return {
        (r["student"], r["assignment"]): [
            (c["name"], c["outcome"], c["points"], without_place(c["message"])) for c in r["checks"]
        ]
        for r in results
    }


def without_place(message: str) -> str:
    """The message without file and line: those of a notebook are not those of a module."""
    return re.sub(r" \([^()]*line \d+.*\)", "", message)


def outcomes(verdicts: dict) -> dict:
    """The verdicts without their messages, which may show digits that a machine rounds its way."""
    return {owner: [entry[:3] for entry in found] for owner, found in verdicts.items()}


def check_same(kata, folder: Path, chosen: dict[str, list[str] | None], seen=lambda v: v) -> None:
    """chosen: wrong answers by assignment; seen: what is compared."""
    expected = {}
    for name, wrong in chosen.items():
        verdicts = seen(in_process(name, wrong))
        owners = submissions(name, wrong, folder / "in")
        expected |= {(student, name): verdicts[answer] for student, answer in owners.items()}
    for run, jobs in enumerate((1, 4, 4)):
        assert seen(graded(kata, folder / "in", folder / f"out{run}", jobs)) == expected


def test_some_answers_get_one_verdict_everywhere(kata, tmp_path):
    check_same(kata, tmp_path, QUICK)


@pytest.mark.slow
@pytest.mark.parametrize(
    "name", [a.name for a in catalogue.assignments().values() if not a.tensorflow]
)
def test_every_answer_gets_one_verdict_everywhere(kata, tmp_path, name):
    check_same(kata, tmp_path, {name: None})


@pytest.mark.slow
@pytest.mark.parametrize("name", [a.name for a in catalogue.assignments().values() if a.tensorflow])
def test_answers_that_train_networks_get_one_verdict_everywhere(kata, tmp_path, name):
    labels = [label for label in answers(name, None) if label != "solution"]
    step = len(labels) // TRAINED
    check_same(kata, tmp_path, {name: labels[::step][:TRAINED]}, outcomes)
