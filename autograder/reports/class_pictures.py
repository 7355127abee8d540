"""Pictures of a whole class: scores, everyone's learning curves, final accuracies."""

from __future__ import annotations

import math
import statistics
from collections.abc import Sequence

import numpy as np
from matplotlib.axes import Axes
from matplotlib.collections import LineCollection
from matplotlib.ticker import MaxNLocator

from autograder.reports.class_stats import ClassStats
from autograder.reports.curves import EPOCH
from autograder.reports.figures import Picture, axes, colour, legend, picture
from autograder.reports.summary import points
from autograder.text import Text

MANY = 400
"""Above so many curves their spread is drawn instead of each line."""
STUDENTS = Text(en="students", ja="人数")
MEDIAN = Text(en="median", ja="中央値")
FLOOR = Text(en="floor: {}", ja="下限: {}")
FAR = Text(en="below the floor", ja="下限より下")


def pictures(stats: ClassStats, lang: str) -> list[Picture]:
    """All pictures of an assignment that its reports have data for."""
    drawn = [scores(stats, lang)]
    for title, name in (
        (Text(en="Validation loss of everyone", ja="全員の検証データの損失"), "val_loss"),
        (Text(en="Validation accuracy of everyone", ja="全員の検証データの精度"), "val_accuracy"),
    ):
        if (made := everyone(stats, title, name, lang)) is not None:
            drawn.append(made)
    if stats.accuracies:
        drawn.append(accuracies(stats, lang))
    return drawn


def scores(stats: ClassStats, lang: str) -> Picture:
    """How many students got how many points, one bar a point."""
    top = max(1, math.ceil(stats.max_score))
    bars = [0] * (top + 1)
    for score in stats.scores:
        bars[min(top, math.floor(score + 1e-9))] += 1
    title = Text(en="Scores", ja="得点の分布")
    with axes(lang, title=title[lang], xlabel=Text(en="Points", ja="得点")[lang]) as ax:
        ax.bar(range(top + 1), bars, width=0.85, color=colour("many"), label=STUDENTS[lang])
        _median(ax, stats.median, points(stats.median), lang)
        _count_axis(ax)
        ax.xaxis.set_major_locator(MaxNLocator(integer=True, nbins=11))
        legend(ax)
        listed_en = ", ".join(f"{n} with {i}" for i, n in enumerate(bars) if n)
        listed_ja = "、".join(f"{i} 点 {n} 人" for i, n in enumerate(bars) if n)
        alt = Text(
            en=f"Scores of {len(stats.scores)} students, in whole points: {listed_en}.",
            ja=f"{len(stats.scores)} 人の得点 (1 点きざみ): {listed_ja}。",
        )
        return picture(ax, alt[lang])


def everyone(stats: ClassStats, title: Text, name: str, lang: str) -> Picture | None:
    """One curve of every student in one picture, the outliers and the median marked."""
    found = ((entry.student, getattr(entry, name)) for entry in stats.entries)
    curves = {s: c for s, c in found if any(not math.isnan(v) for v in c)}
    if not curves:
        return None
    middle = _median_curve(list(curves.values()))
    if not middle:
        return None
    far = [curves[student] for student in stats.outliers if student in curves]
    rest = [curve for student, curve in curves.items() if student not in stats.outliers]
    with axes(lang, title=title[lang], xlabel=EPOCH[lang]) as ax:
        if len(rest) > MANY:
            _bands(ax, rest, lang)
        else:
            _lines(ax, rest, color=colour("many"), alpha=0.35, linewidths=0.8)
        if far:
            style = {"color": colour("outlier"), "linestyles": "--", "linewidths": 1.2}
            _lines(ax, far[:MANY], **style, label=FAR[lang])
        ax.plot(range(1, len(middle) + 1), middle, color=colour("ink"), label=MEDIAN[lang])
        if far and name == "val_accuracy" and stats.floor is not None:
            ax.axhline(stats.floor, color=colour("outlier"), linewidth=1, linestyle=":")
        _frame(ax, middle, rest, far)
        ax.xaxis.set_major_locator(MaxNLocator(integer=True))
        legend(ax)
        first, last = f"{middle[0]:.4g}", f"{middle[-1]:.4g}"
        alt = Text(
            en=f"{title.en}: {len(curves)} curves by epoch. The median goes from {first} to {last}. "
            f"{len(stats.outliers)} marked as far below the class.",
            ja=f"{title.ja}: エポックごとの曲線 {len(curves)} 本。中央値は {first} から {last}。"
            f"大きく外れたもの {len(stats.outliers)} 本。",
        )
        return picture(ax, alt[lang])


