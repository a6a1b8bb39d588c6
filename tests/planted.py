"""Meetings with personal data planted in every string: what must not survive a redaction.

The numbers are invented, those of telephones from the series that PTS keeps for fiction.
"""

from collections.abc import Callable
from typing import Any

import attrs
from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

from motesprotokoll.model import Emphasis, Link, Meeting, Paragraph
from motesprotokoll.model.text import to_content
from motesprotokoll.privacy import FlaggedPerson
from strategies import meetings, one

PERSONS = (
    FlaggedPerson("Ture Ahlkvist"),
    FlaggedPerson("Siw-Britt von Qvist", role="vårdnadshavare", aliases=["Sibban"]),
)
PLANTS = (
    "811218-9876",
    "19811218+9876",
    "8112189876",
    "811218–9876",
    "811218 9876",
    "701063-2391",
    "070-174 06 12",
    "+46 (0)31-390 06 12",
    "0701740612",
    "tfn 46 52 14",
    "ture.a@exempel.se",
    "siwan%40exempel.se",
    "Ture Ahlkvist",
    "Ture Ahlkvists",
    "Ahlkvist, Ture",
    "T. Ahlkvist",
    "TURE AHLKVIST",
    "ture-ahlkvist",
    "Siw-Britt Qvist",
    "Sibban",
)
SPLIT = (
    (("8112", "18-98", "76"), "811218-9876"),
    (("070-174", " 06", " 12"), "070-174 06 12"),
    (("ture.a@", "exempel", ".se"), "ture.a@exempel.se"),
    (("Ture", " Ahl", "kvist"), "Ture Ahlkvist"),
)
"""Pieces of one running text, and what they say together."""
CORES = ("9876", "2391", "3900612", "740612", "52 14", "ture.a", "siwan", "ahlkvist", "sibban", "siw-britt")
"""A part of each plant that no other string holds."""

Plant = Callable[[str], str]


def planted(value: Any, plant: Plant) -> Any:
    """*value* with something planted in every string, by whatever its class takes."""
    if type(value) is str:
        return plant(value)
    if type(value) is tuple:
        return tuple(planted(one, plant) for one in value)
    if attrs.has(type(value)):
        return attrs.evolve(
            value, **{one.name: planted(getattr(value, one.name), plant) for one in attrs.fields(type(value))}
        )
    return value


def planted_meetings(of: SearchStrategy[Meeting] | None = None) -> SearchStrategy[Meeting]:
    """A meeting with a plant in every string, and one that is split over pieces."""
    some = meetings() if of is None else of

    @st.composite
    def build(draw: st.DrawFn) -> Meeting:
        plants = draw(st.lists(st.sampled_from(PLANTS), min_size=3, max_size=6))
        glue = draw(st.sampled_from((" ", ", ", " (")))
        count = 0

        def plant(text: str) -> str:
            nonlocal count
            count += 1
            return text + glue + plants[count % len(plants)]

        meeting = planted(draw(some), plant)
        pieces, _ = draw(st.sampled_from(SPLIT))
        return attrs.evolve(meeting, preamble=(*meeting.preamble, _paragraph(draw, pieces)))

    return build()


def _paragraph(draw: st.DrawFn, pieces: tuple[str, ...]) -> Any:
    before, middle, after = pieces
    trimmed = middle.strip(" ")
    lead = middle[: len(middle) - len(middle.lstrip(" "))]
    made = draw(
        one(
            st.just(Emphasis(trimmed)),
            st.just(Emphasis(trimmed, strong=True)),
            st.just(Link(trimmed, "https://exempel.se/a")),
        )
    )
    return Paragraph(to_content([f"x {before}{lead}", made, f"{after} y"]))


def strings_of(value: Any) -> list[str]:
    """Every string in *value*."""
    if type(value) is str:
        return [value]
    if type(value) is tuple:
        return [text for one in value for text in strings_of(one)]
    if attrs.has(type(value)):
        return [text for one in attrs.fields(type(value)) for text in strings_of(getattr(value, one.name))]
    return []


def cores_in(text: str) -> set[str]:
    """The cores of plants that *text* holds, whatever stands between their signs."""
    closed = "".join(text.casefold().split())
    return {core for core in CORES if core.replace(" ", "") in closed}
