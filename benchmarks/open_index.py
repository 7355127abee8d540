"""How long does a browser take to open the class report of 10,000 submissions?

    python -P benchmarks/open_index.py    (needs Chromium; -P: nbgrader.py beside it is not the package)

Prints, for each of three openings, milliseconds until the page is loaded and the processor seconds of
the page's thread, which say the same on a machine on which others work too.
"""

from __future__ import annotations

import argparse
import json
import shutil
import tempfile
from dataclasses import replace
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright

from autograder.course import catalogue, places
from autograder.grading.grade import grade
from autograder.grading.suite import checks
from autograder.reports.class_stats import Tally
from autograder.reports.files import write_stream
from autograder.reports.index import index

FLAGS = ("--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking")


def write(path: Path, submissions: int) -> None:
    """The class report of so many students, half of whom handed in the starter of chapter 2."""
    assignment = catalogue.find("02")
    starter = places.starters(assignment)[0] / f"{assignment.module}.py"
    files = (starter, places.source(places.root(), assignment))
    reports = [grade(file, assignment, checks(assignment), student="") for file in files]
    tally = Tally("en")
    for number in range(submissions):
        tally.add(replace(reports[number % 2], student=f"student{number:06}"))
    write_stream(path, index(tally, lambda student, name: f"{student}/{name}.html", "en"))


def opened(browser: Browser, path: Path) -> dict[str, float]:
    """Milliseconds until it is loaded, processor seconds of the page's thread, and elements."""
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    page = context.new_page()
    devtools = context.new_cdp_session(page)
    devtools.send("Performance.enable", {"timeDomain": "threadTicks"})
    page.goto(path.as_uri(), timeout=300_000)
    metrics = devtools.send("Performance.getMetrics")["metrics"]
    found = {metric["name"]: metric["value"] for metric in metrics}
    loaded = page.evaluate("performance.getEntriesByType('navigation')[0].loadEventEnd")
    elements = page.evaluate("document.querySelectorAll('*').length")
    context.close()
    return {
        "milliseconds": round(loaded),
        "processor_seconds": round(found["TaskDuration"], 2),
        "elements": elements,
    }


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--submissions", type=int, default=10_000)
    submissions = parser.parse_args().submissions
    with tempfile.TemporaryDirectory(prefix="kata-index-") as folder, sync_playwright() as play:
        path = Path(folder) / "index.html"
        write(path, submissions)
        browser = play.chromium.launch(executable_path=shutil.which("chromium"), args=[*FLAGS])
        for _ in range(3):
            about = {"submissions": submissions, "bytes": path.stat().st_size}
            print(json.dumps({**about, **opened(browser, path)}), flush=True)
        browser.close()


if __name__ == "__main__":
    main()
