"""Which models, callbacks and settings the fast way takes. Everything else is left to Keras."""

import inspect
from collections.abc import Iterable
from typing import Any

import keras
import tensorflow as tf
from keras.src import utils as keras_utils
from keras.src.distribution import distribution_lib
from keras.src.models.functional import Functional

from .reasons import require

LAYERS = frozenset(
    {
        keras.layers.Activation,
        keras.layers.BatchNormalization,
        keras.layers.Dense,
        keras.layers.Dropout,
        keras.layers.ELU,
        keras.layers.Flatten,
        keras.layers.InputLayer,
        keras.layers.LeakyReLU,
        keras.layers.ReLU,
        keras.layers.Rescaling,
        keras.layers.Reshape,
        keras.layers.Softmax,
    }
)
"""Layers whose work is matrix products and arithmetic: there XLA gives Keras' numbers, and pays.

Not convolutions (TensorFlow's own are faster than XLA's on a CPU), not embeddings or anything
that looks values up (XLA does not complain about an index out of range, Keras does)."""

OPTIMIZERS = frozenset(
    {
        keras.optimizers.Adagrad,
        keras.optimizers.Adam,
        keras.optimizers.Adamax,
        keras.optimizers.AdamW,
        keras.optimizers.RMSprop,
        keras.optimizers.SGD,
    }
)

METRIC_MODULES = frozenset(
    {
        "keras.src.metrics.accuracy_metrics",
        "keras.src.metrics.probabilistic_metrics",
        "keras.src.metrics.regression_metrics",
    }
)

STEP_METHODS = (
    "train_step",
    "test_step",
    "call",
    "compute_loss",
    "compute_metrics",
    "reset_metrics",
    "get_metrics_result",
    "make_train_function",
    "make_test_function",
)

TRAIN_BATCH_METHODS = (
    "on_batch_begin",
    "on_batch_end",
    "on_train_batch_begin",
    "on_train_batch_end",
)
TEST_BATCH_METHODS = ("on_test_batch_begin", "on_test_batch_end")



def check_environment() -> None:
    """Raise `NotFast` where TensorFlow or Keras is set up in an unusual way."""
    require(tf.executing_eagerly(), "called inside a graph")
    require(not tf.config.functions_run_eagerly(), "functions are set to run eagerly")
    require(not tf.distribute.has_strategy(), "a distribution strategy is active")
    require(distribution_lib.distribution() is None, "a distribution is set")
    require(keras.config.floatx() == "float32", "floatx is not float32")
    require(not keras.src.backend.config.max_steps_per_epoch(), "steps per epoch are capped")
    devices = {device.device_type for device in tf.config.get_visible_devices()}
    require(devices == {"CPU"}, "there is an accelerator")


def check_model(model: keras.Model) -> None:
    """Raise `NotFast` unless the model is built of known layers and overrides nothing."""
    require(type(model) in (keras.Sequential, Functional), "the model's class is a subclass")
    require(model.compiled, "the model is not compiled")
    require(model.optimizer is not None, "there is no optimizer")
    require(not model.run_eagerly, "run_eagerly is on")
    require(model._distribute_strategy is None, "the model has a distribution strategy")
    require(model.dtype_policy.name == "float32", "the model's dtype is not float32")
    for part in _parts(model):
        overridden = set(STEP_METHODS) & set(vars(part))
        require(not overridden, f"{part.name} overrides {', '.join(sorted(overridden))}")
        require(not part._metrics and not part._get_own_losses(), "a layer adds losses or metrics")
    trainable = {layer: layer.trainable for layer in model._flatten_layers()}
    require(trainable == model._compiled_trainable_state, "trainable changed after compile()")
    require(model.trainable, "nothing is trainable")
    if isinstance(model, Functional):
        require(len(model.inputs) == 1 and len(model.outputs) == 1, "several inputs or outputs")
        require(not isinstance(model.input, dict | list), "a named input")
        require(not isinstance(model.output, dict | list), "a named output")
    for name in STEP_METHODS:
        method = inspect.getattr_static(type(model), name)
        module = getattr(inspect.unwrap(method), "__module__", "")
        require(str(module).startswith("keras."), f"Model.{name} is patched")


