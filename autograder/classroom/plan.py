"""How many submissions at a time: by cores and memory."""

from __future__ import annotations

from collections.abc import Iterable

from autograder.classroom.collect import Job
from autograder.course import catalogue
from autograder.machine import cores, memory

TENSORFLOW = 3_000_000_000
"""Bytes of a worker and its student's process where the latter imports TensorFlow and trains on MNIST:
as many as a student's process may take (`Limits`). `benchmarks/class.py` saw 1.8 GB."""
NUMPY = 300_000_000
"""The same with NumPy and Matplotlib alone."""


def workers(jobs: Iterable[Job]) -> int:
    """One worker a core, and no more than fit into the memory that is free; at least one."""
    names = {job.assignment for job in jobs}
    each = TENSORFLOW if any(catalogue.find(n).tensorflow for n in names) else NUMPY
    free = memory()
    return cores() if free is None else max(1, min(cores(), free // each))
