"""What a mutant may differ in: every small change of one node."""

from __future__ import annotations

import ast
import copy
from collections.abc import Iterator
from itertools import pairwise
from typing import Any

BINARY: dict[type[ast.operator], type[ast.operator]] = {
    ast.Add: ast.Sub,
    ast.Sub: ast.Add,
    ast.Mult: ast.Div,
    ast.Div: ast.Mult,
    ast.FloorDiv: ast.Div,
    ast.Mod: ast.Mult,
    ast.Pow: ast.Mult,
    ast.MatMult: ast.Mult,
    ast.BitAnd: ast.BitOr,
    ast.BitOr: ast.BitAnd,
}
COMPARISONS: dict[type[ast.cmpop], tuple[type[ast.cmpop], ...]] = {
    ast.Lt: (ast.LtE, ast.Gt),
    ast.LtE: (ast.Lt, ast.GtE),
    ast.Gt: (ast.GtE, ast.Lt),
    ast.GtE: (ast.Gt, ast.LtE),
    ast.Eq: (ast.NotEq,),
    ast.NotEq: (ast.Eq,),
    ast.In: (ast.NotIn,),
    ast.NotIn: (ast.In,),
    ast.Is: (ast.IsNot,),
    ast.IsNot: (ast.Is,),
}
NAMES = {
    "all": "any",
    "any": "all",
    "argmax": "argmin",
    "argmin": "argmax",
    "ceil": "floor",
    "floor": "ceil",
    "max": "min",
    "maximum": "minimum",
    "mean": "sum",
    "min": "max",
    "minimum": "maximum",
    "ones": "zeros",
    "sorted": "list",
    "sum": "max",
    "zeros": "ones",
    # Keras
    "Adam": "SGD",
    "Conv2D": "MaxPooling2D",
    "evaluate": "predict",
    "fit": "evaluate",
    "SparseCategoricalCrossentropy": "MeanSquaredError",
    # Splits of the data
    "train": "validation",
    "validation": "train",
    "x_train": "x_test",
    "y_train": "y_test",
    "x_test": "x_train",
    "y_test": "y_train",
    "x_val": "x_train",
    "y_val": "y_train",
}
STRINGS = {
    "accuracy": "loss",
    "adam": "sgd",
    "linear": "relu",
    "loss": "accuracy",
    "max": "min",
    "min": "max",
    "relu": "sigmoid",
    "sigmoid": "relu",
    "softmax": "sigmoid",
    "sparse_categorical_crossentropy": "mean_squared_error",
    "train": "test",
    "test": "train",
    "val_accuracy": "accuracy",
    "val_loss": "loss",
}
LETTERS = "ABCDE"
"""Answers to choose from."""


def of(node: ast.AST, function: ast.FunctionDef | None) -> Iterator[ast.AST]:
    """What may stand in place of the node.

    function: the one around it, whose parameters may be taken for each other.
    """
    match node:
        case ast.stmt():
            yield from _statement(node)
        case ast.BinOp(op=op, left=left, right=right):
            if type(op) in BINARY:
                yield _with(node, op=BINARY[type(op)]())
            if isinstance(op, ast.Sub | ast.Div | ast.MatMult | ast.Pow | ast.FloorDiv):
                yield _with(node, left=right, right=left)
            if isinstance(op, ast.Add | ast.Sub | ast.Mult | ast.Div):
                yield left
                yield right
        case ast.UnaryOp(op=ast.Not() | ast.USub() | ast.Invert(), operand=operand):
            yield operand
        case ast.BoolOp(op=op, values=values):
            yield _with(node, op=ast.And() if isinstance(op, ast.Or) else ast.Or())
            yield from values
        case ast.Compare(ops=[op], left=left, comparators=[right]):
            for other in COMPARISONS.get(type(op), ()):
                yield _with(node, ops=[other()])
        case ast.Constant(value=value):
            for new in _values(value):
                yield ast.Constant(new)
        case ast.Name(id=name, ctx=ast.Load()):
            for new in _names(name, function):
                yield _with(node, id=new)
        case ast.Attribute(attr=attr) if attr in NAMES:
            yield _with(node, attr=NAMES[attr])
        case ast.Call():
            yield from _call(node)
        case ast.Slice(lower=lower, upper=upper, step=step):
            for field, bound in (("lower", lower), ("upper", upper), ("step", step)):
                if bound is not None:
                    yield _with(node, **{field: None})
        case ast.List(elts=items) | ast.Tuple(elts=items) | ast.Set(elts=items):
            yield from (_with(node, elts=new) for new in _fewer_or_swapped(items, node))
        case ast.Dict(keys=keys, values=values):
            for i in range(len(keys)):
                yield _with(node, keys=_without(keys, i), values=_without(values, i))
        case ast.IfExp(body=body, orelse=orelse):
            yield _with(node, body=orelse, orelse=body)
            yield body
            yield orelse
        case ast.ListComp() | ast.SetComp() | ast.GeneratorExp() | ast.DictComp():
            yield from _comprehension(node)


