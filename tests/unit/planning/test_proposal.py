from collections.abc import Callable
from datetime import date, time
from typing import Any

import pytest

from motesprotokoll import planning
from motesprotokoll.errors import MinutesError, PlanningError, WrongTypeError, WrongValueError
from motesprotokoll.model import DateSpan, Mode, Network, Occasion, PartialDate, PartOfDay, Schedule, TimeSpan
from motesprotokoll.swedish import SchoolBreak, YearlyBreak
from plans import dates_of
from timing import within


def propose(**wishes: Any) -> planning.Proposal:
    """A proposal for 2027; Fridays unless something else is wished for."""
    return planning.propose("Nätverket för skolbibliotek", 2027, **{"weekdays": "friday", **wishes})


def only(**wishes: Any) -> planning.Choice:
    """The single date of a proposal for the spring of 2027."""
    (choice,) = propose(**{"spring": 1, "autumn": 0, **wishes}).choices
    return choice


def days_of(proposal: planning.Proposal) -> list[str]:
    return [str(one.dates) for one in proposal.schedule.occasions]


class TestSchedule:
    def test_is_marked_as_a_proposal(self) -> None:
        """By its title, by each date, and by having been decided on no day."""
        plan = propose(part_of_day="morning").schedule
        assert plan.title == "Förslag mötestider 2027"
        assert plan.network == Network("Nätverket för skolbibliotek")
        assert (plan.year, plan.part_of_day, plan.decided_on) == (2027, PartOfDay.MORNING, None)
        assert all(one.tentative and not one.place_tentative for one in plan.occasions)
        assert len(plan.occasions) == 7

    def test_says_what_was_wished_of_each_meeting(self) -> None:
        """Hours, place and form; the meeting of two days takes the whole of them and has its own name."""
        plan = propose(
            times="9–12",
            place="Sal Linden",
            mode="digitalt",
            two_days="november",
            two_days_label="Studieresa",
        ).schedule
        long = [one for one in plan.occasions if one.label]
        assert {one.mode for one in plan.occasions} == {Mode.REMOTE}
        assert {one.place for one in plan.occasions} == {"Sal Linden"}
        assert [(one.label, one.part_of_day, one.times) for one in long] == [
            ("Studieresa", PartOfDay.WHOLE_DAY, None)
        ]
        assert {one.times for one in plan.occasions if one not in long} == {TimeSpan(time(9), time(12))}

    def test_takes_a_network_as_it_is(self) -> None:
        """With all that is known of it."""
        network = Network("HR-nätverket", email="hr@exempel.se")
        found = planning.propose(network, year=2027, weekdays="friday", spring=1, autumn=0)
        assert found.schedule.network is network


class TestWeekdays:
    @pytest.mark.parametrize(
        "names", ["friday", "Fredag", ["fredagar"], ("fre",), {"FRIDAY", "fredagen"}, iter(["friday"])]
    )
    def test_have_swedish_and_english_names(self, names: Any) -> None:
        """One or several, in any form, as a string or a list."""
        assert {one[0].weekday() for one in dates_of(propose(weekdays=names))} == {4}

    def test_may_be_a_saturday(self) -> None:
        """If somebody asks for it: then Saturdays that are no holidays are as good as any day."""
        found = dates_of(propose(weekdays="lördag"))
        assert {one[0].weekday() for one in found} == {5}

    def test_are_free_to_mix(self) -> None:
        """Any of them, whatever is most even."""
        found = dates_of(propose(weekdays=["tisdag", "torsdag"], autumn=0))
        assert {one[0].weekday() for one in found} <= {1, 3}


