"""A student's process as a user of its own, where a container allows no bubblewrap.

For a container that is made for one submission and thrown away, started by root, as Gradescope's
are. What holds there:

- It is an ordinary user without capabilities, may gain none, and its system calls are filtered
  as in the sandbox. It can neither read nor change what root has closed to others, nor end or
  trace the grader.
- It makes no connection: sockets of the internet families are refused.
- The same limits, and the same watcher, as in the sandbox; in the end every process of that user
  is killed, daemons too.

What does not: it sees the container's files that others may read, the list of processes and
their command lines, and it may leave files in folders that are open to all. Whoever starts it
closes what must stay hidden.
"""

from __future__ import annotations

import contextlib
import os
import shutil
import socket
import stat
import subprocess
import sys
import tempfile
from pathlib import Path

from autograder.boundary import launch, mounts
from autograder.boundary.pipes import Pipes
from autograder.boundary.trouble import SandboxError, closed_python, not_linux, not_root

_FOLDERS = ("home", "tmp", "work")


def apart(order: launch.Order, inner: socket.socket) -> launch.Launched:
    """Starts the module as a user that no system gives to anyone. Raises `SandboxError`."""
    if not sys.platform.startswith("linux"):
        raise SandboxError(not_linux())
    if os.geteuid() != 0:
        raise SandboxError(not_root())
    closed = next((f for f in Path(sys.executable).resolve().parents if not _is_open(f)), None)
    if closed is not None:
        raise SandboxError(closed_python(closed))
    rules = launch.filter_of_calls(connections=False)
    user = launch.new_user()
    cleanup = contextlib.ExitStack()
    folder = Path(
        cleanup.enter_context(
            tempfile.TemporaryDirectory(prefix="kata-", ignore_cleanup_errors=True)
        )
    )
    cleanup.callback(_end_all_of, user)
    _furnish(folder, order.kit, user)
    environment = {
        "HOME": str(folder / "home"),
        "LANG": "C.UTF-8",
        "PATH": f"{sys.prefix}/bin:/usr/bin:/bin",
        "TMPDIR": str(folder / "tmp"),
    }
    with Pipes() as pipes:
        ready, ready_in = pipes.out()
        command = launch.python_command(
            str(folder / "kit"), order, inner, ready_in, confined="user", user=user, rules=rules
        )
        with launch.launching(
            command,
            pipes,
            inner,
            environment=environment | dict(order.environment),
            folder=str(folder / "work"),
            cleanup=cleanup,
        ) as launched:
            launch.wait_until_ready(launched, ready)
    return launched


def _is_open(folder: Path) -> bool:
    return bool(folder.stat().st_mode & stat.S_IXOTH)


def _furnish(folder: Path, kit: Path, user: int) -> None:
    """Folders of the user's own, and the student's side of the kit to read."""
    folder.chmod(0o755)
    for name in _FOLDERS:
        (folder / name).mkdir(mode=0o700)
        os.chown(folder / name, user, user)
    for name in mounts.KIT_FILES:
        target = folder / "kit" / name
        target.parent.mkdir(parents=True, exist_ok=True)
        copy = shutil.copytree if (kit / name).is_dir() else shutil.copyfile
        copy(kit / name, target)
    for path in (folder / "kit", *(folder / "kit").rglob("*")):
        path.chmod(0o755 if path.is_dir() else 0o644)


def _end_all_of(user: int) -> None:
    """Kills every process of that user at once: a signal to -1 leaves no time to fork."""
    code = (
        f"import os; os.setgroups([]); os.setresgid({user}, {user}, {user}); "
        f"os.setresuid({user}, {user}, {user}); os.kill(-1, 9)"
    )
    # It becomes that user by itself: Python may lie where only root may start it.
    subprocess.run(
        [sys.executable, "-I", "-S", "-c", code],
        env={},
        cwd="/",
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
