"""The fast fit keeps the meaning of `fit`: what comes back, what is called, what is left to Keras.

Most tests train one small network, so that they share its compiled program.
"""

import os
import re
import subprocess
import sys
from pathlib import Path

import keras
import numpy as np
import pytest
import tensorflow as tf

sys.path.insert(0, str(Path(__file__).parent))
from fastfit_pairs import both, images, small_model, train

from autograder.student import fastfit
from autograder.student.fastfit.program import PROGRAMS

X, Y = images(72)
X_VAL, Y_VAL = images(40, seed=5)


def fit_with(x=X, y=Y, **options):
    """A function that fits a model with the given options; 4 full batches and a partial one."""
    return lambda model: model.fit(x, y, **{"batch_size": 16, "verbose": 0, **options})


def assert_same(fast, keras_own):
    for ours, theirs in zip(fast.state, keras_own.state, strict=True):
        np.testing.assert_allclose(ours, theirs, atol=2e-5)
    assert list(fast.history.history) == list(keras_own.history.history)
    for name, values in fast.history.history.items():
        np.testing.assert_allclose(values, keras_own.history.history[name], rtol=2e-5)
    assert fast.history.epoch == keras_own.history.epoch
    assert fast.history.params == keras_own.history.params


def reason_for(build, fit):
    """Why a training went Keras' way."""
    trained = train(build, fit, fast=True)
    assert trained.reason is not None
    return trained.reason


def test_validation_frequency_initial_epoch_and_a_second_fit_go_as_in_keras():
    def fit(model):
        model.fit(X, Y, batch_size=16, epochs=1, verbose=0)
        return model.fit(
            X, Y, batch_size=16, initial_epoch=1, epochs=5, verbose=0,
            validation_data=(X_VAL, Y_VAL), validation_freq=2, validation_batch_size=20,
        )

    fast, keras_own = both(small_model, fit)
    assert_same(fast, keras_own)
    assert len(fast.history.history["val_loss"]) == 2
    assert int(fast.model.optimizer.iterations) == 5 * 5


def test_callbacks_by_the_epoch_are_called_as_keras_calls_them(tmp_path):
    events = []

    class Watch(keras.callbacks.Callback):
        def on_train_begin(self, logs=None):
            events.append(("train", logs))

        def on_epoch_begin(self, epoch, logs=None):
            events.append(("begin", epoch, logs))

        def on_epoch_end(self, epoch, logs=None):
            loss, accuracy = self.model.evaluate(X_VAL, Y_VAL, batch_size=20, verbose=0)
            rounded = {name: round(value, 4) for name, value in logs.items()}
            events.append(("end", epoch, rounded, round(loss, 4), round(accuracy, 4)))

        def on_test_begin(self, logs=None):
            events.append(("test", logs))

        def on_train_end(self, logs=None):
            events.append(("over", sorted(logs)))

    def fit(model):
        return model.fit(
            X, Y, batch_size=16, epochs=4, verbose=0, validation_data=(X_VAL, Y_VAL),
            callbacks=[
                Watch(),
                keras.callbacks.EarlyStopping("loss", patience=0, min_delta=10.0),
                keras.callbacks.ModelCheckpoint(tmp_path / "best.keras"),
                keras.callbacks.LearningRateScheduler(lambda epoch, rate: 0.01 / (epoch + 1)),
                keras.callbacks.LambdaCallback(on_epoch_end=lambda epoch, logs: None),
            ],
        )

    fast, keras_own = both(small_model, fit)
    assert_same(fast, keras_own)
    assert fast.history.epoch == [0, 1]
    assert fast.model.stop_training
    half = len(events) // 2
    assert events[:half] == events[half:]
    assert (tmp_path / "best.keras").exists()


def test_weights_of_samples_and_classes_count_as_in_keras():
    weights = np.linspace(0.1, 2, len(X))
    assert_same(*both(small_model, fit_with(sample_weight=weights, epochs=2)))
    assert_same(*both(small_model, fit_with(class_weight={0: 3.0, 2: 0.5}, epochs=2)))


def test_tensors_bytes_and_doubles_are_taken_as_keras_takes_them():
    tensors = fit_with(tf.constant(X), tf.constant(Y, tf.int32), epochs=1)
    assert_same(*both(small_model, tensors))
    whole = np.asarray(X * 100, np.uint8)
    assert_same(*both(small_model, fit_with(whole, Y.astype(np.float64), epochs=1)))


