"""The settings of a course: which of nbgrader's steps ours replace."""

from __future__ import annotations

import os
import sys
import warnings
from pathlib import Path
from typing import Any

from nbconvert.preprocessors import ClearMetadataPreprocessor
from nbgrader.preprocessors import (
    AssignLatePenalties,
    CheckCellMetadata,
    ClearHiddenTests,
    ClearMarkScheme,
    ClearOutput,
    ComputeChecksums,
    DeduplicateIds,
    IgnorePattern,
    IncludeHeaderFooter,
    InstantiateTests,
    LimitOutput,
    LockCells,
    OverwriteKernelspec,
    SaveCells,
)

from autograder.course import catalogue
from autograder.gradebook.exchange import CollectAnyForm, ReleaseFeedbackToAll
from autograder.gradebook.pages import MarkingGuide
from autograder.gradebook.restore import ClearForeignOutputs, RestoreCells
from autograder.gradebook.sandboxed import RunInSandbox, SaveVerdicts
from autograder.gradebook.starter import ClearTasks
from autograder.gradebook.submission import SubmissionReader


def configure(c: Any) -> None:
    """Sets nbgrader's configuration `c`, as `get_config()` returns it.

    - `generate_assignment` puts our TODO placeholders where solutions stood;
    - `collect` also takes modules and zips, and follows no link;
    - `autograde` runs submissions in the sandbox and writes each check's verdict as outputs;
    - formgrader and feedback show a learner's text without letting it act.

    Assignments that are not the kit's go through nbgrader's own steps.
    """
    _find_alembic()
    # nbgrader 0.9.6 with SQLAlchemy 2.1: three of them for each submission, and nothing is lost.
    warnings.filterwarnings("ignore", message="Object of type <Submitted.*not in session")
    c.GenerateAssignment.preprocessors = [
        IncludeHeaderFooter,
        InstantiateTests,
        LockCells,
        ClearTasks,
        ClearOutput,
        CheckCellMetadata,
        ComputeChecksums,
        SaveCells,
        ClearHiddenTests,
        ClearMarkScheme,
        ComputeChecksums,
        CheckCellMetadata,
    ]
    c.ExchangeFactory.collect = CollectAnyForm
    c.ExchangeFactory.release_feedback = ReleaseFeedbackToAll
    c.Autograde.exporter_class = SubmissionReader
    c.Autograde.sanitize_preprocessors = [
        ClearForeignOutputs,
        RestoreCells,
        DeduplicateIds,
        OverwriteKernelspec,
        CheckCellMetadata,
    ]
    c.Autograde.autograde_preprocessors = [
        RunInSandbox,
        IgnorePattern,
        ClearMetadataPreprocessor,
        LimitOutput,
        SaveVerdicts,
        AssignLatePenalties,
        CheckCellMetadata,
    ]
    # A module lies in source/ as well; the student's must not be overwritten by it.
    c.Autograde.exclude_overwriting = {
        a.name: [f"{a.module}.py"] for a in catalogue.assignments().values()
    }
    c.HTMLExporter.preprocessors = [MarkingGuide]
    c.HTMLExporter.filters = {"markdown2html": "autograder.gradebook.pages.safe_markdown"}


def _find_alembic() -> None:
    """nbgrader calls `alembic` by its bare name, which is found in an activated venv only."""
    beside = str(Path(sys.executable).parent)
    paths = os.environ.get("PATH", os.defpath).split(os.pathsep)
    if beside not in paths:
        os.environ["PATH"] = os.pathsep.join([*paths, beside])
