"""Each rule about meeting dates finds what it is for, and says nothing of a plan that is in order."""

from datetime import date, time
from pathlib import Path
from typing import Any

import pytest

import motesprotokoll as mp
from motesprotokoll.checks import check, check_schedules
from motesprotokoll.errors import WrongTypeError, WrongValueError
from motesprotokoll.findings import Finding, Severity
from motesprotokoll.messages import translate
from motesprotokoll.model import (
    AgendaItem,
    DateSpan,
    Meeting,
    Member,
    Network,
    Occasion,
    PartialDate,
    PartOfDay,
    Schedule,
    TimeSpan,
)
from motesprotokoll.swedish import SchoolBreak, YearlyBreak
from timing import grows_at_most

MORNING, AFTERNOON, WHOLE = PartOfDay.MORNING, PartOfDay.AFTERNOON, PartOfDay.WHOLE_DAY
FRIDAY = date(2027, 3, 5)
"""A day of which there is nothing to tell."""
SATURDAY, SUNDAY = date(2027, 3, 6), date(2027, 3, 7)


def told(*occasions: Occasion | date | DateSpan, **options: Any) -> list[tuple[str, str]]:
    """Code and message of each finding about the only schedule."""
    return [(one.code, one.message) for one in findings(*occasions, **options)]


def findings(*occasions: Occasion | date | DateSpan, **options: Any) -> tuple[Finding, ...]:
    given = {name: options.pop(name) for name in ("year", "part_of_day") if name in options}
    return check_schedules([Schedule(occasions=occasions, **given)], **options)


class TestCheckSchedules:
    def test_a_good_plan_has_no_findings(self) -> None:
        """Nothing is said of meetings on working days, in order, in the plan's own year."""
        days = [FRIDAY, date(2027, 4, 9), DateSpan(date(2027, 11, 11), date(2027, 11, 12))]
        assert findings(*days, year=2027, part_of_day=MORNING) == ()
        assert check_schedules([]) == ()
        assert check_schedules([Schedule()]) == ()

    def test_a_decided_plan_of_a_real_network_is_clean(self, seeds: Path) -> None:
        """The dates that people once decided after looking in their calendars hold, morning by morning."""
        plans = [
            found.block
            for path in sorted(seeds.glob("*.txt"))
            for found in mp.read(path).meeting.walk(Schedule)
        ]
        assert [len(plan.occasions) for plan in plans] == [7]
        assert check_schedules(plans) == ()
        assert check(plans[0]) == ()

    def test_says_in_which_plan_and_where(self) -> None:
        """A place is that of the occasion among the schedules that were given."""
        found = check_schedules((Schedule(), Schedule(occasions=[FRIDAY, SATURDAY])))
        assert [str(one) for one in found] == [
            "$[1].occasions[1]: warning [MP901] 2027-03-06 är en lördag.",
        ]

    def test_takes_any_row_of_schedules(self) -> None:
        """A generator, too; one schedule has to stand in a list, since it is none itself."""
        assert check_schedules(one for one in [Schedule()]) == ()
        with pytest.raises(WrongTypeError, match="put it in a list"):
            check_schedules(Schedule())  # type: ignore[arg-type]

    @pytest.mark.parametrize(
        ("schedules", "options", "name"),
        [
            ("ab", {}, "schedules"),
            ([Meeting()], {}, "schedules"),
            ([], {"school_breaks": "v7"}, "school_breaks"),
            ([], {"school_breaks": ["v7"]}, "school_breaks"),
            ([], {"least_days": "7"}, "least_days"),
            ([], {"least_days": True}, "least_days"),
        ],
    )
    def test_refuses_anything_else(self, schedules: Any, options: dict[str, Any], name: str) -> None:
        """And names the argument."""
        with pytest.raises(WrongTypeError) as caught:
            check_schedules(schedules, **options)
        assert caught.value.where == name

    def test_refuses_a_distance_that_is_none(self) -> None:
        """Below 0 there is nothing to ask for."""
        with pytest.raises(WrongValueError, match="least_days"):
            check_schedules([], least_days=-1)

    def test_every_message_is_in_the_catalogue(self) -> None:
        """So that it can be told in English."""
        plan = Schedule(
            year=2026,
            occasions=[
                DateSpan(FRIDAY, date(2027, 3, 4)),
                Occasion(FRIDAY, times=TimeSpan(time(12), time(9)), label="torsdag"),
                FRIDAY,
                SATURDAY,
                SUNDAY,
                date(2027, 2, 19),
                date(2027, 3, 26),
                date(2027, 4, 30),
                date(2027, 5, 7),
                date(2027, 3, 30),
                date(2190, 3, 30),
            ],
        )
        other = Schedule(network=Network("Styrelsen", members=["Ida Ek"]), occasions=[SATURDAY, FRIDAY])
        third = Schedule(network=Network("Nätet", members=["Ida Ek"]), occasions=[SATURDAY])
        found = check_schedules([plan, other, third], least_days=20)
        assert len({one.code for one in found}) == 14
        assert [one.template for one in found if translate(one.template, "en") == one.template] == []
        assert {one.message_in("en") for one in found} >= {"2027-03-06 is a Saturday."}


