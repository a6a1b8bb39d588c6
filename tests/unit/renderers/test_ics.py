"""Calendars as text: every line of them, as a calendar program reads it."""

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import attrs
import pytest
from icalendar import Calendar, Event, vText

import motesprotokoll as mp
from motesprotokoll.errors import RenderError
from motesprotokoll.ical import Entry
from motesprotokoll.model import Meeting, Member, Network, Occasion, PartialDate, Schedule, TimeSpan
from motesprotokoll.renderers.ics import Text, calendar_of, content_of, event_of, time_zone
from plans import last_sunday

PLAN = Schedule(
    "Mötestider 2027",
    network=Network("HR-nätverket", members=[Member("Ida Ek", email="ida.ek@ale.example")]),
    decided_on=date(2026, 10, 9),
    occasions=[
        Occasion(date(2027, 2, 5), place="Ale; kommunhuset, plan 2", part_of_day=mp.PartOfDay.MORNING),
        Occasion(date(2027, 3, 5), times=TimeSpan(time(9), time(12)), sequence=1, note="C:\\Nytt"),
        Occasion(date(2027, 10, 31), times=TimeSpan(time(2, 30), time(9)), tentative=True),
        Occasion(PartialDate("i december")),
    ],
)
WRITTEN = """\
BEGIN:VCALENDAR
VERSION:2.0
PRODID:-//motesprotokoll//motesprotokoll//SV
CALSCALE:GREGORIAN
DESCRIPTION:Beslutat: 9 oktober 2026\\nUtan dag i kalendern: i december
X-WR-CALDESC:Beslutat: 9 oktober 2026\\nUtan dag i kalendern: i december
NAME:HR-nätverket: Mötestider 2027
X-WR-CALNAME:HR-nätverket: Mötestider 2027
CATEGORIES:HR-nätverket
BEGIN:VTIMEZONE
TZID:Europe/Stockholm
BEGIN:DAYLIGHT
DTSTART:19960331T020000
RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=3
TZNAME:CEST
TZOFFSETFROM:+0100
TZOFFSETTO:+0200
END:DAYLIGHT
BEGIN:STANDARD
DTSTART:19961027T030000
RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=10
TZNAME:CET
TZOFFSETFROM:+0200
TZOFFSETTO:+0100
END:STANDARD
END:VTIMEZONE
BEGIN:VEVENT
SUMMARY:HR-nätverket\\, förmiddag
DTSTART;VALUE=DATE:20270205
DTEND;VALUE=DATE:20270206
DTSTAMP:20261009T000000Z
UID:cdc3d3c6
CATEGORIES:HR-nätverket
DESCRIPTION:Tid: förmiddag
LOCATION:Ale\\; kommunhuset\\, plan 2
STATUS:CONFIRMED
TRANSP:TRANSPARENT
END:VEVENT
BEGIN:VEVENT
SUMMARY:HR-nätverket
DTSTART;TZID=Europe/Stockholm:20270305T090000
DTEND;TZID=Europe/Stockholm:20270305T120000
DTSTAMP:20261009T000000Z
UID:a6cb
SEQUENCE:1
CATEGORIES:HR-nätverket
DESCRIPTION:Anmärkning: C:\\\\Nytt
STATUS:CONFIRMED
TRANSP:OPAQUE
END:VEVENT
BEGIN:VEVENT
SUMMARY:HR-nätverket (preliminärt)
DTSTART:20271031T003000Z
DTEND:20271031T080000Z
DTSTAMP:20261009T000000Z
UID:b
CATEGORIES:HR-nätverket
STATUS:TENTATIVE
TRANSP:OPAQUE
END:VEVENT
END:VCALENDAR
"""


def entry(**changes: object) -> Entry:
    stamp = datetime(2027, 1, 1, tzinfo=UTC)
    known = {"uid": "a", "summary": "x", "start": date(2027, 2, 5), "stamp": stamp}
    return Entry(**{**known, **changes})  # type: ignore[arg-type]


