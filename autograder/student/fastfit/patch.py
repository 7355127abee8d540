"""`fit` and `evaluate` as Keras has them, with a choice of the fast way in front."""

import functools
import inspect
import weakref
from collections.abc import Callable

import keras
import tensorflow as tf
from keras.src.trainers.data_adapters.array_slicing import train_validation_split
from keras.src.trainers.data_adapters.data_adapter_utils import unpack_x_y_sample_weight
from keras.src.trainers.trainer import Trainer

from . import eligibility, session
from .data import Arrays, labels_outside, steps_at_a_time
from .program import PROGRAMS
from .reasons import NotFast, require
from .signature import model_signature
from .stream import Stream

PAYS_FROM = 600
"""Steps in a call from which compiling a new program is worth its time, see docs/fast-fit.md."""

EVALUATION = 0.5
"""A step of evaluation is cheap: it is worth this share of a step of training."""

TOO_SHORT = "too short to be worth compiling"

_originals: dict[str, Callable] = {}
_reason: list[str | None] = ["there was no call yet"]
_jit_off: "weakref.WeakSet[keras.Model]" = weakref.WeakSet()
"""Models compiled with `jit_compile=False` written out."""


def last_reason() -> str | None:
    """Why the last call ran as Keras wrote it; None if it went the fast way."""
    return _reason[0]


def install() -> bool:
    """Put the choice in front of Keras' methods; True if it is there afterwards."""
    if keras.backend.backend() != "tensorflow":
        return False
    if not _originals:
        _originals["fit"] = keras.Model.fit
        _originals["evaluate"] = keras.Model.evaluate
        _originals["compile"] = Trainer.compile
        _originals["compile_from_config"] = Trainer.compile_from_config
        keras.Model.fit = _with_choice(keras.Model.fit, plan_fit)
        keras.Model.evaluate = _with_choice(keras.Model.evaluate, plan_evaluate)
        keras.Model.predict = _as_keras_left_it(keras.Model.predict)
        Trainer.compile = _noting_jit(Trainer.compile)
        Trainer.compile_from_config = _forgetting_jit(Trainer.compile_from_config)
    return True


def uninstall() -> None:
    """Give Keras its own methods back."""
    if _originals:
        del keras.Model.fit, keras.Model.evaluate, keras.Model.predict
        Trainer.compile = _originals["compile"]
        Trainer.compile_from_config = _originals["compile_from_config"]
        _originals.clear()
        _reason[0] = "the fast way is off"


def _with_choice(original: Callable, plan: Callable) -> Callable:
    """The method `original`, which runs under what `plan` returns unless that raises."""
    parameters = inspect.signature(original)

    @functools.wraps(original)
    def method(self, *args, **kwargs):
        if "_use_cached_eval_dataset" in kwargs:  # validation inside `fit`: as that call goes
            return original(self, *args, **kwargs)
        try:
            arguments = parameters.bind(self, *args, **kwargs)
            arguments.apply_defaults()
            context, changed = plan(self, arguments.arguments)
        except NotFast as refused:
            _reason[0] = str(refused)
        # Whatever is wrong with the call or the data, Keras is to say it.
        except Exception as error:  # noqa: BLE001
            _reason[0] = f"{type(error).__name__}: {error}"
        else:
            with context:
                result = original(self, **changed)
            _reason[0] = None  # at the end: a callback may have called `evaluate` in between
            return result
        reason = _reason[0]
        with session.as_keras_left_it(self):
            result = original(self, *args, **kwargs)
        _reason[0] = reason
        return result

    return method


def _as_keras_left_it(original: Callable) -> Callable:
    """The method `original`, also inside a fast `fit`, where a callback may call it."""

    @functools.wraps(original)
    def method(self, *args, **kwargs):
        with session.as_keras_left_it(self):
            return original(self, *args, **kwargs)

    return method


def plan_fit(model: keras.Model, given: dict) -> tuple:
    """The context and the arguments with which Keras' `fit` does this call the fast way.

    Args:
        model: the model.
        given: all arguments of `fit` by name.

    Raises:
        NotFast: and others: the call is Keras' to do.
    """
    require(given["steps_per_epoch"] is None, "steps_per_epoch is given")
    require(given["validation_steps"] is None, "validation_steps is given")
    require(isinstance(given["shuffle"], bool), "shuffle is neither True nor False")
    loss, metrics = _check(model, given["callbacks"], training=True)
    x, y, weight = given["x"], given["y"], given["sample_weight"]
    validation = given["validation_data"]
    if given["validation_split"] and validation is None:
        require(not isinstance(x, tf.data.Dataset), "a validation split of a dataset")
        (x, y, weight), validation = train_validation_split(
            (x, y, weight), validation_split=given["validation_split"]
        )
    data = _data(x, y, weight, given["batch_size"], shuffle=given["shuffle"],
                 class_weight=given["class_weight"])
    test = None
    if validation is not None:
        x, y, weight = unpack_x_y_sample_weight(validation)
        test = _data(x, y, weight, given["validation_batch_size"] or given["batch_size"])
    plan = _Plan(model, loss, metrics, data)
    epochs = given["epochs"] - (model._initial_epoch or given["initial_epoch"])
    functions = {"train_function": plan.function("train_step", data, epochs)}
    if test is not None:
        functions["test_function"] = plan.function("test_step", test, None)
    changed = {**given, "x": data, "y": None, "sample_weight": None, "class_weight": None,
               "validation_split": 0.0, "validation_data": test}
    del changed["self"]
    return session.in_place(model, plan.steps, **functions), changed


