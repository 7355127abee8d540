"""A learner's own `pytest`: our words instead of tracebacks, points last, `-n` that keeps a file whole."""

from __future__ import annotations

from collections.abc import Generator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from autograder.course import catalogue
from autograder.course.catalogue import UnknownAssignment
from autograder.text import Text, default_language
from autograder.wrap import wrap

if TYPE_CHECKING:
    from xdist.scheduler import LoadScopeScheduling

WIDTH = 80
"""Terminal cells of a line."""
NO_HINT = Text(en="", ja="")


def language(item: pytest.Item) -> str:
    """What was asked for, else that of the folder (`assignments/ja/07_build`), else the locale's."""
    folder = "ja" if item.path.parents[1].name == "ja" else ""
    return item.config.getoption("--kata-lang") or folder or default_language()


def keep_traceback(config: pytest.Config) -> bool:
    """Whether the learner asked for pytest's own account of a failure, as with `--tb=long`."""
    return config.getoption("tbstyle") not in ("auto", "no")


def account(item: pytest.Item, task: str, title: Text, message: Text) -> str:
    """What stands in place of a traceback: the check's line, why it did not pass, a hint."""
    lang = language(item)
    parts = [title[lang], message[lang], _hint(item.path, task)[lang]]
    return "\n\n".join("\n".join(wrap(part, WIDTH)) for part in parts if part)


def _hint(path: Path, task: str) -> Text:
    """The task's first hint; nothing where the checks lie in no assignment's folder."""
    try:
        tasks = catalogue.find(path.parent.name).tasks
    except UnknownAssignment:
        return NO_HINT
    hints = [found.hints[0] for found in tasks if found.id == task and found.hints]
    return Text(en=f"Hint: {hints[0].en}", ja=f"ヒント: {hints[0].ja}") if hints else NO_HINT


@pytest.hookimpl(wrapper=True, tryfirst=True)
def pytest_terminal_summary(terminalreporter: Any) -> Generator[None, None, None]:
    """Writes the points below everything but pytest's last line."""
    yield
    # From the reports: those of pytest-xdist's workers come here too.
    reports = [report for found in terminalreporter.stats.values() for report in found]
    points = {r.nodeid: r.kata_points for r in reports if hasattr(r, "kata_points")}
    if not points:
        return
    got, total = (sum(found[i] for found in points.values()) for i in (0, 1))
    line = Text(
        en=f"These checks: {got:g} of {total:g} points.",
        ja=f"ここでの確認: {total:g} 点中 {got:g} 点",
    )
    languages = {found[2] for found in points.values()}
    terminalreporter.write_line(
        line[languages.pop() if len(languages) == 1 else default_language()]
    )


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_make_scheduler(config: pytest.Config, log: Any) -> LoadScopeScheduling | None:
    """With `-n` alone: a file of checks stays with one worker, everything else is spread as ever.

    A check may need another of its file to have passed, and a file's submission is run once.
    """
    if config.getoption("dist") != "load":
        return None
    from xdist.scheduler import LoadScopeScheduling

    files = {f"test_{found.module}.py" for found in catalogue.assignments().values()}

    class WholeFilesOfChecks(LoadScopeScheduling):
        def _split_scope(self, nodeid: str) -> str:
            file = nodeid.partition("::")[0]
            return file if file.rpartition("/")[2] in files else nodeid

    return WholeFilesOfChecks(config, log)
