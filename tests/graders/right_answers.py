"""A right answer for every task of the chapters of plain NumPy, and how the checks judge others.

The answers are made of the graders' own reference functions. `caught_by` runs a task's public and
hidden checks in this process, on a submission in which one function is another one.
"""

from __future__ import annotations

import importlib
import importlib.util
import inspect
from collections.abc import Callable, Iterator
from functools import cache
from types import ModuleType
from typing import Any

import matplotlib.pyplot as plt
import numpy as np

from autograder.course import mnist, places
from autograder.grading import CheckFailed, Submission
from autograder.grading.session import InProcess

neuron = importlib.import_module("autograder.graders.test_02_neuron")
propagation = importlib.import_module("autograder.graders.test_03_propagation")
classification = importlib.import_module("autograder.graders.test_05_classification")
pixels = importlib.import_module("autograder.graders.test_06_pixels")

Function = Callable[..., Any]


def relu(z):
    return np.where(np.asarray(z) > 0, z, 0.0)


def one_neuron(x, w, b, activation):
    return {"relu": relu, "sigmoid": neuron.sigmoid}[activation](neuron.weighted_sum(x, w, b))


def load_mnist():
    x_train, y_train, x_test, y_test = mnist.arrays()
    return (x_train, y_train), (x_test, y_test)


def show_image(images, index):
    plt.imshow(images[index], cmap="gray")
    plt.show()


def describe_image(image):
    flat = image.ravel().tolist()
    return {
        "shape": image.shape,
        "dtype": image.dtype.name,
        "min": min(flat),
        "max": max(flat),
        "black": flat.count(0),
    }


RIGHT: dict[str, dict[str, Function]] = {
    "02_neuron": {
        "weighted_sum": neuron.weighted_sum,
        "relu": relu,
        "sigmoid": neuron.sigmoid,
        "neuron": one_neuron,
        "is_active": lambda output, threshold=0.0: np.asarray(output) > threshold,
    },
    "03_propagation": {
        "count_connections": lambda sizes: int(np.dot(sizes[:-1], sizes[1:])),
        "dense": lambda x, W, b, name: propagation.propagate(x, [(W, b, name)])[0],
        "softmax": propagation.softmax,
        "forward": lambda x, layers: propagation.propagate(x, layers)[-1],
        "active_neurons": propagation.active,
    },
    "05_classification": {
        "one_hot": lambda labels, classes=10: classification.one_hot(labels, classes),
        "classify": classification.activations,
        "predict_class": lambda activations: activations.argmax(axis=-1),
        "accuracy": lambda truth, predicted: np.mean(truth == predicted),
        "confusion_matrix": lambda truth, predicted, classes=10: classification.confusion(
            truth, predicted, classes
        ),
    },
    "06_pixels": {
        "load_mnist": load_mnist,
        "show_image": show_image,
        "describe_image": describe_image,
        "to_unit_range": lambda images: pixels.unit_range(images).astype(np.float32),
        "class_counts": pixels.counts,
        "split_sizes": lambda train, test: (len(train[1]), len(test[1])),
    },
}
"""By chapter and task; a task is called after its function."""


def tasks(*chapters: str, without: tuple[str, ...] = ()) -> list[tuple[str, str]]:
    """(chapter, task) of these chapters."""
    return [(c, task) for c in chapters for task in RIGHT[c] if task not in without]


@cache
def modules(chapter: str) -> tuple[ModuleType, ...]:
    """The public and the hidden checks of a chapter."""
    name = chapter.partition("_")[2]
    path = places.root() / "solutions" / chapter / f"test_{name}.py"
    spec = importlib.util.spec_from_file_location(f"public_{name}", path)
    assert spec is not None
    assert spec.loader is not None
    public = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(public)
    return public, importlib.import_module(f"autograder.graders.test_{chapter}")


def checks_of(chapter: str, task: str) -> Iterator[Callable[..., None]]:
    for module in modules(chapter):
        for value in vars(module).values():
            for mark in getattr(value, "pytestmark", []):
                if mark.name == "points" and mark.kwargs["task"] == task:
                    yield value


def caught_by(chapter: str, task: str, answer: Function) -> dict[str, str]:
    """The task's checks that fail when its function is replaced by this one, and what they say."""
    submission = Submission(InProcess(None, {**RIGHT[chapter], task: answer}), seconds=30)
    failed = {}
    public, _ = modules(chapter)
    for check in checks_of(chapter, task):
        loads = "loaded" in inspect.signature(check).parameters
        try:
            check(submission.sample("load_mnist", public.ROWS) if loads else submission)
        except CheckFailed as error:
            failed[check.__name__] = error.text.en
    return failed
