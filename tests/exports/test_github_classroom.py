"""GitHub Classroom: a template repository, its workflow, and the step of ours in it."""

from __future__ import annotations

import base64
import json
import os
import re
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest
import yaml

from autograder.course import catalogue
from autograder.grading.suite import checks
from autograder.learner import github
from autograder.report import CheckResult, Report
from autograder.reports.github_classroom import to_github_classroom
from autograder.text import Text


@pytest.fixture(scope="module")
def released(tmp_path_factory):
    """What `kata release` makes, with the workflow; the wheel's content lies in `site`."""
    repository = tmp_path_factory.mktemp("classroom") / "repository"
    kata = Path(sys.executable).with_name("kata")
    for words in (
        ["release", "--lang", "en", "--out", repository],
        ["export", "github-classroom", "02", "--lang", "en", "--out", repository],
    ):
        done = subprocess.run([kata, *words], capture_output=True, text=True)
        assert done.returncode == 0, done.stderr
    assert "It runs the public checks only" in done.stdout
    (wheel,) = repository.glob("*.whl")
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(repository.parent / "site")
    return repository


@pytest.fixture
def workflow(released):
    text = (released / ".github/workflows/classroom.yml").read_text(encoding="utf-8")
    return yaml.safe_load(text)


@pytest.fixture
def steps(workflow):
    (job,) = workflow["jobs"].values()
    return job["steps"]


@pytest.fixture
def push(released, steps, tmp_path):
    """Runs our step as GitHub does, on a module; status, what it prints, the result or None."""

    def push(text: str):
        (step,) = [step for step in steps if step.get("id") == "kata"]
        python, *words = step["run"].split()
        assert python == "python"
        work = released / "assignments/02_neuron/neuron.py"
        before = work.read_text(encoding="utf-8")
        work.write_text(text, encoding="utf-8")
        output = tmp_path / "output"
        try:
            done = subprocess.run(
                [sys.executable, "-P", *words],
                cwd=released,
                env={
                    **os.environ,
                    "GITHUB_OUTPUT": str(output),
                    "PYTHONPATH": str(released.parent / "site"),
                },
                capture_output=True,
                text=True,
            )
        finally:
            work.write_text(before, encoding="utf-8")
        assert done.stderr == ""
        if not output.exists():
            return done.returncode, done.stdout, None
        name, _, value = output.read_text(encoding="ascii").strip().partition("=")
        assert name == "result"
        assert "\n" not in value
        return done.returncode, done.stdout, json.loads(base64.b64decode(value, validate=True))

    return push


def test_github_knows_every_word_of_the_workflow(released):
    command = Path(sys.executable).with_name("check-jsonschema")
    path = released / ".github/workflows/classroom.yml"
    words = ["--builtin-schema", "vendor.github-workflows", path]
    done = subprocess.run([command, *words], capture_output=True, text=True)
    assert done.returncode == 0, done.stdout


def test_the_steps_name_what_is_there(released, workflow, steps):
    assert workflow["on"] == ["push", "workflow_dispatch"]
    assert list(workflow["jobs"]) == ["run-autograding-tests"]
    install = next(step["run"] for step in steps if "pip install" in step.get("run", ""))
    assert (released / install.removeprefix("pip install ./")).is_file()
    reporter = steps[-1]
    assert reporter["uses"] == "classroom-resources/autograding-grading-reporter@v1"
    # The reporter looks for <RUNNER>_RESULTS of each of its runners, which are ids of steps.
    for runner in reporter["with"]["runners"].split(","):
        value = reporter["env"][f"{runner.upper()}_RESULTS"]
        assert value == f"${{{{ steps.{runner}.outputs.result }}}}"
        assert runner in [step.get("id") for step in steps]
    assert not any("always()" in str(step.get("if")) for step in steps)


def test_a_right_answer_gets_all_points_of_the_public_checks(push, valid, solution):
    status, printed, result = push(solution)
    assert status == 0, printed
    valid("github_classroom", result)
    public = checks(catalogue.find("02"))[0].read_text(encoding="utf-8")
    assert len(result["tests"]) == len(re.findall(r"^def test_", public, re.M))
    assert result["status"] == "pass"
    assert 0 < result["max_score"] < 10
    assert sum(test["score"] for test in result["tests"]) == result["max_score"]


def test_a_wrong_answer_fails_with_a_reason(push, valid, solution):
    status, printed, result = push(solution + "\n\ndef relu(z):\n    return z\n")
    assert status == 0, "the reporter, which comes next, fails the run"
    valid("github_classroom", result)
    assert result["status"] == "fail"
    failed = [test for test in result["tests"] if test["status"] == "fail"]
    assert failed[0]["score"] == 0
    assert "relu([-2, 0, 3])" in failed[0]["message"]
    assert "relu([-2, 0, 3])" in printed


def test_what_could_not_be_checked_reports_nothing(monkeypatch, tmp_path, capsys):
    """The step fails, so the reporter is left out, and Classroom gets no points."""
    text = Text(en="It took too long.", ja="時間がかかりすぎました。")
    unknown = CheckResult(
        name="test_x",
        task="x",
        title=text,
        outcome="error",
        points=0.0,
        max_points=1.0,
        message=text,
        hint=Text(en="", ja=""),
    )
    report = Report(student="", assignment="02_neuron", checks=(unknown,), seconds=1.0)
    monkeypatch.setattr(github, "self_check", lambda *_: report)
    assert github.report_to_classroom("02", "en", tmp_path / "output") == 2
    assert not (tmp_path / "output").exists()
    assert "no points are reported" in capsys.readouterr().out
    with pytest.raises(ValueError, match="no score"):
        to_github_classroom(report, "en")


def test_outside_github_it_names_the_command_for_a_learner(released):
    environment = {k: v for k, v in os.environ.items() if k != "GITHUB_OUTPUT"}
    command = [sys.executable, "-m", "autograder.learner.github", "02", "--lang", "ja"]
    done = subprocess.run(command, env=environment, capture_output=True, text=True)
    assert done.returncode == 2
    assert done.stderr.strip().endswith("kata check 02")


def test_a_folder_that_was_not_released_is_refused(kata, tmp_path):
    done = kata("export", "github-classroom", "02", "--out", tmp_path)
    assert done.returncode == 2
    assert "Make it with: kata release --lang en" in " ".join(done.stderr.split())
    assert not list(tmp_path.iterdir())
    done = kata("export", "github-classroom", "02", "--lang", "ja")
    assert done.returncode == 2
    assert "--out" in done.stderr
