"""From entries back to occasions: what a person sees of an entry, read. The inverse of `entries_of`.

``occasion_of(entry) == occasion`` for the entry of each occasion, but for `LOSSES`; and whatever somebody has
written into an entry in another program is read as it stands there.
"""

from collections.abc import Iterable, Iterator, Mapping
from datetime import MAXYEAR, MINYEAR, UTC, date, datetime, time, timedelta
from functools import partial
from typing import Any
from zoneinfo import ZoneInfo

from motesprotokoll.errors import DateError
from motesprotokoll.ical.entries import WORDS, Entry, Moment, around
from motesprotokoll.ical.names import TIME_ZONE
from motesprotokoll.model import DateSpan, Network, Occasion, PartOfDay, Schedule, TimeSpan
from motesprotokoll.swedish import parse_date, parse_time
from motesprotokoll.wording import MODES, PARTS_OF_DAY

_MIDNIGHT = time(0)


def occasion_of(entry: Entry, usual: PartOfDay | None = None) -> Occasion:
    """The occasion that *entry* shows; *usual* is the part of day that its calendar names for all."""
    said = _said(entry.lines)
    dates, times = when_of(entry.start, entry.end)
    part = said.get("part_of_day")
    if entry.is_all_day:
        times = TimeSpan(said["starts"]) if "starts" in said else None
    return Occasion(
        dates,
        times=times,
        part_of_day=None if entry.is_all_day and part is usual else part,
        place=entry.place,
        mode=said.get("mode"),
        tentative=entry.status == "TENTATIVE" or "was_tentative" in said,
        place_tentative="place_tentative" in said,
        cancelled=entry.status == "CANCELLED",
        label=label_in(entry, part if entry.is_all_day else None),
        note=said.get("note"),
        uid=entry.uid,
        sequence=entry.sequence,
    )


def when_of(start: Moment, end: Moment | None) -> tuple[DateSpan, TimeSpan | None]:
    """Days and hours in Stockholm of what begins at *start* and ends before *end*.

    An hour is a whole minute: seconds are cut off.
    """
    if not isinstance(start, datetime):
        last = end - timedelta(days=1) if end is not None and end > start else start
        return DateSpan(start, last), None
    first, hour = _on_the_wall(start)
    if not isinstance(end, datetime) or end <= start:
        return DateSpan(first), TimeSpan(hour)
    day, until = _on_the_wall(end)
    if until == _MIDNIGHT and day > first:  # 24.00 of the day before
        day -= timedelta(days=1)
    return DateSpan(first, day), TimeSpan(hour, until)


def _on_the_wall(moment: datetime) -> tuple[date, time]:
    # By way of UTC, so that an hour that clocks jump over becomes what they showed.
    local = moment.astimezone(UTC).astimezone(ZoneInfo(TIME_ZONE))
    return local.date(), time(local.hour, local.minute)


def label_in(entry: Entry, part: PartOfDay | None) -> str | None:
    """The label in the summary of *entry*; the inverse of `motesprotokoll.ical.entries.summary`."""
    before, after = around(part, entry.status)
    name = entry.summary.removeprefix(before).removesuffix(after).strip()
    if name == (entry.category or WORDS["nameless"]):
        return None
    return name.removeprefix(f"{entry.category}: ") if entry.category else name


# ------------------------------------------------------------------------------------------------ lines


def _flag(rest: str) -> bool:
    if rest:
        raise ValueError(rest)
    return True


def _number(least: int, most: int, text: str) -> int:
    number = int(text)
    if not least <= number <= most:
        raise ValueError(text)
    return number


def _word(table: Mapping[Any, str], text: str) -> Any:
    return {word: value for value, word in table.items()}[text]


_OF_ENTRIES: dict[str, Any] = {
    "part_of_day": partial(_word, PARTS_OF_DAY),
    "starts": parse_time,
    "mode": partial(_word, MODES),
    "place_tentative": _flag,
    "was_tentative": _flag,
}
_OF_CALENDARS: dict[str, Any] = {
    "year": partial(_number, MINYEAR, MAXYEAR),
    "part_of_day": partial(_word, PARTS_OF_DAY),
    "decided_on": parse_date,
    "revision": partial(_number, 0, 2**31 - 1),
    "undated": str,
}
_ENDS = (WORDS["agenda"], WORDS["links"])


def _said(lines: Iterable[str]) -> dict[str, Any]:
    """What the lines of an entry say; what is none of ours is part of the note."""
    said, rest = _facts(lines, _OF_ENTRIES)
    marked = next((place for place, line in enumerate(rest) if line.startswith(WORDS["note"])), None)
    if marked is not None:
        rest[marked] = rest[marked].removeprefix(WORDS["note"])
    return {**said, "note": " ".join(rest)} if rest else said


def own_lines(lines: Iterable[str]) -> Iterator[str]:
    """The lines of a description that stand before the agenda of a meeting."""
    for line in lines:
        if line in _ENDS:
            return
        yield line


def _facts(lines: Iterable[str], kinds: dict[str, Any]) -> tuple[dict[str, Any], list[str]]:
    """The facts in the first lines, in the order in which we write them, and what follows them."""
    found: dict[str, Any] = {}
    rest: list[str] = []
    left = list(kinds)
    for line in lines:
        key = next((key for key in left if line.startswith(WORDS[key])), None)
        try:
            if key is None or rest:
                raise KeyError
            found[key] = kinds[key](line.removeprefix(WORDS[key]))
        except (KeyError, ValueError, DateError):
            rest.append(line)
        else:
            left = left[left.index(key) + 1 :]
    return found, rest


def schedule_of(
    name: str | None, told: Iterable[str], body: str | None, entries: Iterable[Entry]
) -> Schedule:
    """The schedule that a calendar shows: its name, what it says of itself, who meets, and its entries."""
    facts, _ = _facts(told, _OF_CALENDARS)
    title = name.removeprefix(f"{body}: ") if name and body else name
    part = facts.get("part_of_day")
    return Schedule(
        None if name == body else title,
        network=Network(body) if body else None,
        year=facts.get("year"),
        part_of_day=part,
        occasions=[occasion_of(entry, part) for entry in entries],
        decided_on=facts.get("decided_on"),
        revision=facts.get("revision"),
    )
