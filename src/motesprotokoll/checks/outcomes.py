"""Rules about what comes of decisions and proposals: MP405 to MP408. They stand among `decisions`."""

import re
from collections.abc import Callable, Iterator

from motesprotokoll.checks.rules import FORMAL, HELD, Told, rule, tell
from motesprotokoll.checks.subject import WITH_TEXT, Subject
from motesprotokoll.findings import Severity
from motesprotokoll.model import (
    Decision,
    Found,
    Outcome,
    Paragraph,
    Schedule,
    Section,
    Table,
    Unread,
)
from motesprotokoll.model.text import links_of, shortened
from motesprotokoll.swedish import find_dates
from motesprotokoll.vocabulary import SWEDISH, Topic

_SHOWN = 80
_WORD = re.compile(r"\w+")

_ROUTINE = frozenset({Outcome.NOTED, Outcome.TABLED, Outcome.REFERRED_BACK, Outcome.WITHDRAWN})
"""Outcomes that many matters of one meeting share, in the same words."""

_MATTERS = """
    informationen rapporten rapporterna redovisningen ärendet frågan förslaget förslagen skrivelsen
    protokollet protokollen dagordningen föredragningslistan motionen ansökan punkten anmälan yttrandet
    beslutet planen budgeten paragrafen valet remissen underlaget presentationen medborgarförslaget
    den det de detta förslag
"""
_OF_ITS_MATTER = frozenset(_MATTERS.split())
"""Words by which a decision means the matter of its own item: elsewhere they make another decision."""

_TELLING = 5
"""A decision of fewer words is likely to be worded alike for two matters."""

_LISTS = re.compile(
    r"(?i)^[\W\d]*+(?:sammanfattning|beslutslista|beslutslogg|beslut|fattade beslut|"
    r"beslut i korthet|besluten i korthet|mötets beslut|dagens beslut)\b(?! om\b)"
)
"""Headings below which the decisions of a meeting are listed once more."""

_ONLY_REFERS = re.compile(
    r"(?i)(?:[^.:]{0,60}\b(?:beslutar|beslutade|beslöt|beslutades|godkänner|godkände|antar|antog|fastställer|"
    r"fastställde) (?:enhälligt |att besluta )?)?(?:i enlighet med|enligt) (?:\w+ ){0,2}"
    r"(?:förslag|förslaget|förslagen|underlag|underlaget|skrivelsen|yrkandet|ovan|ovanstående)[.]?"
)
"""A decision that says nothing but that a proposal was carried."""

_PROPOSING = re.compile(r"(?i)försla|föresl|yrka|alternativ|motion|underlag|anbud|offert")
"""Words of a text that tells what was proposed."""

_UNTIL_WHEN = re.compile(
    r"(?i)\b(?:tills|till dess|i väntan på|till efter|innan|före|inför|nästa|kommande|nästkommande|"
    r"återkommer|tas upp|framtiden|vid ett senare)\b"
)
"""Words by which a text says when a matter comes back."""

_SENT_BACK_FOR = re.compile(
    r"(?i)\båterremi\w* (?:\w+ ){0,3}?(?:till|för|med|eftersom|då|i syfte|enligt|så att)\b"
)
"""What follows on sending back: to whom, or what for."""
_WHAT_FOR = re.compile(r"(?i)\b(?:komplettera\w*|utred\w*|bered\w*|ta fram|redovisa)\b")

_PROPOSED = re.compile(r"(?i)försla|föresl|yrka|^att ")
"""Words of a paragraph that is itself a proposal."""

_MOVES = re.compile(r"(?<!\w)\((?:[A-ZÅÄÖ]{1,4}|-)\) yrkar ")
"""Somebody with a party who moves something, in running text."""

_PROPOSALS = ("förslag", "yrkande")
"""Beginnings of the labels below which proposals stand."""


@rule(
    "MP405",
    "decision-twice",
    title="Samma beslut två gånger",
    advice="Stryk det ena. Är det två olika beslut, skriv vad som skiljer dem.",
    kinds=HELD,
)
def decision_twice(subject: Subject) -> Iterator[Told]:
    """The same decision, word for word, in two places.

    Mostly text was copied and not changed. Whoever counts or follows up the decisions gets one too many, or
    looks for the one that the second was to be.

    Words that fit many matters, such as *Informationen läggs till handlingarna* ("the information is filed"),
    may stand below each of them, and a list of all decisions at the end of the minutes may repeat them.

    Fails:

        Roddklubben Viken
        Protokoll 5 februari 2027

        Närvarande: Ida Ek, Bo Alm

        1. Båthuset
        Styrelsen beslutade att måla båthuset rött i sommar.

        2. Bryggan
        Styrelsen beslutade att måla båthuset rött i sommar.

    Passes:

        Roddklubben Viken
        Protokoll 5 februari 2027

        Närvarande: Ida Ek, Bo Alm

        1. Båthuset
        Styrelsen beslutade att lägga rapporten till handlingarna.

        2. Bryggan
        Styrelsen beslutade att lägga rapporten till handlingarna.
    """
    seen: dict[str, Found] = {}
    for found in subject.blocks:
        block = found.block
        if not isinstance(block, Decision):
            continue
        told = " ".join((block.text, *block.clauses))
        words = _WORD.findall(told.casefold())
        first = seen.setdefault(" ".join(words), found)
        if first is not found and _is_repeated(block, words, first, found):
            message = "Samma beslut står redan tidigare i dokumentet: ”{text}”."
            excerpt = block.text or block.clauses[0]
            yield tell(message, found.place, excerpt=excerpt, text=shortened(told, _SHOWN))