class TestHardRules:
    def test_a_blocked_day_is_out_of_the_question(self) -> None:
        """The reason is told where somebody looks for the day."""
        day = date(2027, 3, 19)
        assert only(spring_window="8–22 mars").occasion.first_day == day
        moved = only(spring_window="8–22 mars", blocked=[(day, "ledningsdag")])
        assert moved.occasion.first_day != day
        told = {one.dates.start: str(one.reason) for one in moved.rejected}
        assert told[day] == "ledningsdag"

    @pytest.mark.parametrize(
        "blocked",
        [
            ["vecka 11"],
            [DateSpan(date(2027, 3, 15), date(2027, 3, 19))],
            [Occasion(DateSpan(date(2027, 3, 19)), label="x")],
            [("19 mars", "x")],
            Schedule(network="Styrelsen", occasions=[date(2027, 3, 19)]),
        ],
    )
    def test_blocked_days_come_in_many_forms(self, blocked: Any) -> None:
        """Words, spans, occasions, pairs with a reason, a whole plan."""
        free = propose(spring=1, autumn=0, spring_window="15–22 mars")
        assert days_of(free) == ["2027-03-19"]
        with pytest.raises(PlanningError):
            propose(spring=1, autumn=0, spring_window="15–22 mars", blocked=blocked)

    def test_what_is_cancelled_or_vague_blocks_nothing(self) -> None:
        """Nobody is busy then, as far as anybody knows."""
        gone = Occasion(date(2027, 3, 19), cancelled=True)
        found = propose(
            spring=1, autumn=0, spring_window="15–22 mars", blocked=[gone, Occasion(PartialDate("i mars"))]
        )
        assert days_of(found) == ["2027-03-19"]

    def test_a_school_break_is_the_callers_to_say(self) -> None:
        """Other regions have other weeks; without any, only the holidays are left."""
        window = {"spring": 1, "autumn": 0, "spring_window": "15–21 februari"}
        assert days_of(propose(**window, school_breaks=())) == ["2027-02-19"]
        assert days_of(propose(**window, school_breaks=[YearlyBreak("sportlov", 8)])) == ["2027-02-19"]
        own = SchoolBreak("sportlov", DateSpan(date(2027, 2, 15), date(2027, 2, 19)))
        with pytest.raises(PlanningError):
            propose(**window, school_breaks=[own])

    def test_a_possible_break_counts(self) -> None:
        """Påsklov in 2027 is in one of two weeks, and nobody meets in either."""
        choice = only(spring_window="8 mars–18 april")
        told = [str(one.reason) for one in choice.rejected if not one.possible]
        assert "påsklov kan ligga då, vecka 13" in told

    def test_the_least_distance_is_from_the_last_day_to_the_first(self) -> None:
        """So a Friday is seven days after a meeting of the Thursday and Friday before."""
        window = {"autumn_window": "8–22 november", "two_days": "8–12 november", "spring": 0, "autumn": 2}
        one, other = dates_of(propose(**window, least_days=7))
        assert (other[0] - one[1]).days == 7
        with pytest.raises(PlanningError):
            propose(**window, least_days=8)


