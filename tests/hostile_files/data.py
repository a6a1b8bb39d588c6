"""JSON, calendars and TOML that nobody should write."""

import json
from collections.abc import Callable
from typing import Any

import motesprotokoll as mp
from everything import MEETING

OURS = mp.dumps(MEETING)
_DATA, _READ, _VALUE, _THEME = "DataError", "ReadError", "WrongValueError", "ThemeError"
_Table = dict[str, tuple[Callable[[], bytes], str]]


def _text(text: str) -> Callable[[], bytes]:
    return lambda: text.encode("utf-8", "surrogatepass")


def _with(**changes: Any) -> Callable[[], bytes]:
    """A meeting with other values under some keys."""
    return _text(json.dumps({**json.loads(OURS), **changes}))


def _nested(depth: int) -> list[Any]:
    """Lists of our own kind within each other."""
    block: dict[str, Any] = {"type": "paragraph", "content": "x"}
    for _ in range(depth):
        block = {"type": "bullet-list", "items": [{"body": [block]}]}
    return [block]


def _said(version: str) -> Callable[[], bytes]:
    return _text(OURS.replace('"version": 1', f'"version": {version}'))


def _day(text: str) -> Callable[[], bytes]:
    return _with(occasion={"dates": {"start": text}})


JSON: _Table = {
    "ours": (_text(OURS), "result"),
    "nothing": (_text(""), _DATA),
    "only a byte order mark": (_text("\ufeff"), _DATA),
    "with a byte order mark": (_text("\ufeff" + OURS), "result"),
    "in UTF-16": (lambda: OURS.encode("utf-16"), _DATA),
    "a byte that is none": (lambda: OURS.encode() + b"\xff", _DATA),
    "a surrogate in UTF-8": (_text('{"a": "\ud800"}'), _DATA),
    "cut off": (_text(OURS[:-40]), _DATA),
    "twice": (_text(OURS * 2), _DATA),
    "a key twice": (_text(OURS.replace("{", '{"format": "x",', 1)), _DATA),
    "a version of a later library": (_said("99"), "UnsupportedVersionError"),
    "version 0": (_said("0"), _DATA),
    "version true": (_said("true"), _DATA),
    "version 1.0": (_said("1.0"), _DATA),
    "version as text": (_said('"1"'), _DATA),
    "version NaN": (_said("NaN"), _DATA),
    "version 1e999": (_said("1e999"), _DATA),
    "version of 5,000 figures": (_said("9" * 5_000), _DATA),
    "version 2**64": (_said(str(2**64)), "UnsupportedVersionError"),
    "no object": (_text("[]"), _DATA),
    "null": (_text("null"), _DATA),
    "another format": (_with(format="annat"), _DATA),
    "another type": (_with(type="proposal"), _DATA),
    "a type that is a list": (_with(type=["meeting"]), _DATA),
    "a key that nobody knows": (_with(titel="x"), _DATA),
    "a key of Python": (_with(__class__="x"), _DATA),
    "many keys that nobody knows": (_with(**{f"k{number}": number for number in range(20_000)}), _DATA),
    "a figure for a title": (_with(title=3), _DATA),
    "true for a title": (_with(title=True), _DATA),
    "null for a list": (_with(agenda=None), _DATA),
    "an object for a list": (_with(agenda={}), _DATA),
    "text for a list": (_with(participants="Ida Ek"), _DATA),
    "a list of lists": (_with(agenda=[[[]]]), _DATA),
    "empty title": (_with(title=""), "result"),
    "a title of blanks": (_with(title="  \n"), "result"),
    "a title of a million letters": (_with(title="x" * 1_000_000), "result"),
    "a surrogate as an escape": (_with(title="a\ud800b"), _DATA),
    "a NUL as an escape": (_with(title="a\0b"), "result"),
    "a kind that is none": (_with(kind="party"), _DATA),
    "a kind that is a figure": (_with(kind=1e308), _DATA),
    "a day that is none": (_day("2027-02-30"), _DATA),
    "a day as a moment": (_day("2027-02-03T10:00:00"), _DATA),
    "a day of year 0": (_day("0000-01-01"), _DATA),
    "a day in other figures": (_day("２０２７-02-03"), _DATA),
    "a day of a week": (_day("2027-W05-3"), _DATA),
    "an hour that is none": (_with(occasion={"times": {"start": "25:00"}}), _DATA),
    "a duration that is endless": (_with(agenda=[{"planned_duration": "PT" + "9" * 400 + "H"}]), _DATA),
    "lists within lists, few": (_with(preamble=_nested(15)), "result"),
    "lists within lists": (_with(preamble=_nested(180)), "LimitError"),
    "deep": (_text("[" * 100_000 + "]" * 100_000), "LimitError"),
    "deep and open": (_text('{"a":' * 100_000), "LimitError"),
    "brackets in a string": (_with(title="[" * 100_000), "result"),
    "many blocks": (_with(preamble=[{"type": "paragraph", "content": "x"}] * 20_000), "result"),
    "a block without a type": (_with(preamble=[{}]), _DATA),
    "a block of another type": (_with(preamble=[{"type": "video"}]), _DATA),
    "a table that is ragged": (_with(preamble=[{"type": "table", "rows": [[], ["x"]]}]), _DATA),
    "many faults": (_with(agenda=[{"title": 1}] * 20_000), _DATA),
    "larger than a document may be": (lambda: b" " * (21 * 1024 * 1024), "LimitError"),
    "a PDF file": (lambda: b"%PDF-1.7\n", _DATA),
}
"""Each with what becomes of it: ``"result"``, or the name of the error."""


