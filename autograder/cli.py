"""The `kata` command: the verbs of a learner. Each is a thin face; its room does the work.

Exit status: 0 all well, 1 a check failed, 2 wrong use.
"""

from __future__ import annotations

import importlib.util
from pathlib import Path
from typing import Annotated

import typer

from autograder.console import FAILED, Lang, app, argument, language, option, run, say, verb

__all__ = ["app", "main"]


def _names(incomplete: str) -> list[tuple[str, str]]:
    """What the Tab key offers for an assignment: names, and titles where the shell shows them."""
    from autograder.course import catalogue

    found = catalogue.assignments().values()
    return [(a.name, a.title[language("")]) for a in found if a.name.startswith(incomplete)]


Assignment = Annotated[
    str,
    argument(
        en="Such as 07_build, or just 07.",
        ja="07_build のような名前か、番号の 07。",
        autocompletion=_names,
    ),
]


@verb(
    en="Say which assignment comes next and where to write.",
    ja="次の課題と、書くファイルを示します。",
)
def start(lang: Lang = "") -> None:
    from autograder.learner import tour

    say(tour.start(language(lang)))


@verb(
    en="Check your work: every check, with a reason for each that fails.",
    ja="解答を確認します。通らなかったものには、理由が付きます。",
)
def check(
    assignment: Annotated[
        str,
        argument(
            en="Such as 07_build, or just 07; all you have begun if not given.",
            ja="07_build のような名前か、番号の 07。省くと、始めた課題のすべて。",
            autocompletion=_names,
        ),
    ] = "",
    path: Annotated[
        Path | None,
        argument(
            en="Notebook, module, zip or folder; yours if not given.",
            ja="ノートブック、モジュール、zip、フォルダのどれか。省くと自分の解答。",
        ),
    ] = None,
    task: Annotated[
        str,
        option(
            "--task",
            en="Only this task: its number or id.",
            ja="その中の、この番号か id の課題だけ。",
        ),
    ] = "",
    lang: Lang = "",
) -> None:
    chosen = language(lang)
    from autograder.learner.checking import check_all, check_one

    passed = check_one(assignment, path, task, chosen) if assignment else check_all(chosen)
    if not passed:
        raise typer.Exit(FAILED)


@verb(
    en="Check again each time you save, and show what to mend first.",
    ja="保存するたびに確認し、最初に直すところを示します。",
)
def watch(assignment: Assignment, lang: Lang = "") -> None:
    chosen = language(lang)
    from autograder.learner.watch import watch_work

    watch_work(assignment, chosen)


@verb(
    en="Show a hint for a task, one step at a time.",
    ja="課題 1 つずつのヒントを、段階ごとに示します。",
)
def hint(
    assignment: Assignment,
    task: Annotated[
        str,
        argument(
            en="Number or id of the task; a list of them if not given.",
            ja="その中の課題の番号か id。省くと、その一覧。",
        ),
    ] = "",
    step: Annotated[
        int, argument(min=1, en="How far the hint goes.", ja="何段階目のヒントか。")
    ] = 1,
    lang: Lang = "",
) -> None:
    chosen = language(lang)
    from autograder.course import hints

    say(hints.show(assignment, task, step, chosen).splitlines())


@verb(
    en="Show how far you have come: a line for each assignment.",
    ja="どこまで進んだかを、課題ごとに 1 行で示します。",
)
def progress(lang: Lang = "") -> None:
    from autograder.learner import tour

    say(tour.progress(language(lang)))


@verb(
    en="Put an assignment back as it was handed out; a backup is kept.",
    ja="課題を配布されたときの状態に戻します。書いたものは残しておきます。",
)
def reset(assignment: Assignment, lang: Lang = "") -> None:
    chosen = language(lang)
    from autograder.learner import handling

    say(line[chosen] for line in handling.reset(assignment, chosen))


@verb(
    en="Show what you have changed since the assignment was handed out.",
    ja="課題が配布されてから書き換えたところを示します。",
)
def diff(assignment: Assignment, lang: Lang = "") -> None:
    chosen = language(lang)
    from autograder.learner import handling

    for line in handling.diff(assignment, chosen):
        typer.echo(line)  # as it stands in the file, however long


@verb(
    en="Make the zip to hand in, after a look at what is in it.",
    ja="中身を確かめて、提出用の zip を作ります。",
)
def submit(
    assignment: Assignment,
    out: Annotated[
        Path | None,
        option(
            "--out",
            en="The zip to write; 07_build.zip here if not given.",
            ja="作る zip。省くと、今のフォルダの 07_build.zip。",
        ),
    ] = None,
    lang: Lang = "",
) -> None:
    chosen = language(lang)
    from autograder.learner import handling

    say(line[chosen] for line in handling.submit(assignment, chosen, out))


@verb(
    en="Say what is installed and what works, with a remedy for what doesn't.",
    ja="何が入っていて何が動くかを調べ、動かないものには対処法を示します。",
)
def doctor(lang: Lang = "") -> None:
    chosen = language(lang)
    from autograder.learner.doctor import report

    if not report(chosen):
        raise typer.Exit(FAILED)


if importlib.util.find_spec("autograder.commands"):
    # The whole kit; the student edition has no rooms for authors and for grading others.
    importlib.import_module("autograder.commands.verbs")


def main() -> None:
    """The console script."""
    run()
