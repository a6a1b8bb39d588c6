"""Rules about attachments: MP601 to MP604. Those about links, to MP699, stand in `links`."""

import re
from collections.abc import Iterable, Iterator

import attrs

from motesprotokoll.checks.excerpts import matches, tell_of
from motesprotokoll.checks.links import LINK_RULES
from motesprotokoll.checks.rules import Told, rule, tell
from motesprotokoll.checks.subject import Subject
from motesprotokoll.findings import Severity
from motesprotokoll.model import Attachment, BulletList, Found, Paragraph, Section
from motesprotokoll.vocabulary import SWEDISH, Topic

_MENTION = re.compile(r"\b(?i:bilaga) (?:nr\.? )?(\d{1,3}[a-z]?|[A-Z])\b(?! (?:till|i|av|från|hos|om)\b)")
"""An attachment by its number or letter; *bilaga 2 till avtalet* ("… to the contract") is another's."""
_NUMBERED = re.compile(r"(?i:bilaga) (?:nr\.? )?(\d{1,3}[a-z]?|[A-Z])(?![\w])")
_AHEAD = 40
"""So many signs before a mention are looked at for whose attachment it is."""
_COUNTED = re.compile(r"(\d{1,3}[a-z]?)[.):]? (?=\S)")
"""The number at the beginning of an entry in a list of attachments."""


@attrs.frozen
class _Entry:
    """One line of a list of attachments, with where it stands."""

    where: str
    title: str
    number: str | None
    """The number or letter that it says itself."""


@rule(
    "MP601",
    "attachment-missing",
    title="Bilaga som inte finns i listan",
    advice="Lägg bilagan i listan över bilagor och skicka med den, eller rätta numret.",
)
def attachment_missing(subject: Subject) -> Iterator[Told]:
    """An attachment that the text mentions by number, and that the list of attachments does not have.

    Either it was forgotten, or the number is that of another one.

    Minutes that have no list of attachments are left alone: what they mention was mostly sent by mail. MP602
    tells of all that is mentioned and not supplied, where somebody selects it.

    Fails:

        Roddklubben Viken
        Protokoll 5 februari 2027

        Närvarande: Ida Ek, Bo Alm

        1. Budget
        Bo gick igenom budgeten, se bilaga 3.

        Bilagor:
        1. Närvarolista
        2. Budget

    Passes:

        Roddklubben Viken
        Protokoll 5 februari 2027

        Närvarande: Ida Ek, Bo Alm

        1. Budget
        Bo gick igenom budgeten, se bilaga 2. Hyran står i bilaga 4 till avtalet.

        Bilagor:
        1. Närvarolista
        2. Budget
    """
    entries = _listed(subject)
    if not entries:
        return
    known = _numbers(entries)
    for where, text, found in _mentions(subject):
        if found[1] not in known:
            words = f"{found[0][:1].upper()}{found[0][1:]}"
            yield tell_of("{words} finns inte i listan över bilagor.", where, text, found.span(), words=words)


def _listed(subject: Subject) -> list[_Entry]:
    """The attachments that the minutes list: in their data, below a label, or by headings behind the text."""
    found = [_entry(f"$.attachments[{at}]", one.title) for at, one in enumerate(subject.meeting.attachments)]
    found += [_entry(where, one.title) for where, one in _supplied(subject)]
    found += [_entry(where, title) for where, title in subject.titles if _NUMBERED.match(title)]
    for block in subject.blocks:
        if _is_list(block):
            found += _entries_below(block)
        elif isinstance(block.block, Paragraph) and _NUMBERED.match(block.block.text):
            found.append(_entry(str(block.place), block.block.text))
    return found


def _supplied(subject: Subject) -> Iterable[tuple[str, Attachment]]:
    """The attachments of items that somebody has seen: the others may be no more than mentioned."""
    return (
        (where, one)
        for where, one in subject.attachments
        if not where.startswith("$.attachments") and (one.supplied or one.url is not None)
    )


def _is_list(found: Found) -> bool:
    """Whether a block is what stands below *Bilagor* ("attachments")."""
    block = found.block
    label = SWEDISH.label_of(block.label) if isinstance(block, Section) else None
    return label is not None and label.topic is Topic.ATTACHMENTS


def _entries_below(found: Found) -> Iterator[_Entry]:
    assert isinstance(found.block, Section)
    for at, block in enumerate(found.block.body):
        where = f"{found.place}.body[{at}]"
        if isinstance(block, BulletList):
            for number, item in enumerate(block.items):
                sign = (item.marker or "").strip(".) ")
                entry = _entry(f"{where}.items[{number}]", item.text)
                yield attrs.evolve(entry, number=entry.number or (sign if sign.isalnum() else None))
        elif isinstance(block, Paragraph):
            yield _entry(where, block.text)


def _entry(where: str, title: str) -> _Entry:
    number = _NUMBERED.match(title) or _COUNTED.match(title)
    return _Entry(where, title, number[1] if number else None)


def _numbers(entries: list[_Entry]) -> frozenset[str]:
    """The numbers and letters by which the entries may be mentioned: their own, or their places."""
    own = {entry.number for entry in entries if entry.number is not None}
    if own:
        return frozenset({*own, *(number.upper() for number in own)})
    return frozenset(
        name for at, _ in enumerate(entries) for name in (str(at + 1), chr(ord("A") + at) if at < 26 else "")
    )


