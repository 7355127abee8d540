"""`kata doctor`: what is installed and what works here; a remedy for everything that doesn't."""

from __future__ import annotations

import os
import platform
import shutil
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from importlib import metadata
from pathlib import Path
from typing import Literal

from rich.cells import cell_len

from autograder.course import mnist, places
from autograder.grading.suite import sandbox_problem
from autograder.machine import cores, memory
from autograder.text import Text, default_language
from autograder.trouble import Trouble
from autograder.wrap import terminal_width, wrap

State = Literal["well", "limited", "wrong"]
PACKAGES = ("tensorflow", "tensorflow-datasets", "numpy", "matplotlib", "pytest", "ipywidgets")
NEEDED_MEMORY = 2
"""GiB that one check of a chapter with TensorFlow should find free."""
NEEDED_DISK = 200
"""MB for MNIST as TFDS keeps it, and the first results."""
OLDEST, NEWEST = (3, 11), (3, 13)
_NOTHING = Text(en="", ja="")


@dataclass(frozen=True)
class Line:
    """One thing that was looked at."""

    state: State
    what: Text
    remedy: Text = _NOTHING


def examine() -> Iterator[Line]:
    """Looks at one thing after the other."""
    yield _python()
    yield from map(_package, PACKAGES)
    yield _data()
    yield _program(
        "dot",
        Text(en="Graphviz (pictures of networks)", ja="Graphviz (ネットワークの図)"),
        "sudo apt-get install graphviz",
    )
    yield _cores()
    yield _memory()
    yield _disk()
    yield _language()
    yield _kit()
    yield from _sandbox()


def _python() -> Line:
    version = platform.python_version()
    fits = OLDEST <= sys.version_info[:2] <= NEWEST
    asked = f"{OLDEST[0]}.{OLDEST[1]} – {NEWEST[0]}.{NEWEST[1]}"
    return Line(
        "well" if fits else "wrong",
        Text(en=f"Python {version}", ja=f"Python {version}"),
        _NOTHING
        if fits
        else Text(en=f"Install Python {asked}.", ja=f"Python {asked} を入れてください。"),
    )


def _package(name: str) -> Line:
    try:
        version = metadata.version(name)
    except metadata.PackageNotFoundError:
        python = Path(sys.executable)
        if python.is_relative_to(Path.cwd()):
            python = python.relative_to(Path.cwd())
        command = f"{python} -m pip install {name}"
        return Line(
            "wrong",
            Text(en=f"{name} is not installed", ja=f"{name} が入っていません"),
            Text(en=f"Install it: {command}", ja=f"入れてください: {command}"),
        )
    return Line("well", Text(en=f"{name} {version}", ja=f"{name} {version}"))


def _data() -> Line:
    try:
        folder = mnist.prepare()
    except Trouble as error:
        return Line("wrong", Text(en="MNIST", ja="MNIST"), error.text)
    return Line("well", Text(en=f"MNIST, in {folder}", ja=f"MNIST ({folder})"))


def _program(name: str, what: Text, command: str) -> Line:
    if shutil.which(name):
        return Line("well", what)
    return Line(
        "limited",
        what + Text(en=" is not installed", ja=" が入っていません"),
        Text(en=f"Install it: {command}", ja=f"入れてください: {command}"),
    )


def _cores() -> Line:
    count = cores()
    return Line("well", Text(en=f"{count} core(s)", ja=f"コア {count} 個"))


def _memory() -> Line:
    available = memory()
    if available is None:
        return Line("well", Text(en="Memory: not measured here", ja="メモリ: 調べられません"))
    free = available / 2**30
    words = Text(en=f"{free:.1f} GiB of memory free", ja=f"空きメモリ {free:.1f} GiB")
    if free >= NEEDED_MEMORY:
        return Line("well", words)
    return Line(
        "limited",
        words,
        Text(
            en=f"Chapters with TensorFlow need about {NEEDED_MEMORY} GiB. Close other programs.",
            ja=f"TensorFlow を使う章には {NEEDED_MEMORY} GiB ほど必要です。ほかのプログラムを"
            "終了してください。",
        ),
    )


def _disk() -> Line:
    folder = places.cache()
    there = next(f for f in (folder, *folder.parents) if f.exists())
    free = shutil.disk_usage(there).free / 1e6
    words = Text(
        en=f"{free / 1000:.1f} GB free for {folder}", ja=f"{folder} の空き容量 {free / 1000:.1f} GB"
    )
    if free >= NEEDED_DISK and os.access(there, os.W_OK):
        return Line("well", words)
    return Line(
        "wrong",
        words,
        Text(
            en=f"{NEEDED_DISK} MB are needed, and leave to write there. Another place: set "
            "XDG_CACHE_HOME to an absolute path.",
            ja=f"{NEEDED_DISK} MB の空きと書き込みの権限が必要です。別の場所にするには、"
            "XDG_CACHE_HOME に絶対パスを設定してください。",
        ),
    )


def _language() -> Line:
    lang = default_language()
    other = "ja" if lang == "en" else "en"
    return Line(
        "well",
        Text(
            en=f"Language: {'English' if lang == 'en' else 'Japanese'}, by your system. "
            f"Another: --lang {other} or KATA_LANG={other}",
            ja=f"言語: {'英語' if lang == 'en' else '日本語'} (システムの設定)。変えるには "
            f"--lang {other} か KATA_LANG={other}",
        ),
    )


def _kit() -> Line:
    try:
        folder = places.root()
    except Trouble as error:
        return Line("limited", Text(en="assignments/", ja="assignments/"), error.text)
    return Line("well", Text(en=f"Assignments in {folder}", ja=f"課題のフォルダ: {folder}"))


def _sandbox() -> Iterator[Line]:
    """Only official grading needs one; the student edition does not grade others."""
    if not (places.PACKAGE / "classroom").is_dir():
        return
    yield _tried(
        sandbox_problem,
        Text(
            en="Sandbox for grading others' work (kata grade)",
            ja="ほかの人の提出物を採点するサンドボックス (kata grade)",
        ),
    )


def _tried(problem: Callable[[], Text | None], what: Text) -> Line:
    found = problem()
    if found is None:
        return Line("well", what)
    # To check one's own work no sandbox is needed.
    return Line("limited", what, found)


def report(lang: str) -> bool:
    """Prints every line with its remedy; whether nothing is wrong."""
    marks = {
        "well": Text(en="ok     ", ja="良好  "),
        "limited": Text(en="limited", ja="制限有"),
        "wrong": Text(en="WRONG  ", ja="要対処"),
    }
    good = True
    width = terminal_width()
    for line in examine():
        good = good and line.state != "wrong"
        mark = marks[line.state][lang] + "  "
        indent = cell_len(mark)
        first, *more = wrap(line.what[lang], width - indent, chop=False)
        print(mark + first, flush=True)
        for part in more + wrap(line.remedy[lang], width - indent - 2, chop=False):
            print(" " * (indent + 2) + part)
    return good
