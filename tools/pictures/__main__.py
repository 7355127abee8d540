"""Takes the README's pictures: real output and real pages, in both languages, light.

    python -m tools.pictures [--out docs/pictures] [--keep FOLDER]

Grades the example class twice (minutes, unless its reports are kept in the cache) and needs
Chromium. Writes `check.png`, `class.png` and `curves.png`, the Japanese ones below `ja/`.
"""

from __future__ import annotations

import argparse
import tempfile
from pathlib import Path
from typing import Any

from PIL import Image

from autograder.commands.grade import grade_class
from autograder.course import places
from autograder.text import LANGUAGES
from tests.browser import chromium
from tools.pictures import terminal

COLOURS = 128
"""Of a stored picture: pages and terminals have few, and a palette makes the file small."""
WIDTH = 1000


def main() -> None:
    parser = argparse.ArgumentParser(prog="tools.pictures", description=__doc__)
    parser.add_argument("--out", type=Path, default=places.root() / "docs" / "pictures")
    parser.add_argument("--keep", type=Path, help="where the graded classes stay, en/ and ja/")
    given = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="kata-pictures-") as temporary:
        work = (given.keep or Path(temporary)).resolve()
        for lang in LANGUAGES:
            if not (work / lang / "index.html").is_file():
                example = places.clone() / "tests" / "classroom"
                grade_class(example, work / lang, jobs=None, only=None, sandbox=True, lang=lang)
        with chromium() as browser:  # only now: the grading is long
            for lang in LANGUAGES:
                out = given.out if lang == "en" else given.out / lang
                out.mkdir(parents=True, exist_ok=True)
                _take(browser, work / lang, lang, out)


def _take(browser: Any, graded: Path, lang: str, out: Path) -> None:
    page = browser.new_page(viewport={"width": WIDTH, "height": 800}, color_scheme="light")
    page.set_content(terminal.page("07", "total_without_biases", "2", lang))
    page.locator("main").screenshot(path=out / "check.png")
    page.goto((graded / "index.html").as_uri())
    page.screenshot(path=out / "class.png")
    page.goto((graded / "aoi" / "08_overfitting.html").as_uri())
    page.locator("section[aria-labelledby=curves]").screenshot(path=out / "curves.png")
    page.close()
    for name in ("check.png", "class.png", "curves.png"):
        _shrink(out / name)


def _shrink(path: Path) -> None:
    with Image.open(path) as picture:
        small = picture.convert("RGB").quantize(COLOURS, dither=Image.Dither.NONE)
    small.save(path, optimize=True)
    print(f"{path}: {small.width} x {small.height}, {path.stat().st_size / 1000:.0f} kB")


if __name__ == "__main__":
    main()
