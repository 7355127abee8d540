"""relu sends a header with lone surrogates, NaN, and keys that stand twice.

outcome: error
says: not strict JSON
"""
import os
import struct
import time


def relu(z):
    data = b'{"m":{"$":"dict","v":[["n",NaN],["n",1]]},"m":"\\ud800","b":[]}'
    os.write(3, struct.pack("<I", len(data)) + data)
    time.sleep(20)
    return z
