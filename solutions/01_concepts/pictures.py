"""The pictures of 01_concepts."""

import matplotlib_fontja  # noqa: F401  Japanese characters in matplotlib
import numpy as np
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.patches import Ellipse, FancyArrowPatch, FancyBboxPatch

BLUE, ORANGE, GREEN, GREY, INK = "#2b6cb0", "#dd6b20", "#2f855a", "#a0aec0", "#2d3748"
PALE = {BLUE: "#ebf4fb", ORANGE: "#fdf1e7", GREEN: "#e9f5ef", GREY: "#f4f6f9"}


def _canvas(width: float = 7.0, height: float = 3.5) -> tuple[Figure, Axes]:
    """A figure with one empty pair of axes; one unit is one inch."""
    figure = Figure(figsize=(width, height), dpi=100)
    axes = figure.add_axes((0, 0, 1, 1))
    axes.set(xlim=(0, width), ylim=(0, height), aspect="equal")
    axes.axis("off")
    return figure, axes


def circles(lang: str) -> Figure:
    """AI holds machine learning holds deep learning, each with an example of its own."""
    en = lang == "en"
    figure, axes = _canvas(7.0, 4.0)
    for x, y, width, height, colour in (
        (3.5, 2.0, 6.8, 3.8, GREY),
        (4.15, 1.85, 4.7, 2.7, BLUE),
        (4.8, 1.68, 2.9, 1.8, ORANGE),
    ):
        shape = Ellipse((x, y), width, height, facecolor=PALE[colour], edgecolor=colour, lw=2)
        axes.add_patch(shape)
    names = ("artificial intelligence", "machine learning", "deep learning")
    examples = (
        "300 rules\nwritten\nby doctors",
        "a line fitted\nto points",
        "a network of\nmany layers,\ntrained on images",
    )
    if not en:
        names = ("人工知能", "機械学習", "深層学習")
        examples = (
            "医師が書いた\n300 個のルール",
            "点に合わせた\n直線",
            "画像で学習した\n層の多い\nネットワーク",
        )
    for x, y, name, colour in zip(
        (3.5, 4.15, 4.8), (3.55, 2.92, 2.22), names, (INK, BLUE, ORANGE), strict=True
    ):
        axes.text(x, y, name, ha="center", va="center", fontsize=13, color=colour)
    for x, y, example in zip((1.02, 2.58, 4.8), (1.95, 1.75, 1.52), examples, strict=True):
        axes.text(x, y, example, ha="center", va="center", fontsize=10, color=INK)
    return figure


def _box(axes: Axes, x: float, y: float, text: str, colour: str) -> None:
    """A box of 1.5 × 0.75 around (x, y)."""
    axes.add_patch(
        FancyBboxPatch(
            (x - 0.68, y - 0.3),
            1.36,
            0.6,
            boxstyle="round,pad=0.07",
            facecolor=PALE[colour],
            edgecolor=colour,
            lw=1.8,
        )
    )
    axes.text(x, y, text, ha="center", va="center", fontsize=10.5, color=INK)


def two_ways(lang: str) -> Figure:
    """Rules that people write, against learning from examples."""
    en = lang == "en"
    figure, axes = _canvas(7.0, 3.4)
    rows = (
        ("Rules", ("a person\nthinks", "writes rules", "program", "answers"), GREY),
        ("Examples", ("images and\nright answers", "learning", "program", "answers"), ORANGE),
    )
    if not en:
        rows = (
            ("ルールを書く", ("人間が考える", "ルールを書く", "プログラム", "答え"), GREY),
            ("例から学習する", ("画像と正解", "学習", "プログラム", "答え"), ORANGE),
        )
    notes = ("new image", "新しい画像")
    for (head, steps, colour), y in zip(rows, (2.2, 0.62), strict=True):
        axes.text(0.16, y + 0.66, head, fontsize=12, color=INK, va="center")
        for i, step in enumerate(steps):
            x = 0.93 + 1.72 * i
            _box(axes, x, y, step, colour if i < 2 else BLUE)
            if i:
                axes.add_patch(
                    FancyArrowPatch(
                        (x - 0.98, y), (x - 0.72, y), arrowstyle="-|>", mutation_scale=13, color=INK
                    )
                )
        axes.add_patch(
            FancyArrowPatch(
                (4.37, y + 0.72), (4.37, y + 0.4), arrowstyle="-|>", mutation_scale=12, color=BLUE
            )
        )
        axes.text(
            4.37, y + 0.85, notes[0 if en else 1], ha="center", va="center", fontsize=10, color=BLUE
        )
    return figure


