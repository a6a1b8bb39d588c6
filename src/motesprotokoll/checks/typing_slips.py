"""Rules about how a text was typed: MP704 to MP708, of the family of the language."""

import re
from collections.abc import Iterator
from itertools import chain, pairwise
from operator import eq

from motesprotokoll.checks.excerpts import matches, tell_of
from motesprotokoll.checks.rules import Told, rule, tell
from motesprotokoll.checks.subject import Subject
from motesprotokoll.findings import Severity
from motesprotokoll.swedish.sentences import split_sentences

_PAIR = re.compile(r"(?<![\w-])([^\W\d_]{2,}+) \1(?![\w-])", re.IGNORECASE)
_TWICE = """
    att och en ett samt eller men inte ej av enligt mellan utan inom mot genom hos eftersom vi jag ni hon
    denna detta dessa sig sin sitt sina vår vårt våra deras också redan
"""
_NEVER_TWICE = frozenset(_TWICE.split())
_NOUNS = ("förslaget", "ärendet", "avtalet", "budgeten", "gruppen", "planen", "skolan", "uppdraget")
_NOUN_ENDINGS = (
    "ningen",
    "tionen",
    "heten",
    "mötet",
    "nämnden",
    "styrelsen",
    "kommunen",
    "arna",
    "orna",
    *_NOUNS,
)

_LONG_SENTENCE = 40
_MOST_COMMAS = 6
_SHOWN = 6
"""How many words of a long sentence are shown."""

_BLANKS = frozenset({"xx", "xxx", "xxxx", "xxxxx", "todo", "tbd", "lorem", "nn", "klicka", "fel", "error"})
_UNFINISHED = re.compile(
    r"\b(?:xx+|XXX+|TODO|TBD|NN|[Ll]orem ipsum)\b|(?<!\S)\?{2,}"
    r"|\[(?:[Ff]yll i|[Aa]nge|[Ss]kriv|[Ii]nfoga)\b[^\[\]]{0,80}\]"
    r"|\[(?:[Nn]amn|[Dd]atum|[Kk]lockslag|[Tt]id|[Pp]lats|[Tt]ext|[Rr]ubrik|[Bb]elopp)\]"
    r"|Klicka (?:eller tryck )?här för att ange \w+"
    r"|Fel! (?:Hittar inte referenskälla|Bokmärket är inte definierat)"
    r"|Error! (?:Reference source not found|Bookmark not defined)"
)
_NOBODY = frozenset({"NN", "N.N.", "N N", "Xxx", "XXX", "xxx", "Förnamn Efternamn", "???"})

_BEFORE_SIGN = re.compile(r"[^\W\d_]++ [,;.!?](?!\S)")
_AFTER_STOP = re.compile(r"\.[A-ZÅÄÖ](?=[a-zåäö])")
_STOP_AND_LETTER = re.compile(r"\.[a-zåäö]")
_AFTER_COMMA = re.compile(r",(?=[^\W\d_]{2})")
_ADDRESS_SIGNS = frozenset("@/:\\_=<>#0123456789")
_ENDS_OF_NAMES = frozenset({"js", "net", "com", "se", "nu", "org", "io", "eu"})
"""What follows a stop within the names of sites and software: "Node.Js"."""

_SLASHED = re.compile(
    r"\b(?:och/eller|eller/och|han/hon|hon/han|hans/hennes|hennes/hans|honom/henne)\b", re.IGNORECASE
)


@rule(
    "MP704",
    "double-word",
    title="Samma ord två gånger i rad",
    advice="Stryk det ena ordet.",
)
def double_word(subject: Subject) -> Iterator[Told]:
    """A word that was typed twice: "att att" (that that).

    It is left over when a sentence was rewritten, and readers stop there. Many Swedish words may rightly
    stand twice in a row (*de medel vi har har ökat*, the funds we have have grown), so the rule knows some
    words that never do, and endings of nouns.

    Fails:

        Anteckningar möte 2027-02-05

        1. Budget
        Nätverket tycker att att frågan behöver tas upp igen.

    Passes:

        Anteckningar möte 2027-02-05

        1. Budget
        Det är så så där. De medel vi har har ökat.
    """
    words = subject.words
    if not any(map(eq, words, words[1:])):
        return
    pairs = {f"{one} {one}" for one, other in pairwise(words) if one == other and _is_never_twice(one)}
    for where, text in subject.passages if pairs and subject.is_swedish else ():
        lowered = text.lower()
        if any(pair in lowered for pair in pairs):
            yield from _doubled(where, text)


