"""What hostile code finds in the sandbox: nothing of the grader's, and no way out."""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import sys
from pathlib import Path

import pytest

from autograder.boundary import mounts

pytestmark = pytest.mark.needs_sandbox
REPOSITORY = Path(__file__).resolve().parents[2]
SYSCALL = """
import ctypes
libc = ctypes.CDLL(None, use_errno=True)
libc.syscall.restype = ctypes.c_long
def syscall(*arguments):
    ctypes.set_errno(0)
    result = libc.syscall(*[ctypes.c_long(a) for a in arguments])
    return errno.errorcode.get(ctypes.get_errno()) if result < 0 else result
import errno
"""


def test_there_is_no_network(start):
    listener = socket.create_server(("127.0.0.1", 0))
    abstract = socket.socket(socket.AF_UNIX)
    abstract.bind(f"\0kata-test-{os.getpid()}")
    abstract.listen()
    probe = start()
    with listener, abstract:
        port = listener.getsockname()[1]
        assert probe.run(f"import socket; socket.create_connection(('127.0.0.1', {port}), 2)") in (
            "ECONNREFUSED",
            "ENETUNREACH",
        )
        name = f"\\0kata-test-{os.getpid()}"
        assert probe.run(f"socket.socket(socket.AF_UNIX).connect('{name}')") == "ECONNREFUSED"
    assert probe.run("socket.create_connection(('192.0.2.1', 80), 2)") == "ENETUNREACH"
    assert "gaierror" in probe.run(
        """
        try:
            socket.getaddrinfo("example.org", 80)
        except socket.gaierror as error:
            answer = "gaierror"
        """
    )
    assert probe.run("answer = socket.if_nameindex()") in ([[1, "lo"]], "EPERM")


@pytest.mark.parametrize("family", ["AF_VSOCK", "AF_NETLINK", "AF_PACKET", "AF_ALG"])
def test_other_kinds_of_sockets_are_refused(shared, family):
    code = f"import socket; socket.socket(socket.{family}, socket.SOCK_DGRAM)"
    assert shared.run(code) == "EPERM"


def test_the_graders_environment_is_hidden(start, monkeypatch):
    monkeypatch.setenv("GRADERS_SECRET", "canary-7391")
    probe = start(environment={"GIVEN": "yes"})
    assert sorted(probe.run("import os; answer = dict(os.environ)")) == (
        ["GIVEN", "HOME", "LANG", "PATH", "PWD", "TMPDIR"]
    )
    found = probe.run(
        """
        answer = []
        for pid in filter(str.isdigit, os.listdir("/proc")):
            for name in ("environ", "cmdline"):
                try:
                    answer.append(open(f"/proc/{pid}/{name}", errors="replace").read())
                except PermissionError:
                    pass
        """
    )
    assert len(found) >= 3
    assert "canary-7391" not in " ".join(found)
    assert "--ro-bind" not in " ".join(found), "paths of the grader's on a command line"


@pytest.mark.parametrize(
    "path",
    [
        "/x",
        "/dev/x",
        "/etc/x",
        "/etc/passwd",
        "/usr/x",
        "/kit/x",
        "/kit/autograder/student/__main__.py",
        "/student/x",
        "/proc/sys/kernel/hostname",
        "/proc/sys/kernel/core_pattern",
        "/proc/sysrq-trigger",
        f"{sys.prefix}/lib/x",
        f"{sys.base_prefix}/lib/x",
        f"{mounts.package_folders()[0]}/sitecustomize.py",
        f"{mounts.package_folders()[0]}/numpy/__init__.py",
    ],
)
def test_nothing_outside_its_own_folders_can_be_written(shared, path):
    result = shared.run(f"open({path!r}, 'a').write('x')")
    assert result in ("EROFS", "EACCES", "EPERM", "ENOENT")


