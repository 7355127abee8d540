"""`kata start` and `kata progress`: where one stands, and what comes next."""

from __future__ import annotations

from collections.abc import Iterator

from rich.cells import cell_len

from autograder.course.catalogue import Assignment
from autograder.learner import record
from autograder.learner.record import Kept
from autograder.learner.work import handed_out, is_begun, place
from autograder.text import Text

BAR = 20
"""Characters of a bar in `kata progress`."""


def next_assignment(kept: dict[str, Kept]) -> Assignment | None:
    """The first that has not got all its points in its last check; None when all have."""
    for assignment in handed_out():
        if assignment.name not in kept or not kept[assignment.name].done:
            return assignment
    return None


def start(lang: str) -> Iterator[str]:
    """Lines that say what to do next and where to write."""
    assignment = next_assignment(record.read())
    if assignment is None:
        yield Text(
            en="All assignments have all their points. Well done!",
            ja="すべての課題が満点です。よくできました！",
        )[lang]
        return
    here = place(assignment, lang)
    number = assignment.number
    minutes = Text(en=f"about {assignment.minutes} minutes", ja=f"約 {assignment.minutes} 分")
    yield f"{assignment.name}  {assignment.title[lang]}  ({minutes[lang]})"
    yield assignment.summary[lang]
    yield ""
    name = assignment.module
    notebook, module = (here.short(here.folder / f"{name}{s}") for s in (".ipynb", ".py"))
    yield Text(
        en=f"Open {notebook} in Jupyter, or",
        ja=f"Jupyter で {notebook} を開くか、",
    )[lang]
    yield Text(
        en=f"{module} in an editor, and follow TODO 1, 2, 3 …",
        ja=f"エディタで {module} を開き、TODO 1, 2, 3 … の順に書いてください。",
    )[lang]
    yield ""
    commands = (
        (f"kata check {number}", Text(en="checks your work", ja="解答を確認します")),
        (
            f"kata watch {number}",
            Text(en="checks it whenever you save", ja="保存するたびに確認します"),
        ),
        (f"kata hint {number} 1", Text(en="a hint for task 1", ja="課題 1 のヒントです")),
    )
    for command, what in commands:
        yield f"  {command:16}  {what[lang]}"


def progress(lang: str) -> Iterator[str]:
    """A line for each assignment: name, points in words, a bar, and its title."""
    kept = record.read()
    rows = [(a, _state(a, kept.get(a.name))[lang]) for a in handed_out()]
    width = max(cell_len(words) for _, words in rows)
    for assignment, words in rows:
        found = kept.get(assignment.name)
        share = found.score / found.max_score if found and found.max_score else 0.0
        bar = "#" * round(share * BAR)
        padding = " " * (width - cell_len(words))
        yield f"{assignment.name:17} {words}{padding}  [{bar:.<{BAR}}]"
    yield ""
    upcoming = next_assignment(kept)
    yield (
        Text(en="All done.", ja="すべて終わりました。")
        if upcoming is None
        else Text(
            en=f"Next: {upcoming.name}, {upcoming.title.en}. See: kata start",
            ja=f"次は {upcoming.name}「{upcoming.title.ja}」です。詳しくは kata start",
        )
    )[lang]


def _state(assignment: Assignment, kept: Kept | None) -> Text:
    if kept is not None:
        return Text(
            en=f"{kept.score:g} of {kept.max_score:g} points, {kept.tasks_done} of {kept.tasks} "
            "tasks",
            ja=f"{kept.max_score:g} 点中 {kept.score:g} 点、課題 {kept.tasks_done}/{kept.tasks}",
        )
    if is_begun(assignment):
        return Text(en="begun, not checked yet", ja="書きかけ (まだ確認していません)")
    return Text(en="not begun", ja="これから")
