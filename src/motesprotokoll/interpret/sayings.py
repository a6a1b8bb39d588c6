"""Running text becomes paragraphs, and what its sentences decide or put on somebody."""

import re

import attrs

from motesprotokoll.interpret.actions import action_in, begins_action, stated_action
from motesprotokoll.interpret.decisions import decision_in, stated_decision
from motesprotokoll.interpret.desk import Desk
from motesprotokoll.interpret.edges import STOPS
from motesprotokoll.model import Block, Inline, Link, Paragraph
from motesprotokoll.swedish import split_sentences
from motesprotokoll.vocabulary import Topic, label_key

_LINK = re.compile(r"\[([^\[\]]{1,300})\]\((https?://[^\s()]{1,2000})\)|(https?://[^\s<>()\"”]{1,2000})")

_LAST_SIGNS = ".,;:!?"


def sayings_in(text: str, desk: Desk, line: int) -> list[Block]:
    """*text* cut at the borders of its sentences into paragraphs, own decisions and actions."""
    if not text:
        return []
    if ":" in text and (found := desk.words.stated.search(text)) is not None:
        return _labelled(text, found, desk, line)
    if not _hints(text, desk):
        return [Paragraph(linked(text))]
    blocks: list[Block] = []
    plain: list[str] = []
    sentences = [part for sentence in _sentences(text) for part in _clauses_of(sentence, desk)]
    for sentence in sentences:
        block = _said(sentence, desk, line) if _hints(sentence, desk) else None
        if block is None:
            plain.append(sentence)
            continue
        if plain:
            blocks.append(Paragraph(linked(" ".join(plain))))
            plain = []
        blocks.append(block)
    if plain:
        blocks.append(Paragraph(linked(" ".join(plain))))
    return blocks


def _labelled(text: str, found: "re.Match[str]", desk: Desk, line: int) -> list[Block]:
    """``… Beslut: vi köper båten.``: what stands behind the label, to the end, and what stood before."""
    before, said = text[: found.start()].strip(), text[found.end() :]
    blocks = sayings_in(before, desk, line)
    label = desk.words.label_of(found[2])
    if label_key(said) in desk.words.nothing:
        return [*blocks, Paragraph(linked(text[found.start() :]))]
    desk.label(found[1], line)
    if label is not None and label.topic is Topic.ACTIONS:
        return [*blocks, stated_action(said, desk, line)]
    decision = stated_decision(said, [], desk)
    return [*blocks, attrs.evolve(decision, content=linked(said))]


def _said(sentence: str, desk: Desk, line: int) -> Block | None:
    """The decision or the action that *sentence* is, if it is one."""
    decision = decision_in(sentence, desk)
    if decision is not None:
        shown = sentence if len(sentence) <= 60 else f"{sentence[:59]}…"
        desk.note("decision.recognised", "Läst som ett beslut: ”{text}”", line, text=shown)
        return attrs.evolve(decision, content=linked(sentence))
    action = action_in(sentence, desk, line)
    return attrs.evolve(action, content=linked(action.text)) if action is not None else None


def _sentences(text: str) -> list[str]:
    """The sentences of *text*; an @ before a name begins one, too."""
    sentences = []
    for sentence in split_sentences(text):
        start = 0
        while (place := sentence.find(" @", start)) > 0 and sentence[:place].endswith(STOPS):
            sentences.append(sentence[start:place])
            start = place + 1
        sentences.append(sentence[start:])
    return sentences


def _clauses_of(sentence: str, desk: Desk) -> list[str]:
    """*sentence*, cut before a clause that tells who does what: ``I maj, Ida återkommer med dag.``"""
    for sign in (", ", " – ", " - "):
        ahead, _, clause = sentence.rpartition(sign)
        if ahead and begins_action(ahead, clause, desk):
            return [f"{ahead}{sign.rstrip()}", clause]
    return [sentence]


def _hints(text: str, desk: Desk) -> bool:
    """Whether *text* may hold a decision or an action: a cheap test that is never wrong when it says no."""
    folded = text.casefold()
    return (
        desk.words.sayings.hint(folded)
        or "@" in text
        or ")" in text
        or not desk.first_names.keys().isdisjoint(word.rstrip(":,") for word in folded.split(" "))
    )


def linked(text: str) -> tuple[Inline, ...] | str:
    """*text* with its web addresses as links."""
    if "http" not in text:
        return text
    pieces: list[Inline] = []
    last = 0
    for match in _LINK.finditer(text):
        shown, url = match[1], match[2]
        end = match.end()
        if shown is None:
            url = match[3].rstrip(_LAST_SIGNS)
            end = match.start() + len(url)
            shown = url
        if not shown.strip():
            continue
        pieces += [text[last : match.start()], Link(shown, url)]
        last = end
    return (*pieces, text[last:])
