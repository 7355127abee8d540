"""`kata grade` and `kata cache` as an instructor uses them, on small classes of chapter 2."""

from __future__ import annotations

import csv
import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from autograder.course import catalogue, places
from autograder.course.source import render

KATA = Path(sys.executable).with_name("kata")
STARTS = "import numpy as np"


@pytest.fixture
def classroom(tmp_path, solution):
    """Makes a class: text in front of the solution, by student."""

    def make(students: dict[str, str]) -> Path:
        for student, text in students.items():
            folder = tmp_path / "submitted" / student / "02_neuron"
            folder.mkdir(parents=True)
            (folder / "neuron.py").write_text(text + "\n" + solution)
        return tmp_path / "submitted"

    return make


@pytest.fixture
def environment(tmp_path) -> dict[str, str]:
    return {**os.environ, "LANG": "C.UTF-8", "XDG_CACHE_HOME": str(tmp_path / "cache")}


def start(submitted: Path, out: Path, environment: dict[str, str], *words: str) -> subprocess.Popen:
    return subprocess.Popen(
        [KATA, "grade", submitted, "--out", out, "--lang", "en", *words],
        env=environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
    )


def results(out: Path) -> dict[str, dict]:
    found = json.loads((out / "grades.json").read_text())["results"]
    assert len({r["student"] for r in found}) == len(found), "somebody is counted twice"
    return {r["student"]: r for r in found}


def kept_reports(cache: Path) -> int:
    return len(report_files(cache))


def report_files(cache: Path) -> list[Path]:
    """Whole entries that hold a report, not an answer or what is still being written."""
    files = [p for p in cache.glob("neural-kata/graded/??/*") if not p.name.startswith(".")]
    return [path for path in files if b'{"student"' in path.read_bytes()[:64]]


def until(condition, seconds: float = 120) -> None:
    end = time.monotonic() + seconds
    while not condition():
        assert time.monotonic() < end, "it never happened"
        time.sleep(0.05)


SLOW = f"import time; time.sleep(20)\n{STARTS}"


def test_identical_submissions_are_run_once(classroom, environment, tmp_path, kata):
    submitted = classroom({"aoi": "", "ben": "", "chika": "", "dan": "x = 1"})
    process = start(submitted, tmp_path / "out", environment, "--jobs", "2")
    _, errors = process.communicate(timeout=300)
    assert process.returncode == 0, errors
    assert kept_reports(tmp_path / "cache") == 2
    assert {r["score"] for r in results(tmp_path / "out").values()} == {10.0}
    assert "4/4" in errors.splitlines()[-1]
    size = kata("cache", "size", **environment)
    where = kata("cache", "where", **environment)
    assert where.stdout.strip() == str(tmp_path / "cache" / "neural-kata" / "graded")
    assert "entries (" in size.stdout
    assert where.stdout.strip() in size.stdout
    assert kata("cache", "prune", "--days", "1", **environment).stdout.startswith("Removed 0 ")
    gone = kata("cache", "prune", "--days", "0", "--lang", "ja", **environment)
    assert "削除しました" in gone.stdout
    assert kept_reports(tmp_path / "cache") == 0


def test_an_unchanged_class_is_neither_graded_nor_drawn_again(classroom, environment, tmp_path):
    submitted, out = classroom({"aoi": "", "ben": "x = 1"}), tmp_path / "out"
    process = start(submitted, out, environment, "--jobs", "2")
    _, errors = process.communicate(timeout=300)
    assert process.returncode == 0, errors
    grades = (out / "grades.json").read_bytes()
    again = start(submitted, out, {**environment, "PYTHONPROFILEIMPORTTIME": "1"})
    _, errors = again.communicate(timeout=300)
    imported = {line.rpartition("|")[2].strip() for line in errors.splitlines()}
    assert "autograder.classroom.run" in imported
    assert not imported & {"matplotlib", "tensorflow", "keras", "jinja2"}
    assert (out / "grades.json").read_bytes() == grades


