"""Word files that we wrote: their structure exactly, also when a program has saved them again."""

import re
import shutil
import subprocess
from collections.abc import Callable
from datetime import date
from pathlib import Path

import attrs
import pytest

from motesprotokoll import dumps, read, render, renderer
from motesprotokoll.compose import compose
from motesprotokoll.extraction import Extraction
from motesprotokoll.limits import DEFAULT_LIMITS
from motesprotokoll.model import (
    ActionItem,
    AgendaItem,
    Basis,
    BulletList,
    Decision,
    Emphasis,
    Link,
    Meeting,
    Member,
    Network,
    Occasion,
    Paragraph,
)
from motesprotokoll.outline import Entry, Heading, Labelled, Line, Listing, Outline, Rule, Text
from motesprotokoll.readers.docx import DocxReader
from motesprotokoll.renderers.docx import DocxRenderer
from motesprotokoll.testing import sample_meeting
from word_files import OFFICE, level, numbering, p, parts_of, run, with_part, word, zipped

DOCUMENT = "word/document.xml"
WORDS = "Köp fem stycken"


def extracted(data: bytes) -> Extraction:
    return DocxReader().read(data, DEFAULT_LIMITS)


def text_of(data: bytes) -> str:
    part = parts_of(data)[DOCUMENT]
    return part.decode() if isinstance(part, bytes) else part


def written(*, embed: bool = True) -> bytes:
    return bytes(renderer("docx", embed=embed).render(sample_meeting(WORDS)))


def changed(data: bytes, change: Callable[[str], str]) -> bytes:
    """*data* with its text changed by a hand."""
    return with_part(data, DOCUMENT, change(text_of(data)))


def saved_by_word(data: bytes) -> bytes:
    """*data* as Word saves it: new ids of styles, runs in pieces, revisions, marks of the speller."""
    parts = parts_of(data)
    for name, content in parts.items():
        text = content.decode() if isinstance(content, bytes) else content
        if name in (DOCUMENT, "word/styles.xml"):
            text = re.sub(r'((?:w:val|w:styleId)=")Mp(\w)', r"\1Eget\2", text)
        if name == DOCUMENT:
            text = re.sub(
                r"<w:r>((?:<w:rPr>(?:(?!</w:rPr>).)*</w:rPr>)?)"
                r'<w:t xml:space="preserve">([^<&]{2,})([^<&]{2})</w:t></w:r>',
                r'<w:r w:rsidR="00A1">\1<w:t xml:space="preserve">\2</w:t></w:r>'
                r'<w:proofErr w:type="spellStart"/>'
                r'<w:r w:rsidR="00B2">\1<w:lastRenderedPageBreak/><w:t xml:space="preserve">\3</w:t></w:r>',
                text,
            )
            text = text.replace("<w:p>", '<w:p w:rsidR="00C3"><w:bookmarkStart w:id="0" w:name="_GoBack"/>')
            text = text.replace("</w:p>", '<w:bookmarkEnd w:id="0"/></w:p>')
        parts[name] = text
    return zipped(parts)


