"""The class report: how the class did in each assignment, and everyone's result."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from autograder.reports import words
from autograder.reports.class_pictures import pictures
from autograder.reports.class_stats import Tally
from autograder.reports.html import stream


def index(
    tally: Tally, link: Callable[[str, str], str], lang: str, *, made_from: str = ""
) -> Iterator[str]:
    """The HTML page of a class, whole in one file, for any number of students; part by part.

    link: address of a submission's page, by student and assignment.
    made_from: the mark that the page bears, if any.
    """
    entries = tally.entries()
    return stream(
        "index.html",
        lang,
        made_from=made_from,
        script="index.js",
        link=link,
        totals=[text[lang] for text in words.totals(entries)],
        assignments=[
            {"stats": stats, "pictures": pictures(stats, lang)} for stats in tally.stats()
        ],
        entries=entries,
    )
