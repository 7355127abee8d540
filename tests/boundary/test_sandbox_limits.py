"""Code that takes too much, never ends or leaves something running: all of it ends."""

from __future__ import annotations

import gc
import os
import resource
import signal
import subprocess
import sys
import textwrap
import threading
import time
from pathlib import Path

import pytest

from autograder.boundary import cgroup, mounts, sandbox
from autograder.boundary.limits import MIB, Limits

pytestmark = pytest.mark.needs_sandbox
SMALL = Limits(memory_bytes=150 * MIB)


@pytest.fixture(params=["kernel", "watched"])
def memory_limit(request, monkeypatch):
    """Who holds the memory limit: a control group, or the thread that watches."""
    if request.param == "watched":
        monkeypatch.setattr(cgroup, "make", lambda limits: None)
    else:
        group = cgroup.make(Limits())
        if group is None:
            pytest.skip("no control group can be made here")
        group.remove()
        monkeypatch.setattr(sandbox, "_beyond", lambda usage, limits: None)


@pytest.mark.usefixtures("memory_limit")
@pytest.mark.parametrize(
    "hog",
    {
        "shared pages": """
            import mmap
            kept = []
            while True:
                kept.append(mmap.mmap(-1, 8 << 20))
                for at in range(0, 8 << 20, 4096):
                    kept[-1][at] = 1
        """,
        "many children": """
            import os, time
            for _ in range(30):
                if os.fork() == 0:
                    kept = b"x" * (20 << 20)
                    time.sleep(1000)
            time.sleep(1000)
        """,
        "orphans in sessions of their own": """
            import os, time
            for _ in range(30):
                if os.fork() == 0:
                    os.setsid()
                    if os.fork():
                        os._exit(0)
                    kept = b"x" * (20 << 20)
                    time.sleep(1000)
            time.sleep(1000)
        """,
        "files in memory": """
            for folder in ("/dev/shm", ".", "/tmp", "/student/home"):
                with open(folder + "/big", "wb") as file:
                    try:
                        while True:
                            file.write(b"x" * (1 << 20))
                    except OSError:
                        pass
            import time
            time.sleep(1000)
        """,
    }.values(),
    ids=lambda code: code.split("\n")[2].strip()[:30],
)
def test_a_memory_hog_ends(start, hog):
    probe = start(limits=Limits(memory_bytes=150 * MIB, work_bytes=100 * MIB))
    assert probe.end(hog) == "memory"


def test_memory_of_one_process_runs_out_as_an_ordinary_error(start):
    probe = start(limits=SMALL)
    assert probe.run("x = bytearray(400 << 20)").startswith("MemoryError")
    assert probe.run("answer = 'goes on'") == "goes on"


def test_empty_files_count_as_memory(start, monkeypatch):
    monkeypatch.setattr(cgroup, "make", lambda limits: None)
    probe = start(limits=Limits(memory_bytes=40 * MIB))
    assert probe.end("for n in range(10**7): open(f'{n}', 'w').close()") == "memory"


def test_pages_that_processes_share_are_counted_once(start, monkeypatch):
    monkeypatch.setattr(cgroup, "make", lambda limits: None)
    probe = start(limits=SMALL)
    probe.run(
        """
        import os, time
        kept = b"x" * (80 << 20)
        for _ in range(5):
            if os.fork() == 0:
                time.sleep(1000)
        """
    )
    time.sleep(0.3)
    assert probe.run("answer = 'goes on'") == "goes on"
    assert probe.box.memory() < 150 * MIB


@pytest.mark.parametrize(
    ("folder", "size"),
    [("/dev/shm", 4), (mounts.WORK, 8), (mounts.HOME, 2), ("/tmp", 2)],
)
def test_each_folder_has_its_size(start, folder, size):
    limits = Limits(shm_bytes=4 * MIB, work_bytes=8 * MIB, home_bytes=2 * MIB)
    probe = start(limits=limits)
    code = f"""
        import errno, os
        with open({folder!r} + "/big", "wb", buffering=0) as file:
            try:
                while True:
                    file.write(b"x" * 65536)
            except OSError as error:
                answer = [errno.errorcode[error.errno], os.path.getsize(file.name) >> 20]
    """
    assert probe.run(code) == ["ENOSPC", size]


