"""A year at a glance: what stands in its months, what its signs mean, and the same in words."""

from datetime import date, time

import attrs
import pytest

from motesprotokoll.compose import SCHEDULE_VIEWS, VIEWS, compose
from motesprotokoll.compose.months import letters
from motesprotokoll.compose.words import Words
from motesprotokoll.compose.year import MOST_YEARS, year_outline
from motesprotokoll.errors import MissingExtraError, RenderError
from motesprotokoll.model import (
    DateSpan,
    Meeting,
    Occasion,
    PartialDate,
    PartOfDay,
    Schedule,
    TimeSpan,
)
from motesprotokoll.model.text import plain
from motesprotokoll.outline import Grid, Heading, Labelled, Outline, Text, printed
from motesprotokoll.swedish import SchoolBreak, YearlyBreak
from year_plans import BOARD, PLAN

SWEDISH = Words("sv")
FRIDAY = date(2027, 3, 5)
PERHAPS = (YearlyBreak("påsklov"),)


def months_of(outline: Outline) -> dict[str, Grid]:
    """The tables by their names."""
    return {node.title or "": node for node in outline.nodes if isinstance(node, Grid)}


def cells(grid: Grid) -> list[list[str]]:
    return [[" ".join(printed(cell)) for cell in row] for row in grid.rows]


def days(outline: Outline) -> dict[str, tuple[str, str | None]]:
    """Each day that has a sign or a look, by month and day: its words and its look."""
    found = {}
    for name, grid in months_of(outline).items():
        for row in grid.rows[1:]:
            for cell in row[1:]:
                for node in cell:
                    assert isinstance(node, Text)
                    words = plain(node.content)
                    found[f"{words.split()[0]} {name}"] = (words, node.role)
    return found


def lists(outline: Outline) -> dict[str, list[str]]:
    """The short lines below each label, with their notes."""
    return {
        node.label: [
            " ".join(
                [plain(line.content), *(f"[{key} {value}]".replace(" ]", "]") for key, value in line.notes)]
            )
            for line in node.lines
        ]
        for node in outline.nodes
        if isinstance(node, Labelled)
    }


class TestMonths:
    def test_are_twelve_tables_with_names_and_heads(self) -> None:
        """Monday to Sunday, a week a row with its number, in order."""
        months = months_of(compose(PLAN, view="year"))
        assert list(months)[:3] == ["Januari 2027", "Februari 2027", "Mars 2027"]
        assert len(months) == 12
        for grid in months.values():
            assert (grid.role, grid.header_rows, grid.header_columns) == ("month", 1, 1)
        assert cells(months["Augusti 2027"]) == [
            ["v.", "mån", "tis", "ons", "tor", "fre", "lör", "sön"],
            ["30", "", "", "", "", "", "", "1"],
            ["31", "2", "3", "4", "5", "6", "7", "8"],
            ["32", "9", "10", "11", "12", "13", "14", "15"],
            ["33", "16", "17", "18", "19", "20", "21", "22"],
            ["34", "23", "24", "25", "26", "27", "28", "29"],
            ["35", "30", "31", "", "", "", "", ""],
        ]

    @pytest.mark.parametrize("year", [1, 2024, 2026, 2027, 9999])
    def test_hold_every_day_once_with_its_week(self, year: int) -> None:
        """Of any year, the first and the last of the calendar too."""
        months = months_of(year_outline([Schedule(year=year)], SWEDISH))
        numbers = [
            [int(cell.split()[0]) for row in cells(grid)[1:] for cell in row[1:] if cell]
            for grid in months.values()
        ]
        assert sum(map(len, numbers)) == 365 + (year == 2024)
        assert all(month == list(range(1, len(month) + 1)) for month in numbers)
        for number, grid in enumerate(months.values(), 1):
            for row in cells(grid)[1:]:
                place, day = next((place, cell) for place, cell in enumerate(row[1:], 1) if cell)
                found = date(year, number, int(day.split()[0]))
                assert (row[0], place) == (str(found.isocalendar().week), found.isoweekday())

    def test_say_what_each_day_is(self) -> None:
        """In signs beside the number, which is bold where a meeting is held; looks say nothing more."""
        shown = days(compose(PLAN, view="year"))
        assert shown["5 Februari 2027"] == ("5 M", "marked")
        assert shown["12 Mars 2027"] == ("12 M?", "marked")
        assert shown["16 April 2027"] == ("16 M×", None)
        assert shown["11 November 2027"] == shown["11 November 2027"] == ("11 M", "marked")
        assert shown["12 November 2027"] == ("12 M", "marked")
        assert shown["26 Mars 2027"] == ("26 h", "shaded")
        assert shown["6 Februari 2027"] == ("6", "shaded")
        assert shown["15 Februari 2027"] == ("15 s", "lined")
        assert shown["22 Mars 2027"] == ("22 s?", "lined")
        assert shown["8 Februari 2027"] == ("8", None)
        (cell,) = months_of(compose(PLAN, view="year"))["Mars 2027"].rows[2][5]
        assert isinstance(cell, Text)
        assert cell.content[0].strong  # type: ignore[union-attr]

    def test_hold_several_signs_a_day(self) -> None:
        """Meetings first, each once, then what the day is."""
        one = Schedule(network="A", occasions=[FRIDAY, Occasion(FRIDAY, cancelled=True), FRIDAY])
        two = Schedule(network="B", occasions=[DateSpan(date(2027, 2, 15), FRIDAY), date(2027, 3, 26)])
        shown = days(year_outline([one, two], SWEDISH, year=2027))
        assert shown["5 Mars 2027"] == ("5 A A× B", "marked")
        assert shown["15 Februari 2027"] == ("15 B s", "marked")
        assert shown["26 Mars 2027"] == ("26 B h", "marked")

    def test_a_span_that_runs_backwards_marks_nothing(self) -> None:
        """Nobody knows which day is meant; it stands in words."""
        plan = Schedule(occasions=[DateSpan(FRIDAY, date(2027, 3, 4))])
        outline = compose(plan, view="year")
        assert not any("M" in said.split() for said, _ in days(outline).values())
        assert len(lists(outline)["Möten"]) == 1

    def test_a_certain_break_comes_before_a_possible_one(self) -> None:
        """Whichever is given first."""
        own = SchoolBreak("lov", DateSpan(date(2027, 3, 22)))
        for breaks in ((own, *PERHAPS), (*PERHAPS, own)):
            shown = days(year_outline([PLAN], SWEDISH, year=2027, breaks=breaks))
            assert shown["22 Mars 2027"] == ("22 s", "lined")
            assert shown["23 Mars 2027"] == ("23 s?", "lined")


