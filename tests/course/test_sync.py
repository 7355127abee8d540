"""`assignments/` follows `solutions/`, and nobody's work is lost."""

import json
import shutil
from pathlib import Path

import pytest

from autograder.course import catalogue, places
from autograder.course.sync import NotSynced, sync

SMALL = Path(__file__).with_name("small")
FILES = ["small.ipynb", "small.py", "test_small.py"]


@pytest.fixture
def kit(chapter, tmp_path, monkeypatch):
    """A kit with the small chapter alone."""
    folder = tmp_path / "catalogue"
    folder.mkdir()
    shutil.copy(SMALL / "01_small.toml", folder)
    monkeypatch.setattr(catalogue, "FOLDER", folder)
    return chapter.kit


def tree(folder: Path) -> list[str]:
    return sorted(p.relative_to(folder).as_posix() for p in folder.rglob("*") if p.is_file())


def test_each_language_gets_notebook_module_and_public_checks(kit):
    lines = sync(kit)
    expected = [f"{folder}01_small/{name}" for folder in ("", "ja/") for name in FILES]
    assert tree(kit / "assignments") == sorted(expected)
    assert "wrote assignments/ja/01_small/small.ipynb" in lines
    japanese = (kit / "assignments" / "ja" / "01_small" / "small.py").read_text(encoding="utf-8")
    assert "小さい章" in japanese
    checks = (kit / "assignments" / "01_small" / "test_small.py").read_text()
    assert checks == (kit / "solutions" / "01_small" / "test_small.py").read_text()


def test_a_second_time_nothing_is_written(kit):
    sync(kit)
    before = {p: p.stat().st_mtime_ns for p in kit.rglob("*") if p.is_file()}
    assert sync(kit) == []
    assert sync(kit, check=True) == []
    assert {p: p.stat().st_mtime_ns for p in kit.rglob("*") if p.is_file()} == before


def test_only_what_changed_is_written(kit, chapter):
    sync(kit)
    chapter.change("それはなぜですか。", "なぜでしょうか。")
    assert sync(kit) == [
        "wrote assignments/ja/01_small/small.ipynb",
        "wrote assignments/ja/01_small/small.py",
        "wrote autograder/course/starters/ja/01_small/small.py",
    ]


def test_a_check_names_differences_and_writes_nothing(kit, chapter):
    assert len(sync(kit, check=True)) == 11
    assert not (kit / "assignments").exists()
    sync(kit)
    chapter.change("Why is that so?", "Why?")
    assert "differs assignments/01_small/small.py" in sync(kit, check=True)
    assert "Why is that so?" in (kit / "assignments" / "01_small" / "small.py").read_text()


def test_a_check_wants_each_picture_but_not_its_bytes(kit):
    sync(kit)
    path = kit / "assignments" / "01_small" / "small.ipynb"
    book = json.loads(path.read_text(encoding="utf-8"))
    book["cells"][0]["attachments"]["line.png"]["image/png"] = "AAAA"
    path.write_text(json.dumps(book), encoding="utf-8")
    assert sync(kit, check=True) == []
    del book["cells"][0]["attachments"]
    path.write_text(json.dumps(book), encoding="utf-8")
    assert sync(kit, check=True) == ["differs assignments/01_small/small.ipynb"]


def test_a_module_that_was_worked_on_is_left_alone(kit, chapter):
    sync(kit)
    path = kit / "assignments" / "01_small" / "small.py"
    path.write_text("def double(x):\n    return 2 * x\n")
    chapter.change("Why is that so?", "Why?")
    lines = sync(kit)
    assert "kept assignments/01_small/small.py: it was worked on; delete it first" in lines
    assert "wrote assignments/01_small/small.ipynb" in lines
    assert path.read_text() == "def double(x):\n    return 2 * x\n"
    path.unlink()
    assert sync(kit) == ["wrote assignments/01_small/small.py"]


