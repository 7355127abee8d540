"""A step of GitHub Classroom's workflow: `python -m autograder.learner.github 07 --lang en`.

Checks the work in a student's repository with the checks that are there, which are the public
ones, and hands the result to Classroom's reporter as the step's output `result`.
"""

from __future__ import annotations

import argparse
import os
import sys
from pathlib import Path

from rich.console import Console

from autograder.grading.selfcheck import self_check
from autograder.reports import terminal
from autograder.reports.github_classroom import encoded, to_github_classroom
from autograder.text import LANGUAGES, Text, default_language
from autograder.trouble import Trouble

NO_RESULT = 2
"""Exit status: nothing was handed to the reporter, so Classroom gets no points, not even zero."""
INCOMPLETE = Text(
    en="Some checks could not be carried out, so no points are reported. Read above why, and push "
    "again.",
    ja="確認できなかった項目があるので、点数は報告しません。上の説明で理由を読んで、"
    "もう一度プッシュしてください。",
)


def report_to_classroom(name: str, lang: str, output: Path) -> int:
    """Checks an assignment, prints the report and appends the result to `output`; the exit status.

    output: the file that GitHub names in `GITHUB_OUTPUT`.
    A failed check is no failure of this step: the reporter, which comes next, fails the run.
    Raises `Trouble`.
    """
    report = self_check(name, None, lang)
    terminal.show_report(report, lang, Console())
    if not report.complete:
        print(INCOMPLETE[lang])
        return NO_RESULT
    with output.open("a", encoding="utf-8") as file:
        file.write(f"result={encoded(to_github_classroom(report, lang))}\n")
    return 0


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m autograder.learner.github")
    parser.add_argument("assignment")
    parser.add_argument("--lang", choices=LANGUAGES, default=default_language())
    asked = parser.parse_args()
    try:
        output = os.environ.get("GITHUB_OUTPUT")
        if not output:
            raise Trouble(
                Text(
                    en=f"This is for GitHub's workflow. Check your work with: kata check "
                    f"{asked.assignment}",
                    ja="これは GitHub のワークフロー用です。自分の解答を確認するには: kata check "
                    f"{asked.assignment}",
                )
            )
        return report_to_classroom(asked.assignment, asked.lang, Path(output))
    except Trouble as error:
        print(error.text[asked.lang], file=sys.stderr)
        return NO_RESULT


if __name__ == "__main__":
    sys.exit(main())
