"""A Keras model as data: its layers and weights, in the words of an allow-list."""

from __future__ import annotations

import re
import sys
from typing import Any

import numpy as np

from autograder.boundary.wire import Record

OPTIONS: dict[str, tuple[str, ...]] = {
    "InputLayer": (),
    "Flatten": (),
    "Reshape": ("target_shape",),
    "Dense": ("units", "use_bias"),
    "Activation": (),
    "ReLU": ("max_value", "negative_slope", "threshold"),
    "Softmax": ("axis",),
    "Dropout": ("rate",),
    "Rescaling": ("scale", "offset"),
    "BatchNormalization": ("axis", "momentum", "epsilon", "center", "scale"),
}
"""Layers that the grader knows how to build again, and the options that matter for each."""

ACTIVATIONS = (
    *("linear", "relu", "sigmoid", "softmax", "tanh", "softplus", "softsign", "elu", "selu"),
    *("gelu", "exponential", "leaky_relu", "relu6", "silu", "hard_sigmoid", "log_softmax"),
)
"""Activations by Keras' own names."""

_PROBE = np.array([[-4.0, -1.0, -0.3, 0.0, 0.2, 1.0, 5.0], [2.0, 2.5, -1.5, 7.0, 0.5, -6.0, 0.1]])


def is_model(value: Any) -> bool:
    keras = sys.modules.get("keras")
    return keras is not None and isinstance(value, keras.Model)


def is_history(value: Any) -> bool:
    keras = sys.modules.get("keras")
    return keras is not None and isinstance(value, keras.callbacks.History)


def activation_name(function: Any) -> str:
    """Keras' name of an activation, however it was written; `custom` for what Keras doesn't have.

    A function is recognised by what it computes, so `tf.nn.relu`, `keras.activations.relu` and
    `lambda x: tf.maximum(x, 0)` are all `relu`.
    """
    import keras

    if function is None:
        return "linear"
    for name in ACTIVATIONS:
        if function is keras.activations.get(name):
            return name
    if isinstance(function, keras.layers.Layer):
        kind = type(function).__name__
        if kind in ("ReLU", "Softmax") and function.get_config() == _plain_config(function):
            return kind.lower()
    probe = _PROBE.astype("float32")
    try:
        got = np.asarray(function(keras.ops.convert_to_tensor(probe)))
    except Exception:  # noqa: BLE001  a learner's own function may raise anything
        return "custom"
    for name in ACTIVATIONS:
        expected = np.asarray(keras.activations.get(name)(keras.ops.convert_to_tensor(probe)))
        if got.shape == expected.shape and np.allclose(got, expected, rtol=1e-5, atol=1e-6):
            return name
    return "custom"


def _plain_config(layer: Any) -> dict:
    config = type(layer)().get_config()
    return {**config, "name": layer.name, "dtype": layer.get_config()["dtype"]}


def describe(model: Any, ref: int) -> Record:
    """The model's layers in the order in which data flows, its weights, and how it was compiled."""
    import keras

    whole = _traced(model)
    layers, linear = _flow(whole)
    names = {id(w): i for i, w in enumerate(model.weights)}
    fields: dict[str, Any] = {
        "ref": ref,
        "built": bool(model.built),
        "chain": linear,
        "input_shape": _shape(_attribute(whole, "input_shape")),
        "output_shape": _shape(_attribute(whole, "output_shape")),
        "weights": [np.asarray(w) for w in model.get_weights()] if model.built else [],
        "trainable_parameters": sum(int(np.prod(w.shape)) for w in model.trainable_weights),
        "layers": [_layer(keras, layer, names) for layer in layers],
        "compiled": _compiled(model),
    }
    return Record("model", fields)


def _flow(model: Any) -> tuple[list[Any], bool]:
    """The layers in the order of the data, nested models opened, and whether they form a chain."""
    import keras

    model = _traced(model)
    operations = getattr(model, "operations", None) or model.layers
    flat: list[Any] = []
    chain = True
    for operation in operations:
        if is_model(operation):
            inner, inner_chain = _flow(operation)
            flat += [layer for layer in inner if type(layer).__name__ != "InputLayer"]
            chain = chain and inner_chain
        else:
            flat.append(operation)
    if not isinstance(model, keras.Sequential) and hasattr(model, "operations"):
        own = {id(node) for level in model._nodes_by_depth.values() for node in level}
        for operation in model.operations:
            nodes = operation._inbound_nodes
            if len(nodes) > 1 and not is_model(operation):
                chain = chain and sum(id(node) in own for node in nodes) == 1
            for node in nodes:
                if id(node) in own and len(node.parent_nodes) > 1:
                    chain = False
        chain = chain and len(getattr(model, "inputs", [0])) == 1
        chain = chain and len(getattr(model, "outputs", [0])) == 1
    return flat, chain


