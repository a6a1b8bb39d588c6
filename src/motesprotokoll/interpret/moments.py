"""When and where: a date, hours, a place and how sure they are, out of a few words."""

import re
from datetime import date

import attrs

from motesprotokoll.errors import DateError
from motesprotokoll.interpret.desk import Desk
from motesprotokoll.interpret.edges import last_word
from motesprotokoll.model import Dates, DateSpan, Mode, Occasion, PartialDate, PartOfDay, TimeSpan
from motesprotokoll.swedish import parse_dates, parse_time_span
from motesprotokoll.swedish.finding_dates import find_dates
from motesprotokoll.swedish.found_dates import FoundDate
from motesprotokoll.swedish.words import WEEKDAYS, WEEKDAYS_BEHIND
from motesprotokoll.swedish.years import Role
from motesprotokoll.vocabulary import Vocabulary

_CLOCK = re.compile(
    r"(?<![\w.:/-])(?:(?:kl\.?|klockan) ?)?[0-9]{1,2}[.:][0-9]{2}"
    r"(?: ?(?:[-–—−]|till) ?(?:kl\.? ?)?[0-9]{1,2}[.:][0-9]{2}| till [0-9]{1,2}(?![\w.:/]))?"
    r"(?![\w/]|[.:][0-9])"
    r"|(?<!\w)(?:kl\.?|klockan) ?[0-9]{1,2}(?:[.:][0-9]{2})?"
    r"(?:(?: ?[-–—−] ?| till )[0-9]{1,2}(?:[.:][0-9]{2})?)?(?![\w/])",
    re.IGNORECASE,
)
_ENDS_WITH_PLACE = re.compile(r"([^,]*), ([A-ZÅÄÖ][^,.;()?!:]{1,40}(?:, [^,.;()?!:]{1,20})?)\.?")
_CLAUSE = re.compile(r"(?<![kK]l)[.,;()]+(?:\s+|$)|[;()]+(?:\s+|$)|\s+[-–]\s+|^[-–:.,]\s*|\s*[()]\s*")
_WEEKDAY = re.compile(r"(?i),? \(?(?:på )?(" + "|".join(WEEKDAYS_BEHIND) + r")(?:en)?\b\)?")
"""A weekday behind its date: ``2030-05-08, onsdag``."""
_IN_BRACKETS = re.compile(r"\(([^()]{1,60})\)")
_SHORT = re.compile(r"([0-9]{2})\.([0-9]{2})\.([0-9]{2})(?: .*)?")
_PLACED = re.compile(r"(?i)(?:på plats (?:i|på|hos)|i|på|plats:?|lokal:?|hos|vid|hemma hos)(?: |$)")


@attrs.frozen
class Moment:
    """What was found in some words, and the words around it."""

    dates: Dates | None = None
    times: TimeSpan | None = None
    part_of_day: PartOfDay | None = None
    phrases: tuple[str, ...] = ()
    """The words that said it, in order."""
    around: tuple[str, ...] = ()
    """The words before, between and behind, in order."""
    found: FoundDate | None = None

    @property
    def is_known(self) -> bool:
        """Whether anything was found."""
        return self.dates is not None or self.times is not None or self.part_of_day is not None


def read_moment(
    text: str,
    desk: Desk,
    line: int,
    *,
    role: Role | None = None,
    year: int | None = None,
    compact: bool = False,
    quiet: bool = False,
) -> Moment:
    """The first date in *text* with its hours; what is uncertain about it is noted, unless *quiet*."""
    found = find_dates(text, year=year, meeting_date=desk.meeting_date, role=role, compact=compact)
    first = next((one for one in found if isinstance(one.value, DateSpan)), found[0] if found else None)
    first = _year_first(first, desk) if first is not None and desk.years else first
    spans: list[tuple[int, int]] = []
    times, part = None, None
    if first is not None:
        times, part = first.times, first.part_of_day
        end = first.end + (text[first.end : first.end + 1] == ")" and "(" in first.text)
        end = _with_weekday(text, end, first, desk, None if quiet else line)
        spans.append((first.start, end))
        if not quiet:
            for finding in first.findings:
                desk.pass_on(finding, line)
    if times is None:
        clock = find_times(text, spans, desk.words)
        if clock is not None:
            times, span = clock
            spans = sorted([*spans, span])
    phrases, around = cut(text, spans)
    return Moment(first.value if first else None, times, part, phrases, around, first)


