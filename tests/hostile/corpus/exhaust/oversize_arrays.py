"""relu announces arrays of a petabyte, in ten dimensions and in one.

outcome: error
says: bytes
"""
import json
import os
import struct
import time


def relu(z):
    header = {"m": {"$": "dict", "v": []}, "b": [["float64", [1 << 39, 256]]]}
    data = json.dumps(header).encode()
    os.write(3, struct.pack("<I", len(data)) + data)
    time.sleep(20)
    return z
