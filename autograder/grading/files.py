"""Reads what a learner handed in: a notebook, a module, a folder of them, or a zip."""

from __future__ import annotations

import ast
import hashlib
import json
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from pathlib import Path, PurePosixPath
from typing import Any

from autograder.course.catalogue import Assignment
from autograder.grading.gather import UnreadableSubmission, gather
from autograder.grading.session import Program
from autograder.text import Text


@dataclass(frozen=True, kw_only=True)
class Work:
    """One submission, read: what to run, and what a person reads."""

    program: Program
    form: str
    """`notebook` or `module`."""
    name: str
    """File name of the notebook or module."""
    reflections: dict[str, str] = field(default_factory=dict)
    notes: tuple[Text, ...] = ()
    content: str = ""
    """A digest of the code, spaces apart; empty where it is still as it was handed out."""


def read(path: Path, assignment: Assignment, starters: Iterable[Path] = ()) -> Work:
    """Reads the submission at `path`.

    path: a notebook, a module, a zip, or a folder that holds one of them.
    starters: folders with the assignment as it was handed out; a file that is still as it was
        there does not count when notebook and module are both present.
    Raises `UnreadableSubmission`.
    """
    return read_files(path.name, gathered(path), assignment, starters)


def gathered(path: Path) -> dict[str, bytes]:
    """The files of the submission at `path`. Raises `UnreadableSubmission`."""
    try:
        return gather(path)
    except OSError as error:
        raise UnreadableSubmission(
            Text(
                en=f"{path.name} can't be read: {error.strerror}.",
                ja=f"{path.name} を読めません: {error.strerror}",
            )
        ) from error


def read_files(
    handed_in: str,
    files: dict[str, bytes],
    assignment: Assignment,
    starters: Iterable[Path] = (),
) -> Work:
    """Reads a submission whose files were gathered already, maybe on another machine.

    handed_in: name of the folder or file that was handed in.
    files: what `gathered` found there.
    Raises `UnreadableSubmission`.
    """
    starters = list(starters)
    notebook = _pick(files, f"{assignment.module}.ipynb", ".ipynb")
    module = _pick(files, f"{assignment.module}.py", ".py")
    if notebook and module:
        notebook, module = _one_of(files, notebook, module, assignment, starters)
    chosen = notebook or module
    if chosen is None:
        raise UnreadableSubmission(
            Text(
                en=f"No {assignment.module}.ipynb and no {assignment.module}.py in {handed_in}. "
                "Hand in the notebook or the module of this assignment.",
                ja=f"{handed_in} に {assignment.module}.ipynb も {assignment.module}.py も"
                "ありません。この課題のノートブックかモジュールを提出してください。",
            )
        )
    others = {n: d for n, d in files.items() if n not in (notebook, module) and n != chosen}
    others = {n: d for n, d in others.items() if not PurePosixPath(n).name.startswith("test_")}
    form = _notebook if chosen.endswith(".ipynb") else _module
    work = form(chosen, files[chosen], others, assignment)
    content = _content(files[chosen], assignment.module + Path(chosen).suffix, starters)
    return replace(work, content=content)


def _pick(files: dict[str, bytes], wanted: str, suffix: str) -> str | None:
    if wanted in files:
        return wanted
    own = [
        n
        for n in files
        if n.endswith(suffix) and "/" not in n and not n.startswith(("test_", "conftest"))
    ]
    return own[0] if len(own) == 1 else None


def _one_of(
    files: dict[str, bytes],
    notebook: str,
    module: str,
    assignment: Assignment,
    starters: list[Path],
) -> tuple[str | None, str | None]:
    """The one that was worked on. Raises `UnreadableSubmission` if that is not clear."""
    if not _touched(files[notebook], f"{assignment.module}.ipynb", starters):
        return None, module
    if not _touched(files[module], f"{assignment.module}.py", starters):
        return notebook, None
    if _definitions(files[notebook], True) == _definitions(files[module], False):
        return notebook, None
    raise UnreadableSubmission(
        Text(
            en=f"Both {notebook} and {module} are filled in, and they differ. Which one counts? "
            "Name it (kata check FILE), or hand in only one.",
            ja=f"{notebook} と {module} の両方に書き込みがあり、内容が違います。"
            "どちらを見ればよいですか。ファイル名を指定する (kata check ファイル名) か、"
            "一方だけを提出してください。",
        )
    )


def _touched(data: bytes, name: str, starters: list[Path]) -> bool:
    """Whether the code differs from every starter's, spaces apart."""
    return _code_text(data, name) not in _originals(name, starters)


def _content(data: bytes, name: str, starters: list[Path]) -> str:
    code = _code_text(data, name)
    if code in _originals(name, starters):
        return ""
    return hashlib.blake2b(code.encode("utf-8", "replace"), digest_size=16).hexdigest()


def _originals(name: str, starters: list[Path]) -> list[str]:
    """The code of each starter, spaces apart."""
    paths = [folder / name for folder in starters]
    return [_code_text(path.read_bytes(), name) for path in paths if path.is_file()]


def is_untouched(file: Path, original: Path) -> bool:
    """Whether the code of a notebook or module is still that of `original`, spaces apart."""
    name = file.name
    return _code_text(file.read_bytes(), name) == _code_text(original.read_bytes(), name)


def _code_text(data: bytes, name: str) -> str:
    text = data.decode("utf-8", "replace")
    if name.endswith(".ipynb"):
        try:
            cells = json.loads(text)["cells"]
            text = "\n".join(source_of(c) for c in cells if c.get("cell_type") == "code")
        except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
            return text
    return "".join(text.split())


