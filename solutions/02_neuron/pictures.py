"""The pictures of 02_neuron."""

from itertools import pairwise

import matplotlib_fontja  # noqa: F401  Japanese characters in matplotlib
import numpy as np
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.patches import Circle, FancyArrowPatch, Rectangle

BLUE, ORANGE, GREY, INK = "#2b6cb0", "#dd6b20", "#a0aec0", "#2d3748"


def _canvas(width: float = 7.0, height: float = 3.5) -> tuple[Figure, Axes]:
    """A figure with one empty pair of axes; one unit is one inch."""
    figure = Figure(figsize=(width, height), dpi=100)
    axes = figure.add_axes((0, 0, 1, 1))
    axes.set(xlim=(0, width), ylim=(0, height), aspect="equal")
    axes.axis("off")
    return figure, axes


def _circle(axes: Axes, x: float, y: float, text: str, radius: float, colour: str) -> None:
    axes.add_patch(Circle((x, y), radius, facecolor="white", edgecolor=colour, lw=2, zorder=3))
    axes.text(x, y, text, ha="center", va="center", fontsize=12, color=INK, zorder=4)


def _arrow(
    axes: Axes, start: tuple[float, float], end: tuple[float, float], colour: str = GREY
) -> None:
    axes.add_patch(
        FancyArrowPatch(start, end, arrowstyle="-|>", mutation_scale=13, lw=1.8, color=colour)
    )


def neuron(lang: str) -> Figure:
    """One neuron with the numbers of the walk: 0.5 · 2 − 1 · 3 + 4 = 2."""
    en = lang == "en"
    figure, axes = _canvas()
    heads = ("inputs", "weights", "sum", "activation\nfunction", "output")
    if not en:
        heads = ("入力", "結合の重み", "合計", "活性化関数", "出力値")
    for x, head in zip((0.75, 2.05, 3.55, 5.0, 6.45), heads, strict=True):
        axes.text(x, 3.2, head, ha="center", va="center", fontsize=11, color=INK)
    for y, name, value, weight, product, colour in (
        (2.35, "x_1", "2", "0.5", "1", BLUE),
        (1.25, "x_2", "3", "−1", "−3", ORANGE),
    ):
        _circle(axes, 0.75, y, f"${name}$ = {value}", 0.43, GREY)
        slope = np.sign(y - 1.8)
        _arrow(axes, (1.2, y), (3.08, 1.8 + 0.25 * slope), colour)
        axes.text(
            2.1,
            (y + 1.8 + 0.25 * slope) / 2 + 0.26 * slope,
            f"{weight} × {value} = {product}",
            ha="center",
            va="center",
            fontsize=12,
            color=colour,
        )
    axes.text(3.55, 0.42, "$b$ = 4", ha="center", va="center", fontsize=12, color=INK)
    axes.text(4.0, 0.42, "bias" if en else "バイアス", va="center", fontsize=11, color=INK)
    _arrow(axes, (3.55, 0.62), (3.55, 1.26))
    _circle(axes, 3.55, 1.8, "1 − 3 + 4\n= 2", 0.5, INK)
    _arrow(axes, (4.08, 1.8), (4.52, 1.8), INK)
    axes.add_patch(Rectangle((4.55, 1.35), 0.9, 0.9, facecolor="white", edgecolor=INK, lw=2))
    axes.plot([4.65, 5.0, 5.35], [1.55, 1.55, 2.1], color=BLUE, lw=2.5)
    axes.text(5.0, 1.1, "ReLU", ha="center", va="center", fontsize=11, color=INK)
    _arrow(axes, (5.48, 1.8), (6.0, 1.8), INK)
    _circle(axes, 6.45, 1.8, "2", 0.4, BLUE)
    return figure


