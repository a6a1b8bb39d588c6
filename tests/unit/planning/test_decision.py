from datetime import date, datetime, time

import pytest

import motesprotokoll as mp
from motesprotokoll import planning
from motesprotokoll.errors import WrongTypeError, WrongValueError
from motesprotokoll.model import DateSpan, Mode, Occasion, PartialDate, PartOfDay, Schedule, TimeSpan


def proposal() -> planning.Proposal:
    return planning.propose(
        "Nätverket för skolbibliotek",
        2027,
        weekdays="friday",
        part_of_day="morning",
        two_days="november",
        two_days_label="Studieresa",
        hosts=["Ale", "Tjörn"],
    )


class TestDecided:
    def test_is_tentative_no_more(self) -> None:
        """The title is that of a decided plan, the day is noted, and nothing else is changed."""
        proposed = proposal().schedule
        plan = planning.decided(proposed, on=date(2026, 10, 9))
        assert (plan.title, plan.decided_on) == ("Mötestider 2027", date(2026, 10, 9))
        assert not any(one.tentative for one in plan.occasions)
        assert [one.dates for one in plan.occasions] == [one.dates for one in proposed.occasions]
        assert [one.place for one in plan.occasions] == [one.place for one in proposed.occasions]
        assert plan.network == proposed.network

    @pytest.mark.parametrize(
        ("title", "after"),
        [
            ("Förslag till mötestider 2027", "Mötestider 2027"),
            ("Förslag på sammanträdestider", "Sammanträdestider"),
            ("Förslag: mötestider", "Mötestider"),
            ("Förslag", "Förslag"),
            ("Förslagsrundan 2027", "Förslagsrundan 2027"),
            ("Vårens möten", "Vårens möten"),
            (None, None),
        ],
    )
    def test_title_proposes_nothing(self, title: str | None, after: str | None) -> None:
        """However the proposal was called; another title stays."""
        assert planning.decided(Schedule(title), on=date(2026, 10, 9)).title == after

    def test_what_is_cancelled_stays_so(self) -> None:
        """A decision on dates calls no meeting back."""
        plan = planning.decided(
            Schedule(occasions=[Occasion(date(2027, 2, 5), cancelled=True)]), on=date(2026, 1, 1)
        )
        assert plan.occasions[0].cancelled

    def test_wrong_values_are_named(self) -> None:
        """A plan and a day, and nothing else."""
        with pytest.raises(WrongTypeError, match="schedule"):
            planning.decided(proposal(), on=date(2026, 10, 9))  # type: ignore[arg-type]
        with pytest.raises(WrongTypeError, match=r"^on: expected a date"):
            planning.decided(Schedule(), on="2026-10-09")  # type: ignore[arg-type]
        with pytest.raises(WrongTypeError, match=r"^on: expected a date"):
            planning.decided(Schedule(), on=datetime(2026, 10, 9))  # noqa: DTZ001


class TestAgendaItem:
    def test_proposes_what_is_not_decided(self) -> None:
        """A paragraph with the proposal above the plan; the title and the number are those of the item."""
        item = proposal().agenda_item(number="7")
        assert item.heading == "7. Förslag mötestider 2027"
        paragraph, plan = item.body
        assert paragraph == mp.Paragraph(
            "Förslag till beslut: Nätverket för skolbibliotek beslutar nedanstående mötestider för 2027."
        )
        assert plan == proposal().schedule

    def test_decides_what_is_decided(self) -> None:
        """In the minutes, the decision stands above the plan."""
        plan = planning.decided(proposal().schedule, on=date(2026, 10, 9))
        item = planning.agenda_item(plan)
        assert item.title == "Mötestider 2027"
        decision, schedule = item.body
        assert isinstance(decision, mp.Decision)
        assert decision.text == "Nätverket för skolbibliotek beslutar nedanstående mötestider för 2027."
        assert schedule == plan

    def test_has_a_form_as_a_table(self) -> None:
        """For people: weekday, week, time and place beside each date."""
        table = proposal().agenda_item(form="table").body[1]
        assert isinstance(table, mp.Table)
        rows = [[cell.text.replace("\N{NO-BREAK SPACE}", " ") for cell in row] for row in table.rows]
        assert rows[0] == ["Datum", "Vecka", "Tid", "Plats", "Anmärkning"]
        assert rows[1] == ["fredag 22 januari 2027", "v. 3", "förmiddag", "Ale", ""]
        assert ["torsdag–fredag 11–12 november 2027", "v. 45", "heldag", "", "Studieresa"] in rows
        assert (table.header_rows, len(rows)) == (1, 8)

    @pytest.mark.parametrize("form", ["list", "table"])
    @pytest.mark.parametrize("name", ["docx", "text", "html"])
    def test_stands_in_an_agenda_and_reads_back(self, name: str, form: planning.Form) -> None:
        """In Word as in any other format: the proposal is not lost on the way to the meeting."""
        item = proposal().agenda_item(form=form, number="1")
        meeting = mp.new_meeting("Nätverket för skolbibliotek", "2026-10-09", agenda=[item])
        rendered = mp.render(meeting, name)
        assert mp.read(rendered.content, format=name).meeting.agenda[0] == item

    def test_needs_dates_and_a_form_that_there_is(self) -> None:
        """An empty plan decides nothing."""
        with pytest.raises(WrongValueError, match="schedule"):
            planning.agenda_item(Schedule("Mötestider"))
        with pytest.raises(WrongValueError, match="form"):
            planning.agenda_item(proposal().schedule, form="prose")  # type: ignore[arg-type]
        with pytest.raises(WrongTypeError, match="schedule"):
            planning.agenda_item("Mötestider")  # type: ignore[arg-type]

    def test_works_on_a_plan_of_anybody(self) -> None:
        """Without title, year, or certain days."""
        plan = Schedule(occasions=[Occasion(PartialDate("i mars")), Occasion()], decided_on=date(2026, 1, 1))
        item = planning.agenda_item(plan)
        assert item.title == "Mötestider"
        assert item.body[0].text == "Nätverket beslutar nedanstående mötestider."  # type: ignore[union-attr]


class TestTable:
    def test_tells_all_that_is_known_of_a_date(self) -> None:
        """And leaves out the columns that would be empty."""
        plan = Schedule(
            part_of_day=PartOfDay.MORNING,
            occasions=[
                Occasion(date(2027, 2, 5), times=TimeSpan(time(9), time(12))),
                Occasion(DateSpan(date(2027, 12, 30), date(2028, 1, 2)), part_of_day=PartOfDay.EVENING),
                Occasion(PartialDate("i maj"), place="Ale", place_tentative=True, mode=Mode.HYBRID),
                Occasion(place_tentative=True, cancelled=True, note="flyttas", label="Resa"),
            ],
        )
        rows = [
            [cell.text.replace("\N{NO-BREAK SPACE}", " ") for cell in row]
            for row in planning.table(plan).rows
        ]
        assert rows == [
            ["Datum", "Vecka", "Tid", "Plats", "Anmärkning"],
            ["fredag 5 februari 2027", "v. 5", "kl. 09.00–12.00", "", ""],
            ["torsdag–söndag 30 december 2027–2 januari 2028", "v. 52", "kväll", "", ""],
            ["i maj", "", "förmiddag", "Ale, preliminär plats, hybrid", ""],
            ["", "", "förmiddag", "preliminär plats", "Resa, inställt, flyttas"],
        ]
        bare = planning.table(Schedule(occasions=[date(2027, 2, 5)]))
        assert [cell.text for cell in bare.rows[0]] == ["Datum", "Vecka"]
