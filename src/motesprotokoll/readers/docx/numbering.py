"""The numbers and bullets that Word shows in front of paragraphs. They stand nowhere: Word counts."""

from collections.abc import Mapping

import attrs

from motesprotokoll.readers.docx.symbols import shown
from motesprotokoll.readers.docx.values import number_in, value_of
from motesprotokoll.word_package import Element, is_on, w

LEVELS = 9
BULLET = "•"
_MOST_LETTERS = 26 * 30
_ROMAN = (
    *((1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l")),
    *((40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i")),
)
_LARGEST_ROMAN = 3_999
_MOST_LINKS = 5
"""How often a list may refer to another by its style."""


def number_in_format(value: int, form: str) -> str:
    """*value* as a list shows it.

    Source: ISO/IEC 29500-1, 17.18.59, ST_NumberFormat. Formats that no minutes use are shown as figures.

    >>> number_in_format(28, "lowerLetter"), number_in_format(14, "upperRoman")
    ('bb', 'XIV')
    """
    if form.endswith("Letter") and 0 < value <= _MOST_LETTERS:
        letters = chr(ord("a") + (value - 1) % 26) * ((value - 1) // 26 + 1)
        return letters.upper() if form.startswith("upper") else letters
    if form.endswith("Roman") and 0 < value <= _LARGEST_ROMAN:
        roman = ""
        for worth, sign in _ROMAN:
            roman += sign * (value // worth)
            value %= worth
        return roman.upper() if form.startswith("upper") else roman
    if form == "decimalZero":
        return f"{value:02}"
    return "" if form == "none" else str(value)


@attrs.frozen(kw_only=True)
class Level:
    """One level of a list."""

    format: str = "decimal"
    text: str = ""
    """The text around the numbers: ``%1.%2``."""
    start: int = 1
    font: str = ""
    restart: int | None = None
    """The level, from 1, whose next number makes this one begin anew; 0: never, ``None``: any above."""
    is_legal: bool = False
    """Whether all numbers are shown as figures."""
    style: str | None = None
    """The paragraph style that has this level."""


@attrs.frozen
class ListOf:
    """A list: the levels that all paragraphs with its number have."""

    key: str
    """The abstract list, whose count is one for all that refer to it."""
    levels: Mapping[int, Level]
    restarts: Mapping[int, int]
    """Where this list begins anew, and with which number."""
    name: str = ""
    overridden: Mapping[int, Level] = attrs.Factory(dict)
    """The levels that this number itself defines."""


@attrs.define(eq=False)
class Numbering:
    """All lists of a document, and how far each is counted."""

    _numbers: Mapping[str, Element]
    _abstract: Mapping[str, Element]
    _by_style: Mapping[str, str]
    _levels: dict[str, dict[int, Level]] = attrs.Factory(dict)
    _lists: dict[str, ListOf | None] = attrs.Factory(dict)
    _counts: dict[str, list[int | None]] = attrs.Factory(dict)
    _begun: set[str] = attrs.Factory(set)

    @property
    def names(self) -> frozenset[str]:
        """The names of all abstract lists."""
        return frozenset(value_of(one.find(w("name"))) or "" for one in self._abstract.values())

    def list_of(self, number: str | None) -> ListOf | None:
        """The list that paragraphs with a number are in; ``None`` where they are in none."""
        if number is None or number == "0":
            return None
        if number not in self._lists:
            self._lists[number] = self._read(number)
        return self._lists[number]

    def level_of(self, number: str | None, said: int, style_id: str) -> int:
        """The level of a paragraph: the one that its list keeps for its style, else the one that it says."""
        found = self.list_of(number)
        for level, one in found.levels.items() if found is not None and style_id else ():
            if one.style == style_id:
                return level
        return min(max(said, 0), LEVELS - 1)

    def next_sign(self, number: str | None, level: int) -> str:
        """The sign of the next paragraph of a list at a level, counted from 0; empty where none is shown."""
        found = self.list_of(number)
        if found is None:
            return ""
        counts = self._counts.setdefault(found.key, [None] * LEVELS)
        if number is not None and number not in self._begun:
            self._begun.add(number)
            for place, start in found.restarts.items():
                counts[place] = start - 1
        self._count(counts, level, found)
        return self._shown(found, level, counts)

    @staticmethod
    def _count(counts: list[int | None], level: int, found: ListOf) -> None:
        for place in range(level):
            if counts[place] is None:
                counts[place] = found.levels.get(place, _PLAIN).start
        last = counts[level]
        counts[level] = found.levels.get(level, _PLAIN).start if last is None else last + 1
        for place in range(level + 1, LEVELS):
            restart = found.levels.get(place, _PLAIN).restart
            if restart is None or restart > level:
                counts[place] = None

    @staticmethod
    def _shown(found: ListOf, level: int, counts: list[int | None]) -> str:
        here = found.levels.get(level, _PLAIN)
        if here.format == "bullet":
            return shown(here.font, here.text) or BULLET
        parts = [here.text] if "%" not in here.text else here.text.split("%")
        sign = parts[0]
        for part in parts[1:]:
            place = ord(part[0]) - ord("1") if part else -1
            if not 0 <= place < LEVELS:
                sign += f"%{part}"
                continue
            form = found.levels.get(place, _PLAIN).format
            value = counts[place]
            shown_as = "decimal" if here.is_legal and form != "none" else form
            sign += ("" if value is None else number_in_format(value, shown_as)) + part[1:]
        return sign

    def _read(self, number: str) -> ListOf | None:
        element = self._numbers.get(number)
        if element is None:
            return None
        key = value_of(element.find(w("abstractNumId"))) or ""
        abstract = self._linked(self._abstract.get(key))
        if abstract is None:
            return None
        key = abstract.get(w("abstractNumId")) or key
        if key not in self._levels:
            every = (level for one in abstract.iterfind(w("lvl")) for level in _level(one))
            self._levels[key] = dict(every)
        levels = self._levels[key]
        restarts: dict[int, int] = {}
        overridden: dict[int, Level] = {}
        for override in element.iterfind(w("lvlOverride")):
            place = number_in(override.get(w("ilvl")))
            if place is None or not 0 <= place < LEVELS:
                continue
            start = number_in(value_of(override.find(w("startOverride"))))
            for one in override.iterfind(w("lvl")):
                overridden.update((place, level) for _, level in _level(one))
            if start is not None:
                restarts[place] = start
            elif place in overridden:
                restarts[place] = overridden[place].start
        name = value_of(abstract.find(w("name"))) or ""
        return ListOf(key, {**levels, **overridden}, restarts, name, overridden)

    def _linked(self, abstract: Element | None) -> Element | None:
        """The list that *abstract* is, where it only refers to the style of another."""
        for _ in range(_MOST_LINKS):
            link = None if abstract is None else value_of(abstract.find(w("numStyleLink")))
            if link is None:
                return abstract
            abstract = self._abstract.get(self._by_style.get(link, ""))
        return None


_PLAIN = Level()


def _level(element: Element) -> list[tuple[int, Level]]:
    """A level and its place; nothing if it is at none."""
    place = number_in(element.get(w("ilvl")))
    if place is None or not 0 <= place < LEVELS:
        return []
    fonts = element.find(f"{w('rPr')}/{w('rFonts')}")
    start = number_in(value_of(element.find(w("start"))))
    form = element.find(w("numFmt"))
    if form is None:
        form = next(iter(element.iter(w("numFmt"))), None)  # a choice of formats
    level = Level(
        format=value_of(form) or "decimal",
        text=value_of(element.find(w("lvlText"))) or "",
        start=1 if start is None else start,
        font="" if fonts is None else fonts.get(w("ascii")) or fonts.get(w("hAnsi")) or "",
        restart=number_in(value_of(element.find(w("lvlRestart")))),
        is_legal=is_on(element.find(w("isLgl"))) is True,
        style=value_of(element.find(w("pStyle"))),
    )
    return [(place, level)]


def numbering_in(root: Element | None) -> Numbering:
    """The lists of the part ``numbering.xml``, ``None`` if the document has none."""
    if root is None:
        return Numbering({}, {}, {})
    numbers = {one.get(w("numId")) or "": one for one in root.iterfind(w("num"))}
    abstract = {one.get(w("abstractNumId")) or "": one for one in root.iterfind(w("abstractNum"))}
    by_style = {
        style: key
        for key, one in abstract.items()
        if (style := value_of(one.find(w("styleLink")))) is not None
    }
    return Numbering(numbers, abstract, by_style)
