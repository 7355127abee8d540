"""Each reader sees the lines of their own language."""

import pytest

from autograder.course import languages


@pytest.mark.parametrize(
    ("line", "english"),
    [
        ("    # en: a comment", "    # a comment"),
        ("    en: a docstring", "    a docstring"),
        ("#en: close", "#close"),
        ("# en:", "#"),
        ("en:", ""),
        ('print("x")  # en', 'print("x")'),
        ("x = 1  # en: not a marker", "x = 1  # en: not a marker"),
        ("enormous: int = 3", "enormous: int = 3"),
        ("# then: nothing", "# then: nothing"),
        ("", ""),
    ],
)
def test_the_marker_goes_and_the_line_stays(line, english):
    assert languages.keep(line, "en") == english


def test_lines_of_the_other_language_go():
    code = "# en: one\n# ja: 一\nx = 1\ny = 2  # ja\nja: 二"
    assert languages.keep(code, "en") == "# one\nx = 1"
    assert languages.keep(code, "ja") == "# 一\nx = 1\ny = 2\n二"


def test_it_is_known_which_languages_are_used():
    assert languages.used("x = 1") == set()
    assert languages.used("# ja: 一\ny = 2  # en") == {"en", "ja"}
