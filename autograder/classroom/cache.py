"""Results by content, in files: two graders may use one cache at the same time.

An entry begins with a digest of its key and content. One that a disk has damaged, or that lies
under another's name, counts as none: what it was about is graded again.
"""

from __future__ import annotations

import contextlib
import hashlib
import os
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

from autograder.course import places

_DIGEST_BYTES = 32


@dataclass(frozen=True)
class Size:
    """What a cache holds."""

    entries: int
    bytes: int


class Cache:
    """A folder of entries, each written aside, flushed and renamed: whole or not there at all.

    Only the grader writes here. A submission's key is the digest of its content, so one learner's
    entry can't stand for another's unless they handed in the same.
    """

    def __init__(self, folder: Path):
        self.folder = folder

    def get(self, key: str) -> bytes | None:
        """The entry, or None if there is none, or none that is whole."""
        path = self._path(key)
        try:
            found = path.read_bytes()
        except OSError:
            return None
        digest, data = found[:_DIGEST_BYTES], found[_DIGEST_BYTES:]
        if digest != _digest(key, data):
            return None
        with contextlib.suppress(OSError):
            os.utime(path)  # `prune` takes what was not used for long
        return data

    def put(self, key: str, data: bytes) -> None:
        """Keeps the entry. A cache that can't be written costs time, not the grade."""
        with contextlib.suppress(OSError):
            write_whole(self._path(key), _digest(key, data) + data)

    def size(self) -> Size:
        sizes = [path.stat().st_size for path in self._entries()]
        return Size(len(sizes), sum(sizes))

    def prune(self, *, days: float) -> Size:
        """Removes what was not used for `days`; what was removed."""
        limit = time.time() - days * 86_400
        count = total = 0
        for path in self._entries():
            with contextlib.suppress(FileNotFoundError):
                about = path.stat()
                if about.st_mtime <= limit:
                    path.unlink()
                    count, total = count + 1, total + about.st_size
        return Size(count, total)

    def _entries(self) -> list[Path]:
        return [p for p in self.folder.glob("??/*") if p.is_file()]

    def _path(self, key: str) -> Path:
        return self.folder / key[:2] / key[2:]


def _digest(key: str, data: bytes) -> bytes:
    found = hashlib.blake2b(data, digest_size=_DIGEST_BYTES, person=b"kata cache")
    found.update(key.encode())  # of one length for all
    return found.digest()


def write_whole(path: Path, data: bytes) -> None:
    """Writes aside, flushes and renames; makes missing folders. Others may not read it.

    Raises `OSError`; what was there before is then there still.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=".new-")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        os.replace(name, path)
    except OSError:
        os.unlink(name)
        raise


def store() -> Cache:
    """The user's cache of answers and reports."""
    return Cache(places.cache() / "graded")
