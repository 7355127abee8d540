"""A class graded by the workers of a Dask scheduler, each with its own cache and no shared folder."""

from __future__ import annotations

import json
import os
import re
import signal
import subprocess
import sys
import time
import zipfile
from pathlib import Path

import pytest
from distributed import Client

from autograder.classroom import cluster
from autograder.classroom.cluster import Cluster, NoCluster
from autograder.classroom.collect import Job
from autograder.classroom.job import graded
from autograder.classroom.pool import not_graded
from autograder.report import Report
from autograder.reports import grades_json

DASK = Path(sys.executable).with_name("dask")


@pytest.fixture
def environment(tmp_path) -> dict[str, str]:
    return {**os.environ, "LANG": "C.UTF-8", "XDG_CACHE_HOME": str(tmp_path / "cache")}


@pytest.fixture
def scheduler(tmp_path):
    """Address of a scheduler on loopback, which takes a worker for lost after ten seconds."""
    file = tmp_path / "scheduler.json"
    words = ("scheduler", "--host", "127.0.0.1", "--port", "0", "--no-dashboard")
    process = subprocess.Popen(
        [DASK, *words, "--scheduler-file", file],
        stderr=subprocess.DEVNULL,
        env={**os.environ, "DASK_DISTRIBUTED__SCHEDULER__WORKER_TTL": "10s"},
    )
    (tmp_path / "scheduler.pid").write_text(str(process.pid))
    end = time.monotonic() + 120
    while not file.exists() or not file.read_text().endswith("}"):
        assert time.monotonic() < end
        time.sleep(0.1)
    yield json.loads(file.read_text())["address"]
    process.terminate()
    process.wait(30)


@pytest.fixture
def worker(scheduler, tmp_path):
    """Starts a worker with a cache and a home of its own; all are ended afterwards."""
    started = []

    def start(name: str) -> subprocess.Popen:
        home = tmp_path / name
        home.mkdir()
        words = ("worker", scheduler, "--nthreads", "1", "--no-nanny", "--no-dashboard")
        started.append(
            subprocess.Popen(
                [DASK, *words, "--name", name, "--local-directory", home],
                env={**os.environ, "XDG_CACHE_HOME": str(home)},
                stderr=subprocess.DEVNULL,
            )
        )
        return started[-1]

    yield start
    for process in started:
        process.kill()
        process.wait()


def wait_for(address: str, count: int) -> None:
    with Client(address, timeout=60, set_as_default=False) as client:
        client.wait_for_workers(count, timeout=120)


@pytest.fixture
def submitted(tmp_path, solution) -> Path:
    """Seven students of chapter 2, one of whom handed in what can't be read."""
    for number in range(6):
        folder = tmp_path / "submitted" / f"student{number}" / "02_neuron"
        folder.mkdir(parents=True)
        own = solution if number % 2 else solution.replace("np.maximum", "np.minimum")
        (folder / "neuron.py").write_text(f"import time\ntime.sleep(1)\nown = {number}\n{own}")
    (tmp_path / "submitted" / "student6" / "02_neuron").mkdir(parents=True)
    return tmp_path / "submitted"


def graded_by_kata(submitted: Path, out: Path, environment: dict[str, str], *words: str):
    command = [Path(sys.executable).with_name("kata"), "grade", submitted, "--out", out, *words]
    return subprocess.run(
        [*command, "--lang", "en"], env=environment, capture_output=True, text=True, timeout=600
    )


def grades(out: Path) -> str:
    """grades.json but for the seconds that it took."""
    return re.sub(r'"seconds": [0-9.e-]+', '"seconds": 0', (out / "grades.json").read_text())


