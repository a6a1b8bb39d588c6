"""What holds for every outline, and for every text that a reader of ours may meet."""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterator

import attrs
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from motesprotokoll.limits import DEFAULT_LIMITS
from motesprotokoll.model import Content, Link
from motesprotokoll.model.text import links_of
from motesprotokoll.outline import Labelled, Outline, Text, walk
from motesprotokoll.readers.docx import DocxReader
from motesprotokoll.readers.html import HtmlReader
from motesprotokoll.readers.html_tree import parse_html
from motesprotokoll.readers.markdown import MarkdownReader
from motesprotokoll.readers.own_text import read_own_text
from motesprotokoll.renderers.addresses import is_safe_address
from motesprotokoll.renderers.docx import DocxRenderer
from motesprotokoll.renderers.html import HtmlRenderer
from motesprotokoll.renderers.markdown import MarkdownRenderer
from motesprotokoll.renderers.text import TextRenderer
from outlines import NASTY, outlines
from strategies import SLOW_EACH
from word_schema import faults_in

TEXT_MARK = "\n\nSkrivet med motesprotokoll 1.\n"
MARKDOWN_MARK = "\n\n<!-- Skrivet med motesprotokoll 1. -->\n"
SIGNS = [
    *NASTY,
    "\n",
    "\n\n",
    "\n    ",
    "\n  ",
    "|---",
    "|===",
    "Ort",
    "Ida Ek",
    "Plats:",
    "* * *",
    "    ",
    "\t",
]
TAGS = re.findall(
    r"\w+", "p div ul ol li table tr td th b em a h1 h2 dl dt dd br pre title span section thead hr img"
)

junk = st.lists(
    st.one_of(st.sampled_from(SIGNS), st.text(st.characters(exclude_categories=("Cs", "Cc")), max_size=3)),
    max_size=40,
).map("".join)


def words_of(text: str) -> Counter[str]:
    """Letters and digits; an accent that moves to another letter is no loss."""
    text = unicodedata.normalize("NFD", text)
    return Counter(re.findall(r"[^\W_]", text))


def strings_in(tree: object) -> Iterator[str]:
    """Every string in a tree of mappings and series."""
    if isinstance(tree, str):
        yield tree
    elif isinstance(tree, dict):
        for part in tree.values():
            yield from strings_in(part)
    elif isinstance(tree, list | tuple):
        for part in tree:
            yield from strings_in(part)


def contents_of(outline: Outline) -> list[Content]:
    found: list[Content] = []
    for node in walk(outline.nodes):
        if isinstance(node, Text | Labelled):
            found.append(node.content)
        if isinstance(node, Labelled):
            found += [line.content for line in node.lines]
    return found


def links_in(outline: Outline) -> Counter[Link]:
    return Counter(link for content in contents_of(outline) for link in links_of(content))


class TestThereAndBack:
    @SLOW_EACH
    @given(outlines, st.sampled_from([80, 40, 1, -5]))
    def test_text(self, outline: Outline, width: int) -> None:
        """Text of any width gives the outline back."""
        page = TextRenderer(width=width).render(outline)
        assert read_own_text(page.decode()) == outline

    @SLOW_EACH
    @given(outlines)
    def test_text_that_an_editor_has_saved(self, outline: Outline) -> None:
        """Windows' line ends, a byte order mark and blanks at line ends that were stripped change nothing."""
        lines = TextRenderer().render(outline).decode().split("\n")
        assert read_own_text("\ufeff" + "\r\n".join(line.rstrip() for line in lines)) == outline

    @SLOW_EACH
    @given(outlines)
    def test_markdown(self, outline: Outline) -> None:
        """Markdown gives the outline back."""
        page = MarkdownRenderer().render(outline)
        assert MarkdownReader().read(page, DEFAULT_LIMITS).outline == outline

    @SLOW_EACH
    @given(outlines)
    def test_html(self, outline: Outline) -> None:
        """HTML gives the outline back."""
        page = HtmlRenderer().render(outline)
        assert HtmlReader().read(page, DEFAULT_LIMITS).outline == outline

    @SLOW_EACH
    @given(outlines)
    def test_word(self, outline: Outline) -> None:
        """Word gives the outline back, by its own structure alone, and keeps the order of the schema."""
        page = DocxRenderer().render(outline)
        assert faults_in(page) == []
        assert DocxReader().read(page, DEFAULT_LIMITS).outline == outline


