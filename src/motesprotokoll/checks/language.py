"""Rules about the language: MP701 to MP799. Those about words are here, those about typing in `typing_slips`.

They are about Swedish, and silent where a document is in another language. The words stand in tables of
`swedish`. Each rule first asks which words there are at all (`Subject.vocabulary`): most are in no meeting.
"""

import re
from collections.abc import Iterator

from motesprotokoll.checks.excerpts import matches, tell_of
from motesprotokoll.checks.rules import Told, rule
from motesprotokoll.checks.subject import Subject
from motesprotokoll.checks.typing_slips import TYPING_RULES
from motesprotokoll.findings import Severity
from motesprotokoll.swedish.abbreviations import (
    BEFORE_DATES,
    LAST_STOP_LOST,
    OTHER_AFTER,
    PARTS,
    RUN_TOGETHER,
    SPACED,
    UNITS,
    UNUSUAL_STOPS,
    UNUSUALLY_STOPPED,
    in_parts,
)
from motesprotokoll.swedish.plain_words import NOT_AFTER, PLAIN_PHRASES, PLAIN_WORDS, Plain

_WORD = re.compile(r"(?<![\w@./\\-])[^\W\d_]++(?![\w@/\\-]|\.\w)")
"""A word that is no part of an address, a file's name or a compound with a hyphen."""
_DAY_OR_YEAR = re.compile(r"\.? (?:den )?+\d")
_LAST_PART = re.compile(r"\.[a-zåäö]{1,2}(?![\w.])")
_LONGEST, _OPENERS = 12, "(\"'”’»“«–-"
_FEWEST_SPACES = 3
_QUOTES = frozenset('"”“»«')


@rule(
    "MP701",
    "abbreviation-slip",
    title="Felskriven förkortning",
    advice="Skriv förkortningen med punkter, eller hellre orden i sin helhet.",
    severity=Severity.NOTE,
)
def abbreviation_slip(subject: Subject) -> Iterator[Told]:
    """An abbreviation without its stops, which is another word or none: "tex" for "t.ex." (for example).

    Written together *bla* (for *bl.a.*, among others), *tom* (for *t.o.m.*, until) and *from* (for
    *fr.o.m.*, from) are words that mean something else, and a screen reader says them so. The rule also
    tells of *t.ex* without its last stop. It leaves millimetres (*3 mm*) and names of files alone, and *tom*
    and *from* unless a date follows. *t ex* in parts is an older custom and no slip: see MP702.

    Source: *Myndigheternas skrivregler* (Språkrådet, 8th ed. 2014), on abbreviations.

    Fails:

        Anteckningar möte 2027-02-05

        1. Lokaler
        Vi ser över tex biblioteket, bla på grund av hyran.

        2. Avtal
        Avtalet gäller from 1 mars.

    Passes:

        Anteckningar möte 2027-02-05

        1. Lokaler
        Vi ser över t.ex. biblioteket. Skruven är 3 mm lång, och lådan är tom.
    """
    if not subject.is_swedish:
        return
    slips = subject.vocabulary.intersection(RUN_TOGETHER)
    for where, text in _with_one_of(slips, subject):
        for start, end, right in _run_together(text, slips):
            yield _written_so(where, text, (start, end), right)
    if _LAST_PART.search(subject.lowered):
        for where, text in subject.passages:
            for start, end, right in _without_last_stop(text):
                yield _written_so(where, text, (start, end), right)


def _with_one_of(words: frozenset[str], subject: Subject) -> Iterator[tuple[str, str]]:
    """The passages in which one of *words* may stand, perhaps within another word."""
    for where, text in subject.passages if words else ():
        lowered = text.lower()
        if any(word in lowered for word in words):
            yield where, text


def _written_so(where: str, text: str, span: tuple[int, int], right: str) -> Told:
    wrong = text[slice(*span)]
    return tell_of(
        "Skriv ”{right}” i stället för ”{wrong}”.", where, text, span, right, right=right, wrong=wrong
    )


def _run_together(text: str, slips: frozenset[str]) -> Iterator[tuple[int, int, str]]:
    """Where there is an abbreviation without stops, and how it is written."""
    for found in matches(_WORD, text, slips):
        right = RUN_TOGETHER.get(found[0])
        end = found.end() + (text[found.end() : found.end() + 1] == ".")
        if right and text[found.start() : end] != right and _is_abbreviation(text, found):
            yield found.start(), end, right


def _without_last_stop(text: str) -> Iterator[tuple[int, int, str]]:
    """Where there is an abbreviation without its last stop, and how it is written."""
    for found in matches(_LAST_PART, text):
        start = text.rfind(" ", max(found.start() - _LONGEST, 0), found.start()) + 1
        start += len(text[start : found.end()]) - len(text[start : found.end()].lstrip(_OPENERS))
        if text[start : found.end()] in LAST_STOP_LOST:
            yield start, found.end(), LAST_STOP_LOST[text[start : found.end()]]