class TestCheck:
    def test_takes_a_schedule(self) -> None:
        """With every rule, and places that begin at the schedule."""
        found = check(Schedule(occasions=[date(2027, 3, 26), SATURDAY]))
        assert [(one.code, one.where) for one in found] == [
            ("MP901", "$.occasions[1]"),
            ("MP910", "$.occasions[1]"),
            ("MP902", "$.occasions[0]"),
        ]

    def test_looks_at_the_schedules_in_a_meeting(self) -> None:
        """With what the calendar tells, each thing once; which days are free is not asked of minutes."""
        backwards = DateSpan(FRIDAY, date(2027, 3, 4))
        plan = Schedule(year=2027, occasions=[SATURDAY, date(2027, 3, 26), backwards, date(2026, 3, 6)])
        meeting = Meeting(agenda=[AgendaItem("a", body=[plan])])
        assert [(one.code, one.where) for one in check(meeting)] == [
            ("MP201", "$.agenda[0].body[0].occasions[2]"),
            ("MP901", "$.agenda[0].body[0].occasions[0]"),
            ("MP909", "$.agenda[0].body[0].occasions[3]"),
            ("MP910", "$.agenda[0].body[0].occasions[3]"),
        ]

    @pytest.mark.usefixtures("no_holidays")
    def test_a_meeting_needs_no_extra(self) -> None:
        """So there is nothing to say of it, either."""
        plan = Schedule(occasions=[date(2027, 3, 26)])
        assert check(Meeting(preamble=[plan])) == ()


class TestEndBeforeStart:
    def test_is_told_once(self) -> None:
        """MP201 and MP202 of a schedule by itself are those of a meeting."""
        backwards = DateSpan(FRIDAY, date(2027, 3, 4))
        late = Occasion(FRIDAY, times=TimeSpan(time(12), time(9)))
        assert [code for code, _ in told(backwards)] == ["MP201"]
        assert [code for code, _ in told(late)] == ["MP202"]


class TestWeekend:
    def test_names_the_day(self) -> None:
        """MP901 on the first such day of each occasion."""
        assert told(SATURDAY, SUNDAY, DateSpan(FRIDAY, SUNDAY)) == [
            ("MP901", "2027-03-06 är en lördag."),
            ("MP901", "2027-03-07 är en söndag."),
            ("MP901", "2027-03-06 är en lördag."),
            ("MP907", "Två mötestillfällen samtidigt 2027-03-06: det andra är $[0].occasions[0]."),
            ("MP910", "2027-03-05 står efter 2027-03-07, som är senare."),
        ]

    def test_passes_over_what_is_not_held_on_a_known_day(self) -> None:
        """Cancelled, vague, undated, or a period rather than a meeting."""
        vague = PartialDate("en lördag i mars")
        year = DateSpan(date(2027, 1, 1), date(2027, 12, 31))
        assert told(year, Occasion(SATURDAY, cancelled=True), vague, Occasion()) == []


class TestHoliday:
    def test_names_the_holiday(self) -> None:
        """MP902, as a warning, also on an eve."""
        assert told(date(2027, 3, 26), date(2027, 6, 25)) == [
            ("MP902", "2027-03-26 är långfredagen, och då arbetar ingen."),
            ("MP902", "2027-06-25 är midsommarafton, och då arbetar ingen."),
        ]
        assert findings(date(2027, 3, 26))[0].severity is Severity.WARNING


class TestBridgeDay:
    def test_names_the_days_around_it(self) -> None:
        """MP903, as a note: some offices close."""
        assert told(date(2027, 5, 7)) == [
            ("MP903", "2027-05-07 är en klämdag, mellan Kristi himmelsfärdsdag och lördagen."),
        ]
        assert findings(date(2027, 5, 7))[0].severity is Severity.NOTE


