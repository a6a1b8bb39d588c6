"""HTML: ours exactly, anybody's as lines."""

import pytest

from motesprotokoll.extraction import Extraction
from motesprotokoll.limits import DEFAULT_LIMITS
from motesprotokoll.outline import Entry, Heading, Labelled, Listing, Node, Outline, Rule, Text
from motesprotokoll.readers.html import HtmlReader
from motesprotokoll.readers.html_tree import parse_html
from motesprotokoll.readers.protocol import Reader
from motesprotokoll.renderers.html import HtmlRenderer
from timing import within

OURS = '<html lang="en"><meta name="generator" content="motesprotokoll 1"><title>T</title>'
WILD = """\
<!doctype html><title>Flik</title><style>p { color: red }</style><script>var a = "<p>x</p>"</script>
<h2>Möte <em>ett</em></h2><p>Hej&nbsp;du<br>rad två <a href="http://example.org">länk</a>
<a href="#x">här</a> <a href="mailto:a@b.se">a@b.se</a><img src="x" alt="bild"><!-- bort --></p>
<ul><li>ett<ol start="3"><li>a<li>b</ol></li>löst<li></li></ul>
<table><tr><th>A</th><th>B</th></tr><tr><td><p>1</p><p>2</p></td>löst<td></td></tr><tr><td></td></tr></table>
<pre>  rad 1
rad 2</pre></nope>slut &#99999999999; <
"""


def read(text: str) -> Extraction:
    return HtmlReader().read(text.encode(), DEFAULT_LIMITS)


def own(body: str) -> Outline | None:
    return read(f'{OURS}<main data-part="outline">{body}</main>').outline


class TestAnybodys:
    def test_gives_a_line_for_each_block(self) -> None:
        """Headings, list signs, rows and addresses are kept; scripts and styles are no text."""
        assert [(line.indent, line.level, line.text) for line in read(WILD).lines] == [
            (0, 2, "Möte ett"),
            (0, None, "Hej du"),
            (0, None, "rad två länk <http://example.org> här a@b.se bild"),
            (0, None, "• ett"),
            (2, None, "3. a"),
            (2, None, "4. b"),
            (2, None, "löst"),
            (0, None, "| A | B |"),
            (0, None, "|---|"),
            (0, None, "| 1 2 | löst | |"),
            (0, None, "rad 1"),
            (0, None, "rad 2"),
            (0, None, "slut \ufffd <"),
        ]
        assert read(WILD).furniture == ("Flik",)

    def test_what_stands_around_the_document_is_furniture(self) -> None:
        """Ways to other pages, and what stands beside or below the document; its own footer is text."""
        found = read(
            "<title>Flik</title><nav><a href='/'>Start</a></nav><main><h1>Protokoll</h1><nav>Innehåll</nav>"
            "<article><p>Vi ses.<footer>Ida Ek</footer></article></main><aside>Se även</aside>"
            "<footer>Kontakt</footer>slut"
        )
        assert [line.text for line in found.lines] == ["Protokoll", "Vi ses.", "Ida Ek", "slut"]
        assert found.furniture == ("Flik", "Start </>", "Innehåll", "Se även", "Kontakt")

    def test_is_a_reader(self) -> None:
        """It keeps the contract for readers."""
        assert isinstance(HtmlReader(), Reader)


