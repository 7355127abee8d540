"""relu never ends by itself.

outcome: error
stops: 1
says: Stopped after
"""
import time

_end = time.perf_counter() + 45


def relu(z):
    while time.perf_counter() < _end:
        pass
    return np.maximum(0.0, z)
