"""What a document has beside words: links, pictures, attached files, its language."""

import ctypes
from collections.abc import Callable
from functools import partial
from typing import Any

from .places import Shown

_MOST_LINKS = 5_000
_MOST_NAMES = 50
_LONGEST_NAME = 1_000
_LONGEST_ADDRESS = 4_000
_URI, _LAUNCH = 3, 4


def links(pdfium: Any, document: Any, page: Any, shown: Shown) -> tuple[list[list[object]], bool]:
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


def has_picture(pdfium: Any, page: Any) -> bool:
    """Whether there is a picture on *page*, among the first things."""
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


def attached(pdfium: Any, document: Any, wanted: str, most: int) -> tuple[list[str], bytes | None]:
    """The names of the files in the document, but for the one that is *wanted*; and what stands in that."""
    names: list[str] = []
    carried: bytes | None = None
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


def _content(pdfium: Any, file: Any, most: int) -> bytes:
    needed = ctypes.c_ulong()
    pdfium.FPDFAttachment_GetFile(file, None, 0, needed)
    if not 0 < needed.value <= most:
        return b""
    buffer = ctypes.create_string_buffer(needed.value)
    pdfium.FPDFAttachment_GetFile(file, buffer, needed.value, needed)
    return buffer.raw


def language(pdfium: Any, document: Any) -> str:
    """The language that the document says it is in."""
    ask = getattr(pdfium, "FPDFCatalog_GetLanguage", None)  # pdfium has it since 2025
    return "" if ask is None else _wide(partial(ask, document), 100)
