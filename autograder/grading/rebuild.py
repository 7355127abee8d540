"""Computes a learner's network again, in NumPy: layers of an allow-list, the work counted first.

A network that is handed to us is described by its layers and weights. Nothing of a model file, and
no library of models, has to do with it on the grader's side.
"""

from __future__ import annotations

import functools
import math
from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from autograder.grading.functions import ACTIVATIONS, relu
from autograder.grading.model import MAX_PARAMETERS, Layer, Model, ModelError

MAX_VALUES = 1_000_000
"""Outputs of all layers together for one image."""
MAX_PRODUCTS = MAX_PARAMETERS
"""Multiplications of all Dense layers together for one image."""

Step = Callable[[np.ndarray], np.ndarray]
"""What a layer does to a batch."""
Shape = tuple[int, ...]


@dataclass(frozen=True)
class Rebuilt:
    """A network as its layers' work, one after the other."""

    steps: tuple[Step, ...]
    input_shape: Shape
    """Of one image."""
    output_shape: Shape
    """Of one image's output."""
    widest: int
    """The most values that one image has anywhere on its way."""
    parameters: int

    def __call__(self, images: np.ndarray) -> np.ndarray:
        """The outputs for a batch of images. float32, shape (n, *output_shape).

        images: shape (n, *input_shape); a last axis of length 1 may be missing, or be too much, as
        Keras allows it. Raises `ValueError` for any other shape.
        """
        x = np.asarray(images, "float32")
        if x.ndim == len(self.input_shape) + 2 and x.shape[-1] == 1:
            x = x[..., 0]
        elif x.ndim == len(self.input_shape) and self.input_shape[-1] == 1:
            x = x[..., np.newaxis]
        if x.shape[1:] != self.input_shape:
            raise ValueError(f"images of shape {x.shape[1:]} for an input of {self.input_shape}")
        with np.errstate(all="ignore"):  # an overflow is infinite here as it is in Keras
            for step in self.steps:
                x = step(x)
        return x


def rebuild(model: Model) -> Rebuilt:
    """The network with the model's layers and weights. Raises `ModelError`."""
    if not model.built:
        raise ModelError(
            en="it has no weights yet; an Input layer (or input_shape) is missing",
            ja="まだ重みがありません。Input 層 (または input_shape) が必要です",
        )
    if not model.chain:
        raise ModelError(en="its layers don't stand in one row", ja="層が一列に並んでいません")
    shape = model.input_shape
    features = tuple(n or 0 for n in shape[1:]) if shape is not None else ()
    if not features or min(features) < 1:
        raise ModelError(en="its input shape is not known", ja="入力の形がわかりません")
    inputs, widest, values, products, parameters = features, math.prod(features), 0, 0, 0
    if widest > MAX_VALUES:
        raise ModelError(en="its input is too large", ja="入力が大きすぎます")

    steps: list[Step] = []
    order: list[int] = []
    for layer in model.layers:
        if layer.kind in ("InputLayer", "Dropout"):
            continue  # they do nothing when predicting
        made, expected, after = _layer(layer, features)
        if layer.kind == "Dense":
            products += math.prod(features) * after[-1]
        features = after
        widest = max(widest, math.prod(features))
        values += math.prod(features)
        if values > MAX_VALUES or products > MAX_PRODUCTS:
            raise ModelError(
                en="it has far too much to compute for one image",
                ja="1 枚の画像に対する計算が多すぎます",
            )
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
        steps.append(functools.partial(made, *(w.astype("float32") for w in got)))
        order += layer.weights
        parameters += sum(map(math.prod, expected))
    if sorted(order) != list(range(len(model.weights))):
        raise ModelError(
            en="it has weights that belong to no layer", ja="どの層にも属さない重みがあります"
        )
    return Rebuilt(tuple(steps), inputs, features, widest, parameters)


def _target_shape(layer: Layer, size: int) -> Shape:
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


def _layer(layer: Layer, shape: Shape) -> tuple[Callable[..., np.ndarray], list[Shape], Shape]:
    """What the layer does, to be called with its weights and a batch; their shapes; its output's.

    shape: of one image's input to the layer. Raises `ModelError` for a layer that is not known.
    """
    if layer.kind == "Flatten":
        return _flatten, [], (math.prod(shape),)
    if layer.kind == "Reshape":
        target = _target_shape(layer, math.prod(shape))
        return lambda x: x.reshape(len(x), *target), [], target
    if layer.kind in ("Dense", "Activation"):
        name = layer.options.get("activation")
        if name not in ACTIVATIONS:
            raise ModelError(
                en=f"layer {layer.kind} has an activation that Keras doesn't have",
                ja=f"{layer.kind} 層の活性化関数が Keras にないものです",
            )
        activation = ACTIVATIONS[name]
        if layer.kind == "Activation":
            return activation, [], shape
        units = layer.options.get("units")
        if type(units) is not int or not 1 <= units <= MAX_VALUES:
            raise ModelError(
                en="a Dense layer with a malformed number of units",
                ja="Dense 層のユニット数が正しくありません",
            )
        kernel, bias = (shape[-1], units), [(units,)] if layer.use_bias else []
        return functools.partial(_dense, activation), [kernel, *bias], (*shape[:-1], units)
    if layer.kind == "ReLU":
        top = layer.options.get("max_value")
        rectified = functools.partial(
            relu,
            max_value=None if top is None else _number(layer, "max_value", 0, 1e9, default=0),
            negative_slope=_number(layer, "negative_slope", 0, 1e9, default=0),
            threshold=_number(layer, "threshold", 0, 1e9, default=0),
        )
        return rectified, [], shape
    if layer.kind == "Softmax":
        if layer.options.get("axis", -1) not in (-1, 1):
            raise ModelError(
                en="layer Softmax works along another axis than the last",
                ja="Softmax 層が最後以外の軸で計算しています",
            )
        return ACTIVATIONS["softmax"], [], shape
    if layer.kind == "Rescaling":
        scale = np.float32(_number(layer, "scale", -1e9, 1e9, default=1))
        offset = np.float32(_number(layer, "offset", -1e9, 1e9, default=0))
        return lambda x: x * scale + offset, [], shape
    if layer.kind == "BatchNormalization":
        epsilon = np.float32(_number(layer, "epsilon", 0, 1, default=1e-3))
        return functools.partial(_normalize, epsilon), [shape[-1:]] * 4, shape
    raise ModelError(
        en=f"layer {layer.kind.removeprefix('other:')} is not one that the kit knows",
        ja=f"{layer.kind.removeprefix('other:')} 層には対応していません",
    )


def _flatten(x: np.ndarray) -> np.ndarray:
    return x.reshape(len(x), -1)


def _dense(activation: Step, kernel: np.ndarray, *rest: np.ndarray) -> np.ndarray:
    """rest: the bias, if there is one, and the batch."""
    *bias, x = rest
    return activation(x @ kernel + bias[0] if bias else x @ kernel)


def _normalize(
    epsilon: np.float32,
    gamma: np.ndarray,
    beta: np.ndarray,
    mean: np.ndarray,
    variance: np.ndarray,
    x: np.ndarray,
) -> np.ndarray:
    """With the mean and the variance that training has collected."""
    factor = gamma / np.sqrt(variance + epsilon)
    return x * factor + (beta - mean * factor)