def _is_abbreviation(text: str, found: re.Match[str]) -> bool:
    word, before = found[0], text[max(found.start() - 20, 0) : found.start()].rstrip()
    last = before.rpartition(" ")[2].lower()
    if last in OTHER_AFTER.get(word, ()):
        return False
    if word in BEFORE_DATES:
        return _DAY_OR_YEAR.match(text, found.end()) is not None
    if word in UNITS:
        # "3 mm", and in the head of a table "Bredd (mm)" or "Bredd, mm", are millimetres.
        return last[-1:].isalpha() or (last[-1:] == "," and text.count(" ") >= _FEWEST_SPACES)
    # "bla bla" is what it sounds like.
    return last != word and not text.startswith(f" {word}", found.end())


@rule(
    "MP702",
    "abbreviation-form",
    title="Förkortning på äldre sätt",
    advice="Skriv förkortningen som i Myndigheternas skrivregler, på samma sätt i hela dokumentet.",
    severity=Severity.NOTE,
    default=False,
)
def abbreviation_form(subject: Subject) -> Iterator[Told]:
    """An abbreviation that is written in parts or with other stops: "t ex", "kl 9", "ca. 20".

    That was once the custom and is no mistake, so the rule is used only where somebody selects it. An
    authority that follows *Myndigheternas skrivregler* writes *t.ex.* (for example), *kl. 9* (at 9) and
    *ca 20* (about 20), and a line never breaks within.

    Source: *Myndigheternas skrivregler* (Språkrådet, 8th ed. 2014), on abbreviations.

    Fails:

        Anteckningar möte 2027-02-05

        1. Lokaler
        Vi ses kl 9, t ex i biblioteket.

    Passes:

        Anteckningar möte 2027-02-05

        1. Lokaler
        Vi ses kl. 9, t.ex. i biblioteket.
    """
    in_two = any(parts <= subject.vocabulary for parts in PARTS)
    stopped = not subject.vocabulary.isdisjoint(UNUSUALLY_STOPPED)
    for where, text in subject.passages if subject.is_swedish else ():
        for found in matches(SPACED, text) if in_two else ():
            yield _written_so(where, text, found.span(), in_parts(found[0]))
        for found in matches(UNUSUAL_STOPS, text) if stopped else ():
            right = found[0][:-1] if found[0].endswith(".") else f"{found[0]}."
            yield _written_so(where, text, found.span(), right)


@rule(
    "MP703",
    "plain-words",
    title="Ord som kan bytas mot enklare",
    advice="Välj det enklare ordet om det säger samma sak; ibland behöver meningen skrivas om.",
    severity=Severity.NOTE,
)
def plain_words(subject: Subject) -> Iterator[Told]:
    """A stiff word of authorities for which there is a plain one, such as "erhålla" (obtain) for "få" (get).

    The law wants the public sector to write so that people understand (språklagen 2009:600, section 11).
    A correction is offered only where the plain word fits as it stands and nothing is quoted, as *ska* for
    *skall* (shall). All other words are told once, where they stand first. Terms of meetings and of law,
    such as *bordlägga* (to table), are no stiff words.

    Source: *Svarta listan* (Statsrådsberedningen, PM 2011:1); *Myndigheternas skrivregler* (Språkrådet,
    8th ed. 2014), section 1.4.

    Fails:

        Anteckningar möte 2027-02-05

        1. Statsbidrag
        Kommunerna erhåller bidraget i maj. Medlen skall redovisas innan utgången av året.

    Passes:

        Anteckningar möte 2027-02-05

        1. Statsbidrag
        Kommunerna får bidraget i maj. I detta avseende är allt klart.
    """
    if not subject.is_swedish:
        return
    stiff = subject.vocabulary.intersection(PLAIN_WORDS)
    phrases = [(pattern, plain) for words, pattern, plain in PLAIN_PHRASES if words in subject.lowered]
    told: set[int] = set()
    for where, text in _with_one_of(stiff, subject):
        for found in matches(_WORD, text, stiff):
            plain = PLAIN_WORDS[found[0].lower()]
            if plain.row not in told and _is_stiff(text, found):
                one = _simpler(where, text, found, plain)
                if one.instead is None:
                    told.add(plain.row)
                yield one
    for pattern, words in phrases:
        yield from _first(subject, pattern, words)


def _is_stiff(text: str, found: re.Match[str]) -> bool:
    """Not a name, nor another word that is written alike."""
    word, before = found[0], text[max(found.start() - 20, 0) : found.start()].rstrip().lower()
    if not word.islower() and before[-1:] not in ("", *".:?!”"):
        return False
    last = before.split()[-2:]
    return NOT_AFTER.get(word.lower(), frozenset()).isdisjoint((*last[-1:], " ".join(last)))


def _simpler(where: str, text: str, found: re.Match[str], plain: Plain) -> Told:
    words = plain.words if found[0].islower() else plain.words[0].upper() + plain.words[1:]
    is_safe = plain.is_safe and _QUOTES.isdisjoint(text)
    message = "”{stiff}” kan bytas mot enklare ord: {plain}."
    corrected = words if is_safe else None
    return tell_of(message, where, text, found.span(), corrected, stiff=found[0], plain=plain.words)


def _first(subject: Subject, pattern: re.Pattern[str], words: str) -> Iterator[Told]:
    for where, text in subject.passages:
        found = pattern.search(text)
        if found is not None:
            yield _simpler(where, text, found, Plain(0, words))
            return


LANGUAGE_RULES = (abbreviation_slip, abbreviation_form, plain_words, *TYPING_RULES)