def batch(lang: str) -> Figure:
    """Three rows of two inputs; each row gives one weighted sum."""
    en = lang == "en"
    figure, axes = _canvas()
    rows = ((2, 3, 2), (2, 9, -4), (8, 2, 6))
    colours = (BLUE, ORANGE, "#38a169")
    axes.text(1.9, 3.2, "x  (3, 2)", ha="center", fontsize=12, color=INK)
    axes.text(4.05, 3.2, "w  (2,),  b", ha="center", fontsize=12, color=INK)
    axes.text(6.1, 3.2, "z  (3,)", ha="center", fontsize=12, color=INK)
    for i, ((sun, wind, z), colour) in enumerate(zip(rows, colours, strict=True)):
        y = 2.35 - 0.75 * i
        for x, number in ((1.5, sun), (2.3, wind)):
            axes.add_patch(
                Rectangle((x - 0.4, y), 0.8, 0.6, facecolor=colour, alpha=0.18, edgecolor="none")
            )
            axes.add_patch(Rectangle((x - 0.4, y), 0.8, 0.6, fill=False, edgecolor=colour, lw=1.5))
            axes.text(x, y + 0.3, str(number), ha="center", va="center", fontsize=13, color=INK)
        label = f"day {i + 1}" if en else f"{i + 1} 日目"
        axes.text(0.95, y + 0.3, label, ha="right", va="center", fontsize=11, color=INK)
        _arrow(axes, (2.75, y + 0.3), (3.05, y + 0.3), colour)
        axes.text(
            4.05,
            y + 0.3,
            f"0.5·{sun} − 1·{wind} + 4",
            ha="center",
            va="center",
            fontsize=12,
            color=INK,
        )
        _arrow(axes, (5.05, y + 0.3), (5.6, y + 0.3), colour)
        axes.add_patch(Rectangle((5.7, y), 0.8, 0.6, facecolor=colour, alpha=0.18))
        axes.add_patch(Rectangle((5.7, y), 0.8, 0.6, fill=False, edgecolor=colour, lw=1.5))
        shown = str(z).replace("-", "−")
        axes.text(6.1, y + 0.3, shown, ha="center", va="center", fontsize=13, color=INK)
    below = "one row = one input" if en else "1 行 = 1 つの入力"
    axes.text(1.9, 0.4, below, ha="center", fontsize=11, color=INK)
    below = "one number for each row" if en else "行ごとに 1 つの数"
    axes.text(5.9, 0.4, below, ha="center", fontsize=11, color=INK)
    return figure


def activations(lang: str) -> Figure:
    """ReLU and the sigmoid, side by side."""
    en = lang == "en"
    figure = Figure(figsize=(7, 3.2), dpi=100, layout="constrained")
    left, right = figure.subplots(1, 2)
    z = np.linspace(-6, 6, 241)
    left.plot(z, np.maximum(z, 0), color=BLUE, lw=2.5)
    right.plot(z, 1 / (1 + np.exp(-z)), color=ORANGE, lw=2.5)
    left.set_title("ReLU")
    right.set_title("sigmoid" if en else "シグモイド")
    left.set_ylim(-0.6, 6.4)
    right.set_ylim(-0.1, 1.1)
    for level in (0, 1):
        right.axhline(level, color=GREY, lw=1, ls=":")
    right.plot([0], [0.5], "o", color=INK)
    right.annotate("0.5", (0, 0.5), (0.5, 0.42), fontsize=11, color=INK)
    left.plot([2], [2], "o", color=INK)
    left.annotate("2 → 2", (2, 2), (2.4, 1.4), fontsize=11, color=INK)
    left.plot([-4], [0], "o", color=INK)
    left.annotate("−4 → 0", (-4, 0), (-5.0, 0.45), fontsize=11, color=INK)
    for axes in (left, right):
        axes.axvline(0, color=GREY, lw=1)
        axes.set_xlabel("z: weighted sum" if en else "z：重み付き和")
        axes.set_ylabel("output" if en else "出力値")
    return figure


def series(lang: str) -> Figure:
    """A network of few layers above one of many: data go from left to right."""
    en = lang == "en"
    figure, axes = _canvas(7, 3.6)
    few, many = ("few layers", "many layers: deep") if en else ("層が少ない", "層が多い（多層）")
    ends = ("input", "output") if en else ("入力", "出力")
    deep = (1.6, 2.36, 3.12, 3.88, 4.64, 5.4)
    for top, title, xs in ((2.72, few, (2.8, 4.2)), (0.95, many, deep)):
        axes.text(3.5, top + 0.75, title, ha="center", va="center", fontsize=11, color=INK)
        ys = [top + dy for dy in (-0.42, 0.0, 0.42)]
        for a, b in pairwise(xs):
            for start in ys:
                for end in ys:
                    axes.plot([a, b], [start, end], color=GREY, lw=0.8, zorder=1)
        for x in xs:
            for y in ys:
                axes.add_patch(Circle((x, y), 0.15, facecolor=BLUE, edgecolor="white", zorder=3))
        axes.text(0.55, top, ends[0], ha="center", va="center", fontsize=12, color=INK)
        axes.text(6.45, top, ends[1], ha="center", va="center", fontsize=12, color=INK)
        _arrow(axes, (0.85, top), (xs[0] - 0.22, top), INK)
        _arrow(axes, (xs[-1] + 0.22, top), (6.12, top), INK)
    below = "data go from the input to the output" if en else "データは入力から出力の方向へ"
    axes.text(3.5, 0.17, below, ha="center", va="center", fontsize=11, color=INK)
    return figure
