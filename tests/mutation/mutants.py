"""What can be broken: every place of a module, and the module with that place changed.

Not changed, since no test should hold it: docstrings, annotations, ``__all__``, what only type checkers see,
and the words of exceptions, which are no promise. The *words* of tables are a kind of their own: a row of a
list of words is held by its source, and a text that says each of them would be the list once more.
"""

import ast
import copy
from collections.abc import Callable, Iterator
from dataclasses import dataclass

_COMPARISONS = {
    ast.Lt: ast.LtE,
    ast.LtE: ast.Lt,
    ast.Gt: ast.GtE,
    ast.GtE: ast.Gt,
    ast.Eq: ast.NotEq,
    ast.NotEq: ast.Eq,
    ast.Is: ast.IsNot,
    ast.IsNot: ast.Is,
    ast.In: ast.NotIn,
    ast.NotIn: ast.In,
}
_OPERATORS = {
    ast.Add: ast.Sub,
    ast.Sub: ast.Add,
    ast.Mult: ast.Add,
    ast.Div: ast.Mult,
    ast.FloorDiv: ast.Mult,
    ast.Mod: ast.FloorDiv,
    ast.BitOr: ast.BitAnd,
    ast.BitAnd: ast.BitOr,
    ast.And: ast.Or,
    ast.Or: ast.And,
}
WORD = "word of a table"


@dataclass(frozen=True)
class Mutant:
    """One place, by its position among the nodes of its module, and what is done there."""

    module: str
    line: int
    number: int
    """Which node, in the order of `ast.walk`."""
    kind: str
    inside: bool
    """In a function or a class; else it runs when the module is imported."""
    told: str

    def __str__(self) -> str:
        return f"{self.module}:{self.line} {self.kind}: {self.told}"


def mutants_of(module: str, source: str) -> list[Mutant]:
    """Every mutant of a module, in the order of its text."""
    tree = ast.parse(source)
    numbers = {id(node): number for number, node in enumerate(ast.walk(tree))}
    lines = source.splitlines()
    found = [
        Mutant(module, node.lineno, numbers[id(node)], kind, inside, _told(node, lines[node.lineno - 1]))
        for node, inside in _places(tree, inside=False)
        for kind in _kinds(node, inside=inside)
    ]
    return sorted(found, key=lambda one: (one.line, one.number, one.kind))


def _told(node: ast.AST, line: str) -> str:
    """What is changed, and the line in which it stands."""
    return f"{ast.unparse(node).splitlines()[0][:40]!r} in {line.strip()[:100]}"


def mutated(source: str, mutant: Mutant) -> ast.Module:
    """The tree of the module with that one place changed."""
    tree = ast.parse(source)
    node = next(node for number, node in enumerate(ast.walk(tree)) if number == mutant.number)
    changed = ast.copy_location(_CHANGES[mutant.kind](copy.deepcopy(node)), node)
    return ast.fix_missing_locations(_Replace(node, changed).visit(tree))


class _Replace(ast.NodeTransformer):
    def __init__(self, old: ast.AST, new: ast.AST) -> None:
        self.old, self.new = old, new

    def visit(self, node: ast.AST) -> ast.AST:
        return self.new if node is self.old else self.generic_visit(node)


# ------------------------------------------------------------------------------------------------ places


def _places(node: ast.AST, *, inside: bool) -> Iterator[tuple[ast.AST, bool]]:
    """The nodes below that may be changed, and whether a function holds them."""
    for name, below in ast.iter_fields(node):
        if name in ("annotation", "returns", "type_params", "decorator_list"):
            continue
        # What a class says when it is made is code, not a table.
        deeper = inside or (name == "body" and isinstance(node, ast.FunctionDef | ast.Lambda | ast.ClassDef))
        for one in below if isinstance(below, list) else [below]:
            if isinstance(one, ast.AST) and not _is_left(one):
                yield one, deeper
                yield from _places(one, inside=deeper)


def _is_left(node: ast.AST) -> bool:
    match node:
        case ast.Raise() | ast.JoinedStr() | ast.Import() | ast.ImportFrom():
            return True
        case ast.Expr(ast.Constant()):  # docstrings, of attributes too
            return True
        case ast.If(ast.Name("TYPE_CHECKING")):
            return True
        case ast.Assign([ast.Name(name)]) | ast.AnnAssign(ast.Name(name)):
            return name == "__all__" or _is_alias(node.value)
        case _:
            return False


def _is_alias(value: ast.AST | None) -> bool:
    """``Block = Paragraph | Table | …`` or ``Callable[[…], …]``: a type with a name."""
    match value:
        case ast.BinOp(left, ast.BitOr(), right):
            return all(isinstance(one, ast.Name | ast.Subscript | ast.BinOp) for one in (left, right))
        case ast.Subscript(ast.Name(name)):
            return name[0].isupper()
        case _:
            return False


def _kinds(node: ast.AST, *, inside: bool) -> Iterator[str]:
    match node:
        case ast.Constant(str()) if not inside:
            yield WORD
        case ast.Compare(ops=[operator]) if type(operator) in _COMPARISONS:
            yield "comparison"
        case ast.BoolOp():
            yield "boolean"
        case ast.UnaryOp(ast.Not()):
            yield "not"
        case ast.BinOp(op=operator) if type(operator) in _OPERATORS:
            yield "arithmetic"
        case ast.Constant(bool() | int() | float() | str()):
            yield "constant"
        case ast.Return(value) if value is not None and not _is_none(value):
            yield "return"
        case ast.Expr(ast.Call()):
            yield "removed call"
        case ast.If() | ast.IfExp():
            yield "condition"
        case _:
            pass


def _is_none(value: ast.AST) -> bool:
    return isinstance(value, ast.Constant) and value.value is None


# ------------------------------------------------------------------------------------------------ changes


def _comparison(node: ast.Compare) -> ast.AST:
    node.ops = [_COMPARISONS[type(node.ops[0])]()]
    return node


def _operator(node: ast.BinOp | ast.BoolOp) -> ast.AST:
    node.op = _OPERATORS[type(node.op)]()
    return node


def _constant(node: ast.Constant) -> ast.AST:
    value = node.value
    if isinstance(value, bool):
        return ast.Constant(not value)
    return ast.Constant(f"XX{value}XX" if isinstance(value, str) else value + 1)


def _returned(node: ast.Return) -> ast.AST:
    return ast.Return(ast.Constant(None))


def _removed(node: ast.Expr) -> ast.AST:
    return ast.Pass()


def _condition(node: ast.If | ast.IfExp) -> ast.AST:
    """Always true, where the condition is no plain comparison that is changed by itself."""
    node.test = ast.Constant(True)
    return node


_CHANGES: dict[str, Callable[..., ast.AST]] = {
    "comparison": _comparison,
    "boolean": _operator,
    "not": lambda node: node.operand,
    "arithmetic": _operator,
    "constant": _constant,
    WORD: _constant,
    "return": _returned,
    "removed call": _removed,
    "condition": _condition,
}
