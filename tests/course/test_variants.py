"""Variants patch a solution."""

import pytest

from autograder.course import variants

SOLUTION = '''\
"""1. Small"""

import numpy as np

LIMIT = 3
a, b = 1, 2


def plain(x):
    """What it does."""
    return x


@staticmethod
def decorated(x):
    return x


if __name__ == "__main__":
    print(plain(LIMIT))
'''


def run(text: str) -> dict:
    names = {"__name__": "small"}
    exec(text, names)
    return names


def test_a_function_is_replaced_where_it_stands():
    text = variants.apply(SOLUTION, '"""Wrong."""\ndef plain(x):\n    # so\n    return -x\n')
    assert text == SOLUTION.replace(
        '    """What it does."""\n    return x', "    # so\n    return -x", 1
    )


def test_decorators_and_constants_are_replaced_too():
    text = variants.apply(SOLUTION, "LIMIT: int = 4\n\ndef decorated(x):\n    return LIMIT")
    assert "@staticmethod" not in text
    names = run(text)
    assert names["decorated"](0) == 4


def test_new_names_stand_before_the_function_that_needs_them():
    text = variants.apply(
        SOLUTION,
        "import math\nHALF = math.pi / 2\ndef helper(x): return x + HALF\n"
        "def plain(x, by=helper): return by(x)",
    )
    assert run(text)["plain"](1) == pytest.approx(2.5707963)
    assert text.index("import math") < text.index("LIMIT = 3")
    assert text.startswith('"""1. Small"""\nimport math')


def test_what_only_does_something_comes_at_the_end():
    text = variants.apply(SOLUTION, "LIMIT = 5\nLIMIT += 1\nprint('imported')\ndel plain")
    assert "plain" not in (names := run(text))
    assert names["LIMIT"] == 6


def test_names_that_are_set_together_are_replaced_together():
    assert run(variants.apply(SOLUTION, "a, b = 5, 6"))["b"] == 6
    assert run(variants.apply(SOLUTION, "b = a = 7"))["a"] == 7
    with pytest.raises(variants.BadVariant, match="sets a, b together"):
        variants.apply(SOLUTION, "a = 5")


def test_an_import_that_the_solution_has_is_not_added_again():
    text = variants.apply(SOLUTION, "import numpy as np\ndef plain(x): return np.abs(x)")
    assert text.count("import numpy") == 1


def test_a_name_that_the_solution_sets_twice_is_set_once():
    text = variants.apply("x = 1\ny = 2\nx = 3\n", "x = 4")
    assert run(text)["x"] == 4
    assert text == "x = 4\ny = 2\n"


def test_a_variant_that_is_not_python_is_named():
    with pytest.raises(variants.BadVariant, match="the variant is not Python"):
        variants.apply(SOLUTION, "def plain(")


@pytest.fixture
def write(tmp_path):
    def write(text: str, kind: str = "wrong"):
        path = tmp_path / "01_small" / kind / "no_biases.py"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
        return path

    return write


def test_a_wrong_variant_says_what_catches_it(write):
    found = variants.read(
        write(
            '"""Biases forgotten:\n50,816 parameters.\n\ncaught by: test_total, test_sum\n'
            'says: without the\n    74 biases\n"""\nx = 1\n'
        )
    )
    assert found == variants.Variant(
        name="no_biases",
        kind="wrong",
        description="Biases forgotten: 50,816 parameters.",
        source=found.source,
        caught_by=("test_total", "test_sum"),
        says="without the 74 biases",
    )
    assert found.source.endswith("x = 1\n")


def test_an_honest_variant_says_what_is_different(write):
    found = variants.read(write('"""The functional API."""\nx = 1\n', "honest"))
    assert (found.kind, found.caught_by, found.says) == ("honest", (), "")
    assert found.description == "The functional API."


@pytest.mark.parametrize(
    ("text", "kind", "said"),
    [
        ("x = 1", "wrong", "01_small/wrong/no_biases.py: no docstring"),
        ('"""Wrong."""', "wrong", "the docstring has no line 'caught by: …'"),
        ('"""Wrong.\n\ncaught by: test_a\n"""', "wrong", "has no line 'says: …'"),
        ('"""Right.\n\nsays: x\n"""', "honest", "an honest variant has no line 'says: …'"),
        ('"""Right."""\nx =', "honest", "invalid syntax"),
        ('"""Right."""', "other", "lies in 'other', not in wrong or honest"),
    ],
)
def test_a_variant_that_is_not_described_is_named(write, text, kind, said):
    with pytest.raises(variants.BadVariant) as caught:
        variants.read(write(text, kind))
    assert said in caught.value.text.en
