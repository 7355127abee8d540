"""What came back from the student's side, in the grader's own types."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

import numpy as np

from autograder.boundary.wire import Record
from autograder.grading.model import NOT_AS_IT_SHOULD_BE, Model, ModelError, entries


@dataclass(frozen=True)
class Line:
    """One line of a plot."""

    label: str
    x: np.ndarray
    y: np.ndarray


@dataclass(frozen=True)
class Scatter:
    """Points that `plt.scatter` drew, or the ends of error bars and of other single lines."""

    x: np.ndarray
    y: np.ndarray
    colors: int
    """How many different colours they have."""


@dataclass(frozen=True)
class Axes:
    """One pair of axes of a figure, and what is drawn in it."""

    title: str
    xlabel: str
    ylabel: str
    legend: tuple[str, ...]
    texts: tuple[str, ...]
    lines: tuple[Line, ...]
    images: tuple[np.ndarray, ...]
    extents: tuple[np.ndarray, ...]
    """Left, right, bottom and top end of each image."""
    scatters: tuple[Scatter, ...]
    collections: int
    patches: int


@dataclass(frozen=True)
class Figure:
    """A figure that the learner's code drew."""

    axes: tuple[Axes, ...]
    png: bytes


@dataclass(frozen=True)
class History:
    """What `fit` returned: for each epoch the losses and metrics, as the learner's side reports."""

    history: dict[str, list[float]]
    epoch: list[int]
    model: Model | None
    """The model that was trained, as it was when the answer was given."""


@dataclass(frozen=True)
class Opaque:
    """A value of a type that does not cross, such as a function."""

    type: str


@dataclass(frozen=True)
class Sample:
    """What `Submission.sample` brings of one large array."""

    shape: tuple[int, ...]
    dtype: str
    low: float
    high: float
    """Smallest and largest value in the whole array; nan if it has none."""
    rows: np.ndarray
    """Those of the rows asked for that the array has."""


@dataclass(frozen=True)
class Drawing:
    """A figure or axes that the call returned; what is in it stands in `Answer.figures`."""


@dataclass(frozen=True, kw_only=True)
class Answer:
    """The whole answer to one call."""

    value: Any
    printed: str = ""
    figures: tuple[Figure, ...] = ()
    changed: tuple[str, ...] = ()
    """Places of array arguments that the call changed in place, such as `0` or `layers.0.1`."""
    seconds: float = field(default=0.0, compare=False)


MAX_CURVES, MAX_EPOCHS = 64, 10_000


class Malformed(Exception):
    """A record that does not have the fields of its kind: a forged answer."""


def from_wire(value: Any, session: int) -> Any:
    """The value as checks see it. `session` numbers the process that models live in.

    Raises `Malformed`.
    """
    if isinstance(value, np.ndarray):
        return value.item() if value.ndim == 0 else value
    if isinstance(value, list):
        return [from_wire(v, session) for v in value]
    if isinstance(value, tuple):
        return tuple(from_wire(v, session) for v in value)
    if isinstance(value, dict):
        return {k: from_wire(v, session) for k, v in value.items()}
    if isinstance(value, Record):
        try:
            return _record(value, session)
        except (*NOT_AS_IT_SHOULD_BE, ModelError) as error:
            raise Malformed(f"a malformed {value.kind}: {error}") from error
    return value


def _record(record: Record, session: int) -> Any:
    fields = record.fields
    if record.kind == "model":
        return Model.from_fields(fields, session)
    if record.kind == "history":
        curves = fields["history"]
        if len(curves) > MAX_CURVES or any(
            len(entries(numbers)) > MAX_EPOCHS for numbers in curves.values()
        ):
            raise ValueError("too many epochs")
        history = {str(name): [float(x) for x in numbers] for name, numbers in curves.items()}
        model = fields["model"]
        return History(
            history=history,
            epoch=[int(e) for e in entries(fields["epoch"])],
            model=_record(model, session) if isinstance(model, Record) else None,
        )
    if record.kind == "opaque":
        return Opaque(str(fields["type"])[:80])
    if record.kind == "sample":
        return Sample(
            shape=tuple(int(n) for n in entries(fields["shape"])),
            dtype=str(fields["dtype"]),
            low=float(fields["low"]),
            high=float(fields["high"]),
            rows=np.asarray(fields["rows"]),
        )
    if record.kind == "drawing":
        return Drawing()
    raise ValueError("an unknown kind")


def figure(record: Any) -> Figure:
    """Raises `Malformed`."""
    try:
        axes = tuple(
            Axes(
                title=str(ax["title"]),
                xlabel=str(ax["xlabel"]),
                ylabel=str(ax["ylabel"]),
                legend=tuple(str(label) for label in entries(ax["legend"])),
                texts=tuple(str(text) for text in entries(ax["texts"])),
                lines=tuple(
                    Line(str(line["label"]), np.asarray(line["x"]), np.asarray(line["y"]))
                    for line in entries(ax["lines"])
                ),
                images=tuple(np.asarray(image) for image in entries(ax["images"])),
                extents=tuple(np.asarray(ends, float) for ends in entries(ax["extents"])),
                scatters=tuple(
                    Scatter(
                        np.asarray(points["x"], float),
                        np.asarray(points["y"], float),
                        int(points["colors"]),
                    )
                    for points in entries(ax["scatters"])
                ),
                collections=int(ax["collections"]),
                patches=int(ax["patches"]),
            )
            for ax in entries(record.fields["axes"])
        )
        return Figure(axes=axes, png=np.asarray(record.fields["png"], np.uint8).tobytes())
    except NOT_AS_IT_SHOULD_BE as error:
        raise Malformed(f"a malformed figure: {error}") from error
