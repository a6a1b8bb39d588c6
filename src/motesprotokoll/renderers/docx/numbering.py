"""The lists of a Word file: a multilevel numbering, one that counts, and a number for each sign of a list."""

from collections.abc import Iterator, Sequence
from zlib import crc32

import attrs

from motesprotokoll import word
from motesprotokoll.outline import Entry
from motesprotokoll.renderers.docx.markup import attribute

_PLAIN = word.Sign("bullet")
_COUNTED = ("decimal", "lowerLetter")
_LEVELS = range(word.LAST_LEVEL + 1)


def _level(level: int, sign: word.Sign) -> str:
    left = word.indent_of(level + 1)
    return (
        f'<w:lvl w:ilvl="{level}"><w:start w:val="{sign.number}"/><w:numFmt w:val="{sign.format}"/>'
        f'<w:lvlText w:val="{attribute(sign.level_text(level))}"/><w:lvlJc w:val="left"/>'
        f'<w:pPr><w:ind w:left="{left}" w:hanging="{word.STEP}"/></w:pPr></w:lvl>'
    )


def abstract_numberings(number: int) -> str:
    """The numbering that our lists use, with the id *number*, and that of lists that count, with the next."""
    signs = [word.Sign("bullet", word.OWN_SIGNS[level % len(word.OWN_SIGNS)], 1) for level in _LEVELS]
    plain = _abstract(number, word.NUMBERING_NAME, signs)
    return plain + _abstract(number + 1, word.COUNTED_NAME, [word.Sign("decimal", "", 1, ".")] * len(_LEVELS))


def _abstract(number: int, name: str, signs: Sequence[word.Sign]) -> str:
    levels = "".join(map(_level, _LEVELS, signs))
    return (
        f'<w:abstractNum w:abstractNumId="{number}"><w:nsid w:val="{crc32(name.encode()):08X}"/>'
        f'<w:multiLevelType w:val="multilevel"/><w:tmpl w:val="{crc32(name[::-1].encode()):08X}"/>'
        f'<w:name w:val="{name}"/>{levels}</w:abstractNum>'
    )


@attrs.define
class Numbers:
    """The numbers that a document needs, handed out while its text is written."""

    abstract: int = 0
    """The id of the abstract numbering; that of lists that count has the next."""
    first: int = 1
    """The id of the number without any override."""
    _made: list[str] = attrs.field(factory=list, init=False)
    _fixed: dict[tuple[int, word.Sign], int] = attrs.field(factory=dict, init=False)

    def of(self, entries: Sequence[Entry], level: int) -> Iterator[tuple[int, str]]:
        """For each entry of one list the number, and the sign where it has to stand as text."""
        # At the last level, lists in each other would count each other's entries.
        alone = level >= word.LAST_LEVEL
        level = min(level, word.LAST_LEVEL)
        last, number = _PLAIN, 0
        for entry in entries:
            if entry.marker is None:
                last, number = _PLAIN, self.first
                yield number, ""
                continue
            sign = word.sign_of(entry.marker)
            if not sign.number and sign.format not in _COUNTED:
                last, number = _PLAIN, self._fixed_number(sign, level)
            elif alone or sign != attrs.evolve(last, number=last.number + 1):
                last, number = sign, self._number(sign, level)
            else:
                last = sign
            yield number, entry.marker if sign.format == "none" else ""

    def _fixed_number(self, sign: word.Sign, level: int) -> int:
        found = self._fixed.get((level, sign))
        if found is None:
            found = self._fixed[level, sign] = self._number(sign, level)
        return found

    def _number(self, sign: word.Sign, level: int) -> int:
        number = self.first + len(self._made) + 1
        abstract = self.abstract + (sign.format in _COUNTED)
        self._made.append(
            f'<w:num w:numId="{number}"><w:abstractNumId w:val="{abstract}"/>'
            f'<w:lvlOverride w:ilvl="{level}"><w:startOverride w:val="{sign.number}"/>'
            f"{_level(level, sign)}</w:lvlOverride></w:num>"
        )
        return number

    def xml(self) -> str:
        """All numbers, the plain one first."""
        plain = f'<w:num w:numId="{self.first}"><w:abstractNumId w:val="{self.abstract}"/></w:num>'
        return "".join((plain, *self._made))
