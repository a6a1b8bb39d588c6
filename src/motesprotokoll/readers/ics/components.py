"""From bytes to components: what stands between BEGIN and END, with the lines that somebody asked for."""

import re
from collections.abc import Iterable, Iterator
from typing import Final

import attrs
from icalendar.parser import Contentline

from motesprotokoll.errors import LimitError, ReadError, quoted
from motesprotokoll.limits import Limits
from motesprotokoll.readers.decoding import decode, long_line

KINDS: Final = {"VCALENDAR": "", "VEVENT": "VCALENDAR", "VFREEBUSY": "VCALENDAR"}
"""The components that are read, and what each stands in. Others, such as alarms, are passed over."""
_LINE = re.compile(r"([^\r\n]*+)(?:\r\n|\r|\n|\Z)")
_NAME = re.compile(r"[\w-]++")
_ESCAPED = re.compile(r"\\([\\,;:nN])")
_TEXT = re.compile(r"(?:[^\\,]|\\.)++")


@attrs.frozen
class Property:
    """One line: its value as written, and its parameters."""

    value: str
    parameters: dict[str, str]

    @property
    def text(self) -> str:
        """The value as a text, with what was escaped put back (RFC 5545, section 3.3.11)."""
        return _ESCAPED.sub(lambda match: "\n" if match[1] in "nN" else match[1], self.value)


@attrs.frozen
class Component:
    """A component with its lines by their names, and what stands in it."""

    kind: str
    line: int
    """Where it begins."""
    properties: dict[str, list[Property]] = attrs.field(factory=dict)
    parts: "list[Component]" = attrs.field(factory=list)

    def first(self, name: str) -> Property | None:
        """The first line of that name."""
        found = self.properties.get(name)
        return found[0] if found else None

    def text(self, name: str) -> str | None:
        """The text of the first line of that name; ``None`` where there is none, or it is empty."""
        found = self.first(name)
        return (found.text or None) if found else None

    def word(self, name: str) -> str:
        """A value that is one of a few words, in capitals; empty where there is none."""
        found = self.first(name)
        return found.value.strip().upper() if found else ""

    @property
    def where(self) -> str:
        """The place, for messages."""
        return f"line {self.line}"


def calendars_in(data: bytes, names: Iterable[str], limits: Limits) -> tuple[Component, ...]:
    """The calendars in *data*, with their lines of *names*.

    Raises:
        ReadError: It is no calendar, or a broken one; `LimitError` where there is too much of it.
    """
    text = decode(data, limits).text
    if not text.lstrip().upper().startswith("BEGIN:VCALENDAR"):
        raise ReadError("this is no calendar: it does not begin with BEGIN:VCALENDAR")
    return _built(_unfolded(text, limits), frozenset(names))


def _unfolded(text: str, limits: Limits) -> Iterator[tuple[int, str]]:
    """The content lines with the numbers at which they begin (RFC 5545, section 3.1)."""
    parts: list[str] = []
    begun = length = 0
    for number, match in enumerate(_LINE.finditer(text), 1):
        if number > limits.calendar_lines:
            raise LimitError(
                f"the calendar has more than {limits.calendar_lines:,} lines",
                hint="Limits(calendar_lines=...) allows more",
            )
        line = match[1]
        if line[:1] in (" ", "\t"):
            parts.append(line[1:])
            length += len(line)
        elif line:
            if parts:
                yield begun, "".join(parts)
            parts, begun, length = [line], number, len(line)
        if length > limits.line_characters:
            raise long_line(limits)
    yield begun, "".join(parts)  # there is one at least: the text begins with BEGIN


Open = tuple[str, Component | None]
"""What has begun and not ended: its kind, and the component unless it is passed over."""


def _built(lines: Iterable[tuple[int, str]], names: frozenset[str]) -> tuple[Component, ...]:
    # The outermost holds the calendars. Nothing recurses, so depth costs no more than length.
    outermost = Component("", 0)
    opened: list[Open] = [("", outermost)]
    for number, line in lines:
        name, holder = _name(line), opened[-1][1]
        if name == "BEGIN":
            opened.append(_opened(line, number, holder))
        elif name == "END":
            _close(opened, line[4:].strip().upper(), number)
        elif name in names and holder is not None:
            holder.properties.setdefault(name, []).append(_property(line, number))
    if len(opened) > 1:
        raise ReadError(f"the calendar ends in the middle of {quoted(opened[-1][0])}")
    return tuple(outermost.parts)


def _name(line: str) -> str:
    found = _NAME.match(line)
    return found[0].upper() if found else ""


def _opened(line: str, number: int, holder: Component | None) -> Open:
    kind = line[6:].strip().upper()
    if holder is None or holder.kind != KINDS.get(kind):
        return kind, None
    component = Component(kind, number)
    holder.parts.append(component)
    return kind, component


def _close(opened: list[Open], kind: str, number: int) -> None:
    if opened[-1][0] != kind or len(opened) == 1:
        raise ReadError(f"{quoted(kind)} ends here and has not begun", f"line {number}")
    opened.pop()


def _property(line: str, number: int) -> Property:
    try:
        _, parameters, value = Contentline(line).raw_parts()  # type: ignore[no-untyped-call]
        plain = {str(name).upper(): _one(given) for name, given in parameters.items()}
    except Exception as error:  # icalendar promises ValueError; a hostile line must not find out otherwise
        raise ReadError(f"{quoted(line)} is no line of a calendar", f"line {number}") from error
    return Property(str(value), plain)


def _one(given: object) -> str:
    return str(given[0] if isinstance(given, list) and given else given)


def split_texts(value: str) -> list[str]:
    """The texts between the commas that are not escaped; none of them is empty."""
    return [Property(text, {}).text for text in _TEXT.findall(value)]
