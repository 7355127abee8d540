"""Pictures of chapter 8. Each function draws one, in English or Japanese."""

import json
from importlib import resources

import numpy as np
from matplotlib.figure import Figure
from matplotlib.patches import Rectangle

INK, BLUE, ORANGE, GREEN, GREY = "#222222", "#2b6cb0", "#c05621", "#2f855a", "#999999"


def words(lang):
    """Picks the words of one language: `w("English", "日本語")`."""
    if lang == "ja":
        import matplotlib_fontja  # noqa: F401  lets matplotlib draw Japanese text
    return lambda en, ja: en if lang == "en" else ja


def printed_val_loss():
    """The validation loss of the history printed in the lecture, 20 numbers."""
    file = resources.files("autograder.course").joinpath("printed_history.json")
    return np.array(json.loads(file.read_text("utf-8"))["val_loss"])


def smooth(values):
    """Averages of five in a row."""
    return np.convolve(values, np.ones(5) / 5, mode="valid")


def bare(diagram):
    """Takes away the upper and the right border."""
    diagram.spines[["top", "right"]].set_visible(False)


def split(lang):
    """70,000 images: 60,000 to learn from, 10,000 to measure on."""
    w = words(lang)
    figure = Figure(figsize=(7.5, 3.0), dpi=100)
    ax = figure.add_axes((0, 0, 1, 1))
    ax.set(xlim=(0, 15), ylim=(0, 6))
    ax.axis("off")
    arrow = {"arrowstyle": "->", "color": INK, "lw": 1.5}
    box = {"ha": "center", "va": "center", "fontsize": 11}
    ax.add_patch(Rectangle((1, 4.6), 13, 0.9, facecolor="#edf2f7", edgecolor=INK, lw=1.5))
    ax.text(7.5, 5.05, w("70,000 images with their answers", "正解の付いた画像 70,000 枚"), **box)
    ax.add_patch(Rectangle((1, 2.5), 10.9, 0.9, facecolor="#ebf8ff", edgecolor=BLUE, lw=1.8))
    ax.text(6.4, 2.95, w("60,000: training data", "60,000 枚：訓練データ"), color=BLUE, **box)
    ax.add_patch(Rectangle((12.2, 2.5), 1.8, 0.9, facecolor="#fffaf0", edgecolor=ORANGE, lw=1.8))
    ax.text(13.1, 2.95, "10,000", color=ORANGE, **box)
    ax.text(14.9, 3.85, w("validation data", "検証データ"), color=ORANGE, **{**box, "ha": "right"})
    for x in (6.4, 12.4):
        ax.annotate("", (x, 3.45), (x, 4.55), arrowprops=arrow)
    ax.annotate("", (6.4, 1.35), (6.4, 2.45), arrowprops={**arrow, "color": BLUE})
    ax.annotate("", (13.1, 1.35), (13.1, 2.45), arrowprops={**arrow, "color": ORANGE})
    ax.text(
        6.4,
        0.85,
        w("learn: the weights are changed", "学習：結合の重みが変わる"),
        color=BLUE,
        **box,
    )
    ax.text(13.1, 0.85, w("measure only", "測定だけ"), color=ORANGE, **box)
    return figure


def patience(lang):
    """Early stopping by hand: seven epochs, patience 2."""
    w = words(lang)
    figure = Figure(figsize=(7, 3.5), dpi=100, layout="constrained")
    ax = figure.subplots()
    losses = [0.50, 0.40, 0.42, 0.38, 0.39, 0.41, 0.37]
    epochs = list(range(1, 8))
    ax.plot(epochs[:6], losses[:6], "-", color=GREY, zorder=1)
    ax.plot(epochs[5:], losses[5:], ":", color=GREY, zorder=1)
    for e, loss in zip(epochs, losses, strict=True):
        new = e in (1, 2, 4)
        colour = GREEN if new else ORANGE if e < 7 else GREY
        ax.plot([e], [loss], "o", ms=9, color=colour, fillstyle="none" if e == 7 else "full")
        ax.annotate(
            f"{loss:.2f}", (e, loss), (0, 10), textcoords="offset points", ha="center", fontsize=10
        )
    ax.hlines(0.38, 4, 6, colors=GREEN, linestyles="--", lw=1.2)
    ax.text(4.25, 0.376, w("lowest so far", "それまでの最小値"), color=GREEN, fontsize=9, va="top")
    ax.axvline(6, color=INK, lw=1.2, ymax=0.75)
    ax.text(
        6.05,
        0.475,
        w("patience 2:\nstop at epoch 6", "patience が 2 なら\nエポック 6 で打ち切り"),
        fontsize=10,
    )
    ax.plot([], [], "o", color=GREEN, label=w("a new lowest value", "最小値を更新"))
    ax.plot([], [], "o", color=ORANGE, label=w("no new lowest value", "更新なし"))
    ax.set(xlim=(0.6, 7.6), ylim=(0.345, 0.535), xticks=epochs)
    ax.set_xlabel(w("epoch", "エポック"))
    ax.set_ylabel(w("validation loss", "検証データでの損失"))
    ax.legend(loc="upper center", frameon=False)
    bare(ax)
    return figure


