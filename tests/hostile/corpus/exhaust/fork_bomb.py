"""relu forks as often as it can, up to 600 processes that live for half a minute.

outcome: error
stops: 1
"""
import os
import time


def relu(z):
    for _ in range(600):
        try:
            if os.fork() == 0:
                time.sleep(30)
                os._exit(0)
        except OSError:
            time.sleep(0.01)
    time.sleep(20)
    return np.maximum(0.0, z)
