"""Accessible HTML, and templates that nobody needs to fear."""

import json
import re
import threading
from datetime import date, datetime, timedelta, timezone
from pathlib import Path

import pytest

from motesprotokoll.errors import RenderError, TemplateError
from motesprotokoll.limits import DEFAULT_LIMITS
from motesprotokoll.model import Emphasis, Link, Mode
from motesprotokoll.outline import (
    About,
    Entry,
    Grid,
    Heading,
    Labelled,
    Line,
    Listing,
    Node,
    Outline,
    Rule,
    Text,
)
from motesprotokoll.readers.html import HtmlReader
from motesprotokoll.readers.html_tree import Element, parse_html
from motesprotokoll.renderers.html import HtmlRenderer, engine
from motesprotokoll.renderers.protocol import Renderer
from motesprotokoll.theme import Theme, contrast
from outlines import text
from pictures import DRAWING, DRAWN


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
            1,
        ]
        assert [one.get("type") for one in find(markup, "script")] == ["application/ld+json"]
        assert "default-src 'none'; style-src 'unsafe-inline'; img-src data:" in markup
        header = next(find(markup, "header")[0].elements())
        assert [one.tag for one in header.elements()] == ["p", "h1"]

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
        engine._own_template.cache_clear()
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

    def test_tables_may_name_their_rows(self) -> None:
        """And a cell may have a look, where its words say the same."""
        cells = tuple(
            (Text((word,), role=role),) for word, role in (("1", None), ("a", "marked"), ("b", "x"))
        )
        markup = body(page(Grid((cells[:3], cells), 1, header_columns=1)))
        assert (
            '<tr><th scope="row"><p>1</p></th><td class="marked"><p>a</p></td><td><p>b</p></td></tr>'
            in markup
        )
        assert '<th scope="col" class="marked"><p>a</p></th>' in markup

    def test_a_picture_stands_above_its_table(self) -> None:
        """In the page, so that it has its colours; a look keeps the words of a cell on one line."""
        markup = body(page(DRAWN))
        assert f'<figure class="picture">{DRAWING.svg}</figure>\n<table>' in markup
        whole = Grid((((Text(("Å27-1",), role="whole"),),),))
        assert '<td class="whole"><p>Å27-1</p></td>' in body(page(whole))

    def test_small_parts_stand_side_by_side(self) -> None:
        """Neighbours of one role in a row of their own, with what is between rows outside."""
        month = Grid((((text("a"),),),), role="month")
        column = Labelled("A", lines=(Line(("x",)),), role="column")
        markup = body(page(month, month, text("b"), column, column, Labelled("C", ("d",))))
        rows = find(markup, "div")
        assert [one.get("class") for one in rows if one.get("class")] == ["beside month", "beside column"]
        assert markup.count("<table>") == 2
        assert '</table>\n</div>\n<p>b</p>\n<div class="beside column">\n<dl class="section"><div>' in markup
        assert '</div></dl>\n</div>\n<dl class="fields">' in markup

    def test_a_legend_has_a_class_of_its_own(self) -> None:
        """So that its lines may follow on one another."""
        markup = body(page(Labelled("Tecken", lines=(Line(("h = helgdag",)),), role="legend")))
        assert '<dl class="section legend">\n<div><dt>Tecken</dt>' in markup

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


def properties(markup: str, media: str) -> dict[str, str]:
    """The custom properties that a page paints with where *media* holds."""
    line = next(line for line in markup.split("\n") if line.startswith(f"{media} {{ :root {{"))
    return dict(re.findall(r"--(\w+): (#[0-9a-f]{6})", line))


HOUSE = Theme(link="#7a1fa2", accent="#00539b", decision="#004d40", font="Noto Sans", footer="Gatan 1 <b>")
PNG = b"\x89PNG\r\n\x1a\n0"


