"""Starting a sandbox, why it may not start, and processes without one."""

from __future__ import annotations

import os
import shutil
import sys
import time
from pathlib import Path

import pytest

from autograder.boundary import cgroup, launch, sandbox, seccomp, trouble
from autograder.boundary.limits import Limits
from autograder.boundary.sandbox import Sandbox, SandboxError

needs_sandbox = pytest.mark.needs_sandbox


@pytest.fixture
def ask_again():
    """`problem` remembers its answer; forget it before and after."""
    sandbox.problem.cache_clear()
    yield
    sandbox.problem.cache_clear()


def _default(**kwargs) -> Sandbox:
    return Sandbox(limits=Limits(), isolation="bubblewrap", **kwargs)


@needs_sandbox
def test_the_students_side_answers_from_inside():
    from autograder.boundary import wire

    with _default() as box:
        channel = wire.Channel(box.socket, max_send=1 << 20, max_receive=1 << 20)
        cells = [("def double(x): return 2 * x", "cell 1")]
        load = {"op": "load", "module": "m", "cells": cells, "files": {}, "display": False}
        channel.send({"n": 1, **load})
        answer = channel.receive(deadline=time.monotonic() + 60)
    assert answer["ok"] is True
    assert answer["errors"] == []


@needs_sandbox
@pytest.mark.slow
def test_tensorflow_trains_and_graphviz_draws_inside(start):
    code = """
        import os
        import numpy as np
        from tensorflow import keras
        model = keras.Sequential([keras.Input((4,)), keras.layers.Dense(2)])
        model.compile("adam", "mse")
        history = model.fit(np.zeros((64, 4)), np.zeros((64, 2)), epochs=1, verbose=0)
        keras.utils.plot_model(model, "model.png")
        answer = [len(history.history["loss"]), os.path.getsize("model.png") > 1000]
    """
    assert start().run(code, seconds=300) == [1, True]


@pytest.mark.usefixtures("ask_again")
def test_without_bubblewrap_it_says_how_to_install_it(monkeypatch):
    monkeypatch.setattr(shutil, "which", lambda *args, **kwargs: None)
    problem = sandbox.problem()
    assert problem.en.endswith("sudo apt-get install bubblewrap")
    assert "sudo apt-get install bubblewrap" in problem.ja
    with pytest.raises(SandboxError, match="needs bubblewrap"):
        _default()


@pytest.mark.usefixtures("ask_again")
@pytest.mark.parametrize(
    ("name", "command"),
    [
        ("libseccomp2", "sudo apt-get install libseccomp2"),
        ("pyseccomp", f"{sys.executable} -m pip install pyseccomp"),
    ],
)
def test_without_filters_of_system_calls_it_refuses(monkeypatch, name, command):
    def program(**_: object):
        raise seccomp.NoSeccomp(name)

    monkeypatch.setattr(seccomp, "program", program)
    problem = sandbox.problem()
    assert problem.en.endswith(command)
    assert command in problem.ja


@pytest.mark.usefixtures("ask_again")
def test_a_process_whose_memory_cannot_be_watched_is_refused(monkeypatch):
    monkeypatch.setattr(Sandbox, "memory", lambda self: 0)
    if launch.shutil.which("bwrap") is None:
        pytest.skip("no bubblewrap")
    assert "can't be watched" in sandbox.problem().en


@pytest.mark.usefixtures("ask_again")
def test_a_bubblewrap_that_fails_is_a_problem(monkeypatch, tmp_path):
    fake = tmp_path / "bwrap"
    fake.write_text("#!/bin/sh\necho 'bwrap: setting up uid map: Permission denied' >&2; exit 1\n")
    fake.chmod(0o755)
    monkeypatch.setenv("PATH", str(tmp_path), prepend=":")
    assert "setting up uid map" in sandbox.problem().en


@pytest.mark.parametrize(
    ("said", "settings", "remedy"),
    [
        (
            "bwrap: setting up uid map: Permission denied",
            {"kernel/apparmor_restrict_unprivileged_userns": "1"},
            "sudo sysctl -w kernel.apparmor_restrict_unprivileged_userns=0",
        ),
        (
            "bwrap: loopback: Failed RTM_NEWADDR: Operation not permitted",
            {"kernel/apparmor_restrict_unprivileged_userns": "1"},
            "sudo sysctl -w kernel.apparmor_restrict_unprivileged_userns=0",
        ),
        (
            "bwrap: No permissions to create new namespace, likely because …",
            {"kernel/unprivileged_userns_clone": "0"},
            "sudo sysctl -w kernel.unprivileged_userns_clone=1",
        ),
        (
            "bwrap: Creating new namespace failed: nesting depth or …",
            {"user/max_user_namespaces": "0"},
            "sudo sysctl -w user.max_user_namespaces=15000",
        ),
        (
            "bwrap: Failed to make / slave: Operation not permitted",
            {},
            "docker run --cap-add SYS_ADMIN",
        ),
        ("bwrap: Can't mount proc on /newroot/proc: …", {}, "systempaths=unconfined"),
        ("bwrap: Unknown option --size", {}, "bubblewrap 0.7"),
        ("PermissionError: [Errno 13] Permission denied: '/opt/x'", {}, "chmod -R go+rX"),
        ("not confined: it sees a network", {}, "not confined: it sees a network"),
        ("", {}, "did not start"),
    ],
)
def test_what_bubblewrap_says_leads_to_a_remedy(said, settings, remedy):
    text = trouble.why_not(f"noise\n{said}\n" if said else "", setting=settings.get)
    assert remedy in text.en
    assert said in text.en
    assert remedy in text.ja or remedy == "did not start"


