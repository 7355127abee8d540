"""Ten thousand submissions: does memory or the number of open files grow, and how long does it take?

    python -P benchmarks/many.py    (-P: nbgrader.py beside it is not the package)

The class is made of the variants of chapter 2 (wrong answers and honest ones), handed in again and
again under other names, so each content is graded once and the rest is looked up.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import tempfile
import threading
import time
from pathlib import Path

import psutil

from autograder.commands.validate import trials_of
from autograder.course import catalogue

RESULTS = Path(__file__).parent / "results" / "many.json"
CODE = "from autograder.cli import main; main()"


def make(submitted: Path, count: int) -> int:
    """Writes the class; how many contents it has."""
    contents = [t.content for t in trials_of(catalogue.find("02")) if t.file.endswith(".py")]
    contents = list(dict.fromkeys(contents))
    for number in range(count):
        folder = submitted / f"student{number:06}" / "02_neuron"
        folder.mkdir(parents=True)
        (folder / "neuron.py").write_text(contents[number % len(contents)])
    return len(contents)


def watched(command: list[str], env: dict[str, str]) -> dict[str, float]:
    """Seconds, and the most memory and open files that the grader itself had, without workers."""
    start = time.perf_counter()
    process = subprocess.Popen(command, env=env, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
    looks: list[tuple[float, int, int]] = []

    def look() -> None:
        watched_process = psutil.Process(process.pid)
        while True:
            try:
                memory = watched_process.memory_info().rss
                files = watched_process.num_fds()
            except psutil.NoSuchProcess:
                return
            looks.append((time.perf_counter() - start, memory, files))
            time.sleep(0.25)

    watcher = threading.Thread(target=look, daemon=True)
    watcher.start()
    _, errors = process.communicate()
    if process.returncode != 0:
        sys.exit(errors.decode())
    total = time.perf_counter() - start
    return {
        "seconds": round(total, 1),
        "megabytes": round(max(m for _, m, _ in looks) / 1e6),
        "open_files": max(f for _, _, f in looks),
    }


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--submissions", type=int, default=10_000)
    most = parser.parse_args().submissions
    found = {"contents": 0, "runs": []}
    with tempfile.TemporaryDirectory(prefix="kata-many-") as scratch:
        top = Path(scratch)
        env = {**os.environ, "XDG_CACHE_HOME": str(top / "cache")}
        for count in (most // 100, most // 10, most // 10, most):
            submitted = top / f"submitted{count}"
            if not submitted.exists():
                found["contents"] = make(submitted, count)
            command = [sys.executable, "-c", CODE, "grade", str(submitted)]
            run = watched([*command, "--out", str(top / f"out{count}")], env)
            run = {
                "submissions": count,
                **run,
                "milliseconds_each": round(run["seconds"] / count * 1000, 1),
            }
            found["runs"].append(run)
            print(json.dumps(run), flush=True)
    RESULTS.write_text(json.dumps(found, indent=1) + "\n")


if __name__ == "__main__":
    main()
