"""Whatever dies or fails while a class is graded: grading again gives the same grades.

The quick part makes every step of the results and of the cache fail in this process; the long part
does it to whole gradings.
"""

from __future__ import annotations

import contextlib
import errno
import functools
import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent))
import faults
import room
import submissions

from autograder.classroom.cache import Cache
from autograder.report import CheckResult, Report
from autograder.reports.files import OutputError, write_atomic
from autograder.reports.site import Site
from autograder.text import Text

ROOT_ONLY = pytest.mark.skipif(os.getuid() != 0, reason="mounting a small disk needs root")
ERRORS = ("ENOSPC", "EIO", "EMFILE", "EACCES")


@pytest.fixture
def quick_disk(tmp_path) -> Iterator[Path]:
    """A folder in memory where there is one: hundreds of flushes to a real disk take minutes."""
    memory = Path("/dev/shm")
    where = memory if os.access(memory, os.W_OK) else tmp_path
    with tempfile.TemporaryDirectory(dir=where, prefix="kata-faults-") as folder:
        yield Path(folder)


def reports(points: float) -> list[Report]:
    check = CheckResult(
        name="test_x",
        task="x",
        title=Text(en="X", ja="X"),
        outcome="passed" if points else "failed",
        points=points,
        max_points=1.0,
        message=Text(en="Why.", ja="理由"),
        hint=Text(en="", ja=""),
    )
    return [
        Report(student=who, assignment="02_neuron", checks=(check,), seconds=1.0)
        for who in ("ann", "bob")
    ]


@functools.cache
def rendered(points: float) -> dict[str, bytes]:
    """Every file that a class's results consist of; drawing its pictures takes a second."""
    made = reports(points)
    with tempfile.TemporaryDirectory() as name:
        site = Site(name, "en", [report.student for report in made])
        for report in made:
            site.add(report)
        site.finish()
        return faults.contents(Path(name))


def write(out: Path, points: float) -> None:
    for name, data in rendered(points).items():
        write_atomic(out / name, data)


def in_child(work, *arguments: object) -> int:
    """Runs `work` in a forked process; its wait status."""
    pid = os.fork()
    if pid == 0:
        status = 70
        with contextlib.suppress(BaseException):
            status = work(*arguments)
        os._exit(status)
    return os.waitpid(pid, 0)[1]


def written_with_fault(out: Path, log: Path, at: int, do: str) -> int:
    """0 if all was written, 1 if a clear error came, 70 for anything else."""
    faults.arm(at=at, do=do, folders=[str(out)], who="main", log=str(log), main=True)
    try:
        write(out, 1.0)
    except OutputError as error:
        return 1 if error.text.ja and str(out) in error.text.en else 71
    return 0


def test_grades_are_whole_wherever_a_step_of_writing_fails_or_the_grader_dies(quick_disk):
    """Old grades or new ones, never a half; and writing again gives what was wanted."""
    write(quick_disk / "old", 0.0)
    write(quick_disk / "new", 1.0)
    old, new = faults.contents(quick_disk / "old"), faults.contents(quick_disk / "new")
    assert old != new
    tried = 0
    for do in ("KILL", *ERRORS):
        for at in range(1, 200):
            out, log = quick_disk / f"{do}{at}", quick_disk / f"{do}{at}.log"
            write(out, 0.0)
            status = in_child(written_with_fault, out, log, at, do)
            if not log.exists():
                assert status == 0
                break
            tried += 1
            # A folder whose list of names can't be flushed is the one error that is let pass.
            assert os.WIFSIGNALED(status) if do == "KILL" else os.WEXITSTATUS(status) in (0, 1)
            found = faults.contents(out)
            for name, data in found.items():
                if not name.endswith(".tmp"):
                    assert data in (old[name], new[name]), (do, at, name)
            assert set(old) <= set(found)
            if do != "KILL":
                assert set(found) == set(old), "a temporary file was left"
            write(out, 1.0)
            assert {k: v for k, v in faults.contents(out).items() if k in new} == new
    assert tried > 5 * 20


def cached_with_fault(folder: Path, log: Path, at: int, do: str) -> int:
    faults.arm(at=at, do=do, folders=[str(folder)], who="main", log=str(log), main=True)
    Cache(folder).put("ab" * 20, b"new" * 1000)
    return 0


def test_a_cache_entry_is_whole_or_not_there_wherever_writing_it_fails(quick_disk):
    tried = 0
    for do in ("KILL", *ERRORS):
        for at in range(1, 50):
            folder, log = quick_disk / f"{do}{at}", quick_disk / f"{do}{at}.log"
            status = in_child(cached_with_fault, folder, log, at, do)
            if not log.exists():
                break
            tried += 1
            assert os.WIFSIGNALED(status) if do == "KILL" else status == 0
            assert Cache(folder).get("ab" * 20) in (None, b"new" * 1000)
            Cache(folder).put("ab" * 20, b"new" * 1000)
            assert Cache(folder).get("ab" * 20) == b"new" * 1000
    assert tried >= 20