@pytest.mark.parametrize("isolation", [pytest.param("bubblewrap", marks=needs_sandbox), "none"])
def test_a_module_that_cannot_be_imported_is_not_the_students_fault(isolation):
    with pytest.raises(SandboxError, match="No module named 'nowhere'"):
        Sandbox(limits=Limits(), isolation=isolation, command_module="nowhere")


@needs_sandbox
def test_a_failed_start_leaves_nothing_behind():
    before = len(os.listdir("/proc/self/fd"))
    for _ in range(3):
        with pytest.raises(SandboxError):
            _default(command_module="nowhere")
    assert len(os.listdir("/proc/self/fd")) == before


@needs_sandbox
@pytest.mark.skipif(os.geteuid() != 0, reason="only root's sandboxes run as another user")
def test_a_folder_that_others_may_not_read_is_named(tmp_path):
    closed = tmp_path / "closed"
    closed.mkdir(mode=0o700)
    with pytest.raises(SandboxError, match=f"chmod -R go\\+rX {closed}"):
        _default(readonly={"/data": closed})


@needs_sandbox
@pytest.mark.parametrize("name", ["data", "/data/../etc"])
def test_a_name_inside_is_absolute(tmp_path, name):
    with pytest.raises(ValueError, match="absolute path"):
        _default(readonly={name: tmp_path})


def test_without_isolation_there_are_no_names_inside(tmp_path):
    with pytest.raises(ValueError, match="only in a sandbox"):
        Sandbox(limits=Limits(), isolation="none", readonly={"/data": tmp_path})


def test_without_isolation_the_environment_is_clean_and_the_folder_goes(start, monkeypatch):
    monkeypatch.setenv("GRADERS_SECRET", "canary")
    probe = start("none", environment={"GIVEN": "yes"})
    names = set(probe.run("import os; answer = list(os.environ)"))
    assert {"GIVEN", "HOME", "PATH", "TMPDIR"} <= names
    assert "GRADERS_SECRET" not in names
    folder = Path(probe.run("open('file', 'w').close(); answer = os.getcwd()"))
    assert (folder / "file").exists()
    assert probe.run("answer = os.path.expanduser('~')") == str(folder.parent / "home")
    probe.box.close()
    assert not folder.parent.exists()


def test_without_isolation_limits_and_the_end_are_the_same(start):
    assert start("none", limits=Limits(seconds_cpu=1)).end("while True: pass") == "cpu"
    probe = start("none")
    probe.send("import signal, time; signal.signal(15, signal.SIG_IGN); time.sleep(1000)")
    pid = probe.box.pid
    probe.box.close()
    assert not Path(f"/proc/{pid}").exists()


def test_the_second_version_of_control_groups_is_used_beside_ones_own(tmp_path):
    user = tmp_path / "user.slice" / "app.slice"
    (user / "term.scope").mkdir(parents=True)
    (user / "cgroup.subtree_control").write_text("memory pids\n")
    (user / "term.scope" / "cgroup.subtree_control").write_text("\n")
    places = cgroup._places(["0::/user.slice/app.slice/term.scope"], tmp_path)
    assert places == [(user, 2)]
    group = cgroup.Cgroup(user / "ours", Limits(memory_bytes=12345678), version=2)
    assert (user / "ours" / "memory.max").read_text() == "12345678"
    assert (user / "ours" / "memory.oom.group").read_text() == "1"
    (user / "ours" / "memory.events").write_text("low 0\noom 1\noom_kill 0\n")
    assert not group.out_of_memory()
    (user / "ours" / "memory.events").write_text("low 0\noom 1\noom_kill 2\n")
    assert group.out_of_memory()


def test_a_control_group_without_a_memory_limit_is_of_no_use(tmp_path):
    (tmp_path / "a" / "b").mkdir(parents=True)
    for folder in (tmp_path, tmp_path / "a", tmp_path / "a" / "b"):
        (folder / "cgroup.subtree_control").write_text("cpu pids\n")
    assert cgroup._places(["0::/a/b"], tmp_path) == []
