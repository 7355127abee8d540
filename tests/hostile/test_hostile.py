"""A few attacks of each kind, graded for real; `make hostile` grades the whole corpus.

One class holds them all, among honest neighbours: what is left behind or leaks fails every test.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent))
import room
import submissions

QUICK = (
    *("always_equal", "os_exit0", "forge_protocol_reply", "frame_walk"),
    *("read_hidden_paths", "proc1_environ", "net_tcp_dns_vsock", "become_root"),
    *("native_segfault", "oversize_frame", "setsid_daemon"),
    *("zip_slip", "output_symlink", "newline_bidi_casefold_names"),
    *("html_svg_xss", "csv_formula", "metadata_points_edit", "prints_a_lot"),
)
ENTRIES = {entry.name: entry for entry in submissions.corpus()}


@pytest.fixture(scope="module")
def control(tmp_path_factory):
    return room.control({"02_neuron"}, tmp_path_factory.mktemp("control"))


@pytest.fixture(scope="module")
def graded(tmp_path_factory):
    folder = tmp_path_factory.mktemp("hostile") / "class"
    return room.grade([ENTRIES[name] for name in QUICK], folder)


@pytest.mark.parametrize("name", QUICK)
def test_an_attack_gains_nothing_and_costs_nobody_else_anything(name, graded, control):
    assert room.judge(ENTRIES[name], graded, control).problems == ()


def test_every_entry_of_the_corpus_says_what_it_tries_and_which_checks_catch_it():
    assert len(ENTRIES) == len(submissions.corpus())
    for entry in ENTRIES.values():
        assert entry.what.endswith("."), entry.name
        assert entry.caught_by or entry.group in ("honest", "notebook", "files", "more")


@pytest.mark.hostile
@pytest.mark.skipif(os.getuid() != 0, reason="becoming another user needs root")
def test_all_of_this_holds_where_an_ordinary_user_grades(tmp_path, control):
    chosen = [ENTRIES[name] for name in ("become_root", "write_proc_sys", "setsid_daemon")]
    graded = room.grade(chosen, tmp_path / "class", user=12345)
    for entry in chosen:
        assert room.judge(entry, graded, control).problems == (), graded.output


@pytest.mark.hostile
def test_without_bubblewrap_nothing_runs_and_the_message_says_what_to_install(tmp_path):
    graded = room.grade([ENTRIES["os_exit0"]], tmp_path / "class", off=("bubblewrap",))
    assert graded.status == 2
    assert "sudo apt-get install bubblewrap" in graded.output
    assert not graded.results


@pytest.mark.hostile
def test_without_user_namespaces_nothing_runs_and_the_message_says_what_to_allow(tmp_path):
    graded = room.grade([ENTRIES["os_exit0"]], tmp_path / "class", off=("user namespaces",))
    assert graded.status == 2
    assert "does not let the sandbox start" in graded.output
    assert "sysctl -w" in graded.output or "docker run" in graded.output
    assert not graded.results
