"""What those who approve the minutes are told of two versions of a meeting. All people are invented."""

from datetime import date, time, timedelta
from typing import Any

import attrs
import pytest

import motesprotokoll as mp
from everything import MEETING
from motesprotokoll.comparing import Change, ChangeKind, compare, reworded
from motesprotokoll.errors import WrongTypeError, WrongValueError
from motesprotokoll.model import (
    ActionItem,
    AgendaItem,
    Attachment,
    Attendance,
    BulletList,
    Cell,
    Decision,
    Emphasis,
    Kind,
    Link,
    ListItem,
    Meeting,
    Member,
    Network,
    Occasion,
    Outcome,
    Paragraph,
    PartialDate,
    Participant,
    Schedule,
    Section,
    Status,
    Table,
    TimeSpan,
    Unread,
)
from timing import grows_at_most, within

LONG = "Förvaltningen redogör för läget i de tretton kommunerna och för vad som återstår att göra."


def sentences(old: Meeting, new: Meeting, language: str = "sv") -> list[str]:
    return [change.sentence_in(language) for change in compare(old, new)]


def in_item(*body: Any, **fields: Any) -> Meeting:
    """A meeting with one item of that body."""
    return Meeting(agenda=[AgendaItem("Budget", number="3", body=body, **fields)])


class TestItems:
    def test_one_that_came(self) -> None:
        """By its number and title; and those after it have got other numbers."""
        old = Meeting(agenda=[AgendaItem("Öppnande", number="1"), AgendaItem("Övrigt", number="2")])
        came = AgendaItem("Budget", number="2", body=[LONG])
        new = Meeting(agenda=[old.agenda[0], came, AgendaItem("Övrigt", number="3")])
        assert sentences(old, new) == [
            "Punkten ”2. Budget” har tillkommit.",
            "Punkten ”Övrigt” har fått nummer 3 (förut 2).",
        ]
        [change, _] = compare(old, new)
        assert (change.kind, change.what, change.field) == (ChangeKind.ADDED, "item", None)
        assert (change.before, change.after) == (None, f"2. Budget\n{LONG}")
        assert str(change.place) == "$.agenda[1]"

    def test_one_that_went(self) -> None:
        """With its place in the old version."""
        old = Meeting(agenda=["Öppnande", "Budget", "Övrigt"])
        [change] = compare(old, Meeting(agenda=["Öppnande", "Övrigt"]))
        assert change.sentence == "Punkten ”Budget” har utgått."
        assert change.new is None
        assert str(change.place) == "$.agenda[1]"

    def test_one_that_moved_is_not_gone_and_come(self) -> None:
        """Only it is told, and not all those that made room."""
        titles = ["Öppnande", "Budget", "Lokaler", "Övrigt"]
        old, new = Meeting(agenda=titles), Meeting(agenda=[titles[1], titles[2], titles[0], titles[3]])
        assert sentences(old, new) == ["Punkten ”Öppnande” har flyttats från plats 1 till plats 3."]

    def test_one_that_moved_and_was_changed(self) -> None:
        """Both are told."""
        old = Meeting(agenda=["Öppnande", AgendaItem("Budget", body=[LONG]), "Övrigt"])
        new = Meeting(agenda=[AgendaItem("Budget", body=[LONG + " Nu."]), "Öppnande", "Övrigt"])
        [moved, changed] = compare(old, new)
        assert moved.kind is ChangeKind.MOVED
        assert (changed.what, changed.field) == ("paragraph", "content")

    def test_one_with_another_title_is_known_by_its_words(self) -> None:
        """Its title has changed; nothing went or came."""
        old, new = in_item(LONG), in_item(LONG)
        new = Meeting(agenda=[attrs.evolve(new.agenda[0], title="Ekonomi")])
        assert sentences(old, new) == [
            "Rubriken för punkten ”3. Ekonomi” har ändrats från Budget till Ekonomi."
        ]

    def test_one_whose_title_is_misspelt_is_known_by_its_letters(self) -> None:
        """Also without a number and a body."""
        old, new = (
            Meeting(agenda=["Budgt för hösten", "Övrigt"]),
            Meeting(agenda=["Budget för hösten", "Övrigt"]),
        )
        [change] = compare(old, new)
        assert (change.kind, change.field) == (ChangeKind.CHANGED, "title")

    def test_quite_another_one_in_its_place(self) -> None:
        """Is another one."""
        old, new = Meeting(agenda=["Budget"]), Meeting(agenda=["Val av justerare"])
        assert sentences(old, new) == [
            "Punkten ”Budget” har utgått.",
            "Punkten ”Val av justerare” har tillkommit.",
        ]

    def test_one_under_another(self) -> None:
        """It has moved from the agenda to an item of it."""
        sub = AgendaItem("Lägesbild från kommunerna", body=[LONG])
        old = Meeting(agenda=[AgendaItem("Budget"), sub])
        new = Meeting(agenda=[AgendaItem("Budget", items=[sub])])
        told = "Punkten ”Lägesbild från kommunerna” har flyttats från dagordningens början till ”Budget”."
        assert sentences(old, new) == [f"Budget: {told}"]

    def test_its_facts(self) -> None:
        """Case number, time set aside and presenters."""
        old = in_item(case_number="2027/1", planned_duration=timedelta(minutes=20), presenters=["Ida Ek"])
        new = in_item(case_number="2027/2", planned_duration=timedelta(minutes=30), presenters=["Bo Ask"])
        assert sentences(old, new) == [
            "Diarienumret för punkten ”3. Budget” har ändrats från 2027/1 till 2027/2.",
            "Den avsatta tiden för punkten ”3. Budget” har ändrats från 20 minuter till 30 minuter.",
            "3. Budget: Föredraganden Ida Ek har utgått.",
            "3. Budget: Föredraganden Bo Ask har tillkommit.",
        ]


