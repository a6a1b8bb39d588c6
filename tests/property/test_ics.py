"""Laws of calendars: what is written reads back, and nothing in a plan becomes a line of its own."""

import contextlib
import datetime as dt
import re
from datetime import timedelta

import attrs
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from icalendar import Calendar

import motesprotokoll as mp
from everything import MEETING
from hostile import STRINGS, filled
from losses import as_calendars_carry
from motesprotokoll.ical import PRODUCT, entries_of
from motesprotokoll.limits import DEFAULT_LIMITS
from motesprotokoll.readers.ics import busy_in, schedules_in
from motesprotokoll.renderers.ics import IcsRenderer
from strategies import SLOW_EACH, days, few, meetings, occasions, schedules

PIECES = (
    "BEGIN:VEVENT",
    "END:VEVENT",
    "BEGIN:VALARM",
    "END:VALARM",
    "BEGIN:VFREEBUSY",
    "END:VFREEBUSY",
    f"PRODID:{PRODUCT}",
    "UID:a",
    "UID:b",
    "DTSTART:20270205T090000Z",
    "DTSTART;VALUE=DATE:20270205",
    "DTSTART;TZID=Europe/Stockholm:20270328T023000",
    "DTSTART;TZID=Europe:99991231T235959",
    "DTSTART:00010101T000000",
    "DTEND:20270205T100000Z",
    "DTEND;VALUE=DATE:00010101",
    "DURATION:P999999W",
    "DURATION:-PT1S",
    "RRULE:FREQ=DAILY",
    "RRULE:FREQ=YEARLY;BYDAY=-53SU,20MO;BYSETPOS=-1",
    "RRULE:FREQ=MONTHLY;BYMONTHDAY=-31,31;UNTIL=99991231",
    "RRULE:FREQ=WEEKLY;COUNT=3;WKST=SU;UNTIL=20270101T000000Z",
    "RRULE:FREQ=SECONDLY",
    "RDATE:20270206T090000Z,20270207T090000Z/PT1H",
    "EXDATE;VALUE=DATE:20270205",
    "RECURRENCE-ID:20270205T090000Z",
    "STATUS:CANCELLED",
    "TRANSP:TRANSPARENT",
    "SUMMARY:x",
    "DESCRIPTION:Tid: ingen",
    "CATEGORIES:a\\,b,c",
    "FREEBUSY;FBTYPE=BUSY:20270205T090000Z/PT1H,20270206T090000Z/20270206T100000Z",
    "X-MOTESPROTOKOLL-DATA:{}",
    " fortsättning",
)
"""Lines of calendars, whole and broken."""


@st.composite
def plans(draw: st.DrawFn) -> mp.Schedule:
    """Any schedule, with some occasions that have days besides what it has."""
    schedule = draw(schedules())
    dated = []
    for occasion in draw(few(occasions(), least=1, most=4)):
        start = draw(days())
        end = dt.date.fromordinal(min(start.toordinal() + draw(st.integers(0, 3)), dt.date.max.toordinal()))
        dated.append(attrs.evolve(occasion, dates=mp.DateSpan(start, end)))
    return attrs.evolve(schedule, occasions=(*schedule.occasions, *dated))


def written(value: mp.Schedule | mp.Meeting, *, embed: bool = True) -> bytes:
    return IcsRenderer(embed=embed).render_value(value)


def read(content: bytes) -> mp.Schedule:
    (schedule,) = schedules_in(content, DEFAULT_LIMITS)
    return schedule


class TestThereAndBack:
    @SLOW_EACH
    @given(plans())
    def test_a_plan_reads_back_equal(self, schedule: mp.Schedule) -> None:
        """Law 2 for calendars, over all plans that the model accepts."""
        assert read(written(schedule)) == schedule

    @SLOW_EACH
    @given(plans())
    def test_without_data_all_but_the_losses_reads_back(self, schedule: mp.Schedule) -> None:
        """What a person sees of the events is the plan, but for what the table of losses names."""
        assert read(written(schedule, embed=False)) == as_calendars_carry(schedule)

    @SLOW_EACH
    @given(plans())
    def test_the_losses_are_lost_once(self, schedule: mp.Schedule) -> None:
        """What a calendar carries without data, it carries exactly."""
        kept = as_calendars_carry(schedule)
        assert as_calendars_carry(kept) == kept
        assert read(written(kept, embed=False)) == kept

    @SLOW_EACH
    @given(plans())
    def test_same_bytes(self, schedule: mp.Schedule) -> None:
        """Law 6."""
        assert written(schedule) == written(schedule)


PROPERTIES = "UID DTSTAMP DTSTART DTEND SEQUENCE SUMMARY LOCATION DESCRIPTION STATUS TRANSP CATEGORIES URL"
OF_CALENDARS = "BEGIN END VERSION PRODID CALSCALE NAME X-WR-CALNAME X-WR-CALDESC X-MOTESPROTOKOLL-DATA"
OF_ZONES = "TZID RRULE TZNAME TZOFFSETFROM TZOFFSETTO"
NAMES = {*PROPERTIES.split(), *OF_CALENDARS.split(), *OF_ZONES.split()}
"""Every line that we write begins with one of these."""


def unfolded(content: bytes) -> list[str]:
    return content.replace(b"\r\n ", b"").decode("utf-8").split("\r\n")


