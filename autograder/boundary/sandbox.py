"""A student's process, confined by bubblewrap, that ends with all it has started.

    with Sandbox(limits=Limits(), isolation="bubblewrap") as box:
        box.socket.sendall(…)

The other end of `socket` is descriptor 3 of the process, which runs `main(3)` of a module.
"""

from __future__ import annotations

import functools
import os
import select
import signal
import socket
import threading
import time
from collections.abc import Mapping
from pathlib import Path
from typing import Literal

from autograder.boundary import apart, launch
from autograder.boundary.limits import Limits
from autograder.boundary.output import readable
from autograder.boundary.trouble import SandboxError, unwatched, why_not
from autograder.boundary.usage import Usage
from autograder.text import Text

__all__ = ["Limits", "Sandbox", "SandboxError", "problem"]

Isolation = Literal["bubblewrap", "user", "none"]
_LAUNCH = {"bubblewrap": launch.confined, "user": apart.apart, "none": launch.plain}
_KIT = Path(__file__).resolve().parents[2]
_LOOK = 0.1
"""Seconds between two measurements of memory, CPU time and tasks."""
_LOOK_CLOSELY = 0.02
"""The same once half of the memory is used."""
_SPARE = 8
"""Tasks above the limit that the kernel holds: those of bubblewrap, and some that are ending."""
_CLOSED = ""
_GRACE = 1.0
"""Seconds for a process that has hung up to end by itself, so that we learn how it ended."""


