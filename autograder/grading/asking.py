"""Asks a suite of checks about one submission, through pytest."""

from __future__ import annotations

import contextlib
import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from autograder.grading._plugin import Verdict, Verdicts
from autograder.grading._submission import Submission


class SuiteError(Exception):
    """The checks of an assignment can't be run: a fault of the kit."""


def run(suite: list[Path], submission: Submission, task: str | None = None) -> dict[str, Verdict]:
    """Asks every check in `suite`, in order; with `task`, only that task's. Raises `SuiteError`."""
    verdicts = Verdicts(submission, task)
    arguments = [
        *("-s", "-c", os.devnull, "--rootdir", str(suite[0].parent)),
        *("--import-mode=importlib", "-p", "no:cacheprovider", "-p", "no:terminal"),
        # They collect garbage ten times a run, for warnings that no verdict needs.
        *("-p", "no:unraisableexception", "-p", "no:threadexception"),
        *("-p", "autograder.grading.plugin", "--noconftest"),
        *(str(path) for path in suite),
    ]
    with _without_other_plugins():
        status = pytest.main(arguments, plugins=[verdicts])
    fine = [pytest.ExitCode.OK, pytest.ExitCode.TESTS_FAILED]
    if task is not None:
        fine.append(pytest.ExitCode.NO_TESTS_COLLECTED)  # a task may have hidden checks only
    if verdicts.errors or status not in fine:
        raise SuiteError("\n".join(verdicts.errors) or f"pytest ended with {status!r}")
    return verdicts.found


@contextlib.contextmanager
def _without_other_plugins() -> Iterator[None]:
    name = "PYTEST_DISABLE_PLUGIN_AUTOLOAD"
    before = {n: os.environ.get(n) for n in (name, "PYTEST_ADDOPTS", "PYTEST_PLUGINS")}
    os.environ[name] = "1"
    os.environ.pop("PYTEST_ADDOPTS", None)
    os.environ.pop("PYTEST_PLUGINS", None)
    try:
        yield
    finally:
        for key, value in before.items():
            if value is None:
                os.environ.pop(key, None)
            else:
                os.environ[key] = value
