"""What is kept of a grading: damaged entries are graded again, and nobody's entry is another's."""

from __future__ import annotations

from pathlib import Path

import pytest

from autograder.classroom import job
from autograder.classroom.cache import Cache, store
from autograder.classroom.collect import Job
from autograder.report import Report

KEY = "ab" * 20


def entry(folder: Path) -> Path:
    (path,) = (p for p in folder.rglob("*") if p.is_file())
    return path


@pytest.mark.parametrize("data", [b"", b"x", b"answers" * 1000])
def test_what_is_put_comes_back(tmp_path, data):
    Cache(tmp_path).put(KEY, data)
    assert Cache(tmp_path).get(KEY) == data


def test_an_entry_with_any_bit_flipped_counts_as_none(tmp_path):
    cache = Cache(tmp_path)
    cache.put(KEY, b"points: 1")
    path = entry(tmp_path)
    whole = path.read_bytes()
    for bit in range(len(whole) * 8):
        damaged = bytearray(whole)
        damaged[bit // 8] ^= 1 << bit % 8
        path.write_bytes(damaged)
        assert cache.get(KEY) is None, bit
    path.write_bytes(whole)
    assert cache.get(KEY) == b"points: 1"


def test_an_entry_cut_short_or_grown_counts_as_none(tmp_path):
    cache = Cache(tmp_path)
    cache.put(KEY, b"points: 1")
    path = entry(tmp_path)
    whole = path.read_bytes()
    for damaged in (*(whole[:length] for length in range(len(whole))), whole + b"0"):
        path.write_bytes(damaged)
        assert cache.get(KEY) is None


def test_an_entry_under_anothers_key_counts_as_none(tmp_path):
    cache = Cache(tmp_path)
    cache.put(KEY, b"full marks")
    other = "ab" + "cd" * 19
    entry(tmp_path).rename(tmp_path / "ab" / other[2:])
    assert cache.get(other) is None


def test_a_damaged_entry_is_written_again(tmp_path):
    cache = Cache(tmp_path)
    cache.put(KEY, b"right")
    entry(tmp_path).write_bytes(b"damaged")
    cache.put(KEY, b"right")
    assert cache.get(KEY) == b"right"


@pytest.fixture
def submission(tmp_path, monkeypatch) -> Job:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    folder = tmp_path / "aoi" / "02_neuron"
    folder.mkdir(parents=True)
    (folder / "neuron.py").write_text("def relu(z):\n    return z\n")
    return Job("aoi", "02_neuron", folder)


def test_points_changed_in_a_kept_report_are_not_believed(submission):
    """Every entry of a real grading, its answers too, with a zero turned into a nine."""
    first = Report.from_dict(job.graded(submission))
    assert first.score < 10
    files = [path for path in store().folder.rglob("*") if path.is_file()]
    assert len(files) > 5
    for path in files:
        data = path.read_bytes()
        path.write_bytes(data[:32] + data[32:].replace(b'"points": 0.0', b'"points": 9.0') + b" ")
    key, known = job.look(submission, sandbox=True)
    assert key is not None
    assert known is None
    again = Report.from_dict(job.graded(submission))
    assert [c.points for c in again.checks] == [c.points for c in first.checks]
    assert job.look(submission, sandbox=True)[1] is not None


def test_a_kept_report_is_nobodys_who_handed_in_something_else(submission):
    """Neither by the name of a file, nor by what stands in it, do two become one."""
    found = set()
    contents = {"neuron.py": "def relu(z):\n    return z\n"}
    for files in (
        contents,
        {**contents, "a.txt": ""},
        {**contents, "a.txt\n": ""},
        {**contents, "a": "b", "c": "d"},
        {**contents, "a": "d", "c": "b"},
        {**contents, 'a", "c': "bd"},
        {"neuron.py": contents["neuron.py"] + " "},
        {"other.py": contents["neuron.py"]},
    ):
        for old in submission.path.iterdir():
            old.unlink()
        for name, text in files.items():
            (submission.path / name).write_text(text)
        key, _ = job.look(submission, sandbox=True)
        found.add(key)
        found.add(job.look(submission, sandbox=False)[0])
    assert len(found) == 2 * 8


def test_a_kept_report_names_nobody(submission):
    job.graded(submission)
    _, known = job.look(Job("ben", submission.assignment, submission.path), sandbox=True)
    assert known is not None
    assert known.student == "ben"
