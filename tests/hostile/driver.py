"""`kata`, with what a test wants changed put in from outside: `python driver.py grade …`.

The product has no switch for any of this. The variable `HOSTILE` holds JSON:

    seconds     limit of one answer of the NumPy chapters' submissions
    memory      limit of a submission's memory, in bytes
    checks      folder whose `test_<chapter>.py` stand for the hidden checks
    pids        file to which every process of the grader adds its number
    off         names of protections to switch off (see `weaken.py`)
    fault       arguments of `faults.arm`: which step fails, how, where, in which process

Workers are spawned, so they run this file's top level too.
"""

from __future__ import annotations

import dataclasses
import functools
import json
import os
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))

ORDER = json.loads(os.environ.pop("HOSTILE", None) or os.environ["HOSTILE_AGAIN"])
os.environ["HOSTILE_AGAIN"] = json.dumps(ORDER)  # for the workers; a submission must not see it


def prepare() -> None:
    """Changes this process as `ORDER` wants it."""
    from autograder.boundary import sandbox
    from autograder.course import catalogue, places

    if "pids" in ORDER:
        with open(ORDER["pids"], "a") as file:
            file.write(f"{os.getpid()}\n")
    if "seconds" in ORDER:
        read = catalogue.read

        def quick(path: Path) -> catalogue.Assignment:
            found = read(path)
            seconds = found.seconds if found.tensorflow else ORDER["seconds"]
            return dataclasses.replace(found, seconds=seconds)

        catalogue.read = quick
    if "memory" in ORDER:
        sandbox.Limits = functools.partial(sandbox.Limits, memory_bytes=ORDER["memory"])
    if "checks" in ORDER:
        hidden = places.hidden_checks

        def with_canary(assignment: catalogue.Assignment) -> Path | None:
            copy = Path(ORDER["checks"], f"test_{assignment.name}.py")
            return copy if copy.is_file() else hidden(assignment)

        places.hidden_checks = with_canary
    if ORDER.get("off"):
        import weaken

        for name in ORDER["off"]:
            weaken.OFF[name]()
    if ORDER.get("fault"):
        import faults

        faults.arm(**ORDER["fault"], main=__name__ == "__main__")


prepare()

if __name__ == "__main__":
    from autograder.cli import main

    main()
