"""The JSON Schema of our documents, made from the model's classes, their types and docstrings.

The dialect is draft-07, which editors know. What `loads` accepts is valid. What is valid is accepted, but for
what a schema cannot tell: that 31 February is no day, that rows are equally long, that spaces are no name.
The schema ships with the library; a test keeps the file and this module together.
"""

import ast
import inspect
import json
import textwrap
from datetime import date, time, timedelta
from enum import StrEnum
from functools import cache
from importlib import resources
from typing import Any, get_args

import attrs

from motesprotokoll.model import Block, Content, Dates
from motesprotokoll.model.text import is_name
from motesprotokoll.serialisation.converter import (
    BLOCK_TAGS,
    DATE,
    DURATION,
    INLINE_TAGS,
    TAG_OF,
    TIME,
    is_optional,
    is_tuple,
    without_none,
)
from motesprotokoll.serialisation.documents import DOCUMENTS, FORMAT, class_of
from motesprotokoll.serialisation.upgrade import VERSION

DIALECT = "http://json-schema.org/draft-07/schema#"
Schema = dict[str, Any]


def json_schema() -> Schema:
    """The JSON Schema that ships with the library, for editors and for other programs.

    >>> json_schema()["$schema"]
    'http://json-schema.org/draft-07/schema#'
    """
    file = resources.files("motesprotokoll").joinpath("schema", f"motesprotokoll-{VERSION}.schema.json")
    schema: Schema = json.loads(file.read_text("utf-8"))
    return schema


def generate_schema() -> Schema:
    """The same, made from the classes: what the shipped file must say."""
    definitions: dict[str, Schema] = {}
    kinds = [_document(kind, definitions) for kind in DOCUMENTS]
    return {
        "$schema": DIALECT,
        "title": f"{FORMAT} {VERSION}",
        "type": "object",
        "required": ["format", "version", "type"],
        "oneOf": kinds,
        "definitions": dict(sorted(definitions.items())),
    }


def format_schema() -> str:
    """The text of the shipped file."""
    return json.dumps(generate_schema(), ensure_ascii=False, indent=2) + "\n"


def _document(kind: str, definitions: dict[str, Schema]) -> Schema:
    cls = class_of(kind)
    schema = _object(cls, definitions)
    envelope = {
        "$schema": {"type": "string", "description": "Where this schema is, for editors."},
        "format": {"const": FORMAT},
        "version": {"const": VERSION},
        "type": {"const": kind},
    }
    definitions[f"document-{kind}"] = {
        **schema,
        "properties": {**envelope, **schema["properties"]},
        "required": ["format", "version", "type", *schema["required"]],
    }
    return {"$ref": f"#/definitions/document-{kind}"}


def _object(cls: type, definitions: dict[str, Schema]) -> Schema:
    """The fields of an attrs class."""
    fields = attrs.fields(attrs.resolve_types(cls))
    notes = _field_docstrings(cls)
    properties = {
        field.name: _noted(notes.get(field.name), _of_field(field, definitions)) for field in fields
    }
    return {
        "description": _prose(cls.__doc__),
        "type": "object",
        "properties": properties,
        "required": [field.name for field in fields if field.default is attrs.NOTHING],
        "additionalProperties": False,
    }


def _noted(note: str | None, schema: Schema) -> Schema:
    if note is None:
        return schema
    # Beside "$ref" draft-07 sees nothing else.
    return {"description": note, **({"allOf": [schema]} if "$ref" in schema else schema)}


def _of_field(field: "attrs.Attribute[Any]", definitions: dict[str, Schema]) -> Schema:
    schema = _of_type(field.type, definitions)
    return {**schema, "minLength": 1} if field.validator is is_name else schema


def _of_type(kind: Any, definitions: dict[str, Schema]) -> Schema:
    if kind == Block:
        return _one_of("Block", BLOCK_TAGS, definitions)
    if kind == Dates:
        return {"anyOf": [_reference(cls, definitions) for cls in get_args(Dates)]}
    if kind == Content:
        return _content(definitions)
    if is_optional(kind):
        return _or_null(_of_type(without_none(kind), definitions))
    if is_tuple(kind):
        return _array(kind, definitions)
    return _reference(kind, definitions) if attrs.has(kind) else _plain(kind)


def _or_null(schema: Schema) -> Schema:
    if isinstance(schema.get("type"), str) and "enum" not in schema:
        return {**schema, "type": [schema["type"], "null"]}
    if "anyOf" in schema:
        return {"anyOf": [*schema["anyOf"], {"type": "null"}]}
    return {"anyOf": [schema, {"type": "null"}]}


def _array(kind: Any, definitions: dict[str, Schema]) -> Schema:
    inner, *rest = get_args(kind)
    schema = {"type": "array", "items": _of_type(inner, definitions)}
    length = 1 + len(rest)
    return schema if rest == [...] else {**schema, "minItems": length, "maxItems": length}


def _plain(kind: type) -> Schema:
    if issubclass(kind, StrEnum):
        return {"description": _prose(kind.__doc__), "enum": [member.value for member in kind]}
    return {
        str: {"type": "string"},
        int: {"type": "integer"},
        bool: {"type": "boolean"},
        date: {"type": "string", "pattern": f"^{DATE.pattern}$"},
        time: {"type": "string", "pattern": f"^{TIME.pattern}$"},
        timedelta: {"type": "string", "pattern": f"^{DURATION.pattern}$"},
    }[kind]


def _content(definitions: dict[str, Schema]) -> Schema:
    pieces = [{"type": "string"}, *(_reference(cls, definitions) for cls in INLINE_TAGS.values())]
    definitions["Content"] = {
        "description": "Running text: a string, or strings, links and emphasis.",
        "anyOf": [{"type": "string"}, {"type": "array", "items": {"anyOf": pieces}}],
    }
    return {"$ref": "#/definitions/Content"}


def _one_of(name: str, tags: dict[str, type], definitions: dict[str, Schema]) -> Schema:
    if name not in definitions:
        definitions[name] = {}  # so that a block which holds blocks does not ask again
        definitions[name] = {"anyOf": [_reference(cls, definitions) for cls in tags.values()]}
    return {"$ref": f"#/definitions/{name}"}


def _reference(cls: type, definitions: dict[str, Schema]) -> Schema:
    if cls.__name__ not in definitions:
        definitions[cls.__name__] = {}
        definitions[cls.__name__] = _tagged(cls, _object(cls, definitions))
    return {"$ref": f"#/definitions/{cls.__name__}"}


def _tagged(cls: type, schema: Schema) -> Schema:
    if cls not in TAG_OF:
        return schema
    return {
        **schema,
        "properties": {"type": {"const": TAG_OF[cls]}, **schema["properties"]},
        "required": ["type", *schema["required"]],
    }


# ------------------------------------------------------------------------------------------------ docstrings


def _prose(docstring: str | None) -> str:
    """The first paragraph of a docstring, on one line."""
    return " ".join(inspect.cleandoc(docstring or "").partition("\n\n")[0].split())


@cache
def _field_docstrings(cls: type) -> dict[str, str]:
    """The strings that stand below fields. Python does not keep them, so they are read from the source."""
    (definition,) = ast.parse(textwrap.dedent(inspect.getsource(cls))).body
    assert isinstance(definition, ast.ClassDef)
    found = {}
    for field, note in zip(definition.body, definition.body[1:], strict=False):
        if isinstance(field, ast.AnnAssign) and isinstance(field.target, ast.Name):
            match note:
                case ast.Expr(value=ast.Constant(value=str(text))):
                    found[field.target.id] = _prose(text)
    return found
