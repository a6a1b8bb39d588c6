"""On which days something recurs: as another implementation has it, and within a budget."""

from datetime import date, datetime, time, timedelta

import pytest
from dateutil.rrule import rrulestr
from hypothesis import given
from hypothesis import strategies as st

from motesprotokoll.errors import LimitError, ReadError
from motesprotokoll.readers.ics.recurrence import Budget, days_of, parse_rule

YEAR = (date(2027, 1, 1), date(2027, 12, 31))
WEEKDAYS = st.sampled_from(("MO", "TU", "WE", "TH", "FR", "SA", "SU"))


def numbers(most: int) -> st.SearchStrategy[str]:
    one = st.integers(1, most).flatmap(lambda number: st.sampled_from((number, -number)))
    return st.lists(one, min_size=1, max_size=3).map(lambda found: ",".join(map(str, found)))


PLACED = st.tuples(st.sampled_from(("1", "2", "-1", "+3")), WEEKDAYS).map("".join)
MONTHS = st.lists(st.integers(1, 12), min_size=1, max_size=3).map(lambda found: ",".join(map(str, found)))
PLAIN_DAYS = st.lists(WEEKDAYS, min_size=1, max_size=3).map(",".join)
# Not both in one rule: RFC 5545 takes the days of either, dateutil those of both.
PLACED_DAYS = st.one_of(PLAIN_DAYS, st.lists(PLACED, min_size=1, max_size=3).map(",".join))
PARTS = {
    "DAILY": {"BYMONTH": MONTHS, "BYMONTHDAY": numbers(31), "BYDAY": PLAIN_DAYS},
    "WEEKLY": {"BYMONTH": MONTHS, "BYDAY": PLAIN_DAYS},
    "MONTHLY": {"BYMONTH": MONTHS, "BYDAY": PLACED_DAYS, "BYSETPOS": numbers(5)},
    "YEARLY": {"BYMONTH": MONTHS, "BYDAY": PLACED_DAYS, "BYSETPOS": numbers(9)},
}
OTHERS = (
    {"FREQ": "MONTHLY", "BYMONTHDAY": "13", "BYDAY": "FR"},
    {"FREQ": "MONTHLY", "BYMONTHDAY": "-1,31,15"},
    {"FREQ": "YEARLY", "BYMONTHDAY": "1,-1"},
    {"FREQ": "YEARLY", "BYMONTH": "2", "BYMONTHDAY": "29"},
    {"FREQ": "YEARLY", "BYYEARDAY": "1,100,-1,366"},
    {"FREQ": "YEARLY", "BYYEARDAY": "60", "BYDAY": "MO,TU"},
    {"FREQ": "YEARLY", "BYWEEKNO": "1,20,53", "BYDAY": "MO"},
    {"FREQ": "YEARLY", "BYWEEKNO": "-1", "BYDAY": "SU,WE"},
    {"FREQ": "YEARLY", "BYWEEKNO": "1", "BYDAY": "SA", "WKST": "SU"},
)


@st.composite
def rules(draw: st.DrawFn) -> str:
    freq = draw(st.sampled_from(tuple(PARTS)))
    parts = {"FREQ": freq}
    for name, strategy in PARTS[freq].items():
        if draw(st.booleans()) and (name != "BYSETPOS" or "BYDAY" in parts):
            parts[name] = draw(strategy)
    if draw(st.integers(0, 5)) == 0:
        parts = dict(draw(st.sampled_from(OTHERS)))
    if draw(st.booleans()):
        parts["INTERVAL"] = str(draw(st.integers(1, 5)))
    if draw(st.integers(0, 2)) == 0:
        parts["COUNT"] = str(draw(st.integers(1, 60)))
    if draw(st.integers(0, 3)) == 0:
        parts.setdefault("WKST", draw(WEEKDAYS))
    return ";".join(f"{name}={value}" for name, value in parts.items())


def found(rule: str, start: date, first: date, last: date, budget: int = 10**9) -> list[date]:
    days = days_of(parse_rule(rule, "here"), start, first, last, Budget(budget))
    return [day for day in days if first <= day <= last]