def three_kinds(lang):
    """Underfitting, good fit and overfitting side by side."""
    w = words(lang)
    figure = Figure(figsize=(8.5, 3.1), dpi=100, layout="constrained")
    e = np.arange(1, 21)
    rng = np.random.default_rng(8)
    noise = 1 + 0.03 * rng.standard_normal(20)
    kinds = (
        (
            w("underfitting", "学習不足"),
            1.0 * np.exp(-e / 16) + 0.02,
            1.02 * np.exp(-e / 16) + 0.06,
        ),
        (w("good fit", "よい学習"), 0.8 * np.exp(-e / 2.5) + 0.16, 0.75 * np.exp(-e / 2.5) + 0.21),
        (
            w("overfitting", "過学習"),
            0.8 * np.exp(-e / 4) + 0.02,
            0.75 * np.exp(-e / 2.5) + 0.21 + 0.022 * np.maximum(0, e - 7),
        ),
    )
    for ax, (name, loss, val) in zip(figure.subplots(1, 3, sharey=True), kinds, strict=True):
        ax.plot(e, loss, color=BLUE, label=w("training data", "訓練データ"))
        ax.plot(e, val * noise, color=ORANGE, label=w("validation data", "検証データ"))
        ax.set_title(name, fontsize=12)
        ax.set(ylim=(0, 1.05), xticks=(1, 10, 20))
        ax.set_xlabel(w("epoch", "エポック"))
        bare(ax)
    figure.axes[0].set_ylabel(w("loss", "損失"))
    figure.axes[1].legend(frameon=False, fontsize=9, loc="upper right")
    return figure


def wobble(lang):
    """A wobbling level curve beside the printed one, both with their averages of five."""
    w = words(lang)
    figure = Figure(figsize=(8.5, 3.4), dpi=100, layout="constrained")
    e = np.arange(1, 21)
    rng = np.random.default_rng(3)
    level = (0.09 + 0.09 * np.exp(-(e - 1) / 1.5)) * (1 + 0.1 * rng.uniform(-1, 1, 20))
    left, right = figure.subplots(1, 2, sharey=True)
    for ax, values, name in (
        (left, level, w("wobble", "揺れ")),
        (right, printed_val_loss(), w("rise (the printed history)", "増加（講義の履歴）")),
    ):
        ax.plot(e, values, "o-", color=ORANGE, alpha=0.45, ms=3, lw=1)
        ax.plot(e[2:-2], smooth(values), color=INK, lw=2.4)
        ax.set_title(name, fontsize=12)
        ax.set_xlabel(w("epoch", "エポック"))
        ax.set(xticks=(1, 5, 10, 15, 20), ylim=(0.06, 0.19))
        bare(ax)
    left.set_ylabel(w("validation loss", "検証データでの損失"))
    low = smooth(printed_val_loss())
    right.annotate(
        f"{low.min():.4f}", (9, low.min()), (9, 0.072), ha="center", arrowprops={"arrowstyle": "->"}
    )
    right.annotate(
        f"{low[-1]:.4f}", (18, low[-1]), (18, 0.15), ha="center", arrowprops={"arrowstyle": "->"}
    )
    left.plot([], [], "o-", color=ORANGE, alpha=0.45, ms=3, label=w("as measured", "測定した値"))
    left.plot([], [], color=INK, lw=2.4, label=w("smoothed", "滑らかにした値"))
    left.legend(frameon=False)
    return figure