@ROOT_ONLY
def test_a_full_disk_costs_no_grade_that_was_there(tmp_path):
    disk = tmp_path / "disk"
    disk.mkdir()
    subprocess.run(["mount", "-t", "tmpfs", "-o", "size=256k", "none", disk], check=True)
    try:
        write(disk / "out", 0.0)
        old = faults.contents(disk / "out")
        with contextlib.suppress(OSError), open(disk / "filler", "wb", buffering=0) as file:
            while True:
                file.write(b"x" * 4096)
        with pytest.raises(OutputError) as caught:
            write(disk / "out", 1.0)
        assert "the disk is full" in caught.value.text.en
        assert faults.contents(disk / "out") == old
        Cache(disk / "cache").put("ab" * 20, b"x" * 100_000)
        assert Cache(disk / "cache").get("ab" * 20) is None
    finally:
        subprocess.run(["umount", disk], check=True)


def test_descriptors_run_out_with_a_clear_error(tmp_path):
    import resource

    def without_descriptors() -> int:
        write(tmp_path / "before", 1.0)  # imports what writing imports
        free = os.open(os.devnull, os.O_RDONLY)  # the lowest number that is free
        os.close(free)
        resource.setrlimit(resource.RLIMIT_NOFILE, (free, free))
        try:
            write(tmp_path / "out", 1.0)
        except OutputError as error:
            return 0 if os.strerror(errno.EMFILE) in error.text.en else 71
        return 72

    assert os.WEXITSTATUS(in_child(without_descriptors)) == 0


@pytest.mark.parametrize("jump", [-400 * 86_400, 400 * 86_400])
def test_a_clock_that_jumps_costs_no_entry_that_was_just_used(tmp_path, monkeypatch, jump):
    cache = Cache(tmp_path)
    now = time.time()
    monkeypatch.setattr(time, "time", lambda: now + jump)
    cache.put("ab" * 20, b"kept")
    assert cache.get("ab" * 20) == b"kept"
    monkeypatch.setattr(time, "time", lambda: now)
    assert cache.get("ab" * 20) == b"kept"
    cache.prune(days=1)
    assert cache.get("ab" * 20) == b"kept"


def grades(out: Path) -> list[dict]:
    """All results without the seconds that they took."""
    found = json.loads((out / "grades.json").read_text())["results"]
    return [{k: v for k, v in result.items() if k != "seconds"} for result in found]


@pytest.mark.hostile
@pytest.mark.parametrize("who", ["worker", "main"])
@pytest.mark.parametrize("do", ["KILL", "ENOSPC", "EIO", "EMFILE", "EACCES"])
def test_a_grading_that_is_hit_anywhere_and_run_again_gives_the_same_grades(tmp_path, who, do):
    """Steps spread over a whole grading, in the cache and in the results."""
    entries = [e for e in submissions.corpus() if e.name in ("os_exit0", "prints_a_lot")]
    clean = room.grade(entries, tmp_path / "clean")
    want = grades(tmp_path / "clean" / "out")
    assert not clean.problems
    for at in (1, 4, 9, 20):
        folder, log = tmp_path / str(at), tmp_path / f"{at}.log"
        kept = [str(folder / "out"), str(folder / "cache")]
        fault = {"at": at, "do": do, "folders": kept, "who": who, "log": str(log)}
        hit = room.grade(entries, folder, fault=fault)
        assert log.exists(), "no such step"
        assert "Traceback" not in hit.output
        if (folder / "out" / "grades.json").exists():
            json.loads((folder / "out" / "grades.json").read_text())
        again = room.grade_again(folder)
        assert again.returncode == 0, again.stdout + again.stderr
        assert grades(folder / "out") == want


@pytest.mark.hostile
def test_two_graders_on_one_output_and_one_cache_give_the_same_grades(tmp_path):
    entries = [e for e in submissions.corpus() if e.name in ("os_exit0", "prints_a_lot")]
    room.grade(entries, tmp_path / "class")
    want = grades(tmp_path / "class" / "out")
    for _ in range(2):
        both = [room.start_again(tmp_path / "class") for _ in range(2)]
        assert [p.wait(300) for p in both] == [0, 0]
        assert grades(tmp_path / "class" / "out") == want
    left = [p.name for p in (tmp_path / "class" / "out").rglob("*.tmp")]
    assert left == []


@pytest.mark.hostile
@pytest.mark.parametrize("killed", ["student", "worker", "grader"])
def test_a_process_that_is_killed_costs_nothing_but_time(tmp_path, killed):
    """kill -9 from outside, at moments spread over the grading; then the same again, unharmed."""
    entries = [e for e in submissions.corpus() if e.name in ("prints_a_lot", "slow_import")]
    room.grade(entries, tmp_path / "clean")
    want = grades(tmp_path / "clean" / "out")
    for number, wait in enumerate((0.5, 2.0, 4.0, 7.0)):
        folder = tmp_path / str(number)
        room.grade(entries, folder, prepare_only=True)
        process = room.start_again(folder)
        time.sleep(wait)
        room.kill_one(process, killed)
        process.wait(300)
        again = room.grade_again(folder)
        assert again.returncode == 0
        assert grades(folder / "out") == want
