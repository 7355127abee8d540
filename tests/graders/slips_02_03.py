"""Slips in the tasks of chapters 2 and 3, by task and name."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np
from hypothesis import strategies as st
from right_answers import neuron
from slips import (
    FACTOR,
    FACTOR_IN_A_BATCH,
    FIRST_ROW,
    FLAT,
    NUMBERS,
    ONE_AT_A_TIME,
    REVERSED_ROWS,
    ROUNDED,
    SHIFT,
    SIGN,
    SQUEEZED,
    WHOLE,
    Sized,
    Slip,
    argument,
    away_from,
    batch,
    only,
    result,
    square,
)

# 02


def bias_of(right, factor):
    return lambda x, w, b, *more: right(x, w, factor * b, *more)


def first_inputs(right, count):
    return lambda x, w, b, *more: right(x[..., :count], w[:count], b, *more)


def columns(right, _):
    return lambda x, w, b, *more: right(np.transpose(x) if square(x) else x, w, b, *more)


WEIGHTED_SUM = {
    **NUMBERS,
    "bias times": Sized(bias_of, away_from(1, -2, 2)),
    "bias times in a batch": Sized(only(batch, bias_of), away_from(1, -2, 2)),
    "absolute inputs": Sized(argument(0, lambda x, _: np.abs(x))),
    "absolute weights": Sized(argument(1, lambda w, _: np.abs(w))),
    "weights reversed": Sized(argument(1, lambda w, _: w[::-1])),
    "weights normalised": Sized(argument(1, lambda w, _: w / np.abs(w).sum())),
    "first inputs only": Sized(first_inputs, st.integers(1, 700)),
    "columns for rows": Sized(columns),
    "a row squeezed": SQUEEZED,
    "whole numbers": WHOLE,
    "rounded": ROUNDED,
    "mean for sum": Sized(
        lambda right, _: lambda x, w, b: (right(x, w, b) - b) / np.shape(x)[-1] + b
    ),
    "negative sums cut off": Sized(result(lambda y, _: np.maximum(y, 0))),
}
POINTWISE = {
    "factor": FACTOR,
    "shift": SHIFT,
    "sign": SIGN,
    "flat": FLAT,
    "rounded": ROUNDED,
    "one number of many": ONE_AT_A_TIME,
    "columns reversed": Sized(
        only(lambda z: np.ndim(z) > 1, result(lambda y, _: np.asarray(y)[..., ::-1]))
    ),
    "sorted": Sized(result(lambda y, _: np.sort(y, axis=None).reshape(np.shape(y)))),
}
RELU = {
    **POINTWISE,
    "leaky": Sized(
        lambda right, s: lambda z: np.where(right(z) > 0, z, s * np.asarray(z)), st.floats(0.01, 1)
    ),
    "upper limit": Sized(result(np.minimum), st.floats(0.1, 1e5)),
    "border moved": Sized(
        lambda right, t: lambda z: np.where(np.asarray(z) > t, z, 0.0), away_from(0, -5, 5)
    ),
    "absolute": Sized(argument(0, lambda z, _: np.abs(z))),
}
SIGMOID = {
    **POINTWISE,
    "steepness": Sized(argument(0, np.multiply), away_from(1, -3, 3, 0.05)),
    "moved": Sized(argument(0, np.add), away_from(0, -3, 3, 0.02)),
    "limited": Sized(argument(0, lambda z, limit: np.clip(z, -limit, limit)), st.floats(0.5, 13)),
    "limited below": Sized(argument(0, lambda z, limit: np.maximum(z, -limit)), st.floats(1, 13)),
    "overflow": Sized(lambda *_: lambda z: np.exp(z) / (1 + np.exp(z))),
    "wrong for negative numbers": Sized(argument(0, lambda z, _: np.abs(z))),
    "tanh": Sized(lambda *_: np.tanh),
}
NEURON = {
    "factor": FACTOR,
    "factor in a batch": FACTOR_IN_A_BATCH,
    "shift": SHIFT,
    "rows reversed": REVERSED_ROWS,
    "bias times": Sized(bias_of, away_from(1, -2, 2)),
    "columns for rows": Sized(columns),
    "first inputs only": Sized(first_inputs, st.integers(1, 3)),
    "always one activation": Sized(
        lambda right, name: lambda x, w, b, _: right(x, w, b, name),
        st.sampled_from(["relu", "sigmoid"]),
    ),
    "activations swapped": Sized(
        argument(3, lambda name, _: {"relu": "sigmoid", "sigmoid": "relu"}[name])
    ),
    "bias after the activation": Sized(
        lambda right, _: lambda x, w, b, name: right(x, w, 0.0, name) + b
    ),
    "sigmoid twice": Sized(
        lambda right, _: (
            lambda x, w, b, name: (
                neuron.sigmoid(right(x, w, b, name)) if name == "sigmoid" else right(x, w, b, name)
            )
        )
    ),
}
IS_ACTIVE = {
    "equal counts": Sized(lambda *_: lambda output, threshold=0.0: np.asarray(output) >= threshold),
    "threshold moved": Sized(
        lambda right, d: lambda output, threshold=0.0: right(output, threshold + d),
        away_from(0, -3, 3, 0.31),
    ),
    "threshold left out": Sized(lambda right, _: lambda output, threshold=0.0: right(output)),
    "absolute": Sized(argument(0, lambda output, _: np.abs(output))),
    "any": Sized(result(lambda y, _: np.any(y))),
    "all": Sized(result(lambda y, _: np.all(y))),
    "turned round": Sized(result(lambda y, _: ~np.asarray(y))),
    "flat": Sized(only(lambda y, *_: np.ndim(y) > 1, FLAT.slip)),
}

# 03


def layers_slip(change: Callable[[list[Any], Any], list[Any]]) -> Slip:
    """Changes the list of layers."""
    return lambda right, size: lambda x, layers, **kw: right(x, change(list(layers), size), **kw)


def of_each(change: Callable[..., tuple[Any, Any, str]]) -> Slip:
    return layers_slip(lambda layers, size: [change(*layer, size) for layer in layers])


def with_last(layers, name):
    W, b, _ = layers[-1]
    return [*layers[:-1], (W, b, name)]


def without_middle(layers, _):
    """Layers of the same width are left out without an error: only the first and last remain."""
    same = [W.shape[0] == W.shape[1] for W, _, _ in layers]
    return [layer for i, layer in enumerate(layers) if i in (0, len(layers) - 1) or not same[i]]


def limited(z, size):
    return np.clip(z, -size, size)


COUNT_CONNECTIONS = {
    "shift": Sized(result(lambda n, d: n + d), st.integers(-50, 50).filter(bool)),
    "factor": Sized(result(lambda n, f: n * f), st.sampled_from([-1, 0, 2, 3, 0.5])),
    "last layer left out": Sized(argument(0, lambda sizes, _: [*sizes[:-1], 0])),
    "some layers only": Sized(argument(0, lambda sizes, k: sizes[:k]), st.integers(2, 4)),
    "product": Sized(lambda *_: lambda sizes: int(np.prod(sizes))),
    "sum": Sized(lambda *_: sum),
    "with biases": Sized(lambda right, _: lambda sizes: right(sizes) + sum(sizes[1:])),
    "small integers": Sized(
        lambda right, kind: lambda sizes: int(np.array(right(sizes)).astype(kind)),
        st.sampled_from(["int8", "uint8", "int16"]),
    ),
}
DENSE = {
    **{name: s for name, s in NUMBERS.items() if name != "sign"},
    "bias times": Sized(argument(2, np.multiply), away_from(1, -2, 2)),
    "bias of the first neuron": Sized(argument(2, lambda b, _: np.full_like(b, b[0]))),
    "absolute weights": Sized(argument(1, lambda W, _: np.abs(W))),
    "absolute inputs": Sized(argument(0, lambda x, _: np.abs(x))),
    "weights transposed": Sized(argument(1, lambda W, _: W.T if square(W) else W)),
    "columns for rows": Sized(argument(0, lambda x, _: x.T if square(x) else x)),
    "a row squeezed": SQUEEZED,
    "always one activation": Sized(
        lambda right, name: lambda x, W, b, _: right(x, W, b, name),
        st.sampled_from(["relu", "sigmoid", "linear"]),
    ),
    "bias after the activation": Sized(
        lambda right, _: lambda x, W, b, name: right(x, W, 0 * b, name) + b
    ),
}
SOFTMAX = {
    "factor": FACTOR,
    "temperature": Sized(argument(0, np.multiply), away_from(1, -3, 3)),
    "wrong axis": Sized(only(batch, lambda right, _: lambda z: right(z.T).T)),
    "whole batch": Sized(only(batch, lambda right, _: lambda z: right(z.ravel()).reshape(z.shape))),
    "limited": Sized(argument(0, limited), st.floats(0.5, 900)),
    "absolute": Sized(argument(0, lambda z, _: np.abs(z))),
    "negative logits cut off": Sized(argument(0, lambda z, _: np.maximum(z, 0))),
    "overflow": Sized(lambda *_: lambda z: np.exp(z) / np.exp(z).sum(axis=-1, keepdims=True)),
    "mean taken off": Sized(
        lambda *_: (
            lambda z: (
                (p := np.exp(z - z.mean(axis=-1, keepdims=True))) / p.sum(axis=-1, keepdims=True)
            )
        )
    ),
    "largest of the batch taken off": Sized(
        lambda *_: lambda z: (p := np.exp(z - z.max())) / p.sum(axis=-1, keepdims=True)
    ),
    "first row repeated": FIRST_ROW,
    "rows reversed": REVERSED_ROWS,
    "a row squeezed": SQUEEZED,
}
FORWARD = {
    **{name: s for name, s in NUMBERS.items() if name != "sign"},
    "bias times": Sized(of_each(lambda W, b, name, f: (W, f * b, name)), away_from(1, -2, 2, 0.05)),
    "weights times": Sized(
        of_each(lambda W, b, name, f: (f * W, b, name)), away_from(1, -2, 2, 0.05)
    ),
    "one activation for all": Sized(
        of_each(lambda W, b, _, name: (W, b, name)),
        st.sampled_from(["relu", "linear", "sigmoid", "softmax"]),
    ),
    "one activation at the end": Sized(
        layers_slip(with_last), st.sampled_from(["relu", "linear", "sigmoid", "softmax"])
    ),
    "layers of one width left out": Sized(layers_slip(without_middle)),
    "absolute inputs": Sized(argument(0, lambda x, _: np.abs(x))),
    "inputs limited": Sized(argument(0, limited), st.floats(0.1, 1.5)),
    "columns for rows": Sized(argument(0, lambda x, _: x.T if square(x) else x)),
}
ACTIVE_NEURONS = {
    "counted from": Sized(
        result(lambda found, d: [[n + d for n in layer] for layer in found]),
        st.integers(-2, 2).filter(bool),
    ),
    "threshold moved": Sized(
        lambda right, d: lambda x, layers, threshold=0.0: right(x, layers, threshold + d),
        away_from(0, -3, 3, 0.25),
    ),
    "threshold left out": Sized(lambda right, _: lambda x, layers, threshold=0.0: right(x, layers)),
    "last layer left out": Sized(result(lambda found, _: found[:-1])),
    "layers reversed": Sized(result(lambda found, _: found[::-1])),
    "first layer repeated": Sized(result(lambda found, _: [found[0] for _ in found])),
    "only the strongest": Sized(result(lambda found, k: [f[:k] for f in found]), st.integers(0, 2)),
    "biases left out": Sized(of_each(lambda W, b, name, _: (W, 0 * b, name))),
    "weights transposed": Sized(of_each(lambda W, b, name, _: (W.T if square(W) else W, b, name))),
    "absolute inputs": Sized(argument(0, lambda x, _: np.abs(x))),
    "one activation for all": Sized(
        of_each(lambda W, b, _, name: (W, b, name)), st.sampled_from(["relu", "linear", "sigmoid"])
    ),
}

SLIPS: dict[str, dict[str, Sized]] = {
    "weighted_sum": WEIGHTED_SUM,
    "relu": RELU,
    "sigmoid": SIGMOID,
    "neuron": NEURON,
    "is_active": IS_ACTIVE,
    "count_connections": COUNT_CONNECTIONS,
    "dense": DENSE,
    "softmax": SOFTMAX,
    "forward": FORWARD,
    "active_neurons": ACTIVE_NEURONS,
}
