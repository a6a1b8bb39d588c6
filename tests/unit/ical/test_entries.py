"""What a calendar shows of a plan or a meeting."""

from datetime import UTC, date, datetime, time

import attrs
import pytest

from motesprotokoll.compose import LOSSES as COMPOSED
from motesprotokoll.errors import RenderError
from motesprotokoll.ical import LOSSES, Entry, entries_of, entry_of, name_of, span_of, told_of, uid_of
from motesprotokoll.ical.occasions import when_of
from motesprotokoll.limits import DEFAULT_LIMITS
from motesprotokoll.model import (
    AgendaItem,
    Attachment,
    DateSpan,
    Link,
    Meeting,
    Mode,
    Network,
    Occasion,
    Paragraph,
    PartialDate,
    PartOfDay,
    Schedule,
    TimeSpan,
)
from motesprotokoll.readers.ics import schedules_in
from motesprotokoll.renderers.ics import IcsRenderer

DAY = date(2027, 2, 5)
NINE_TO_TWELVE = TimeSpan(time(9), time(12))


def entry(occasion: Occasion, **plan: object) -> Entry:
    (found,) = entries_of(Schedule(occasions=[occasion], **plan))  # type: ignore[arg-type]
    assert found is not None
    return found


def utc(day: date, hour: int, minute: int = 0) -> datetime:
    return datetime.combine(day, time(hour, minute), UTC)


class TestSpanOf:
    @pytest.mark.parametrize(
        ("occasion", "span"),
        [
            (Occasion(DAY), (DAY, date(2027, 2, 6))),
            (Occasion(DateSpan(DAY, date(2027, 2, 7))), (DAY, date(2027, 2, 8))),
            (Occasion(DAY, times=NINE_TO_TWELVE), (utc(DAY, 8), utc(DAY, 11))),
            (Occasion(DAY, times=time(9)), (utc(DAY, 8), None)),
            (Occasion(DAY, times=TimeSpan(time(20), time(0))), (utc(DAY, 19), utc(DAY, 23))),
            (
                Occasion(DateSpan(DAY, date(2027, 2, 6)), times=NINE_TO_TWELVE),
                (utc(DAY, 8), utc(date(2027, 2, 6), 11)),
            ),
            (Occasion(DateSpan(DAY, date(2027, 2, 6)), times=time(9)), (DAY, date(2027, 2, 7))),
            (
                Occasion(date(2027, 3, 28), times=TimeSpan(time(2, 30), time(5))),
                (utc(date(2027, 3, 28), 1, 30), utc(date(2027, 3, 28), 3)),
            ),
            (
                Occasion(date(2027, 10, 31), times=TimeSpan(time(2, 30), time(5))),
                (utc(date(2027, 10, 31), 0, 30), utc(date(2027, 10, 31), 4)),
            ),
        ],
    )
    def test_is_days_or_moments(self, occasion: Occasion, span: tuple[object, object]) -> None:
        """Hours are those of the first day and the last; of several days with no end they stay days."""
        assert span_of(occasion) == span

    @pytest.mark.parametrize(
        ("occasion", "problem"),
        [
            (Occasion(), "none is known"),
            (Occasion(PartialDate("i slutet av augusti")), "'i slutet av augusti'"),
            (Occasion(DateSpan(DAY, date(2027, 2, 4))), "end before they begin"),
            (Occasion(DAY, times=TimeSpan(time(12), time(9))), "does not end after it begins"),
            (Occasion(DAY, times=TimeSpan(time(9), time(9))), "does not end after it begins"),
            (Occasion(date.max), "at the edge"),
            (Occasion(date.max, times=NINE_TO_TWELVE), "at the edge"),
            (Occasion(date.min, times=time(0)), "at the edge"),
            (Occasion(date(1, 1, 2), times=NINE_TO_TWELVE), "at the edge"),
        ],
    )
    def test_says_why_there_is_none(self, occasion: Occasion, problem: str) -> None:
        """Nothing is invented."""
        with pytest.raises(RenderError, match=problem):
            span_of(occasion)


HALF_A_MINUTE_LATER = utc(date(2027, 2, 4), 23).replace(second=30)


