"""The pictures of 06_pixels."""

import matplotlib_fontja  # noqa: F401  Japanese characters in matplotlib
import numpy as np
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.patches import ConnectionPatch, Rectangle

from autograder.course import mnist

STRONG, INK = "#dd6b20", "#2d3748"
SHOWN = 0
"""Number of the test image that is drawn: a 7."""
TOP, LEFT, SIZE = 7, 5, 8
"""The square that is enlarged: its first row and column, and how many pixels it has a side."""
_LOWER = (LEFT + SIZE - 0.5, TOP + SIZE - 0.5)


def digit_and_values(lang: str) -> Figure:
    """A digit, and a square of 8 by 8 pixels enlarged, with the pixel values written in."""
    en = lang == "en"
    image = mnist.arrays()[2][SHOWN, :, :, 0]
    part = image[TOP : TOP + SIZE, LEFT : LEFT + SIZE]
    figure = Figure(figsize=(7.4, 3.9), dpi=100)
    whole = figure.add_axes((0.03, 0.06, 0.4, 0.8))
    large = figure.add_axes((0.53, 0.06, 0.44, 0.8))
    whole.imshow(image, cmap="gray", vmin=0, vmax=255)
    large.imshow(part, cmap="gray", vmin=0, vmax=255)
    for (row, column), value in np.ndenumerate(part):
        colour = "black" if value > 127 else "white"
        large.text(column, row, str(value), ha="center", va="center", fontsize=8, color=colour)
    frame = Rectangle((LEFT - 0.5, TOP - 0.5), SIZE, SIZE, fill=False, color=STRONG, lw=2)
    whole.add_patch(frame)
    for corner, end in (((LEFT + SIZE - 0.5, TOP - 0.5), (-0.5, -0.5)), (_LOWER, (-0.5, 7.5))):
        line = ConnectionPatch(corner, end, "data", "data", axesA=whole, axesB=large)
        line.set(color=STRONG, linewidth=1)
        figure.add_artist(line)
    for axes, en_title, ja_title in (
        (whole, "28 × 28 pixels", "28 × 28 画素"),
        (large, "pixel values of the square", "枠の中の画素値"),
    ):
        axes.set_title(en_title if en else ja_title, fontsize=11)
        axes.set(xticks=[], yticks=[])
        for side in axes.spines.values():
            side.set(color=STRONG if axes is large else INK, linewidth=1.5)
    return figure


def grey_scale(lang: str) -> Figure:
    """All 256 greys from black to white, with some pixel values."""
    en = lang == "en"
    figure = Figure(figsize=(7, 1.6), dpi=100)
    axes = figure.add_axes((0.06, 0.42, 0.88, 0.36))
    axes.imshow(np.arange(256)[np.newaxis], cmap="gray", aspect="auto", vmin=0, vmax=255)
    axes.set(yticks=[], xticks=range(0, 256, 51))
    axes.set_xlabel("pixel value" if en else "画素値")
    axes.text(0, -0.62, "black" if en else "黒", ha="center", va="bottom", fontsize=11)
    axes.text(255, -0.62, "white" if en else "白", ha="center", va="bottom", fontsize=11)
    return figure


def two_scales(lang: str) -> Figure:
    """Pixel values 0...255 above, the same brightness as 0...1 below."""
    en = lang == "en"
    figure = Figure(figsize=(7, 2.3), dpi=100)
    axes = figure.add_axes((0, 0, 1, 1))
    for step in range(6):
        x, grey = step / 5, step / 5
        axes.plot([x, x], [0.32, 1.0], color=STRONG, lw=1.2, zorder=1)
        _pixel(axes, x, 1.0, grey)
        _pixel(axes, x, 0.32, grey)
        axes.text(x, 1.17, str(51 * step), ha="center", va="bottom", fontsize=12, color=INK)
        axes.text(x, 0.15, f"{x:.1f}", ha="center", va="top", fontsize=12, color=INK)
    axes.text(0.5, 0.66, "÷ 255", ha="center", va="center", fontsize=13, color=STRONG)
    axes.text(-0.08, 1.0, "uint8", ha="right", va="center", fontsize=11, color=INK)
    axes.text(-0.08, 0.32, "float32", ha="right", va="center", fontsize=11, color=INK)
    axes.text(1.07, 1.0, "0…255", ha="left", va="center", fontsize=11, color=INK)
    axes.text(1.07, 0.32, "0…1", ha="left", va="center", fontsize=11, color=INK)
    for x, en_name, ja_name in ((0, "black", "黒"), (1, "white", "白")):
        axes.text(x, 1.42, en_name if en else ja_name, ha="center", va="bottom", fontsize=11)
    axes.set(xlim=(-0.25, 1.25), ylim=(-0.1, 1.65))
    axes.axis("off")
    return figure


def _pixel(axes: Axes, x: float, y: float, grey: float) -> None:
    square = Rectangle((x - 0.028, y - 0.12), 0.056, 0.24, facecolor=str(grey), edgecolor=INK)
    square.set_zorder(2)
    axes.add_patch(square)
