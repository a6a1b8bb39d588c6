"""Every public function that takes something from outside, and anything at all in its place."""

import io
from collections.abc import Callable
from contextlib import suppress
from datetime import date
from pathlib import Path
from typing import Any

import pytest

import motesprotokoll as mp
import word_files
from motesprotokoll import calendars, planning, privacy, register, swedish
from motesprotokoll.annotation import annotate
from motesprotokoll.api import lines_of
from motesprotokoll.checks import Profile, check_schedules
from motesprotokoll.testing import sample_meeting

MEETING = sample_meeting("ord")
SCHEDULE = mp.Schedule("Mötestider", year=2027, occasions=[mp.Occasion(date(2027, 2, 5))])
REDACTION = privacy.redact(MEETING)


FORMATS = [one.name for one in mp.formats() if one.can_read]


class Odd:
    """Says that it is a file, gives what files do not, and has no words for itself."""

    def read(self, *_: object) -> object:
        return 3

    def __repr__(self) -> str:
        raise RuntimeError("no words")


class Failing(io.BytesIO):
    """A file on a disk that fails."""

    def read(self, *_: object) -> bytes:
        raise OSError("the disk failed")


def endless() -> list[Any]:
    """A list that holds itself."""
    one: list[Any] = []
    one.append(one)
    return one


CONTENTS: dict[str, bytes] = {
    "nothing": b"",
    "a NUL": b"\0",
    "no UTF-8": b"\xff" * 100,
    "a byte order mark": b"\xef\xbb\xbf",
    "half of UTF-16": b"\xff\xfe\x00\xd8\x00",
    "all bytes": bytes(range(256)),
    "the beginning of a PDF file": b"%PDF-1.7",
    "the beginning of a zip": b"PK\x03\x04",
    "an empty zip": b"PK\x05\x06" + bytes(18),
    "a Word file": word_files.word(word_files.p("Beslut: att spara")),
    "a Word file, cut off": word_files.word(word_files.p("x"))[:-30],
    "a page": b"<!doctype html><p>x",
    "JSON of another kind": b'{"format": "motesprotokoll", "version": 1, "type": "x"}',
    "a meeting": mp.dumps(MEETING).encode(),
    "a file of follow-up": b'{"version": 1, "settled": {"a": 1}}',
    "brackets": b"[" * 100_000,
    "a calendar": b"BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n",
    "a broken calendar": b"BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nRRULE:x\r\n",
    "a table": b"datum;till\n2027-02-31;x\n",
    "an odd table": b'"' + b";" * 5_000 + b"\n\0\r\r",
    "TOML": b"[check]\nselect = 3\n",
    "figures": b"a = " + b"9" * 5_000,
    "much": b"x\n" * 50_000,
}
SOURCES: dict[str, Callable[[], Any]] = {
    "None": lambda: None,
    "a number": lambda: 3,
    "a list": list,
    "a class": lambda: int,
    "an odd file": Odd,
    "a failing file": Failing,
    "a text": lambda: "Närvarande\nIda Ek",
    "no name": lambda: "",
    "a name with a NUL": lambda: "a\0b",
    "a name with a surrogate": lambda: "a\ud800b",
    "a long name": lambda: "x" * 300,
    "a folder": lambda: Path("."),
    "no file": lambda: Path("nowhere") / "a.txt",
    "bytes for a path": lambda: b"nowhere",
}
OBJECTS: dict[str, Callable[[], Any]] = {
    **SOURCES,
    "a fraction": lambda: float("nan"),
    "a large number": lambda: 10**5_000,
    "a day": lambda: date.max,
    "a set": lambda: {1},
    "a dictionary": lambda: {"format": "motesprotokoll", 3: endless()},
    "a list that holds itself": endless,
    "a meeting": lambda: MEETING,
    "a schedule": lambda: SCHEDULE,
    "a function": lambda: endless,
    "letters": lambda: ("å", "\ud800", "9" * 5_000),
}