def check_lines(content: bytes, events: int) -> None:
    """Lines as RFC 5545, section 3.1, has them, and none that is not ours."""
    assert content.endswith(b"\r\n")
    lines = content.removesuffix(b"\r\n").split(b"\r\n")
    assert max(map(len, lines)) <= 75
    assert not re.search(rb"[\x00-\x1f\x7f]", b"".join(lines))
    assert {re.split("[:;]", line)[0] for line in unfolded(content) if line} <= NAMES
    assert unfolded(content).count("BEGIN:VEVENT") == unfolded(content).count("END:VEVENT") == events


class TestLines:
    @SLOW_EACH
    @given(plans(), st.booleans())
    def test_of_any_plan(self, schedule: mp.Schedule, embed: bool) -> None:
        """Short, ended as they should be, without controls, and only those that we write."""
        check_lines(written(schedule, embed=embed), sum(entry is not None for entry in entries_of(schedule)))

    @SLOW_EACH
    @given(meetings())
    def test_of_any_meeting(self, meeting: mp.Meeting) -> None:
        """The same for the one event of a meeting, or an error that says why there is none."""
        try:
            content = written(meeting)
        except mp.RenderError:
            assert None in entries_of(mp.Schedule(occasions=[meeting.occasion or mp.Occasion()]))
        else:
            check_lines(content, 1)

    @pytest.mark.slow
    @pytest.mark.parametrize("words", STRINGS)
    def test_hostile_words_are_words(self, words: str) -> None:
        """In every field of a plan and of a meeting: no line more than with harmless words."""
        for value in (PLAN, MEETING):
            content = written(filled(value, words))
            harmless = unfolded(written(filled(value, "ord")))
            check_lines(content, harmless.count("BEGIN:VEVENT"))
            assert len(unfolded(content)) in (len(harmless), len(harmless) + 1)  # an address gives URL
        plan = filled(PLAN, words)
        assert read(written(plan)) == plan
        assert read(written(plan, embed=False)) == as_calendars_carry(plan)


PLAN = mp.Schedule(
    "Mötestider",
    network=mp.Network("HR-nätverket", email="x", members=[mp.Member("Ida Ek", email="ida.ek@ale.example")]),
    occasions=[
        mp.Occasion(mp.DateSpan(dt.date(2027, 2, 5)), place="Ale", label="Start", note="Fika", uid="a"),
        mp.Occasion(
            mp.DateSpan(dt.date(2027, 3, 5)), times=mp.TimeSpan(dt.time(9), dt.time(12)), place="Ale"
        ),
        mp.Occasion(mp.PartialDate("i augusti"), label="Upptakt"),
    ],
)


class TestEditedElsewhere:
    @SLOW_EACH
    @given(plans(), st.integers(1, 400), st.booleans())
    def test_a_moved_meeting_is_read_where_it_stands(
        self, schedule: mp.Schedule, days: int, keeps_data: bool
    ) -> None:
        """Another program moves the first event: its day is the new one, and not that in the data."""
        first = mp.Occasion(dt.date(2027, 2, 5), label="Start", place="Ale", note="Fika")
        schedule = attrs.evolve(schedule, occasions=[first, *schedule.occasions])
        calendar = Calendar.from_ical(written(schedule))
        for name in ("DTSTART", "DTEND"):
            calendar.walk("VEVENT")[0][name].dt += timedelta(days=days)
        if not keeps_data:
            calendar.pop("X-MOTESPROTOKOLL-DATA")
        moved, *others = as_calendars_carry(schedule).occasions
        moved = attrs.evolve(moved, dates=dt.date(2027, 2, 5) + timedelta(days=days))
        assert read(calendar.to_ical()).occasions == (moved, *others)

    @SLOW_EACH
    @given(plans())
    def test_a_removed_meeting_is_gone(self, schedule: mp.Schedule) -> None:
        """So is one that somebody deleted there."""
        calendar = Calendar.from_ical(written(schedule))
        assume(calendar.walk("VEVENT"))
        calendar.subcomponents.remove(calendar.walk("VEVENT")[-1])
        assert len(read(calendar.to_ical()).occasions) == len(calendar.walk("VEVENT"))


class TestAnyBytes:
    @SLOW_EACH
    @given(st.one_of(st.binary(max_size=300), st.text(max_size=300).map(str.encode)))
    def test_give_a_result_or_one_error(self, data: bytes) -> None:
        """Law 5 for what is no calendar."""
        check_total(data)

    @SLOW_EACH
    @given(plans(), st.lists(st.tuples(st.integers(0, 4_000), st.binary(max_size=6)), max_size=5))
    def test_so_does_a_damaged_calendar(
        self, schedule: mp.Schedule, damages: list[tuple[int, bytes]]
    ) -> None:
        """Law 5 for what was one."""
        data = bytearray(written(schedule))
        for place, junk in damages:
            data[place % len(data) : place % len(data) + len(junk)] = junk
        check_total(bytes(data))

    @SLOW_EACH
    @given(st.lists(st.sampled_from(PIECES), max_size=14))
    def test_so_does_anything_made_of_its_words(self, lines: list[str]) -> None:
        """Law 5 for what has the words of a calendar in any order."""
        body = "\r\n".join(lines)
        check_total(f"BEGIN:VCALENDAR\r\n{body}\r\nEND:VCALENDAR\r\n".encode())
        check_total(f"BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\n{body}\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n".encode())


def check_total(data: bytes) -> None:
    for call in (
        lambda: schedules_in(data, DEFAULT_LIMITS),
        lambda: busy_in(data, DEFAULT_LIMITS, dt.date(2027, 1, 1), dt.date(2027, 12, 31)),
    ):
        with contextlib.suppress(mp.ReadError):
            call()
