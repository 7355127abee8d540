"""Slips in the tasks of chapters 5 and 6, by task and name."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import matplotlib.pyplot as plt
import numpy as np
from hypothesis import strategies as st
from right_answers import propagation
from slips import (
    FACTOR,
    FIRST_ROW,
    FLAT,
    NUMBERS,
    REVERSED_ROWS,
    SHIFT,
    SQUEEZED,
    Sized,
    Slip,
    argument,
    away_from,
    batch,
    only,
    result,
)

# 05

ONE_HOT = {
    "places moved": Sized(result(lambda rows, d: np.roll(rows, d, axis=-1)), st.integers(1, 3)),
    "another value": Sized(FACTOR.slip, FACTOR.sizes),
    "turned round": Sized(result(lambda rows, _: 1 - rows)),
    "transposed": Sized(result(lambda rows, _: rows.T)),
    "sorted": Sized(argument(0, lambda labels, _: np.sort(labels))),
    "reversed": Sized(argument(0, lambda labels, _: labels[::-1])),
    "without repeats": Sized(argument(0, lambda labels, _: np.unique(labels))),
    "labels limited": Sized(argument(0, np.minimum), st.integers(0, 8)),
    "always so many classes": Sized(
        lambda right, n: lambda labels, classes=10: right(labels, n), st.integers(5, 15)
    ),
    "only labels that occur": Sized(
        lambda right, _: lambda labels, classes=10: right(labels, max(labels) + 1)
    ),
    "last row empty": Sized(
        result(lambda rows, _: rows * (np.arange(len(rows)) < len(rows) - 1)[:, None])
    ),
}
CLASSIFY = {
    **NUMBERS,
    "bias times": Sized(argument(2, np.multiply), away_from(1, -2, 2)),
    "bias times in a batch": Sized(
        only(batch, argument(2, np.multiply)), away_from(1, -2, 2, 0.05)
    ),
    "weights times": Sized(argument(1, np.multiply), away_from(1, -2, 2)),
    "absolute weights": Sized(argument(1, lambda W, _: np.abs(W))),
    "bias of the first neuron": Sized(argument(2, lambda b, _: np.full_like(b, b[0]))),
    "wrong axis": Sized(
        only(batch, lambda *_: lambda h, W, b: propagation.softmax((h @ W + b).T).T)
    ),
    "scores limited": Sized(
        lambda _, limit: lambda h, W, b: propagation.softmax(np.clip(h @ W + b, -limit, limit)),
        st.floats(0.1, 900),
    ),
    "negative scores cut off": Sized(
        lambda *_: lambda h, W, b: propagation.softmax(np.maximum(h @ W + b, 0))
    ),
    "a row squeezed": SQUEEZED,
}
PREDICT_CLASS = {
    "places moved": Sized(SHIFT.slip, st.integers(-9, 9).filter(bool)),
    "the weakest": Sized(argument(0, lambda a, _: -a)),
    "the last of a tie": Sized(lambda *_: lambda a: a.shape[-1] - 1 - a[..., ::-1].argmax(axis=-1)),
    "absolute": Sized(argument(0, lambda a, _: np.abs(a))),
    "first classes only": Sized(argument(0, lambda a, k: a[..., :k]), st.integers(1, 9)),
    "not the first class": Sized(lambda right, _: lambda a: right(a[..., 1:]) + 1),
    "rounded": Sized(argument(0, lambda a, k: np.round(a, k)), st.just(0)),
    "limit": Sized(lambda right, t: lambda a: right(a > t), st.floats(0.32, 0.99)),
    "largest activation": Sized(lambda *_: lambda a: a.max(axis=-1)),
    "columns": Sized(only(batch, lambda *_: lambda a: a.argmax(axis=0))),
    "first row repeated": FIRST_ROW,
    "rows reversed": REVERSED_ROWS,
    "whole batch": Sized(lambda *_: lambda a: a.argmax()),
    "a row squeezed": SQUEEZED,
    "an array for one": Sized(result(lambda y, _: np.atleast_1d(y))),
}
ACCURACY = {
    "factor": FACTOR,
    "shift": Sized(SHIFT.slip, away_from(0, -1, 1)),
    "error rate": Sized(result(lambda y, _: 1 - y)),
    "rounded": Sized(result(np.round), st.integers(0, 3)),
    "per cent": Sized(result(lambda y, _: 100 * y)),
    "divided by a fixed number": Sized(
        lambda _, n: lambda truth, predicted: (truth == predicted).sum() / n,
        st.integers(1, 2000).filter(lambda n: n not in (4, 1234)),
    ),
    "divided by one more": Sized(
        lambda _, d: lambda truth, predicted: (truth == predicted).sum() / (len(truth) + d),
        st.sampled_from([-1, 1]),
    ),
    "near enough": Sized(
        lambda _, d: lambda truth, predicted: np.mean(np.abs(truth - predicted) <= d),
        st.integers(1, 4),
    ),
    "sorted": Sized(
        lambda right, _: lambda truth, predicted: right(np.sort(truth), np.sort(predicted))
    ),
    "all or nothing": Sized(lambda *_: lambda truth, predicted: float(np.all(truth == predicted))),
}
CONFUSION_MATRIX = {
    "factor": FACTOR,
    "transposed": Sized(result(lambda m, _: m.T)),
    "shares": Sized(result(lambda m, _: m / m.sum())),
    "counts limited": Sized(result(np.minimum), st.integers(0, 300)),
    "counts begin again": Sized(result(np.mod), st.sampled_from([2, 3, 10, 100, 128, 256])),
    "mistakes only": Sized(result(lambda m, _: m * (1 - np.eye(len(m), dtype=int)))),
    "right ones only": Sized(result(lambda m, _: m * np.eye(len(m), dtype=int))),
    "answers left out": Sized(
        lambda right, k: lambda t, p, *c: right(t[:-k], p[:-k], *c), st.integers(1, 3)
    ),
    "first answers left out": Sized(
        lambda right, k: lambda t, p, *c: right(t[k:], p[k:], *c), st.integers(1, 3)
    ),
    "a class left out": Sized(
        result(lambda m, k: m * (np.arange(len(m)) != k)[:, None]), st.integers(0, 1)
    ),
    "always so many classes": Sized(
        lambda right, n: lambda t, p, classes=10: right(t, p, n), st.integers(11, 15)
    ),
    "only classes that occur": Sized(
        lambda right, _: lambda t, p, classes=10: right(t, p, max(*t, *p) + 1)
    ),
}

# 06


def fact(key: str, change: Callable[[Any, Any], Any]) -> Slip:
    """Changes one fact about an image."""
    return lambda right, size: lambda image: {**right(image), key: change(image, size)}


def drawn(change: Callable[[np.ndarray, int], Any], **options: Any) -> Slip:
    """Draws something else."""

    def slip(*_):
        def show_image(images, index):
            plt.imshow(change(images, index), **{"cmap": "gray", **options})
            plt.show()

        return show_image

    return slip


SHOW_IMAGE = {
    "next image": Sized(drawn(lambda images, i: images[(i + 1) % len(images)])),
    "always the first": Sized(drawn(lambda images, _: images[0])),
    "inverted": Sized(drawn(lambda images, i: 255 - images[i])),
    "transposed": Sized(drawn(lambda images, i: images[i].transpose(1, 0, 2))),
    "upside down": Sized(drawn(lambda images, i: images[i][::-1])),
    "origin below": Sized(drawn(lambda images, i: images[i], origin="lower")),
    "colours": Sized(drawn(lambda images, i: images[i], cmap="viridis")),
    "black ink": Sized(drawn(lambda images, i: images[i], cmap="gray_r")),
    "too bright": Sized(drawn(lambda images, i: images[i], vmin=-500, vmax=255)),
    "half of it": Sized(drawn(lambda images, i: images[i][: len(images[i]) // 2])),
}
DESCRIBE_IMAGE = {
    "dark counts as black": Sized(
        fact("black", lambda image, t: int((image <= t).sum())), st.integers(1, 254)
    ),
    "darkest counts as black": Sized(
        fact("black", lambda image, _: int((image == image.min()).sum()))
    ),
    "not black": Sized(fact("black", lambda image, _: int((image > 0).sum()))),
    "share of black": Sized(fact("black", lambda image, _: float((image == 0).mean()))),
    "lowest possible": Sized(fact("min", lambda *_: 0)),
    "highest possible": Sized(fact("max", lambda *_: 255)),
    "smallest but black": Sized(fact("min", lambda image, _: int(image[image > 0].min()))),
    "mean": Sized(fact("max", lambda image, _: float(image.mean()))),
    "first row": Sized(fact("max", lambda image, _: int(image[0].max()))),
    "first column": Sized(fact("min", lambda image, _: int(image[:, 0].min()))),
    "without channels": Sized(fact("shape", lambda image, _: image.shape[:2])),
    "a fixed kind of number": Sized(fact("dtype", lambda *_: "uint8")),
}
UNIT_RANGE = {
    "divisor": Sized(
        lambda _, d: lambda images: np.float32(images / d), away_from(255, 200, 300, 0.001)
    ),
    "lifted": Sized(result(lambda y, d: np.float32(y + d)), away_from(0, -1, 1, 0.001)),
    "gamma": Sized(result(lambda y, g: np.float32(y**g)), away_from(1, 0.3, 3)),
    "rounded": Sized(result(lambda y, places: np.round(y, places)), st.integers(0, 4)),
    "limited": Sized(result(lambda y, top: np.minimum(y, np.float32(top))), st.floats(0.1, 0.99)),
    "inverted": Sized(result(lambda y, _: np.float32(1) - y)),
    "by its own brightest": Sized(lambda *_: lambda images: np.float32(images / images.max())),
    "each by its own brightest": Sized(
        lambda *_: lambda images: np.float32(images / images.max(axis=(1, 2, 3), keepdims=True))
    ),
    "between darkest and brightest": Sized(
        lambda *_: lambda images: np.float32((images - images.min()) / np.ptp(images))
    ),
    "floats left as they are": Sized(
        only(lambda images: images.dtype != np.uint8, lambda *_: lambda images: images)
    ),
    "another kind of number": Sized(
        result(lambda y, kind: y.astype(kind)), st.sampled_from(["float64", "float16", "uint8"])
    ),
    "flat": FLAT,
    "without channels": Sized(result(lambda y, _: y[..., 0])),
}
CLASS_COUNTS = {
    "factor": FACTOR,
    "shares": Sized(result(lambda counts, _: counts / counts.sum())),
    "limited": Sized(result(np.minimum), st.integers(0, 500)),
    "counts begin again": Sized(result(np.mod), st.sampled_from([2, 3, 10, 100, 128, 256])),
    "digits moved": Sized(result(np.roll), st.integers(1, 9)),
    "labels left out": Sized(lambda right, k: lambda labels: right(labels[:-k]), st.integers(1, 2)),
    "first labels left out": Sized(
        lambda right, k: lambda labels: right(labels[k:]), st.integers(1, 2)
    ),
    "digits that occur": Sized(lambda *_: lambda labels: np.bincount(labels)),
    "occurs or not": Sized(result(lambda counts, _: (counts > 0).astype(int))),
    "in descending order": Sized(result(lambda counts, _: np.sort(counts)[::-1])),
}
SPLIT_SIZES = {
    "swapped": Sized(result(lambda sizes, _: sizes[::-1])),
    "by heart": Sized(lambda *_: lambda train, test: (60000, 10000)),
    "in all": Sized(result(lambda sizes, _: (sum(sizes), sizes[1]))),
    "one more": Sized(
        result(lambda sizes, d: (sizes[0] + d, sizes[1])), st.integers(-5, 5).filter(bool)
    ),
    "shares": Sized(result(lambda sizes, _: tuple(n / sum(sizes) for n in sizes))),
    "length of the pairs": Sized(lambda *_: lambda train, test: (len(train), len(test))),
}

SLIPS: dict[str, dict[str, Sized]] = {
    "one_hot": ONE_HOT,
    "classify": CLASSIFY,
    "predict_class": PREDICT_CLASS,
    "accuracy": ACCURACY,
    "confusion_matrix": CONFUSION_MATRIX,
    "show_image": SHOW_IMAGE,
    "describe_image": DESCRIBE_IMAGE,
    "to_unit_range": UNIT_RANGE,
    "class_counts": CLASS_COUNTS,
    "split_sizes": SPLIT_SIZES,
}
