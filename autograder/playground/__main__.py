"""Measures how many frames a second the playground can draw while it learns.

    python -m autograder.playground [SECONDS]

A frame is one epoch, the whole picture, and its PNG: all that the widget does between two frames.
"""

import sys
import time

from autograder.playground.game import Game
from autograder.playground.painter import Painter


def main(seconds: float) -> None:
    game = Game()
    painter = Painter(game)
    painter.png()
    frames, size = 0, 0
    began = time.perf_counter()
    while time.perf_counter() < began + seconds:
        game.step()
        size += len(painter.png())
        frames += 1
    took = time.perf_counter() - began
    sizes = "-".join(map(str, (len(game.settings.names), *game.settings.hidden, 1)))
    print(f"{sizes}: {frames / took:.1f} frames a second, {size / frames / 1000:.0f} kB each")


if __name__ == "__main__":
    main(float(sys.argv[1]) if len(sys.argv) > 1 else 3.0)
