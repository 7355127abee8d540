"""Free memory, as control groups of both versions limit it, read from made-up files."""

from __future__ import annotations

from pathlib import Path

import pytest

from autograder.machine import memory

GB = 1_000_000_000


def write(folder: Path, files: dict[str, object]) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    for name, content in files.items():
        (folder / name).write_text(f"{content}\n")


@pytest.fixture
def machine(tmp_path):
    """Makes the files of a machine with 20 GB free, whose process is in the group given."""

    def make(cgroup: str) -> Path:
        write(tmp_path / "proc" / "self", {"cgroup": cgroup})
        write(tmp_path / "proc", {"meminfo": f"MemTotal: 1 kB\nMemAvailable: {20 * 10**6} kB"})
        return tmp_path

    return make


def version_2(limit: object, used: int, inactive: int) -> dict[str, object]:
    stat = f"anon {used - inactive}\nfile {inactive}\nactive_file 0\ninactive_file {inactive}"
    return {"memory.max": limit, "memory.current": used, "memory.stat": stat}


def version_1(limit: int, used: int, inactive: int) -> dict[str, object]:
    stat = f"cache 0\ninactive_file 7\ntotal_cache {inactive}\ntotal_inactive_file {inactive}"
    names = ("memory.limit_in_bytes", "memory.usage_in_bytes", "memory.stat")
    return dict(zip(names, (limit, used, stat), strict=True))


def test_page_cache_that_can_be_dropped_counts_as_free_in_version_2(machine):
    root = machine("0::/")
    write(root / "sys/fs/cgroup", version_2(10 * GB, 9 * GB, 6 * GB))
    assert memory(root) == 10 * GB - (9 - 6) * GB


def test_page_cache_that_can_be_dropped_counts_as_free_in_version_1(machine):
    root = machine("9:cpu:/\n4:memory:/job/step\n0::/")
    write(root / "sys/fs/cgroup/memory/job/step", version_1(8 * GB, 5 * GB, 4 * GB))
    write(root / "sys/fs/cgroup/memory", version_1(2**63 - 4096, 50 * GB, 0))
    assert memory(root) == 8 * GB - (5 - 4) * GB


def test_the_tightest_group_above_counts(machine):
    root = machine("0::/slice/job")
    write(root / "sys/fs/cgroup/slice/job", version_2("max", 1 * GB, 0))
    write(root / "sys/fs/cgroup/slice", version_2(3 * GB, 1 * GB, 0))
    assert memory(root) == 2 * GB


def test_in_a_container_that_sees_the_hosts_path_the_topmost_group_counts(machine):
    root = machine("4:memory:/docker/0123")
    write(root / "sys/fs/cgroup/memory", version_1(4 * GB, 1 * GB, 0))
    assert memory(root) == 3 * GB


def test_without_a_limit_the_system_says_what_is_free(machine):
    root = machine("0::/user")
    write(root / "sys/fs/cgroup/user", version_2("max", 1 * GB, 0))
    assert memory(root) == 20 * 10**6 * 1024


def test_more_cache_than_is_used_never_frees_more_than_the_limit(machine):
    root = machine("0::/")
    write(root / "sys/fs/cgroup", version_2(10 * GB, 1 * GB, 2 * GB))
    assert memory(root) == 10 * GB


def test_a_system_that_does_not_say_gives_none(tmp_path):
    assert memory(tmp_path) is None