class TestOurs:
    def test_gives_outline_lines_and_what_it_carries(self) -> None:
        """All three, so that each can be weighed against the others."""
        meeting = sample_meeting(WORDS)
        found = extracted(written())
        assert found.outline == compose(meeting)
        assert found.outline is not None
        assert (found.outline.title, found.outline.language) == ("Anteckningar 5 februari 2027", "sv")
        assert found.carried == dumps(meeting)
        assert [line.text for line in found.lines[:2]] == [
            f"Nätverket {WORDS}",
            "Anteckningar 5 februari 2027",
        ]
        assert extracted(bytes(render(meeting, "docx", language="en"))).outline == compose(
            meeting, language="en"
        )

    def test_other_views_are_anybodys(self) -> None:
        """They cannot be read back, and do not say that they could."""
        found = extracted(bytes(render(sample_meeting(WORDS), "docx", view="decisions")))
        assert (found.outline, found.carried) == (None, None)

    @pytest.mark.parametrize("embed", [True, False])
    def test_read_back_equal(self, embed: bool) -> None:
        """By the data, and without it by the visible structure."""
        reading = read(written(embed=embed))
        assert reading.meeting == sample_meeting(WORDS)
        assert reading.findings == ()

    @pytest.mark.parametrize("embed", [True, False])
    def test_read_back_equal_when_word_has_saved_them(self, embed: bool) -> None:
        """What is seen is the same, so the meeting is."""
        data = saved_by_word(written(embed=embed))
        assert "EgetDecision" in text_of(data)
        reading = read(data)
        assert reading.meeting == sample_meeting(WORDS)
        assert [finding.code for finding in reading.findings] == []

    def test_signs_and_links_that_word_cannot_show_stand_as_text(self) -> None:
        """In styles of their own, by which they are found again."""
        links = (Link("x", "javascript:alert(1)"), Link("y", "y"))
        entries = (Entry((Text(links),), "100 %"), Entry((Text(("b",)),), "…"))
        outline = Outline(
            (Listing(entries), Text(("a", Emphasis("b"), Emphasis("c"), Emphasis("d", strong=True))))
        )
        assert extracted(DocxRenderer().render(outline)).outline == outline

    def test_a_change_of_words_is_read(self) -> None:
        """The data no longer says what is seen, so what is seen counts, with a finding."""
        data = changed(
            written(), lambda text: text.replace("Nätverket beslutar Köp", "Nätverket beslutar sälj")
        )
        reading = read(data)
        assert reading.meeting.decisions[0].text == "Nätverket beslutar sälj fem stycken"
        assert reading.findings[0].code == "own.data-differs"

    def test_words_where_we_have_none_make_it_anybodys(self) -> None:
        """A separator, a text box or a footnote that a hand filled: nothing of it is lost."""
        separator = changed(written(), lambda text: text.replace(">: </w:t>", ">: NYTT </w:t>", 1))
        box = run("x") + f"<w:r><w:txbxContent>{p('NYTT')}</w:txbxContent></w:r>"
        boxed = changed(written(), lambda text: text.replace("<w:body>", f"<w:body>{p(box)}"))
        celled = changed(written(), lambda text: text.replace("</w:tc>", f"{p(box)}</w:tc>", 1))
        note = changed(
            written(),
            lambda text: text.replace("</w:p>", '<w:r><w:footnoteReference w:id="1"/></w:r></w:p>', 1),
        )
        for data in (separator, boxed, celled, note):
            assert extracted(data).outline is None
        assert "NYTT" in dumps(read(separator).meeting)
        assert "NYTT" in dumps(read(boxed).meeting)

    def test_forged_data_is_not_believed(self) -> None:
        """Data that says something else than the page, is broken, or stands where nobody can see it."""
        other = dumps(attrs.evolve(sample_meeting(WORDS), title="Annat"))
        part = '<json xmlns="urn:motesprotokoll:meeting">{}</json>'
        for content in (
            part.format(other.replace("&", "&amp;").replace("<", "&lt;")),
            part.format("{"),
            "<x/>",
            "<x",
        ):
            reading = read(with_part(written(), "customXml/item1.xml", content))
            assert reading.meeting == sample_meeting(WORDS)

    def test_data_may_be_one_of_many_parts(self) -> None:
        """Word keeps data of its own in such parts; what is broken, elsewhere or not there hides ours not."""
        relations = text_of_part(written(), "word/_rels/document.xml.rels")
        kind = f"{OFFICE}/customXml"
        more = "".join(
            f'<Relationship Id="x{number}" Type="{kind}" Target="{target}" {mode}/>'
            for number, (target, mode) in enumerate(
                (
                    ("../customXml/word.xml", ""),
                    ("../customXml/named.xml", ""),
                    ("../customXml/broken.xml", ""),
                    ("../customXml/borta.xml", ""),
                    ("https://exempel.se/item1.xml", 'TargetMode="External"'),
                )
            )
        )
        data = with_part(
            written(), "word/_rels/document.xml.rels", relations.replace("</Rel", f"{more}</Rel")
        )
        data = with_part(data, "customXml/word.xml", "<x/>")
        data = with_part(data, "customXml/named.xml", '<x xmlns="urn:motesprotokoll:meeting">{}</x>')
        data = with_part(data, "customXml/broken.xml", '<json xmlns="urn:motesprotokoll:meeting">{')
        assert extracted(data).carried == extracted(written()).carried
        assert extracted(data).carried is not None
        assert read(data).findings == ()

    def test_a_mark_of_another_grammar_is_none(self) -> None:
        """A newer file is read as anybody's, and so is one whose properties are broken."""
        properties = text_of_part(written(), "docProps/custom.xml")
        for content in (
            properties.replace(">1<", ">99<"),
            properties.replace("motesprotokoll", "annat"),
            "<",
            "",
        ):
            assert extracted(with_part(written(), "docProps/custom.xml", content)).outline is None


