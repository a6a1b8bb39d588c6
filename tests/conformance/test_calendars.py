"""Other programs read the same moments and days from our calendars, over both changes of clocks.

vobject makes time zones of VTIMEZONE by dateutil; libical, which GNOME and KDE read calendars with, by code
of its own. Neither asks the database of zones where a calendar brings its own zone: a wrong one fails.
"""

import ctypes
import ctypes.util
from collections.abc import Callable
from datetime import UTC, date, datetime, time, timedelta
from typing import Any

import pytest

import motesprotokoll as mp
from motesprotokoll.ical import entries_of
from plans import last_sunday

pytestmark = pytest.mark.slow

Moments = dict[str, tuple[date, date | None]]
"""Of each event, by its uid: days, or moments in UTC."""
YEARS = range(2024, 2036)
HOURS = (
    mp.TimeSpan(time(9), time(12)),
    mp.TimeSpan(time(0), time(0)),
    mp.TimeSpan(time(1, 30), time(3, 30)),
    mp.TimeSpan(time(2, 30), time(4)),
    mp.TimeSpan(time(23, 15)),
    None,
)


def plan(year: int) -> mp.Schedule:
    """Meetings of every length on the days around both changes of clocks, and one in summer and in winter."""
    days = [
        last_sunday(year, month) + timedelta(days=shift) for month in (3, 10) for shift in (-3, -1, 0, 1, 3)
    ]
    spans = [mp.DateSpan(day, day + timedelta(days=days)) for day in days for days in (0, 1)]
    spans += [mp.DateSpan(date(year, 1, 15)), mp.DateSpan(date(year, 7, 15))]
    return mp.Schedule(
        f"Mötestider {year}",
        network="HR-nätverket",
        occasions=[mp.Occasion(span, times=times, place="Ale") for span in spans for times in HOURS],
    )


def expected(schedule: mp.Schedule) -> Moments:
    """By zoneinfo, which `Meeting.starts_at` asks."""
    found: Moments = {}
    for entry, occasion in zip(entries_of(schedule), schedule.occasions, strict=True):
        assert entry is not None
        held, dates = mp.Meeting(occasion=occasion), occasion.dates
        assert isinstance(dates, mp.DateSpan)
        if entry.is_all_day:
            found[entry.uid] = (dates.start, dates.end + timedelta(days=1))
        else:
            assert held.starts_at is not None
            found[entry.uid] = (held.starts_at.astimezone(UTC), held.ends_at and held.ends_at.astimezone(UTC))
    return found


# ------------------------------------------------------------------------------------------------ vobject


def by_vobject(content: bytes) -> Moments:
    vobject = pytest.importorskip("vobject", reason="vobject is one of the peers")
    from vobject import icalendar as zones

    zones.registerTzid("Europe/Stockholm", None)  # it keeps the first zone of a name that it has ever seen
    calendar = vobject.readOne(content.decode("utf-8"))
    return {
        event.uid.value: (
            _plain(event.dtstart.value),
            _plain(event.dtend.value) if hasattr(event, "dtend") else None,
        )
        for event in calendar.vevent_list
    }


def _plain(value: date) -> date:
    return value.astimezone(UTC) if isinstance(value, datetime) else value


# ------------------------------------------------------------------------------------------------ libical


class _Time(ctypes.Structure):
    _fields_ = (
        *((name, ctypes.c_int) for name in ("year", "month", "day", "hour", "minute", "second")),
        ("is_date", ctypes.c_int),
        ("is_daylight", ctypes.c_int),
        ("zone", ctypes.c_void_p),
    )


_EVENT = 4
"""ICAL_VEVENT_COMPONENT."""


def _libical() -> Any:
    try:
        library = ctypes.CDLL("libical.so.3")
    except OSError:
        pytest.skip("libical is not installed (Debian: libical3)")
    pointer, kind, time_type = ctypes.c_void_p, ctypes.c_int, _Time
    for name, result, arguments in (
        ("icalparser_parse_string", pointer, [ctypes.c_char_p]),
        ("icalcomponent_get_first_component", pointer, [pointer, kind]),
        ("icalcomponent_get_next_component", pointer, [pointer, kind]),
        ("icalcomponent_get_first_property", pointer, [pointer, kind]),
        ("icalproperty_string_to_kind", kind, [ctypes.c_char_p]),
        ("icalcomponent_get_uid", ctypes.c_char_p, [pointer]),
        ("icalcomponent_get_dtstart", time_type, [pointer]),
        ("icalcomponent_get_dtend", time_type, [pointer]),
        ("icaltime_as_timet_with_zone", ctypes.c_longlong, [time_type, pointer]),
        ("icalcomponent_count_errors", kind, [pointer]),
        ("icalcomponent_free", None, [pointer]),
    ):
        function = getattr(library, name)
        function.restype, function.argtypes = result, arguments
    return library


def by_libical(content: bytes) -> Moments:
    library = _libical()
    calendar = library.icalparser_parse_string(content)
    assert calendar
    assert library.icalcomponent_count_errors(calendar) == 0
    end_kind = library.icalproperty_string_to_kind(b"DTEND")
    found: Moments = {}
    event = library.icalcomponent_get_first_component(calendar, _EVENT)
    while event:
        has_end = library.icalcomponent_get_first_property(event, end_kind)
        found[library.icalcomponent_get_uid(event).decode()] = (
            _of_libical(library, library.icalcomponent_get_dtstart(event)),
            _of_libical(library, library.icalcomponent_get_dtend(event)) if has_end else None,
        )
        event = library.icalcomponent_get_next_component(calendar, _EVENT)
    library.icalcomponent_free(calendar)
    return found


def _of_libical(library: Any, found: _Time) -> date:
    if found.is_date:
        return date(found.year, found.month, found.day)
    assert found.zone  # a zone that it knows: ours, or UTC
    return datetime.fromtimestamp(library.icaltime_as_timet_with_zone(found, found.zone), UTC)


# ------------------------------------------------------------------------------------------------ the tests

READERS = pytest.mark.parametrize("read", [by_vobject, by_libical], ids=["vobject", "libical"])


class TestMoments:
    @READERS
    @pytest.mark.parametrize("year", YEARS)
    def test_are_the_same_everywhere(self, read: Callable[[bytes], Moments], year: int) -> None:
        """Days are days, hours are moments: also in the nights when clocks change."""
        schedule = plan(year)
        assert read(mp.render(schedule, "ics").content) == expected(schedule)

    @READERS
    @pytest.mark.parametrize(
        ("old", "new"),
        [
            (b"BYMONTH=10", b"BYMONTH=9"),
            (b"TZOFFSETTO:+0200", b"TZOFFSETTO:+0300"),
            (b"BYDAY=-1SU", b"BYDAY=1SU"),
        ],
    )
    def test_a_wrong_time_zone_would_be_seen(
        self, read: Callable[[bytes], Moments], old: bytes, new: bytes
    ) -> None:
        """So they read the zone that stands in the file, and not one that they know."""
        content = mp.render(plan(2027), "ics").content
        assert old in content
        assert read(content.replace(old, new)) != expected(plan(2027))

    @READERS
    def test_a_meeting_of_our_own(self, read: Callable[[bytes], Moments]) -> None:
        """The event of a meeting, as that of its plan."""
        meeting = mp.new_meeting("HR-nätverket", "2027-02-05 kl. 09.00–12.00", agenda=["Budget; lön, mer"])
        ((start, end),) = read(mp.render(meeting, "ics").content).values()
        assert (start, end) == (meeting.starts_at, meeting.ends_at)
