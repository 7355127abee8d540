"""The files of a submission, from a folder, a zip, or one file; sizes are counted on the way.

What is found here is what is graded, wherever that is done: nobody looks for files again.
"""

from __future__ import annotations

import io
import lzma
import struct
import zipfile
import zlib
from collections.abc import Iterator
from pathlib import Path, PurePosixPath

from autograder.text import Text
from autograder.trouble import Trouble

MAX_NOTEBOOK = 100 * 1024 * 1024
MAX_OTHER = 32 * 1024 * 1024
"""Bytes of all files beside notebooks and modules."""
MAX_FILES = 200
MAX_SEEN = 5_000
"""Files and folders that are looked at, those that don't count among them."""
MAX_DEPTH = 40
"""Folders in folders."""
MAX_PART = 255
"""Bytes of a file's or folder's name: no more can be written where the code runs."""
MAX_NAME = 1_000
"""Bytes of a name with the folders that it lies in."""
_BROKEN = (
    *(zipfile.BadZipFile, zlib.error, lzma.LZMAError, struct.error, OSError),
    *(NotImplementedError, RuntimeError, EOFError, ValueError, OverflowError, IndexError),
)
"""What zipfile raises for archives that are none."""


class UnreadableSubmission(Trouble):
    """Nothing can be graded here."""


def gather(path: Path) -> dict[str, bytes]:
    """Relative name and content of every file: names that one folder can hold together.

    Links are not followed. Raises `UnreadableSubmission`, or `OSError` for a file that can't be
    read.
    """
    files = _gather(path)
    _require_holdable(path.name, files)
    return files


def _gather(path: Path) -> dict[str, bytes]:
    if path.is_symlink():
        raise _unreadable_link(path.name)
    if path.is_file():
        data = _limited(path, MAX_NOTEBOOK)
        if path.suffix == ".zip":
            return _unzip(path.name, data)
        return {_name(path.name): data}
    if not path.is_dir():
        raise UnreadableSubmission(
            Text(
                en=f"{path} does not exist. Give a notebook, a module, a zip, or their folder.",
                ja=f"{path} がありません。ノートブック、モジュール、zip、"
                "またはそのフォルダを指定してください。",
            )
        )
    zips = sorted(p for p in path.iterdir() if p.suffix == ".zip" and p.is_file())
    own = [p for p in path.iterdir() if p.suffix in (".py", ".ipynb")]
    if zips and not own:
        return _unzip(zips[0].name, _limited(zips[0], MAX_NOTEBOOK))
    files: dict[str, bytes] = {}
    others = 0
    for found in sorted(_files(path)):
        relative = found.relative_to(path)
        if len(files) >= MAX_FILES:
            raise _too_much(path.name)
        data = _limited(found, MAX_NOTEBOOK)
        if found.suffix not in (".ipynb", ".py"):
            others += len(data)
            if others > MAX_OTHER:
                raise _too_much(path.name)
        files[_name(relative.as_posix())] = data
    return files


def _files(folder: Path) -> Iterator[Path]:
    """Every regular file below; links are not followed, pipes and devices not touched.

    Raises `UnreadableSubmission` where there are more folders than anyone makes by hand.
    """
    todo, seen = [(folder, 0)], 0
    while todo:
        here, depth = todo.pop()
        for found in here.iterdir():
            seen += 1
            if seen > MAX_SEEN or depth > MAX_DEPTH:
                raise _too_much(folder.name)
            if found.is_symlink() or _ignored((found.name,)):
                continue
            if found.is_dir():
                todo.append((found, depth + 1))
            elif found.is_file():
                yield found


def _name(name: str) -> str:
    """The name in characters that exist, each part cut to what a disk holds, its suffix kept.

    On a disk a name may hold any bytes; Windows and macOS allow longer ones than Linux.
    """
    readable = name.encode("utf-8", "surrogateescape").decode("utf-8", "replace")
    return "/".join(map(_cut, readable.split("/")))


def _cut(part: str) -> str:
    if len(part.encode()) <= MAX_PART:
        return part
    suffix = PurePosixPath(part).suffix
    suffix = suffix if len(suffix) <= 10 else ""
    room = MAX_PART - len(suffix.encode())
    return part.removesuffix(suffix).encode()[:room].decode("utf-8", "ignore") + suffix


