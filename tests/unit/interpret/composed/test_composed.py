"""Our own documents after a hand has changed them: each fact is read as far as it makes sense."""

from collections.abc import Iterator
from datetime import date, time, timedelta
from typing import Any

import pytest

from losses import without_losses
from motesprotokoll.compose import compose
from motesprotokoll.compose.occasions import when_notes
from motesprotokoll.compose.words import Words
from motesprotokoll.interpret.accounting import count
from motesprotokoll.interpret.composed import decompose
from motesprotokoll.model import (
    ActionItem,
    AgendaItem,
    Attachment,
    Attendance,
    Basis,
    BulletList,
    Cell,
    DateSpan,
    Decision,
    Kind,
    Link,
    ListItem,
    Meeting,
    Mode,
    Network,
    Occasion,
    Outcome,
    Paragraph,
    PartialDate,
    Participant,
    PartOfDay,
    Schedule,
    Section,
    Status,
    Table,
    TimeSpan,
    Unread,
)
from motesprotokoll.outline import Entry, Heading, Labelled, Line, Listing, Node, Outline, Rule, Text, printed
from motesprotokoll.serialisation import to_dict


def read(*nodes: Node) -> Meeting:
    return decompose(Outline(nodes))[0]


ODD = [
    Meeting(title="Möte"),
    Meeting(occasion=Occasion(DateSpan(date(1, 1, 1)))),
    Meeting(occasion=Occasion(DateSpan(date(1, 1, 1), date(9999, 12, 31)), times=TimeSpan(time(9)))),
    Meeting(
        occasion=Occasion(
            DateSpan(date(2027, 2, 5)), times=TimeSpan(time(9), time(8)), part_of_day=PartOfDay.EVENING
        )
    ),
    Meeting(occasion=Occasion(PartialDate("i höst", earliest=date(2027, 9, 1)))),
    Meeting(occasion=Occasion(PartialDate("5 maj 2027"), times=TimeSpan(time(9), time(8)))),
    Meeting(next_meeting=Occasion(DateSpan(date(1, 1, 1)), times=TimeSpan(time(9), time(8)))),
    Meeting(preamble=[Schedule(occasions=[Occasion(DateSpan(date(12, 1, 1), date(45, 1, 1)))])]),
    Meeting(preamble=[ActionItem("Ida ringer", due=DateSpan(date(2027, 5, 1)))]),
    Meeting(occasion=Occasion(PartialDate("???"))),
    Meeting(agenda=[AgendaItem(None), AgendaItem(None, number="4"), AgendaItem("4. Budget")]),
]


@pytest.mark.parametrize("meeting", ODD, ids=repr)
def test_what_words_leave_open_is_read_from_notes(meeting: Meeting) -> None:
    """Dates that nobody writes, titles like those that we give, items without one: all come back."""
    assert decompose(compose(meeting))[0] == meeting


