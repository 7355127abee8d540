"""The `kata` command. Each verb is a thin face; the work is done by the room it names.

Exit status: 0 all well, 1 a check failed, 2 wrong use.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable
from pathlib import Path
from typing import Annotated

import typer

from autograder.text import Text, default_language
from autograder.trouble import Trouble

app = typer.Typer(
    name="kata",
    help="neural-kata: exercises on neural networks, with graders.",
    no_args_is_help=True,
    add_completion=True,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
)

Lang = Annotated[str, typer.Option("--lang", help="en or ja; the locale's if not given.")]
FAILED, WRONG_USE, INTERRUPTED = 1, 2, 130
_chosen: list[str] = []
"""The language that the command line asked for, once it is read."""


def _language(lang: str) -> str:
    if lang and lang not in ("en", "ja"):
        typer.echo(f"--lang is en or ja, not {lang!r}.", err=True)
        raise typer.Exit(WRONG_USE)
    _chosen.append(lang or default_language())
    return _chosen[-1]


def _say(lines: Iterable[str]) -> None:
    for line in lines:
        typer.echo(line)


@app.command()
def start(lang: Lang = "") -> None:
    """Say which assignment comes next and where to write."""
    language = _language(lang)
    from autograder.learner import tour

    _say(tour.start(language))


@app.command()
def check(
    assignment: Annotated[
        str, typer.Argument(help="Such as 07_build, or just 07; all you have begun if not given.")
    ] = "",
    path: Annotated[
        Path | None, typer.Argument(help="Notebook, module, zip or folder; yours if not given.")
    ] = None,
    task: Annotated[str, typer.Option("--task", help="Only this task: its number or id.")] = "",
    lang: Lang = "",
) -> None:
    """Check your work: every public and hidden check, with a reason for each that fails."""
    language = _language(lang)
    from autograder.learner.checking import check_all, check_one

    passed = check_one(assignment, path, task, language) if assignment else check_all(language)
    if not passed:
        raise typer.Exit(FAILED)


@app.command()
def watch(
    assignment: Annotated[str, typer.Argument(help="Such as 07_build, or just 07.")],
    lang: Lang = "",
) -> None:
    """Check your work again each time you save it, and show what to mend first."""
    language = _language(lang)
    from autograder.learner.watch import watch_work

    watch_work(assignment, language)


@app.command()
def progress(lang: Lang = "") -> None:
    """Show how far you have come: a line for each assignment, from its last check."""
    language = _language(lang)
    from autograder.learner import tour

    _say(tour.progress(language))


@app.command()
def reset(
    assignment: Annotated[str, typer.Argument(help="Such as 07_build, or just 07.")],
    lang: Lang = "",
) -> None:
    """Put an assignment back as it was handed out. Your work is kept as a backup."""
    language = _language(lang)
    from autograder.learner import handling

    _say(line[language] for line in handling.reset(assignment, language))


@app.command()
def diff(
    assignment: Annotated[str, typer.Argument(help="Such as 07_build, or just 07.")],
    lang: Lang = "",
) -> None:
    """Show what you have changed since the assignment was handed out."""
    language = _language(lang)
    from autograder.learner import handling

    _say(handling.diff(assignment, language))


@app.command()
def submit(
    assignment: Annotated[str, typer.Argument(help="Such as 07_build, or just 07.")],
    out: Annotated[
        Path | None, typer.Option("--out", help="The zip to write; 07_build.zip here if not given.")
    ] = None,
    lang: Lang = "",
) -> None:
    """Make the zip to hand in, after a look at what is in it."""
    language = _language(lang)
    from autograder.learner import handling

    _say(line[language] for line in handling.submit(assignment, language, out))


@app.command()
def doctor(lang: Lang = "") -> None:
    """Say what is installed and what works here, with a remedy for what doesn't."""
    language = _language(lang)
    from autograder.learner.doctor import report

    if not report(language):
        raise typer.Exit(FAILED)


