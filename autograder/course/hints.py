"""Hints for a task, a step at a time."""

from __future__ import annotations

from autograder.course import catalogue
from autograder.course.catalogue import Assignment, Task
from autograder.text import Text
from autograder.trouble import Trouble


class UnknownTask(Trouble):
    """The assignment has no task by this name."""


def show(assignment: str, task: str, step: int, lang: str) -> str:
    """The hint as text to print; without a task, the list of tasks.

    task: number or id. step: from 1; each step goes further.
    Raises `UnknownAssignment` or `UnknownTask`.
    """
    found = catalogue.find(assignment)
    if not task:
        return _list(found, lang)
    chosen = find_task(found, task)
    step = min(step, len(chosen.hints))
    lines = [
        f"{chosen.number}. {chosen.title[lang]} ({step}/{len(chosen.hints)})",
        chosen.hints[step - 1][lang],
    ]
    if step < len(chosen.hints):
        more = Text(en="For more", ja="もっと詳しいヒント")
        lines.append(f"{more[lang]}: kata hint {found.number} {chosen.number} {step + 1}")
    return "\n".join(lines)


def _list(assignment: Assignment, lang: str) -> str:
    which = Text(en="For which task?", ja="どの課題のヒントですか。")
    lines = [f"{assignment.title[lang]}: {which[lang]}"]
    lines += [f"  {t.number}  {t.id}  {t.title[lang]}" for t in assignment.tasks]
    example = Text(en="Such as", ja="例")
    lines.append(f"{example[lang]}: kata hint {assignment.number} 1")
    return "\n".join(lines)


def find_task(assignment: Assignment, name: str) -> Task:
    """The task with this number or id. Raises `UnknownTask`, which lists them."""
    for task in assignment.tasks:
        if name in (task.id, str(task.number)):
            return task
    known = ", ".join(f"{t.number} {t.id}" for t in assignment.tasks)
    raise UnknownTask(
        Text(
            en=f"{assignment.name} has no task {name!r}. It has: {known}.",
            ja=f"{assignment.name} に {name!r} という課題はありません。"
            f"課題は次のとおりです: {known}",
        )
    )
