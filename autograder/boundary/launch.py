"""Starts a student's process with bubblewrap, or plainly, and holds what is needed to end it."""

from __future__ import annotations

import base64
import contextlib
import itertools
import json
import os
import shutil
import signal
import socket
import stat
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from autograder.boundary import cgroup, mounts, seccomp
from autograder.boundary.limits import Limits
from autograder.boundary.output import Drain, readable
from autograder.boundary.pipes import Pipes
from autograder.boundary.trouble import SandboxError, missing, not_linux, unreadable, why_not
from autograder.boundary.usage import Tree

START_SECONDS = 120
"""For starting Python and importing NumPy, on a slow and busy machine."""
_END_SECONDS = 10
_NOBODY = 65534
_FIRST_USER = 0x70000000
"""Root's sandboxes run as users from here up, which no system gives to anyone."""
_USERS_EACH = 64
_numbers = itertools.count()

Confined = Literal["namespaces", "user", ""]


@dataclass(frozen=True, kw_only=True)
class Order:
    """What to start."""

    module: str
    kit: Path
    readonly: Mapping[str, Path]
    environment: Mapping[str, str]
    limits: Limits


class Launched:
    """A process that runs, and the means to measure it and to end it."""

    def __init__(
        self, process: subprocess.Popen[bytes], drain: Drain, cleanup: contextlib.ExitStack
    ):
        self.process = process
        self.drain = drain
        self.pid = process.pid
        """The first process inside, as seen from here."""
        self.tree = Tree(process.pid)
        self.group: cgroup.Cgroup | None = None
        self._first: int | None = None
        self._cleanup = cleanup

    def entered(self, pid: int, limits: Limits) -> None:
        """The namespaces exist, and `pid`, their first process, waits before it goes on."""
        self.pid = pid
        self._first = os.pidfd_open(pid)
        self._cleanup.callback(os.close, self._first)
        self.tree = Tree(pid, ("/dev/shm", mounts.WORK, mounts.HOME, "/tmp"))
        group = cgroup.make(limits)
        if group is not None:
            self._cleanup.callback(group.remove)
            with contextlib.suppress(OSError):  # without the kernel's limit, ours holds alone
                group.add(self.process.pid, pid)
                self.group = group

    def out_of_memory(self) -> bool:
        """Whether the kernel has already ended a process that took too much."""
        return self.group is not None and self.group.out_of_memory()

    def kill(self) -> int:
        """Ends everything; the exit status, which is 128 + its number after a signal."""
        if self._first is not None:
            # A namespace ends with its first process, which is gone only after all the rest.
            with contextlib.suppress(ProcessLookupError):
                signal.pidfd_send_signal(self._first, signal.SIGKILL)
            readable([self._first], _END_SECONDS)
        else:
            with contextlib.suppress(ProcessLookupError, PermissionError):
                os.killpg(self.process.pid, signal.SIGKILL)
        try:
            status = self.process.wait(_END_SECONDS)
        except subprocess.TimeoutExpired:
            self.process.kill()
            status = self.process.wait()
        return 128 - status if status < 0 else status

    def release(self) -> None:
        """Gives back descriptors, folders and the control group. Only after `kill`."""
        self.drain.wait_for_end(0.1)
        self._cleanup.close()


def confined(order: Order, inner: socket.socket) -> Launched:
    """Starts the module in bubblewrap; returns once it is imported. Raises `SandboxError`.

    The calling thread must live until the end: bubblewrap dies with it, by its own choice.
    """
    bwrap, rules = _requirements()
    user = new_user() if os.geteuid() == 0 else None
    if user is not None:
        _require_readable(order.readonly.values())
    ident = _NOBODY if user is None else user
    environment = {
        "HOME": mounts.HOME,
        "LANG": "C.UTF-8",
        "PATH": f"{sys.prefix}/bin:/usr/bin:/bin",
        "TMPDIR": "/tmp",
    }
    with Pipes() as pipes:
        options = mounts.arguments(
            kit=order.kit,
            readonly=order.readonly,
            environment=environment | dict(order.environment),
            limits=order.limits,
            user=user,
            passwd_fd=pipes.holding(f"student:x:{ident}:{ident}::{mounts.HOME}:/bin/sh\n".encode()),
        )
        info, info_in = pipes.out()
        held, let_go = pipes.into()
        ready, ready_in = pipes.out()
        options += ["--info-fd", str(info_in), "--block-fd", str(held)]
        options += ["--seccomp", str(pipes.holding(rules))]
        # Through a pipe, since a command line can be read inside, as /proc/1/cmdline.
        told = pipes.holding("".join(f"{option}\0" for option in options).encode())
        python = python_command(
            mounts.KIT, order, inner, ready_in, confined="namespaces", user=user
        )
        with launching([bwrap, "--args", str(told), "--", *python], pipes, inner) as launched:
            launched.entered(_first_process(info), order.limits)
            os.write(let_go, b"1")
            wait_until_ready(launched, ready)
    return launched


