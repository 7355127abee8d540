"""The exchange: a student may hand in a module or a zip, and nobody's files stop the others."""

from __future__ import annotations

import glob
import os
import shutil
import stat
import tempfile
from pathlib import Path
from typing import Any

from nbgrader.exchange.default import ExchangeCollect, ExchangeReleaseFeedback
from nbgrader.utils import parse_utc

from autograder.course import catalogue, places
from autograder.grading.gather import UnreadableSubmission, gather


class TooLarge(Exception):
    """A submission is larger than the course takes."""


class CollectAnyForm(ExchangeCollect):
    """Collects as nbgrader does, but any form of submission, and none of them stops the others."""

    def do_copy(self, src: str, dest: str, log: Any = None) -> None:
        with tempfile.TemporaryDirectory(prefix="kata-") as scratch:
            plain = Path(scratch, "submission")
            try:
                for link in copy_plain(Path(src), plain, 1000 * self.coursedir.max_dir_size):
                    self.log.warning("Left out, because it is a link or no file: %s", link)
                mend_timestamp(plain / "timestamp.txt", Path(src).name)
                super().do_copy(str(plain), dest, log)
                if complete(Path(dest)):
                    self.log.info("A notebook was laid beside what was handed in: %s", dest)
            except (OSError, TooLarge) as error:
                self.log.error("Not collected: %s: %s", src, error)
                shutil.rmtree(dest, ignore_errors=True)


class ReleaseFeedbackToAll(ExchangeReleaseFeedback):
    """Releases as nbgrader does, but passes over submissions that did not come by `submit`.

    Feedback is kept under the secret that `submit` wrote; nbgrader stops where there is none.
    """

    def copy_files(self) -> None:
        left_out = [
            f.parent.name for f in map(Path, glob.glob(self.src_path)) if not _has_secret(f)
        ]
        for student in left_out:
            self.log.warning("No feedback released to %s: not handed in by `submit`", student)
        before = self.coursedir.student_id_exclude
        self.coursedir.student_id_exclude = ",".join([*filter(None, [before]), *left_out])
        try:
            super().copy_files()
        finally:
            self.coursedir.student_id_exclude = before


def _has_secret(feedback: Path) -> bool:
    try:
        (feedback / "timestamp.txt").read_text()
        return bool((feedback / "submission_secret.txt").read_text())
    except (OSError, UnicodeDecodeError):
        return False


def mend_timestamp(path: Path, record: str) -> None:
    """Sees that `timestamp.txt` holds a time; `autograde` gives up on a submission without one.

    record: the name of the folder in the exchange, `<student>+<assignment>+<time>+<random>`.
    """
    try:
        parse_utc(path.read_text().strip())
    except (OSError, ValueError, OverflowError):
        path.write_text(record.rsplit("+", 3)[2])


def copy_plain(source: Path, target: Path, limit: int) -> list[Path]:
    """Copies files and folders and nothing else; what was left out.

    A link would be followed with the instructor's rights and bring out their files; a pipe or a
    device would never end.
    Raises `TooLarge` beyond `limit` bytes, or `OSError`.
    """
    left_out = []
    target.mkdir()
    for entry in sorted(source.iterdir()):
        if entry.is_symlink():
            left_out.append(entry)
        elif entry.is_dir():
            left_out += copy_plain(entry, target / entry.name, limit)
        else:
            # The student still owns the folder and may swap a file for a link just now.
            handle = os.open(entry, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK | os.O_CLOEXEC)
            with os.fdopen(handle, "rb") as file:
                about = os.fstat(file.fileno())
                if not stat.S_ISREG(about.st_mode):
                    left_out.append(entry)
                    continue
                if about.st_size > limit:
                    raise TooLarge(f"{entry.name} has {about.st_size:,} bytes, more than {limit:,}")
                with open(target / entry.name, "wb") as copy:
                    shutil.copyfileobj(file, copy)
    return left_out


def complete(folder: Path) -> bool:
    """Sees that `submitted/<student>/<assignment>` has the notebook that nbgrader looks for.

    nbgrader takes up only folders with the assignment's notebook. So one under another name, or
    from a zip, is laid there under its own; beside a module, the notebook as it was handed out,
    which the grader does not take for an answer; and an empty file where there is nothing to
    grade, so that a person hears of it. Whether a file was written.
    """
    known = {a.name: a for a in catalogue.assignments().values()}
    assignment = known.get(folder.name)
    if assignment is None or (folder / f"{assignment.module}.ipynb").exists():
        return False
    try:
        files = gather(folder)
    except UnreadableSubmission:
        files = {}
    notebook, module = f"{assignment.module}.ipynb", f"{assignment.module}.py"
    inside = [n for n in files if n.endswith(".ipynb") and "/" not in n]
    data = b""
    if notebook in files:
        data = files[notebook]
    elif len(inside) == 1:
        data = files[inside[0]]
    elif any(n.endswith(".py") and "/" not in n and not n.startswith("test_") for n in files):
        data = (places.starters(assignment)[0] / notebook).read_bytes()
    if module in files and not (folder / module).exists():
        (folder / module).write_bytes(files[module])  # from a zip
    (folder / notebook).write_bytes(data)
    return True


def complete_all(submitted: Path) -> None:
    """The same for a whole class: for what came by another way than `collect`."""
    for folder in submitted.glob("*/*"):
        if folder.is_dir() and not folder.is_symlink():
            complete(folder)
