"""Real training of a learner's network, for hidden checks: done once, then measured again."""

import functools
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import numpy as np

from autograder.course import mnist
from autograder.grading import CheckFailed, CouldNotCheck, History, Model, Submission, share, wrong


@dataclass
class Run:
    """One training of the learner's network by the learner's functions."""

    history: dict[str, list[float]]
    """What `fit` reported, under the six names of the course."""
    model: Model
    """The model that was handed in, as it is after training."""
    trained: Model | None
    """The model that the History belongs to."""
    validation: tuple[np.ndarray, np.ndarray]

    def reported(self, name: str) -> float | None:
        """The last epoch's value, or None where the History has none."""
        return self.history[name][-1] if self.history.get(name) else None


class Once:
    """Does a piece of work when it is first asked for; its failure is kept like a result."""

    def __init__(self, work: Callable[[], Run]):
        self._work = work
        self._result: Run | None = None
        self._error: CheckFailed | CouldNotCheck | None = None

    def __call__(self) -> Run:
        if self._result is None and self._error is None:
            try:
                self._result = self._work()
            except (CheckFailed, CouldNotCheck) as error:
                self._error = error
        if self._error is not None:
            raise self._error
        assert self._result is not None
        return self._result


def canonical(history: dict[str, list[float]]) -> dict[str, list[float]]:
    """The history under the course's names: `acc` and the like are `accuracy`."""
    short = {"acc": "accuracy", "sparse_categorical_accuracy": "accuracy"}
    found = {}
    for name, values in history.items():
        prefix, bare = ("val_", name[4:]) if name.startswith("val_") else ("", name)
        found[prefix + short.get(bare, bare)] = values
    for prefix in ("", "val_"):  # the cross-entropy is the loss
        if prefix + "loss" in found:
            found.setdefault(prefix + "sparse_categorical_crossentropy", found[prefix + "loss"])
    return found


def trained(submission: Submission, data: Any, validation: Any, epochs: int) -> Run:
    model = submission.call("compile_model", submission.call("build_model"))
    got = submission.call("train", model, data, validation, epochs=epochs)
    if not isinstance(got, History):
        wrong(
            en="`train` should return the History that `fit` returns.",
            ja="`train` は `fit` が返す History を返すはずです。",
        )
    return Run(canonical(got.history), submission.snapshot(model), got.model, validation)


def same_loss(said: float, model: Model, data: tuple[np.ndarray, np.ndarray]) -> bool:
    """Whether a loss that `fit` reported is what the model has on these images and labels.

    Keras takes the logarithm of softmax as it is; the grader cuts shares off at 1e-7. An image
    whose right digit has no greater share than that may count for more in Keras: 100 at most.
    """
    images, labels = data
    loss, _ = model.evaluate(images, labels)
    shares = model.predict(images)[np.arange(len(labels)), labels]
    cut_off = float((shares <= 1.01e-7).mean())
    slack = 0.02 * loss + 0.001
    return -slack <= said - loss <= slack + 100 * cut_off


def same_accuracy(said: float, model: Model, data: tuple[np.ndarray, np.ndarray]) -> bool:
    """Whether an accuracy that `fit` reported is the model's; rounding may turn a tie around."""
    return abs(said - model.evaluate(*data)[1]) <= 0.002


def scaled(images: np.ndarray) -> np.ndarray:
    """Pixel values from 0 to 1, float32."""
    return np.divide(images, 255, dtype="float32")


@dataclass
class Lesson:
    """MNIST with permuted pixels and permuted digits: nobody can know it beforehand.

    The validation data has its pixels in another order than the rest, so that a network gets it
    right only if it learned from it, and is sorted by digit, so that measuring only a part of it
    shows in the numbers. There are as many images as in the deck's training: the
    program that was compiled for one of the two trainings serves both.
    """

    train: tuple[np.ndarray, np.ndarray]
    validation: tuple[np.ndarray, np.ndarray]
    fresh: tuple[np.ndarray, np.ndarray]
    """Images like those of `train`, but not among them."""


def shared(images: np.ndarray, labels: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """The pair where students' processes can see it without a copy."""
    return share(images), share(labels)


@functools.cache
def deck_training() -> tuple[np.ndarray, np.ndarray]:
    """The deck's 60,000 images to learn from, scaled, and their digits."""
    x_train, y_train, _, _ = mnist.arrays()
    return shared(scaled(x_train), y_train)


@functools.cache
def deck_validation() -> tuple[np.ndarray, np.ndarray]:
    """The deck's 10,000 other images, scaled, and their digits.

    Sorted by digit, so that measuring only a part of them shows in the numbers.
    """
    _, _, x_test, y_test = mnist.arrays()
    order = np.argsort(y_test, kind="stable")
    return shared(scaled(x_test[order]), y_test[order])


LESSON_LEARNED = 55_000
"""Different images to learn from; the first of them come twice, to make 60,000."""


@functools.cache
def lesson_data() -> Lesson:
    x_train, y_train, x_test, y_test = mnist.arrays()
    rng = np.random.default_rng(82)
    pixels, other_pixels, digits = rng.permutation(784), rng.permutation(784), rng.permutation(10)
    rows = np.arange(len(x_train)) % LESSON_LEARNED
    by_digit = np.argsort(y_test, kind="stable")

    def changed(images, labels, order):
        moved = images.reshape(len(images), 784)[:, order].reshape(images.shape)
        return scaled(moved), digits[labels]

    return Lesson(
        train=shared(*changed(x_train[rows], y_train[rows], pixels)),
        validation=shared(*changed(x_test[by_digit], y_test[by_digit], other_pixels)),
        fresh=changed(x_train[LESSON_LEARNED:], y_train[LESSON_LEARNED:], pixels),
    )
