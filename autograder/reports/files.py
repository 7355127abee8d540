"""Files of a report, written so that a crash or a full disk never leaves half of one."""

from __future__ import annotations

import errno
import os
import secrets
from collections.abc import Iterable
from pathlib import Path

from autograder.text import Text
from autograder.trouble import Trouble
from autograder.visible import visible

_NO_DIRECTORY_SYNC = (errno.EINVAL, errno.ENOTSUP, errno.EBADF, errno.EACCES)


class OutputError(Trouble):
    """A report could not be written; `text` names the path and says what to do."""


def check_folder(folder: Path | str) -> None:
    """Makes sure, before hours of grading, that reports can be written into `folder`.

    Makes the folder if it is missing. Raises `OutputError`.
    """
    folder = Path(folder)
    try:
        _make_folder(folder)
        trial = _temporary(folder)
        trial.touch()
        trial.unlink()
    except OSError as error:
        raise OutputError(_explain(folder / "grades.json", error)) from error


def write_atomic(path: Path | str, data: bytes | str) -> None:
    """Writes `data` (text as UTF-8) to `path`, whole or not at all, and makes missing folders.

    Raises `OutputError` where that cannot be done; the old file is then still there.
    """
    write_stream(path, [data])


def write_stream(path: Path | str, parts: Iterable[bytes | str]) -> None:
    """The same for what is made part by part, so that it is never in memory as a whole.

    The data goes to a temporary file in the same folder, is flushed to the disk, and only then
    takes the name: a reader sees the old file or the new one, also after a power cut.
    Raises `OutputError` where that cannot be done; the old file is then still there.
    """
    path = Path(path)
    try:
        _make_folder(path.parent)
        _replace(path, parts)
    except OSError as error:
        raise OutputError(_explain(path, error)) from error


def _make_folder(folder: Path) -> None:
    if folder.is_dir():
        return
    _make_folder(folder.parent)
    folder.mkdir(exist_ok=True)
    _sync_folder(folder.parent)


def _temporary(folder: Path) -> Path:
    # A short name of its own: the file's own name may already be as long as names can be.
    return folder / f".{secrets.token_hex(8)}.tmp"


def _replace(path: Path, parts: Iterable[bytes | str]) -> None:
    temporary = _temporary(path.parent)
    try:
        # "x" and no mkstemp: the file gets the permissions that the user's umask wants.
        with open(temporary, "xb") as file:
            for part in parts:
                file.write(part.encode("utf-8") if isinstance(part, str) else part)
            file.flush()
            os.fsync(file.fileno())
        os.replace(temporary, path)
    except BaseException:
        temporary.unlink(missing_ok=True)
        raise
    _sync_folder(path.parent)


def _sync_folder(folder: Path) -> None:
    """Flushes a folder's list of names, where the system can (Windows cannot)."""
    if os.name != "posix":
        return
    try:
        descriptor = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    except PermissionError:  # a folder that may be written but not read
        return
    try:
        os.fsync(descriptor)
    except OSError as error:
        if error.errno not in _NO_DIRECTORY_SYNC:
            raise
    finally:
        os.close(descriptor)


def _explain(path: Path, error: OSError) -> Text:
    name = visible(str(path))
    if error.errno in (errno.ENOSPC, errno.EDQUOT):
        return Text(
            en=f"Cannot write {name}: the disk is full. Free some space and run it again.",
            ja=f"{name} に書き込めません。ディスクがいっぱいです。"
            "空きを作って、もう一度実行してください。",
        )
    # os.path, not pathlib: it answers False where permission to look is missing.
    above = [str(p) for p in path.parents]
    file = next((p for p in above if os.path.exists(p) and not os.path.isdir(p)), None)
    if file is not None:
        return Text(
            en=f"Cannot write {name}: {visible(file)} is a file, but a folder is needed there. "
            "Choose another output folder.",
            ja=f"{name} に書き込めません。{visible(file)} はファイルですが、フォルダでなければ"
            "なりません。出力先に別のフォルダを指定してください。",
        )
    if os.path.isdir(path):
        return Text(
            en=f"Cannot write {name}: there is a folder of that name. "
            "Remove it or choose another output folder.",
            ja=f"{name} に書き込めません。同じ名前のフォルダがあります。それを消すか、"
            "出力先に別のフォルダを指定してください。",
        )
    if error.errno in (errno.EACCES, errno.EPERM, errno.EROFS):
        return Text(
            en=f"Cannot write {name}: you have no permission to write there. "
            "Choose another output folder, or change its permissions.",
            ja=f"{name} に書き込めません。書き込みの権限がありません。"
            "出力先に別のフォルダを指定するか、権限を変更してください。",
        )
    reason = error.strerror or type(error).__name__
    return Text(
        en=f"Cannot write {name}: {reason}. Choose another output folder.",
        ja=f"{name} に書き込めません ({reason})。出力先に別のフォルダを指定してください。",
    )
