"""What runs in the child process: a PDF document comes in by a pipe, words and their places go out as JSON.

pdfium is a large program in C++ that reads whatever somebody sends. So it works in a process of its own that
may be killed, with a ceiling on its memory, that can open no file and no socket, and gives nothing but JSON.
This file is run by its path, with nothing of ours to import: it starts in a fraction of the time.

A question is four bytes that say how long its head is, the head (JSON: ``size`` of the document, ``pages``
and ``words`` allowed, ``carried``: the name of the attachment wanted and how many bytes of it, ``password``,
``seconds``), and the document. An answer is eight bytes that say how long it is, and JSON: ``{"error": …}``
or a document.

Lengths are in tenths of a point, from the upper left corner of the page as it is shown.
"""

import ctypes
import json
import os
import re
import signal
import struct
import sys
from array import array
from collections import deque
from collections.abc import Callable, Iterable, Sequence
from functools import partial
from itertools import repeat
from math import hypot
from typing import Any, BinaryIO, Literal

_TOKEN = re.compile("[^\\s\ufffe]+\ufffe?|\ufffe")
_MOST_LINKS = 5_000
_MOST_NAMES = 50
_LONGEST_NAME = 1_000
_LONGEST_ADDRESS = 4_000
_PASSWORD = 4
_URI, _LAUNCH = 3, 4
_MOST_BRANCHES = 50_000
_DEEPEST_BRANCH = 200
_ARTIFACT = "Artifact\0".encode("utf-16-le")
_MOST_MARKS = 4
_INVISIBLE = 3
_STROKED = 2
_FORCE_BOLD = 1 << 18
_BOLD_WEIGHT = 600
_BOLD_NAME = re.compile(r"(?i)bold|black|heavy|semibold|demi(?!tri)")
_LENGTHS = 6
"""How many lengths pdfium writes for a word: its origin, and the left, right, bottom and top of its end."""
_NO_WORDS: dict[str, object] = {"text": "", "left": [], "base": [], "right": [], "piece": [], "style": []}
_ITALIC_NAME = re.compile(r"(?i)italic|oblique")


class TooMuchError(Exception):
    """The document has more of something than the question allows."""


def _address(thing: Any) -> int:
    return ctypes.cast(thing, ctypes.c_void_p).value or 0


def _columns(kind: "Literal['f', 'd']", width: int, count: int) -> tuple["array[float]", list[range]]:
    """A buffer for *count* rows of *width* numbers; and for each column the addresses in it."""
    buffer = array(kind, bytes((4 if kind == "f" else 8) * width * count))
    start, step = buffer.buffer_info()[0], buffer.itemsize
    end = start + step * len(buffer)
    return buffer, [range(start + step * one, end, step * width) for one in range(width)]


class Calls:
    """The functions of pdfium that are asked for every word, prepared once: they take plain addresses.

    All others are taken from ``pdfium`` as they are.
    """

    def __init__(self, pdfium: Any) -> None:
        self.pdfium = pdfium
        thing, place, into = ctypes.c_void_p, ctypes.c_int, ctypes.c_void_p

        def quick(name: str, gives: Any, *takes: Any) -> Any:
            address = ctypes.cast(getattr(pdfium, name), ctypes.c_void_p).value or 0
            return ctypes.PYFUNCTYPE(gives, *takes)(address)

        self.object_at = quick("FPDFText_GetTextObject", thing, thing, place)
        self.origin_at = quick("FPDFText_GetCharOrigin", place, thing, place, into, into)
        self.box_at = quick("FPDFText_GetCharBox", place, thing, place, into, into, into, into)
        self.matrix_at = quick("FPDFText_GetMatrix", place, thing, place, into)
        self.size_at = quick("FPDFText_GetFontSize", ctypes.c_double, thing, place)
        self.code_at = quick("FPDFText_GetUnicode", ctypes.c_uint, thing, place)
        self.mode_of = quick("FPDFTextObj_GetTextRenderMode", place, thing)
        self.font_of = quick("FPDFTextObj_GetFont", thing, thing)
        self.marked_as = quick("FPDFPageObj_GetMarkedContentID", place, thing)
        self.marks_of = quick("FPDFPageObj_CountMarks", place, thing)
        self.mark_of = quick("FPDFPageObj_GetMark", thing, thing, ctypes.c_ulong)
        self.name_of = quick("FPDFPageObjMark_GetName", place, thing, into, ctypes.c_ulong, into)
        self.name_in = quick("FPDFFont_GetBaseFontName", ctypes.c_size_t, thing, into, ctypes.c_size_t)
        self.weight_of = quick("FPDFFont_GetWeight", place, thing)
        self.flags_of = quick("FPDFFont_GetFlags", place, thing)
        self.branches_of = quick("FPDF_StructElement_CountChildren", place, thing)
        self.branch_of = quick("FPDF_StructElement_GetChildAtIndex", thing, thing, place)
        self.leaf_of = quick("FPDF_StructElement_GetChildMarkedContentID", place, thing, place)


