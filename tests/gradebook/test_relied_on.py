"""What the kit relies on inside nbgrader. If one fails after an upgrade, its message says what to
look at before the bridge (`autograder/gradebook/`) may be trusted again."""

from __future__ import annotations

import inspect
import sys
from pathlib import Path
from typing import Any

import pytest
from nbconvert.exporters import HTMLExporter, NotebookExporter
from nbformat.v4 import new_code_cell, new_markdown_cell, new_notebook, new_output
from nbgrader import __version__, preprocessors, utils
from nbgrader.api import Gradebook
from nbgrader.converters import Autograde, GenerateAssignment, GenerateFeedback
from nbgrader.exchange import ExchangeFactory
from nbgrader.exchange.default import ExchangeCollect, ExchangeReleaseFeedback
from nbgrader.validator import Validator

pytestmark = pytest.mark.nbgrader

MARKS = {
    "grade": True,
    "solution": False,
    "locked": True,
    "task": False,
    "points": 3,
    "grade_id": "relu",
    "cell_type": "code",
    "schema_version": 3,
}
TEXT = new_output("stream", name="stdout", text="✓ passed\n")
PICTURE = new_output("display_data", {"text/html": "<img>"})
HALF = new_output("execute_result", {"text/plain": "1.5"})
STDERR = new_output("stream", name="stderr", text="warning\n")


def note(what: str) -> str:
    return f"nbgrader {__version__}: {what}"


def grade(*outputs: Any) -> tuple[Any, Any]:
    cell = new_code_cell("check()", outputs=list(outputs), metadata={"nbgrader": dict(MARKS)})
    return utils.determine_grade(cell)


def test_points_are_read_from_the_first_result() -> None:
    changed = note("determine_grade reads outputs in another order; see sandboxed.points")
    assert grade(TEXT, PICTURE, HALF) == (1.5, 3), changed
    assert grade(TEXT, HALF, STDERR) == (1.5, 3), changed
    assert grade(STDERR, HALF) == (0, 3), changed


def test_a_bare_float_is_read_to_the_last_digit() -> None:
    for points in (0.0, 0.25, 2.75, 3.0):
        result = new_output("execute_result", {"text/plain": repr(points)})
        assert grade(TEXT, result) == (points, 3), note("partial credit is read in another way")


def test_a_grade_cell_is_told_by_its_metadata() -> None:
    cell = new_code_cell("", metadata={"nbgrader": dict(MARKS)})
    assert (utils.is_grade(cell), utils.is_solution(cell), utils.is_locked(cell)) == (
        True,
        False,
        True,
    ), note("cells are marked in another way; see restore._mark")
    plain = new_code_cell("")
    assert (utils.is_grade(plain), utils.is_solution(plain), utils.is_locked(plain)) == (
        False,
        False,
        False,
    )


def test_an_answer_that_was_not_touched_gets_no_points_and_another_waits_for_a_person() -> None:
    marks = {**MARKS, "solution": True, "locked": False, "cell_type": "markdown"}
    cell = new_markdown_cell("(Write here.)", metadata={"nbgrader": marks})
    marks["checksum"] = utils.compute_checksum(cell)
    cell.metadata.nbgrader = marks
    assert utils.determine_grade(cell) == (0, 3), note("reflections are graded in another way")
    cell.source = "An answer."
    assert utils.determine_grade(cell) == (None, 3), note("reflections are graded in another way")


@pytest.mark.parametrize(
    ("converter", "trait"),
    [
        (Autograde, "sanitize_preprocessors"),
        (Autograde, "autograde_preprocessors"),
        (Autograde, "exporter_class"),
        (Autograde, "exclude_overwriting"),
        (GenerateAssignment, "preprocessors"),
        (GenerateFeedback, "preprocessors"),
        (HTMLExporter, "filters"),
        (HTMLExporter, "preprocessors"),
        (ExchangeFactory, "collect"),
        (ExchangeFactory, "release_feedback"),
    ],
)
def test_a_step_can_be_configured(converter: Any, trait: str) -> None:
    assert trait in converter.class_traits(config=True), note(
        f"{converter.__name__}.{trait} can't be configured any more; see config.configure"
    )


def names(converter: Any, trait: str) -> list[str]:
    return [step.__name__ for step in converter.class_traits()[trait].default()]


def test_the_steps_that_ours_stand_among_are_the_same() -> None:
    changed = note("has other steps than those that config.configure replaces")
    assert names(Autograde, "sanitize_preprocessors") == [
        "ClearOutput",
        "DeduplicateIds",
        "OverwriteKernelspec",
        "OverwriteCells",
        "CheckCellMetadata",
    ], changed
    assert names(Autograde, "autograde_preprocessors") == [
        "Execute",
        "IgnorePattern",
        "ClearMetadataPreprocessor",
        "LimitOutput",
        "SaveAutoGrades",
        "AssignLatePenalties",
        "CheckCellMetadata",
    ], changed
    assert names(GenerateAssignment, "preprocessors") == [
        "IncludeHeaderFooter",
        "InstantiateTests",
        "LockCells",
        "ClearSolutions",
        "ClearOutput",
        "CheckCellMetadata",
        "ComputeChecksums",
        "SaveCells",
        "ClearHiddenTests",
        "ClearMarkScheme",
        "ComputeChecksums",
        "CheckCellMetadata",
    ], changed