def _mentions(subject: Subject) -> Iterator[tuple[str, str, re.Match[str]]]:
    """Where which text mentions an attachment of its own."""
    if "bilaga" not in subject.vocabulary:
        return
    listed = {str(found.place) for found in _in_lists(subject.blocks)}
    for where, text in subject.passages:
        if where in listed or _NUMBERED.match(text):
            continue
        for found in matches(_MENTION, text):
            before = text[: found.start()][-_AHEAD:].split()[-1:]
            if not before or not before[0].casefold().endswith(SWEDISH.genitives):
                yield where, text, found


def _in_lists(blocks: Iterable[Found]) -> Iterator[Found]:
    """The blocks that stand in lists of attachments."""
    above: tuple[str | int, ...] | None = None
    for found in blocks:
        if above is not None and found.place.steps[: len(above)] == above:
            yield found
        else:
            above = found.place.steps if _is_list(found) else None


@rule(
    "MP602",
    "attachment-not-supplied",
    title="Bilaga som nämns men inte är bifogad",
    advice="Kontrollera att bilagan följer med när dokumentet skickas.",
    severity=Severity.NOTE,
    default=False,
)
def attachment_not_supplied(subject: Subject) -> Iterator[Told]:
    """An attachment that is mentioned, and that nobody has put beside the minutes.

    It is a reminder before they are sent: *se bifogat bildspel* ("see the attached slides") promises
    something. Minutes cannot know what was sent with the mail, so this rule is used only where somebody
    selects it. Each title is told once.

    Fails:

        Nätverket för hamnvakter
        Anteckningar 5 februari 2027

        1. Budget
        Ida gick igenom budgeten (se bifogat bildspel).

    Passes:

        Nätverket för hamnvakter
        Anteckningar 5 februari 2027

        1. Budget
        Ida gick igenom budgeten och visade ett bildspel.
    """
    seen: set[str] = set()
    for where, attachment in subject.attachments:
        title = attachment.title
        if not attachment.supplied and attachment.url is None and title.casefold() not in seen:
            seen.add(title.casefold())
            yield tell("Bilagan ”{title}” nämns men är inte bifogad.", where, excerpt=title, title=title)


@rule(
    "MP603",
    "attachment-not-mentioned",
    title="Bilaga som texten inte nämner",
    advice="Skriv i texten vad bilagan hör till, eller stryk den ur listan.",
    severity=Severity.NOTE,
    default=False,
)
def attachment_not_mentioned(subject: Subject) -> Iterator[Told]:
    """An attachment that is listed by number, and that no item mentions though others are mentioned so.

    The reader does not know where it belongs. A list of those present is rarely mentioned and always
    understood, so this rule is used only where somebody selects it.

    Fails:

        Roddklubben Viken
        Protokoll 5 februari 2027

        Närvarande: Ida Ek, Bo Alm

        1. Budget
        Bo gick igenom budgeten, se bilaga 2.

        Bilagor:
        1. Ritning
        2. Budget

    Passes:

        Roddklubben Viken
        Protokoll 5 februari 2027

        Närvarande: Ida Ek, Bo Alm

        1. Budget
        Bo gick igenom budgeten, se bilaga 2. Ida visade bryggan, bilaga 1.

        Bilagor:
        1. Ritning
        2. Budget
    """
    mentioned = {found[1] for _, _, found in _mentions(subject)}
    if not mentioned:
        return
    for entry in _listed(subject):
        if entry.number is not None and entry.number not in mentioned:
            message = "Texten nämner inte bilagan ”{title}”."
            yield tell(message, entry.where, excerpt=entry.title, title=entry.title)


@rule(
    "MP604",
    "attachment-twice",
    title="Samma bilaga eller bilagenummer två gånger",
    advice="Stryk den ena, eller ge dem olika nummer.",
)
def attachment_twice(subject: Subject) -> Iterator[Told]:
    """Two attachments in one list with the same title or the same number.

    "See attachment 2" must mean one thing.

    Fails:

        Roddklubben Viken
        Protokoll 5 februari 2027

        Närvarande: Ida Ek, Bo Alm

        1. Budget
        Bo gick igenom budgeten.

        Bilagor:
        - Bilaga 1 Närvarolista
        - Bilaga 1 Budget

    Passes:

        Roddklubben Viken
        Protokoll 5 februari 2027

        Närvarande: Ida Ek, Bo Alm

        1. Budget
        Bo gick igenom budgeten.

        Bilagor:
        - Bilaga 1 Närvarolista
        - Bilaga 2 Budget
    """
    for entries in _lists(subject):
        titles: set[str] = set()
        numbers: set[str] = set()
        for entry in entries:
            if entry.title.casefold() in titles:
                message = "Bilagan ”{title}” står två gånger."
                yield tell(message, entry.where, excerpt=entry.title, title=entry.title)
            elif entry.number in numbers:
                message = "Numret {number} används för flera bilagor."
                yield tell(message, entry.where, excerpt=entry.title, number=entry.number)
            titles.add(entry.title.casefold())
            numbers |= {entry.number} if entry.number else set()


def _lists(subject: Subject) -> Iterator[list[_Entry]]:
    """The attachments of each item, those of the meeting, and those below each label."""
    by_owner: dict[str, list[_Entry]] = {}
    for where, one in subject.attachments:
        by_owner.setdefault(where.rpartition("[")[0], []).append(_entry(where, one.title))
    yield from by_owner.values()
    for found in subject.blocks:
        if _is_list(found):
            yield list(_entries_below(found))


ATTACHMENT_RULES = (
    attachment_missing,
    attachment_not_supplied,
    attachment_not_mentioned,
    attachment_twice,
    *LINK_RULES,
)
