"""Strings and inline content, canonical by construction.

Two texts that mean the same compare equal: NFC, trimmed, every run of white space one space, no control
characters. What must not stand in a document (control characters, lone surrogates, noncharacters) becomes
U+FFFD, never nothing.
"""

import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator, Mapping
from itertools import groupby
from typing import Any, TypeVar

import attrs
from attrs import field

from motesprotokoll.errors import WrongTypeError, WrongValueError, quoted

Value = TypeVar("Value")
Validator = Callable[[Any, "attrs.Attribute[Any]", Any], None]

# A sign that *may* need work. Everything else below U+0300 is NFC already, and so are General Punctuation and
# the signs of currencies; the combining marks for symbols begin at U+20D0.
_SUSPECT = re.compile("[\x00-\x1f\x7f-\xa0\u0300-\u200b\u2028-\u202f\u205f\u20d0-\U0010ffff]")
_FORBIDDEN = re.compile(
    "[\x00-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]|["
    + "".join(chr(plane << 16 | low) for plane in range(1, 17) for low in (0xFFFE, 0xFFFF))
    + "]"
)
# Zero-width signs that extraction leaves behind: no reader sees them and no search should stumble on them.
_INVISIBLE = str.maketrans("", "", "\ufeff\u200b")
# A character decomposes into at most three marks after its base, so fewer than eleven never make 31.
_LONG_RUN = re.compile("[\u00c0-\U0010ffff]{11}")


def canonical(text: str) -> str:
    """*text* in the one form that the model keeps."""
    return _squeezed(text).strip(" ")


def _squeezed(text: str) -> str:
    """Canonical but for the outer spaces, which inline content may need."""
    if _SUSPECT.search(text) is None and "  " not in text:
        return text if type(text) is str else str.__str__(text)  # what other libraries derive from str
    text = text.translate(_INVISIBLE)
    text = _FORBIDDEN.sub("\ufffd", re.sub(r"\s+", " ", text))
    return unicodedata.normalize("NFC", stream_safe(text))


def stream_safe(text: str) -> str:
    """*text* with no more than 30 combining marks in a row, so that normalising it is linear.

    Source: UAX #15, section 13, Stream-Safe Text Format, which counts the marks after decomposition.
    Measured: without it, 80,000 alternating marks take 7 s.
    """
    if _LONG_RUN.search(text) is None:
        return text
    counts = {sign: _marks_of(sign) for sign in set(text)}
    if not any(own_marks for own_marks, _ in counts.values()):
        return text
    parts: list[str] = []
    marks = 0
    for sign in text:
        own_marks, has_base = counts[sign]
        if has_base:
            marks = 0
        elif marks + own_marks > 30:
            parts.append("\u034f")  # COMBINING GRAPHEME JOINER
            marks = 0
        marks += own_marks
        parts.append(sign)
    return "".join(parts)


def _marks_of(sign: str) -> tuple[int, bool]:
    """How many combining marks *sign* decomposes into, and whether it begins with a base."""
    own = unicodedata.normalize("NFD", sign)
    marks = sum(1 for part in own if unicodedata.combining(part))
    return marks, marks < len(own)


def refuse(instance: object, attribute: "attrs.Attribute[Any]", value: Any, expected: str) -> WrongTypeError:
    """The error for a value of a wrong type, naming the class and the field."""
    where = f"{type(instance).__name__}.{attribute.name}"
    hint = None
    if isinstance(value, str) and "tuple" in expected:
        hint = "a bare string is not a list: write [value]"
    elif isinstance(value, set | frozenset):
        hint = "a set has no order: write sorted(value)"
    return WrongTypeError(f"expected {expected}, got {quoted(value)}", where, hint)


def refuse_value(
    instance: object, attribute: "attrs.Attribute[Any]", value: Any, expected: str
) -> WrongValueError:
    """The error for a value of the right type that nothing can mean, naming the class and the field."""
    where = f"{type(instance).__name__}.{attribute.name}"
    return WrongValueError(f"expected {expected}, got {quoted(value)}", where)


