"""Pictures of chapter 7. Each function draws one, in English or Japanese."""

import numpy as np
from matplotlib.figure import Figure
from matplotlib.patches import Circle, Rectangle

INK, BLUE, ORANGE, GREEN, GREY = "#222222", "#2b6cb0", "#c05621", "#2f855a", "#999999"
DIGIT = (
    "............",
    "....#####...",
    "...##...##..",
    "...#.....#..",
    ".........#..",
    "........##..",
    ".......##...",
    ".....##.....",
    "....##......",
    "...##.......",
    "..#########.",
    "............",
)
"""A small 2, one character a pixel."""


def words(lang):
    """Picks the words of one language: `w("English", "日本語")`."""
    return lambda en, ja: en if lang == "en" else ja


def canvas(lang, width, height, xmax, ymax):
    """An empty figure with one pair of axes in units of the drawing."""
    if lang == "ja":
        import matplotlib_fontja  # noqa: F401  lets matplotlib draw Japanese text
    figure = Figure(figsize=(width, height), dpi=100)
    ax = figure.add_axes((0, 0, 1, 1))
    ax.set(xlim=(0, xmax), ylim=(0, ymax), aspect="equal")
    ax.axis("off")
    return figure, ax


def column(ax, x, middle, count, gap, colour, radius=0.13):
    """A column of neurons, with dots for those left out. Returns their heights."""
    heights = [middle + gap * (count / 2 - i) for i in range(count + 1)]
    for i, y in enumerate(heights):
        if i == count - 1:
            ax.plot([x] * 3, [y - 0.08, y, y + 0.08], ".", color=colour, ms=4)
        else:
            ax.add_patch(Circle((x, y), radius, facecolor="white", edgecolor=colour, lw=1.8))
    return [y for i, y in enumerate(heights) if i != count - 1]


def joined(ax, x1, left, x2, right):
    """Lines from every place on the left to every place on the right."""
    for a in left:
        for b in right:
            ax.plot([x1 + 0.16, x2 - 0.16], [a, b], color=GREY, lw=0.4, alpha=0.7, zorder=0)


def layers(lang):
    """The whole network, from the image to ten shares."""
    w = words(lang)
    figure, ax = canvas(lang, 7.5, 4.0, 7.5, 4.0)
    pixels = np.array([[c == "#" for c in row] for row in DIGIT], float)
    ax.imshow(pixels, cmap="gray", extent=(0.25, 1.75, 1.35, 2.85))
    ax.text(1.0, 3.05, "28 × 28 × 1", ha="center", fontsize=10, color=INK)
    ax.annotate("", (2.5, 2.1), (1.85, 2.1), arrowprops={"arrowstyle": "->", "color": INK})
    ax.text(2.17, 2.25, "Flatten", ha="center", fontsize=9, color=INK)
    middle = 2.1
    first = column(ax, 2.8, middle, 7, 0.38, INK, radius=0.1)
    second = column(ax, 4.6, middle, 5, 0.45, BLUE)
    third = column(ax, 6.3, middle, 5, 0.45, ORANGE)
    joined(ax, 2.8, first, 4.6, second)
    joined(ax, 4.6, second, 6.3, third)
    for digit, y in zip((0, 1, 2, 3, 9), third, strict=True):
        ax.text(6.62, y, str(digit), ha="center", va="center", fontsize=11, color=ORANGE)
    for x, number, name, colour in (
        (2.8, "784", w("numbers", "個の数"), INK),
        (4.6, "64", w("neurons", "個のニューロン"), BLUE),
        (6.3, "10", w("neurons", "個のニューロン"), ORANGE),
    ):
        join = " " if lang == "en" else ""
        ax.text(x, 0.42, number + join + name, ha="center", fontsize=10, color=colour)
    ax.text(4.6, 3.55, "Dense, ReLU", ha="center", fontsize=10, color=BLUE)
    ax.text(
        6.3,
        3.55,
        w("Dense, softmax", "Dense, ソフトマックス"),
        ha="center",
        fontsize=10,
        color=ORANGE,
    )
    ax.text(4.6, 0.14, w("hidden layer", "隠れ層"), ha="center", fontsize=9, color=BLUE)
    ax.text(6.3, 0.14, w("output layer", "出力層"), ha="center", fontsize=9, color=ORANGE)
    return figure


