"""Public checks of 01_concepts: every question is answered with letters that are on offer."""

import pytest

from autograder.grading.choices import chosen


@pytest.mark.points(0, task="q1")
def test_q1_is_answered(submission):
    """Question 1 has one of its letters as the answer.

    問題 1 の答えが 1 つ選んであります。
    """
    chosen(submission, "q1", "ABCD")


@pytest.mark.points(0, task="q2")
def test_q2_is_answered(submission):
    """Question 2 has one of its letters as the answer.

    問題 2 の答えが 1 つ選んであります。
    """
    chosen(submission, "q2", "ABCD")


@pytest.mark.points(0, task="q3")
def test_q3_is_answered(submission):
    """Question 3 has one of its letters as the answer.

    問題 3 の答えが 1 つ選んであります。
    """
    chosen(submission, "q3", "ABCD")


@pytest.mark.points(0, task="q4")
def test_q4_is_answered(submission):
    """Question 4 has one of its letters as the answer.

    問題 4 の答えが 1 つ選んであります。
    """
    chosen(submission, "q4", "ABCD")


@pytest.mark.points(0, task="q5")
def test_q5_is_answered(submission):
    """Question 5 has one or more of its letters as the answer.

    問題 5 の答えが 1 つ以上選んであります。
    """
    chosen(submission, "q5", "ABCD", several=True)


@pytest.mark.points(0, task="q6")
def test_q6_is_answered(submission):
    """Question 6 has one or more of its letters as the answer.

    問題 6 の答えが 1 つ以上選んであります。
    """
    chosen(submission, "q6", "ABCDE", several=True)


@pytest.mark.points(0, task="q7")
def test_q7_is_answered(submission):
    """Question 7 has one of its letters as the answer.

    問題 7 の答えが 1 つ選んであります。
    """
    chosen(submission, "q7", "ABCD")


@pytest.mark.points(0, task="q8")
def test_q8_is_answered(submission):
    """Question 8 has one or more of its letters as the answer.

    問題 8 の答えが 1 つ以上選んであります。
    """
    chosen(submission, "q8", "ABCDE", several=True)


@pytest.mark.points(0, task="q9")
def test_q9_is_answered(submission):
    """Question 9 has one of its letters as the answer.

    問題 9 の答えが 1 つ選んであります。
    """
    chosen(submission, "q9", "ABCD")


@pytest.mark.points(0, task="q10")
def test_q10_is_answered(submission):
    """Question 10 has one of its letters as the answer.

    問題 10 の答えが 1 つ選んであります。
    """
    chosen(submission, "q10", "ABCD")
