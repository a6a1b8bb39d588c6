"""Rules about what people are to do: MP501 to MP599."""

import re
from collections.abc import Iterator
from datetime import date

from motesprotokoll.checks.excerpts import tell_of
from motesprotokoll.checks.rules import HELD, Told, rule, tell
from motesprotokoll.checks.subject import Subject
from motesprotokoll.findings import Severity
from motesprotokoll.model import ActionItem, Basis, Dates, DateSpan, Found, PartialDate, Table
from motesprotokoll.swedish import find_dates
from motesprotokoll.vocabulary import SWEDISH
from motesprotokoll.vocabulary.follow_up import DONE_WORDS, REMAINS_WORDS

Row = dict[str, str]
"""What the cells of a row in a table of things to do say, by what their columns hold."""

NOBODY = frozenset({"någon", "någon av oss", "ingen", "oklart", "inte utsedd", "ej utsedd", "?", "vakant"})
"""What stands where nobody was named, beside the blanks of the vocabulary."""

EVERYBODY = frozenset(
    {
        *("alla", "samtliga", "vi", "alla deltagare", "alla kommuner", "alla medlemmar", "hela gruppen"),
        *("gruppen", "nätverket", "styrelsen", "mötet", "deltagarna", "ledamöterna", "kommunerna", "resten"),
        *("medlemmarna", "övriga", "de som vill", "respektive kommun"),
    }
)
"""Owners that are no person, so that nobody in particular is asked."""

_VAGUE = """
    snarast möjligt · snarast · så fort som möjligt · så snart som möjligt · så fort det går ·
    så snart det går · asap · inom kort · vid tillfälle · när tid finns · när det finns tid ·
    när tillfälle ges · så småningom · inom en snar framtid · med det snaraste · längre fram
"""
VAGUE_TIMES = tuple(" ".join(phrase.split()) for phrase in _VAGUE.split("·"))
"""Words that say until when, and leave it open. Source: seen in Swedish minutes and their tables."""

_VAGUE_WORDS = rf"\b(?:{'|'.join(VAGUE_TIMES)})\b"
_VAGUE_WORD = re.compile(rf"(?i){_VAGUE_WORDS}")
_VAGUE_CELL = re.compile(rf"(?i){_VAGUE_WORDS}|^(?:snart|senare|framöver|på sikt)$")
"""In a column for the last day these are vague, too."""

_ONGOING = re.compile(
    r"(?i)\b(?:löpande|kontinuerligt|fortlöpande|tills vidare|vid behov|varje|fortsätter|bevakar)\b"
)
"""Work that has no last day."""

_RELATIVE = re.compile(r"(?i)\b(?:nästa|idag|i dag|imorgon|i morgon|innan|före|inför|senast|tills|när)\b")
"""Words by which a sentence says when, though it names no date."""

_WORD = re.compile(r"\w+")


@rule(
    "MP501",
    "action-without-owner",
    title="Åtgärd utan ansvarig",
    advice="Skriv vem som ska göra det.",
)
def action_without_owner(subject: Subject) -> Iterator[Told]:
    """Something that is to be done, and nobody named who does it.

    What nobody has promised is seldom done. *Någon* ("somebody") or a question mark in the column for who is
    responsible names nobody either. What is done already needs no owner.

    Fails:

        Nätverket för hamnvakter
        Anteckningar 5 februari 2027

        Närvarande: Ida Ek, Bo Alm

        Att göra:
        - Ida: boka lokal till den 5 mars
        - Skicka ut enkäten före den 1 mars

    Passes:

        Nätverket för hamnvakter
        Anteckningar 5 februari 2027

        Närvarande: Ida Ek, Bo Alm

        Att göra:
        - Ida: boka lokal till den 5 mars
        - Bo: skicka ut enkäten före den 1 mars
    """
    for found, action, _ in _actions(subject):
        if all(map(_is_nobody, action.owners)):
            yield tell("Åtgärden saknar ansvarig.", found.place, excerpt=action.text)


def _is_nobody(owner: str) -> bool:
    return owner.casefold().strip(" .") in NOBODY or SWEDISH.is_blank(owner)


