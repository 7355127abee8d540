"""One short cycle with the real command line, from a course to a student's feedback page."""

from __future__ import annotations

import base64
import getpass
import json
from pathlib import Path
from typing import Any

import pytest

pytestmark = pytest.mark.nbgrader

ASSIGNMENT = "02_neuron"
RELU_WRONG = 'def relu(z):\n    """Takes the sign away."""\n    return np.abs(z)\n'
RELU_LOUD = (
    "import sys, warnings\n\n"
    'def relu(z):\n    print("loud", file=sys.stderr)\n    warnings.warn("loud")\n'
    "    return np.maximum(0.0, z)\n"
)
PICTURE = base64.b64encode(b"\x89PNG a picture").decode()
ACTS = '<script>document.title = "OWNED"</script>[click](javascript:alert(1)) and `a < b`'
ME = getpass.getuser()


def partial(course: Any) -> dict[str, Any]:
    """ReLU is wrong; the rest of the notebook tries what it can to look better."""
    notebook = course.filled(ASSIGNMENT, relu=RELU_WRONG)
    for found in notebook["cells"]:
        about = found["metadata"].get("nbgrader", {})
        if about.get("grade_id") == "relu":
            about["points"] = 1000
            found["source"] = "1000.0"
            found["outputs"] = [
                {
                    "output_type": "execute_result",
                    "execution_count": 1,
                    "metadata": {},
                    "data": {"text/plain": "1000.0"},
                }
            ]
        if about.get("grade_id") == "sigmoid_solution":
            found["outputs"] = [
                {
                    "output_type": "display_data",
                    "metadata": {},
                    "data": {"text/html": ACTS, "text/plain": "own text", "image/png": PICTURE},
                },
                {"output_type": "stream", "name": "stdout", "text": "y" * 600_000},
            ]
    notebook["cells"].insert(0, {"cell_type": "markdown", "metadata": {}, "source": ACTS})
    return notebook


@pytest.fixture(scope="module")
def course(make_course: Any) -> Any:
    """After a cycle: graded, marked by hand, graded again by force, feedback released."""
    course = make_course(ASSIGNMENT)
    course.release(ASSIGNMENT)
    mine = course.folder.parent / "mine"
    mine.mkdir()
    settings = (course.folder / "nbgrader_config.py").read_text()
    (mine / "nbgrader_config.py").write_text(
        "\n".join(x for x in settings.splitlines() if "onfigure" not in x)
    )
    course.run("nbgrader", "fetch_assignment", ASSIGNMENT, cwd=mine)
    notebook = course.filled(ASSIGNMENT, relu=RELU_LOUD)
    (mine / ASSIGNMENT / "neuron.ipynb").write_text(json.dumps(notebook))
    course.run("nbgrader", "submit", ASSIGNMENT, cwd=mine)
    course.hand_in("partial", ASSIGNMENT, {"neuron.ipynb": partial(course)})
    course.hand_in("module", ASSIGNMENT, {"neuron.py": course.module(ASSIGNMENT)})
    course.hand_in("broken", ASSIGNMENT, {"neuron.ipynb": '{"cells": [{"cell_type": "code"'})
    course.run("nbgrader", "collect", ASSIGNMENT)
    course.run("nbgrader", "autograde", ASSIGNMENT)
    with course.gradebook() as gradebook:
        grade = gradebook.find_grade("relu", "neuron", ASSIGNMENT, "partial")
        grade.manual_score, grade.extra_credit, grade.needs_manual_grade = 0.5, 0.25, False
        comment = gradebook.find_comment("relu_solution", "neuron", ASSIGNMENT, "partial")
        comment.manual_comment = "Half a point for the idea."
        gradebook.db.commit()
    course.run("nbgrader", "autograde", ASSIGNMENT, "--force")
    course.run("nbgrader", "generate_feedback", ASSIGNMENT)
    course.run("nbgrader", "release_feedback", ASSIGNMENT)
    course.run("nbgrader", "fetch_feedback", ASSIGNMENT, cwd=mine)
    return course


def test_scores_are_those_of_kata_grade_and_of_the_person(course: Any) -> None:
    assert course.kata_scores(ASSIGNMENT) == {
        ME: 10.0,
        "partial": 6.0,  # without what a person gave
        "module": 10.0,
        "broken": 0.0,
    }
    assert course.scores(ASSIGNMENT) == {
        ME: 10.0,
        "partial": 6.75,
        "module": 10.0,
        "broken": 0.0,
    }


