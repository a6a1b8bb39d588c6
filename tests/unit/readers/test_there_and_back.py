"""What our renderers write is read back as it was, piece by piece: text, Markdown, HTML and Word."""

import pytest

from motesprotokoll.limits import DEFAULT_LIMITS
from motesprotokoll.model import Emphasis, Link
from motesprotokoll.outline import Entry, Grid, Heading, Labelled, Line, Listing, Node, Outline, Rule, Text
from motesprotokoll.readers.docx import DocxReader
from motesprotokoll.readers.html import HtmlReader
from motesprotokoll.readers.markdown import MarkdownReader
from motesprotokoll.readers.text import TextReader
from motesprotokoll.renderers.docx import DocxRenderer
from motesprotokoll.renderers.html import HtmlRenderer
from motesprotokoll.renderers.markdown import MarkdownRenderer
from motesprotokoll.renderers.text import TextRenderer

FORMATS = {
    "text": (TextRenderer(), TextReader()),
    "markdown": (MarkdownRenderer(), MarkdownReader()),
    "html": (HtmlRenderer(), HtmlReader()),
    "docx": (DocxRenderer(), DocxReader()),
}


def text(words: str) -> Text:
    return Text((words,))


A, B, C = text("a"), text("b"), text("c")
NODES: dict[str, Node] = {
    "a deep heading with notes": Heading("Bakgrund", 9, (("id", "x"), ("löst", ""))),
    "emphasis and a link": Text(
        ("se ", Emphasis("noga", strong=True), " ", Emphasis("på"), " ", Link("sidan", "https://exempel.se"))
    ),
    "a rule": Rule(),
    "a list whose signs differ": Listing((Entry((A,), "1."), Entry((B,), "a)"), Entry((C,), "•"))),
    "a list of one sign": Listing((Entry((A,), "»"), Entry((B,), "»"))),
    "a list without signs": Listing((Entry((A,)), Entry((B, Listing((Entry((C,)),)))))),
    "a label with words": Labelled("Plats", ("Ale ", Emphasis("kommun"))),
    "a label with lines": Labelled(
        "Närvarande", lines=(Line(("Ida Ek",), (("id", "1"),)), Line(("Bo Ek",))), notes=(("grupp", "2"),)
    ),
    "a label with blocks": Labelled("Beslut", ("att",), (), (A, Listing((Entry((B,)),)))),
    "a table": Grid((((A,), (B,)), ((C,), ())), 1),
    "a table without a header": Grid((((A,), (B,)), ((C,), (A,))), 0),
    "a table with two headers": Grid((((A,), (B,)), ((C,), (A,)), ((B,), (B,))), 2),
    "a table with a title": Grid((((A,), (B,)), ((C,), (A,))), 1, "Tider"),
    "a table of blocks": Grid((((A, B), (Listing((Entry((C,)),)),)), ((), (A,))), 1),
    "a table of blocks with a title": Grid((((A, B), (C,)),), 0, "Tider"),
    "a table of blocks that ends with its header": Grid((((A, B), (C,)), ((B,), (A, C))), 2),
}


@pytest.mark.parametrize("node", NODES)
@pytest.mark.parametrize("name", FORMATS)
def test_is_the_same(name: str, node: str) -> None:
    """Law 2, for each piece of a document by itself and between others."""
    renderer, reader = FORMATS[name]
    for nodes in ((NODES[node],), (A, NODES[node], B), (NODES[node], NODES[node])):
        outline = Outline((Heading("Möte", 1), *nodes), title="Möte", language="en")
        assert reader.read(renderer.render(outline), DEFAULT_LIMITS).outline == outline
