"""Errors that Python's own words don't explain to a beginner come with a line that does."""

from __future__ import annotations

import numpy as np
import pytest

from autograder.course import catalogue
from autograder.grading import CheckFailed, Submission
from autograder.grading.grade import grade
from autograder.grading.session import InProcess
from autograder.grading.suite import checks


@pytest.mark.parametrize(
    ("relu", "en", "ja"),
    [
        ("def relu(z):\n    exit()\n", "ends the whole program", "プログラム全体を終わらせます"),
        ("def relu(z, a):\n    return z\n", "as they were handed out", "配布されたときのまま"),
        ("def relu():\n    return 1\n", "as they were handed out", "配布されたときのまま"),
        ('def relu(z):\n    raise EOFError("EOF when reading a line")\n', "input()", "input()"),
        ("def relu(z):\n    exit()\n", "(neuron.py, line 2: `exit()`)", "neuron.py の 2 行目"),
        ("def relu(z):\n    return z / None\n", "unsupported operand", "unsupported operand"),
        (
            "def relu(z):\n    return z[3]\n",
            ". It was called with [-2.0, 0.0, 3.0].",
            "。渡した引数：[-2.0, 0.0, 3.0]",
        ),
        ("relu = 3\n", "it is of type int", "int になっています"),
        ('def relu(z):\n    return "3, 4"\n', "it is of type str", "str 型の値でした"),
    ],
)
def test_the_message_says_what_to_look_at(tmp_path, relu, en, ja):
    (tmp_path / "neuron.py").write_text(relu)
    assignment = catalogue.find("02_neuron")
    report = grade(tmp_path, assignment, checks(assignment), student="ann", task="relu")
    message = next(c.message for c in report.checks if c.name == "test_relu_by_hand")
    assert en in message.en
    assert ja in message.ja


def test_large_arguments_are_said_by_their_size():
    def answer(x, layers, model, name, threshold=0.0):
        raise ValueError("no")

    layers = [(np.eye(9), np.zeros(9), "relu")]
    with pytest.raises(CheckFailed) as failed:
        Submission(InProcess(None, {"answer": answer}), seconds=5).call(
            "answer", np.zeros((9, 9)), layers, None, "sigmoid", threshold=0.5
        )
    assert failed.value.text.en.endswith(
        ". It was called with an array of shape (9, 9), a list of 1, None, 'sigmoid', 0.5."
    )
    assert failed.value.text.ja.endswith(
        "。渡した引数：形が (9, 9) の配列、要素が 1 個の list、None、'sigmoid'、0.5"
    )