@app.command()
def grade(
    submitted: Annotated[Path, typer.Argument(help="Holds <student>/<assignment>/<files>.")],
    out: Annotated[
        Path | None, typer.Option("--out", help="Where grades and pages are written.")
    ] = None,
    nbgrader: Annotated[
        Path | None, typer.Option("--nbgrader", help="An nbgrader course: reports go into kata/.")
    ] = None,
    jobs: Annotated[
        int | None,
        typer.Option(
            "--jobs", "-j", min=1, help="Submissions at a time; as many as fit if not given."
        ),
    ] = None,
    assignment: Annotated[str, typer.Option("--assignment", help="Only this one.")] = "",
    scheduler: Annotated[
        str,
        typer.Option(
            "--scheduler", help="Of Dask: its workers grade. Such as tcp://10.0.0.1:8786."
        ),
    ] = "",
    no_sandbox: Annotated[
        bool, typer.Option("--no-sandbox", help="Run unconfined; marks results UNSANDBOXED.")
    ] = False,
    lang: Lang = "",
) -> None:
    """Grade a class: every submission in its own sandbox, and a page for each."""
    language = _language(lang)
    from autograder.commands.grade import grade_class

    where = out or (nbgrader / "kata" if nbgrader else None)
    if where is None:
        raise Trouble(
            Text(en="Where to? Give --out FOLDER.", ja="--out フォルダ を指定してください。")
        )
    if nbgrader is not None:
        from autograder.gradebook.exchange import complete_all

        complete_all(submitted)
    if scheduler and no_sandbox:
        raise Trouble(
            Text(
                en="--scheduler's workers always use a sandbox: leave out --no-sandbox.",
                ja="--scheduler のワーカーは必ずサンドボックスを使います。"
                "--no-sandbox は付けないでください。",
            )
        )
    complete = grade_class(
        submitted,
        where,
        jobs=jobs,
        only=assignment or None,
        sandbox=not no_sandbox,
        lang=language,
        scheduler=scheduler or None,
    )
    if not complete:
        raise typer.Exit(INTERRUPTED)


@app.command()
def export(
    kind: Annotated[
        str, typer.Argument(metavar="FORMAT", help="moodle, canvas, junit or gradescope.")
    ],
    graded: Annotated[Path, typer.Argument(help="The folder that kata grade wrote.")],
    out: Annotated[
        Path | None, typer.Option("--out", help="A folder for CSV, else a file; exports/ there.")
    ] = None,
    assignment: Annotated[str, typer.Option("--assignment", help="Only this one.")] = "",
    student: Annotated[str, typer.Option("--student", help="Only this one.")] = "",
    lang: Lang = "",
) -> None:
    """Write grades for another system, from what was graded; nothing is graded again."""
    language = _language(lang)
    from autograder.commands import export as exports

    for line in exports.export(kind, graded, out=out, assignment=assignment, student=student):
        typer.echo(line[language])


@app.command()
def demo(
    out: Annotated[Path, typer.Option("--out")] = Path("demo-out"),
    jobs: Annotated[int | None, typer.Option("--jobs", "-j", min=1)] = None,
    lang: Lang = "",
) -> None:
    """Grade the example class that comes with the kit."""
    from autograder.course import places

    grade(places.root() / "tests" / "classroom", out, jobs=jobs, lang=lang)


@app.command()
def hint(
    assignment: Annotated[str, typer.Argument(help="Such as 07_build, or just 07.")],
    task: Annotated[str, typer.Argument(help="Number or id of the task.")] = "",
    step: Annotated[int, typer.Argument(min=1, help="How far the hint goes.")] = 1,
    lang: Lang = "",
) -> None:
    """Show a hint for a task, one step at a time."""
    language = _language(lang)
    from autograder.course import hints

    typer.echo(hints.show(assignment, task, step, language))


