"""Catches what a learner's code prints, and the log lines of libraries beneath Python."""

from __future__ import annotations

import contextlib
import io
import os
from collections.abc import Iterator

MAX_PRINTED = 64 * 1024


class Printed(io.StringIO):
    """Keeps the first part of what is printed and forgets the rest."""

    def write(self, text: str) -> int:
        left = MAX_PRINTED - self.tell()
        if left > 0:
            super().write(text[:left])
        return len(text)

    def isatty(self) -> bool:
        return False


@contextlib.contextmanager
def printed() -> Iterator[Printed]:
    """Catches what is printed on either stream; warnings on stderr cost nobody anything."""
    sink = Printed()
    with silenced(), contextlib.redirect_stdout(sink), contextlib.redirect_stderr(sink):
        yield sink


@contextlib.contextmanager
def silenced() -> Iterator[None]:
    """Nothing reaches the process's stderr: TensorFlow logs there from C++, whatever it is told."""
    try:
        before = os.dup(2)
    except OSError:  # there is no stderr
        yield
        return
    with open(os.devnull, "wb") as nowhere:
        os.dup2(nowhere.fileno(), 2)
    try:
        yield
    finally:
        os.dup2(before, 2)
        os.close(before)
