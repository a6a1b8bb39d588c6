"""Accessible HTML, and templates that nobody needs to fear."""

import re
import threading
from importlib import resources
from pathlib import Path

import pytest

from motesprotokoll.errors import RenderError, TemplateError
from motesprotokoll.limits import DEFAULT_LIMITS
from motesprotokoll.model import Emphasis, Link
from motesprotokoll.outline import Entry, Grid, Heading, Labelled, Line, Listing, Node, Outline, Rule, Text
from motesprotokoll.readers.html import HtmlReader
from motesprotokoll.readers.html_tree import Element, parse_html
from motesprotokoll.renderers import html
from motesprotokoll.renderers.html import HtmlRenderer
from motesprotokoll.renderers.protocol import Renderer


def text(*content: object) -> Text:
    return Text(tuple(content))  # type: ignore[arg-type]


def page(*nodes: Node, title: str = "T", language: str = "sv", carries: bool = True) -> str:
    return HtmlRenderer().render(Outline(nodes, title, language, carries)).decode()


def find(markup: str, tag: str) -> list[Element]:
    return [element for element in parse_html(markup).walk() if element.tag == tag]


def body(markup: str) -> str:
    return markup.partition("</head>")[2]


class TestPage:
    def test_has_what_wcag_asks_of_a_page(self) -> None:
        """Language, title, one heading of the first level, landmarks, and a policy that loads nothing."""
        markup = page(text("Nätverket"), Heading("Möte", 1), Heading("1. A", 2), carries=True)
        assert markup.startswith('<!doctype html>\n<html lang="sv">')
        assert [len(find(markup, tag)) for tag in ("title", "h1", "header", "main", "footer", "script")] == [
            *[1] * 5,
            0,
        ]
        assert "default-src 'none'; style-src 'unsafe-inline'; img-src data:" in markup
        assert [one.tag for one in find(markup, "header")[0].elements()] == ["p", "h1"]

    def test_a_document_without_title_gets_a_hidden_one(self) -> None:
        """Screen readers find a first heading; it is no part of the document."""
        markup = page(Heading("1. A", 2), title="Möte")
        assert [one.children for one in find(markup, "h1")] == [["Möte"]]
        assert not find(markup, "header")
        assert HtmlReader().read(markup.encode(), DEFAULT_LIMITS).outline == Outline((Heading("1. A", 2),))

    def test_a_page_has_a_name_in_any_case(self) -> None:
        """The title of the window is the outline's, or its first heading, or says what it is."""
        assert find(page(Heading("A", 3), title=""), "title")[0].children == ["A"]
        assert find(page(title=""), "title")[0].children == ["Mötesanteckningar"]

    def test_no_level_of_headings_is_skipped(self) -> None:
        """Levels go down one by one; the outline's own level is kept beside."""
        markup = page(Heading("A", 1), Heading("B", 4), Heading("C", 9), Heading("D", 1), Heading("E", 2))
        assert re.findall(r"<(h\d)", markup) == ["h1", "h2", "h3", "h2", "h2"]

    def test_says_nothing_in_a_view_that_cannot_be_read_back(self) -> None:
        """No generator and no footer."""
        markup = page(text("a"), carries=False)
        assert "generator" not in markup
        assert not find(markup, "footer")

    def test_is_a_renderer(self) -> None:
        """It keeps the contract for renderers."""
        assert isinstance(HtmlRenderer(), Renderer)

    def test_refuses_what_nobody_could_read(self) -> None:
        """A list in a list in a list … ends somewhere."""
        node: Node = text("djupt")
        for _ in range(500):
            node = Listing((Entry((node,)),))
        with pytest.raises(RenderError, match="deeper than 40"):
            page(node)

    def test_many_threads_may_begin_at_once(self) -> None:
        """The template is made once, whoever is first."""
        html._own_template.cache_clear()
        barrier, pages = threading.Barrier(8), []

        def work() -> None:
            barrier.wait()
            pages.append(page(text("a")))

        threads = [threading.Thread(target=work) for _ in range(8)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        assert len(pages) == 8
        assert len(set(pages)) == 1


class TestBlocks:
    def test_labels_are_lists_of_terms(self) -> None:
        """Neighbouring facts share a list; a decision has one of its own, set off by a word and a line."""
        markup = body(
            page(
                Labelled("Datum", ("x",)),
                Labelled("Plats", ("y",)),
                Labelled("Samt", lines=(Line(("Ida",), (("a", ""),)),), nodes=(text("z"),)),
                Labelled("Beslut", ("v",), role="decision"),
                Labelled("Beslut", ("w",), role="decision"),
            )
        )
        assert [one.get("class") for one in find(markup, "dl")] == [
            "fields",
            "section",
            "decision",
            "decision",
        ]
        assert "<div><dt>Datum</dt><dd>x</dd></div>\n<div><dt>Plats</dt>" in markup
        assert '<li>Ida <span class="notes">[a]</span></li>' in markup

    def test_lists_say_their_signs(self) -> None:
        """Numbers make an ordered list; any sign is kept."""
        markup = body(page(Listing((Entry((), "3."), Entry((), "4."))), Listing((Entry((), '"'),)), Rule()))
        assert '<ol>\n<li value="3" data-marker="3."></li>' in markup
        assert '<ul>\n<li data-marker="&quot;"></li>\n</ul>\n<hr>' in markup

    def test_tables_name_their_columns(self) -> None:
        """Heads have a scope, the title is a caption."""
        markup = body(page(Grid((((text("A"),),), ((),)), 1, "T")))
        assert (
            '<table>\n<caption>T</caption>\n<thead>\n<tr><th scope="col"><p>A</p></th></tr>\n</thead>\n'
            "<tbody>\n<tr><td></td></tr>\n</tbody>\n</table>" in markup
        )

    def test_running_text(self) -> None:
        """Emphasis and links; an address that could do harm stays text."""
        markup = body(
            page(
                text(Emphasis("a"), Emphasis("b", strong=True), Link("c", "d?e&f"), Link("g", "javascript:h"))
            )
        )
        assert (
            '<p><em>a</em><strong>b</strong><a class="named" href="d?e&amp;f">c</a>'
            '<span class="address named" data-href="javascript:h">g</span></p>' in markup
        )


def luminance(colour: str) -> float:
    parts = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    red, green, blue = (
        part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


class TestStyle:
    def test_contrast_is_enough_in_light_and_dark(self) -> None:
        """Text has at least 4.5 to 1 on both backgrounds, lines too (WCAG 2.2, 1.4.3 and 1.4.11)."""
        style = (
            resources.files("motesprotokoll.renderers").joinpath("templates", "style.css").read_text("utf-8")
        )
        schemes = style.split("@media print")[0].split("@media (prefers-color-scheme: dark)")
        assert len(schemes) == 2
        for scheme in schemes:
            colours = dict(re.findall(r"--(\w+): (#[0-9a-f]{6})", scheme))
            for name in ("text", "quiet", "link", "decision", "action"):
                for background in ("page", "panel"):
                    light, dark = sorted(
                        (luminance(colours[name]), luminance(colours[background])), reverse=True
                    )
                    assert (light + 0.05) / (dark + 0.05) >= 4.5, (name, background)


class TestTemplates:
    def render(self, folder: Path, template: str | None) -> str:
        if template is not None:
            (folder / "minutes.html.j2").write_text(template, "utf-8")
        outline = Outline((Heading("<Möte>", 1), text("a")), "<T>")
        return HtmlRenderer(templates=folder).render(outline).decode()

    def test_blocks_can_be_replaced(self, tmp_path: Path) -> None:
        """A user's template extends ours; text stays escaped and the page can still be read back."""
        (tmp_path / "foot.html").write_text("<p>{{ title }}</p>", "utf-8")
        markup = self.render(
            tmp_path,
            '{% extends "standard/minutes.html.j2" %}'
            '{% block footer %}<footer>{% include "foot.html" %}</footer>{% endblock %}',
        )
        assert "<footer><p>&lt;T&gt;</p></footer>" in markup
        assert HtmlReader().read(markup.encode(), DEFAULT_LIMITS).outline == Outline(
            (Heading("<Möte>", 1), text("a"))
        )

    @pytest.mark.parametrize(
        ("template", "message"),
        [
            (None, "minutes.html.j2: there is no such template"),
            ("{% include 'x' %}", "x: there is no such template"),
            ("{% include '../x' %}", "lies outside|no such template"),
            ("{% block %}", "minutes.html.j2:1: "),
            ("{{ nobody }}", "the template fails"),
            ("{{ 1 / 0 }}", "the template fails"),
            ("{{ ''.__class__.__mro__ }}", "must not"),
            ("{{ cycler.__init__.__globals__.os }}", "must not"),
            ("{{ range(10000000) }}", "the template fails|must not"),
            (
                "{% for a in range(9999) %}{{ nobody_knows_this }}{% endfor %}",
                "fails",
            ),
        ],
    )
    def test_anything_wrong_is_one_kind_of_error(
        self, tmp_path: Path, template: str | None, message: str
    ) -> None:
        """Missing, broken or forbidden: a TemplateError says which."""
        with pytest.raises(TemplateError, match=message):
            self.render(tmp_path, template)

    def test_links_out_of_the_folder_are_not_followed(self, tmp_path: Path) -> None:
        """A template is a file of the folder, not of the machine."""
        inner = tmp_path / "templates"
        inner.mkdir()
        (tmp_path / "secret").write_text("x", "utf-8")
        try:
            (inner / "a").symlink_to(tmp_path / "secret")
        except OSError:
            pytest.skip("no symbolic links here")
        for name in ("a", "../secret"):
            with pytest.raises(TemplateError, match="outside"):
                self.render(inner, f"{{% include '{name}' %}}")

    def test_what_is_no_text_is_no_template(self, tmp_path: Path) -> None:
        """A template that cannot be decoded is told as such."""
        (tmp_path / "a").write_bytes(b"\xff")
        with pytest.raises(TemplateError, match="cannot be read"):
            self.render(tmp_path, "{% include 'a' %}")

    def test_pages_have_a_largest_size(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        """A template that never stops writing is stopped."""
        monkeypatch.setattr(html, "_LARGEST_PAGE", 10_000)
        with pytest.raises(TemplateError, match="larger than 10,000"):
            self.render(tmp_path, "{% for a in range(99999) %}{{ title }}{% endfor %}")
