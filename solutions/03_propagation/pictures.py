"""The pictures of 03_propagation: the network of the walk, from its connections to its activity."""

from itertools import pairwise

import matplotlib_fontja  # noqa: F401  Japanese characters in matplotlib
import numpy as np
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.patches import Circle, FancyArrowPatch, Rectangle

BLUE, ORANGE, GREY, INK, LIT = "#2b6cb0", "#dd6b20", "#a0aec0", "#2d3748", "#f6c343"
SIZES = (2, 3, 2)
W1 = np.array([[1.0, -1.0, 0.5], [1.0, 2.0, -2.0]])
B1 = np.array([-1.0, 1.0, 0.5])
W2 = np.array([[1.0, 0.0], [-1.0, 2.0], [2.0, 1.0]])
B2 = np.array([1.0, -1.0])


def _canvas(width: float = 7.0, height: float = 3.5) -> tuple[Figure, Axes]:
    """A figure with one empty pair of axes; one unit is one inch."""
    figure = Figure(figsize=(width, height), dpi=100)
    axes = figure.add_axes((0, 0, 1, 1))
    axes.set(xlim=(0, width), ylim=(0, height), aspect="equal")
    axes.axis("off")
    return figure, axes


def _number(value: float) -> str:
    return f"{value:g}".replace("-", "−")


def _walk(day: tuple[float, float]) -> list[np.ndarray]:
    """Activations of the walk's network for one day: the input, then each layer."""
    x = np.array(day)
    hidden = np.maximum(x @ W1 + B1, 0.0)
    powers = np.exp(hidden @ W2 + B2)
    return [x, hidden, powers / powers.sum()]


def _places(xs: tuple[float, ...], middle: float, step: float) -> list[list[tuple[float, float]]]:
    """Where the neurons are: for each layer its points, from top to bottom."""
    return [
        [(x, middle + step * ((n - 1) / 2 - j)) for j in range(n)]
        for x, n in zip(xs, SIZES, strict=True)
    ]


def network(lang: str) -> Figure:
    """Inputs, hidden layer and outputs, with all 12 connections."""
    en = lang == "en"
    figure, axes = _canvas()
    places = _places((1.9, 3.6, 5.3), 1.65, 0.9)
    for before, after in pairwise(places):
        for start in before:
            for end in after:
                axes.plot(*zip(start, end, strict=True), color=GREY, lw=1.5, zorder=1)
    for layer, points in enumerate(places):
        for j, point in enumerate(points):
            if layer == 0:
                corner = (point[0] - 0.28, point[1] - 0.28)
                axes.add_patch(Rectangle(corner, 0.56, 0.56, fc="white", ec=INK, lw=1.8, zorder=3))
                text = f"$x_{j + 1}$"
            else:
                axes.add_patch(Circle(point, 0.31, fc="white", ec=BLUE, lw=2, zorder=3))
                text = str(j)
            axes.text(*point, text, ha="center", va="center", fontsize=12, color=INK, zorder=4)
    sides = (("sunshine", "wind"), ("walk", "stay at home"))
    heads = ("2 inputs", "hidden layer:\n3 neurons", "output layer:\n2 neurons")
    counts = ("2 × 3 = 6", "3 × 2 = 6")
    if not en:
        sides = (("日照時間", "風の強さ"), ("散歩", "家にいる"))
        heads = ("入力 2 個", "隠れ層\nニューロン 3 個", "出力層\nニューロン 2 個")
    for (x, y), text in zip(places[0], sides[0], strict=True):
        axes.text(x - 0.42, y, text, ha="right", va="center", fontsize=11, color=INK)
    for (x, y), text in zip(places[2], sides[1], strict=True):
        axes.text(x + 0.45, y, text, ha="left", va="center", fontsize=11, color=INK)
    for x, text in zip((1.9, 3.6, 5.3), heads, strict=True):
        axes.text(x, 3.23, text, ha="center", va="center", fontsize=10.5, color=INK)
    for x, text in zip((2.75, 4.45), counts, strict=True):
        axes.text(x, 0.27, text, ha="center", va="center", fontsize=11, color=ORANGE)
    return figure


def _matrix(
    axes: Axes, numbers: np.ndarray, left: float, top: float, column: int | None = None
) -> None:
    """Boxes with numbers; one column may be coloured."""
    for (i, j), value in np.ndenumerate(numbers):
        corner = (left + 0.58 * j, top - 0.5 * (i + 1))
        coloured = j == column
        axes.add_patch(
            Rectangle(corner, 0.58, 0.5, fc=LIT if coloured else "white", ec=INK, lw=1.2, zorder=2)
        )
        middle = (corner[0] + 0.29, corner[1] + 0.25)
        text = _number(value)
        axes.text(*middle, text, ha="center", va="center", fontsize=11, color=INK, zorder=3)


