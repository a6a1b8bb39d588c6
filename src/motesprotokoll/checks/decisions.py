"""Rules about how decisions are written: MP401 to MP404. Those about what comes of them: `outcomes`."""

import re
from collections.abc import Iterable, Iterator

from motesprotokoll.checks.outcomes import OUTCOME_RULES
from motesprotokoll.checks.rules import FORMAL, HELD, Told, rule, tell
from motesprotokoll.checks.subject import Subject
from motesprotokoll.findings import Severity
from motesprotokoll.interpret.decisions import decision_in
from motesprotokoll.interpret.desk import Desk
from motesprotokoll.limits import DEFAULT_LIMITS
from motesprotokoll.model import Basis, Decision, Found, Meeting, Paragraph, Unread
from motesprotokoll.model.text import shortened
from motesprotokoll.swedish import split_sentences
from motesprotokoll.vocabulary import SWEDISH, Sign, Topic

_SHOWN = 80

_IMPERSONAL = re.compile(
    r"""(?ix)
    (?: \b(?:det|då|så|därefter|vidare)\ )?
    \b(?:
        (?:beslutades|beslutas|beslöts|bestämdes|klubbades)(?:\ det)?
      | beslut\ fattades | beslut\ fattas | fattades\ beslut | fattas\ beslut
      | man\ (?:beslutade|beslutar|beslöt|bestämde|enades) | (?:beslutade|beslöt|bestämde|enades)\ man
    )\b
    (?= (?:\ \w+){0,3}?\ (?:att|om)\b | [ :]*$ )
    """
)
"""To decide, with nobody who does: an impersonal passive, or *man* ("one").

Source: Språkrådet, Klarspråkstestet, on who acts in a text; phrases seen in Swedish minutes.
"""

_AGENT = re.compile(r"(?i)\b(?:av|inom|hos) \w")
"""Who does what a passive tells."""

_NO_BODY = frozenset({"alla"})
"""An own word of the vocabulary that names no body."""

_REFERENCES = ("föregående", "förra", "uppföljning", "tidigare", "bordlagd", "sammanfattning")
"""Words in a heading below which old decisions are told again."""

_TOLD_SECTIONS = (
    *SWEDISH.no_decisions,
    "bakgrund",
    "ärendebeskrivning",
    "sammanfattning",
    "protokollsanteck",
)
"""Beginnings of sections in which a decision is talked about and not taken."""

_EARLIER = re.compile(
    r"(?i)\d|\b(?:förra|föregående|tidigare|senaste|redan|fjol|våras|höstas|somras|vintras|januari|februari|"
    r"mars|april|maj|juni|juli|augusti|september|oktober|november|december)\b"
)
"""What is told between the one who decides and the decision, where it was taken at another time."""

_PLAIN_VERBS = re.compile(
    r"(?i)(?:fatta\w* )?beslut\w*|beslöt|besluter|spika\w*|ena(?:s|des) om|(?:är|var) eniga? om|"
    r"(?:kom|kommer|är|var) överens om|(?:är|var) ense om|bestäm\w*(?: att)?|klubba\w*|"
    r"ställ(?:er|de) sig bakom|godkän(?:ner|de)|fastställ(?:er|de)|antar|antog|bifaller|biföll|avslår|avslog|"
    r"bordläg\w+|bordlade|återremitter\w+"
)
"""The verbs of deciding that say nothing else: who *väljer* or *rekommenderar* may only tell something."""

_COORDINATED = re.compile(r"(?i)\b(?:och|men|så|varför) (?:därför |sedan |nu )?(\w+ )?$")
"""What stands before a verb of deciding that comes second in its sentence, with its subject."""

_SUBORDINATING = frozenset(
    {"eftersom", "då", "när", "om", "sedan", "efter", "trots", "medan", "innan", "för"}
)
"""Words that open a sentence whose main clause comes second."""


@rule(
    "MP401",
    "wordless-decision",
    title="Beslut utan text",
    advice="Skriv ut vad som beslutades.",
    severity=Severity.ERROR,
)
def wordless_decision(subject: Subject) -> Iterator[Told]:
    """A decision that does not say what was decided.

    The one thing that everybody looks for in minutes is missing. Mostly a place that was to be filled in
    later was forgotten: *XXX*, *fylls i senare* ("to be filled in later"). The Local Government Act asks for
    the decisions of every matter (kommunallagen 2017:725, chapter 5, section 67).

    Fails:

        Roddklubben Viken
        Protokoll 5 februari 2027

        Närvarande: Ida Ek, Bo Alm

        1. Båthuset
        Ida visade två anbud.
        Beslut: XXX

    Passes:

        Roddklubben Viken
        Protokoll 5 februari 2027

        Närvarande: Ida Ek, Bo Alm

        1. Båthuset
        Ida visade två anbud.
        Beslut: Styrelsen antar anbudet från Viks Bygg.
    """
    for where, decision in subject.decisions:
        if not any(map(_says_something, (decision.text, *decision.clauses))):
            yield tell("Beslutet saknar text.", where, excerpt=decision.text or None)


