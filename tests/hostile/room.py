"""Grades hostile submissions among honest neighbours, and looks at all that must hold afterwards."""

from __future__ import annotations

import contextlib
import json
import os
import secrets
import shlex
import shutil
import subprocess
import sys
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from autograder.course import catalogue, mnist

sys.path.insert(0, str(Path(__file__).resolve().parent))
from submissions import HERE, ROOT, Entry, hand_in, solution
from traces import MARK, adopting, digest, groups_left, harmful, left_behind, seen

SECONDS = 10.0
"""Limit of one answer in the NumPy chapters here."""
MEMORY = 512 * 1024 * 1024
SLACK = 2.0


@dataclass(frozen=True, kw_only=True)
class Line:
    """What became of one entry."""

    entry: Entry
    outcome: str
    seconds: float
    problems: tuple[str, ...]


@dataclass(kw_only=True)
class Class:
    """What one run of `kata grade` left."""

    folder: Path
    canary: str
    status: int
    output: str
    results: dict[str, dict[str, Any]] = field(default_factory=dict)
    """Entry of grades.json by student."""
    problems: list[str] = field(default_factory=list)
    """What was found that belongs to no one submission: leaks, and things left behind."""


def grade(
    entries: list[Entry],
    folder: Path,
    *,
    jobs: int = 2,
    off: tuple[str, ...] = (),
    path: str | None = None,
    user: int | None = None,
    prepare_only: bool = False,
    **order: Any,
) -> Class:
    """Hands in the entries among honest neighbours, and grades all with `kata grade`.

    folder: a new one for all that belongs to this run.
    off: protections to switch off. path: instead of PATH. user: who grades, if not we.
    prepare_only: everything is laid out, and `start_again` grades it for the first time.
    """
    canary = f"{MARK}-{secrets.token_hex(12)}"
    submitted, secret = folder / "submitted", folder / "secret"
    secret.mkdir(parents=True)
    chapters = sorted({entry.chapter for entry in entries} or {"02_neuron"})
    _hide(canary, secret, chapters)
    for chapter in chapters:
        module = chapter.partition("_")[2]
        for neighbour in ("a_honest", "z_honest"):
            where = submitted / neighbour / chapter
            where.mkdir(parents=True)
            text = f"{solution(chapter)}\n\n# {neighbour} {canary}\n"
            (where / f"{module}.py").write_text(text, encoding="utf-8")
    for entry in entries:
        hand_in(entry, submitted / entry.student / entry.chapter, secret)
    temporary = folder / "tmp"
    temporary.mkdir()
    before = digest(submitted), left_behind()
    order = {"seconds": SECONDS, "memory": MEMORY, **order}
    order |= {"checks": str(secret), "pids": str(folder / "pids"), "off": off}
    needs_images = any(catalogue.find(entry.chapter).tensorflow for entry in entries)
    if needs_images:
        order.pop("memory")
    environment = {
        **{k: v for k, v in os.environ.items() if not k.startswith(("LC_", "LANG", "PYTEST"))},
        "COLUMNS": "100",
        "LANG": "C.UTF-8",
        "HOME": str(secret),
        "TMPDIR": str(temporary),
        "XDG_CACHE_HOME": str(folder / "cache"),
        "HOSTILE": json.dumps(order),
        "KATA_SECRET": canary,
        **({"TFDS_DATA_DIR": str(mnist.prepare())} if needs_images else {}),
        **({"PATH": path} if path is not None else {}),
    }
    command = [sys.executable, str(HERE / "driver.py"), "grade", str(submitted)]
    command += ["--out", str(folder / "out"), "--jobs", str(jobs), "--lang", "en"]
    again = {k: v for k, v in order.items() if k != "fault"}
    again = {"command": command, "env": {**environment, "HOSTILE": json.dumps(again)}}
    (folder / "again.json").write_text(json.dumps(again))
    if prepare_only:
        return Class(folder=folder, canary=canary, status=0, output="")
    if user is not None:
        _give(folder, user)
    with adopting() as children:
        done = subprocess.run(
            command if user is None else _as_user(command, user, folder),
            cwd=ROOT,
            env=environment,
            capture_output=True,
            text=True,
            errors="replace",
            timeout=1500,
            check=False,
        )
        processes = children()
    found = Class(
        folder=folder, canary=canary, status=done.returncode, output=done.stdout + done.stderr
    )
    grades = folder / "out" / "grades.json"
    if grades.is_file():
        for result in json.loads(grades.read_text(encoding="utf-8"))["results"]:
            found.results.setdefault(result["student"], result)
            if result["student"] in ("a_honest", "z_honest"):
                found.results[f"{result['student']} {result['assignment']}"] = result
    found.problems += [f"a process was left: {text}" for text in processes]
    found.problems += [f"left behind: {p.name}" for p in temporary.iterdir()]
    if digest(submitted) != before[0]:
        found.problems.append("what was handed in has changed")
    found.problems += [f"left behind: {name}" for name in left_behind() - before[1]]
    found.problems += groups_left(folder / "pids")
    found.problems += [f"the canary is in {name}" for name in seen(found)]
    found.problems += harmful(found)
    return found


