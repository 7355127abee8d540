"""relu ignores every signal that can be ignored, and never ends.

outcome: error
stops: 1
says: Stopped after
"""
import signal
import time

_end = time.perf_counter() + 45


def relu(z):
    for number in signal.valid_signals():
        try:
            signal.signal(number, signal.SIG_IGN)
        except (OSError, ValueError):
            pass
    while time.perf_counter() < _end:
        try:
            time.sleep(1)
        except BaseException:
            pass
    return np.maximum(0.0, z)