@pytest.mark.parametrize("kind", ["code", "markdown"])
def test_a_notebook_that_was_worked_on_is_left_alone(kit, chapter, kind):
    sync(kit)
    path = kit / "assignments" / "01_small" / "small.ipynb"
    book = json.loads(path.read_text(encoding="utf-8"))
    filled_in = [c for c in book["cells"] if c["cell_type"] == kind and "nbgrader" in c["metadata"]]
    filled_in[0]["source"] = "my own words"
    path.write_text(json.dumps(book), encoding="utf-8")
    chapter.change("Why is that so?", "Why?")
    assert "kept assignments/01_small/small.ipynb: it was worked on; delete it first" in sync(kit)
    assert "my own words" in path.read_text()


def test_a_notebook_that_was_only_run_counts_as_untouched(kit, chapter):
    sync(kit)
    path = kit / "assignments" / "01_small" / "small.ipynb"
    book = json.loads(path.read_text(encoding="utf-8"))
    for cell in book["cells"]:
        if cell["cell_type"] == "code":
            cell.update(execution_count=1, outputs=[{"output_type": "stream", "text": "hello"}])
    path.write_text(json.dumps(book), encoding="utf-8")
    assert sync(kit) == ["wrote assignments/01_small/small.ipynb"]
    assert "hello" not in path.read_text()


def test_what_is_no_longer_made_goes_and_a_learners_files_stay(kit, chapter):
    sync(kit)
    own = kit / "assignments" / "01_small" / "table.csv"
    own.write_text("mine")
    worked_on = kit / "assignments" / "ja" / "01_small" / "small.py"
    worked_on.write_text("# mine")
    (catalogue.FOLDER / "01_small.toml").rename(catalogue.FOLDER / "02_small.toml")
    (kit / "solutions" / "01_small").rename(kit / "solutions" / "02_small")
    catalogue._assignments.cache_clear()
    lines = sync(kit)
    assert "removed assignments/01_small/small.ipynb" in lines
    assert "removed assignments/01_small/test_small.py" in lines
    assert tree(kit / "assignments" / "01_small") == ["table.csv"]
    assert "small.py" in tree(kit / "assignments" / "ja" / "01_small")
    assert tree(kit / "assignments" / "02_small") == FILES
    assert [p.name for p in (kit / "autograder/course/starters/en").iterdir()] == ["02_small"]


def test_the_packages_copy_of_a_notebook_has_what_can_be_filled_in(kit):
    sync(kit)
    copy = kit / "autograder" / "course" / "starters" / "en" / "01_small" / "small.ipynb"
    cells = json.loads(copy.read_text(encoding="utf-8"))["cells"]
    assert not any("attachments" in cell for cell in cells)
    ids = [c["metadata"]["nbgrader"]["grade_id"] for c in cells if "nbgrader" in c["metadata"]]
    assert "double_solution" in ids
    assert "reflection_why" in ids
    whole = (kit / "assignments" / "01_small" / "small.ipynb").read_text(encoding="utf-8")
    code = [c["source"] for c in json.loads(whole)["cells"] if c["cell_type"] == "code"]
    assert [c["source"] for c in cells if c["cell_type"] == "code"] == code


def test_a_broken_source_is_named_and_what_it_made_before_stays(kit, chapter):
    sync(kit)
    before = tree(kit / "assignments")
    chapter.change("import numpy as np", "import os")
    for check in (True, False):
        with pytest.raises(NotSynced, match=r"01_small/small\.py:10: a learner's file does not im"):
            sync(kit, check=check)
    assert tree(kit / "assignments") == before


def test_missing_public_checks_are_named(kit):
    (kit / "solutions" / "01_small" / "test_small.py").unlink()
    with pytest.raises(NotSynced, match=r"01_small/test_small\.py:1: is missing"):
        sync(kit)


def test_the_assignments_of_this_kit_are_in_sync():
    kit = places.checkout()
    if kit is None or not (kit / "solutions").is_dir():
        pytest.skip("this is no author's checkout")
    assert sync(kit, check=True) == [], "run: make sync"
