"""An error that a learner would notice is caught: slips of every kind, for each NumPy task.

Each task has a table of slips: a right answer with one thing wrong, often only for some inputs (a
batch, a single row, negative or large numbers, ties). Hypothesis draws the size of the error.
"""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
from hypothesis import given, settings

sys.path.insert(0, str(Path(__file__).parent))
import slips_02_03
import slips_05_06
from right_answers import RIGHT, caught_by, tasks

few = settings(max_examples=8, deadline=None)
SLIPS = slips_02_03.SLIPS | slips_05_06.SLIPS
CHAPTERS = {task: chapter for chapter, functions in RIGHT.items() for task in functions}


def test_every_numpy_task_has_slips():
    assert set(SLIPS) == {task for _, task in tasks(*RIGHT, without=("load_mnist",))}


@pytest.mark.filterwarnings("ignore::RuntimeWarning")  # overflows are among the slips
@pytest.mark.parametrize(
    ("task", "name"), [(task, name) for task, slips in SLIPS.items() for name in slips]
)
def test_a_slip_is_caught(task, name):
    slip, chapter = SLIPS[task][name], CHAPTERS[task]
    right = RIGHT[chapter][task]

    @given(slip.sizes)
    @few
    def caught(size):
        assert caught_by(chapter, task, slip.slip(right, size))

    caught()
