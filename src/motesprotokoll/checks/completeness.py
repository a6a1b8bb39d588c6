"""Rules about what is missing or left over: MP101 to MP199."""

import re
from collections.abc import Iterable, Iterator

from motesprotokoll.checks.rules import FORMAL, HELD, Told, rule, tell
from motesprotokoll.checks.subject import Subject
from motesprotokoll.findings import Severity
from motesprotokoll.model import AgendaItem, Paragraph, Status, Unread

_LONGEST_JUMP = 20
"""From one number to the next: a longer one is no numbering, but a year or a number of something else."""
_LONGEST_NUMBER = 6
"""Digits of a number that is counted from."""
_SHOWN = 60
"""Signs of a long passage that are quoted."""

# How minutes tell who came without a list of them. Source: annual meetings and school councils in the wild.
_TELLS_WHO_CAME = re.compile("närva|deltag|deltog|röstlängd|medlemmar|personer|frånvar", re.IGNORECASE)
# What a heading says as long as the document may change. Source: templates of Swedish municipalities.
_DRAFT = re.compile(
    r"\b(?:utkast|arbetsmaterial|arbetsversion|ojustera[dt]|(?:ej|inte) justera[dt]|preliminär version)\b",
    re.IGNORECASE,
)


@rule(
    "MP101",
    "empty-item",
    title="Punkt utan rubrik och text",
    advice="Skriv vad punkten handlar om, eller stryk den.",
)
def empty_item(subject: Subject) -> Iterator[Told]:
    """An agenda item that has neither a title nor anything below it.

    It is often left over from a template, and the reader wonders what was deleted.

    Fails (json):

        {"format": "motesprotokoll", "version": 1, "type": "meeting",
         "agenda": [{"number": "1", "title": "Budget"}, {"number": "2"}]}

    Passes:

        Nätverket för skolskjuts
        Anteckningar möte 6 februari 2026, kl. 9.00–11.30

        1. Budget
        2. Övriga frågor
    """
    for where, item in subject.items:
        if item.title is None and not item.body and not item.items:
            yield tell("Punkten har varken rubrik eller text.", where)


@rule(
    "MP102",
    "number-twice",
    title="Samma nummer på två punkter",
    advice="Numrera om, så att en hänvisning bara kan avse en punkt.",
)
def number_twice(subject: Subject) -> Iterator[Told]:
    """Two items of the agenda with the same number.

    Later minutes refer to "punkt 4" (item 4), and must mean one thing. Numbers that begin anew are told once.

    Fails:

        Nätverket för skolskjuts
        Anteckningar möte 6 februari 2026, kl. 9.00–11.30

        1. Budget
        Budgeten är klar.

        1. Övriga frågor
        Inga frågor fanns.

    Passes:

        Nätverket för skolskjuts
        Anteckningar möte 6 februari 2026, kl. 9.00–11.30

        1. Budget
        Budgeten är klar.

        2. Övriga frågor
        Inga frågor fanns.
    """
    seen: set[str] = set()
    highest = 0
    for index, item in enumerate(subject.meeting.agenda):
        if item.number is None:
            continue
        number = item.number.rstrip(".)").casefold()
        _, count = _running(number) or ("", 0)
        if number in seen:
            message = "Numret {number} används för flera punkter."
            yield tell(message, f"$.agenda[{index}]", excerpt=item.title, number=item.number)
            if count < highest:  # numbers that begin anew are told once, and not at every item from there
                seen.clear()
                highest = 0
        seen.add(number)
        highest = max(highest, count)


@rule(
    "MP103",
    "numbering-gap",
    title="Lucka i numreringen",
    advice="Kontrollera att ingen punkt har fallit bort, och numrera om.",
)
def numbering_gap(subject: Subject) -> Iterator[Told]:
    """Items whose numbers leave one out: 4 and then 6.

    Either an item was lost, or somebody will look for it. Where the numbers begin does not matter: the
    paragraphs (§) of a board run on through the year. An extract may leave out what it likes.

    Fails:

        Nätverket för skolskjuts
        Anteckningar möte 6 februari 2026, kl. 9.00–11.30

        1. Budget
        Budgeten är klar.

        3. Övriga frågor
        Inga frågor fanns.

    Passes:

        Tallåsa byalag
        Protokoll styrelsemöte 6 februari 2026

        § 41 Budget
        Budgeten är klar.

        § 42 Övriga frågor
        Inga frågor fanns.
    """
    if "utdrag" in (subject.meeting.kind_label or "").casefold():
        return
    yield from _gaps(subject.meeting.agenda, "$.agenda")
    for where, item in subject.items:
        yield from _gaps(item.items, f"{where}.items")


