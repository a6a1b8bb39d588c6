"""When others are busy, by calendars as their programs write them."""

from datetime import date, time

import pytest

from motesprotokoll.errors import LimitError, ReadError
from motesprotokoll.limits import DEFAULT_LIMITS, Limits
from motesprotokoll.model import DateSpan, Network, Occasion, PartOfDay, Schedule, TimeSpan
from motesprotokoll.readers.ics import busy_in
from motesprotokoll.renderers.ics import IcsRenderer


def calendar(*lines: str) -> bytes:
    return "\r\n".join(("BEGIN:VCALENDAR", "VERSION:2.0", *lines, "END:VCALENDAR", "")).encode()


def event(*lines: str) -> str:
    return "\r\n".join(("BEGIN:VEVENT", "UID:styrelsen@example.org", *lines, "END:VEVENT"))


def busy(*lines: str, limits: Limits = DEFAULT_LIMITS) -> tuple[Occasion, ...]:
    return busy_in(calendar(*lines), limits, date(2027, 1, 1), date(2027, 12, 31))


def shown(found: tuple[Occasion, ...]) -> list[str]:
    return [f"{one.dates} {one.times or ''}".strip() for one in found]


class TestOneEvent:
    @pytest.mark.parametrize(
        ("lines", "expected"),
        [
            (["DTSTART;VALUE=DATE:20270205", "DTEND;VALUE=DATE:20270206"], "2027-02-05"),
            (["DTSTART;VALUE=DATE:20270205"], "2027-02-05"),
            (["DTSTART:20270205"], "2027-02-05"),
            (["DTSTART;VALUE=DATE:20270205", "DTEND;VALUE=DATE:20270205"], "2027-02-05"),
            (["DTSTART;VALUE=DATE:20270205", "DTEND;VALUE=DATE:20270208"], "2027-02-05/2027-02-07"),
            (["DTSTART;VALUE=DATE:20270205", "DURATION:P2D"], "2027-02-05/2027-02-06"),
            (["DTSTART;VALUE=DATE:20270205", "DURATION:P1W"], "2027-02-05/2027-02-11"),
            (["DTSTART:20270205T080000Z", "DTEND:20270205T110000Z"], "2027-02-05 09:00–12:00"),
            (["DTSTART:20270705T080000Z", "DTEND:20270705T110000Z"], "2027-07-05 10:00–13:00"),
            (["DTSTART:20270205T090000", "DTEND:20270205T120000"], "2027-02-05 09:00–12:00"),
            (["DTSTART:20270205T090000", "DURATION:PT1H30M"], "2027-02-05 09:00–10:30"),
            (["DTSTART:20270205T090000"], "2027-02-05 09:00"),
            (["DTSTART:20270205T090000", "DURATION:-PT1H"], "2027-02-05 09:00"),
            (["DTSTART:20270205T090000", "DTEND:20270206T000000"], "2027-02-05 09:00–00:00"),
            (["DTSTART:20270205T220000", "DTEND:20270206T020000"], "2027-02-05/2027-02-06"),
            (["DTSTART:20270205T235960"], "2027-02-05 23:59"),
            (["dtstart;tzid=Europe/Helsinki:20270205T090000"], "2027-02-05 08:00"),
            (['DTSTART;TZID="Europe/Helsinki":20270205T090000'], "2027-02-05 08:00"),
            (["DTSTART;TZID=W. Europe Standard Time:20270205T090000"], "2027-02-05 09:00"),
            (["DTSTART;TZID=FLE Standard Time:20270205T090000"], "2027-02-05 08:00"),
            (["DTSTART;TZID=/mozilla.org/20050126_1/Europe/Helsinki:20270205T090000"], "2027-02-05 08:00"),
            (["DTSTART;TZID=/a/b/America/Indiana/Knox:20270205T090000"], "2027-02-05 16:00"),
            (["DTSTART;TZID=Europe:20270205T090000"], "2027-02-05 09:00"),
            (["DTSTART;TZID=../../etc/passwd:20270205T090000"], "2027-02-05 09:00"),
            (["DTSTART;TZID=/:20270205T090000"], "2027-02-05 09:00"),
            (["DTSTART;TZID=Customized Time Zone 1:20270205T090000"], "2027-02-05 09:00"),
            (["DTSTART;TZID=Europe/Stockholm:20270328T023000"], "2027-03-28 03:30"),
        ],
    )
    def test_takes_its_days_and_hours(self, lines: list[str], expected: str) -> None:
        """Hours are those in Stockholm; a zone that nobody knows is there, too."""
        assert shown(busy(event(*lines))) == [expected]

    def test_has_a_title(self) -> None:
        """And what stands between its lines and those of its alarm is not mixed up."""
        lines = ("SUMMARY:Styrelsen\\, möte\\n", "BEGIN:VALARM", "SUMMARY:Snart", "END:VALARM")
        assert busy(event("DTSTART:20270205", *lines))[0].label == "Styrelsen, möte"

    @pytest.mark.parametrize(
        "line",
        ["STATUS:CANCELLED", "TRANSP:TRANSPARENT", "transp:transparent ", "X-MICROSOFT-CDO-BUSYSTATUS:FREE"],
    )
    def test_takes_no_time_where_it_says_so(self, line: str) -> None:
        """What is cancelled, or leaves its owner free."""
        assert busy(event("DTSTART:20270205", line)) == ()

    def test_of_another_year_is_left_out(self) -> None:
        """One that reaches into the days that were asked for is not."""
        last_year = event("DTSTART:20261231", "DTEND:20270102")
        assert shown(busy(event("DTSTART:20260205"), event("DTSTART:20280101"), last_year)) == [
            "2026-12-31/2027-01-01"
        ]

    def test_stands_once(self) -> None:
        """However often the calendar says it, and in the order of the days."""
        assert shown(busy(*[event("DTSTART:20270207")] * 2, event("DTSTART:20270205"))) == [
            "2027-02-05",
            "2027-02-07",
        ]

    @pytest.mark.parametrize(
        "lines",
        [
            [],
            ["DTSTART:"],
            ["DTSTART:i morgon"],
            ["DTSTART:20270231"],
            ["DTSTART:20270205T250000"],
            ["DTSTART:00010101T000000Z"],
            ["DTSTART:99991231T235959Z"],
            ["DTSTART:20270205", "DTEND:20270205T120000"],
            ["DTSTART:20270205T120000", "DTEND:20270206"],
            ["DTSTART:20270205", "DURATION:P"],
            ["DTSTART:20270205", "DURATION:PT"],
            ["DTSTART:20270205", "DURATION:en timme"],
            ["DTSTART:20270205", "DURATION:P999999W"],
            ["DTSTART:20270205T090000", "DURATION:P500000W"],
            ["DTSTART;=:20270205"],
            ["DTSTART"],
        ],
    )
    def test_without_times_that_can_be_read_is_an_error(self, lines: list[str]) -> None:
        """Never a day that is quietly free."""
        with pytest.raises(ReadError):
            busy(event(*lines))


