"""Builds a learner's model again: constructors of an allow-list only, sizes counted first."""

from __future__ import annotations

import math
from typing import Any

import numpy as np

from autograder.grading.model import MAX_PARAMETERS, Layer, Model, ModelError
from autograder.grading.quiet import keras_quietly

MAX_UNITS = 1_000_000
"""Outputs of one layer for one image."""
ACTIVATIONS = {
    *("linear", "relu", "sigmoid", "softmax", "tanh", "softplus", "softsign", "elu", "selu"),
    *("gelu", "exponential", "leaky_relu", "relu6", "silu", "hard_sigmoid", "log_softmax"),
}


def rebuild(model: Model) -> Any:
    """A Keras Sequential model with the same layers and weights. Raises `ModelError`."""
    if not model.built:
        raise ModelError(
            en="it has no weights yet; an Input layer (or input_shape) is missing",
            ja="まだ重みがありません。Input 層 (または input_shape) が必要です",
        )
    if not model.chain:
        raise ModelError(en="its layers don't stand in one row", ja="層が一列に並んでいません")
    shape = model.input_shape
    if shape is None or len(shape) < 2 or any(not isinstance(n, int) for n in shape[1:]):
        raise ModelError(en="its input shape is not known", ja="入力の形がわかりません")
    _check_sizes(model, tuple(int(n or 0) for n in shape[1:]))

    keras = keras_quietly()
    rebuilt = keras.Sequential([keras.Input(shape[1:])])
    order: list[int] = []
    for layer in model.layers:
        made = _layer(keras, layer)
        if made is not None:
            rebuilt.add(made)
            expected = [tuple(w.shape) for w in made.weights]
            if len(layer.weights) != len(expected) or any(
                not 0 <= i < len(model.weights) for i in layer.weights
            ):
                raise ModelError(
                    en=f"the weights of layer {layer.kind} don't fit it",
                    ja=f"{layer.kind} 層と重みの数が合いません",
                )
            got = [model.weights[i] for i in layer.weights]
            if [w.shape for w in got] != expected:
                raise ModelError(
                    en=f"the weights of layer {layer.kind} have other shapes",
                    ja=f"{layer.kind} 層の重みの形が合いません",
                )
            if not all(np.isfinite(w).all() for w in got):
                raise ModelError(
                    en="some weights are NaN or infinite", ja="重みに NaN か無限大が含まれています"
                )
            made.set_weights([w.astype("float32") for w in got])
            order += layer.weights
    if sorted(order) != list(range(len(model.weights))):
        raise ModelError(
            en="it has weights that belong to no layer", ja="どの層にも属さない重みがあります"
        )
    return rebuilt


def _check_sizes(model: Model, shape: tuple[int, ...]) -> None:
    """What building would take, counted before anything is built."""
    if math.prod(shape) > MAX_UNITS:
        raise ModelError(en="its input is too large", ja="入力が大きすぎます")
    features = shape
    for layer in model.layers:
        if layer.kind == "Dense":
            units = layer.options.get("units")
            if type(units) is not int or not 1 <= units <= MAX_UNITS:
                raise ModelError(
                    en="a Dense layer with a malformed number of units",
                    ja="Dense 層のユニット数が正しくありません",
                )
            if features[-1] * units > MAX_PARAMETERS:
                raise ModelError(
                    en=f"a Dense layer of more than {MAX_PARAMETERS:,} weights",
                    ja=f"Dense 層の重みが {MAX_PARAMETERS:,} 個を超えています",
                )
            features = (*features[:-1], units)
        elif layer.kind == "Flatten":
            features = (math.prod(features),)
        elif layer.kind == "Reshape":
            features = _target_shape(layer, math.prod(features))
        if math.prod(features) > MAX_UNITS:
            raise ModelError(en="a layer with too many outputs", ja="層の出力が多すぎます")


def _target_shape(layer: Layer, size: int) -> tuple[int, ...]:
    target = layer.options.get("target_shape")
    if not isinstance(target, tuple | list) or not 1 <= len(target) <= 8:
        raise ModelError(
            en="a Reshape layer with a malformed shape", ja="Reshape 層の形が正しくありません"
        )
    shape = [int(n) for n in target]
    if shape.count(-1) == 1:
        rest = -math.prod(shape)
        if rest <= 0 or size % rest:
            raise ModelError(
                en="a Reshape layer that does not fit", ja="Reshape 層の形が合いません"
            )
        shape[shape.index(-1)] = size // rest
    if min(shape) < 1 or math.prod(shape) != size:
        raise ModelError(en="a Reshape layer that does not fit", ja="Reshape 層の形が合いません")
    return tuple(shape)


def _number(layer: Layer, option: str, low: float, high: float, *, default: float) -> float:
    value = layer.options.get(option)
    if value is None:
        return default
    if type(value) not in (int, float) or not low <= value <= high:
        raise ModelError(
            en=f"layer {layer.kind} with a malformed {option}",
            ja=f"{layer.kind} 層の {option} が正しくありません",
        )
    return value


def _layer(keras: Any, layer: Layer) -> Any:
    """The layer, made by its constructor; None for one that does nothing when predicting."""
    layers = keras.layers
    if layer.kind in ("InputLayer", "Dropout"):
        return None
    if layer.kind == "Flatten":
        return layers.Flatten()
    if layer.kind == "Reshape":
        return layers.Reshape(tuple(int(n) for n in layer.options["target_shape"]))
    if layer.kind in ("Dense", "Activation"):
        name = layer.options.get("activation")
        if name not in ACTIVATIONS:
            raise ModelError(
                en=f"layer {layer.kind} has an activation that Keras doesn't have",
                ja=f"{layer.kind} 層の活性化関数が Keras にないものです",
            )
        if layer.kind == "Activation":
            return layers.Activation(name)
        return layers.Dense(layer.options["units"], activation=name, use_bias=layer.use_bias)
    if layer.kind == "ReLU":
        top = layer.options.get("max_value")
        return layers.ReLU(
            max_value=None if top is None else _number(layer, "max_value", 0, 1e9, default=0),
            negative_slope=_number(layer, "negative_slope", 0, 1e9, default=0),
            threshold=_number(layer, "threshold", 0, 1e9, default=0),
        )
    if layer.kind == "Softmax":
        if layer.options.get("axis", -1) not in (-1, 1):
            raise ModelError(
                en="layer Softmax works along another axis than the last",
                ja="Softmax 層が最後以外の軸で計算しています",
            )
        return layers.Softmax()
    if layer.kind == "Rescaling":
        return layers.Rescaling(
            _number(layer, "scale", -1e9, 1e9, default=1),
            _number(layer, "offset", -1e9, 1e9, default=0),
        )
    if layer.kind == "BatchNormalization":
        return layers.BatchNormalization(epsilon=_number(layer, "epsilon", 0, 1, default=1e-3))
    raise ModelError(
        en=f"layer {layer.kind.removeprefix('other:')} is not one that the kit knows",
        ja=f"{layer.kind.removeprefix('other:')} 層には対応していません",
    )
