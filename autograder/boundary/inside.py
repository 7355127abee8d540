"""Runs first on the student's side: gives up rights, sets limits, then starts the module.

Run as a file, so it stands alone: standard library only.
"""

from __future__ import annotations

import base64
import contextlib
import ctypes
import fcntl
import importlib
import json
import os
import resource
import socket
import sys
from typing import Any

SOCKET = 3
"""The number of the socket to the grader."""
_PR_SET_DUMPABLE = 4
_PR_SET_SECCOMP, _SECCOMP_MODE_FILTER = 22, 2
_PR_SET_NO_NEW_PRIVS = 38
_INSTRUCTION = 8
"""Bytes of one instruction of a filter."""
_CAPABILITY_VERSION_3 = 0x20080522


def main(settings: dict[str, Any]) -> None:
    """Runs `main(3)` of the module named in the settings.

    A byte is written to `ready` once the module is imported: whatever goes wrong before that is
    the kit's or the machine's fault and not the student's.
    """
    ready = _keep_descriptors(settings["socket"], settings["ready"])
    os.umask(0o022)
    with contextlib.suppress(OSError), open("/proc/self/oom_score_adj", "w") as file:
        file.write("500")  # where the machine runs out of memory, not the grader pays for it
    if settings["uid"] is not None:
        _become(settings["uid"])
    for name, value in settings["rlimits"].items():
        _limit(getattr(resource, name, None), value)
    if settings["filter"]:
        _filter_calls(base64.b64decode(settings["filter"]))
    if settings["confined"]:
        _check_confined(settings["confined"])
    if settings["kit"] not in sys.path:
        sys.path.insert(0, settings["kit"])
    sys.path += [p for p in settings["path"] if p not in sys.path]
    sys.argv = [settings["module"]]
    module = importlib.import_module(settings["module"])
    os.write(ready, b"1")
    os.close(ready)
    module.main(SOCKET)


def _keep_descriptors(sock: int, ready: int) -> int:
    """Closes all but the standard streams, the socket (number 3) and `ready`; its new number."""
    sock = fcntl.fcntl(sock, fcntl.F_DUPFD_CLOEXEC, 10)
    ready = fcntl.fcntl(ready, fcntl.F_DUPFD_CLOEXEC, 10)
    os.dup2(sock, SOCKET, inheritable=False)
    os.closerange(SOCKET + 1, ready)
    os.closerange(ready + 1, resource.getrlimit(resource.RLIMIT_NOFILE)[0])
    return ready


def _become(uid: int) -> None:
    """From root to an unprivileged user and group; all capabilities go with it."""
    os.setgroups([])
    os.setresgid(uid, uid, uid)
    os.setresuid(uid, uid, uid)
    libc = ctypes.CDLL(None, use_errno=True)
    # What is left are the inheritable capabilities, which bubblewrap has set.
    libc.capset((ctypes.c_uint32 * 2)(_CAPABILITY_VERSION_3, 0), (ctypes.c_uint32 * 6)())
    # Changing the user makes /proc/self unreadable to the process itself; programs do read it.
    libc.prctl(_PR_SET_DUMPABLE, 1, 0, 0, 0)


def _limit(kind: int | None, value: int) -> None:
    """Sets a limit, or the nearest to it that this system and user may set."""
    if kind is None:
        return
    _, hard = resource.getrlimit(kind)
    if hard != resource.RLIM_INFINITY:
        value = min(value, hard)
    # The signal at the soft limit ends the process; the kill at the hard one needs no goodwill.
    hard = value + 2 if kind == resource.RLIMIT_CPU and hard == resource.RLIM_INFINITY else value
    resource.setrlimit(kind, (value, hard))


def _filter_calls(program: bytes) -> None:
    """Refuses system calls from here on, for this process and all it starts. Raises `OSError`."""

    class Filter(ctypes.Structure):
        _fields_ = (("length", ctypes.c_ushort), ("instructions", ctypes.c_char_p))

    libc = ctypes.CDLL(None, use_errno=True)
    rules = Filter(len(program) // _INSTRUCTION, program)
    refused = libc.prctl(_PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) or libc.prctl(
        _PR_SET_SECCOMP, _SECCOMP_MODE_FILTER, ctypes.byref(rules), 0, 0
    )
    if refused:
        raise OSError(ctypes.get_errno(), "system calls can't be filtered")


def _check_confined(how: str) -> None:
    """Raises unless this process has lost what the sandbox promises to take away.

    how: "namespaces", or "user" where it is only a user of its own and may not make connections.
    """
    with open("/proc/self/status") as file:
        status = dict(line.rstrip("\n").split(":\t", 1) for line in file if ":\t" in line)
    rights = [status[name] for name in ("CapInh", "CapPrm", "CapEff", "CapAmb")]
    broken = [
        what
        for what, wrong in {
            "it runs as root": 0 in os.getresuid() + os.getresgid(),
            "it has capabilities": any(int(mask, 16) for mask in rights),
            "it may gain privileges": status["NoNewPrivs"].strip() != "1",
            "system calls are not filtered": status["Seccomp"].strip() != "2",
            "it sees a network": how == "namespaces" and _sees_network(),
            "it may make connections": how == "user" and _may_connect(),
            "it may write to /": os.access("/", os.W_OK),
            "it may write to /proc/sys": os.access("/proc/sys/kernel/hostname", os.W_OK),
        }.items()
        if wrong
    ]
    if broken:
        raise SystemExit("not confined: " + ", ".join(broken))


def _sees_network() -> bool:
    with open("/proc/self/net/dev") as file:
        interfaces = {line.split(":")[0].strip() for line in file.readlines()[2:]}
    return not interfaces <= {"lo"}


def _may_connect() -> bool:
    for family in (socket.AF_INET, socket.AF_INET6):
        with contextlib.suppress(PermissionError), socket.socket(family):
            return True
    return False


if __name__ == "__main__":
    main(json.loads(sys.argv[1]))
