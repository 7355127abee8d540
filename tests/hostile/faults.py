"""Makes the n-th step of a file's way to the disk fail, or the process die there.

A step is an opening for writing, a new folder, a rename, or a flush, inside given folders.
"""

from __future__ import annotations

import errno
import os
import signal
import sys
from pathlib import Path
from typing import Any

_count = 0


def arm(*, at: int, do: str, folders: list[str], who: str, log: str, main: bool) -> None:
    """Makes step number `at` (from 1) end with errno `do`, or kill this process if `do` is KILL.

    folders: where steps count. who: `main` for the grader's first process, else `worker`.
    log: a file that gets a line for each fault, so that a test knows whether there was one.
    """
    if main != (who == "main"):
        return
    inside = tuple(f"{folder}/" for folder in folders)

    def step(path: Any) -> None:
        global _count
        try:
            text = os.fsdecode(path)
        except TypeError:
            return
        if not f"{text}/".startswith(inside):
            return
        _count += 1
        if _count != at:
            return
        with open(log, "a") as file:
            file.write(f"{do} at step {at}: {text}\n")
        if do == "KILL":
            os.kill(os.getpid(), signal.SIGKILL)
        number = getattr(errno, do)
        raise OSError(number, os.strerror(number), text)

    def hook(event: str, arguments: tuple[Any, ...]) -> None:
        if event == "open" and isinstance(arguments[2], int):
            if arguments[2] & (os.O_WRONLY | os.O_RDWR | os.O_CREAT):
                step(arguments[0])
        elif event == "os.mkdir":
            step(arguments[0])
        elif event == "os.rename":
            step(arguments[1])

    sys.addaudithook(hook)
    flush = os.fsync

    def fsync(descriptor: int) -> None:
        step(os.readlink(f"/proc/self/fd/{descriptor}"))
        flush(descriptor)

    os.fsync = fsync


def contents(folder: Path) -> dict[str, bytes]:
    """Every file in `folder` with its content, temporary ones too."""
    return {
        str(path.relative_to(folder)): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }
