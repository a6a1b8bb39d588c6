"""What one document gives the register."""

import pickle
from datetime import date

import pytest
from hypothesis import given

from motesprotokoll.errors import ReadError
from motesprotokoll.findings import Finding, Severity
from motesprotokoll.interpret.reading import Reading
from motesprotokoll.model import (
    AgendaItem,
    BulletList,
    Decision,
    ListItem,
    Meeting,
    Paragraph,
    Schedule,
    Section,
    Table,
)
from motesprotokoll.register.columns import COLUMNS
from motesprotokoll.register.records import failed, meeting_id, record_of, words
from motesprotokoll.tables import Rows
from strategies import DEAR, meetings
from unit.register.meetings import AUTUMN, SPRING


def rows(meeting: Meeting, table: str) -> Rows:
    """A table of one document."""
    return Rows(COLUMNS[table], record_of(meeting, "a.txt").rows[table])


class TestMeetingId:
    def test_is_the_meetings_own(self) -> None:
        """An id that the document has goes before any other."""
        assert meeting_id(Meeting("Rådet", id="7")) == "7"

    def test_two_documents_of_a_meeting_have_one(self) -> None:
        """Body, day and number tell a meeting, in any case of letters."""
        one = Meeting("Rådet", occasion=date(2027, 2, 5), title="Anteckningar")
        other = Meeting("RÅDET", occasion=date(2027, 2, 5), agenda=["Kaffe"])
        assert meeting_id(one) == meeting_id(other)
        assert meeting_id(one) != meeting_id(Meeting("Rådet", occasion=date(2027, 2, 5), number="2"))

    def test_without_day_or_body_the_content_tells(self) -> None:
        """Two meetings of which nothing is known are one only if they say the same."""
        assert meeting_id(Meeting(title="A")) != meeting_id(Meeting(title="B"))
        assert meeting_id(Meeting(title="A")) == meeting_id(Meeting(title="A"))


class TestRecordOf:
    @DEAR
    @given(meetings())
    def test_every_meeting_fits_the_columns(self, meeting: Meeting) -> None:
        """Whatever a meeting holds, each cell is of its column's kind, and no two rows have one id."""
        record = record_of(meeting, "a.txt")
        for table, cells in record.rows.items():
            made = Rows(COLUMNS[table], cells)
            if "id" in made.names and table not in ("decisions", "actions", "schedule"):
                assert len(set(made["id"])) == len(made)
        assert pickle.loads(pickle.dumps(record)) == record

    def test_meeting(self) -> None:
        """The facts of the meeting, and how much there is in it."""
        (row,) = rows(SPRING, "meetings")
        assert record_of(SPRING, "a.txt").about == row
        assert row["date"] == date(2027, 3, 5)
        assert (row["present"], row["absent"], row["decisions"], row["actions"]) == (2, 1, 1, 2)
        assert (row["venue"], row["next_date"], row["kind"]) == ("Ale", date(2027, 5, 21), "notes")

    def test_decision_with_its_headings(self) -> None:
        """A decision stands with its item, its place and what became of the matter."""
        (row,) = rows(SPRING, "decisions")
        assert row["item"] == "2. Provtagning"
        assert (row["outcome"], row["place"]) == ("adopted", "$.agenda[0].body[1]")

    def test_action_below_two_headings(self) -> None:
        """The headings above it, outermost first; the last day by which it is due."""
        first, second = rows(SPRING, "actions")
        assert (first["due"], first["owners"]) == (date(2027, 4, 1), ("Ida Ek",))
        assert second["headings"] == ("2. Provtagning", "Budget")

    def test_an_id_stays_when_the_item_moves(self) -> None:
        """Another item ahead of it changes no id."""
        moved = Meeting(SPRING.network, occasion=SPRING.occasion, agenda=[AgendaItem("Nytt"), *SPRING.agenda])
        assert rows(moved, "decisions")["id"] == rows(SPRING, "decisions")["id"]

    def test_the_same_words_twice_are_two_rows(self) -> None:
        """Two decisions of the same words have two ids."""
        meeting = Meeting("Rådet", agenda=[AgendaItem("A", body=[Decision("Ja."), Decision("Ja.")])])
        assert len(set(rows(meeting, "decisions")["id"])) == 2

    def test_items_hold_what_was_said(self) -> None:
        """Each item with its own text; sub-items stand for themselves, below the heading above."""
        found = rows(SPRING, "items")
        assert found["title"] == ("Provtagning", "Budget")
        assert found["headings"] == ((), ("2. Provtagning",))
        assert "Ida visar kartan.\n" in str(found[0]["text"])
        assert "ekonomen" not in str(found[0]["text"])

    def test_what_stands_outside_the_agenda_is_an_item_too(self) -> None:
        """What comes before the first item or after the signatures is not lost."""
        found = rows(Meeting(preamble=["Före."], appendix=["Efter."]), "items")
        assert found["text"] == ("Före.", "Efter.")
        assert found["place"] == ("$.preamble", "$.appendix")

    def test_schedule(self) -> None:
        """The next meeting and each date of a list, with where they were said."""
        assert rows(SPRING, "schedule")["source"] == ("next",)
        assert rows(SPRING, "schedule")["starts"] == ("13.00",)
        assert rows(AUTUMN, "schedule")["date"] == (date(2028, 2, 4),)

    def test_attachments(self) -> None:
        """What an item has attached."""
        (row,) = rows(SPRING, "attachments")
        assert (row["title"], row["item"], row["supplied"]) == ("Karta", "2. Provtagning", True)

    def test_findings_of_reader_and_checks(self) -> None:
        """What the reader was unsure of, and what is wrong in the meeting."""
        doubt = Finding("x.y", Severity.WARNING, "Tveksamt.", "rad 2")
        record = record_of(Reading(Meeting(agenda=[AgendaItem()]), (doubt,)), "a.txt")
        codes = [row[2] for row in record.rows["findings"]]
        assert codes[0] == "x.y"
        assert "MP101" in codes


class TestFailed:
    def test_tells_the_error(self) -> None:
        """A file that could not be read is a record with its error."""
        record = failed("x.pdf", ReadError("there is no such file", "x.pdf"))
        assert (record.file, record.meeting, record.error_code) == ("x.pdf", None, "read")
        assert "no such file" in str(record.error)
        assert (record.about, *record.table("items")) == (None,)
        assert repr(record) == "Record('x.pdf', error)"


class TestWords:
    def test_in_reading_order(self) -> None:
        """Every kind of block gives its words, and a row of a table is one text."""
        body = [
            BulletList([ListItem([Paragraph("ett"), BulletList([ListItem("två")])])]),
            Section("Bakgrund", ["tre"]),
            Table([["fyra", "fem"], ["", "sex"]], title="Siffror"),
            Schedule("Tider", occasions=[date(2027, 2, 5)]),
            Decision("sju", clauses=["att åtta"]),
        ]
        assert list(words(AgendaItem(body=body).body)) == [
            "ett",
            "två",
            "Bakgrund",
            "tre",
            "Siffror",
            "fyra | fem",
            " | sex",
            "Tider",
            "5 februari 2027",
            "sju att åtta",
        ]


@pytest.mark.parametrize("table", list(COLUMNS))
def test_columns_have_labels(table: str) -> None:
    """Each column has a name of its own and a Swedish label."""
    names = [column.name for column in COLUMNS[table]]
    assert len(set(names)) == len(names)
    assert all(column.label for column in COLUMNS[table])
