"""What formgrader and feedback show: a learner's text never acts on the page it is read on."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import bleach
from jinja2 import pass_context
from nbconvert.filters.markdown_mistune import IPythonRenderer, MarkdownWithMath
from nbformat.v4 import new_markdown_cell
from nbgrader.preprocessors import NbGraderPreprocessor
from nbgrader.utils import is_grade, is_solution

TAGS = {
    *("a", "abbr", "b", "blockquote", "br", "code", "dd", "del", "details", "div", "dl", "dt"),
    *("em", "h1", "h2", "h3", "h4", "h5", "h6", "hr", "i", "img", "li", "ol", "p", "pre", "s"),
    *("span", "strong", "sub", "summary", "sup", "table", "tbody", "td", "th", "thead", "tr"),
    *("u", "ul"),
}
GUIDE = "**Marking guide (students do not see it) / 採点の手引き (学生には表示されません)**"
_PICTURE = re.compile(r"data:image/(png|jpeg);base64,")
_GUIDE = re.compile(r"(?im)^(?P<level>#+)\s+.*(marking|採点).*$")


@pass_context
def safe_markdown(context: Any, source: str) -> str:
    """Markdown as HTML without anything that runs, loads from elsewhere, or leaves its place."""
    cell = context.get("cell") or {}
    renderer = IPythonRenderer(
        escape=False, exclude_anchor_links=True, attachments=cell.get("attachments", {})
    )
    return bleach.clean(
        MarkdownWithMath(renderer=renderer).render(source),
        tags=TAGS,
        attributes=_allowed,
        protocols={"http", "https", "mailto", "data"},
    )


def _allowed(tag: str, name: str, value: str) -> bool:
    if tag == "img":
        return name == "alt" or (name == "src" and _PICTURE.match(value) is not None)
    if tag == "a":
        return name == "title" or (name == "href" and not value.strip().lower().startswith("data"))
    return name == "align" and tag in ("td", "th")


class MarkingGuide(NbGraderPreprocessor):
    """In formgrader, puts the marking guide of `notes/<assignment>.md` below each reflection."""

    def preprocess(self, nb: Any, resources: Any) -> Any:
        if "submission_id" not in resources:  # feedback: not for learners
            return nb, resources
        course = next(
            (f for f in Path(resources["metadata"]["path"]).parents if (f / "notes").is_dir()), None
        )
        notes = course / "notes" / f"{resources['assignment_id']}.md" if course else None
        if notes is not None and notes.is_file():
            text = notes.read_text(encoding="utf-8")
            for cell in list(nb.cells):
                found = (
                    guide(text, cell.metadata.nbgrader["grade_id"])
                    if cell.cell_type == "markdown" and is_grade(cell) and is_solution(cell)
                    else ""
                )
                if found:
                    quoted = "\n".join(f"> {line}" for line in [GUIDE, "", *found.splitlines()])
                    nb.cells.insert(nb.cells.index(cell) + 1, new_markdown_cell(quoted))
        return nb, resources


def guide(notes: str, reflection: str) -> str:
    """The notes' section on marking; of its parts only the one that names the reflection, if any."""
    section = _section(notes, _GUIDE)
    part = _section(section, re.compile(rf"(?m)^(?P<level>#+)\s.*{re.escape(reflection)}.*$"))
    return part or section


def _section(text: str, heading: re.Pattern[str]) -> str:
    """From a heading to the next one of its level or above; empty if there is none."""
    begin = heading.search(text)
    if begin is None:
        return ""
    level = len(begin["level"])
    end = re.compile(rf"(?m)^#{{1,{level}}}\s").search(text, begin.end())
    return text[begin.start() : end.start() if end else None].strip()
