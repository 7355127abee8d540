"""Solution regions: what the learner is to write, and what stands there in the starter."""

from __future__ import annotations

import re
from dataclasses import dataclass

_BEGIN = re.compile(r"(?P<indent>\s*)### BEGIN SOLUTION(?:\s*->\s*(?P<stub>\S.*?))?\s*")
_END = re.compile(r"\s*### END SOLUTION\s*")
_ANY = re.compile(r"(BEGIN|END) SOLUTION")


class BadRegion(Exception):
    """Regions that are not closed, not opened, or misspelt."""


@dataclass(frozen=True)
class _Region:
    first: int
    last: int
    stub: str


def has(code: str) -> bool:
    """Whether a solution region is in the code, or was meant to be."""
    return _ANY.search(code) is not None


def starter(code: str, number: int) -> str:
    """The code with every solution region replaced.

    number: of the task. `raise NotImplementedError("TODO 1")` stands for task 1, unless the
    region says what else should: `### BEGIN SOLUTION -> answer = None`.
    Raises `BadRegion`.
    """
    lines = code.split("\n")
    for region in reversed(_regions(lines, number)):
        lines[region.first : region.last + 1] = [region.stub]
    return "\n".join(lines)


def _regions(lines: list[str], number: int) -> list[_Region]:
    found: list[_Region] = []
    opened: tuple[int, str] | None = None
    for i, line in enumerate(lines):
        if begin := _BEGIN.fullmatch(line):
            if opened is not None:
                raise BadRegion("BEGIN SOLUTION before the END SOLUTION of the one before")
            stub = begin["stub"] or f'raise NotImplementedError("TODO {number}")'
            opened = i, begin["indent"] + stub
        elif _END.fullmatch(line):
            if opened is None:
                raise BadRegion("END SOLUTION without BEGIN SOLUTION")
            found.append(_Region(opened[0], i, opened[1]))
            opened = None
        elif has(line):
            raise BadRegion(f"not a solution region: {line.strip()!r}")
    if opened is not None:
        raise BadRegion("BEGIN SOLUTION without END SOLUTION")
    return found
