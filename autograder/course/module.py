"""A chapter as a Python module: the text as comments, what is run under `__main__`."""

from __future__ import annotations

import io
import itertools
import tokenize

from autograder.course import pictures
from autograder.course.catalogue import Assignment
from autograder.course.cells import Cell
from autograder.course.notebook import ANSWER_HERE
from autograder.text import Text

_HOW = Text(
    en="Fill in what is marked TODO. Check your work with: kata check {number}\n"
    "Run this file to try your functions: python {module}.py",
    ja="TODO の部分を書いてください。確認するには: kata check {number}\n"
    "このファイルを実行すると、書いた関数を試せます: python {module}.py",
)


def render(cells: list[Cell], assignment: Assignment, lang: str) -> str:
    """The module's text, in cells as editors know them (`# %%`)."""
    how = _HOW[lang].format(number=assignment.number, module=assignment.module)
    title = f"{int(assignment.number)}. {assignment.title[lang]}"
    parts = [f'"""{title}\n\n{how}\n"""']
    for cell in cells:
        if cell.markdown:
            parts.append(_comment(pictures.describe(cell.text, lang)))
            if cell.reflection is not None:
                parts.append(_answer(cell.reflection, lang))
        elif cell.run:
            parts.append(f'# %%\nif __name__ == "__main__":\n{indent(cell.text)}')
        elif cell.grade is None:
            parts.append(f"# %%\n{cell.text}")
    return _spaced(parts)


def _comment(text: str) -> str:
    lines = (f"# {line}".rstrip() for line in text.split("\n"))
    return "\n".join(["# %% [markdown]", *lines])


def _answer(reflection: str, lang: str) -> str:
    return f'# %%\n{reflection.upper()} = """\n{ANSWER_HERE[lang]}\n"""'


def indent(code: str) -> str:
    """The code four spaces further in; what stands inside a string stays as it is."""
    inside: set[int] = set()
    for token in tokenize.generate_tokens(io.StringIO(code).readline):
        if token.type in _STRINGS:
            inside.update(range(token.start[0] + 1, token.end[0] + 1))
    return "\n".join(
        line if number in inside or not line.strip() else f"    {line}"
        for number, line in enumerate(code.split("\n"), start=1)
    )


_STRINGS = {
    getattr(tokenize, name) for name in ("STRING", "FSTRING_MIDDLE") if hasattr(tokenize, name)
}


def _spaced(parts: list[str]) -> str:
    """Two empty lines around functions and classes, one elsewhere."""
    text = parts[0]
    for before, part in itertools.pairwise(parts):
        text += ("\n\n\n" if _defines(before) or _defines(part) else "\n\n") + part
    return text + "\n"


def _defines(part: str) -> bool:
    return any(line.startswith(("def ", "class ")) for line in part.split("\n"))
