"""What one student's process may use."""

from __future__ import annotations

import os
from dataclasses import dataclass, field

MIB = 1024 * 1024


def _enough_threads() -> int:
    """128, or more on a large machine: TensorFlow needs 24, and starts several for each core."""
    return max(128, 64 + 4 * (os.cpu_count() or 1))


@dataclass(frozen=True, kw_only=True)
class Limits:
    """Upper bounds for one student's process and everything it starts. Sizes are in bytes."""

    seconds_cpu: int = 600
    """CPU time of all processes together, in seconds; wall time is the caller's to watch."""
    memory_bytes: int = 3 * 1024 * MIB
    """Memory of all processes together, files kept in memory included."""
    processes: int = field(default_factory=_enough_threads)
    """Processes and threads, together."""
    files: int = 256
    """Open files of one process."""
    file_bytes: int = 256 * MIB
    """One file."""
    work_bytes: int = 256 * MIB
    """The folder the code works in."""
    home_bytes: int = 16 * MIB
    """The home folder, and as much again in /tmp."""
    shm_bytes: int = 64 * MIB
    """Shared memory (/dev/shm)."""

    def rlimits(self) -> dict[str, int]:
        """Limits the kernel holds for each process, by their names in module `resource`.

        DATA and not AS: TensorFlow reserves gigabytes of addresses that it never uses.
        """
        return {
            "RLIMIT_CORE": 0,
            "RLIMIT_CPU": self.seconds_cpu,
            "RLIMIT_DATA": self.memory_bytes,
            "RLIMIT_FSIZE": self.file_bytes,
            "RLIMIT_MEMLOCK": 0,
            "RLIMIT_MSGQUEUE": 0,
            "RLIMIT_NOFILE": self.files,
            "RLIMIT_NPROC": self.processes,
        }
