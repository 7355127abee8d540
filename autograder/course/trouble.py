"""The kit's one error for what a person can put right."""

from autograder.trouble import Trouble

__all__ = ["Trouble"]
