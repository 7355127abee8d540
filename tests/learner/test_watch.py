"""`kata watch`: a check after every save."""

from __future__ import annotations

import os
import signal
import subprocess
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.conftest import KATA


class Watching:
    """A running `kata watch 02`, and what it has printed."""

    def __init__(self, home: Path, log: Path, *options: str):
        self._log = log
        with log.open("w") as out:
            self.process = subprocess.Popen(
                [str(KATA), "watch", "02", *options],
                cwd=home,
                stdout=out,
                stderr=subprocess.STDOUT,
                env={**os.environ, "COLUMNS": "80", "LANG": "C.UTF-8", "PYTHONUNBUFFERED": "1"},
            )

    def wait_for(self, text: str, times: int = 1) -> str:
        for _ in range(600):
            printed = self._log.read_text()
            if printed.count(text) >= times:
                return printed
            assert self.process.poll() is None, printed
            time.sleep(0.1)
        raise AssertionError(f"{text!r} was not printed:\n{self._log.read_text()}")


@pytest.fixture
def watching(home: Path, tmp_path: Path) -> Iterator[Watching]:
    found = Watching(home, tmp_path / "log")
    yield found
    found.process.kill()
    found.process.wait()


def test_each_save_is_checked_and_the_first_thing_to_mend_is_shown(watching, home, solved):
    first = watching.wait_for("Waiting for the next save")
    assert "02_neuron: 0 of 10 points" in first
    assert "`weighted_sum` is still to be written" in first
    assert first.count("not yet") == 1
    module = home / "assignments" / "02_neuron" / "neuron.py"
    module.write_text(solved().replace("return x @ w + b", "return x @ w"))
    watching.wait_for("Waiting for the next save", times=2)
    module.write_text(solved())
    watching.wait_for("All checks passed. Well done!")
    watching.wait_for("To hand it in: kata submit 02")


def test_an_endless_loop_is_ended_by_the_next_save(watching, home, solved):
    watching.wait_for("Waiting for the next save")
    module = home / "assignments" / "02_neuron" / "neuron.py"
    module.write_text(solved() + "\nwhile True:\n    pass\n")
    watching.wait_for("Checking …", times=2)
    module.write_text(solved())
    watching.wait_for("All checks passed. Well done!")


def test_ctrl_c_ends_it_and_leaves_no_process(watching):
    watching.wait_for("Waiting for the next save")
    watching.process.send_signal(signal.SIGINT)
    assert watching.process.wait(20) in (0, 130)
