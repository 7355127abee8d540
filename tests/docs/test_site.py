"""The site of the guides: built strictly, with nothing from outside."""

from __future__ import annotations

import re

_LOADED = re.compile(
    r"""<(?:script|img|iframe|source)[^>]*\ssrc=["']?([^"' >]+)"""
    r"""|<link[^>]*\srel=["']?(?:stylesheet|preconnect|preload|icon)[^>]*href=["']?([^"' >]+)"""
    r"""|url\(["']?([^"')]+)|@import\s+["']([^"']+)"""
)


def test_it_loads_nothing_from_outside(site):
    files = [path for path in site.rglob("*") if path.suffix in (".html", ".css")]
    loaded = {
        "".join(found)
        for path in files
        for found in _LOADED.findall(path.read_text(encoding="utf-8"))
    }
    assert any(link.endswith("/style.css") for link in loaded)
    assert "pictures/check.png" in loaded
    assert [link for link in loaded if re.match(r"(https?:)?//", link)] == []


def test_each_page_says_its_language(site):
    pages = [path for path in site.rglob("*.html") if path.name != "404.html"]
    for path in pages:
        language = "ja" if path.is_relative_to(site / "ja") else "en"
        assert f'<html lang="{language}"' in path.read_text(encoding="utf-8"), path


def test_security_is_the_one_page_of_the_kit(site):
    assert "Who attacks, and what is at stake" in (site / "security.html").read_text()