class TestTexts:
    def test_a_decision_that_was_reworded(self) -> None:
        """How it reads now, how it read, and which words differ."""
        old = in_item(Decision("Nätverket beslutar att spara pengar."))
        new = in_item(Decision("Nätverket beslutar att spara tid."))
        [change] = compare(old, new)
        assert change.sentence == (
            "3. Budget: Beslutet lyder nu ”Nätverket beslutar att spara tid.” "
            "(löd: ”Nätverket beslutar att spara pengar.”)."
        )
        assert [(span.sign, span.text) for span in change.rewording] == [
            (" ", "Nätverket beslutar att spara"),
            ("-", " pengar"),
            ("+", " tid"),
            (" ", "."),
        ]
        assert (change.headings, str(change.place)) == (("3. Budget",), "$.agenda[0].body[0].content")

    def test_quite_another_decision_in_its_place(self) -> None:
        """A few common words are enough, where there is no other."""
        old, new = (
            in_item(Decision("Nätverket beslutar att spara.")),
            in_item(Decision("Nätverket avslår allt.")),
        )
        assert [change.kind for change in compare(old, new)] == [ChangeKind.CHANGED]

    def test_the_outcome_of_a_decision(self) -> None:
        """Told with the words of the decision."""
        old, new = (in_item(Decision("Förslaget.", outcome=one)) for one in (Outcome.ADOPTED, Outcome.TABLED))
        assert sentences(old, new) == [
            "3. Budget: Utfallet för beslutet ”Förslaget.” har ändrats från bifall till bordlagt."
        ]

    def test_clauses_one_by_one(self) -> None:
        """Each att-sats comes, goes and is reworded by itself."""
        old = in_item(Decision("Nätverket beslutar", clauses=["att spara i maj och mars", "att vänta"]))
        new = in_item(Decision("Nätverket beslutar", clauses=["att spara i maj och juni"]))
        assert sorted(sentences(old, new)) == [
            "3. Budget: Att-satsen har utgått: att vänta",
            "3. Budget: Att-satsen lyder nu ”att spara i maj och juni” (löd: ”att spara i maj och mars”).",
        ]

    def test_who_is_to_do_it_by_when(self) -> None:
        """Owner, due date, and whether it is done."""
        old = in_item(ActionItem("Boka sal.", owners=["Ida Ek"], due=date(2027, 5, 1)))
        new = in_item(ActionItem("Boka sal.", owners=["Bo Ask", "Ida Ek"], due=date(2027, 5, 2), done=True))
        assert sentences(old, new) == [
            "3. Budget: Ansvarig för åtgärden ”Boka sal.” har ändrats från Ida Ek till Bo Ask, Ida Ek.",
            "3. Budget: Tidsgränsen för åtgärden ”Boka sal.” har ändrats från 1 maj 2027 till 2 maj 2027.",
            "3. Budget: Åtgärden ”Boka sal.” är klar.",
        ]

    def test_a_paragraph_that_is_a_decision_now(self) -> None:
        """Somebody has marked it as one: neither went anything nor came anything."""
        text = "Nätverket beslutar att spara pengar."
        old, new = in_item(text), in_item(Decision(text))
        assert sentences(old, new) == ["3. Budget: Stycket är nu ett beslut."]
        assert sentences(new, old) == ["3. Budget: Beslutet är nu ett stycke."]
        assert sentences(old, in_item(ActionItem("Nätverket beslutar att vänta."))) == [
            f"3. Budget: Stycket är nu en åtgärd och lyder ”Nätverket beslutar att vänta.” (löd: ”{text}”)."
        ]

    def test_one_that_also_moved(self) -> None:
        """That a paragraph is something else now is told beside that it has moved."""
        others = ["Ida Ek hälsar alla välkomna.", "Mötet avslutas klockan tolv.", "Kaffe serveras."]
        old, new = in_item(LONG, *others), in_item(*others, Unread(LONG))
        assert sentences(old, new) == [
            f"3. Budget: Stycket ”{LONG[:59]}…” har flyttats från plats 1 till plats 4.",
            "3. Budget: Stycket är nu oläst text.",
        ]

    def test_a_paragraph_under_another_heading(self) -> None:
        """It has moved, and what is different of it is told."""
        old = Meeting(
            agenda=[AgendaItem("Ett", body=[LONG]), AgendaItem("Två")], preamble=["Mötet öppnades i tid."]
        )
        new = Meeting(
            agenda=[AgendaItem("Ett"), AgendaItem("Två", body=[LONG + " Nu.", "Mötet öppnades i tid."])]
        )
        assert sentences(old, new) == [
            f"Två: Stycket ”{LONG[:59]}…” har flyttats från ”Ett” till ”Två”.",
            f"Två: Stycket lyder nu ”{LONG} Nu.” (löd: ”{LONG}”).",
            "Två: Stycket ”Mötet öppnades i tid.” har flyttats från inledningen till ”Två”.",
        ]

    def test_a_paragraph_that_is_a_decision_under_another_heading(self) -> None:
        """Both are told."""
        old = Meeting(agenda=[AgendaItem("Ett", body=[LONG]), AgendaItem("Två")])
        new = Meeting(agenda=[AgendaItem("Ett"), AgendaItem("Två", body=[Decision(LONG)])])
        assert sentences(old, new) == [
            f"Två: Stycket ”{LONG[:59]}…” har flyttats från ”Ett” till ”Två”.",
            "Två: Stycket är nu ett beslut.",
        ]

    def test_equal_texts_that_move_twice(self) -> None:
        """Which of them went where is told alike on the way back, also where the items changed places."""
        old = Meeting(agenda=[*(AgendaItem(title, body=[LONG]) for title in ("Ett", "Två")), "Tre", "Fyra"])
        new = Meeting(agenda=["Två", "Ett", *(AgendaItem(title, body=[LONG]) for title in ("Tre", "Fyra"))])
        there, back = compare(old, new), compare(new, old)
        assert {change.kind for change in there} == {ChangeKind.MOVED}
        assert {change.mirrored for change in back} == {*there}

    def test_short_words_do_not_move(self) -> None:
        """They are too common to be the same."""
        old = Meeting(agenda=[AgendaItem("Ett", body=["Rapport."]), AgendaItem("Två")])
        new = Meeting(agenda=[AgendaItem("Ett"), AgendaItem("Två", body=["Rapport."])])
        assert [change.kind for change in compare(old, new)] == [ChangeKind.REMOVED, ChangeKind.ADDED]

    def test_links_and_emphasis(self) -> None:
        """Where the words are the same, the signs of our text tell what differs."""
        old = in_item(Paragraph(["Se ", Link("sidan", "https://a.se"), " nu"]))
        assert sentences(old, in_item(Paragraph(["Se ", Link("sidan", "https://b.se"), " nu"]))) == [
            "3. Budget: Stycket lyder nu ”Se sidan nu (https://b.se)” (löd: ”Se sidan nu (https://a.se)”)."
        ]
        assert sentences(in_item("Se nu"), in_item(Paragraph(["Se ", Emphasis("nu")]))) == [
            "3. Budget: Stycket lyder nu ”Se *nu*” (löd: ”Se nu”)."
        ]

    def test_lists_and_tables(self) -> None:
        """What they hold is compared, in each item and each cell."""
        old = in_item(BulletList(["kaffe", ListItem("te", marker="•")]), Table([["A", "B"], ["1", "2"]]))
        new = in_item(BulletList([ListItem("te", marker="–")]), Table([["A", "B"], ["1", "3"], ["4", "5"]]))
        assert sentences(old, new) == [
            "3. Budget: Listpunkten har utgått: kaffe",
            "3. Budget: Tecknet för listpunkten ”te” har ändrats från • till –.",
            "3. Budget: Cellen i raden ”1” lyder nu ”3” (löd: ”2”).",
            "3. Budget: Raden har tillkommit: 4 | 5",
        ]
        assert [str(change.place) for change in compare(old, new)][2:] == [
            "$.agenda[0].body[1].rows[1][1]",
            "$.agenda[0].body[1].rows[2]",
        ]

    def test_cells_that_were_filled_and_emptied(self) -> None:
        """A cell stays where it is; one that holds more than a text is told by what it holds."""
        old = in_item(Table([["Ida", Cell(), "ja", Cell([BulletList(["x"])])]]))
        new = in_item(Table([["Ida", "nej", Cell(), Cell([BulletList(["y"])])]]))
        assert sentences(old, new) == [
            "3. Budget: Cellen i raden ”Ida” lyder nu ”nej”.",
            "3. Budget: Cellen i raden ”Ida” är nu tom (löd: ”ja”).",
            "3. Budget: Listpunkten har utgått: x",
            "3. Budget: Listpunkten har tillkommit: y",
        ]

    def test_a_column_that_came(self) -> None:
        """A cell has come in each row."""
        old, new = in_item(Table([["Namn"], ["Ida"]])), in_item(Table([["Namn", "Ort"], ["Ida", "Ale"]]))
        assert sentences(old, new) == [
            "3. Budget: Cellen i raden ”Namn” har tillkommit: Ort",
            "3. Budget: Cellen i raden ”Ida” har tillkommit: Ale",
        ]

    def test_rows_are_known_by_what_they_begin_with(self) -> None:
        """Another first cell and nothing in common is another row."""
        old, new = (in_item(Table([["Ort", "Antal"], *rows])) for rows in ([["Ale", "3"]], [["Tjörn", "4"]]))
        assert sentences(old, new) == [
            "3. Budget: Raden har utgått: Ale | 3",
            "3. Budget: Raden har tillkommit: Tjörn | 4",
        ]
        changed = in_item(Table([["Ort", "Antal"], ["Ale", "5"]]))
        assert sentences(old, changed) == ["3. Budget: Cellen i raden ”Ale” lyder nu ”5” (löd: ”3”)."]
        assert sentences(old, in_item(Table([["Orter", "Antal"], ["Ale", "3"]]))) == [
            "3. Budget: Cellen lyder nu ”Orter” (löd: ”Ort”)."
        ]

    def test_what_went_is_told_where_the_rest_of_it_is_now(self) -> None:
        """Under the heading as it now reads."""
        old = Meeting(agenda=[AgendaItem("Läget", number="1", body=["Kort.", LONG])])
        new = Meeting(agenda=[AgendaItem("Läget", number="2", body=[LONG])])
        [_, gone] = compare(old, new)
        assert gone.sentence == "2. Läget: Stycket har utgått: Kort."
        assert gone.old is not None
        assert gone.old.headings == ("1. Läget",)
        assert attrs.evolve(gone, across=None).headings == ("1. Läget",)

    def test_sections(self) -> None:
        """Their labels stand above what is in them."""
        old, new = (in_item(Section("Bakgrund", [text])) for text in (LONG, LONG.replace("tretton", "tolv")))
        [change] = compare(old, new)
        assert change.headings == ("3. Budget", "Bakgrund")
        assert sentences(old, in_item(Section("Skäl", [LONG]))) == [
            "3. Budget: Benämningen för avsnittet ”Skäl” har ändrats från Bakgrund till Skäl."
        ]


