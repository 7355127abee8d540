"""`kata nbgrader init`: an nbgrader course with the kit's assignments in it."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Iterable
from pathlib import Path

from autograder.course import catalogue, places
from autograder.course.catalogue import Assignment
from autograder.course.source import render
from autograder.text import Text
from autograder.trouble import Trouble

CONFIG = """# nbgrader's settings for this course. The kit's part is the last line.
from autograder.gradebook import configure

c = get_config()  # noqa: F821  nbgrader defines it
c.CourseDirectory.course_id = "neural-kata"
configure(c)
"""

STUDENTS = """id,first_name,last_name,email
aoi,Aoi,Tanaka,aoi@example.org
ben,Ben,Smith,ben@example.org
"""

README = Text(
    en="""# A course with neural-kata

With the kit's virtual environment activated (`source …/.venv/bin/activate`), in this folder:

    nbgrader db student import students.csv
    nbgrader generate_assignment 07_build
    nbgrader release_assignment 07_build
    nbgrader collect 07_build
    kata grade submitted --nbgrader . --jobs 2   # optional: grades ahead, in parallel
    nbgrader autograde 07_build
    jupyter lab                                  # Nbgrader > Formgrader: mark 08 and 09 by hand
    nbgrader generate_feedback 07_build
    nbgrader release_feedback 07_build
    nbgrader export

`source/` holds the solutions: keep it from students. `notes/` has a page for each chapter: what it
is for, common mistakes, and a marking guide for the reflections, which formgrader shows below each
answer.

What could not be checked (time ran out, the process died) is marked for manual grading, never zero.
A student may hand in the module (`build.py`) instead of the notebook.
""",
    ja="""# neural-kata のコース

キットの仮想環境を有効にして (`source …/.venv/bin/activate`)、このフォルダで実行します。

    nbgrader db student import students.csv
    nbgrader generate_assignment 07_build
    nbgrader release_assignment 07_build
    nbgrader collect 07_build
    kata grade submitted --nbgrader . --jobs 2   # 省略可: 並列で先に採点しておきます
    nbgrader autograde 07_build
    jupyter lab                                  # Nbgrader > Formgrader で 08 と 09 の振り返りを採点
    nbgrader generate_feedback 07_build
    nbgrader release_feedback 07_build
    nbgrader export

`source/` には解答が入っています。学生には見せないでください。`notes/` には、各章のねらい、
よくある誤り、振り返りの採点の手引きがあります。手引きは formgrader で解答の下にも表示されます。

確認できなかったもの (時間切れ、異常終了) は 0 点にせず、人が採点するように記します。
学生は、ノートブックの代わりにモジュール (`build.py`) を提出することもできます。
""",
)


def init(course: Path, lang: str, only: Iterable[str] = ()) -> list[Path]:
    """Makes the course folder, whole or not at all; the files that were written.

    only: names of the assignments to take; all if there are none.
    Raises `Trouble` if something else lies there already, an assignment is unknown, or the kit's
    solutions are missing.
    """
    if course.exists() and (not course.is_dir() or any(course.iterdir())):
        raise Trouble(
            Text(
                en=f"{course} is there already and not empty. Choose a new folder.",
                ja=f"{course} はすでにあり、空ではありません。新しいフォルダを指定してください。",
            )
        )
    chosen = [catalogue.find(name) for name in only] or list(catalogue.assignments().values())
    kit = places.checkout() or places.clone()
    course.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix=".kata-", dir=course.parent) as scratch:
        made = Path(scratch, "course")
        for assignment in chosen:
            _assignment(made, kit, assignment, lang)
        (made / "nbgrader_config.py").write_text(CONFIG, encoding="utf-8")
        (made / "students.csv").write_text(STUDENTS, encoding="utf-8")
        (made / "README.md").write_text(README[lang], encoding="utf-8")
        if course.exists():
            course.rmdir()
        made.rename(course)
    return sorted(path for path in course.rglob("*") if path.is_file())


def _assignment(made: Path, kit: Path, assignment: Assignment, lang: str) -> None:
    """`source/07_build/` as nbgrader expects it, and the notes of the chapter."""
    source = places.source(kit, assignment)
    folder = made / "source" / assignment.name
    folder.mkdir(parents=True)
    (folder / f"{assignment.module}.ipynb").write_text(
        render(source, assignment, lang=lang, solution=True), encoding="utf-8"
    )
    # What else lies in source/ is handed out as it is: so this is the starter.
    (folder / f"{assignment.module}.py").write_text(
        render(source, assignment, lang=lang, form="module"), encoding="utf-8"
    )
    shutil.copyfile(places.public_checks(assignment), folder / f"test_{assignment.module}.py")
    notes = source.with_name("NOTES.md")
    if notes.is_file():
        (made / "notes").mkdir(exist_ok=True)
        shutil.copyfile(notes, made / "notes" / f"{assignment.name}.md")
