"""What a page leads to is there: files, headings, pictures, and the files it names."""

from __future__ import annotations

import re
from urllib.parse import unquote, urlsplit

import pytest
import yaml

from tests.docs.conftest import PAGES, ROOT, anchors, code, links, pictures_without_words, text

FOLDERS = ("assignments/", "autograder/", "benchmarks/", "docs/", "solutions/", "tests/", "tools/")
MADE_UP = "10_dropout"
"""The assignment that the author's guide makes."""
MADE = ("demo-out/", "build/")


@pytest.mark.parametrize("page", PAGES)
def test_links_lead_to_files_and_headings_that_are_there(page):
    broken = []
    for link in links(page):
        parts = urlsplit(link)
        if parts.scheme:
            continue
        target = (ROOT / page).parent / unquote(parts.path) if parts.path else ROOT / page
        if not target.exists():
            broken.append(f"{link}: no such file")
        elif parts.fragment and unquote(parts.fragment) not in anchors(
            str(target.resolve().relative_to(ROOT))
        ):
            broken.append(f"{link}: no such heading")
    assert broken == []


@pytest.mark.parametrize("page", PAGES)
def test_links_to_other_places_are_well_formed(page):
    outside = [urlsplit(link) for link in links(page) if urlsplit(link).scheme]
    assert [p.geturl() for p in outside if p.scheme != "https" or "." not in p.netloc] == []


@pytest.mark.parametrize("page", [page for page in PAGES if page.startswith("docs/")])
def test_pages_of_the_site_lead_to_nothing_that_is_not_in_it(page):
    """What lies elsewhere in the kit is named, not linked: the site has no copy of it."""
    relative = (link.partition("#")[0] for link in links(page) if not urlsplit(link).scheme)
    targets = [((ROOT / page).parent / unquote(link)).resolve() for link in relative if link]
    site = ROOT / "docs"
    assert [str(t) for t in targets if not (t.is_relative_to(site) and t.is_file())] == []


@pytest.mark.parametrize("page", PAGES)
def test_pictures_are_described(page):
    assert pictures_without_words(page) == []


@pytest.mark.parametrize("page", PAGES)
def test_files_and_folders_that_are_named_are_there(page):
    named = [c for c in code(page) if c.startswith(FOLDERS) and " " not in c and MADE_UP not in c]
    assert [name for name in named if not list(ROOT.glob(name.rstrip("/")))] == []


def test_every_page_is_in_the_sites_menu():
    def flat(menu):
        if isinstance(menu, str):
            return [menu]
        return (
            [page for part in menu for page in flat(part)]
            if isinstance(menu, list)
            else flat(next(iter(menu.values())))
        )

    # The slug function is a Python object, which only the site's builder may make.
    config = re.sub(r"!!python\S+", "", (ROOT / "mkdocs.yml").read_text(encoding="utf-8"))
    menu = flat(yaml.safe_load(config)["nav"])
    assert sorted(f"docs/{page}" for page in menu) == [p for p in PAGES if p.startswith("docs/")]


def test_the_readers_of_japanese_have_the_same_headings_as_those_of_english():
    def levels(page):
        return re.findall(r"^#+(?= )", text(page), re.MULTILINE)

    for page in ("README.md", "docs/index.md", "docs/student.md"):
        japanese = (
            page.replace(".md", ".ja.md")
            if page == "README.md"
            else page.replace("docs/", "docs/ja/")
        )
        assert levels(japanese) == levels(page)