def _events(*events: str, around: str = "PRODID:-//A//B//SV") -> Callable[[], bytes]:
    """A calendar of events."""
    inner = "".join(f"BEGIN:VEVENT\r\n{event}\r\nEND:VEVENT\r\n" for event in events)
    return _text(f"BEGIN:VCALENDAR\r\nVERSION:2.0\r\n{around}\r\n{inner}END:VCALENDAR\r\n")


_START = "DTSTART:20270205T090000Z"
_LINE = "BEGIN:VCALENDAR\r\n"

CALENDARS: _Table = {
    "an event": (_events(_START), "result"),
    "nothing": (_text(""), _READ),
    "words": (_text("Protokoll"), _READ),
    "an event without a calendar": (_text("BEGIN:VEVENT\r\nEND:VEVENT\r\n"), _READ),
    "not ended": (_text(_LINE), _READ),
    "ended twice": (_text(_LINE + "END:VCALENDAR\r\n" * 2), _READ),
    "ended crosswise": (_text(_LINE + "BEGIN:VEVENT\r\nEND:VCALENDAR\r\nEND:VEVENT\r\n"), _READ),
    "calendars within calendars": (_text(_LINE * 50_000), _READ),
    "components within components": (_events("BEGIN:X\r\n" * 50_000), _READ),
    "an image": (lambda: b"\x89PNG\r\n\x1a\n", _READ),
    "in UTF-16": (lambda: _events(_START)().decode().encode("utf-16"), "result"),
    "in Latin-1": (lambda: _events(_START + "\r\nSUMMARY:Åre")().decode().encode("latin-1"), "result"),
    "a byte that is none": (lambda: _events(_START)().replace(b"-//A", b"\xff\xfe"), "result"),
    "a NUL": (_events(_START + "\r\nSUMMARY:a\0b"), "result"),
    "a line without a colon": (_events("SUMMARY"), _READ),
    "a parameter without a name": (_events("SUMMARY;:x"), _READ),
    "a quote that does not end": (_events('SUMMARY;A="x:y'), _READ),
    "a line folded ten thousand times": (_events(_START + "\r\nSUMMARY:x" + "\r\n y" * 10_000), "result"),
    "a line too long": (_events(_START + "\r\nSUMMARY:" + "x" * 1_000_001), "LimitError"),
    "too many lines": (_text(_LINE + "X-A:b\r\n" * 300_001), "LimitError"),
    "a day that is none": (_events("DTSTART:20270231T090000Z"), _READ),
    "a day of year 0": (_events("DTSTART:00000101T090000Z"), _READ),
    "a day at the edge": (_events("DTSTART:99991231T235959Z"), _READ),
    "no beginning": (_events("SUMMARY:x"), _READ),
    "an end before the beginning": (_events(_START + "\r\nDTEND:20260101T090000Z"), "result"),
    "a zone that is a folder": (_events("DTSTART;TZID=Europe:20270205T090000"), "result"),
    "a zone that is a path": (_events("DTSTART;TZID=../../etc/passwd:20270205T090000"), "result"),
    "a zone of five thousand letters": (_events(f"DTSTART;TZID={'x' * 5_000}:20270205T090000"), "result"),
    "an hour that is skipped": (_events("DTSTART;TZID=Europe/Stockholm:20270328T023000"), "result"),
    "a duration without end": (_events(_START + "\r\nDURATION:P999999999W"), _READ),
    "a duration that is negative": (_events(_START + "\r\nDURATION:-P1D"), "result"),
    "each second": (_events(_START + "\r\nRRULE:FREQ=SECONDLY"), _READ),
    "each day, for ever": (_events(_START + "\r\nRRULE:FREQ=DAILY"), "result"),
    "on days that never come": (_events(_START + "\r\nRRULE:FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=31"), "result"),
    "a rule that is none": (_events(_START + "\r\nRRULE:FREQ=;INTERVAL=-1;COUNT=x"), _READ),
    "an interval of 0": (_events(_START + "\r\nRRULE:FREQ=DAILY;INTERVAL=0"), _READ),
    "many events": (_events(*[_START] * 20_000), "result"),
    "ours without data": (_events(_START, around="PRODID:-//motesprotokoll//motesprotokoll//SV"), "result"),
    "ours with data that is none": (_events(_START, around="X-MOTESPROTOKOLL-DATA:{}"), "result"),
    "ours with data that is deep": (
        _events(_START, around="X-MOTESPROTOKOLL-DATA:" + "[" * 50_000),
        "result",
    ),
}
"""Each with what becomes of it, where somebody asks when others are busy; of ours, too."""

