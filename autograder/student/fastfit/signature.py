"""What a compiled program depends on: two models with one signature can share a program.

A program reads and writes the weights, the optimizer's state, the metrics and the random state as
variables, so none of their values is in it. Everything else a step depends on is in the signature.
"""

import json
from typing import Any

import keras

from .reasons import NotFast

_VALUES = frozenset({"name", "quantization_config", "build_config"})
"""Entries of a layer's configuration that do not show in its computation."""


def model_signature(model: keras.Model, loss: object, metrics: Any) -> str:
    """A text that is equal for models whose training and test steps are the same computation.

    Args:
        model: a built model that `eligibility.check_model` let through.
        loss, metrics: what `compile` was given for them.

    Raises:
        NotFast: something in a configuration cannot be written down.
    """
    description = [
        _network(model),
        _optimizer(model.optimizer),
        _named(loss),
        [_named(metric) for metric in metrics or ()],
        [_variable(variable) for variable in state(model)],
    ]
    try:
        return json.dumps(description, sort_keys=True)
    except (TypeError, ValueError) as error:
        raise NotFast(f"a configuration cannot be written down: {error}") from error


def state(model: keras.Model) -> list[keras.Variable]:
    """All variables a step may read or write, in an order that depends on the model's build only.

    Weights and random state of the layers, then the optimizer's variables, then the metrics'.
    """
    ordered = [*model.variables, *model.optimizer.variables, *model.metrics_variables]
    return list({id(variable): variable for variable in ordered}.values())


def _variable(variable: keras.Variable) -> list:
    return [list(variable.shape), str(variable.dtype), bool(variable.trainable)]


def _network(model: keras.Model) -> list:
    if isinstance(model, keras.Sequential):
        return ["Sequential", model.trainable, [_layer(layer) for layer in model.layers]]
    # The wiring of a functional model is written with the layers' names, so they are kept.
    return ["Functional", model.trainable, model.get_config(), [_layer(x) for x in model.layers]]


def _layer(layer: keras.layers.Layer) -> list:
    if isinstance(layer, keras.Model):
        return _network(layer)
    config = {
        key: value
        for key, value in layer.get_config().items()
        if key not in _VALUES and not key.endswith("_initializer")
    }
    activation = getattr(layer, "activation", None)
    return [_class(layer), config, _function(activation), layer.trainable]


def _optimizer(optimizer: keras.optimizers.Optimizer) -> list:
    config = optimizer.get_config()
    del config["name"]
    if isinstance(config["learning_rate"], float):
        del config["learning_rate"]  # a variable: callbacks may change it
    elif config["learning_rate"].get("module") != "keras.optimizers.schedules":
        raise NotFast("a learning rate of its own")
    return [_class(optimizer), config]


def _named(thing: Any) -> object:
    """A loss or metric as it was given to `compile`: a name, a function or an object."""
    if isinstance(thing, str):
        return thing
    get_config = getattr(thing, "get_config", None)
    if get_config is None:
        return _function(thing)
    config = {key: value for key, value in get_config().items() if key != "name"}
    return [_class(thing), config]


def _function(thing: Any) -> str | None:
    return None if thing is None else f"{thing.__module__}.{thing.__qualname__}"


def _class(thing: object) -> str:
    return f"{type(thing).__module__}.{type(thing).__qualname__}"
