"""A student's process as a user of its own, for containers that allow no bubblewrap."""

from __future__ import annotations

import os
import socket
import sys
import time
from pathlib import Path

import pytest

from autograder.boundary import sandbox, seccomp
from autograder.boundary.sandbox import Limits, Sandbox, SandboxError

needs_root = pytest.mark.skipif(os.geteuid() != 0, reason="only root can become another user")


@needs_root
def test_it_is_an_ordinary_user_that_cannot_become_more(start_apart):
    probe = start_apart()
    found = probe.run(
        """
        import os
        answer = [*os.getresuid(), *os.getresgid(), *os.getgroups()]
        """
    )
    assert len(set(found)) == 1
    assert min(found) >= 0x70000000
    status = probe.run("answer = open('/proc/self/status').read()")
    lines = dict(line.split(":\t", 1) for line in status.splitlines() if ":\t" in line)
    assert {int(lines[name], 16) for name in ("CapInh", "CapPrm", "CapEff", "CapAmb")} == {0}
    assert (lines["NoNewPrivs"].strip(), lines["Seccomp"].strip()) == ("1", "2")
    assert probe.run("os.setuid(0)") == "EPERM"
    assert probe.run("os.chown('/tmp', 0, 0)") == "EPERM"


@needs_root
def test_what_root_has_closed_stays_closed(start_apart, tmp_path):
    secret = tmp_path / "closed"
    secret.mkdir(mode=0o700)
    (secret / "checks.py").write_text("answer = 42")
    probe = start_apart()
    for code in (
        f"open('{secret}/checks.py')",
        f"os.listdir('{secret}')",
        f"open('{tmp_path}/kit/autograder/student/probe.py')",
        f"open('/proc/{os.getpid()}/environ')",
        f"open('/proc/{os.getpid()}/mem', 'rb')",
        f"os.listdir('/proc/{os.getpid()}/fd')",
        "open('/etc/shadow')",
        "open('/usr/planted', 'w')",
    ):
        assert probe.run(f"import os; {code}") == "EACCES", code
    assert probe.run(f"os.kill({os.getpid()}, 0)") == "EPERM"


@needs_root
def test_it_reaches_no_network(start_apart):
    with socket.create_server(("127.0.0.1", 0)) as listener:
        port = listener.getsockname()[1]
        probe = start_apart()
        code = f"import socket; socket.create_connection(('127.0.0.1', {port}), 2)"
        assert probe.run(code) == "EPERM"
    assert probe.run("socket.socket(socket.AF_INET6)") == "EPERM"
    assert probe.run("socket.socket(socket.AF_NETLINK, socket.SOCK_DGRAM)") == "EPERM"
    assert probe.run("a, b = socket.socketpair(); a.send(b'x'); answer = b.recv(1).decode()") == "x"


@needs_root
def test_it_works_in_folders_of_its_own_that_are_gone_afterwards(start_apart):
    probe = start_apart(environment={"GIVEN": "yes"})
    found = probe.run(
        """
        import os, tempfile, numpy
        open("mine", "w").write("x")
        tempfile.NamedTemporaryFile().close()
        answer = [os.getcwd(), os.environ["HOME"], os.environ["GIVEN"], "PYTHONPATH" in os.environ]
        """
    )
    work, home, *rest = found
    assert rest == ["yes", False]
    assert os.path.isfile(f"{work}/mine")
    probe.box.close()
    assert not os.path.exists(work)
    assert not os.path.exists(home)


@needs_root
def test_a_daemon_ends_with_it(start_apart):
    probe = start_apart()
    daemon = probe.run(
        """
        import os, signal, time
        if os.fork() == 0:
            os.setsid()
            if os.fork():
                os._exit(0)
            signal.signal(signal.SIGTERM, signal.SIG_IGN)
            open("pid", "w").write(str(os.getpid()))
            time.sleep(300)
        while not os.path.exists("pid") or not (answer := open("pid").read()):
            time.sleep(0.01)
        answer = int(answer)
        """
    )
    os.kill(daemon, 0)
    probe.box.close()
    for _ in range(100):
        if not os.path.exists(f"/proc/{daemon}"):
            return
        time.sleep(0.05)
    state = Path(f"/proc/{daemon}/stat").read_text().rpartition(")")[2].split()[0]
    assert state == "Z", "it lives on"


@needs_root
def test_its_memory_is_limited(start_apart):
    probe = start_apart(limits=Limits(memory_bytes=300 * 1024 * 1024))
    assert probe.run("x = bytearray(1 << 29)") == "MemoryError: "
    reason = probe.end(
        """
        import os, time
        for _ in range(3):
            if os.fork() == 0:
                x = bytearray(b"x") * (150 << 20)
                time.sleep(60)
        time.sleep(60)
        """
    )
    assert reason == "memory"


@needs_root
def test_two_are_two_users(start_apart):
    one, two = start_apart(), start_apart()
    users = [probe.run("import os; answer = os.getuid()") for probe in (one, two)]
    assert users[0] != users[1]
    assert one.run(f"os.kill({two.box.pid}, 9)") == "EPERM"


def test_who_is_not_root_is_told_so(monkeypatch):
    monkeypatch.setattr(os, "geteuid", lambda: 1000)
    with pytest.raises(SandboxError, match="Only root can start a process as another user"):
        Sandbox(limits=Limits(), isolation="user")


@needs_root
@pytest.mark.usefixtures("open_python")
def test_without_the_filter_it_refuses_to_run(monkeypatch):
    """With bubblewrap's rules, where sockets of the internet families stay."""
    rules = seccomp.program()
    monkeypatch.setattr(seccomp, "program", lambda **_: rules)
    sandbox.problem.cache_clear()
    problem = sandbox.problem("user")
    sandbox.problem.cache_clear()
    assert "not confined: it may make connections" in problem.en


@needs_root
def test_a_python_in_a_closed_folder_is_named(monkeypatch, tmp_path):
    python = tmp_path / "home" / "bin" / "python3"
    python.parent.mkdir(parents=True)
    (tmp_path / "home").chmod(0o700)
    monkeypatch.setattr(sys, "executable", str(python))
    with pytest.raises(SandboxError, match=f"Python lies in {tmp_path}/home, which only its owner"):
        Sandbox(limits=Limits(), isolation="user")
