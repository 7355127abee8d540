"""`kata watch`: checks the work anew each time a file is saved."""

from __future__ import annotations

import contextlib
import importlib
import os
import signal
import subprocess
import sys
from collections.abc import Callable

from rich.console import Console
from watchfiles import PythonFilter, watch

from autograder.course import catalogue
from autograder.grading.selfcheck import self_check
from autograder.learner import record
from autograder.learner.checking import say_how_to_hand_in
from autograder.learner.work import place
from autograder.reports import terminal
from autograder.text import Text
from autograder.trouble import Trouble
from autograder.wrap import terminal_width, wrap

HEAVY = ("numpy", "pytest", "autograder.grading.grade")
"""What every check imports; the watcher imports it once, and each check starts from a copy."""


def watch_work(name: str, lang: str) -> None:
    """Checks now and after every save, until Ctrl-C. Raises `Trouble`.

    A check runs in a process of its own: an endless loop, a crash or a changed setting ends with
    it. A save while a check is running ends that check and starts the next.
    """
    assignment = catalogue.find(name)
    folder = place(assignment, lang).folder
    run = _forked if sys.platform == "linux" else _started
    if sys.platform == "linux":
        for module in (*HEAVY, *(["tensorflow"] if assignment.tensorflow else [])):
            importlib.import_module(module)
    files = PythonFilter(extra_extensions=[".ipynb", ".csv"])
    end = run(assignment.name, lang)
    try:
        for _ in watch(folder, watch_filter=files, debounce=200):
            end()
            end = run(assignment.name, lang)
    finally:
        end()


def _check(name: str, lang: str) -> None:
    """One check, and what to look at first."""
    console = Console()
    if console.is_terminal:
        console.clear()
    console.print(Text(en="Checking …", ja="確認しています …")[lang], style="dim")
    try:
        report = self_check(name, None, lang)
    except Trouble as error:
        print("\n".join(wrap(error.text[lang], terminal_width())))
        return
    record.keep(report)
    if console.is_terminal:
        console.clear()
    terminal.show_next(report, lang, console)
    say_how_to_hand_in(report, lang, console)
    console.print()
    words = Text(
        en="Waiting for the next save. Ctrl-C ends. Everything: kata check",
        ja="次に保存されるまで待っています。終了は Ctrl-C。すべての結果は kata check",
    )
    console.print(f"{words[lang]} {name.partition('_')[0]}", style="dim", highlight=False)


def _forked(name: str, lang: str) -> Callable[[], None]:
    """Checks in a copy of this process, which has imported what is slow to import; how to end it.

    Only where a process that has imported TensorFlow can be copied, before it does any work.
    """
    sys.stdout.flush()
    pid = os.fork()
    if pid == 0:
        status = 1
        try:
            os.setpgid(0, 0)
            signal.signal(signal.SIGINT, signal.SIG_DFL)
            _check(name, lang)
            sys.stdout.flush()
            status = 0
        finally:
            os._exit(status)

    def end() -> None:
        with contextlib.suppress(ProcessLookupError, PermissionError):
            os.setpgid(pid, pid)  # it may not have come to that itself
        with contextlib.suppress(ProcessLookupError):
            os.killpg(pid, signal.SIGKILL)
        os.waitpid(pid, 0)

    return end


def _started(name: str, lang: str) -> Callable[[], None]:
    """The same in a new process."""
    code = f"from autograder.learner import watch; watch._check({name!r}, {lang!r})"
    process = subprocess.Popen([sys.executable, "-c", code])

    def end() -> None:
        process.kill()
        process.wait()

    return end