def _traced(model: Any) -> Any:
    """A subclassed model as a functional one, where its `call` can be followed."""
    import keras

    if isinstance(model, keras.Sequential) or hasattr(model, "operations"):
        return model
    shape = getattr(model, "_build_shapes_dict", None) or {}
    shape = shape.get("input_shape") or next(iter(shape.values()), None)
    if not isinstance(shape, tuple | list) or len(shape) < 2:
        return model
    inputs = keras.Input(tuple(shape)[1:])
    try:
        return keras.Model(inputs, model.call(inputs))
    except Exception:  # noqa: BLE001  a learner's own `call` may raise anything
        return model


def _layer(keras: Any, layer: Any, weight_numbers: dict[int, int]) -> dict[str, Any]:
    kind = type(layer).__name__
    known = kind in OPTIONS and getattr(keras.layers, kind, None) is type(layer)
    options: dict[str, Any] = {}
    if known:
        for option in OPTIONS[kind]:
            options[option] = _plain(getattr(layer, option, None))
        if kind in ("Dense", "Activation"):
            options["activation"] = activation_name(layer.activation)
    weights = getattr(layer, "weights", [])
    return {
        "kind": kind if known else f"other:{kind}",
        "name": str(getattr(layer, "name", kind)),
        "options": options,
        "input_shape": _shape(_tensor_shape(layer, "input")),
        "output_shape": _shape(_tensor_shape(layer, "output")),
        "weights": [weight_numbers.get(id(w), -1) for w in weights],
        "parameters": sum(int(np.prod(w.shape)) for w in weights),
        "trainable": bool(getattr(layer, "trainable", True)),
    }


def _tensor_shape(layer: Any, side: str) -> Any:
    return getattr(_attribute(layer, side), "shape", None)


def _attribute(thing: Any, name: str) -> Any:
    """Keras raises different errors for a shape that is not known yet."""
    try:
        return getattr(thing, name, None)
    except (AttributeError, ValueError, RuntimeError):
        return None


def _shape(shape: Any) -> Any:
    """A shape as a tuple of ints and None, or None where it is not known."""
    if not isinstance(shape, tuple | list) or any(isinstance(n, tuple | list) for n in shape):
        return None
    return tuple(None if n is None else int(n) for n in shape)


def _plain(value: Any) -> Any:
    if isinstance(value, tuple | list):
        return tuple(_plain(v) for v in value)
    if isinstance(value, np.generic | np.ndarray):
        return np.asarray(value).tolist()
    return value if isinstance(value, bool | int | float | str | None) else str(value)


def _compiled(model: Any) -> dict[str, Any] | None:
    import keras

    if not getattr(model, "compiled", False) or getattr(model, "optimizer", None) is None:
        return None
    loss = model.loss
    from_logits = bool(getattr(loss, "from_logits", False))
    config = getattr(loss, "get_config", None)
    if callable(config):
        from_logits = bool(config().get("from_logits", from_logits))
    given = getattr(model, "_compile_metrics", None)
    metrics = getattr(given, "_user_metrics", None) or []
    if not isinstance(metrics, list | tuple):
        metrics = [metrics]
    optimizer = model.optimizer
    return {
        "loss": name_of(keras, loss),
        "from_logits": from_logits,
        "optimizer": type(optimizer).__name__.lower(),
        "learning_rate": float(np.asarray(optimizer.learning_rate)),
        "metrics": [name_of(keras, metric) for metric in metrics],
    }


_SHORT = {"acc": "accuracy", "sparse_categorical_accuracy": "accuracy", "mse": "mean_squared_error"}


def name_of(keras: Any, thing: Any) -> str:
    """Keras' snake-case name of a loss or metric, given as a string, function, class or object."""
    if isinstance(thing, dict):
        inner = thing.get("config", {})
        thing = inner.get("fn", inner.get("name", thing.get("class_name", "")))
        if isinstance(thing, dict):
            thing = thing.get("config", thing.get("class_name", ""))
    if not isinstance(thing, str):
        text = getattr(thing, "__name__", None)
        thing = text if isinstance(text, str) else type(thing).__name__
    snake = re.sub(r"(?<=[a-z0-9])(?=[A-Z])", "_", thing).lower()
    return _SHORT.get(snake, snake)
