"""Our own calendars back into plans: by what they carry, and by what they show once somebody changed them."""

from datetime import date, time

import attrs
import pytest

from motesprotokoll.errors import ReadError
from motesprotokoll.ical import PRODUCT, entries_of, entry_of
from motesprotokoll.limits import DEFAULT_LIMITS
from motesprotokoll.model import (
    Attachment,
    DateSpan,
    Meeting,
    Member,
    Mode,
    Network,
    Occasion,
    PartOfDay,
    Schedule,
    TimeSpan,
)
from motesprotokoll.readers.ics import schedules_in
from motesprotokoll.renderers.ics import IcsRenderer, calendar_of, content_of
from motesprotokoll.renderers.ics.renderer import data_of
from timing import grows_at_most

HR = Schedule(
    "Mötestider 2027",
    network=Network("HR-nätverket", members=[Member("Ida Ek", email="ida.ek@ale.example")]),
    year=2027,
    decided_on=date(2026, 10, 9),
    part_of_day=PartOfDay.MORNING,
    occasions=[
        Occasion(date(2027, 2, 5), place="Ale", note="Ta med fika", mode=Mode.HYBRID),
        Occasion(date(2027, 3, 5), times=TimeSpan(time(9), time(12)), label="Budget", tentative=True),
    ],
)
INKOP = Schedule(network="Inköpsnätverket", occasions=[date(2027, 4, 9)])


def read(data: bytes) -> tuple[Schedule, ...]:
    return schedules_in(data, DEFAULT_LIMITS)


def feed(*plans: Schedule, meetings: tuple[Meeting, ...] = ()) -> bytes:
    """Plans of several bodies in one calendar; a meeting stands for the occasion that it was planned as."""
    entries = {entry.uid: entry for plan in plans for entry in entries_of(plan) if entry is not None}
    entries |= {entry.uid: entry for entry in map(entry_of, meetings)}
    return content_of(calendar_of(entries.values(), data=[data_of(plan) for plan in plans]))


def changed(old: str, new: str, plan: Schedule = HR, *, embed: bool = True) -> Schedule:
    """The plan, read after somebody changed its calendar."""
    text = IcsRenderer(embed=embed).render_value(plan).replace(b"\r\n ", b"").decode()
    assert old in text
    (found,) = read(text.replace(old, new).encode())
    return found


