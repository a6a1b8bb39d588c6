"""The next agenda of a body: what always stands there, what was said last time, and what is still open."""

from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date, time
from typing import TYPE_CHECKING

import attrs

from motesprotokoll.messages import translate
from motesprotokoll.model import (
    AgendaItem,
    BulletList,
    DateSpan,
    Kind,
    ListItem,
    Meeting,
    Network,
    Occasion,
    PartOfDay,
    TimeSpan,
)
from motesprotokoll.model.times import completed
from motesprotokoll.swedish import format_date
from motesprotokoll.tables import Row, text_of
from motesprotokoll.wording import when_words

if TYPE_CHECKING:
    from motesprotokoll.register.register import Register

OPENING = ("Välkommen", "Godkännande av dagordningen")
"""What an agenda begins with. Source: the standard items of Swedish minutes (Mötets öppnande, Välkomna,
Godkännande av dagordning)."""
CLOSING = ("Övriga frågor", "Nästa möte")
"""What an agenda ends with."""
_OF_PREVIOUS = {
    Kind.MINUTES: "Föregående protokoll, {day}",
    Kind.NOTES: "Föregående anteckningar, {day}",
}
_LOOKED_AT = 4
"""How many meetings back a heading is looked for that stands in every one."""
_KNOWN_BY = ("välk", "öppn", "dagordning", "föregående", "uppfölj", "övrig", "nästa m", "avslut", "upprop")
"""How the headings begin or what they hold that the agenda has already."""


def agenda_for(register: "Register", network: Network, on: date | None) -> Meeting:
    """The agenda of *network*'s next meeting; *on* is its day, else the first one planned after the last."""
    own = register.where(body=network)
    held = [row for row in own.meetings if row["kind"] not in (Kind.AGENDA, Kind.SUMMONS)]
    last = max((row["date"] for row in held if isinstance(row["date"], date)), default=None)
    coming = [one for one in planned(own) if last is None or (one.first_day or date.min) > last]
    if on is not None:
        coming = [one for one in coming if one.first_day is not None and one.first_day >= on]
        if not coming or coming[0].first_day != on:
            coming = [Occasion(on), *coming]
    occasion = coming[0] if coming else None
    items: tuple[str | AgendaItem, ...] = (
        *OPENING,
        *_previous([row for row in held if row["date"] == last and last is not None]),
        *_follow_up(own.open_actions, occasion.first_day if occasion else None),
        *_recurring(own, held),
        *CLOSING,
    )
    return Meeting(
        network,
        kind=Kind.AGENDA,
        occasion=occasion,
        agenda=[_numbered(item, number) for number, item in enumerate(items, 1)],
        next_meeting=coming[1] if len(coming) > 1 else None,
    )


def _numbered(item: str | AgendaItem, number: int) -> AgendaItem:
    return attrs.evolve(AgendaItem(item) if isinstance(item, str) else item, number=str(number))


def planned(register: "Register") -> list[Occasion]:
    """The dates that the body's documents name, each once, in order; what a later document says holds."""
    by_day: dict[date, Occasion] = {}
    for row in register.schedule:
        day = row["date"]
        if isinstance(day, date) and not (row["cancelled"] and day not in by_day):
            one = _occasion(row)
            by_day[day] = one if one.times or day not in by_day else completed(one, by_day[day])
    return [one for _, one in sorted(by_day.items()) if not one.cancelled]


def _occasion(row: Row) -> Occasion:
    start, end = row["date"], row["until"]
    assert isinstance(start, date)  # `planned` has seen to it
    return Occasion(
        DateSpan(start, end if isinstance(end, date) else start),
        times=TimeSpan(_hour(row["starts"]), _hour(row["ends"]) if row["ends"] else None)
        if row["starts"]
        else None,
        part_of_day=PartOfDay(str(row["part_of_day"])) if row["part_of_day"] else None,
        place=text_of(row["venue"]),
        label=text_of(row["label"]),
        tentative=row["tentative"] is True,
        cancelled=row["cancelled"] is True,
    )


def _hour(cell: object) -> time:
    return time.fromisoformat(str(cell).replace(".", ":"))


def _previous(held: Sequence[Row]) -> Iterator[str]:
    """The item by which the notes of the last meeting are approved."""
    for row in held[:1]:
        kind = Kind(str(row["kind"])) if row["kind"] else Kind.NOTES
        day = row["date"]
        assert isinstance(day, date)
        template = _OF_PREVIOUS.get(kind, _OF_PREVIOUS[Kind.NOTES])
        yield translate(template).format(day=format_date(day))


def _follow_up(actions: Sequence[Row], today: date | None) -> Iterator[AgendaItem]:
    """The item that lists what is open: number, owner, what, and since when."""
    if actions:
        lines = [ListItem(action_line(row, today)) for row in actions]
        yield AgendaItem(translate("Uppföljning av åtgärder"), body=[BulletList(lines)])


def action_line(row: Row, today: date | None, language: str = "sv") -> str:
    """An open action in one line, with its age on *today* where that is known."""
    owners = row["owners"] if isinstance(row["owners"], tuple) else ()
    ahead = " ".join((str(row["number"]), ", ".join(owners))).strip()
    said = f"{ahead}: {row['text']}"
    since = row["date"]
    if not isinstance(since, date):
        return said
    day = when_words(since, language)
    told = translate("Från {day}.", language).format(day=day)
    if today is not None and today > since:
        told = translate("Från {day}, {days} dagar.", language).format(day=day, days=(today - since).days)
    return f"{said} {told}"


def _recurring(register: "Register", held: Sequence[Row]) -> Iterator[str]:
    """The headings that each of the last meetings had, in the order of the last one."""
    latest = sorted((row for row in held if isinstance(row["date"], date)), key=_day)[-_LOOKED_AT:]
    if len(latest) < 2:
        return
    titles = {str(row["id"]): _titles(register, str(row["id"])) for row in latest}
    seen = Counter(folded for found in titles.values() for folded in found)
    for folded, title in titles[str(latest[-1]["id"])].items():
        if seen[folded] == len(titles) > 1 and not any(word in folded for word in _KNOWN_BY):
            yield title


def _day(row: Row) -> str:
    return str(row["date"])


def _titles(register: "Register", meeting: str) -> dict[str, str]:
    """The headings of a meeting's own items, by their folded form."""
    own = (row for row in register.items if row["meeting"] == meeting and not row["headings"])
    return {str(row["title"]).casefold(): str(row["title"]) for row in own if row["title"]}
