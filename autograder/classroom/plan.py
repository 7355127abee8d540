"""How many submissions at a time: by cores and memory."""

from __future__ import annotations

import os
from collections.abc import Iterable
from pathlib import Path

from autograder.classroom.collect import Job
from autograder.course import catalogue

TENSORFLOW = 3_000_000_000
"""Bytes of a worker and its student's process where both import TensorFlow and the student's code
trains on MNIST: the most that `benchmarks/class.py` saw, pages that both share counted twice."""
NUMPY = 300_000_000
"""The same with NumPy and Matplotlib alone."""


def workers(jobs: Iterable[Job]) -> int:
    """One worker a core, and no more than fit into the memory that is free; at least one."""
    names = {job.assignment for job in jobs}
    each = TENSORFLOW if any(catalogue.find(n).tensorflow for n in names) else NUMPY
    return max(1, min(cores(), memory() // each))


def cores() -> int:
    """Cores that this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def memory() -> int:
    """Bytes that are free for us: what the system has, or what the group's limit leaves."""
    rooms = [_available(Path("/proc/meminfo"))]
    for limit, used in (
        ("/sys/fs/cgroup/memory.max", "/sys/fs/cgroup/memory.current"),
        (
            "/sys/fs/cgroup/memory/memory.limit_in_bytes",
            "/sys/fs/cgroup/memory/memory.usage_in_bytes",
        ),
    ):
        try:
            rooms.append(int(Path(limit).read_text()) - int(Path(used).read_text()))
        except (OSError, ValueError):  # no such file, or "max": no limit
            continue
    return max(0, min(rooms))


def _available(meminfo: Path) -> int:
    try:
        lines = meminfo.read_text().splitlines()
    except OSError:
        return 1 << 62  # not Linux: cores alone decide
    return next(int(line.split()[1]) * 1024 for line in lines if line.startswith("MemAvailable"))