@rule(
    "MP502",
    "action-without-date",
    title="Åtgärd utan datum",
    advice="Skriv när det ska vara klart: ett datum, eller till vilket möte.",
    severity=Severity.NOTE,
    kinds=HELD,
)
def action_without_date(subject: Subject) -> Iterator[Told]:
    """Something in a list of things to do, with no word of when it is to be done.

    Without a day there is nothing to follow up. Where none of several has one it is told once.

    It is about what the minutes list as things to do. What somebody promises in running text, as *Ida
    återkommer med en inbjudan* ("Ida will return with an invitation"), is told by MP506, which is used only
    where somebody selects it. Ongoing work (*löpande*) needs no day.

    Fails:

        Nätverket för hamnvakter
        Anteckningar 5 februari 2027

        Närvarande: Ida Ek, Bo Alm

        Att göra:
        - Ida: boka lokal

    Passes:

        Nätverket för hamnvakter
        Anteckningar 5 februari 2027

        Närvarande: Ida Ek, Bo Alm

        Att göra:
        - Ida: boka lokal senast den 5 mars
        - Bo: skicka ut enkäten före nästa möte

        1. Mässan
        Bo återkommer med en inbjudan.
    """
    listed = [one for one in _actions(subject) if one[1].basis is not Basis.RECOGNISED]
    undated = [(found, action) for found, action, row in listed if _is_undated(found, action, row)]
    if len(undated) == len(listed) > 1:
        message = "Det står inte när åtgärderna ska vara klara, varken den här eller de andra."
        yield tell(message, undated[0][0].place, excerpt=undated[0][1].text)
        return
    for found, action in undated:
        yield tell("Det står inte när åtgärden ska vara klar.", found.place, excerpt=action.text)


def _actions(subject: Subject) -> Iterator[tuple[Found, ActionItem, Row]]:
    """Every action that is not done, with the row of the table that it stands in."""
    if not subject.actions:
        return
    tables = {one.place.steps: one.block for one in subject.blocks if isinstance(one.block, Table)}
    for found in subject.blocks:
        if isinstance(found.block, ActionItem):
            row = _row(found, tables) if tables else {}
            if not found.block.done and not _is_done(row):
                yield found, found.block, row


def _row(found: Found, tables: dict[tuple[str | int, ...], Table]) -> Row:
    """What stands beside an action that has a cell of its own: ``…, "rows", 2, 0, "body", 0``."""
    steps = found.place.steps
    table = tables.get(steps[:-5])
    if table is None:
        return {}
    number = steps[-4]
    assert isinstance(number, int)
    columns = SWEDISH.columns_of(cell.text for cell in table.rows[0])
    cells = zip(columns, table.rows[number], strict=True)
    return {column or f"{place}": cell.text for place, (column, cell) in enumerate(cells)}


def _is_done(row: Row) -> bool:
    """Whether a cell, such as that of a column *Status*, says that it is done: *klart*."""
    words = [frozenset(_WORD.findall(text.casefold())) for text in row.values()]
    return any(not DONE_WORDS.isdisjoint(one) and REMAINS_WORDS.isdisjoint(one) for one in words)


def _is_undated(found: Found, action: ActionItem, row: Row) -> bool:
    if action.due is not None or row.get("due"):
        return False
    told = (action.text, *found.headings, *(text for column, text in row.items() if column != "owner"))
    return not any(map(_says_when, told))


_CLOCK = re.compile(r"\b[Kk]l(?:\.|ockan)? ?[0-2]?\d(?:[.:][0-5]\d)?(?!\d)")
"""A clock time: what is to be done the same day."""


def _says_when(text: str) -> bool:
    said = any(pattern.search(text) for pattern in (_ONGOING, _CLOCK, _RELATIVE, _VAGUE_WORD, SWEDISH.until))
    return said or bool(find_dates(text))


@rule(
    "MP503",
    "due-before-meeting",
    title="Åtgärd som skulle vara klar före mötet",
    advice="Kontrollera året och månaden. Är åtgärden försenad, skriv ett nytt datum.",
    kinds=HELD,
)
def due_before_meeting(subject: Subject) -> Iterator[Told]:
    """Something that was to be done before the meeting was held, and is not marked as done.

    Either a date is wrong, mostly the year in January, or the task is late and needs a new day.

    Fails:

        Nätverket för hamnvakter
        Anteckningar 5 februari 2027

        Närvarande: Ida Ek, Bo Alm

        Att göra:
        - Ida: boka lokal senast den 5 mars 2026

    Passes:

        Nätverket för hamnvakter
        Anteckningar 5 februari 2027

        Närvarande: Ida Ek, Bo Alm

        Att göra:
        - Ida: boka lokal senast den 5 mars 2027
        - [x] Bo: beställa vimplar senast den 1 november 2026
    """
    held = subject.meeting.date
    if held is None:
        return
    for found, action, _ in _actions(subject):
        last = _last_day(action.due)
        if last is not None and last < held:
            message = "Åtgärden skulle vara klar {due}, före mötet {held}."
            excerpt = _written(action, held) or action.text
            yield tell(message, found.place, excerpt=excerpt, due=last, held=held)


def _last_day(due: Dates | None) -> date | None:
    if isinstance(due, DateSpan):
        return max(due.start, due.end)
    return due.latest if due is not None else None


