"""Takes one protection away, so that it can be seen which hostile submissions get through.

Used by the tests alone. A sandbox looks around before it runs a submission and refuses if it is not
confined; that look is switched off too, or nothing at all would run.
"""

from __future__ import annotations

import fcntl
import json
import os
import pathlib
import struct
import subprocess
import time
import zipfile
from pathlib import Path
from typing import Any

from autograder.boundary import cgroup, launch, limits, mounts, sandbox, seccomp, wire
from autograder.grading import gather
from autograder.reports import grades_csv, html

_ALLOW_ALL = struct.pack("HBBI", 0x06, 0, 0, 0x7FFF0000)
"""A filter of system calls with one instruction: allow."""


def _unguarded(change: Any = None) -> None:
    """Starts submissions without the look around; `change` may alter the other settings."""
    python = launch.python_command

    def careless(*args: Any, **kwargs: Any) -> list[str]:
        command = python(*args, **kwargs)
        settings = json.loads(command[-1])
        settings["confined"] = ""
        if change is not None:
            change(settings)
        return [*command[:-1], json.dumps(settings)]

    launch.python_command = careless


def _without(*words: str) -> None:
    """Leaves options of bubblewrap out."""
    arguments = mounts.arguments

    def fewer(**kwargs: Any) -> list[str]:
        found = arguments(**kwargs)
        for word in words:
            while word in found:
                found.remove(word)
        return found

    mounts.arguments = fewer
    _unguarded()


def _network() -> None:
    _without("--unshare-net")


def _pid_namespace() -> None:
    _without("--unshare-pid", "--die-with-parent")


def _ipc_namespace() -> None:
    """System V objects live in it; the filter of system calls would hide that it is gone."""
    _without("--unshare-ipc")
    _seccomp()


def _seccomp() -> None:
    seccomp.program = lambda **_: _ALLOW_ALL


def _user() -> None:
    _unguarded(lambda settings: settings.update(uid=None))


def _environment() -> None:
    popen = subprocess.Popen

    def generous(*args: Any, **kwargs: Any) -> Any:
        return popen(*args, **{**kwargs, "env": {**os.environ, **kwargs.get("env", {})}})

    launch.subprocess = type("module", (), {**vars(subprocess), "Popen": staticmethod(generous)})


def _read_only() -> None:
    remount = mounts.arguments

    def writable(**kwargs: Any) -> list[str]:
        found = remount(**kwargs)
        for folder in ("/dev", "/"):
            at = next(
                i for i, w in enumerate(found) if w == "--remount-ro" and found[i + 1] == folder
            )
            del found[at : at + 2]
        return found

    mounts.arguments = writable
    _unguarded(lambda settings: settings.update(uid=None))


def _hidden_files() -> None:
    arguments = mounts.arguments

    def open_house(**kwargs: Any) -> list[str]:
        found = arguments(**kwargs)
        at = found.index("--remount-ro")
        return [*found[:at], "--ro-bind", "/", "/mnt", *found[at:]]

    mounts.arguments = open_house


def _memory() -> None:
    limits.Limits.rlimits = lambda self: {"RLIMIT_NPROC": 200, "RLIMIT_CPU": 120}
    cgroup.make = lambda limits: None
    sandbox._beyond = lambda usage, limits: None


def _deadline() -> None:
    wire.Channel._wait = lambda self, deadline: self._socket.settimeout(None)


def _frame_size() -> None:
    wire.MAX_HEADER = 1 << 40


def _descriptors() -> None:
    """Lets a submission inherit a file that the grader has open; two places close such files."""
    popen, arguments = subprocess.Popen, mounts.arguments
    secret = os.open(str(Path(os.environ["HOME"], "gradebook.db")), os.O_RDONLY)
    inside = Path(launch.__file__).with_name("inside.py")
    copy = Path(os.environ["HOME"], "inside.py")
    copy.write_text(inside.read_text().replace("os.closerange(", "(lambda *_: None)("))

    def leaking(*args: Any, **kwargs: Any) -> Any:
        return popen(*args, **{**kwargs, "pass_fds": (*kwargs.get("pass_fds", ()), secret)})

    def with_copy(**kwargs: Any) -> list[str]:
        found = arguments(**kwargs)
        at = found.index("--remount-ro")
        place = f"{mounts.KIT}/autograder/boundary/inside.py"
        return [*found[:at], "--ro-bind", str(copy), place, *found[at:]]

    launch.subprocess = type("module", (), {**vars(subprocess), "Popen": staticmethod(leaking)})
    mounts.arguments = with_copy


def _seals() -> None:
    control = fcntl.fcntl

    def unsealed(descriptor: int, command: int, *value: int) -> int:
        return 0 if command == fcntl.F_ADD_SEALS else control(descriptor, command, *value)

    fcntl.fcntl = unsealed


def _escaping() -> None:
    environment = html._environment()
    environment.autoescape = False
    environment.filters.update(prose=lambda text: html.Markup(text))


def _csv() -> None:
    grades_csv.harmless = lambda cell: cell


def _zip() -> None:
    def naive(name: str, data: bytes) -> dict[str, bytes]:
        import io

        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            return {m: archive.read(m) for m in archive.namelist() if not m.startswith(("/", "."))}

    gather._unzip = naive


def _links() -> None:
    pathlib.Path.is_symlink = lambda self: False


def _trust() -> None:
    """Takes over points that a submission's own answer claims."""
    from autograder.grading import session

    def believing(self: Any, question: dict[str, Any], seconds: float) -> dict[str, Any]:
        assert self._channel is not None
        self._count += 1
        self._channel.send({"n": self._count, **question})
        answer = self._channel.receive(deadline=time.monotonic() + seconds)
        return {"ok": True, "value": 0, "errors": [], "printed": "", **answer}

    session.InSandbox._exchange = believing


def _bubblewrap() -> None:
    """Not installed."""
    launch.shutil = type("module", (), {"which": staticmethod(lambda *a, **k: None)})


def _user_namespaces() -> None:
    """Refused, as in a container: bubblewrap says so and ends."""
    folder = Path(os.environ["TMPDIR"]).parent / "bin"
    folder.mkdir(exist_ok=True)
    script = folder / "bwrap"
    script.write_text(
        "#!/bin/sh\necho 'bwrap: No permissions to create a new namespace' >&2\nexit 1\n"
    )
    script.chmod(0o755)
    launch.shutil = type("module", (), {"which": staticmethod(lambda *a, **k: str(script))})


OFF = {
    "bubblewrap": _bubblewrap,
    "user namespaces": _user_namespaces,
    "network": _network,
    "pid namespace": _pid_namespace,
    "ipc namespace": _ipc_namespace,
    "seccomp": _seccomp,
    "unprivileged user": _user,
    "environment": _environment,
    "read-only root": _read_only,
    "hidden files": _hidden_files,
    "memory limits": _memory,
    "deadline": _deadline,
    "frame size": _frame_size,
    "descriptors": _descriptors,
    "sealed images": _seals,
    "escaping": _escaping,
    "csv": _csv,
    "zip": _zip,
    "links": _links,
    "answers are numbered": _trust,
}
