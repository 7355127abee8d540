"""relu announces a header of 4 GiB.

outcome: error
says: header of more than
"""
import os
import time


def relu(z):
    os.write(3, b"\xff\xff\xff\xff" + b"{" * 1000)
    time.sleep(20)
    return z
