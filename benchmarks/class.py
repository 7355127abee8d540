"""A class on vanilla nbgrader, on Otter and on ours: the same submissions, in one run, on the same cores.

    python benchmarks/class.py           the table of docs/class.md, results/class.json, class.png
    python benchmarks/class.py --quick   one epoch and few submissions: does it work?

Every tool gets the same notebooks of chapter 8, and has to train the deck's model for 20 epochs on
60,000 images for each: nbgrader and Otter in the notebook's own cell, ours in a check (a sandbox
has no `autograder.course`, so that cell stops there). Hidden checks of equal content judge them;
ours has more of them, which train for one more epoch of 60,000. Rivals grade one submission alone;
Otter also two at once, nbgrader has no such mode. Otter is installed in an environment of its own,
which is made here and removed afterwards.
"""

from __future__ import annotations

import argparse
import contextlib
import datetime
import importlib.metadata
import json
import os
import platform
import shutil
import subprocess
import sys
import tempfile
import threading
import time
import zipfile
from collections.abc import Iterator
from importlib import util
from pathlib import Path
from typing import Any

import psutil

HERE = Path(__file__).resolve().parent
RESULTS = HERE / "results" / "class.json"
KIT = HERE.parent
BIN = Path(sys.executable).parent
KATA = "from autograder.cli import main; main()"

_spec = util.spec_from_file_location("nbgrader_benchmark", HERE / "nbgrader.py")
assert _spec is not None
assert _spec.loader is not None
parts = util.module_from_spec(_spec)
_spec.loader.exec_module(parts)
"""The other benchmark: its course, its submissions and its hidden checks."""

OTTER_TEST = """
from otter.test_files import test_case

OK_FORMAT = False
name = {name!r}
points = 1


@test_case(hidden=True)
def test_{name}(env):
    exec({code!r}, env)
"""


class Memory(threading.Thread):
    """The most that a process and all it started held, in bytes, looked at five times a second.

    Resident sizes are added, so a page that two processes share counts twice.
    """

    def __init__(self, pid: int):
        super().__init__(daemon=True)
        self.process = psutil.Process(pid)
        self.peak = 0

    def run(self) -> None:
        while True:
            try:
                tree = [self.process, *self.process.children(recursive=True)]
            except psutil.NoSuchProcess:
                return
            total = 0
            for one in tree:
                try:
                    total += one.memory_info().rss
                except psutil.NoSuchProcess:
                    continue
            self.peak = max(self.peak, total)
            if total == 0:
                return
            time.sleep(0.2)


def timed(*commands: list[str], cwd: Path, env: dict[str, str]) -> dict[str, Any]:
    """Wall seconds and peak memory of commands that run at once."""
    start = time.perf_counter()
    log = tempfile.TemporaryFile("w+")  # noqa: SIM115  closed with the process
    running = [
        subprocess.Popen(command, cwd=cwd, env=env, stdout=log, stderr=log) for command in commands
    ]
    memory = [Memory(process.pid) for process in running]
    for watch in memory:
        watch.start()
    failed = [process.args for process in running if process.wait() != 0]
    seconds = time.perf_counter() - start
    if failed:
        log.seek(0)
        sys.exit(f"{failed}\n{log.read()[-5000:]}")
    return {
        "seconds": round(seconds, 3),
        "peak_megabytes": round(sum(watch.peak for watch in memory) / 1e6),
    }


def students(solution: Path, epochs: int, count: int) -> dict[str, dict[str, Any]]:
    """`count` different submissions: three kinds in turn, each with a line of its own."""
    kinds = list(parts.submissions(solution, epochs).values())
    found = {}
    for number in range(count):
        notebook = json.loads(json.dumps(kinds[number % len(kinds)]))
        cells = [
            cell
            for cell in notebook["cells"]
            if cell["cell_type"] == "code" and parts.name_of(cell) not in parts.HIDDEN
        ]
        source = cells[-1]["source"]
        cells[-1]["source"] = "".join(source) + f"\n# student {number}\n"
        for cell in notebook["cells"]:
            cell["metadata"].pop("tags", None)  # every tool runs every cell
        found[f"student{number:02}"] = notebook
    return found