def flatten(lang):
    """A table of 3 × 4 pixels becomes a row of 12."""
    w = words(lang)
    figure, ax = canvas(lang, 7.5, 2.6, 15, 5.2)
    values = [[0, 90, 255, 40], [10, 200, 120, 0], [0, 70, 230, 60]]
    colours = (BLUE, ORANGE, GREEN)

    def cell(x, y, value, edge):
        grey = value / 255
        ax.add_patch(Rectangle((x, y), 1, 0.9, facecolor=str(grey), edgecolor=edge, lw=2.2))
        text = "black" if grey > 0.5 else "white"
        ax.text(x + 0.5, y + 0.45, str(value), ha="center", va="center", fontsize=9, color=text)

    for r, row in enumerate(values):
        for c, value in enumerate(row):
            cell(1.5 + c * 1.06, 4.1 - r * 0.97, value, colours[r])
            cell(1.15 + (4 * r + c) * 1.06, 0.75, value, colours[r])
    ax.text(6.2, 3.55, w("image: 3 rows, 4 columns", "画像：3 行 4 列"), va="center", fontsize=11)
    ax.annotate(
        "", (9.5, 1.75), (7.6, 3.2), arrowprops={"arrowstyle": "->", "color": INK, "lw": 1.4}
    )
    ax.text(8.95, 2.6, "Flatten", fontsize=11, va="center")
    ax.text(
        7.5, 0.3, w("one row of 12 numbers", "12 個の数の列"), ha="center", va="center", fontsize=11
    )
    return figure


def small_layer(lang):
    """A Dense layer of 3 inputs and 2 neurons: 6 weights, 2 biases."""
    w = words(lang)
    figure, ax = canvas(lang, 7, 3.4, 7, 3.4)
    inputs, neurons = (2.9, 1.9, 0.9), (2.4, 1.4)
    for i, y in enumerate(inputs):
        ax.add_patch(Rectangle((0.95, y - 0.2), 0.5, 0.4, facecolor="white", edgecolor=INK, lw=1.6))
        ax.text(1.2, y, f"$x_{i + 1}$", ha="center", va="center", fontsize=12)
        for end in neurons:
            ax.plot([1.45, 3.55], [y, end], color=BLUE, lw=1.6, zorder=0)
    for j, y in enumerate(neurons):
        ax.add_patch(Circle((3.8, y), 0.25, facecolor="white", edgecolor=INK, lw=1.8))
        ax.annotate(
            "",
            (3.8, y + 0.25 if j == 0 else y - 0.25),
            (3.8, y + 0.62 if j == 0 else y - 0.62),
            arrowprops={"arrowstyle": "->", "color": ORANGE, "lw": 1.8},
        )
        ax.text(
            3.92,
            y + (0.5 if j == 0 else -0.5),
            f"$b_{j + 1}$",
            fontsize=12,
            color=ORANGE,
            va="center",
        )
        ax.annotate("", (4.7, y), (4.05, y), arrowprops={"arrowstyle": "->", "color": INK})
    ax.text(1.2, 0.2, w("3 inputs", "入力 3 個"), ha="center", fontsize=10)
    ax.text(3.8, 0.2, w("2 neurons", "ニューロン 2 個"), ha="center", fontsize=10)
    ax.text(5.0, 2.5, w("weights: 3 × 2 = 6", "結合の重み：3 × 2 = 6"), fontsize=10, color=BLUE)
    ax.text(5.0, 1.9, w("biases: 2", "バイアス：2"), fontsize=10, color=ORANGE)
    ax.text(5.0, 1.3, w("parameters: 6 + 2 = 8", "パラメータ：6 + 2 = 8"), fontsize=10)
    return figure