def test_a_dataset_is_read_anew_each_epoch_in_its_own_order():
    def fit(model):
        data = tf.data.Dataset.from_tensor_slices((X, Y)).shuffle(72, seed=4).batch(16)
        test = tf.data.Dataset.from_tensor_slices((X_VAL, Y_VAL)).batch(20)
        return model.fit(data, epochs=3, verbose=0, validation_data=test, shuffle=False)

    assert_same(*both(small_model, fit))


def test_a_model_without_an_input_layer_ends_up_built_as_keras_builds_it():
    def build():
        model = keras.Sequential([keras.layers.Flatten(), keras.layers.Dense(4)])
        loss = keras.losses.SparseCategoricalCrossentropy(from_logits=True)
        model.compile("sgd", loss)
        return model

    fast, keras_own = both(build, fit_with())
    assert_same(fast, keras_own)
    assert fast.model.input_shape == keras_own.model.input_shape == (None, 6, 6, 1)


def test_verbose_prints_the_lines_of_keras(capsys):
    def lines(verbose, fast):
        fit = fit_with(epochs=2, verbose=verbose, validation_data=(X_VAL, Y_VAL))
        train(small_model, fit, fast=fast)
        printed = capsys.readouterr().out
        printed = re.sub(r"\x1b\[\d+m|[\b]", "", printed)
        printed = re.sub(r"\d+(s|ms|us)\b", "T", printed)
        return [line.split("\r")[-1].strip() for line in printed.split("\n")]

    for verbose in (0, 1, 2):
        fast = lines(verbose, True)
        assert fast == lines(verbose, False)
        assert len(fast) == (1 if verbose == 0 else 5)


def test_evaluate_gives_keras_numbers():
    def evaluate(model):
        model.fit(X, Y, batch_size=16, verbose=0)
        return model.evaluate(X_VAL, Y_VAL, batch_size=16, verbose=0)

    fast, keras_own = both(small_model, evaluate)
    np.testing.assert_allclose(fast.history, keras_own.history, rtol=1e-6)
    assert [type(value) for value in fast.history] == [float, float]

    def evaluate_named(model):
        return model.evaluate(X_VAL, Y_VAL, batch_size=16, verbose=0, return_dict=True)

    assert list(train(small_model, evaluate_named, fast=True).history) == ["accuracy", "loss"]


def test_models_of_one_shape_share_a_program_and_nothing_else():
    train(small_model, fit_with(), fast=True)
    before = PROGRAMS.made
    first, second = (train(small_model, fit_with(epochs=3), fast=True, seed=s) for s in (1, 2))
    assert PROGRAMS.made == before
    assert_same(first, train(small_model, fit_with(epochs=3), fast=False, seed=1))
    assert_same(second, train(small_model, fit_with(epochs=3), fast=False, seed=2))


@pytest.mark.parametrize(
    "change",
    [
        lambda: small_model(loss="mse"),
        lambda: small_model(optimizer=keras.optimizers.Adam(beta_1=0.5)),
        lambda: small_model(units=9),
        lambda: small_model(metrics=[]),
    ],
)
def test_models_that_differ_do_not_share_a_program(change):
    train(small_model, fit_with(), fast=True)
    before = PROGRAMS.made
    target = np.eye(4, dtype=np.float32)[Y] if change().loss == "mse" else Y
    train(change, fit_with(y=target), fast=True)
    assert PROGRAMS.made == before + 1


class Doubled(keras.Sequential):
    """A model with a training step of its own."""

    def train_step(self, data):
        return super().train_step(data)


def doubled():
    model = Doubled([keras.layers.Flatten(), keras.layers.Dense(4)])
    model.compile("sgd", "mse")
    return model


def my_relu(x):
    return tf.maximum(x, 0.0)


def with_activation(activation):
    model = keras.Sequential([keras.layers.Flatten(), keras.layers.Dense(4, activation)])
    model.compile("sgd", "mse")
    return model


@pytest.mark.parametrize(
    ("build", "reason"),
    [
        (doubled, "the model's class is a subclass"),
        (lambda: small_model(run_eagerly=True), "run_eagerly is on"),
        (lambda: small_model(jit_compile=False), "compiled with jit_compile=False"),
        (lambda: small_model(loss=lambda y, p: tf.reduce_mean(p)), "a loss of its own"),
        (lambda: small_model(weighted_metrics=["accuracy"]), "weighted metrics"),
        (lambda: small_model(optimizer=keras.optimizers.Ftrl()), "the optimizer Ftrl"),
        (lambda: with_activation(my_relu), "has an activation of its own"),
    ],
)
def test_an_unusual_model_is_left_to_keras(build, reason):
    one_hot = np.eye(4, dtype=np.float32)[Y]
    sparse = "sparse" in str(getattr(build(), "loss", ""))
    assert reason in reason_for(build, fit_with(y=Y if sparse else one_hot))


