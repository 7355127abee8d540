"""nbgrader as it comes against nbgrader with the kit, on the same submissions of chapter 8.

    python benchmarks/nbgrader.py              the table of docs/nbgrader.md, and results/nbgrader.json
    python benchmarks/nbgrader.py --epochs 1   notebooks that train for one epoch: does it work?

The course as it comes runs every notebook in a kernel, with hidden tests in its grade cells. Each
submission is graded by one, then by the other, then by ours again from its cache, so that a busy
machine slows all alike.
"""

from __future__ import annotations

import argparse
import csv
import datetime
import importlib.metadata
import json
import os
import platform
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

RESULTS = Path(__file__).parent / "results" / "nbgrader.json"
BIN = Path(sys.executable).parent
ASSIGNMENT = "08_overfitting"
NOTEBOOK = "overfitting.ipynb"

SHORT = '{"val_loss": [0.50, 0.40, 0.42, 0.38, 0.39, 0.41, 0.37]}'
HIDDEN = {
    "prepare": "assert prepare(np.full((1, 28, 28, 1), 255, np.uint8)).max() == 1.0",
    "compile": "model = compile_model(build_model())\n"
    'assert model.loss == "sparse_categorical_crossentropy"\n'
    "assert abs(float(model.optimizer.learning_rate) - 0.001) < 1e-9",
    "train": "from autograder.course import mnist\n"
    "x, y, x_new, y_new = mnist.arrays()\n"
    "model = compile_model(build_model())\n"
    "data = (prepare(x[:2000]), y[:2000]), (prepare(x_new[:1000]), y_new[:1000])\n"
    "history = train(model, *data, epochs=2).history\n"
    'assert len(history["val_loss"]) == 2\n'
    'assert np.allclose(history["val_loss"][-1], model.evaluate(*data[1], verbose=0)[0])',
    "plot": "plot_history(PRINTED_HISTORY)",
    "best_epoch": f"assert best_epoch({SHORT}) == 7",
    "stop_epoch": f"assert stop_epoch({SHORT}, 2) == 6",
    "overfitting_begins": "assert overfitting_begins(PRINTED_HISTORY) is not None",
    "diagnose": 'assert diagnose(PRINTED_HISTORY) == "overfitting"',
    "read_curve": 'assert abs(read_curve(PRINTED_HISTORY)["accuracy_gap"] - 0.0223) < 1e-6',
    "output_weights": "assert output_weights(build_model()).shape == (64, 10)",
}
"""What an instructor would hide in the grade cells."""

DECK = '''

def build_model(hidden_units=64):
    """As in the lecture: right, and Keras warns about `input_shape` on stderr."""
    model = keras.Sequential()
    model.add(keras.layers.Flatten(input_shape=(28, 28, 1)))
    model.add(keras.layers.Dense(hidden_units, activation="relu"))
    model.add(keras.layers.Dense(10, activation="softmax"))
    return model
'''
SAME_DATA = '''def train(model, train, validation, epochs=20):
    """Measures on the data that it trains on."""
    return model.fit(train[0], train[1], epochs=epochs, validation_data=train, verbose=2)
'''


def name_of(cell: dict[str, Any]) -> str:
    return cell["metadata"].get("nbgrader", {}).get("grade_id", "")


def read(path: Path) -> dict[str, Any]:
    return json.loads(path.read_text())


def plain(source: Path, target: Path) -> None:
    """The chapter for nbgrader as it comes: hidden tests in grade cells, and every cell is run."""
    notebook = read(source)
    for cell in notebook["cells"]:
        cell["metadata"].pop("tags", None)
        if name_of(cell) in HIDDEN:
            hidden = HIDDEN[name_of(cell)]
            cell["source"] = f"### BEGIN HIDDEN TESTS\n{hidden}\n### END HIDDEN TESTS"
    target.parent.mkdir(parents=True)
    target.write_text(json.dumps(notebook))


def submissions(solution: Path, epochs: int) -> dict[str, dict[str, Any]]:
    """What three students did, by their names."""
    found = {}
    for student in ("right", "as in the lecture", "validates on training data"):
        notebook = read(solution)
        for cell in notebook["cells"]:
            source = "".join(cell["source"])
            if source.startswith("from autograder.course import mnist"):
                source = source.replace("y_test))", f"y_test), epochs={epochs})")
            if student == "as in the lecture" and "def build_model" in source:
                source += DECK
            if student.startswith("validates") and name_of(cell) == "train_solution":
                source = SAME_DATA
            cell["source"] = source
        found[student.replace(" ", "_")] = notebook
    return found


