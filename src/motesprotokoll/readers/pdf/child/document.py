"""The answer to a question: all that is told of one document."""

from typing import Any

from .beside import attached, has_picture, language, links
from .calls import Calls
from .places import Shown, tenths
from .tags import places_in_tree
from .words import TooMuchError, Words

_PASSWORD = 4
Answer = tuple[dict[str, object], bytes, bytes]


def extract(calls: Calls, data: bytes, head: dict[str, Any]) -> Answer:
    """The answer to one question: what is told as JSON, the rows of the words, and the attachment wanted."""
    pdfium = calls.pdfium
    password = head["password"]
    secret = None if password is None else password.encode("utf-8") + b"\x00"
    document = pdfium.FPDF_LoadMemDocument64(data, len(data), secret)
    if not document:
        encrypted = pdfium.FPDF_GetLastError() == _PASSWORD
        return {"error": "password" if encrypted else "damaged"}, b"", b""
    try:
        return _told(calls, document, head)
    except TooMuchError as error:
        return {"error": str(error)}, b"", b""
    finally:
        pdfium.FPDF_CloseDocument(document)


def _told(calls: Calls, document: Any, head: dict[str, Any]) -> Answer:
    pdfium = calls.pdfium
    count = pdfium.FPDF_GetPageCount(document)
    if count > head["pages"]:
        raise TooMuchError("pages")
    tagged = bool(pdfium.FPDFCatalog_IsTagged(document))
    words = Words(calls, head["words"], tagged=tagged)
    pages = [_page(words, document, number, tags=tagged and head["tags"]) for number in range(count)]
    names, carried = attached(pdfium, document, *head["carried"])
    told = {
        "pages": pages,
        "styles": words.styles,
        "tagged": tagged,
        "language": language(pdfium, document),
        "attached": names,
        "carried": carried is not None,
        "scripts": max(pdfium.FPDFDoc_GetJavaScriptActionCount(document), 0),
    }
    return told, bytes(words.rows), carried or b""


def _page(words: Words, document: Any, number: int, *, tags: bool) -> dict[str, object]:
    pdfium = words.calls.pdfium
    page = pdfium.FPDF_LoadPage(document, number)
    if not page:
        return {"size": [0, 0], "corner": [0, 0], "text": "", "style": [], "links": [], "broken": True}
    shown = Shown(pdfium, page)
    found, launches = links(pdfium, document, page, shown)
    text, styles = words.of_page(page, shown)
    told: dict[str, object] = {
        "size": [tenths(shown.width), tenths(shown.height)],
        "corner": shown.corner,
        "text": text,
        "style": styles,
        "links": found,
    }
    if launches:
        told["launches"] = True
    if not text:
        told["picture"] = has_picture(pdfium, page)
    elif tags:
        told["tags"] = places_in_tree(words.calls, page, words.marked)
    pdfium.FPDF_ClosePage(page)
    return told