class TestHalfDay:
    DAY = date(2026, 4, 30)

    @pytest.mark.parametrize(
        "occasion",
        [
            Occasion(DAY, part_of_day=MORNING),
            Occasion(DAY, times=TimeSpan(time(9), time(12))),
            Occasion(DAY, times=TimeSpan(time(9))),
            Occasion(DAY, part_of_day=WHOLE, times=TimeSpan(time(9), time(11, 30))),
        ],
    )
    def test_is_none_for_a_morning_meeting(self, occasion: Occasion) -> None:
        """It is over before people leave; clock times say more than a part of the day."""
        assert told(occasion) == []

    @pytest.mark.parametrize(
        "occasion",
        [
            Occasion(DAY),
            Occasion(DAY, part_of_day=AFTERNOON),
            Occasion(DAY, part_of_day=WHOLE),
            Occasion(DAY, times=TimeSpan(time(9), time(15))),
            Occasion(DAY, times=TimeSpan(time(9), time(12, 1))),
            Occasion(DAY, times=TimeSpan(time(13))),
            Occasion(DAY, part_of_day=MORNING, times=TimeSpan(time(18), time(0))),
        ],
    )
    def test_is_a_note_for_any_other(self, occasion: Occasion) -> None:
        """MP904 in the afternoon, on a whole day, and where no hour is known."""
        (finding,) = findings(occasion)
        assert (finding.code, finding.severity) == ("MP904", Severity.NOTE)
        assert finding.message == "2026-04-30 är valborgsmässoafton: många slutar mitt på dagen."

    def test_the_plan_may_say_that_all_are_in_the_morning(self) -> None:
        """As its heading does: "Förmiddagarna:"."""
        assert told(self.DAY, part_of_day=MORNING) == []

    def test_days_in_a_row_are_whole_days_where_hours_are_known(self) -> None:
        """From 9 on the first to 12 on the last."""
        span = DateSpan(date(2026, 4, 29), self.DAY)
        assert [code for code, _ in told(Occasion(span, times=TimeSpan(time(9), time(12))))] == ["MP904"]
        assert told(Occasion(span, part_of_day=MORNING)) == []


class TestSchoolBreak:
    def test_is_a_warning_where_the_dates_are_known(self) -> None:
        """MP905 in sportlov, which is in the same week each year."""
        (finding,) = findings(date(2027, 2, 19))
        assert (finding.code, finding.severity) == ("MP905", Severity.WARNING)
        assert finding.message == "2027-02-19 ligger i skolornas sportlov."

    def test_is_a_note_where_it_may_be_another_week(self) -> None:
        """Påsklov of a year whose dates are not published."""
        (finding,) = findings(date(2027, 4, 2))
        assert (finding.code, finding.severity) == ("MP905", Severity.NOTE)
        assert "kan ligga i skolornas påsklov" in finding.message

    def test_a_certain_break_comes_before_a_possible_one(self) -> None:
        """What is known is told, whichever was given first."""
        own = SchoolBreak("studiedagar", DateSpan(date(2027, 3, 22), date(2027, 4, 2)))
        for breaks in ((own, YearlyBreak("påsklov")), (YearlyBreak("påsklov"), own)):
            (finding,) = findings(date(2027, 4, 2), school_breaks=breaks)
            assert finding.values[1] == ("name", "studiedagar")

    def test_breaks_are_the_caller_s(self) -> None:
        """Another region's, or none."""
        assert told(date(2027, 2, 19), school_breaks=()) == []
        own = SchoolBreak("studiedag", DateSpan(FRIDAY))
        assert [code for code, _ in told(FRIDAY, school_breaks=[own])] == ["MP905"]


class TestFreeDaysUnknown:
    @pytest.mark.usefixtures("no_holidays")
    def test_without_the_extra_there_is_one_note(self) -> None:
        """MP912; what needs no holidays is looked at all the same."""
        found = findings(date(2027, 3, 26), SATURDAY, date(2026, 5, 7), date(2027, 2, 19))
        assert [(one.code, one.severity) for one in found] == [
            ("MP901", Severity.WARNING),
            ("MP910", Severity.NOTE),
            ("MP910", Severity.NOTE),
            ("MP905", Severity.WARNING),
            ("MP912", Severity.NOTE),
        ]
        assert "kräver holidays" in found[-1].message

    @pytest.mark.usefixtures("no_holidays")
    def test_breaks_beside_easter_are_what_is_left_out(self) -> None:
        """Published ones, and those of a week of their own, need no Easter."""
        breaks = (YearlyBreak("påsklov"), YearlyBreak("sportlov", 7))
        codes = [code for code, _ in told(date(2027, 3, 30), date(2027, 2, 19), school_breaks=breaks)]
        assert codes == ["MP910", "MP905", "MP912"]

    @pytest.mark.parametrize("year", [1, 1900, 2150, 9999])
    def test_a_year_without_known_holidays_is_told(self, year: int) -> None:
        """Each such year once, at the plan."""
        days = [date(year, 12, 30), date(year, 12, 31)]
        found = [one for one in findings(*days) if one.code == "MP912"]
        assert [(one.where, one.values) for one in found] == [("$[0]", (("year", str(year)),))]

    def test_without_days_nothing_is_left_unknown(self) -> None:
        """No note on a plan that has no dates, or only cancelled ones."""
        assert told(Occasion(), Occasion(date(1900, 1, 2), cancelled=True)) == []


