"""Runs the cells of a notebook, or a module as one cell, in one namespace."""

from __future__ import annotations

import ast
import linecache
import traceback
from types import CodeType
from typing import Any


class OutOfTime(BaseException):
    """Raised by a self-check's alarm; no `except Exception` of a learner's catches it."""


class Cell:
    """One piece of a submission: its text and the name it goes by in messages."""

    def __init__(self, source: str, name: str):
        self.source = source
        self.name = name

    @property
    def filename(self) -> str:
        return f"<{self.name}>"

    def compile(self) -> CodeType:
        """Raises SyntaxError (or ValueError for a null byte), as Python does."""
        try:
            tree = ast.parse(self.source, self.filename)
        except SyntaxError:
            if not _has_magics(self.source):
                raise
            tree = ast.parse(_without_magics(self.source), self.filename)
        return compile(tree, self.filename, "exec", dont_inherit=True)


def _has_magics(source: str) -> bool:
    return any(line.lstrip().startswith(("%", "!", "?")) for line in source.splitlines())


def _without_magics(source: str) -> str:
    """The cell as IPython would give it to Python: magics become calls of `get_ipython()`."""
    from IPython.core.inputtransformer2 import TransformerManager

    return TransformerManager().transform_cell(source)


class Shell:
    """Stands for `get_ipython()`: a grader needs neither magics nor shell commands."""

    def __init__(self, namespace: dict[str, Any]):
        self._namespace = namespace

    def run_line_magic(self, name: str, line: str, *args: Any, **kwargs: Any) -> None:
        if name in ("time", "timeit") and line.strip():
            exec(compile(line, "<magic>", "exec"), self._namespace)

    def run_cell_magic(self, name: str, line: str, cell: str) -> None:
        if name in ("time", "timeit", "capture"):
            exec(compile(cell, "<magic>", "exec"), self._namespace)

    def system(self, command: str) -> None:
        """Shell commands are left out: packages are installed already."""

    getoutput = system


def run(cell: Cell, namespace: dict[str, Any]) -> dict[str, Any] | None:
    """Runs one cell; what it raised, as data, or None."""
    linecache.cache[cell.filename] = (
        len(cell.source),
        None,
        cell.source.splitlines(keepends=True),
        cell.filename,
    )
    try:
        exec(cell.compile(), namespace)
    except OutOfTime:
        raise
    except BaseException as error:  # noqa: BLE001  a learner's cell may raise anything, also SystemExit
        return describe_error(error)
    return None


def describe_error(error: BaseException) -> dict[str, Any]:
    """What was raised, where in the learner's own code, and the line that stands there."""
    try:
        text = str(error)
    except Exception:  # noqa: BLE001  the learner's own exception may fail to print itself
        text = ""
    kind = "todo" if isinstance(error, NotImplementedError) else "exception"
    found: dict[str, Any] = {
        "kind": kind,
        "type": type(error).__name__[:80],
        "text": _printable(text)[:600],
        "where": "",
        "line": 0,
        "code": "",
    }
    if isinstance(error, SyntaxError):
        found["kind"] = "syntax"
        found["where"] = _place(str(error.filename))
        found["line"] = int(error.lineno or 0)
        found["code"] = _printable((error.text or "").strip())[:200]
        found["text"] = _printable(str(error.msg))[:600]
        return found
    for frame in reversed(traceback.extract_tb(error.__traceback__)):
        if frame.filename.startswith("<") and not frame.filename.startswith(("<frozen", "<__")):
            found["where"] = _place(frame.filename)
            found["line"] = int(frame.lineno or 0)
            found["code"] = _printable((frame.line or "").strip())[:200]
            break
    return found


def _place(filename: str) -> str:
    return _printable(filename.strip("<>"))[:120]


def _printable(text: str) -> str:
    return text.encode("utf-8", "replace").decode("utf-8")
