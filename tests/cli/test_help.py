"""`--help` of every verb, in both languages."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys

import pytest

DRIVER = """
import json
import typer
from autograder.cli import app

def about(command, path):
    yield path, command.help, {p.name: p.help for p in command.params if hasattr(p, "help")}
    for name, part in getattr(command, "commands", {}).items():
        yield from about(part, [*path, name])

print(json.dumps(list(about(typer.main.get_command(app), ["kata"]))))
"""
JAPANESE = re.compile("[\u3040-\u30ff\u4e00-\u9fff]")
STOCK = ("install_completion", "show_completion")
"""Typer's own, which are put into Japanese when they are shown."""


def helps(lang: str) -> dict[str, tuple[str, dict[str, str]]]:
    """Help of each verb and of its parameters, by the words that are typed."""
    env = {**os.environ, "KATA_LANG": lang}
    done = subprocess.run(
        [sys.executable, "-c", DRIVER], env=env, capture_output=True, text=True, check=True
    )
    return {
        " ".join(path): (text, {n: t for n, t in more.items() if n not in STOCK})
        for path, text, more in json.loads(done.stdout)
    }


def test_every_verb_and_parameter_explains_itself_in_both_languages():
    english, japanese = helps("en"), helps("ja")
    assert len(english) > 20
    assert english.keys() == japanese.keys()
    for verb, (text, parameters) in english.items():
        assert text, verb
        assert not JAPANESE.search(text), verb
        assert JAPANESE.search(japanese[verb][0]), verb
        for name, about in parameters.items():
            assert about, (verb, name)
            assert not JAPANESE.search(about), (verb, name)
            assert JAPANESE.search(japanese[verb][1][name]), (verb, name)


@pytest.mark.parametrize("arguments", [["--lang", "ja", "--help"], ["--help"]], ids=" ".join)
def test_help_follows_option_and_locale(kata, arguments):
    environment = {} if "--lang" in arguments else {"LANG": "ja_JP.UTF-8"}
    done = kata("hint", *arguments, **environment)
    assert (done.returncode, done.stderr) == (0, "")
    assert "使い方: kata hint" in done.stdout
    assert "課題 1 つずつのヒントを、段階ごとに示します。" in done.stdout
    assert "この説明を表示します。" in done.stdout


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["hint"], "引数 'assignment' が足りません。"),
        (["sing"], "'sing' というコマンドはありません。"),
        (["hint", "02", "--fast"], "--fast というオプションはありません。"),
    ],
    ids=["missing", "command", "option"],
)
def test_wrong_use_is_explained_in_japanese(kata, arguments, words):
    done = kata(*arguments, LANG="ja_JP.UTF-8")
    assert done.returncode == 2
    assert done.stdout == ""
    assert words in done.stderr
    assert "使い方: kata" in done.stderr
