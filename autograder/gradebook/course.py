"""`kata nbgrader init`: an nbgrader course with the kit's assignments in it."""

from __future__ import annotations

import shutil
from pathlib import Path

from autograder.course import catalogue, places
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

    nbgrader db student import students.csv
    nbgrader generate_assignment 07_build
    nbgrader release_assignment 07_build
    nbgrader collect 07_build
    kata grade submitted --nbgrader . --jobs 2   # optional: grades ahead, in parallel
    nbgrader autograde 07_build
    nbgrader formgrader                          # marks the reflections of 08 and 09 by hand
    nbgrader generate_feedback 07_build
    nbgrader release_feedback 07_build
    nbgrader export

`source/` holds the solutions: keep it from students. `notes/` has a page for each chapter: what it
is for, common mistakes, and a marking guide for the reflections.

What could not be checked (time ran out, the process died) is marked for manual grading, never zero.
A student may hand in the module (`build.py`) instead of the notebook.
""",
    ja="""# neural-kata のコース

    nbgrader db student import students.csv
    nbgrader generate_assignment 07_build
    nbgrader release_assignment 07_build
    nbgrader collect 07_build
    kata grade submitted --nbgrader . --jobs 2   # 省略可: 並列で先に採点しておきます
    nbgrader autograde 07_build
    nbgrader formgrader                          # 08 と 09 の振り返りを人が採点します
    nbgrader generate_feedback 07_build
    nbgrader release_feedback 07_build
    nbgrader export

`source/` には解答が入っています。学生には見せないでください。`notes/` には、各章のねらい、
よくある誤り、振り返りの採点の手引きがあります。

確認できなかったもの (時間切れ、異常終了) は 0 点にせず、人が採点するように記します。
学生は、ノートブックの代わりにモジュール (`build.py`) を提出することもできます。
""",
)


def init(course: Path, lang: str) -> list[Path]:
    """Makes the course folder; the files that were written.

    Raises `Trouble` if something else lies there already, or the kit's solutions are missing.
    """
    if course.exists() and (not course.is_dir() or any(course.iterdir())):
        raise Trouble(
            Text(
                en=f"{course} is there already and not empty. Choose a new folder.",
                ja=f"{course} はすでにあり、空ではありません。新しいフォルダを指定してください。",
            )
        )
    kit = places.root()
    written: list[Path] = []

    def write(name: str, text: str) -> None:
        path = course / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
        written.append(path)

    for assignment in catalogue.assignments().values():
        source = places.source(kit, assignment)
        folder = f"source/{assignment.name}"
        write(
            f"{folder}/{assignment.module}.ipynb",
            render(source, assignment, lang=lang, solution=True),
        )
        # Instructors find the notes here; nbgrader would hand out what lies in source/.
        notes = source.with_name("NOTES.md")
        if notes.is_file():
            (course / "notes").mkdir(exist_ok=True)
            shutil.copyfile(notes, course / "notes" / f"{assignment.name}.md")
            written.append(course / "notes" / f"{assignment.name}.md")
    write("nbgrader_config.py", CONFIG)
    write("students.csv", STUDENTS)
    write("README.md", README[lang])
    return written