def _says_something(text: str) -> bool:
    return not SWEDISH.is_blank(text)


@rule(
    "MP402",
    "decision-without-subject",
    title="Beslut utan den som beslutar",
    advice="Skriv vem som beslutade: ”Nätverket beslutade att …” i stället för ”Det beslutades att …”.",
    kinds=HELD,
)
def decision_without_subject(subject: Subject) -> Iterator[Told]:
    """A decision that does not say who decided.

    *Det beslutades att …* ("it was decided that …") hides the one thing that gives a decision its force. In a
    list of decisions, or in an extract, nobody can see any more which body it was. The Administrative
    Procedure Act wants every written decision to say who made it (förvaltningslagen 2017:900, section 31);
    plain-language guidance (Språkrådet, Klarspråkstestet) wants the same of every sentence.

    It is a warning in a formal protocol and a note elsewhere. Passives that have a subject of their own, as
    *Ärendet bordläggs* ("the matter is tabled"), are not meant.

    Fails:

        Nätverket för hamnvakter
        Anteckningar 5 februari 2027

        Närvarande: Ida Ek, Bo Alm

        1. Skyltar
        Det beslutades att beställa tjugo nya skyltar.

    Passes:

        Nätverket för hamnvakter
        Anteckningar 5 februari 2027

        Närvarande: Ida Ek, Bo Alm

        1. Skyltar
        Nätverket beslutade att beställa tjugo nya skyltar. Frågan om belysning bordläggs till nästa möte.
    """
    severity = Severity.WARNING if subject.is_formal else Severity.NOTE
    for where, decision in subject.decisions:
        words = _impersonal(decision)
        if words is not None:
            message = "Det står inte vem som beslutade: ”{words}”."
            yield tell(message, where, severity=severity, excerpt=words, words=words)


def _impersonal(decision: Decision) -> str | None:
    """The words by which *decision* tells that something was decided, and by nobody."""
    found = _IMPERSONAL.search(decision.text)
    if found is None or decision.decided_by is not None:
        return None
    before, behind = decision.text[: found.start()], decision.text[found.end() :].partition(" att ")[0]
    if _AGENT.search(behind) or _names_body(before) or _names_body(behind) or _EARLIER.search(behind):
        return None
    return found.group()


def _names_body(text: str) -> bool:
    words = (word.strip('.,;:()”"').casefold() for word in text.split())
    return any(
        SWEDISH.ends_as_body(word) or (word in SWEDISH.own_words and word not in _NO_BODY) for word in words
    )


@rule(
    "MP403",
    "hidden-decision",
    title="Beslut gömt i löpande text",
    advice="Skriv beslutet för sig, på en egen rad eller efter ”Beslut:”, så att det går att hitta.",
    kinds=HELD,
)
def hidden_decision(subject: Subject) -> Iterator[Told]:
    """A decision that stands in running text, where nobody looks for it.

    Readers and lists of decisions go by what is marked as a decision. In the middle of a paragraph it is
    overlooked, and a year later nobody is sure that it was one.

    It is told where the meeting's own body, or nobody, *beslutar* ("decides") in a text that is not marked as
    a decision. It is a note where a decision comes second in its sentence: *Kartan är klar och vi enades om
    att publicera den* ("the map is finished and we agreed to publish it"). What another body decided, what
    was decided earlier and what somebody proposes is none.

    Fails:

        Kartgruppen i Vik
        Anteckningar 5 februari 2027

        Närvarande: Ida Ek, Bo Alm

        1. Kartan
        Kartan är klar och vi enades om att publicera den på webben.

    Fails:

        Kartgruppen i Vik
        Anteckningar 5 februari 2027
        ============================

        Slag: Anteckningar
        Datum: 2027-02-05

        1. Kartan
        ---------

        Ida visade kartan. Kartgruppen beslutade att publicera den. Bo bjöd på kaffe.

        Skrivet med motesprotokoll 1.

    Passes:

        Kartgruppen i Vik
        Anteckningar 5 februari 2027

        Närvarande: Ida Ek, Bo Alm

        1. Kartan
        Kommunstyrelsen beslutade i mars att bekosta kartan.
        Kartan är klar.
        Kartgruppen beslutade att publicera den.
    """
    yield from _second_in_sentence(subject)
    if subject.is_record and not subject.vocabulary.isdisjoint(_DECIDING):
        yield from _in_prose(subject)


_DECIDING = frozenset(
    max(cue.phrase.split(" "), key=len)
    for cue in SWEDISH.cues
    if cue.sign in (Sign.DECIDES, Sign.DECIDED) and _PLAIN_VERBS.match(cue.phrase)
)
"""Words of which one stands in every decision that is told."""


