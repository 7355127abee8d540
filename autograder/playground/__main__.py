"""Measures how many frames a second the playground can draw while it learns.

    python -m autograder.playground [SECONDS]

A frame is one epoch and the whole picture, encoded: all that the widget does between two frames.
Processor time is printed too, because it says more on a machine that is busy with other things.
"""

import sys
import time

from autograder.playground.game import Game
from autograder.playground.painter import Painter


def main(seconds: float) -> None:
    game = Game()
    painter = Painter(game)
    painter.jpeg()
    frames, size = 0, 0
    began, worked = time.perf_counter(), time.process_time()
    while time.perf_counter() < began + seconds:
        game.step()
        size += len(painter.jpeg())
        frames += 1
    took, worked = time.perf_counter() - began, time.process_time() - worked
    sizes = "-".join(map(str, (len(game.settings.names), *game.settings.hidden, 1)))
    print(
        f"{sizes}: {frames / took:.1f} frames a second, {1000 * worked / frames:.1f} ms of "
        f"processor time and {size / frames / 1000:.0f} kB each"
    )


if __name__ == "__main__":
    main(float(sys.argv[1]) if len(sys.argv) > 1 else 3.0)