def _is_never_twice(word: str) -> bool:
    return word in _NEVER_TWICE or word.endswith(_NOUN_ENDINGS)


def _doubled(where: str, text: str) -> Iterator[Told]:
    for found in matches(_PAIR, text):
        if _is_never_twice(found[1].lower()) and found[0][len(found[1]) + 1 :].islower():
            message = "Ordet ”{word}” står två gånger i rad."
            yield tell_of(message, where, text, found.span(), found[1], word=found[1].lower())


@rule(
    "MP705",
    "long-sentence",
    title="Mycket lång mening",
    advice="Dela meningen i två eller fler, eller gör en lista av den.",
    severity=Severity.NOTE,
)
def long_sentence(subject: Subject) -> Iterator[Told]:
    """A sentence of more than forty words that is no list of names or things.

    Who has come to its end has forgotten how it began. *Myndigheternas skrivregler* (Språkrådet, 8th ed.
    2014, section 1.3) asks for sentences that are easy to read; most are well below twenty-five words.

    Fails:

        Anteckningar möte 2027-02-05

        1. Lokaler
        När utredningen om de lokaler som kommunerna hyr av bolagen är klar och har gått ut på
        remiss till dem som berörs av den ska gruppen som arbetar med frågan återkomma till
        nätverket med ett förslag om hur hyrorna kan delas mellan dem.

    Passes:

        Anteckningar möte 2027-02-05

        1. Lokaler
        Utredningen om lokaler går ut på remiss i maj. Sedan återkommer gruppen med ett förslag.
    """
    for where, text in subject.texts:
        if text.count(" ") < _LONG_SENTENCE:
            continue
        start = 0
        for sentence in split_sentences(text):
            count = len(sentence.split())
            if count > _LONG_SENTENCE and sentence.count(",") + sentence.count(";") <= _MOST_COMMAS:
                end = start + len(" ".join(sentence.split(" ", _SHOWN)[:_SHOWN]))
                message = "Meningen som börjar ”{beginning} …” har {count} ord."
                yield tell_of(message, where, text, (start, end), beginning=text[start:end], count=count)
            start += len(sentence) + 1


@rule(
    "MP706",
    "unfinished-text",
    title="Något är inte ifyllt",
    advice="Fyll i det som saknas, eller stryk det.",
)
def unfinished_text(subject: Subject) -> Iterator[Told]:
    """Something that was to be filled in later: "xxx", "???", "TODO", "[fyll i]", a template's own words.

    Whoever wrote it knew what belonged there; whoever reads the minutes does not. The rule also tells of
    what Word leaves behind: *Klicka här för att ange text* (click here to enter text) and *Fel! Hittar inte
    referenskälla* (error: reference source not found).

    Fails:

        Anteckningar möte 2027-02-05

        1. Budget
        Kostnaden är xxx kronor. [Fyll i vem som betalar]

    Passes:

        Anteckningar möte 2027-02-05

        1. Budget
        Varför blev det så dyrt??? Kostnaden är 400 kronor [exklusive moms].
    """
    asked = not subject.vocabulary.isdisjoint(_BLANKS)
    for where, text in subject.passages:
        for found in matches(_UNFINISHED, text) if asked or "??" in text or "[" in text else ():
            yield tell_of("”{words}” ska fyllas i eller strykas.", where, text, found.span(), words=found[0])
    for where, one in subject.people:
        if one.name in _NOBODY:
            yield tell("”{words}” ska fyllas i eller strykas.", where, excerpt=one.name, words=one.name)


