"""The site of the guides: built strictly, with nothing from outside."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.docs.conftest import ROOT

_LOADED = re.compile(
    r"""<(?:script|img|iframe|source)[^>]*\ssrc=["']?([^"' >]+)"""
    r"""|<link[^>]*\srel=["']?(?:stylesheet|preconnect|preload|icon)[^>]*href=["']?([^"' >]+)"""
    r"""|url\(["']?([^"')]+)|@import\s+["']([^"']+)"""
)


@pytest.fixture(scope="module")
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


def test_it_loads_nothing_from_outside(site):
    files = [path for path in site.rglob("*") if path.suffix in (".html", ".css")]
    assert len(files) > 10
    for path in files:
        for found in _LOADED.findall(path.read_text(encoding="utf-8")):
            link = "".join(found)
            assert not re.match(r"(https?:)?//", link), f"{path.name} loads {link}"


def test_each_page_says_its_language(site):
    pages = [path for path in site.rglob("*.html") if path.name != "404.html"]
    for path in pages:
        language = "ja" if path.is_relative_to(site / "ja") else "en"
        assert f'<html lang="{language}"' in path.read_text(encoding="utf-8"), path


def test_security_is_the_one_page_of_the_kit(site):
    assert "Who attacks, and what is at stake" in (site / "security.html").read_text()