class Words:
    """The words of the pages, in columns: their text, and for each its left, baseline, right and piece.

    Words with the same piece were written by one operator, as a line of running text mostly is. So they have
    one style.
    """

    def __init__(self, calls: Calls, most: int) -> None:
        self.calls = calls
        self.most = most
        self.count = 0
        self.marked: list[int] = []
        """For each piece of the last page the number by which the page's tags speak of it."""
        self.styles: list[list[object]] = []
        self._style_places: dict[tuple[object, ...], int] = {}
        self._fonts: dict[int | None, tuple[bool, bool]] = {}
        self._name, self._needed = (ctypes.c_ushort * 32)(), ctypes.c_ulong()
        self._into = ctypes.addressof(self._name), ctypes.sizeof(self._name), ctypes.addressof(self._needed)

    def of_page(self, page: Any, shown: "Shown", tagged: bool) -> dict[str, object]:
        """The words of one page in the order of its content."""
        pdfium = self.calls.pdfium
        self.marked = []
        sheet = pdfium.FPDFText_LoadPage(page)
        if not sheet:
            return {**_NO_WORDS}
        try:
            text, places = self._text(sheet)
            tokens = list(_TOKEN.finditer(text))
            self.count += len(tokens)
            if self.count > self.most:
                raise TooMuchError("words")
            return self._words(_address(sheet), tokens, places, shown, tagged)
        finally:
            pdfium.FPDFText_ClosePage(sheet)

    def _text(self, sheet: Any) -> tuple[str, list[int] | None]:
        """The text of a page, and for each sign its place among pdfium's where that is another."""
        pdfium = self.calls.pdfium
        count = pdfium.FPDFText_CountChars(sheet)
        if count <= 0:
            return "", None
        buffer = (ctypes.c_ushort * (count + 1))()
        written = pdfium.FPDFText_GetText(sheet, 0, count, buffer) - 1
        text = bytes(buffer)[: 2 * max(written, 0)].decode("utf-16-le", "surrogatepass")
        if len(text) == count and not any("\ud7ff" < sign < "\ue000" for sign in set(text)):
            return text, None
        codes = zip(map(self.calls.code_at, repeat(_address(sheet)), range(count)), range(count), strict=True)
        signs = [("\ufffe" if code == 2 else _sign(code), place) for code, place in codes if code]
        return "".join(sign for sign, _ in signs), [place for _, place in signs]

    def _words(
        self,
        sheet: int,
        tokens: "list[re.Match[str]]",
        places: list[int] | None,
        shown: "Shown",
        tagged: bool,
    ) -> dict[str, object]:
        # Thousands of words go through here. So each function is asked for all words in one go, without a
        # step of Python between, and what it writes is taken from the buffer by the column.
        calls = self.calls
        firsts, lasts = [one.start() for one in tokens], [one.end() - 1 for one in tokens]
        if places is not None:
            firsts, lasts = [places[one] for one in firsts], [places[one] for one in lasts]
        lengths, into = _columns("d", _LENGTHS, len(tokens))
        things = list(map(calls.object_at, repeat(sheet), firsts))
        deque(map(calls.origin_at, repeat(sheet), firsts, *into[:2]), 0)
        deque(map(calls.box_at, repeat(sheet), lasts, *into[2:]), 0)
        pieces = {thing: number for number, thing in enumerate(dict.fromkeys(things))}
        first_of = dict(zip(reversed(things), reversed(firsts), strict=True))
        self.marked = [calls.marked_as(thing) if tagged and thing else -1 for thing in pieces]
        return {
            "text": " ".join([one[0] for one in tokens]),
            **shown.columns(lengths),
            "piece": [pieces[thing] for thing in things],
            "style": self._styles(sheet, [*pieces], [first_of[thing] for thing in pieces], tagged),
        }

    def _styles(self, sheet: int, things: list[int | None], places: list[int], tagged: bool) -> list[int]:
        """The style of each of *things*, which begin at *places*."""
        calls = self.calls
        matrices, into = _columns("f", 6, len(things))
        deque(map(calls.matrix_at, repeat(sheet), places, into[0]), 0)
        scales = map(hypot, matrices[2::6], matrices[3::6])
        sizes = map(calls.size_at, repeat(sheet), places)
        return [
            self._style(thing, _tenths(size * scale), tagged and mark < 0)
            for thing, size, scale, mark in zip(things, sizes, scales, self.marked, strict=True)
        ]

    def _style(self, thing: int | None, size: int, loose: bool) -> int:
        """The style of *thing*; where it is *loose*, the tags do not speak of it, it may be an artifact."""
        if not thing:
            return self._style_of((0, False, False, False, False))
        calls = self.calls
        mode, font = calls.mode_of(thing), calls.font_of(thing)
        bold, italic = self._fonts.get(font) or self._font(font)
        artifact = loose and self._is_artifact(thing)
        return self._style_of((size, bold or mode == _STROKED, italic, mode == _INVISIBLE, artifact))

    def _style_of(self, style: tuple[object, ...]) -> int:
        if style not in self._style_places:
            self._style_places[style] = len(self.styles)
            self.styles.append([one if type(one) is int else int(bool(one)) for one in style])
        return self._style_places[style]

    def _font(self, font: int | None) -> tuple[bool, bool]:
        """Whether *font* is bold, and whether it is italic."""
        if not font:
            return False, False
        calls = self.calls
        buffer = ctypes.create_string_buffer(200)
        calls.name_in(font, buffer, 199)
        name = buffer.value.decode("latin-1")
        heavy = calls.weight_of(font) >= _BOLD_WEIGHT
        forced = calls.flags_of(font) & _FORCE_BOLD
        bold = heavy or bool(forced) or _BOLD_NAME.search(name) is not None
        self._fonts[font] = bold, _ITALIC_NAME.search(name) is not None
        return self._fonts[font]

    def _is_artifact(self, thing: int) -> bool:
        """Whether a tagged document says that this is none of its words: a running header, a page mark."""
        calls = self.calls
        for number in range(min(calls.marks_of(thing), _MOST_MARKS)):
            mark = calls.mark_of(thing, number)
            calls.name_of(mark, *self._into)
            if self._needed.value == len(_ARTIFACT) and bytes(self._name).startswith(_ARTIFACT):
                return True
        return False

    def forget_fonts(self) -> None:
        """Let go of the fonts of a page: the same address may be another font on the next."""
        self._fonts.clear()


