"""A learner's model on the grader's side: layers and weights, as they were described to us."""

from __future__ import annotations

import functools
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, NamedTuple

import numpy as np

from autograder.grading.verdict import wrong
from autograder.text import Text

if TYPE_CHECKING:
    from autograder.grading.rebuild import Rebuilt

NOT_AS_IT_SHOULD_BE = (LookupError, TypeError, ValueError, AttributeError, OverflowError)
"""What reading a description raises in which a field is missing, or is of another kind."""
MAX_LAYERS = 64
MAX_PARAMETERS = 20_000_000


class ModelError(Exception):
    """A description that is no model: sizes beyond the limits, or parts that don't fit."""

    def __init__(self, *, en: str, ja: str):
        super().__init__(en)
        self.text = Text(en=en, ja=ja)


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
        """Raises `ModelError`, or one of `NOT_AS_IT_SHOULD_BE`."""
        weights = tuple(np.asarray(w) for w in entries(fields["weights"]))
        if any(w.dtype.kind not in "biuf" for w in weights):
            raise ModelError(en="weights that are no numbers", ja="重みが数ではありません")
        if len(entries(fields["layers"])) > MAX_LAYERS:
            raise ModelError(
                en=f"more than {MAX_LAYERS} layers", ja=f"層が {MAX_LAYERS} 個を超えています"
            )
        if sum(w.size for w in weights) > MAX_PARAMETERS:
            raise ModelError(
                en=f"more than {MAX_PARAMETERS:,} parameters",
                ja=f"パラメータが {MAX_PARAMETERS:,} 個を超えています",
            )
        layers = tuple(
            Layer(
                kind=str(layer["kind"]),
                name=str(layer["name"]),
                options=_options(layer["options"]),
                input_shape=_shape(layer["input_shape"]),
                output_shape=_shape(layer["output_shape"]),
                parameters=int(layer["parameters"]),
                weights=tuple(int(i) for i in entries(layer["weights"])),
            )
            for layer in fields["layers"]
        )
        found = fields["compiled"]
        compiled = (
            None
            if found is None
            else Compiled(
                loss=str(found["loss"]),
                from_logits=bool(found["from_logits"]),
                optimizer=str(found["optimizer"]),
                learning_rate=float(found["learning_rate"]),
                metrics=tuple(str(m) for m in entries(found["metrics"])),
            )
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
    def rebuilt(self) -> Rebuilt:
        """What computes the model's outputs: layers of the allow-list, with these weights.

        Raises `CheckFailed` for a model that can't be made again, and says why.
        """
        from autograder.grading.rebuild import rebuild

        try:
            return rebuild(self)
        except ModelError as error:
            wrong(
                en=f"The grader can't build this model again: {error.text.en}.",
                ja=f"採点側でこのモデルを組み立て直せませんでした: {error.text.ja}。",
            )
        except NOT_AS_IT_SHOULD_BE:
            wrong(  # a description that only a forger sends
                en="The grader can't build this model again: its layers don't fit together.",
                ja="採点側でこのモデルを組み立て直せませんでした: 層どうしが合いません。",
            )


def entries(value: Any) -> list[Any] | tuple[Any, ...]:
    """A list or tuple as it is. Raises `TypeError` for anything else, as for an array.

    A list's length is bounded by the header that it came in. An array may have millions of entries,
    and each would become an object of its own.
    """
    if type(value) not in (list, tuple):
        raise TypeError(f"a list is due, not {type(value).__name__}")
    return value


def _options(value: Any) -> dict[str, Any]:
    """A layer's options: plain values, or a tuple of them. Raises `ModelError`."""
    for name, option in value.items():
        parts = option if isinstance(option, list | tuple) else [option]
        if type(name) is not str or not all(
            part is None or type(part) in (bool, int, float, str) for part in parts
        ):
            raise ModelError(en="a layer with a malformed option", ja="層の引数が正しくありません")
    return dict(value)


def _shape(value: Any) -> tuple[int | None, ...] | None:
    if value is None:
        return None
    shape = tuple(None if n is None else int(n) for n in entries(value))
    if len(shape) > 8 or any(n is not None and not 0 <= n <= 1 << 31 for n in shape):
        raise ModelError(en="a malformed shape", ja="形の指定が正しくありません")
    return shape
