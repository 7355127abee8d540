"""The page of one submission: what passed, what did not and why, what to do next."""

from __future__ import annotations

from autograder.report import Report
from autograder.reports import curves, words
from autograder.reports.html import render
from autograder.reports.summary import by_task, hints


def page(report: Report, lang: str, *, index: str = "", made_from: str = "") -> str:
    """The HTML page of one submission, whole in one file.

    index: link to the class report, or "" for a page that stands alone.
    made_from: the mark that the page bears, if any.
    """
    history = report.curves or {}
    titles = {check.name: check.title[lang] for check in report.checks}
    return render(
        "page.html",
        lang,
        made_from=made_from,
        report=report,
        index=index,
        score=words.score(report)[lang],
        next_step=words.next_step(report)[lang],
        tasks=[
            {
                "id": task,
                "checks": checks,
                "hints": hints(checks, lang),
            }
            for task, checks in by_task(report).items()
        ],
        pictures=curves.pictures(history, lang),
        reading=curves.summary(curves.read(history))[lang].strip(),
        reflections=[
            {"title": titles.get(name, name), "text": text}
            for name, text in (report.reflections or {}).items()
        ],
    )
