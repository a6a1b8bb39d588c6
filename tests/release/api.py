"""The public names and how they are called, one a line, by griffe: ``make api`` writes them anew.

The file is what a version number promises. A change of it is seen in review, and a signature that changes
without it fails a test. Nothing is imported: griffe reads the source.
"""

import ast
import re
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[2]
SNAPSHOT = ROOT / "docs" / "reference" / "api.txt"
PACKAGE = "motesprotokoll"
MODULES = (
    "annotation",
    "calendars",
    "checks",
    "comparing",
    "errors",
    "model",
    "planning",
    "privacy",
    "register",
    "swedish",
    "testing",
    "vocabulary",
)
"""The modules whose names are public beside those of the package itself: those of ``docs/reference/api``."""

JSON = "dict[str, Any]"
"""A JSON object: what stands in it is what JSON can say, which Python's types have no name for."""
_STARS = {"variadic positional": "*", "variadic keyword": "**"}


def public() -> Iterator[tuple[str, Any]]:
    """Each public name with what griffe knows of it, once, by the name that a user writes."""
    import griffe

    package = griffe.load(PACKAGE, search_paths=[str(ROOT / "src")], allow_inspection=False)
    seen: set[str] = set()
    for module in (package, *(package[name] for name in MODULES)):
        for name in sorted(_names(module)):
            found = module.members.get(name)
            if found is None or name in MODULES or name.startswith("__"):
                continue
            target = found.final_target if found.is_alias else found
            if target.canonical_path not in seen:
                seen.add(target.canonical_path)
                yield f"{module.path}.{name}", target


def _names(module: Any) -> list[str]:
    if module.exports is not None:
        return [str(name) for name in module.exports]
    return [name for name, one in module.members.items() if not name.startswith("_") and not one.is_alias]


def members(target: Any) -> Iterator[tuple[str, Any]]:
    """What a public class has, with what its bases of ours give, by name."""
    for name, one in sorted(target.all_members.items()):
        special = name in (
            "__init__",
            "__call__",
            "__len__",
            "__iter__",
            "__getitem__",
            "__enter__",
            "__exit__",
        )
        if (special or not name.startswith("_")) and PACKAGE in str(one.canonical_path):
            yield name, one.final_target if one.is_alias else one


def lines() -> Iterator[str]:
    """The snapshot, line by line."""
    for path, target in public():
        yield from _told(path, target)
        if target.is_class:
            for name, member in members(target):
                yield from (f"    {line}" for line in _told(name, member))


def _told(path: str, target: Any) -> Iterator[str]:
    if target.is_function:
        for overload in target.overloads or [target]:
            yield f"{path}{_signature(overload)}"
    elif target.is_class:
        bases = ", ".join(str(base) for base in target.bases)
        yield f"class {path}({bases})" if bases else f"class {path}"
    elif target.is_attribute:
        yield _attribute(path, target)


def _signature(function: Any) -> str:
    told, kind = [], ""
    for one in function.parameters:
        if one.name in ("self", "cls"):
            continue
        now = one.kind.value
        if kind == "positional-only" != now:
            told.append("/")
        if now == "keyword-only" != kind != "variadic positional":
            told.append("*")
        typed = f": {one.annotation}" if one.annotation is not None else ""
        default = f" = {one.default}" if one.default is not None and now not in _STARS else ""
        told.append(f"{_STARS.get(now, '')}{one.name}{typed}{default}")
        kind = now
    if kind == "positional-only":
        told.append("/")
    return f"({', '.join(told)}) -> {function.returns}"


def _attribute(path: str, target: Any) -> str:
    typed = f": {target.annotation}" if target.annotation is not None else ""
    told = "" if target.value is None else _default(str(target.value))
    if "property" in target.labels:
        told = " (derived)"
    return f"{path}{typed}{told}"


def _default(value: str) -> str:
    """The default of a field, and whether it is given by keyword; the value of a short constant."""
    try:
        call = ast.parse(value, mode="eval").body
    except SyntaxError:
        return ""
    if isinstance(call, ast.Call) and ast.unparse(call.func) in ("field", "attrs.field"):
        options = {one.arg: ast.unparse(one.value) for one in call.keywords}
        default = options.get("default") or ("…" if "factory" in options else "")
        return (f" = {default}" if default else "") + (
            " (keyword)" if options.get("kw_only") == "True" else ""
        )
    short = len(value) <= 60 and re.fullmatch(r"[^\n{]*", value)
    return f" = {value}" if short else " = …"


def text() -> str:
    """The whole snapshot."""
    return "\n".join(lines()) + "\n"


# ------------------------------------------------------------------------------------------------ types


def untyped() -> list[str]:
    """Public functions and attributes that lack a type, and those whose type says nothing: `Any` alone."""
    return [told for path, target in public() for told in _untyped(path, target)]


def _untyped(path: str, target: Any) -> Iterator[str]:
    if target.is_class:
        for name, member in members(target):
            yield from _untyped(f"{path}.{name}", member)
    elif target.is_function:
        for overload in target.overloads or [target]:
            for one in overload.parameters:
                if one.name not in ("self", "cls"):
                    yield from _weak(f"{path}({one.name})", one.annotation)
            yield from _weak(f"{path} ->", overload.returns)
    elif target.is_attribute and not _says_itself(target):
        yield from _weak(path, target.annotation)


def _says_itself(target: Any) -> bool:
    """A type checker reads its type: members of enumerations, plain constants, names for types; and what
    ``__init__`` sets to an argument that has a type."""
    if target.annotation is not None:
        return False
    if target.parent.is_module or any("Enum" in str(base) for base in target.parent.bases):
        return True
    value = ast.parse(str(target.value), mode="eval").body
    given = {one.name for one in target.parent.parameters if one.annotation is not None}
    parts = value.elts if isinstance(value, ast.Tuple) else [value]
    return all(
        isinstance(one, ast.Constant) or (isinstance(one, ast.Name) and one.id in given) for one in parts
    )


def _weak(where: str, annotation: Any) -> Iterator[str]:
    if annotation is None:
        yield f"{where} has no type"
    elif re.search(r"\bAny\b", str(annotation).replace(JSON, "")):
        yield f"{where} is {annotation}"


if __name__ == "__main__":
    SNAPSHOT.write_text(text(), "utf-8")
    sys.stdout.write(f"{SNAPSHOT.relative_to(ROOT)}: {len(text().splitlines())} lines\n")
