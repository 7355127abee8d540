"""What a grading left behind or let be seen, looked for from outside."""

from __future__ import annotations

import contextlib
import csv
import ctypes
import hashlib
import os
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

MARK = "KATA-CANARY"
"""What a thief may look for; behind it stand letters that differ in every run."""
LEFT = "kata-hostile-left"
"""What an attack calls the things that it tries to leave behind."""
_PR_SET_CHILD_SUBREAPER = 36


def digest(folder: Path) -> str:
    found = hashlib.sha256()
    for path in sorted(folder.rglob("*")):
        found.update(str(path.relative_to(folder)).encode("utf-8", "surrogateescape"))
        if path.is_file() and not path.is_symlink():
            found.update(path.read_bytes())
    return found.hexdigest()


def seen(graded: Any) -> Iterator[str]:
    """Every place that a student may see and that holds the canary's secret half."""
    secret = graded.canary.removeprefix(MARK).encode()
    if secret in graded.output.encode():
        yield "the terminal"
    for path in sorted((graded.folder / "out").rglob("*")):
        if path.is_file() and secret in path.read_bytes():
            yield str(path.relative_to(graded.folder))


def harmful(graded: Any) -> Iterator[str]:
    """What would do something to whoever opens a page, a table or the terminal's output."""
    for page in sorted((graded.folder / "out").rglob("*.html")):
        text = page.read_text(encoding="utf-8")
        if any(bad in text for bad in ("<script>alert", "<svg onload", "<img src=x")):
            yield f"a submission's markup is markup in {page.name}"
        if "Content-Security-Policy" not in text:
            yield f"{page.name} has no Content-Security-Policy"
    table = graded.folder / "out" / "grades.csv"
    if table.is_file():
        with table.open(encoding="utf-8-sig", newline="") as file:
            for row in csv.reader(file):
                for cell in row:
                    if cell.startswith(("=", "+", "@", "\t", "\r")):
                        yield f"a formula in grades.csv: {cell[:60]!r}"
    if any(bad in graded.output for bad in ("\x1b", "\u202e", "\x07")):
        yield "control characters on the terminal"


def left_behind() -> set[str]:
    """Everything with the attacks' mark, or of a sandbox's user, outside of sandboxes."""
    found = set()
    for folder in ("/tmp", "/var/tmp", "/dev/shm", "/run", "/"):
        with contextlib.suppress(OSError):
            found |= {f"{folder}/{n}" for n in os.listdir(folder) if n.startswith(LEFT)}
    for kind in ("shm", "sem", "msg"):
        with contextlib.suppress(OSError):
            for line in Path(f"/proc/sysvipc/{kind}").read_text().splitlines()[1:]:
                if any(n.isdecimal() and int(n) == 0x6B617461 for n in line.split()[:1]):
                    found.add(f"System V {kind}: {line.strip()}")
    return found


def groups_left(pids: Path) -> Iterator[str]:
    """Control groups that processes of this grading have made and not removed."""
    ours = set(pids.read_text().split()) if pids.is_file() else set()
    root = Path("/sys/fs/cgroup")
    for path in [*root.glob("**/neural-kata-*")] if root.is_dir() else []:
        if path.name.split("-")[2] in ours:
            yield f"control group left: {path.name}"


@contextlib.contextmanager
def adopting():
    """Orphans of what is started inside become ours; the value tells which there are."""
    libc = ctypes.CDLL(None, use_errno=True)
    libc.prctl(_PR_SET_CHILD_SUBREAPER, 1, 0, 0, 0)
    before = set(_children())

    def left() -> list[str]:
        for _ in range(50):  # what was killed may still be on its way out
            found = {pid: text for pid, text in _children().items() if pid not in before}
            if not found:
                return []
            for pid in found:
                with contextlib.suppress(ChildProcessError):
                    os.waitpid(pid, os.WNOHANG)
            time.sleep(0.05)
        found = {pid: text for pid, text in _children().items() if pid not in before}
        for pid in found:
            with contextlib.suppress(ProcessLookupError):
                os.kill(pid, 9)
        return list(found.values())

    try:
        yield left
    finally:
        libc.prctl(_PR_SET_CHILD_SUBREAPER, 0, 0, 0, 0)


def _children() -> dict[int, str]:
    found = {}
    for task in os.listdir("/proc/self/task"):
        with contextlib.suppress(OSError):
            for pid in Path(f"/proc/self/task/{task}/children").read_text().split():
                with contextlib.suppress(OSError):
                    line = Path(f"/proc/{pid}/cmdline").read_bytes().replace(b"\0", b" ")
                    found[int(pid)] = line.decode("utf-8", "replace")[:120] or "(ended)"
    return found
