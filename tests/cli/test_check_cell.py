"""`check(…)` in a cell of the learner's notebook."""

from __future__ import annotations

import subprocess
import sys

import pytest


def cell(code: str) -> subprocess.CompletedProcess[str]:
    """Runs code as a notebook's cells run: in `__main__`."""
    return subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, timeout=120)


SOLVED = "import numpy as np\ndef relu(z):\n    return np.maximum(0, z)\n"


@pytest.mark.parametrize(("lang", "line"), [("en", "✓ ReLU turns"), ("ja", "✓ ReLU は")])
def test_what_passes_is_listed(lang, line):
    code = f"from autograder.notebook import check\n{SOLVED}check('02_neuron', 'relu', lang='{lang}')"
    done = cell(code)
    assert (done.returncode, done.stderr) == (0, "")
    assert line in done.stdout


def test_what_does_not_pass_is_an_error_that_says_why():
    wrong = SOLVED.replace("np.maximum(0, z)", "abs(z)")
    done = cell(f"from autograder.notebook import check\n{wrong}check('02_neuron', 'relu')")
    assert done.returncode == 1
    assert "Task 2 is not right yet. Hints: kata hint 02 2" in done.stderr


@pytest.mark.parametrize(("lang", "line"), [("en", "Task 6 has no check here"), ("ja", "課題 6 は")])
def test_a_task_that_is_checked_only_when_graded_says_so(lang, line):
    code = f"from autograder.notebook import check\ncheck('04_playground', 'choices', lang='{lang}')"
    done = cell(code)
    assert (done.returncode, done.stderr) == (0, "")
    assert line in done.stdout