class TestOurs:
    def test_needs_the_mark_and_the_parts(self) -> None:
        """A page of another grammar, or without the parts that hold the document, is anybody's."""
        assert own("<p>a</p>") == Outline((Text(("a",)),))
        assert read("<p>a</p>").outline is None
        assert read(f"{OURS}<p>a</p>").outline is None
        assert read('<main data-part="outline"><p>a</p></main>').outline is None

    def test_tells_title_and_language(self) -> None:
        """Though nobody compares them."""
        outline = own("")
        assert outline is not None
        assert (outline.title, outline.language) == ("T", "en")

    def test_looks_through_what_a_template_adds(self) -> None:
        """Wrappers mean nothing, words between blocks are paragraphs."""
        assert own(
            '<section><p>a</p><hr></section>b<script>c</script><h1 data-part="none">d</h1>'
        ) == Outline((Text(("a",)), Rule(), Text(("b",))))
        assert own('<h2 data-level="x">a<br></h2><ul><li>b</ul>') == Outline(
            (Heading("a", 2), Listing((Entry((Text(("b",)),)),)))
        )
        assert own("<p><em>\u200b</em><a href=''>b</a></p>") == Outline((Text(("b",)),))

    @pytest.mark.parametrize(
        "body", ["<dl>a</dl>", "<ul>a<li>b</ul>", "<table>a</table>", "<dl><div>a</div></dl>"]
    )
    def test_words_where_we_have_none_make_it_anybodys(self, body: str) -> None:
        """A page that a hand has changed beyond our markup is read as lines, so that nothing is lost."""
        assert own(body) is None
        assert "a" in read(f'{OURS}<main data-part="outline">{body}</main>').lines[0].text

    def test_deep_nesting_ends(self) -> None:
        """The deepest that we write comes back, and what is deeper does no harm."""
        node: Node = Text(("botten",))
        for _ in range(39):
            node = Labelled("x", nodes=(node,))
        assert HtmlReader().read(HtmlRenderer().render(Outline((node,))), DEFAULT_LIMITS).outline == Outline(
            (node,)
        )
        for tag in ("div", "ul", "li", "em", "a", "td", "table", "b", "dl"):
            deep = f"<{tag}>" * 5_000 + "botten"
            assert "botten" in repr(read(deep).lines)
            assert "botten" in repr(read(f'{OURS}<main data-part="outline">{deep}'))


class TestTree:
    def test_attributes(self) -> None:
        """Quoted either way or not at all, twice or without a value, and with stray signs."""
        element = next(parse_html("""<p a="1 &amp; 2" b='3' c=4 A=5 d / "e" =x>""").walk())
        assert element.attributes == {"a": "1 & 2", "b": "3", "c": "4", "d": "", '"e"': "x"}

    @pytest.mark.parametrize("text", ["a <p", "<p a='", "<!-- x", "</p", "<!x", "<?x", "<p =", "< p>", "<"])
    def test_what_never_ends_is_text(self, text: str) -> None:
        """Nothing is dropped because a bracket is missing."""
        assert "".join(map(str, parse_html(text).children)) == text

    def test_items_end_where_the_next_begins(self) -> None:
        """Closing tags that HTML lets people leave out are put in."""
        tags = [one.tag for one in parse_html("<ul><li>a<li>b<ul><li>c").elements()]
        assert tags == ["ul"]
        table = next(parse_html("<table><tr><td>a<td>b<tr><th>c").elements())
        assert [[cell.tag for cell in row.elements()] for row in table.elements()] == [["td", "td"], ["th"]]
        terms = next(parse_html("<dl><dt>a<dd>b<dt>c").elements())
        assert [term.tag for term in terms.elements()] == ["dt", "dd", "dt"]

    def test_raw_text_ends_with_its_own_tag(self) -> None:
        """A script holds no elements, and one that never ends holds the rest."""
        assert [one.tag for one in parse_html("<script><p></SCRIPT><b>").walk()] == ["script", "b"]
        assert [one.tag for one in parse_html("<style><p>").walk()] == ["style"]


class TestTime:
    @pytest.mark.parametrize(
        "unit",
        ["<!--", "<![CDATA[", '<a b="', "<a ", "<?", "<script>", "</", "<p>", "<p></b>", "&#9", "<a b='c\" "],
    )
    def test_twice_the_text_takes_twice_the_time(self, unit: str) -> None:
        """No tag makes the parser search again and again."""
        page = unit * (100_000 // len(unit))
        assert within(lambda: read(page), 3)
