"""`kata release`: what students get. Starters, public checks, and the package's student edition."""

from __future__ import annotations

import shutil
import subprocess
import sys
import tempfile
from importlib import metadata
from pathlib import Path

from autograder.course import catalogue, places
from autograder.text import Text
from autograder.trouble import Trouble

ROOMS = ("boundary", "course", "grading", "learner", "student", "reports", "playground")
"""Rooms of the student edition: no hidden checks, no answer keys, nothing for many submissions.

The files of `autograder/` itself, which all rooms share, are in it too.
"""

PYPROJECT = """[build-system]
requires = ["hatchling"]
build-backend = "hatchling.build"

[project]
name = "neural-kata-student"
version = "{version}"
description = "The student edition of neural-kata: exercises on neural networks that check themselves"
requires-python = ">=3.11,<3.14"
dependencies = [
{dependencies}
]

[project.scripts]
kata = "autograder.cli:main"

[project.entry-points.pytest11]
neural-kata = "autograder.grading.plugin"

[tool.hatch.build.targets.wheel]
packages = ["autograder"]
"""

GITIGNORE = """.kata/
.venv/
[0-9][0-9]_*.zip
.ipynb_checkpoints/
.pytest_cache/
__pycache__/
"""
"""For those who keep their work in Git: what `kata`, Jupyter and pytest write beside it."""

README = Text(
    en="""# Exercises on neural networks

    python3 -m venv .venv
    source .venv/bin/activate      # again in each new terminal; Windows: .venv\\Scripts\\activate
    pip install {wheel} pytest
    kata start                     # which assignment comes next, and where to write
    pytest {folder}/07_build       # checks your work and says what to do next
    kata check 07                  # the same, with points
    kata hint 07 1                 # a hint for task 1, one step at a time
    kata submit 07                 # makes the zip to hand in

Do each assignment in the notebook **or** in the module, whichever you like, and hand that one in.
""",
    ja="""# ニューラルネットワークの演習

    python3 -m venv .venv
    source .venv/bin/activate            # 端末を開くたびに。Windows では .venv\\Scripts\\activate
    pip install {wheel} pytest
    kata start --lang ja                 # 次の課題と、どこに書くか
    pytest {folder}/07_build             # 解答を確認し、次にすることを教えてくれます
    kata check 07 --lang ja              # 同じ確認を、点数つきで
    kata hint 07 1 --lang ja             # 課題 1 のヒントを 1 段階ずつ
    kata submit 07 --lang ja             # 提出用の zip を作ります

課題は、ノートブックかモジュールの好きなほうで解き、そのファイルを提出してください。
""",
)


def release(out: Path, lang: str, *, wheel: bool = True) -> list[Path]:
    """Writes the students' edition into `out`; the files and folders that were made.

    lang: language of the assignments.
    wheel: whether to build the package too.
    Raises `Trouble` if `out` is there and not empty, or the wheel can't be built.
    """
    if out.exists() and (not out.is_dir() or any(out.iterdir())):
        raise Trouble(
            Text(
                en=f"{out} is there already and not empty. Choose a new folder.",
                ja=f"{out} はすでにあり、空ではありません。新しいフォルダを指定してください。",
            )
        )
    kit = places.root()
    made: list[Path] = []
    for assignment in catalogue.assignments().values():
        source = places.assignment_folder(kit, assignment, lang)
        if not source.is_dir():
            raise Trouble(
                Text(
                    en=f"{source} is missing. Make it with: kata sync",
                    ja=f"{source} がありません。kata sync で作ってください。",
                )
            )
        target = out / source.relative_to(kit)
        target.mkdir(parents=True)
        # A learner's own work in the instructor's clone must not go out with the starters.
        pristine = places.STARTERS / lang / assignment.name
        for name in (f"{assignment.module}.ipynb", f"{assignment.module}.py"):
            _require_untouched(source / name, pristine / name)
        for name in (
            f"{assignment.module}.ipynb",
            f"{assignment.module}.py",
            f"test_{assignment.module}.py",
        ):
            shutil.copyfile(source / name, target / name)
        made.append(target)
    name = build_wheel(out).name if wheel else "neural-kata-student"
    folder = "assignments" if lang == "en" else f"assignments/{lang}"
    (out / "README.md").write_text(README[lang].format(wheel=name, folder=folder), encoding="utf-8")
    (out / ".gitignore").write_text(GITIGNORE, encoding="utf-8")
    return [*made, out / "README.md"]


def _require_untouched(file: Path, pristine: Path) -> None:
    from autograder.grading.files import is_untouched

    if pristine.is_file() and not is_untouched(file, pristine):
        raise Trouble(
            Text(
                en=f"{file} was worked on. Delete it and make it again with: kata sync",
                ja=f"{file} に書き込みがあります。削除して kata sync で作り直してください。",
            )
        )


def build_wheel(out: Path) -> Path:
    """Builds the student edition's wheel into `out`. Raises `Trouble`."""
    with tempfile.TemporaryDirectory(prefix="kata-wheel-") as folder:
        stage = Path(folder)
        ignore = shutil.ignore_patterns("__pycache__", "*.pyc")
        for room in ROOMS:
            shutil.copytree(places.PACKAGE / room, stage / "autograder" / room, ignore=ignore)
        for file in places.PACKAGE.glob("*.py"):
            shutil.copyfile(file, stage / "autograder" / file.name)
        needs = [r for r in metadata.requires("neural-kata") or [] if "extra ==" not in r]
        needs = [r for r in needs if not r.startswith(("nbgrader", "pyseccomp"))]
        lines = "\n".join(f'    "{requirement}",' for requirement in sorted(needs))
        (stage / "pyproject.toml").write_text(
            PYPROJECT.format(version=metadata.version("neural-kata"), dependencies=lines)
        )
        command = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", "dist"]
        done = subprocess.run(command, cwd=stage, capture_output=True, text=True)
        if done.returncode != 0:
            raise Trouble(
                Text(
                    en=f"The wheel could not be built:\n{done.stderr.strip()}",
                    ja=f"wheel を作れませんでした:\n{done.stderr.strip()}",
                )
            )
        (built,) = (stage / "dist").glob("*.whl")
        out.mkdir(parents=True, exist_ok=True)
        return Path(shutil.copy(built, out / built.name))
