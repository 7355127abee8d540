"""Why a sandbox can't start on this machine, and the command that helps."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from autograder.text import Text

OLDEST = "0.7"
"""The first bubblewrap that limits the size of folders in memory."""
_DOCKER = (
    "docker run --cap-add SYS_ADMIN --security-opt seccomp=unconfined \\\n"
    "    --security-opt apparmor=unconfined --security-opt systempaths=unconfined …"
)
_NAMESPACES_REFUSED = (
    *("namespace", "uid map", "RTM_NEW", "/ slave", "Can't mount", "pivot_root"),
    *("Operation not permitted", "Unexpected capabilities"),
)
_SWITCHES = (
    ("kernel/apparmor_restrict_unprivileged_userns", "1", "0"),
    ("kernel/unprivileged_userns_clone", "0", "1"),
    ("user/max_user_namespaces", "0", "15000"),
)
"""Kernel settings that forbid user namespaces: name, the value that forbids, one that allows."""


class SandboxError(Exception):
    """The sandbox could not be started: nothing of a student's was run."""

    def __init__(self, text: Text):
        super().__init__(text.en)
        self.text = text


def not_linux() -> Text:
    return Text(
        en="The sandbox needs Linux. Grade in a Linux machine, or in a virtual one (on Windows, WSL 2).",
        ja="サンドボックスには Linux が必要です。Linux のマシンか仮想マシン "
        "(Windows では WSL 2) で採点してください。",
    )


def not_root() -> Text:
    return Text(
        en="Only root can start a process as another user. Run it as root, or with a sandbox.",
        ja="別のユーザーとして処理を起動できるのは root だけです。root で実行するか、"
        "サンドボックスを使ってください。",
    )


def closed_python(folder: Path) -> Text:
    return Text(
        en=f"Python lies in {folder}, which only its owner may enter, so a student's process can't "
        "use it. Install the kit with a Python that all may use, such as /usr/bin/python3.",
        ja=f"Python のある {folder} には所有者しか入れないので、学生の処理から使えません。"
        "/usr/bin/python3 のように誰でも使える Python でキットをインストールしてください。",
    )


def missing(name: str, command: str) -> Text:
    return Text(
        en=f"The sandbox needs {name}, which is not installed. Install it with:\n  {command}",
        ja=f"サンドボックスに必要な {name} がありません。次のコマンドでインストールしてください:\n  {command}",
    )


def unreadable(path: Path) -> Text:
    return Text(
        en=f"Others may not read {path}, so a student's process can't. Allow it with:\n"
        f"  chmod -R go+rX {path}",
        ja=f"{path} を他のユーザーが読めないので、学生の処理からも読めません。"
        f"次のコマンドで読めるようにしてください:\n  chmod -R go+rX {path}",
    )


def unwatched() -> Text:
    return Text(
        en="The memory of a student's process can't be watched here. Show processes with:\n"
        "  sudo mount -o remount,hidepid=0 /proc",
        ja="学生の処理のメモリ使用量を調べられません。次のコマンドで処理を見えるようにしてください:\n"
        "  sudo mount -o remount,hidepid=0 /proc",
    )


def why_not(output: str, *, setting: Callable[[str], str | None] | None = None) -> Text:
    """What is wrong, by what bubblewrap or the process printed before it ended.

    setting: reads a file under /proc/sys; None where there is no such file.
    """
    lines = [line for line in output.splitlines() if line.strip()]
    said = next((line for line in lines if line.startswith("bwrap: ")), lines[-1] if lines else "?")
    if "Unknown option" in said:
        return Text(
            en=f"The sandbox needs bubblewrap {OLDEST} or newer ({said}). "
            "Install it with:\n  sudo apt-get install -t stable-backports bubblewrap",
            ja=f"サンドボックスには bubblewrap {OLDEST} 以降が必要です ({said})。"
            "次のコマンドでインストールしてください:\n"
            "  sudo apt-get install -t stable-backports bubblewrap",
        )
    if said.startswith("bwrap: ") and any(word in said for word in _NAMESPACES_REFUSED):
        command = _allow_namespaces(setting or _setting)
        return Text(
            en=f"This machine does not let the sandbox start ({said}). Allow it with:\n  {command}",
            ja=f"このマシンではサンドボックスを起動できません ({said})。"
            f"次のコマンドで許可してください:\n  {command}",
        )
    if "Permission" in said:
        return Text(
            en=f"The sandbox can't read what it needs ({said}). Allow others to read Python and "
            "its packages with: chmod -R go+rX, followed by the folder's name",
            ja=f"サンドボックスから必要なファイルを読めません ({said})。"
            "Python とパッケージを他のユーザーも読めるように、chmod -R go+rX に続けて"
            "フォルダ名を付けて実行してください。",
        )
    return Text(
        en=f"The sandbox did not start: {said}",
        ja=f"サンドボックスを起動できませんでした: {said}",
    )


def _allow_namespaces(setting: Callable[[str], str | None]) -> str:
    for name, forbids, allows in _SWITCHES:
        if setting(name) == forbids:
            return f"sudo sysctl -w {name.replace('/', '.')}={allows}"
    return f"{_DOCKER}"


def _setting(name: str) -> str | None:
    try:
        return Path("/proc/sys", name).read_text().strip()
    except OSError:
        return None