def _parts(model: keras.Model) -> Iterable[keras.layers.Layer]:
    """The model, its layers, and the layers of models inside; raise `NotFast` on others."""
    yield model
    for layer in model.layers:
        if type(layer) in (keras.Sequential, Functional):
            require(layer is not model, "the model contains itself")
            yield from _parts(layer)
            continue
        require(type(layer) in LAYERS, f"a layer of class {type(layer).__name__}")
        require(layer.dtype_policy.name == "float32", f"{layer.name} is not float32")
        if hasattr(layer, "activation"):
            require(is_builtin(layer.activation), f"{layer.name} has an activation of its own")
        for slot in ("kernel_regularizer", "bias_regularizer", "activity_regularizer",
                     "kernel_constraint", "bias_constraint", "beta_regularizer",
                     "gamma_regularizer", "beta_constraint", "gamma_constraint"):
            value = getattr(layer, slot, None)
            require(value is None or is_builtin(type(value)), f"{layer.name} has its own {slot}")
        require(not getattr(layer, "_lora_enabled", False), f"{layer.name} uses LoRA")
        require(getattr(layer, "quantization_mode", None) is None, f"{layer.name} is quantized")
        yield layer


def check_compiled_with(loss: Any, metrics: Any, optimizer: Any) -> None:
    """Raise `NotFast` unless what `compile` was given is Keras' own and simple."""
    require(isinstance(loss, str) or is_builtin(loss) or is_builtin(type(loss)), "a loss of its own")
    require(not isinstance(loss, type | list | tuple | dict), "several losses")
    inner = getattr(loss, "fn", None)
    require(inner is None or is_builtin(inner), "a loss of its own")
    require(metrics is None or isinstance(metrics, list | tuple), "metrics by name")
    for metric in metrics or ():
        known = type(metric).__module__ in METRIC_MODULES or metric in {"acc", "accuracy"}
        require(known or _is_metric_name(metric), "a metric the fast way does not know")
        inner = getattr(metric, "_fn", None)
        require(inner is None or is_builtin(inner), "a metric of its own")
    require(type(optimizer) in OPTIMIZERS, f"the optimizer {type(optimizer).__name__}")
    require(not optimizer.use_ema, "the optimizer averages the weights")
    require(not optimizer.gradient_accumulation_steps, "the optimizer accumulates gradients")


def _is_metric_name(metric: object) -> bool:
    """Whether a name given for a metric stands for one of the known classes."""
    if not isinstance(metric, str):
        return False
    try:
        found = keras.metrics.get(metric)
    except ValueError:
        return False
    return type(found).__module__ in METRIC_MODULES or is_builtin(found)


def check_callbacks(callbacks: Any, *, training: bool) -> None:
    """Raise `NotFast` if a callback wants to be called at every batch.

    Args:
        callbacks: what the caller passed: None, a callback, or a list or tuple of callbacks.
        training: whether the callbacks go to `fit` (else to `evaluate`).
    """
    given = callbacks if isinstance(callbacks, list | tuple) else [callbacks] if callbacks else []
    names = TEST_BATCH_METHODS + (TRAIN_BATCH_METHODS if training else ())
    for callback in given:
        known = isinstance(callback, keras.callbacks.Callback)
        known = known and not isinstance(callback, keras.callbacks.CallbackList)
        require(known, "an unusual callback")
        if type(callback) is keras.callbacks.ModelCheckpoint and callback.save_freq == "epoch":
            continue  # its method for batches does nothing then
        if type(callback) is keras.callbacks.ProgbarLogger:
            continue
        for name in names:
            by_batch = not keras_utils.is_default(getattr(callback, name))
            require(not by_batch, f"{type(callback).__name__} works by the batch")


def is_builtin(thing: object) -> bool:
    """Whether a function or class was written by Keras or TensorFlow."""
    module = getattr(thing, "__module__", None)
    return isinstance(module, str) and module.startswith(("keras.", "tensorflow."))

