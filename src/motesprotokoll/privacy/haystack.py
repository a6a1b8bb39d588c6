"""The texts that some bytes may be read as, and whether one says what was taken away."""

import html
import re
import unicodedata
from collections.abc import Callable, Iterator
from functools import cache, cached_property

from motesprotokoll.messages import LANGUAGES, translate
from motesprotokoll.privacy.masks import PERSON
from motesprotokoll.privacy.names import folded
from motesprotokoll.privacy.removed import Removal
from motesprotokoll.privacy.streams import Stream
from motesprotokoll.swedish import IDENTITY_NUMBERS, PersonalData
from motesprotokoll.wording import LABELS, NOTES

_FOLD = re.compile(r"\r?\n[ \t]")
_TAG = re.compile("<[^<>]*+>")
_JSON = re.compile(r"\\u([0-9A-Fa-f]{4})")
_PERCENT = re.compile("(?:%[0-9A-Fa-f][0-9A-Fa-f])++")
_ESCAPE = re.compile(r"\\(?=[!-/:-@\[-`{-~])")
_BETWEEN_FIGURES = re.compile(r"(?<=[0-9])[ ()/+._:-]{1,3}(?=[0-9])")
_BETWEEN_NAMES = "._+'’-"
_DASH = re.compile("[\u2010-\u2015\u2043\u2212\ufe58\ufe63\uff0d]")
_INVISIBLE = re.compile("[\u00ad\u034f\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff]")
_MOST_VIEWS = 16
_LONG_NUMBER = 9
"""Figures without what stands between them are looked for from so many on: fewer stand in any file."""
_SHORTEST_NUMBER = 6
_SHORTEST_IN_BINARY = 6
_WIDE = re.compile(rb"(?:[ -\xff]\x00){3}|(?:\x00[ -\xff]){3}", re.DOTALL)
"""Three signs of UTF-16 below U+0100 in a row: every name, number and address that is looked for has them."""
_NUMBERS = IDENTITY_NUMBERS | {PersonalData.TELEPHONE}


def texts_of(stream: Stream) -> Iterator[str]:
    """*stream* in each encoding that it may be in."""
    if stream.text is not None:
        yield stream.text
        return
    data = stream.data
    try:
        yield data.decode("utf-8")
    except UnicodeDecodeError:
        yield data.decode("utf-8", "replace")
        yield data.decode("latin-1")
    if _WIDE.search(data) is not None:
        for encoding in ("utf-16-le", "utf-16-be"):
            yield data.decode(encoding, "replace")
            yield data[1:].decode(encoding, "replace")


def views_of(text: str) -> list[str]:
    """*text*, and what it says unfolded, without tags, and with what is escaped or encoded in it decoded."""
    found = [text]
    for view in found:  # what is decoded may hold more
        for decode in _DECODERS:
            decoded = decode(view)
            if len(found) < _MOST_VIEWS and decoded not in found:
                found.append(decoded)
    return found


def _from_percent(text: str) -> str:
    return _PERCENT.sub(
        lambda match: bytes.fromhex(match.group().replace("%", "")).decode("utf-8", "replace"), text
    )


_DECODERS: tuple[Callable[[str], str], ...] = (
    lambda text: _FOLD.sub("", text) if "\n" in text else text,
    lambda text: html.unescape(text) if "&" in text else text,
    lambda text: _JSON.sub(lambda match: chr(int(match[1], 16)), text) if "\\u" in text else text,
    lambda text: _from_percent(text) if "%" in text else text,
    lambda text: _TAG.sub("", text) if "<" in text else text,
)


class Haystack:
    """A text in the forms in which it is searched, each made when it is asked for."""

    def __init__(self, text: str) -> None:
        self.text = plain(text)

    @cached_property
    def folded(self) -> str:
        """Without capitals."""
        return self.text.casefold()

    @cached_property
    def closed(self) -> str:
        """Without white space: a value may be broken over lines."""
        return self.folded.replace(" ", "")

    @cached_property
    def names(self) -> str:
        """Without capitals, accents and what stands between the words of a name: ``ida-ek``, ``Ida_Ek``."""
        return _spaced(folded(self.text))

    @cached_property
    def figures(self) -> str:
        """Without what stands between figures."""
        return _BETWEEN_FIGURES.sub("", self.text)


def _spaced(name: str) -> str:
    for sign in _BETWEEN_NAMES:  # much faster than a table of signs
        name = name.replace(sign, " ")
    return " ".join(name.split())


def plain(text: str) -> str:
    """*text* with one dash, one space between words, nothing invisible and no sign escaped."""
    if not text.isascii():
        if not unicodedata.is_normalized("NFKC", text):
            text = unicodedata.normalize("NFKC", text)
        text = _INVISIBLE.sub("", _DASH.sub("-", text))
    return " ".join((_ESCAPE.sub("", text) if "\\" in text else text).split())


class Needle:
    """A string that was taken away, as it is looked for."""

    def __init__(self, removal: Removal) -> None:
        self.kind = removal.kind
        self._exact = removal.exact
        self._text = plain(removal.text)
        self._folded = self._text.casefold()
        self._name = _spaced(folded(self._text))
        self._closed = self._folded.replace(" ", "")
        digits = "".join(filter(str.isdecimal, self._text))
        self._digits = digits[-10:] if self.kind in IDENTITY_NUMBERS else _national(digits)
        self._is_number = self.kind in _NUMBERS

    @property
    def is_sought(self) -> bool:
        """Whether it can be told from what stands in any file: not a number of five figures, nor a label."""
        if self._is_number and len(self._digits) < _SHORTEST_NUMBER:
            return False
        return bool(self._text) and not (self._exact and self._folded in own_words())

    def is_in(self, hay: Haystack, *, binary: bool) -> bool:
        """Whether *hay* says it. In what is *binary*, short words turn up by chance."""
        if binary and len(self._text) < _SHORTEST_IN_BINARY:
            return False
        if self._exact:
            return _stands(self._text, hay.text, letters=True)
        if self.kind == PERSON:
            return _stands(self._name, hay.names, letters=True)
        if _stands(self._folded, hay.folded) or _stands(self._closed, hay.closed):
            return True
        is_long = self._is_number and len(self._digits) >= _LONG_NUMBER and not binary
        return is_long and self._digits in hay.figures


def _national(digits: str) -> str:
    """The figures of a telephone number that all its forms share."""
    for prefix in ("00460", "0046", "460", "46", "0"):
        if digits.startswith(prefix) and len(digits) - len(prefix) >= _SHORTEST_NUMBER:
            return digits[len(prefix) :]
    return digits


def _stands(text: str, hay: str, *, letters: bool = False) -> bool:
    """Whether *text* stands in *hay* as a word or number of its own; a name may be in the genitive."""
    place = hay.find(text)
    while place >= 0:
        before, after = hay[place - 1 : place], hay[place + len(text) : place + len(text) + 2]
        if not _goes_on(text[0], before, letters) and (
            not _goes_on(text[-1], after[:1], letters)
            or (letters and after[:1] == "s" and not after[1:].isalpha())
        ):
            return True
        place = hay.find(text, place + 1)
    return False


def _goes_on(edge: str, beside: str, letters: bool) -> bool:
    if edge.isdecimal():
        return beside.isdecimal()
    return letters and edge.isalpha() and beside.isalpha()


@cache
def own_words() -> frozenset[str]:
    """The words of labels that every document of ours holds: a first name such as Dag is no proof there."""
    labels = (
        translate(label, language) for label in (*LABELS.values(), *NOTES.values()) for language in LANGUAGES
    )
    return frozenset(word.casefold() for label in labels for word in label.split(" "))