class TestDaysOf:
    @pytest.mark.slow
    @given(rules(), st.dates(date(2015, 1, 1), date(2027, 12, 31)), st.integers(0, 2_000))
    def test_are_those_of_another_implementation(self, rule: str, start: date, later: int) -> None:
        """The same days as dateutil finds, from any start, in any window; the start itself always counts."""
        first = start + timedelta(days=later)
        last = first + timedelta(days=800)
        # dateutil searches to the end of the calendar for what never recurs, unless it is told where to stop.
        others = rrulestr(rule, dtstart=datetime.combine(start, time(9)))
        begins = others.replace(count=None, until=datetime.combine(start, time(23)))
        if "COUNT" in rule and not list(begins):
            return  # whether a start that does not fit the rule is counted is left open (RFC 5545, 3.8.5.3)
        if "COUNT" not in rule:
            others = others.replace(until=datetime.combine(last, time(23)))
        expected = {one.date() for one in others if first <= one.date() <= last}
        expected |= {start} & {first}
        ours = found(rule, start, first, last)
        if "BYWEEKNO" in rule and "INTERVAL" in rule:
            # To which year the days of week 1 belong that are in December, RFC 5545 leaves open.
            expected = {day for day in expected if day.isocalendar().year == day.year}
            ours = [day for day in ours if day.isocalendar().year == day.year]
        assert ours == sorted(expected)

    @pytest.mark.parametrize(("start_of_week", "days"), [("MO", [5, 10, 19, 24]), ("SU", [5, 17, 19, 31])])
    def test_the_week_begins_where_the_rule_says(self, start_of_week: str, days: list[int]) -> None:
        """The example of RFC 5545, section 3.8.5.3."""
        rule = f"FREQ=WEEKLY;INTERVAL=2;COUNT=4;BYDAY=TU,SU;WKST={start_of_week}"
        start = date(1997, 8, 5)
        assert found(rule, start, start, date(1997, 12, 31)) == [date(1997, 8, day) for day in days]

    def test_of_a_rule_that_never_holds_are_none(self) -> None:
        """It ends with the window, and does not search on."""
        rule = "FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30"
        assert found(rule, date(2020, 1, 1), date(2027, 1, 1), date(2027, 12, 31), 800) == []

    def test_of_what_begins_later_are_none(self) -> None:
        """Not even the day on which it begins."""
        assert list(days_of(parse_rule("FREQ=DAILY", "here"), date(2028, 1, 1), *YEAR, Budget(9))) == []

    def test_what_began_long_ago_costs_no_more(self) -> None:
        """Without a number of times, the years between are not walked through."""
        days = found("FREQ=WEEKLY;INTERVAL=2", date(1000, 1, 1), date(2027, 1, 1), date(2027, 12, 31), 500)
        assert len(days) == 26

    def test_at_the_end_of_the_calendar(self) -> None:
        """The last week, month and year are whole as far as they go."""
        start, last = date(9999, 12, 1), date(9999, 12, 31)
        assert found("FREQ=DAILY", start, start, last)[-1] == last
        assert found("FREQ=WEEKLY;BYDAY=FR", start, start, last)[-1] == last
        assert found("FREQ=MONTHLY;BYMONTHDAY=-1", start, start, last)[-1] == last
        assert found("FREQ=YEARLY;BYWEEKNO=52;BYDAY=FR", start, start, last)[-1] == last

    def test_at_its_beginning(self) -> None:
        """The first week is what there is of it."""
        start = date(1, 1, 3)
        assert found("FREQ=WEEKLY;WKST=TH;BYDAY=WE,TH", start, date(1, 1, 1), date(1, 1, 8))[0] == start
        assert found("FREQ=YEARLY;BYWEEKNO=1;BYDAY=TU;WKST=SU", date(1, 1, 1), date(1, 1, 1), date(1, 2, 1))

    def test_too_many_are_refused(self) -> None:
        """By a count of days looked at, whatever they gave."""
        with pytest.raises(LimitError, match="more than 1,000 days"):
            found("FREQ=DAILY;COUNT=999999", date(1900, 1, 1), date(2027, 1, 1), date(2027, 12, 31), 1_000)


class TestParseRule:
    @pytest.mark.parametrize(
        "text",
        [
            "",
            "FREQ",
            "FREQ=",
            "FREQ=SECONDLY",
            "FREQ=MINUTELY;INTERVAL=5",
            "FREQ=HOURLY",
            "FREQ=DAILY;BYHOUR=9,15",
            "FREQ=DAILY;INTERVAL=0",
            "FREQ=DAILY;INTERVAL=-1",
            "FREQ=DAILY;COUNT=x",
            "FREQ=DAILY;COUNT=99999999999999999999",
            "FREQ=WEEKLY;BYDAY=XX",
            "FREQ=WEEKLY;WKST=XX",
            "FREQ=YEARLY;BYMONTH=13",
            "FREQ=YEARLY;BYMONTH=0",
            "FREQ=YEARLY;BYMONTHDAY=1,x",
            "FREQ=DAILY;RSCALE=CHINESE",
            f"FREQ=YEARLY;BYYEARDAY={','.join(['1'] * 1_500)}",
        ],
    )
    def test_refuses(self, text: str) -> None:
        """What is no rule, or one by the hour, with the place."""
        with pytest.raises(ReadError) as caught:
            parse_rule(text, "line 7")
        assert caught.value.where == "line 7"

    def test_takes_hours_that_repeat_the_beginning(self) -> None:
        """Some programs write them, and one hour a day changes no day."""
        assert parse_rule("freq=daily;byhour=9;byminute=0;", "").freq == "DAILY"
