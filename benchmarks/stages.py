"""Where the seconds of one submission go, on one core.

    python benchmarks/stages.py FOLDER [ASSIGNMENT]    a submission's folder; prints a table

Grades it twice in this process, as a worker of `kata grade` does, without a cache, and tells how
long the second grading waited for each kind of answer from the student's process. The first pays
for the images of its checks.
"""

from __future__ import annotations

import json
import os
import sys
import time
from collections import Counter
from pathlib import Path
from typing import Any

if __name__ == "__main__":  # before TensorFlow makes its threads
    from autograder.grading.suite import ONE_CORE

    os.environ.update(dict.fromkeys(ONE_CORE, "1"))
    os.sched_setaffinity(0, sorted(os.sched_getaffinity(0))[-1:])

from autograder.boundary import wire
from autograder.course import catalogue, places
from autograder.grading.grade import Official, grade
from autograder.grading.suite import checks, starter

WORDS = {
    "start": "start of the sandbox",
    "load": "import of TensorFlow and the submission's cells",
    "train": "the learner's trainings",
    "rest": "all other answers",
    "ours": "the grader: checks, models rebuilt and measured",
}
TRAINING = ("train", "run_experiment", "experiment_table", "experiment")
"""Functions of the course that train networks."""


class Watch:
    """Adds up the seconds between a question and its answer."""

    def __init__(self) -> None:
        self.seconds: Counter[str] = Counter()
        self._asked = ("", 0.0)
        send, receive = wire.Channel.send, wire.Channel.receive

        def timed_send(channel: wire.Channel, message: dict[str, Any], **options: Any) -> None:
            self._asked = (self.kind(message), time.perf_counter())
            send(channel, message, **options)

        def timed_receive(channel: wire.Channel, **options: Any) -> dict[str, Any]:
            try:
                return receive(channel, **options)
            finally:
                kind, asked = self._asked
                self.seconds[kind] += time.perf_counter() - asked

        wire.Channel.send = timed_send  # type: ignore[method-assign,assignment]
        wire.Channel.receive = timed_receive  # type: ignore[method-assign,assignment]

    @staticmethod
    def kind(message: dict[str, Any]) -> str:
        """Which row of the table an answer belongs to."""
        if message.get("op") == "load":
            return "load"
        return "train" if message.get("name") in TRAINING else "rest"


def measure(folder: Path, name: str) -> dict[str, float]:
    """Seconds by stage, and in all, of the second of two gradings."""
    assignment = catalogue.find(name)
    start = starter(assignment, sandbox=True)
    watch = Watch()

    def timed_start() -> Any:
        began = time.perf_counter()
        try:
            return start()
        finally:
            watch.seconds["start"] += time.perf_counter() - began

    official = Official(start=timed_start, sandboxed=True)
    for _ in range(2):
        watch.seconds.clear()
        began = time.perf_counter()
        report = grade(
            folder,
            assignment,
            checks(assignment),
            student="one",
            starters=places.starters(assignment),
            official=official,
        )
        total = time.perf_counter() - began
    if not report.complete:
        sys.exit(f"{folder} could not be checked as a whole")
    found = {kind: round(watch.seconds[kind], 2) for kind in WORDS if kind != "ours"}
    return {**found, "ours": round(total - sum(found.values()), 2), "all": round(total, 2)}


def table(seconds: dict[str, float]) -> str:
    lines = ["| stage | seconds | share |", "|---|---|---|"]
    for kind, words in {**WORDS, "all": "all"}.items():
        share = seconds[kind] / seconds["all"]
        lines.append(f"| {words} | {seconds[kind]:.1f} | {share:.0%} |")
    return "\n".join(lines)


def main() -> None:
    if not 2 <= len(sys.argv) <= 3:
        sys.exit(__doc__)
    found = measure(Path(sys.argv[1]), *sys.argv[2:] or ["08_overfitting"])
    print(json.dumps(found))
    print(table(found), file=sys.stderr)


if __name__ == "__main__":
    main()