def start_again(folder: Path) -> subprocess.Popen[str]:
    """Starts the same grading once more, without faults; the cache is as it was left."""
    again = json.loads((folder / "again.json").read_text())
    return subprocess.Popen(
        again["command"],
        cwd=ROOT,
        env=again["env"],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        text=True,
        start_new_session=True,
    )


def grade_again(folder: Path) -> subprocess.CompletedProcess[str]:
    """The same to its end."""
    again = json.loads((folder / "again.json").read_text())
    return subprocess.run(
        again["command"],
        cwd=ROOT,
        env=again["env"],
        capture_output=True,
        text=True,
        timeout=900,
        check=False,
    )


def kill_one(process: subprocess.Popen[str], which: str) -> None:
    """Kills the grader, one of its workers, or a submission's process; none if there is none."""
    below = {process.pid: []}
    todo = [process.pid]
    while todo:
        pid = todo.pop()
        with contextlib.suppress(OSError):
            for task in os.listdir(f"/proc/{pid}/task"):
                found = Path(f"/proc/{pid}/task/{task}/children").read_text().split()
                below[pid] = below.get(pid, []) + [int(child) for child in found]
        todo += below.get(pid, [])
    lines = {}
    for pid in below:
        with contextlib.suppress(OSError):
            lines[pid] = Path(f"/proc/{pid}/cmdline").read_bytes()
    wanted = {
        "grader": [process.pid],
        "worker": [pid for pid, line in lines.items() if b"spawn_main" in line],
        "student": [pid for pid, line in lines.items() if b"boundary/inside.py" in line],
    }[which]
    for pid in wanted[:1]:
        with contextlib.suppress(ProcessLookupError):
            os.kill(pid, 9)


def judge(entry: Entry, graded: Class, control: dict[str, dict[str, Any]]) -> Line:
    """Holds the entry's result against the pass rule.

    control: grades of the honest neighbours in a class of their own, by chapter.
    """
    honest = control[entry.chapter]
    result = graded.results.get(entry.student)
    problems: list[str] = list(graded.problems)
    for neighbour in ("a_honest", "z_honest"):
        row = graded.results.get(f"{neighbour} {entry.chapter}")
        if _row(row) != _row({**honest, "student": neighbour}):
            problems.append(f"the row of {neighbour} is not what it is without this one")
    if result is None:
        problems.append(f"no result: {graded.output[-300:]}")
        return Line(entry=entry, outcome="none", seconds=0.0, problems=tuple(problems))
    checks = {check["name"]: check for check in result["checks"]}
    want = {check["name"]: check for check in honest["checks"]}
    wanted = set(want) if entry.caught_by == ("all",) else set(entry.caught_by)
    hit = {name for name in checks if checks[name]["outcome"] in ("failed", "error")}
    for name in sorted(set(checks) | set(want)):
        got = checks.get(name, {"outcome": "missing", "points": 0, "message": ""})
        if name in wanted:
            if got["outcome"] == "passed" or got["points"]:
                problems.append(f"{name} passed")
            elif not got["message"]:
                problems.append(f"{name} gives no reason")
        elif got["outcome"] == "skipped" and hit & wanted:
            continue  # it needs one of those that are caught
        elif got["outcome"] != want.get(name, {}).get("outcome"):
            problems.append(f"{name}: {got['outcome']}, {got['message'][:160]}")
    reasons = [checks[name]["message"] for name in sorted(hit & wanted)]
    if entry.says and not any(entry.says in reason for reason in reasons):
        problems.append(f"no reason says {entry.says!r} but {[r[:200] for r in reasons[:2]]}")
    if wanted and not any(checks[n]["outcome"] == entry.outcome for n in hit & wanted):
        problems.append(f"nothing ended as {entry.outcome!r}")
    limit = SECONDS * entry.stops + honest["seconds"] * 3 + SLACK
    if not entry.slow and result["seconds"] > limit:
        problems.append(f"took {result['seconds']:.1f} s, allowed {limit:.1f} s")
    outcome = f"{result['score']:g}/{result['max_score']:g}"
    return Line(entry=entry, outcome=outcome, seconds=result["seconds"], problems=tuple(problems))