def _second_in_sentence(subject: Subject) -> Iterator[Told]:
    verbs = SWEDISH.signs(Sign.DECIDES)
    for where, decision in subject.decisions:
        text = decision.text
        if decision.basis is not Basis.RECOGNISED or decision.decided_by is None:
            continue
        active = verbs.find(text.casefold())
        verb = active or _IMPERSONAL.search(text)
        if verb is not None and _comes_second(text[: verb.start()], has_subject=active is not None):
            message = "Beslutet står inne i en mening som börjar med något annat: ”{text}”."
            shown = shortened(text, _SHOWN)
            yield tell(message, where, severity=Severity.NOTE, excerpt=text, text=shown)


def _comes_second(before: str, *, has_subject: bool) -> bool:
    """Whether a whole clause stands in *before*, the words before a verb of deciding and its subject."""
    lead = _COORDINATED.search(before)
    if lead is None or has_subject is not _names_body(lead[1] or ""):
        return False
    first = before[: lead.start()].casefold().split()
    return len(first) > 1 and first[0] not in _SUBORDINATING and not SWEDISH.finite.isdisjoint(first[1:])


def _in_prose(subject: Subject) -> Iterator[Told]:
    verbs = subject.vocabulary & _DECIDING
    known = {decision.text for _, decision in subject.decisions}
    desk = _desk_of(subject.meeting)
    for found in subject.blocks:
        if not isinstance(found.block, Paragraph | Unread):
            continue
        text = found.block.text.lower()
        if any(verb in text for verb in verbs) and _may_decide(found):
            for sentence in _decisions_in(found.block.text, desk):
                if sentence not in known:
                    shown = shortened(sentence, _SHOWN)
                    message = "Här står ett beslut i löpande text: ”{text}”."
                    yield tell(message, found.place, excerpt=sentence, text=shown)


def _may_decide(found: Found) -> bool:
    """Whether a decision in that place would be hidden: not in a table or below *Beslut*, and not where
    decisions are only talked about."""
    if found.place.steps[0] == "appendix" or "rows" in found.place.steps:
        return False
    for heading in found.headings:
        folded = heading.casefold()
        label = SWEDISH.label_of(heading)
        if label is not None and label.topic is Topic.DECISION:
            return False
        if folded.startswith(_TOLD_SECTIONS) or any(word in folded for word in _REFERENCES):
            return False
    return True


def _desk_of(meeting: Meeting) -> Desk:
    """A desk that knows whose minutes these are, so that others' decisions can be told from their own."""
    desk = Desk(SWEDISH, DEFAULT_LIMITS)
    network = meeting.network
    names = [meeting.title, meeting.kind_label]
    if network is not None:
        names += [network.name, network.short_name]
    desk.own = " ".join(name.casefold() for name in names if name)
    desk.is_named = network is not None
    return desk


def _decisions_in(text: str, desk: Desk) -> Iterable[str]:
    """The sentences of *text* by which the own body decides, now and in so many words."""
    for sentence in split_sentences(text):
        decision = decision_in(sentence, desk)
        if decision is None:
            continue
        verb = SWEDISH.signs(Sign.DECIDES).find(sentence.casefold()) if decision.decided_by else None
        verb = verb or _IMPERSONAL.search(sentence)
        if verb is None or not _PLAIN_VERBS.match(verb.group().removeprefix("det ").removeprefix("Det ")):
            continue
        around = sentence[: verb.start()] + sentence[verb.end() :].partition(" att ")[0]
        if not _EARLIER.search(around):
            yield sentence


@rule(
    "MP404",
    "decision-without-body",
    title="Beslut som inte nämner vem som beslutade",
    advice="Börja beslutet med organets namn: ”Kommunstyrelsen beslutar att …”.",
    severity=Severity.NOTE,
    kinds=FORMAL,
    default=False,
)
def decision_without_body(subject: Subject) -> Iterator[Told]:
    """A decision of a formal protocol that does not name the body that made it.

    An extract of the protocol is read alone, by somebody who does not see its first page. A written decision
    shall say who made it (förvaltningslagen 2017:900, section 31).

    It is a matter of the house's style, since the protocol as a whole does say it: so this rule is used only
    where somebody selects it. Decisions that say *det beslutades* ("it was decided") are told by MP402.

    Fails:

        Miljönämnden
        Sammanträdesprotokoll 5 februari 2027

        § 4 Delårsrapport
        Beslut
        Delårsrapporten godkänns.

    Passes:

        Miljönämnden
        Sammanträdesprotokoll 5 februari 2027

        § 4 Delårsrapport
        Beslut
        Miljönämnden beslutar att godkänna delårsrapporten.
    """
    for where, decision in subject.decisions if subject.is_formal else ():
        told = (decision.text, *decision.clauses)
        if decision.decided_by is None and not _impersonal(decision) and not any(map(_names_body, told)):
            excerpt = decision.text or decision.clauses[0]
            yield tell("Beslutet nämner inte vem som beslutade.", where, excerpt=excerpt)


DECISION_RULES = (
    wordless_decision,
    decision_without_subject,
    hidden_decision,
    decision_without_body,
    *OUTCOME_RULES,
)
