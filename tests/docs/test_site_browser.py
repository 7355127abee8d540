"""The site of the guides in a browser: WCAG AA, and a search that finds in both languages."""

from __future__ import annotations

import functools
import http.server
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests import browser as web

pytestmark = [pytest.mark.slow, web.needs_chromium]


class _Quiet(http.server.SimpleHTTPRequestHandler):
    def log_message(self, format: str, *args: object) -> None:
        pass


@pytest.fixture(scope="module")
def address(site: Path) -> Iterator[str]:
    """Where the site is served: its search needs a server."""
    handler = functools.partial(_Quiet, directory=str(site))
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()


@pytest.fixture(scope="module")
def browser():
    with web.chromium() as running:
        yield running


@pytest.mark.parametrize("page", ["index", "student", "instructor", "architecture", "ja/student"])
def test_pages_keep_wcag_aa_in_both_schemes(browser, address, page):
    for scheme, size in (("light", "wide"), ("dark", "wide"), ("dark", "narrow")):
        opened = web.open_page(browser, f"{address}/{page}.html", scheme=scheme, size=size)
        assert web.violations(opened) == []
        assert web.overflow(opened) <= 0


@pytest.mark.parametrize(("words", "heading"), [("hint", "Get a hint"), ("言語", "言語を選ぶ")])
def test_the_search_finds(browser, address, words, heading):
    page = web.open_page(browser, f"{address}/index.html")
    page.get_by_role("button", name="Search").first.click()
    page.keyboard.type(words)
    page.get_by_text(heading).first.wait_for()
