"""Hidden checks of 01_concepts: is each answer right, and if not, why not."""

import pytest

from autograder.graders.key_01_concepts import QUESTIONS
from autograder.grading import Submission, wrong
from autograder.grading.choices import chosen


def judge(submission: Submission, name: str) -> None:
    """Compares the learner's choice with the key, and says what is wrong about it."""
    question = QUESTIONS[name]
    picked = chosen(submission, name, question.letters, several=question.several)
    right = set(question.right)
    if picked == right:
        return
    lines = [(letter, question.about[letter]) for letter in sorted(picked - right)]
    en = [f"{letter} is not right. {text.en}" for letter, text in lines]
    ja = [f"{letter} は正しくありません。{text.ja}" for letter, text in lines]
    if question.missing is not None and not right <= picked:
        if not lines:
            en.append(f"What you chose ({', '.join(sorted(picked))}) is right, but not complete.")
            ja.append(f"選んだもの ({', '.join(sorted(picked))}) は正しいのですが、足りません。")
        en.append(question.missing.en)
        ja.append(question.missing.ja)
    wrong(en=" ".join(en), ja="".join(ja))


@pytest.mark.points(1, task="q1", needs="test_q1_is_answered")
def test_q1_is_right(submission):
    """Question 1: the three circles.

    問題 1：3 つの円。
    """
    judge(submission, "q1")


@pytest.mark.points(1, task="q2", needs="test_q2_is_answered")
def test_q2_is_right(submission):
    """Question 2: rules or examples.

    問題 2：ルールか、例か。
    """
    judge(submission, "q2")


@pytest.mark.points(1, task="q3", needs="test_q3_is_answered")
def test_q3_is_right(submission):
    """Question 3: what is gained by learning from examples.

    問題 3：例から学習すると何が変わるか。
    """
    judge(submission, "q3")


@pytest.mark.points(1, task="q4", needs="test_q4_is_answered")
def test_q4_is_right(submission):
    """Question 4: what happens during learning.

    問題 4：学習の間に起こること。
    """
    judge(submission, "q4")


@pytest.mark.points(1, task="q5", needs="test_q5_is_answered")
def test_q5_is_right(submission):
    """Question 5: what a falling error says.

    問題 5：減っていく誤差からわかること。
    """
    judge(submission, "q5")


@pytest.mark.points(1, task="q6", needs="test_q6_is_answered")
def test_q6_is_right(submission):
    """Question 6: what deep learning is suitable for.

    問題 6：深層学習が適していること。
    """
    judge(submission, "q6")


@pytest.mark.points(1, task="q7", needs="test_q7_is_answered")
def test_q7_is_right(submission):
    """Question 7: knowledge in a visible form.

    問題 7：目に見える形の知識。
    """
    judge(submission, "q7")


@pytest.mark.points(1, task="q8", needs="test_q8_is_answered")
def test_q8_is_right(submission):
    """Question 8: whether learning always succeeds.

    問題 8：学習はいつも成功するか。
    """
    judge(submission, "q8")


@pytest.mark.points(1, task="q9", needs="test_q9_is_answered")
def test_q9_is_right(submission):
    """Question 9: how to find out whether it works.

    問題 9：うまく動くかを確かめる方法。
    """
    judge(submission, "q9")


@pytest.mark.points(1, task="q10", needs="test_q10_is_answered")
def test_q10_is_right(submission):
    """Question 10: whether more layers are better.

    問題 10：層が多いほどよいか。
    """
    judge(submission, "q10")