def _gaps(agenda: tuple[AgendaItem, ...], above: str) -> Iterator[Told]:
    before, earlier = None, None
    for index, item in enumerate(agenda):
        number = _running(item.number)
        if number is None:
            continue
        if before is not None and before[0] == number[0] and 1 < number[1] - before[1] <= _LONGEST_JUMP:
            message = "Efter nummer {before} kommer {number}: något nummer däremellan saknas."
            where = f"{above}[{index}]"
            yield tell(message, where, excerpt=item.title, before=earlier, number=item.number)
        before, earlier = number, item.number


def _running(number: str | None) -> tuple[str, int] | None:
    """What stands before the last figures of *number*, and these: ``("§", 6)`` of "§ 6 a"."""
    words = (number or "").rstrip(".) ")
    if words[-1:].isalpha() and words[:-1].rstrip()[-1:].isdecimal():
        words = words[:-1].rstrip()
    sign = words.rstrip("0123456789")
    figures = words[len(sign) :]
    return (sign.strip().casefold(), int(figures)) if 0 < len(figures) <= _LONGEST_NUMBER else None


@rule(
    "MP104",
    "note-taker-missing",
    title="Det framgår inte vem som har antecknat",
    advice="Skriv vem som antecknade, så att den som undrar vet vem den kan fråga.",
    severity=Severity.NOTE,
    kinds=HELD,
)
def note_taker_missing(subject: Subject) -> Iterator[Told]:
    """Minutes that do not say who took them.

    Whoever finds an error, or wants to know more, has nobody to ask. ``Antecknat av`` and ``Vid pennan`` are
    the usual words for it, ``Sekreterare`` in formal protocols.

    Fails:

        Nätverket för skolskjuts
        Anteckningar möte 6 februari 2026, kl. 9.00–11.30

        Närvarande
        Ida Ek, Ale
        Bo Al, Lerum

        1. Budget
        Budgeten är klar.

    Passes:

        Nätverket för skolskjuts
        Anteckningar möte 6 februari 2026, kl. 9.00–11.30

        Närvarande
        Ida Ek, Ale
        Bo Al, Lerum

        1. Budget
        Budgeten är klar.

        Antecknat av:
        Ida Ek
    """
    if subject.is_record and subject.meeting.note_taker is None:
        yield tell("Det framgår inte vem som har antecknat.", "$.note_taker")


@rule(
    "MP105",
    "date-missing",
    title="Mötets datum saknas",
    advice="Skriv vilken dag mötet hölls, med årtal.",
    kinds=HELD,
)
def date_missing(subject: Subject) -> Iterator[Told]:
    """Minutes that do not say on which day the meeting was.

    Decisions count from that day, and nobody can put the notes in order without it.

    Fails:

        Nätverket för skolskjuts
        Anteckningar

        Närvarande
        Ida Ek, Ale
        Bo Al, Lerum

        1. Budget
        Budgeten är klar.

    Passes:

        Nätverket för skolskjuts
        Anteckningar möte 6 februari 2026

        Närvarande
        Ida Ek, Ale
        Bo Al, Lerum

        1. Budget
        Budgeten är klar.
    """
    occasion = subject.meeting.occasion
    if subject.is_record and (occasion is None or occasion.dates is None):
        yield tell("Mötets datum saknas.", "$.occasion")


@rule(
    "MP106",
    "nobody-present",
    title="Ingen står som närvarande",
    advice="Skriv vilka som var med.",
    kinds=HELD,
)
def nobody_present(subject: Subject) -> Iterator[Told]:
    """Minutes that do not say who was there.

    Afterwards nobody can tell who knew and who agreed. A number of heads ("23 medlemmar") is enough for an
    annual meeting, and a sentence is as good as a list.

    Source for formal protocols: kommunallagen (2017:725), chapter 5, section 66.

    Fails:

        Nätverket för skolskjuts
        Anteckningar möte 6 februari 2026, kl. 9.00–11.30

        1. Budget
        Budgeten är klar.

    Passes:

        Nätverket för skolskjuts
        Anteckningar möte 6 februari 2026, kl. 9.00–11.30

        Närvarande
        Ida Ek, Ale
        Bo Al, Lerum

        1. Budget
        Budgeten är klar.
    """
    if subject.meeting.kind is None or subject.came or not subject.meeting.agenda:
        return
    if not subject.is_swedish:
        return  # whether it is told in a sentence cannot be seen
    if any(isinstance(block, Unread) for block in subject.meeting.preamble):
        return  # such as "alla i styrelsen" behind "Närvarande:"
    if not any(_TELLS_WHO_CAME.search(text) for text in _sayings(subject)):
        yield tell("Det framgår inte vilka som var med.", "$.participants")


def _sayings(subject: Subject) -> Iterator[str]:
    """What may tell who came: it does not always stand at the top, and the list may name only the invited."""
    yield from (text for _, text in subject.passages)
    yield from (one.group for one in subject.meeting.participants if one.group)


