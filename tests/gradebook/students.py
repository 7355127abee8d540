"""Makes what students hand in: the released notebook, filled in, right or wrong or broken."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

RELU_WRONG = '''def relu(z):
    """Takes the sign away."""
    return np.abs(z)
'''
NEVER_ENDS = '''def relu(z):
    """Never comes back."""
    while True:
        pass
'''


def load(path: Path) -> dict[str, Any]:
    return json.loads(path.read_text(encoding="utf-8"))


def save(path: Path, notebook: dict[str, Any]) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps(notebook, ensure_ascii=False), encoding="utf-8")


def name_of(cell: dict[str, Any]) -> str | None:
    """The cell's grade id."""
    return cell["metadata"].get("nbgrader", {}).get("grade_id")


def cell(notebook: dict[str, Any], name: str) -> dict[str, Any]:
    """The cell with this grade id."""
    return next(c for c in notebook["cells"] if name_of(c) == name)


def filled(released: Path, solution: Path, **instead: str | None) -> dict[str, Any]:
    """The released notebook with the solution's cells.

    instead: by task (or reflection), other code or text; None leaves it as it was handed out.
    """
    notebook = load(released)
    for right in load(solution)["cells"]:
        name = name_of(right)
        if name is None or not right["metadata"]["nbgrader"]["solution"]:
            continue
        task = name.removesuffix("_solution")
        if task not in instead:
            cell(notebook, name)["source"] = right["source"]
        elif instead[task] is not None:
            cell(notebook, name)["source"] = instead[task]
    return notebook