def test_after_kill_9_done_work_is_kept_and_nobody_is_counted_twice(
    classroom, environment, tmp_path
):
    submitted = classroom({"aoi": "a = 1", "ben": "b = 1", "chika": SLOW, "dan": "d = 1"})
    out = tmp_path / "out"
    process = start(submitted, out, environment, "--jobs", "1")
    until(lambda: kept_reports(tmp_path / "cache") == 2)
    os.kill(process.pid, signal.SIGKILL)
    process.communicate()
    (submitted / "chika" / "02_neuron" / "neuron.py").write_text("c = 1\n")
    before = {path: path.stat().st_ino for path in report_files(tmp_path / "cache")}
    again = start(submitted, out, environment, "--jobs", "1")
    _, errors = again.communicate(timeout=300)
    assert again.returncode == 0, errors
    assert len(before) == 2
    assert all(path.stat().st_ino == number for path, number in before.items())
    scores = {student: r["score"] for student, r in results(out).items()}
    assert scores == {"aoi": 10.0, "ben": 10.0, "chika": 0.0, "dan": 10.0}


@pytest.mark.parametrize("how", [signal.SIGINT, signal.SIGTERM], ids=["Ctrl-C", "SIGTERM"])
def test_an_interrupted_run_leaves_valid_results_and_says_how_to_go_on(
    classroom, environment, tmp_path, how
):
    submitted = classroom({"aoi": "a = 1", "ben": "b = 1", "chika": SLOW})
    out = tmp_path / "out"
    process = start(submitted, out, environment, "--jobs", "1")
    until(lambda: kept_reports(tmp_path / "cache") == 2)
    time.sleep(1)  # the third has begun
    (os.killpg if how == signal.SIGINT else os.kill)(process.pid, how)
    _, errors = process.communicate(timeout=60)
    assert process.returncode == 130, errors
    assert "Traceback" not in errors
    assert "Stopped after 2 of 3" in errors
    assert "Run the same command again to go on" in errors
    assert set(results(out)) == {"aoi", "ben"}
    with (out / "grades.csv").open(encoding="utf-8-sig", newline="") as file:
        assert [row["student"] for row in csv.DictReader(file)] == ["aoi", "ben"]
    assert (out / "ben" / "02_neuron.html").is_file()
    assert "ben/02_neuron.html" in (out / "index.html").read_text()


def test_a_log_names_only_those_that_could_not_be_checked(classroom, environment, tmp_path):
    submitted = classroom({"aoi": "import os; os._exit(3)", "ben": "b = 1"})
    process = start(submitted, tmp_path / "out", environment)
    _, errors = process.communicate(timeout=300)
    lines = [line for line in errors.splitlines() if "02_neuron" in line]
    assert [line.split()[0] for line in lines] == ["aoi"]
    assert "Could not check" in lines[0]


def modules_after(*words: str, cwd: Path) -> set[str]:
    """Every module that a `kata` process has imported when it ends."""
    code = (
        "import sys\nfrom autograder.cli import app\n"
        f"try: app({list(words)!r})\nexcept SystemExit: pass\n"
        "sys.stderr.write(' '.join(sys.modules))"
    )
    done = subprocess.run([sys.executable, "-c", code], cwd=cwd, capture_output=True, text=True)
    return set(done.stderr.splitlines()[-1].split())


@pytest.mark.parametrize(
    "name", ["01_concepts", "02_neuron", "03_propagation", "05_classification"]
)
def test_a_check_of_a_numpy_chapter_imports_neither_tensorflow_nor_matplotlib(tmp_path, name):
    assignment = catalogue.find(name)
    source = places.source(places.root(), assignment)
    file = tmp_path / f"{assignment.module}.py"
    file.write_text(
        render(source, assignment, lang="en", form="module", solution=True, draw=lambda n, k: b"")
    )
    found = modules_after("check", name, str(file), cwd=places.root())
    assert "numpy" in found
    assert not found & {"tensorflow", "keras", "matplotlib", "tensorflow_datasets", "IPython"}


def test_help_imports_no_library_but_the_command_lines_own(root):
    found = modules_after("--help", cwd=root)
    assert "typer" in found
    assert not found & {"numpy", "pytest", "rich.text", "jinja2", "tensorflow", "matplotlib", "pydantic"}


def test_grading_a_numpy_chapter_imports_no_tensorflow_on_either_side(
    classroom, environment, tmp_path
):
    look = (
        "import sys, atexit\nKNOWN = set(sys.modules)\nif 'tensorflow' in KNOWN: raise SystemExit"
    )
    submitted = classroom({"aoi": look})
    process = start(submitted, tmp_path / "out", environment)
    process.communicate(timeout=300)
    assert results(tmp_path / "out")["aoi"]["score"] == 10.0
