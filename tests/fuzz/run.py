"""`make fuzz CASES=…`: changes bytes at random, led by what code they reach, target by target.

Each target runs in a process of its own with atheris. A crash ends with status 1 and is kept in
`crashes/<target>/`, where the tests find it.
"""

from __future__ import annotations

import argparse
import os
import random
import re
import subprocess
import sys
import tempfile
import time
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE))


def child(name: str, arguments: list[str]) -> None:
    """Fuzzes one target in this process, until libFuzzer ends it."""
    import atheris

    instrumented = ["autograder.boundary.wire", "autograder.course.toml", "autograder.grading"]
    instrumented += ["autograder.course.catalogue", "autograder.report", "zipfile", "tomllib"]
    with atheris.instrument_imports(include=instrumented):
        import targets
    atheris.Setup([sys.argv[0], *arguments], targets.TARGETS[name])
    atheris.Fuzz()


def fuzz(name: str, cases: int, seconds: int, corpus: Path) -> tuple[int, bool]:
    """How many cases ran, and whether all went well."""
    import seeds
    import targets

    corpus.mkdir()
    choices = [random.Random(n).randbytes(400) for n in range(8)]
    for number, data in enumerate(seeds.SEEDS.get(name, choices)):
        (corpus / str(number)).write_bytes(data)
    crashes = targets.CRASHES / name
    crashes.mkdir(parents=True, exist_ok=True)
    command = [sys.executable, __file__, "--child", name, str(corpus), f"-runs={cases}"]
    command += [f"-max_total_time={seconds}", "-max_len=4096", "-print_final_stats=1"]
    command += [f"-artifact_prefix={crashes}/", "-timeout=60", "-rss_limit_mb=4096"]
    environment = {**os.environ, "TMPDIR": str(corpus.parent)}
    done = subprocess.run(
        command, env=environment, capture_output=True, text=True, errors="replace"
    )
    ran = re.search(r"stat::number_of_executed_units:\s*(\d+)", done.stderr)
    if done.returncode:
        print(done.stdout[-3000:], done.stderr[-3000:], sep="\n")
    if not any(crashes.iterdir()):
        crashes.rmdir()
    return int(ran[1]) if ran else 0, done.returncode == 0


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--cases", type=int, default=100_000, help="for each target")
    parser.add_argument("--seconds", type=int, default=600, help="for each target at most")
    parser.add_argument("targets", nargs="*")
    given = parser.parse_args()
    import targets

    total, well = 0, True
    memory = "/dev/shm" if os.path.isdir("/dev/shm") else None
    with tempfile.TemporaryDirectory(prefix="kata-fuzz-", dir=memory) as folder:
        for name in given.targets or targets.TARGETS:
            began = time.monotonic()
            ran, good = fuzz(name, given.cases, given.seconds, Path(folder, name))
            total, well = total + ran, well and good
            took = time.monotonic() - began
            print(f"{'✓' if good else '✗'} {name:10} {ran:12,} cases {took:7.1f} s", flush=True)
    print(f"{total:,} cases")
    return 0 if well else 1


if __name__ == "__main__":
    if sys.argv[1:2] == ["--child"]:
        child(sys.argv[2], sys.argv[3:])
    sys.exit(main())