def is_starter(path: Path, assignment: Assignment, starters: Iterable[Path]) -> bool:
    """Whether notebook and module at `path` are both still as they were handed out."""
    folders = list(starters)
    return not any(
        _touched((path / name).read_bytes(), name, folders)
        for name in (f"{assignment.module}.ipynb", f"{assignment.module}.py")
        if (path / name).is_file()
    )


def _definitions(data: bytes, notebook: bool) -> dict[str, str] | None:
    """Each top-level function as Python reads it, comments and layout apart."""
    try:
        text = data.decode("utf-8")
        if notebook:
            cells = json.loads(text)["cells"]
            code = [source_of(c) for c in cells if c.get("cell_type") == "code"]
            text = "\n".join("\n".join(_plain_lines(c)) for c in code)
        tree = ast.parse(text)
        return {n.name: ast.dump(n) for n in tree.body if isinstance(n, ast.FunctionDef)}
    except (ValueError, KeyError, TypeError, AttributeError, SyntaxError):
        return None
    except (RecursionError, MemoryError):  # brackets in brackets, thousands deep
        return None


def _plain_lines(source: str) -> list[str]:
    return [line for line in source.splitlines() if not line.lstrip().startswith(("%", "!"))]


def source_of(cell: dict[str, Any]) -> str:
    """The text of a notebook's cell."""
    source = cell.get("source", "")
    text = "".join(map(str, source)) if isinstance(source, list) else str(source)
    return printable(text)


def printable(text: str) -> str:
    """The text without lone surrogates: JSON and Python can write them, but no file can hold them."""
    return text.encode("utf-8", "replace").decode("utf-8")


def _notebook(name: str, data: bytes, others: dict[str, bytes], assignment: Assignment) -> Work:
    try:
        content = json.loads(data.decode("utf-8-sig"))
        cells = content["cells"]
        if not isinstance(cells, list) or not all(isinstance(c, dict) for c in cells):
            raise TypeError("cells")
    except (ValueError, KeyError, TypeError, RecursionError) as error:
        raise UnreadableSubmission(
            Text(
                en=f"{name} is not a notebook that can be read (it is not valid notebook JSON). "
                "Open it in Jupyter, save it again, and hand in that file.",
                ja=f"{name} はノートブックとして読めません (JSON の形が正しくありません)。"
                "Jupyter で開いて保存し直し、そのファイルを提出してください。",
            )
        ) from error
    notes: list[Text] = []
    if len(data) > 8 * 1024 * 1024:
        notes.append(
            Text(
                en=f"{name} holds {len(data) / 1e6:.0f} MB, nearly all of it outputs; "
                "they were left out.",
                ja=f"{name} は {len(data) / 1e6:.0f} MB あり、ほとんどが出力です。"
                "出力は読みませんでした。",
            )
        )
    code: list[tuple[str, str]] = []
    reflections: dict[str, str] = {}
    wanted = {r.id for r in assignment.reflections}
    for number, cell in enumerate(cells, start=1):
        about = _metadata(cell)
        if cell.get("cell_type") == "code":
            if not about["skip"]:
                code.append((source_of(cell), f"{name}, cell {number}"))
        elif about["grade_id"] in wanted and about["grade_id"] not in reflections:
            reflections[about["grade_id"]] = source_of(cell)[:20_000]
    if not any(source.strip() for source, _ in code):
        notes.append(
            Text(
                en=f"{name} has no code in it. Was an empty notebook saved or uploaded?",
                ja=f"{name} にはコードがありません。空のノートブックを提出していませんか。",
            )
        )
    return Work(
        program=Program(module="__main__", cells=tuple(code), files=others),
        form="notebook",
        name=name,
        reflections=reflections,
        notes=tuple(notes),
    )


def _metadata(cell: dict[str, Any]) -> dict[str, Any]:
    """Whether graders leave the cell out, and its grade id."""
    metadata = cell.get("metadata")
    metadata = metadata if isinstance(metadata, dict) else {}
    tags = metadata.get("tags")
    about = metadata.get("nbgrader")
    about = about if isinstance(about, dict) else {}
    locked_test = bool(about.get("grade")) and not about.get("solution")
    skip = locked_test or (isinstance(tags, list) and "skip-execution" in tags)
    grade_id = about.get("grade_id")
    return {"skip": skip, "grade_id": grade_id if isinstance(grade_id, str) else None}


def _module(name: str, data: bytes, others: dict[str, bytes], assignment: Assignment) -> Work:
    try:
        source = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise UnreadableSubmission(
            Text(
                en=f"{name} is not a text file in UTF-8. Save it as UTF-8 and hand it in again.",
                ja=f"{name} は UTF-8 のテキストではありません。"
                "UTF-8 で保存し直して提出してください。",
            )
        ) from error
    reflections = {}
    names = {r.id.upper(): r.id for r in assignment.reflections}
    if names:
        try:
            for node in ast.parse(source).body:
                if (
                    isinstance(node, ast.Assign)
                    and isinstance(node.targets[0], ast.Name)
                    and node.targets[0].id in names
                    and isinstance(node.value, ast.Constant)
                    and isinstance(node.value.value, str)
                ):
                    reflections[names[node.targets[0].id]] = printable(node.value.value[:20_000])
        except (SyntaxError, ValueError, RecursionError, MemoryError):
            reflections = {}
    return Work(
        program=Program(
            module=Path(name).stem, cells=((source, PurePosixPath(name).name),), files=others
        ),
        form="module",
        name=name,
        reflections=reflections,
    )
