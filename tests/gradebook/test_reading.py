"""What is taken from a submission, and what is not."""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import Any

import nbformat
import pytest

from autograder.course import catalogue
from autograder.gradebook.cells import MAX_OUTPUT, MAX_OUTPUTS, tidy
from autograder.gradebook.exchange import (
    TooLarge,
    complete,
    complete_all,
    copy_plain,
    mend_timestamp,
)
from autograder.gradebook.restore import Original, restored

pytestmark = pytest.mark.nbgrader

NEURON = catalogue.find("02_neuron")
OVERFITTING = catalogue.find("08_overfitting")
KNOWN = {
    "relu_solution": Original("relu_solution", "code", "TODO", "a", False, True, None),
    "relu": Original("relu", "code", 'check("02_neuron", "relu")', "b", True, False, 2.0),
}
REFLECTION = {
    "reflection_stop": Original("reflection_stop", "markdown", "(Write.)", "c", False, True, 1.0)
}


def notebook(*cells: Any, **more: Any) -> bytes:
    return json.dumps({"cells": list(cells), "metadata": {}, "nbformat": 4, **more}).encode()


def code(source: Any, **more: Any) -> dict[str, Any]:
    return {"cell_type": "code", "source": source, "metadata": {}, "outputs": [], **more}


def marked(source: str, name: Any, kind: str = "code") -> dict[str, Any]:
    return code(source, cell_type=kind, metadata={"nbgrader": {"grade_id": name, "points": 99}})


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"{not json",
        b"\xff\xfe\x00",
        b"[]",
        b'"cells"',
        b'{"cells": 3}',
        b"[" * 100_000,
        b'{"cells": [1, null, "x"]}',
    ],
)
def test_what_is_no_notebook_becomes_an_empty_one(data: bytes) -> None:
    assert tidy(data).cells == []


@pytest.mark.parametrize(
    "change",
    [
        {"source": 3},
        {"source": ["a\n", None, {"b": 1}]},
        {"metadata": []},
        {"metadata": {"nbgrader": "yes", "tags": 5}},
        {"outputs": "none"},
        {"outputs": [None, {"output_type": "stream", "text": {"a": 1}}]},
        {"outputs": [{"output_type": "display_data", "data": [1]}]},
        {"outputs": [{"output_type": "error", "traceback": "x"}]},
        {"outputs": [{"output_type": 7}]},
        {"execution_count": "x"},
        {"cell_type": ["code"]},
        {"id": "no id: <b>"},
        {"source": "\ud800 a lone surrogate"},
        {"attachments": {"a.png": "x"}, "cell_type": "markdown"},
    ],
)
def test_wrong_types_are_put_right(change: dict[str, Any]) -> None:
    import nbformat

    found = tidy(notebook(code("x = 1") | change))
    nbformat.validate(found)
    assert len(found.cells) == 1
    nbformat.writes(found).encode()


def test_ids_that_are_there_twice_are_made_single() -> None:
    found = tidy(notebook(code("a", id="one"), code("b", id="one")))
    assert len({cell.id for cell in found.cells}) == 2


def test_outputs_are_text_and_pictures_only() -> None:
    data = {
        "text/plain": "shown",
        "image/png": "cG5n",
        "text/html": "<script>",
        "application/javascript": "alert(1)",
        "image/svg+xml": "<svg onload=alert(1)>",
        "application/vnd.jupyter.widget-view+json": {},
    }
    cell = code("x", outputs=[{"output_type": "display_data", "data": data, "metadata": {"a": 1}}])
    found = tidy(notebook(cell)).cells[0].outputs[0]
    assert found.data == {"text/plain": "shown", "image/png": "cG5n"}
    assert found.metadata == {}