class Ours:
    """A copy of the kit, so that its hidden checks can change, and a cache of its own."""

    def __init__(self, top: Path, submissions: dict[str, dict[str, Any]]):
        from autograder.course import mnist

        self.top = top
        self.kit = top / "kit"
        for name in ("autograder", "solutions", "assignments"):
            shutil.copytree(
                KIT / name, self.kit / name, ignore=shutil.ignore_patterns("__pycache__")
            )
        self.env = {
            **os.environ,
            "PYTHONPATH": str(self.kit),
            "TFDS_DATA_DIR": str(mnist.prepare()),  # once, as on any course's first day
        }
        self.submissions = submissions

    def grade(self, count: int, jobs: int, cache: str, *more: str) -> dict[str, Any]:
        """Grades the first `count` submissions with what the cache of this name holds."""
        submitted = self.top / f"submitted{count}"
        for student, notebook in list(self.submissions.items())[:count]:
            folder = submitted / student / parts.ASSIGNMENT
            folder.mkdir(parents=True, exist_ok=True)
            (folder / parts.NOTEBOOK).write_text(json.dumps(notebook))
        out = self.top / "out"
        command = [sys.executable, "-c", KATA, "grade", str(submitted), "--out", str(out)]
        found = timed(
            [*command, *(more or ("--jobs", str(jobs))), "--lang", "en"],
            cwd=self.top,
            env={**self.env, "XDG_CACHE_HOME": str(self.top / cache)},
        )
        results = json.loads((out / "grades.json").read_text())["results"]
        found["scores"] = [r["score"] for r in results[:3]]
        found["could_not_check"] = sum(not r["complete"] for r in results)
        return {"submissions": count, "jobs": jobs, **found}

    def grade_with_dask(self, count: int, workers: int) -> dict[str, Any]:
        """The same by a scheduler and its workers on loopback, each with an empty cache."""
        with cluster(self.top / f"dask{workers}", workers, self.env) as address:
            return self.grade(count, 1, f"dask{workers}", "--scheduler", address)

    def stages(self) -> dict[str, float]:
        """Seconds by stage of the first submission alone."""
        student = next(iter(self.submissions))
        folder = self.top / "submitted1" / student / parts.ASSIGNMENT
        command = [sys.executable, str(HERE / "stages.py"), str(folder), parts.ASSIGNMENT]
        done = subprocess.run(command, env=self.env, check=True, capture_output=True, text=True)
        return json.loads(done.stdout)

    def change_a_check(self) -> None:
        """As if an instructor had changed a hidden check: its file has another content."""
        path = self.kit / "autograder" / "graders" / f"test_{parts.ASSIGNMENT}.py"
        path.write_text(path.read_text() + "\n# changed\n")


@contextlib.contextmanager
def cluster(folder: Path, workers: int, env: dict[str, str]) -> Iterator[str]:
    """Address of a Dask scheduler on loopback with so many workers of one thread."""
    from distributed import Client

    folder.mkdir()
    file = folder / "scheduler.json"
    dask, quiet = str(BIN / "dask"), {"stderr": subprocess.DEVNULL, "cwd": folder}
    options = ("--host", "127.0.0.1", "--port", "0", "--no-dashboard")
    started = [
        subprocess.Popen([dask, "scheduler", *options, "--scheduler-file", str(file)], **quiet)
    ]
    try:
        while not file.exists() or not file.read_text().endswith("}"):
            time.sleep(0.1)
        address = json.loads(file.read_text())["address"]
        for number in range(workers):
            home = folder / str(number)
            home.mkdir()
            words = ("worker", address, "--nthreads", "1", "--no-nanny", "--no-dashboard")
            command = [dask, *words, "--local-directory", str(home)]
            own = {**env, "XDG_CACHE_HOME": str(home)}
            started.append(subprocess.Popen(command, env=own, **quiet))
        with Client(address, timeout=60, set_as_default=False) as client:
            client.wait_for_workers(workers, timeout=120)
        yield address
    finally:
        for process in reversed(started):
            process.terminate()
            process.wait(60)


