"""The class report: how the class did in each assignment, and everyone's result."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from autograder.report import Report
from autograder.reports import words
from autograder.reports.class_pictures import pictures
from autograder.reports.class_stats import by_assignment
from autograder.reports.html import render
from autograder.reports.summary import in_order, overall, why


def index(reports: Iterable[Report], links: Mapping[tuple[str, str], str], lang: str) -> str:
    """The HTML page of a class, whole in one file, for any number of students.

    links: address of each submission's page by (student, assignment).
    """
    ordered = in_order(reports)
    return render(
        "index.html",
        lang,
        script="index.js",
        links=links,
        totals=[text[lang] for text in words.totals(ordered)],
        assignments=[
            {"stats": stats, "pictures": pictures(stats, lang)}
            for stats in by_assignment(ordered, lang)
        ],
        rows=[
            {
                "report": report,
                "outcome": overall(report),
                "why": why(report, lang),
                "link": links[report.student, report.assignment],
            }
            for report in ordered
        ],
    )
