"""A memory limit that the kernel holds, where this process may set one."""

from __future__ import annotations

import contextlib
import itertools
import os
import re
import time
from pathlib import Path

from autograder.boundary.limits import Limits

_NAME = "neural-kata"
_numbers = itertools.count(1)


class Cgroup:
    """One control group with a memory limit, of version 1 or 2."""

    def __init__(self, folder: Path, limits: Limits, *, version: int):
        """Makes the group. Raises OSError where that is not allowed."""
        self.folder = folder
        """Of the control file system."""
        self._version = version
        folder.mkdir()
        try:
            if version == 1:
                self._write("memory.limit_in_bytes", limits.memory_bytes)
                with contextlib.suppress(OSError):  # only where swap is accounted
                    self._write("memory.memsw.limit_in_bytes", limits.memory_bytes)
            else:
                self._write("memory.max", limits.memory_bytes)
                self._write("memory.oom.group", 1)
                with contextlib.suppress(OSError):
                    self._write("memory.swap.max", 0)
        except OSError:
            folder.rmdir()
            raise

    def add(self, *pids: int) -> None:
        """Takes processes in, and with them whatever they start later."""
        for pid in pids:
            self._write("cgroup.procs", pid)

    def out_of_memory(self) -> bool:
        """Whether the kernel has killed a process of the group for its memory."""
        name = "memory.oom_control" if self._version == 1 else "memory.events"
        try:
            lines = (self.folder / name).read_text().splitlines()
        except FileNotFoundError:  # another grader has swept it away, as it was empty
            return False
        counts = dict(line.split() for line in lines)
        return int(counts.get("oom_kill", 0)) > 0

    def remove(self) -> None:
        """Removes the group once its last process is gone."""
        for _ in range(100):
            try:
                self.folder.rmdir()
                return
            except FileNotFoundError:
                return
            except OSError:  # busy: the kernel is still taking the last process away
                time.sleep(0.01)

    def _write(self, name: str, value: int) -> None:
        (self.folder / name).write_text(str(value))


def make(limits: Limits, *, root: Path = Path("/sys/fs/cgroup")) -> Cgroup | None:
    """A group inside this process's own, or beside it; None where neither is possible."""
    try:
        groups = Path("/proc/self/cgroup").read_text().splitlines()
    except OSError:
        return None
    name = f"{_NAME}-{os.getpid()}-{next(_numbers)}"
    for folder, version in _places(groups, root):
        _sweep(folder)
        try:
            return Cgroup(folder / name, limits, version=version)
        except OSError:
            continue
    return None


def _places(groups: list[str], root: Path) -> list[tuple[Path, int]]:
    """Where a group with a memory limit might be made, the best first."""
    places: list[tuple[Path, int]] = []
    for line in groups:
        number, controllers, path = line.split(":", 2)
        own = path.lstrip("/")
        if "memory" in controllers.split(","):
            places.insert(0, (root / "memory" / own, 1))
        elif number == "0":
            # Version 2 has no limits for the children of a group with processes in it, so the
            # group beside ours is the one that works on most machines.
            here = root / own
            places += [(here.parent, 2)] if own else []
            places += [(here, 2)]
    return [(place, version) for place, version in places if version == 1 or _controls(place)]


def _controls(folder: Path) -> bool:
    try:
        return "memory" in (folder / "cgroup.subtree_control").read_text().split()
    except OSError:
        return False


def _sweep(folder: Path) -> None:
    """Removes what a killed grader left behind."""
    try:
        names = os.listdir(folder)
    except OSError:
        return
    for name in names:
        match = re.fullmatch(rf"{_NAME}-(\d+)-\d+", name)
        if match and not Path(f"/proc/{match[1]}").exists():
            with contextlib.suppress(OSError):
                (folder / name).rmdir()
