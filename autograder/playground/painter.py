"""Draws a game as a picture, fast enough to be watched while it learns."""

from __future__ import annotations

import functools
import io
from pathlib import Path
from typing import Any

import numpy as np
from PIL import Image, ImageDraw, ImageFont

from autograder.playground.data import FEATURES, SQUARE
from autograder.playground.game import POINTS, Game, feature_map
from autograder.playground.words import SYMBOLS, WORDS

WIDTH, HEIGHT = 900, 430
TILE = 36
"""Side of a neuron's map."""
MAP = 230
"""Side of the output's map."""
MAP_AT = (640, 40)
LOSS_AT = (640, 322, 870, 418)
FIRST, LAST = 90, 560
"""Where the features stand and how far the hidden layers reach, in pixels from the left."""
FINE = 2
"""Lines are drawn this much larger and reduced: PIL draws no smooth ones."""
LINES = (0, 0, MAP_AT[0], HEIGHT)
"""The part of the picture that has lines in it."""
BACK, INK, GREY = (255, 255, 255), (45, 45, 45), (150, 150, 150)
ORANGE, MIDDLE, BLUE = (245, 147, 34), (232, 234, 235), (8, 119, 189)

Point = tuple[float, float]


def _colours() -> np.ndarray:
    """256 colours from −1, orange, over 0, light grey, to 1, blue: those of Playground."""
    ends = np.array([ORANGE, MIDDLE, BLUE], float)
    places = np.linspace(-1, 1, 256)
    return np.column_stack([np.interp(places, [-1, 0, 1], ends[:, i]) for i in range(3)]).astype(
        np.uint8
    )


COLOURS = _colours()


def tile(values: np.ndarray, side: int) -> Image.Image:
    """A map as a picture. values: −1 to 1, what lies beyond is clipped; nan is grey."""
    known = np.nan_to_num(values, nan=0.0, posinf=1.0, neginf=-1.0)
    numbers = ((np.clip(known, -1, 1) + 1) * 127.5).astype(np.uint8)
    return Image.fromarray(COLOURS[numbers]).resize((side, side), Image.Resampling.BILINEAR)


@functools.cache
def font(size: int, lang: str = "en") -> Any:
    """A font that comes with matplotlib, or with its Japanese companion."""
    if lang == "ja":
        import matplotlib_fontja

        path = next(Path(matplotlib_fontja.__file__).parent.rglob("*.ttf"))
    else:
        import matplotlib

        path = Path(matplotlib.get_data_path(), "fonts", "ttf", "DejaVuSans.ttf")
    return ImageFont.truetype(str(path), size)