class TestPeople:
    def test_somebody_moved_to_those_absent(self) -> None:
        """As those who approve the minutes say it."""
        old, new = (
            Meeting(participants=[Participant("Ida Ek", attendance=one), Participant("Bo Ask")])
            for one in (Attendance.PRESENT, Attendance.ABSENT)
        )
        assert sentences(old, new) == ["Ida Ek har flyttats från närvarande till frånvarande."]

    def test_somebody_of_whom_nothing_was_said(self) -> None:
        """Was invited."""
        old = Meeting(participants=["Ida Ek"])
        new = Meeting(participants=[Participant("Ida Ek", attendance=Attendance.IN_ATTENDANCE)])
        assert sentences(old, new) == ["Ida Ek har flyttats från inbjudna till övriga närvarande."]

    def test_somebody_else_is_somebody_else(self) -> None:
        """However alike what is said of them is, and wherever they stand."""
        old, new = (
            Meeting(participants=[Participant(name, role="HR-chef", organisation="Ale")])
            for name in ("Ida Ek", "Bo Ask")
        )
        assert sentences(old, new) == [
            "Deltagaren Ida Ek har utgått.",
            "Deltagaren Bo Ask har tillkommit.",
        ]

    def test_a_misspelt_name(self) -> None:
        """Is the same person."""
        old, new = Meeting(participants=["Ida Ekström"]), Meeting(participants=["Ida Ekstrøm"])
        assert sentences(old, new) == [
            "Namnet för deltagaren Ida Ekstrøm har ändrats från Ida Ekström till Ida Ekstrøm."
        ]

    def test_two_of_one_name(self) -> None:
        """Are told apart by where they come from."""
        old = Meeting(participants=[Participant("Ida Ek", organisation=one) for one in ("Ale", "Lerum")])
        new = Meeting(participants=[Participant("Ida Ek", organisation="Lerum", role="chef")])
        assert sorted(sentences(old, new)) == [
            "Deltagaren Ida Ek har utgått.",
            "Rollen för deltagaren Ida Ek har angetts: chef.",
        ]

    def test_who_signs(self) -> None:
        """Another chair is another person; a role is a fact of the same one."""
        old = Meeting(chair="Ida Ek", note_taker="Bo Ask", verifiers=["Åsa Öst"])
        new = Meeting(chair="Mia By", note_taker=Participant("Bo Ask", role="sekreterare"))
        assert sentences(old, new) == [
            "Rollen för den som antecknade har angetts: sekreterare.",
            "Ordföranden har ändrats från Ida Ek till Mia By.",
            "Justeraren Åsa Öst har utgått.",
        ]


