"""`kata export` on what `kata grade` wrote: a small class of chapter 2, graded once."""

import csv
import json
import os
import shutil
import subprocess
import sys
import xml.etree.ElementTree as ET
from pathlib import Path

import pytest

KATA = Path(sys.executable).with_name("kata")
STUDENTS = {"aoi": "", "-ben": "relu = None", "山田 花子": "sigmoid = None"}


@pytest.fixture(scope="module")
def graded(tmp_path_factory, solution):
    """What `kata grade` writes for three students, of whom one solved all."""
    folder = tmp_path_factory.mktemp("class")
    for student, more in STUDENTS.items():
        place = folder / "submitted" / student / "02_neuron"
        place.mkdir(parents=True)
        (place / "neuron.py").write_text(f"{solution}\n{more}\n", encoding="utf-8")
    command = [str(KATA), "grade", str(folder / "submitted"), "--out", str(folder / "out")]
    environment = {**os.environ, "XDG_CACHE_HOME": str(folder / "cache"), "KATA_LANG": "en"}
    done = subprocess.run(command, env=environment, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    return folder / "out"


@pytest.fixture
def changed(graded, tmp_path):
    """Makes a copy of the graded folder whose grades.json went through a function."""

    def make(change):
        value = json.loads((graded / "grades.json").read_text(encoding="utf-8"))
        value = change(value) or value
        text = value if isinstance(value, str) else json.dumps(value)
        (tmp_path / "grades.json").write_text(text, encoding="utf-8")
        return tmp_path

    return make


def said(done):
    """What a command said to the user, as if lines were as long as one likes."""
    return " ".join(done.stderr.split())


def table(path):
    raw = path.read_bytes()
    assert raw.startswith(b"\xef\xbb\xbf")
    return list(csv.reader(raw.decode("utf-8-sig").splitlines()))


def test_moodle_and_canvas_get_every_student(kata, graded, tmp_path):
    for kind, column in (("moodle", 0), ("canvas", 3)):
        done = kata("export", kind, graded, "--out", tmp_path / kind)
        assert done.returncode == 0, done.stderr
        path = tmp_path / kind / f"{kind}_02_neuron.csv"
        assert done.stdout == f"Wrote {path} (3 submissions).\n"
        names = [row[column] for row in table(path)]
        assert set(STUDENTS) < set(names)
    perfect = next(row for row in table(tmp_path / "moodle/moodle_02_neuron.csv") if "aoi" in row)
    assert perfect == ["aoi", "10", "All checks passed."]


def test_without_out_files_lie_beside_the_grades(kata, graded):
    done = kata("export", "junit", graded, "--lang", "ja")
    assert done.returncode == 0, done.stderr
    assert "書き出しました (3 件)" in done.stdout
    path = graded / "exports" / "junit.xml"
    root = ET.parse(path).getroot()
    assert {suite.get("name") for suite in root} == {f"{name}/02_neuron" for name in STUDENTS}
    assert root.find(".//failure").get("message")


def test_gradescope_gets_one_student(kata, graded, tmp_path):
    asked = ("export", "gradescope", graded, "--out", tmp_path / "results.json")
    done = kata(*asked)
    assert done.returncode == 2
    assert "here are 3. Name it: --student NAME" in said(done)
    done = kata(*asked, "--student", "-ben", "--assignment", "02")
    assert done.returncode == 0, done.stderr
    results = json.loads((tmp_path / "results.json").read_text(encoding="utf-8"))
    failed = [test for test in results["tests"] if test["status"] == "failed"]
    assert 0 < results["score"] < 10
    assert "relu" in failed[0]["output"]


def test_a_grade_that_is_not_final_is_named_and_left_out(kata, changed, tmp_path):
    def spoil(value):
        for result in value["results"][:2]:
            check = result["checks"][0]
            result["score"] -= check["points"]
            check.update(outcome="error", points=0.0)
            result["complete"] = False

    folder = changed(spoil)
    done = kata("export", "canvas", folder)
    assert done.returncode == 0, done.stderr
    first, _, last = done.stdout.splitlines()
    assert first.startswith("Left out -ben/02_neuron: some checks could not be carried out.")
    assert last == f"Wrote {folder}/exports/canvas_02_neuron.csv (1 submission)."
    done = kata("export", "gradescope", folder, "--student", "aoi")
    assert done.stdout.endswith("It holds no score: some checks could not be carried out.\n")


def test_where_no_grade_is_final_nothing_is_written(kata, changed):
    folder = changed(lambda v: [r.update(sandboxed=False) for r in v["results"]] and None)
    done = kata("export", "moodle", folder)
    assert done.returncode == 2
    assert "nothing was written" in said(done)
    assert not (folder / "exports").exists()


def test_a_broken_file_is_refused_with_the_place(kata, changed):
    done = kata("export", "moodle", changed(lambda v: json.dumps(v)[:-40]))
    assert done.returncode == 2
    assert "is not as kata grade writes it. line 1, column" in said(done)
    assert "Traceback" not in done.stderr


def test_wrong_use_says_what_to_do(kata, graded, tmp_path):
    done = kata("export", "excel", graded)
    assert (done.returncode, said(done)[:20]) == (2, "'excel' is no format")
    assert "moodle, canvas, junit, gradescope, gradescope-autograder" in said(done)
    done = kata("export", "moodle", tmp_path, "--lang", "ja")
    assert done.returncode == 2
    assert "まず採点してください" in said(done)
    done = kata("export", "moodle", graded, "--student", "zoe")
    assert done.returncode == 2
    assert "holds no result of zoe." in said(done)


def test_exports_of_the_file_alone_are_the_same(kata, graded, tmp_path):
    shutil.copy(graded / "grades.json", tmp_path / "g.json")
    kata("export", "moodle", tmp_path / "g.json")
    kata("export", "moodle", graded)
    name = "exports/moodle_02_neuron.csv"
    assert (tmp_path / name).read_bytes() == (graded / name).read_bytes()
