"""relu looks for processes that are not its own, and sends them a signal that kills nobody.

says: RuntimeError: nothing found
"""
import os


def relu(z):
    own = {1, 2, 3, os.getpid(), os.getppid()}
    found = [p for p in os.listdir("/proc") if p.isdecimal() and int(p) not in own]
    for number in found:
        try:
            os.kill(int(number), 0)
        except OSError:
            pass
    raise RuntimeError(f"{len(found)} processes" if found else "nothing found")
