"""relu gives back a dict and a tuple of classes of its own, whose items never end.

outcome: error
stops: 1
"""
from collections.abc import Mapping
import time

_end = time.perf_counter() + 45


class Endless(Mapping):
    def __len__(self):
        return 1

    def __getitem__(self, key):
        return 1

    def __iter__(self):
        n = 0
        while time.perf_counter() < _end:
            n += 1
            yield n % 7


def relu(z):
    return Endless()
