"""Large arrays that every student's process may read, and none can change: no bytes are copied.

The grader puts an array into a file in memory once, seals it, and hands each process a descriptor
of it. The process sees a private copy: what it writes there stays its own (copy on write).
"""

from __future__ import annotations

import hashlib
import mmap
import os
from dataclasses import dataclass

import numpy as np

SMALLEST = 1 << 20
"""Bytes of the smallest array that is worth a file."""


@dataclass
class _File:
    array: np.ndarray
    """Its content, read-only."""
    descriptor: int
    changed: int
    """When its content, its mode or the like last changed, in ns: the inode's ctime."""
    digest: str


_files: dict[int, _File] = {}
"""By the address of the content. They live as long as this process."""


def share(array: np.ndarray) -> np.ndarray:
    """The same array, read-only, in memory that student's processes can be shown.

    For data that are made once a process: they are never given back. Small arrays, and all where
    the system knows no sealed memory (it is Linux's), are sent as bytes like any other.
    """
    array = np.ascontiguousarray(array)
    if array.nbytes >= SMALLEST and hasattr(os, "memfd_create"):
        found = _made(array)
        _files[_address(found.array)] = found
        array = found.array
    array.setflags(write=False)
    return array


def digest(array: np.ndarray) -> str | None:
    """A digest of the content, taken when it was shared; None for an array that is not shared."""
    found = _file(array)
    return None if found is None else found.digest


def opened(array: np.ndarray) -> int:
    """A new descriptor of a shared array's file, for reading. The caller closes it.

    A process may have set the file's mode or times, which the next one could read as a message:
    then the content moves to a new file.
    """
    found = _file(array)
    assert found is not None
    if os.fstat(found.descriptor).st_ctime_ns != found.changed:
        fresh = _made(found.array)
        os.close(found.descriptor)
        found.descriptor, found.changed = fresh.descriptor, fresh.changed
    # Opened anew, since a duplicate would share its position with every process that has one.
    return os.open(f"/proc/self/fd/{found.descriptor}", os.O_RDONLY | os.O_CLOEXEC)


def mapped(descriptor: int, size: int) -> mmap.mmap:
    """A private, writable view of the file's `size` bytes; closes the descriptor.

    Raises `ValueError` or `OSError` if the file is of another size, or none.
    """
    try:
        if os.fstat(descriptor).st_size != size:
            raise ValueError("a shared array of another size")
        return mmap.mmap(descriptor, size, access=mmap.ACCESS_COPY)
    finally:
        os.close(descriptor)


def _file(array: np.ndarray) -> _File | None:
    found = _files.get(_address(array))
    if found is None or array.nbytes != found.array.nbytes or array.dtype != found.array.dtype:
        return None
    return found if array.flags.c_contiguous else None


def _address(array: np.ndarray) -> int:
    return array.__array_interface__["data"][0]


def _made(array: np.ndarray) -> _File:
    import fcntl

    descriptor = os.memfd_create("array", os.MFD_CLOEXEC | os.MFD_ALLOW_SEALING)
    data, at = array.data.cast("B"), 0
    while at < len(data):
        at += os.write(descriptor, data[at:])
    seals = fcntl.F_SEAL_WRITE | fcntl.F_SEAL_SHRINK | fcntl.F_SEAL_GROW | fcntl.F_SEAL_SEAL
    fcntl.fcntl(descriptor, fcntl.F_ADD_SEALS, seals)
    view = mmap.mmap(descriptor, array.nbytes, access=mmap.ACCESS_READ)
    return _File(
        array=np.frombuffer(view, array.dtype).reshape(array.shape),
        descriptor=descriptor,
        changed=os.fstat(descriptor).st_ctime_ns,
        digest=hashlib.blake2b(data, digest_size=20).hexdigest(),
    )
