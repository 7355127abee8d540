"""The pictures of 04_playground: the data, the features, the loop of learning, the playground."""

import matplotlib_fontja  # noqa: F401  Japanese characters in matplotlib
import numpy as np
from matplotlib.colors import LinearSegmentedColormap
from matplotlib.figure import Figure
from matplotlib.patches import FancyArrowPatch, FancyBboxPatch

from autograder.playground.data import DATA
from autograder.playground.data import FEATURES as FORMULAS
from autograder.playground.game import Game, feature_map
from autograder.playground.painter import Painter
from autograder.playground.words import SYMBOLS, WORDS

ORANGE, MIDDLE, BLUE, INK = "#f59322", "#e8eaeb", "#0877bd", "#2d3748"
COLOURS = LinearSegmentedColormap.from_list("playground", [ORANGE, MIDDLE, BLUE])


def playground(lang: str) -> Figure:
    """The playground itself after 150 epochs."""
    game = Game()
    game.step(150)
    figure = Figure(figsize=(9, 4.3), dpi=100)
    axes = figure.add_axes((0, 0, 1, 1))
    axes.imshow(np.asarray(Painter(game, lang).picture()))
    axes.axis("off")
    return figure


def data(lang: str) -> Figure:
    """The four data sets without noise."""
    figure = Figure(figsize=(8, 2.4), dpi=100)
    for i, (name, make) in enumerate(DATA.items()):
        axes = figure.add_axes((0.04 + 0.243 * i, 0.12, 0.21, 0.72))
        points, labels = make(300)
        axes.scatter(*points.T, c=labels, cmap=COLOURS, s=14, edgecolors="white", linewidths=0.4)
        axes.set(xlim=(-6, 6), ylim=(-6, 6), xticks=(-6, 0, 6), yticks=(-6, 0, 6), aspect="equal")
        axes.tick_params(labelsize=8, length=2)
        axes.set_title(WORDS[name][lang], fontsize=11)
    return figure


def features(lang: str) -> Figure:
    """The seven features as maps over the square."""
    figure = Figure(figsize=(8, 1.9), dpi=100)
    for i, name in enumerate(FORMULAS):
        axes = figure.add_axes((0.015 + 0.141 * i, 0.05, 0.124, 0.7))
        values = feature_map(name)
        limit = np.abs(values).max()
        axes.imshow(values, cmap=COLOURS, vmin=-limit, vmax=limit, extent=(-6, 6, -6, 6))
        axes.set(xticks=(), yticks=(), aspect="equal")
        axes.set_title(SYMBOLS[name], fontsize=11, fontfamily="DejaVu Sans")
    return figure


def learning(lang: str) -> Figure:
    """Answer, compare, move the weights, and again."""
    en = lang == "en"
    figure = Figure(figsize=(7.5, 2.6), dpi=100)
    axes = figure.add_axes((0, 0, 1, 1))
    axes.set(xlim=(0, 7.5), ylim=(0, 2.6))
    axes.axis("off")
    boxes = (
        ("points and\nlabels" if en else "点とラベル", MIDDLE),
        ("the network\nanswers" if en else "ネットワークが\n答える", "#d5e8f5"),
        ("compare with the\nlabels: loss" if en else "ラベルと比べる\n（損失）", "#fde3c5"),
        ("move every weight\na little" if en else "すべての重みを\n少し動かす", "#d5e8f5"),
    )
    for i, (text, colour) in enumerate(boxes):
        x = 0.15 + 1.85 * i
        axes.add_patch(
            FancyBboxPatch((x, 1.25), 1.55, 0.9, "round,pad=0,rounding_size=0.1", fc=colour, ec=INK)
        )
        axes.text(x + 0.775, 1.7, text, ha="center", va="center", fontsize=10, color=INK)
        if i:
            arrow = FancyArrowPatch((x - 0.29, 1.7), (x - 0.01, 1.7), arrowstyle="-|>", color=INK)
            arrow.set_mutation_scale(12)
            axes.add_patch(arrow)
    back = FancyArrowPatch(
        (6.5, 1.22), (2.75, 1.22), arrowstyle="-|>", color=INK, connectionstyle="arc3,rad=-0.2"
    )
    back.set_mutation_scale(12)
    axes.add_patch(back)
    again = (
        "again with the next points, for many epochs" if en else "次の点で、何エポックも繰り返す"
    )
    axes.text(4.6, 0.45, again, ha="center", va="center", fontsize=10, color=INK)
    return figure
