"""A sandbox that runs what a test sends it."""

from __future__ import annotations

import contextlib
import json
import os
import shutil
import sys
import textwrap
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from autograder.boundary import sandbox
from autograder.boundary.sandbox import Limits, Sandbox

BROKEN = "The sandbox did not start"
"""A problem without a remedy: that is a defect of the sandbox, and no reason to skip its tests."""


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Skips the tests marked `needs_sandbox` where this machine allows no sandbox."""
    marked = [item for item in items if item.get_closest_marker("needs_sandbox")]
    problem = sandbox.problem() if marked else None
    if problem is not None and not problem.en.startswith(BROKEN):
        for item in marked:
            item.add_marker(pytest.mark.skip(reason=problem.en))


def pytest_configure(config: pytest.Config) -> None:
    config.addinivalue_line("markers", "needs_sandbox: starts a sandbox")


PACKAGE = Path(__file__).resolve().parents[2] / "autograder"
PROBE = Path(__file__).with_name("probe.py")


class Probe:
    """A running sandbox with `probe.py` inside."""

    def __init__(self, box: Sandbox):
        self.box = box
        self._lines = box.socket.makefile("rb")

    def send(self, code: str) -> None:
        self.box.socket.sendall(json.dumps(textwrap.dedent(code)).encode() + b"\n")

    def run(self, code: str, seconds: float = 60) -> Any:
        """What `code` named `answer`: the name of the OSError, or "Type: text", if it raised."""
        self.box.socket.settimeout(seconds)
        self.send(code)
        line = self._lines.readline()
        assert line, f"it ended: {self.box.printed}"
        return json.loads(line)

    def end(self, code: str, seconds: float = 60) -> str | None:
        """Why the process ended that runs `code` and is not stopped by anybody."""
        self.box.socket.settimeout(seconds)
        self.send(code)
        assert self._lines.readline() == b"", "it went on"
        self.box.close()
        return self.box.reason


@pytest.fixture(scope="module")
def kit(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder from which both `autograder` and `probe` can be imported."""
    folder = tmp_path_factory.mktemp("kit")
    (folder / "autograder").symlink_to(PACKAGE)
    shutil.copy(PROBE, folder / "probe.py")
    return folder


@pytest.fixture
def start(kit: Path) -> Iterator[Callable[..., Probe]]:
    """Starts a sandbox with the probe inside; every one is closed after the test."""
    with contextlib.ExitStack() as boxes:

        def start(isolation: str = "bubblewrap", **kwargs: Any) -> Probe:
            if isolation == "bubblewrap":
                kwargs["readonly"] = {"/kit/probe.py": PROBE} | kwargs.get("readonly", {})
            kwargs.setdefault("limits", Limits())
            box = Sandbox(command_module="probe", kit=kit, isolation=isolation, **kwargs)
            return Probe(boxes.enter_context(box))

        yield start


@pytest.fixture
def open_python(monkeypatch: pytest.MonkeyPatch) -> None:
    """A Python that other users may read, for tests where ours lies in a closed home."""
    version = f"python{sys.version_info.major}.{sys.version_info.minor}"
    found = [sys.executable, *(f"{folder}/{version}" for folder in ("/usr/local/bin", "/usr/bin"))]
    for python in map(Path, found):
        real = python.resolve()
        if real.is_file() and all(folder.stat().st_mode & 0o001 for folder in real.parents):
            monkeypatch.setattr(sys, "executable", str(python))
            return
    pytest.skip(f"no {version} that other users may read")


@pytest.fixture
def start_apart(tmp_path: Path, open_python: None) -> Iterator[Callable[..., Probe]]:
    """Starts the probe as a user of its own, from a kit that is closed to others."""
    kit = tmp_path / "kit"
    for room in ("boundary", "student"):
        shutil.copytree(PACKAGE / room, kit / "autograder" / room)
    shutil.copy(PACKAGE / "__init__.py", kit / "autograder")
    shutil.copy(PROBE, kit / "autograder/student/probe.py")
    kit.chmod(0o700)
    with contextlib.ExitStack() as boxes:

        def start(**kwargs: Any) -> Probe:
            kwargs.setdefault("limits", Limits())
            module = "autograder.student.probe"
            box = Sandbox(command_module=module, kit=kit, isolation="user", **kwargs)
            return Probe(boxes.enter_context(box))

        yield start


@pytest.fixture(scope="module")
def shared(kit: Path) -> Iterator[Probe]:
    """One sandbox for all tests of a file that neither harm nor fill it."""
    shown = {"/kit/probe.py": PROBE}
    with Sandbox(
        command_module="probe", kit=kit, isolation="bubblewrap", readonly=shown, limits=Limits()
    ) as box:
        yield Probe(box)


@pytest.fixture
def processes_with() -> Callable[[str], list[int]]:
    """The processes of this machine that have a word on their command line, after a moment."""

    def processes_with(word: str) -> list[int]:
        for _ in range(50):
            found = [pid for pid in _pids() if word in _command(pid)]
            if not found:
                return []
            time.sleep(0.02)
        return found

    return processes_with


def _pids() -> list[int]:
    return [int(name) for name in os.listdir("/proc") if name.isdigit()]


def _command(pid: int) -> str:
    try:
        return Path(f"/proc/{pid}/cmdline").read_bytes().replace(b"\0", b" ").decode("latin-1")
    except OSError:
        return ""