# Converters turn plain values into canonical ones and let everything else pass; the validators, which know
# the field's name, then refuse it. So a wrong type is always told with the class and field where it stood.


def to_text(value: str | None) -> str | None:
    """A string in canonical form; an empty one is ``None``."""
    return (canonical(value) or None) if isinstance(value, str) else value


def to_name(value: str) -> str:
    """A string in canonical form."""
    return canonical(value) if isinstance(value, str) else value


def is_series(value: object) -> bool:
    """Whether *value* can stand for a tuple: it gives its elements in an order, and all that it holds."""
    if type(value) in (tuple, list):
        return True
    return isinstance(value, Iterable) and not isinstance(
        value, str | bytes | bytearray | set | frozenset | Mapping
    )


def series_of(value: Iterable[Value], kind: type[Value], where: str) -> tuple[Value, ...]:
    """The elements of the argument *where*, which must be several of *kind*.

    Raises:
        WrongTypeError: It is no series, or one of them is something else.
    """
    if not is_series(value):
        hint = "put it in a list" if isinstance(value, kind) else None
        raise WrongTypeError(f"expected a list of {kind.__name__}, got {quoted(value)}", where, hint)
    found = tuple(value)
    for one in found:
        if not isinstance(one, kind):
            raise WrongTypeError(f"expected a {kind.__name__}, got {quoted(one)}", where)
    return found


def to_texts(value: Iterable[str]) -> tuple[str, ...]:
    """Strings in canonical form, the empty ones left out."""
    if not is_series(value):
        return value  # type: ignore[return-value]
    texts = [canonical(text) if isinstance(text, str) else text for text in value]
    return tuple(text for text in texts if text != "")


def optional_instance(*classes: type) -> Validator:
    """A validator for one of *classes* (exactly) or ``None``."""
    expected = " or ".join(one.__name__ for one in classes) + " or None"

    def check(instance: object, attribute: "attrs.Attribute[Any]", value: Any) -> None:
        if value is not None and type(value) not in classes:
            raise refuse(instance, attribute, value, expected)

    return check


is_text = optional_instance(str)


def is_name(instance: object, attribute: "attrs.Attribute[Any]", value: Any) -> None:
    """A string that must be there."""
    if type(value) is not str:
        raise refuse(instance, attribute, value, "str")
    if not value:
        raise WrongValueError("must not be empty", f"{type(instance).__name__}.{attribute.name}")


def tuple_of(kind: type, other: str | None = None) -> Validator:
    """A validator for a tuple of *kind* (exactly); *other* is what a caller may write for one."""
    expected = f"a tuple of {kind.__name__}" + (f" or {other}" if other else "")

    def check(instance: object, attribute: "attrs.Attribute[Any]", value: Any) -> None:
        if type(value) is not tuple or not all(type(one) is kind for one in value):
            raise refuse(instance, attribute, value, expected)

    return check


are_texts = tuple_of(str)


def to_url(value: str) -> str:
    """An address in canonical form: it holds no space."""
    return canonical(value).replace(" ", "%20") if isinstance(value, str) else value


@attrs.frozen(repr=False)
class Link:
    """Länk: words in a text that lead to an address.

    Raises:
        WrongValueError: The text or the address is empty.
    """

    text: str = field(converter=to_name, validator=is_name)
    url: str = field(converter=to_url, validator=is_name)

    def __repr__(self) -> str:
        return f"Link({quoted(self.text)}, {quoted(self.url)})"


def is_bool(instance: object, attribute: "attrs.Attribute[Any]", value: Any) -> None:
    """True or False, not merely something that counts as one."""
    if type(value) is not bool:
        raise refuse(instance, attribute, value, "bool")