@pytest.mark.parametrize(
    ("options", "reason"),
    [
        ({"steps_per_epoch": 2}, "steps_per_epoch is given"),
        ({"shuffle": "batch"}, "shuffle is neither True nor False"),
        ({"callbacks": [keras.callbacks.TerminateOnNaN()]}, "TerminateOnNaN works by the batch"),
        (
            {"callbacks": [keras.callbacks.LambdaCallback(on_train_batch_end=lambda b, logs: 0)]},
            "LambdaCallback works by the batch",
        ),
    ],
)
def test_an_unusual_call_is_left_to_keras(options, reason):
    assert reason_for(small_model, fit_with(**options)) == reason


def test_a_short_training_is_left_to_keras_unless_its_program_is_there():
    fastfit.enable()
    try:
        model = small_model(units=7)
        model.fit(X, Y, batch_size=16, verbose=0)
        assert fastfit.why_not() == "too short to be worth compiling"
    finally:
        fastfit.disable()


@pytest.mark.parametrize(
    "fit",
    [
        fit_with(y=Y[:-1]),
        fit_with(x=X[:, :4]),
        fit_with(y=Y + 1),
        lambda model: model.fit(X, Y, verbose=0, no_such_argument=1),
        lambda model: model.fit(X, [str(label) for label in Y], verbose=0),
    ],
    ids=["lengths", "shape", "labels", "argument", "strings"],
)
def test_an_exception_is_keras_own(fit):
    raised = []
    for fast in (True, False):
        with pytest.raises(Exception) as caught:
            train(small_model, fit, fast=fast)
        # Names of layers and functions are numbered through the process.
        raised.append((caught.type, re.sub(r"\d+", "#", str(caught.value))[:120]))
    assert raised[0] == raised[1]


def test_during_and_after_a_fast_fit_a_model_predicts_trains_by_the_batch_and_is_saved(tmp_path):
    def fit(model):
        def by_batch(epoch, logs):
            model.train_on_batch(X[:16], Y[:16])
            predicted.append(model.predict(X_VAL, batch_size=7, verbose=0))
            model.save(tmp_path / "model.keras")

        callback = keras.callbacks.LambdaCallback(on_epoch_end=by_batch)
        history = model.fit(X, Y, batch_size=16, epochs=2, verbose=0, callbacks=[callback])
        model.train_on_batch(X[:16], Y[:16])
        return history

    predicted = []
    assert_same(*both(small_model, fit))
    np.testing.assert_allclose(predicted[:2], predicted[2:], atol=1e-5)
    loaded = keras.models.load_model(tmp_path / "model.keras")
    assert train(lambda: loaded, fit_with(), fast=True).reason is None


def test_enable_and_disable_can_be_repeated_and_leave_nothing_behind():
    original = keras.Model.fit
    fastfit.enable()
    patched = keras.Model.fit
    fastfit.enable()
    assert keras.Model.fit is patched
    assert patched.__doc__ == original.__doc__
    fastfit.disable()
    fastfit.disable()
    assert keras.Model.fit is original


def run(code, **environment):
    """What a new Python prints for some code."""
    result = subprocess.run(
        [sys.executable, "-c", code], env={**os.environ, **environment}, text=True,
        capture_output=True, check=True,
    )
    return result.stdout.split()


def test_waiting_for_keras_imports_nothing_and_the_switch_turns_it_off():
    code = (
        "import sys\n"
        "from autograder.student import fastfit\n"
        "fastfit.enable_when_imported()\n"
        "print('keras' in sys.modules, 'tensorflow' in sys.modules, 'numpy' in sys.modules)\n"
        "import keras\n"
        "print(keras.Model.fit.__code__.co_filename.endswith('patch.py'), fastfit.enable())\n"
    )
    assert run(code) == ["False", "False", "False", "True", "True"]
    assert run(code, KATA_FAST_FIT="0")[-2:] == ["False", "False"]


def test_waiting_outlasts_tensorflow_looking_for_keras():
    # `from tensorflow import keras` first asks where Keras is, and imports it later.
    code = (
        "from autograder.student import fastfit\n"
        "fastfit.enable_when_imported()\n"
        "from tensorflow import keras\n"
        "print(keras.Model.fit.__code__.co_filename.endswith('patch.py'))\n"
    )
    assert run(code) == ["True"]
