"""The settings of a course: which of nbgrader's steps ours replace."""

from __future__ import annotations

from typing import Any

from nbgrader.preprocessors import (
    AssignLatePenalties,
    CheckCellMetadata,
    ClearHiddenTests,
    ClearMarkScheme,
    ClearOutput,
    ComputeChecksums,
    DeduplicateIds,
    IncludeHeaderFooter,
    LockCells,
    OverwriteKernelspec,
    SaveCells,
)

from autograder.gradebook.collect import CollectWithModules
from autograder.gradebook.restore import CapOutputs, RestoreCells
from autograder.gradebook.sandboxed import RunInSandbox, SaveVerdicts
from autograder.gradebook.starter import ClearTasks


def configure(c: Any) -> None:
    """Sets nbgrader's configuration `c`, as `get_config()` returns it.

    - `generate_assignment` puts our TODO placeholders where solutions stood;
    - `collect` also takes modules;
    - `autograde` runs submissions in the sandbox and writes each check's verdict as outputs.
    """
    c.GenerateAssignment.preprocessors = [
        IncludeHeaderFooter,
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
    c.ExchangeFactory.collect = CollectWithModules
    c.Autograde.sanitize_preprocessors = [
        CapOutputs,
        DeduplicateIds,
        OverwriteKernelspec,
        RestoreCells,
        CheckCellMetadata,
    ]
    c.Autograde.autograde_preprocessors = [
        RunInSandbox,
            SaveVerdicts,
        AssignLatePenalties,
        CheckCellMetadata,
    ]
