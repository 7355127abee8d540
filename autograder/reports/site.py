"""The folder that an instructor opens: the class report and a page for every submission."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from urllib.parse import quote

from autograder.report import Report
from autograder.reports.files import write_atomic
from autograder.reports.grades_json import dumps, result
from autograder.reports.index import index
from autograder.reports.names import folder_name, folder_names
from autograder.reports.page import page
from autograder.reports.summary import in_order


def write_site(reports: Iterable[Report], out: Path | str, lang: str) -> Path:
    """Writes `out/index.html` and `out/<student>/<assignment>.html` and `.json`.

    The `.json` is the submission's entry of `grades.json`. A student's folder has the student's
    name, with unsafe characters percent-encoded. Returns the path of `index.html`.
    Raises `OutputError`.
    """
    out = Path(out)
    ordered = in_order(reports)
    folders = folder_names(report.student for report in ordered)
    links = {}
    for report in ordered:
        folder, name = folders[report.student], folder_name(report.assignment)
        write_atomic(out / folder / f"{name}.json", dumps(result(report, lang)))
        write_atomic(out / folder / f"{name}.html", page(report, lang, index="../index.html"))
        links[report.student, report.assignment] = f"{quote(folder)}/{quote(name)}.html"
    write_atomic(out / "index.html", index(ordered, links, lang))
    return out / "index.html"