class Shown:
    """From a place in the page's own coordinates to where a person sees it."""

    def __init__(self, pdfium: Any, page: Any) -> None:
        box = pdfium.FS_RECTF()
        pdfium.FPDF_GetPageBoundingBox(page, box)
        left, right, bottom, top = box.left, box.right, box.bottom, box.top
        self.left, self.top = left, top
        self.width, self.height = right - left, top - bottom
        self.turned = turned = pdfium.FPDFPage_GetRotation(page) % 4
        if turned % 2:
            self.width, self.height = self.height, self.width
        self._place: Callable[[float, float], tuple[float, float]] = (
            lambda x, y: (x - left, top - y),
            lambda x, y: (y - bottom, x - left),
            lambda x, y: (right - x, y - bottom),
            lambda x, y: (top - y, right - x),
        )[turned]

    def __call__(self, x: float, y: float) -> tuple[int, int]:
        across, down = self._place(x, y)
        return _tenths(across), _tenths(down)

    def columns(self, lengths: "array[float]") -> dict[str, object]:
        """Where words stand, by what pdfium wrote of each: origin, and the left, right, bottom and top."""
        left, top = self.left, self.top
        try:
            if not self.turned:
                lefts = [int(10 * (x - left) + 0.5) for x in lengths[::_LENGTHS]]
                bases = [int(10 * (top - y) + 0.5) for y in lengths[1::_LENGTHS]]
                ends = [int(10 * (right - left) + 0.5) for right in lengths[3::_LENGTHS]]
                return {"left": lefts, "base": bases, "right": list(map(max, ends, lefts))}
        except (OverflowError, ValueError):
            pass  # a hostile file may say infinity, or what is no number
        return self._placed(zip(*(lengths[one::_LENGTHS] for one in range(_LENGTHS)), strict=True))

    def _placed(self, words: Iterable[Sequence[float]]) -> dict[str, object]:
        lefts, bases, ends = [], [], []
        for x, y, left, right, bottom, top in words:
            near, base = self(x, y)
            lefts.append(near)
            bases.append(base)
            ends.append(max(near, self(left, bottom)[0], self(right, top)[0]))
        return {"left": lefts, "base": bases, "right": ends}

    def rectangle(self, left: float, right: float, bottom: float, top: float) -> list[int]:
        """Left, top, right and bottom of what lies between two corners."""
        (one, above), (other, below) = self(left, top), self(right, bottom)
        return [min(one, other), min(above, below), max(one, other), max(above, below)]


