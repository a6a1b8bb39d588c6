"""Between model values and JSON values, both ways: one cattrs converter with strict hooks.

cattrs is lax by default: ``null`` becomes ``"None"``, 3.9 becomes 3, an unknown key is skipped. Here a value
has exactly the type that the field has, or it is a fault.
"""

import re
from collections.abc import Callable
from datetime import date, time, timedelta
from enum import StrEnum
from functools import partial, reduce
from operator import attrgetter, eq, or_
from types import NoneType, UnionType
from typing import Any, Union, get_args, get_origin

import attrs
from cattrs import Converter
from cattrs.errors import ClassValidationError
from cattrs.gen import make_dict_structure_fn, make_dict_unstructure_fn

from motesprotokoll.errors import WrongValueError
from motesprotokoll.model import (
    ActionItem,
    Block,
    BulletList,
    Content,
    Dates,
    DateSpan,
    Decision,
    Emphasis,
    Inline,
    Link,
    Paragraph,
    PartialDate,
    Schedule,
    Section,
    Table,
    Unread,
)
from motesprotokoll.serialisation.faults import (
    COUNTED,
    Fault,
    Faults,
    below,
    not_one_of,
    of_object,
    shown,
    wrong,
)

BLOCK_TAGS: dict[str, type] = {
    "paragraph": Paragraph,
    "bullet-list": BulletList,
    "table": Table,
    "section": Section,
    "decision": Decision,
    "action": ActionItem,
    "schedule": Schedule,
    "unread": Unread,
}
"""The value of ``"type"`` by which a block is told from the others."""
INLINE_TAGS: dict[str, type] = {"link": Link, "emphasis": Emphasis}
"""The same for running text, where a plain string needs no tag."""
TAG_OF = {cls: tag for tags in (BLOCK_TAGS, INLINE_TAGS) for tag, cls in tags.items()}
"""The tag of a class that has one."""

DATE = re.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}")
TIME = re.compile("([01][0-9]|2[0-3]):([0-5][0-9])")
DURATION = re.compile("PT(?=[0-9])(?:([0-9]{1,11})H)?(?:([0-9]{1,12})M)?")

Read = Callable[[Any, Any], Any]
Write = Callable[[Any], Any]

# ------------------------------------------------------------------------------------------------ plain


def format_time(value: time) -> str:
    """A clock time, to the minute: ``"09:00"``."""
    return value.isoformat("minutes")


