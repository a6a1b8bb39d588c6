"""What has changed between two versions of a plan, told to people."""

from collections.abc import Iterator
from datetime import date
from enum import StrEnum

import attrs

from motesprotokoll.calendars.matching import matched
from motesprotokoll.calendars.updates import effective, with_uids
from motesprotokoll.errors import quoted
from motesprotokoll.messages import translate
from motesprotokoll.model import DateSpan, Occasion, Schedule
from motesprotokoll.model.schedule import checked_schedule, only_year
from motesprotokoll.model.text import canonical
from motesprotokoll.swedish import format_occasion, format_time_span
from motesprotokoll.wording import MODES, PARTS_OF_DAY


class ChangeKind(StrEnum):
    """Slag av ändring."""

    MOVED = "moved"
    """Flyttat: it has other days."""
    ADDED = "added"
    """Tillkommet."""
    REMOVED = "removed"
    """Utgånget: it is no longer on the plan. In a plan that was updated it is cancelled instead."""
    CANCELLED = "cancelled"
    """Inställt."""
    RESTORED = "restored"
    """Inte längre inställt."""
    CHANGED = "changed"
    """Ändrat: hours, place or something else, on the same day."""


_SENTENCES = {
    ChangeKind.MOVED: "Mötet {old} flyttas till {new}.",
    ChangeKind.ADDED: "Nytt möte {new}.",
    ChangeKind.REMOVED: "Mötet {old} utgår.",
    ChangeKind.CANCELLED: "Mötet {old} ställs in.",
    ChangeKind.RESTORED: "Mötet {old} är inte längre inställt.",
    ChangeKind.CHANGED: "Mötet {old} ändras: {details}.",
}
_ALSO = "Dessutom: {details}."
_UNDATED = "utan datum"
_BECAME = "{name} {new} (förut {old})"
_UNSAID = "inte angiven"
_FLAGS = {
    "tentative": ("inte längre preliminärt", "preliminärt"),
    "place_tentative": ("platsen är inte längre preliminär", "platsen är preliminär"),
}
"""What is told of a flag that is no longer set, and of one that now is."""
_NAMES = {
    "dates": "dag",
    "times": "tid",
    "part_of_day": "del av dag",
    "place": "plats",
    "place_tentative": "",
    "mode": "mötesform",
    "tentative": "",
    "label": "benämning",
    "note": "anmärkning",
}
"""What is told of an occasion, in this order, and what it is called."""
SEEN = (*_NAMES, "cancelled")
"""The fields of an occasion that make a change."""


@attrs.frozen(repr=False)
class Change:
    """Ändring i en plan: one meeting before and after. ``str()`` of it is the sentence for people.

    The occasions are as a reader understands them: each with the part of day that holds for its whole plan.
    """

    kind: ChangeKind
    old: Occasion | None
    new: Occasion | None
    year: int | None = None
    """The year of the plan: days in it are told without their year."""

    @property
    def sentence(self) -> str:
        """What has changed, in Swedish."""
        return self.sentence_in("sv")

    def sentence_in(self, language: str) -> str:
        """What has changed, in *language*, ``"sv"`` or ``"en"``."""
        details = ", ".join(_details(self, language))
        say_new = _told if self.old is None else _day
        told = translate(_SENTENCES[self.kind], language).format(
            old=_named(self.old, self.year, language) if self.old else "",
            new=say_new(self.new, self.year, language) if self.new else "",
            details=details,
        )
        if not details or self.kind is ChangeKind.CHANGED:
            return told
        return f"{told} {translate(_ALSO, language).format(details=details)}"

    def __str__(self) -> str:
        return self.sentence

    def __repr__(self) -> str:
        return f"Change({self.kind.value!r}, {quoted(self.sentence, 120)})"