class TestRecurring:
    def test_each_time_is_given(self) -> None:
        """The same hour on the clock, in summer and in winter."""
        found = busy(
            event("DTSTART;TZID=Europe/Stockholm:20260901T090000", "DURATION:PT1H", "RRULE:FREQ=MONTHLY")
        )
        assert len(found) == 12
        assert {str(one.times) for one in found} == {"09:00–10:00"}

    def test_ends_when_it_says(self) -> None:
        """After a number of times, by a day or by a moment, which is the last one."""
        start = "DTSTART:20270201T080000Z"
        for rule in ("COUNT=3", "UNTIL=20270203", "UNTIL=20270203T080000Z"):
            assert len(busy(event(start, f"RRULE:FREQ=DAILY;{rule}"))) == 3
        assert len(busy(event(start, "RRULE:FREQ=DAILY;UNTIL=20270203T075959Z"))) == 2
        assert len(busy(event("DTSTART:20270201", "RRULE:FREQ=DAILY;UNTIL=20270203T000000Z"))) == 3

    def test_leaves_out_and_adds_what_it_says(self) -> None:
        """EXDATE by the moment or the day, RDATE with or without an end of its own."""
        lines = ("DTSTART:20270201T080000Z", "RRULE:FREQ=DAILY;COUNT=4", "EXDATE:20270202T080000Z")
        assert shown(busy(event(*lines, "EXDATE;VALUE=DATE:20270203", "RDATE:20270301T080000Z/PT1H"))) == [
            "2027-02-01 09:00",
            "2027-02-04 09:00",
            "2027-03-01 09:00",
        ]
        assert shown(busy(event("DTSTART:20270201", "RDATE;VALUE=DATE:20270301,20270302"))) == [
            "2027-02-01",
            "2027-03-01",
            "2027-03-02",
        ]

    def test_a_moved_time_stands_where_it_was_moved(self) -> None:
        """And one that is cancelled for a time leaves that time free."""
        series = event("DTSTART:20270201T080000Z", "RRULE:FREQ=WEEKLY;COUNT=3", "SUMMARY:AU")
        moved = event("RECURRENCE-ID:20270208T080000Z", "DTSTART:20270209T080000Z", "SUMMARY:AU")
        gone = event("RECURRENCE-ID:20270215T080000Z", "DTSTART:20270215T080000Z", "STATUS:CANCELLED")
        assert shown(busy(series, moved, gone)) == ["2027-02-01 09:00", "2027-02-09 09:00"]

    def test_a_long_one_that_began_before_counts(self) -> None:
        """Three days that begin in the last days of December end in January."""
        found = busy(event("DTSTART:20201230", "DTEND:20210102", "RRULE:FREQ=YEARLY"))
        assert shown(found) == ["2026-12-30/2027-01-01", "2027-12-30/2028-01-01"]

    @pytest.mark.parametrize(
        "line",
        [
            "RRULE:FREQ=SECONDLY",
            "RRULE:FREQ=DAILY;UNTIL=snart",
            "RDATE:20270301,nej",
            "EXDATE:nej",
            "RECURRENCE-ID:nej",
            "DURATION:P500000W",
        ],
    )
    def test_a_broken_one_is_an_error(self, line: str) -> None:
        """With its place."""
        with pytest.raises(ReadError, match="line 3"):
            busy(event("DTSTART:20270201", "RRULE:FREQ=YEARLY", line))

    def test_one_that_leaves_the_calendar_is_an_error(self) -> None:
        """It has lasted for nine thousand years already, and begins once more."""
        with pytest.raises(ReadError, match="beyond the calendar"):
            busy(event("DTSTART:09000101", "DTEND:99000101", "RRULE:FREQ=YEARLY"))

    def test_too_much_is_refused(self) -> None:
        """By a budget that is that of the whole calendar."""
        one = event("DTSTART:19000101", "RRULE:FREQ=DAILY;COUNT=99999")
        with pytest.raises(LimitError, match="calendar_days"):
            busy(*[one] * 30, limits=Limits(calendar_days=50_000))
        with pytest.raises(LimitError, match="more than 5 days"):
            busy(event("DTSTART:20270201", "RDATE:20270201,20270202"), limits=Limits(calendar_days=5))


