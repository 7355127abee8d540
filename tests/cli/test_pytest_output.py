"""A plain `pytest` on an assignment, as pytest's users and editors run it."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import xml.etree.ElementTree as ET
from pathlib import Path
from unittest.mock import Mock

import pytest
from rich.cells import cell_len

from autograder.grading.plugin import pytest_xdist_make_scheduler

FIRST = "test_neuron.py::test_weighted_sum_by_hand"
TO_DO = "`weighted_sum` はまだ書かれていません (TODO 1 で止まります)"
POINTS = "ここでの確認: 3.5 点中 0 点"


@pytest.fixture
def starter(tmp_path: Path, root: Path) -> Path:
    """The untouched Japanese starter of chapter 2, where a student has it."""
    folder = tmp_path / "assignments" / "ja" / "02_neuron"
    shutil.copytree(root / "assignments" / "ja" / "02_neuron", folder)
    return folder


def run(folder: Path, *options: str) -> subprocess.CompletedProcess[str]:
    """`pytest …` in `folder`, where the locale is English."""
    env = {k: v for k, v in os.environ.items() if not k.startswith(("PYTEST", "LC_", "KATA"))}
    return subprocess.run(
        [sys.executable, "-m", "pytest", *options],
        cwd=folder,
        env={**env, "COLUMNS": "80", "LANG": "C.UTF-8"},
        capture_output=True,
        text=True,
        timeout=300,
    )


def test_message_and_hint_stand_in_place_of_a_traceback_and_points_come_last(starter):
    done = run(starter, "-v", "-rs", "-p", "no:cacheprovider", "--junitxml=out.xml")
    assert done.returncode == 1
    lines = done.stdout.splitlines()
    assert f"{FIRST} FAILED" in done.stdout
    assert TO_DO in done.stdout
    assert "ヒント: まず 1 つの入力で考えましょう。" in done.stdout
    assert "autograder/grading" not in done.stdout
    assert lines[-2] == POINTS
    assert "4 failed, 1 skipped" in lines[-1]
    assert "test_neuron.py:174: 先にこちらが通る必要があります: 本文の散歩の例" in done.stdout
    ours = lines[lines.index(next(x for x in lines if " FAILURES " in x)) :]
    assert [x for x in ours if cell_len(x) > 80 and not x.startswith(("SKIPPED", "- gen"))] == []
    failures = ET.parse(starter / "out.xml").findall(".//failure")
    assert len(failures) == 4
    assert TO_DO in str(failures[0].get("message"))
    assert not (starter / ".pytest_cache").exists()


def test_workers_keep_a_check_with_what_it_needs_and_all_points_arrive(starter):
    done = run(starter, "-n", "2")
    assert done.returncode == 1
    assert "4 failed, 1 skipped" in done.stdout
    assert done.stdout.splitlines()[-2] == POINTS


def test_workers_get_whole_files_of_checks_and_single_tests_of_others(pytester):
    config = pytester.parseconfig("--dist=load", "--tx=2*popen")
    scheduler = pytest_xdist_make_scheduler(config, Mock())
    assert scheduler is not None
    split = scheduler._split_scope
    assert split("assignments/ja/02_neuron/test_neuron.py::test_x") == (
        "assignments/ja/02_neuron/test_neuron.py"
    )
    assert split("test_own.py::test_x") == "test_own.py::test_x"
    chosen = pytester.parseconfig("--dist=worksteal", "--tx=2*popen")
    assert pytest_xdist_make_scheduler(chosen, Mock()) is None


def test_a_traceback_is_shown_to_those_who_ask_down_to_the_line_of_the_check(starter):
    done = run(starter, "--tb=long", "-x", "-q")
    assert "1 failed" in done.stdout
    assert "stopping after 1 failures" in done.stdout
    assert '>       got = as_array(submission.call("weighted_sum"' in done.stdout
    assert f"NotDone: {TO_DO}" in done.stdout
    assert "_submission.py" not in done.stdout


def test_an_editor_lists_the_checks_and_runs_one_by_its_id(starter):
    listed = run(starter, "--collect-only", "-q", f"--rootdir={starter}").stdout
    assert FIRST in listed.splitlines()
    assert "ここでの確認" not in listed
    done = run(starter, "-s", f"--rootdir={starter}", FIRST)
    assert "ここでの確認: 1 点中 0 点" in done.stdout
    assert "1 failed" in done.stdout


def test_kata_lang_chooses_another_language_than_the_folders(starter):
    done = run(starter, "-q", "--kata-lang", "en", "-k", "relu")
    assert "`relu` is still to be written" in done.stdout
    assert "Hint: " in done.stdout
    assert "These checks: 0 of 0.5 points." in done.stdout
