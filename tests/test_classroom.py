"""The example class, graded as an instructor does it: every score, and why points were lost."""

from __future__ import annotations

import csv
import json
from pathlib import Path

import jsonschema
import pytest

from autograder.course import mnist
from autograder.reports import grades_json

RIGHT = {
    ("aoi", "07_build"): "the solution, as a Japanese notebook",
    ("aoi", "08_overfitting"): "the solution, as a Japanese notebook",
    ("ben", "07_build"): "the deck's own lines, with input_shape and tf.nn",
    ("ben", "08_overfitting"): "the deck's own lines, with loss as a function",
    ("chika", "07_build"): "the functional API, cells of her own, a warning on stderr",
    ("daniel", "07_build"): "model.add, InputLayer, Reshape, Activation and Softmax layers",
}

WRONG = {
    ("emi", "07_build"): ("test_ten_outputs_for_an_image", "(None, 28, 28, 10)"),
    ("felix", "07_build"): ("test_ten_outputs_for_an_image", "Are the 64 and the 10 swapped"),
    ("gita", "07_build"): ("test_two_dense_layers", "50,890 without the 74 biases"),
    ("haruto", "07_build"): ("test_outputs_are_shares", "sigmoid"),
    ("ivan", "07_build"): ("test_other_widths", "still has 64 neurons"),
    ("jun", "08_overfitting"): ("test_validates_on_the_validation_data", "training data"),
    ("kaori", "08_overfitting"): ("test_images_are_prepared", "255"),
    ("leo", "08_overfitting"): (
        "test_best_epoch_of_the_printed_history",
        "judged by the training data",
    ),
    ("mei", "08_overfitting"): ("test_best_epoch_of_the_printed_history", "counted from 0"),
    ("olga", "07_build"): ("test_small_layer_by_hand", "SyntaxError"),
    ("pedro", "07_build"): ("test_small_layer_by_hand", "No module named 'kerras'"),
}


@pytest.fixture(scope="module")
def out(tmp_path_factory: pytest.TempPathFactory, request: pytest.FixtureRequest) -> Path:
    """The folder that `kata grade tests/classroom --jobs 2` fills, with a cache of its own."""
    import os
    import subprocess
    import sys

    root = Path(__file__).resolve().parents[1]
    folder = tmp_path_factory.mktemp("class") / "out"
    command = [str(Path(sys.executable).with_name("kata")), "grade", str(root / "tests/classroom")]
    env = {
        **os.environ,
        "LANG": "C.UTF-8",
        "XDG_CACHE_HOME": str(tmp_path_factory.mktemp("cache")),
        "TFDS_DATA_DIR": str(mnist.prepare()),
    }
    done = subprocess.run(
        [*command, "--out", str(folder), "--jobs", "2", "--lang", "en"],
        env=env,
        capture_output=True,
        text=True,
        timeout=3000,
    )
    assert done.returncode == 0, done.stderr
    (folder / "stdout.txt").write_text(done.stdout)
    return folder


@pytest.fixture(scope="module")
def results(out: Path) -> dict[tuple[str, str], dict]:
    """Each submission's entry in grades.json, by student and assignment."""
    grades = json.loads((out / "grades.json").read_text())
    return {(r["student"], r["assignment"]): r for r in grades["results"]}


def failed(result: dict) -> dict[str, str]:
    """Message of each check that failed, by the check's name."""
    return {c["name"]: c["message"] for c in result["checks"] if c["outcome"] == "failed"}


@pytest.mark.parametrize("who", RIGHT, ids="-".join)
def test_every_right_spelling_gets_full_marks(results, who):
    result = results[who]
    assert (result["score"], result["max_score"]) == (10, 10), failed(result)


@pytest.mark.parametrize("who", WRONG, ids="-".join)
def test_every_mistake_is_caught_by_the_check_that_names_it(results, who):
    check, words = WRONG[who]
    messages = failed(results[who])
    assert check in messages, messages
    assert words in messages[check]
    assert results[who]["score"] < 10


@pytest.mark.parametrize("assignment", ["07_build", "08_overfitting"])
def test_an_untouched_starter_gets_0_and_is_told_what_to_do_first(results, assignment):
    result = results["noah", assignment]
    assert result["score"] == 0
    assert "TODO 1" in next(iter(failed(result).values()))
    assert all(c["outcome"] in ("failed", "skipped", "manual") for c in result["checks"])


def test_a_mistake_costs_only_its_own_checks(results):
    assert set(failed(results["ivan", "07_build"])) == {"test_other_widths"}
    assert set(failed(results["haruto", "07_build"])) == {"test_outputs_are_shares"}


def test_an_endless_loop_ends_in_its_limit_and_keeps_its_other_checks(results):
    result = results["qing", "07_build"]
    outcomes = {c["name"]: c["outcome"] for c in result["checks"]}
    assert outcomes["test_small_layer_by_hand"] == "error"
    assert not result["complete"]
    assert outcomes["test_two_dense_layers"] == outcomes["test_picture_is_a_png_file"] == "passed"
    (message,) = {c["message"] for c in result["checks"] if c["outcome"] == "error"}
    assert "Stopped after 60 seconds" in message


def test_the_thief_gets_nothing_and_finds_nothing(results, out):
    result = results["ryo", "07_build"]
    assert result["score"] == 0
    seen = (out / "ryo" / "07_build.html").read_text() + json.dumps(result)
    assert "root:" not in seen
    hidden = Path(__file__).resolve().parents[1] / "autograder/graders/test_07_build.py"
    code = [line.strip() for line in hidden.read_text().splitlines() if line.startswith("    got")]
    assert code
    assert not any(line in seen for line in code)


def test_reflections_wait_for_a_person_and_cost_nothing(results):
    result = results["aoi", "08_overfitting"]
    manual = [c for c in result["checks"] if c["outcome"] == "manual"]
    assert len(manual) == 2
    assert result["manual_points"] == 2


def test_grades_json_keeps_to_its_schema(out):
    jsonschema.validate(json.loads((out / "grades.json").read_text()), grades_json.schema())


def test_the_table_has_a_row_for_every_submission(out, results):
    with (out / "grades.csv").open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    assert {(r["student"], r["assignment"]) for r in rows} == set(results)
    assert float(next(r for r in rows if r["student"] == "ivan")["score"]) == 9.5


def test_every_submission_has_a_page_that_the_class_report_links(out, results):
    index = (out / "index.html").read_text()
    for student, assignment in results:
        assert f"{student}/{assignment}.html" in index
        assert (out / student / f"{assignment}.html").is_file()


def test_the_page_of_chapter_8_shows_the_learners_own_curves(out):
    assert "data:image/svg+xml" in (out / "aoi" / "08_overfitting.html").read_text()


def test_the_terminal_says_who_got_what_and_which_page_to_open(out, results):
    text = (out / "stdout.txt").read_text()
    for student, _ in results:
        assert student in text
    assert "index.html" in text