@attrs.frozen(repr=False)
class Emphasis:
    """Betoning: words that the writer set off, in italics or (``strong``) in bold."""

    text: str = field(converter=to_name, validator=is_name)
    strong: bool = field(default=False, kw_only=True, validator=is_bool)

    def __repr__(self) -> str:
        return f"Emphasis({quoted(self.text)}{', strong=True' if self.strong else ''})"


def to_optional_url(value: str | None) -> str | None:
    """An address in canonical form; an empty one is ``None``."""
    return (to_url(value) or None) if isinstance(value, str) else value


Inline = str | Link | Emphasis
"""One piece of running text."""
Content = tuple[Inline, ...]
"""Running text: strings, links and emphasis, in canonical form."""


def to_content(value: str | Inline | Iterable[Inline]) -> Content:
    """Running text in canonical form: neighbouring strings merged, white space folded, ends trimmed."""
    if isinstance(value, str):
        text = canonical(value)
        return (text,) if text else ()
    if isinstance(value, Link | Emphasis):
        return (value,)
    if not is_series(value):
        return value  # type: ignore[return-value]
    pieces = tuple(value)
    if not all(isinstance(piece, str | Link | Emphasis) for piece in pieces):
        return pieces
    return _joined(pieces)


def _joined(pieces: tuple[Inline, ...]) -> Content:
    merged: list[Inline] = []
    for are_strings, group in groupby(pieces, lambda piece: isinstance(piece, str)):
        run = list(group)
        merged.extend(["".join(run)] if are_strings else run)  # type: ignore[arg-type]
    last = len(merged) - 1
    for place, piece in enumerate(merged):
        if isinstance(piece, str):
            piece = _squeezed(piece)
            piece = piece.lstrip(" ") if place == 0 else piece
            merged[place] = piece.rstrip(" ") if place == last else piece
    return tuple(piece for piece in merged if piece != "")


def is_content(instance: object, attribute: "attrs.Attribute[Any]", value: Any) -> None:
    """Running text, which may be empty."""
    if type(value) is not tuple or not all(type(piece) in (str, Link, Emphasis) for piece in value):
        raise refuse(instance, attribute, value, "a string or a tuple of str, Link and Emphasis")


def is_some_content(instance: object, attribute: "attrs.Attribute[Any]", value: Any) -> None:
    """Running text that says something."""
    is_content(instance, attribute, value)
    if not value:
        raise WrongValueError("must not be empty", f"{type(instance).__name__}.{attribute.name}")


def plain(content: Content) -> str:
    """*content* as one string: the words of links and emphasis without their addresses and marks."""
    if len(content) == 1 and isinstance(content[0], str):
        return content[0]
    # A string may begin with a combining mark, which joins the last letter of the link before it.
    return canonical("".join(piece if isinstance(piece, str) else piece.text for piece in content))


def strings_in(value: object) -> Iterator[str]:
    """Every string in *value*, all the way down: those of the fields that make values equal or not."""
    if type(value) is str:
        yield value
    elif isinstance(value, tuple):
        for one in value:
            yield from strings_in(one)
    else:
        for field in getattr(type(value), "__attrs_attrs__", ()):
            if field.eq:
                yield from strings_in(getattr(value, field.name))


def links_of(content: Content) -> Iterator[Link]:
    """The links in *content*, in order."""
    return (piece for piece in content if isinstance(piece, Link))


def short_repr(value: object, *shown: str) -> str:
    """A repr of the class and those of the named fields that are set: short, and safe for any content."""
    parts = []
    for place, name in enumerate(shown):
        part = getattr(value, name)
        if part is None or part == ():
            continue
        parts.append(quoted(part, 60) if place == 0 else f"{name}={quoted(part, 60)}")
    return f"{type(value).__name__}({shortened(', '.join(parts), 160)})"


def shortened(text: str, limit: int) -> str:
    """*text*, cut with an ellipsis where it is longer than *limit*."""
    return text if len(text) <= limit else f"{text[: limit - 1]}…"