class TestIcsRenderer:
    def test_writes_a_plan(self) -> None:
        """The whole file, without the data."""
        uids = ("cdc3d3c6", "a6cb", "b", None)
        occasions = [attrs.evolve(one, uid=uid) for one, uid in zip(PLAN.occasions, uids, strict=True)]
        plan = attrs.evolve(PLAN, occasions=occasions)
        rendered = mp.render(plan, "ics", embed=False)
        assert rendered.media_type == "text/calendar"
        assert rendered.text == WRITTEN.replace("\n", "\r\n")

    def test_the_data_stand_in_one_line(self) -> None:
        """Folded, and only where they are wanted: a member's address is for those who have the file."""
        assert b"X-MOTESPROTOKOLL-DATA" in mp.render(PLAN, "ics").content
        assert b"ida.ek" in mp.render(PLAN, "ics").content.replace(b"\r\n ", b"")
        assert b"ida.ek" not in mp.render(PLAN, "ics", embed=False).content.replace(b"\r\n ", b"")

    def test_writes_a_meeting(self) -> None:
        """One event with its agenda; a day alone needs no time zone."""
        meeting = Meeting("HR", occasion=date(2027, 2, 5), agenda=["Budget", "Lön"])
        content = mp.render(meeting, "ics").text
        assert "DESCRIPTION:Dagordning:\\nBudget\\nLön\r\n" in content
        assert "VTIMEZONE" not in content

    def test_a_meeting_without_a_day_has_no_event(self) -> None:
        """And the reason is told."""
        with pytest.raises(RenderError, match="needs a day"):
            mp.render(Meeting("HR"), "ics")

    def test_has_no_views(self) -> None:
        """It is no document."""
        with pytest.raises(RenderError, match="no views"):
            mp.render(Meeting("HR", occasion=date(2027, 2, 5)), "ics", view="agenda")


class TestEventOf:
    def test_before_the_rules_of_the_time_zone_moments_are_in_utc(self) -> None:
        """The clocks changed on other days then, or not at all."""
        found = event_of(entry(start=datetime(1995, 7, 1, 8, tzinfo=UTC)))
        assert b"DTSTART:19950701T080000Z" in found.to_ical()

    def test_start_and_end_are_written_alike(self) -> None:
        """An end in the hour that comes twice makes both UTC."""
        start, end = datetime(2027, 10, 30, 22, tzinfo=UTC), datetime(2027, 10, 31, 1, 30, tzinfo=UTC)
        content = event_of(entry(start=start, end=end)).to_ical()
        assert b"DTSTART:20271030T220000Z" in content
        assert b"DTEND:20271031T013000Z" in content

    def test_all_properties(self) -> None:
        """Also the address, which no sign of is escaped."""
        content = event_of(entry(url="https://example.org/a;b,c", place="\\N")).to_ical()
        assert b"URL:https://example.org/a;b,c\r\n" in content
        assert b"LOCATION:\\\\N\r\n" in content


class TestTimeZone:
    @pytest.mark.parametrize("year", [1996, 1997, 2024, 2027, 2037, 2038, 2100, 2500])
    def test_its_rules_are_those_of_the_database_of_zones(self, year: int) -> None:
        """If the law on summer time changes, so must they: files would be an hour wrong."""
        zone = ZoneInfo("Europe/Stockholm")
        october = datetime.combine(last_sunday(year, 10), time(1), UTC)
        march = datetime.combine(last_sunday(year + 1, 3), time(1), UTC)
        for change, before, after in ((october, 2, 1), (march, 1, 2)):
            assert (change - timedelta(minutes=1)).astimezone(zone).utcoffset() == timedelta(hours=before)
            assert change.astimezone(zone).utcoffset() == timedelta(hours=after)
            later = {(change + timedelta(days=days)).astimezone(zone).utcoffset() for days in range(140)}
            assert later == {timedelta(hours=after)}

    def test_says_them_in_fifteen_lines(self) -> None:
        """And no list of dates, which Outlook shifts by an hour."""
        content = time_zone().to_ical()
        assert b"RDATE" not in content
        assert content.count(b"RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=") == 2


class TestCalendarOf:
    def test_a_feed_says_how_to_use_it(self) -> None:
        """METHOD and how often to ask, which a file has not."""
        calendar = calendar_of([], name="A", method="PUBLISH", refresh=timedelta(hours=12))
        lines = content_of(calendar).decode().split("\r\n")
        assert {"METHOD:PUBLISH", "REFRESH-INTERVAL;VALUE=DURATION:PT12H", "X-PUBLISHED-TTL:PT12H"} <= set(
            lines
        )

    def test_bodies_stand_once(self) -> None:
        """However many plans they have."""
        content = content_of(calendar_of([], categories=["A, b", "C", "A, b"]))
        assert b"CATEGORIES:A\\, b,C\r\n" in content


class TestContentOf:
    @pytest.mark.parametrize("sign", ["\x00", "\x0b", "\x7f", "\t"])
    def test_refuses_controls(self, sign: str) -> None:
        """icalendar writes them as they are; programs refuse the file, or worse."""
        calendar = Calendar()
        calendar.add("SUMMARY", vText(f"a{sign}b"))
        with pytest.raises(RenderError):
            content_of(calendar)

    def test_refuses_a_line_in_a_value(self) -> None:
        """What would begin a line of its own."""
        event = Event()
        event.add("X-A", _Raw("a\nUID:b"))
        calendar = Calendar()
        calendar.add_component(event)
        with pytest.raises((RenderError, AssertionError)):
            content_of(calendar)


class _Raw(Text):
    def to_ical(self) -> bytes:
        return self.encode()
