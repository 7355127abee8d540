"""Templates into pages that load nothing, run nothing of a submission's, and need no server."""

from __future__ import annotations

import base64
import hashlib
import re
from collections.abc import Iterator
from functools import cache
from importlib.metadata import version
from importlib.resources import files
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup, escape

from autograder.reports import words
from autograder.reports.names import shorten
from autograder.reports.phrases import phrases
from autograder.reports.summary import points
from autograder.visible import visible

_CODE = re.compile(r"`([^`\n]+)`")


def render(template: str, lang: str, *, script: str = "", **context: Any) -> str:
    """A whole page; see `stream`."""
    return "".join(stream(template, lang, script=script, **context))


def stream(
    template: str, lang: str, *, script: str = "", made_from: str = "", **context: Any
) -> Iterator[str]:
    """A page, part by part.

    script: name of a script in `templates/` that the page carries, or "".
    made_from: see the module of that name, or "" for a page that is always made.
    The Content-Security-Policy names the page's own style and script by their SHA-256 hash, so
    that nothing else could run even if an escape were forgotten somewhere.
    """
    style, code = _asset("style.css"), _asset(script) if script else ""
    policy = (
        "default-src 'none'",
        "img-src data:",
        f"style-src {_hash(style)}",
        f"script-src {_hash(code)}" if code else "script-src 'none'",
        "base-uri 'none'",
        "form-action 'none'",
    )
    return (
        _environment()
        .get_template(template)
        .generate(
            lang=lang,
            t=phrases(lang),
            words=words,
            kit=version("neural-kata"),
            policy="; ".join(policy),
            style=Markup(style),  # the kit's own file
            script=Markup(code),
            made_from=made_from,
            **context,
        )
    )


def prose(text: str) -> Markup:
    """A message as HTML: escaped, hidden characters visible, `code` as code, lines kept."""
    safe = str(escape(visible(text.strip(), keep="\n\t")))
    return Markup(_CODE.sub(r"<code>\1</code>", safe))  # escaped just above


def _hash(text: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"


@cache
def _asset(name: str) -> str:
    return (files("autograder.reports") / "templates" / name).read_text(encoding="utf-8")


@cache
def _environment() -> Environment:
    environment = Environment(
        loader=PackageLoader("autograder.reports"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters.update(
        prose=prose,
        points=points,
        visible=visible,
        short=lambda text: shorten(visible(text), 60),
    )
    return environment
