"""relu stops every clock it can reach, and never ends.

outcome: error
stops: 1
says: Stopped after
"""
import time

_end = time.perf_counter() + 45  # so that even a broken grader comes back


def relu(z):
    true = time.perf_counter
    for name in ("time", "monotonic", "process_time"):
        setattr(time, name, lambda: 0.0)
    while true() < _end:
        pass
    return np.maximum(0.0, z)
