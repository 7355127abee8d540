"""What grading one submission found: plain data that every report, export and cache reads."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from typing import Any, Literal

from autograder.text import Text

Outcome = Literal["passed", "failed", "error", "skipped", "manual"]


@dataclass(frozen=True, kw_only=True)
class CheckResult:
    """The verdict of one check.

    `error` means "could not check" (time ran out, the process died, or the kit itself failed): it
    is neither a pass nor a zero, and a person has to look. `skipped` means a check that this one
    needs did not pass. `manual` waits for a person's marks (a reflection).
    """

    name: str
    """The check's function name, or a reflection's id; unique within an assignment."""
    task: str
    """Id of the task (nbgrader's grade_id) that the points belong to."""
    title: Text
    outcome: Outcome
    points: float
    """Points given, 0 ≤ points ≤ max_points."""
    max_points: float
    message: Text
    """Why: what was asked, what came, what to look at next. Empty for a pass."""
    hint: Text
    """The first hint of the task, or empty."""
    seconds: float = 0.0


@dataclass(frozen=True, kw_only=True)
class Report:
    """One graded submission."""

    student: str
    assignment: str
    """Full name, such as `07_build`."""
    checks: tuple[CheckResult, ...]
    seconds: float
    """Wall time of the grading that made the report, in seconds; a remembered one keeps it."""
    sandboxed: bool = True
    notes: tuple[Text, ...] = ()
    """Facts about the whole submission, such as a cell that raised, or outputs cut short."""
    curves: dict[str, list[float]] | None = None
    """The learner's own training history by epoch (`loss`, `val_loss`, …), if they trained."""
    reflections: dict[str, str] | None = None
    """The learner's own reflection texts by id, for the person who marks them."""
    content: str = ""
    """A digest of the code that was handed in, spaces apart: the same for identical submissions.
    Empty for work that could not be read or is still as it was handed out."""

    @property
    def score(self) -> float:
        """Points that the checks gave. Reflections marked by hand are not in it."""
        return round(sum(c.points for c in self.checks if c.outcome != "manual"), 6)

    @property
    def max_score(self) -> float:
        """Points that the checks can give. Reflections marked by hand are not in it."""
        return round(sum(c.max_points for c in self.checks if c.outcome != "manual"), 6)

    @property
    def manual_points(self) -> float:
        """Points that a person has yet to give."""
        return round(sum(c.max_points for c in self.checks if c.outcome == "manual"), 6)

    @property
    def complete(self) -> bool:
        """Whether every check could be carried out: False if any outcome is `error`."""
        return all(c.outcome != "error" for c in self.checks)

    def as_dict(self) -> dict[str, Any]:
        """Both languages, as JSON-ready data; `from_dict` reads it back."""
        return asdict(self)

    @classmethod
    def from_dict(cls, value: dict[str, Any]) -> Report:
        data = dict(value)
        data["checks"] = tuple(
            CheckResult(**{**c, **{k: Text.from_dict(c[k]) for k in ("title", "message", "hint")}})
            for c in data["checks"]
        )
        data["notes"] = tuple(Text.from_dict(n) for n in data["notes"])
        return cls(**data)
