"""Matplotlib figures as SVG pictures that follow the reader's light or dark colours.

The pictures stand in `<img src="data:…">`, where no script of theirs could run. Colours become CSS
variables, so that one picture serves both colour schemes and print.
"""

from __future__ import annotations

import base64
import io
import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

import matplotlib
from matplotlib import font_manager
from matplotlib.axes import Axes
from matplotlib.figure import Figure

SIZE = (4.8, 3.1)
"""Width and height in inches: two fit side by side, one fits a telephone."""

# What each colour is for, in light and in dark. On the pages' backgrounds all lines and texts keep
# a contrast of at least 4.5 : 1.
COLOURS = {
    "ink": ("#1d2026", "#e6e8eb"),
    "grid": ("#d5d8dd", "#41464f"),
    "training": ("#1a5fb4", "#82b4ff"),
    "validation": ("#b0420a", "#ffad6b"),
    "shade": ("#fbe9db", "#3c2b1f"),
    "many": ("#5f6b7a", "#98a4b3"),
    "outlier": ("#a3134f", "#ff8fb8"),
}


def colour(use: str) -> str:
    return COLOURS[use][0]


@dataclass(frozen=True)
class Picture:
    """An SVG picture for a page."""

    svg: bytes
    alt: str
    """What the picture shows, in words, for those who cannot see it."""
    width: int
    height: int

    @property
    def uri(self) -> str:
        return "data:image/svg+xml;base64," + base64.b64encode(self.svg).decode("ascii")


@contextmanager
def axes(lang: str, *, title: str, xlabel: str) -> Iterator[Axes]:
    """Axes of a new figure in the kit's look, with room for a legend between title and axes.

    Settings of the caller's matplotlib are neither used nor changed.
    """
    settings: Any = {
        "font.family": [_japanese_font(), "DejaVu Sans"] if lang == "ja" else ["DejaVu Sans"],
        "font.size": 10,
        "axes.unicode_minus": False,
        "svg.fonttype": "path",
        "svg.hashsalt": "neural-kata",
        "text.parse_math": False,
    }
    with matplotlib.rc_context():
        matplotlib.rcdefaults()
        matplotlib.rcParams.update(settings)
        figure = Figure(figsize=SIZE)
        figure.text(0.02, 0.98, title, va="top", color=colour("ink"), fontsize=11)
        # Fixed margins: matplotlib's layout engines draw everything twice to find theirs.
        ax = figure.add_axes((0.135, 0.155, 0.845, 0.66))
        ax.set_xlabel(xlabel, color=colour("ink"))
        ax.tick_params(colors=colour("ink"))
        ax.spines[["top", "right"]].set_visible(False)
        ax.spines[["left", "bottom"]].set_color(colour("ink"))
        ax.grid(color=colour("grid"), linewidth=0.7)
        ax.set_axisbelow(True)
        yield ax


def legend(ax: Axes) -> None:
    """A legend in one row above the axes, where it can never hide a curve."""
    ax.legend(
        loc="lower left",
        bbox_to_anchor=(-0.02, 1.0),
        ncol=4,
        frameon=False,
        fontsize=9,
        labelcolor=colour("ink"),
        handlelength=1.8,
        columnspacing=1.2,
        borderaxespad=0.1,
    )


def picture(ax: Axes, alt: str) -> Picture:
    """The figure of `ax` as SVG, always the same bytes for the same figure."""
    out = io.BytesIO()
    figure = ax.get_figure(root=True)
    assert figure is not None
    nothing = dict.fromkeys(("Date", "Creator", "Format", "Type"))
    figure.savefig(out, format="svg", transparent=True, metadata=nothing)
    width, height = (round(96 * inches) for inches in SIZE)
    return Picture(_follow_scheme(out.getvalue().decode()).encode(), alt, width, height)


def _follow_scheme(svg: str) -> str:
    for use, (light, _) in COLOURS.items():
        svg = svg.replace(light, f"var(--{use})")
    light, dark = (
        "".join(f"--{use}:{pair[which]};" for use, pair in COLOURS.items()) for which in (0, 1)
    )
    style = (
        f"<style>:root{{{light}}}@media screen and (prefers-color-scheme:dark){{:root{{{dark}}}}}"
    )
    return re.sub(r"(<svg [^>]*>)", rf"\1{style}</style>", svg, count=1)


def _japanese_font() -> str:
    """Registers the Japanese font that matplotlib-fontja ships, without its global settings."""
    from importlib.util import find_spec
    from pathlib import Path

    spec = find_spec("matplotlib_fontja")
    name = "IPAexGothic"
    known = {font.name for font in font_manager.fontManager.ttflist}
    if spec is not None and spec.origin is not None and name not in known:
        font_manager.fontManager.addfont(Path(spec.origin).parent / "fonts" / "ipaexg.ttf")
    return name