@rule(
    "MP107",
    "chair-missing",
    title="Protokollet saknar ordförande",
    advice="Skriv vem som ledde mötet.",
    kinds=FORMAL,
)
def chair_missing(subject: Subject) -> Iterator[Told]:
    """A formal protocol that does not say who chaired the meeting.

    It is kept on the chair's responsibility (kommunallagen 2017:725, chapter 5, section 65, which chapter 6,
    section 35 and chapter 9, section 2 extend to boards and federations). Only protocols with paragraphs (§)
    are asked, and notes never.

    Fails:

        Miljönämnden i Tallåsa
        Sammanträdesprotokoll 6 februari 2026

        Beslutande
        Ida Ek (S)
        Bo Al (M)

        § 1 Budget
        Nämnden beslutar att godkänna budgeten.

    Passes:

        Miljönämnden i Tallåsa
        Sammanträdesprotokoll 6 februari 2026

        Beslutande
        Ida Ek (S), ordförande
        Bo Al (M)

        § 1 Budget
        Nämnden beslutar att godkänna budgeten.
    """
    if subject.is_formal and subject.meeting.chair is None and not _has_chair(subject):
        yield tell("Det framgår inte vem som var ordförande.", "$.chair")


_CHAIRED = re.compile(
    r"(?i)\btill (?:mötes|stämmo|årsmötes)?ordförande(?: för (?:mötet|stämman|årsmötet))?"
    r" (?:väljs|valdes|utses|utsågs)"
    r"|, (?:mötes|stämmo|årsmötes)ordförande\b"
)
"""Words by which a meeting says whom it elected to lead it; a chair of the board need not be that one."""


def _has_chair(subject: Subject) -> bool:
    if any(map(_CHAIRED.search, (text for _, text in subject.passages))):
        return True
    return any("ordf" in f"{one.role} {one.note}".casefold() for _, one in subject.came)


@rule(
    "MP108",
    "verifier-missing",
    title="Protokollet saknar justerare",
    advice="Skriv vem som utsågs att justera protokollet.",
    kinds=FORMAL,
)
def verifier_missing(subject: Subject) -> Iterator[Told]:
    """A formal protocol that does not say who verifies it.

    A protocol is valid evidence once it has been verified (justerat), and the day when that is announced
    begins the time for appeals (kommunallagen 2017:725, chapter 5, section 69; chapter 8, section 12). Only
    protocols with paragraphs (§) are asked, and notes never.

    Fails:

        Miljönämnden i Tallåsa
        Sammanträdesprotokoll 6 februari 2026

        Beslutande
        Ida Ek (S), ordförande
        Bo Al (M)

        § 1 Budget
        Nämnden beslutar att godkänna budgeten.

    Passes:

        Miljönämnden i Tallåsa
        Sammanträdesprotokoll 6 februari 2026

        Beslutande
        Ida Ek (S), ordförande
        Bo Al (M)

        Utses att justera: Bo Al

        § 1 Budget
        Nämnden beslutar att godkänna budgeten.
    """
    if subject.is_formal and not subject.meeting.verifiers:
        yield tell("Det framgår inte vem som justerar protokollet.", "$.verifiers")


@rule(
    "MP109",
    "unread-passage",
    title="Stycke som inte gick att tolka",
    advice="Skriv det som ett vanligt stycke, eller med en etikett som Närvarande eller Plats.",
    severity=Severity.NOTE,
    default=False,
)
def unread_passage(subject: Subject) -> Iterator[Told]:
    """A passage that the library kept as it stood, since it could not tell what it is.

    For people that is no fault, so the rule is not used by itself. Whoever makes data of minutes selects it
    to see what is not in the fields.

    Fails:

        Tallåsa byalag
        Protokoll styrelsemöte 6 februari 2026

        Närvarande: alla i styrelsen

        § 1 Budget
        Budgeten är klar.

    Passes:

        Tallåsa byalag
        Protokoll styrelsemöte 6 februari 2026

        Närvarande: Ida Ek, Bo Al

        § 1 Budget
        Budgeten är klar.
    """
    for found in subject.blocks:
        if isinstance(found.block, Unread) and found.block.text:
            yield tell("Stycket gick inte att tolka.", found.place, excerpt=_opening(found.block.text))


def _opening(text: str) -> str:
    return text if len(text) <= _SHOWN else text[:_SHOWN].rpartition(" ")[0] or text[:_SHOWN]