class TestTheme:
    def page(self, theme: Theme) -> str:
        return HtmlRenderer(theme=theme).render(Outline((Heading("A", 1),))).decode()

    @pytest.mark.parametrize("theme", [Theme(), HOUSE])
    @pytest.mark.parametrize("media", ["@media (prefers-color-scheme: dark)", "@media print"])
    def test_contrast_is_enough_everywhere(self, theme: Theme, media: str) -> None:
        """On dark and on paper too; on light the theme itself sees to it (WCAG 2.2, 1.4.3)."""
        colours = properties(self.page(theme), media)
        for name in ("text", "quiet", "link", "accent", "decision", "action"):
            for behind in ("page", "panel"):
                assert contrast(colours[name], colours[behind]) >= 4.5, (name, behind)

    def test_gives_colours_font_and_footer(self) -> None:
        """As the theme says; its words are escaped."""
        markup = self.page(HOUSE)
        assert "--link: #7a1fa2;" in markup
        assert '--font: "Noto Sans";' in markup
        assert "<footer>\n<p>Gatan 1 &lt;b&gt;</p>" in markup

    def test_a_logo_is_part_of_the_page_and_of_no_document(self) -> None:
        """One file: the image stands in it. Reading back does not see it."""
        theme = Theme(logo=PNG, logo_text='Bolaget "B"')
        markup = self.page(theme)
        assert 'src="data:image/png;base64,iVBORw0KGgow" alt="Bolaget &#34;B&#34;">' in markup
        read = HtmlReader().read(markup.encode(), DEFAULT_LIMITS)
        assert read.outline == Outline((Heading("A", 1),))

    def test_the_default_needs_no_header(self) -> None:
        """Where there is nothing to show, there is nothing."""
        assert not find(page(Text(("a",))), "header")


class TestAbout:
    ABOUT = About(
        name="Anteckningar",
        body="Nätverket </script> & co",
        banner="UTKAST",
        starts=datetime(2027, 2, 5, 9, 0, tzinfo=timezone(timedelta(hours=1))),
        ends=date(2027, 2, 6),
        place="Ale",
        mode=Mode.HYBRID,
        cancelled=True,
    )

    def page(self, about: About) -> str:
        return HtmlRenderer().render(Outline((Heading("A", 1),), "T", about=about)).decode()

    def data(self, about: About) -> dict[str, object]:
        [told] = re.findall(r'<script type="application/ld\+json">(.*)</script>', self.page(about))
        return json.loads(told)  # type: ignore[no-any-return]

    def test_a_banner_is_on_the_page_and_in_no_document(self) -> None:
        """A draft says so; reading back keeps it apart."""
        markup = self.page(self.ABOUT)
        assert '<p class="banner" data-part="none">UTKAST</p>' in markup
        read = HtmlReader().read(markup.encode(), DEFAULT_LIMITS)
        assert read.outline == Outline((Heading("A", 1),))
        assert "UTKAST" in read.furniture

    def test_search_engines_are_told_in_their_words(self) -> None:
        """schema.org: a document about an event. Nothing in it ends the element."""
        assert self.page(self.ABOUT).count("</script>") == 1
        assert self.data(self.ABOUT) == {
            "@context": "https://schema.org",
            "@type": "DigitalDocument",
            "name": "T",
            "inLanguage": "sv-SE",
            "creativeWorkStatus": "UTKAST",
            "publisher": {"@type": "Organization", "name": "Nätverket </script> & co"},
            "about": {
                "@type": "Event",
                "name": "Nätverket </script> & co",
                "startDate": "2027-02-05T09:00:00+01:00",
                "endDate": "2027-02-06",
                "eventStatus": "https://schema.org/EventCancelled",
                "eventAttendanceMode": "https://schema.org/MixedEventAttendanceMode",
                "location": {"@type": "Place", "name": "Ale"},
                "organizer": {"@type": "Organization", "name": "Nätverket </script> & co"},
            },
        }

    def test_what_is_not_known_is_not_told(self) -> None:
        """Nothing is invented."""
        assert self.data(About()) == {
            "@context": "https://schema.org",
            "@type": "DigitalDocument",
            "name": "T",
            "inLanguage": "sv-SE",
        }
        assert self.data(About(starts=date(2027, 2, 5)))["about"] == {
            "@type": "Event",
            "startDate": "2027-02-05",
        }


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

    def test_gets_the_document_as_plain_values(self, tmp_path: Path) -> None:
        """Whoever wants another order of things walks the nodes; words are escaped there too."""
        template = (
            "{{ about.name }}{% for node in nodes %}[{{ node.kind }} "
            "{% if node.kind == 'text' %}{{ node.content[0].text }}{% else %}{{ node.text }}{% endif %}]"
            "{% endfor %}"
        )
        assert self.render(tmp_path, template) == "[heading &lt;Möte&gt;][text a]"

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
            ("{{ title|safe }}", "minutes.html.j2:1: No filter named 'safe'"),
            ("{{ [title]|map('safe')|first }}", "the template fails"),
            ("{%- autoescape false %}{{ title }}{% endautoescape %}", "turns escaping off"),
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
        monkeypatch.setattr(engine, "_LARGEST_PAGE", 10_000)
        with pytest.raises(TemplateError, match="larger than 10,000"):
            self.render(tmp_path, "{% for a in range(99999) %}{{ title }}{% endfor %}")