@rule(
    "MP707",
    "spacing",
    title="Mellanslag fattas eller är för mycket",
    advice="Sätt inget mellanslag före ett skiljetecken, och ett efter.",
    severity=Severity.NOTE,
)
def spacing(subject: Subject) -> Iterator[Told]:
    """A space before a comma or a full stop, or none after it.

    It is a slip of the fingers, often where two texts were put together. Addresses, names of files and
    figures are left alone.

    Source: *Myndigheternas skrivregler* (Språkrådet, 8th ed. 2014), on punctuation.

    Fails:

        Anteckningar möte 2027-02-05

        1. Lokaler
        Biblioteket är klart .Skolan dröjer ,men inte länge.

        2. Budget
        Den är klar.Nästa år blir svårt.

    Passes:

        Anteckningar möte 2027-02-05

        1. Lokaler
        Underlaget finns på www.Exempel.se och i budget.Utkast.docx. Det kostar 1,5 miljoner, sades det.
    """
    if any(one in subject.lowered for one in (" ,", " .", " ;", " !", " ?")):
        for where, text in subject.passages:
            yield from _too_much(where, text)
    if _STOP_AND_LETTER.search(subject.lowered) or _AFTER_COMMA.search(subject.lowered):
        for where, text in subject.passages:
            yield from _too_little(where, text)


def _too_much(where: str, text: str) -> Iterator[Told]:
    for found in matches(_BEFORE_SIGN, text):
        word, _, sign = found[0].partition(" ")
        message = "Före ”{sign}” ska inte stå något mellanslag: ”{words}”."
        yield tell_of(message, where, text, found.span(), f"{word}{sign}", sign=sign, words=found[0])


def _too_little(where: str, text: str) -> Iterator[Told]:
    for found in chain(matches(_AFTER_STOP, text), matches(_AFTER_COMMA, text)):
        span = _lacking(text, found.start())
        if span is not None:
            start, end = span
            right = f"{text[start : found.start() + 1]} {text[found.start() + 1 : end]}"
            message = "Efter ”{sign}” fattas ett mellanslag: ”{words}”."
            yield tell_of(message, where, text, span, right, sign=found[0][0], words=text[start:end])


def _lacking(text: str, place: int) -> tuple[int, int] | None:
    """The two words at either side of the sign at *place*, if they are words of sentences."""
    start, end = text.rfind(" ", 0, place) + 1, text.find(" ", place)
    end = len(text) if end < 0 else end
    token = text[start:end]
    left, right = token[: place - start].lstrip('(”"'), re.split(r"\W", token[place - start + 1 :])[0]
    if not _ADDRESS_SIGNS.isdisjoint(token) or token.rstrip('.)”"').count(".") > 1:
        return None
    is_stop = text[place] == "."
    if is_stop and (len(left) < 3 or not left.islower() or right.lower() in _ENDS_OF_NAMES):
        return None
    return (start, end) if left.isalpha() and right.isalpha() and len(left) > 1 else None


@rule(
    "MP708",
    "words-with-a-slash",
    title="Ord med snedstreck",
    advice="Skriv ”eller” i stället för ”och/eller”, och ”hen” eller ”de” i stället för ”han/hon”.",
    severity=Severity.NOTE,
    default=False,
)
def words_with_a_slash(subject: Subject) -> Iterator[Told]:
    """Two words with a slash between: "och/eller" (and/or), "han/hon" (he/she).

    One of the two nearly always says enough, and a slash is hard to read aloud. It is a matter of taste, so
    the rule is used only where somebody selects it.

    Fails:

        Anteckningar möte 2027-02-05

        1. Kurs
        Chefen anmäler sig till nätverket och/eller kommunen, när han/hon har tid.

    Passes:

        Anteckningar möte 2027-02-05

        1. Kurs
        Chefen anmäler sig till nätverket eller kommunen. Kursen ges läsåret 2027/28.
    """
    for where, text in subject.passages:
        for found in matches(_SLASHED, text) if "/" in text else ():
            message = "”{words}” kan skrivas utan snedstreck."
            yield tell_of(message, where, text, found.span(), words=found[0])


TYPING_RULES = (double_word, long_sentence, unfinished_text, spacing, words_with_a_slash)
