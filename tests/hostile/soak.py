"""`make soak N=1000`: many submissions in random order, 5 % of them hostile.

Grades them twice in different orders, each time without a cache, and samples the grader from
outside: its open files, its memory, the processes below it. Writes `results/soak.json` and draws
`docs/soak.png`. Exits with 1 if a grade depends on the order, or a number grows.
"""

from __future__ import annotations

import json
import os
import random
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parent))
import submissions
import traces

HERE = Path(__file__).resolve().parent
ROOT = HERE.parents[1]

HOSTILE = ("os_exit0", "native_segfault", "setsid_daemon", "huge_answer", "oversize_frame")
"""Attacks that end by themselves at once, so that the soak is long in submissions, not in waiting."""
SHARE = 0.05
EVERY = 2.0
"""Seconds between two samples."""


def main(count: int) -> int:
    entries = {entry.name: entry for entry in submissions.corpus()}
    base = submissions.solution("02_neuron")
    with tempfile.TemporaryDirectory(prefix="soak-") as name:
        folder = Path(name)
        folder.chmod(0o755)
        runs = []
        for seed in (1, 2):
            numbers = list(range(count))
            random.Random(seed).shuffle(numbers)
            submitted = folder / f"run{seed}" / "submitted"
            for place, number in enumerate(numbers):
                where = submitted / f"s{place:05d}" / "02_neuron"
                if number < count * SHARE:
                    submissions.hand_in(entries[HOSTILE[number % len(HOSTILE)]], where, folder)
                    extra = (where / "neuron.py").read_text() + f"\n# {number}\n"
                else:
                    where.mkdir(parents=True)
                    extra = f"{base}\n\n# {number}\n"
                (where / "neuron.py").write_text(extra)
            runs.append(_graded(folder / f"run{seed}", numbers))
    same = runs[0]["grades"] == runs[1]["grades"]
    left = sum(run["left"] for run in runs)
    files = max(_growth(run["samples"], "files") for run in runs)
    memory = max(_growth(run["samples"], "memory_mb") for run in runs)
    summary: dict[str, Any] = {
        "submissions": count,
        "hostile": int(count * SHARE),
        "grades_independent_of_order": same,
        "processes_left": left,
        "descriptors_grown_by": files,
        "memory_grown_by_mb": memory,
        "runs": [{k: run[k] for k in ("seconds", "samples")} for run in runs],
    }
    (HERE / "results").mkdir(exist_ok=True)
    (HERE / "results" / "soak.json").write_text(json.dumps(summary, indent=1) + "\n")
    draw(summary, ROOT / "docs" / "soak.png")
    print(json.dumps({k: v for k, v in summary.items() if k != "runs"}, indent=1))
    return 0 if same and not left and files <= 8 and memory <= 64 else 1


def _graded(folder: Path, numbers: list[int]) -> dict[str, Any]:
    """Grades the class; the outcome of every check by the submission's number."""
    environment = {**os.environ, "XDG_CACHE_HOME": str(folder / "cache"), "LANG": "C.UTF-8"}
    command = [str(Path(sys.executable).with_name("kata")), "grade", str(folder / "submitted")]
    command += ["--out", str(folder / "out"), "--jobs", "2", "--lang", "en"]
    samples = []
    began = time.monotonic()
    with traces.adopting() as children:
        process = subprocess.Popen(
            command, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
        )
        while process.poll() is None:
            found = _sample(process.pid)
            if found:
                samples.append({"at": round(time.monotonic() - began, 1), **found})
            time.sleep(EVERY)
        left = len(children())
    assert process.returncode == 0, f"kata grade ended with {process.returncode}"
    results = json.loads((folder / "out" / "grades.json").read_text())["results"]
    grades = {
        numbers[int(result["student"][1:])]: [
            (check["name"], check["outcome"], check["points"]) for check in result["checks"]
        ]
        for result in results
    }
    assert len(grades) == len(numbers)
    seconds = round(time.monotonic() - began, 1)
    return {"grades": grades, "samples": samples, "left": left, "seconds": seconds}


def draw(summary: dict[str, Any], path: Path) -> None:
    """The grader's memory and open files over each of the runs."""
    from matplotlib import pyplot as plt

    figure, places = plt.subplots(1, 2, figsize=(9, 3.2), layout="constrained")
    for ax, what, title in zip(
        places, ("memory_mb", "files"), ("Memory of the grader, MB", "Open files"), strict=True
    ):
        for number, run in enumerate(summary["runs"], start=1):
            at = [sample["at"] for sample in run["samples"]]
            ax.plot(at, [sample[what] for sample in run["samples"]], label=f"order {number}")
        ax.set(title=title, xlabel="seconds")
        ax.set_ylim(bottom=0)
    places[1].legend()
    figure.suptitle(f"{summary['submissions']:,} submissions, {summary['hostile']:,} of them hostile")
    figure.savefig(path, dpi=100)


def _sample(pid: int) -> dict[str, float] | None:
    """Open files and memory of the grader's first process."""
    try:
        files = len(os.listdir(f"/proc/{pid}/fd"))
        pages = int(Path(f"/proc/{pid}/statm").read_text().split()[1])
    except OSError:
        return None
    return {"files": files, "memory_mb": round(pages * 4096 / 1e6, 1)}


def _growth(samples: list[dict[str, float]], what: str) -> float:
    """How much more the last tenth has than the tenth after the start (medians)."""
    values = [sample[what] for sample in samples]
    part = max(1, len(values) // 10)
    early, late = sorted(values[part : 2 * part]), sorted(values[-part:])
    return round(late[len(late) // 2] - early[len(early) // 2], 1) if early else 0.0


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1]) if len(sys.argv) > 1 else 1000))