class TestNothingIsSmuggledIn:
    @SLOW_EACH
    @given(outlines)
    def test_markdown_holds_no_html_but_our_comments(self, outline: Outline) -> None:
        """A plain CommonMark parser sees no element of HTML and no image in what we write."""
        parser = MarkdownIt("commonmark", {"maxNesting": 200}).enable("table")
        for token in parser.parse(MarkdownRenderer().render(outline).decode()):
            for one in (token, *(token.children or ())):
                assert one.type not in ("image", "code_inline", "fence", "code_block")
                if one.type in ("html_block", "html_inline"):
                    assert re.fullmatch(r"<!--(?:(?!-->).)*-->\s*", one.content), one.content

    @SLOW_EACH
    @given(outlines)
    def test_markdown_links_where_the_outline_does(self, outline: Outline) -> None:
        """No link appears and none is lost, whatever brackets stand in the text."""
        parser = MarkdownIt("commonmark", {"maxNesting": 200}).enable("table")
        parser.validateLink = lambda _: True  # type: ignore[method-assign]
        count = 0
        for token in parser.parse(MarkdownRenderer().render(outline).decode()):
            count += sum(child.type == "link_open" for child in token.children or ())
        assert count == sum(links_in(outline).values())

    @SLOW_EACH
    @given(outlines)
    def test_html_holds_only_elements_of_ours(self, outline: Outline) -> None:
        """No tag and no attribute comes from the text, and no link has a scheme that could do harm."""
        allowed = {
            "class",
            "data-level",
            "data-marker",
            "data-href",
            "data-part",
            "href",
            "value",
            "scope",
            "role",
        }
        names = (
            "p div ul ol li table thead tbody tr td th caption a span em strong dl dt dd hr h1 h2 h3 h4 h5 h6"
        )
        tags = {"header", "main", "footer", *names.split(" ")}
        body = next(
            one for one in parse_html(HtmlRenderer().render(outline).decode()).walk() if one.tag == "body"
        )
        for element in body.walk():
            assert element.tag in tags
            assert set(element.attributes) <= allowed
            assert element.get("href") is None or is_safe_address(element.attributes["href"])


class TestAnyText:
    @SLOW_EACH
    @given(junk)
    def test_text_that_claims_to_be_ours(self, text: str) -> None:
        """What is marked as ours and is not gives an outline all the same, with no word lost."""
        outline = read_own_text(text + TEXT_MARK)
        if outline is not None:
            kept = "".join(strings_in(attrs.asdict(outline)))
            assert not words_of(text) - words_of(kept)

    @SLOW_EACH
    @given(junk)
    def test_markdown_that_claims_to_be_ours(self, text: str) -> None:
        """No exception leaves the reader."""
        MarkdownReader().read((text + MARKDOWN_MARK).encode(errors="replace"), DEFAULT_LIMITS)

    @SLOW_EACH
    @given(junk.map(lambda text: text.replace("&", "+").replace("\x00", "")))
    def test_markdown_loses_nothing(self, text: str) -> None:
        """Every letter and digit of anybody's Markdown is in a line or in the furniture."""
        read = MarkdownReader().read(text.encode(errors="replace"), DEFAULT_LIMITS)
        kept = "".join([*(line.text for line in read.lines), *read.furniture])
        assert not words_of(text.encode(errors="replace").decode()) - words_of(kept)

    @SLOW_EACH
    @given(
        st.lists(
            st.one_of(
                st.sampled_from([f"<{tag}>" for tag in TAGS]),
                st.sampled_from([f"</{tag}>" for tag in TAGS]),
                st.sampled_from(
                    ["Ida", "Ek 12", "< ", "&lt;", "\n", '<a href="x', "<!-- ", "<p class='y' z>"]
                ),
            ),
            max_size=40,
        )
    )
    def test_html_loses_nothing(self, parts: list[str]) -> None:
        """Every word between tags is in a line or in the furniture, however the tags are nested."""
        read = HtmlReader().read("".join(["<p>", *parts]).encode(), DEFAULT_LIMITS)
        kept = " ".join([*(line.text for line in read.lines), *read.furniture])
        closed = "".join(parts)
        closed = re.sub(r"<!-- (?:(?!-->).)*-->", "", closed, flags=re.DOTALL)
        if "<!-- " not in closed and '<a href="x' not in closed:
            assert closed.count("Ida") == kept.count("Ida")
            assert closed.count("12") == kept.count("12")

    @SLOW_EACH
    @given(st.text("<>/!-?&#;x\"'= ap1", max_size=60))
    def test_any_signs_are_some_html(self, text: str) -> None:
        """No exception leaves the reader."""
        mark = '<meta name="generator" content="motesprotokoll 1"><main data-part="outline">'
        HtmlReader().read((mark + text).encode(), DEFAULT_LIMITS)
        HtmlReader().read(("x" + text).encode(), DEFAULT_LIMITS)