def test_a_file_has_a_largest_size(start):
    probe = start(limits=Limits(file_bytes=MIB))
    assert probe.run("open('big', 'wb').write(b'x' * (2 << 20))") == "EFBIG"


def test_open_files_run_out(start):
    probe = start(limits=Limits(files=50))
    assert probe.run("kept = [open('/dev/null') for _ in range(60)]") == "EMFILE"


def test_a_fork_bomb_stays_small_and_ends(start):
    probe = start(limits=Limits(processes=30))
    probe.send("import os\nwhile True:\n    try: os.fork()\n    except OSError: pass")
    time.sleep(1)
    tasks = probe.box._launched.tree.measure(enough=1 << 40).tasks
    assert 20 < tasks <= 30 + 8
    probe.box.close()
    assert not _runs(probe.box.pid)


def test_threads_run_out_too(start):
    probe = start(limits=Limits(processes=30))
    code = """
        import threading
        for _ in range(100):
            threading.Thread(target=threading.Event().wait, daemon=True).start()
    """
    assert "can't start new thread" in probe.run(code)


def test_an_endless_loop_ends_with_its_cpu_time(start):
    assert start(limits=Limits(seconds_cpu=1)).end("while True: pass") == "cpu"


def test_cpu_time_is_that_of_all_processes(start):
    code = "import os, time\nfor _ in range(3):\n    if os.fork() == 0:\n        while True: pass\n"
    assert start(limits=Limits(seconds_cpu=1)).end(code + "time.sleep(1000)") == "cpu"


def test_cpu_time_is_that_of_ended_processes_too(start):
    code = """
        import os, time
        while True:
            child = os.fork()
            if child == 0:
                while time.process_time() < 0.3: pass
                os._exit(0)
            os.waitpid(child, 0)
    """
    assert start(limits=Limits(seconds_cpu=1)).end(code) == "cpu"


def test_the_signal_that_ends_its_cpu_time_can_be_ignored_in_vain(start):
    code = "import signal; signal.signal(signal.SIGXCPU, signal.SIG_IGN)\nwhile True: pass"
    assert start(limits=Limits(seconds_cpu=1)).end(code) == "cpu"


STAYERS = {
    "ignores signals": """
        import signal, time
        for number in range(1, 65):
            try: signal.signal(number, signal.SIG_IGN)
            except (OSError, ValueError): pass
        while True: time.sleep(1)
    """,
    "has daemons": """
        import os, sys, time
        for _ in range(3):
            if os.fork() == 0:
                os.setsid()
                if os.fork() == 0:
                    os.closerange(0, 256)
                    while True: time.sleep(1)
                os._exit(0)
        answer = "started"
    """,
    "has hung up": """
        import time
        channel.close()
        import os; os.close(3)
        while True: time.sleep(1)
    """,
    "has closed its output": """
        import os, time
        os.close(1); os.close(2)
        while True: time.sleep(1)
    """,
}


@pytest.mark.parametrize("stayer", STAYERS.values(), ids=STAYERS)
def test_nothing_stays_after_close(start, stayer):
    probe = start()
    probe.send(stayer)
    time.sleep(0.3)
    tree = _tree(probe.box.pid)
    assert len(tree) >= 2
    probe.box.close()
    assert [pid for pid in tree if _runs(pid)] == []
    assert probe.box.reason is None, "it was closed, and did not end by itself"


def test_nothing_stays_when_the_first_process_exits(start):
    probe = start()
    probe.run(STAYERS["has daemons"])
    tree = _tree(probe.box.pid)
    assert len(tree) >= 5
    assert probe.end("import os; os._exit(0)") == "exited 0"
    assert [pid for pid in tree if _runs(pid)] == []


