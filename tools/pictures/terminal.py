"""A learner's check as it looks in a terminal, as a web page."""

from __future__ import annotations

import io
import os
import subprocess
import sys
import tempfile
from pathlib import Path

from rich.console import Console
from rich.terminal_theme import DEFAULT_TERMINAL_THEME
from rich.text import Text as Line

from autograder.course import catalogue, places, variants
from autograder.course.source import render

COLUMNS = 80
PAGE = """<!doctype html><meta charset="utf-8"><style>
main {{ display: inline-block; padding: 14px 22px 18px; background: #fff; border: 1px solid #bbb;
       border-radius: 8px; }}
pre {{ margin: 0; font: 16px/1.45 "DejaVu Sans Mono", "Noto Sans Mono CJK JP", monospace; }}
</style><main><pre>{code}</pre></main>"""


def page(number: str, wrong: str, task: str, lang: str) -> str:
    """HTML with the command and what it prints for one of the registered wrong answers.

    number: of the assignment, such as "07". wrong: name of a file in its `wrong/`.
    task: number of the task that is checked.
    """
    assignment = catalogue.find(number)
    kit = places.root()
    solution = render(
        places.source(kit, assignment), assignment, lang=lang, form="module", solution=True
    )
    variant = variants.read(kit / "tests/variants" / assignment.name / "wrong" / f"{wrong}.py")
    arguments = ["check", number, "--task", task]
    with tempfile.TemporaryDirectory(prefix="kata-terminal-") as folder:
        work = places.assignment_folder(Path(folder), assignment, lang)
        work.mkdir(parents=True)
        answer = variants.apply(solution, variant.source)
        (work / f"{assignment.module}.py").write_text(answer, encoding="utf-8")
        printed = subprocess.run(
            [Path(sys.executable).with_name("kata"), *arguments],
            cwd=folder,
            env=os.environ | {"KATA_LANG": lang, "COLUMNS": str(COLUMNS), "FORCE_COLOR": "1"},
            stdout=subprocess.PIPE,
            text=True,
        ).stdout
    console = Console(record=True, file=io.StringIO(), width=COLUMNS)
    console.print(Line("$ ", style="bold") + Line(f"kata {' '.join(arguments)}"))
    console.print(Line.from_ansi(printed.rstrip()))
    return console.export_html(theme=DEFAULT_TERMINAL_THEME, inline_styles=True, code_format=PAGE)