def _sign(code: int) -> str:
    return chr(code) if 0 < code < 0x110000 else "\ufffd"


def _tenths(length: float) -> int:
    return int(length * 10 + 0.5) if -1e7 < length < 1e7 else 0


# ------------------------------------------------------------------------------------ beside the words


def _links(pdfium: Any, document: Any, page: Any, shown: Shown) -> tuple[list[list[object]], bool]:
    """The addresses of a page, each with the rectangles where it stands; and whether one starts a program."""
    found: list[list[object]] = []
    launches = False
    start, link = ctypes.c_int(), pdfium.FPDF_LINK()
    for _ in range(_MOST_LINKS):
        if not pdfium.FPDFLink_Enumerate(page, start, link):
            break
        action = pdfium.FPDFLink_GetAction(link)
        kind = pdfium.FPDFAction_GetType(action) if action else 0
        launches = launches or kind == _LAUNCH
        if kind == _URI:
            needed = pdfium.FPDFAction_GetURIPath(document, action, None, 0)
            buffer = ctypes.create_string_buffer(min(needed, _LONGEST_ADDRESS) + 1)
            if 1 < needed <= _LONGEST_ADDRESS:
                pdfium.FPDFAction_GetURIPath(document, action, buffer, needed)
                found.append([buffer.value.decode("utf-8", "replace"), _rectangles(pdfium, link, shown)])
    return found, launches


def _rectangles(pdfium: Any, link: Any, shown: Shown) -> list[list[int]]:
    quads = pdfium.FS_QUADPOINTSF()
    found = []
    for number in range(min(pdfium.FPDFLink_CountQuadPoints(link), 50)):
        if pdfium.FPDFLink_GetQuadPoints(link, number, quads):
            across = (quads.x1, quads.x2, quads.x3, quads.x4)
            along = (quads.y1, quads.y2, quads.y3, quads.y4)
            found.append(shown.rectangle(min(across), max(across), min(along), max(along)))
    box = pdfium.FS_RECTF()
    if not found and pdfium.FPDFLink_GetAnnotRect(link, box):
        found.append(shown.rectangle(box.left, box.right, box.bottom, box.top))
    return found


