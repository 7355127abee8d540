"""The time that remains, played through on made-up classes of 300: is it right after a tenth?

What a submission takes is made up after what was measured on the chapters' solutions; the shares of
those that stop early or hang are the author's guess.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from autograder.classroom.collect import Job
from autograder.classroom.estimate import Estimate, earlier, keep
from autograder.course import catalogue

SECONDS = {
    "02_neuron": 1.0,
    "03_propagation": 1.2,
    "05_classification": 1.1,
    "07_build": 16.0,
    "08_overfitting": 24.0,
    "09_experiments": 75.0,
}
STUDENTS = 300
Work = list[tuple[str, float]]
"""Assignment and seconds of each submission."""


def took(chance: random.Random, name: str, *, stops: float = 0.05, hangs: float = 0.0) -> float:
    """Seconds of one submission; some stop before they train, some run into the limit, or often."""
    usual, share = SECONDS[name], chance.random()
    if share < hangs:
        return usual + catalogue.find(name).seconds * chance.choice([1, 1, 2, 4])
    if share < hangs + stops:
        return usual * chance.uniform(0.2, 0.5)
    return usual * chance.lognormvariate(0, 0.25)


def one(name: str, **shares: float) -> Callable[[random.Random], Work]:
    return lambda chance: [(name, took(chance, name, **shares)) for _ in range(STUDENTS)]


def every(**shares: float) -> Callable[[random.Random], Work]:
    return lambda chance: [(n, took(chance, n, **shares)) for _ in range(STUDENTS) for n in SECONDS]


def mostly_kept(chance: random.Random) -> Work:
    """Half have handed in the last chapter anew; of the others nine in ten are kept."""
    return [
        (name, seconds)
        for name, seconds in every()(chance)
        if chance.random() < (0.5 if name == "09_experiments" else 0.1)
    ]


CLASSES: dict[str, Callable[[random.Random], Work]] = {
    "a fast chapter": one("02_neuron"),
    "a slow chapter": one("08_overfitting"),
    "every chapter": every(),
    "mostly kept": mostly_kept,
    "three in ten stop early": one("08_overfitting", stops=0.3),
    "one in a hundred hangs": one("07_build", hangs=0.01),
    "one in a hundred of every chapter hangs": every(hangs=0.01),
}


def played(work: Work, workers: int) -> Iterator[tuple[float, float, float]]:
    """The share of the wall time that is over, the estimate, and what really remains."""
    jobs = [Job(str(i), name, Path()) for i, (name, _) in enumerate(work)]
    estimate = Estimate(jobs, workers, {})
    free = [0.0] * workers
    ends = []
    for name, seconds in work:
        free.sort()
        free[0] += seconds
        ends.append((free[0], name, seconds))
    total = max(ends)[0]
    for end, name, seconds in sorted(ends):
        estimate.done(name, seconds)
        if end >= 0.1 * total:
            left = estimate.seconds()
            assert left is not None
            yield end / total, left, total - end


@pytest.mark.parametrize("workers", [1, 2, 4])
@pytest.mark.parametrize("name", CLASSES)
def test_after_a_tenth_the_time_that_remains_is_right_within_a_quarter(name, workers):
    """In nine classes of ten; a hang or two in the first tenth are chance."""
    errors = []
    for seed in range(10):
        _, estimated, rest = next(played(CLASSES[name](random.Random(seed)), workers))
        errors.append(abs(estimated - rest) / rest)
    assert sorted(errors)[8] <= 0.25, errors


@pytest.mark.parametrize("name", ["a fast chapter", "a slow chapter", "mostly kept"])
def test_where_nothing_hangs_it_stays_right_to_the_last_tenth(name):
    for seed in range(3):
        for share, estimated, rest in played(CLASSES[name](random.Random(seed)), 2):
            if share <= 0.9:
                assert abs(estimated - rest) <= 0.25 * rest, (seed, share, estimated, rest)


def test_one_that_hangs_among_the_first_is_not_taken_for_the_usual():
    jobs = [Job(str(i), "02_neuron", Path()) for i in range(100)]
    estimate = Estimate(jobs, 1, {})
    for seconds in [1.0] * 9 + [40.0]:
        estimate.done("02_neuron", seconds)
    assert 1.0 * 90 < estimate.seconds() < 2.5 * 90  # the plain mean says 4.9 * 90
    assert estimate.means() == {"02_neuron": 4.9}


def jobs(*students: str, assignment: str = "02_neuron") -> list[Job]:
    return [Job(student, assignment, Path()) for student in students]


def test_an_assignment_not_seen_yet_counts_as_in_an_earlier_run(tmp_path):
    times = tmp_path / "cache" / "seconds.json"
    keep(times, {"07_build": 20.0})
    keep(times, {"02_neuron": 1.0})
    todo = [*jobs("a", "b"), *jobs("a", "b", assignment="07_build")]
    estimate = Estimate(todo, 1, earlier(times))
    assert estimate.seconds() is None
    estimate.done("02_neuron", 2.0)  # the machine is half as fast today
    assert estimate.seconds() == pytest.approx(2.0 + 2 * 40.0, rel=0.1)


def test_a_damaged_file_of_times_counts_as_none(tmp_path):
    (tmp_path / "seconds.json").write_text("[1")
    assert earlier(tmp_path / "seconds.json") == {}