def _is_repeated(decision: Decision, words: list[str], first: Found, found: Found) -> bool:
    if len(words) < _TELLING:
        return False
    if first.items[-1:] == found.items[-1:] and first.headings == found.headings:
        return True
    if any(_LISTS.match(heading) for heading in (*first.headings, *found.headings)):
        return False
    return decision.outcome not in _ROUTINE and _OF_ITS_MATTER.isdisjoint(words)


@rule(
    "MP406",
    "decision-only-refers",
    title="Beslut som bara hänvisar",
    advice="Skriv ut vad som beslutades, eller skriv förslaget ovanför beslutet.",
    kinds=HELD,
)
def decision_only_refers(subject: Subject) -> Iterator[Told]:
    """A decision *enligt förslag* ("as proposed") where the proposal stands nowhere.

    Those who were there know what was proposed; those who read the minutes do not, and they are for whom
    minutes are written. Plain-language guidance asks for decisions in full sentences (Språkrådet,
    Klarspråkstestet).

    It is told only where nothing in the item looks like the proposal: no text that speaks of one, no table,
    no link and no attachment.

    Fails:

        Roddklubben Viken
        Protokoll 5 februari 2027

        Närvarande: Ida Ek, Bo Alm

        1. Årsavgift
        Kassören gick igenom ekonomin.
        Beslut: Enligt förslag.

    Passes:

        Roddklubben Viken
        Protokoll 5 februari 2027

        Närvarande: Ida Ek, Bo Alm

        1. Årsavgift
        Kassören föreslog en avgift på 300 kronor.
        Beslut: Enligt förslag.
    """
    for matter in subject.matters:
        asked = [found for found in matter if _only_refers(found)]
        if asked and not any(map(_may_propose, matter)):
            for found in asked:
                message = "Beslutet hänvisar till något som inte står under punkten: ”{text}”."
                text = _words_of(found)[0]
                yield tell(message, found.place, excerpt=text, text=shortened(text, _SHOWN))


def _only_refers(found: Found) -> bool:
    block = found.block
    return isinstance(block, Decision) and not block.clauses and bool(_ONLY_REFERS.fullmatch(block.text))


def _may_propose(found: Found) -> bool:
    """Whether something in an item may be what a decision refers to."""
    block = found.block
    if any(item.attachments for item in found.items):
        return True
    if isinstance(block, Section):
        return block.label.casefold().startswith(_PROPOSALS)
    if isinstance(block, Table | Schedule):
        return True
    if not isinstance(block, WITH_TEXT) or _only_refers(found):
        return False
    return _PROPOSING.search(block.text) is not None or next(links_of(block.content), None) is not None


@rule(
    "MP407",
    "outcome-without-consequence",
    title="Uppskjutet utan att det står till när",
    advice="Skriv till vilket möte ärendet skjuts upp, eller till vem det återremitteras och varför.",
    severity=Severity.NOTE,
    kinds=HELD,
)
def outcome_without_consequence(subject: Subject) -> Iterator[Told]:
    """A matter that was put off or sent back, and no word of what is to happen.

    *Bordläggs* ("is tabled") without a time, and the matter is forgotten. *Återremitteras* ("is referred
    back") without saying to whom or what for, and nobody knows what to add; in municipal assemblies the
    reasons must be given (kommunallagen 2017:725, chapter 5, section 50).

    Fails:

        Roddklubben Viken
        Protokoll 5 februari 2027

        Närvarande: Ida Ek, Bo Alm

        1. Ny båt
        Ida visade tre anbud. Ärendet bordläggs.

    Passes:

        Roddklubben Viken
        Protokoll 5 februari 2027

        Närvarande: Ida Ek, Bo Alm

        1. Ny båt
        Ida visade tre anbud. Ärendet bordläggs till nästa möte.

        2. Stadgar
        Ärendet återremitteras till stadgegruppen.
    """
    for matter in subject.matters:
        for found in _with_outcome(matter, Outcome.TABLED, _says_when_behind):
            message = "Det står inte till när ärendet skjuts upp."
            yield tell(message, found.place, excerpt=_words_of(found)[0])
        for found in _with_outcome(matter, Outcome.REFERRED_BACK, _says_what_for):
            message = "Det står inte till vem ärendet återremitteras, eller varför."
            yield tell(message, found.place, excerpt=_words_of(found)[0])


