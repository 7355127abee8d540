"""`grades.json`: every result of a class for programs, as `schema.json` beside this file says."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from importlib.metadata import version
from importlib.resources import files
from pathlib import Path
from textwrap import indent
from typing import Any

from autograder.report import CheckResult, Report
from autograder.reports.files import write_stream
from autograder.reports.names import encodable, shorten
from autograder.reports.summary import in_order, points
from autograder.text import Text
from autograder.trouble import Trouble
from autograder.visible import visible

# Valid in JSON, but they would reorder or break what a person sees in an editor or terminal.
_MISLEADING = re.compile("[\x7f-\x9f\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff]")


def schema() -> dict[str, Any]:
    """The JSON Schema (2020-12) of `grades.json`; `$defs/result` is one submission's file."""
    text = (files("autograder.reports") / "schema.json").read_text(encoding="utf-8")
    return json.loads(text)


def result(report: Report, lang: str) -> dict[str, Any]:
    """One submission. Marks that a person has yet to give are in `manual_points` only."""
    return {
        "student": encodable(report.student),
        "assignment": encodable(report.assignment),
        "score": float(report.score),
        "max_score": float(report.max_score),
        "manual_points": float(report.manual_points),
        "complete": report.complete,
        "sandboxed": report.sandboxed,
        "seconds": round(float(report.seconds), 3),
        "checks": [_check(check, lang) for check in report.checks],
        "notes": [encodable(note[lang]) for note in report.notes],
    }


def _check(check: CheckResult, lang: str) -> dict[str, Any]:
    return {
        "name": encodable(check.name),
        "task": encodable(check.task),
        "title": encodable(check.title[lang]),
        "outcome": check.outcome,
        "points": float(check.points),
        "max_points": float(check.max_points),
        "message": encodable(check.message[lang]),
        "hint": encodable(check.hint[lang]),
    }


def dumps(value: dict[str, Any]) -> str:
    """Readable JSON: Japanese as it is, misleading characters as `\\u` escapes.

    Raises ValueError for NaN or an infinity: JSON has neither, and a grade must not be one.
    """
    text = json.dumps(value, ensure_ascii=False, indent=1, allow_nan=False) + "\n"
    return _MISLEADING.sub(lambda m: f"\\u{ord(m[0]):04x}", text)


def write(results: Iterable[str], out: Path | str, lang: str) -> Path:
    """Writes `out/grades.json` and says where. Raises `OutputError`.

    results: `dumps(result(report, lang))` of each submission, by student and assignment.
    """
    path = Path(out) / "grades.json"
    write_stream(path, _parts(results, lang))
    return path


def _parts(results: Iterable[str], lang: str) -> Iterator[str]:
    """The text of the file, a submission at a time."""
    empty = dumps({"kit": version("neural-kata"), "lang": lang, "results": []})
    before, after = empty.rsplit("]", 1)
    yield before
    separator = ""
    for text in results:
        yield separator + "\n" + indent(text.rstrip("\n"), "  ")
        separator = ","
    yield ("\n ]" if separator else "]") + after


@dataclass(frozen=True)
class Graded:
    """What a `grades.json` holds."""

    lang: str
    """The language of all its texts."""
    reports: tuple[Report, ...]
    """By student and assignment. Their texts are in `lang` in both languages; the seconds of single
    checks, curves and reflections are not in the file."""


class GradesError(Trouble):
    """A `grades.json` is missing, or is not what `kata grade` wrote; `text` says where and what."""


def read(path: Path | str) -> Graded:
    """Reads a `grades.json`, or the one in a folder that `kata grade` wrote.

    The file is held against the schema, and scores against the checks they add up.
    Raises `GradesError`.
    """
    path = Path(path)
    path = path / "grades.json" if path.is_dir() else path
    value = _parsed(path)
    _require_schema(path, value)
    for i, one in enumerate(value["results"]):
        _require_sums(path, f"results[{i}]", one)
    reports = tuple(_report(one) for one in value["results"])
    seen: set[tuple[str, str]] = set()
    for report in reports:
        who = (report.student, report.assignment)
        if who in seen:
            raise _broken(path, "results", f"{visible('/'.join(who))} stands there twice")
        seen.add(who)
    return Graded(value["lang"], tuple(in_order(reports)))


