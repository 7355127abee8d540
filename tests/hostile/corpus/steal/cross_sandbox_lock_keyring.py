"""relu tries to leave and to find notes for other submissions: keys, locks, System V, shared memory.

says: RuntimeError: nothing found
"""
import ctypes
import fcntl
import os

libc = ctypes.CDLL(None, use_errno=True)


def relu(z):
    found = []
    if libc.syscall(248, b"user", b"kata-hostile-left", b"x", 1, -4) >= 0:
        found.append("a key")
    if libc.shmget(0x6B617461, 4096, 0o1666) >= 0:
        found.append("System V shared memory")
    if libc.semget(0x6B617461, 1, 0o1666) >= 0:
        found.append("a System V semaphore")
    if libc.msgget(0x6B617461, 0o1666) >= 0:
        found.append("a System V queue")
    for path in ("/usr/bin/env", os.__file__):
        with open(path, "rb") as file:
            try:
                fcntl.flock(file, fcntl.LOCK_SH | fcntl.LOCK_NB)
                found.append(f"a lock on {path}")
            except OSError:
                pass
    for name in os.listdir("/dev/shm"):
        found.append(f"/dev/shm/{name}")
    open("/dev/shm/kata-hostile-left", "w").close()
    os.unlink("/dev/shm/kata-hostile-left")
    raise RuntimeError("; ".join(found) or "nothing found")
