"""relu takes memory that belongs to no process: memfd, System V, shared mappings.

says: RuntimeError: refused
"""
import ctypes
import os

libc = ctypes.CDLL(None, use_errno=True)


def relu(z):
    got = []
    try:
        os.close(os.memfd_create("kata-hostile-left"))
        got.append("memfd")
    except OSError:
        pass
    if libc.shmget(0, 1 << 20, 0o1666) >= 0:
        got.append("System V")
    raise RuntimeError(", ".join(got) or "refused")
