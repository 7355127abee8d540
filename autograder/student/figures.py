"""A matplotlib figure as data: what is drawn where, and a picture of it."""

from __future__ import annotations

import io
import sys
from collections import OrderedDict
from typing import Any

import numpy as np

from autograder.boundary.wire import Record

MAX_FIGURES = 8
MAX_POINTS = 100_000


class FigureWatch:
    """Collects the figures that a call draws, also those that `plt.show()` would show and close.

    Figures that were open before stand aside meanwhile, or `plt.imshow` would draw into the last of
    them; afterwards they are open again, and the new ones are closed.
    """

    def __enter__(self) -> FigureWatch:
        self._seen: list[Any] = []
        self._pyplot = _pyplot()
        if self._pyplot is not None:
            pyplot, keeper = self._pyplot, _keeper()
            self._show, self._close = pyplot.show, pyplot.close
            self._aside, keeper.figs = keeper.figs, OrderedDict()

            # Plain functions: matplotlib sets attributes on them.
            def show(*args: Any, **kwargs: Any) -> None:
                self._collect()
                self._close("all")

            def close(*args: Any, **kwargs: Any) -> Any:
                self._collect()
                return self._close(*args, **kwargs)

            pyplot.show, pyplot.close = show, close
        return self

    def __exit__(self, *exc: object) -> None:
        self._collect()
        if self._pyplot is not None:
            self._pyplot.show, self._pyplot.close = self._show, self._close
            self._pyplot.close("all")
            _keeper().figs = self._aside
        elif imported := _pyplot():
            imported.close("all")

    def _collect(self) -> None:
        pyplot = _pyplot()
        for number in pyplot.get_fignums() if pyplot else ():
            figure = pyplot.figure(number)
            if figure not in self._seen:
                self._seen.append(figure)

    def records(self, returned: Any) -> list[Record]:
        """The figures as data; `returned` is what the call gave back: a figure, or axes of one."""
        figure = returned if is_figure(returned) else getattr(returned, "figure", None)
        if is_figure(figure) and figure not in self._seen:
            self._seen.append(figure)
        return [describe(figure) for figure in self._seen[:MAX_FIGURES]]


def _pyplot() -> Any:
    """`matplotlib.pyplot` if someone has imported it: who draws nothing need not wait for it."""
    return sys.modules.get("matplotlib.pyplot")


def _keeper() -> Any:
    """What knows pyplot's open figures: `figs`, from number to manager."""
    from matplotlib._pylab_helpers import Gcf

    return Gcf


def is_figure(value: Any) -> bool:
    module = sys.modules.get("matplotlib.figure")
    return module is not None and isinstance(value, module.Figure)


def is_axes(value: Any) -> bool:
    module = sys.modules.get("matplotlib.axes")
    return module is not None and isinstance(value, module.Axes)


def describe(figure: Any) -> Record:
    buffer = io.BytesIO()
    try:
        figure.savefig(buffer, format="png", dpi=80)
    except Exception:  # noqa: BLE001  a figure that can't be drawn is still described
        buffer = io.BytesIO()
    axes = [_axes(ax) for ax in figure.axes]
    return Record("figure", {"axes": axes, "png": np.frombuffer(buffer.getvalue(), np.uint8)})


def _axes(ax: Any) -> dict[str, Any]:
    legends = [ax.get_legend()] if ax.get_legend() else list(ax.figure.legends)
    return {
        "title": ax.get_title(),
        "xlabel": ax.get_xlabel(),
        "ylabel": ax.get_ylabel(),
        "legend": [text.get_text() for legend in legends for text in legend.get_texts()],
        "texts": [text.get_text() for text in ax.texts],
        "lines": [
            {
                "label": str(line.get_label()),
                "x": _numbers_of(line.get_xdata()),
                "y": _numbers_of(line.get_ydata()),
            }
            for line in ax.lines[:64]
        ],
        "images": [_numbers_of(image.get_array()) for image in ax.images[:64]],
        "extents": [_numbers_of(image.get_extent()) for image in ax.images[:64]],
        "scatters": [_scatter(collection) for collection in ax.collections[:64]],
        "collections": len(ax.collections),
        "patches": len(ax.patches),
    }


def _scatter(collection: Any) -> dict[str, Any]:
    """Where the points of `plt.scatter` lie, or the ends of error bars, and in how many colours."""
    bars = collection.get_segments() if hasattr(collection, "get_segments") else None
    places = _numbers_of(collection.get_offsets() if not bars else np.concatenate(bars))
    places = places.reshape(-1, 2) if places.size % 2 == 0 else np.zeros((0, 2))
    colors = np.unique(_numbers_of(collection.get_facecolor()).round(6), axis=0)
    return {"x": places[:, 0].copy(), "y": places[:, 1].copy(), "colors": len(colors)}


def _numbers_of(data: Any) -> np.ndarray:
    try:
        array = np.ma.filled(np.ma.asarray(data).astype("float64"), np.nan)
    except (TypeError, ValueError):
        return np.zeros(0)
    return array if array.size <= MAX_POINTS else np.zeros(0)