def test_what_is_shown_can_be_read_but_not_written(start, tmp_path):
    shown = tmp_path / "shown"
    shown.mkdir()
    (shown / "file").write_text("as it was")
    shown.chmod(0o777)
    (shown / "file").chmod(0o666)
    probe = start(readonly={"/data/shown": shown})
    assert probe.run("answer = open('/data/shown/file').read()") == "as it was"
    for call in ("open('/data/shown/file', 'w')", "open('/data/shown/new', 'w')"):
        assert probe.run(call) == "EROFS"
    assert probe.run("import os; os.chmod('/data/shown/file', 0o600)") == "EROFS"
    assert (shown / "file").read_text() == "as it was"


def test_its_own_folders_are_empty_and_can_be_written(start):
    probe = start()
    assert probe.run("import os; answer = os.getcwd()") == mounts.WORK
    for folder in (".", os.path.dirname(mounts.HOME) + "/home", "/tmp", "/dev/shm"):
        code = f"open({folder!r} + '/new', 'w').write('x'); answer = os.listdir({folder!r})"
        assert "new" in probe.run(code)
    assert probe.run("answer = os.path.expanduser('~')") == mounts.HOME


def test_home_the_repository_and_others_files_are_invisible(start, tmp_path):
    secret = tmp_path / "grades.csv"
    secret.write_text("canary-5512")
    probe = start()
    names = [REPOSITORY / "autograder" / "graders", REPOSITORY / "pyproject.toml"]
    names += [REPOSITORY / ".git", secret, Path.home() / ".ssh", Path.home() / ".cache"]
    for name in names:
        assert probe.run(f"import os; answer = os.path.exists({str(name)!r})") is False, name
    kit = probe.run(
        """
        answer = sorted(os.path.join(folder, name) for folder, _, names in os.walk("/kit")
                        for name in names if "/student" not in folder)
        """
    )
    assert kit == sorted(["/kit/probe.py", *(f"/kit/{n}" for n in mounts.KIT_FILES if ".py" in n)])


def test_a_kit_installed_beside_the_libraries_is_hidden(start, tmp_path, monkeypatch):
    packages = tmp_path / "site-packages"
    (packages / "autograder" / "graders").mkdir(parents=True)
    (packages / "autograder" / "graders" / "test_07_build.py").write_text("canary-8812")
    (packages / "other").mkdir()
    tmp_path.chmod(0o755)
    monkeypatch.setattr(mounts, "package_folders", lambda: [packages])
    probe = start()
    folder = str(packages)
    assert probe.run(f"import os; answer = sorted(os.listdir({folder!r}))") == [
        "autograder",
        "other",
    ]
    assert probe.run(f"answer = os.listdir({folder!r} + '/autograder')") == []
    assert probe.run(f"open({folder!r} + '/autograder/x', 'w')") == "EROFS"


def test_a_repository_inside_a_system_folder_is_hidden_but_not_its_python():
    usr, repository = Path("/usr"), Path("/usr/src/app")
    lib = repository / ".venv" / "lib"
    installed = lib / "python3.11" / "site-packages" / "autograder"
    options = mounts._in_order({usr, lib}, {repository, installed})
    assert [option[-1] for option in options] == (
        [str(usr), str(repository), str(lib), str(installed), str(repository), str(installed)]
    )
    assert [option[-2] for option in options] == (
        [str(usr), "--tmpfs", str(lib), "--tmpfs", "--remount-ro", "--remount-ro"]
    )


def test_it_is_nobody_special(start):
    probe = start()
    first = probe.box.pid
    child = int(Path(f"/proc/{first}/task/{first}/children").read_text())
    for pid in (first, child):
        status = Path(f"/proc/{pid}/status").read_text()
        fields = {n: v.split() for n, _, v in (line.partition(":") for line in status.splitlines())}
        for name in ("CapInh", "CapPrm", "CapEff", "CapAmb"):
            assert int(fields[name][0], 16) == 0
        assert fields["NoNewPrivs"] == ["1"]
        assert fields["Seccomp"] == ["2"]
    # As the machine sees it, and not as it is told in there.
    if os.geteuid() == 0:
        assert 0 not in map(int, fields["Uid"] + fields["Gid"] + fields["Groups"])
    assert probe.run("import os; os.setuid(0)") in ("EPERM", "EINVAL")
    assert probe.run("os.chroot('.')") == "EPERM"
    assert probe.run("os.mknod('m', 0o60600, os.makedev(8, 0))") == "EPERM"


