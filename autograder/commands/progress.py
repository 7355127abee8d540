"""What `kata grade` says while it works: a bar in a terminal, a few lines in a log."""

from __future__ import annotations

from types import TracebackType

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn
from rich.text import Text as Line

from autograder.classroom.run import Run
from autograder.report import Report
from autograder.reports.summary import why
from autograder.text import Text
from autograder.visible import visible

TENTHS = 10


class Display:
    """A context manager that is told each report.

    In a terminal: a bar with the time that remains, and a line for each submission that lost
    points. In a log: a line when another tenth is done, and for each that could not be checked.
    """

    def __init__(self, run: Run, lang: str, console: Console):
        self._run = run
        self._lang = lang
        self._console = console
        self._total = len(run.jobs)
        self._done = 0
        self._bar = Progress(
            TextColumn("{task.description}"),
            BarColumn(),
            MofNCompleteColumn(),
            TextColumn("{task.fields[left]}"),
            console=console,
            transient=True,
            disable=not console.is_terminal,
        )
        label = Text(en="Grading", ja="採点中")[lang]
        self._task = self._bar.add_task(label, total=self._total, left="")

    def __enter__(self) -> Display:
        self._bar.start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._bar.stop()

    def add(self, report: Report) -> None:
        """One more is graded."""
        before, self._done = self._done, self._done + 1
        left = self._left()
        self._bar.update(self._task, completed=self._done, left=left)
        terminal = self._console.is_terminal
        if not report.complete or (terminal and report.score < report.max_score):
            self._say(f"{visible(report.student)} {report.assignment}: {self._reason(report)}")
        tenth = self._done * TENTHS // self._total
        if not terminal and tenth > before * TENTHS // self._total:
            self._say(f"{self._done}/{self._total} {left}".rstrip())

    def _reason(self, report: Report) -> str:
        return f"{report.score:g}/{report.max_score:g}  {why(report, self._lang)}"

    def _say(self, line: str) -> None:
        # A Rich Text, never a str: names must not work as markup.
        if self._console.is_terminal:
            self._console.print(Line(line), no_wrap=True, overflow="ellipsis")
        else:
            self._console.print(Line(line), soft_wrap=True)

    def _left(self) -> str:
        seconds = self._run.left.seconds() if self._run.left else None
        if seconds is None or self._done == self._total:
            return ""
        return Text(en=f"about {span(seconds)} left", ja=f"残り約 {span(seconds)}")[self._lang]


def span(seconds: float) -> str:
    """A time span for people: `0:07`, `12:30`, `3:05:00`."""
    minutes, rest = divmod(round(seconds), 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours}:{minutes:02}:{rest:02}" if hours else f"{minutes}:{rest:02}"