def test_nothing_stays_when_the_grader_is_killed(kit):
    script = f"""
        import json, time
        from pathlib import Path
        from autograder.boundary.sandbox import Limits, Sandbox
        box = Sandbox(command_module="probe", kit=Path({str(kit)!r}), isolation="bubblewrap",
                      readonly={{"/kit/probe.py": Path({str(kit / "probe.py")!r})}}, limits=Limits())
        box.socket.sendall(json.dumps("import time; time.sleep(1000)").encode() + b"\\n")
        print(box.pid, flush=True)
        time.sleep(1000)
    """
    grader = subprocess.Popen(
        [sys.executable, "-c", textwrap.dedent(script)], stdout=subprocess.PIPE, text=True
    )
    tree = _tree(int(grader.stdout.readline()))
    assert len(tree) >= 2
    grader.send_signal(signal.SIGKILL)
    grader.wait()
    grader.stdout.close()
    assert _left(tree) == []
    group = cgroup.make(Limits())  # sweeps up after killed graders
    if group is not None:
        assert [f.name for f in group.folder.parent.glob(f"neural-kata-{grader.pid}-*")] == []
        group.remove()


@pytest.mark.filterwarnings("ignore::pytest.PytestUnhandledThreadExceptionWarning")
def test_it_ends_when_it_can_no_longer_be_watched(start, monkeypatch):
    def measure(self, *, enough):
        raise OSError("too many open files")

    probe = start()
    monkeypatch.setattr(sandbox.launch.Tree, "measure", measure)
    assert probe.end("import time; time.sleep(1000)") == "not watched"
    assert not _runs(probe.box.pid)


def test_it_outlives_the_thread_that_made_it(start):
    made = []
    thread = threading.Thread(target=lambda: made.append(start()))
    thread.start()
    thread.join()
    time.sleep(0.3)
    assert made[0].run("answer = 'alive'") == "alive"


def test_a_flood_of_output_is_drained_and_mostly_forgotten(start):
    probe = start()
    code = "import os\nfor _ in range(1000): os.write({fd}, b'x' * 65536)\nanswer = 'done'"
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    for fd in (1, 2):
        assert probe.run(code.format(fd=fd)) == "done"
    probe.run("import sys; print('the end', flush=True)")
    probe.end("import os; os._exit(0)")
    assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before < 20 * 1024  # KiB
    assert len(probe.box.printed) <= 64 * 1024
    assert probe.box.printed.endswith("xthe end\n")


@pytest.mark.parametrize(
    ("code", "reason"),
    [
        ("import os; os._exit(0)", "exited 0"),
        ("raise SystemExit(3)", "exited 3"),
        ("import ctypes; ctypes.string_at(0)", "exited 139 (SIGSEGV)"),
        ("import os; os.abort()", "exited 134 (SIGABRT)"),
        ("import os, signal; os.kill(os.getpid(), signal.SIGKILL)", "exited 137 (SIGKILL)"),
    ],
)
@pytest.mark.parametrize("isolation", ["bubblewrap", "none"])
def test_the_reason_tells_how_it_ended(start, code, reason, isolation):
    assert start(isolation).end(code) == reason


def test_many_sandboxes_leave_nothing_behind(start):
    def resources():
        gc.collect()
        groups = list(Path("/sys/fs/cgroup").glob(f"**/neural-kata-{os.getpid()}-*"))
        return len(os.listdir("/proc/self/fd")), threading.active_count(), len(groups)

    start().box.close()
    before = resources()
    for n in range(8):
        probe = start(isolation="none" if n % 4 == 3 else "bubblewrap")
        if n % 2:
            probe.end("import os; os._exit(1)")
        probe.box.close()
        probe.box.close()  # again: allowed
        probe._lines.close()
    assert resources() == before


def _tree(pid: int) -> list[int]:
    return sandbox.launch.Tree(pid)._pids()


def _left(pids: list[int]) -> list[int]:
    """Those that still run after a moment."""
    for _ in range(100):
        pids = [pid for pid in pids if _runs(pid)]
        if not pids:
            break
        time.sleep(0.02)
    return pids


def _runs(pid: int) -> bool:
    try:
        state = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0]
    except (FileNotFoundError, ProcessLookupError):
        return False
    return state != "Z"