def changes(old: Schedule, new: Schedule) -> tuple[Change, ...]:
    """What moved, came, went and changed from *old* to *new*, in the order of the days.

    Meetings are known again as in `update`; *new* may be what that gave, or the plan as it was decided. What
    was cancelled before and is no longer listed is no change.

    >>> from datetime import date
    >>> old = Schedule(year=2027, occasions=[date(2027, 2, 5), date(2027, 3, 5)])
    >>> new = Schedule(year=2027, occasions=[date(2027, 2, 5), date(2027, 3, 12)])
    >>> print(*changes(old, new))
    Mötet fredag 5 mars flyttas till fredag 12 mars.
    """
    was, shown = effective(with_uids(checked_schedule(old, "old"))), effective(checked_schedule(new, "new"))
    year = new.year or old.year or only_year((*was, *shown))
    pairs = matched(was, shown)
    gone = sorted({*range(len(was))} - {place for place, _ in pairs})
    came = sorted({*range(len(shown))} - {place for _, place in pairs})
    found = (
        *((was[place], shown[partner]) for place, partner in pairs),
        *((was[place], None) for place in gone),
        *((None, shown[place]) for place in came),
    )
    kinds = ((_kind(before, after), before, after) for before, after in found)
    told = [Change(kind, before, after, year) for kind, before, after in kinds if kind]
    return tuple(sorted(told, key=_day_told))


def _kind(old: Occasion | None, new: Occasion | None) -> ChangeKind | None:
    if old is None:
        return ChangeKind.ADDED
    if new is None:
        return None if old.cancelled else ChangeKind.REMOVED
    if old.cancelled != new.cancelled:
        return ChangeKind.CANCELLED if new.cancelled else ChangeKind.RESTORED
    if old.dates != new.dates:
        return ChangeKind.MOVED
    differs = any(getattr(old, name) != getattr(new, name) for name in SEEN)
    return ChangeKind.CHANGED if differs else None


def _day_told(change: Change) -> date:
    """The day that stands first in the sentence."""
    told = change.old or change.new
    return (told.first_day if told else None) or date.max


# ------------------------------------------------------------------ words


def _day(occasion: Occasion, year: int | None, language: str) -> str:
    """Day and weekday; with the year where it is another one."""
    bare = Occasion(occasion.dates)
    return _when(bare, year) if bare.dates else translate(_UNDATED, language)


def _when(occasion: Occasion, year: int | None) -> str:
    dates = occasion.dates
    known = isinstance(dates, DateSpan) and {dates.start.year, dates.end.year} == {year}
    return canonical(format_occasion(occasion, style="weekday", year=not known))


def _named(occasion: Occasion, year: int | None, language: str) -> str:
    """Day and label: what a meeting is known by."""
    day = _day(occasion, year, language)
    return f"{day} ({occasion.label})" if occasion.label else day


def _told(occasion: Occasion, year: int | None, language: str) -> str:
    """All that whoever books a new meeting wants to know."""
    when = _when(occasion, year) if occasion.dates else _day(occasion, year, language)
    return ", ".join(part for part in (when, occasion.label, occasion.place) if part)


def _details(change: Change, language: str) -> Iterator[str]:
    """What else is different of a meeting that stands in both plans, a phrase for each field."""
    old, new = change.old, change.new
    if old is None or new is None:
        return
    for name, called in _NAMES.items():
        before, after = getattr(old, name), getattr(new, name)
        if before == after or _goes_without_saying(name, change.kind, old, new):
            continue
        if name in _FLAGS:
            yield translate(_FLAGS[name][after], language)
            continue
        yield translate(_BECAME, language).format(
            name=translate(called, language),
            new=_word(name, new, change.year, language),
            old=_word(name, old, change.year, language),
        )


def _goes_without_saying(name: str, kind: ChangeKind, old: Occasion, new: Occasion) -> bool:
    """Whether something else that is told says it, too: new days, or hours where a part of day stood."""
    if name == "part_of_day":
        return new.part_of_day is None and new.times is not None and new.times != old.times
    return name == "dates" and kind is ChangeKind.MOVED


def _word(name: str, occasion: Occasion, year: int | None, language: str) -> str:
    """The value of one field in words."""
    if getattr(occasion, name) is None:
        return translate(_UNSAID, language)
    if name == "dates":
        return _day(occasion, year, language)
    if occasion.times and name == "times":
        return canonical(format_time_span(occasion.times))
    if occasion.part_of_day and name == "part_of_day":
        return translate(PARTS_OF_DAY[occasion.part_of_day], language)
    if occasion.mode and name == "mode":
        return translate(MODES[occasion.mode], language)
    return str(getattr(occasion, name))