@rule(
    "MP110",
    "finished-without-day",
    title="Färdigställt utan datum",
    advice="Skriv vilken dag dokumentet färdigställdes eller justerades.",
    severity=Severity.NOTE,
)
def finished_without_day(subject: Subject) -> Iterator[Told]:
    """A document that says it is finished, and not since when.

    Minutes become public documents when they are verified or otherwise finished (tryckfrihetsförordningen,
    chapter 2, section 13), so the day matters.

    Fails (json):

        {"format": "motesprotokoll", "version": 1, "type": "meeting", "status": "final",
         "agenda": [{"title": "Budget"}]}

    Passes (json):

        {"format": "motesprotokoll", "version": 1, "type": "meeting", "status": "final",
         "finished_on": "2026-03-01", "agenda": [{"title": "Budget"}]}
    """
    if subject.meeting.status is Status.FINAL and subject.meeting.finished_on is None:
        yield tell("Dokumentet är färdigställt, men dagen saknas.", "$.finished_on")


@rule(
    "MP111",
    "draft-words-left",
    title="Ordet utkast står kvar i ett färdigt dokument",
    advice="Stryk ordet, eller ändra dokumentets status till utkast.",
)
def draft_words_left(subject: Subject) -> Iterator[Told]:
    """A finished document that still calls itself a draft (utkast, arbetsmaterial, ej justerat) at its top.

    Whoever gets it does not know whether it may be relied on.

    Fails:

        Nätverket för skolskjuts
        Anteckningar möte 6 februari 2026, kl. 9.00–11.30
        UTKAST

        1. Budget
        Budgeten är klar.

        Justerat den 1 mars 2026
        Ida Ek

    Passes:

        Nätverket för skolskjuts
        Anteckningar möte 6 februari 2026, kl. 9.00–11.30
        UTKAST

        1. Budget
        Budgeten är klar.
    """
    meeting = subject.meeting
    if meeting.status is not Status.FINAL and (meeting.finished_on is None or meeting.status is not None):
        return
    for where, text in _top(subject):
        found = _DRAFT.search(text)
        if found is not None:
            message = "Här står ”{word}”, fast dokumentet är färdigställt."
            yield tell(message, where, excerpt=found.group(), word=found.group())


def _top(subject: Subject) -> Iterable[tuple[str, str]]:
    """What the document calls itself, and the short lines before its first item."""
    meeting = subject.meeting
    named = (("$.title", meeting.title), ("$.kind_label", meeting.kind_label))
    yield from ((where, text) for where, text in named if text)
    for index, block in enumerate(meeting.preamble):
        if isinstance(block, Paragraph | Unread) and len(block.text) <= _SHOWN:
            yield f"$.preamble[{index}]", block.text


@rule(
    "MP112",
    "body-missing",
    title="Det framgår inte vilka som möttes",
    advice="Skriv nätverkets, nämndens eller gruppens namn överst.",
    severity=Severity.NOTE,
    kinds=HELD,
)
def body_missing(subject: Subject) -> Iterator[Told]:
    """Minutes that do not name the body that met: the network, board or group.

    Away from their folder, nobody knows whose they are.

    Fails:

        Anteckningar möte 6 februari 2026, kl. 9.00–11.30

        Närvarande
        Ida Ek, Ale
        Bo Al, Lerum

        1. Budget
        Budgeten är klar.

    Passes:

        Nätverket för skolskjuts
        Anteckningar möte 6 februari 2026, kl. 9.00–11.30

        Närvarande
        Ida Ek, Ale
        Bo Al, Lerum

        1. Budget
        Budgeten är klar.
    """
    if subject.is_record and subject.meeting.network is None and subject.meeting.title is None:
        yield tell("Det framgår inte vilka som möttes.", "$.network")


@rule(
    "MP113",
    "item-without-text",
    title="Punkt utan text",
    advice="Skriv vad som sades, eller att inget fanns att ta upp.",
    severity=Severity.NOTE,
    kinds=HELD,
    default=False,
)
def item_without_text(subject: Subject) -> Iterator[Told]:
    """An item with a title and nothing below it.

    Whether nothing was said, or somebody forgot to write it down, is not to be seen. Many leave *Övriga
    frågor* (any other business) empty and mean just that, so the rule is not used by itself.

    Fails:

        Nätverket för skolskjuts
        Anteckningar möte 6 februari 2026, kl. 9.00–11.30

        1. Budget
        Budgeten är klar.

        2. Övriga frågor

    Passes:

        Nätverket för skolskjuts
        Anteckningar möte 6 februari 2026, kl. 9.00–11.30

        1. Budget
        Budgeten är klar.

        2. Övriga frågor
        Inga frågor fanns.
    """
    if not any(item.body for _, item in subject.items):
        return
    for where, item in subject.items:
        if item.title and not (item.body or item.items or item.attachments):
            yield tell("Under ”{title}” står ingenting.", where, excerpt=item.title, title=item.title)


COMPLETENESS_RULES = (
    empty_item,
    number_twice,
    numbering_gap,
    note_taker_missing,
    date_missing,
    nobody_present,
    chair_missing,
    verifier_missing,
    unread_passage,
    finished_without_day,
    draft_words_left,
    body_missing,
    item_without_text,
)