class TestLetters:
    def test_are_never_signs_of_something_else(self) -> None:
        """Nor look like figures; after Z come two."""
        assert letters(1) == ("M",)
        assert letters(3) == ("A", "B", "C")
        many = letters(1_000)
        assert len(set(many)) == 1_000
        assert not set("".join(many)) & set("HIMOShs01")
        assert many[20:23] == ("Z", "AA", "AB")

    def test_two_schedules_of_one_body_share_one(self) -> None:
        """Spring and autumn."""
        again = attrs.evolve(BOARD, title="Hösten 2027")
        found = lists(year_outline([PLAN, BOARD, again], SWEDISH, year=2027))
        assert [label for label in found if "(" in label] == [
            "Nätverket för stadsodling (A) – Förslag mötestider 2027",
            "Styrelsen för odlingslotter (B) – Sammanträden 2027",
            "Styrelsen för odlingslotter (B) – Hösten 2027",
        ]
        alone = lists(year_outline([BOARD, again], SWEDISH, year=2027))
        assert "Styrelsen för odlingslotter – Hösten 2027" in alone
        assert "M = möte" in alone["Teckenförklaring"]

    def test_a_plan_without_a_body_has_its_title(self) -> None:
        """Or the word for meeting dates."""
        plans = [Schedule("Plan", occasions=[FRIDAY]), Schedule(occasions=[FRIDAY])]
        found = lists(year_outline(plans, SWEDISH, year=2027))
        assert found["Teckenförklaring"][:2] == ["A = Plan", "B = Mötestider"]
        assert {"Plan (A)", "Mötestider (B)"} <= {*found}


class TestLegend:
    def test_says_every_sign_of_one_body(self) -> None:
        """That stands in some month, and no other."""
        assert lists(compose(PLAN, view="year"))["Teckenförklaring"] == [
            "M = möte",
            "M? = preliminärt möte",
            "M× = inställt möte",
            "h = helgdag eller afton",
            "s = skollov",
            "s? = kanske skollov",
        ]
        plain_year = Schedule(year=2027)
        assert lists(compose(plain_year, view="year"))["Teckenförklaring"][0].startswith("h = ")

    def test_says_every_letter_of_many(self) -> None:
        """And what stands behind a letter."""
        assert lists(year_outline([PLAN, BOARD], SWEDISH, year=2027))["Teckenförklaring"][:4] == [
            "A = Nätverket för stadsodling",
            "B = Styrelsen för odlingslotter",
            "? = preliminärt möte",
            "× = inställt möte",
        ]
        none = Schedule(network="Ingen", year=2027)
        assert not any(
            "Ingen" in line for line in lists(year_outline([BOARD, none], SWEDISH))["Teckenförklaring"]
        )

    def test_is_left_out_where_there_are_no_signs(self) -> None:
        """A year before any calendar that is known, without breaks or meetings."""
        assert "Teckenförklaring" not in lists(year_outline([Schedule(year=1)], SWEDISH, breaks=()))


