"""A Japanese class over three chapters, with whatever goes wrong in a real one."""

from __future__ import annotations

import json
import os
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import pytest

pytestmark = [pytest.mark.nbgrader, pytest.mark.slow]

CHAPTERS = {"02_neuron": "neuron", "03_propagation": "propagation", "05_classification": "x"}
HANGS = "def relu(z):\n    while True:\n        pass\n"
LATE = """
from nbgrader.plugins import LateSubmissionPlugin


class TenthOff(LateSubmissionPlugin):
    def late_submission_penalty(self, student_id, score, total_seconds_late):
        return score / 10


c.AssignLatePenalties.plugin_class = TenthOff
"""
OTHER_USER = "nobody"


@pytest.fixture(scope="module")
def course(make_course: Any) -> Any:
    course = make_course(*CHAPTERS, lang="ja", more=LATE)
    for chapter in CHAPTERS:
        course.release(chapter)
    course.run(
        *("nbgrader", "db", "assignment", "add", "02_neuron"),
        "--duedate=2026-11-21 00:00:00 UTC",
    )
    return course


def as_another_user(course: Any, *command: str, cwd: Path) -> None:
    """Runs a command as `nobody`. Skips where this machine does not let us."""
    if os.geteuid() != 0 or shutil.which("setpriv") is None:
        pytest.skip("another user's commands can be run by root only")
    words = ["setpriv", f"--reuid={OTHER_USER}", "--regid=nogroup", "--clear-groups"]
    words += ["env", f"HOME={cwd}", str(Path(sys.executable).with_name(command[0])), *command[1:]]
    # Python itself may lie in root's home, which nobody can enter: show that part alone.
    base = Path(sys.base_prefix).resolve()
    if base.is_relative_to("/root"):
        script = (
            'set -e; d=$(mktemp -d); mount --bind "$0" $d; mount -t tmpfs -o mode=755 none /root; '
            'mkdir -p "$0"; mount --move $d "$0"; exec "$@"'
        )
        words = ["unshare", "-m", "bash", "-c", script, str(base), *words]
    done = subprocess.run(
        words, cwd=cwd, env=course.env, capture_output=True, text=True, timeout=600
    )
    if done.returncode != 0 and "Permission denied" in done.stderr[:400]:
        pytest.skip(f"another user can't run this Python: {done.stderr[:200]}")
    assert done.returncode == 0, done.stderr


def test_a_student_of_another_user_hands_in(course: Any) -> None:
    home = course.folder.parent / "home"
    home.mkdir()
    settings = f"c = get_config()\nc.Exchange.root = {str(course.exchange)!r}\n"
    (home / "nbgrader_config.py").write_text(
        settings + 'c.CourseDirectory.course_id = "neural-kata"\n'
    )
    for folder in [course.folder.parent, *course.folder.parent.parents][:3]:
        if folder.stat().st_uid == os.geteuid() and folder != Path("/tmp"):
            folder.chmod(0o755)
    shutil.chown(home, OTHER_USER)
    course.env["JUPYTER_DATA_DIR"], before = str(home / "data"), course.env["JUPYTER_DATA_DIR"]
    course.env["JUPYTER_CONFIG_DIR"], before_config = str(home), course.env["JUPYTER_CONFIG_DIR"]
    try:
        as_another_user(course, "nbgrader", "fetch_assignment", "02_neuron", cwd=home)
        as_another_user(course, "nbgrader", "submit", "02_neuron", cwd=home)
    finally:
        course.env["JUPYTER_DATA_DIR"] = before
        course.env["JUPYTER_CONFIG_DIR"] = before_config
    course.run("nbgrader", "collect", "02_neuron")
    assert "cheating attempt" not in course.log[-1]
    assert (course.folder / "submitted" / OTHER_USER / "02_neuron" / "neuron.ipynb").is_file()


@pytest.fixture(scope="module")
def graded(course: Any) -> Any:
    """Ten submissions, graded; the first attempt was killed on the way."""
    early, late = "2026-11-20 10:00:00 UTC", "2026-11-22 10:00:00 UTC"
    neuron = course.filled("02_neuron")
    course.hand_in("late", "02_neuron", {"neuron.ipynb": neuron}, late)
    course.hand_in("hang", "02_neuron", {"neuron.ipynb": course.filled("02_neuron", relu=HANGS)})
    course.hand_in("module", "02_neuron", {"neuron.py": course.module("02_neuron")}, early)
    strange = course.filled("02_neuron")
    for cell in strange["cells"]:
        marks = cell["metadata"].get("nbgrader")
        if marks:
            cell["metadata"]["nbgrader"] = {"grade_id": marks["grade_id"], "schema_version": 99}
        cell["outputs"] = {"not": "a list"}
    course.hand_in("strange", "02_neuron", {"neuron.ipynb": strange}, early)
    course.hand_in("nothing", "02_neuron", {"neuron.docx": b"words"}, early)
    links = course.hand_in("links", "02_neuron", {}, early)
    os.symlink("/etc/passwd", links / "neuron.ipynb")
    lost = course.filled("03_propagation")
    marked = [c for c in lost["cells"] if c["metadata"].get("nbgrader", {}).get("grade")]
    lost["cells"] = [c for c in lost["cells"] if c not in marked[:2]]
    lost["cells"].append(lost["cells"].pop(0))
    course.hand_in("aoi", "03_propagation", {"propagation.ipynb": lost}, early)
    untouched = (course.released("03_propagation")).read_bytes()
    course.hand_in("ben", "03_propagation", {"propagation.ipynb": untouched}, early)
    name = course.released("05_classification").name
    done = course.filled("05_classification")
    course.hand_in("aoi", "05_classification", {name: done}, early)
    course.hand_in("ben", "05_classification", {f"copy of {name}": done}, early)
    for chapter in CHAPTERS:
        course.run("nbgrader", "collect", chapter)
    kill_autograde(course, "02_neuron")
    for chapter in CHAPTERS:
        course.run("nbgrader", "autograde", chapter)
    return course