def _require_holdable(name: str, files: dict[str, bytes]) -> None:
    """Raises `UnreadableSubmission` where no folder could hold the files beside each other."""
    for file in files:
        path = PurePosixPath(file)
        if len(path.parts) > MAX_DEPTH or len(file.encode()) > MAX_NAME:
            raise UnreadableSubmission(
                Text(
                    en=f"{name} holds folders in folders, deeper than anything can be written. "
                    "Hand in only what the task asks for.",
                    ja=f"{name} のフォルダの階層が深すぎて、書き出せません。"
                    "課題に必要なファイルだけを提出してください。",
                )
            )
        for folder in map(str, path.parents):
            if folder in files:
                raise UnreadableSubmission(
                    Text(
                        en=f"{name} holds both a file and a folder with the name {folder!r}. "
                        "Make it again from the assignment's folder.",
                        ja=f"{name} に、同じ名前 {folder!r} のファイルとフォルダがあります。"
                        "課題のフォルダから作り直してください。",
                    )
                )


def _ignored(parts: tuple[str, ...]) -> bool:
    return any(p.startswith((".", "__pycache__")) or p == "ja" for p in parts)


def _limited(path: Path, limit: int) -> bytes:
    if path.stat().st_size > limit:
        raise _too_much(path.name)
    return path.read_bytes()


def _too_much(name: str) -> UnreadableSubmission:
    return UnreadableSubmission(
        Text(
            en=f"{name} is too large: at most {MAX_FILES} files, {MAX_NOTEBOOK >> 20} MB for the "
            f"notebook and {MAX_OTHER >> 20} MB for everything else. In the notebook, clear the "
            "outputs; beside it, hand in only what the task asks for.",
            ja=f"{name} が大きすぎます。ファイルは {MAX_FILES} 個まで、ノートブックは "
            f"{MAX_NOTEBOOK >> 20} MB まで、そのほかは合計 {MAX_OTHER >> 20} MB までです。"
            "出力を消すか、課題に必要なファイルだけを提出してください。",
        )
    )


def _unreadable_link(name: str) -> UnreadableSubmission:
    return UnreadableSubmission(
        Text(
            en=f"{name} is a link. Hand in the file itself.",
            ja=f"{name} はリンクです。ファイルそのものを提出してください。",
        )
    )


def _unzip(name: str, data: bytes) -> dict[str, bytes]:
    files: dict[str, bytes] = {}
    total = 0
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            # Some programs on Windows write folders as `data\\`.
            members = [(m, m.filename.replace("\\", "/")) for m in archive.infolist()]
            members = [(m, written) for m, written in members if not written.endswith("/")]
            if len(members) > MAX_FILES:
                raise _too_much(name)
            for member, written in members:
                path = PurePosixPath(written)
                mode = member.external_attr >> 16
                if path.is_absolute() or ".." in path.parts or (mode & 0o170000) == 0o120000:
                    raise UnreadableSubmission(
                        Text(
                            en=f"{name} holds a file that would be written outside its folder. "
                            "Make the zip again from the assignment's folder.",
                            ja=f"{name} に、フォルダの外へ書き込むファイルがあります。"
                            "課題のフォルダから zip を作り直してください。",
                        )
                    )
                if not path.parts or _ignored(path.parts) or "__MACOSX" in path.parts:
                    continue
                left = MAX_NOTEBOOK + MAX_OTHER - total
                with archive.open(member) as stream:
                    content = stream.read(left + 1)
                total += len(content)
                if len(content) > left:
                    raise _too_much(name)
                files[_name(path.as_posix())] = content
    except _BROKEN as error:
        raise UnreadableSubmission(
            Text(
                en=f"{name} is not a zip file that can be opened ({error}). Make it again.",
                ja=f"{name} は開けない zip ファイルです ({error})。作り直してください。",
            )
        ) from error
    except zipfile.LargeZipFile as error:
        raise _too_much(name) from error
    return _without_common_folder(files)


def _without_common_folder(files: dict[str, bytes]) -> dict[str, bytes]:
    tops = {PurePosixPath(n).parts[0] for n in files}
    if len(tops) == 1 and all(len(PurePosixPath(n).parts) > 1 for n in files):
        top = tops.pop()
        return {n[len(top) + 1 :]: d for n, d in files.items()}
    return files
