"""Reads whatever was handed in as notebook cells that nbgrader and a page can carry."""

from __future__ import annotations

import json
import re
from typing import Any

import nbformat
from nbformat.v4 import new_code_cell, new_markdown_cell, new_notebook, new_output, new_raw_cell

from autograder.grading.files import printable

MAX_OUTPUT = 500_000
"""Characters of one cell's outputs that are kept for feedback; a picture of a plot has 20,000."""
MAX_OUTPUTS = 4_000_000
"""The same for a whole notebook."""
IMAGES = ("image/png", "image/jpeg")
KEPT = ("text/plain", *IMAGES)
"""Kinds of output that a page can show without running anything."""

_ID = re.compile(r"[a-zA-Z0-9_-]{1,64}")
_METADATA = {
    "kernelspec": {"display_name": "Python 3 (ipykernel)", "language": "python", "name": "python3"},
    "language_info": {"file_extension": ".py", "mimetype": "text/x-python", "name": "python"},
}


def tidy(data: bytes) -> Any:
    """The notebook in `data`, with the right types everywhere, whatever a learner's file holds.

    Kept are sources, grade ids and other nbgrader marks, pictures attached to text, and outputs
    that are text or pictures, up to a size. What is no notebook at all becomes an empty one: the
    grader says so in its report.
    """
    try:
        cells = json.loads(data.decode("utf-8-sig"))["cells"]
        found = [cell for cell in cells if isinstance(cell, dict)]
    except (ValueError, KeyError, TypeError, RecursionError):
        found = []
    left = MAX_OUTPUTS
    book = []
    ids: set[str] = set()
    for cell in found:
        new, used = _cell(cell, left)
        left -= used
        if new["id"] in ids:
            new["id"] = nbformat.v4.new_raw_cell()["id"]
        ids.add(new["id"])
        book.append(new)
    return new_notebook(cells=book, metadata=_METADATA)


def _cell(cell: dict[str, Any], left: int) -> tuple[Any, int]:
    """The cell, and how many characters of outputs it has."""
    source = text(cell.get("source"))
    about: dict[str, Any] = {"metadata": _metadata(cell.get("metadata"))}
    name = cell.get("id")
    if isinstance(name, str) and _ID.fullmatch(name):
        about["id"] = name
    if cell.get("cell_type") == "code":
        kept, used = outputs(cell.get("outputs"), min(left, MAX_OUTPUT))
        return new_code_cell(source, outputs=kept, **about), used
    if cell.get("cell_type") == "markdown":
        new = new_markdown_cell(source, **about)
        attached = _attachments(cell.get("attachments"))
        if attached:
            new["attachments"] = attached
        return new, 0
    return new_raw_cell(source, **about), 0


def text(value: Any) -> str:
    """Text as notebooks keep it, a string or a list of lines; empty for anything else."""
    if isinstance(value, list):
        value = "".join(line for line in value if isinstance(line, str))
    if not isinstance(value, str):
        return ""
    return printable(value)


def _metadata(value: Any) -> dict[str, Any]:
    value = value if isinstance(value, dict) else {}
    tags = value.get("tags")
    kept: dict[str, Any] = {}
    if isinstance(tags, list) and "skip-execution" in tags:
        kept["tags"] = ["skip-execution"]
    marks = value.get("nbgrader")
    if isinstance(marks, dict):
        kept["nbgrader"] = {
            text(name): text(mark) if isinstance(mark, str) else mark
            for name, mark in marks.items()
            if mark is None or isinstance(mark, str | int | float)
        }
    return kept


def _attachments(value: Any) -> dict[str, dict[str, str]]:
    found = {}
    for name, bundle in value.items() if isinstance(value, dict) else ():
        if isinstance(bundle, dict):
            pictures = {kind: text(bundle[kind]) for kind in IMAGES if kind in bundle}
            if pictures:
                found[text(name)] = pictures
    return found


def outputs(value: Any, limit: int) -> tuple[list[Any], int]:
    """What can be kept of a cell's outputs within `limit` characters, and how many that are."""
    kept: list[Any] = []
    used = 0
    for output in value if isinstance(value, list) else ():
        new = _output(output) if isinstance(output, dict) else None
        if new is None:
            continue
        size = len(json.dumps(new))
        if used + size > limit:
            note = f"[{size:,} characters of output, and what came after, were left out]\n"
            kept.append(new_output("stream", name="stdout", text=note))
            break
        used += size
        kept.append(new)
    return kept, used


def _output(output: dict[str, Any]) -> Any:
    """One output, or None where nothing of it can be shown."""
    kind = output.get("output_type")
    if kind == "stream":
        name = "stderr" if output.get("name") == "stderr" else "stdout"
        return new_output("stream", name=name, text=text(output.get("text")))
    if kind == "error":
        lines = output.get("traceback")
        return new_output(
            "error",
            ename=text(output.get("ename")),
            evalue=text(output.get("evalue")),
            traceback=[text(line) for line in lines] if isinstance(lines, list) else [],
        )
    if kind in ("display_data", "execute_result"):
        data = output.get("data")
        data = data if isinstance(data, dict) else {}
        shown = {k: text(data[k]) for k in KEPT if k in data}
        return new_output("display_data", data=shown) if shown else None
    return None