class TestOnePlan:
    def test_is_read_by_its_data(self) -> None:
        """All of it, also what no event shows."""
        assert read(IcsRenderer().render_value(HR)) == (HR,)

    def test_without_data_is_read_by_its_events(self) -> None:
        """What stands in a register and not on a plan is not there."""
        (found,) = read(IcsRenderer(embed=False).render_value(HR))
        assert found.network == Network("HR-nätverket")
        assert [attrs.evolve(one, uid=None) for one in found.occasions] == list(HR.occasions)
        assert attrs.evolve(found, network=None, occasions=()) == attrs.evolve(HR, network=None, occasions=())

    @pytest.mark.parametrize(
        ("old", "new", "field", "value"),
        [
            ("20270205", "20270212", "dates", DateSpan(date(2027, 2, 12))),
            ("LOCATION:Ale", "LOCATION:Lerum", "place", "Lerum"),
            ("LOCATION:Ale\r\n", "", "place", None),
            ("hybridmöte", "digitalt möte", "mode", Mode.REMOTE),
            ("Mötesform: hybridmöte\\n", "", "mode", None),
            ("Mötesform: hybrid", "Mötesform: oklart", "note", "Mötesform: oklartmöte Ta med fika"),
            ("Ta med fika", "Ta inte med fika", "note", "Ta inte med fika"),
            ("\\nAnmärkning: Ta med fika", "", "note", None),
            ("Anmärkning: ", "Preliminär platsinfo\\n", "note", "Preliminär platsinfo Ta med fika"),
            ("Anmärkning: ", "Preliminär plats\\n", "place_tentative", True),
            ("DESCRIPTION:Tid: f", "DESCRIPTION:Hej\\n\\nTid: f", "note", None),
            ("STATUS:CONFIRMED", "STATUS:CANCELLED", "cancelled", True),
            ("STATUS:CONFIRMED", "STATUS:TENTATIVE", "tentative", True),
            ("STATUS:CONFIRMED", "STATUS:KANSKE", "tentative", False),
            ("STATUS:CONFIRMED", "SEQUENCE:3\r\nSTATUS:CONFIRMED", "sequence", 3),
            ("STATUS:CONFIRMED", "SEQUENCE:-3\r\nSTATUS:CONFIRMED", "sequence", None),
            ("STATUS:CONFIRMED", "SEQUENCE:4294967296\r\nSTATUS:CONFIRMED", "sequence", None),
            ("SUMMARY:HR-nätverket\\, förmiddag", "SUMMARY:HR\\, förmiddag", "label", "HR"),
            (
                "SUMMARY:HR-nätverket\\, förmiddag",
                "SUMMARY:HR-nätverket: Start\\, förmiddag",
                "label",
                "Start",
            ),
            ("SUMMARY:HR-nätverket\\, förmiddag", "SUMMARY: ", "label", None),
        ],
    )
    def test_what_somebody_changed_counts(self, old: str, new: str, field: str, value: object) -> None:
        """The data say otherwise still; what is seen is read, and the other occasion stays what it was."""
        if field == "note" and value is None and "Hej" in new:
            value = "Hej Tid: förmiddag Mötesform: hybridmöte Ta med fika"  # no longer in our order
        found = changed(old, new)
        assert getattr(found.occasions[0], field) == value
        if "STATUS:CONFIRMED" not in old:
            assert attrs.evolve(found.occasions[1], uid=None) == HR.occasions[1]

    def test_a_new_event_is_an_occasion(self) -> None:
        """Somebody added one in a calendar program."""
        event = "BEGIN:VEVENT\r\nDTSTART;VALUE=DATE:20270409\r\nCATEGORIES:HR-nätverket\r\nEND:VEVENT\r\n"
        found = changed("END:VCALENDAR", f"{event}END:VCALENDAR")
        assert len(found.occasions) == 3
        assert found.occasions[2] == Occasion(date(2027, 4, 9))

    def test_what_other_programs_add_changes_nothing(self) -> None:
        """Alarms, when it was last touched, who sees it, and their own time zone of the same hours."""
        alarm = "BEGIN:VALARM\r\nTRIGGER:-PT15M\r\nDESCRIPTION:x\r\nEND:VALARM\r\n"
        added = f"CLASS:PUBLIC\r\nLAST-MODIFIED:20270101T000000Z\r\nX-A:b\r\n{alarm}END:VEVENT"
        assert changed("END:VEVENT", added) == HR
        assert changed("TZID=Europe/Stockholm:", "TZID=W. Europe Standard Time:") == HR
        utc = changed("DTSTART;TZID=Europe/Stockholm:20270305T090000", "DTSTART:20270305T080000Z")
        assert utc == HR
        assert changed("DTSTAMP:20261009T000000Z", "DTSTAMP:20270101T121212Z") == HR
        assert changed("TRANSP:TRANSPARENT", "TRANSP:OPAQUE") == HR

    def test_what_is_no_event_is_passed_over(self) -> None:
        """A thing to do, or hours that somebody keeps, are no meeting."""
        for kind in ("VTODO", "VFREEBUSY"):
            part = f"BEGIN:{kind}\r\nDTSTART;VALUE=DATE:20270409\r\nSUMMARY:Boka\r\nEND:{kind}\r\n"
            assert changed("END:VCALENDAR", f"{part}END:VCALENDAR") == HR

    @pytest.mark.parametrize("data", ["{}", "x", "[", '{"format":"motesprotokoll"}'])
    def test_data_that_are_broken_are_passed_over(self, data: str) -> None:
        """The events say enough."""
        plan = attrs.evolve(HR, occasions=[attrs.evolve(one, uid="a") for one in HR.occasions[:1]])
        line = f"X-MOTESPROTOKOLL-DATA:{data}\r\n"
        found = changed("BEGIN:VEVENT", f"{line}BEGIN:VEVENT", plan, embed=False)
        assert found.occasions == plan.occasions

    def test_data_of_something_else_are_passed_over(self) -> None:
        """A meeting in the place of a plan is none."""
        text = IcsRenderer().render_value(HR).replace(b"\r\n ", b"").replace(b'"schedule"', b'"meeting"')
        assert read(text)[0].network == Network("HR-nätverket")

    @pytest.mark.parametrize(
        ("old", "new", "field", "value"),
        [
            ("År: 2027", "År: 0", "year", None),
            ("År: 2027", "År: 20270", "year", None),
            ("År: 2027", "År: tjugo", "year", None),
            ("Tid: förmiddag\\nBeslutat", "Tid: natt\\nBeslutat", "part_of_day", None),
            ("NAME:HR-nätverket: Mötestider 2027", "NAME:Tider", "title", "Tider"),
            ("Beslutat: 9 oktober 2026", "Beslutat: nej", "decided_on", None),
        ],
    )
    def test_what_a_calendar_says_of_itself_is_read_with_care(
        self, old: str, new: str, field: str, value: object
    ) -> None:
        """What does not fit is not there."""
        assert getattr(changed(old, new, embed=False), field) == value