class TestDrawbacks:
    def test_a_bridge_day_is_the_last_resort(self) -> None:
        """Taken only where nothing else is left, and then the reason says so."""
        choice = only(spring_window="3 maj–9 maj")
        assert str(choice.reason).startswith("nackdel: klämdag mellan Kristi himmelsfärdsdag och lördagen")
        assert [one.penalty for one in choice.drawbacks] == ["bridge-day"]

    def test_a_half_day_is_none_for_a_meeting_in_the_morning(self) -> None:
        """Valborgsmässoafton 2027 is a Friday."""
        window = {"spring_window": "26 april–2 maj"}
        assert [one.penalty for one in only(**window).drawbacks] == ["half-day"]
        assert only(**window, part_of_day="morning").drawbacks == ()
        assert only(**window, times="9–12").drawbacks == ()
        assert [one.penalty for one in only(**window, times="9–13").drawbacks] == ["half-day"]

    @pytest.mark.parametrize(
        ("window", "penalty"),
        [
            ("11–17 januari", "first-school-week"),
            ("7–13 juni", None),
            ("14–20 juni", "last-school-week"),
            ("28 juni–4 juli", "almedalen"),
        ],
    )
    def test_weeks_of_the_year_weigh(self, window: str, penalty: str | None) -> None:
        """Where terms begin and end, and the week of Almedalen."""
        choice = only(spring_window=window, autumn_window="20 augusti–15 december")
        assert [one.penalty for one in choice.drawbacks] == ([penalty] if penalty else [])

    def test_the_day_after_a_holiday_weighs(self) -> None:
        """The Tuesday after annandag påsk, where that is no school break."""
        choice = only(weekdays="tuesday", spring_window="29 mars–4 april", school_breaks=())
        assert [str(one.reason) for one in choice.drawbacks] == ["dagen efter annandag påsk"]

    def test_a_collision_is_avoided_where_it_can(self) -> None:
        """And told where it cannot: it is no hard rule."""
        window = {"spring_window": "8–22 mars"}
        first = only(**window).occasion.first_day
        assert first == date(2027, 3, 19)
        assert only(**window, avoid=[first]).occasion.first_day == date(2027, 3, 12)
        board = Schedule(network="Förbundsstyrelsen", occasions=[date(2027, 3, 12), date(2027, 3, 19)])
        forced = only(**window, avoid=board)
        assert str(forced.reason) == "nackdel: krockar med Förbundsstyrelsen"

    def test_another_hour_of_the_day_is_no_collision(self) -> None:
        """The board in the afternoon leaves the morning to others."""
        busy = Occasion(date(2027, 3, 12), times=TimeSpan(time(13), time(16)), label="Styrelsen")
        window = {"spring_window": "8–14 mars", "avoid": [busy]}
        assert [one.penalty for one in only(**window, part_of_day="morning").drawbacks] == ["same-day"]
        assert [one.penalty for one in only(**window, times="9–14").drawbacks] == ["collision"]
        assert [one.penalty for one in only(**window).drawbacks] == ["collision"]

    def test_the_network_meets_before_the_board(self) -> None:
        """Within so many days, if that is possible; the reason says which meeting it is for."""
        board = [(date(2027, 4, 30), "förbundsstyrelsen")]
        choice = only(before=board, before_within=14)
        assert choice.occasion.first_day in (date(2027, 4, 16), date(2027, 4, 23))
        assert str(choice.reason).endswith("i tid före förbundsstyrelsen den 30 april")
        late = propose(
            spring=1, autumn=0, before=[("5 januari", "styrelsen"), "6 maj 2026"], before_within=14
        )
        assert "inget möte inom två veckor före styrelsen den 5 januari" in [
            str(one.reason) for one in late.drawbacks
        ]

    def test_last_years_last_meeting_may_serve(self) -> None:
        """A body that meets early in January is served by the meeting in December."""
        last = Schedule(occasions=[date(2026, 12, 18)])
        served = propose(spring=1, autumn=0, before=["8 januari"], before_within=21, last_year=last)
        assert "too-late-for" not in [one.penalty for one in served.drawbacks]

    def test_each_is_in_the_table(self) -> None:
        """With its points, or a square of weeks times them."""
        points = {one.name: one.points for one in planning.PENALTIES}
        for one in propose(avoid=["vecka 3", "vecka 11", "vecka 20"]).drawbacks:
            assert one.points % points[one.penalty] == 0
            assert one.points // points[one.penalty] in (1, 4, 9, 16, 25)

    def test_the_table_says_why(self) -> None:
        """Each with a name of its own, and the heaviest first."""
        assert len({one.name for one in planning.PENALTIES}) == len(planning.PENALTIES)
        assert [one.points for one in planning.PENALTIES] == sorted(
            (one.points for one in planning.PENALTIES), reverse=True
        )
        assert all(one.why for one in planning.PENALTIES)


class TestTies:
    EQUAL = {"weekdays": ["måndag", "fredag"], "spring_window": "1–26 mars", "school_breaks": ()}  # noqa: RUF012
    """Friday the 12th in week 10, and Monday the 15th in week 11, are equally even."""

    def test_the_earliest_wins(self) -> None:
        """And the runner-up says that it is as good."""
        choice = only(**self.EQUAL)
        assert choice.occasion.first_day == date(2027, 3, 12)
        assert choice.runner_up == planning.Alternative(
            DateSpan(date(2027, 3, 15)), planning.Reason("lika bra, men senare")
        )

    def test_the_earliest_wins_after_another_meeting(self) -> None:
        """The rule holds for each meeting, not only for the first."""
        window = {"weekdays": ["måndag", "tisdag"], "spring_window": "1–7 februari"}
        found = propose(spring=1, autumn=1, autumn_window="1–28 september", **window)
        assert days_of(found) == ["2027-02-02", "2027-09-13"]

    def test_last_years_weeks_come_first(self) -> None:
        """A week in which the body met last year wins over an earlier day; what was cancelled is nothing."""
        held = date.fromisocalendar(2026, 11, 5)
        off = Occasion(date.fromisocalendar(2026, 10, 5), cancelled=True)
        choice = only(**self.EQUAL, last_year=Schedule(occasions=[off, held]))
        assert choice.occasion.first_day == date(2027, 3, 15)
        assert "samma vecka som ett möte förra året" in str(choice.reason)
        assert choice.runner_up is not None
        assert str(choice.runner_up.reason) == "lika bra, men inte samma vecka som förra året"


