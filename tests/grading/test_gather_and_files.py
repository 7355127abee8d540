"""What a learner hands in is read in every form, and what can't be read gets a clear line."""

from __future__ import annotations

import io
import json
import tempfile
import warnings
import zipfile
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from autograder.course import catalogue
from autograder.grading.files import read
from autograder.grading.gather import UnreadableSubmission, gather

CODE = "def dense_parameters(n_in, n_out):\n    return n_in * n_out + n_out\n"


@pytest.fixture
def build():
    return catalogue.find("07_build")


def notebook(*cells: dict | str) -> str:
    made = [c if isinstance(c, dict) else {"cell_type": "code", "source": c} for c in cells]
    return json.dumps({"cells": made, "metadata": {}, "nbformat": 4, "nbformat_minor": 5})


def refusal(path: Path, assignment, starters=()) -> str:
    with pytest.raises(UnreadableSubmission) as caught:
        read(path, assignment, starters)
    assert caught.value.text.ja  # every line exists in Japanese too
    return caught.value.text.en


def test_a_module_becomes_one_cell_that_is_not_main(tmp_path, build):
    (tmp_path / "build.py").write_text(CODE)
    work = read(tmp_path, build)
    assert (work.form, work.program.module) == ("module", "build")
    assert work.program.cells == ((CODE, "build.py"),)


def test_a_notebook_becomes_its_code_cells_in_order(tmp_path, build):
    text = {"cell_type": "markdown", "source": "# Title"}
    (tmp_path / "build.ipynb").write_text(notebook("x = 1", text, ["y = 2\n", "z = 3"]))
    work = read(tmp_path, build)
    assert work.program.module == "__main__"
    assert [source for source, _ in work.program.cells] == ["x = 1", "y = 2\nz = 3"]
    assert work.program.cells[1][1] == "build.ipynb, cell 3"


def test_cells_for_the_learner_alone_and_grade_cells_are_left_out(tmp_path, build):
    skipped = {
        "cell_type": "code",
        "source": "train()",
        "metadata": {"tags": ["skip-execution"]},
    }
    graded = {
        "cell_type": "code",
        "source": "check()",
        "metadata": {"nbgrader": {"grade": True, "solution": False, "grade_id": "x"}},
    }
    (tmp_path / "build.ipynb").write_text(notebook("x = 1", skipped, graded))
    assert len(read(tmp_path, build).program.cells) == 1


def test_a_notebook_under_another_name_is_taken_if_it_is_the_only_one(tmp_path, build):
    (tmp_path / "Copy of build (3).ipynb").write_text(notebook(CODE))
    assert read(tmp_path, build).name == "Copy of build (3).ipynb"


def test_other_files_go_along_but_tests_do_not(tmp_path, build):
    (tmp_path / "build.py").write_text(CODE)
    (tmp_path / "random.py").write_text("x = 1")
    (tmp_path / "test_build.py").write_text("assert False")
    (tmp_path / ".secret").write_text("x")
    assert set(read(tmp_path, build).program.files) == {"random.py"}


def test_an_untouched_notebook_beside_a_filled_in_module_does_not_count(tmp_path, build):
    starter = tmp_path / "starter"
    starter.mkdir()
    (starter / "build.ipynb").write_text(notebook("raise NotImplementedError"))
    own = tmp_path / "own"
    own.mkdir()
    (own / "build.ipynb").write_text(notebook("raise  NotImplementedError\n"))
    (own / "build.py").write_text(CODE)
    assert read(own, build, [starter]).form == "module"


def test_notebook_and_module_that_agree_are_one_submission(tmp_path, build):
    (tmp_path / "build.ipynb").write_text(notebook("%matplotlib inline\n" + CODE, "# more"))
    (tmp_path / "build.py").write_text("# a comment\n" + CODE)
    assert read(tmp_path, build).form == "notebook"


def test_notebook_and_module_that_differ_are_a_question(tmp_path, build):
    (tmp_path / "build.ipynb").write_text(notebook(CODE))
    (tmp_path / "build.py").write_text(CODE.replace("+", "-"))
    assert "Which one counts?" in refusal(tmp_path, build)


def zipped(path: Path, **files: bytes) -> Path:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in files.items():
            archive.writestr(name.replace("__", "/"), data)
    return path


def test_a_zip_is_opened_also_with_a_folder_in_it(tmp_path, build):
    path = zipped(tmp_path / "07_build.zip", **{"07_build__build.py": CODE.encode()})
    assert read(path, build).name == "build.py"


def test_a_zip_in_the_folder_is_opened_where_nothing_else_is_there(tmp_path, build):
    zipped(tmp_path / "hand-in.zip", **{"build.py": CODE.encode()})
    assert read(tmp_path, build).name == "build.py"


@pytest.mark.parametrize("name", ["../evil.py", "/etc/evil.py", "a/../../evil.py", "..\\evil.py"])
def test_a_zip_that_reaches_outside_its_folder_is_refused(tmp_path, build, name):
    path = tmp_path / "x.zip"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr(name, "x")
    assert "outside its folder" in refusal(path, build)


def test_a_link_in_a_zip_is_refused(tmp_path, build):
    path = tmp_path / "x.zip"
    link = zipfile.ZipInfo("build.py")
    link.external_attr = 0o120777 << 16
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr(link, "/etc/passwd")
    assert "outside its folder" in refusal(path, build)


