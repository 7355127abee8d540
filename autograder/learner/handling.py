"""`kata reset`, `kata diff` and `kata submit`: the files of one assignment."""

from __future__ import annotations

import datetime
import io
import shutil
import zipfile
from collections.abc import Iterator
from pathlib import Path

from autograder.course import catalogue, places
from autograder.grading.files import Work, is_starter, read
from autograder.grading.gather import gather
from autograder.learner import record
from autograder.learner.work import Place, as_handed_out, differences, place
from autograder.reports.files import write_atomic
from autograder.text import Text
from autograder.trouble import Trouble

LARGE = 20 * 1024 * 1024
"""Bytes from which a notebook is too large for many places where work is handed in."""


def reset(name: str, lang: str) -> Iterator[Text]:
    """Puts notebook and module back as they were handed out; a backup of the work stays.

    Yields a line for each file. Raises `Trouble`.
    """
    here = place(catalogue.find(name), lang)
    touched = here.touched
    if not touched:
        yield Text(
            en=f"{here.short(here.folder)} is as it was handed out; nothing to reset.",
            ja=f"{here.short(here.folder)} は配布されたときのままです。戻すものはありません。",
        )
        return
    stamp = datetime.datetime.now().strftime("%Y-%m-%d-%H%M%S")
    backup = record.folder() / "backup" / f"{here.assignment.name}-{stamp}"
    backup.mkdir(parents=True)
    for file in touched:
        shutil.copy2(file, backup / file.name)
        pristine = (here.pristine / file.name).read_text(encoding="utf-8")
        write_atomic(file, _fresh(file, pristine))
        yield Text(
            en=f"{here.short(file)} is as it was handed out. Your work: "
            f"{here.short(backup / file.name)}",
            ja=f"{here.short(file)} を配布されたときの状態に戻しました。書いたもの: "
            f"{here.short(backup / file.name)}",
        )


def _fresh(file: Path, pristine: str) -> str:
    if file.suffix != ".ipynb":
        return pristine
    try:
        return as_handed_out(file.read_text(encoding="utf-8"), pristine)
    except (Trouble, UnicodeDecodeError):  # no notebook any more: its tasks, without the text
        return pristine


def diff(name: str, lang: str) -> Iterator[str]:
    """Lines of a diff of each file that was worked on. Raises `Trouble`."""
    here = place(catalogue.find(name), lang)
    for file in here.touched:
        yield from differences(file, here.pristine / file.name)


def submit(name: str, lang: str, out: Path | None) -> Iterator[Text]:
    """Makes the zip to hand in, after a look at what goes into it.

    out: where; `NN_name.zip` in the working directory if not given.
    Yields lines on what is in it. Raises `Trouble` for work that can't be graded as it is.
    """
    here = place(catalogue.find(name), lang)
    assignment = here.assignment
    starters = places.starters(assignment)
    if is_starter(here.folder, assignment, starters):
        raise Trouble(
            Text(
                en=f"{here.short(here.folder)} is still as it was handed out; there is nothing to "
                f"hand in. See: kata start",
                ja=f"{here.short(here.folder)} は配布されたときのままなので、提出するものがありません。"
                "まず kata start をご覧ください。",
            )
        )
    work = read(here.folder, assignment, starters)
    target = out or Path(f"{assignment.name}.zip")
    other = {file.name for file in here.files} - {work.name}  # notebook or module, still empty
    names = [work.name, *sorted(set(work.program.files) - other)]
    write_atomic(target, _zip(here, names))
    yield Text(
        en=f"Wrote {target}. Hand in this file. It holds:",
        ja=f"{target} を作りました。このファイルを提出してください。中身:",
    )
    for file in names:
        yield Text(en=f"  {file}", ja=f"  {file}")
    yield from _remarks(here, work)


def _zip(here: Place, names: list[str]) -> bytes:
    files = gather(here.folder)
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name in names:
            archive.writestr(name, files[name])
    return buffer.getvalue()


def _remarks(here: Place, work: Work) -> Iterator[Text]:
    """What the learner should know before handing it in."""
    number = here.assignment.number
    size = (here.folder / work.name).stat().st_size
    if size > LARGE:
        yield Text(
            en=f"{work.name} holds {size / 1e6:.0f} MB, which some places don't take. In Jupyter: "
            "Kernel > Restart Kernel and Clear Outputs, save, and run this again.",
            ja=f"{work.name} は {size / 1e6:.0f} MB あり、提出先によっては受け付けられません。"
            "Jupyter の「カーネル」メニューから出力を消して保存し、もう一度実行してください。",
        )
    for reflection in here.assignment.reflections:
        if not work.reflections.get(reflection.id, "").strip():
            yield Text(
                en=f"The question {reflection.title.en!r} has no answer yet.",
                ja=f"「{reflection.title.ja}」の答えがまだありません。",
            )
    kept = record.read().get(here.assignment.name)
    if kept is None:
        yield Text(
            en=f"It was not checked yet. To check it: kata check {number}",
            ja=f"まだ確認していません。確認するには: kata check {number}",
        )
    else:
        yield Text(
            en=f"The last check, on {kept.when.replace('T', ' at ')}, gave {kept.score:g} of "
            f"{kept.max_score:g} points.",
            ja=f"最後の確認 ({kept.when.replace('T', ' ')}) では {kept.max_score:g} 点中 "
            f"{kept.score:g} 点でした。",
        )
