"""`kata export github-classroom`: the workflow of a template repository for one assignment."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from autograder.course import catalogue, places
from autograder.reports.files import write_atomic
from autograder.text import Text
from autograder.trouble import Trouble

WORKFLOW = """\
# GitHub Classroom: checks {name} whenever it is pushed, with the public checks in this repository.
name: Autograding Tests
"on":
  - push
  - workflow_dispatch
permissions:
  actions: read
  contents: read
jobs:
  run-autograding-tests:
    runs-on: ubuntu-latest
    if: github.actor != 'github-classroom[bot]'
    timeout-minutes: {minutes}
    steps:
      - name: Checkout code
        uses: actions/checkout@v4
      - name: Set up Python
        uses: actions/setup-python@v5
        with:
          python-version: "3.11"
      - name: Install the exercises
        run: pip install ./{wheel}
      - name: Public checks of {name}
        id: kata
        run: python -m autograder.learner.github {number} --lang {lang}
      # Left out where the step before could not check: then Classroom gets no points, not a zero.
      - name: Autograding Reporter
        uses: classroom-resources/autograding-grading-reporter@v1
        env:
          KATA_RESULTS: ${{{{ steps.kata.outputs.result }}}}
        with:
          runners: kata
"""
_INSTALLING = 15
"""Minutes for a machine of GitHub's to install the packages."""


def write(name: str, repository: Path | None, lang: str) -> Iterator[Text]:
    """Writes `.github/workflows/classroom.yml` into a folder that `kata release` made.

    Yields lines on what it is. Raises `Trouble` where the folder is not what students get.
    """
    assignment = catalogue.find(name)
    if repository is None:
        raise Trouble(
            Text(
                en="Into which repository? Give --out FOLDER, a folder that kata release made.",
                ja="どのリポジトリに書きますか。kata release で作ったフォルダを --out で指定して"
                "ください。",
            )
        )
    wheels = sorted(repository.glob("neural_kata_student-*.whl"))
    work = places.assignment_folder(repository, assignment, lang)
    missing = "neural_kata_student-*.whl" if not wheels else str(work.relative_to(repository))
    if not wheels or not work.is_dir():
        raise Trouble(
            Text(
                en=f"{repository} has no {missing}. Make it with: kata release --lang {lang} "
                f"--out {repository}",
                ja=f"{repository} に {missing} がありません。次のコマンドで作ってください: "
                f"kata release --lang {lang} --out {repository}",
            )
        )
    target = repository / ".github" / "workflows" / "classroom.yml"
    text = WORKFLOW.format(
        name=assignment.name,
        number=assignment.number,
        lang=lang,
        wheel=wheels[-1].name,
        minutes=_INSTALLING + assignment.minutes,
    )
    write_atomic(target, text)
    yield Text(
        en=f"Wrote {target}. Push the folder as the template repository. It runs the public checks "
        "only; grade with kata grade.",
        ja=f"{target} を書き出しました。このフォルダをテンプレートリポジトリとしてプッシュして"
        "ください。実行するのは公開の確認項目だけです。採点には kata grade を使ってください。",
    )
