"""What the rules look at: each part of a document with its place."""

from datetime import date

from motesprotokoll.checks.subject import Subject
from motesprotokoll.model import (
    AgendaItem,
    Attachment,
    Link,
    Meeting,
    Occasion,
    Paragraph,
    Participant,
    Schedule,
    Section,
)

ONE, OTHER, THIRD = (Participant(name) for name in ("Ida Ek", "Bo Alm", "Eva Al"))
MAY, JUNE, JULY = (Occasion(date(2027, month, 3)) for month in (5, 6, 7))
MEETING = Meeting(
    title="Möte",
    occasion=MAY,
    participants=[ONE, OTHER],
    chair=ONE,
    note_taker=OTHER,
    verifiers=[THIRD, ONE],
    preamble=[Paragraph([Link("En", "https://a.example")])],
    agenda=[
        AgendaItem(
            "Budget",
            attachments=[Attachment("A")],
            body=[Section("Plan", [Schedule(occasions=[JUNE, MAY])])],
            items=[AgendaItem("Bokslut", attachments=[Attachment("B"), Attachment("C")], body=["Klart."])],
        )
    ],
    next_meeting=JULY,
    attachments=[Attachment("D")],
)


class TestPlaces:
    def test_of_people(self) -> None:
        """Whoever is named in a field of the meeting, as often as they are."""
        assert list(Subject(MEETING).people) == [
            ("$.participants[0]", ONE),
            ("$.participants[1]", OTHER),
            ("$.chair", ONE),
            ("$.note_taker", OTHER),
            ("$.verifiers[0]", THIRD),
            ("$.verifiers[1]", ONE),
        ]
        assert list(Subject(Meeting()).people) == []

    def test_of_occasions(self) -> None:
        """The meeting's own, those of its plans, and the next."""
        plan = "$.agenda[0].body[0].body[0]"
        assert list(Subject(MEETING).occasions) == [
            ("$.occasion", MAY),
            (f"{plan}.occasions[0]", JUNE),
            (f"{plan}.occasions[1]", MAY),
            ("$.next_meeting", JULY),
        ]
        assert list(Subject(Meeting()).occasions) == []

    def test_of_attachments(self) -> None:
        """Those of the items first."""
        assert [(where, one.title) for where, one in Subject(MEETING).attachments] == [
            ("$.agenda[0].attachments[0]", "A"),
            ("$.agenda[0].items[0].attachments[0]", "B"),
            ("$.agenda[0].items[0].attachments[1]", "C"),
            ("$.attachments[0]", "D"),
        ]

    def test_of_items_and_links(self) -> None:
        """From the beginning of the document."""
        subject = Subject(MEETING)
        assert [where for where, _ in subject.items] == ["$.agenda[0]", "$.agenda[0].items[0]"]
        assert [(where, one.url) for where, one in subject.links] == [("$.preamble[0]", "https://a.example")]
        assert [where for where, _ in subject.schedules] == ["$.agenda[0].body[0].body[0]"]
