"""What can be seen on the pages of our PDF files, told by pdfium and by none of our own code."""

import ctypes
import unicodedata
from collections.abc import Iterable, Iterator

import pypdfium2
import pypdfium2.raw as pdfium


def pieces(data: bytes) -> Iterator[tuple[str, bool]]:
    """Every run of letters in the order of the pages, and whether it is an artifact (PDF/UA-1, 7.1)."""
    document = pypdfium2.PdfDocument(data)
    for page in document:
        letters = page.get_textpage()
        for thing in page.get_objects(filter=[pdfium.FPDF_PAGEOBJ_TEXT], max_depth=9):
            length = pdfium.FPDFTextObj_GetText(thing.raw, letters.raw, None, 0)
            buffer = (ctypes.c_ushort * (length // 2 + 1))()
            pdfium.FPDFTextObj_GetText(thing.raw, letters.raw, buffer, length)
            yield bytes(buffer)[: max(length - 2, 0)].decode("utf-16-le"), "Artifact" in _marks(thing.raw)
    document.close()


def _marks(thing: object) -> list[str]:
    names = []
    for place in range(pdfium.FPDFPageObj_CountMarks(thing)):
        mark, length, buffer = pdfium.FPDFPageObj_GetMark(thing, place), ctypes.c_ulong(), bytearray(200)
        room = (ctypes.c_ushort * 100).from_buffer(buffer)
        pdfium.FPDFPageObjMark_GetName(mark, room, 200, ctypes.byref(length))
        names.append(bytes(buffer[: length.value - 2]).decode("utf-16-le"))
    return names


def content(data: bytes) -> str:
    """The words of the document itself, without what stands in the margins of each page."""
    return " ".join(" ".join(words for words, artifact in pieces(data) if not artifact).split())


def margins(data: bytes) -> list[str]:
    """What stands around the document on its pages."""
    return [" ".join(words.split()) for words, artifact in pieces(data) if artifact]


def spelled(words: Iterable[str]) -> str:
    """The letters and figures alone, in order."""
    return "".join(filter(str.isalnum, unicodedata.normalize("NFKC", "\n".join(words))))


def attached(data: bytes) -> dict[str, bytes]:
    """The files that a document carries."""
    document = pypdfium2.PdfDocument(data)
    found = {}
    for place in range(document.count_attachments()):
        one = document.get_attachment(place)
        found[one.get_name()] = bytes(one.get_data())
    document.close()
    return found