class TestHosts:
    def hosts(self, **wishes: Any) -> list[str | None]:
        return [one.place for one in propose(hosts=["Ale", "Kungälv", "Tjörn"], **wishes).schedule.occasions]

    def test_rotate_from_the_first(self) -> None:
        """In the order of the list, over and over."""
        assert self.hosts(spring=2, autumn=2) == ["Ale", "Kungälv", "Tjörn", "Ale"]

    @pytest.mark.parametrize(
        "place", ["Kungälv", "kungälvs kommun", "Kungälvs kommun", "Kungälv, Stadshuset"]
    )
    def test_go_on_after_last_years_last(self, place: str) -> None:
        """However its place was written; what was cancelled, or was somewhere else, does not count."""
        last = Schedule(
            occasions=[
                Occasion(date(2026, 10, 2), place="Ale"),
                Occasion(date(2026, 11, 6), place=place),
                Occasion(date(2026, 12, 4), place="Tjörn", cancelled=True),
                Occasion(date(2026, 12, 11), place="Digitalt"),
            ]
        )
        assert self.hosts(spring=1, autumn=1, last_year=last) == ["Tjörn", "Ale"]

    def test_tell_whose_turn_it_is(self) -> None:
        """In the reason of each date."""
        reasons = [str(one.reason) for one in propose(hosts=["Ale", "Tjörn"], spring=2, autumn=0).choices]
        assert reasons[0].endswith("värd är Ale, först i listan")
        assert reasons[1].endswith("värd är Tjörn, på tur efter Ale")
        last = Schedule(occasions=[Occasion(date(2026, 12, 4), place="Ale")])
        (first,) = propose(hosts=["Ale", "Tjörn"], spring=1, autumn=0, last_year=last).choices
        assert str(first.reason).endswith("värd är Tjörn, på tur efter Ale som var värd sist förra året")
        (other,) = propose(hosts=["Öckerö"], spring=1, autumn=0, last_year=last).choices
        assert str(other.reason).endswith("för ingen i den var värd förra året")

    def test_skip_the_meeting_of_two_days(self) -> None:
        """It often is a journey: nobody's turn is spent on it."""
        places = self.hosts(spring=0, autumn=3, two_days="oktober", place="Annan ort")
        assert sorted(places, key=str) == ["Ale", "Annan ort", "Kungälv"]