def nbgrader(top: Path, solution: Path, notebook: dict[str, Any]) -> dict[str, Any]:
    """Vanilla `nbgrader autograde` of one submission."""
    env = {**os.environ, "PATH": f"{BIN}{os.pathsep}{os.environ['PATH']}"}
    course = parts.Course(top / "nbgrader", env)
    parts.plain(solution, course.folder / "source" / parts.ASSIGNMENT / parts.NOTEBOOK)
    (course.folder / "nbgrader_config.py").write_text(
        'c = get_config()\nc.CourseDirectory.course_id = "plain"\nc.Execute.timeout = 1200\n'
    )
    course.run("nbgrader", "generate_assignment", parts.ASSIGNMENT)
    course.take({"student00": notebook}, tags=False)
    command = [str(BIN / "nbgrader"), "autograde", parts.ASSIGNMENT, "--student", "student00"]
    found = timed(command, cwd=course.folder, env=env)
    return {"submissions": 1, "at_once": 1, **found, "scores": list(course.scores().values())}


class Otter:
    """Otter in an environment of its own that sees our packages; `otter run` needs no container."""

    def __init__(self, top: Path):
        self.folder = top / "otter"
        environment = top / "otter-environment"
        subprocess.run([sys.executable, "-m", "venv", str(environment)], check=True)
        python = environment / "bin" / "python"
        ask = [str(python), "-c", "import sysconfig; print(sysconfig.get_path('purelib'))"]
        place = subprocess.run(ask, check=True, capture_output=True, text=True).stdout.strip()
        own = next(p for p in sys.path if p.endswith("site-packages"))
        Path(place, "kit.pth").write_text(f"{own}\n{KIT}\n")
        install = [str(python), "-m", "pip", "install", "--quiet", "otter-grader"]
        subprocess.run(install, check=True, capture_output=True)
        self.command = str(environment / "bin" / "otter")
        ask = [
            str(python),
            "-c",
            "from importlib.metadata import version as v; print(v('otter-grader'))",
        ]
        self.version = subprocess.run(
            ask, check=True, capture_output=True, text=True
        ).stdout.strip()
        self.folder.mkdir()
        with zipfile.ZipFile(self.folder / "autograder.zip", "w") as archive:
            archive.writestr("otter_config.json", json.dumps({"show_hidden": True}))
            for name, code in parts.HIDDEN.items():
                archive.writestr(f"tests/{name}.py", OTTER_TEST.format(name=name, code=code))

    def grade(self, notebooks: list[dict[str, Any]]) -> dict[str, Any]:
        """`otter run` of each notebook, at once."""
        commands = []
        for number, notebook in enumerate(notebooks):
            place = self.folder / f"submission{number}"
            place.mkdir(exist_ok=True)
            cells = [c for c in notebook["cells"] if parts.name_of(c) not in parts.HIDDEN]
            (place / parts.NOTEBOOK).write_text(json.dumps({**notebook, "cells": cells}))
            words = ("run", "-a", str(self.folder / "autograder.zip"), "-o", str(place))
            commands.append([self.command, *words, str(place / parts.NOTEBOOK)])
        found = timed(*commands, cwd=self.folder, env=dict(os.environ))
        scores = []
        for number in range(len(notebooks)):
            results = json.loads((self.folder / f"submission{number}/results.json").read_text())
            scores.append(sum(test.get("score", 0) for test in results["tests"]))
        return {
            "submissions": len(notebooks),
            "at_once": len(notebooks),
            **found,
            "scores": scores,
        }


def measure(epochs: int, sizes: list[int]) -> dict[str, Any]:
    with tempfile.TemporaryDirectory(prefix="kata-class-") as scratch:
        top = Path(scratch)
        env = {**os.environ, "PATH": f"{BIN}{os.pathsep}{os.environ['PATH']}"}
        init = ("kata", "nbgrader", "init", "course", "--assignment", parts.ASSIGNMENT)
        parts.Course(top, env).run(*init, "--lang", "en")
        solution = top / "course" / "source" / parts.ASSIGNMENT / parts.NOTEBOOK
        submissions = students(solution, epochs, max(sizes))
        first = list(submissions.values())
        otter = Otter(top)
        ours = Ours(top, submissions)
        one, few, many = sizes
        runs: dict[str, Any] = {}

        def note(name: str, found: dict[str, Any]) -> None:
            runs[name] = found
            print(name, json.dumps(found), flush=True)

        note("ours, one", ours.grade(one, 1, "one"))
        note("nbgrader, one", nbgrader(top, solution, first[0]))
        note("otter, one", otter.grade(first[:1]))
        note("otter, two at once", otter.grade(first[:2]))
        note("ours, few, 1 job", ours.grade(few, 1, "few1"))
        note("ours, few, 2 jobs", ours.grade(few, 2, "few2"))
        note("ours, few, 4 jobs", ours.grade(few, 4, "few4"))
        note("ours, few, 1 Dask worker", ours.grade_with_dask(few, 1))
        note("ours, few, 2 Dask workers", ours.grade_with_dask(few, 2))
        note("ours, many, 2 jobs", ours.grade(many, 2, "many"))
        note("ours, unchanged", ours.grade(many, 2, "many"))
        ours.change_a_check()
        note("ours, a check changed", ours.grade(many, 2, "many"))
        stages = ours.stages()
        print("stages", json.dumps(stages), flush=True)
        return {"otter": otter.version, "runs": runs, "stages": stages}