def plan_evaluate(model: keras.Model, given: dict) -> tuple:
    """The same for `evaluate`."""
    require(not given.get("kwargs"), "unknown arguments")
    require(given["steps"] is None, "steps is given")
    loss, metrics = _check(model, given["callbacks"], training=False)
    data = _data(given["x"], given["y"], given["sample_weight"], given["batch_size"])
    plan = _Plan(model, loss, metrics, data)
    function = plan.function("test_step", data, EVALUATION)
    changed = {**given, "x": data, "y": None, "sample_weight": None}
    del changed["self"]
    changed.pop("kwargs", None)
    return session.in_place(model, plan.steps, test_function=function), changed


def _data(x: object, y: object, sample_weight: object, batch_size: object, *,
          shuffle: bool = False, class_weight: dict | None = None) -> Arrays | Stream:
    """The data as an adapter of ours; raises `NotFast` for kinds that are left to Keras."""
    if isinstance(x, tf.data.Dataset):
        require(y is None and sample_weight is None, "targets beside a dataset")
        return Stream(x, shuffle=shuffle, class_weight=class_weight)
    return Arrays(x, y, sample_weight, batch_size=batch_size, shuffle=shuffle,
                  class_weight=class_weight)


def _check(model: keras.Model, callbacks: object, *, training: bool) -> tuple:
    """What `compile` was given as loss and metrics; raises `NotFast` if the model is not for us."""
    eligibility.check_environment()
    eligibility.check_model(model)
    eligibility.check_callbacks(callbacks, training=training)
    require(model not in _jit_off, "compiled with jit_compile=False")
    compiled = model._compile_config.config
    require(compiled["weighted_metrics"] is None, "weighted metrics")
    require(compiled["loss_weights"] is None, "loss weights")
    eligibility.check_compiled_with(compiled["loss"], compiled["metrics"], model.optimizer)
    return compiled["loss"], compiled["metrics"]


class _Plan:
    """One call the fast way: the model, built, and the step functions made for it."""

    def __init__(self, model: keras.Model, loss: object, metrics: object,
                 data: Arrays | Stream) -> None:
        """Build what Keras would build at the first step.

        Raises:
            NotFast: the optimizer belongs to another model.
            ValueError: Keras' own, if data and model do not fit.
        """
        self._model = model
        self.steps = steps_at_a_time(data.num_batches)
        x, y, *weight = (keras.KerasTensor(s.shape, s.dtype.name) for s in data.batch_specs)
        model._symbolic_build(data_batch=(x, y, weight[0] if weight else None))
        known = model.optimizer._trainable_variables
        trainable = model.trainable_variables
        same = len(known) == len(trainable)
        same = same and all(a is b for a, b in zip(known, trainable, strict=True))
        require(same, "the optimizer belongs to other variables")
        self._classes = model.output_shape[-1] if _is_sparse(loss) else None
        self._signature = model_signature(model, loss, metrics)

    def function(self, method: str, data: Arrays | Stream, epochs: float | None):
        """The step function for some data; for arrays its program is traced now.

        Args:
            method: "train_step" or "test_step".
            data: what it will be given.
            epochs: how often it goes through the data, to judge whether compiling a program is
                worth its time; None: it is.
        """
        classes = self._classes
        enough = epochs is None or data.num_batches * epochs >= PAYS_FROM
        if isinstance(data, Stream):
            require(enough, TOO_SHORT)
            find = session.finder(self._model, self._signature, method, classes)
            return session.step_function(self._model, method, find, self.steps)
        outside = classes is not None and labels_outside(data.arrays[1], classes)
        require(not outside, "a label is not one of the classes")
        find = session.finder(self._model, self._signature, method, None)
        if data.full_steps:
            shape = (data.full_steps, data.batch_size)
            key = session.program_key(self._signature, method, data.specs, shape)
            require(enough or key in PROGRAMS, TOO_SHORT)
            PROGRAMS.get(key, self._model, method, data.specs, data.batch_size, data.full_steps,
                         compiled=data.full_steps > 1)
        return session.step_function(self._model, method, find, self.steps)


def _is_sparse(loss: object) -> bool:
    """Whether the loss takes class numbers, which XLA would not check."""
    name = loss if isinstance(loss, str) else getattr(loss, "__name__", "")
    return name in {"sparse_categorical_crossentropy", "crossentropy", "ce"} or isinstance(
        loss, keras.losses.SparseCategoricalCrossentropy
    )


def _noting_jit(original: Callable) -> Callable:
    """`compile`, noting whether `jit_compile=False` was asked for: Keras keeps no trace of it."""

    @functools.wraps(original)
    def compile(self, *args, **kwargs):
        original(self, *args, **kwargs)
        arguments = inspect.signature(original).bind(self, *args, **kwargs).arguments
        (_jit_off.add if arguments.get("jit_compile") is False else _jit_off.discard)(self)

    return compile


def _forgetting_jit(original: Callable) -> Callable:
    """`compile_from_config`, for loaded models: their False may have been Keras' own choice."""

    @functools.wraps(original)
    def compile_from_config(self, config):
        original(self, config)
        _jit_off.discard(self)

    return compile_from_config
