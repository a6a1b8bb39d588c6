"""What others make of the same meeting: WeasyPrint a PDF, python-docx and docxtpl a Word file.

Each is used as its documentation shows. None knows meetings, so each gets from us what it needs: WeasyPrint
our HTML page, the other two the words of our document with the styles that they stand in.
"""

import logging
from collections.abc import Callable, Iterator
from functools import partial
from io import BytesIO
from typing import Any

import motesprotokoll as mp
from motesprotokoll import marks
from motesprotokoll.compose import compose
from motesprotokoll.model.text import plain
from motesprotokoll.outline import Grid, Heading, Labelled, Listing, Node, Notes, Outline, Text

Peer = Callable[[mp.Meeting], bytes]
Part = dict[str, str]
"""A paragraph: its ``style`` (of Word's default template), what of it is bold (``label``), its ``text``."""

_SIGNS = 'content: attr(data-marker) "\\00a0";'
"""How our page sets a list's own signs. WeasyPrint 70 fails on that, so it sets its own."""


def weasyprint(variant: str | None = None) -> Peer:
    """The page as PDF, of that *variant* (``pdf/ua-1``) or with what WeasyPrint does by itself.

    Raises:
        ImportError, OSError: WeasyPrint is not there, or the Pango that it needs.
    """
    logging.getLogger("weasyprint").setLevel(logging.CRITICAL)  # it tells of each property that it ignores
    logging.getLogger("fontTools").setLevel(logging.CRITICAL)
    from weasyprint import HTML

    def write(meeting: mp.Meeting) -> bytes:
        page = mp.render(meeting, "html").text.replace(_SIGNS, "")
        content = HTML(string=page).write_pdf(pdf_variant=variant)
        assert isinstance(content, bytes)
        return content

    return write


def python_docx() -> Peer:
    """A Word file by python-docx, paragraph by paragraph, in its default template.

    Raises:
        ImportError: python-docx is not there.
    """
    import docx

    return partial(_by_python_docx, docx.Document)


def _by_python_docx(new: Callable[[], Any], meeting: mp.Meeting) -> bytes:
    file = new()
    for part in parts_of(compose(meeting)):
        paragraph = file.add_paragraph(style=part["style"])
        if part["label"]:
            paragraph.add_run(part["label"]).bold = True
        paragraph.add_run(part["text"])
    return _saved(file)


_HEADINGS = ("Title", "Heading 1", "Heading 2", "Heading 3")
_BY_DEPTH = ("Normal", "List Bullet", "List Bullet 2", "List Bullet 3")


def docxtpl() -> Peer:
    """A Word file by docxtpl, from a template with one paragraph for each style.

    Raises:
        ImportError: docxtpl is not there.
    """
    import docx
    from docxtpl import DocxTemplate

    template = _template(docx.Document())

    def write(meeting: mp.Meeting) -> bytes:
        file = DocxTemplate(BytesIO(template))  # rendering changes it, so each document opens it anew
        file.render({"parts": parts_of(compose(meeting))}, autoescape=True)
        return _saved(file)

    return write


def _template(file: Any) -> bytes:
    file.add_paragraph("{%p for part in parts %}")
    for style in (*_HEADINGS, *_BY_DEPTH):
        file.add_paragraph(f"{{%p if part.style == '{style}' %}}")
        paragraph = file.add_paragraph(style=style)
        paragraph.add_run("{{ part.label }}").bold = True
        paragraph.add_run("{{ part.text }}")
        file.add_paragraph("{%p endif %}")
    file.add_paragraph("{%p endfor %}")
    return _saved(file)


def _saved(file: Any) -> bytes:
    content = BytesIO()
    file.save(content)
    return content.getvalue()


# ------------------------------------------------------------------------------------------------ words


def parts_of(outline: Outline) -> list[Part]:
    """The paragraphs of a document, each with the style that it would have in Word."""
    return [{"style": style, "label": label, "text": text} for style, label, text in _parts(outline.nodes, 0)]


def _parts(nodes: tuple[Node, ...], depth: int, marker: str = "") -> Iterator[tuple[str, str, str]]:
    style = _BY_DEPTH[min(depth, 3)]
    for node in nodes:
        if isinstance(node, Heading):
            yield _HEADINGS[min(node.level, 4) - 1], "", node.text + _told(node.notes)
        elif isinstance(node, Text):
            yield style, "", f"{marker}{plain(node.content)}"
        elif isinstance(node, Labelled):
            yield style, f"{node.label}{_told(node.notes)}: ", plain(node.content)
            for line in node.lines:
                yield style, "", plain(line.content) + _told(line.notes)
            yield from _parts(node.nodes, depth)
        elif isinstance(node, Listing):
            for entry in node.entries:
                yield from _parts(entry.nodes, depth + 1, f"{entry.marker} " if entry.marker else "")
        elif isinstance(node, Grid):
            for row in node.rows:
                for cell in row:
                    yield from _parts(cell, depth)


def _told(notes: Notes) -> str:
    return f" {marks.format_notes(notes)}" if notes else ""
