"""Every verb of a learner in both languages: no line is wider than 80 columns, in any terminal."""

from __future__ import annotations

import fcntl
import json
import os
import pty
import re
import struct
import subprocess
import sys
import termios
from pathlib import Path

import pytest
from rich.cells import cell_len

from autograder.course import catalogue

DRIVER = """
import json, sys
from autograder import cli, console
from autograder.learner import watch
for words in json.loads(sys.argv.pop()):
    print("$ kata", *words, flush=True)
    sys.argv[1:] = words
    if words[0] == "watch" and "--help" not in words:
        watch._check("02_neuron", console.HELP)
        continue
    try:
        console.run()
    except SystemExit:
        pass
"""
VERBS = ("start", "check", "watch", "hint", "progress", "reset", "diff", "submit", "doctor")


def commands() -> list[list[str]]:
    """What a learner types in an evening, right and wrong; a diff is as wide as the file."""
    every = [["hint", a.number] for a in catalogue.assignments().values()]
    every += [["hint", a.number, "1", "3"] for a in catalogue.assignments().values()]
    every += [["start"], ["progress"], ["doctor"], ["check", "02"], ["check"], ["watch", "02"]]
    every += [["check", "02", "--task", "1"], ["submit", "02"], ["progress"]]
    every += [["reset", "02"], ["reset", "02"], ["submit", "02"], ["check"]]
    every += [["check", "99"], ["check", "02", "nowhere.ipynb"], ["hint", "02", "nine"]]
    every += [["hint"], ["sing"], ["hint", "02", "1", "0"], ["check", "--lang", "fr"], ["--help"]]
    return every + [[verb, "--help"] for verb in VERBS]


def run(home: Path, lang: str, terminal: bool, **more: str) -> str:
    """What all the commands print, in a terminal of 200 columns or into a pipe."""
    skipped = ("LC_", "LANG", "KATA", "COLUMNS", "NO_COLOR", "TERM")
    env = {k: v for k, v in os.environ.items() if not k.startswith(skipped)}
    env |= {"LANG": "C.UTF-8", "KATA_LANG": lang, "TERM": "xterm-256color", **more}
    command = [sys.executable, "-c", DRIVER, json.dumps(commands())]
    if not terminal:
        done = subprocess.run(command, cwd=home, env=env, text=True, capture_output=True)
        return done.stdout + done.stderr
    ours, theirs = pty.openpty()
    fcntl.ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", 24, 200, 0, 0))
    with subprocess.Popen(command, cwd=home, env=env, stdout=theirs, stderr=theirs):
        os.close(theirs)
        printed = b""
        try:
            while data := os.read(ours, 65536):
                printed += data
        except OSError:  # the other end is closed
            os.close(ours)
    return printed.decode()


@pytest.mark.parametrize(
    ("lang", "terminal", "more"),
    [("en", True, {}), ("ja", True, {"NO_COLOR": "1"}), ("ja", False, {})],
    ids=["en-terminal", "ja-terminal-without-colour", "ja-pipe"],
)
def test_no_line_is_wider_than_80_columns(home, solved, lang, terminal, more):
    folder = home / "assignments" / ("" if lang == "en" else lang) / "02_neuron"
    almost = solved(lang=lang).replace("return x @ w + b", "return x @ w")
    (folder / "neuron.py").write_text(almost)
    printed = run(home, lang, terminal, **more)
    assert "Traceback" not in printed
    assert printed.count("$ kata") == len(commands())
    coloured = bool(re.search(r"\x1b\[[0-9;]*3[0-9]m", printed))
    assert coloured == (terminal and not more)
    plain = re.sub(r"\x1b\[[0-9;?]*[A-Za-z]", "", printed).replace("\r", "")
    lines = [line.replace(str(home), "~") for line in plain.splitlines()]
    wide = [line for line in lines if cell_len(line) > 80]
    assert wide == []