def text_of_part(data: bytes, name: str) -> str:
    part = parts_of(data)[name]
    return part.decode() if isinstance(part, bytes) else part


OWN_STYLES = (
    ("MpDecision", "Beslut"),
    ("MpSection", "Mellanrubrik"),
    ("MpLine", "Namnrad"),
    ("MpRule", "Linje"),
    ("Caption", "caption"),
)


class TestByHand:
    """What a hand adds to a file of ours, read by the rules of our structure."""

    def outline(self, body: str, numbering: str = "") -> Outline | None:
        styles = "".join(
            f'<w:style w:type="paragraph" w:styleId="{key}"><w:name w:val="{name}"/></w:style>'
            for key, name in OWN_STYLES
        )
        custom = text_of_part(written(), "docProps/custom.xml")
        data = word(body, styles=styles, numbering=numbering, others={"docProps/custom.xml": custom})
        return extracted(data).outline

    def nodes(self, body: str, numbering: str = "") -> tuple[object, ...]:
        found = self.outline(body, numbering)
        assert found is not None
        return found.nodes

    def test_a_style_alone_has_the_label_of_its_role(self) -> None:
        """A decision as a secretary makes it; a section without a label is one without words."""
        assert self.nodes(p("Vi köper.", "MpDecision")) == (Labelled("Beslut", ("Vi köper.",)),)
        assert self.nodes(p("Text", "MpSection")) == (Labelled("", ("Text",)),)
        assert self.nodes(p("", "MpDecision")) == ()

    def test_lines_without_a_label_are_paragraphs(self) -> None:
        """So is a rule that somebody wrote on, and a caption without a table."""
        assert self.nodes(p("Ida Ek", "MpLine") + p("", "MpLine")) == (Text(("Ida Ek",)),)
        assert self.nodes(p("x", "MpRule") + p("", "MpRule")) == (Text(("x",)), Rule())
        assert self.nodes(p("Tabell", "Caption")) == (Text(("Tabell",)),)
        label = (
            p("Närvarande", "MpSection") + p("Ida", "MpLine") + p("mellan", "", INDENT) + p("Bo", "MpLine")
        )
        found = self.nodes(label)
        assert found == (
            Labelled("", ("Närvarande",), (Line(("Ida",)),), (Text(("mellan",)),)),
            Text(("Bo",)),
        )

    def test_a_list_by_the_button_is_a_list(self) -> None:
        """With the signs that it shows; a paragraph below goes on with its entry by its indentation."""
        part = numbering(level(0, "decimal", "%1)", start=3), level(1, "none", ""))
        body = p("ett", level=0) + p("mer", "", INDENT) + p("två", level=0) + p("tyst", level=1) + p("slut")
        entries = (
            Entry((Text(("ett",)), Text(("mer",))), "3)"),
            Entry((Text(("två",)),), "4)"),
            Entry((Text(("tyst",)),), ""),
        )
        assert self.nodes(body, part) == (Listing(entries), Text(("slut",)))

    def test_tables_are_made_even(self) -> None:
        """Cells that span, and rows that are short."""
        cell = '<w:tc><w:tcPr><w:gridSpan w:val="2"/></w:tcPr>' + p("a") + "</w:tc>"
        rows = f"<w:tbl><w:tr>{cell}</w:tr><w:tr><w:tc>{p('b')}</w:tc></w:tr></w:tbl>"
        (grid,) = self.nodes(rows)
        assert grid.rows == (((Text(("a",)),), ()), ((Text(("b",)),), ()))  # type: ignore[attr-defined]

    def test_headings_may_be_empty(self) -> None:
        """They are where they are."""
        assert self.nodes(p("", "Heading1")) == (Heading("", 2),)