def error_falls(lang: str) -> Figure:
    """A line that is moved towards points step by step, and its error."""
    en = lang == "en"
    rng = np.random.default_rng(4)
    x = np.linspace(0.5, 4.0, 8)
    y = 3.0 * x + rng.normal(0, 1.3, x.size)
    w, weights, errors = 0.2, [], []
    for _ in range(21):
        weights.append(w)
        errors.append(np.mean((w * x - y) ** 2))
        w -= 0.014 * np.mean(2 * (w * x - y) * x)
    figure = Figure(figsize=(7, 3.4), dpi=100, layout="constrained")
    left, right = figure.subplots(1, 2)
    grid = np.array([0.0, 4.3])
    label = "after {} steps" if en else "{} 回後"
    for step, colour in ((0, GREY), (3, BLUE), (20, ORANGE)):
        name = ("start" if en else "はじめ") if step == 0 else label.format(step)
        left.plot(grid, weights[step] * grid, color=colour, lw=2, label=name)
        right.plot(step, errors[step], "o", color=colour, ms=9, zorder=3)
    left.plot(x, y, "o", color=INK, ms=5, label="examples" if en else "例")
    left.legend(fontsize=9, loc="upper left")
    left.set(xlabel="kg" if en else "重さ (kg)", ylabel="price" if en else "値段")
    right.plot(errors, color=INK, lw=1.5)
    right.set(
        xlabel="times the number was adjusted" if en else "調整を繰り返した回数",
        ylabel="error on the training data" if en else "訓練データでの誤差",
        ylim=(0, None),
        xticks=(0, 5, 10, 15, 20),
    )
    for axes in (left, right):
        axes.spines[["top", "right"]].set_visible(False)
    return figure


def three_fits(lang: str) -> Figure:
    """Underfitting, good, overfitting: the same points, a level line, a curve, a wild curve."""
    en = lang == "en"
    rng = np.random.default_rng(11)
    x = np.linspace(0, 6, 7)
    new = np.linspace(0.5, 5.5, 6)
    noise = rng.normal(0, 0.32, 13)
    y, y_new = np.sin(x * 0.75) * 2 + noise[:7], np.sin(new * 0.75) * 2 + noise[7:] * 0.5
    grid = np.linspace(-0.1, 6.1, 300)
    titles = ("underfitting", "good", "overfitting")
    names = ("training data", "new data")
    if not en:
        titles, names = ("学習不足", "よい"), ("訓練データ", "新しいデータ")
        titles = (*titles, "過学習")
    figure = Figure(figsize=(7, 3.1), dpi=100, layout="constrained")
    # The wild curve goes through every training point, and swings between them.
    wild = np.polyval(np.polyfit(x, y, 6), grid) - 1.2 * np.sin(np.pi * grid)
    curves = (np.full_like(grid, y.mean()), np.polyval(np.polyfit(x, y, 3), grid), wild)
    for axes, title, curve, colour in zip(
        figure.subplots(1, 3, sharey=True), titles, curves, (BLUE, GREEN, ORANGE), strict=True
    ):
        axes.plot(grid, curve, color=colour, lw=2)
        axes.plot(x, y, "o", color=INK, ms=6, label=names[0])
        axes.plot(new, y_new, "x", color="#c53030", ms=7, mew=2, label=names[1])
        axes.set_title(title, fontsize=12, color=colour)
        axes.set(xticks=(), yticks=(), ylim=(-3.4, 3.9))
    handles, labels = axes.get_legend_handles_labels()
    figure.legend(handles, labels, loc="outside lower center", ncols=2, fontsize=10, frameon=False)
    return figure
