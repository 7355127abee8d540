"""relu sends its answer one byte at a time, more slowly than any limit allows.

outcome: error
stops: 1
says: Stopped after
"""
import os
import struct
import time

_end = time.perf_counter() + 45


def relu(z):
    for byte in struct.pack("<I", 200_000) + b" " * 200_000:
        os.write(3, bytes([byte]))
        time.sleep(0.3)
        if time.perf_counter() > _end:
            break
    os._exit(0)