@pytest.mark.skipif(os.geteuid() != 0, reason="only root can change its groups")
def test_it_is_in_no_group_of_the_graders(start):
    before = os.getgroups()
    os.setgroups([4, 24])
    try:
        probe = start()
    finally:
        os.setgroups(before)
    assert probe.run("import os; answer = os.getgroups()") == []


@pytest.mark.parametrize("kind", ["ipc", "mnt", "net", "pid", "uts"])
def test_its_namespaces_are_its_own(shared, kind):
    outside = os.stat(f"/proc/self/ns/{kind}").st_ino
    assert shared.run(f"import os; answer = os.stat('/proc/self/ns/{kind}').st_ino") != outside


def test_every_mount_but_its_own_folders_is_read_only(shared):
    lines = shared.run("answer = open('/proc/self/mountinfo').read().splitlines()")
    mounted = {line.split()[4]: line.split()[5].split(",") for line in lines}
    writable = {name for name, options in mounted.items() if "rw" in options}
    own = {mounts.WORK, mounts.HOME, "/tmp", "/dev/shm"}
    assert own <= writable
    assert {"/", "/dev", "/proc/sys"} <= set(mounted)
    # What is left are the kernel's own.
    devices = {f"/dev/{name}" for name in ("null", "zero", "full", "random", "urandom", "tty")}
    assert writable - own - devices <= {"/proc", "/dev/pts", "/dev/console"}
    assert all("nosuid" in options for options in mounted.values())


def test_two_sandboxes_of_root_are_two_users(start):
    users = [start().run("import os; answer = os.getuid()") for _ in range(2)]
    assert len(set(users)) == (2 if os.geteuid() == 0 else 1)


def test_it_sees_its_own_processes_only(start):
    others, probe = start(), start()
    pids = probe.run("import os; answer = [int(p) for p in os.listdir('/proc') if p.isdigit()]")
    assert max(pids) < 10
    assert probe.run(f"os.kill({others.box.pid}, 0)") == "ESRCH"
    assert probe.run(f"os.kill({os.getpid()}, 9)") == "ESRCH"


def test_files_of_one_sandbox_are_not_in_the_next(start):
    first, second = start(), start()
    for folder in ("/tmp", "/dev/shm", mounts.WORK, mounts.HOME):
        first.run(f"open({folder + '/left'!r}, 'w')")
        code = f"import os; answer = os.path.exists({folder + '/left'!r})"
        assert second.run(code) is False


def test_no_descriptor_of_the_graders_leaks(start, tmp_path):
    leak = os.open(tmp_path, os.O_RDONLY)
    os.set_inheritable(leak, True)
    try:
        open_files = start().run(
            """
            import os
            answer = {}
            for fd in os.listdir("/proc/self/fd"):
                try:
                    answer[int(fd)] = os.readlink(f"/proc/self/fd/{fd}").split(":")[0]
                except FileNotFoundError:
                    pass
            """
        )
    finally:
        os.close(leak)
    assert open_files == {"0": "/dev/null", "1": "pipe", "2": "pipe", "3": "socket"}


