"""What stands in the starter where the solution was."""

import pytest

from autograder.course import regions


def test_a_region_becomes_an_error_that_names_its_todo():
    code = "def f():\n    # TODO 3\n    ### BEGIN SOLUTION\n    return 1\n    ### END SOLUTION"
    expected = 'def f():\n    # TODO 3\n    raise NotImplementedError("TODO 3")'
    assert regions.starter(code, 3) == expected


def test_a_region_can_say_what_stands_there_instead():
    code = "### BEGIN SOLUTION -> answer = None\nanswer = 4\n### END SOLUTION\nlast = 1"
    assert regions.starter(code, 1) == "answer = None\nlast = 1"


def test_each_of_several_regions_is_replaced():
    code = "\n".join(
        f"### BEGIN SOLUTION -> {n} = None\n{n} = 1\n### END SOLUTION" for n in ("a", "b")
    )
    assert regions.starter(code, 1) == "a = None\nb = None"


@pytest.mark.parametrize(
    ("code", "said"),
    [
        ("### BEGIN SOLUTION\nx = 1", "BEGIN SOLUTION without END SOLUTION"),
        ("x = 1\n### END SOLUTION", "END SOLUTION without BEGIN SOLUTION"),
        ("### BEGIN SOLUTION\n### BEGIN SOLUTION\n### END SOLUTION", "BEGIN SOLUTION before"),
        ("# BEGIN SOLUTION\n### END SOLUTION", "not a solution region: '# BEGIN SOLUTION'"),
        ("### BEGIN SOLUTION ->\n### END SOLUTION", "not a solution region"),
    ],
)
def test_a_broken_region_never_lets_a_solution_through(code, said):
    with pytest.raises(regions.BadRegion, match=said):
        regions.starter(code, 1)