def _statement(node: ast.stmt) -> Iterator[ast.AST]:
    match node:
        case ast.Return(value=value) if value is not None:
            yield _with(node, value=None)
        case ast.Break():
            yield ast.Continue()
        case ast.Continue():
            yield ast.Break()
        case ast.AugAssign(target=target, op=op, value=value):
            if type(op) in BINARY:
                yield _with(node, op=BINARY[type(op)]())
            yield ast.Assign(targets=[target], value=value, lineno=node.lineno)
            yield ast.Pass()
        case ast.If(orelse=orelse):
            yield _with(node, test=ast.Constant(True))
            yield _with(node, test=ast.Constant(False))
            if orelse:
                yield _with(node, orelse=[])
            yield ast.Pass()
        case ast.Assign() | ast.AnnAssign() | ast.Expr() | ast.For() | ast.While() | ast.Raise():
            yield ast.Pass()


def _call(node: ast.Call) -> Iterator[ast.AST]:
    for i, (one, two) in enumerate(pairwise(node.args)):
        if not any(isinstance(a, ast.Starred) for a in (one, two)):
            yield _with(node, args=[*node.args[:i], two, one, *node.args[i + 2 :]])
    if len(node.args) > 1:
        yield _with(node, args=node.args[:-1])
    if len(node.args) == 1 and not node.keywords and not isinstance(node.args[0], ast.Starred):
        yield node.args[0]
    if isinstance(node.func, ast.Attribute) and _is_value(node.func.value):
        yield node.func.value
    for i in range(len(node.keywords)):
        yield _with(node, keywords=_without(node.keywords, i))


def _is_value(node: ast.expr) -> bool:
    """Whether it is a value with methods, and not a library with functions."""
    libraries = ("np", "tf", "keras", "plt", "tfds", "math")
    return isinstance(node, ast.Call) or (isinstance(node, ast.Name) and node.id not in libraries)


def _comprehension(node: Any) -> Iterator[ast.AST]:
    for i, loop in enumerate(node.generators):
        for j in range(len(loop.ifs)):
            new = _with(loop, ifs=_without(loop.ifs, j))
            yield _with(node, generators=[*node.generators[:i], new, *node.generators[i + 1 :]])
    if len(node.generators) == 2:
        yield _with(node, generators=node.generators[::-1])


def _fewer_or_swapped(items: list[ast.expr], node: ast.AST) -> Iterator[list[ast.expr]]:
    if isinstance(getattr(node, "ctx", None), ast.Store):
        return
    for i in range(len(items)):
        yield _without(items, i)
    if not isinstance(node, ast.Set):
        for i in range(len(items) - 1):
            yield [*items[:i], items[i + 1], items[i], *items[i + 2 :]]


def _values(value: Any) -> Iterator[Any]:
    """Other values of the same type."""
    if isinstance(value, bool):
        yield not value
    elif isinstance(value, int | float):
        yield from (value + 1, value - 1)
        if value and value - 1 != -value and value + 1 != -value:
            yield -value
        if abs(value) > 10:
            yield from (type(value)(value * 2), type(value)(value / 2))
    elif isinstance(value, str):
        if len(value) == 1 and value in LETTERS:
            yield from (letter for letter in LETTERS if letter != value)
        elif value:
            yield STRINGS.get(value, value + "_")


def _names(name: str, function: ast.FunctionDef | None) -> Iterator[str]:
    """Names that may be taken for this one."""
    parameters = [a.arg for a in function.args.args] if function else []
    if name in NAMES and name not in parameters:
        yield NAMES[name]
    if name in parameters and len(parameters) > 1:
        yield parameters[(parameters.index(name) + 1) % len(parameters)]


def _with(node: Any, **fields: Any) -> Any:
    new = copy.copy(node)
    for name, value in fields.items():
        setattr(new, name, value)
    return new


def _without(items: list[Any], index: int) -> list[Any]:
    return [*items[:index], *items[index + 1 :]]
