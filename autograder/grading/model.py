"""A learner's model on the grader's side: layers and weights, built again from an allow-list."""

from __future__ import annotations

import functools
import math
from dataclasses import dataclass
from typing import Any, NamedTuple

import numpy as np

from autograder.grading.verdict import wrong

MAX_LAYERS = 64
MAX_PARAMETERS = 20_000_000
MAX_UNITS = 1_000_000
_ACTIVATIONS = {
    *("linear", "relu", "sigmoid", "softmax", "tanh", "softplus", "softsign", "elu", "selu"),
    *("gelu", "exponential", "leaky_relu", "relu6", "silu", "hard_sigmoid", "log_softmax"),
}


class ModelError(Exception):
    """A description that is no model: sizes beyond the limits, or parts that don't fit."""


@dataclass(frozen=True)
class Layer:
    """One layer as the student's side describes it."""

    kind: str
    """Keras' class name, or `other:<name>` for a layer that the kit does not know."""
    name: str
    options: dict[str, Any]
    input_shape: tuple[int | None, ...] | None
    output_shape: tuple[int | None, ...] | None
    parameters: int
    weights: tuple[int, ...]
    """Numbers of its weights in `Model.weights`."""

    @property
    def units(self) -> int | None:
        return self.options.get("units")

    @property
    def activation(self) -> str | None:
        """Keras' name of the activation, `custom`, or None for a layer without one."""
        if self.kind in ("ReLU", "Softmax"):
            return self.kind.lower()
        return self.options.get("activation")

    @property
    def use_bias(self) -> bool:
        return bool(self.options.get("use_bias", False))


class DenseLayer(NamedTuple):
    """A Dense layer with the activation that follows it, however that was written."""

    units: int
    activation: str
    use_bias: bool


@dataclass(frozen=True)
class Compiled:
    """How a model was compiled, in Keras' snake-case names."""

    loss: str
    from_logits: bool
    optimizer: str
    learning_rate: float
    metrics: tuple[str, ...]


@dataclass(frozen=True, eq=False)
class Model:
    """A model as it was when the answer was given."""

    ref: int
    session: int
    built: bool
    chain: bool
    """Whether the layers stand in one row, as in a Sequential model."""
    layers: tuple[Layer, ...]
    input_shape: tuple[int | None, ...] | None
    output_shape: tuple[int | None, ...] | None
    weights: tuple[np.ndarray, ...]
    """In the order of `get_weights()`."""
    trainable_parameters: int
    compiled: Compiled | None

    @classmethod
    def from_fields(cls, fields: dict[str, Any], session: int) -> Model:
        """Raises `ModelError`, `KeyError`, `TypeError` or `ValueError` for a malformed one."""
        weights = tuple(np.asarray(w) for w in fields["weights"])
        if len(fields["layers"]) > MAX_LAYERS:
            raise ModelError(f"more than {MAX_LAYERS} layers")
        if sum(w.size for w in weights) > MAX_PARAMETERS:
            raise ModelError(f"more than {MAX_PARAMETERS:,} parameters")
        layers = tuple(
            Layer(
                kind=str(layer["kind"]),
                name=str(layer["name"]),
                options=dict(layer["options"]),
                input_shape=_shape(layer["input_shape"]),
                output_shape=_shape(layer["output_shape"]),
                parameters=int(layer["parameters"]),
                weights=tuple(int(i) for i in layer["weights"]),
            )
            for layer in fields["layers"]
        )
        found = fields["compiled"]
        compiled = found and Compiled(
            loss=str(found["loss"]),
            from_logits=bool(found["from_logits"]),
            optimizer=str(found["optimizer"]),
            learning_rate=float(found["learning_rate"]),
            metrics=tuple(str(m) for m in found["metrics"]),
        )
        return cls(
            ref=int(fields["ref"]),
            session=session,
            built=bool(fields["built"]),
            chain=bool(fields["chain"]),
            layers=layers,
            input_shape=_shape(fields["input_shape"]),
            output_shape=_shape(fields["output_shape"]),
            weights=weights,
            trainable_parameters=int(fields["trainable_parameters"]),
            compiled=compiled,
        )

    @property
    def parameters(self) -> int:
        """Number of weights and biases, counted in the weights themselves."""
        return sum(w.size for w in self.weights)

    @property
    def dense(self) -> list[DenseLayer]:
        """The Dense layers in order, each with the activation that follows it.

        `Dense(64, 'relu')`, and `Dense(64)` with an `Activation('relu')` or `ReLU()` behind it,
        are the same here.
        """
        found: list[DenseLayer] = []
        for layer in self.layers:
            if layer.kind == "Dense":
                found.append(DenseLayer(layer.units or 0, layer.activation or "", layer.use_bias))
            elif layer.kind in ("Activation", "ReLU", "Softmax") and found:
                last = found[-1]
                if last.activation == "linear":
                    found[-1] = last._replace(activation=layer.activation or "custom")
                elif layer.activation != "linear":
                    found[-1] = last._replace(activation=f"{last.activation}+{layer.activation}")
        return found

    def predict(self, images: np.ndarray) -> np.ndarray:
        """The outputs for `images`, computed by the grader's own copy. Shape (n, …), float32."""
        from autograder.grading import measure

        return measure.predict(self.rebuilt, images)

    def evaluate(self, images: np.ndarray, labels: np.ndarray) -> tuple[float, float]:
        """Sparse categorical cross-entropy and accuracy of the grader's own copy.

        images: float32, shape (n, *input shape). labels: integers, shape (n,).
        """
        from autograder.grading import measure

        return measure.evaluate(self.rebuilt, images, labels)

    @functools.cached_property
    def rebuilt(self) -> Any:
        """A Keras model made by constructors of the allow-list, with these weights.

        Raises `CheckFailed` for a model that can't be made again, and says why.
        """
        try:
            return _rebuild(self)
        except ModelError as error:
            wrong(
                en=f"The grader can't build this model again: {error}.",
                ja=f"採点側でこのモデルを組み立て直せませんでした: {error}",
            )