THEMES: _Table = {
    "nothing": (_text(""), "result"),
    "a colour": (_text('link = "#0b57a4"'), "result"),
    "no TOML": (_text("[[[["), _THEME),
    "a byte that is none": (lambda: b"\xff", _THEME),
    "in UTF-16": (lambda: 'name = "x"'.encode("utf-16"), _THEME),
    "a byte order mark": (_text('\ufeffname = "x"'), "result"),
    "a NUL": (_text('name = "\0"'), _THEME),
    "deep": (_text("a = " + "[" * 20_000), _THEME),
    "deep tables": (_text("a = " + "{a = " * 20_000), _THEME),
    "deep keys": (_text(".".join("a" * 5_000) + " = 1"), _THEME),
    "larger than a theme may be": (lambda: b" " * 1_000_001, _THEME),
    "a key that nobody knows": (_text('colour = "#000000"'), _THEME),
    "a key twice": (_text('name = "x"\nname = "y"'), _THEME),
    "a figure for a colour": (_text("link = 3"), "WrongTypeError"),
    "a list for a name": (_text("name = []"), "WrongTypeError"),
    "a table for a font": (_text("[font]\na = 1"), "WrongTypeError"),
    "an integer of 5,000 figures": (_text("name = " + "9" * 5_000), _THEME),
    "a day that is none": (_text("name = 2027-02-30"), _THEME),
    "a pale colour": (_text('text = "#ffffff"'), _THEME),
    "a colour that is a style": (_text('text = "red;} *{display:none"'), _THEME),
    "a logo that is a device": (_text('logo = "/dev/zero"\nlogo_text = "x"'), _THEME),
    "a logo that is a folder": (_text('logo = "."\nlogo_text = "x"'), _THEME),
    "a logo with a NUL in its name": (_text('logo = "a\\u0000b"\nlogo_text = "x"'), _THEME),
    "a logo that is elsewhere": (_text('logo = "../../../../etc/hostname"\nlogo_text = "x"'), _THEME),
    "a logo that is a list": (_text('logo = ["x"]\nlogo_text = "x"'), _THEME),
    "fonts that are figures": (_text("font_files = [1]"), _THEME),
}
"""Each with what becomes of it."""

