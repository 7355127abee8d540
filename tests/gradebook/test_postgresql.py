"""The gradebook in PostgreSQL: a real server on this machine."""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

pytest.importorskip("psycopg2", reason="psycopg2 is not installed")
pytestmark = [pytest.mark.nbgrader, pytest.mark.slow]

ASSIGNMENT = "02_neuron"


def program(name: str) -> str:
    """The path of one of PostgreSQL's programs. Skips where it is not installed."""
    found = shutil.which(name) or next(
        (str(p) for p in Path("/usr/lib/postgresql").glob(f"*/bin/{name}")), None
    )
    if found is None:
        pytest.skip(f"PostgreSQL is not installed: there is no {name}")
    return found


@pytest.fixture(scope="module")
def database() -> Iterator[str]:
    """The address of an empty database in a server of its own."""
    initdb, pg_ctl = program("initdb"), program("pg_ctl")
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    # PostgreSQL does not run as root.
    user = ["setpriv", "--reuid=postgres", "--regid=postgres", "--clear-groups"]
    prefix = user if os.geteuid() == 0 else []
    folder = Path(tempfile.mkdtemp(prefix="kata-postgresql-"))
    if prefix:
        shutil.chown(folder, "postgres", "postgres")

    def run(*words: str) -> None:
        subprocess.run(
            [*prefix, *words],
            cwd=folder,
            check=True,
            timeout=300,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )

    data = str(folder / "data")
    run(initdb, "-D", data, "-U", "teacher", "--auth=trust", "--encoding=UTF8", "--no-sync")
    options = f"-p {port} -c listen_addresses=127.0.0.1 -c unix_socket_directories={folder}"
    run(pg_ctl, "-D", data, "-w", "-t", "120", "-l", str(folder / "log"), "-o", options, "start")
    try:
        yield f"postgresql+psycopg2://teacher@127.0.0.1:{port}/postgres"
    finally:
        run(pg_ctl, "-D", data, "-m", "immediate", "stop")
        shutil.rmtree(folder)


def test_a_cycle_with_a_gradebook_in_postgresql(make_course: Any, database: str) -> None:
    course = make_course(ASSIGNMENT, db_url=database)
    course.run("nbgrader", "generate_assignment", ASSIGNMENT)
    relu = "def relu(z):\n    return np.abs(z)\n"
    for student, content in {
        "right": course.filled(ASSIGNMENT),
        "partial": course.filled(ASSIGNMENT, relu=relu),
        "broken": "{",
    }.items():
        course.lay(student, ASSIGNMENT, {"neuron.ipynb": content})
    course.run("nbgrader", "autograde", ASSIGNMENT)
    with course.gradebook() as gradebook:
        grade = gradebook.find_grade("relu", "neuron", ASSIGNMENT, "partial")
        assert (grade.auto_score, grade.needs_manual_grade) == (0.0, False)
        grade.manual_score = 1.5
        found = gradebook.find_submission_notebook("neuron", ASSIGNMENT, "broken")
        assert {(g.auto_score, g.needs_manual_grade) for g in found.grades} == {(None, True)}
        gradebook.db.commit()
    course.run("nbgrader", "autograde", ASSIGNMENT, "--force")
    assert course.scores(ASSIGNMENT) == {"right": 10.0, "partial": 7.5, "broken": 0.0}
    course.run("nbgrader", "generate_feedback", ASSIGNMENT)
    assert "Score: 1.5 / 2.0" in course.feedback("partial", ASSIGNMENT)
    assert not (course.folder / "gradebook.db").exists()
