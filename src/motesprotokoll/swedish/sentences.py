"""Sentences of running text."""

import re

from motesprotokoll.swedish.words import ABBREVIATIONS

_END = re.compile(r"[.!?…][)\]\"'”’»]*+ ")
_OPENERS = "([\"'”’»“«–-"


def split_sentences(text: str, /) -> tuple[str, ...]:
    """The sentences of *text*; joined with one space they are the text again, sign by sign.

    A sentence ends with a stop, question or exclamation mark before a space and a capital letter or a figure:
    never after an abbreviation, a single capital letter (an initial), or a number that stands alone (the mark
    of an item).

    >>> split_sentences("Mötet börjar kl. 9. Bl.a. budgeten tas upp.")
    ('Mötet börjar kl. 9.', 'Bl.a. budgeten tas upp.')
    """
    sentences = []
    start = 0
    for end in _END.finditer(text):
        if _begins_sentence(text, end.end()) and _ends_sentence(text, start, end):
            sentences.append(text[start : end.end() - 1])
            start = end.end()
    return (*sentences, text[start:])


def _begins_sentence(text: str, place: int) -> bool:
    following = text[place : place + 3].lstrip(_OPENERS)[:1]
    return following.isupper() or following.isdigit()


def _ends_sentence(text: str, start: int, end: "re.Match[str]") -> bool:
    if text[end.start()] != ".":
        return True
    word = _last_word(text, start, end.start())
    if f"{word.lower()}." in ABBREVIATIONS:
        return False
    if len(word) == 1 and word.isupper():
        return False
    return not (word.isdigit() and end.start() - start == len(word))


def _last_word(text: str, start: int, end: int) -> str:
    """What stands between the last space and *end*; only as much as an abbreviation may be long."""
    return text[max(start, end - 12) : end].rsplit(" ", 1)[-1].lstrip(_OPENERS)