@pytest.mark.slow
def test_a_worker_killed_in_the_middle_changes_no_grade(
    scheduler, worker, submitted, environment, tmp_path
):
    first, _ = worker("first"), worker("second")
    wait_for(scheduler, 2)
    command = [Path(sys.executable).with_name("kata"), "grade", submitted, "--lang", "en"]
    run = subprocess.Popen(
        [*command, "--out", tmp_path / "far", "--scheduler", scheduler],
        env=environment,
        stderr=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    end = time.monotonic() + 300
    while not list((tmp_path / "first").rglob("graded/??/*")):
        assert time.monotonic() < end
        assert run.poll() is None, run.communicate()
        time.sleep(0.05)
    os.kill(first.pid, signal.SIGKILL)
    _, errors = run.communicate(timeout=300)
    assert run.returncode == 0, errors
    assert "Traceback" not in errors
    here = graded_by_kata(
        submitted, tmp_path / "here", {**environment, "XDG_CACHE_HOME": str(tmp_path / "other")}
    )
    assert here.returncode == 0, here.stderr
    assert grades(tmp_path / "far") == grades(tmp_path / "here")
    assert len(json.loads((tmp_path / "far" / "grades.json").read_text())["results"]) == 7
    # What came from the cluster is kept here too: nobody is needed to grade it again.
    again = graded_by_kata(submitted, tmp_path / "again", environment, "--jobs", "1")
    assert again.returncode == 0
    assert grades(tmp_path / "again") == grades(tmp_path / "here")


def test_without_a_scheduler_there_is_one_clear_line(submitted, environment, tmp_path, monkeypatch):
    monkeypatch.setattr(cluster, "CONNECT_SECONDS", 1)
    with pytest.raises(NoCluster) as caught:
        Cluster("tcp://127.0.0.1:9")
    assert "No Dask scheduler answers at tcp://127.0.0.1:9" in caught.value.text.en


class Done:
    """A future of the test's own."""

    def __init__(self, value=None, *, done=True):
        self.value, self.is_done = value, done

    def done(self):
        return self.is_done

    def exception(self, timeout):
        return None

    def result(self, timeout):
        if self.value is None:
            raise TimeoutError
        return self.value

    def cancel(self):
        self.is_done = True


@pytest.fixture
def pretended(monkeypatch):
    """A cluster without Dask: `workers` are there, and `submit` says what becomes of a parcel."""

    def make(workers, submit) -> Cluster:
        found = object.__new__(Cluster)
        found._kit = cluster.this_kit()
        monkeypatch.setattr(found, "look", workers)
        monkeypatch.setattr(found, "_submit", submit)
        monkeypatch.setattr(found, "_rest", lambda running: None)
        return found

    return make


def test_a_submission_that_kills_three_workers_is_reported(pretended, submitted):
    begun = []
    alive = [f"w{n}" for n in range(9)]

    def submit(parcel, address):
        begun.append(address)
        alive.remove(address)
        return Done(done=False)

    job = Job("student0", "02_neuron", submitted / "student0" / "02_neuron")
    (found,) = pretended(lambda: list(alive), submit).grade_all([job])
    assert len(begun) == 3
    assert "the worker that graded it died" in found.report.checks[0].message.en
    assert not found.report.complete


@pytest.mark.parametrize(
    ("answer", "why"),
    [
        ({"kit": "another", "problem": ""}, "of another version"),
        ({"kit": "ours", "problem": "no bubblewrap"}, "no sandbox (no bubblewrap)"),
        (ModuleNotFoundError("No module named 'autograder'"), "can't run the kit"),
    ],
)
def test_a_worker_that_may_not_grade_is_named_with_the_reason(answer, why):
    found = cluster._why_not(answer, "ours")
    assert why in found.en
    assert cluster._why_not({"kit": "ours", "problem": ""}, "ours") is None


def test_a_parcel_for_another_kit_is_refused(submitted):
    from dataclasses import replace

    job = Job("student0", "02_neuron", submitted / "student0" / "02_neuron")
    parcel = cluster.packed(job, cluster.this_kit())
    with pytest.raises(cluster.WrongWorker, match="another"):
        cluster.grade_parcel(replace(parcel, kit="another"))


def test_a_report_that_its_worker_does_not_hand_over_is_made_elsewhere(pretended, submitted):
    job = Job("student0", "02_neuron", submitted / "student0" / "02_neuron")
    report = not_graded(job, "made by the second").as_dict()
    futures = [Done(None), Done(report)]
    run = pretended(lambda: ["w"], lambda parcel, address: futures.pop(0)).grade_all([job])
    (found,) = run
    assert "made by the second" in found.report.checks[0].message.en


def zip_of(folder: Path, files: dict[str, str]) -> None:
    folder.mkdir(parents=True)
    with zipfile.ZipFile(folder / "work.zip", "w") as archive:
        for name, text in files.items():
            archive.writestr(name, text)


ODD = {
    "a file and a folder of one name": {"a": "x", "a/b.txt": "y"},
    "a name longer than a disk holds": {"語" * 100 + ".txt": "x"},
    "a zip in the zip": {"more.zip": "x"},
    "folders 500 deep": {"d/" * 500 + "x": "y"},
}
REFUSED = {
    "a file and a folder of one name": "both a file and a folder with the name 'a'",
    "folders 500 deep": "deeper than anything can be written",
}


@pytest.mark.parametrize("odd", ODD)
@pytest.mark.parametrize("alone", [False, True], ids=["beside the work", "alone"])
def test_a_parcel_is_graded_as_the_folder_that_it_came_from(
    pretended, solution, tmp_path, monkeypatch, odd, alone
):
    zip_of(tmp_path / "02_neuron", {**({} if alone else {"neuron.py": solution}), **ODD[odd]})
    job = Job("aoi", "02_neuron", tmp_path / "02_neuron")
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    here = grades_json.result(Report.from_dict(graded(job)), "en")
    assert here["score"] == (0 if alone or odd in REFUSED else 10)
    assert REFUSED.get(odd, "") in here["checks"][0]["message"]
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "another"))

    def submit(parcel, address):
        return Done(cluster.grade_parcel(parcel))

    (found,) = pretended(lambda: ["w"], submit).grade_all([job])
    assert grades_json.result(found.report, "en") | {"seconds": 0} == here | {"seconds": 0}


