"""Variants: small patches that make a wrong, or another right, answer of a solution."""

from __future__ import annotations

import ast
import re
from dataclasses import dataclass
from pathlib import Path

from autograder.text import Text
from autograder.trouble import Trouble

KINDS = ("wrong", "honest")
_KEY = re.compile(r"(?P<key>caught by|says):\s*(?P<value>.*)")


class BadVariant(Trouble):
    """A variant that can't be read, or that does not fit the solution."""

    def __init__(self, why: str, path: Path | None = None):
        line = f"{path.parent.parent.name}/{path.parent.name}/{path.name}: {why}" if path else why
        super().__init__(Text(en=line, ja=line))


@dataclass(frozen=True, kw_only=True)
class Variant:
    """One variant, as its file describes it."""

    name: str
    kind: str
    """`wrong` or `honest`: the folder that it lies in."""
    description: str
    source: str
    caught_by: tuple[str, ...] = ()
    """Names of the checks that have to fail; none for an honest one."""
    says: str = ""
    """Part of the English message."""


def read(path: Path) -> Variant:
    """Reads `…/wrong/no_biases.py`. Raises `BadVariant`."""
    kind = path.parent.name
    if kind not in KINDS:
        raise BadVariant(f"lies in {kind!r}, not in {' or '.join(KINDS)}", path)
    try:
        source = path.read_text(encoding="utf-8")
        text = ast.get_docstring(ast.parse(source)) or ""
    except (OSError, SyntaxError, ValueError) as error:
        raise BadVariant(str(error), path) from error
    description, about = _docstring(text)
    if not description:
        raise BadVariant("no docstring that says what is different", path)
    missing = [key for key in ("caught by", "says") if kind == "wrong" and not about.get(key)]
    if missing:
        raise BadVariant(f"the docstring has no line '{missing[0]}: …'", path)
    if kind == "honest" and about:
        raise BadVariant(f"an honest variant has no line '{next(iter(about))}: …'", path)
    return Variant(
        name=path.stem,
        kind=kind,
        description=description,
        source=source,
        caught_by=tuple(about.get("caught by", "").replace(",", " ").split()),
        says=about.get("says", ""),
    )


def _docstring(text: str) -> tuple[str, dict[str, str]]:
    """The description, and what stands behind `caught by:` and `says:`, lines joined."""
    description: list[str] = []
    about: dict[str, list[str]] = {}
    now = description
    for line in text.splitlines():
        if found := _KEY.fullmatch(line.strip()):
            now = about.setdefault(found["key"], [])
            line = found["value"]
        now.append(line.strip())
    return (
        " ".join(description).strip(),
        {key: " ".join(lines).strip() for key, lines in about.items()},
    )


def apply(solution: str, variant: str) -> str:
    """The solution (a module's text) with the variant's definitions in place of its own.

    A function, class or name that the solution defines at top level is replaced where it stands.
    What it does not define is added just before the variant's next definition that replaces one,
    else at the end; imports are added at the top.
    Raises `BadVariant` if one of the two is not Python, or where names are set together in the
    solution (`a, b = 1, 2`) and the variant sets only one of them.
    """
    ours, theirs = _parse(solution, "the solution"), _parse(variant, "the variant")
    lines = solution.split("\n")
    changes: list[tuple[int, int, str]] = []
    """Index of the first line, of the line after the last, and what comes instead."""
    imports: list[str] = []
    waiting: list[str] = []
    replaced: set[ast.stmt] = set()
    for node in _without_docstring(theirs):
        text = _text(node, variant)
        names = _names(node)
        old = [n for n in ours.body if _names(n) & names and n not in replaced]
        for known in old:
            if both := _names(known) - names:
                raise BadVariant(
                    f"the solution sets {', '.join(sorted(both | names))} together; set them all"
                )
        if not old and isinstance(node, ast.Import | ast.ImportFrom):
            imports.append(text)
        elif not old:
            waiting.append(text)
        else:
            first, *others = old
            changes.append((*_span(first), "\n\n\n".join([*waiting, text])))
            changes += [(*_span(other), "") for other in others]
            replaced.update(old)
            waiting = []
    top = _after_docstring(ours)
    changes.append((top, top, "\n".join(imports)))
    for start, stop, text in sorted(changes, reverse=True):
        lines[start:stop] = text.split("\n") if text else []
    return "\n".join([*lines, *(f"\n{text}\n" for text in waiting)])


def _parse(source: str, what: str) -> ast.Module:
    try:
        return ast.parse(source)
    except (SyntaxError, ValueError) as error:
        raise BadVariant(f"{what} is not Python: {error}") from error


def _without_docstring(tree: ast.Module) -> list[ast.stmt]:
    return tree.body[ast.get_docstring(tree) is not None :]


def _after_docstring(tree: ast.Module) -> int:
    return (tree.body[0].end_lineno or 0) if ast.get_docstring(tree) is not None else 0


def _names(node: ast.stmt) -> set[str]:
    """The top-level names that the statement sets, if that is all it does."""
    match node:
        case ast.FunctionDef(name=name) | ast.ClassDef(name=name):
            return {name}
        case ast.Assign(targets=targets):
            found = [n for target in targets for n in ast.walk(target)]
            return {n.id for n in found if isinstance(n, ast.Name) and _is_set(n)}
        case ast.AnnAssign(target=ast.Name(id=name)):
            return {name}
        case ast.Import(names=aliases) | ast.ImportFrom(names=aliases):
            return {a.asname or a.name.split(".")[0] for a in aliases}
    return set()


def _is_set(name: ast.Name) -> bool:
    return isinstance(name.ctx, ast.Store)


def _span(node: ast.stmt) -> tuple[int, int]:
    """Index of its first line, decorators included, and of the line after its last."""
    decorators = getattr(node, "decorator_list", [])
    first = min([node.lineno, *(d.lineno for d in decorators)])
    return first - 1, node.end_lineno or node.lineno


def _text(node: ast.stmt, source: str) -> str:
    start, stop = _span(node)
    return "\n".join(source.split("\n")[start:stop])
