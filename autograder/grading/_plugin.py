"""How pytest runs checks, in a learner's own `pytest` and in grading alike."""

from __future__ import annotations

import inspect
from collections.abc import Generator, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import pytest
from _pytest.outcomes import Skipped as SkipException

from autograder.grading import _plain
from autograder.text import Text

if TYPE_CHECKING:
    from autograder.grading._submission import Submission

MAX_MESSAGE = 4_000
"""Characters of one message."""
MARK = (
    "points(points, *, task, needs=None): a check of a submission. `points`: what it gives; "
    "`task`: id of the task it belongs to; `needs`: names of checks that have to pass first."
)


@dataclass(frozen=True, kw_only=True)
class Mark:
    """A check's `points` mark."""

    points: float
    task: str
    needs: str | None = None
    """Names of the checks that have to pass first, with commas between them."""


@dataclass(frozen=True, kw_only=True)
class Verdict:
    """How one check ended."""

    name: str
    mark: Mark
    title: Text
    outcome: str
    message: Text
    seconds: float


class Verdicts:
    """All verdicts of one run, by the check's name; grading passes its own to read them."""

    def __init__(self, submission: Submission | None = None, task: str | None = None):
        self.submission = submission
        self.task = task
        """The one task to check, or None for all."""
        self.found: dict[str, Verdict] = {}
        self.errors: list[str] = []
        """What went wrong in the suite itself, such as a check file that can't be imported."""

    def pytest_collection_modifyitems(self, items: list[pytest.Item]) -> None:
        if self.task is not None:
            marks = {item: mark_of(item) for item in items}
            items[:] = [i for i, m in marks.items() if m is not None and m.task == self.task]

    def pytest_collectreport(self, report: pytest.CollectReport) -> None:
        if report.failed:
            self.errors.append(str(report.longrepr))


_VERDICTS = pytest.StashKey[Verdicts]()


def pytest_addoption(parser: pytest.Parser) -> None:
    group = parser.getgroup("neural-kata")
    group.addoption("--kata-lang", choices=["en", "ja"], help="language of the checks' messages")


def pytest_configure(config: pytest.Config) -> None:
    config.addinivalue_line("markers", MARK)
    given = [p for p in config.pluginmanager.get_plugins() if isinstance(p, Verdicts)]
    config.stash[_VERDICTS] = given[0] if given else Verdicts()


def mark_of(item: pytest.Item) -> Mark | None:
    """The item's `points` mark, or None for a test that is no check."""
    found = item.get_closest_marker("points")
    return Mark(points=found.args[0], **found.kwargs) if found else None


@pytest.fixture(scope="module")
def submission(request: pytest.FixtureRequest) -> Iterator[Submission]:
    """The submission that is being checked: see `autograder.grading.Submission`."""
    given = request.config.stash[_VERDICTS].submission
    if given is not None:
        yield given
        return
    from autograder.grading.selfcheck import beside

    with beside(request.path) as found:
        yield found


def pytest_runtest_setup(item: pytest.Item) -> None:
    mark = mark_of(item)
    if mark is None or mark.needs is None:
        return
    for name in mark.needs.split(","):
        before = item.config.stash[_VERDICTS].found.get(name.strip())
        if before is not None and before.outcome != "passed":
            raise Skipped(before)


class Skipped(SkipException):
    """A check was left out because one that it needs did not pass."""

    def __init__(self, before: Verdict):
        self.text = Text(
            en=f"Left out until this one passes: {before.title.en}",
            ja=f"先にこちらが通る必要があります: {before.title.ja}",
        )
        super().__init__(self.text.en)


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(
    item: pytest.Item, call: pytest.CallInfo[Any]
) -> Generator[None, pytest.TestReport, pytest.TestReport]:
    error = call.excinfo.value if call.excinfo else None
    mark = mark_of(item)
    words = getattr(error, "text", None) if mark else None
    if error is not None and isinstance(words, Text):
        error.args = (words[_plain.language(item)],)  # what pytest shows of it
    report = yield
    if mark is None or (report.when == "teardown" and report.passed):
        return report
    if report.when == "setup" and report.passed:
        return report
    outcome, message = _outcome(error)
    verdicts = item.config.stash[_VERDICTS]
    verdicts.found[item.name] = Verdict(
        name=item.name,
        mark=mark,
        title=title_of(item),
        outcome=outcome,
        message=message,
        seconds=report.duration,
    )
    if verdicts.submission is None:
        _for_the_learner(item, report, verdicts.found[item.name], error)
    return report


def _for_the_learner(
    item: pytest.Item, report: pytest.TestReport, verdict: Verdict, error: BaseException | None
) -> None:
    """Lets their own `pytest` show points, and the message instead of the inside of the check."""
    lang = _plain.language(item)
    points = verdict.mark.points
    got = points if verdict.outcome == "passed" else 0
    report.kata_points = (got, points, lang)  # type: ignore[attr-defined]
    if not hasattr(error, "text"):
        return
    if verdict.outcome == "skipped":
        path, line, _ = item.location
        report.longrepr = (path, (line or 0) + 1, verdict.message[lang])
    elif not _plain.keep_traceback(item.config):
        report.longrepr = _plain.account(item, verdict.mark.task, verdict.title, verdict.message)


def _outcome(error: BaseException | None) -> tuple[str, Text]:
    if error is None:
        return "passed", Text(en="", ja="")
    from autograder.grading.verdict import CheckFailed, CouldNotCheck

    if isinstance(error, CheckFailed):
        return "failed", _readable(error.text)
    if isinstance(error, CouldNotCheck):
        return "error", _readable(error.text)
    if isinstance(error, Skipped):
        return "skipped", error.text
    if isinstance(error, SkipException):
        return "skipped", Text(en=str(error), ja=str(error))
    return "error", Text(
        en=f"Not checked: the check itself failed ({type(error).__name__}: {error}). This is a "
        "fault of the kit, not of the submission.",
        ja="確認できませんでした。確認プログラム自身のエラーで、提出物の誤りではありません "
        f"({type(error).__name__}: {error})。",
    )


def _readable(text: Text) -> Text:
    """The message without its middle where an answer of a million numbers stands in it."""
    return Text(**{lang: _shortened(part) for lang, part in text.as_dict().items()})


def _shortened(text: str) -> str:
    half = MAX_MESSAGE // 2
    return text if len(text) <= MAX_MESSAGE else f"{text[:half]} … {text[-half:]}"


def title_of(item: pytest.Item) -> Text:
    """The check's line for the learner: its docstring's English and Japanese paragraphs."""
    text = inspect.getdoc(getattr(item, "function", None)) or item.name
    en, _, ja = text.partition("\n\n")
    en, ja = " ".join(en.split()), "".join(ja.split("\n")).strip()
    return Text(en=en, ja=ja or en)
