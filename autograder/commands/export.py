"""`kata export`: what was graded, in the formats of other systems. Nothing is graded again."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

from autograder.course import catalogue
from autograder.report import Report
from autograder.reports import grades_json
from autograder.reports.canvas import to_canvas
from autograder.reports.files import write_atomic
from autograder.reports.grades_json import Graded
from autograder.reports.gradescope import to_gradescope
from autograder.reports.junit import to_junit
from autograder.reports.lms import Sheet, not_final, sheets
from autograder.reports.moodle import to_moodle
from autograder.text import Text
from autograder.trouble import Trouble
from autograder.visible import visible

SHEETS: dict[str, Callable[[Sheet, str], str]] = {"moodle": to_moodle, "canvas": to_canvas}
OF_GRADES = (*SHEETS, "junit", "gradescope")
OF_AN_ASSIGNMENT = ("gradescope-autograder", "github-classroom")
FORMATS = (*OF_GRADES, *OF_AN_ASSIGNMENT)


def require_format(kind: str) -> None:
    """Raises `Trouble` for what is no format, and names those there are."""
    if kind not in FORMATS:
        raise Trouble(
            Text(
                en=f"{visible(kind)!r} is no format. There are: {', '.join(FORMATS)}.",
                ja=f"{visible(kind)!r} という形式はありません。使える形式: {', '.join(FORMATS)}",
            )
        )


def export(
    kind: str, graded: Path, *, out: Path | None, assignment: str, student: str
) -> Iterator[Text]:
    """Writes what `graded` holds in a format of `OF_GRADES`; lines on the files and what is not in.

    graded: a folder that `kata grade` wrote, or its grades.json.
    out: a folder for "moodle" and "canvas", a file for the others; beside grades.json if None.
    assignment, student: only these; "" takes all. "gradescope" is about one submission.
    Raises `Trouble`: nothing to export, or a file that can't be read or written.
    """
    found = grades_json.read(graded)
    reports = _chosen(found, graded, assignment, student)
    folder = graded if graded.is_dir() else graded.parent
    if kind in SHEETS:
        yield from _write_sheets(kind, reports, found.lang, out or folder / "exports")
        return
    if kind == "junit":
        path = out or folder / "exports" / "junit.xml"
        write_atomic(path, to_junit(reports, found.lang))
        yield _wrote(path, len(reports))
        return
    one = _only(reports)
    path = out or folder / "exports" / "results.json"
    write_atomic(path, grades_json.dumps(to_gradescope(one, found.lang)))
    yield _wrote(path, 1)
    if reason := not_final(one):
        yield Text(
            en=f"It holds no score: {reason.en}.", ja=f"得点は入っていません ({reason.ja})。"
        )


def _chosen(found: Graded, graded: Path, assignment: str, student: str) -> list[Report]:
    name = catalogue.find(assignment).name if assignment else ""
    chosen = [
        report
        for report in found.reports
        if name in ("", report.assignment) and student in ("", report.student)
    ]
    if not chosen:
        asked = visible("/".join(filter(None, [student, name])))
        raise Trouble(
            Text(
                en=f"{graded} holds no result" + (f" of {asked}." if asked else "."),
                ja=f"{graded} に{f' {asked} の' if asked else ''}結果がありません。",
            )
        )
    return chosen


def _only(reports: list[Report]) -> Report:
    if len(reports) == 1:
        return reports[0]
    raise Trouble(
        Text(
            en=f"Gradescope's results are about one submission, and here are {len(reports)}. "
            "Name it: --student NAME --assignment 07",
            ja=f"Gradescope の結果は提出物 1 件分ですが、ここには {len(reports)} 件あります。"
            "--student 名前 --assignment 07 のように指定してください。",
        )
    )


def _write_sheets(kind: str, reports: list[Report], lang: str, folder: Path) -> Iterator[Text]:
    written = 0
    for sheet in sheets(reports):
        for report in sheet.left_out:
            yield _left_out(report)
        if sheet.graded:
            path = folder / f"{kind}_{sheet.assignment}.csv"
            # Both systems take the byte order mark, and Excel garbles Japanese without it.
            write_atomic(path, SHEETS[kind](sheet, lang).encode("utf-8-sig"))
            written += 1
            yield _wrote(path, len(sheet.graded))
    if not written:
        raise Trouble(
            Text(
                en="No grade is final yet, so nothing was written.",
                ja="確定した成績がまだないので、何も書き出していません。",
            )
        )


def _wrote(path: Path, count: int) -> Text:
    submissions = "1 submission" if count == 1 else f"{count} submissions"
    return Text(en=f"Wrote {path} ({submissions}).", ja=f"{path} を書き出しました ({count} 件)。")


def _left_out(report: Report) -> Text:
    who = visible(f"{report.student}/{report.assignment}")
    reason = not_final(report)
    assert reason is not None
    return Text(
        en=f"Left out {who}: {reason.en}. No grade is changed there.",
        ja=f"{who} は含めていません ({reason.ja})。成績は変わりません。",
    )