@pytest.mark.skipif(os.uname().machine != "x86_64", reason="the numbers are those of x86-64")
@pytest.mark.parametrize(
    ("call", "answer"),
    [
        ("250, 0, -4, 0", "EPERM"),  # keyctl
        ("248, 0, 0, 0, 0, 0", "EPERM"),  # add_key
        ("29, 0, 4096, 0o1777", "EPERM"),  # shmget
        ("64, 0, 1, 0o1777", "EPERM"),  # semget
        ("68, 0, 0o1777", "EPERM"),  # msgget
        ("240, 0, 0, 0, 0", "EPERM"),  # mq_open
        ("319, 0, 0", "EPERM"),  # memfd_create
        ("323, 0", "EPERM"),  # userfaultfd
        ("425, 1, 0", "EPERM"),  # io_uring_setup
        ("321, 0, 0, 0", "EPERM"),  # bpf
        ("298, 0, 0, -1, -1, 0", "EPERM"),  # perf_event_open
        ("272, 0x10000000", "EPERM"),  # unshare a user namespace
        ("272, 0x00020000", "EPERM"),  # unshare a mount namespace
        ("56, 0x10000011, 0, 0, 0, 0", "EPERM"),  # clone into a user namespace
        ("435, 0, 0", "ENOSYS"),  # clone3
        ("308, 0, 0", "EPERM"),  # setns
        ("165, 0, 0, 0, 0, 0", "EPERM"),  # mount
        ("101, 0, 0, 0, 0", "EPERM"),  # ptrace
        ("310, 1, 0, 0, 0, 0, 0", "EPERM"),  # process_vm_readv
        ("103, 3, 0, 0", "EPERM"),  # syslog
        ("73, 0, 2", "EPERM"),  # flock
        ("72, 0, 1024, 1", "EPERM"),  # fcntl: a lease
        ("16, 0, 0x5412, 0", "EPERM"),  # ioctl: typing on a terminal
        ("16, 0, 0x100005412, 0", "EPERM"),  # the same, where only 32 bits count
        ("41, 40, 1, 0", "EPERM"),  # socket: vsock
        ("304, -100, 0, 0", "EPERM"),  # open_by_handle_at
    ],
)
def test_system_call_is_refused(shared, call, answer):
    assert shared.run(SYSCALL + f"answer = syscall({call})") == answer


@pytest.mark.skipif(os.uname().machine != "x86_64", reason="only x86-64 has a second set of calls")
def test_system_calls_by_their_other_numbers_end_it(start):
    assert start().end(SYSCALL + "syscall(0x40000000 + 39)") == "exited 159 (SIGSYS)"


def test_setuid_programs_give_nothing(start):
    program = shutil.which("su")
    if program is None:
        pytest.skip("no su here")
    probe = start()
    code = f"import subprocess; answer = subprocess.run([{program!r}, '-c', 'id -u']).returncode"
    assert probe.run(code) != 0


def test_standard_input_is_empty(start):
    assert start().run("import sys; answer = sys.stdin.read()") == ""


def test_numpy_and_its_friends_can_be_imported(start):
    code = "import numpy, matplotlib, IPython; answer = numpy.arange(3).tolist()"
    assert start().run(code) == [0, 1, 2]


@pytest.mark.skipif(os.geteuid() != 0, reason="only root can become somebody else")
def test_all_of_this_holds_for_an_ordinary_user(tmp_path):
    """Runs this file again, as a user who must make a user namespace."""
    # Python may lie below a folder that others can't enter, such as root's home.
    closed = [p for p in Path(sys.base_prefix).parents if not p.stat().st_mode & 0o001]
    home = closed[-1] if closed else Path.home()
    python_in_home = Path(sys.base_prefix).is_relative_to(home)
    part = home / Path(sys.base_prefix).relative_to(home).parts[0] if python_in_home else home
    # In namespaces of mounts: a home folder that others may enter, with nothing but Python in it.
    script = f"""
        set -e
        if {str(python_in_home).lower()}; then
            mount --bind {part} {tmp_path}
            mount -t tmpfs -o mode=755 tmpfs {home}
            mkdir {part}
            mount --bind {tmp_path} {part}
        fi
        exec setpriv --reuid 12345 --regid 12345 --clear-groups \
            {sys.executable} -B -m pytest -q -p no:cacheprovider {__file__} -k "not ordinary_user and not in_no_group"
    """
    result = subprocess.run(
        ["unshare", "-m", "sh", "-c", script],
        cwd=REPOSITORY,
        env={"HOME": "/nonexistent", "PATH": os.environ["PATH"]},
        capture_output=True,
        text=True,
    )
    if "unshare failed" in result.stderr or "permission denied" in result.stderr.lower():
        pytest.skip("mounting is not allowed here")
    assert result.returncode == 0, result.stdout[-3000:] + result.stderr[-500:]
    assert " passed" in result.stdout
    assert "skipped" not in result.stdout.splitlines()[-1]