def format_duration(value: timedelta) -> str:
    """A length of time as ISO 8601 writes it, in hours and minutes: ``"PT1H30M"``."""
    hours, minutes = divmod(value.days * 24 * 60 + value.seconds // 60, 60)
    return f"PT{hours}H" * bool(hours) + f"{'' if hours else 'PT'}{minutes}M" * bool(minutes or not hours)


def parse_duration(text: str) -> timedelta:
    """A length of time in hours and minutes; the inverse of `format_duration`.

    Raises:
        WrongValueError: Not such a length of time, or one longer than Python counts.
    """
    match = DURATION.fullmatch(text)
    try:
        if match:
            return timedelta(hours=int(match[1] or 0), minutes=int(match[2] or 0))
    except OverflowError:
        pass
    raise WrongValueError(f"expected a duration such as 'PT1H30M', got {shown(text)}")


def _read_str(value: object, _: object) -> str:
    if type(value) is not str:
        raise wrong("a string", value)
    if not value.isascii():
        try:
            value.encode()
        except UnicodeEncodeError:
            raise WrongValueError(f"half a character (a lone surrogate) in {shown(value)}") from None
    return value


def _read_int(value: object, _: object) -> int:
    if type(value) is not int:
        raise wrong("a whole number", value)
    return value


def _read_bool(value: object, _: object) -> bool:
    if type(value) is not bool:
        raise wrong("true or false", value)
    return value


def _read_date(value: object, _: object) -> date:
    try:
        if type(value) is str and DATE.fullmatch(value):
            return date.fromisoformat(value)
    except ValueError:
        raise WrongValueError(f"{shown(value)} is not a day of the calendar") from None
    raise wrong("a date such as '2026-03-14'", value)


def _read_time(value: object, _: object) -> time:
    match = TIME.fullmatch(value) if type(value) is str else None
    if match is None:
        raise wrong("a time such as '09:00'", value)
    return time(int(match[1]), int(match[2]))


def _read_duration(value: object, _: object) -> timedelta:
    if type(value) is not str:
        raise wrong("a duration such as 'PT1H30M'", value)
    return parse_duration(value)


def _read_enum(value: object, cls: type[StrEnum]) -> StrEnum:
    member = cls._value2member_map_.get(value) if type(value) is str else None
    if type(member) is not cls:
        raise not_one_of([one.value for one in cls], value)
    return member


# ------------------------------------------------------------------------------------------------ structure


def is_optional(kind: Any) -> bool:
    """Whether *kind* is a union with ``None``."""
    return get_origin(kind) in (Union, UnionType) and NoneType in get_args(kind)


def without_none(kind: Any) -> Any:
    """*kind* without ``None``."""
    return reduce(or_, (one for one in get_args(kind) if one is not NoneType))


def is_tuple(kind: Any) -> bool:
    """Whether *kind* is a tuple of something."""
    return get_origin(kind) is tuple


def _optional_reader(kind: Any, converter: Converter) -> Read:
    inner = without_none(kind)
    read_inner = converter.get_structure_hook(inner)

    def read(value: Any, _: object) -> Any:
        return None if value is None else read_inner(value, inner)

    return read


def _tuple_reader(kind: Any, converter: Converter) -> Read:
    """Reads a list; of ``tuple[str, str]`` one of that length, of ``tuple[str, ...]`` any."""
    inner, *rest = get_args(kind)
    length = None if rest == [...] else 1 + len(rest)
    hooks: list[Read] = []  # looked up when first needed, because types refer to themselves

    def read(value: Any, _: object) -> tuple[Any, ...]:
        if not isinstance(value, list):
            raise wrong("a list", value)
        if length is not None and len(value) != length:
            raise WrongValueError(f"expected {length} values, got {len(value)}")
        if not hooks:
            hooks.append(converter.get_structure_hook(inner))
        return _read_all(value, hooks[0], inner)

    return read


def _read_all(values: list[Any], read_one: Read, kind: Any) -> tuple[Any, ...]:
    read: list[Any] = []
    faults: list[Fault] = []
    for place, value in enumerate(values):
        try:
            read.append(read_one(value, kind))
        except Exception as error:  # noqa: BLE001 - `below` raises again what it does not know
            faults += below(f"[{place}]", error)
            if len(faults) >= COUNTED:
                break
    if faults:
        raise Faults(faults)
    return tuple(read)


def _object_reader(cls: type, converter: Converter) -> Read:
    read_fields: Read = make_dict_structure_fn(
        cls, converter, _cattrs_forbid_extra_keys=True, _cattrs_use_linecache=False
    )

    def read(value: Any, _: object) -> Any:
        if not isinstance(value, dict):
            raise wrong("an object", value)
        try:
            return read_fields(value, cls)
        except ClassValidationError as group:
            raise Faults(of_object(group)) from None

    return read


def _tagged_reader(tags: dict[str, type], expected: str, converter: Converter) -> Read:
    hooks: dict[str, Read] = {}

    def read(value: Any, _: object) -> Any:
        if not isinstance(value, dict):
            raise wrong(expected, value)
        tag = value.get("type")
        if type(tag) is not str or tag not in tags:
            if "type" not in value:
                raise WrongValueError("key 'type' is missing")
            raise Faults([(".type", not_one_of(tags, tag).problem)])
        if tag not in hooks:
            hooks[tag] = converter.get_structure_hook(tags[tag])
        return hooks[tag]({key: one for key, one in value.items() if key != "type"}, tags[tag])

    return read


def _inline_reader(converter: Converter) -> Read:
    read_tagged = _tagged_reader(INLINE_TAGS, "a string, a link or emphasis", converter)

    def read(value: Any, _: object) -> Any:
        return _read_str(value, str) if type(value) is str else read_tagged(value, Inline)

    return read


def _content_reader(converter: Converter) -> Read:
    """Running text is a string, or a list of strings, links and emphasis."""
    read_inline = _inline_reader(converter)

    def read(value: Any, _: object) -> Any:
        if type(value) is str:
            return _read_str(value, str)
        if not isinstance(value, list):
            raise wrong("a string, or a list of strings, links and emphasis", value)
        return _read_all(value, read_inline, Inline)

    return read


def _dates_reader(converter: Converter) -> Read:
    def read(value: Any, _: object) -> Any:
        cls = PartialDate if isinstance(value, dict) and "text" in value else DateSpan
        return converter.structure(value, cls)

    return read


# ------------------------------------------------------------------------------------------------ unstructure


def _object_writer(cls: type, converter: Converter) -> Write:
    """Writes the fields that are not at their default; of a tagged class ``"type"`` comes first."""
    write_fields: Write = make_dict_unstructure_fn(
        cls, converter, _cattrs_omit_if_default=True, _cattrs_use_linecache=False
    )
    tag = TAG_OF.get(cls)
    if tag is None:
        return write_fields
    return lambda value: {"type": tag, **write_fields(value)}


def _tuple_writer(_: Any, converter: Converter) -> Write:
    write = converter.unstructure
    return lambda values: [write(one) for one in values]


def _content_writer(converter: Converter) -> Write:
    def write(content: Content) -> Any:
        if len(content) == 1 and type(content[0]) is str:
            return content[0]
        return [piece if type(piece) is str else converter.unstructure(piece) for piece in content]

    return write


# ------------------------------------------------------------------------------------------------ together


def make_converter() -> Converter:
    """The converter, with all hooks."""
    made = Converter()
    # cattrs asks the hook that was registered last first: the general ones stand above the particular ones.
    made.register_structure_hook_factory(attrs.has, _object_reader)
    made.register_unstructure_hook_factory(attrs.has, _object_writer)
    made.register_structure_hook_factory(is_tuple, _tuple_reader)
    made.register_unstructure_hook_factory(is_tuple, _tuple_writer)
    made.register_structure_hook_factory(is_optional, _optional_reader)
    plain: dict[type, Read] = {
        str: _read_str,
        StrEnum: _read_enum,
        int: _read_int,
        bool: _read_bool,
        date: _read_date,
        time: _read_time,
        timedelta: _read_duration,
    }
    # By class, because cattrs has hooks of its own for these, and asks by class before it asks by predicate.
    for cls, read in plain.items():
        made.register_structure_hook(cls, read)
    made.register_unstructure_hook(StrEnum, attrgetter("value"))
    made.register_unstructure_hook(date, date.isoformat)
    made.register_unstructure_hook(time, format_time)
    made.register_unstructure_hook(timedelta, format_duration)
    unions = {
        Block: _tagged_reader(BLOCK_TAGS, "a block", made),
        Dates: _dates_reader(made),
        Content: _content_reader(made),
    }
    for union, read in unions.items():
        made.register_structure_hook_func(partial(eq, union), read)
    made.register_unstructure_hook_func(partial(eq, Content), _content_writer(made))
    return made