def _parsed(path: Path) -> Any:
    shown = visible(str(path))
    try:
        return json.loads(path.read_text(encoding="utf-8"), parse_constant=_no_number)
    except FileNotFoundError as error:
        raise GradesError(
            Text(
                en=f"There is no {shown}. Grade first: kata grade SUBMITTED --out FOLDER",
                ja=f"{shown} がありません。まず採点してください: kata grade SUBMITTED --out フォルダ",
            )
        ) from error
    except OSError as error:
        raise GradesError(
            Text(
                en=f"{shown} can't be read: {error.strerror}.",
                ja=f"{shown} を読めません: {error.strerror}",
            )
        ) from error
    except json.JSONDecodeError as error:
        place = f"line {error.lineno}, column {error.colno}"
        raise _broken(path, place, f"no JSON ({error.msg})") from error
    except UnicodeDecodeError as error:
        raise _broken(path, f"byte {error.start}", "no UTF-8") from error
    except ValueError as error:  # NaN, an infinity, or digits without end
        raise _broken(path, "a number", shorten(str(error), 100)) from error
    except RecursionError as error:
        raise _broken(path, "the file", "nested too deeply") from error


def _no_number(name: str) -> Any:
    raise ValueError(f"{name} is no number in JSON")


def _require_schema(path: Path, value: Any) -> None:
    import fastjsonschema  # jsonschema takes seconds to import

    try:
        _compiled_schema()(value)
    except fastjsonschema.JsonSchemaValueException as error:
        place = str(error.name).removeprefix("data").removeprefix(".") or "the file"
        problem = error.message.removeprefix(f"{error.name} ")
        if error.rule == "required":
            problem = (
                f"{next(key for key in error.rule_definition if key not in error.value)} is missing"
            )
        raise _broken(path, place, shorten(visible(problem), 200)) from error


@cache
def _compiled_schema() -> Callable[[Any], Any]:
    import fastjsonschema

    # It needs neither, and takes them for addresses to fetch from.
    rules = {key: rule for key, rule in schema().items() if key not in ("$id", "$schema")}
    return fastjsonschema.compile(rules)


def _require_sums(path: Path, place: str, one: dict[str, Any]) -> None:
    """A score that was changed by hand, and its checks not, would be exported without a reason."""
    judged = [check for check in one["checks"] if check["outcome"] != "manual"]
    for what, field in (("score", "points"), ("max_score", "max_points")):
        total = round(sum(check[field] for check in judged), 6)
        if abs(one[what] - total) > 1e-6:
            problem = (
                f"{points(one[what])}, but the {field} of its checks add up to {points(total)}"
            )
            raise _broken(path, f"{place}.{what}", problem)
    for i, check in enumerate(one["checks"]):
        if check["points"] > check["max_points"]:
            problem = f"{points(check['points'])} is more than max_points"
            raise _broken(path, f"{place}.checks[{i}].points", problem)
    if one["complete"] == any(check["outcome"] == "error" for check in judged):
        raise _broken(path, f"{place}.complete", "it does not fit the outcomes of the checks")


def _broken(path: Path, place: str, problem: str) -> GradesError:
    shown = visible(str(path))
    return GradesError(
        Text(
            en=f"{shown} is not as kata grade writes it. {place}: {problem}. Grade again; what has "
            "not changed is not graded again.",
            ja=f"{shown} は kata grade が書いたままのファイルではありません。{place}: {problem}。"
            "もう一度採点してください (変わっていないものは採点し直しません)。",
        )
    )


def _report(one: dict[str, Any]) -> Report:
    def text(words: str) -> Text:
        return Text(en=words, ja=words)

    checks = tuple(
        CheckResult(
            name=check["name"],
            task=check["task"],
            title=text(check["title"]),
            outcome=check["outcome"],
            points=float(check["points"]),
            max_points=float(check["max_points"]),
            message=text(check["message"]),
            hint=text(check["hint"]),
        )
        for check in one["checks"]
    )
    return Report(
        student=one["student"],
        assignment=one["assignment"],
        checks=checks,
        seconds=float(one["seconds"]),
        sandboxed=one["sandboxed"],
        notes=tuple(text(note) for note in one["notes"]),
    )
