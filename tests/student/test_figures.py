"""Figures that a student's function draws are told from those that were open before."""

import matplotlib as mpl
import pytest

mpl.use("Agg")
from matplotlib import pyplot as plt

from autograder.grading import Submission
from autograder.grading.session import InProcess
from autograder.grading.verdict import CheckFailed


def draws(function) -> Submission:
    return Submission(InProcess(None, {"draw": function}), seconds=20)


@pytest.fixture
def open_figure():
    figure = plt.figure("the reader's own")
    yield figure
    plt.close(figure)


def one_image():
    plt.imshow([[0, 1]])
    plt.show()


def test_a_function_does_not_draw_into_a_figure_that_was_open(open_figure):
    (figure,) = draws(one_image).ask("draw").figures
    assert [image.tolist() for image in figure.axes[0].images] == [[[0, 1]]]
    assert open_figure.axes == []


def test_the_open_figure_is_still_the_current_one_and_no_other_is_open(open_figure):
    before = plt.get_fignums()
    draws(one_image).ask("draw")
    assert plt.get_fignums() == before
    assert plt.gcf() is open_figure


def test_also_a_function_that_raises_leaves_no_figure_open():
    def raises():
        plt.plot([1, 2])
        raise ValueError

    before = plt.get_fignums()
    with pytest.raises(CheckFailed, match="ValueError"):
        draws(raises).ask("draw")
    assert plt.get_fignums() == before
