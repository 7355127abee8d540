"""The pages that people read, and what stands in them: links, headings, code."""

from __future__ import annotations

import functools
import itertools
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from markdown_it import MarkdownIt
from markdown_it.token import Token
from pymdownx.slugs import slugify

ROOT = Path(__file__).resolve().parents[2]
PAGES = sorted(
    str(path.relative_to(ROOT)) for path in (*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md"))
)
_INCLUDE = re.compile(r'^--8<-- "(.+)"$', re.MULTILINE)
_slug = slugify(case="lower")
"""The site's way from a heading to its anchor (`mkdocs.yml`)."""


@functools.cache
def text(page: str) -> str:
    """The page as a reader gets it: with what it includes."""
    return _INCLUDE.sub(lambda found: text(found[1]), (ROOT / page).read_text(encoding="utf-8"))


@functools.cache
def _tokens(page: str) -> list[Token]:
    return MarkdownIt().enable("table").parse(text(page))


def _inside(page: str) -> Iterator[Token]:
    for token in _tokens(page):
        yield token
        yield from token.children or ()


def links(page: str) -> list[str]:
    """Where the page's links and pictures lead."""
    found = (token.attrGet("href") or token.attrGet("src") for token in _inside(page))
    return [str(link) for link in found if link]


def pictures_without_words(page: str) -> list[str]:
    """Pictures that a reader who doesn't see them learns nothing about."""
    images = (token for token in _inside(page) if token.type == "image")
    return [str(token.attrGet("src")) for token in images if len(token.content) < 15]


def anchors(page: str) -> set[str]:
    """What `#...` may lead to: the headings."""
    tokens = _tokens(page)
    titles = (
        "".join(part.content for part in following.children or ())
        for token, following in itertools.pairwise(tokens)
        if token.type == "heading_open"
    )
    return {_slug(title, "-") for title in titles}


def code(page: str) -> list[str]:
    """Each piece of code between backticks, and each line of the blocks that are no Python."""
    found = []
    for token in _inside(page):
        if token.type == "code_inline":
            found.append(token.content)
        elif token.type == "fence" and token.info != "python":
            found += token.content.splitlines()
    return found


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site, built as `make docs` does."""
    kit = tmp_path_factory.mktemp("kit")
    for folder in ("docs", "tools/theme"):
        shutil.copytree(ROOT / folder, kit / folder)
    for name in ("mkdocs.yml", "SECURITY.md"):
        shutil.copy(ROOT / name, kit)
    command = [Path(sys.executable).with_name("zensical"), "build", "--strict"]
    done = subprocess.run(command, cwd=kit, capture_output=True, text=True)
    assert done.returncode == 0, done.stdout + done.stderr
    return kit / "build" / "site"