class TestWhenOf:
    @pytest.mark.parametrize(
        ("start", "end", "expected"),
        [
            (DAY, None, (DateSpan(DAY), None)),
            (DAY, DAY, (DateSpan(DAY), None)),
            (date.min, date.min, (DateSpan(date.min), None)),
            (utc(DAY, 8), utc(DAY, 7), (DateSpan(DAY), TimeSpan(time(9)))),
            (utc(DAY, 8), utc(DAY, 23), (DateSpan(DAY), TimeSpan(time(9), time(0)))),
            (utc(date(2027, 2, 4), 23), HALF_A_MINUTE_LATER, (DateSpan(DAY), TimeSpan(time(0), time(0)))),
            (utc(DAY, 22, 30), utc(DAY, 23), (DateSpan(DAY), TimeSpan(time(23, 30), time(0)))),
            (
                utc(DAY, 8),
                utc(date(2027, 2, 6), 7),
                (DateSpan(DAY, date(2027, 2, 6)), TimeSpan(time(9), time(8))),
            ),
        ],
    )
    def test_gives_days_and_hours_in_stockholm(
        self, start: date, end: date | None, expected: tuple[object, object]
    ) -> None:
        """An end at midnight is 24.00 of the day before."""
        assert when_of(start, end) == expected


class TestEntriesOf:
    def test_without_hours_nobody_is_booked(self) -> None:
        """The part of the day stands in the words; only a whole day takes the whole day."""
        found = entry(Occasion(DAY, part_of_day=PartOfDay.MORNING), network="HR")
        assert (found.summary, found.lines, found.transparent) == ("HR, förmiddag", ("Tid: förmiddag",), True)
        assert not entry(Occasion(DAY, part_of_day=PartOfDay.WHOLE_DAY)).transparent
        assert not entry(Occasion(DAY, times=NINE_TO_TWELVE)).transparent
        assert entry(Occasion(DAY, times=NINE_TO_TWELVE, cancelled=True)).transparent

    def test_the_part_of_the_day_of_a_plan_is_that_of_its_days(self) -> None:
        """Where they say nothing else, and no hours."""
        assert entry(Occasion(DAY), part_of_day=PartOfDay.EVENING).summary == "Möte, kväll"
        assert entry(Occasion(DAY, times=NINE_TO_TWELVE), part_of_day=PartOfDay.EVENING).summary == "Möte"

    @pytest.mark.parametrize(
        ("occasion", "summary", "status"),
        [
            (Occasion(DAY), "HR", "CONFIRMED"),
            (Occasion(DAY, label="Internat"), "HR: Internat", "CONFIRMED"),
            (Occasion(DAY, tentative=True), "HR (preliminärt)", "TENTATIVE"),
            (Occasion(DAY, cancelled=True, tentative=True, label="A"), "Inställt: HR: A", "CANCELLED"),
        ],
    )
    def test_says_how_sure_it_is(self, occasion: Occasion, summary: str, status: str) -> None:
        """In the words of the grid and for programs."""
        found = entry(occasion, network="HR")
        assert (found.summary, found.status, found.category) == (summary, status, "HR")

    def test_says_line_by_line_what_has_no_property(self) -> None:
        """The note comes last."""
        occasion = Occasion(
            DateSpan(DAY, date(2027, 2, 6)),
            times=time(9),
            part_of_day=PartOfDay.WHOLE_DAY,
            mode=Mode.REMOTE,
            place_tentative=True,
            tentative=True,
            cancelled=True,
            note="Ta med fika",
        )
        assert entry(occasion).lines == (
            "Tid: heldag",
            "Börjar: kl. 09.00",
            "Mötesform: digitalt möte",
            "Preliminär plats",
            "Preliminär tid",
            "Anmärkning: Ta med fika",
        )

    def test_what_has_no_day_is_told_of_the_calendar(self) -> None:
        """With what else the plan says of itself."""
        vague = Occasion(PartialDate("i augusti"), label="Upptakt", place="Ale", note="Fika", tentative=True)
        plan = Schedule(
            "Tider",
            network="HR",
            year=2027,
            part_of_day=PartOfDay.MORNING,
            decided_on=DAY,
            revision=2,
            occasions=[vague, Occasion()],
        )
        assert entries_of(plan) == (None, None)
        assert name_of(plan) == "HR: Tider"
        assert told_of(plan) == (
            "År: 2027",
            "Tid: förmiddag",
            "Beslutat: 5 februari 2027",
            "Revision: 2",
            "Utan dag i kalendern: i augusti (preliminärt), Upptakt, Ale, Fika",
            "Utan dag i kalendern: –",
        )

    def test_names_of_calendars(self) -> None:
        """What there is of body and title."""
        assert name_of(Schedule("Tider")) == "Tider"
        assert name_of(Schedule(network="HR")) == "HR"
        assert name_of(Schedule()) is None


