"""What the verbs of `kata` share: the app, its language, its help in both, lines of 80 columns."""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Callable, Iterable, Sequence
from typing import Annotated, Any, TypeVar

import typer
from rich.cells import cell_len
from typer.core import TyperCommand, TyperGroup

from autograder.text import Text, default_language
from autograder.trouble import Trouble
from autograder.wrap import terminal_width, wrap

FAILED, WRONG_USE, INTERRUPTED = 1, 2, 130
"""Exit statuses; 0 is all well."""

Verb = TypeVar("Verb", bound=Callable[..., None])


def asked(arguments: Sequence[str]) -> str:
    """The language of a command line: its `--lang`, else `KATA_LANG`, else the locale's."""
    found = re.findall(r"--lang[= ](en|ja)(?= |$)", " ".join(arguments))
    return found[-1] if found else default_language()


HELP = asked(sys.argv[1:])
"""The language of help, which is made before any option is read."""


def say(lines: Iterable[str], *, err: bool = False) -> None:
    """Prints lines, each wrapped to the terminal; a path that is longer stays whole."""
    for line in lines:
        for part in wrap(line, terminal_width(), chop=False) or [""]:
            typer.echo(part, err=err)


def language(lang: str) -> str:
    """The language of a verb whose `--lang` is `lang`. Raises `Trouble` for another than ours."""
    if lang and lang not in ("en", "ja"):
        raise Trouble(
            Text(
                en=f"--lang is en or ja, not {lang!r}.",
                ja=f"--lang は en か ja です。{lang!r} は使えません。",
            )
        )
    return lang or asked(sys.argv[1:])


_HEADINGS = {
    "Options": Text(en="Options", ja="オプション"),
    "Arguments": Text(en="Arguments", ja="引数"),
    "Commands": Text(en="Commands", ja="コマンド"),
}
_STOCK = {
    "Show this message and exit.": "この説明を表示します。",
    "Install completion for the current shell.": "今のシェルに、Tab キーでの補完を入れます。",
    "Show completion for the current shell, to copy it or customize the installation.": (
        "補完の設定を表示します。自分で組み込みたいときに使います。"
    ),
}
"""Typer's own help, in Japanese."""
_WRONG_USE = (
    (r"Missing (?:argument|parameter) ('.*')\.", r"引数 \1 が足りません。"),
    (r"Missing option ('.*')\.", r"オプション \1 が必要です。"),
    (r"No such option: (\S+)(.*)", r"\1 というオプションはありません。\2"),
    (r"No such command ('.*')\.(.*)", r"\1 というコマンドはありません。\2"),
    (r"Got unexpected extra arguments? \((.*)\)", r"引数が多すぎます: \1"),
    (r"Option ('.*') requires an argument\.", r"オプション \1 には値が必要です。"),
    (r"Invalid value for ('.*'): (.*)", r"\1 の値が正しくありません: \2"),
)
"""Typer's own words for wrong use, in Japanese."""


_Base: Any = typer.Context.formatter_class


class _Formatter(_Base):
    """Help in the language asked for, where a Japanese character counts as two columns."""

    def write_usage(self, prog: str, args: str = "", prefix: str | None = None) -> None:
        super().write_usage(prog, args, Text(en="Usage: ", ja="使い方: ")[HELP])

    def write_heading(self, heading: str) -> None:
        super().write_heading(_HEADINGS[heading][HELP] if heading in _HEADINGS else heading)

    def write_text(self, text: str) -> None:
        indent = " " * self.current_indent
        for line in wrap(text, self.width - self.current_indent):
            self.write(f"{indent}{line}\n")

    def write_dl(
        self, rows: Iterable[tuple[str, str]], col_max: int = 30, col_spacing: int = 2
    ) -> None:
        rows = list(rows)
        first = min(max(cell_len(name) for name, _ in rows), col_max) + col_spacing
        indent = " " * self.current_indent
        for name, about in rows:
            lines = wrap(_stock(about), self.width - self.current_indent - first) or [""]
            gap = " " * (first - cell_len(name))
            self.write(f"{indent}{name}{gap or chr(10) + indent + ' ' * first}{lines[0]}".rstrip())
            self.write("\n")
            for line in lines[1:]:
                self.write(f"{indent}{' ' * first}{line}\n")


def _stock(about: str) -> str:
    if HELP == "en":
        return about
    about = _STOCK.get(about, about)
    return about.replace("[required]", "[必須]").replace("[default: ", "[既定値: ")


class _Context(typer.Context):
    formatter_class = _Formatter


class _Command(TyperCommand):
    context_class = _Context


class _Group(TyperGroup):
    context_class = _Context


def group(about: Text, **more: Any) -> typer.Typer:
    """A Typer app with the help `about`, in the language asked for."""
    return typer.Typer(
        cls=_Group, help=about[HELP], no_args_is_help=True, rich_markup_mode=None, **more
    )


app = group(
    Text(
        en="neural-kata: exercises on neural networks that check themselves.",
        ja="neural-kata: 自分で確認できる、ニューラルネットワークの演習です。",
    ),
    name="kata",
    add_completion=True,
    pretty_exceptions_enable=False,
)


def verb(
    *, en: str, ja: str, of: typer.Typer = app, name: str | None = None
) -> Callable[[Verb], Verb]:
    """Makes a function a verb of `kata`, with its help in both languages."""
    about = Text(en=en, ja=ja)[HELP]
    return of.command(name, cls=_Command, help=about, short_help=about)


def argument(*, en: str, ja: str, **more: Any) -> Any:
    """A verb's argument, with its help in both languages."""
    return typer.Argument(help=Text(en=en, ja=ja)[HELP], **more)


def option(*names: str, en: str, ja: str, **more: Any) -> Any:
    """A verb's option, with its help in both languages."""
    return typer.Option(*names, help=Text(en=en, ja=ja)[HELP], **more)


Lang = Annotated[
    str,
    option(
        "--lang", en="en or ja; the locale's if not given.", ja="en か ja。省くとシステムの言語。"
    ),
]


@app.callback()
def _kata(lang: Lang = "") -> None:
    language(lang)


def run() -> None:
    """Runs the verb on the command line. What a user can put right ends in words, no traceback."""
    try:
        sys.exit(app(standalone_mode=False))
    except Trouble as error:
        say(error.text[asked(sys.argv[1:])].splitlines(), err=True)
        sys.exit(WRONG_USE)
    except typer.TyperException as error:
        _wrong_use(error)
        sys.exit(getattr(error, "exit_code", WRONG_USE))
    except (KeyboardInterrupt, typer.Abort):
        sys.exit(INTERRUPTED)
    except BrokenPipeError:  # `kata diff 07 | head`
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(FAILED)


def _wrong_use(error: Any) -> None:
    """What is wrong with the command line, and how to get help."""
    message = error.format_message()
    if HELP == "ja":
        for pattern, words in _WRONG_USE:
            message = re.sub(f"^{pattern}$", words, message)
    say(message.splitlines(), err=True)
    context = getattr(error, "ctx", None)
    if context is not None and type(error).__name__ != "NoArgsIsHelpError":
        how = f"{context.command_path} --help"
        say([Text(en=f"Help: {how}", ja=f"使い方: {how}")[HELP]], err=True)