class TestWords:
    def test_tell_each_meeting(self) -> None:
        """With weekday, hours, name and place; what is not sure or not held behind it. No calendar id."""
        assert lists(compose(PLAN, view="year"))["Möten"] == [
            "fredag 5 februari, förmiddag, Ängsholm",
            "fredag 12 mars, förmiddag, Storvik (preliminär plats) [preliminärt]",
            "fredag 16 april, förmiddag [inställt]",
            "fredag 28 maj kl. 09.00–12.00",
            "fredag 10 september, förmiddag",
            "fredag 15 oktober, förmiddag [mötesform digitalt möte] [not Länk kommer]",
            "11–12 november, heldag, Studieresa",
            "i mitten av december, förmiddag",
            "Datum saknas, förmiddag",
        ]

    def test_say_when_it_was_decided_and_whose_it_is(self) -> None:
        """Above the meetings; the body stands above the title."""
        outline = compose(PLAN, view="year")
        assert outline.nodes[:2] == (
            Text(("Nätverket för stadsodling",)),
            Heading("Förslag mötestider 2027", 1),
        )
        (meetings,) = (node for node in outline.nodes if isinstance(node, Labelled) and node.label == "Möten")
        assert meetings.notes == (("beslutat", "2026-10-09"),)
        assert outline.title == "Nätverket för stadsodling: Förslag mötestider 2027"
        assert (outline.about.body, outline.about.day) == ("Nätverket för stadsodling", date(2026, 10, 9))
        assert not outline.carries

    def test_say_so_where_there_are_none(self) -> None:
        """An empty list would look like a fault."""
        assert lists(compose(Schedule(year=2027), view="year"))["Möten"] == ["Inga möten"]

    def test_name_the_free_days_and_breaks(self) -> None:
        """Of each year, with what is not certain."""
        found = lists(compose(PLAN, view="year"))
        assert found["Helgdagar och aftnar 2027"][2] == "fredag 26 mars: långfredagen"
        assert len(found["Helgdagar och aftnar 2027"]) == 16
        assert found["Skollov i Göteborgsregionen 2027"] == [
            "15–19 februari (v. 7): sportlov",
            "22–25 mars (v. 12): påsklov (datum inte säkert)",
            "30 mars–2 april (v. 13): påsklov (datum inte säkert)",
            "1–5 november (v. 44): höstlov",
        ]
        two = compose(Schedule(occasions=[date(2008, 5, 2)]), view="year")
        assert (
            "torsdag 1 maj: första maj och Kristi himmelsfärdsdag" in lists(two)["Helgdagar och aftnar 2008"]
        )

    def test_breaks_of_the_caller_are_nobody_s_region(self) -> None:
        """And may lie over New Year; none have no heading."""
        own = SchoolBreak("jullov", DateSpan(date(2026, 12, 21), date(2027, 1, 8)))
        found = lists(year_outline([PLAN], SWEDISH, year=2027, breaks=(own,)))
        assert found["Skollov 2027"] == ["21 december 2026–8 januari 2027 (v. 52): jullov"]
        assert not any("lov" in label for label in lists(year_outline([PLAN], SWEDISH, breaks=())))

    def test_speak_english(self) -> None:
        """All that is the page's own; days and names of days are Swedish still."""
        outline = compose(PLAN, view="year", language="en")
        assert list(months_of(outline))[4] == "May 2027"
        assert cells(months_of(outline)["May 2027"])[0] == [
            "wk",
            "Mon",
            "Tue",
            "Wed",
            "Thu",
            "Fri",
            "Sat",
            "Sun",
        ]
        found = lists(outline)
        assert found["Key"][:2] == ["M = meeting", "M? = tentative meeting"]
        assert found["School breaks in the Gothenburg region 2027"][0] == "15–19 februari (wk 7): sportlov"
        assert "Meetings" in found
        assert year_outline([PLAN, BOARD], Words("en")).title == "Year at a glance 2027"


