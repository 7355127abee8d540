"""Trains the network of chapter 8 from many seeds: what its checks may expect.

    python tools/calibration/mnist.py      goes on where it was stopped

One core, the fast fit. A line of `docs/calibration/mnist.jsonl` is one training: its case, its seed
and what `History` says, by epoch. Cases that start with "right" are right answers, the others are
errors that the floors of `graders/test_08_overfitting.py` and `test_09_experiments.py` have to tell
from them.
"""

from __future__ import annotations

import json
import os
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

if __name__ == "__main__":  # before TensorFlow makes its threads
    os.sched_setaffinity(0, sorted(os.sched_getaffinity(0))[-1:])
    os.environ.setdefault("TF_CPP_MIN_LOG_LEVEL", "3")

import numpy as np

from autograder.course import catalogue, mnist, places
from autograder.course.source import render
from autograder.graders._training import lesson_data
from autograder.student import fastfit
from autograder.student.fastfit.patch import TOO_SHORT

RESULTS = places.root() / "docs" / "calibration" / "mnist.jsonl"
RIGHT, WRONG = 200, 20
"""Seeds of a right answer, and of an error."""

Pair = tuple[np.ndarray, np.ndarray]


@dataclass(frozen=True)
class Case:
    """One way of training, right or wrong."""

    name: str
    seeds: int
    train: Callable[[Any], dict[str, list[float]]]
    """Takes the solution's names; what `History` says, by metric, and `fresh` where measured."""


def solution(name: str) -> dict[str, Any]:
    """The names that the solution of an assignment defines."""
    assignment = catalogue.find(name)
    source = places.source(places.root(), assignment)
    code = render(source, assignment, lang="en", form="module", solution=True)
    names: dict[str, Any] = {"__name__": "solution"}
    exec(compile(code, name, "exec"), names)
    return names


def deck(
    *,
    units: int = 64,
    epochs: int = 20,
    images: int = 60_000,
    scale: float = 1 / 255,
    optimizer: Callable[[Any], Any] | None = None,
) -> Callable[[Any], dict[str, list[float]]]:
    """The training of the deck, with what a learner may have changed."""

    def train(names: Any) -> dict[str, list[float]]:
        x_train, y_train, x_test, y_test = mnist.arrays()
        data = x_train[:images].astype("float32") * np.float32(scale), y_train[:images]
        validation = x_test.astype("float32") * np.float32(scale), y_test
        model = names["compile_model"](names["build_model"](units))
        if optimizer is not None:
            model.compile(
                optimizer=optimizer(names["keras"]),
                loss="sparse_categorical_crossentropy",
                metrics=["accuracy"],
            )
        return fit(names, model, data, validation, epochs)

    return train


def lesson(which: str) -> Callable[[Any], dict[str, list[float]]]:
    """The permuted images: learned from the training pair, from the validation pair, or not."""
    made = lesson_data()

    def train(names: Any) -> dict[str, list[float]]:
        model = names["compile_model"](names["build_model"]())
        if which == "both":
            pairs = zip(made.train, made.validation, strict=True)
            images, labels = (np.concatenate(pair) for pair in pairs)
            data = images, labels
        elif which == "brought":  # weights learned from the images as they are
            x_train, y_train, _, _ = mnist.arrays()
            data = x_train.astype("float32") / 255, y_train
        else:
            data = {"train": made.train, "validation": made.validation}[which]
        history = fit(names, model, data, made.validation, 1)
        history["fresh"] = [float(model.evaluate(*made.fresh, verbose=0)[-1])]
        return history

    return train


def fit(names: Any, model: Any, data: Pair, validation: Pair, epochs: int) -> dict[str, Any]:
    """Trains by Keras' `fit`, the fast way unless there is too little to train."""
    history = model.fit(*data, epochs=epochs, validation_data=validation, verbose=0).history
    assert fastfit.why_not() in (None, TOO_SHORT), fastfit.why_not()
    return {key: [float(v) for v in values] for key, values in history.items()}


CASES = (
    Case("right: permuted images", RIGHT, lesson("train")),
    Case("learned from the validation data", WRONG, lesson("validation")),
    Case("learned from both", WRONG, lesson("both")),
    Case("weights brought along", WRONG, lesson("brought")),
    Case("one epoch", WRONG, deck(epochs=1)),
    Case("5,000 images", WRONG, deck(images=5_000)),
    Case("10 hidden neurons", WRONG, deck(units=10)),
    Case("unscaled images", WRONG, deck(scale=1)),
    Case("images scaled twice", WRONG, deck(scale=1 / 255**2)),
    Case("learning rate 0.1", WRONG, deck(optimizer=lambda keras: keras.optimizers.Adam(0.1))),
    Case("learning rate 0.00001", WRONG, deck(optimizer=lambda keras: keras.optimizers.Adam(1e-5))),
    Case("SGD instead of Adam", WRONG, deck(optimizer=lambda keras: "sgd")),
    Case("right: the deck's training", RIGHT, deck()),
)


def main() -> None:
    """Does the trainings that are not in the file yet."""
    fastfit.enable()
    names = solution("08")
    RESULTS.parent.mkdir(parents=True, exist_ok=True)
    lines = RESULTS.read_text().splitlines() if RESULTS.exists() else []
    done = {(run["case"], run["seed"]) for run in map(json.loads, lines)}
    with RESULTS.open("a") as file:
        for case in CASES:
            for seed in range(case.seeds):
                if (case.name, seed) in done:
                    continue
                names["keras"].utils.set_random_seed(seed)
                history = case.train(names)
                kept = {
                    key: [round(v, 5) for v in values]
                    for key, values in history.items()
                    if "crossentropy" not in key
                }
                print(json.dumps({"case": case.name, "seed": seed, **kept}), file=file, flush=True)
            print(f"{case.name}: {case.seeds} seeds", flush=True)


if __name__ == "__main__":
    main()
