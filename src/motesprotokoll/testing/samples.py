"""What the contract is tried on: a meeting with every kind of block, full of signs that mean markup."""

from datetime import date, time

from motesprotokoll.compose import VIEWS, compose
from motesprotokoll.model import (
    ActionItem,
    AgendaItem,
    Attendance,
    Basis,
    BulletList,
    Decision,
    Emphasis,
    Link,
    ListItem,
    Meeting,
    Occasion,
    Outcome,
    Paragraph,
    Participant,
    Schedule,
    Section,
    Table,
    TimeSpan,
)
from motesprotokoll.outline import Grid, Heading, Labelled, Line, Outline, Text

HOSTILE = 'Köp <b>5 st</b> & "mer" *nu* #1 för $3$ \\ `x` {{ 7*7 }} | [a](b) _c_ ~d~'
"""Words that every format takes for markup unless they are escaped."""
PLAIN = "Köp fem stycken och mer nu för tre kronor"
"""Words that no format takes for anything."""


def sample_meeting(words: str = HOSTILE) -> Meeting:
    """A meeting with every kind of block, whose texts all hold *words*."""
    nested = BulletList([ListItem([Paragraph(words), BulletList(["a", "b"])]), ListItem("c", marker="1.")])
    return Meeting(
        f"Nätverket {words}",
        occasion=Occasion(date(2027, 2, 5), times=TimeSpan(time(9), time(12)), place=words),
        kind_label="Anteckningar",
        participants=[
            Participant(
                "Ida Ek", role=words, organisation="Ale", attendance=Attendance.PRESENT, group="Närvarande"
            ),
            Participant("Bo Al", attendance=Attendance.ABSENT, group="Förhinder", note="sjuk"),
        ],
        agenda=[
            AgendaItem(words, number="1", body=[f"Stycke {words}", nested, Table([["a", words], ["", "b"]])]),
            AgendaItem(
                "Beslut",
                number="2",
                body=[
                    Decision(f"Nätverket beslutar {words}", outcome=Outcome.ADOPTED, basis=Basis.STATED),
                    Decision("Nätverket beslutar", clauses=[f"att {words}", "att vila"]),
                    Section("Bakgrund", ["Text.", Decision(f"Inre beslut {words}")]),
                    ActionItem(f"Ida {words}", owners=["Ida Ek"], due=date(2027, 3, 1)),
                ],
                items=[
                    AgendaItem(
                        "Under", body=[Paragraph([words, Link(words, "https://example.org/?a=1&b=2")])]
                    )
                ],
            ),
            AgendaItem("Tider", body=[Schedule(f"Förslag {words}", year=2027, occasions=[date(2027, 4, 9)])]),
            AgendaItem("Sist", body=[Paragraph([Emphasis(words), " och ", Emphasis("fet", strong=True)])]),
        ],
        next_meeting=date(2027, 4, 9),
        note_taker="Ida Ek",
    )


def sample_outlines(words: str = HOSTILE) -> tuple[Outline, ...]:
    """Documents that a renderer must show: every view of `sample_meeting`, a schedule, and nothing at all."""
    meeting = sample_meeting(words)
    views = tuple(compose(meeting, view=view) for view in VIEWS)
    schedule = compose(Schedule(words, occasions=[date(2027, 4, 9)]))
    return (*views, schedule, _small_parts(words), compose(meeting, language="en"), Outline(()))


def _small_parts(words: str) -> Outline:
    """What stands side by side where there is room, with all that they can say of their looks."""
    head = tuple((Text((name,)),) for name in ("v.", "mån", "tis"))
    days = ((Text(("7",)),), (Text((Emphasis("15", strong=True), " M"), role="marked"),), ())
    month = Grid((head, days), header_rows=1, title=f"Februari {words}", role="month", header_columns=1)
    legend = Labelled("Teckenförklaring", lines=(Line(("M = möte",)), Line((words,))), role="legend")
    column = Labelled("Möten", lines=(Line((f"15 februari {words}",), (("inställt", ""),)),), role="column")
    return Outline((Heading("Året", 1), legend, month, month, column, column), carries=False)