class TestWhichYear:
    def test_is_that_of_the_schedule(self) -> None:
        """What lies elsewhere stands in words, with its year."""
        plan = Schedule(
            year=2027, occasions=[FRIDAY, date(2028, 1, 14), DateSpan(date(2026, 12, 30), FRIDAY)]
        )
        outline = compose(plan, view="year")
        assert len(months_of(outline)) == 12
        assert lists(outline)["Möten"] == [
            "fredag 5 mars",
            "fredag 14 januari 2028",
            "30 december 2026–5 mars 2027",
        ]
        assert outline.title == "Mötestider 2027"

    def test_or_those_of_the_occasions(self) -> None:
        """Two, for a school year: each with a heading."""
        plan = Schedule(occasions=[FRIDAY, DateSpan(date(2027, 12, 31), date(2028, 1, 1))])
        outline = compose(plan, view="year")
        assert len(months_of(outline)) == 24
        assert [node.text for node in outline.nodes if isinstance(node, Heading)] == [
            "Mötestider 2027–2028",
            "2027",
            "2028",
        ]
        assert lists(outline)["Möten"][0] == "fredag 5 mars 2027"
        assert {"Helgdagar och aftnar 2027", "Helgdagar och aftnar 2028"} <= {*lists(outline)}

    def test_must_be_known(self) -> None:
        """A vague date tells no year for sure."""
        vague = PartialDate("i mars", earliest=date(2027, 3, 1), latest=date(2027, 3, 31))
        with pytest.raises(RenderError, match="no year is known"):
            compose(Schedule(occasions=[vague]), view="year")

    def test_must_be_few(self) -> None:
        """A page of ten years is none; the caller may name one."""
        plan = Schedule(occasions=[date(2020 + number, 3, 5) for number in range(MOST_YEARS + 1)])
        with pytest.raises(RenderError, match=r"in 4 years, from 2020 to 2023 \(say which year"):
            compose(plan, view="year")
        outline = year_outline([plan], SWEDISH, year=2022)
        assert lists(outline)["Möten"] == ["lördag 5 mars"]

    def test_named_by_the_caller_leaves_out_what_cannot_be_in_it(self) -> None:
        """What may be in it stays: days that touch it, vague times, and what has no date."""
        plan = Schedule(
            occasions=[
                FRIDAY,
                date(2026, 3, 5),
                DateSpan(date(2026, 12, 31), date(2028, 1, 1)),
                DateSpan(date(2027, 1, 2), date(2026, 1, 1)),
                PartialDate("i vår"),
                PartialDate("förra våren", latest=date(2026, 5, 31)),
                PartialDate("nästa höst", earliest=date(2028, 8, 1)),
                PartialDate("vintern", earliest=date(2026, 12, 1), latest=date(2027, 2, 28)),
                Occasion(times=TimeSpan(time(9))),
            ]
        )
        assert lists(year_outline([plan], SWEDISH, year=2027))["Möten"] == [
            "fredag 5 mars",
            "31 december 2026–1 januari 2028",
            "2 januari 2027–1 januari 2026",
            "i vår",
            "vintern",
            "Datum saknas, kl. 09.00",
        ]

    def test_may_be_one_whose_holidays_nobody_knows(self) -> None:
        """The page says so, and marks none."""
        outline = compose(Schedule(year=1900), view="year")
        assert lists(outline)["Helgdagar och aftnar 1900"] == ["Inga är kända för det året."]
        assert not any("h" in said for said, _ in days(outline).values())


class TestViews:
    @pytest.mark.usefixtures("no_holidays")
    def test_the_year_needs_the_extra(self) -> None:
        """A page that left out the holidays would look like one that has none."""
        with pytest.raises(MissingExtraError, match=r"motesprotokoll\[holidays\]"):
            compose(PLAN, view="year")

    @pytest.mark.parametrize("view", [view for view in VIEWS if view not in SCHEDULE_VIEWS])
    def test_others_are_no_views_of_a_schedule(self, view: str) -> None:
        """The error names those that are."""
        with pytest.raises(RenderError, match=r"of a schedule \(one of minutes, year\)"):
            compose(PLAN, view=view)

    def test_the_year_is_no_view_of_a_meeting(self) -> None:
        """But of its schedule."""
        with pytest.raises(RenderError, match=r"'year' of a meeting \(one of minutes, agenda, "):
            compose(Meeting(), view="year")

    def test_a_part_of_the_day_is_told_once(self) -> None:
        """That of the plan where an occasion says nothing of its own, neither part nor hours."""
        plan = Schedule(
            part_of_day=PartOfDay.MORNING,
            occasions=[
                FRIDAY,
                Occasion(FRIDAY, part_of_day=PartOfDay.EVENING),
                Occasion(FRIDAY, times=time(8)),
            ],
        )
        assert lists(compose(plan, view="year"))["Möten"] == [
            "fredag 5 mars, förmiddag",
            "fredag 5 mars, kväll",
            "fredag 5 mars kl. 08.00",
        ]
