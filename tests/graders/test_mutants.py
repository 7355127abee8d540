"""Mutants change what a learner writes, one thing at a time, and the list of the equal ones fits."""

from __future__ import annotations

import ast
import sys

import pytest

from autograder.course import catalogue, places
from autograder.course.source import render


@pytest.fixture(autouse=True)
def tools(root, monkeypatch):
    """The authors' tools are no part of the package: they lie beside it."""
    monkeypatch.syspath_prepend(root)
    yield
    for name in [n for n in sys.modules if n == "tools" or n.startswith("tools.")]:
        del sys.modules[name]


def made(name: str):
    from tools.mutants.mutate import mutants

    return mutants(catalogue.find(name))


def test_changes_of_every_kind_are_made():
    names = [m.name for name in ("03_propagation", "05_classification") for m in made(name)]
    for change in (
        "ACTIVATIONS[activation](x @ W + b) → return ACTIVATIONS[activation](x @ W - b)",
        "ACTIVATIONS[activation](x @ W + b) → return ACTIVATIONS[activation](W @ x + b)",
        "axis=-1, keepdims=True)) → powers = np.exp(z - np.max(z, axis=0, keepdims=True))",
        "range(len(sizes) - 1))) → return sum((sizes[i] * sizes[i + 1] for i in range(len(sizes) - 2",
        "matrix[row, column] += 1 → (dropped)",
        "return activations → return",
    ):
        assert any(change in name for name in names), change


@pytest.mark.parametrize("name", [a.name for a in catalogue.assignments().values()])
def test_only_solution_regions_are_changed_and_equivalents_are_among_them(name):
    assignment = catalogue.find(name)
    source = places.source(places.root(), assignment)
    solution, starter = (
        ast.unparse(ast.parse(render(source, assignment, lang="en", form="module", solution=s)))
        for s in (True, False)
    )
    kept = set(starter.splitlines()) - {"    pass"}
    mutants = made(name)
    assert len(mutants) == len({m.content for m in mutants}) == len({m.name for m in mutants})
    for mutant in mutants:
        gone = set(solution.splitlines()) - set(mutant.content.splitlines())
        assert not gone & kept
        assert mutant.task in {task.id for task in assignment.tasks}
    from tools.mutants import table

    reasons = table.equivalent(name)
    assert set(reasons) <= {m.name for m in mutants}
    assert all(why.endswith(".") for why in reasons.values())
