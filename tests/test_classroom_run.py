"""A run over a class: workers that die, identical submissions, what is kept.

The submissions are graded by small functions here; `test_classroom_kata.py` grades real ones.
"""

from __future__ import annotations

import os
import signal
from collections import Counter
from pathlib import Path

import pytest

from autograder.classroom import plan, worker
from autograder.classroom.collect import Job
from autograder.classroom.pool import MAX_TRIES, grade_all
from autograder.classroom.run import Run
from autograder.report import CheckResult, Report
from autograder.text import Text


def report(job: Job, note: str = "") -> Report:
    text = Text(en=note, ja=note)
    check = CheckResult(
        name="test_it",
        task="it",
        title=text,
        outcome="passed",
        points=1,
        max_points=1,
        message=text,
        hint=text,
    )
    return Report(
        student=job.student, assignment=job.assignment, checks=(check,), seconds=1, notes=(text,)
    )


def by_process(job: Job) -> dict:
    """Grades in no time, and says which process did it."""
    return report(job, str(os.getpid())).as_dict()


def deadly(job: Job) -> dict:
    """Kills its worker for one student, and counts how often it was begun."""
    with open(job.path, "a") as file:
        file.write(f"{job.student}\n")
    if job.student == "killer":
        os.kill(os.getpid(), signal.SIGKILL)
    return report(job).as_dict()


def broken(job: Job) -> dict:
    raise ValueError(f"no {job.student}")


def threads(job: Job) -> dict:
    return report(job, os.environ.get("OMP_NUM_THREADS", "")).as_dict()


def jobs(*students: str, assignment: str = "02_neuron", path: Path = Path()) -> list[Job]:
    return [Job(student, assignment, path) for student in students]


def test_a_submission_that_kills_its_worker_is_reported_after_three_tries(tmp_path):
    begun = tmp_path / "begun"
    found = [g.report for g in grade_all(jobs("a", "killer", "b", "c", path=begun), 2, deadly)]
    assert sorted(r.student for r in found) == ["a", "b", "c", "killer"]
    (killer,) = (r for r in found if r.student == "killer")
    assert "the worker that graded it died" in killer.checks[0].message.en
    assert not killer.complete
    assert Counter(begun.read_text().split()) == {"a": 1, "b": 1, "c": 1, "killer": MAX_TRIES}


class DiesAtStart:
    """A grade function that ends the process which receives it."""

    def __reduce__(self) -> tuple:
        return os._exit, (1,)


def test_where_no_worker_starts_every_submission_is_reported_as_not_graded():
    jobs = [Job(who, "02_neuron", Path(who)) for who in ("ann", "bob", "cy")]
    found = list(grade_all(jobs, 2, DiesAtStart()))
    assert sorted(graded.job.student for graded in found) == ["ann", "bob", "cy"]
    for graded in found:
        assert "no worker could be started" in graded.report.checks[0].message.en
        assert not graded.report.complete


def test_a_failure_of_the_kit_is_no_zero_and_stops_nobody():
    found = [g.report for g in grade_all(jobs("a", "b"), 1, broken)]
    assert [r.checks[0].outcome for r in found] == ["error", "error"]
    assert "ValueError: no a" in found[0].checks[0].message.en


def test_a_worker_gives_way_to_a_fresh_one_after_so_many_submissions(monkeypatch):
    monkeypatch.setattr(worker, "MAX_TASKS", 3)
    found = [g.report for g in grade_all(jobs(*"abcdefg"), 1, by_process)]
    processes = Counter(r.notes[0].en for r in found)
    assert sorted(processes.values()) == [1, 3, 3]


def test_a_worker_has_one_thread():
    (found,) = grade_all(jobs("a"), 1, threads)
    assert found.report.notes[0].en == "1"


def test_closing_the_run_ends_the_workers():
    run = grade_all(jobs(*"abcdef"), 2, by_process)
    pids = {int(next(run).report.notes[0].en)}
    run.close()
    assert not any(Path(f"/proc/{pid}").exists() for pid in pids)


@pytest.fixture
def a_run(tmp_path):
    """A run over some jobs with these keys (by student); `kept` are there already."""

    def make(keys: dict[str, str], kept: dict[str, Report]) -> Run:
        return Run(
            jobs=jobs(*keys),
            look=lambda job: (keys[job.student], kept.get(job.student)),
            grader=lambda todo: grade_all(todo, 1, by_process),
            workers=1,
            times=tmp_path / "seconds.json",
        )

    return make


def test_identical_submissions_are_graded_once_and_each_gets_its_report(a_run):
    run = a_run({"a": "same", "b": "own", "c": "same", "d": "same"}, {})
    found = list(run.reports())
    assert sorted(r.student for r in found) == ["a", "b", "c", "d"]
    assert run.copied == 2
    assert run.left.means().keys() == {"02_neuron"}
    assert run.left._took["02_neuron"].count == 2


def test_what_is_kept_comes_first_and_needs_no_worker(a_run):
    (job,) = jobs("b")
    run = a_run({"a": "1", "b": "2"}, {"b": report(job, "kept")})
    found = list(run.reports())
    assert [r.student for r in found] == ["b", "a"]
    assert run.remembered == 1


def test_a_run_keeps_no_report_that_it_has_given_away(a_run):
    gone = []

    class Watched(Report):
        def __del__(self):
            gone.append(self.student)

    def kept(name):
        return Watched(student=name, assignment="02_neuron", checks=(), seconds=0.0)

    names = [f"student{i}" for i in range(5)]
    run = a_run(dict.fromkeys(names, "same"), {})
    run.look = lambda job: ("same", kept(job.student))
    most = max(n - len(gone) for n, _ in enumerate(run.reports(), start=1))
    assert most <= 2


def test_workers_are_planned_by_cores_and_memory(monkeypatch):
    monkeypatch.setattr(plan, "cores", lambda: 8)
    monkeypatch.setattr(plan, "memory", lambda: 10_000_000_000)
    assert plan.workers(jobs("a")) == 8
    assert plan.workers([*jobs("a"), *jobs("a", assignment="07_build")]) == 3
    monkeypatch.setattr(plan, "memory", lambda: 100_000_000)
    assert plan.workers(jobs("a")) == 1


def test_free_memory_is_read_from_the_system():
    assert 10_000_000 < plan.memory() < 1 << 50
