"""`kata new`: an assignment to begin from, with everything that `kata validate` wants."""

from __future__ import annotations

import re
from pathlib import Path

from autograder.course import catalogue, places
from autograder.text import Text
from autograder.trouble import Trouble

TEMPLATE = Path(__file__).with_name("template")
_NAME = re.compile(r"(?P<number>\d\d)_(?P<module>[a-z][a-z0-9_]*)")
_FORM = "A name looks like 10_dropout: two digits, _, then lower-case letters, digits and _."


def new(name: str) -> list[Path]:
    """Writes the files of a new assignment into the checkout; their paths from there.

    It works as it is: change it, piece by piece, into your own.
    Raises `Trouble` for a name that does not fit or is taken, or outside a checkout.
    """
    match = _NAME.fullmatch(name)
    if match is None:
        raise Trouble(
            Text(
                en=f"{name!r} can't be the name of an assignment. {_FORM}",
                ja=f"{name!r} は課題名にできません。10_dropout のように、2 けたの数字、_、"
                "英小文字で始まる名前 (英小文字、数字、_) にしてください。",
            )
        )
    numbers = {a.number: a.name for a in catalogue.assignments().values()}
    if match["number"] in numbers:
        taken = numbers[match["number"]]
        raise Trouble(
            Text(
                en=f"Number {match['number']} is taken by {taken}. Choose another.",
                ja=f"番号 {match['number']} は {taken} が使っています。別の番号にしてください。",
            )
        )
    kit = places.checkout()
    if kit is None:
        raise Trouble(
            Text(
                en="New assignments are written in a clone of the kit, installed from there.",
                ja="新しい課題は、キットのクローンの中で、そこからインストールして作ります。",
            )
        )
    files = {kit / path: TEMPLATE / source for source, path in _targets(name, match["module"])}
    there = next((path for path in files if path.exists()), None)
    if there is not None:
        raise Trouble(
            Text(
                en=f"{there} is there already. Remove it first, or choose another name.",
                ja=f"{there} がすでにあります。先に削除するか、別の名前にしてください。",
            )
        )
    title = match["module"].replace("_", " ").capitalize()
    for path, template in files.items():
        text = template.read_text(encoding="utf-8")
        text = text.replace("NUMBER", str(int(match["number"]))).replace("TITLE", title)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text.replace("NAME", name), encoding="utf-8")
    return [path.relative_to(kit) for path in files]


def _targets(name: str, module: str) -> list[tuple[str, str]]:
    """Each file of the template, and where its copy goes."""
    solution, variants = f"solutions/{name}", f"tests/variants/{name}"
    return [
        ("catalogue.toml.txt", f"autograder/course/catalogue/{name}.toml"),
        ("source.py.txt", f"{solution}/{module}.py"),
        ("checks.py.txt", f"{solution}/test_{module}.py"),
        ("pictures.py.txt", f"{solution}/pictures.py"),
        ("notes.md.txt", f"{solution}/NOTES.md"),
        ("hidden.py.txt", f"autograder/graders/test_{name}.py"),
        *(
            (path.relative_to(TEMPLATE).as_posix(), f"{variants}/{path.parent.name}/{path.stem}")
            for path in sorted(TEMPLATE.glob("*/*.txt"))
        ),
    ]
