"""A learner's own training history as pictures: loss and accuracy, with the best epoch marked."""

from __future__ import annotations

import math
from dataclasses import dataclass

from matplotlib.axes import Axes
from matplotlib.ticker import MaxNLocator

from autograder.reports.figures import Picture, axes, colour, legend, picture
from autograder.text import Text

MAX_EPOCHS = 1000
LIMIT = 1e9
"""Values beyond it (or NaN) leave a gap: a loss that ran away would flatten all the rest."""
NOISE = 0.02
"""How far the validation loss must end above its lowest, relatively, to call it a rise."""

EPOCH = Text(en="Epoch", ja="エポック")
TRAINING = Text(en="training", ja="訓練データ")
VALIDATION = Text(en="validation", ja="検証データ")
LOSS = Text(en="Loss", ja="損失 (誤差)")
ACCURACY = Text(en="Accuracy", ja="精度")


@dataclass(frozen=True)
class Reading:
    """What a history says. Epochs are counted from 1."""

    epochs: int
    best_epoch: int | None
    """Where the validation loss is lowest; None without a validation loss."""
    best_loss: float | None
    overfits: bool
    """Whether, after the best epoch, the training loss falls on while the validation loss rises."""


def values(history: dict[str, list[float]], name: str) -> list[float]:
    """One curve, by epoch; NaN where there is no usable number."""
    return [
        float(v) if math.isfinite(v) and abs(v) < LIMIT else math.nan
        for v in history.get(name, [])[:MAX_EPOCHS]
    ]


def read(history: dict[str, list[float]]) -> Reading:
    """Reads the best epoch, and whether overfitting begins there."""
    training, validation = values(history, "loss"), values(history, "val_loss")
    epochs = max((len(values(history, name)) for name in history), default=0)
    usable = [(loss, i) for i, loss in enumerate(validation) if not math.isnan(loss)]
    if not usable:
        return Reading(epochs, None, None, False)
    lowest, best = min(usable)
    rises = usable[-1][0] > lowest * (1 + NOISE)
    falls = len(training) > best and training[-1] < training[best]
    return Reading(epochs, best + 1, lowest, rises and falls)


def pictures(history: dict[str, list[float]], lang: str) -> list[Picture]:
    """Loss and accuracy, training against validation. Only what the history has."""
    reading = read(history)
    drawn = []
    for title, name in ((LOSS, "loss"), (ACCURACY, "accuracy")):
        pair = values(history, name), values(history, f"val_{name}")
        if any(not math.isnan(v) for curve in pair for v in curve):
            drawn.append(_draw(title, *pair, reading, lang))
    return drawn


def _draw(
    title: Text, training: list[float], validation: list[float], reading: Reading, lang: str
) -> Picture:
    with axes(lang, title=title[lang], xlabel=EPOCH[lang]) as ax:
        for curve, label, use, line in (
            (training, TRAINING, "training", "-"),
            (validation, VALIDATION, "validation", "--"),
        ):
            if curve:
                epochs = range(1, len(curve) + 1)
                marker = "." if len(curve) <= 50 else ""
                ax.plot(epochs, curve, line, marker=marker, color=colour(use), label=label[lang])
        ax.xaxis.set_major_locator(MaxNLocator(integer=True))
        ax.margins(y=0.12)  # the mark's label needs room above the curves
        _mark(ax, validation, reading, lang)
        legend(ax)
        return picture(ax, _describe(title, training, validation, reading)[lang])


def _mark(ax: Axes, validation: list[float], reading: Reading, lang: str) -> None:
    """Marks the best epoch by a line and a ring, and shades where the model overfits."""
    best = reading.best_epoch
    if best is None:
        return
    label = Text(en=f"best epoch: {best}", ja=f"最良のエポック: {best}")
    ax.axvline(best, color=colour("ink"), linewidth=1, linestyle=":", label=label[lang])
    if best <= len(validation):
        ax.plot(best, validation[best - 1], "o", ms=9, mfc="none", mec=colour("ink"))
    if reading.overfits:
        ax.axvspan(best, reading.epochs, color=colour("shade"), zorder=0, linewidth=0)
        early = best < reading.epochs / 2
        words = Text(en="overfitting begins here", ja="ここから過学習")[lang]
        ax.annotate(
            f"← {words}" if early else f"{words} →",
            (best, 1),
            xycoords=("data", "axes fraction"),
            xytext=(3 if early else -3, -2),
            textcoords="offset points",
            ha="left" if early else "right",
            va="top",
            fontsize=9,
            color=colour("ink"),
        )


def _describe(
    title: Text, training: list[float], validation: list[float], reading: Reading
) -> Text:
    text = Text(en=f"{title.en} by epoch.", ja=f"エポックごとの{title.ja}。")
    for curve, label in ((training, TRAINING), (validation, VALIDATION)):
        usable = [v for v in curve if not math.isnan(v)]
        if usable:
            first, last = f"{usable[0]:.4g}", f"{usable[-1]:.4g}"
            text += Text(
                en=f" {label.en.capitalize()}: from {first} to {last}.",
                ja=f"{label.ja}: {first} から {last}。",
            )
    return text + summary(reading)


def summary(reading: Reading) -> Text:
    """The reading in a sentence."""
    if reading.best_epoch is None:
        return Text(
            en=" No validation loss was recorded.", ja="検証データの損失の記録がありません。"
        )
    best, loss = reading.best_epoch, f"{reading.best_loss:.4f}"
    text = Text(
        en=f" The validation loss is lowest, {loss}, at epoch {best} of {reading.epochs}.",
        ja=f"検証データの損失は {reading.epochs} エポック中のエポック {best} で最小 ({loss}) です。",
    )
    if reading.overfits:
        return text + Text(
            en=" After it the training loss falls on while the validation loss rises: overfitting.",
            ja="その後は訓練データの損失だけが下がり、検証データの損失は上がります。過学習です。",
        )
    return text
