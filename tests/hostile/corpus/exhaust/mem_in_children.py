"""relu fills 150 MB in each of six children, each of them within the limit of one process.

outcome: error
says: memory
"""
import os
import time


def relu(z):
    for _ in range(6):
        if os.fork() == 0:
            block = bytearray(150_000_000)
            block[::4096] = b"x" * len(block[::4096])
            time.sleep(20)
            os._exit(0)
    time.sleep(9)
    return np.maximum(0.0, z)