def plain(order: Order, inner: socket.socket) -> Launched:
    """Starts the module as an ordinary process in a new folder. Raises `SandboxError`."""
    cleanup = contextlib.ExitStack()
    folder = cleanup.enter_context(
        tempfile.TemporaryDirectory(prefix="kata-", ignore_cleanup_errors=True)
    )
    for name in ("home", "tmp", "work"):
        os.mkdir(f"{folder}/{name}")
    environment = {
        "HOME": f"{folder}/home",
        "LANG": "C.UTF-8",
        "PATH": os.environ.get("PATH", "/usr/bin:/bin"),
        "TMPDIR": f"{folder}/tmp",
    }
    with Pipes() as pipes:
        ready, ready_in = pipes.out()
        python = python_command(str(order.kit), order, inner, ready_in)
        with launching(
            python,
            pipes,
            inner,
            environment=environment | dict(order.environment),
            folder=f"{folder}/work",
            cleanup=cleanup,
        ) as launched:
            wait_until_ready(launched, ready)
    return launched


class _NotStarted(Exception):
    """It ended, or took too long, before it was ready."""


@contextlib.contextmanager
def launching(
    command: list[str],
    pipes: Pipes,
    inner: socket.socket,
    *,
    environment: Mapping[str, str] | None = None,
    folder: str | None = None,
    cleanup: contextlib.ExitStack | None = None,
) -> Iterator[Launched]:
    """A process that is ended again when what runs inside raises."""
    cleanup = cleanup or contextlib.ExitStack()
    output, output_in = os.pipe()
    drain = Drain(output)
    cleanup.callback(drain.close)
    try:
        process = subprocess.Popen(
            command,
            # For bubblewrap this is empty: its first process shows it as /proc/1/environ.
            env=environment or {},
            cwd=folder or "/",
            stdin=subprocess.DEVNULL,
            stdout=output_in,
            stderr=output_in,
            pass_fds=(inner.fileno(), *pipes.theirs),
            start_new_session=True,
        )
    except OSError:
        cleanup.close()
        raise
    finally:
        os.close(output_in)
        inner.close()
        pipes.close_theirs()
    launched = Launched(process, drain, cleanup)
    try:
        yield launched
    except BaseException as error:
        launched.kill()
        launched.release()
        if isinstance(error, _NotStarted | BrokenPipeError):
            raise SandboxError(why_not(drain.text() or str(error))) from error
        raise


def python_command(
    kit: str,
    order: Order,
    inner: socket.socket,
    ready: int,
    *,
    confined: Confined = "",
    user: int | None = None,
    rules: bytes = b"",
) -> list[str]:
    """The command that starts the module by way of `inside.py`.

    kit: the folder with the package, as the process sees it.
    confined: what the process has to find when it looks around; "" for nothing.
    user: what it becomes, from root.
    rules: a filter of system calls that it puts on itself.
    """
    rlimits = order.limits.rlimits()
    if not confined:
        del rlimits["RLIMIT_NPROC"]  # it would count all that this user runs
    settings = {
        "confined": confined,
        "filter": base64.b64encode(rules).decode(),
        "kit": kit,
        "module": order.module,
        "path": [str(folder) for folder in mounts.package_folders()],
        "ready": ready,
        "rlimits": rlimits,
        "socket": inner.fileno(),
        "uid": user,
    }
    script = f"{kit}/autograder/boundary/inside.py"
    return [sys.executable, "-I", "-B", script, json.dumps(settings)]


def _first_process(info: int) -> int:
    """The process id that bubblewrap reports once its namespaces exist."""
    text = b""
    while chunk := os.read(info, 4096):
        text += chunk
        with contextlib.suppress(ValueError):
            return json.loads(text)["child-pid"]
    raise _NotStarted("bubblewrap ended at once")


def wait_until_ready(launched: Launched, ready: int) -> None:
    deadline = time.monotonic() + START_SECONDS
    while (left := deadline - time.monotonic()) > 0:
        watched = [ready] if launched.drain.ended else [ready, launched.drain.fd]
        if ready in readable(watched, left):
            if os.read(ready, 1):
                return
            launched.drain.wait_for_end(1)
            raise _NotStarted("Python ended at once")
        launched.drain.read()
    raise _NotStarted(f"Python was not ready after {START_SECONDS} seconds")


def _requirements() -> tuple[str, bytes]:
    """The path of bubblewrap and the filter of system calls. Raises `SandboxError`."""
    if not sys.platform.startswith("linux"):
        raise SandboxError(not_linux())
    bwrap = shutil.which("bwrap", path=os.environ.get("PATH", "") + ":/usr/bin:/usr/local/bin")
    if bwrap is None:
        raise SandboxError(missing("bubblewrap", "sudo apt-get install bubblewrap"))
    return bwrap, filter_of_calls()


def filter_of_calls(*, connections: bool = True) -> bytes:
    """`seccomp.program`. Raises `SandboxError` with the command that installs what is missing."""
    try:
        return seccomp.program(connections=connections)
    except seccomp.NoSeccomp as error:
        name = str(error)
        apt = f"sudo apt-get install {name}"
        command = apt if name == "libseccomp2" else f"{sys.executable} -m pip install {name}"
        raise SandboxError(missing(name, command)) from error


def new_user() -> int:
    """A user id that no other running sandbox has, so that they share no limit and no key."""
    return _FIRST_USER + os.getpid() * _USERS_EACH % 0x10000000 + next(_numbers) % _USERS_EACH


def _require_readable(paths: Iterable[Path]) -> None:
    for path in paths:
        mode = path.stat().st_mode
        needed = stat.S_IROTH | stat.S_IXOTH if stat.S_ISDIR(mode) else stat.S_IROTH
        if mode & needed != needed:
            raise SandboxError(unreadable(path))
