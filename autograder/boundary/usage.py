"""Measures what a tree of processes uses, from the outside."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path

_PAGE = os.sysconf("SC_PAGE_SIZE")
_TICKS = os.sysconf("SC_CLK_TCK")
_INODE = 1024
"""Bytes of kernel memory that an empty file in memory takes, about."""


@dataclass(frozen=True, kw_only=True)
class Usage:
    memory: int
    """Bytes in memory, of all processes and of the files in `folders`."""
    seconds_cpu: float
    tasks: int
    """Processes and threads."""


class Tree:
    """A process and everything it has started.

    In a process-id namespace nothing leaves the tree: an orphan becomes a child of its first
    process. Elsewhere a daemon does leave.
    """

    def __init__(self, pid: int, folders: tuple[str, ...] = ()):
        """folders: names, as the process sees them, of folders that are kept in memory."""
        self._pid = pid
        self._folders = folders

    def measure(self, *, enough: int) -> Usage:
        """What the tree uses now; zeros when it has ended.

        enough: bytes of memory. Pages that processes share are counted once only when the sum
        exceeds this, since that takes the kernel milliseconds.
        """
        memory = tasks = 0
        seconds = 0.0
        pids = self._pids()
        for pid in pids:
            try:
                # The name in parentheses may hold anything; the numbers follow the last one.
                fields = Path(f"/proc/{pid}/stat").read_bytes().rpartition(b")")[2].split()
            except (FileNotFoundError, ProcessLookupError):
                continue
            seconds += sum(int(ticks) for ticks in fields[11:15]) / _TICKS
            tasks += int(fields[17])
            memory += int(fields[21]) * _PAGE
        files = sum(self._folder(name) for name in self._folders)
        if memory + files > enough and len(pids) > 1:
            memory = sum(_proportional(pid) for pid in pids)
        return Usage(memory=memory + files, seconds_cpu=seconds, tasks=tasks)

    def _pids(self) -> list[int]:
        found, todo = [], [self._pid]
        while todo:
            pid = todo.pop()
            found.append(pid)
            try:
                for task in os.listdir(f"/proc/{pid}/task"):
                    children = Path(f"/proc/{pid}/task/{task}/children").read_bytes()
                    todo += [int(child) for child in children.split()]
            except (FileNotFoundError, ProcessLookupError):
                continue  # it ended; so its children are on their way to the first process
        return found

    def _folder(self, name: str) -> int:
        try:
            disk = os.statvfs(f"/proc/{self._pid}/root{name}")
        except (FileNotFoundError, ProcessLookupError, PermissionError):
            return 0
        blocks = (disk.f_blocks - disk.f_bfree) * disk.f_frsize
        return blocks + (disk.f_files - disk.f_ffree) * _INODE


def _proportional(pid: int) -> int:
    """Bytes in memory of one process, where a page shared by n counts 1/n."""
    try:
        for line in Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines():
            if line.startswith("Pss:"):
                return int(line.split()[1]) * 1024
    except (FileNotFoundError, ProcessLookupError):
        return 0
    except PermissionError:
        pass
    try:
        return int(Path(f"/proc/{pid}/statm").read_text().split()[1]) * _PAGE
    except (FileNotFoundError, ProcessLookupError):
        return 0
