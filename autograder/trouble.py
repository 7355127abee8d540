"""What a user can put right: every error of this kind ends in one clear line, never a traceback."""

from __future__ import annotations

from autograder.text import Text


class Trouble(Exception):
    """Something that the user can put right; `text` says what was asked, what came, what next."""

    def __init__(self, text: Text):
        super().__init__(text.en)
        self.text = text
