"""Days, hours and places, as `compose.occasions` and the lines of a schedule say them."""

from typing import Any

from motesprotokoll.errors import DateError
from motesprotokoll.interpret.composed.ledger import Ledger, NoteReader, named_value, or_none
from motesprotokoll.model import Dates, DateSpan, Occasion, PartialDate, TimeSpan
from motesprotokoll.model.text import plain
from motesprotokoll.outline import Labelled, Line
from motesprotokoll.wording import (
    MODES,
    PARTS_OF_DAY,
    bare_occasion,
    dates_from_iso,
    label_key,
    split_occasion,
    time_from_iso,
)

OCCASION_LABELS = ("dates", "place", "mode", "label", "note", "uid")


def occasion_field(node: Labelled, facts: dict[str, Any], ledger: Ledger) -> bool:
    """Enters the fact of an occasion that *node* labels; false where it labels none."""
    key, text, notes = label_key(node.label), plain(node.content), NoteReader(node.notes, ledger)
    if key not in OCCASION_LABELS or key in facts or node.lines:
        return False
    if key == "dates":
        if not _when(text, notes, facts, ledger):
            return False
        facts["tentative"], facts["cancelled"] = notes.flag("tentative"), notes.flag("cancelled")
        facts["sequence"] = notes.count("sequence")
    elif key == "mode":
        mode = named_value(MODES, text)
        if mode is None:
            return False
        facts["mode"] = mode
        ledger.keep(text)
    else:
        facts[key] = text
        if key == "place":
            facts["place_tentative"] = notes.flag("place_tentative")
    facts["known"] = True
    ledger.keep(node.label)
    return True


def _when(text: str, notes: NoteReader, facts: dict[str, Any], ledger: Ledger) -> bool:
    """Enters day, hour and part of day; false where the words say none."""
    if spelt_out(notes):
        facts.update(_spelt_out(notes))
    elif text:
        try:
            said = bare_occasion(text)
        except DateError:
            return False
        facts.update(dates=said.dates, times=said.times, part_of_day=said.part_of_day)
    else:
        facts["dates"] = None
    ledger.keep(text)
    return True


_SPELT_OUT = ("date", "vague", "from", "part_of_day")


def spelt_out(notes: NoteReader) -> bool:
    """Whether notes say the date, so that the words beside them are only for people."""
    return any(key in notes for key in _SPELT_OUT)


def _spelt_out(notes: NoteReader) -> dict[str, Any]:
    start, end = (or_none(time_from_iso, notes.get(key)) for key in ("from", "to"))
    return {
        "dates": spelt_out_dates(notes),
        "times": TimeSpan(start, end) if start else None,
        "part_of_day": notes.value("part_of_day", PARTS_OF_DAY),
    }


def spelt_out_dates(notes: NoteReader) -> Dates | None:
    """The days that notes spell out."""
    if "date" in notes:
        span: DateSpan | None = or_none(dates_from_iso, notes.get("date"))
        return span
    if vague := notes.get("vague"):
        return PartialDate(vague, earliest=notes.day("earliest"), latest=notes.day("latest"))
    return None


def occasion_line(line: Line, ledger: Ledger) -> Occasion:
    """One date of a schedule."""
    text, notes = plain(line.content), NoteReader(line.notes, ledger)
    facts: dict[str, Any] = {"label": None}
    if spelt_out(notes) or notes.flag("undated"):
        facts.update(_spelt_out(notes))
        ledger.keep(text)
    elif said := split_occasion(text):
        bare, facts["label"] = said
        facts.update(dates=bare.dates, times=bare.times, part_of_day=bare.part_of_day)
        ledger.keep(text.removesuffix(facts["label"] or ""))
    else:
        facts["label"] = text
    facts["label"] = notes.get("label") or facts["label"]
    return Occasion(
        place=notes.get("place"),
        mode=notes.value("mode", MODES),
        tentative=notes.flag("tentative"),
        place_tentative=notes.flag("place_tentative"),
        cancelled=notes.flag("cancelled"),
        note=notes.get("note"),
        uid=notes.get("uid"),
        sequence=notes.count("sequence"),
        **facts,
    )
