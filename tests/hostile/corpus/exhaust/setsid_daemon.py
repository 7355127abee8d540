"""relu starts daemons that leave its session and its process group, and then answers wrongly."""
import os
import time


def relu(z):
    for _ in range(3):
        if os.fork() == 0:
            os.setsid()
            if os.fork() == 0:
                time.sleep(60)
            os._exit(0)
    return z
