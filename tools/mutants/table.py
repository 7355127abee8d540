"""What the mutants showed, chapter by chapter, as data and as a table in the documentation."""

from __future__ import annotations

import json
import platform
import tomllib
from dataclasses import asdict, dataclass
from datetime import date
from importlib.metadata import version
from pathlib import Path

from autograder.course import places

DOCS = places.root() / "docs"
BEGIN, END = "<!-- mutants: begin -->", "<!-- mutants: end -->"


@dataclass(frozen=True, kw_only=True)
class Result:
    """What the mutants of one chapter showed."""

    chapter: str
    possible: int
    """How many mutants there are."""
    made: int
    """How many of them were graded."""
    killed: int
    equivalent: int
    survived: list[str]
    faults: list[str]
    """Mutants at which a check itself raised an error, which is a defect of the check."""
    seconds: int
    """Time of all gradings together."""

    @property
    def score(self) -> float:
        """Share of those that are not equivalent which were killed."""
        return self.killed / (self.made - self.equivalent)

    def as_line(self) -> str:
        return (
            f"{self.made} of {self.possible} made, {self.killed} killed, {self.equivalent} "
            f"equivalent, {len(self.survived)} survived, score {self.score:.3f}"
        )


def equivalent(chapter: str) -> dict[str, str]:
    """Mutants that do the same as the solution: the reason by name."""
    path = Path(__file__).with_name("equivalent.toml")
    entries = tomllib.loads(path.read_text(encoding="utf-8")).get(chapter, [])
    return {entry["mutant"]: entry["why"] for entry in entries}


def write(result: Result) -> None:
    """Puts the chapter's result into `docs/mutants.json`, and the table into `docs/proof.md`."""
    path = DOCS / "mutants.json"
    known = json.loads(path.read_text(encoding="utf-8")) if path.exists() else {"chapters": {}}
    chapters = known["chapters"]
    chapters[result.chapter] = {
        **asdict(result),
        "score": round(result.score, 4),
        "date": date.today().isoformat(),
        "versions": {
            "python": platform.python_version(),
            **{name: version(name) for name in ("numpy", "tensorflow")},
        },
    }
    content = {"command": "make mutants", "chapters": dict(sorted(chapters.items()))}
    text = json.dumps(content, ensure_ascii=False, indent=1) + "\n"
    path.write_text(text, encoding="utf-8")
    _into_page(content["chapters"])


def _into_page(chapters: dict[str, dict]) -> None:
    page = DOCS / "proof.md"
    before, _, rest = page.read_text(encoding="utf-8").partition(BEGIN)
    _, _, after = rest.partition(END)
    lines = [
        "| Chapter | Possible | Graded | Killed | Equivalent | Survived | Score | Date |",
        "|---|--:|--:|--:|--:|--:|--:|---|",
        *(
            f"| {name} | {c['possible']} | {c['made']} | {c['killed']} | {c['equivalent']} "
            f"| {len(c['survived'])} | {c['score']:.3f} | {c['date']} |"
            for name, c in chapters.items()
        ),
    ]
    total = {k: sum(c[k] for c in chapters.values()) for k in ("possible", "made", "killed")}
    same = sum(c["equivalent"] for c in chapters.values())
    alive = sum(len(c["survived"]) for c in chapters.values())
    score = total["killed"] / (total["made"] - same)
    lines.append(
        f"| all | {total['possible']} | {total['made']} | {total['killed']} | {same} | {alive} "
        f"| {score:.3f} | |"
    )
    page.write_text("\n".join([before + BEGIN, *lines, END + after]), encoding="utf-8")