INDENT = '<w:ind w:left="340"/>'


class TestSecretarysLoop:
    """The view notes_template as Word, filled in, and read back."""

    NETWORK = Network("HR-nätverket", members=[Member("Ida Ek", organisation="Ale"), Member("Bo Al")])

    def filled(self, change: Callable[[str], str]) -> Meeting:
        meeting = Meeting(
            self.NETWORK,
            occasion=Occasion(date(2027, 2, 5)),
            agenda=[
                AgendaItem("Välkomna", number="1"),
                AgendaItem("Budget", number="2"),
                AgendaItem("Övrigt"),
            ],
        )
        data = bytes(render(meeting, "docx", view="notes_template"))
        return read(changed(data, change)).meeting

    @staticmethod
    def after(heading: str, *paragraphs: str) -> Callable[[str], str]:
        pattern = re.compile(rf"{heading}</w:t></w:r></w:p>(<w:p>(?:(?!</w:p>).)*</w:p>)")
        return lambda text: pattern.sub(lambda found: found[0].replace(found[1], "".join(paragraphs)), text)

    def test_empty_room_leaves_nothing(self) -> None:
        """What nobody wrote is not there."""
        meeting = self.filled(lambda text: text)
        assert [(item.number, item.title, item.body) for item in meeting.agenda] == [
            ("1", "Välkomna", ()),
            ("2", "Budget", ()),
            (None, "Övrigt", ()),
        ]

    def test_what_stands_in_our_styles_is_trusted(self) -> None:
        """Without any cue in the words: the basis of each is STATED."""
        meeting = self.filled(
            self.after(
                "Budget",
                p("Bo redogjorde för budgeten.", "MpRoom"),
                p("Ett nytt system köps in.", "MpDecision"),
                p("Ansvaret ligger kvar.", "MpDecision"),
                p("Ringa leverantören (Ida)", "MpAction"),
                p("26 maj 2027, Ale", "MpNextMeeting"),
            )
        )
        paragraph, first, second, action = meeting.agenda[1].body
        assert paragraph == Paragraph("Bo redogjorde för budgeten.")
        assert first == Decision("Ett nytt system köps in.", basis=Basis.STATED)
        assert second == Decision("Ansvaret ligger kvar.", basis=Basis.STATED)
        assert isinstance(action, ActionItem)
        assert (action.text, action.basis) == ("Ringa leverantören (Ida)", Basis.STATED)
        assert meeting.next_meeting is not None
        assert str(meeting.next_meeting.dates) == "2027-05-26"
        assert meeting.next_meeting.place == "Ale"

    def test_a_list_in_the_room_stays_a_list(self) -> None:
        """What is in no style of ours is read as anybody's."""
        meeting = self.filled(self.after("Budget", p("• ett", "MpRoom"), p("• två", "MpRoom")))
        assert isinstance(meeting.agenda[1].body[0], BulletList)


@pytest.mark.slow
@pytest.mark.skipif(shutil.which("soffice") is None, reason="there is no LibreOffice here")
@pytest.mark.parametrize("embed", [True, False])
def test_read_back_when_libreoffice_has_saved_them(embed: bool, tmp_path: Path) -> None:
    """By the data where there is any; else by the structure."""
    (tmp_path / "a.docx").write_bytes(written(embed=embed))
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    saving = ["--convert-to", "docx", "--outdir", str(tmp_path / "out"), str(tmp_path / "a.docx")]
    subprocess.run(
        ["soffice", "--headless", profile, *saving],
        check=True,
        capture_output=True,
        timeout=120,
    )
    reading = read(tmp_path / "out" / "a.docx")
    meeting = sample_meeting(WORDS)
    assert (reading.meeting, reading.findings) == (meeting, ())


def test_renders_what_the_reader_takes() -> None:
    """The renderer without any option is the one whose files these are."""
    assert DocxRenderer().render(compose(sample_meeting(WORDS))).startswith(b"PK")