def _tags(calls: Calls, page: Any, marked: list[int]) -> list[list[int] | None]:
    """For each piece of a page its place in the tree of tags, as the numbers of branches; ``None``: nowhere.

    The tree goes over all pages. So it tells that the rest of a cell, on the next page, comes before the next
    cell.
    """
    pdfium = calls.pdfium
    tree = pdfium.FPDF_StructTree_GetForPage(page)
    if not tree:
        return [None] * len(marked)
    found: dict[int, list[int]] = {}
    count = min(pdfium.FPDF_StructTree_CountChildren(tree), _MOST_BRANCHES)
    waiting = [(_address(pdfium.FPDF_StructTree_GetChildAtIndex(tree, at)), [at]) for at in range(count)]
    seen = 0
    while waiting and seen < _MOST_BRANCHES:
        branch, path = waiting.pop()
        if not branch or len(path) > _DEEPEST_BRANCH:
            continue
        for at in range(min(calls.branches_of(branch), _MOST_BRANCHES)):
            seen += 1
            mark = calls.leaf_of(branch, at)
            if mark >= 0:
                found[mark] = [*path, at]
            else:
                waiting.append((calls.branch_of(branch, at), [*path, at]))
    pdfium.FPDF_StructTree_Close(tree)
    return [found.get(mark) for mark in marked]


def _has_picture(pdfium: Any, page: Any) -> bool:
    count = min(pdfium.FPDFPage_CountObjects(page), 500)
    kinds = {pdfium.FPDFPageObj_GetType(pdfium.FPDFPage_GetObject(page, number)) for number in range(count)}
    return pdfium.FPDF_PAGEOBJ_IMAGE in kinds