class Painter:
    """Pictures of one game. What does not change while it learns is drawn once."""

    def __init__(self, game: Game, lang: str = "en"):
        self.lang = lang
        self.test_points = False
        self.renew(game)

    def renew(self, game: Game) -> None:
        """To be called when the game was reset."""
        self.game = game
        self._places = places(game)
        self._background = self._draw_background()
        self._fine = self._background.crop(LINES).resize(
            (FINE * LINES[2], FINE * LINES[3]), Image.Resampling.NEAREST
        )
        self._points = self._draw_points()

    def png(self) -> bytes:
        """The picture as it is now, WIDTH × HEIGHT."""
        buffer = io.BytesIO()
        self.picture().save(buffer, "PNG", compress_level=1)
        return buffer.getvalue()

    def jpeg(self) -> bytes:
        """Nearly the same in a quarter of the time: for a picture that is replaced at once."""
        buffer = io.BytesIO()
        self.picture().save(buffer, "JPEG", quality=92, subsampling=0)
        return buffer.getvalue()

    def picture(self) -> Image.Image:
        """The picture as it is now."""
        image = self._background.copy()
        lines = self._fine.copy()
        self._draw_lines(ImageDraw.Draw(lines))
        image.paste(lines.reduce(FINE), LINES[:2])
        maps = self.game.maps()
        for column, neurons in zip(self._places[1:-1], maps[:-1], strict=True):
            for (x, y), values in zip(column, neurons, strict=True):
                box = (round(x - TILE / 2), round(y - TILE / 2))
                image.paste(tile(values, TILE), box)
        for name, (x, y) in self._feature_places().items():
            shown = _feature_tile(name, name in self.game.settings.names)
            image.paste(shown, (round(x - TILE / 2), round(y - TILE / 2)))
        image.paste(tile(maps[-1][0], MAP), MAP_AT)
        image.paste(self._points, MAP_AT, self._points)
        self._draw_loss(ImageDraw.Draw(image))
        return image

    def _feature_places(self) -> dict[str, Point]:
        top, gap = 62.0, 55.0
        return {name: (FIRST, top + gap * i) for i, name in enumerate(FEATURES)}

    def _draw_background(self) -> Image.Image:
        image = Image.new("RGB", (WIDTH, HEIGHT), BACK)
        draw = ImageDraw.Draw(image)
        heading = font(15, self.lang)
        middle = (FIRST + LAST) / 2 + 55
        for word, x in (("features", FIRST), ("hidden", middle), ("output", MAP_AT[0] + MAP / 2)):
            draw.text((x, 22), WORDS[word][self.lang], INK, heading, anchor="mm")
        for name, (x, y) in self._feature_places().items():
            used = name in self.game.settings.names
            colour = INK if used else GREY
            draw.text((x - TILE / 2 - 8, y), SYMBOLS[name], colour, font(13), anchor="rm")
        for end in (-6, 0, 6):
            share = (end + SQUARE) / (2 * SQUARE) * MAP
            label = f"{end}".replace("-", "−")
            bottom = MAP_AT[1] + MAP
            draw.text((MAP_AT[0] + share, bottom + 9), label, GREY, font(11), anchor="mm")
            draw.text((MAP_AT[0] + MAP + 5, bottom - share), label, GREY, font(11), anchor="lm")
        return image

    def _draw_points(self) -> Image.Image:
        fine = 4
        image = Image.new("RGBA", (fine * MAP, fine * MAP), (0, 0, 0, 0))
        draw = ImageDraw.Draw(image)
        half = POINTS // 2
        for i, ((x1, x2), label) in enumerate(zip(self.game.points, self.game.labels, strict=True)):
            if i >= half and not self.test_points:
                break
            if max(abs(x1), abs(x2)) > SQUARE:
                continue
            x, y = (v / (2 * SQUARE) * fine * MAP for v in (x1 + SQUARE, SQUARE - x2))
            edge = (255, 255, 255, 255) if i < half else (20, 20, 20, 255)
            colour = (*(BLUE if label else ORANGE), 255)
            draw.ellipse((x - 12, y - 12, x + 12, y + 12), colour, edge, 3)
        return image.resize((MAP, MAP), Image.Resampling.BOX)

    def _draw_lines(self, draw: ImageDraw.ImageDraw) -> None:
        """The connections: colour for the sign, thickness for the size, as in Playground."""
        for before, after, weights in zip(
            self._places, self._places[1:], self.game.network.weights, strict=False
        ):
            for start, row in zip(before, weights, strict=True):
                for end, weight in zip(after, row, strict=True):
                    size = min(abs(float(np.nan_to_num(weight))), 5.0)
                    share = min(size, 1.0)
                    colour = BLUE if weight > 0 else ORANGE
                    faded = tuple(
                        round(m + share * (c - m)) for c, m in zip(colour, MIDDLE, strict=True)
                    )
                    width = round(FINE * (1 + 9 / 5 * size))
                    draw.line(_curve(start, end), faded, max(width, 1), joint="curve")

    def _draw_loss(self, draw: ImageDraw.ImageDraw) -> None:
        game, words = self.game, font(13, self.lang)
        left, top, right, bottom = LOSS_AT
        epoch = f"{WORDS['epoch'][self.lang]} {game.epoch:,}"
        draw.text((left, 298), epoch, INK, words, anchor="lm")
        draw.line((left, bottom, right, bottom), GREY)
        draw.line((left, top, left, bottom), GREY)
        curves = ((game.test_loss, GREY, "test_loss"), (game.training_loss, INK, "training_loss"))
        highest = max(0.05, *(max(_finite(losses)) for losses, _, _ in curves))
        for row, (losses, colour, name) in enumerate(curves):
            # A few hundred points are as many as the box has columns.
            numbers = np.unique(np.linspace(0, len(losses) - 1, right - left).astype(int))
            values = np.array(_finite(losses))[numbers]
            x = left + (right - left) * numbers / max(len(losses) - 1, 1)
            y = bottom - (bottom - top) * values / highest
            if len(numbers) > 1:
                draw.line(list(zip(x.tolist(), y.tolist(), strict=True)), colour, 2)
            text = f"{WORDS[name][self.lang]} {losses[-1]:.3f}"
            draw.text((right, top + 8 + 17 * row), text, colour, words, anchor="rm")


@functools.cache
def _feature_tile(name: str, used: bool) -> Image.Image:
    image = tile(feature_map(name), TILE)
    return image if used else Image.blend(image, Image.new("RGB", image.size, BACK), 0.7)


def _finite(losses: list[float]) -> list[float]:
    return np.nan_to_num(losses, nan=1.0, posinf=1.0).clip(0, 2).tolist()


def places(game: Game) -> list[list[Point]]:
    """Where the neurons of each layer stand: the used features first, the output last."""
    names = list(FEATURES)
    first = [(float(FIRST), 62.0 + 55.0 * names.index(n)) for n in game.settings.names]
    columns = [first]
    hidden = game.settings.hidden
    for i, count in enumerate(hidden):
        x = FIRST + (LAST - FIRST) * (i + 1) / len(hidden) - (40 if len(hidden) > 2 else 90)
        gap = min(46.0, 360 / count)
        top = 227 - gap * (count - 1) / 2
        columns.append([(x, top + gap * j) for j in range(count)])
    return [*columns, [(float(MAP_AT[0]), MAP_AT[1] + MAP / 2)]]


def _curve(start: Point, end: Point) -> list[Point]:
    """From the right of one neuron to the left of the next, level at both ends."""
    x1, x2 = start[0] + TILE / 2, end[0] - (TILE / 2 if end[0] < MAP_AT[0] else 0)
    share = np.linspace(0, 1, 14)
    bend = share**2 * (3 - 2 * share)
    x = FINE * (x1 + (x2 - x1) * share)
    y = FINE * (start[1] + (end[1] - start[1]) * bend)
    return list(zip(x.tolist(), y.tolist(), strict=True))
