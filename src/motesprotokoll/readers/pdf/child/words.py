"""The words of a page, where they stand, and what they look like."""

import ctypes
import re
from collections.abc import Iterable, Iterator
from itertools import repeat
from math import hypot
from typing import Any

from .calls import Calls, address
from .places import Shown, tenths

_HYPHEN = "\ufffe"
"""What pdfium gives for a hyphen at the end of a line: a word ends there."""
_ARTIFACT = "Artifact\0".encode("utf-16-le")
_MOST_MARKS = 4
_INVISIBLE = 3
_STROKED = 2
_FORCE_BOLD = 1 << 18
_BOLD_WEIGHT = 600
_BOLD_NAME = re.compile(r"(?i)bold|black|heavy|semibold|demi(?!tri)")
_ITALIC_NAME = re.compile(r"(?i)italic|oblique")


class TooMuchError(Exception):
    """The document has more of something than the question allows."""


class Words:
    """The words of the pages: their text, where they stand, and what they look like.

    Words with the same piece were written by one operator, as a line of running text mostly is. So they have
    one style.
    """

    def __init__(self, calls: Calls, most: int, *, tagged: bool) -> None:
        self.calls = calls
        self.most = most
        self.tagged = tagged
        self.count = 0
        self.rows = bytearray()
        """For each word four numbers: where it begins, its baseline, where it ends, and its piece."""
        self.marked: list[int] = []
        """For each piece of the last page the number by which the page's tags speak of it."""
        self._styles: dict[tuple[int, ...], int] = {}
        self._looks: dict[tuple[object, ...], int] = {}
        self._fonts: dict[int | None, tuple[bool, bool]] = {}
        self._name, self._needed = (ctypes.c_ushort * 32)(), ctypes.c_ulong()
        self._into = ctypes.addressof(self._name), ctypes.sizeof(self._name), ctypes.addressof(self._needed)

    @property
    def styles(self) -> list[tuple[int, ...]]:
        """The size of each style, in tenths of a point; whether it is bold, italic, hidden, an artifact."""
        return [*self._styles]

    def of_page(self, page: Any, shown: Shown) -> tuple[str, list[int]]:
        """The words of one page in the order of its content, and the style of each piece.

        Raises:
            TooMuchError: With these there are more words than are allowed.
        """
        pdfium = self.calls.pdfium
        self.marked = []
        self._fonts.clear()  # the same address may be another font on another page
        self._looks.clear()
        sheet = pdfium.FPDFText_LoadPage(page)
        if not sheet:
            return "", []
        try:
            where = ctypes.c_void_p(address(sheet))
            text, signs = self._text(sheet, where)
            words = text.replace(_HYPHEN, f"{_HYPHEN} ").split()
            self.count += len(words)
            if self.count > self.most:
                raise TooMuchError("words")
            pieces = self._placed(where, _spans(text, words, signs), shown)
            return " ".join(words), self._styles_of(where, pieces)
        finally:
            pdfium.FPDFText_ClosePage(sheet)

    def _text(self, sheet: Any, where: ctypes.c_void_p) -> tuple[str, list[int] | None]:
        """The text of a page, and for each sign its place among pdfium's where that is another."""
        pdfium = self.calls.pdfium
        count = pdfium.FPDFText_CountChars(sheet)
        if count <= 0:
            return "", None
        buffer = (ctypes.c_ushort * (count + 1))()
        written = pdfium.FPDFText_GetText(sheet, 0, count, buffer) - 1
        try:
            text = bytes(buffer)[: 2 * max(written, 0)].decode("utf-16-le")
        except UnicodeDecodeError:  # half a sign
            text = ""
        if len(text) == count:
            return text, None
        codes = zip(map(self.calls.code_at, repeat(where), range(count)), range(count), strict=True)
        signs = [(_HYPHEN if code == 2 else _sign(code), place) for code, place in codes if code]
        return "".join(sign for sign, _ in signs), [place for _, place in signs]

    def _placed(
        self, sheet: ctypes.c_void_p, spans: Iterable[tuple[int, int]], shown: Shown
    ) -> list[tuple[int | None, int]]:
        """Note where the words at *spans* stand; the pieces that they are of, each with its first place."""
        # Thousands of words go through here. So what pdfium writes of each is passed on as it stands.
        object_at, origin_at, box_at = self.calls.object_at, self.calls.origin_at, self.calls.box_at
        row, box = (ctypes.c_double * 4)(), (ctypes.c_double * 3)()
        to_x, to_y, to_right = [ctypes.byref(row, 8 * one) for one in range(3)]
        to_left, to_bottom, to_top = [ctypes.byref(box, 8 * one) for one in range(3)]
        rows, turned = self.rows, shown.turned
        known: dict[int | None, int] = {}
        pieces: list[tuple[int | None, int]] = []
        before: int | None = -1
        for first, last in spans:
            thing = object_at(sheet, first)
            if thing != before:
                before = thing
                if thing not in known:
                    known[thing] = len(pieces)
                    pieces.append((thing, first))
                row[3] = known[thing]
            origin_at(sheet, first, to_x, to_y)
            box_at(sheet, last, to_left, to_right, to_bottom, to_top)
            if turned:
                row[0], row[1], row[2] = shown.upright(row[0], row[1], (box[0], box[1]), (row[2], box[2]))
            rows += row
        return pieces

    def _styles_of(self, sheet: ctypes.c_void_p, pieces: Iterable[tuple[int | None, int]]) -> list[int]:
        """The number of the style of each of *pieces*."""
        calls, tagged, looks, marked = self.calls, self.tagged, self._looks, self.marked
        matrix = (ctypes.c_float * 6)()
        to_matrix = ctypes.byref(matrix)
        found = []
        for thing, first in pieces:
            size, mode, font, mark, artifact = 0, 0, None, -1, False
            if thing:
                calls.matrix_at(sheet, first, to_matrix)
                size = tenths(calls.size_at(sheet, first) * hypot(matrix[2], matrix[3]))
                mode, font = calls.mode_of(thing), calls.font_of(thing)
                if tagged:
                    mark = calls.marked_as(thing)
                    artifact = mark < 0 and self._is_artifact(thing)
            marked.append(mark)
            look = size, mode, font, artifact
            if look not in looks:
                looks[look] = self._style(*look)
            found.append(looks[look])
        return found

    def _style(self, size: int, mode: int, font: int | None, artifact: bool) -> int:
        if font not in self._fonts:
            self._fonts[font] = self._weight_and_slant(font)
        bold, italic = self._fonts[font]
        style = (size, int(bold or mode == _STROKED), int(italic), int(mode == _INVISIBLE), int(artifact))
        return self._styles.setdefault(style, len(self._styles))

    def _weight_and_slant(self, font: int | None) -> tuple[bool, bool]:
        """Whether *font* is bold, and whether it is italic."""
        if not font:
            return False, False
        calls = self.calls
        buffer = ctypes.create_string_buffer(200)
        calls.name_in(font, buffer, 199)
        name = buffer.value.decode("latin-1")
        bold = (
            calls.weight_of(font) >= _BOLD_WEIGHT
            or calls.flags_of(font) & _FORCE_BOLD != 0
            or _BOLD_NAME.search(name) is not None
        )
        return bold, _ITALIC_NAME.search(name) is not None

    def _is_artifact(self, thing: int) -> bool:
        """Whether a tagged document says that this is none of its words: a running header, a page mark."""
        calls = self.calls
        for number in range(min(calls.marks_of(thing), _MOST_MARKS)):
            mark = calls.mark_of(thing, number)
            calls.name_of(mark, *self._into)
            if self._needed.value == len(_ARTIFACT) and bytes(self._name).startswith(_ARTIFACT):
                return True
        return False


def _spans(text: str, words: Iterable[str], signs: list[int] | None) -> Iterator[tuple[int, int]]:
    """The places of the first and last sign of each of the *words* of *text*."""
    end = 0
    for word in words:
        start = text.find(word, end)
        end = start + len(word)
        yield (start, end - 1) if signs is None else (signs[start], signs[end - 1])


def _sign(code: int) -> str:
    return chr(code) if 0 < code < 0x110000 else "\ufffd"