class TestFacts:
    def test_when_and_where(self) -> None:
        """Day, hours, place; and that the meeting is cancelled."""
        old = Meeting(occasion=Occasion(date(2027, 2, 5), times=TimeSpan(time(9), time(12)), place="Ale"))
        new = Meeting(
            occasion=Occasion(
                PartialDate("i mars", earliest=date(2027, 3, 1)), times=time(9), place="Lerum", cancelled=True
            )
        )
        assert sentences(old, new) == [
            "Dagen har ändrats från 5 februari 2027 till i mars (2027-03-01).",
            "Tiden har ändrats från kl. 09.00–12.00 till kl. 09.00.",
            "Platsen har ändrats från Ale till Lerum.",
            "Mötet har ställts in.",
        ]

    def test_the_next_meeting(self) -> None:
        """As a whole where it was not known; else by what differs of it."""
        old, new = Meeting(), Meeting(next_meeting=Occasion(date(2027, 5, 6), place="Ale"))
        assert sentences(old, new) == ["Nästa möte har angetts: 6 maj 2027, Ale."]
        later = Meeting(next_meeting=Occasion(date(2027, 5, 7), place="Ale", tentative=True))
        assert sentences(new, later) == [
            "Dagen för nästa möte har ändrats från 6 maj 2027 till 7 maj 2027.",
            "Tiden för nästa möte är preliminär.",
        ]

    def test_status_and_kind(self) -> None:
        """In the words of documents."""
        old = Meeting(kind=Kind.NOTES, status=Status.DRAFT)
        new = Meeting(kind=Kind.MINUTES, status=Status.FINAL, finished_on=date(2027, 3, 1))
        assert sentences(old, new) == [
            "Slaget har ändrats från Anteckningar till Protokoll.",
            "Statusen har ändrats från Utkast till Färdigställt dokument.",
            "Dagen då dokumentet färdigställdes har angetts: 1 mars 2027.",
        ]

    def test_attachments(self) -> None:
        """By title; and whether they are enclosed."""
        old = Meeting(attachments=["Bilaga 1", "Bilaga 2"])
        new = Meeting(attachments=[Attachment("Bilaga 1", supplied=True), "Bilaga 3"])
        assert sentences(old, new)[0] == "Bilagan ”Bilaga 1” är bifogad."

    def test_the_dates_of_a_schedule(self) -> None:
        """One in the same month has moved; the others came and went."""
        old = in_item(Schedule(year=2027, occasions=[date(2027, 2, 5), date(2027, 3, 5), date(2027, 9, 3)]))
        new = in_item(Schedule(year=2027, occasions=[date(2027, 2, 5), date(2027, 3, 12), date(2027, 11, 5)]))
        told = sentences(old, new)
        assert told[0].startswith("3. Budget: Dagen för mötesdagen 12 mars 2027 har ändrats från 5 mars 2027")
        assert len(told) == 2

    def test_the_body_that_meets(self) -> None:
        """Also what no document shows: members and their terms."""
        old = Meeting(Network("Nätet", members=["Ida Ek"]))
        new = Meeting(
            Network("Nätet", members=[Member("Ida Ek", since=date(2027, 1, 1), organisation="Ale")])
        )
        assert sentences(old, new) == [
            "Organisationen för ledamoten Ida Ek har angetts: Ale.",
            "Början för ledamoten Ida Ek har angetts: 1 januari 2027.",
        ]