def _year_first(found: FoundDate, desk: Desk) -> FoundDate:
    """*found* with the year first, where ``24.12.06`` is near a year of the document only when read so."""
    written = _SHORT.fullmatch(found.text)
    if written is None or not isinstance(found.value, DateSpan) or _is_near(found.value.start, desk):
        return found
    try:
        day = date(2000 + int(written[1]), int(written[2]), int(written[3]))
    except ValueError:
        return found
    if not _is_near(day, desk):
        return found
    said = (("text", found.text), ("date", str(day)))
    findings = (attrs.evolve(one, values=said) for one in found.findings)
    return attrs.evolve(found, value=DateSpan(day), findings=tuple(findings))


def _is_near(day: date, desk: Desk) -> bool:
    """Whether the document writes out the year of *day*, the one before or the one after."""
    return any(abs(day.year - year) < 2 for year in desk.years)


def whole_times(text: str) -> Moment | None:
    """Hours without any word for them, where a label tells what they are: ``9-11``."""
    try:
        return Moment(times=parse_time_span(text), phrases=(text,))
    except DateError:
        return None


def _with_weekday(text: str, end: int, found: FoundDate, desk: Desk, line: int | None) -> int:
    """Where the weekday behind a date ends, if there is one; one that contradicts the date is noted."""
    behind = _WEEKDAY.match(text, end) if isinstance(found.value, DateSpan) else None
    if behind is None:
        return end
    day = day_of(found.value)
    if (
        line is not None
        and day is not None
        and WEEKDAYS.get(behind[1].casefold(), day.weekday()) != day.weekday()
    ):
        message = "Veckodagen i ”{text}” stämmer inte med datumet {date}."
        desk.warn(
            "date.weekday-mismatch", message, line, text=text[found.start : behind.end()], date=str(day)
        )
    return behind.end()


def find_times(
    text: str, taken: list[tuple[int, int]], words: Vocabulary
) -> tuple[TimeSpan, tuple[int, int]] | None:
    """The first clock times in *text* outside the places that are *taken*; breaks are not meant."""
    if ":" not in text and "." not in text and "kl" not in text.casefold():
        return None
    for match in _CLOCK.finditer(text):
        start, end = match.span()
        if any(start < last and first < end for first, last in taken):
            continue
        if any(word in text[max(0, start - 20) : start].casefold() for word in words.breaks):
            continue
        try:
            return parse_time_span(match.group()), (start, end)
        except DateError:
            continue
    return None