class Sandbox:
    """One student's process.

    Its socket is the only way in and out. Whatever it prints is drained, the end of it kept for a
    diagnosis. Close it, or use it as a context manager: after that nothing of it is left.
    """

    def __init__(
        self,
        *,
        limits: Limits,
        isolation: Isolation,
        command_module: str = "autograder.student.__main__",
        kit: Path = _KIT,
        readonly: Mapping[str, Path] | None = None,
        environment: Mapping[str, str] | None = None,
    ):
        """Returns once the module is imported. Raises `SandboxError` when it can't be.

        command_module: a module with `main(fd)`, importable inside.
        kit: the folder that holds the package; only the student's side of it is shown.
        readonly: absolute name inside → file or folder here, for isolation "bubblewrap". Where
            the grader is root, others must be allowed to read it.
        environment: variables beside HOME, LANG, PATH and TMPDIR. Nothing is inherited.
        isolation: "user" is for a container that holds this one submission and allows no
            bubblewrap: `autograder.boundary.apart` says what it gives. "none" limits and ends the
            process but hides nothing from it, and a daemon of it stays; for code that is trusted
            like one's own.
        """
        if isolation != "bubblewrap" and readonly:
            raise ValueError("readonly names exist only in a sandbox")
        for name in readonly or {}:
            if not name.startswith("/") or ".." in name.split("/"):
                raise ValueError(f"{name!r} should be an absolute path")
        self._order = launch.Order(
            module=command_module,
            kit=Path(kit).resolve(),
            readonly={name: Path(path).resolve() for name, path in (readonly or {}).items()},
            environment=dict(environment or {}),
            limits=limits,
        )
        self._launch = _LAUNCH[isolation]
        self._launched: launch.Launched | None = None
        self._failure: BaseException | None = None
        self._started = threading.Event()
        self.reason: str | None = None
        """After the end: "memory", "cpu", "processes" or "exited 139 (SIGSEGV)".

        None before, and when it was ended by `close` and not by its own doing.
        """
        self.returncode: int | None = None
        """After the end: the exit status, which is 128 + its number after a signal."""
        self.socket, self._inner = socket.socketpair()
        self._witness = self.socket.dup()  # still tells who hung up when `socket` is closed
        self._stop, self._stopped = os.pipe()
        # bubblewrap dies with the thread that started it: this one lives as long as the sandbox.
        self._keeper = threading.Thread(target=self._keep, name="sandbox", daemon=True)
        self._keeper.start()
        self._started.wait()
        if self._failure is not None:
            self.close()
            raise self._failure

    @property
    def pid(self) -> int:
        """The first process in the sandbox, as seen from here."""
        assert self._launched is not None
        return self._launched.pid

    @property
    def printed(self) -> str:
        """The last 64 KiB of what the process wrote to its standard streams."""
        return self._launched.drain.text() if self._launched else ""

    def memory(self) -> int:
        """Bytes that the process, its children and its files in memory take now."""
        assert self._launched is not None
        return self._launched.tree.measure(enough=self._order.limits.memory_bytes).memory

    def kill(self) -> None:
        """Ends the process and all it has started; returns when they are gone."""
        if self._stopped >= 0:
            os.close(self._stopped)
            self._stopped = -1
        self._keeper.join()

    def close(self) -> None:
        """Ends everything and closes the socket. May be called again."""
        self.socket.close()
        self.kill()
        self._witness.close()

    def __enter__(self) -> Sandbox:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def _keep(self) -> None:
        """The whole life of the process, in one thread."""
        try:
            try:
                self._launched = self._launch(self._order, self._inner)
            except OSError as error:
                self._failure = SandboxError(why_not(str(error)))
                self._failure.__cause__ = error
                return
            except BaseException as error:  # noqa: BLE001 - raised again by the other thread
                self._failure = error
                return
            finally:
                self._inner.close()
                self._started.set()
            why: str | None = "not watched"  # should the watch itself fail
            try:
                why = self._watch(self._launched)
            finally:
                self.returncode = self._launched.kill()
                if self._launched.out_of_memory():
                    why = "memory"
                self.reason = self._ended() if why is None else why or None
                self._launched.release()
        finally:
            os.close(self._stop)

    def _watch(self, launched: launch.Launched) -> str | None:
        """Waits for the end; why it is to be ended: a limit, `_CLOSED`, or None if it has ended."""
        limits = self._order.limits
        next_look = 0.0
        patience: float | None = None
        while True:
            now = time.monotonic()
            watched = [] if patience else [self._stop]
            watched += [] if launched.drain.ended else [launched.drain.fd]
            soonest = min(next_look, now + 0.01) if patience else next_look
            ready = readable(watched, max(0.0, soonest - now))
            if launched.drain.fd in ready and launched.drain.read():
                time.sleep(0.005)  # a flood must not take the grader's processor
            if launched.process.poll() is not None:
                return None
            if self._stop in ready:
                if not self._hung_up():
                    return _CLOSED
                patience = time.monotonic() + _GRACE
            if patience and time.monotonic() > patience:
                return _CLOSED
            if time.monotonic() >= next_look:
                usage = launched.tree.measure(enough=limits.memory_bytes)
                if reason := _beyond(usage, limits):
                    return reason
                if launched.out_of_memory():
                    return "memory"
                half_full = usage.memory > limits.memory_bytes / 2
                next_look = time.monotonic() + (_LOOK_CLOSELY if half_full else _LOOK)

    def _hung_up(self) -> bool:
        """Whether the other side has closed its end, as a process that ends does."""
        poll = select.poll()
        poll.register(self._witness, 0)
        return any(event & select.POLLHUP for _, event in poll.poll(0))

    def _ended(self) -> str:
        assert self.returncode is not None
        if self.returncode == 128 + signal.SIGXCPU:
            return "cpu"
        try:
            name = f" ({signal.Signals(self.returncode - 128).name})"
        except ValueError:
            name = ""
        return f"exited {self.returncode}{name}"


def _beyond(usage: Usage, limits: Limits) -> str | None:
    """The limit that is exceeded, if any."""
    if usage.memory > limits.memory_bytes:
        return "memory"
    if usage.seconds_cpu > limits.seconds_cpu:
        return "cpu"
    return "processes" if usage.tasks > limits.processes + _SPARE else None


@functools.cache
def problem(isolation: Isolation = "bubblewrap") -> Text | None:
    """Why no sandbox can run here, with the command that helps; None where one can.

    It is tried, once a process: a sandbox is started, and the process looks around inside.
    """
    try:
        with Sandbox(limits=Limits(), isolation=isolation) as box:
            return None if box.memory() else unwatched()
    except SandboxError as error:
        return error.text