def test_outputs_are_kept_up_to_a_size_and_it_is_said_how_much_is_left_out() -> None:
    long = {"output_type": "stream", "name": "stdout", "text": "x" * (MAX_OUTPUT // 2)}
    found = tidy(notebook(code("x", outputs=[long] * 3))).cells[0].outputs
    assert len(found) == 2
    assert found[1].text.startswith("[250,")
    assert "were left out]" in found[1].text
    whole = tidy(notebook(*[code("x", outputs=[long])] * 30))
    assert len(json.dumps(whole)) < MAX_OUTPUTS * 1.1


def put_back(cells: list[dict[str, Any]], **about: Any) -> list[Any]:
    known = about.pop("known", KNOWN)
    assignment = about.pop("assignment", NEURON)
    answers = about.pop("answers", None)
    return restored(tidy(notebook(*cells)).cells, known, assignment, answers, "en")


def names(cells: list[Any]) -> list[str]:
    return [c.metadata.get("nbgrader", {}).get("grade_id", "-") for c in cells]


def test_marks_come_from_the_gradebook() -> None:
    found = put_back([marked("def relu(z): ...", "relu_solution"), marked("9.0", "relu")])
    assert found[0].source == "def relu(z): ..."
    assert found[1].source == 'check("02_neuron", "relu")'
    assert found[1].metadata.nbgrader == {
        "grade": True,
        "solution": False,
        "locked": True,
        "task": False,
        "cell_type": "code",
        "grade_id": "relu",
        "checksum": "b",
        "schema_version": 3,
        "points": 2.0,
    }


@pytest.mark.parametrize("name", ["unknown", 7, None, ["relu"], {"a": 1}, ""])
def test_unknown_marks_are_dropped(name: Any) -> None:
    found = put_back([marked("x", name), marked("y", "relu_solution"), marked("z", "relu")])
    assert names(found) == ["-", "relu_solution", "relu"]


def test_a_deleted_check_comes_back_behind_its_answer() -> None:
    found = put_back([code("import numpy"), marked("x", "relu_solution"), code("last")])
    assert names(found) == ["-", "relu_solution", "-", "relu", "-"]
    assert found[2].source == "**The cell `relu` was missing; it was put back.**"


def test_a_deleted_check_comes_back_at_the_end_if_its_answer_is_gone_as_well() -> None:
    assert names(put_back([code("x")])) == ["-", "-", "relu"]


def test_of_copies_the_first_that_was_written_in_counts() -> None:
    answers = ["TODO", "mine", "another"]
    found = put_back([*(marked(a, "relu_solution") for a in answers), marked("", "relu")])
    assert names(found) == ["-", "relu_solution", "-", "relu"]
    assert found[1].source == "mine"


def test_a_cell_of_another_kind_gets_its_own_back() -> None:
    stop = marked("Stop at 8.", "reflection_stop", "code")
    (found,) = put_back([stop], known=REFLECTION, assignment=OVERFITTING)
    assert (found.cell_type, found.source) == ("markdown", "Stop at 8.")
    assert "outputs" not in found


def test_a_reflection_of_a_module_is_put_where_it_is_marked() -> None:
    answers = {"reflection_stop": "\nI stop at 8.\n"}
    title, found = put_back([], known=REFLECTION, assignment=OVERFITTING, answers=answers)
    assert title.source == "### When would you stop?"
    assert found.source.strip() == "I stop at 8."
    assert found.metadata.nbgrader.points == 1.0


def test_a_reflection_that_a_module_left_as_it_was_stays_untouched() -> None:
    answers = {"reflection_stop": "\n(Write.)\n"}
    *_, found = put_back([], known=REFLECTION, assignment=OVERFITTING, answers=answers)
    assert found.source == "(Write.)"


def test_collecting_follows_no_link_and_opens_no_pipe(tmp_path: Path) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text("the instructor's")
    handed = tmp_path / "handed"
    (handed / "inner").mkdir(parents=True)
    (handed / "neuron.py").write_text("x = 1")
    (handed / "inner" / "data.csv").write_text("1")
    os.symlink(secret, handed / "secret.txt")
    os.symlink("/dev/zero", handed / "neuron.ipynb")
    os.symlink(tmp_path, handed / "inner" / "folder")
    os.mkfifo(handed / "pipe")
    left_out = copy_plain(handed, tmp_path / "copy", 1000)
    assert {p.name for p in left_out} == {"secret.txt", "neuron.ipynb", "folder", "pipe"}
    copied = {p.relative_to(tmp_path / "copy").as_posix() for p in (tmp_path / "copy").rglob("*")}
    assert copied == {"neuron.py", "inner", "inner/data.csv"}


def test_collecting_stops_at_a_size(tmp_path: Path) -> None:
    (tmp_path / "handed").mkdir()
    (tmp_path / "handed" / "big.bin").write_bytes(b"x" * 2000)
    with pytest.raises(TooLarge, match=r"big.bin has 2,000 bytes, more than 1,000"):
        copy_plain(tmp_path / "handed", tmp_path / "copy", 1000)


def submission(tmp_path: Path, **files: bytes) -> Path:
    folder = tmp_path / "aoi" / "02_neuron"
    folder.mkdir(parents=True)
    for name, data in files.items():
        (folder / name.replace("_DOT_", ".")).write_bytes(data)
    return folder


def test_beside_a_module_lies_the_notebook_as_it_was_handed_out(tmp_path: Path) -> None:
    folder = submission(tmp_path, neuron_DOT_py=b"x = 1")
    assert complete(folder)
    assert b"TODO 1" in (folder / "neuron.ipynb").read_bytes()


def test_a_notebook_of_another_name_gets_its_own(tmp_path: Path) -> None:
    folder = submission(tmp_path, my_DOT_ipynb=notebook(code("mine")))
    assert complete(folder)
    assert b"mine" in (folder / "neuron.ipynb").read_bytes()


def test_where_there_is_nothing_to_grade_a_person_hears_of_it(tmp_path: Path) -> None:
    folder = submission(tmp_path, answer_DOT_docx=b"words")
    assert complete(folder)
    assert (folder / "neuron.ipynb").read_bytes() == b""


def test_a_complete_submission_is_left_alone(tmp_path: Path) -> None:
    folder = submission(tmp_path, neuron_DOT_ipynb=b"anything")
    assert not complete(folder)
    assert (folder / "neuron.ipynb").read_bytes() == b"anything"


def test_a_class_that_came_by_another_way_is_completed(tmp_path: Path) -> None:
    submission(tmp_path, neuron_DOT_py=b"x = 1")
    (tmp_path / "ben" / "my-own").mkdir(parents=True)
    complete_all(tmp_path)
    assert (tmp_path / "aoi" / "02_neuron" / "neuron.ipynb").is_file()
    assert not list((tmp_path / "ben" / "my-own").iterdir())


@pytest.mark.parametrize("data", [b"", b"tomorrow", b"\xff\xff", b"9" * 40])
def test_a_time_that_cant_be_read_is_taken_from_the_exchange(tmp_path: Path, data: bytes) -> None:
    path = tmp_path / "timestamp.txt"
    path.write_bytes(data)
    mend_timestamp(path, "a+b+02_neuron+2026-11-20 10:00:00 UTC+x1")
    assert path.read_text() == "2026-11-20 10:00:00 UTC"


def test_marks_of_any_kind_and_lone_surrogates_become_a_notebook_that_can_be_written():
    marks = {"grade_id": "a\ud800", "\udfff": 1, "grade": True, "solution": [[{}]], "points": {}}
    cell = {
        "cell_type": "markdown",
        "source": "x",
        "metadata": {"nbgrader": marks},
        "attachments": {"\ud800.png": {"image/png": "AAAA"}},
    }
    book = tidy(json.dumps({"cells": [cell]}).encode())
    assert book.cells[0].metadata.nbgrader == {"grade_id": "a?", "?": 1, "grade": True}
    assert list(book.cells[0].attachments) == ["?.png"]
    nbformat.validate(book)
    nbformat.writes(book).encode("utf-8")