def test_grading_again_keeps_marks_and_comments_given_by_hand(course: Any) -> None:
    with course.gradebook() as gradebook:
        grade = gradebook.find_grade("relu", "neuron", ASSIGNMENT, "partial")
        assert (grade.auto_score, grade.manual_score, grade.extra_credit) == (0.0, 0.5, 0.25)
        comment = gradebook.find_comment("relu_solution", "neuron", ASSIGNMENT, "partial")
        assert comment.comment == "Half a point for the idea."
    assert "Half a point for the idea." in course.feedback("partial", ASSIGNMENT)


def test_points_and_cells_of_a_submission_are_not_believed(course: Any) -> None:
    cells = course.graded("partial", ASSIGNMENT)["cells"]
    relu = next(c for c in cells if c["metadata"].get("nbgrader", {}).get("grade_id") == "relu")
    assert relu["metadata"]["nbgrader"]["points"] == 2
    assert "".join(relu["source"]).endswith('check("02_neuron", "relu")')
    assert [o["output_type"] for o in relu["outputs"]] == ["stream", "execute_result"]
    assert relu["outputs"][-1]["data"] == {"text/plain": ["0.0"]} or relu["outputs"][-1][
        "data"
    ] == {"text/plain": "0.0"}


def test_stderr_costs_nothing(course: Any) -> None:
    with course.gradebook() as gradebook:
        grade = gradebook.find_grade("relu", "neuron", ASSIGNMENT, ME)
        assert (grade.auto_score, grade.needs_manual_grade) == (2.0, False)


def test_what_could_not_be_checked_waits_for_a_person(course: Any) -> None:
    with course.gradebook() as gradebook:
        found = gradebook.find_submission_notebook("neuron", ASSIGNMENT, "broken")
        assert {(g.auto_score, g.needs_manual_grade) for g in found.grades} == {(None, True)}
        assert len(found.grades) == 5
    page = course.feedback("broken", ASSIGNMENT)
    assert "neuron.ipynb is not a notebook that can be read" in page
    assert "Could not be checked; a person will look at it." in page


def test_a_module_is_graded_and_shown(course: Any) -> None:
    page = course.feedback("module", ASSIGNMENT)
    assert "Handed in as a module: neuron.py." in page
    assert "weighted_sum" in page
    assert "TODO 1" in page
    assert "NotImplementedError" not in page


def test_feedback_says_what_came_and_what_to_look_at(course: Any) -> None:
    page = course.feedback("partial", ASSIGNMENT)
    assert "✗ ReLU turns −2, 0, 3 into 0, 0, 3, and works on a single number. (0/0.5)" in page
    assert "the minus sign was" in page
    assert "Hint: For a single number: which of the two, 0 and z, is the larger one?" in page
    assert "Score: 3.0 / 3.0" in page


def test_feedback_holds_no_code_of_checks(course: Any) -> None:
    for student in ("partial", "module", "broken", ME):
        page = course.feedback(student, ASSIGNMENT)
        assert "submission.call" not in page
        assert "def test_" not in page
        assert "pytest.mark" not in page


def test_feedback_shows_text_and_pictures_of_a_submission_and_runs_nothing(course: Any) -> None:
    page = course.feedback("partial", ASSIGNMENT)
    assert PICTURE in page
    assert '&lt;script&gt;document.title = "OWNED"&lt;/script&gt;' in page
    assert '<script>document.title = "OWNED"' not in page
    assert 'href="javascript' not in page
    assert "y" * 1000 not in page
    assert "characters of output, and what came after, were left out" in page


def test_a_student_fetches_feedback(course: Any) -> None:
    pages = list(Path(course.folder.parent, "mine", ASSIGNMENT, "feedback").glob("*/neuron.html"))
    assert len(pages) == 1
    assert "✓ The walk in the text" in pages[0].read_text()


def test_the_log_has_no_warnings_of_libraries(course: Any) -> None:
    assert not [x for log in course.log for x in log.splitlines() if "SAWarning" in x]


def test_validate_says_what_is_missing_and_that_all_is_well(course: Any) -> None:
    mine = course.folder.parent / "mine" / ASSIGNMENT
    said = course.run("nbgrader", "validate", course.released(ASSIGNMENT), mine / "neuron.ipynb")
    untouched, done = said.split("mine/02_neuron/neuron.ipynb'")
    assert "VALIDATION FAILED ON 5 CELL(S)" in untouched
    assert "`weighted_sum` is still to be written: it stops at TODO 1. Start there." in untouched
    assert "Task 1 is not right yet. Hints: kata hint 02 1" in untouched
    assert "Success! Your notebook passes all the tests." in done
