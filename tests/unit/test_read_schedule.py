"""Schedules out of calendars, by way of the API."""

import io
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest

import motesprotokoll as mp
from motesprotokoll.renderers.ics import calendar_of, content_of
from motesprotokoll.renderers.ics.renderer import data_of

PLAN = mp.Schedule("Mötestider 2027", network="HR-nätverket", occasions=[date(2027, 2, 5)])
OTHER = mp.Schedule("Mötestider 2027", network="Inköpsnätverket", occasions=[])


class TestReadSchedule:
    def test_gives_back_what_was_written(self, tmp_path: Path) -> None:
        """From a path, bytes, an open file, or what rendering gave."""
        path = mp.write(PLAN, tmp_path / "plan.ics")
        rendered = mp.render(PLAN, "ics")
        for source in (path, str(path), path.read_bytes(), io.BytesIO(path.read_bytes()), rendered):
            assert mp.read_schedule(source) == PLAN

    def test_refuses_several(self) -> None:
        """One of them is not the one that was meant."""
        both = content_of(calendar_of([], data=[data_of(OTHER), data_of(OTHER)]))
        assert mp.read_schedules(both) == (OTHER, OTHER)
        with pytest.raises(mp.ReadError, match="2 schedules") as caught:
            mp.read_schedule(both)
        assert "read_schedules()" in str(caught.value)

    def test_names_the_file_and_what_to_do(self, tmp_path: Path) -> None:
        """With a calendar of others."""
        path = tmp_path / "andras.ics"
        path.write_text("BEGIN:VCALENDAR\nPRODID:-//x\nEND:VCALENDAR\n")
        with pytest.raises(mp.ReadError, match=r"andras\.ics: .*planning\.busy_days\(\)"):
            mp.read_schedule(path)
        with pytest.raises(mp.ReadError, match="there is no such file"):
            mp.read_schedule(tmp_path / "ingen.ics")

    def test_takes_limits(self) -> None:
        """As every reader does."""
        with pytest.raises(mp.LimitError):
            mp.read_schedule(mp.render(PLAN, "ics"), limits=mp.Limits(calendar_lines=3))

    def test_names_the_extra_that_is_missing(self) -> None:
        """With what to install."""
        program = (
            "import sys; sys.modules['icalendar'] = None\n"
            "import motesprotokoll as mp\n"
            "for call in (lambda: mp.read_schedule(b''), lambda: mp.render(mp.Schedule(), 'ics')):\n"
            "    try: call()\n"
            "    except mp.MissingExtraError as error: print(error)\n"
        )
        done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
        assert done.stdout.count("motesprotokoll[ics]") == 2


class TestRead:
    @pytest.mark.parametrize("named", [True, False])
    def test_refuses_calendars_with_a_hint(self, tmp_path: Path, named: bool) -> None:
        """They hold no minutes, by their name or by what they begin with."""
        path = mp.write(PLAN, tmp_path / "plan.ics")
        with pytest.raises(mp.UnsupportedFormatError, match=r"read_schedule\(\)"):
            mp.read(path if named else path.read_bytes())
        with pytest.raises(mp.UnsupportedFormatError, match=r"read_schedule\(\)"):
            mp.read(mp.render(PLAN, "ics"))

    def test_still_reads_text_that_begins_so(self) -> None:
        """A document of ours is one whatever its first words are, and so is what somebody says is text."""
        text = mp.render(mp.Meeting("BEGIN:VCALENDAR"), "text").content
        assert mp.read(text).meeting == mp.Meeting("BEGIN:VCALENDAR")
        assert mp.read(b"BEGIN:VCALENDAR\nhej\n", format="text").meeting

    def test_a_reader_of_ones_own_comes_first(self) -> None:
        """An application may know what to do with calendars."""
        registry = mp.Registry(plugins=False)
        registry.register_reader("ics", lambda: _Reader(), suffixes=[".ics"])
        assert mp.read(b"BEGIN:VCALENDAR", format="ics", registry=registry).meeting == mp.Meeting("Läst")


class _Reader:
    def read_value(self, data: bytes, limits: mp.Limits) -> mp.Meeting:
        return mp.Meeting("Läst")