def test_a_file_and_a_folder_of_one_name_are_refused(tmp_path, build):
    path = zipped(tmp_path / "x.zip", **{"build.py": CODE.encode(), "a": b"", "a__b.txt": b""})
    assert "both a file and a folder with the name 'a'" in refusal(path, build)


def test_folders_written_as_windows_does_are_folders(tmp_path, build):
    path = tmp_path / "x.zip"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("build.py", CODE)
        archive.writestr("data\\", "")
        archive.writestr("data\\table.csv", "1")
    assert read(path, build).program.files == {"data/table.csv": b"1"}


def test_a_name_longer_than_a_disk_holds_is_cut_and_keeps_its_suffix(tmp_path, build):
    path = zipped(tmp_path / "x.zip", **{"build.py": CODE.encode(), "図" * 100 + ".png": b"x"})
    (name,) = read(path, build).program.files
    assert name == "図" * 83 + ".png"
    (tmp_path / name).write_bytes(b"")  # a disk takes it


PARTS = st.lists(st.text("aé語. \\/:*", max_size=120), max_size=4).map("/".join)


@settings(max_examples=60, deadline=None)
@given(names=st.lists(PARTS, min_size=1, max_size=5))
def test_whatever_a_zip_calls_its_files_a_folder_can_hold_what_is_gathered(names):
    with tempfile.TemporaryDirectory() as folder, warnings.catch_warnings():
        warnings.simplefilter("ignore")  # of a name that comes twice
        path = Path(folder) / "x.zip"
        with zipfile.ZipFile(path, "w") as archive:
            for name in names:
                archive.writestr(name or "x", b"1")
        try:
            files = gather(path)
        except UnreadableSubmission:
            return
        out = Path(folder) / "out"
        for name, data in files.items():
            (out / name).parent.mkdir(parents=True, exist_ok=True)
            (out / name).write_bytes(data)
        written = {f.relative_to(out).as_posix() for f in out.rglob("*") if f.is_file()}
        assert written == set(files)


def test_folders_deeper_than_can_be_written_are_refused(tmp_path, build):
    path = zipped(tmp_path / "x.zip", **{"build.py": CODE.encode(), "d__" * 41 + "x": b""})
    assert "deeper than anything can be written" in refusal(path, build)


def test_a_zip_bomb_is_refused_without_unpacking_it_all(tmp_path, build):
    path = tmp_path / "x.zip"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        with archive.open("build.py", "w", force_zip64=True) as stream:
            for _ in range(200):
                stream.write(bytes(1 << 20))
    assert path.stat().st_size < 1 << 20
    assert "too large" in refusal(path, build)


def test_a_broken_zip_gets_a_clear_line(tmp_path, build):
    good = io.BytesIO()
    with zipfile.ZipFile(good, "w") as archive:
        archive.writestr("build.py", CODE)
    path = tmp_path / "x.zip"
    path.write_bytes(good.getvalue()[:-30])
    assert "not a zip file" in refusal(path, build)


def test_links_in_a_folder_are_not_followed(tmp_path, build):
    secret = tmp_path / "secret.py"
    secret.write_text(CODE)
    own = tmp_path / "own"
    own.mkdir()
    (own / "build.py").symlink_to(secret)
    assert "No build.ipynb and no build.py" in refusal(own, build)


@pytest.mark.parametrize(
    ("content", "line"),
    [
        ("this is no JSON", "not valid notebook JSON"),
        ("[]", "not valid notebook JSON"),
        ('{"cells": 3}', "not valid notebook JSON"),
        ('{"cells": [1]}', "not valid notebook JSON"),
        ("[" * 100_000, "not valid notebook JSON"),
        ("", "not valid notebook JSON"),
    ],
    ids=["text", "a list", "cells is a number", "a cell is a number", "nested", "empty file"],
)
def test_a_notebook_that_is_none_gets_a_clear_line(tmp_path, build, content, line):
    (tmp_path / "build.ipynb").write_text(content)
    assert line in refusal(tmp_path, build)


def test_an_empty_notebook_is_read_and_says_so(tmp_path, build):
    (tmp_path / "build.ipynb").write_text(notebook())
    (note,) = read(tmp_path, build).notes
    assert "has no code in it" in note.en


def test_50_mb_of_outputs_are_left_out_and_said(tmp_path, build):
    output = {"output_type": "stream", "name": "stdout", "text": "x" * 50_000_000}
    (tmp_path / "build.ipynb").write_text(
        notebook({"cell_type": "code", "source": CODE, "outputs": [output]})
    )
    work = read(tmp_path, build)
    assert "outputs; they were left out" in work.notes[0].en
    assert work.program.cells[0][0] == CODE


def test_a_module_that_is_no_utf_8_gets_a_clear_line(tmp_path, build):
    (tmp_path / "build.py").write_bytes("# 日本語".encode("shift-jis"))
    assert "UTF-8" in refusal(tmp_path, build)


def test_a_folder_without_a_submission_says_what_was_looked_for(tmp_path, build):
    (tmp_path / "notes.txt").write_text("x")
    assert "No build.ipynb and no build.py" in refusal(tmp_path, build)


def test_a_path_that_does_not_exist_says_what_to_give(tmp_path, build):
    assert "does not exist" in refusal(tmp_path / "nowhere", build)
