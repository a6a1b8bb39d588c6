"""A drawing, a table that has one, and a register whose report has both of ours."""

from datetime import date

from motesprotokoll.building import new_meeting
from motesprotokoll.model import ActionItem, AgendaItem, Decision, Meeting
from motesprotokoll.outline import Drawing, Grid, Text
from motesprotokoll.register import Register

DRAWING = Drawing(
    '<svg xmlns="http://www.w3.org/2000/svg" role="img" aria-labelledby="t" viewBox="0 0 80 20" width="80" '
    'height="20"><title id="t">En ruta</title><rect class="decided" width="80" height="20" fill="#1d6f42"/>'
    "</svg>",
    "En ruta",
    80,
)
DRAWN = Grid((((Text(("A",)),),), ((Text(("b",)),),)), header_rows=1, picture=DRAWING)


def many_meetings() -> Register:
    """Two bodies, each with more meetings, places and open actions than a picture shows."""
    return Register([_meeting(number) for number in range(28)])


def _meeting(number: int) -> Meeting:
    day = date(2027, 1 + number % 12, 1 + number)
    present = [f"Person {place}, Bolag {place} & co" for place in range(3 + 2 * number)]
    body = [
        Decision(f"Nätverket beslutar att mäta {number} gånger."),
        ActionItem(f"Ida mäter {number} gånger."),
    ]
    item = AgendaItem("Mätning", number="1", body=body)
    return new_meeting("Nätet" if number % 2 else "Styrelsen", day, agenda=[item], present=present)
