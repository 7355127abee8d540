"""Measures how many small changes of the solutions the checks notice.

    python -m tools.mutants [CHAPTER …] [--jobs 2] [--again]

Each mutant (see `mutate.py`) is graded as a submission. One that loses no point has survived: it
is either equivalent, listed with the reason in `equivalent.toml`, or shows that a check is
missing. Outcomes are kept in `build/mutants/`, so a run can be stopped and goes on; `--again`
grades the survivors once more, after a check was added. Writes `docs/mutants.json` and the table
in `docs/proof.md`.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import random
from dataclasses import asdict, replace
from pathlib import Path

from rich.console import Console
from rich.progress import track

from autograder.commands.validate import trials_of
from autograder.course import catalogue, places
from autograder.course.catalogue import Assignment
from tools.mutants import table, workers
from tools.mutants.mutate import Mutant, mutants

SAMPLES = {"04_playground": 120, "08_overfitting": 60, "09_experiments": 60}
"""Chapters whose grading trains networks for long: so many of their mutants, by a fixed seed."""
SECONDS = {False: 30, True: 120}
"""Processor time for one mutant, without and with TensorFlow: about four times the solution's."""


def main() -> None:
    parser = argparse.ArgumentParser(prog="tools.mutants", description=__doc__)
    parser.add_argument("chapters", nargs="*", help="such as 02_neuron, or 02; all if none")
    parser.add_argument("--jobs", type=int, default=2)
    parser.add_argument("--again", action="store_true", help="grade the survivors again")
    given = parser.parse_args()
    chosen = [catalogue.find(c) for c in given.chapters] or catalogue.assignments().values()
    for assignment in chosen:
        _grade(assignment, jobs=given.jobs, again=given.again)
        result = _result(assignment)
        table.write(result)
        print(f"{assignment.name}: {result.as_line()}", flush=True)
        for name in result.survived:
            print(f"  survived: {name}", flush=True)
        for name in result.faults:
            print(f"  a check failed, as none may: {name}", flush=True)


def _chosen(assignment: Assignment) -> tuple[list[Mutant], int]:
    """The mutants to grade, and how many there are in all."""
    every = mutants(assignment)
    size = SAMPLES.get(assignment.name, len(every))
    if size >= len(every):
        return every, len(every)
    places_in_order = sorted(random.Random(0).sample(range(len(every)), size))
    return [every[i] for i in places_in_order], len(every)


def _grade(assignment: Assignment, *, jobs: int, again: bool) -> None:
    kept = _kept(assignment, without_survivors=again)
    waiting = [m for m in _chosen(assignment)[0] if _key(m) not in kept]
    if not waiting:
        return
    trials = trials_of(assignment)
    solution = next(t for t in trials if (t.kind, t.label) == ("solution", "module, en"))
    by_name = {m.name: m for m in waiting}
    todo = [
        (m.name, replace(solution, kind="mutant", label=m.name, content=m.content), m.task)
        for m in waiting
    ]
    outcomes = workers.grade(todo, workers=jobs, seconds=SECONDS[assignment.tensorflow])
    with _file(assignment).open("a", encoding="utf-8") as file:
        for outcome in track(
            outcomes, assignment.name, total=len(todo), console=Console(stderr=True)
        ):
            line = {"key": _key(by_name[outcome.name]), **asdict(outcome)}
            print(json.dumps(line, ensure_ascii=False), file=file, flush=True)


def _result(assignment: Assignment) -> table.Result:
    chosen, made = _chosen(assignment)
    kept = _kept(assignment)
    outcomes = {m.name: kept[_key(m)] for m in chosen}
    alive = [name for name, outcome in outcomes.items() if not outcome["by"]]
    listed = table.equivalent(assignment.name)
    if unknown := set(listed) - {m.name for m in mutants(assignment)}:
        raise SystemExit("\n".join(["equivalent.toml names no mutant:", *sorted(unknown)]))
    if noticed := set(listed) & {name for name in outcomes if name not in alive}:
        raise SystemExit("\n".join(["equivalent.toml names mutants killed:", *sorted(noticed)]))
    return table.Result(
        chapter=assignment.name,
        possible=made,
        made=len(chosen),
        killed=len(chosen) - len(alive),
        equivalent=sum(name in listed for name in alive),
        survived=[name for name in alive if name not in listed],
        faults=[n for n, o in outcomes.items() if any(workers.FAULT in by for by in o["by"])],
        seconds=round(sum(outcome["seconds"] for outcome in outcomes.values())),
    )


def _kept(assignment: Assignment, without_survivors: bool = False) -> dict[str, dict]:
    """What was found before, by the mutant's key; the last word counts."""
    file = _file(assignment)
    lines = file.read_text(encoding="utf-8").splitlines() if file.exists() else []
    found = {entry["key"]: entry for entry in map(json.loads, lines)}
    return {k: e for k, e in found.items() if e["by"] or not without_survivors}


def _key(mutant: Mutant) -> str:
    return hashlib.blake2b(mutant.content.encode(), digest_size=12).hexdigest()


def _file(assignment: Assignment) -> Path:
    folder = places.root() / "build" / "mutants"
    folder.mkdir(parents=True, exist_ok=True)
    return folder / f"{assignment.name}.jsonl"


if __name__ == "__main__":
    main()