class TestComparison:
    def test_is_true_if_anything_changed(self) -> None:
        """And empty else."""
        same = compare(MEETING, MEETING)
        assert not same
        assert len(same) == 0
        assert repr(same) == "Comparison(0 changes)"
        changed = mp.compare(MEETING, Meeting())
        assert changed
        assert isinstance(changed, mp.Comparison)
        assert list(changed) == list(changed.changes)
        assert (changed.old, changed.new) == (MEETING, Meeting())

    def test_english(self) -> None:
        """In whichever language is asked for; dates as everybody reads them."""
        old, new = Meeting(occasion=date(2027, 2, 5)), Meeting(occasion=date(2027, 2, 12))
        assert sentences(old, new, "en") == ["The day has changed from 2027-02-05 to 2027-02-12."]
        whole = sentences(MEETING, Meeting(), "en") + sentences(Meeting(), MEETING, "en")
        assert not [one for one in whole if " har " in one]

    def test_a_change_is_a_sentence(self) -> None:
        """In str() and, cut, in repr()."""
        [change] = compare(Meeting(title="A"), Meeting(title="B"))
        assert str(change) == "Rubriken har ändrats från A till B."
        assert repr(change) == "Change('changed', 'Rubriken har ändrats från A till B.')"

    def test_data_for_programs(self) -> None:
        """Kinds and names that stay, places in both versions, and the words."""
        [data] = compare(Meeting(title="A b"), Meeting(title="A c")).to_data()
        assert data == {
            "kind": "changed",
            "what": "meeting",
            "field": "title",
            "old_place": "$.title",
            "new_place": "$.title",
            "headings": [],
            "before": "A b",
            "after": "A c",
            "words": [[" ", "A"], ["-", " b"], ["+", " c"]],
            "sentence": "Rubriken har ändrats från A b till A c.",
        }
        [came] = compare(Meeting(), Meeting(preamble=["Hej."])).to_data()
        assert (came["old_place"], came["before"]) == (None, None)

    def test_a_change_of_nothing(self) -> None:
        """Can be made, and says nothing."""
        change = Change(ChangeKind.ADDED, "item")
        assert (change.headings, change.place, change.before, change.after) == ((), None, None, None)
        assert change.sentence == "Punkten har tillkommit."

    @pytest.mark.parametrize("wrong", [None, "a.txt", Schedule()])
    def test_only_meetings_are_compared(self, wrong: Any) -> None:
        """The error says which of the two is none."""
        with pytest.raises(WrongTypeError, match=r"^old: expected a Meeting"):
            compare(wrong, Meeting())
        with pytest.raises(WrongTypeError, match=r"^new: expected a Meeting"):
            compare(Meeting(), wrong)

    def test_a_reading_has_a_meeting(self) -> None:
        """The hint says so."""
        with pytest.raises(WrongTypeError, match=r"take its \.meeting"):
            compare(mp.read_text("Möte"), Meeting())  # type: ignore[arg-type]

    def test_too_deep(self) -> None:
        """What nests too deep for Python is refused as such."""
        deep: Any = "x"
        other: Any = "y"
        for _ in range(300):
            deep, other = BulletList([ListItem([deep])]), BulletList([ListItem([other])])
        with pytest.raises(WrongValueError, match="nest too deep"):
            compare(in_item(deep), in_item(other))


