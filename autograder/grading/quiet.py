"""Imports Keras on the grader's side without its log lines."""

from __future__ import annotations

import os
from typing import Any


def keras_quietly() -> Any:
    """The `keras` module. The import takes seconds, so only checks that measure a model pay it."""
    os.environ.setdefault("TF_CPP_MIN_LOG_LEVEL", "3")
    os.environ.setdefault("TF_ENABLE_ONEDNN_OPTS", "0")
    from autograder.student import imports
    from autograder.student.printing import silenced

    imports.hasten()
    with silenced():
        import keras

    return keras