WRONG: list[tuple[dict[str, Any], type[MinutesError], str]] = [
    ({"weekdays": "fridag"}, WrongValueError, "weekdays"),
    ({"weekdays": []}, WrongValueError, "weekdays"),
    ({"weekdays": 4}, WrongTypeError, "weekdays"),
    ({"weekdays": [4]}, WrongTypeError, "weekdays"),
    ({"part_of_day": "natt"}, WrongValueError, "part_of_day"),
    ({"part_of_day": 3}, WrongTypeError, "part_of_day"),
    ({"times": "nio"}, WrongValueError, "times"),
    ({"times": 9}, WrongTypeError, "times"),
    ({"spring": -1}, WrongValueError, "spring"),
    ({"spring": 61}, WrongValueError, "spring"),
    ({"autumn": 4.0}, WrongTypeError, "autumn"),
    ({"autumn": True}, WrongTypeError, "autumn"),
    ({"spring": 0, "autumn": 0}, WrongValueError, "spring"),
    ({"spring_window": "januari–augusti"}, WrongValueError, "autumn_window"),
    ({"spring_window": "x"}, WrongValueError, "spring_window"),
    ({"spring_window": "snarast"}, WrongValueError, "spring_window"),
    ({"spring_window": 3}, WrongTypeError, "spring_window"),
    ({"spring_window": (date(2027, 1, 1), "x")}, WrongTypeError, "spring_window"),
    ({"spring_window": (date(2026, 1, 1), date(2026, 5, 1))}, WrongValueError, "spring_window"),
    ({"spring_window": (date(2027, 5, 1), date(2027, 1, 1))}, WrongValueError, "spring_window"),
    ({"autumn_window": "1 maj–1 december"}, WrongValueError, "autumn_window"),
    ({"least_days": 0}, WrongValueError, "least_days"),
    ({"least_days": 10**5_000}, WrongValueError, "least_days"),
    ({"least_days": "21"}, WrongTypeError, "least_days"),
    ({"two_days": "snarast"}, WrongValueError, "two_days"),
    ({"two_days": "nåt"}, WrongValueError, "two_days"),
    ({"two_days": "3 november"}, WrongValueError, "two_days"),
    ({"two_days": 11}, WrongTypeError, "two_days"),
    ({"two_days_label": 3}, WrongTypeError, "two_days_label"),
    ({"school_breaks": "x"}, WrongTypeError, "school_breaks"),
    ({"school_breaks": [3]}, WrongTypeError, "school_breaks"),
    ({"blocked": "5 mars"}, WrongTypeError, "blocked"),
    ({"blocked": [3]}, WrongTypeError, "blocked"),
    ({"blocked": [(3, 4)]}, WrongTypeError, "blocked"),
    ({"blocked": ["31 februari"]}, WrongValueError, "blocked"),
    ({"blocked": [DateSpan(date(2027, 3, 5), date(2027, 3, 1))]}, WrongValueError, "blocked"),
    ({"avoid": date(2027, 3, 5)}, WrongTypeError, "avoid"),
    ({"before": {date(2027, 3, 5)}}, WrongTypeError, "before"),
    ({"before_within": 0}, WrongValueError, "before_within"),
    ({"hosts": "Ale"}, WrongTypeError, "hosts"),
    ({"hosts": [3]}, WrongTypeError, "hosts"),
    ({"hosts": [" "]}, WrongValueError, "hosts"),
    ({"last_year": [date(2026, 3, 5)]}, WrongTypeError, "last_year"),
    ({"place": 3}, WrongTypeError, "place"),
    ({"mode": "röksignaler"}, WrongValueError, "mode"),
    ({"mode": "inställt"}, WrongValueError, "mode"),
    ({"mode": 3}, WrongTypeError, "mode"),
]


class TestArguments:
    @pytest.mark.parametrize(("wishes", "kind", "where"), WRONG)
    def test_a_wrong_one_is_named(self, wishes: dict[str, Any], kind: type[MinutesError], where: str) -> None:
        """With the class of error that fits, and the name of the argument."""
        with pytest.raises(kind) as caught:
            propose(**wishes)
        assert type(caught.value) is kind
        assert caught.value.where == where

    @pytest.mark.parametrize(
        ("call", "kind", "where"),
        [
            (lambda: planning.propose(3, 2027, weekdays="friday"), WrongTypeError, "network"),  # type: ignore[arg-type]
            (lambda: planning.propose("", 2027, weekdays="friday"), WrongValueError, "Network.name"),
            (lambda: planning.propose("N", "2027", weekdays="friday"), WrongTypeError, "year"),  # type: ignore[arg-type]
            (lambda: planning.propose("N", 1066, weekdays="friday"), WrongValueError, "year"),
            (lambda: planning.propose("N", 2500, weekdays="friday"), WrongValueError, "year"),
            (lambda: planning.propose("N", -(10**30), weekdays="friday"), WrongValueError, "year"),
        ],
    )
    def test_network_and_year_as_well(
        self, call: Callable[[], object], kind: type[MinutesError], where: str
    ) -> None:
        """No year without holidays, and no body without a name."""
        with pytest.raises(kind) as caught:
            call()
        assert caught.value.where == where

    @pytest.mark.parametrize("year", [1953, 2100])
    def test_the_first_and_the_last_year_are_planned_whole(self, year: int) -> None:
        """Nothing looks into the years beside them, of which no holidays are known."""
        windows = {"spring_window": "1 januari–30 juni", "autumn_window": "1 juli–31 december"}
        days = ["mån", "tis", "ons", "tors", "fre", "lör", "sön"]
        found = planning.propose("N", year, weekdays=days, spring=20, autumn=20, least_days=7, **windows)
        assert len(found.explanation) > 40

    @pytest.mark.parametrize("part", [PartOfDay.MORNING, "morning", "förmiddag", "fm", "Förmiddagarna"])
    def test_part_of_day_has_many_names(self, part: Any) -> None:
        """The member, its value, or Swedish."""
        assert propose(part_of_day=part, spring=1, autumn=0).schedule.part_of_day is PartOfDay.MORNING

    @pytest.mark.parametrize("times", [time(9), "kl. 09.00", TimeSpan(time(9))])
    def test_times_have_many_forms(self, times: Any) -> None:
        """A clock time, words, or a span."""
        assert only(times=times).occasion.times == TimeSpan(time(9))

    @pytest.mark.parametrize("mode", [Mode.ON_SITE, "on-site", "fysiskt"])
    def test_mode_has_many_names(self, mode: Any) -> None:
        """The member, its value, or Swedish."""
        assert only(mode=mode).occasion.mode is Mode.ON_SITE

    @pytest.mark.parametrize("window", ["februari", "1–28 februari", (date(2027, 2, 1), date(2027, 2, 28))])
    def test_windows_have_many_forms(self, window: Any) -> None:
        """A month, words, or two days."""
        found = propose(spring=1, autumn=0, spring_window=window)
        assert found.wishes.spring_window == DateSpan(date(2027, 2, 1), date(2027, 2, 28))


