"""relu leaves a thread that writes to the grader's socket after its answer.

outcome: error
"""
import os
import threading
import time


def relu(z):
    def late():
        time.sleep(0.05)
        for _ in range(50):
            try:
                os.write(3, b"\x08\x00\x00\x00garbage!")
            except OSError:
                return
            time.sleep(0.01)

    threading.Thread(target=late, daemon=True).start()
    time.sleep(0.3)
    return np.maximum(0.0, z)
