"""Large arrays reach a student's process without a copy, and nothing of what it does to them stays."""

from __future__ import annotations

import os
import socket

import numpy as np
import pytest

from autograder.boundary import shared, wire
from autograder.boundary.sandbox import Limits, Sandbox
from autograder.boundary.wire import Channel, WireError
from autograder.grading.session import InSandbox, Program

pytestmark = pytest.mark.skipif(not hasattr(os, "memfd_create"), reason="sealed memory is Linux's")

STUDENT = """
import mmap, os
import numpy as np
from autograder.boundary import shared

kept = []
mapped = shared.mapped

def keeping(descriptor, size):
    kept.append(os.dup(descriptor))
    return mapped(descriptor, size)

shared.mapped = keeping

def total(images):
    return int(images.sum(dtype=np.int64))

def wipe(images):
    images[...] = 0
    return total(images)

def tried(images):
    file = kept[-1]
    def again():
        return os.open(f"/proc/self/fd/{file}", os.O_RDWR)
    ways = {
        "write": lambda: os.write(again(), b"x"),
        "truncate": lambda: os.ftruncate(again(), 0),
        "grow": lambda: os.truncate(f"/proc/self/fd/{file}", 1 << 24),
        "map for writing": lambda: mmap.mmap(again(), 4096, access=mmap.ACCESS_WRITE),
    }
    came_through = []
    for name, way in ways.items():
        try:
            way()
        except (OSError, ValueError):
            continue
        came_through.append(name)
    return came_through

def leave_a_message(images):
    try:
        os.fchmod(kept[-1], 0o123)
        os.utime(kept[-1], ns=(42, 42))
    except OSError:
        pass
    return os.lseek(kept[-1], 42, os.SEEK_SET)

def find_a_message(images):
    found = os.stat(kept[-1])
    return oct(found.st_mode & 0o777), found.st_mtime_ns, os.lseek(kept[-1], 0, os.SEEK_CUR)
"""


@pytest.fixture(scope="module")
def images():
    return shared.share(np.arange(1 << 21, dtype=np.uint8).reshape(-1, 64))


@pytest.fixture
def ask():
    """Starts a student's process, and asks it to call a function on the images."""
    sessions = []

    def start():
        def sandbox():
            return Sandbox(limits=Limits(), isolation="bubblewrap")

        program = Program(module="student", cells=((STUDENT, "student.py"),))
        sessions.append(InSandbox(program, sandbox, 60))

        def call(name, *args):
            question = {"op": "call", "name": name, "args": list(args), "kwargs": {}, "seed": 1}
            answer = sessions[-1].ask(question, 60)
            assert answer["ok"], answer
            return answer["value"]

        return call

    yield start
    for session in sessions:
        session.close()


@pytest.mark.needs_sandbox
def test_a_process_sees_the_array_and_may_write_to_its_own_view(ask, images):
    call, total = ask(), int(images.sum(dtype=np.int64))
    assert call("total", images) == total
    assert call("wipe", images) == 0
    assert call("total", images) == total
    assert images.sum(dtype=np.int64) == total


@pytest.mark.needs_sandbox
def test_a_process_that_keeps_the_file_cannot_change_it(ask, images):
    assert ask()("tried", images) == []


@pytest.mark.needs_sandbox
def test_a_process_leaves_no_message_for_the_next(ask, images):
    """Neither in the file's mode and times nor in the position that descriptors share."""
    first, second = ask(), ask()
    untouched = second("find_a_message", images)
    first("leave_a_message", images)
    found = second("find_a_message", images)
    assert found[0] == untouched[0]
    assert found[1] != 42
    assert found[2] == 0


def test_a_file_whose_mode_was_changed_is_not_handed_out_again(images):
    """As a process can do that runs as the grader's own user."""
    first = shared.opened(images)
    os.fchmod(first, 0o123)
    second = shared.opened(images)
    assert os.fstat(second).st_ino != os.fstat(first).st_ino
    assert os.fstat(second).st_mode & 0o777 != 0o123
    assert os.pread(second, images.nbytes, 0) == images.tobytes()
    for descriptor in (first, second):
        os.close(descriptor)


@pytest.mark.needs_sandbox
def test_no_byte_of_it_goes_through_the_socket(ask, images, monkeypatch):
    sent = []
    pack = wire.pack
    monkeypatch.setattr(
        wire, "pack", lambda *args, **kw: sent.append(pack(*args, **kw)) or sent[-1]
    )
    ask()("total", images)
    assert max(sum(map(len, parts)) for parts in sent) < 10_000


def test_only_the_whole_array_as_it_was_shared_goes_as_a_file(images):
    assert shared.digest(images) is not None
    assert shared.digest(images.reshape(-1)) == shared.digest(images)
    for other in (images[1:], images[:-1], images.T, images.view(np.int8), images.copy()):
        assert shared.digest(other) is None


def test_a_shared_array_is_read_only(images):
    with pytest.raises(ValueError, match="read-only"):
        images[0] = 1


def test_a_small_array_is_sent_like_any_other():
    small = shared.share(np.arange(10))
    assert shared.digest(small) is None
    assert small.tolist() == list(range(10))


def test_the_grader_takes_no_files(images):
    """Where both ends might send them, a student's process could hand descriptors to the grader."""
    ours, theirs = socket.socketpair()
    with ours, theirs:
        sends = Channel(theirs, max_send=1 << 30, max_receive=1 << 30)
        grader = Channel(ours, max_send=1 << 30, max_receive=1 << 30)
        before = len(os.listdir("/proc/self/fd"))
        sends.send({"value": images})
        with pytest.raises(WireError, match="a malformed array"):
            grader.receive()
        assert len(os.listdir("/proc/self/fd")) == before


@pytest.mark.parametrize("announced", [[1 << 20], [1 << 21, 1 << 21], []])
def test_files_that_are_not_what_was_announced_are_refused(images, announced):
    ours, theirs = socket.socketpair()
    with ours, theirs:
        receives = Channel(theirs, max_send=1 << 30, max_receive=1 << 30, files=True)
        specs = ",".join(f'["uint8",[{size}],"digest"]' for size in announced)
        header = f'{{"m":{{}},"b":[{specs}]}}'.encode()
        descriptor = shared.opened(images)
        socket.send_fds(ours, [len(header).to_bytes(4, "little")], [descriptor])
        os.close(descriptor)
        ours.sendall(header)
        with pytest.raises(WireError, match="shared array"):
            receives.receive()
