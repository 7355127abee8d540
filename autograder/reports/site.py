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
from autograder.reports.index import index
from autograder.reports.names import folder_name, folder_names
from autograder.reports.page import page


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
        self.tally = Tally(lang)

    def add(self, report: Report) -> None:
        """Writes the files of one submission. Raises `OutputError`."""
        base = self._base(report.student, report.assignment)
        lang = self._lang
        write_atomic(self._out / f"{base}.json", dumps(result(report, lang)))
        write_atomic(self._out / f"{base}.html", page(report, lang, index="../index.html"))
        self.tally.add(report)

    def finish(self) -> Path:
        """Writes `grades.json`, `grades.csv` and `index.html` about those that came.

        Returns the path of `index.html`. Raises `OutputError`.
        """
        entries = self.tally.entries()
        grades_json.write(self._results(entries), self._out, self._lang)
        grades_csv.write(entries, self._out)
        start = self._out / "index.html"
        write_stream(start, index(self.tally, self._link, self._lang))
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