def _wide(ask: Callable[[Any, int], int], longest: int = _LONGEST_NAME) -> str:
    """What a function of pdfium writes as UTF-16 into a buffer that it is given."""
    needed = ask(None, 0)
    if not 2 < needed <= 2 * longest:
        return ""
    buffer = (ctypes.c_ushort * (needed // 2 + 1))()
    ask(buffer, needed)
    return bytes(buffer)[: needed - 2].decode("utf-16-le", "replace")


def _attached(pdfium: Any, document: Any, wanted: str, most: int) -> tuple[list[str], str | None]:
    """The names of the files in the document, but for the one that is *wanted*; and what stands in that."""
    names: list[str] = []
    carried: str | None = None
    for number in range(min(max(pdfium.FPDFDoc_GetAttachmentCount(document), 0), _MOST_NAMES)):
        file = pdfium.FPDFDoc_GetAttachment(document, number)
        if not file:
            continue
        name = _wide(partial(pdfium.FPDFAttachment_GetName, file))
        if name == wanted and carried is None:
            carried = _content(pdfium, file, most)
        else:
            names.append(name)
    return names, carried


def _content(pdfium: Any, file: Any, most: int) -> str:
    needed = ctypes.c_ulong()
    pdfium.FPDFAttachment_GetFile(file, None, 0, needed)
    if not 0 < needed.value <= most:
        return ""
    buffer = ctypes.create_string_buffer(needed.value)
    pdfium.FPDFAttachment_GetFile(file, buffer, needed.value, needed)
    return buffer.raw.decode("utf-8", "replace")


def _language(pdfium: Any, document: Any) -> str:
    ask = getattr(pdfium, "FPDFCatalog_GetLanguage", None)  # pdfium has it since 2025
    return "" if ask is None else _wide(partial(ask, document), 100)


# ------------------------------------------------------------------------------------ question and answer


def extract(calls: Calls, data: bytes, head: dict[str, Any]) -> dict[str, object]:
    """The answer to one question."""
    pdfium = calls.pdfium
    password = head["password"]
    secret = None if password is None else password.encode("utf-8") + b"\x00"
    document = pdfium.FPDF_LoadMemDocument64(data, len(data), secret)
    if not document:
        encrypted = pdfium.FPDF_GetLastError() == _PASSWORD
        return {"error": "password" if encrypted else "damaged"}
    try:
        return _document(calls, document, head)
    except TooMuchError as error:
        return {"error": str(error)}
    finally:
        pdfium.FPDF_CloseDocument(document)


def _document(calls: Calls, document: Any, head: dict[str, Any]) -> dict[str, object]:
    pdfium = calls.pdfium
    count = pdfium.FPDF_GetPageCount(document)
    if count > head["pages"]:
        raise TooMuchError("pages")
    tagged = bool(pdfium.FPDFCatalog_IsTagged(document))
    words = Words(calls, head["words"])
    pages: list[dict[str, object]] = []
    launches = False
    names, carried = _attached(pdfium, document, *head["carried"])
    for number in range(count):
        page = pdfium.FPDF_LoadPage(document, number)
        if not page:
            pages.append({"size": [0, 0], "words": _NO_WORDS, "links": [], "broken": True})
            continue
        shown = Shown(pdfium, page)
        found, starts = _links(pdfium, document, page, shown)
        launches = launches or starts
        size = [_tenths(shown.width), _tenths(shown.height)]
        told: dict[str, Any] = {"size": size, "words": words.of_page(page, shown, tagged), "links": found}
        if not told["words"]["text"]:
            told["picture"] = _has_picture(pdfium, page)
        elif carried is not None and tagged:
            told["tags"] = _tags(calls, page, words.marked)
        pages.append(told)
        pdfium.FPDF_ClosePage(page)
        words.forget_fonts()
    return {
        "pages": pages,
        "styles": words.styles,
        "tagged": tagged,
        "language": _language(pdfium, document),
        "attached": names,
        "carried": carried,
        "scripts": max(pdfium.FPDFDoc_GetJavaScriptActionCount(document), 0),
        "launches": launches,
    }


def answer(calls: Calls, source: BinaryIO, target: BinaryIO) -> bool:
    """Answer one question; false where there is none."""
    start = source.read(4)
    if len(start) < 4:
        return False
    head = json.loads(source.read(struct.unpack("<I", start)[0]))
    data = source.read(head["size"])
    if len(data) < head["size"]:
        return False
    _alarm(head["seconds"])
    told = json.dumps(extract(calls, data, head), separators=(",", ":")).encode("ascii")
    _alarm(0)
    target.write(struct.pack("<Q", len(told)) + told)
    target.flush()
    return True


def _alarm(seconds: int) -> None:
    # Whoever asked may be gone: then nobody else ends a reading that never ends by itself.
    if hasattr(signal, "alarm"):
        signal.alarm(seconds)


def confine(memory: int) -> None:
    """Take the process what it does not need: memory above *memory* bytes, files, sockets, core dumps."""
    try:
        import resource
    except ImportError:  # on Windows the clock has to do
        return
    for name, most in (("RLIMIT_AS", memory), ("RLIMIT_CORE", 0), ("RLIMIT_FSIZE", 0), ("RLIMIT_NOFILE", 0)):
        limit = getattr(resource, name)
        hard = resource.getrlimit(limit)[1]
        most = most if hard == resource.RLIM_INFINITY else min(most, hard)
        resource.setrlimit(limit, (most, most))


def main() -> None:
    """Answer questions until there are no more."""
    sys.path.append(sys.argv[1])
    import pypdfium2_raw as pdfium  # type: ignore[import-untyped]

    source, target = sys.stdin.buffer, os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)  # whatever a library may print is no answer
    json.loads('"' + json.dumps("å")[1:])
    "".encode("utf-16-le"), "".encode("latin-1")  # codecs are files: open them while that is allowed
    pdfium.FPDF_InitLibrary()
    calls = Calls(pdfium)
    confine(int(sys.argv[2]))
    while answer(calls, source, target):
        pass


if __name__ == "__main__":
    main()