class TestWeekdayContradicts:
    @pytest.mark.parametrize("field", ["label", "note"])
    @pytest.mark.parametrize(
        "text", ["torsdag", "Torsdagen!", "(tors)", "torsdag 5 mars", "den 5/3 (torsdag)"]
    )
    def test_in_words_beside_the_date(self, field: str, text: str) -> None:
        """MP906: readers leave the weekday that stands behind a date in the label or the note."""
        (finding,) = findings(Occasion(FRIDAY, **{field: text}))
        assert (finding.code, finding.severity) == ("MP906", Severity.WARNING)
        assert "stämmer inte med datumet 2027-03-05" in finding.message

    @pytest.mark.parametrize(
        "text",
        ["fredag", "Fredagsmöte", "kallelse skickas torsdagen före", "fredag 5 mars", "torsdag 4 mars"],
    )
    def test_says_nothing_of_other_words(self, text: str) -> None:
        """A weekday that is right, of another date, or part of a sentence."""
        assert told(Occasion(FRIDAY, label=text)) == []

    def test_in_the_words_of_a_vague_date(self) -> None:
        """Which keep what the document says, with the year of the plan."""
        vague = PartialDate("senast torsdag 5 mars")
        assert [code for code, _ in told(vague, year=2027)] == ["MP906"]

    def test_any_weekday_of_several_days_will_do(self) -> None:
        """Of a month each weekday is there; of a period nothing is asked."""
        span = DateSpan(FRIDAY, SATURDAY)
        assert "MP906" not in [code for code, _ in told(Occasion(span, label="lördag"))]
        assert "MP906" in [code for code, _ in told(Occasion(span, label="söndag"))]
        assert told(Occasion(DateSpan(FRIDAY, date(2027, 12, 3)), label="söndag")) == []
        assert told(Occasion(label="söndag")) == []

    def test_is_found_in_what_was_read(self) -> None:
        """From a document to the finding."""
        text = "1. Mötestider 2027\n\nNätverket beslutar nedanstående mötestider\n\n9 april, torsdag\n7 maj\n"
        meeting = mp.read_text(text).meeting
        assert [one.code for one in check(meeting)] == ["MP906"]


class TestTwiceOnADay:
    def test_at_the_same_time(self) -> None:
        """MP907, once for each occasion that comes again."""
        found = findings(FRIDAY, Occasion(FRIDAY, part_of_day=MORNING), FRIDAY)
        assert [(one.code, one.where) for one in found] == [
            ("MP907", "$[0].occasions[1]"),
            ("MP907", "$[0].occasions[2]"),
        ]

    def test_not_in_the_morning_and_the_afternoon(self) -> None:
        """That was thought of; and a meeting may begin when another ends."""
        morning, afternoon = Occasion(FRIDAY, part_of_day=MORNING), Occasion(FRIDAY, part_of_day=AFTERNOON)
        assert told(morning, afternoon, Occasion(FRIDAY, times=TimeSpan(time(17), time(18)))) == []

    def test_not_with_one_that_is_cancelled(self) -> None:
        """It is not held."""
        assert told(FRIDAY, Occasion(FRIDAY, cancelled=True)) == []


class TestTooClose:
    def test_is_silent_until_asked(self) -> None:
        """A board may meet every week, or every day."""
        assert told(FRIDAY, date(2027, 3, 12)) == []

    def test_by_the_days_from_the_end_of_one_to_the_next(self) -> None:
        """MP908 in the order of the calendar, whatever that of the plan."""
        two = DateSpan(date(2027, 3, 11), date(2027, 3, 12))
        options = {"least_days": 7, "school_breaks": ()}
        assert told(FRIDAY, date(2027, 3, 19), **options) == []
        assert told(FRIDAY, two, date(2027, 3, 19), **options) == [
            ("MP908", "2027-03-11 ligger för nära mötet 2027-03-05: minsta avstånd i dagar är 7."),
        ]