@pytest.fixture
def two_workers(scheduler, worker):
    """Address of a scheduler with two workers, and the process of each by its address."""
    worker("first"), worker("second")
    wait_for(scheduler, 2)
    with Client(scheduler, timeout=60, set_as_default=False) as client:
        pids = client.run(os.getpid)
    return scheduler, pids


@pytest.mark.slow
def test_a_worker_that_hangs_is_named_and_gets_no_work(two_workers, submitted, monkeypatch):
    address, pids = two_workers
    hanging = min(pids)
    os.kill(pids[hanging], signal.SIGSTOP)
    monkeypatch.setattr(cluster, "ANSWER_SECONDS", 15.0)
    job = Job("student1", "02_neuron", submitted / "student1" / "02_neuron")
    with Cluster(address) as found:
        assert found.require_workers() == 1
        (line,) = found.refused
        assert line.en == f"No work for {hanging}: it does not answer (15 seconds)"
        assert [g.report.score for g in found.grade_all([job])] == [10.0]


@pytest.mark.slow
def test_what_a_worker_was_grading_when_it_hung_is_graded_elsewhere(
    two_workers, submitted, monkeypatch
):
    address, pids = two_workers
    job = Job("student1", "02_neuron", submitted / "student1" / "02_neuron")
    given = []
    with Cluster(address) as found:
        assert found.require_workers() == 2
        submit = found._submit

        def submit_and_stop(parcel, to):
            given.append(to)
            if len(given) == 1:
                os.kill(pids[to], signal.SIGSTOP)
            return submit(parcel, to)

        monkeypatch.setattr(found, "_submit", submit_and_stop)
        assert [g.report.score for g in found.grade_all([job])] == [10.0]
    assert len(set(given)) == 2


@pytest.mark.slow
def test_a_scheduler_that_is_lost_ends_the_run_with_one_clear_line(
    scheduler, worker, submitted, environment, tmp_path
):
    worker("first")
    wait_for(scheduler, 1)
    command = [Path(sys.executable).with_name("kata"), "grade", submitted, "--lang", "en"]
    run = subprocess.Popen(
        [*command, "--out", tmp_path / "out", "--scheduler", scheduler],
        env=environment,
        stderr=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    end = time.monotonic() + 300
    while not list((tmp_path / "cache").rglob("graded/??/*")):
        assert time.monotonic() < end
        assert run.poll() is None, run.communicate()
        time.sleep(0.05)
    os.kill(int((tmp_path / "scheduler.pid").read_text()), signal.SIGKILL)
    _, errors = run.communicate(timeout=200)
    assert run.returncode == 2, errors
    assert "The Dask scheduler doesn't answer any more" in errors
    assert "Traceback" not in errors
    done = json.loads((tmp_path / "out" / "grades.json").read_text())["results"]
    assert 1 <= len(done) < 7
