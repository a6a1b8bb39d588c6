"""Which characters fonts can show, read out of their files, so that no page ever shows a box for a word.

Ours are Noto Sans (four faces) with Noto Sans Symbols 2 and Noto Sans Math behind it, for arrows, ticks and
boxes; all under the SIL Open Font License, which stands beside them. What Typst itself brings is not used: a
newer Typst may bring something else, and the same document would look different.
"""

import re
import struct
import unicodedata
from collections.abc import Iterable, Iterator
from pathlib import Path

import attrs

from motesprotokoll.errors import RenderError, ThemeError

FOLDER = Path(__file__).parent / "fonts"
FAMILIES = ("Noto Sans", "Noto Sans Symbols2", "Noto Sans Math")
_FILES = (
    tuple(f"NotoSans-{face}.ttf" for face in ("Regular", "Bold", "Italic", "BoldItalic")),
    ("NotoSansSymbols2-Regular.ttf",),
    ("NotoSansMath-Regular.ttf",),
)
_LARGEST_FONT = 50_000_000
_MOST_GROUPS = 100_000
_CONTROLS = frozenset([*range(0x20), *range(0x7F, 0xA0)])
"""Fonts may have a shape for them; no document has a use for it, and PDF/A forbids some."""
_AROUND = 24
_MOST_NAMED = 5

Range = tuple[int, int]
"""The first and the last of neighbouring code points."""


@attrs.frozen
class Coverage:
    """The characters that some fonts can show, the first before the next."""

    _points: frozenset[int] = attrs.field(repr=False)
    _missing: re.Pattern[str] = attrs.field(init=False, repr=False, eq=False)

    @_missing.default
    def _compiled(self) -> re.Pattern[str]:
        ranges = "".join(rf"\U{first:08x}-\U{last:08x}" for first, last in _ranges(self._points))
        return re.compile(f"[^{ranges}]" if ranges else "(?s:.)")

    def check(self, strings: Iterable[str]) -> None:
        """Refuse what would be a box on the page.

        Raises:
            RenderError: A character has no shape in any of the fonts. It is named, with the words around it.
        """
        places = [(text, place) for text in strings for place in self._misses(text)]
        if not places:
            return
        text, place = places[0]
        others = dict.fromkeys(text[place] for text, place in places)
        del others[text[place]]
        more = f", nor have they {', '.join(map(_named, [*others][:_MOST_NAMED]))}" if others else ""
        around = text[max(0, place - _AROUND) : place + _AROUND]
        raise RenderError(
            f"no font has the character {_named(text[place])} in {around!r}{more}",
            None,
            "replace it, or give a theme whose font_files have it",
        )

    def _misses(self, text: str) -> Iterator[int]:
        for found in self._missing.finditer(text):
            # A letter that a font lacks is put together from its parts where the font has them.
            parts = unicodedata.normalize("NFD", found[0])
            if parts == found[0] or any(ord(part) not in self._points for part in parts):
                yield found.start()


def _named(sign: str) -> str:
    name = unicodedata.name(sign, "")
    return f"{sign!r} (U+{ord(sign):04X}{' ' if name else ''}{name})"


def _ranges(points: Iterable[int]) -> Iterator[Range]:
    first = last = None
    for point in sorted(points):
        if first is None or last is None:
            first = last = point
        elif point == last + 1:
            last = point
        else:
            yield first, last
            first = last = point
    if first is not None and last is not None:
        yield first, last


def own_points() -> frozenset[int]:
    """What our own fonts can show."""
    return points_of([[FOLDER / name for name in names] for names in _FILES])


def points_of(families: Iterable[Iterable[Path]]) -> frozenset[int]:
    """What families can show, each given by the files of its faces: a word may stand in any face.

    Raises:
        ThemeError: A file is no font, or cannot be read.
    """
    return frozenset[int]().union(*(_in_every_face(faces) for faces in families)) - _CONTROLS


def _in_every_face(faces: Iterable[Path]) -> frozenset[int]:
    first, *others = map(points_in, faces)
    return first.intersection(*others)


# -------------------------------------------------------------------------------- font files


def points_in(path: Path) -> frozenset[int]:
    """The code points that the font in one file has a shape for.

    Source: OpenType 1.9, "cmap", formats 4 and 12, which every font for current systems has.

    Raises:
        ThemeError: It is no font, or cannot be read.
    """
    try:
        with path.open("rb") as file:
            data = file.read(_LARGEST_FONT + 1)
    except OSError as error:
        raise ThemeError(f"the font cannot be read: {error.strerror}", path.name) from error
    try:
        if len(data) <= _LARGEST_FONT:
            return frozenset(_points(data))
    except (struct.error, IndexError):
        pass
    raise ThemeError("this is no font that can be used", path.name, "a .ttf or .otf file of at most 50 MB")


def _points(data: bytes) -> set[int]:
    at = _table(data, b"cmap")
    points: set[int] = set()
    (count,) = struct.unpack_from(">2xH", data, at)
    offsets = {struct.unpack_from(">4xI", data, at + 4 + 8 * place)[0] for place in range(count)}
    for offset in sorted(offsets):
        start = at + offset
        (kind,) = struct.unpack_from(">H", data, start)
        if kind == 4:
            points.update(_of_format_4(data, start))
        elif kind == 12:
            points.update(_of_format_12(data, start))
    return points


def _table(data: bytes, tag: bytes) -> int:
    if data[:4] not in (b"\x00\x01\x00\x00", b"OTTO", b"true"):
        raise IndexError
    (count,) = struct.unpack_from(">4xH", data)
    for place in range(count):
        name, offset = struct.unpack_from(">4s4xI", data, 12 + 16 * place)
        if name == tag:
            return int(offset)
    raise IndexError


def _of_format_4(data: bytes, start: int) -> Iterator[int]:
    """Segments of the first 65,536 code points, each with a distance to its glyphs or a list of them."""
    count = struct.unpack_from(">6xH", data, start)[0] // 2
    arrays = [start + 14, *(start + 16 + 2 * count * place for place in (1, 2, 3))]
    ends, starts, deltas, offsets = (struct.unpack_from(f">{count}H", data, place) for place in arrays)
    seen = 0
    for place in range(count):
        seen += max(0, ends[place] - starts[place] + 1)
        if seen > 2 * 0x10000:
            raise IndexError
        for point in range(starts[place], min(ends[place], 0xFFFE) + 1):
            glyph = point
            if offsets[place]:
                here = arrays[3] + 2 * place + offsets[place] + 2 * (point - starts[place])
                (glyph,) = struct.unpack_from(">H", data, here)
                if not glyph:
                    continue
            if (glyph + deltas[place]) & 0xFFFF:
                yield point


def _of_format_12(data: bytes, start: int) -> Iterator[int]:
    """Groups of neighbouring code points whose glyphs are neighbours, too."""
    (count,) = struct.unpack_from(">12xI", data, start)
    if count > _MOST_GROUPS:
        raise IndexError
    seen = 0
    for place in range(count):
        first, last, glyph = struct.unpack_from(">III", data, start + 16 + 12 * place)
        seen += max(0, last - first + 1)
        if seen > 0x110000:
            raise IndexError
        yield from range(first + (glyph == 0), min(last, 0x10FFFF) + 1)
