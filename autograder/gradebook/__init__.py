"""nbgrader keeps the gradebook; this room puts our grading in place of its execution.

An instructor's `nbgrader_config.py` holds two lines:

    from autograder.gradebook import configure
    configure(get_config())
"""

from autograder.gradebook.config import configure

__all__ = ["configure"]