class TestOtherYear:
    def test_than_that_of_the_plan(self) -> None:
        """MP909; over New Year both years will do, and without a year any."""
        span = DateSpan(date(2026, 12, 28), date(2027, 1, 11))
        assert "MP909" not in [code for code, _ in told(span, year=2027)]
        assert told(FRIDAY, year=2026) == [
            ("MP909", "2027-03-05 ligger inte i 2026, det år som mötestiderna gäller."),
        ]
        assert told(FRIDAY) == []


class TestCollisions:
    def test_are_warnings_where_people_sit_in_both(self) -> None:
        """MP911 names them, as far as there is room."""
        everybody = ["Ida Ek", "Bo Ask", "Åsa Öberg", "Pia By"]
        board = Schedule(network=Network("Styrelsen", members=everybody), occasions=[FRIDAY])
        net = Schedule(network=Network("Nätet", members=["BO ASK"]), occasions=[FRIDAY])
        (finding,) = check_schedules([board, net])
        assert (finding.severity, finding.where) == (Severity.WARNING, "$[1].occasions[0]")
        assert finding.message == (
            "Styrelsen och Nätet möts samtidigt 2027-03-05, och Bo Ask har plats i båda."
        )
        third = Schedule(network=Network("Rådet", members=everybody), occasions=[FRIDAY])
        (finding,) = check_schedules([board, third])
        assert "Ida Ek, Bo Ask, Åsa Öberg … har plats" in finding.message

    def test_are_notes_where_nobody_is_known_to(self) -> None:
        """Namesakes of two places are two people, and a seat that was left is none."""
        seats = [
            (Member("Ida Ek", organisation="Ale"), Member("Ida Ek", organisation="Partille")),
            (Member("Ida Ek", until=date(2026, 12, 31)), Member("Ida Ek")),
            (Member("Ida Ek"), Member("Bo Ask")),
        ]
        for one, other in seats:
            first = Schedule(network=Network("Nätet", members=[one]), occasions=[FRIDAY])
            second = Schedule(network=Network("Styrelsen", members=[other]), occasions=[FRIDAY])
            (finding,) = check_schedules([first, second])
            assert (finding.code, finding.severity) == ("MP911", Severity.NOTE)

    def test_need_neither_name_nor_members(self) -> None:
        """A plan is called by its title, else by its place."""
        (finding,) = check_schedules([Schedule("Plan", occasions=[FRIDAY]), Schedule(occasions=[FRIDAY])])
        assert finding.message == "Plan och $[1] möts samtidigt 2027-03-05."

    def test_by_the_hour(self) -> None:
        """Morning and afternoon do not collide; clock times and parts of the day are held together."""
        net = Schedule(network="Nätet", part_of_day=MORNING, occasions=[FRIDAY])
        late = Schedule(network="Sen", occasions=[Occasion(FRIDAY, times=TimeSpan(time(12), time(16)))])
        early = Schedule(network="Tidig", occasions=[Occasion(FRIDAY, times=TimeSpan(time(11, 30)))])
        assert check_schedules([net, late]) == ()
        assert [one.code for one in check_schedules([net, early])] == ["MP911"]
        assert check_schedules([late, early]) == ()

    def test_never_with_what_is_cancelled(self) -> None:
        """Nor with a day that is not certain."""
        net = Schedule(network="Nätet", occasions=[FRIDAY])
        other = Schedule(
            network="Annat", occasions=[Occasion(FRIDAY, cancelled=True), PartialDate("i mars"), Occasion()]
        )
        assert check_schedules([net, other]) == ()

    def test_not_between_two_plans_of_one_body(self) -> None:
        """Spring and autumn, or last year's list beside this year's."""
        spring = Schedule("Våren", network="Nätet", occasions=[FRIDAY])
        again = Schedule("Året", network="nätet", occasions=[FRIDAY])
        assert check_schedules([spring, again]) == ()

    def test_are_told_once_for_days_in_a_row(self) -> None:
        """Two days away together are one collision."""
        span = DateSpan(date(2027, 3, 4), FRIDAY)
        one, other = Schedule(network="A", occasions=[span]), Schedule(network="B", occasions=[span])
        assert [found.code for found in check_schedules([one, other])] == ["MP911"]

    def test_a_day_that_all_have_chosen_stays_quick(self) -> None:
        """Linear in the number of plans, though every two of them collide."""

        def plans(size: int) -> list[Schedule]:
            return [Schedule(network=f"N{number}", occasions=[FRIDAY]) for number in range(size)]

        few, many = plans(300), plans(600)
        assert grows_at_most(lambda: check_schedules(few), lambda: check_schedules(many), 3)
