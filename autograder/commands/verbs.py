"""The verbs of `kata` for instructors and authors. Each is a thin face; its room does the work."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from autograder.console import (
    FAILED,
    INTERRUPTED,
    Lang,
    app,
    argument,
    group,
    language,
    option,
    say,
    verb,
)
from autograder.text import Text
from autograder.trouble import Trouble

Jobs = Annotated[
    int | None,
    option(
        *("--jobs", "-j"),
        min=1,
        en="Submissions at a time; as many as fit if not given.",
        ja="同時に採点する数。省くと、この機械に合う数。",
    ),
]
Only = Annotated[str, option("--assignment", en="Only this one.", ja="この課題だけ。")]


@verb(
    en="Grade a class: each submission in its own sandbox, a page for each.",
    ja="クラス全員の提出物を 1 つずつサンドボックスで採点し、ページを作ります。",
)
def grade(
    submitted: Annotated[
        Path,
        argument(
            en="Holds <student>/<assignment>/<files>.",
            ja="<学生>/<課題>/<ファイル> の形のフォルダ。",
        ),
    ],
    out: Annotated[
        Path | None,
        option("--out", en="Where grades and pages are written.", ja="成績とページを書く場所。"),
    ] = None,
    nbgrader: Annotated[
        Path | None,
        option(
            "--nbgrader",
            en="An nbgrader course: reports go into kata/.",
            ja="nbgrader のコース。結果はその中の kata/ に書きます。",
        ),
    ] = None,
    jobs: Jobs = None,
    assignment: Only = "",
    scheduler: Annotated[
        str,
        option(
            "--scheduler",
            en="Of Dask: its workers grade. Such as tcp://10.0.0.1:8786.",
            ja="Dask のスケジューラ。採点はそのワーカーがします。例: tcp://10.0.0.1:8786",
        ),
    ] = "",
    no_sandbox: Annotated[
        bool,
        option(
            "--no-sandbox",
            en="Run unconfined; marks results UNSANDBOXED.",
            ja="隔離せずに実行します。結果に UNSANDBOXED と付きます。",
        ),
    ] = False,
    lang: Lang = "",
) -> None:
    chosen = language(lang)
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
        lang=chosen,
        scheduler=scheduler or None,
    )
    if not complete:
        raise typer.Exit(INTERRUPTED)


@verb(
    en="Write grades, or an autograder, for another system; nothing is graded again.",
    ja="採点ずみの成績や自動採点の設定を、別のシステムの形式で書きます。",
)
def export(
    kind: Annotated[
        str,
        argument(
            metavar="FORMAT",
            en="moodle, canvas, junit, gradescope: from grades. gradescope-autograder, "
            "github-classroom: for an assignment.",
            ja="moodle、canvas、junit、gradescope は成績から、gradescope-autograder、"
            "github-classroom は課題から作ります。",
        ),
    ],
    what: Annotated[
        str,
        argument(
            en="The folder that kata grade wrote, or the assignment, such as 07.",
            ja="kata grade が書いたフォルダ、または 07 のような課題。",
        ),
    ],
    out: Annotated[
        Path | None,
        option(
            "--out",
            en="Where to write: a folder for CSV and for a repository, else a file.",
            ja="書く場所。CSV とリポジトリではフォルダ、ほかはファイル。",
        ),
    ] = None,
    assignment: Only = "",
    student: Annotated[str, option("--student", en="Only this one.", ja="この学生だけ。")] = "",
    own_user: Annotated[
        bool,
        option(
            "--own-user",
            en="Where Gradescope allows no sandbox: see docs/exports.md.",
            ja="Gradescope でサンドボックスを使えないとき。docs/exports.md をご覧ください。",
        ),
    ] = False,
    lang: Lang = "",
) -> None:
    chosen = language(lang)
    from autograder.commands import export as exports

    exports.require_format(kind)
    if kind == "gradescope-autograder":
        from autograder.commands import gradescope_zip

        lines = gradescope_zip.write(what, out, chosen, own_user=own_user)
    elif kind == "github-classroom":
        from autograder.commands import github_classroom

        lines = github_classroom.write(what, out, chosen)
    else:
        lines = exports.export(kind, Path(what), out=out, assignment=assignment, student=student)
    for line in lines:
        typer.echo(line[chosen])


@verb(
    en="Grade the example class that comes with the kit.",
    ja="キットに付いている例のクラスを採点します。",
)
def demo(
    out: Annotated[
        Path,
        option("--out", en="Where grades and pages are written.", ja="成績とページを書く場所。"),
    ] = Path("demo-out"),
    jobs: Jobs = None,
    lang: Lang = "",
) -> None:
    from autograder.course import places

    grade(places.clone() / "tests" / "classroom", out, jobs=jobs, lang=lang)


@verb(
    en="Make what students get: starters, public checks, and a wheel.",
    ja="学生に配るもの (課題、公開の確認、wheel) を作ります。",
)
def release(
    out: Annotated[Path, option("--out", en="A new folder.", ja="新しいフォルダ。")],
    lang: Lang = "",
) -> None:
    chosen = language(lang)
    from autograder.commands.release import release as make

    for path in make(out, chosen):
        typer.echo(path)


@verb(
    en="Begin an assignment of your own, which validates as it is (authors).",
    ja="自分の課題を作り始めます。はじめから検証に通ります (作問者向け)。",
)
def new(
    name: Annotated[str, argument(en="Such as 10_dropout.", ja="10_dropout のような名前。")],
    lang: Lang = "",
) -> None:
    chosen = language(lang)
    from autograder.commands.new import new as make

    for path in make(name):
        typer.echo(path)
    number = name.partition("_")[0]
    then = Text(
        en=f"Change them, then: kata sync, kata validate {number}",
        ja=f"内容を書き換えてから、kata sync と kata validate {number} を実行してください。",
    )
    say([then[chosen]])


@verb(
    en="Make assignments/ again from solutions/ (authors).",
    ja="solutions/ から assignments/ を作り直します (作問者向け)。",
)
def sync(
    check_only: Annotated[
        bool, option("--check", en="Report differences only.", ja="違いを示すだけにします。")
    ] = False,
    lang: Lang = "",
) -> None:
    language(lang)
    from autograder.course import places
    from autograder.course.sync import sync as make

    changed = make(places.clone(), check=check_only)
    for line in changed:
        typer.echo(line)
    if check_only and changed:
        raise typer.Exit(FAILED)


@verb(
    en="Prove the graders on right and wrong answers (authors).",
    ja="正しい解答と誤った解答で、採点プログラムを検証します (作問者向け)。",
)
def validate(
    assignment: Annotated[
        str, argument(en="One assignment; all if not given.", ja="課題の 1 つ。省くとすべて。")
    ] = "",
    as_json: Annotated[bool, option("--json", en="Print JSON.", ja="JSON で出力します。")] = False,
    jobs: Annotated[
        int,
        option("--jobs", "-j", min=1, en="Assignments at a time.", ja="同時に検証する課題の数。"),
    ] = 2,
    lang: Lang = "",
) -> None:
    language(lang)
    from autograder.commands.validate import validate_command

    if not validate_command(assignment or None, as_json=as_json, jobs=jobs):
        raise typer.Exit(FAILED)


kept = group(
    Text(en="What grading keeps: answers and reports.", ja="採点の途中結果 (解答と結果の記録)。")
)
app.add_typer(kept, name="cache")


@verb(of=kept, name="where", en="Show the folder.", ja="フォルダを示します。")
def cache_where() -> None:
    from autograder.commands import cache

    typer.echo(cache.where())


@verb(of=kept, name="size", en="Show how much there is.", ja="どれだけあるかを示します。")
def cache_size(lang: Lang = "") -> None:
    from autograder.commands import cache

    say([cache.size()[language(lang)]])


@verb(
    of=kept,
    name="prune",
    en="Remove what was not used for some days; it is made again when needed.",
    ja="しばらく使われていないものを消します。必要になれば作り直されます。",
)
def cache_prune(
    days: Annotated[
        float, option("--days", min=0, en="Not used for so long.", ja="使われていない日数。")
    ] = 30,
    lang: Lang = "",
) -> None:
    chosen = language(lang)
    from autograder.commands import cache

    say([cache.prune(days)[chosen]])


course = group(Text(en="Work with nbgrader.", ja="nbgrader と一緒に使います。"))
app.add_typer(course, name="nbgrader")


@course.callback()
def _course() -> None:
    """Keeps `init` a verb of its own, though it is the only one."""


@verb(
    of=course,
    en="Make an nbgrader course with the kit's assignments in it.",
    ja="キットの課題が入った nbgrader のコースを作ります。",
)
def init(
    folder: Annotated[
        Path, argument(en="A new folder for the course.", ja="コースの新しいフォルダ。")
    ],
    assignment: Annotated[
        list[str] | None,
        option(
            "--assignment",
            en="Only this one; may be repeated.",
            ja="この課題だけ。何度でも指定できます。",
        ),
    ] = None,
    lang: Lang = "",
) -> None:
    chosen = language(lang)
    from autograder.gradebook import course as courses

    written = courses.init(folder, chosen, assignment or ())
    readme = folder / "README.md"
    done = Text(
        en=f"{len(written)} files in {folder}: see {readme}",
        ja=f"{folder} に {len(written)} 個のファイルを作りました。{readme} をご覧ください。",
    )
    say([done[chosen]])