@app.command()
def sync(
    check_only: Annotated[bool, typer.Option("--check", help="Report differences only.")] = False,
) -> None:
    """Make assignments/ again from solutions/ (for authors)."""
    from autograder.course import places
    from autograder.course.sync import sync as make

    changed = make(places.root(), check=check_only)
    for line in changed:
        typer.echo(line)
    if check_only and changed:
        raise typer.Exit(FAILED)


@app.command()
def release(
    out: Annotated[Path, typer.Option("--out", help="A new folder.")],
    lang: Lang = "",
) -> None:
    """Make what students get: starters, public checks, and a wheel without hidden checks."""
    language = _language(lang)
    from autograder.commands.release import release as make

    for path in make(out, language):
        typer.echo(path)


@app.command()
def validate(
    assignment: Annotated[str, typer.Argument(help="One assignment; all if not given.")] = "",
    as_json: Annotated[bool, typer.Option("--json", help="Print JSON.")] = False,
    jobs: Annotated[int, typer.Option("--jobs", "-j", min=1)] = 2,
) -> None:
    """Prove the graders: solutions, starters, wrong answers and honest variants (for authors)."""
    from autograder.commands.validate import validate_command

    if not validate_command(assignment or None, as_json=as_json, jobs=jobs):
        raise typer.Exit(FAILED)


@app.command()
def new(
    name: Annotated[str, typer.Argument(help="Such as 10_dropout.")],
    lang: Lang = "",
) -> None:
    """Begin an assignment of your own: files to change, which validate as they are (for authors)."""
    language = _language(lang)
    from autograder.commands.new import new as make

    for path in make(name):
        typer.echo(path)
    number = name.partition("_")[0]
    then = Text(
        en=f"Change them, then: kata sync, kata validate {number}",
        ja=f"内容を書き換えてから、kata sync と kata validate {number} を実行してください。",
    )
    typer.echo(then[language])


kept = typer.Typer(
    help="What grading keeps: answers and reports.", no_args_is_help=True, rich_markup_mode=None
)
app.add_typer(kept, name="cache")


@kept.command("where")
def cache_where() -> None:
    """Show the folder."""
    from autograder.commands import cache

    typer.echo(cache.where())


@kept.command("size")
def cache_size(lang: Lang = "") -> None:
    """Show how much there is."""
    language = _language(lang)
    from autograder.commands import cache

    typer.echo(cache.size()[language])


@kept.command("prune")
def cache_prune(
    days: Annotated[float, typer.Option("--days", min=0, help="Not used for so long.")] = 30,
    lang: Lang = "",
) -> None:
    """Remove what was not used for some days; it is made again when it is needed."""
    language = _language(lang)
    from autograder.commands import cache

    typer.echo(cache.prune(days)[language])


course = typer.Typer(help="Work with nbgrader.", no_args_is_help=True, rich_markup_mode=None)
app.add_typer(course, name="nbgrader")


@course.callback()
def _course() -> None:
    """Work with nbgrader."""


@course.command()
def init(
    folder: Annotated[Path, typer.Argument(help="A new folder for the course.")],
    assignment: Annotated[
        list[str] | None, typer.Option("--assignment", help="Only this one; may be repeated.")
    ] = None,
    lang: Lang = "",
) -> None:
    """Make an nbgrader course with the kit's assignments in it."""
    language = _language(lang)
    from autograder.gradebook import course as courses

    written = courses.init(folder, language, assignment or ())
    typer.echo(f"{len(written)} files in {folder}: see {folder / 'README.md'}")


def main() -> None:
    """The console script. What a user can put right ends in one line, not in a traceback."""
    try:
        app()
    except Trouble as error:
        typer.echo(error.text[_chosen[-1] if _chosen else default_language()], err=True)
        sys.exit(WRONG_USE)
    except ModuleNotFoundError as error:
        if not (error.name or "").startswith("autograder."):
            raise
        # The student edition has no rooms for grading others.
        typer.echo("This command belongs to the whole kit, not to the student edition.", err=True)
        sys.exit(WRONG_USE)
    except KeyboardInterrupt:
        sys.exit(INTERRUPTED)
