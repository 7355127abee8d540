"""Around the import of a large library Python's collector of garbage rests, and only then."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest

SEEN = "import gc\nenabled = gc.isenabled()\n"


@pytest.fixture
def python(tmp_path):
    """Runs code where `keras` is a module with the given text; what it prints."""

    def run(keras: str, code: str) -> str:
        (tmp_path / "keras.py").write_text(keras)
        done = subprocess.run(
            [sys.executable, "-c", f"import gc\nfrom autograder.student import imports\n{code}"],
            env={**os.environ, "PYTHONPATH": str(tmp_path)},
            capture_output=True,
            text=True,
        )
        assert done.returncode == 0, done.stderr
        return done.stdout.strip()

    return run


def test_the_collector_rests_while_keras_is_imported(python):
    code = "imports.hasten(); imports.hasten(); import keras; print(keras.enabled, gc.isenabled())"
    assert python(SEEN, code) == "False True"


def test_without_it_the_collector_works(python):
    assert python(SEEN, "import keras; print(keras.enabled)") == "True"


def test_what_was_imported_is_not_looked_through_again(python):
    code = "imports.hasten(); import keras; print(gc.get_freeze_count() > 0)"
    assert python(SEEN, code) == "True"


def test_an_import_that_fails_switches_it_on_again(python):
    code = """
imports.hasten()
try:
    import keras
except ZeroDivisionError:
    print(gc.isenabled())
"""
    assert python("1 / 0", code) == "True"


def test_who_switched_it_off_finds_it_off(python):
    code = (
        "imports.hasten(); gc.disable(); import keras; print(gc.isenabled(), gc.get_freeze_count())"
    )
    assert python(SEEN, code) == "False 0"