PROFILES: _Table = {
    "nothing": (_text(""), "result"),
    "no TOML": (_text("[[[["), _VALUE),
    "a byte that is none": (lambda: b"\xff", _VALUE),
    "a byte order mark": (_text("\ufeff[check]"), "result"),
    "deep": (_text("a = " + "[" * 20_000), _VALUE),
    "deep tables": (_text("a = " + "{a = " * 20_000), _VALUE),
    "deep keys": (_text(".".join("a" * 5_000) + " = 1"), _VALUE),
    "a table that is text": (_text('check = "x"'), _VALUE),
    "a table of tables": (_text("[[check]]\n[[check]]"), _VALUE),
    "a key that nobody knows": (_text("[check]\nselct = []"), _VALUE),
    "a rule that nobody knows": (_text('[check]\nselect = ["MP9999"]'), _VALUE),
    "a figure for rules": (_text("[check]\nselect = 3"), _VALUE),
    "a severity that is none": (_text('[check.severity]\nMP101 = "doom"'), _VALUE),
    "a severity that is a list": (_text("[check.severity]\nMP101 = [1]"), _VALUE),
    "patterns that are none": (_text('[check.per-file-ignores]\n"[z-a]**[" = ["MP101"]'), "result"),
    "many stars": (_text('[check.per-file-ignores]\n"' + "*a" * 5_000 + '" = ["MP101"]'), "result"),
    "an integer of 5,000 figures": (_text("[check]\nselect = " + "9" * 5_000), _VALUE),
    "many organisations": (_text(f"[check]\norganisations = {json.dumps(['x'] * 20_000)}"), "result"),
    "larger than a document may be": (lambda: b" " * (21 * 1024 * 1024), "LimitError"),
}
"""Each with what becomes of it."""

FOLLOWUPS: _Table = {
    "nothing settled": (_text('{"version": 1, "settled": {}}'), "result"),
    "nothing": (_text(""), _DATA),
    "a list": (_text("[]"), _DATA),
    "deep": (_text("[" * 100_000), _DATA),
    "in UTF-16": (lambda: '{"version": 1, "settled": {}}'.encode("utf-16"), "result"),
    "a byte that is none": (lambda: b'{"version": 1, "settled": {"\xff": {}}}', _DATA),
    "a later version": (_text('{"version": 99, "settled": {}}'), "UnsupportedVersionError"),
    "a version that is true": (_text('{"version": true, "settled": {}}'), _DATA),
    "a version of 5,000 figures": (_text(f'{{"version": {"9" * 5_000}, "settled": {{}}}}'), _DATA),
    "rows that are a list": (_text('{"version": 1, "settled": []}'), _DATA),
    "a row that is text": (_text('{"version": 1, "settled": {"a": "x"}}'), _DATA),
    "a day that is none": (_text('{"version": 1, "settled": {"a": {"closed_on": "2027-02-30"}}}'), _DATA),
    "a verdict that is none": (_text('{"version": 1, "settled": {"a": {"verdict": "x"}}}'), _DATA),
    "a key of Python": (_text('{"version": 1, "settled": {"a": {"__class__": "x"}}}'), _DATA),
    "a figure for a note": (_text('{"version": 1, "settled": {"a": {"note": NaN}}}'), _DATA),
}
"""Each with what becomes of it."""
