"""The pictures of 09_experiments."""

import matplotlib_fontja  # noqa: F401  Japanese characters in matplotlib
import numpy as np
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.patches import Circle, FancyArrowPatch, FancyBboxPatch

BLUE, ORANGE, GREEN, GREY, INK = "#2b6cb0", "#dd6b20", "#2f855a", "#a0aec0", "#2d3748"
RED = "#c53030"


def _canvas(width: float = 7.0, height: float = 3.5) -> tuple[Figure, Axes]:
    """A figure with one empty pair of axes; one unit is one inch."""
    figure = Figure(figsize=(width, height), dpi=100)
    axes = figure.add_axes((0, 0, 1, 1))
    axes.set(xlim=(0, width), ylim=(0, height), aspect="equal")
    axes.axis("off")
    return figure, axes


def _arrow(axes: Axes, start: tuple, end: tuple, colour: str, bend: float = 0.0) -> None:
    axes.add_patch(
        FancyArrowPatch(
            start,
            end,
            arrowstyle="-|>",
            mutation_scale=16,
            lw=2,
            color=colour,
            connectionstyle=f"arc3,rad={bend}",
        )
    )


def whole_way(lang: str) -> Figure:
    """From the images to the accuracy, and round again with one thing changed."""
    en = lang == "en"
    figure, axes = _canvas(7.0, 2.7)
    steps = (
        ("load\nimages", "chapter 6"),
        ("scale to\n0 … 1", "chapter 6"),
        ("build", "chapter 7"),
        ("train", "chapter 8"),
        ("predict", "task 1"),
        ("accuracy on\nunseen images", "task 2"),
    )
    if not en:
        steps = (
            ("画像を\n読み込む", "第 6 章"),
            ("0〜1 に\nする", "第 6 章"),
            ("作る", "第 7 章"),
            ("学習する", "第 8 章"),
            ("予測する", "課題 1"),
            ("見たことのない\n画像での精度", "課題 2"),
        )
    widths = (0.8, 0.8, 0.75, 0.75, 0.8, 1.2)
    x, middles = 0.15, []
    for (name, place), width, colour in zip(steps, widths, 4 * [BLUE] + 2 * [ORANGE], strict=True):
        axes.add_patch(
            FancyBboxPatch(
                (x + 0.05, 1.3),
                width - 0.1,
                0.6,
                boxstyle="round,pad=0.08",
                facecolor="white",
                edgecolor=colour,
                lw=1.8,
            )
        )
        middle = x + width / 2
        middles.append(middle)
        axes.text(middle, 1.6, name, ha="center", va="center", fontsize=10, color=INK)
        axes.text(middle, 2.25, place, ha="center", va="center", fontsize=9.5, color=colour)
        if len(middles) > 1:
            _arrow(axes, (x - 0.31, 1.6), (x, 1.6), INK)
        x += width + 0.32
    _arrow(axes, (middles[-1], 1.15), (middles[2], 1.15), RED, -0.25)
    again = "change one thing, and compare" if en else "条件を 1 つだけ変えて比べる"
    axes.text(
        (middles[-1] + middles[2]) / 2,
        0.32,
        again,
        ha="center",
        va="center",
        fontsize=11,
        color=RED,
    )
    return figure


def one_factor(lang: str) -> Figure:
    """The plane of epochs and units: two arrows that are allowed, and one that isn't."""
    en = lang == "en"
    figure, axes = _canvas(7.0, 3.6)
    base, right, up, both = (2.4, 0.95), (5.3, 0.95), (2.4, 2.75), (5.3, 2.75)
    for end in ((6.8, 0.45), (1.3, 3.45)):
        axes.add_patch(
            FancyArrowPatch((1.3, 0.45), end, arrowstyle="-|>", mutation_scale=14, color=GREY)
        )
    axes.text(6.75, 0.22, "epochs" if en else "エポック数", ha="right", va="center", color=INK)
    axes.text(
        0.12, 3.35, "hidden\nunits" if en else "ユニット数", ha="left", va="center", color=INK
    )
    for x, text in ((base[0], "20"), (right[0], "50")):
        axes.text(x, 0.22, text, ha="center", va="center", fontsize=11, color=INK)
    for y, text in ((base[1], "64"), (up[1], "1000")):
        axes.text(1.15, y, text, ha="right", va="center", fontsize=11, color=INK)
    for place, colour in ((base, INK), (right, BLUE), (up, ORANGE), (both, GREY)):
        axes.add_patch(Circle(place, 0.13, facecolor=colour, edgecolor="none", zorder=3))
    _arrow(axes, (base[0] + 0.2, base[1]), (right[0] - 0.2, right[1]), BLUE)
    _arrow(axes, (base[0], base[1] + 0.2), (up[0], up[1] - 0.2), ORANGE)
    axes.plot([base[0] + 0.25, both[0] - 0.25], [1.12, 2.58], "--", color=GREY, lw=1.5)
    axes.text(3.85, 1.85, "×", ha="center", va="center", fontsize=30, color=RED)
    words = ("baseline", "experiment 1", "experiment 2", "two factors at once")
    if not en:
        words = ("基準", "実験 1", "実験 2", "条件を 2 つ変えている")
    axes.text(base[0], base[1] - 0.3, words[0], ha="center", va="center", color=INK)
    axes.text(3.85, base[1] + 0.2, words[1], ha="center", va="center", color=BLUE)
    axes.text(base[0] - 0.15, 1.85, words[2], ha="right", va="center", color=ORANGE)
    axes.text(both[0], both[1] + 0.32, words[3], ha="center", va="center", color=RED)
    return figure


def overlap(lang: str) -> Figure:
    """Three runs against three runs: spreads that overlap, and spreads that don't."""
    en = lang == "en"
    cases = (
        ((0.90, 0.94, 0.92), (0.93, 0.96, 0.93), "no clear difference", "はっきりした違いはない"),
        ((0.90, 0.92, 0.91), (0.94, 0.96, 0.95), "better", "よくなった"),
    )
    figure = Figure(figsize=(7, 3.2), dpi=100, layout="constrained")
    for axes, (before, after, verdict, hantei), colour in zip(
        figure.subplots(1, 2, sharey=True), cases, (RED, GREEN), strict=True
    ):
        for x, values, dots in ((0, before, BLUE), (1, after, ORANGE)):
            axes.axhspan(min(values), max(values), color=dots, alpha=0.13)
            axes.plot([x, x], [min(values), max(values)], color=dots, lw=2)
            axes.plot(x + np.array([-0.06, 0.06, 0.0]), values, "o", color=dots, ms=8)
        axes.set_title(verdict if en else hantei, color=colour, fontsize=12)
        axes.set(xlim=(-0.5, 1.5), ylim=(0.885, 0.975), yticks=(0.90, 0.92, 0.94, 0.96))
        axes.set_xticks((0, 1), ("before", "after") if en else ("変更前", "変更後"))
        axes.spines[["top", "right"]].set_visible(False)
        if axes.get_subplotspec().is_first_col():
            axes.set_ylabel("validation accuracy" if en else "検証データでの精度")
    return figure
