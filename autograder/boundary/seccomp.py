"""The system calls a student's process may not make."""

from __future__ import annotations

import errno
import functools
import os
from types import ModuleType

DENIED = (
    # Keys and other things that outlive a process or are shared between sandboxes.
    *("add_key", "keyctl", "request_key", "flock"),
    *("shmget", "shmat", "shmctl", "shmdt", "semget", "semop", "semtimedop", "semctl"),
    *("msgget", "msgsnd", "msgrcv", "msgctl"),
    *("mq_open", "mq_unlink", "mq_notify", "mq_timedsend", "mq_timedreceive"),
    # Memory that escapes limits, and kernel machinery with a long list of holes.
    *("memfd_create", "memfd_secret", "userfaultfd", "io_uring_setup", "io_uring_enter"),
    *("io_uring_register", "perf_event_open", "bpf", "modify_ldt", "vmsplice", "remap_file_pages"),
    *("move_pages", "migrate_pages", "process_madvise", "process_mrelease"),
    # Namespaces and mounts.
    *("unshare", "setns", "mount", "umount", "umount2", "pivot_root", "chroot", "move_mount"),
    *("open_tree", "fsopen", "fsconfig", "fsmount", "fspick", "mount_setattr"),
    *("open_by_handle_at", "name_to_handle_at", "fanotify_init"),
    # Other processes.
    *("ptrace", "process_vm_readv", "process_vm_writev", "kcmp", "pidfd_getfd"),
    # The machine.
    *("init_module", "finit_module", "delete_module", "kexec_load", "kexec_file_load", "reboot"),
    *("swapon", "swapoff", "syslog", "acct", "quotactl", "quotactl_fd", "iopl", "ioperm"),
    *("settimeofday", "clock_settime", "clock_adjtime", "adjtimex", "stime"),
    *("sethostname", "setdomainname", "vhangup", "personality", "lookup_dcookie", "uselib"),
)

_NEW_NAMESPACES = 0x7E020000
"""All CLONE_NEW… flags of clone(2)."""
_LOCAL = (1,)
_FAMILIES = (*_LOCAL, 2, 10)
"""AF_UNIX, AF_INET and AF_INET6: the socket families that stay where there is no network."""
_LAST_FAMILY = 64
"""No family has a number as high as this."""
_TERMINAL_INPUT = (0x5412, 0x541C)
"""TIOCSTI and TIOCLINUX: typing on the terminal of another process."""
_LEASES = (1024, 1026)
"""F_SETLEASE and F_NOTIFY of fcntl(2): they hold up others who open a shared file."""


class NoSeccomp(Exception):
    """The library that makes filters is missing."""


def _library() -> ModuleType:
    try:
        import pyseccomp
    except ImportError as error:
        raise NoSeccomp("pyseccomp") from error
    except RuntimeError as error:  # it found no libseccomp.so.2
        raise NoSeccomp("libseccomp2") from error
    return pyseccomp


@functools.cache
def program(*, connections: bool = True) -> bytes:
    """The filter, compiled for this machine. Raises `NoSeccomp`.

    connections: whether sockets of the internet families stay; no harm where it sees no network.
    """
    lib = _library()
    rules = lib.SyscallFilter(lib.ALLOW)
    refuse = lib.ERRNO(errno.EPERM)
    for name in DENIED:
        _add(lib, rules, refuse, name)
    # glibc falls back to clone(2), whose flags can be seen, only when clone3(2) does not exist.
    _add(lib, rules, lib.ERRNO(errno.ENOSYS), "clone3")
    for bit in range(32):
        flag = 1 << bit
        if flag & _NEW_NAMESPACES:
            _add(lib, rules, refuse, "clone", lib.Arg(0, lib.MASKED_EQ, flag, flag))
    for family in range(_LAST_FAMILY):
        if family not in (_FAMILIES if connections else _LOCAL):
            _add(lib, rules, refuse, "socket", lib.Arg(0, lib.EQ, family))
    _add(lib, rules, refuse, "socket", lib.Arg(0, lib.GE, _LAST_FAMILY))
    for request in _TERMINAL_INPUT:
        _add(lib, rules, refuse, "ioctl", lib.Arg(1, lib.MASKED_EQ, 0xFFFFFFFF, request))
    for command in _LEASES:
        _add(lib, rules, refuse, "fcntl", lib.Arg(1, lib.MASKED_EQ, 0xFFFFFFFF, command))
    read, write = os.pipe()
    with os.fdopen(read, "rb") as source, os.fdopen(write, "wb") as sink:
        rules.export_bpf(sink)
        sink.close()
        return source.read()


def _add(lib: ModuleType, rules, action: int, name: str, *conditions) -> None:
    """Adds one rule, unless this architecture or library has no such system call."""
    try:
        number = lib.resolve_syscall(lib.Arch.NATIVE, name)
    except (OSError, ValueError):
        return
    if number >= 0:
        rules.add_rule(action, name, *conditions)
