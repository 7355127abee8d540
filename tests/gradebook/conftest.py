"""A real nbgrader course: the command line, an exchange folder, students who hand in."""

from __future__ import annotations

import csv
import json
import os
import subprocess
import sys
import uuid
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest

BIN = Path(sys.executable).parent
SETTINGS = """
c.Exchange.root = {exchange!r}
c.Exchange.cache = {cache!r}
{more}
"""


def cell(notebook: dict[str, Any], name: str) -> dict[str, Any]:
    """The cell with this grade id."""
    return next(
        c for c in notebook["cells"] if c["metadata"].get("nbgrader", {}).get("grade_id") == name
    )


@dataclass
class Course:
    """A course folder and what is done in it, as an instructor and students do it."""

    folder: Path
    env: dict[str, str]
    log: list[str] = field(default_factory=list)

    @property
    def exchange(self) -> Path:
        return self.folder.parent / "exchange"

    def run(self, *command: object, ok: bool = True, cwd: Path | None = None) -> str:
        """Runs `nbgrader …` or `kata …`; what it printed. Fails if the exit status is not as told."""
        words = [str(BIN / str(command[0])), *map(str, command[1:])]
        done = subprocess.run(
            words,
            cwd=cwd or self.folder,
            env=self.env,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            timeout=900,
        )
        assert (done.returncode == 0) == ok, f"{' '.join(words)}\n{done.stdout}"
        self.log.append(done.stdout)
        return done.stdout

    def configure(self, more: str) -> None:
        path = self.folder / "nbgrader_config.py"
        path.write_text(path.read_text() + more)

    def released(self, assignment: str) -> Path:
        return next((self.folder / "release" / assignment).glob("*.ipynb"))

    def solution(self, assignment: str) -> Path:
        return next((self.folder / "source" / assignment).glob("*.ipynb"))

    def release(self, assignment: str) -> None:
        self.run("nbgrader", "generate_assignment", assignment)
        self.run("nbgrader", "release_assignment", assignment)

    def filled(self, assignment: str, **instead: str | None) -> dict[str, Any]:
        """The released notebook with the solution's answers.

        instead: by task (or reflection), other code or text; None leaves it as it was handed out.
        """
        notebook = json.loads(self.released(assignment).read_text())
        for right in json.loads(self.solution(assignment).read_text())["cells"]:
            about = right["metadata"].get("nbgrader", {})
            if not about.get("solution"):
                continue
            task = about["grade_id"].removesuffix("_solution")
            if task not in instead:
                cell(notebook, about["grade_id"])["source"] = right["source"]
            elif instead[task] is not None:
                cell(notebook, about["grade_id"])["source"] = instead[task]
        return notebook

    def module(self, assignment: str) -> str:
        """The same as a module: the definitions of the solution, one after the other."""
        cells = json.loads(self.solution(assignment).read_text())["cells"]
        return "\n\n\n".join(
            "".join(c["source"])
            for c in cells
            if c["cell_type"] == "code"
            and "skip-execution" not in c["metadata"].get("tags", [])
            and not c["metadata"].get("nbgrader", {}).get("grade")
        )

    def hand_in(
        self,
        student: str,
        assignment: str,
        files: dict[str, dict[str, Any] | str | bytes],
        when: str = "2026-11-20 10:00:00 UTC",
    ) -> Path:
        """Lays a submission into the exchange, as `nbgrader submit` would for this student."""
        name = f"{student}+{assignment}+{when}+{uuid.uuid4().hex[:12]}"
        folder = self.exchange / "neural-kata" / "inbound" / name
        folder.mkdir(parents=True)
        (folder / "timestamp.txt").write_text(when)
        (folder / "submission_secret.txt").write_text(uuid.uuid4().hex)
        _write(folder, files)
        return folder

    def lay(
        self, student: str, assignment: str, files: dict[str, dict[str, Any] | str | bytes]
    ) -> Path:
        """Lays a submission where `collect` would."""
        folder = self.folder / "submitted" / student / assignment
        folder.mkdir(parents=True)
        _write(folder, files)
        return folder

    def gradebook(self) -> Any:
        """The gradebook, to look into, or to mark by hand as formgrader does."""
        from nbgrader.api import Gradebook

        return Gradebook(self.env.get("TEST_DB_URL") or f"sqlite:///{self.folder}/gradebook.db")

    def scores(self, assignment: str) -> dict[str, float]:
        """Student and score, as `nbgrader export` gives them."""
        self.run("nbgrader", "export", "--to", "grades.csv")
        with open(self.folder / "grades.csv", newline="") as file:
            rows = [row for row in csv.DictReader(file) if row["assignment"] == assignment]
        return {row["student_id"]: float(row["score"]) for row in rows}

    def kata_scores(self, assignment: str) -> dict[str, float]:
        """The same as `kata grade` gives them."""
        self.run("kata", "grade", "submitted", "--nbgrader", ".", "--jobs", 2)
        results = json.loads((self.folder / "kata" / "grades.json").read_text())["results"]
        return {r["student"]: r["score"] for r in results if r["assignment"] == assignment}

    def graded(self, student: str, assignment: str) -> dict[str, Any]:
        """The autograded notebook."""
        folder = self.folder / "autograded" / student / assignment
        return json.loads(next(folder.glob("*.ipynb")).read_text())

    def feedback(self, student: str, assignment: str) -> str:
        """The feedback page."""
        return next((self.folder / "feedback" / student / assignment).glob("*.html")).read_text()


def _write(folder: Path, files: dict[str, dict[str, Any] | str | bytes]) -> None:
    for file, content in files.items():
        data = json.dumps(content) if isinstance(content, dict) else content
        (folder / file).write_bytes(data.encode() if isinstance(data, str) else data)


MakeCourse = Callable[..., Course]


@pytest.fixture(scope="session")
def make_course(tmp_path_factory: pytest.TempPathFactory) -> MakeCourse:
    """Makes a course with some assignments; each has an exchange and a cache of its own."""

    def make(*assignments: str, lang: str = "en", more: str = "", db_url: str = "") -> Course:
        top = tmp_path_factory.mktemp("nbgrader")
        top.chmod(0o755)
        folder = top / "course"
        env = {
            **{k: v for k, v in os.environ.items() if not k.startswith(("LC_", "LANG", "KATA"))},
            "LANG": "C.UTF-8",
            "XDG_CACHE_HOME": str(top / "cache"),
            "JUPYTER_CONFIG_DIR": str(top / "jupyter"),
            "JUPYTER_DATA_DIR": str(top / "jupyter-data"),
        }
        course = Course(folder, env)
        chosen = [word for name in assignments for word in ("--assignment", name)]
        course.run("kata", "nbgrader", "init", folder, *chosen, "--lang", lang, cwd=top)
        course.exchange.mkdir()
        course.exchange.chmod(0o777)
        (top / "student-cache").mkdir()
        if db_url:
            env["TEST_DB_URL"] = db_url
            more += f"c.CourseDirectory.db_url = {db_url!r}\n"
        course.configure(
            SETTINGS.format(
                exchange=str(course.exchange), cache=str(top / "student-cache"), more=more
            )
        )
        return course

    return make
