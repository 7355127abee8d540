"""Pictures of a chapter: drawn by the author's functions, named in the text as `picture:name`."""

from __future__ import annotations

import ast
import importlib.util
import io
import re
import warnings
from collections.abc import Callable
from pathlib import Path
from typing import Any

from autograder.text import Text

LINK = re.compile(r"!\[(?P<alt>(?:(?!\]\().)*)\]\(picture:(?P<name>[A-Za-z_]\w*)\)", re.DOTALL)
"""`![what the picture shows](picture:layers)`"""

INSTEAD = Text(en="(picture: {alt})", ja="（図：{alt}）")
"""What stands for a picture where there can be none."""

Draw = Callable[[str, str], bytes]
"""Draws the picture of this name with text in this language, as PNG."""


class NoPicture(Exception):
    """A picture that can't be drawn."""


def names(text: str) -> list[str]:
    """The pictures in a text, in order, each once."""
    return list(dict.fromkeys(link["name"] for link in LINK.finditer(text)))


def attach(text: str) -> str:
    """The text with links to a notebook cell's attachments."""
    return LINK.sub(lambda link: f"![{link['alt']}](attachment:{link['name']}.png)", text)


def describe(text: str, lang: str) -> str:
    """The text with each picture's description in its place."""
    return LINK.sub(lambda link: INSTEAD[lang].format(alt=link["alt"]), text)


def known(path: Path) -> set[str]:
    """The names of the functions in an author's `pictures.py`; it is not run.

    Raises `NoPicture` where the file is not Python.
    """
    if not path.is_file():
        return set()
    try:
        tree = ast.parse(path.read_text(encoding="utf-8"))
    except (SyntaxError, ValueError) as error:
        raise NoPicture(f"{path.name} is not Python: {error}") from error
    return {node.name for node in tree.body if isinstance(node, ast.FunctionDef)}


def drawn_by(path: Path) -> Draw:
    """Draws by the functions of an author's `pictures.py`, which is run at the first picture."""
    functions: dict[str, Any] = {}

    def draw(name: str, lang: str) -> bytes:
        try:
            if not functions:
                functions.update(_load(path))
            return _png(functions[name], lang)
        except Exception as error:  # an author's code may raise anything
            kind = type(error).__name__
            raise NoPicture(f"picture:{name} in {lang!r}: {kind}: {error}") from error

    return draw


def _load(path: Path) -> dict[str, Any]:
    import matplotlib

    matplotlib.use("Agg")
    spec = importlib.util.spec_from_file_location(f"pictures_of_{path.parent.name}", path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return vars(module)


def _png(function: Callable[[str], Any], lang: str) -> bytes:
    import matplotlib
    import matplotlib.pyplot as plt

    import matplotlib_fontja  # isort: skip  sets the Japanese font, for every figure

    with matplotlib.rc_context(), warnings.catch_warnings():
        # A letter that the font does not have would be drawn as an empty box.
        warnings.filterwarnings("error", message="Glyph .* missing")
        matplotlib.rcdefaults()
        matplotlib.use("Agg")
        if lang == "ja":
            matplotlib_fontja.japanize()
        figure = function(lang)
        png = io.BytesIO()
        # No date and no version in the file: the same drawing gives the same bytes.
        figure.savefig(png, format="png", metadata={"Software": None})
        plt.close(figure)
    return png.getvalue()