def accuracies(stats: ClassStats, lang: str) -> Picture:
    """The distribution of the final validation accuracy."""
    found = list(stats.accuracies.values())
    middle = statistics.median(found)
    title = Text(en="Final validation accuracy", ja="最後の検証データの精度")
    with axes(lang, title=title[lang], xlabel=Text(en="Accuracy", ja="精度")[lang]) as ax:
        ax.hist(found, bins=20, color=colour("many"), label=STUDENTS[lang])
        _median(ax, middle, f"{middle:.4f}", lang)
        if stats.outliers and stats.floor is not None:
            label = FLOOR[lang].format(f"{stats.floor:.4f}")
            ax.axvline(stats.floor, color=colour("outlier"), linewidth=1, ls=":", label=label)
        _count_axis(ax)
        legend(ax)
        alt = Text(
            en=f"Final validation accuracy of {len(found)} students: from {min(found):.4f} to "
            f"{max(found):.4f}, median {middle:.4f}.",
            ja=f"{len(found)} 人の最後の検証データの精度: {min(found):.4f} から {max(found):.4f}、"
            f"中央値 {middle:.4f}。",
        )
        return picture(ax, alt[lang])


def _bands(ax: Axes, curves: Sequence[Sequence[float]], lang: str) -> None:
    """Where nine tenths and half of the curves lie: thousands of lines would be a black area."""
    longest = max(map(len, curves))
    table = np.full((len(curves), longest), np.nan)
    for row, curve in zip(table, curves, strict=True):
        row[: len(curve)] = curve
    epochs = np.flatnonzero(np.isfinite(table).any(axis=0))
    low, quarter, rest, high = np.nanpercentile(table[:, epochs], [5, 25, 75, 95], axis=0)
    for lower, upper, alpha, label in (
        (low, high, 0.25, Text(en="90 %", ja="90 %")),
        (quarter, rest, 0.5, Text(en="50 % of the class", ja="クラスの 50 %")),
    ):
        area = ax.fill_between(epochs + 1, lower, upper, alpha=alpha, linewidth=0)
        area.set(color=colour("many"), label=label[lang])


def _lines(ax: Axes, curves: Sequence[Sequence[float]], **style: object) -> None:
    # One collection: three hundred Line2D objects would take ten times as long to draw.
    points = [list(enumerate(curve, start=1)) for curve in curves]
    ax.add_collection(LineCollection(points, **style))  # type: ignore[arg-type]


def _frame(ax: Axes, middle: list[float], rest: list[list[float]], far: list[list[float]]) -> None:
    """Limits that show the class: outliers may at most triple the height, endless ones no width."""
    low, high = _range(rest or far)
    height = high - low or 0.05
    far_low, far_high = _range([*rest, *far])
    bottom, top = max(far_low, low - height), min(far_high, high + height)
    ax.set_ylim(bottom - 0.05 * height, top + 0.05 * height)
    ax.set_xlim(0.5, len(middle) + 0.5)


def _range(curves: list[list[float]]) -> tuple[float, float]:
    """Lowest and highest value, a few runaways left out."""
    found = sorted(value for curve in curves for value in curve if not math.isnan(value))
    return found[len(found) // 200], found[-1 - len(found) // 100]


def _median_curve(curves: list[list[float]]) -> list[float]:
    """The median by epoch, as far as at least half of the class got."""
    middle = []
    for epoch in range(max(map(len, curves))):
        there = [c[epoch] for c in curves if epoch < len(c) and not math.isnan(c[epoch])]
        if len(there) * 2 < len(curves):
            break
        middle.append(statistics.median(there))
    return middle


def _median(ax: Axes, value: float, shown: str, lang: str) -> None:
    label = f"{MEDIAN[lang]}: {shown}"
    ax.axvline(value, color=colour("ink"), linewidth=1.2, linestyle=":", label=label)


def _count_axis(ax: Axes) -> None:
    ax.grid(visible=False, axis="x")
    ax.yaxis.set_major_locator(MaxNLocator(integer=True))