class TestFreeBusy:
    def test_gives_times_without_titles(self) -> None:
        """As programs answer who may see no more."""
        found = busy(
            "BEGIN:VFREEBUSY",
            "FREEBUSY:20270205T080000Z/20270205T090000Z,20270206T080000Z/PT1H",
            "FREEBUSY;FBTYPE=FREE:20270207T080000Z/PT1H",
            "FREEBUSY;FBTYPE=BUSY-TENTATIVE:20270208T080000Z/+PT1H",
            "END:VFREEBUSY",
        )
        assert shown(found) == [f"2027-02-0{day} 09:00–10:00" for day in (5, 6, 8)]
        assert {one.label for one in found} == {None}

    @pytest.mark.parametrize("period", ["", "x/y", "20270205/20270205T080000Z", "20270205T080000Z/Px"])
    def test_a_broken_one_is_an_error(self, period: str) -> None:
        """Never a time that is quietly free."""
        with pytest.raises(ReadError):
            busy("BEGIN:VFREEBUSY", f"FREEBUSY:{period}", "END:VFREEBUSY")


class TestOurOwn:
    def test_gives_the_occasions_of_the_plan(self) -> None:
        """Days without hours leave nobody busy in a calendar program; here they are what is asked for."""
        plan = Schedule(
            "Mötestider 2027",
            network=Network("Styrelsen"),
            part_of_day=PartOfDay.MORNING,
            occasions=[
                Occasion(date(2027, 2, 5)),
                Occasion(date(2027, 3, 5), times=TimeSpan(time(9), time(12)), label="Budget"),
                Occasion(date(2027, 4, 5), cancelled=True),
                Occasion(date(2028, 2, 5)),
                Occasion(),
            ],
        )
        found = busy_in(
            IcsRenderer().render_value(plan), DEFAULT_LIMITS, date(2027, 1, 1), date(2027, 12, 31)
        )
        assert found == (
            Occasion(DateSpan(date(2027, 2, 5)), part_of_day=PartOfDay.MORNING, label="Styrelsen"),
            Occasion(
                DateSpan(date(2027, 3, 5)),
                times=TimeSpan(time(9), time(12)),
                label="Styrelsen: Budget",
            ),
        )