def kill_autograde(course: Any, chapter: str) -> None:
    """Starts `nbgrader autograde` and kills it in the middle of the second submission."""
    command = [str(Path(sys.executable).with_name("nbgrader")), "autograde", chapter]
    running = subprocess.Popen(
        command,
        cwd=course.folder,
        env=course.env,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )
    done = course.folder / "autograded"
    deadline = time.monotonic() + 300
    while len(list(done.glob(f"*/{chapter}/*.ipynb"))) < 2 and time.monotonic() < deadline:
        time.sleep(0.02)
    os.killpg(running.pid, signal.SIGKILL)
    running.wait(30)
    assert len(list(done.glob(f"*/{chapter}/*.ipynb"))) == 2


def test_scores_are_those_of_kata_grade(graded: Any) -> None:
    expected = {
        "02_neuron": {"late": 10, "hang": 6, "module": 10, "strange": 10, "nothing": 0, "links": 0},
        "03_propagation": {"aoi": 10, "ben": 0},
        "05_classification": {"aoi": 10, "ben": 10},
    }
    for chapter, scores in expected.items():
        theirs = graded.kata_scores(chapter)
        theirs.pop(OTHER_USER, None)
        assert theirs == scores
        ours = graded.scores(chapter)
        ours.pop(OTHER_USER, None)
        scores.pop("late", None)
        assert {name: ours[name] for name in scores} == scores


def test_the_late_penalty_is_taken_off(graded: Any) -> None:
    assert graded.scores("02_neuron")["late"] == 9.0


def test_a_killed_autograde_goes_on(graded: Any) -> None:
    log = "\n".join(graded.log)
    assert "was cut off; it is done again" in log


def test_what_could_not_be_checked_waits_for_a_person(graded: Any) -> None:
    with graded.gradebook() as gradebook:
        for student, names in {
            "hang": {"relu", "neuron"},
            "nothing": {"weighted_sum", "relu", "sigmoid", "neuron", "is_active"},
        }.items():
            found = gradebook.find_submission_notebook("neuron", "02_neuron", student)
            waiting = {g.name for g in found.grades if g.needs_manual_grade}
            assert waiting == names
            assert all(g.auto_score is None for g in found.grades if g.needs_manual_grade)


def test_feedback_is_japanese_throughout(graded: Any) -> None:
    graded.run("nbgrader", "generate_feedback", "02_neuron")
    page = graded.feedback("hang", "02_neuron")
    assert "確認できませんでした。人が確認します。" in page
    assert "10 秒たっても答えが返らないので、打ち切りました。" in page
    assert "Could not be checked" not in page
    assert "モジュールとして提出されました: neuron.py" in graded.feedback("module", "02_neuron")


def test_a_second_autograde_changes_nothing(graded: Any) -> None:
    before = graded.scores("03_propagation")
    said = graded.run("nbgrader", "autograde", "03_propagation")
    assert said.count("Skipping existing assignment") == 2
    said = graded.run("nbgrader", "autograde", "03_propagation", "--force")
    assert said.count("Removing existing assignment") == 2
    assert graded.scores("03_propagation") == before


def test_an_assignment_of_the_instructors_own_runs_as_nbgrader_runs_it(course: Any) -> None:
    marks = {"schema_version": 3, "task": False, "cell_type": "code"}
    answer = {**marks, "grade_id": "own", "solution": True, "grade": False, "locked": False}
    test = {**marks, "grade_id": "own_test", "solution": False, "grade": True, "locked": True}
    notebook = {
        "nbformat": 4,
        "nbformat_minor": 4,
        "metadata": {"kernelspec": {"name": "python3", "display_name": "x", "language": "python"}},
        "cells": [
            {
                "cell_type": "code",
                "source": f"### BEGIN SOLUTION\n{source}\n### END SOLUTION"
                if metadata is answer
                else source,
                "metadata": {"nbgrader": metadata},
                "outputs": [],
                "execution_count": None,
            }
            for source, metadata in (("x = 2", answer), ("assert x == 2", {**test, "points": 3}))
        ],
    }
    source = course.folder / "source" / "own" / "own.ipynb"
    source.parent.mkdir()
    source.write_text(json.dumps(notebook))
    course.run("nbgrader", "generate_assignment", "own")
    assert "YOUR CODE HERE" in course.released("own").read_text()
    course.lay("aoi", "own", {"own.ipynb": notebook})
    course.lay("ben", "own", {"own.ipynb": course.released("own").read_bytes()})
    course.run("nbgrader", "autograde", "own")
    scores = course.scores("own")  # of every student whom the gradebook knows
    assert (scores["aoi"], scores["ben"]) == (3.0, 0.0)
    assert course.graded("aoi", "own")["cells"][1]["execution_count"] == 2