OF_DOCUMENTS: dict[str, Callable[[Any], object]] = {
    **{f"read {name}": (lambda value, name=name: mp.read(value, format=name)) for name in FORMATS},
    "read": mp.read,
    "read_schedule": mp.read_schedule,
    "read_schedules": mp.read_schedules,
    "load": mp.load,
    "loads": mp.loads,
    "lines_of": lines_of,
    "annotate": annotate,
    "busy_days": planning.busy_days,
    "Followup.load": register.Followup.load,
    "verify": lambda value: privacy.verify(REDACTION, value),
}
OF_PATHS: dict[str, Callable[[Any], object]] = {
    "Theme.from_toml": mp.Theme.from_toml,
    "Profile.from_toml": Profile.from_toml,
    "documents_in": register.documents_in,
    "renderer templates": lambda value: mp.render(MEETING, "html", templates=value),
    "renderer theme": lambda value: mp.render(MEETING, "html", theme=value),
    "renderer reference_doc": lambda value: mp.render(MEETING, "docx", reference_doc=value),
}
OF_VALUES: dict[str, Callable[[Any], object]] = {
    "from_dict": mp.from_dict,
    "to_dict": mp.to_dict,
    "dumps": mp.dumps,
    "read_text": mp.read_text,
    "render": lambda value: mp.render(value, "html"),
    "renderer": mp.renderer,
    "check": mp.check,
    "check_schedules": check_schedules,
    "redact": mp.redact,
    "compare": lambda value: mp.compare(MEETING, value),
    "new_meeting": lambda value: mp.new_meeting(value, value),
    "propose": lambda value: planning.propose(value, value, weekdays=value),
    "decided": lambda value: planning.decided(value, on=value),
    "agenda_item": planning.agenda_item,
    "changes": lambda value: calendars.changes(SCHEDULE, value),
    "update": lambda value: calendars.update(SCHEDULE, value),
    "feed": calendars.feed,
    "invitations": calendars.invitations,
    "year_page": calendars.year_page,
    "Theme": lambda value: mp.Theme(logo=value, name=value),
    "Profile": lambda value: Profile(select=value),
    "Meeting": lambda value: mp.Meeting(value, agenda=value),
    "Occasion": mp.Occasion,
    "Schedule": lambda value: mp.Schedule(value, occasions=value),
    "Decision": mp.Decision,
    "Table": mp.Table,
    "Participant": mp.Participant,
    "DateSpan": mp.DateSpan,
    "TimeSpan": mp.TimeSpan,
    "read_many": lambda value: list(register.read_many(value)),
}
STRINGS = (
    "",
    " ",
    "\0",
    "\ud800",
    "9" * 5_000,
    "-" * 5_000,
    "9 9 9 9",
    "0000-00-00",
    "99999999-99-99",
    "31 februari 2027",
    "den 1 maj till den 0 juni kl. 25.61–99",
    "vecka 54 år 0",
    "² ١ Ⅷ ½",
    "(" * 3_000,
    "," * 3_000,
    "och " * 3_000,
    "a\u0301" * 3_000,
    "\u202e\u2066\ufeff",
    "Ida Ek, " * 2_000,
)
PARSERS = [
    name for name in swedish.__all__ if name.startswith(("parse_", "find_", "is_", "split_", "sort_key"))
]


def given(functions: dict[str, Callable[[Any], object]], values: dict[str, Any]) -> list[object]:
    """Each function with each value."""
    return [
        pytest.param(function, value, id=f"{name}: {what}")
        for name, function in functions.items()
        for what, value in values.items()
    ]


class TestAnyInput:
    @pytest.mark.slow
    @pytest.mark.parametrize(("function", "content"), given(OF_DOCUMENTS, CONTENTS))
    def test_any_document(self, function: Callable[[Any], object], content: bytes) -> None:
        """A result or one of our errors; an open file gives the same as its bytes."""
        for source in (content, io.BytesIO(content)):
            with suppress(mp.MinutesError):
                function(source)

    @pytest.mark.parametrize(("function", "make"), given(OF_DOCUMENTS | OF_PATHS, SOURCES))
    def test_any_source(self, function: Callable[[Any], object], make: Callable[[], Any]) -> None:
        """What is no document, or is not there."""
        with suppress(mp.MinutesError):
            function(make())

    @pytest.mark.parametrize(("function", "make"), given(OF_VALUES, OBJECTS))
    def test_any_value(self, function: Callable[[Any], object], make: Callable[[], Any]) -> None:
        """What is of a wrong type, or of the right one and means nothing."""
        with suppress(mp.MinutesError):
            function(make())

    @pytest.mark.parametrize("name", PARSERS)
    def test_any_words(self, name: str) -> None:
        """The language's own functions: what is not understood is an error of ours."""
        for text in STRINGS:
            with suppress(mp.MinutesError):
                getattr(swedish, name)(text)

    def test_every_reader_is_asked(self) -> None:
        """A public function that reads, loads or parses does not stay behind."""
        asked = {name.split(" ")[0] for name in (*OF_DOCUMENTS, *OF_PATHS, *OF_VALUES)}
        takers = [
            name for name in mp.__all__ if name.startswith(("read", "load", "from_", "redact", "check"))
        ]
        assert {*takers} <= asked