class TestSpeed:
    def test_two_meetings_of_200_paragraphs(self) -> None:
        """Every one of them reworded, in 20 items or in one."""
        for items in (20, 1):
            old, new = (paragraphs(200, items, word) for word in ("våren", "hösten"))
            assert within(lambda old=old, new=new: compare(old, new), 0.1)  # type: ignore[misc]
            assert len(compare(old, new)) == 200

    @pytest.mark.slow
    def test_hostile_sizes(self) -> None:
        """Ten times as many that are all alike, and no two the same, take about ten times as long."""
        small, large = ([alike(count, word) for word in ("x", "y")] for count in (400, 4_000))
        assert grows_at_most(lambda: compare(*small), lambda: compare(*large), 25)

    def test_one_long_text(self) -> None:
        """Told word by word, however long."""
        old, new = (in_item(" ".join(f"{word}{number % 7}" for number in range(20_000))) for word in "ab")
        [change] = compare(old, new)
        assert within(lambda: reworded(change.before or "", change.after or ""), 1)


def paragraphs(count: int, items: int, word: str) -> Meeting:
    texts = [
        f"Kommun {place} redogör för läget nummer {place * 7} under {word} och framåt."
        for place in range(count)
    ]
    each = count // items
    return Meeting(
        agenda=[
            AgendaItem(f"Punkt {place}", body=texts[place * each : (place + 1) * each])
            for place in range(items)
        ]
    )


def alike(count: int, word: str) -> Meeting:
    return in_item(*(f"{word} {word}{place} z" for place in range(count)))
