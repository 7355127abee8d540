"""The folder that an instructor opens: grades, the class report, a page for every submission."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from urllib.parse import quote

from autograder.report import Report
from autograder.reports import grades_csv, grades_json
from autograder.reports.class_stats import Tally
from autograder.reports.entries import Entry
from autograder.reports.files import write_atomic, write_stream
from autograder.reports.grades_json import dumps, result
from autograder.reports.made_from import holds, mark, mark_of_all
from autograder.reports.names import folder_name, folder_names


class Site:
    """Writes `out/<student>/<assignment>.html` and `.json` as reports come; the rest at the end.

    The `.json` is the submission's entry of `grades.json`. A student's folder has the student's
    name, with unsafe characters percent-encoded. Of a report only an `Entry` stays in memory.
    """

    def __init__(self, out: Path | str, lang: str, students: Iterable[str]):
        """students: everyone whose report may come, so that nobody's folder depends on who was
        first."""
        self._out = Path(out)
        self._lang = lang
        self._folders = folder_names(students)
        self._marks: list[str] = []
        self.tally = Tally(lang)

    def add(self, report: Report) -> None:
        """Writes the files of one submission, as far as they are not there already.

        Raises `OutputError`.
        """
        base = self._base(report.student, report.assignment)
        lang = self._lang
        _write_if_new(self._out / f"{base}.json", dumps(result(report, lang)))
        file, made_from = self._out / f"{base}.html", mark(report, lang, base)
        if not holds(file, made_from):
            from autograder.reports.page import page  # matplotlib takes a second to import

            text = page(report, lang, index="../index.html", made_from=made_from)
            write_atomic(file, text)
        self._marks.append(made_from)
        self.tally.add(report)

    def finish(self) -> Path:
        """Writes `grades.json`, `grades.csv` and `index.html` about those that came.

        Returns the path of `index.html`. Raises `OutputError`.
        """
        entries = self.tally.entries()
        grades_json.write(self._results(entries), self._out, self._lang)
        grades_csv.write(entries, self._out)
        start, made_from = self._out / "index.html", mark_of_all(self._marks)
        if not holds(start, made_from):
            from autograder.reports.index import index

            parts = index(self.tally, self._link, self._lang, made_from=made_from)
            write_stream(start, parts)
        return start

    def _results(self, entries: Iterable[Entry]) -> Iterator[str]:
        """Each submission's own file, read again: to keep them all would take the memory."""
        for entry in entries:
            file = self._out / f"{self._base(entry.student, entry.assignment)}.json"
            yield file.read_text(encoding="utf-8")

    def _base(self, student: str, assignment: str) -> str:
        return f"{self._folders[student]}/{folder_name(assignment)}"

    def _link(self, student: str, assignment: str) -> str:
        return quote(self._base(student, assignment)) + ".html"


def _write_if_new(path: Path, text: str) -> None:
    """Leaves a file alone that has this text: writing so that nothing can be lost takes time."""
    try:
        if path.read_bytes() == text.encode():
            return
    except OSError:
        pass  # missing, or a reason that writing tells
    write_atomic(path, text)
