"""Puts every message that a learner can get on one page, in both languages, for review.

    python -m tools.messages [CHAPTER …] [--out build/messages.html] [--jobs 2]

Grades all wrong answers and starters once (minutes, for the chapters that train networks), and
keeps the reports in `build/messages/`: then the page is made in seconds, until checks change.
"""

from __future__ import annotations

import argparse
from pathlib import Path

from autograder.course import catalogue, places
from autograder.reports.files import write_atomic
from autograder.reports.messages import messages_page
from tools.messages.collect import cases


def main() -> None:
    parser = argparse.ArgumentParser(prog="tools.messages", description=__doc__)
    parser.add_argument("chapters", nargs="*", help="such as 02_neuron, or 02; all if none")
    parser.add_argument("--out", type=Path, default=places.root() / "build" / "messages.html")
    parser.add_argument("--jobs", type=int, default=2)
    given = parser.parse_args()
    chosen = [catalogue.find(c) for c in given.chapters] or catalogue.assignments().values()
    found = [case for assignment in chosen for case in cases(assignment, jobs=given.jobs)]
    write_atomic(given.out, messages_page(found))
    print(f"{given.out}: messages of {len(found)} submissions")


if __name__ == "__main__":
    main()