class Course:
    """A course folder in which one command is run after the other."""

    def __init__(self, folder: Path, env: dict[str, str]):
        self.folder = folder
        self.env = env

    def run(self, *words: str) -> dict[str, float]:
        """Wall seconds of one command."""
        start = time.perf_counter()
        done = subprocess.run(
            [str(BIN / words[0]), *words[1:]],
            cwd=self.folder,
            env=self.env,
            capture_output=True,
            text=True,
        )
        if done.returncode != 0:
            sys.exit(f"{' '.join(words)}\n{done.stdout}{done.stderr}")
        return {"seconds": round(time.perf_counter() - start, 1)}

    def take(self, students: dict[str, dict[str, Any]], *, tags: bool) -> None:
        for student, notebook in students.items():
            cells = [dict(cell, metadata=dict(cell["metadata"])) for cell in notebook["cells"]]
            for cell in cells:
                if not tags:
                    cell["metadata"].pop("tags", None)
            folder = self.folder / "submitted" / student / ASSIGNMENT
            folder.mkdir(parents=True)
            (folder / NOTEBOOK).write_text(json.dumps({**notebook, "cells": cells}))

    def scores(self) -> dict[str, float]:
        self.run("nbgrader", "export", "--to", "grades.csv")
        with open(self.folder / "grades.csv", newline="") as file:
            return {row["student_id"]: float(row["score"]) for row in csv.DictReader(file)}


def measure(epochs: int) -> dict[str, Any]:
    with tempfile.TemporaryDirectory(prefix="kata-benchmark-") as scratch:
        top = Path(scratch)
        env = {**os.environ, "PATH": f"{BIN}{os.pathsep}{os.environ['PATH']}"}
        ours = Course(top / "ours", env)
        here = Course(top, env)
        here.run("kata", "nbgrader", "init", "ours", "--assignment", ASSIGNMENT, "--lang", "en")
        theirs = Course(top / "theirs", env)
        solution = ours.folder / "source" / ASSIGNMENT / NOTEBOOK
        plain(solution, theirs.folder / "source" / ASSIGNMENT / NOTEBOOK)
        (theirs.folder / "nbgrader_config.py").write_text(
            'c = get_config()\nc.CourseDirectory.course_id = "plain"\nc.Execute.timeout = 1200\n'
        )
        students = submissions(solution, epochs)
        from autograder.course import mnist

        prepared = mnist.prepare()  # once, as any course does on its first day
        # Nothing that was graded before may help, so our course has a cache of its own.
        ours.env = {**env, "XDG_CACHE_HOME": str(top / "cache"), "TFDS_DATA_DIR": str(prepared)}
        for course, tags in ((theirs, False), (ours, True)):
            course.run("nbgrader", "generate_assignment", ASSIGNMENT)
            course.take(students, tags=tags)
        rows: dict[str, Any] = {}
        for student in students:
            grade = ("nbgrader", "autograde", ASSIGNMENT, "--student", student)
            rows[student] = {
                "as it comes": theirs.run(*grade),
                "with the kit": ours.run(*grade),
                "again, from the cache": ours.run(*grade, "--force"),
            }
            print(student, json.dumps(rows[student]), flush=True)
        for name, scores in (("as it comes", theirs.scores()), ("with the kit", ours.scores())):
            for student, score in scores.items():
                rows[student][name]["score"] = score
        return rows


def table(rows: dict[str, Any]) -> str:
    lines = [
        "| submission | nbgrader as it comes | with the kit | ratio | again |",
        "|---|---|---|---|---|",
    ]
    for student, row in rows.items():
        plain_, kit, again = row["as it comes"], row["with the kit"], row["again, from the cache"]
        lines.append(
            f"| {student.replace('_', ' ')} | {plain_['seconds']:.0f} s, {plain_['score']:g} points "
            f"| {kit['seconds']:.0f} s, {kit['score']:g} points | {plain_['seconds'] / kit['seconds']:.1f} "
            f"| {again['seconds']:.0f} s |"
        )
    return "\n".join(lines)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--epochs", type=int, default=20, help="in the notebooks' own training")
    chosen = parser.parse_args()
    rows = measure(chosen.epochs)
    print(table(rows))
    versions = ("nbgrader", "tensorflow", "keras", "neural-kata")
    found = {
        "date": datetime.date.today().isoformat(),
        "machine": f"{os.cpu_count()} cores, Python {platform.python_version()}",
        "load": round(os.getloadavg()[1], 1),
        "versions": {name: importlib.metadata.version(name) for name in versions},
        "epochs": chosen.epochs,
        "submissions": rows,
    }
    if chosen.epochs == parser.get_default("epochs"):
        RESULTS.parent.mkdir(exist_ok=True)
        RESULTS.write_text(json.dumps(found, indent=1) + "\n")


if __name__ == "__main__":
    main()