def _shape(value: Any) -> tuple[int | None, ...] | None:
    if value is None:
        return None
    shape = tuple(None if n is None else int(n) for n in value)
    if len(shape) > 8 or any(n is not None and not 0 <= n <= 1 << 31 for n in shape):
        raise ModelError("a malformed shape")
    return shape


def _rebuild(model: Model) -> Any:
    if not model.built:
        raise ModelError("it has no weights yet; an Input layer (or input_shape) is missing")
    if not model.chain:
        raise ModelError("its layers don't stand in one row")
    shape = model.input_shape
    if shape is None or len(shape) < 2 or any(not isinstance(n, int) for n in shape[1:]):
        raise ModelError("its input shape is not known")
    _check_sizes(model, tuple(int(n or 0) for n in shape[1:]))

    from autograder.grading.quiet import keras_quietly

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
                raise ModelError(f"the weights of layer {layer.kind} don't fit it")
            got = [model.weights[i] for i in layer.weights]
            if [w.shape for w in got] != expected:
                raise ModelError(f"the weights of layer {layer.kind} have other shapes")
            if not all(np.isfinite(w).all() for w in got):
                raise ModelError("some weights are NaN or infinite")
            made.set_weights([w.astype("float32") for w in got])
            order += layer.weights
    if sorted(order) != list(range(len(model.weights))):
        raise ModelError("it has weights that belong to no layer")
    return rebuilt


def _check_sizes(model: Model, shape: tuple[int, ...]) -> None:
    """What building would take, counted before anything is built."""
    if math.prod(shape) > MAX_UNITS:
        raise ModelError("its input is too large")
    features = shape
    for layer in model.layers:
        if layer.kind == "Dense":
            units = layer.options.get("units")
            if type(units) is not int or not 1 <= units <= MAX_UNITS:
                raise ModelError("a Dense layer with a malformed number of units")
            if features[-1] * units > MAX_PARAMETERS:
                raise ModelError(f"a Dense layer of more than {MAX_PARAMETERS:,} weights")
            features = (*features[:-1], units)
        elif layer.kind == "Flatten":
            features = (math.prod(features),)
        elif layer.kind == "Reshape":
            features = _target_shape(layer, math.prod(features))
        if math.prod(features) > MAX_UNITS:
            raise ModelError("a layer with too many outputs")


def _target_shape(layer: Layer, size: int) -> tuple[int, ...]:
    target = layer.options.get("target_shape")
    if not isinstance(target, tuple | list) or not 1 <= len(target) <= 8:
        raise ModelError("a Reshape layer with a malformed shape")
    shape = [int(n) for n in target]
    if shape.count(-1) == 1:
        rest = -math.prod(shape)
        if rest <= 0 or size % rest:
            raise ModelError("a Reshape layer that does not fit")
        shape[shape.index(-1)] = size // rest
    if min(shape) < 1 or math.prod(shape) != size:
        raise ModelError("a Reshape layer that does not fit")
    return tuple(shape)


def _number(layer: Layer, option: str, low: float, high: float, *, default: float) -> float:
    value = layer.options.get(option)
    if value is None:
        return default
    if type(value) not in (int, float) or not low <= value <= high:
        raise ModelError(f"layer {layer.kind} with a malformed {option}")
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
        if name not in _ACTIVATIONS:
            raise ModelError(f"layer {layer.kind} has an activation that Keras doesn't have")
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
            raise ModelError("layer Softmax works along another axis than the last")
        return layers.Softmax()
    if layer.kind == "Rescaling":
        return layers.Rescaling(
            _number(layer, "scale", -1e9, 1e9, default=1),
            _number(layer, "offset", -1e9, 1e9, default=0),
        )
    if layer.kind == "BatchNormalization":
        return layers.BatchNormalization(epsilon=_number(layer, "epsilon", 0, 1, default=1e-3))
    raise ModelError(f"layer {layer.kind.removeprefix('other:')} is not one that the kit knows")
