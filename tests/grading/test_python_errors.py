"""Errors that Python's own words don't explain to a beginner come with a line that does."""

from __future__ import annotations

import pytest

from autograder.course import catalogue
from autograder.grading.grade import grade
from autograder.grading.suite import checks


@pytest.mark.parametrize(
    ("relu", "en", "ja"),
    [
        ("def relu(z):\n    exit()\n", "ends the whole program", "プログラム全体を終わらせます"),
        ("def relu(z, a):\n    return z\n", "as they were handed out", "配布されたときのまま"),
        ("def relu():\n    return 1\n", "as they were handed out", "配布されたときのまま"),
        ('def relu(z):\n    raise EOFError("EOF when reading a line")\n', "input()", "input()"),
        ("def relu(z):\n    return z / None\n", "unsupported operand", "unsupported operand"),
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
