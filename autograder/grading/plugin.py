"""The pytest plugin: the `submission` fixture and the `points` mark."""

from autograder.grading._plain import pytest_terminal_summary, pytest_xdist_make_scheduler
from autograder.grading._plugin import (
    pytest_addoption,
    pytest_configure,
    pytest_runtest_makereport,
    pytest_runtest_setup,
    submission,
)

__all__ = [
    "pytest_addoption",
    "pytest_configure",
    "pytest_runtest_makereport",
    "pytest_runtest_setup",
    "pytest_terminal_summary",
    "pytest_xdist_make_scheduler",
    "submission",
]