def cut(text: str, spans: list[tuple[int, int]]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The words of *text* at *spans*, and those before, between and behind them."""
    phrases, around = [], []
    last = 0
    for start, end in spans:
        around.append(text[last:start])
        phrases.append(text[start:end])
        last = end
    around.append(text[last:])
    return tuple(phrases), tuple(around)


@attrs.define
class Told:
    """What some words around a date tell of an occasion."""

    place: str | None = None
    mode: Mode | None = None
    tentative: bool = False
    place_tentative: bool = False
    cancelled: bool = False
    label: str | None = None
    note: str | None = None

    def add(self, other: "Told") -> None:
        """Take over what other words tell, but for a label."""
        if other.place is not None:
            self.add_place(other.place, tentative=other.place_tentative)
        self.mode = self.mode or other.mode
        self.tentative = self.tentative or other.tentative
        self.cancelled = self.cancelled or other.cancelled
        if other.note is not None:
            self.note = f"{self.note}; {other.note}" if self.note else other.note

    def add_place(self, place: str, *, tentative: bool = False) -> None:
        """Take *place* for where it is, or for more of that."""
        self.place = f"{self.place}, {place}" if self.place else place
        self.place_tentative = self.place_tentative or tentative

    def occasion(
        self, dates: Dates | None, times: TimeSpan | None, part_of_day: PartOfDay | None
    ) -> Occasion:
        """The occasion on those days and hours, with what these words tell of it."""
        return Occasion(
            dates,
            times=times,
            part_of_day=part_of_day,
            place=self.place,
            mode=self.mode,
            tentative=self.tentative,
            place_tentative=self.place_tentative,
            cancelled=self.cancelled,
            label=self.label,
            note=self.note,
        )


def read_around(
    around: tuple[str, ...], desk: Desk, line: int, *, any_place: bool = False, told: Told | None = None
) -> Told:
    """What the words around a date say: the form of the meeting, the place, and how sure they are.

    A *preliminärt* belongs to the place if its clause names one, else to the date. With *any_place*, words
    that say nothing else are the place; without it they are a note.
    """
    told = told or Told()
    for words in around:
        _read_words(words, told, desk, line, any_place)
    return told


def with_place(words: str, told: Told, desk: Desk) -> str:
    """*words* behind a date without the place that ends them: ``, Rådhuset``. It goes into *told*."""
    found = _ENDS_WITH_PLACE.fullmatch(words)
    if found is None or desk.words.mode_of(found[2].casefold()) is not None:
        return words
    if desk.words.sayings.hint(found[2].casefold()) or found[2].casefold().split(" ")[0] in desk.first_names:
        return words
    if not desk.words.finite.isdisjoint(found[2].casefold().split(" ")):
        return words
    led = _PLACED.match(found[1].lstrip())
    if led is not None and led.end() < len(found[1].lstrip()):  # "i Rådhuset, Ale"
        told.place = f"{found[1].lstrip()[led.end() :]}, {found[2]}"
        return led.group()
    told.place = found[2]
    return found[1]


def _read_words(words: str, told: Told, desk: Desk, line: int, any_place: bool) -> None:
    words = _without_breaks(words, told, desk)
    for clause in filter(None, map(_trimmed, _CLAUSE.split(words))):
        _read_clause(clause, told, desk, line, any_place)


def _without_breaks(words: str, told: Told, desk: Desk) -> str:
    """*words* without what stands in brackets about a pause (``(inkl. lunch)``): that is a note."""
    for found in _IN_BRACKETS.finditer(words):
        if any(pause in found[1].casefold() for pause in desk.words.breaks):
            told.note = f"{told.note}; {found[1]}" if told.note else found[1]
            return words[: found.start()] + words[found.end() :]
    return words


def _trimmed(clause: str | None) -> str:
    return (clause or "").strip(" .,;:()–-")


def _read_clause(clause: str, told: Told, desk: Desk, line: int, any_place: bool) -> None:
    words = desk.words
    folded = clause.casefold()
    if folded.startswith((*words.breaks, "§")):
        told.note = f"{told.note}; {clause}" if told.note else clause
        return
    if words.is_filler(folded):
        desk.label(clause, line)
        return
    mode = words.mode_of(folded)
    tentative = words.is_tentative(folded)
    if words.is_cancelled(folded):
        told.cancelled = True
        desk.label(clause, line)
        return
    bare, start = _without_opening(clause, desk)
    placed = _PLACED.match(bare)
    has_place = (
        told.place is None
        and any(map(str.isalpha, bare))
        and (placed is not None or (any_place and mode is None) or bare.casefold() in words.same_places)
    )
    if has_place:
        place = (
            bare[placed.end() :]
            if placed and placed.group().casefold().strip(" :") not in ("hos", "vid", "hemma hos")
            else bare
        )
        if place:
            told.place, told.place_tentative = place, tentative
            told.mode = told.mode or mode
            desk.label(clause[: start + len(bare) - len(place)], line)
            return
    if mode is not None and words.only_mode(folded):
        told.mode = mode
        told.tentative = told.tentative or tentative
        if told.place is None and words.is_virtual_place(folded):
            told.place = clause
        else:
            desk.label(clause, line)
    elif tentative and not bare:
        told.tentative = True
        desk.label(clause, line)
    elif any_place and told.place is None and words.is_virtual_place(last_word(folded)):
        told.place, told.mode = clause, told.mode or mode  # "Digitalt via Teams"
    elif any_place and told.place is not None and mode is None and not tentative:
        told.place = f"{told.place}, {clause}"
    else:
        told.mode = told.mode or mode
        told.tentative = told.tentative or tentative
        told.note = f"{told.note}; {clause}" if told.note else clause


def _without_opening(clause: str, desk: Desk) -> tuple[str, int]:
    """*clause* without the words before a place that say something else: ``preliminärt``, ``fysiskt
    möte``."""
    parts = clause.split(" ")
    start = 0
    while (
        parts
        and _PLACED.match(f"{parts[0]} ") is None
        and desk.words.is_opening(parts[0].casefold().strip(".,:"))
    ):
        start += len(parts[0]) + 1
        parts = parts[1:]
    return " ".join(parts), min(start, len(clause))


def occasion_of(
    text: str, desk: Desk, line: int, *, role: Role | None = None, year: int | None = None
) -> Occasion | None:
    """The occasion that *text* names, all of whose words go into it or into the labels; ``None``
    without a date."""
    moment = read_moment(text, desk, line, role=role, year=year)
    if not moment.is_known:
        return _vague(text, desk, role) or _vague_with_note(text, desk, role)
    told = Told()
    for place, words in enumerate(moment.around):
        words = with_place(words, told, desk) if place == len(moment.around) - 1 else words
        _read_words(words, told, desk, line, any_place=False)
        if place < len(moment.phrases):
            label_phrase(moment.phrases[place], moment.dates, desk, line)
    return _occasion(moment, told)


def label_phrase(phrase: str, dates: Dates | None, desk: Desk, line: int) -> None:
    """Note the words of a date as a label, but for those that a vague date keeps."""
    if isinstance(dates, PartialDate):
        phrase = phrase.replace(dates.text, "", 1)
    desk.label(phrase, line)


def _occasion(moment: Moment, told: Told) -> Occasion:
    return told.occasion(moment.dates, moment.times, moment.part_of_day)


def vague_opening(text: str, desk: Desk, role: Role | None) -> Occasion | None:
    """An occasion that the first words of *text* tell vaguely: ``om ca fyra veckor, Ida bokar``."""
    return _vague(re.split(r"[,;.] |[,;.]$", text, maxsplit=1)[0], desk, role)


def _vague(text: str, desk: Desk, role: Role | None) -> Occasion | None:
    """An occasion whose time is vague or relative: ``om ca fyra veckor``, ``i slutet av augusti``."""
    bare = text.strip(" .")
    try:
        dates = parse_dates(bare, meeting_date=desk.meeting_date, role=role)
    except DateError:
        dates = None
    return Occasion(dates) if isinstance(dates, PartialDate) and dates.text == bare else None


def _vague_with_note(text: str, desk: Desk, role: Role | None) -> Occasion | None:
    """A vague time and words behind a comma: ``om två veckor, samma tid``."""
    first, _, note = text.partition(", ")
    vague = _vague(first, desk, role) if note.strip() else None
    return attrs.evolve(vague, note=note.strip()) if vague is not None else None


def day_of(dates: Dates | None) -> date | None:
    """The first day of *dates*, if it is known."""
    return dates.start if isinstance(dates, DateSpan) else None