class TestRunnersUp:
    def test_one_for_each_date(self) -> None:
        """Never a date of the plan; a day of the same kind."""
        found = propose(two_days="november")
        chosen = {one.occasion.dates for one in found.choices}
        for choice in found.choices:
            assert choice.runner_up is not None
            assert choice.runner_up.dates not in chosen
            assert choice.runner_up.dates.is_one_day is (choice.occasion.label is None and is_one_day(choice))

    def test_a_collision_counts_also_where_the_plan_has_one_already(self) -> None:
        """With the same body, on another day."""
        found = propose(
            spring=1,
            autumn=1,
            spring_window="8–14 mars",
            autumn_window="6–19 september",
            avoid=[("12 mars", "styrelsen"), ("17 september", "styrelsen")],
        )
        assert days_of(found) == ["2027-03-12", "2027-09-10"]
        assert found.choices[1].runner_up is not None
        assert str(found.choices[1].runner_up.reason).startswith("krockar med styrelsen")

    def test_none_where_no_other_day_is_possible(self) -> None:
        """And the explanation says so."""
        found = propose(spring=1, autumn=0, spring_window="8–14 mars")
        assert found.choices[0].runner_up is None
        assert any("ingen annan dag är möjlig" in line for line in found.explanation)

    def test_neighbours_are_one_and_two_weeks_away(self) -> None:
        """With several weekdays, those of the same week as well; never the runner-up again."""
        choice = only(weekdays=["torsdag", "fredag"])
        day = choice.occasion.first_day
        assert day is not None
        assert choice.runner_up is not None
        days = {one.dates.start for one in choice.rejected} | {choice.runner_up.dates.start}
        week = {date.fromisocalendar(*day.isocalendar()[:2], number) for number in (4, 5)}
        around = {date.fromordinal(day.toordinal() + number) for number in (-14, -7, 7, 14)}
        assert days == (week | around) - {day}


class TestCost:
    def test_a_year_takes_less_than_fifty_milliseconds(self) -> None:
        """With every working day to choose from, and all reasons; the holidays are known by then."""
        wishes = {
            "weekdays": ["mån", "tis", "ons", "tors", "fre"],
            "two_days": "november",
            "avoid": ["vecka 10", "vecka 20", "vecka 40"],
            "before": ["26 mars", "28 maj", "8 oktober"],
        }
        assert within(lambda: propose(**wishes), 0.05)


def is_one_day(choice: planning.Choice) -> bool:
    dates = choice.occasion.dates
    return isinstance(dates, DateSpan) and dates.is_one_day