class TestEntryOf:
    def test_a_meeting_has_the_identity_of_its_occasion(self) -> None:
        """So that its event takes the place of the plan's."""
        meeting = Meeting("HR", occasion=Occasion(DAY, times=NINE_TO_TWELVE, place="Ale"))
        (planned,) = entries_of(Schedule(network="HR", occasions=[meeting.occasion]))
        assert entry_of(meeting) == planned
        assert entry_of(meeting).uid == uid_of("HR", DAY)
        assert entry_of(attrs.evolve(meeting, occasion=Occasion(DAY, uid="a"))).uid == "a"

    def test_a_meeting_of_nobody_is_called_by_its_title(self) -> None:
        """Unless its occasion has a name."""
        assert entry_of(Meeting(title="Upptakt", occasion=DAY)).summary == "Upptakt"
        assert entry_of(Meeting(title="Upptakt", occasion=Occasion(DAY, label="Start"))).summary == "Start"
        assert entry_of(Meeting(occasion=DAY)).summary == "Möte"

    def test_tells_what_it_is_about(self) -> None:
        """Numbers and titles, sub-items indented; links and attachments once each, by title and address."""
        deep = AgendaItem("g")
        for title in "fedcba":
            deep = AgendaItem(title, items=[deep])
        link = Link("underlag", "https://example.org/u")
        meeting = Meeting(
            "HR",
            occasion=DAY,
            agenda=[
                AgendaItem("Budget", number="1", body=[Paragraph(["Se ", link, " och ", link])]),
                AgendaItem(body=["Utan rubrik"]),
                AgendaItem("Lön", number="2", items=[deep], attachments=[Attachment("Bilaga 1")]),
            ],
            attachments=[Attachment("https://example.org/b", url="https://example.org/b")],
        )
        assert entry_of(meeting).agenda == (
            *("Dagordning:", "1. Budget", "2. Lön"),
            *("  a", "    b", "      c", "        d", "          e", "          f", "          g"),
            *("Länkar och bilagor:", "underlag: https://example.org/u", "Bilaga 1", "https://example.org/b"),
        )
        assert entry_of(meeting).url is None

    @pytest.mark.parametrize(
        ("address", "url"),
        [
            ("https://example.org/möte", None),
            ("https://example.org/m?a=1&b=2", "https://example.org/m?a=1&b=2"),
            ("http://example.org", "http://example.org"),
            ("javascript:alert(1)", None),
            ("#bilaga", None),
            ("mailto:a@example.org", None),
        ],
    )
    def test_has_the_one_address_of_the_meeting(self, address: str, url: str | None) -> None:
        """If it is one of the web: people click on it in their calendar."""
        meeting = Meeting(
            "HR", occasion=DAY, agenda=[AgendaItem("a", body=[Paragraph([Link("x", address)])])]
        )
        assert entry_of(meeting).url == url

    def test_needs_a_day(self) -> None:
        """And says which one it lacks."""
        with pytest.raises(RenderError, match="needs a day"):
            entry_of(Meeting("HR"))


class TestLosses:
    """Each row of the table is one; `tests/property/test_ics.py` holds that there is no other."""

    def read(self, plan: Schedule) -> Schedule:
        (found,) = schedules_in(IcsRenderer(embed=False).render_value(plan), DEFAULT_LIMITS)
        return found

    def test_of_networks(self) -> None:
        """What a register knows."""
        assert LOSSES["Network"] == COMPOSED["Network"]
        plan = Schedule(network=Network("HR", email="hr@ale.example"), occasions=[DAY])
        assert self.read(plan).network == Network("HR")

    def test_of_schedules(self) -> None:
        """What is no event."""
        assert self.read(Schedule(occasions=[Occasion(PartialDate("i mars")), DAY])).occasions[
            0
        ].dates == DateSpan(DAY)

    @pytest.mark.parametrize(
        ("occasion", "field", "value"),
        [
            (Occasion(DAY), "uid", uid_of(None, DAY)),
            (Occasion(DAY, part_of_day=PartOfDay.MORNING), "part_of_day", None),
            (Occasion(date(2027, 3, 28), times=time(2, 30)), "times", TimeSpan(time(3, 30))),
            (Occasion(DAY, label="Möte"), "label", None),
        ],
    )
    def test_of_occasions(self, occasion: Occasion, field: str, value: object) -> None:
        """Little, and each for a reason."""
        assert {row.partition(":")[0] for row in LOSSES["Occasion"]} == {
            "uid",
            "part_of_day",
            "times",
            "label",
        }
        plan = Schedule(part_of_day=PartOfDay.MORNING, occasions=[occasion])
        assert getattr(self.read(plan).occasions[0], field) == value
