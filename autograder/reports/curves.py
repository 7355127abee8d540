"""A learner's own training history as pictures: loss and accuracy, with the best epoch marked."""

from __future__ import annotations

import math
from dataclasses import dataclass

from matplotlib.axes import Axes
from matplotlib.ticker import MaxNLocator

from autograder.reports.figures import Picture, axes, colour, legend, picture
from autograder.reports.history import values
from autograder.text import Text

WINDOW = 5
"""Epochs in a running mean: single epochs tremble."""
CLEAR_RISE = 0.10
"""How far the mean validation loss must end above its lowest, relatively, to call it a rise."""
MIN_EPOCHS = 10
"""A shorter history is too short to tell. These three are chapter 8's own rule."""

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
    overfitting_from: int | None
    """The epoch after the best one, if from there on the network only gets better at what it knows:
    the training loss falls on while the validation loss clearly rises. Otherwise None."""


def read(history: dict[str, list[float]]) -> Reading:
    """Reads the best epoch, and whether overfitting begins there."""
    training, validation = values(history, "loss"), values(history, "val_loss")
    epochs = max((len(values(history, name)) for name in history), default=0)
    usable = [(loss, epoch) for epoch, loss in enumerate(validation, 1) if not math.isnan(loss)]
    if not usable:
        return Reading(epochs, None, None, None)
    lowest, best = min(usable)
    begins = best + 1 if _overfits(training, validation) else None
    return Reading(epochs, best, lowest, begins)


def _overfits(training: list[float], validation: list[float]) -> bool:
    known = not any(math.isnan(loss) for loss in training + validation)
    if not known or len(training) != len(validation) or len(training) < MIN_EPOCHS:
        return False
    training, validation = _running_mean(training), _running_mean(validation)
    lowest = min(validation)
    rises = validation[-1] > lowest * (1 + CLEAR_RISE)
    return rises and training[-1] < training[validation.index(lowest)]


def _running_mean(curve: list[float]) -> list[float]:
    return [math.fsum(curve[i - WINDOW : i]) / WINDOW for i in range(WINDOW, len(curve) + 1)]


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
    begins = reading.overfitting_from
    if begins is not None:
        ax.axvspan(begins, reading.epochs, color=colour("shade"), zorder=0, linewidth=0)
        early = begins < reading.epochs / 2
        words = Text(en=f"overfitting from epoch {begins}", ja=f"エポック {begins} から過学習")[
            lang
        ]
        ax.annotate(
            f"← {words}" if early else f"{words} →",
            (begins, 1),
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
    if reading.overfitting_from is not None:
        return text + Text(
            en=f" From epoch {reading.overfitting_from} on the training loss still falls while the "
            "validation loss rises: overfitting begins here.",
            ja=f"エポック {reading.overfitting_from} からは訓練データの損失だけが下がり、"
            "検証データの損失は上がります。ここから過学習です。",
        )
    return text