TIMES = TimeSpan(time(9), time(11, 30))
DAY = DateSpan(date(2027, 5, 5))
PEOPLE = [
    Participant("Ida Ek", role="kassör", unit="Hamnen", organisation="Ale", attendance=Attendance.PRESENT),
    Participant("Bo Al", note="till kl. 10", attendance=Attendance.PRESENT, group="Ledamöter"),
    Participant("Eva Dal", attendance=Attendance.IN_ATTENDANCE),
    Participant("Ola Nord", attendance=Attendance.ABSENT, group="Sjuka"),
    Participant("Per, Sten", organisation="Lerum"),
    Participant("Siv (S)", attendance=Attendance.ABSENT),
]
WHOLE = Occasion(
    DAY,
    times=TIMES,
    place="Båthuset",
    mode=Mode.HYBRID,
    tentative=True,
    place_tentative=True,
    cancelled=True,
    label="Studieresa",
    note="Ta med matsäck",
    uid="a-1@example.org",
    sequence=3,
)
SCHEDULE = Schedule(
    "Mötestider 2027",
    network=Network("Hamnrådet"),
    year=2027,
    part_of_day=PartOfDay.MORNING,
    decided_on=date(2026, 11, 2),
    revision=2,
    occasions=[
        WHOLE,
        Occasion(DAY, times=TIMES, part_of_day=PartOfDay.MORNING),
        Occasion(PartialDate("i juni", earliest=date(2027, 6, 1), latest=date(2027, 6, 30))),
        Occasion(label="Bara en benämning"),
        Occasion(DateSpan(date(2027, 9, 1), date(2027, 9, 2)), mode=Mode.REMOTE, place="Teams"),
        Occasion(times=TIMES),
    ],
)
RICH = [
    Meeting("Hamnrådet", kind=Kind.MINUTES, kind_label="Styrelseprotokoll", number="4", case_number="A 1"),
    Meeting("Hamnrådet", kind=Kind.NOTES, title="Vårmöte", language="sv", id="m-1"),
    Meeting(kind=Kind.AGENDA, kind_label="Protokoll", status=Status.DRAFT),
    Meeting(status=Status.FINAL, finished_on=date(2027, 5, 9)),
    Meeting(occasion=WHOLE),
    Meeting(occasion=Occasion(mode=Mode.ON_SITE, place="Båthuset", place_tentative=True)),
    Meeting(occasion=Occasion(PartialDate("i maj", latest=date(2027, 5, 31)), tentative=True)),
    Meeting(next_meeting=WHOLE),
    Meeting(next_meeting=Occasion(place="Båthuset", note="Ida bokar")),
    Meeting(participants=PEOPLE),
    Meeting(participants=PEOPLE[::-1]),
    Meeting(
        chair=PEOPLE[0],
        note_taker=PEOPLE[1],
        verifiers=[PEOPLE[2], PEOPLE[3], PEOPLE[4]],
        attachments=[Attachment("Karta"), Attachment("Plan", kind="pdf", url="https://example.org/p")],
        appendix=["Tack för i dag."],
    ),
    Meeting(appendix=[Section("Nästa möte", ["Vi hörs."]), Section("Ordförande", ["Ida Ek"])]),
    Meeting(
        agenda=[
            AgendaItem(
                "Budget",
                number="§ 12",
                case_number="B 2",
                planned_duration=timedelta(minutes=30),
                presenters=[PEOPLE[0], PEOPLE[1]],
                attachments=[Attachment("Bilaga 1", supplied=False)],
                body=["De ökar."],
                items=[AgendaItem("Inkomster", number="12.1", items=[AgendaItem("Avgifter")])],
            ),
            AgendaItem("Båtar (30 minuter)", number="13"),
            AgendaItem("Bryggor (15 min)", planned_duration=None),
            AgendaItem(number="14"),
            AgendaItem(),
            AgendaItem("15. Segel"),
            AgendaItem("Segel", number="15.", body=[Section("Dnr", ["A 1"]), Section("Föredragande")]),
        ]
    ),
    Meeting(
        preamble=[
            Decision("Vi köper en båt.", basis=Basis.STATED, outcome=Outcome.ADOPTED, decided_by="Vi"),
            Decision("Vi köper en båt.", basis=Basis.RECOGNISED, id="d-1"),
            Decision("Rådet beslutar att inte sälja.", decided_by=None, outcome=None),
            Decision("", clauses=["att sälja", "att köpa"], basis=Basis.CONFIRMED),
            Decision("Mötet beslutar", clauses=["att vila"], outcome=Outcome.DECLINED, decided_by="Ida"),
            ActionItem("Ida målar", owners=["Ida Ek", "Bo Al"], due=DAY, done=True, basis=Basis.STATED),
            ActionItem("Bo ringer", owners=["Bo Al"], due=PartialDate("snart"), id="a-1"),
            Unread("@@"),
            Section("Bakgrund", ["En lång historia.", Section("Läget", ["Bra."])]),
            Section("Beslut", ["Inget."]),
            Section("Mötestider", ["Kommer."]),
            Section("Mötestider"),
            Section("Beslut", [BulletList([ListItem(["att vila"])])]),
            Section("Åtgärd", ["Ida ringer."]),
            Section("Oläst", ["Ida ringer."]),
            Section("Närvarande", ["Alla."]),
        ]
    ),
    Meeting(preamble=[SCHEDULE, Schedule(occasions=[Occasion(DAY)]), Schedule("Datum", year=2028)]),
    Meeting(
        preamble=[
            BulletList([ListItem(["a", BulletList([ListItem(["b"], marker="1.")])]), ListItem(["c"])]),
            Table([["Vad", "Pris"], ["Färg", Cell([Decision("Köps.")])]], header_rows=1, title="Priser"),
            Paragraph(["Se ", Link("sidan", "https://example.org"), "."]),
        ]
    ),
]


def values(told: Any) -> Iterator[str]:
    """The words that a meeting holds, in whatever field."""
    if isinstance(told, dict | list):
        for one in told.values() if isinstance(told, dict) else told:
            yield from values(one)
    elif told is not None:
        yield str(told)


@pytest.mark.parametrize("meeting", [*RICH, *ODD, Meeting(agenda=[AgendaItem()])], ids=str)
@pytest.mark.parametrize("language", ["sv", "en"])
def test_every_fact_comes_back(meeting: Meeting, language: str) -> None:
    """Whatever a meeting says, each field by itself and many together, is read from what we print of it; what
    else is printed became structure."""
    outline = compose(meeting, language=language)
    again, labels = decompose(outline)
    assert again == without_losses(meeting)
    assert count("".join(printed(outline.nodes))) <= count("".join((*values(to_dict(again)), *labels)))


