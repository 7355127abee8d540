"""The pictures of 05_classification."""

import matplotlib_fontja  # noqa: F401  Japanese characters in matplotlib
import numpy as np
from matplotlib import colormaps
from matplotlib.figure import Figure
from matplotlib.patches import Circle, Rectangle

STRONG, PLAIN, INK = "#dd6b20", "#a0aec0", "#2d3748"
ORANGES = colormaps["Oranges"]


def ten_neurons(lang: str) -> Figure:
    """128 neurons, ten output neurons, neuron 9 strongly active."""
    en = lang == "en"
    activity = (0.02, 0.01, 0.01, 0.03, 0.09, 0.02, 0.00, 0.05, 0.06, 0.71)
    front = np.linspace(0.3, 9.2, 9)
    figure = Figure(figsize=(7, 3.8), dpi=100)
    axes = figure.add_axes((0, 0, 1, 1))
    for i, y in enumerate(front):
        for k in range(10):
            axes.plot([6, 12.6], [y, 9.25 - k], color=PLAIN, lw=0.4, zorder=1)
        if i == 4:
            axes.add_patch(Rectangle((5.6, y - 0.4), 0.8, 0.8, color="white", zorder=2))
            axes.scatter([6] * 3, [y - 0.25, y, y + 0.25], s=6, color=INK, zorder=3)
        else:
            shade = ORANGES(0.1 + 0.6 * (i * 5 % 7) / 7)
            axes.add_patch(Circle((6, y), 0.36, facecolor=shade, edgecolor=INK, zorder=2))
    for k, value in enumerate(activity):
        y, strong = 9.25 - k, k == 9
        circle = Circle((12.6, y), 0.39, facecolor=ORANGES(0.04 + 0.8 * value), edgecolor=INK)
        circle.set(linewidth=2.4 if strong else 0.8, zorder=2)
        axes.add_patch(circle)
        axes.text(12.6, y, str(k), ha="center", va="center", fontsize=9, color=INK, zorder=3)
        colour = STRONG if strong else INK
        axes.text(13.4, y, f"{value:.2f}", va="center", fontsize=9, color=colour)
    axes.annotate("", (5.2, 4.75), (3.4, 4.75), arrowprops={"arrowstyle": "-|>", "color": INK})
    axes.text(3.2, 4.75, "input" if en else "入力データ", ha="right", va="center", fontsize=11)
    axes.text(6, 10.2, "128 neurons" if en else "ニューロン 128 個", ha="center", fontsize=11)
    axes.text(12.6, 10.2, "10 neurons" if en else "ニューロン 10 個", ha="center", fontsize=11)
    axes.annotate(
        "the output is 9" if en else "出力は 9",
        (14.7, 0.25),
        (16, 0.25),
        va="center",
        fontsize=12,
        color=STRONG,
        arrowprops={"arrowstyle": "<|-", "color": STRONG},
    )
    axes.set(xlim=(0, 20), ylim=(-0.3, 10.9), aspect="equal")
    axes.axis("off")
    return figure


def softmax_steps(lang: str) -> Figure:
    """Scores, e to the power of the scores, activations: the example by hand."""
    en = lang == "en"
    titles = ("scores", "e to the power of the score", "÷ 11.11: activations, sum 1")
    if not en:
        titles = ("スコア", "e のスコア乗（合計 11.11）", "11.11 で割る：活性化度（合計 1）")
    scores = np.array([2.0, 1.0, 0.0])
    powers = np.exp(scores)
    values = (scores, powers, powers / powers.sum())
    labels = (("2", "1", "0"), ("7.39", "2.72", "1.00"), ("0.665", "0.245", "0.090"))
    figure = Figure(figsize=(7.6, 3), dpi=100, layout="constrained")
    for axes, title, heights, texts in zip(
        figure.subplots(1, 3), titles, values, labels, strict=True
    ):
        bars = axes.bar(range(3), heights, color=[STRONG, PLAIN, PLAIN], width=0.65)
        axes.bar_label(bars, texts, padding=2, fontsize=10)
        axes.set_title(title, fontsize=10)
        axes.set(xticks=range(3), yticks=[], ylim=(0, heights.max() * 1.2))
        axes.set_xlabel("output neuron" if en else "出力ニューロン", fontsize=9)
        axes.spines[["top", "right", "left"]].set_visible(False)
    return figure


def strongest_wins(lang: str) -> Figure:
    """Ten weak activations; the largest, 0.31, is the answer although it is below 0.5."""
    en = lang == "en"
    activity = (0.02, 0.01, 0.03, 0.31, 0.04, 0.27, 0.02, 0.05, 0.22, 0.03)
    figure = Figure(figsize=(7, 3.2), dpi=100, layout="constrained")
    axes = figure.subplots()
    colours = [STRONG if k == 3 else PLAIN for k in range(10)]
    bars = axes.bar(range(10), activity, color=colours, width=0.7)
    axes.bar_label(bars, [f"{a:.2f}" for a in activity], padding=2, fontsize=9)
    axes.axhline(0.5, color=INK, ls="--", lw=0.9)
    axes.annotate(
        "the strongest: class 3" if en else "最も強い → 分類結果は 3",
        (3, 0.36),
        (4.1, 0.43),
        fontsize=11,
        color=STRONG,
        va="center",
        arrowprops={"arrowstyle": "->", "color": STRONG},
    )
    axes.set(ylim=(0, 0.58), xticks=range(10))
    axes.set_ylabel("activation" if en else "活性化度")
    axes.set_xlabel("output neuron (class)" if en else "出力ニューロン（クラス）")
    axes.spines[["top", "right"]].set_visible(False)
    return figure


def confusion(lang: str) -> Figure:
    """The confusion matrix of the example by hand, with its diagonal framed."""
    en = lang == "en"
    matrix = np.array([[1, 1, 0], [0, 3, 0], [1, 0, 0]])
    figure = Figure(figsize=(7, 3.5), dpi=100)
    axes = figure.add_axes((0.28, 0.04, 0.4, 0.78))
    axes.imshow(matrix, cmap="Oranges", vmin=0, vmax=6)
    for (row, column), count in np.ndenumerate(matrix):
        axes.text(column, row, str(count), ha="center", va="center", fontsize=15, color=INK)
        if row == column:
            frame = Rectangle((row - 0.46, row - 0.46), 0.92, 0.92, fill=False, color=INK, lw=2)
            axes.add_patch(frame)
    pointer = {"arrowstyle": "->", "color": STRONG}
    axes.annotate(
        "one 2 was\ntaken for a 0" if en else "2 を 0 と答えた\nものが 1 つ",
        (-0.25, 2.1),
        (-1.5, 2.1),
        va="center",
        ha="center",
        fontsize=10,
        color=STRONG,
        arrowprops=pointer,
        annotation_clip=False,
    )
    axes.annotate(
        "framed:\nthe right answers" if en else "枠の中：\n正しい答え",
        (2.48, 1.8),
        (3.4, 1.0),
        ha="center",
        va="center",
        fontsize=10,
        color=INK,
        arrowprops={"arrowstyle": "->", "color": INK},
        annotation_clip=False,
    )
    axes.set(xticks=range(3), yticks=range(3))
    axes.xaxis.tick_top()
    axes.xaxis.set_label_position("top")
    axes.set_xlabel("predicted class (column)" if en else "予測したクラス（列）")
    axes.set_ylabel("truth (row)" if en else "正解（行）")
    return figure
