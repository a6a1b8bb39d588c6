"""Sentences of running text."""

import re

from motesprotokoll.swedish.words import ABBREVIATIONS

_END = re.compile(r"[.!?…][)\]\"'”’»]*+ ")
_OPENERS = "([\"'”’»“«–-"
_LONGEST_ABBREVIATION = 12
_MOST_PARTS = 3  # "fr. o. m."


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
    words = _last_words(text, start, end.start())
    # An abbreviation may be written in parts: "t. ex."
    if any(f"{''.join(words[place:])}.".lower() in ABBREVIATIONS for place in range(len(words))):
        return False
    word = words[-1]
    if len(word) == 1 and word.isupper():
        return False
    return not (word.isdigit() and end.start() - start == len(word))


def _last_words(text: str, start: int, end: int) -> list[str]:
    """What stands before *end*, the last word and those before it that end with a stop; only as much as an
    abbreviation may be long."""
    words = text[max(start, end - _LONGEST_ABBREVIATION) : end].split(" ")[-_MOST_PARTS:]
    first = len(words) - 1
    while first and words[first - 1].endswith("."):
        first -= 1
    return [words[first].lstrip(_OPENERS), *words[first + 1 :]]
