"""Marking by hand in formgrader, in a real browser."""

from __future__ import annotations

import json
import os
import re
import shutil
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from autograder.gradebook.exchange import complete

sync_api = pytest.importorskip("playwright.sync_api", reason="Playwright is not installed")
CHROMIUM = shutil.which("chromium")
pytestmark = [
    pytest.mark.nbgrader,
    pytest.mark.slow,
    pytest.mark.skipif(CHROMIUM is None, reason="there is no chromium on this machine"),
]

ASSIGNMENT = "08_overfitting"
ACTS = "I stop at 8. <script>document.title = 'OWNED'</script> <img src=x onerror=alert(1)>"
LOADED = "() => formgrader.grades.loaded && formgrader.comments.loaded"


@pytest.fixture(scope="module")
def course(make_course: Any) -> Any:
    """Two students have written reflections of 08, one in the notebook and one in the module."""
    course = make_course(ASSIGNMENT)
    course.run("nbgrader", "generate_assignment", ASSIGNMENT)
    notebook = json.loads(course.released(ASSIGNMENT).read_text())
    for cell in notebook["cells"]:
        name = cell["metadata"].get("nbgrader", {}).get("grade_id")
        if name in ("reflection_stop", "reflection_data"):
            cell["source"] = ACTS if name == "reflection_stop" else "New images are needed."
    module = (course.folder / "source" / ASSIGNMENT / "overfitting.py").read_text()
    module = re.sub(
        r'(REFLECTION_STOP = """\n).*?\n"""', r'\1After epoch 9.\n"""', module, flags=re.S
    )
    course.lay("aoi", ASSIGNMENT, {"overfitting.ipynb": notebook})
    course.lay("ben", ASSIGNMENT, {"overfitting.py": module})
    assert complete(course.folder / "submitted" / "ben" / ASSIGNMENT)
    course.run("nbgrader", "autograde", ASSIGNMENT)
    return course


@pytest.fixture(scope="module")
def server(course: Any) -> Iterator[str]:
    """Jupyter with formgrader, on this machine only; its address."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    words = ["jupyter", "server", "--allow-root", "--no-browser", f"--port={port}"]
    words += ["--ip=127.0.0.1", "--IdentityProvider.token=", "--ServerApp.password="]
    bin_folder = Path(sys.executable).parent
    with open(course.folder.parent / "server.log", "wb") as log:
        running = subprocess.Popen(
            [str(bin_folder / words[0]), *words[1:]],
            cwd=course.folder,
            env=course.env,
            stdout=log,
            stderr=log,
            start_new_session=True,
        )
    address = f"http://127.0.0.1:{port}"
    try:
        for _ in range(240):
            try:
                urllib.request.urlopen(f"{address}/api/status", timeout=5)
                break
            except OSError:
                time.sleep(0.5)
        yield address
    finally:
        os.killpg(running.pid, signal.SIGTERM)
        running.wait(30)


@pytest.fixture(scope="module")
def page(server: str) -> Iterator[Any]:
    with sync_api.sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=CHROMIUM, args=["--no-sandbox", "--disable-gpu"]
        )
        page = browser.new_page(viewport={"width": 1200, "height": 1000})
        page.set_default_timeout(120_000)
        page.route(
            "**/*",
            lambda route: (
                route.continue_() if route.request.url.startswith(server) else route.abort()
            ),
        )
        yield page
        browser.close()


def autograde_button(page: Any, server: str, student: str) -> Any:
    """What the button in formgrader's list of submissions does; its answer."""
    return page.evaluate(
        """async (address) => {
            const token = document.cookie.match("_xsrf=([^;]*)")[1];
            const headers = {"X-CSRFToken": token, "X-XSRFToken": token};
            return await (await fetch(address, {method: "POST", headers})).json();
        }""",
        f"{server}/formgrader/api/submission/{ASSIGNMENT}/{student}/autograde",
    )


def test_reflections_are_marked_by_hand_with_the_guide_beside_them(
    course: Any, server: str, page: Any
) -> None:
    page.goto(f"{server}/formgrader/gradebook/{ASSIGNMENT}/overfitting")
    page.get_by_text("Submission #1").first.click()
    marked = []
    for _ in range(2):
        page.wait_for_selector("#reflection_stop")
        page.wait_for_function(LOADED)
        text = page.inner_text("body")
        assert page.title() != "OWNED"
        assert "reflection_stop: when would you stop?" in text
        assert "reflection_data: why separate data?" in text
        assert "Marking guide (students do not see it)" in text
        marked.append("After epoch 9." in text)
        shots = os.environ.get("KATA_SCREENSHOTS")
        if shots:
            page.locator("#reflection_stop").scroll_into_view_if_needed()
            page.screenshot(path=f"{shots}/formgrader_{len(marked)}.png")
        for name, points in (("reflection_stop", "0.5"), ("reflection_data", "1")):
            with page.expect_response(
                lambda r: "/api/grade/" in r.url and r.request.method == "PUT"
            ):
                page.fill(f"#{name}", points)
                page.locator(f"#{name}").blur()
        with page.expect_response(lambda r: "/api/comment/" in r.url and r.request.method == "PUT"):
            page.fill("#reflection_stop-comment", "Which of your numbers says so?")
            page.locator("#reflection_stop-comment").blur()
        page.click("li.next a")
        page.wait_for_load_state()
    assert sorted(marked) == [False, True]
    assert autograde_button(page, server, "aoi")["success"]
    course.run("nbgrader", "autograde", ASSIGNMENT, "--force")
    with course.gradebook() as gradebook:
        for student in ("aoi", "ben"):
            found = [
                gradebook.find_grade(name, "overfitting", ASSIGNMENT, student).score
                for name in ("reflection_stop", "reflection_data")
            ]
            assert found == [0.5, 1.0]
            comment = gradebook.find_comment("reflection_stop", "overfitting", ASSIGNMENT, student)
            assert comment.comment == "Which of your numbers says so?"


def test_feedback_has_the_marks_and_no_marking_guide(course: Any) -> None:
    course.run("nbgrader", "generate_feedback", ASSIGNMENT)
    for student in ("aoi", "ben"):
        feedback = course.feedback(student, ASSIGNMENT)
        assert "Which of your numbers says so?" in feedback
        assert "Score: 0.5 / 1.0" in feedback
        assert "reflection_stop: when would you stop?" not in feedback
        assert "Marking guide" not in feedback
        assert "numbers without saying for which data" not in feedback
