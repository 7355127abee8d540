"""relu stops its process with SIGSTOP, so that it neither answers nor ends.

outcome: error
stops: 1
says: Stopped after
"""
import os
import signal
import threading
import time


def relu(z):
    pid = os.getpid()
    if os.fork() == 0:
        time.sleep(20)
        os.kill(pid, signal.SIGCONT)
        os._exit(0)
    os.kill(pid, signal.SIGSTOP)
    time.sleep(20)
    return np.maximum(0.0, z)
