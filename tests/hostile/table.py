"""`make hostile`: grades the corpus, group by group, and prints what became of each attack.

Names, groups or chapters may be given to take only those. Exits with 1 if any line fails.
"""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))
import room
import submissions

BATCH = 12
"""Submissions of one class: what is left behind or leaks is then known to come from one of them."""


def main(wanted: list[str]) -> int:
    entries = [e for e in submissions.corpus() if not wanted or {e.name, e.group, e.chapter} & set(wanted)]
    failed = 0
    with tempfile.TemporaryDirectory(prefix="hostile-") as name:
        folder = Path(name)
        folder.chmod(0o755)
        honest = room.control({entry.chapter for entry in entries}, folder)
        print(f"{'attack':44} {'score':>9} {'seconds':>8}", flush=True)
        for number, batch in enumerate(_batches(entries)):
            graded = room.grade(batch, folder / str(number))
            for entry in batch:
                line = room.judge(entry, graded, honest)
                mark = "✗" if line.problems else "✓"
                label = f"{mark} {entry.group}/{entry.name}"
                print(f"{label:44} {line.outcome:>9} {line.seconds:8.1f}", flush=True)
                failed += bool(line.problems)
                for problem in line.problems:
                    print(f"    {problem}", flush=True)
    print(f"{len(entries) - failed} passed, {failed} failed")
    return 1 if failed else 0


def _batches(entries: list[submissions.Entry]) -> list[list[submissions.Entry]]:
    found: list[list[submissions.Entry]] = []
    for entry in sorted(entries, key=lambda e: e.chapter):
        if not found or len(found[-1]) >= BATCH or found[-1][0].chapter != entry.chapter:
            found.append([])
        found[-1].append(entry)
    return found


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
