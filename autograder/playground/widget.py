"""The playground with its controls: ipywidgets around a picture that is drawn again and again."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Callable, Iterable
from typing import Any

import ipywidgets as widgets

from autograder.playground.data import DATA, FEATURES
from autograder.playground.game import (
    ACTIVATIONS,
    MAX_LAYERS,
    MAX_NEURONS,
    RATES,
    Game,
    Settings,
)
from autograder.playground.painter import HEIGHT, WIDTH, Painter
from autograder.playground.words import SYMBOLS, WORDS
from autograder.text import LANGUAGES

FRAMES = 20
"""Frames a second while it plays, if the machine can."""
MOST_EPOCHS = 5000
"""Play stops here, so that a forgotten notebook does not learn for ever."""
STILL_EPOCHS = 150


class Playground:
    """An interactive playground. Put it last in a notebook's cell, or pass it to `display`.

    Where widgets don't run, a still picture is shown instead.
    """

    def __init__(self, lang: str = "en"):
        """lang: `en` or `ja`. Raises `ValueError` for another one."""
        if lang not in LANGUAGES:
            raise ValueError(f"lang should be one of {', '.join(LANGUAGES)}, not {lang!r}")
        self.lang = lang
        self.game = Game()
        self._painter = Painter(self.game, lang)
        self._task: asyncio.Task[None] | None = None
        self._build()
        self._draw()

    def _word(self, name: str) -> str:
        return WORDS[name][self.lang]

    # The controls.

    def _build(self) -> None:
        self._image = widgets.Image(
            format="png", width=WIDTH, height=HEIGHT, layout=widgets.Layout(max_width="100%")
        )
        self._image.add_class("kata-playground")
        self._play = widgets.Button(
            description=self._word("play"), icon="play", button_style="primary"
        )
        step = widgets.Button(description=self._word("step"), icon="step-forward")
        reset = widgets.Button(description=self._word("reset"), icon="refresh")
        self._play.on_click(lambda _: self.pause() if self.playing else self.play())
        step.on_click(lambda _: self.step())
        reset.on_click(lambda _: self._renew())

        self._data = self._choice("data", DATA, widgets.ToggleButtons, self._renew)
        self._data.style = {"button_width": "80px", "description_width": "initial"}
        self._data.layout = _width("440px")
        self._noise = widgets.IntSlider(
            0, 0, 50, 5, description=self._word("noise"), continuous_update=False
        )
        self._noise.observe(self._renew, "value")
        self._rate = widgets.Dropdown(
            options=[(f"{rate:g}", rate) for rate in RATES],
            value=0.03,
            description=self._word("rate"),
            layout=_width("190px"),
            style={"description_width": "100px"},
        )
        self._rate.observe(lambda _: self.game.set_rate(self._rate.value), "value")
        self._activation = self._choice("activation", ACTIVATIONS, widgets.Dropdown, self._renew)
        self._activation.layout = _width("240px")
        self._test_points = widgets.Checkbox(
            description=self._word("test_points"), indent=False, layout=_width("220px")
        )
        self._test_points.observe(self._show_test_points, "value")

        self._features = {
            name: widgets.ToggleButton(
                name in ("x1", "x2"), description=text, layout=_width("78px")
            )
            for name, text in SYMBOLS.items()
        }
        for button in self._features.values():
            button.observe(self._features_changed, "value")

        self._layers = widgets.BoundedIntText(
            2, min=0, max=MAX_LAYERS, description=self._word("layers"), layout=_width("170px")
        )
        self._layers.style = {"description_width": "100px"}
        self._neurons = [
            widgets.BoundedIntText(count, min=1, max=MAX_NEURONS, layout=_width("60px"))
            for count in (4, 2, 2, 2)
        ]
        self._layers.observe(self._layers_changed, "value")
        for box in self._neurons:
            box.observe(self._renew, "value")
        self._neurons_row = widgets.HBox()
        self._show_neurons()

        features_row = [widgets.Label(self._word("features")), *self._features.values()]
        self._box = widgets.VBox(
            [
                widgets.HBox([self._data, self._noise]),
                widgets.HBox([self._play, step, reset, self._rate, self._activation]),
                widgets.HBox(features_row),
                widgets.HBox([self._layers, self._neurons_row, self._test_points]),
                self._image,
            ]
        )

    def _choice(
        self, name: str, options: Iterable[str], kind: Callable[..., Any], changed: Any
    ) -> Any:
        made = kind(
            options=[(self._word(option), option) for option in options],
            description=self._word(name),
        )
        made.observe(changed, "value")
        return made

    def _show_neurons(self) -> None:
        boxes = self._neurons[: self._layers.value]
        label = [widgets.Label(self._word("neurons"))] if boxes else []
        self._neurons_row.children = [*label, *boxes]

    # What the controls do.

    def _settings(self) -> Settings:
        return Settings(
            data=self._data.value,
            noise=self._noise.value / 100,
            names=tuple(name for name in FEATURES if self._features[name].value),
            hidden=tuple(box.value for box in self._neurons[: self._layers.value]),
            activation=self._activation.value,
            rate=self._rate.value,
        )

    def _renew(self, _: Any = None) -> None:
        self.game.reset(self._settings())
        self._painter.renew(self.game)
        self._draw()

    def _features_changed(self, change: Any) -> None:
        if not any(button.value for button in self._features.values()):
            change.owner.value = True  # a network needs an input; this calls us again
            return
        self._renew()

    def _layers_changed(self, _: Any) -> None:
        self._show_neurons()
        self._renew()

    def _show_test_points(self, change: Any) -> None:
        self._painter.test_points = change.new
        self._painter.renew(self.game)
        self._draw()

    # Learning, watched.

    @property
    def playing(self) -> bool:
        return self._task is not None and not self._task.done()

    def step(self) -> None:
        """Learns for one epoch and draws the result."""
        self.game.step()
        self._draw()

    def play(self) -> None:
        """Learns an epoch a frame until `pause`. Needs a running event loop, as Jupyter has."""
        if not self.playing:
            self._task = asyncio.get_running_loop().create_task(self._run())

    def pause(self) -> None:
        """Stops learning; `play` goes on from there."""
        if self._task is not None:
            self._task.cancel()
            self._task = None
        self._show_playing(False)
        self._draw()

    async def _run(self) -> None:
        self._show_playing(True)
        for _ in range(MOST_EPOCHS):
            began = time.perf_counter()
            self.game.step()
            self._draw(moving=True)
            # Sleeping lets the kernel handle the controls, even where a frame takes too long.
            await asyncio.sleep(max(0.005, 1 / FRAMES - (time.perf_counter() - began)))
        self._show_playing(False)
        self._draw()

    def _show_playing(self, playing: bool) -> None:
        self._play.description = self._word("pause" if playing else "play")
        self._play.icon = "pause" if playing else "play"

    def _draw(self, *, moving: bool = False) -> None:
        with self._image.hold_sync():
            self._image.format = "jpeg" if moving else "png"
            self._image.value = self._painter.jpeg() if moving else self._painter.png()

    # How it is shown.

    def _repr_mimebundle_(self, **kwargs: Any) -> dict[str, Any]:
        """The widget, and beside it a still picture and a line of text for where none runs."""
        shown = self._box._repr_mimebundle_(**kwargs)
        bundle = dict(shown[0] if isinstance(shown, tuple) else shown)
        bundle["text/plain"] = self._word("still")
        bundle["image/png"] = self.still()
        return bundle

    def still(self) -> bytes:
        """A PNG of a network like this one that has already learned for a while."""
        game = Game(self._settings())
        game.step(STILL_EPOCHS)
        return Painter(game, self.lang).png()


def _width(width: str) -> widgets.Layout:
    return widgets.Layout(width=width)