def control(chapters: set[str], folder: Path) -> dict[str, dict[str, Any]]:
    """The honest neighbours' grades, in classes without anyone else."""
    found = {}
    for chapter in sorted(chapters):
        alone = Entry(
            name="control", group="honest", path=HERE / "corpus/honest/control.py", what="",
            chapter=chapter, place="after", caught_by=(), says="", outcome="failed", stops=0,
            slow=False, student="h_control",
        )  # fmt: skip
        graded = grade([alone], folder / f"control-{chapter}")
        assert not graded.problems, graded.problems
        assert alone.student in graded.results, graded.output
        honest = graded.results[f"a_honest {chapter}"]
        assert honest["score"] == honest["max_score"], graded.output  # or nothing can be judged
        found[chapter] = honest
    return found


def _row(result: dict[str, Any] | None) -> str:
    """A result as text, without the seconds it took."""
    return json.dumps({k: v for k, v in (result or {}).items() if k != "seconds"}, sort_keys=True)


def _hide(canary: str, secret: Path, chapters: list[str]) -> None:
    """Puts the canary where a thief would look: checks, home, gradebook."""
    (secret / ".bash_history").write_text(f"export TOKEN={canary}\n")
    (secret / "gradebook.db").write_text(canary)
    (secret.parent / "key.txt").write_text(canary)
    for chapter in chapters:
        hidden = ROOT / "autograder" / "graders" / f"test_{chapter}.py"
        text = hidden.read_text(encoding="utf-8")
        first = _first_check(chapter)
        text += (
            f'\n\nEXPECTED = "{canary}"\n\n\n'
            f'@pytest.mark.points(0, task="{first}")\n'
            "def test_expected_value(submission):\n"
            '    """The expected value.\n\n    期待する値です。\n    """\n'
            f'    got = submission.ask("{CALLS[chapter][0]}", {CALLS[chapter][1]}).value\n'
            '    require(str(got) != EXPECTED, en="It is known.", ja="知られています。")\n'
        )
        (secret / f"test_{chapter}.py").write_text(text, encoding="utf-8")
        for helper in hidden.parent.glob("*.py"):
            if not helper.name.startswith("test_"):
                shutil.copy(helper, secret)


CALLS = {
    "02_neuron": ("is_active", "0.3"),
    "07_build": ("dense_parameters", "3, 4"),
    "08_overfitting": ("smooth", "[2.0, 1.0, 3.0]"),
}
"""A function by chapter, and arguments for which the canary is the value expected."""


def _first_check(chapter: str) -> str:
    return catalogue.find(chapter).tasks[0].id


def _as_user(command: list[str], user: int, folder: Path) -> list[str]:
    """The command run by `user`, who may enter root's home for Python alone if Python lies there."""
    base = Path(sys.base_prefix)
    closed = [path for path in base.parents if not path.stat().st_mode & 0o001]
    script = ["set -e"]
    if closed:
        home = closed[-1]
        part = home / base.relative_to(home).parts[0]
        aside = folder / "python"
        aside.mkdir()
        script += [
            f"mount --bind {part} {aside}",
            f"mount -t tmpfs -o mode=755 tmpfs {home}",
            f"mkdir {part}",
            f"mount --bind {aside} {part}",
        ]
    become = f"exec setpriv --reuid {user} --regid {user} --clear-groups"
    script += [f"{become} {shlex.join(command)}"]
    return ["unshare", "-m", "sh", "-c", "\n".join(script)]


def _give(folder: Path, user: int) -> None:
    for path in [folder, *folder.rglob("*")]:
        os.chown(path, user, user, follow_symlinks=False)
    for above in folder.parents:
        if above.stat().st_uid == os.getuid() and above.stat().st_mode & 0o005 != 0o005:
            above.chmod(above.stat().st_mode | 0o055)
