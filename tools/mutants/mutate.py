"""Makes the mutants of a chapter: its solution with one small change each.

An own set of changes on `ast`, not cosmic-ray or mutmut: those change a package that unit tests
import, and count a failing test run. What is judged here is the other way round: the changed code
is a submission, cut from a bilingual Jupytext source, and the tests are a grader that reads it as
a file. Only code between `### BEGIN SOLUTION` and `### END SOLUTION` is changed: a learner does
not write the rest.
"""

from __future__ import annotations

import ast
import copy
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from autograder.course import places
from autograder.course.catalogue import Assignment
from autograder.course.source import read, render
from tools.mutants import changes


@dataclass(frozen=True, kw_only=True)
class Mutant:
    """A solution with one change."""

    name: str
    """Such as `relu: return np.maximum(0.0, z) → return np.maximum(1.0, z)`."""
    task: str
    """Id of the task that the changed code belongs to."""
    content: str
    """The module's text."""


@dataclass(frozen=True, kw_only=True)
class _Place:
    """Where a node hangs in the tree."""

    parent: ast.AST
    field: str
    index: int | None
    statement: ast.stmt
    function: ast.FunctionDef | None

    def put(self, node: ast.AST) -> None:
        if self.index is None:
            setattr(self.parent, self.field, node)
        else:
            getattr(self.parent, self.field)[self.index] = node


def mutants(assignment: Assignment) -> list[Mutant]:
    """Every mutant of the chapter, in the order of its lines; no two with the same code."""
    source = places.source(places.root(), assignment)
    text = render(source, assignment, lang="en", form="module", solution=True)
    regions = list(zip(_spans(text), _tasks(source, assignment), strict=True))
    tree = _Folded().visit(ast.parse(text))
    seen = {ast.unparse(tree)}
    names: Counter[str] = Counter()
    found = []
    for place, node in _nodes(tree):
        tasks = [task for span, task in regions if node.lineno in span]
        if not tasks:
            continue
        before = _line(place.statement)
        # Made first: what is changed is put back in between.
        for new in list(changes.of(node, place.function)):
            place.put(new)
            content = ast.unparse(ast.fix_missing_locations(tree))
            after = _line(new if isinstance(new, ast.stmt) else place.statement)
            place.put(node)
            if content in seen:
                continue
            seen.add(content)
            name = f"{_owner(place, node)}: {before} → {after}"
            names[name] += 1
            if names[name] > 1:
                name += f" ({names[name]})"
            found.append(Mutant(name=name, task=tasks[0], content=content))
    return found


class _Folded(ast.NodeTransformer):
    """Makes a negative number one constant."""

    def visit_UnaryOp(self, node: ast.UnaryOp) -> ast.expr:
        match node:
            case ast.UnaryOp(op=ast.USub(), operand=ast.Constant(value=int() | float() as value)):
                return ast.copy_location(ast.Constant(-value), node)
        self.generic_visit(node)
        return node


def _spans(text: str) -> list[range]:
    """Line numbers of each solution region."""
    lines = text.split("\n")
    begins = [i for i, line in enumerate(lines, 1) if "### BEGIN SOLUTION" in line]
    ends = [i for i, line in enumerate(lines, 1) if "### END SOLUTION" in line]
    return [range(begin, end) for begin, end in zip(begins, ends, strict=True)]


def _tasks(source, assignment: Assignment) -> Iterator[str]:
    """The task of each solution region, in order."""
    for cell in read(source, assignment):
        if cell.task is not None and (chosen := cell.in_language("en")) is not None:
            yield from [cell.task] * chosen.text.count("### BEGIN SOLUTION")


def _nodes(tree: ast.Module) -> Iterator[tuple[_Place, ast.expr | ast.stmt | ast.keyword]]:
    """Every node that stands in a line, with its place; statements before what is in them."""

    def walk(parent, statement, function):
        for field, value in ast.iter_fields(parent):
            several = isinstance(value, list)
            for i, node in enumerate(value if several else [value]):
                if not isinstance(node, ast.AST):
                    continue
                own = node if isinstance(node, ast.stmt) else statement
                if hasattr(node, "lineno"):
                    place = _Place(
                        parent=parent,
                        field=field,
                        index=i if several else None,
                        statement=own,
                        function=function,
                    )
                    yield place, node
                yield from walk(node, own, node if isinstance(node, ast.FunctionDef) else function)

    yield from walk(tree, None, None)


def _line(statement: ast.stmt) -> str:
    """The statement in one line; of one that holds others, its head."""
    if isinstance(statement, ast.Pass):
        return "(dropped)"
    head = copy.copy(statement)
    for field in ("body", "orelse"):
        if getattr(head, field, None):
            setattr(head, field, [ast.Pass()] if field == "body" else [])
    return ast.unparse(head).split("\n")[0]


def _owner(place: _Place, node: ast.AST) -> str:
    if place.function is not None:
        return place.function.name
    targets = getattr(place.statement, "targets", [])
    return ", ".join(ast.unparse(target) for target in targets) or type(node).__name__