OCCASIONS = [
    Occasion(DateSpan(date(2027, 5, 1)), times=TimeSpan(time(9), time(8)), part_of_day=PartOfDay.EVENING),
    Occasion(DateSpan(date(2027, 5, 1), date(2027, 5, 2)), times=TimeSpan(time(9))),
    Occasion(PartialDate("snart", latest=date(2027, 5, 1))),
]


@pytest.mark.parametrize("occasion", OCCASIONS, ids=repr)
@pytest.mark.parametrize("language", ["sv", "en"])
def test_notes_alone_say_when(occasion: Occasion, language: str) -> None:
    """Where they stand, the words beside them are only for people."""
    said = Labelled("Datum", ("5 maj",), notes=when_notes(occasion, Words(language)))
    assert read(said).occasion == occasion
    assert read(Rule(), Labelled("Nästa möte", nodes=(), notes=said.notes)).next_meeting == occasion


class TestHead:
    @pytest.mark.parametrize(
        ("label", "words"),
        [("Datum", "en dag i maj eller så"), ("Mötesform", "på månen"), ("Status", "?"), ("Slag", "?")],
    )
    def test_what_is_no_such_fact_is_a_section(self, label: str, words: str) -> None:
        """The words stay, with their label, in the preamble."""
        assert read(Labelled(label, (words,))) == Meeting(preamble=[Section(label, [words])])

    def test_a_second_date_is_a_section(self) -> None:
        """The first one counts; the other is not lost."""
        dates = [Labelled("Datum", (f"{day} maj 2027",)) for day in (5, 6)]
        meeting = read(*dates)
        assert str(meeting.date) == "2027-05-05"
        assert meeting.preamble == (Section("Datum", ["6 maj 2027"]),)

    def test_plain_facts(self) -> None:
        """Those of a line each, and a title that the document says beside the printed one."""
        meeting = read(
            Heading("Möte", 1),
            Labelled("Mötesform", ("hybridmöte",)),
            Labelled("Rubrik", ("Annat",)),
            Labelled("Språk", ("sv",)),
        )
        assert (meeting.title, meeting.occasion, meeting.language) == (
            "Annat",
            Occasion(mode=Mode.HYBRID),
            "sv",
        )

    def test_a_name_that_is_no_person_as_we_write_them(self) -> None:
        """Words that no participant can be parsed from are a name."""
        line = Line(("(",))
        assert read(Labelled("Närvarande deltagare", lines=(line,))).participants[0].name == "("


class TestTail:
    def test_a_next_meeting_that_says_no_date(self) -> None:
        """The whole becomes a section at the end; its words are no structure."""
        meeting, labels = decompose(Outline((Rule(), Labelled("Nästa möte", ("kanske",)))))
        assert meeting.appendix == (Section("Nästa möte", ["kanske"]),)
        assert labels == ()

    def test_people_at_the_end(self) -> None:
        """A chair with content is one; a label without any is a section."""
        meeting = read(Rule(), Labelled("Ordförande", ("Ida Ek, Ale",)), Labelled("Justerare"))
        assert meeting.chair == Participant("Ida Ek", organisation="Ale")
        assert meeting.appendix == (Section("Justerare"),)


class TestBlocks:
    def test_clauses_are_plain_sentences(self) -> None:
        """A list with a link, or of several paragraphs, is a list after the decision."""
        link = Listing((Entry((Text((Link("a", "https://example.org"),)),)),))
        decision, below = read(Labelled("Beslut", ("Vi beslutar",), nodes=(link,))).preamble
        assert decision == Decision("Vi beslutar", decided_by="Vi", outcome=decision.outcome)
        assert below == BulletList([ListItem([Paragraph([Link("a", "https://example.org")])])])

    def test_dates_of_a_schedule(self) -> None:
        """With a label behind, without a date; the part of the day that all have stands with the schedule."""
        lines = (
            Line(("5 maj 2027, Studieresa",)),
            Line(("Någon gång",)),
            Line(("Sen",), (("utan datum", ""), ("benämning", "Sen"))),
        )
        notes = (("del av dag", "förmiddag"),)
        schedule = read(Labelled("Mötestider", lines=lines, notes=notes)).preamble[0]
        assert isinstance(schedule, Schedule)
        assert [one.label for one in schedule.occasions] == ["Studieresa", "Någon gång", "Sen"]
        assert schedule.part_of_day is PartOfDay.MORNING
        assert {one.part_of_day for one in schedule.occasions} == {None}

    def test_a_heading_inside_is_a_section(self) -> None:
        """A rule inside is nothing, and a paragraph without words neither."""
        inner = (Heading("Bakgrund", 3), Rule(), Text(()), Text(("a",)))
        section = read(Labelled("Xyz", nodes=inner)).preamble[0]
        assert section == Section("Xyz", [Section("Bakgrund"), Paragraph("a")])
