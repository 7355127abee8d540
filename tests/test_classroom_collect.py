"""Which folders of a class count as submissions, and what is said of those that don't."""

from __future__ import annotations

import os

import pytest

from autograder.classroom.collect import NoSubmissions, find


def test_folders_zips_and_files_named_after_an_assignment_count(tmp_path):
    for place in ("aoi/02_neuron", "ben/03_propagation.zip", "chika/02_neuron.py"):
        path = tmp_path / place
        path.parent.mkdir(exist_ok=True)
        path.mkdir() if "." not in path.name else path.touch()
    jobs, left_out = find(tmp_path)
    found = [(job.student, job.assignment) for job in jobs]
    assert found == [("aoi", "02_neuron"), ("ben", "03_propagation"), ("chika", "02_neuron")]
    assert left_out == []
    assert [job.student for job in find(tmp_path, "03_propagation")[0]] == ["ben"]


def test_a_name_that_is_left_out_can_not_drive_the_terminal(tmp_path):
    (tmp_path / "aoi" / "02_neuron").mkdir(parents=True)
    (tmp_path / "aoi" / "\x1b[2Jevil").mkdir()
    (tmp_path / os.fsdecode(b"\xff\xe2\x80\xae") / "09_evil").mkdir(parents=True)
    _, left_out = find(tmp_path)
    assert [line.en for line in left_out] == [
        r"Left out aoi/\x1b[2Jevil: no such assignment.",
        r"Left out \xff\u202e/09_evil: no such assignment.",
    ]
    assert left_out[0].ja.startswith(r"aoi/\x1b[2Jevil は対象外です")


def test_a_class_without_submissions_says_what_was_looked_for(tmp_path):
    with pytest.raises(NoSubmissions) as caught:
        find(tmp_path)
    assert "<student>/<assignment>/" in caught.value.text.en
    assert "02_neuron" in caught.value.text.ja
