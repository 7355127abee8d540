"""What this machine has for us: cores and free memory."""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path, PurePosixPath


@dataclass(frozen=True)
class _Files:
    """The names of a memory controller's files, in one version of control groups."""

    mount: str
    limit: str
    used: str
    cache: str
    """The line of `memory.stat` with the page cache that no process has used of late."""


_VERSION_1 = _Files(
    mount="sys/fs/cgroup/memory",
    limit="memory.limit_in_bytes",
    used="memory.usage_in_bytes",
    cache="total_inactive_file",
)
_VERSION_2 = _Files(
    mount="sys/fs/cgroup", limit="memory.max", used="memory.current", cache="inactive_file"
)


def cores() -> int:
    """Cores that this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def memory(root: Path = Path("/")) -> int | None:
    """Bytes that are free for us: what the system has, or what a control group's limit leaves.

    Page cache that the kernel drops when memory is wanted is free: used is what the group uses
    less its inactive files, which is how Docker and Kubernetes count it too.
    root: where `proc` and `sys` are.
    None where the system does not say: only Linux does.
    """
    try:
        lines = (root / "proc/meminfo").read_text().splitlines()
    except OSError:
        return None
    free = [int(line.split()[1]) * 1024 for line in lines if line.startswith("MemAvailable")]
    free += [left for folder, files in _groups(root) if (left := _left(folder, files)) is not None]
    return max(0, min(free)) if free else None


def _groups(root: Path) -> Iterator[tuple[Path, _Files]]:
    """The control groups that limit our memory: our own and those above it.

    In a container the path to our own may be the host's; then the topmost is the container's.
    """
    try:
        lines = (root / "proc/self/cgroup").read_text().splitlines()
    except OSError:
        return
    for line in lines:
        number, controllers, path = line.split(":", 2)
        if number == "0":
            files = _VERSION_2
        elif "memory" in controllers.split(","):
            files = _VERSION_1
        else:
            continue
        own = PurePosixPath(path.lstrip("/"))
        for group in (own, *own.parents):
            yield root / files.mount / group, files


def _left(folder: Path, files: _Files) -> int | None:
    """What the group's limit leaves, in bytes; None without a limit, or without such a group."""
    try:
        limit = int((folder / files.limit).read_text())
        used = int((folder / files.used).read_text())
        stat = dict(line.split() for line in (folder / "memory.stat").read_text().splitlines())
        return limit - max(0, used - int(stat.get(files.cache, 0)))
    except (OSError, ValueError):  # no such file, or "max": no limit
        return None
