"""A few lines tell what a meeting holds, and nothing that it does not."""

from datetime import date, time

import pytest

from motesprotokoll.findings import Finding, Severity
from motesprotokoll.model import (
    ActionItem,
    AgendaItem,
    Attendance,
    Decision,
    Meeting,
    Occasion,
    Outcome,
    PartialDate,
    Participant,
    TimeSpan,
)
from motesprotokoll.summary import facts, finding_line, summary, title_of, when

MEETING = Meeting(
    "HR-nätverket",
    occasion=Occasion(date(2027, 2, 5), times=TimeSpan(time(9), time(12)), place="Ale"),
    kind_label="Anteckningar",
    title="Vårmöte",
    participants=[
        Participant("Ida Ek", attendance=Attendance.PRESENT),
        Participant("Bo Al", attendance=Attendance.IN_ATTENDANCE),
        Participant("Eva Dal", attendance=Attendance.ABSENT),
    ],
    agenda=[
        AgendaItem(
            "Budget",
            number="1",
            body=[
                Decision("Nätverket beslutar", clauses=["att spara"], outcome=Outcome.ADOPTED),
                ActionItem("Ringer", owners=["Ida Ek"]),
                ActionItem("Skriver"),
            ],
        ),
        AgendaItem(),
    ],
    note_taker="Bo Al",
    next_meeting=Occasion(PartialDate("i maj"), place="Bohus"),
)
FINDING = Finding("x.y", Severity.WARNING, "Året {year} är gissat.", "rad 3", (("year", "2027"),))


class TestSummary:
    def test_tells_all_that_is_known(self) -> None:
        """Body, facts, items, decisions, actions, findings, in this order."""
        lines = [line.replace("\u00a0", " ") for line in summary(MEETING, [FINDING])]
        assert lines == [
            "HR-nätverket",
            "  Dokument:     Anteckningar",
            "  Möte:         Vårmöte",
            "  Tid:          5 februari 2027, kl. 09.00–12.00",
            "  Plats:        Ale",
            "  Deltagare:    1 närvarande, 1 övriga närvarande, 1 frånvarande",
            "  Antecknat av: Bo Al",
            "  Nästa möte:   i maj, Bohus",
            "",
            "Punkter (2)",
            "  1. Budget",
            "  (utan rubrik)",
            "",
            "Fattade beslut (1)",
            "  Nätverket beslutar att spara",
            "",
            "Åtgärder (2)",
            "  Ringer (Ida Ek)",
            "  Skriver",
            "",
            "Att se över (1)",
            "  rad 3: varning [x.y] Året 2027 är gissat.",
        ]

    def test_tells_nothing_of_nothing(self) -> None:
        """An empty meeting has a name and no facts."""
        assert list(summary(Meeting())) == ["Möte"]

    def test_english_has_dates_that_everybody_reads(self) -> None:
        """In English dates are ISO until English has wording of its own."""
        assert when(MEETING.occasion, "en") == "2027-02-05, 09:00–12:00"
        assert when(MEETING.next_meeting, "en") == "i maj"

    @pytest.mark.parametrize(
        ("occasion", "expected"),
        [
            (None, None),
            (Occasion(), None),
            (Occasion(times=TimeSpan(time(9))), "kl. 09.00"),
            (Occasion(date(2027, 2, 5)), "5 februari 2027"),
        ],
    )
    def test_when_is_as_much_as_is_known(self, occasion: Occasion | None, expected: str | None) -> None:
        """A day, hours, both or nothing."""
        shown = when(occasion)
        assert (shown.replace("\u00a0", " ") if shown else None) == expected

    @pytest.mark.parametrize(
        ("meeting", "expected"),
        [(Meeting("A", title="B"), "A"), (Meeting(title="B"), "B"), (Meeting(kind_label="C"), "C")],
    )
    def test_the_title_is_the_best_name(self, meeting: Meeting, expected: str) -> None:
        """The body, else the title, else what the document calls itself; no fact is told twice."""
        assert title_of(meeting) == expected
        assert expected == "C" or expected not in [row.text for row in facts(meeting)]

    def test_a_finding_is_one_line(self) -> None:
        """Where it stands comes first, if it stands somewhere."""
        assert finding_line(Finding("a", Severity.NOTE, "Hej.")) == "upplysning [a] Hej."
        assert finding_line(Finding("a", Severity.ERROR, "Hej.", "rad 1")) == "rad 1: fel [a] Hej."