def layer(lang: str) -> Figure:
    """The hidden layer as a matrix product: (2, 1) gives (2, 1, 0)."""
    en = lang == "en"
    figure, axes = _canvas(7.0, 3.3)
    x = np.array([[2.0, 1.0]])
    z = x @ W1 + B1
    middle = 2.05
    _matrix(axes, x, 0.2, middle + 0.25)
    _matrix(axes, W1, 1.75, middle + 0.5, column=0)
    _matrix(axes, B1[None], 3.85, middle + 0.25, column=0)
    for at, text in ((1.56, "@"), (3.67, "+")):
        axes.text(at, middle, text, ha="center", va="center", fontsize=15, color=INK)
    heads = ("x", "W  (2, 3)", "b  (3,)")
    for at, text in zip((0.78, 2.62, 4.72), heads, strict=True):
        axes.text(at, middle + 0.78, text, ha="center", va="center", fontsize=12, color=INK)
    below = "one column\n= one neuron" if en else "1 列 =\n1 個のニューロン"
    axes.text(2.04, middle - 0.95, below, ha="center", va="center", fontsize=10.5, color=ORANGE)
    rows = (
        ("row 0: input $x_1$", "row 1: input $x_2$")
        if en
        else ("行 0：入力 $x_1$", "行 1：入力 $x_2$")
    )
    for i, text in enumerate(rows):
        axes.text(3.0, middle - 0.8 - 0.26 * i, text, ha="left", va="center", fontsize=9.5)
    axes.text(5.85, middle, "=  z", ha="center", va="center", fontsize=13, color=INK)
    _matrix(axes, z, 0.85, 0.62, column=0)
    axes.text(0.62, 0.37, "z", ha="center", va="center", fontsize=12, color=INK)
    axes.add_patch(
        FancyArrowPatch((2.75, 0.37), (4.0, 0.37), arrowstyle="-|>", mutation_scale=15, color=INK)
    )
    axes.text(3.37, 0.56, "ReLU", ha="center", va="center", fontsize=11, color=INK)
    _matrix(axes, np.maximum(z, 0.0), 4.15, 0.62, column=0)
    axes.text(6.05, 0.37, "activations" if en else "活性化度", va="center", fontsize=10.5)
    return figure


def softmax(lang: str) -> Figure:
    """From logits (2, 1) to shares (0.731, 0.269), as bars."""
    en = lang == "en"
    figure = Figure(figsize=(7, 3), dpi=100, layout="constrained")
    names = ("walk", "stay at home") if en else ("散歩", "家にいる")
    titles = (
        ("logits z", "$e^z$", "shares: sum 1") if en else ("ロジット z", "$e^z$", "割合：合計 1")
    )
    z = np.array([2.0, 1.0])
    powers = np.exp(z)
    panels = ((z, "{:g}", 2.6), (powers, "{:.2f}", 9.2), (powers / powers.sum(), "{:.3f}", 1.05))
    for axes, title, (values, form, top) in zip(figure.subplots(1, 3), titles, panels, strict=True):
        bars = axes.bar(names, values, color=[BLUE, ORANGE], width=0.6)
        axes.bar_label(bars, [form.format(v) for v in values], fontsize=11, padding=2)
        axes.set_title(title, fontsize=12)
        axes.set_ylim(0, top)
        axes.spines[["top", "right"]].set_visible(False)
    return figure


def lit(lang: str) -> Figure:
    """The same network on three days: other inputs, other active neurons."""
    en = lang == "en"
    figure, axes = _canvas(7.0, 3.4)
    names = ("walk", "home") if en else ("散歩", "家")
    for k, day in enumerate(((2.0, 1.0), (1.0, 3.0), (4.0, 0.0))):
        left = 0.42 + 2.32 * k
        values = _walk(day)
        places = _places((left, left + 0.75, left + 1.5), 1.75, 0.78)
        for before, after in pairwise(places):
            for start in before:
                for end in after:
                    axes.plot(*zip(start, end, strict=True), color=GREY, lw=1, zorder=1)
        for i, (points, numbers) in enumerate(zip(places, values, strict=True)):
            for point, value in zip(points, numbers, strict=True):
                if i == 0:
                    corner = (point[0] - 0.22, point[1] - 0.22)
                    patch = Rectangle(corner, 0.44, 0.44, fc="white", ec=INK, lw=1.5, zorder=3)
                else:
                    colour = LIT if value > 0.5 else "white"
                    patch = Circle(point, 0.26, fc=colour, ec=INK, lw=1.5, zorder=3)
                axes.add_patch(patch)
                text = f"{value:.2f}" if i == 2 else _number(value)
                axes.text(*point, text, ha="center", va="center", fontsize=9.5, zorder=4)
        for j, (point, name) in enumerate(zip(places[2], names, strict=True)):
            y = point[1] + (0.4 if j == 0 else -0.4)
            axes.text(point[0], y, name, ha="center", va="center", fontsize=10, color=INK)
        title = f"x = ({day[0]:g}, {day[1]:g})"
        axes.text(left + 0.75, 3.15, title, ha="center", va="center", fontsize=12, color=INK)
    below = "yellow: active (above 0.5)" if en else "黄色：活性化（0.5 より大きい）"
    axes.text(3.5, 0.25, below, ha="center", va="center", fontsize=11, color=INK)
    return figure
