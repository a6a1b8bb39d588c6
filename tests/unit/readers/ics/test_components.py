"""From bytes to components: folded, nested, broken and hostile ones."""

import contextlib

import pytest

import motesprotokoll as mp
from motesprotokoll.errors import LimitError, ReadError
from motesprotokoll.limits import DEFAULT_LIMITS, Limits
from motesprotokoll.readers.ics.components import Property, calendars_in, split_texts
from timing import grows_at_most, within

NAMES = ("SUMMARY", "DTSTART")


def whole(text: str) -> bytes:
    return f"BEGIN:VCALENDAR\r\n{text}END:VCALENDAR\r\n".encode()


class TestCalendarsIn:
    @pytest.mark.parametrize("ending", ["\r\n", "\n", "\r"])
    @pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
    def test_reads_lines_in_any_form(self, ending: str, encoding: str) -> None:
        """Folded, with blank lines between, in small letters, in the encodings of text files."""
        lines = ["", "begin:vcalendar", "BEGIN:VEVENT", "summary:Åre", " och", "\t Ås", "", "End:VEvent"]
        data = ending.join([*lines, "END:VCALENDAR", ""]).encode(encoding)
        (found,) = calendars_in(data, NAMES, DEFAULT_LIMITS)
        assert found.parts[0].text("SUMMARY") == "Åreoch Ås"

    def test_reads_several(self) -> None:
        """A file may hold more than one (RFC 5545, section 3.4)."""
        assert len(calendars_in(whole("") * 3, NAMES, DEFAULT_LIMITS)) == 3

    def test_passes_over_what_is_none_of_it(self) -> None:
        """Alarms, tasks, time zones, and events that stand where none should."""
        text = (
            "BEGIN:VTIMEZONE\nDTSTART:x\nBEGIN:VEVENT\nSUMMARY:nej\nEND:VEVENT\nEND:VTIMEZONE\n"
            "BEGIN:VEVENT\nSUMMARY:ja\nBEGIN:VALARM\nSUMMARY:nej\nEND:VALARM\nEND:VEVENT\nSUMMARY:kalender\n"
        )
        (found,) = calendars_in(whole(text), NAMES, DEFAULT_LIMITS)
        assert [part.text("SUMMARY") for part in found.parts] == ["ja"]
        assert found.text("SUMMARY") == "kalender"
        assert found.text("DTSTART") is None

    @pytest.mark.parametrize(
        "data",
        [
            b"",
            b"Protokoll",
            b"VERSION:2.0",
            b"BEGIN:VEVENT\nEND:VEVENT\n",
            b"BEGIN:VCALENDAR",
            b"BEGIN:VCALENDAR\nBEGIN:VEVENT\nEND:VCALENDAR\n",
            b"BEGIN:VCALENDAR\nEND:VCALENDAR\nEND:VCALENDAR\n",
            b"BEGIN:VCALENDAR\nEND:VEVENT\n",
            b"BEGIN:VCALENDAR\nSUMMARY\nEND:VCALENDAR\n",
            b"BEGIN:VCALENDAR\nSUMMARY;X:y\nEND:VCALENDAR\n",
            b"BEGIN:VCALENDAR\nSUMMARY;:y\nEND:VCALENDAR\n",
            b"\x89PNG\r\n\x1a\n",
            b"PK\x03\x04",
            bytes(range(256)) * 8,
        ],
    )
    def test_refuses_what_is_no_calendar(self, data: bytes) -> None:
        """Or one that is broken, with the line where it is."""
        with pytest.raises(ReadError):
            calendars_in(data, NAMES, DEFAULT_LIMITS)

    def test_refuses_too_much(self) -> None:
        """Bytes, lines and the length of one line are counted before anything is kept."""
        for limits, name in (
            (Limits(document_bytes=20), "document_bytes"),
            (Limits(calendar_lines=5), "calendar_lines"),
            (Limits(line_characters=40), "line_characters"),
        ):
            with pytest.raises(LimitError, match=name):
                calendars_in(whole("SUMMARY:x\r\n" + " abcdefgh\r\n" * 6), NAMES, limits)

    @pytest.mark.parametrize(
        "text",
        [
            "BEGIN:A\r\n",
            "BEGIN:VEVENT\r\nSUMMARY:x\r\nEND:VEVENT\r\n",
            " x\r\n",
            "SUMMARY:a\\,b\r\n",
        ],
    )
    def test_takes_time_in_proportion(self, text: str) -> None:
        """However deep, many or long: nothing is built twice."""

        def reading(times: int) -> None:
            with contextlib.suppress(ReadError):
                calendars_in(whole(text * times), NAMES, DEFAULT_LIMITS)

        assert grows_at_most(lambda: reading(3_000), lambda: reading(12_000), 8)

    @pytest.mark.parametrize(
        "line", ["SUMMARY:" + "\\" * 90_000, "SUMMARY;A=" + '"' * 90_000 + ":x", "SUMMARY;" + "A=b;" * 20_000]
    )
    def test_long_lines_are_no_bomb(self, line: str) -> None:
        """Escapes, quotes and parameters by the ten thousand."""

        def reading() -> None:
            with contextlib.suppress(ReadError):
                calendars_in(whole(f"{line}\r\n"), NAMES, DEFAULT_LIMITS)

        assert within(reading, 1)


class TestProperty:
    @pytest.mark.parametrize(
        ("value", "text"),
        [
            ("a\\,b\\;c", "a,b;c"),
            ("a\\nb\\Nc", "a\nb\nc"),
            ("C:\\\\Nytt", "C:\\Nytt"),
            ("\\\\\\n", "\\\n"),
            ("a\\:b\\", "a:b\\"),
        ],
    )
    def test_text_puts_back_what_was_escaped(self, value: str, text: str) -> None:
        """From left to right, each sign once."""
        assert Property(value, {}).text == text

    def test_split_texts_at_commas_that_stand_free(self) -> None:
        """An escaped one is a letter; between two there is nothing."""
        assert split_texts("a\\,b,,c\\\\,d\\") == ["a,b", "c\\", "d"]


class TestTotal:
    def test_what_icalendar_raises_is_ours(self, monkeypatch: pytest.MonkeyPatch) -> None:
        """Whatever it is: a reader of documents has one kind of error."""

        def fails(self: object) -> None:
            raise RecursionError("deep")

        monkeypatch.setattr("icalendar.parser.Contentline.raw_parts", fails)
        with pytest.raises(mp.ReadError, match="line 2"):
            calendars_in(whole("SUMMARY:x\r\n"), NAMES, DEFAULT_LIMITS)