def summary(runs: dict[str, Any]) -> dict[str, float]:
    """The ratios and the seconds a submission that the raw runs give."""

    def each(name: str) -> float:
        return runs[name]["seconds"] / runs[name]["submissions"]

    ours = each("ours, many, 2 jobs")
    otter = min(each("otter, one"), each("otter, two at once"))
    return {
        "ours_vs_nbgrader_alone": each("nbgrader, one") / each("ours, one"),
        "ours_vs_nbgrader": each("nbgrader, one") / ours,
        "ours_vs_otter": otter / ours,
        "regrade_seconds": each("ours, a check changed"),
        "unchanged_seconds": each("ours, unchanged"),
        "scaling": each("ours, few, 1 job") / each("ours, few, 2 jobs") / 2,
    }


def table(runs: dict[str, Any]) -> str:
    lines = [
        "| run | submissions | seconds | seconds a submission | a minute | peak memory | scores |",
        "|---|---|---|---|---|---|---|",
    ]
    for name, run in runs.items():
        each = run["seconds"] / run["submissions"]
        scores = ", ".join(f"{score:g}" for score in run["scores"])
        lines.append(
            f"| {name} | {run['submissions']} | {run['seconds']:.1f} | {each:.2f} "
            f"| {60 / each:.1f} | {run['peak_megabytes']:,} MB | {scores} |"
        )
    return "\n".join(lines)


def draw(runs: dict[str, Any], path: Path) -> None:
    """Seconds a submission of each run as bars."""
    from matplotlib.figure import Figure

    names = list(runs)[::-1]
    seconds = [runs[name]["seconds"] / runs[name]["submissions"] for name in names]
    figure = Figure(figsize=(8, 4.5), layout="constrained")
    axes = figure.subplots()
    colors = ["tab:blue" if name.startswith("ours") else "tab:gray" for name in names]
    bars = axes.barh(names, seconds, color=colors)
    axes.bar_label(bars, fmt="%.1f", padding=3)
    axes.set_xlabel("seconds a submission")
    axes.margins(x=0.1)
    figure.savefig(path, dpi=100)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--quick", action="store_true", help="one epoch, few submissions")
    quick = parser.parse_args().quick
    began = time.perf_counter()
    found = measure(1 if quick else 20, [1, 2, 3] if quick else [1, 4, 16])
    numbers = {name: round(value, 3) for name, value in summary(found["runs"]).items()}
    print(table(found["runs"]))
    print(json.dumps(numbers, indent=1))
    if quick:
        return
    versions = ("nbgrader", "tensorflow", "keras", "neural-kata")
    result = {
        "date": datetime.date.today().isoformat(),
        "machine": f"{os.cpu_count()} cores, Python {platform.python_version()}",
        "load": round(os.getloadavg()[1], 1),
        "versions": {
            **{name: importlib.metadata.version(name) for name in versions},
            "otter-grader": found["otter"],
        },
        "minutes": round((time.perf_counter() - began) / 60, 1),
        **numbers,
        "stages": found["stages"],
        "runs": found["runs"],
    }
    RESULTS.parent.mkdir(exist_ok=True)
    RESULTS.write_text(json.dumps(result, indent=1) + "\n")
    draw(found["runs"], RESULTS.with_suffix(".png"))


if __name__ == "__main__":
    main()
