"""Writing a report's files: whole or not at all, with a clear error."""

import errno
import os
from pathlib import Path

import pytest

from autograder.reports.files import OutputError, check_folder, write_atomic
from autograder.trouble import Trouble


def test_missing_folders_are_made_and_text_is_utf8(tmp_path):
    write_atomic(tmp_path / "a" / "b" / "x.txt", "過学習")
    assert (tmp_path / "a" / "b" / "x.txt").read_bytes() == "過学習".encode()


def test_an_existing_file_is_replaced_and_nothing_else_is_left(tmp_path):
    path = tmp_path / "x.txt"
    write_atomic(path, b"old")
    write_atomic(path, b"new")
    assert path.read_bytes() == b"new"
    assert os.listdir(tmp_path) == ["x.txt"]


def test_file_permissions_follow_the_umask(tmp_path):
    old = os.umask(0o027)
    try:
        write_atomic(tmp_path / "x.txt", b"")
    finally:
        os.umask(old)
    assert (tmp_path / "x.txt").stat().st_mode & 0o777 == 0o640


def test_the_longest_possible_file_name_can_be_written(tmp_path):
    write_atomic(tmp_path / ("n" * 255), b"data")
    assert (tmp_path / ("n" * 255)).read_bytes() == b"data"


def test_full_disk_keeps_the_old_file_and_says_so_in_both_languages(tmp_path, monkeypatch):
    path = tmp_path / "grades.json"
    write_atomic(path, b"old")

    def full(_descriptor):
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(OutputError) as caught:
        write_atomic(path, b"new")
    assert str(path) in caught.value.text.en
    assert "the disk is full" in caught.value.text.en
    assert "ディスクがいっぱい" in caught.value.text.ja
    assert path.read_bytes() == b"old"
    assert os.listdir(tmp_path) == ["grades.json"]


def test_a_file_where_a_folder_is_needed_is_named(tmp_path):
    (tmp_path / "out").write_text("in the way")
    for path in (tmp_path / "out" / "grades.json", tmp_path / "out" / "hanako" / "07_build.html"):
        with pytest.raises(OutputError, match="is a file, but a folder is needed") as caught:
            write_atomic(path, b"")
        assert f"{tmp_path / 'out'} はファイル" in caught.value.text.ja


def test_a_folder_where_a_file_is_needed_is_named(tmp_path):
    (tmp_path / "index.html").mkdir()
    with pytest.raises(OutputError, match=r"index\.html: there is a folder of that name"):
        write_atomic(tmp_path / "index.html", b"")
    assert os.listdir(tmp_path) == ["index.html"]


def test_a_place_without_permission_is_named(tmp_path):
    closed = tmp_path / "closed"
    closed.mkdir(mode=0o555)
    nobody = 65534
    if os.geteuid() == 0:  # root may write anywhere
        os.seteuid(nobody)
    try:
        with pytest.raises(OutputError, match="no permission to write there") as caught:
            write_atomic(closed / "sub" / "grades.json", b"")
    finally:
        if os.getuid() == 0:
            os.seteuid(0)
    assert str(closed) in str(caught.value)
    assert not (closed / "sub").exists()


def test_a_place_that_cannot_hold_files_is_named():
    with pytest.raises(OutputError, match=r"Cannot write /proc/none/grades\.json"):
        write_atomic(Path("/proc/none/grades.json"), b"")


def test_an_output_folder_is_made_and_tried_before_anything_is_graded(tmp_path):
    check_folder(tmp_path / "new" / "out")
    assert os.listdir(tmp_path / "new" / "out") == []
    (tmp_path / "file").write_text("")
    with pytest.raises(OutputError, match="is a file, but a folder is needed"):
        check_folder(tmp_path / "file")
    with pytest.raises(Trouble, match="Cannot write /proc/none"):
        check_folder("/proc/none")