def test_saving_goes_through_add_score() -> None:
    source = inspect.getsource(preprocessors.SaveAutoGrades.preprocess_cell)
    assert "self._add_score(cell, resources)" in source, note(
        "SaveAutoGrades saves in another way; see sandboxed.SaveVerdicts"
    )
    source = inspect.getsource(preprocessors.SaveAutoGrades.preprocess)
    for name in ("gradebook", "notebook_id", "assignment_id", "student_id"):
        assert f"self.{name} = " in source, note(f"SaveAutoGrades has no {name} any more")


def test_saving_keeps_marks_given_by_hand() -> None:
    source = inspect.getsource(preprocessors.SaveAutoGrades._add_score)
    assert ".manual_score =" not in source, note("autograding writes over marks given by hand")


def test_the_exporter_knows_its_converter() -> None:
    source = inspect.getsource(Autograde.start)
    assert "self.init_notebooks()" in source, note("Autograde.start; see SubmissionReader.__init__")
    assert "self.exporter_class(parent=self" in source, note(
        "the exporter is made in another way; see SubmissionReader"
    )
    assert (
        source.index("init_notebooks")
        < source.index("exporter_class(")
        < source.index("convert_notebooks()")
    ), note("the exporter is made at another time; unfinished gradings would stay unfinished")


def test_the_exporter_reads_through_from_file_with_the_names() -> None:
    seen: dict[str, Any] = {}

    class Reader(NotebookExporter):
        def from_file(self, file_stream: Any, resources: Any = None, **kw: Any) -> Any:
            seen.update(resources)
            return self.from_notebook_node(new_notebook(), resources=resources, **kw)

    Reader().from_filename(__file__, resources={"nbgrader": {"student": "aoi"}})
    assert seen["nbgrader"] == {"student": "aoi"}, note("from_file gets other resources")
    assert __file__.startswith(seen["metadata"]["path"]), note("from_file knows no path")
    resources = inspect.getsource(Autograde.init_single_notebook_resources)
    for name in ("student", "assignment", "notebook", "db_url"):
        assert f"['{name}']" in resources, note(f"resources['nbgrader'] has no {name!r}")


def test_the_gradebook_knows_the_released_cells(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", str(Path(sys.executable).parent), prepend=":")  # for alembic
    with Gradebook(f"sqlite:///{tmp_path}/gradebook.db") as gradebook:
        gradebook.add_assignment("02_neuron")
        gradebook.add_notebook("neuron", "02_neuron")
        about = {"source": "check()", "checksum": "0", "locked": True, "cell_type": "code"}
        gradebook.add_source_cell("relu", "neuron", "02_neuron", **about)
        gradebook.add_grade_cell("relu", "neuron", "02_neuron", max_score=2, cell_type="code")
        gradebook.add_solution_cell("relu_solution", "neuron", "02_neuron")
        found = gradebook.find_notebook("neuron", "02_neuron")
        kept = [(c.name, c.source, c.checksum, c.locked, c.cell_type) for c in found.source_cells]
        assert kept == [("relu", "check()", "0", True, "code")], note("see restore.originals")
        assert [(c.name, c.max_score) for c in found.grade_cells] == [("relu", 2)]
        assert [c.name for c in found.solution_cells] == ["relu_solution"]


def test_collect_copies_each_submission_by_do_copy() -> None:
    source = inspect.getsource(ExchangeCollect.copy_files)
    assert "self.do_copy(src_path, dest_path)" in source, note("see exchange.CollectAnyForm")


def test_release_feedback_leaves_out_excluded_students() -> None:
    source = inspect.getsource(ExchangeReleaseFeedback.copy_files)
    assert "self.coursedir.student_id_exclude" in source, note("see exchange.ReleaseFeedbackToAll")
    assert "submission_secret.txt" in source, note("see exchange._has_secret")


def test_validate_shows_the_traceback_of_an_error() -> None:
    source = inspect.getsource(Validator._extract_error)
    assert "output.traceback" in source, note("Validate shows another text; see notebook.NotYet")
    assert Validator().width == 90, note("lines of another width; see notebook.WIDTH")


def test_formgrader_tells_its_pages_from_feedback() -> None:
    from nbgrader.server_extensions.formgrader.handlers import SubmissionHandler

    source = inspect.getsource(SubmissionHandler.get)
    assert "'submission_id'" in source, note("see pages.MarkingGuide")
    assert "self.exporter.from_filename(filename, resources=resources)" in source, note(
        "formgrader renders in another way; see pages.MarkingGuide and pages.safe_markdown"
    )
