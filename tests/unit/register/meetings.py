"""Invented meetings of one network, for the tests of the register."""

from datetime import date

from motesprotokoll.building import new_meeting
from motesprotokoll.model import (
    ActionItem,
    AgendaItem,
    Attachment,
    Decision,
    Meeting,
    Outcome,
    Schedule,
)

BODY = "Nätverket för vattenvård"


def notes(day: str, *items: AgendaItem, body: str = BODY, kind: str = "notes", **more: object) -> Meeting:
    """Notes of a meeting on a day."""
    return new_meeting(body, day, agenda=items, kind=kind, **more)  # type: ignore[arg-type]


def item(title: str, *body: object) -> AgendaItem:
    """An item with a body."""
    return AgendaItem(title, body=body)


SPRING = notes(
    "2027-03-05 kl. 09.00–12.00",
    AgendaItem(
        "Provtagning",
        number="2",
        body=[
            "Ida visar kartan.",
            Decision("Nätverket beslutar att mäta varje månad.", outcome=Outcome.ADOPTED),
            ActionItem("Ida tar fram mallen för provtagning.", owners=["Ida Ek"], due=date(2027, 4, 1)),
        ],
        items=[AgendaItem("Budget", body=[ActionItem("Bo frågar ekonomen om pengar.", owners=["Bo Alm"])])],
        attachments=[Attachment("Karta", url="https://example.org/karta", supplied=True)],
    ),
    place="Ale",
    present=["Ida Ek, miljöchef, Ale", "Bo Alm, Kungälv"],
    absent=["Åsa Öst, Göteborgs Stad"],
    next_meeting="2027-05-21 kl. 13.00",
)
AUTUMN = notes(
    "2027-09-10",
    item("Föregående anteckningar", "Å27-1 är klar.", "Bo har inte frågat ekonomen om pengar."),
    item("Mötestider", Schedule("Mötestider 2028", year=2028, occasions=[date(2028, 2, 4)])),
    present=["Ida Ek, Ale kommun", "Bo Alm"],
    in_attendance=["Eva Ask, GR"],
)
