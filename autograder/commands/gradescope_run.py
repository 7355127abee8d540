"""Grades the one submission in Gradescope's container: `python -m … /autograder [--prepare]`.

What is printed is for the instructor: Gradescope keeps it as the run's standard output, which
students don't see. What students see is in `results/results.json`. Where the kit or the machine
fails, the results that stood there before stay: they hold no score.
"""

from __future__ import annotations

import json
import sys
import traceback
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from autograder.course import catalogue, mnist, places
from autograder.course.catalogue import Assignment
from autograder.grading.files import is_starter
from autograder.grading.grade import Official, grade
from autograder.grading.suite import checks, sandbox_problem, starter
from autograder.report import Report
from autograder.reports import grades_json, words
from autograder.reports.files import write_atomic
from autograder.reports.gradescope import to_gradescope
from autograder.reports.names import one_line
from autograder.reports.summary import points
from autograder.text import LANGUAGES, Text
from autograder.visible import visible

NOT_GRADED = 3
"""Exit status: the results hold no score."""
SETTINGS = "kata.json"
OWN_USER = Text(
    en="No bubblewrap in this container: the submission runs as a user of its own.",
    ja="このコンテナでは bubblewrap を使えないので、提出物を専用のユーザーで実行します。",
)
NO_SANDBOX = Text(
    en="Not graded, and nothing of the submission was run: no sandbox.",
    ja="サンドボックスがないので採点していません。提出物は何も実行していません。",
)
REMEDY = Text(
    en="Gradescope's containers may not allow one at all. A user of its own can stand in for it: "
    "kata export gradescope-autograder … --own-user. What that gives up is in docs/exports.md.",
    ja="Gradescope のコンテナでは使えないことがあります。代わりに専用のユーザーで実行するには、"
    "kata export gradescope-autograder … --own-user で作り直してください。"
    "何が失われるかは docs/exports.md にあります。",
)


@dataclass(frozen=True, kw_only=True)
class Settings:
    """What the zip was made for."""

    assignment: str
    lang: str
    own_user: bool
    """Whether a user of its own may stand in for bubblewrap."""

    def dumps(self) -> str:
        return json.dumps(self.__dict__, indent=1) + "\n"

    @classmethod
    def read(cls, root: Path) -> Settings:
        return cls(**json.loads((root / "source" / SETTINGS).read_text(encoding="utf-8")))


def main(root: Path, *, prepare: bool) -> int:
    """Grades what lies in `root`, or only prepares; the exit status."""
    settings = Settings.read(root)
    assignment = catalogue.find(settings.assignment)
    if prepare:
        return _prepare(assignment, settings)
    own_user = _how(settings)
    if own_user is None:
        return NOT_GRADED
    metadata = _metadata(root)
    report = grade(
        _work(root / "submission", assignment),
        assignment,
        checks(assignment),
        student=_students(metadata),
        starters=places.starters(assignment),
        official=Official(
            start=starter(assignment, sandbox=True, own_user=own_user), sandboxed=True
        ),
    )
    results = to_gradescope(report, settings.lang)
    write_atomic(root / "results" / "results.json", grades_json.dumps(results))
    _tell(report, metadata, settings.lang)
    return 0 if report.complete else NOT_GRADED


def _prepare(assignment: Assignment, settings: Settings) -> int:
    """Does before the first submission what takes time, and says whether grading will work."""
    if assignment.tensorflow:
        mnist.prepare()
    _how(settings)
    return 0


def _how(settings: Settings) -> bool | None:
    """Whether the submission runs as a user of its own instead of in bubblewrap; None: not at all."""
    problem = sandbox_problem()
    if problem is None:
        return False
    if settings.own_user:
        problem = sandbox_problem(own_user=True)
        if problem is None:
            print(OWN_USER[settings.lang])
            return True
    print(NO_SANDBOX[settings.lang])
    print(problem[settings.lang])
    if not settings.own_user:
        print(REMEDY[settings.lang])
    return None


def _work(submission: Path, assignment: Assignment) -> Path:
    """The folder that holds the work: the submission itself, or its place in a repository."""
    inside = [submission / name for name in (assignment.name, f"assignments/{assignment.name}")]
    inside += [submission / "assignments" / lang / assignment.name for lang in LANGUAGES]
    starters = places.starters(assignment)
    worked_on = [
        folder
        for folder in inside
        if folder.is_dir()
        and not folder.is_symlink()
        and not is_starter(folder, assignment, starters)
    ]
    # Which of two counts is for the student to say; the submission as a whole then holds neither.
    return worked_on[0] if len(worked_on) == 1 else submission


def _metadata(root: Path) -> dict[str, Any]:
    """What Gradescope says about the submission; empty where it says nothing readable."""
    try:
        value = json.loads((root / "submission_metadata.json").read_text(encoding="utf-8"))
    except (OSError, ValueError, RecursionError):
        return {}
    return value if isinstance(value, dict) else {}


def _students(metadata: dict[str, Any]) -> str:
    users = metadata.get("users")
    names = [u.get("name") for u in users if isinstance(u, dict)] if isinstance(users, list) else []
    return ", ".join(name for name in names if isinstance(name, str))


def _tell(report: Report, metadata: dict[str, Any], lang: str) -> None:
    """For the instructor: what was graded, and what to look at."""
    print(f"{visible(report.student) or '?'}, {report.assignment}: {words.score(report)[lang]}")
    if not report.complete:
        print(words.INCOMPLETE[lang])
        for check in report.checks:
            if check.outcome == "error":
                print(f"  {check.name}: {one_line(check.message[lang])}")
    about = metadata.get("assignment")
    worth = str(about.get("total_points", "")) if isinstance(about, dict) else ""
    possible = report.max_score + report.manual_points
    if worth.replace(".", "", 1).isdecimal() and float(worth) != possible:
        print(_other_points(worth, points(possible))[lang])


def _other_points(worth: str, possible: str) -> Text:
    return Text(
        en=f"Gradescope has {worth} points for it, and this kit {possible}: set those there.",
        ja=f"Gradescope では {worth} 点ですが、このキットでは {possible} 点です。"
        "Gradescope の配点をこれに合わせてください。",
    )


if __name__ == "__main__":
    try:
        status = main(Path(sys.argv[1]), prepare="--prepare" in sys.argv[2:])
    except Exception:  # noqa: BLE001  whatever fails here is no fault of the student's
        traceback.print_exc(file=sys.stdout)
        print("Not graded: the kit failed. / キットの問題で採点できませんでした。")
        status = NOT_GRADED
    sys.exit(status)
