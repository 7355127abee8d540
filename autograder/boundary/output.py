"""Takes whatever a process prints, and keeps a little of its end."""

from __future__ import annotations

import contextlib
import fcntl
import os
import select
import time
from collections.abc import Iterable

_CHUNK = 64 * 1024
_PIPE = 1024 * 1024


def readable(fds: Iterable[int], seconds: float) -> set[int]:
    """The descriptors that can be read or have ended, after at most `seconds`."""
    poll = select.poll()  # select() itself fails for descriptors from 1024 up
    for fd in fds:
        poll.register(fd, select.POLLIN)
    return {fd for fd, _ in poll.poll(seconds * 1000)}


class Drain:
    """The reading end of a pipe. It never fills memory and never stops the writer for good."""

    def __init__(self, fd: int, keep: int = 64 * 1024):
        """fd: is owned by this object from now on. keep: bytes of the end to keep."""
        os.set_blocking(fd, False)
        with contextlib.suppress(AttributeError, OSError):  # more than a system's usual size
            fcntl.fcntl(fd, fcntl.F_SETPIPE_SZ, _PIPE)
        self.fd = fd
        self.ended = False
        self._keep = keep
        self._tail = bytearray()

    def read(self) -> bool:
        """Takes what is there, a MiB at most; True when it was so much that a pause is due."""
        taken = 0
        while not self.ended and taken < _PIPE:
            try:
                data = os.read(self.fd, _CHUNK)
            except BlockingIOError:
                break
            self.ended = not data
            self._tail += data
            del self._tail[: -self._keep]
            taken += len(data)
        return taken >= _CHUNK

    def wait_for_end(self, seconds: float) -> None:
        """Reads until the writer has ended, for `seconds` at most."""
        deadline = time.monotonic() + seconds
        while not self.ended and (left := deadline - time.monotonic()) > 0:
            readable([self.fd], left)
            self.read()

    def text(self) -> str:
        """The last of what was printed, bytes that are no UTF-8 replaced."""
        return self._tail.decode("utf-8", errors="replace")

    def close(self) -> None:
        os.close(self.fd)
