"""relu starts 2,000 threads, and never ends.

outcome: error
stops: 1
"""
import threading
import time


def relu(z):
    for _ in range(2_000):
        try:
            threading.Thread(target=time.sleep, args=(25,), daemon=True).start()
        except (RuntimeError, MemoryError):
            time.sleep(0.01)
    time.sleep(20)
    return np.maximum(0.0, z)
