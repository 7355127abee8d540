"""What a student's process sees of the disk, as arguments of bubblewrap."""

from __future__ import annotations

import os
import site
import stat
import sys
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path, PurePosixPath

from autograder.boundary.limits import Limits

KIT = "/kit"
WORK = "/student/work"
HOME = "/student/home"
KIT_FILES = (
    *("autograder/__init__.py", "autograder/student"),
    *("autograder/boundary/__init__.py", "autograder/boundary/inside.py"),
    *("autograder/boundary/shared.py", "autograder/boundary/wire.py"),
)
"""All of the kit that the student's side needs, and all that it sees."""

_SYSTEM = ("/usr", "/bin", "/lib", "/lib32", "/lib64", "/sbin")
_SETTINGS = ("/etc/alternatives", "/etc/fonts", "/etc/ld.so.cache", "/etc/localtime")
_OF_PYTHON = ("bin", "lib", "lib32", "lib64", "pyvenv.cfg")
_PACKAGE = Path(__file__).resolve().parents[2]
_OTHERS_WORK = ("/usr/local/share/nbgrader", "/usr/share/nbgrader")
"""Where nbgrader's exchange may lie inside what is shown."""


Option = tuple[str, ...]
"""One option with its values; the last of them is the name inside."""


def package_folders() -> list[Path]:
    """Where this Python finds installed packages, the most important first."""
    known = {*site.getsitepackages(), site.getusersitepackages()}
    return [Path(p) for p in sys.path if p in known and Path(p).is_dir()]


def arguments(
    *,
    kit: Path,
    readonly: Mapping[str, Path],
    environment: Mapping[str, str],
    limits: Limits,
    user: int | None,
    passwd_fd: int,
) -> list[str]:
    """Namespaces, mounts and environment.

    kit: the folder that holds `autograder`.
    readonly: name inside → path here.
    user: what the process becomes when bubblewrap is started by root; else None.
    passwd_fd: holds the text of /etc/passwd.
    """
    mounts = [
        # Our own folders first: where Python lies in one of them, as in /tmp, it stays visible.
        *_memory_folder(WORK, limits.work_bytes),
        *_memory_folder(HOME, limits.home_bytes),
        *_memory_folder("/tmp", limits.home_bytes),
        *_installed(kit),
        *_inside(kit, readonly),
        *_fonts(),
        ("--ro-bind-data", str(passwd_fd), "/etc/passwd"),
        ("--proc", "/proc"),
        ("--ro-bind", "/proc/sys", "/proc/sys"),
        ("--dev", "/dev"),
        *_memory_folder("/dev/shm", limits.shm_bytes),
        ("--remount-ro", "/dev"),
        ("--remount-ro", "/"),
    ]
    variables = [("--setenv", name, value) for name, value in environment.items()]
    options = [*_with_parents(mounts), ("--chdir", WORK), *variables]
    return [*_namespaces(user), *(word for option in options for word in option)]


def _with_parents(mounts: Iterable[Option]) -> Iterator[Option]:
    """Makes the folders above each mount, which bubblewrap by itself opens to root alone."""
    made = {PurePosixPath("/")}
    for option in mounts:
        for folder in reversed(PurePosixPath(option[-1]).parents):
            if folder not in made:
                yield ("--perms", _mode(folder), "--dir", str(folder))
                made.add(folder)
        yield option


def _mode(folder: PurePosixPath) -> str:
    return "0777" if folder.is_relative_to(HOME) else "0755"


def _namespaces(user: int | None) -> list[str]:
    common = ["--unshare-ipc", "--unshare-pid", "--unshare-net", "--unshare-uts"]
    common += ["--unshare-cgroup-try", "--hostname", "kata"]
    common += ["--die-with-parent", "--new-session", "--cap-drop", "ALL"]
    if user is None:
        return [*common, "--unshare-user", "--uid", "65534", "--gid", "65534"]
    # Root makes no user namespace: in one, the process would still be the machine's root to every
    # file. `inside.py` becomes an unprivileged user instead, for which it needs these two.
    return [*common, "--cap-add", "CAP_SETUID", "--cap-add", "CAP_SETGID"]


def _installed(kit: Path) -> list[Option]:
    """The system and Python, at their own paths, without the kit and others' work."""
    shown: set[Path] = set()
    links: list[Option] = []
    for name in _SYSTEM:
        path = Path(name)
        if path.is_symlink():
            links.append(("--symlink", str(path.readlink()), name))
        elif path.is_dir():
            shown.add(path)
    shown.update(Path(name) for name in _SETTINGS if Path(name).exists())
    real = Path(sys.executable).resolve().parent.parent
    for prefix in {Path(sys.prefix), Path(sys.base_prefix), real}:
        shown.update(prefix / part for part in _OF_PYTHON if (prefix / part).exists())
    folders = package_folders()
    shown.update(folders)
    hidden = {folder / "autograder" for folder in folders}
    for package in (kit, _PACKAGE):
        hidden.add(package / "autograder" if package in folders else package)
    hidden.update(Path(name) for name in _OTHERS_WORK)
    return links + _in_order(shown, {path for path in hidden if path.is_dir()})


def _in_order(shown: set[Path], hidden: set[Path]) -> list[Option]:
    """Parents before what lies in them, so that the innermost rule holds."""
    result: list[Option] = []
    closed: list[Option] = []
    visible: dict[Path, bool] = {}
    for path in sorted(shown | hidden, key=lambda p: (len(p.parts), p)):
        outer = next((visible[p] for p in path.parents if p in visible), False)
        if path in hidden and outer:
            result.append(("--perms", "0755", "--tmpfs", str(path)))
            closed.append(("--remount-ro", str(path)))
        elif path in shown and not outer:
            result.append(("--ro-bind", str(path), str(path)))
        visible[path] = path in shown and path not in hidden
    return result + closed


def _inside(kit: Path, readonly: Mapping[str, Path]) -> Iterator[Option]:
    for file in KIT_FILES:
        yield ("--ro-bind", str(kit / file), f"{KIT}/{file}")
    for name, path in readonly.items():
        yield ("--ro-bind", str(path), name)


def _fonts() -> Iterator[Option]:
    """matplotlib's list of fonts, if there is one: it takes seconds to make on a rich machine."""
    cache = Path(os.environ.get("XDG_CACHE_HOME") or os.path.expanduser("~/.cache")) / "matplotlib"
    folder = Path(os.environ.get("MPLCONFIGDIR") or cache)
    for path in sorted(folder.glob("fontlist-v*.json")):
        if path.stat().st_mode & stat.S_IROTH:
            yield ("--ro-bind", str(path), f"{HOME}/.cache/matplotlib/{path.name}")


def _memory_folder(name: str, size: int) -> list[Option]:
    # Open to all, as root makes it for a user that only exists later; nobody else is in there.
    return [("--size", str(size), "--perms", "0777", "--tmpfs", name)]
