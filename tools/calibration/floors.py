"""Says how often each floor of the graders fails a right answer, and passes a wrong one.

    python tools/calibration/floors.py     after mnist.py and playground.py

Prints a table; writes it as `docs/calibration/floors.json`, and a picture of all runs. The chance
that a run lies beyond a floor is estimated by peaks over a threshold: of the values nearest to the
floor, the outermost fifth, the distances beyond the 80 % point are taken as exponential (Pickands
1975: the generalised Pareto distribution with shape 0). For a tail that falls faster, as that of a
normal distribution does, this says too much, never too little. How well it fits is told by the
coefficient of variation of those distances: 1 for an exponential tail, less for a lighter one.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

from autograder.course import places
from autograder.graders import test_04_playground as chapter_4
from autograder.graders import test_08_overfitting as chapter_8
from autograder.graders import test_09_experiments as chapter_9

FOLDER = places.root() / "docs" / "calibration"
OUTERMOST = 0.2
"""Share of the values that a tail is fitted to."""


@dataclass(frozen=True)
class Floor:
    """A limit of a check, and the runs that lie above and below it."""

    check: str
    limit: float
    right: dict[str, np.ndarray]
    """By case: what right answers reached."""
    wrong: dict[str, np.ndarray]
    runs: int = 1
    """How many trainings the check does before it gives up."""


def tail(values: Iterable[float], limit: float) -> tuple[float, float]:
    """The chance that another value lies below `limit`, and how exponential the tail is.

    Returns the chance, and the coefficient of variation of the distances it rests on. Where more
    than a fifth of the values lie below the limit, the chance is simply their share.
    """
    below = -np.asarray(list(values))  # the tail to the right is easier to think about
    start = np.quantile(below, 1 - OUTERMOST)
    if -limit <= start:
        return float((below > -limit).mean()), float("nan")
    distances = below[below > start] - start
    if not len(distances):  # many values are the same, such as 1.0
        return 0.0, float("nan")
    share, mean = len(distances) / len(below), distances.mean()
    return float(share * np.exp(-(-limit - start) / mean)), float(distances.std(ddof=1) / mean)


def floors() -> list[Floor]:
    """Every floor of the hidden checks with its runs."""
    runs = read("mnist.jsonl")
    last, fresh = {}, {}
    for case in dict.fromkeys(run["case"] for run in runs):
        of_case = [run for run in runs if run["case"] == case]
        last[case] = np.array([run["val_accuracy"][-1] for run in of_case])
        if "fresh" in of_case[0]:
            fresh[case] = np.array([run["fresh"][-1] for run in of_case])
    permuted, from_validation = "right: permuted images", "learned from the validation data"
    both, brought = "learned from both", "weights brought along"
    deck = last["right: the deck's training"]
    pairs = np.abs(deck[::2] - deck[1::2])
    wrong = {c: v for c, v in last.items() if c not in fresh and not c.startswith("right")}
    play = {
        run["case"]: np.array(run["accuracy"])
        for run in read("playground.jsonl")
        if not run["case"].startswith("shown")
    }
    one = {c: v for c, v in play.items() if "spiral" not in c}
    spiral = {c: v for c, v in play.items() if "spiral" in c}
    return [
        Floor("08 validation accuracy", chapter_8.FLOOR, {"the deck's training": deck}, wrong),
        Floor(
            "08 permuted images",
            chapter_8.LESSON_FLOOR,
            {"one epoch": fresh[permuted]},
            {c: fresh[c] for c in (from_validation, brought)},
        ),
        Floor(
            "08 nothing learned from the validation data (accuracy, negative)",
            -chapter_8.NOT_LEARNED,
            {"one epoch": -last[permuted]},
            {c: -last[c] for c in (from_validation, both)},
        ),
        Floor(
            "09 the row run again (difference, negative)",
            -chapter_9.TOLERANCE,
            {"two seeds of the deck's training": -pairs},
            {c: -np.abs(v - deck[: len(v)]) for c, v in wrong.items()},
        ),
        Floor("04 one neuron", chapter_4.SOLVED, *split(one)),
        Floor("04 spiral", chapter_4.SPIRAL_SOLVED, *split(spiral), chapter_4.SPIRAL_RUNS),
    ]


def split(cases: dict[str, np.ndarray]) -> tuple[dict[str, np.ndarray], dict[str, np.ndarray]]:
    """Right and wrong cases, by how their names begin."""
    right = {c.removeprefix("right: "): v for c, v in cases.items() if c.startswith("right")}
    return right, {c: v for c, v in cases.items() if not c.startswith("right")}


def read(name: str) -> list[dict[str, Any]]:
    """The runs in a file of lines of JSON."""
    return [json.loads(line) for line in (FOLDER / name).read_text().splitlines()]


def rows(floor: Floor) -> list[dict[str, Any]]:
    """One line for each case: what it reached, and the chance of the wrong verdict."""
    found = []
    for kind, cases in (("right", floor.right), ("wrong", floor.wrong)):
        for case, values in cases.items():
            if kind == "right":
                chance, fit = tail(values, floor.limit)
                chance = chance**floor.runs
            else:
                chance, fit = tail(-values, -floor.limit)
                chance = 1 - (1 - chance) ** floor.runs
            found.append(
                {
                    "check": floor.check,
                    "floor": floor.limit,
                    "kind": kind,
                    "case": case,
                    "seeds": len(values),
                    "mean": round(float(values.mean()), 5),
                    "sd": round(float(values.std(ddof=1)), 5),
                    "lowest": round(float(values.min()), 5),
                    "highest": round(float(values.max()), 5),
                    "wrong_verdict": float(f"{chance:.2g}"),
                    "tail_variation": None if np.isnan(fit) else round(fit, 2),
                }
            )
    return found


def picture(all_floors: list[Floor], path: Path) -> None:
    """Every run as a point, right ones blue, wrong ones orange, each floor as a line."""
    from matplotlib import pyplot as plt

    heights = [len(f.right) + len(f.wrong) for f in all_floors]
    figure, axes = plt.subplots(
        len(all_floors), figsize=(8, 1.5 + 0.28 * sum(heights)), height_ratios=heights
    )
    rng = np.random.default_rng(0)
    for floor, ax in zip(all_floors, axes, strict=True):
        cases = [*floor.wrong.items(), *floor.right.items()]
        for i, (_, values) in enumerate(cases):
            colour = "#1f66b0" if i >= len(floor.wrong) else "#d9691a"
            height = i + rng.uniform(-0.3, 0.3, len(values))
            ax.scatter(values, height, s=4, color=colour, alpha=0.6, linewidths=0)
        ax.axvline(floor.limit, color="black", linewidth=1)
        ax.set_yticks(range(len(cases)), [name for name, _ in cases], fontsize=6)
        ax.tick_params(axis="x", labelsize=7)
        ax.set_title(f"{floor.check}: {floor.limit:g}", fontsize=8, loc="left")
    figure.tight_layout()
    figure.savefig(path, dpi=110)
    plt.close(figure)


def main() -> None:
    """Prints and writes the table, and draws the picture."""
    found = floors()
    table = [row for floor in found for row in rows(floor)]
    (FOLDER / "floors.json").write_text(json.dumps(table, indent=1) + "\n")
    picture(found, FOLDER / "floors.png")
    for row in table:
        print(
            f"{row['check']:44.44} {row['kind']:5} {row['case']:60.60} {row['seeds']:4} "
            f"{row['mean']:8.4f} ± {row['sd']:.4f}  {row['lowest']:.4f} to {row['highest']:.4f}  "
            f"{row['wrong_verdict']:.1e}  {row['tail_variation']}"
        )


if __name__ == "__main__":
    main()
