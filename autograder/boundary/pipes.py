"""Pipes to a process that is about to be started."""

from __future__ import annotations

import os


class Pipes:
    """Closes all ends that are left when it is left."""

    def __init__(self) -> None:
        self.theirs: list[int] = []
        """Descriptors that the process shall inherit."""
        self._ours: list[int] = []

    def out(self) -> tuple[int, int]:
        """A pipe that the process writes to: our end, its end."""
        read, write = os.pipe()
        self._ours.append(read)
        self.theirs.append(write)
        return read, write

    def into(self) -> tuple[int, int]:
        """A pipe that the process reads from: its end, our end."""
        read, write = os.pipe()
        self.theirs.append(read)
        self._ours.append(write)
        return read, write

    def holding(self, data: bytes) -> int:
        """The process's end of a pipe with `data` in it, at most the 64 KiB that a pipe holds."""
        read, write = os.pipe()
        self.theirs.append(read)
        with os.fdopen(write, "wb") as file:
            file.write(data)
        return read

    def close_theirs(self) -> None:
        while self.theirs:
            os.close(self.theirs.pop())

    def __enter__(self) -> Pipes:
        return self

    def __exit__(self, *_: object) -> None:
        self.close_theirs()
        while self._ours:
            os.close(self._ours.pop())