def _written(action: ActionItem, held: date) -> str | None:
    """The words by which the action itself says until when."""
    if isinstance(action.due, PartialDate):
        return action.due.text if action.due.text in action.text else None
    dates = find_dates(action.text, meeting_date=held, role="next")
    return next((one.text for one in dates if one.value == action.due), None)


@rule(
    "MP504",
    "vague-due-date",
    title="Obestämd tid för en åtgärd",
    advice="Skriv ett datum, eller till vilket möte det ska vara klart.",
    severity=Severity.NOTE,
    kinds=HELD,
)
def vague_due_date(subject: Subject) -> Iterator[Told]:
    """A time for something to do that everybody understands as they like.

    *Snarast* ("as soon as possible") or *vid tillfälle* ("when there is an opportunity") cannot be followed
    up: nobody can say whether it is late.

    Fails:

        Nätverket för hamnvakter
        Anteckningar 5 februari 2027

        Närvarande: Ida Ek, Bo Alm

        1. Vimplar
        Bo mejlar leverantören snarast.

    Passes:

        Nätverket för hamnvakter
        Anteckningar 5 februari 2027

        Närvarande: Ida Ek, Bo Alm

        1. Vimplar
        Bo mejlar leverantören snarast, dock senast den 12 februari.
    """
    for found, action, row in _actions(subject):
        if isinstance(action.due, DateSpan) or _last_day(action.due) is not None:
            continue
        cell = row.get("due", "")
        vague = _VAGUE_WORD.search(action.text)
        message = "”{words}” säger inte när åtgärden ska vara klar."
        if vague is not None and not cell and not find_dates(action.text):
            yield tell_of(message, found.place, action.text, vague.span(), words=vague.group())
        elif (vague := _VAGUE_CELL.search(cell)) is not None and not find_dates(cell):
            yield tell(message, found.place, excerpt=action.text, words=vague.group())


@rule(
    "MP505",
    "owner-is-everybody",
    title="Åtgärd som alla ansvarar för",
    advice="Skriv vem som håller i det, också när var och en ska göra sin del.",
    severity=Severity.NOTE,
    default=False,
)
def owner_is_everybody(subject: Subject) -> Iterator[Told]:
    """Something that *alla* ("all") or *styrelsen* ("the board") is to do, and no person.

    Where all are responsible everybody waits for the others. But *Alla: skicka in svaren* ("all: send your
    answers") can be just what was meant, so this rule is used only where somebody selects it.

    Fails (markdown):

        # Nätverket för hamnvakter

        Anteckningar 5 februari 2027

        Närvarande: Ida Ek, Bo Alm

        ## Att göra

        | Vad | Ansvarig | Klart |
        | --- | --- | --- |
        | Ta fram en ny folder | Alla | 1 mars |

    Passes (markdown):

        # Nätverket för hamnvakter

        Anteckningar 5 februari 2027

        Närvarande: Ida Ek, Bo Alm

        ## Att göra

        | Vad | Ansvarig | Klart |
        | --- | --- | --- |
        | Ta fram en ny folder | Ida Ek | 1 mars |
    """
    for found, action, _ in _actions(subject):
        if action.owners and all(_is_everybody(owner) for owner in action.owners):
            message = "Ingen person är ansvarig, bara ”{owners}”."
            yield tell(message, found.place, excerpt=action.text, owners=", ".join(action.owners))


def _is_everybody(owner: str) -> bool:
    return owner.casefold().strip(" .:@") in EVERYBODY


@rule(
    "MP506",
    "promise-without-date",
    title="Löfte utan datum",
    advice="Skriv när det ska vara klart: ett datum, eller till vilket möte.",
    severity=Severity.NOTE,
    kinds=HELD,
    default=False,
)
def promise_without_date(subject: Subject) -> Iterator[Told]:
    """Something that somebody takes on in running text, with no word of when it is to be done.

    Without a day there is nothing to follow up. Many write their notes so, and a next meeting is a time of
    its own: so this rule is used only where somebody selects it. Lists of things to do are told by MP502.

    Fails:

        Nätverket för hamnvakter
        Anteckningar 5 februari 2027

        Närvarande: Ida Ek, Bo Alm

        1. Mässan
        Bo återkommer med en inbjudan.

    Passes:

        Nätverket för hamnvakter
        Anteckningar 5 februari 2027

        Närvarande: Ida Ek, Bo Alm

        1. Mässan
        Bo återkommer med en inbjudan senast den 1 mars.
    """
    for found, action, row in _actions(subject):
        if action.basis is Basis.RECOGNISED and _is_undated(found, action, row):
            yield tell("Det står inte när det som utlovas ska vara klart.", found.place, excerpt=action.text)


ACTION_RULES = (
    action_without_owner,
    action_without_date,
    due_before_meeting,
    vague_due_date,
    owner_is_everybody,
    promise_without_date,
)