def _with_outcome(
    matter: tuple[Found, ...], outcome: Outcome, told: Callable[[tuple[Found, ...]], int]
) -> tuple[Found, ...]:
    """The decisions of that *outcome* behind the place to which the *matter* has *told* what comes of it."""
    places = [
        at
        for at, found in enumerate(matter)
        if isinstance(found.block, Decision) and found.block.outcome is outcome
    ]
    last = told(matter) if places else 0
    return tuple(matter[at] for at in places if at > last)


def _says_when_behind(matter: tuple[Found, ...]) -> int:
    """The place of the last block that says until when: what stands before a decision tells of other days."""
    telling = (at for at, found in enumerate(matter) if any(map(_says_when, _words_of(found))))
    return max(telling, default=-1)


def _says_what_for(matter: tuple[Found, ...]) -> int:
    """The last place, if anything in the matter, be it a proposal, says to whom it goes back or what for."""
    texts = [text for found in matter for text in _words_of(found)]
    told = any(_SENT_BACK_FOR.search(text) for text in texts)
    clauses = (found.block.clauses for found in matter if isinstance(found.block, Decision))
    told = told or any(_WHAT_FOR.search(text) for group in clauses for text in group)
    return len(matter) if told else -1


def _says_when(text: str) -> bool:
    return _UNTIL_WHEN.search(text) is not None or bool(SWEDISH.until.search(text)) or bool(find_dates(text))


def _words_of(found: Found) -> tuple[str, ...]:
    """The texts of a block: of a decision those of its clauses, too."""
    block = found.block
    if isinstance(block, Decision):
        return tuple(text for text in (block.text, *block.clauses) if text)
    return (block.text,) if isinstance(block, WITH_TEXT) else ()


@rule(
    "MP408",
    "proposal-without-outcome",
    title="Yrkande eller förslag utan beslut",
    advice="Skriv vad som beslutades, eller att förslaget drogs tillbaka.",
    kinds=FORMAL,
)
def proposal_without_outcome(subject: Subject) -> Iterator[Told]:
    """An item of a formal protocol that tells what was proposed, and not what was decided.

    The Local Government Act asks that the minutes tell, for every matter, which proposals and motions were
    made and not withdrawn, and which decisions were made (kommunallagen 2017:725, chapter 5, section 67).

    Fails:

        Miljönämnden
        Sammanträdesprotokoll 5 februari 2027

        § 4 Delårsrapport
        Beslut
        Miljönämnden godkänner delårsrapporten.

        § 5 Bullervall vid Lärkan
        Yrkanden
        Nadja Rask (C) yrkar avslag på ansökan.

    Passes:

        Miljönämnden
        Sammanträdesprotokoll 5 februari 2027

        § 4 Delårsrapport
        Beslut
        Miljönämnden godkänner delårsrapporten.

        § 5 Bullervall vid Lärkan
        Yrkanden
        Nadja Rask (C) yrkar avslag på ansökan.
        Beslut
        Miljönämnden avslår ansökan.
    """
    if not subject.is_formal or not subject.decisions:
        return
    for matter in subject.matters:
        proposal = next((found for found in matter if _is_proposal(found)), None)
        if proposal is not None and not any(map(_is_outcome, matter)):
            label = _label_of(proposal)
            message = "Under ”{label}” står ett förslag, men inget beslut."
            if not label:
                message = "Här står ett yrkande, men inget beslut."
            yield tell(message, proposal.place, label=label)


def _is_proposal(found: Found) -> bool:
    """Whether somebody moves something in a block, or it is a section of what was proposed, to its end: the
    last words below a label may be the decision, if no label of its own stands above it."""
    block = found.block
    if isinstance(block, Paragraph):
        return _MOVES.search(block.text) is not None
    if not isinstance(block, Section) or not block.label.casefold().startswith(_PROPOSALS) or not block.body:
        return False
    last = block.body[-1]
    return len(block.body) == 1 or not isinstance(last, Paragraph) or bool(_PROPOSED.search(last.text))


def _label_of(found: Found) -> str:
    return found.block.label if isinstance(found.block, Section) else ""


def _is_outcome(found: Found) -> bool:
    """Whether a block is a decision, or tells outside of what was proposed what came of the matter."""
    block = found.block
    if isinstance(block, Decision):
        return True
    if isinstance(block, Section):
        label = SWEDISH.label_of(block.label)
        return label is not None and label.topic is Topic.DECISION
    if any(heading.casefold().startswith(SWEDISH.no_decisions) for heading in found.headings):
        return False
    if isinstance(block, Paragraph) and _is_proposal(found):
        return False  # "yrkar avslag" has the words of an outcome
    return isinstance(block, Paragraph | Unread) and SWEDISH.outcome_of(block.text) is not None


OUTCOME_RULES = (decision_twice, decision_only_refers, outcome_without_consequence, proposal_without_outcome)