class TestSeveral:
    def test_a_feed_gives_each_plan(self) -> None:
        """Exactly, in the order of the feed."""
        assert read(feed(HR, INKOP)) == (HR, INKOP)

    def test_two_plans_of_one_body(self) -> None:
        """Two years in one calendar stay two plans."""
        later = attrs.evolve(HR, year=2028, occasions=[date(2028, 2, 4)])
        assert read(feed(HR, later)) == (HR, later)

    def test_what_changed_for_one_body_leaves_the_other_exact(self) -> None:
        """Trust goes by the body."""
        data = feed(HR, INKOP).replace(b"20270409", b"20270416").replace(b"20270410", b"20270417")
        hr, inkop = read(data)
        assert hr == HR
        assert [one.first_day for one in inkop.occasions] == [date(2027, 4, 16)]
        assert inkop.network == Network("Inköpsnätverket")

    def test_a_meeting_in_the_place_of_its_occasion_leaves_the_plan(self) -> None:
        """An agenda in the description is none of the plan's business."""
        meeting = Meeting(
            "Inköpsnätverket",
            occasion=date(2027, 4, 9),
            agenda=["Budget", "Upphandling"],
            attachments=[Attachment("Underlag", url="https://example.org/a")],
        )
        data = feed(HR, INKOP, meetings=(meeting,))
        assert b"Upphandling" in data
        assert read(data) == (HR, INKOP)

    def test_several_calendars_in_one_file(self) -> None:
        """Ours are read, others are left."""
        other = b"BEGIN:VCALENDAR\r\nPRODID:-//x\r\nEND:VCALENDAR\r\n"
        data = IcsRenderer().render_value(HR) + other + IcsRenderer().render_value(INKOP)
        assert read(data) == (HR, INKOP)

    def test_events_of_bodies_without_data(self) -> None:
        """Each body has a plan of its own, by what is seen."""
        found = read(content_of(calendar_of([e for plan in (HR, INKOP) for e in entries_of(plan) if e])))
        assert [plan.network for plan in found] == [Network("HR-nätverket"), Network("Inköpsnätverket")]

    def test_takes_time_in_proportion(self) -> None:
        """However many bodies meet."""

        def reading(bodies: int) -> None:
            text = "".join(
                f"BEGIN:VEVENT\nDTSTART:20270205\nCATEGORIES:b{number}\nEND:VEVENT\n"
                for number in range(bodies)
            )
            calendar = f"BEGIN:VCALENDAR\nPRODID:{PRODUCT}\n{text}END:VCALENDAR\n"
            assert len(read(calendar.encode())) == bodies

        assert grows_at_most(lambda: reading(1_000), lambda: reading(4_000), 8)


class TestOthers:
    def test_are_refused_with_what_to_do(self) -> None:
        """Their events are nobody's plan."""
        with pytest.raises(ReadError, match=r"planning\.busy_days"):
            read(b"BEGIN:VCALENDAR\r\nPRODID:-//Google Inc//EN\r\nEND:VCALENDAR\r\n")

    def test_a_meeting_of_ours_is_a_plan_of_one(self) -> None:
        """Without its agenda."""
        (found,) = read(
            IcsRenderer().render_value(Meeting("HR", occasion=date(2027, 2, 5), agenda=["Budget"]))
        )
        assert found.network == Network("HR")
        assert [attrs.evolve(one, uid=None) for one in found.occasions] == [Occasion(date(2027, 2, 5))]
