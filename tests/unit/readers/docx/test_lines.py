"""Anybody's Word document as lines: what is seen, in reading order, with nothing lost."""

import subprocess
import sys
from typing import ClassVar

import pytest

from motesprotokoll.errors import LimitError, ReadError, WrongValueError
from motesprotokoll.extraction import Extraction, Line
from motesprotokoll.limits import DEFAULT_LIMITS, Limits
from motesprotokoll.readers.docx import DocxReader
from motesprotokoll.readers.protocol import Reader
from word_files import NAMESPACES, level, numbering, p, relations, run, table, tc, with_part, word

BOLD = "<w:b/>"


def read(data: bytes, limits: Limits = DEFAULT_LIMITS) -> Extraction:
    return DocxReader().read(data, limits)


def texts(data: bytes) -> list[str]:
    return [line.text for line in read(data).lines]


def told(data: bytes) -> list[str]:
    return [finding.message for finding in read(data).findings]


class TestReader:
    def test_is_a_reader_with_named_options(self) -> None:
        """It keeps the contract for readers; an option that it does not know is told at once."""
        assert isinstance(DocxReader(), Reader)
        with pytest.raises(WrongValueError, match=r"DocxReader\.changes: changes must be"):
            DocxReader(changes="ignore")  # type: ignore[arg-type]

    def test_an_empty_document_has_no_lines(self) -> None:
        """Nothing is read where nothing is, also without any part but the text."""
        assert read(word("")) == Extraction(language="sv-SE")
        assert read(word(p("") + p("<w:r/>"), styles="")).lines == ()

    def test_says_the_language(self) -> None:
        """As a tag, where the styles name one."""
        assert read(word("")).language == "sv-SE"
        assert read(word("", styles="")).language is None


class TestWords:
    def test_runs_are_one_text(self) -> None:
        """Words that Word has cut for its spell checker and its revisions are whole."""
        pieces = (
            '<w:bookmarkStart w:id="0" w:name="x"/><w:proofErr w:type="spellStart"/>'
            + run("Bes")
            + '<w:proofErr w:type="spellEnd"/>'
            + '<w:r w:rsidR="00AB"><w:lastRenderedPageBreak/><w:t>lut</w:t></w:r>'
        )
        assert texts(word(p(pieces))) == ["Beslut"]

    def test_what_wraps_words_is_looked_through(self) -> None:
        """Content controls, smart tags, custom XML, directions and what nobody foresaw, in each other."""
        wraps = ["smartTag", "customXml", "bdo", "dir", "sdt", "sdtContent", "ruby", "rubyBase", "nyhet"]
        inner = run("djupt")
        for name in wraps:
            inner = f"<w:{name}>{inner}</w:{name}>"
        assert texts(word(f"<w:sdt><w:sdtPr/><w:sdtContent>{p(inner)}</w:sdtContent></w:sdt>")) == ["djupt"]

    def test_signs_of_their_own_are_characters(self) -> None:
        """Hyphens that stay or go, symbols, tabs, line breaks, and boxes that are ticked."""
        signs = (
            "<w:r><w:t>HR</w:t><w:noBreakHyphen/><w:t>chef</w:t><w:softHyphen/><w:t>en</w:t>"
            '<w:sym w:font="Wingdings" w:char="F0E0"/><w:sym w:font="Symbol" w:char="F061"/>'
            '<w:sym w:font="Arial" w:char="0041"/><w:sym w:font="x" w:char="zz"/></w:r>'
            "<m:oMath><m:r><m:t>x=1</m:t></m:r></m:oMath>"
        )
        assert texts(word(p(signs))) == ["HR-chefen→αA\ufffdx=1"]

    def test_a_line_break_begins_a_line(self) -> None:
        """So does a break of a page or column; no room is between the two."""
        lines = read(word(p("Ett\nTvå") + p("<w:r><w:t>a</w:t><w:cr/><w:t>b</w:t></w:r>"))).lines
        assert [(line.text, line.number) for line in lines] == [("Ett", 1), ("Två", 2), ("a", 3), ("b", 4)]
        assert not lines[1].gap

    def test_tabs_set_columns(self) -> None:
        """As in text; a tab in front is indentation."""
        (line,) = read(word(p("Sekreterare\tBo Ek"))).lines
        assert line.cells == ("Sekreterare", "Bo Ek")
        assert texts(word(p("\tBo Ek"))) == ["Bo Ek"]

    def test_white_space_in_xml_is_space(self) -> None:
        """A line break in the file is none in the document; comments and instructions cut no text in two."""
        broken = "<w:r><w:t>Beslut: <!-- x -->AVSLAG\n på<?y z?> allt<w:nytt>!</w:nytt></w:t></w:r>"
        assert texts(word(p(broken))) == ["Beslut: AVSLAG på allt!"]

    def test_repairs_letters_as_text_does(self) -> None:
        """Ligatures, marks that stand apart, and invisible signs."""
        assert texts(word(p("oﬃciell a\u030a\u200bteradopti\u00adon"))) == ["officiell återadoption"]


class TestLinks:
    LINKS: ClassVar = {"a": "https://example.org/x", "b": "mailto:ida@example.org", "c": "file:///C:/x"}

    def test_an_address_follows_the_words(self) -> None:
        """As in other formats; not where the words are the address, or where it leads nowhere."""
        link = '<w:hyperlink r:id="{}">{}</w:hyperlink>'
        content = (
            link.format("a", run("av") + run("talet"))
            + run(" ")
            + link.format("b", run("ida@example.org"))
            + link.format("saknas", run(" här"))
        )
        assert texts(word(p(content), links=self.LINKS)) == [
            "avtalet <https://example.org/x> ida@example.org här"
        ]

    def test_a_field_may_be_a_link(self) -> None:
        """Whole, or in its parts; the instruction itself is not shown, and its result is."""
        sign = '<w:r><w:fldChar w:fldCharType="{}"/></w:r>'
        field = (
            sign.format("begin")
            + '<w:r><w:instrText> HYPERLINK "https://example.org/y" </w:instrText></w:r>'
            + sign.format("separate")
            + run("sidan")
            + sign.format("end")
            + run(" slut ")
        )
        simple = '<w:fldSimple w:instr=" HYPERLINK \\l &quot;plats&quot;">' + run("plats") + "</w:fldSimple>"
        page = '<w:fldSimple w:instr="PAGE">' + run("3") + "</w:fldSimple>"
        assert texts(word(p(field + simple + page))) == ["sidan <https://example.org/y> slut plats3"]

    def test_fields_that_do_not_match_lose_nothing(self) -> None:
        """An end without a beginning, an instruction outside any field, a beginning without an end."""
        sign = '<w:r><w:fldChar w:fldCharType="{}"/></w:r>'
        odd = sign.format("end") + sign.format("separate") + "<w:r><w:instrText>x</w:instrText></w:r>"
        assert texts(word(p(odd + sign.format("begin") + run("a")) + p("b"))) == ["a", "b"]

    def test_a_form_shows_what_was_chosen(self) -> None:
        """A box with its tick, a list with its choice."""
        form = '<w:r><w:fldChar w:fldCharType="begin"><w:ffData>{}</w:ffData></w:fldChar></w:r>'
        boxes = "".join(
            form.format(f"<w:checkBox>{state}</w:checkBox>") + run(" ")
            for state in ("<w:checked/>", '<w:default w:val="1"/>', '<w:default w:val="0"/>', "")
        )
        entries = '<w:listEntry w:val="ja"/><w:listEntry w:val="nej"/>'
        choices = "".join(
            form.format(f"<w:ddList>{result}{entries}</w:ddList>") + run(" ")
            for result in ('<w:result w:val="1"/>', "", '<w:result w:val="9"/>', '<w:result w:val="x"/>')
        )
        assert texts(word(p(boxes + choices))) == ["☒ ☒ ☐ ☐ nej ja"]

    def test_a_link_that_could_do_harm_is_told(self) -> None:
        """Its words stay; nothing is ever opened."""
        data = word(p('<w:hyperlink r:id="c">' + run("mallen") + "</w:hyperlink>"), links=self.LINKS)
        assert texts(data) == ["mallen"]
        assert told(data) == ["Länken till ”file:///C:/x” är utelämnad; bara dess ord är kvar."]


class TestHeadings:
    def test_by_outline_level_and_by_name(self) -> None:
        """A style's own level, one that it inherits, a localised name, and what a paragraph says itself."""
        body = (
            p("Ett", "Rubrik1")
            + p("Två", "R2")
            + p("Ärvd", "Husets")
            + p("Text", "Rubrik1", OUTLINE.format(9))
            + p("Själv", "", OUTLINE.format(2))
            + p("Okänd", "FinnsInte")
        )
        assert [line.level for line in read(word(body)).lines] == [1, 2, 2, None, 3, None]

    def test_a_title_stands_above_all(self) -> None:
        """Where a document has one, its headings are one level deeper."""
        body = p("Anteckningar", "Rubrik") + p("Välkomna", "Rubrik1") + p("Hej.")
        assert [line.level for line in read(word(body)).lines] == [1, 2, None]

    def test_by_look(self) -> None:
        """Short, bold and larger, or bold on its own above text that is not."""
        large = f'{BOLD}<w:sz w:val="32"/>'
        body = (
            p("Anteckningar", looks=large)
            + p("Välkomna", looks=BOLD)
            + p("Ida hälsade alla välkomna.")
            + p("Budget", looks='<w:rStyle w:val="Fet"/>')
            + p("Bo redogjorde för budgeten.")
        )
        assert [line.level for line in read(word(body)).lines] == [1, 2, None, 2, None]

    @pytest.mark.parametrize(
        ("text", "looks"),
        [
            ("Ida hälsade alla välkomna.", BOLD),
            ("Ida Ek, ordförande", BOLD),
            ("Närvarande:", BOLD),
            ("x" * 101, BOLD),
            ("Ett\nTvå", BOLD),
            ("Namn\tRoll", BOLD),
            ("Välkomna", '<w:b w:val="0"/>'),
        ],
    )
    def test_what_only_looks_like_one(self, text: str, looks: str) -> None:
        """Sentences, names, labels and long or broken lines are no headings, however bold."""
        lines = read(word(p("Text.") + p(text, looks=looks) + p("Mer text."))).lines
        assert {line.level for line in lines} == {None}

    def test_a_link_without_words_looks_like_nothing(self) -> None:
        """Its address is all that is read: no heading, and not struck through."""
        blank = run(" ", '<w:b/><w:sz w:val="60"/>')
        link = f'<w:hyperlink r:id="a">{blank}</w:hyperlink>'
        found = read(word(p(link) + p("Text."), links={"a": "https://exempel.se"}))
        assert [(line.text, line.level) for line in found.lines] == [
            ("<https://exempel.se>", None),
            ("Text.", None),
        ]
        assert (found.furniture, found.findings) == ((), ())

    def test_bold_lines_in_a_row_are_no_headings(self) -> None:
        """But the last of them may be."""
        body = p("Ida Ek", looks=BOLD) + p("Bo Al", looks=BOLD) + p("Text.")
        assert {line.level for line in read(word(body)).lines} == {None}

    def test_looks_do_not_count_where_styles_do(self) -> None:
        """A document with real headings says itself what its headings are."""
        body = p("Välkomna", "Rubrik1") + p("Fet", looks=BOLD) + p("Text.")
        assert [line.level for line in read(word(body)).lines] == [1, None, None]

    def test_a_table_of_contents_is_furniture(self) -> None:
        """It says again what stands below."""
        found = read(word(p("Välkomna\t3", "Innehll1") + p("Välkomna", "Rubrik1")))
        assert [line.text for line in found.lines] == ["Välkomna"]
        assert found.furniture == ("Välkomna 3",)


OUTLINE = '<w:outlineLvl w:val="{}"/>'


class TestSpace:
    def test_room_is_what_is_more_than_usual(self) -> None:
        """An empty paragraph, or space above what most have; a long paragraph ends where it ends."""
        body = (
            p("Närvarande")
            + p("Ida Ek")
            + p("Bo Al")
            + p("")
            + p("Text")
            + p("lång " * 20)
            + p("Mer")
            + p("Luftig", "", '<w:spacing w:before="400"/>')
            + p("Tät", "", '<w:spacing w:after="x"/>')
            + p("Auto", "", '<w:spacing w:beforeAutospacing="1" w:before="0"/>')
        )
        gaps = [(line.text[:4], line.gap) for line in read(word(body)).lines]
        assert gaps == [
            *(("Närv", False), ("Ida ", False), ("Bo A", False), ("Text", True), ("lång", True)),
            *(("Mer", True), ("Luft", True), ("Tät", False), ("Auto", True)),
        ]

    def test_lines_that_are_paragraphs_are_no_paragraphs(self) -> None:
        """Where text was pasted out of a PDF, each line is a paragraph, so none ends for being long."""
        cut = "Nätverket talade länge om hur kommunerna ska samverka om utbildning av"
        body = (p(cut) + p("dem som börjar.")) * 2 + p(cut)
        assert [line.gap for line in read(word(body)).lines] == [False] * 5
        once = p(cut) + p("dem som börjar.") + p(f"{cut} dem.") + p("Slut")
        assert [line.gap for line in read(word(once)).lines] == [False, True, True, True]

    def test_indentation_is_in_columns(self) -> None:
        """Of the first line, up to a bound; a negative one is none."""
        indents = ('w:left="720"', 'w:start="720" w:hanging="360"', 'w:left="99999"', 'w:left="-500"', "")
        body = "".join(p("x", "", f"<w:ind {indent}/>") for indent in indents)
        assert [line.indent for line in read(word(body)).lines] == [4, 2, 24, 0, 0]


class TestLists:
    NUMBERS = numbering(
        level(0, "decimal", "%1."),
        level(1, "bullet", "\uf0b7", SYMBOL := '<w:rPr><w:rFonts w:ascii="Symbol"/></w:rPr>'),
    )

    def test_signs_are_shown_and_levels_indent(self) -> None:
        """As text has it; what goes on with an entry stands to its right."""
        body = (
            p("Ett", level=0)
            + p("Under", level=1)
            + p("Två\nmer", level=0)
            + p("fortsättning", "", '<w:ind w:left="720"/>')
        )
        lines = read(word(body, numbering=self.NUMBERS)).lines
        assert [(line.indent, line.gap, line.text) for line in lines] == [
            (0, False, "1. Ett"),
            (2, False, "• Under"),
            (0, False, "2. Två"),
            (2, False, "mer"),
            (4, True, "fortsättning"),
        ]

    def test_a_style_may_put_paragraphs_in_a_list(self) -> None:
        """And a paragraph may take itself out of it; an empty one is not counted."""
        out = '<w:numPr><w:numId w:val="0"/></w:numPr>'
        body = p("Ett", "Lista") + p("", "Lista") + p("ute", "Lista", out) + p("Två", "Lista")
        assert texts(word(body, numbering=self.NUMBERS)) == ["1. Ett", "ute", "2. Två"]

    def test_numbered_headings_show_their_numbers(self) -> None:
        """A heading keeps its level beside its number."""
        data = word(p("Välkomna", "Rubrik1", level=0) + p("Text."), numbering=self.NUMBERS)
        assert read(data).lines[0] == Line("1. Välkomna", 1, level=1)


class TestTables:
    def test_a_table_with_a_header_has_bars(self) -> None:
        """Also where more than two columns say that the first row names them; bars as in HTML."""
        rows = (["Namn", "Roll"], ["Ida Ek", "ordförande"])
        assert texts(word(table(*rows, header=True))) == [
            "| Namn | Roll |",
            "|---|",
            "| Ida Ek | ordförande |",
        ]
        assert texts(word(table(["A", "B", "C"], ["1", "", "3"]))) == [
            "| A | B | C |",
            "|---|",
            "| 1 | | 3 |",
        ]

    def test_headers_may_be_of_several_rows(self) -> None:
        """The line stands below the last that says so; a row without words is left out."""
        mark = "<w:tr><w:trPr></w:trPr>"
        grid = table(["Namn", "Roll"], ["a", "b"], ["", ""], ["c", "d"], header=True)
        two = grid.replace(mark, "<w:tr><w:trPr><w:tblHeader/></w:trPr>", 1)
        assert texts(word(grid)) == ["| Namn | Roll |", "|---|", "| a | b |", "| c | d |"]
        assert texts(word(two)) == ["| Namn | Roll |", "| a | b |", "|---|", "| c | d |"]

    def test_a_table_may_be_what_is_labelled(self) -> None:
        """A label with a table beside it stands on one line with it, as with any one paragraph."""
        inner = table(["Ida Ek", "Ale"]) + p("")
        assert texts(word(table(["Närvarande", tc(inner)], ["Plats", "Ale"]))) == [
            "Närvarande Ida Ek Ale",
            "Plats Ale",
        ]

    def test_cells_of_signs_that_nobody_sees_are_empty(self) -> None:
        """They leave no line."""
        assert texts(word(table(["\u200b", ""], ["Plats", "Ale"]))) == ["Plats Ale"]

    def test_two_columns_are_labels_and_what_they_label(self) -> None:
        """On one line with two columns, or with the lines below the label."""
        rows = (["Plats", "Ale"], ["Närvarande", p("Ida Ek") + p("Bo Al")], ["", "Slut"], ["", ""])
        lines = read(word(table(*rows))).lines
        assert [(line.text, line.cells) for line in lines] == [
            ("Plats Ale", ("Plats", "Ale")),
            *((text, ()) for text in ("Närvarande", "Ida Ek", "Bo Al", "Slut")),
        ]

    def test_one_row_or_one_column_is_a_frame(self) -> None:
        """What stands in it is read as if there were no table, cell after cell."""
        letterhead = table(["Organet", p("Anteckningar") + p("2027-02-05")])
        assert texts(word(letterhead)) == ["Organet", "Anteckningar", "2027-02-05"]
        assert read(word(table(["Justeras", "Bo Ek"]))).lines[0].cells == ("Justeras", "Bo Ek")
        assert texts(word(table(["Ruta ett"], ["Ruta två"]))) == ["Ruta ett", "Ruta två"]

    def test_merged_cells_keep_their_columns(self) -> None:
        """A cell over two columns is followed by an empty one; spans are bounded by what Word allows."""
        wide = tc("Bred", '<w:gridSpan w:val="2"/>')
        grid = table(["A", "B", "C"], [wide, "c"], [tc("", "<w:vMerge/>"), "b", "c"], header=True)
        assert texts(word(grid))[2:] == ["| Bred | | c |", "| | b | c |"]
        huge = table(["A", "B"], [tc("x", '<w:gridSpan w:val="50000000"/>'), "y"], header=True)
        assert len(texts(word(huge))[0]) < 400

    def test_a_cell_tells_its_paragraphs_apart(self) -> None:
        """A row is one line; where a cell of it has several paragraphs it says which they are."""
        told = tc(p("Tider") + p("Planen gäller."))
        rows = read(word(table(["Punkt", "Text", "Ansvarig"], ["7.1", told, ""]))).lines
        assert (rows[0].parts, rows[2].text) == ((), "| 7.1 | Tider Planen gäller. | |")
        assert rows[2].parts == (("7.1",), ("Tider", "Planen gäller."), ())

    def test_cells_hold_lists_and_tables(self) -> None:
        """All on one line between the bars; wrapped rows and cells are rows and cells."""
        inner = table(["i", "ii"], ["iii", "iv"], header=True) + p("efter")
        grid = table(["A", "B"], [tc(inner), "x"], header=True)
        assert texts(word(grid))[2] == "| | i | ii | |---| | iii | iv | efter | x |"
        wrapped = (
            "<w:tbl><w:sdt><w:sdtContent><w:tr><w:sdt><w:sdtContent><w:tc>"
            + p("a")
            + "</w:tc></w:sdtContent>"
            "</w:sdt>"
            + p("lös")
            + "<w:r><w:t>helt</w:t></w:r></w:tr></w:sdtContent></w:sdt>"
            + p("mellan")
            + "<w:tr/></w:tbl>"
        )
        assert texts(word(wrapped)) == ["a lös helt", "mellan"]

    def test_paragraphs_between_rows_come_after(self) -> None:
        """They belong nowhere, and are not lost."""
        assert texts(word("<w:r><w:t>lös</w:t></w:r>" + p("sist"))) == ["lös", "sist"]


class TestPlaces:
    def test_text_boxes_follow_their_paragraph(self) -> None:
        """Once, although the file holds them twice: for programs of today and of yesterday."""
        box = f"<w:txbxContent>{p('I rutan')}</w:txbxContent>"
        both = (
            f"<w:r><mc:AlternateContent><mc:Choice Requires='wps'><w:drawing><wps:txbx>{box}</wps:txbx>"
            f"</w:drawing></mc:Choice><mc:Fallback><w:pict><v:textbox>{box}</v:textbox></w:pict></mc:Fallback>"
            "</mc:AlternateContent></w:r>"
        )
        data = word(p(run("Utanför") + both) + p("Efter"))
        assert texts(data) == ["Utanför", "I rutan", "Efter"]
        assert told(data) == []

    def test_what_others_would_see_is_told(self) -> None:
        """A file that shows one program something else than another does is not trusted in silence."""
        branches = "<mc:Choice>{}</mc:Choice><mc:Fallback>{}</mc:Fallback>"
        choice = f"<mc:AlternateContent>{branches}</mc:AlternateContent>"
        data = word(p("<w:r/>" + choice.format(run("bifall"), run("avslag")) + "<mc:AlternateContent/>"))
        assert texts(data) == ["bifall"]
        assert told(data) == ["Innehåll utelämnat: somliga program visar i stället ”avslag”."]
        assert texts(word(choice.format("", p("block")) + choice.format("", ""))) == ["block"]

    def test_headers_and_footers_are_furniture(self) -> None:
        """Each line once, in the order in which sections refer to them."""
        section = (
            '<w:sectPr><w:headerReference r:id="header1"/><w:footerReference r:id="footer1"/>'
            '<w:headerReference r:id="header1"/><w:headerReference r:id="borta"/></w:sectPr>'
        )
        footer = p("Sida ") + p("Nätverket")
        data = word(p("Text") + section, header1=p("Nätverket") + p("Utkast"), footer1=footer)
        assert read(data).furniture == ("Nätverket", "Utkast", "Sida")
        assert texts(data) == ["Text"]

    def test_headers_that_are_not_there_are_none(self) -> None:
        """A relation may lead to a part that the file does not have, or out of the file."""
        section = '<w:sectPr><w:headerReference r:id="a"/><w:headerReference r:id="b"/></w:sectPr>'
        more = (("a", "header", "borta.xml"), ("b", "header", "https://exempel.se/header.xml"))
        data = word(p("Text") + section, more=more)
        assert read(data).furniture == ()
        assert texts(data) == ["Text"]

    def test_notes_stand_last_and_are_marked(self) -> None:
        """Footnotes and endnotes, numbered in the order in which the text refers to them."""
        refer = '<w:r><w:{0}noteReference w:id="{1}"/></w:r>'
        note = '<w:{0}note w:id="{1}"><w:p><w:r><w:{0}noteRef/><w:t>{2}</w:t></w:r></w:p></w:{0}note>'
        body = p(run("Ett") + refer.format("foot", 2)) + p(
            run("Två") + refer.format("end", 1) + refer.format("foot", 9)
        )
        data = word(
            body,
            footnotes=note.format("foot", 2, "Noten")
            + note.format("foot", 3, "Ingen")
            + note.format("foot", 9, ""),
            endnotes=note.format("end", 1, "Slutnoten"),
        )
        assert texts(data) == ["Ett[1]", "Två[2][3]", "[1] Noten", "[2] Slutnoten"]

    def test_comments_are_told_where_they_stand(self) -> None:
        """Their words are no part of the minutes; a comment on nothing is not told."""
        words = f"{p('Stämmer')}{table(['detta?'])}"
        comments = f'<w:comment w:id="1">{words}</w:comment><w:comment w:id="2"/>'
        refer = '<w:r><w:commentReference w:id="{}"/></w:r>'
        data = word(p("Ett") + p(run("Två") + refer.format(1) + refer.format(2)), comments=comments)
        assert [str(finding) for finding in read(data).findings] == [
            "rad 2: note [docx.comment] Kommentar: ”Stämmer detta?”"
        ]

    def test_hidden_text_is_read_and_told(self) -> None:
        """Hidden by its run or by its style; a run may show what the style hides."""
        body = (
            p(run("Synligt ") + run("hemligt", "<w:vanish/>"))
            + p("allt", "Dold")
            + p(run("visas", '<w:vanish w:val="0"/>'), "Dold")
        )
        assert texts(word(body)) == ["Synligt hemligt", "allt", "visas"]
        assert told(word(body)) == [
            "Dold text är läst som annan text: ”hemligt”",
            "Dold text är läst som annan text: ”allt”",
        ]

    def test_lines_struck_through_are_set_aside(self) -> None:
        """A name that somebody struck from the list did not come; a word struck in a sentence stays."""
        body = p("Närvarande") + p("Ida Ek", looks="<w:strike/>") + p(run("Bo ") + run("Ek", "<w:dstrike/>"))
        found = read(word(body))
        assert [line.text for line in found.lines] == ["Närvarande", "Bo Ek"]
        assert found.furniture == ("Ida Ek",)
        assert [finding.code for finding in found.findings] == ["docx.struck"]

    def test_what_is_no_text_is_told(self) -> None:
        """Pictures, objects, charts, and parts in other formats, by their number."""
        picture = '<w:r><w:drawing><a:blip r:embed="x"/></w:drawing></w:r>'
        icon = "<w:r><w:object><v:shape><v:imagedata/></v:shape></w:object></w:r>"
        others = "<w:r><w:drawing><c:chart/><dgm:relIds/></w:drawing><w:contentPart/></w:r><w:subDoc/>"
        data = word(p(icon + picture * 2 + icon + others) + "<w:altChunk/>")
        assert told(data) == [
            "Innehåll utelämnat: 1 infogade dokument i annat format.",
            "Innehåll utelämnat: 1 deldokument i andra filer.",
            "Innehåll utelämnat: 3 diagram eller ritningar.",
            "Innehåll utelämnat: 2 inbäddade objekt.",
            "Innehåll utelämnat: 2 bilder.",
        ]
        assert told(word(p(icon))) == ["Innehåll utelämnat: 1 inbäddade objekt."]
        bare = "<w:r><w:object/></w:r>"
        assert told(word(p(picture + bare))) == [
            "Innehåll utelämnat: 1 inbäddade objekt.",
            "Innehåll utelämnat: 1 bilder.",
        ]

    def test_macros_are_told_and_never_run(self) -> None:
        """A document with programs is read without them."""
        data = word(p("Text"), others={"word/vbaProject.bin": b"x"})
        assert texts(data) == ["Text"]
        assert told(data) == ["Dokumentet innehåller makron. De kördes inte."]


class TestChanges:
    BODY = (
        p(
            run("Beslut: ") + "<w:ins><w:r><w:t>BI</w:t></w:r></w:ins><w:ins>" + run("FALL") + "</w:ins>"
            "<w:del><w:r><w:delText>AVSLAG</w:delText><w:delInstrText>x</w:delInstrText></w:r></w:del>"
        )
        + p("<w:moveFrom>" + run("Flyttat") + "</w:moveFrom>")
        + p("Mellan")
        + p("<w:moveTo>" + run("Flyttat") + "</w:moveTo>")
    )

    def read_as(self, changes: str, body: str = BODY) -> Extraction:
        return DocxReader(changes=changes).read(word(body), DEFAULT_LIMITS)  # type: ignore[arg-type]

    def test_accepted(self) -> None:
        """The default: what was inserted is there, what was deleted is not, and each is told."""
        found = self.read_as("accept")
        assert [line.text for line in found.lines] == ["Beslut: BIFALL", "Mellan", "Flyttat"]
        assert [finding.message for finding in found.findings] == [
            "Spårad ändring, läst som godkänd: ”BIFALL” är infogat.",
            "Spårad ändring, läst som godkänd: ”AVSLAG” är struket.",
            "Spårad ändring, läst som godkänd: ”Flyttat” är flyttat.",
            "Spårad ändring, läst som godkänd: ”Flyttat” är flyttat.",
        ]

    def test_rejected(self) -> None:
        """The other way round."""
        found = self.read_as("reject")
        assert [line.text for line in found.lines] == ["Beslut: AVSLAG", "Flyttat", "Mellan"]
        assert found.findings[0].message == "Spårad ändring, läst som avvisad: ”BIFALL” var infogat."

    @pytest.mark.parametrize(
        "body",
        [
            BODY,
            p("a", "", "<w:rPr><w:ins/></w:rPr>"),
            table(["a", "b"], properties="<w:del/>"),
        ],
    )
    def test_refused(self, body: str) -> None:
        """Who wants no guess gets an error that says what to do: for words, paragraphs and rows."""
        with pytest.raises(ReadError, match=r"tracked changes .*accept or reject them in Word"):
            self.read_as("error", body)
        assert self.read_as("error", p("a", "", "<w:rPr><w:b/></w:rPr>")).lines

    def test_a_deleted_end_joins_two_paragraphs(self) -> None:
        """With their comments and boxes; a last one whose end is deleted stays."""
        gone = "<w:rPr><w:del/></w:rPr>"
        body = p("Ett ", "", gone) + p("två") + p("sist", "", gone)
        assert [line.text for line in self.read_as("accept", body).lines] == ["Ett två", "sist"]
        assert [line.text for line in self.read_as("reject", body).lines] == ["Ett", "två", "sist"]

    def test_a_change_inside_a_change_is_both(self) -> None:
        """What was inserted and then deleted is not there, either way; what was moved is told apart."""
        inner = "<w:ins><w:del><w:r><w:delText>ånger</w:delText></w:r></w:del></w:ins>"
        for changes in ("accept", "reject"):
            found = self.read_as(changes, p(run("Text ") + inner))
            assert [line.text for line in found.lines] == ["Text"]
            assert [finding.code for finding in found.findings] == ["docx.deleted", "docx.inserted"]

    def test_a_change_without_words_is_not_told(self) -> None:
        """Word marks spaces and ends of paragraphs, too."""
        body = p(run("Ett") + "<w:ins/><w:del><w:r><w:delText> </w:delText></w:r></w:del>" + run("två"))
        found = self.read_as("accept", body)
        assert [line.text for line in found.lines] == ["Etttvå"]
        assert found.findings == ()

    def test_a_box_in_a_change_is_told_with_it(self) -> None:
        """A text box that was deleted with its words."""
        box = f"<w:del><w:r><w:txbxContent>{p('rutan')}</w:txbxContent></w:r></w:del>"
        found = self.read_as("accept", p(run("Text") + box))
        assert [line.text for line in found.lines] == ["Text"]
        assert "”rutan”" in found.findings[0].message

    def test_a_whole_row_may_be_a_change(self) -> None:
        """It is told with its words, and is there or not as they would be."""
        rows = table(["A", "B"], ["1", "2"], header=True)
        for mark, changes, stays in (
            ("ins", "accept", True),
            ("ins", "reject", False),
            ("del", "accept", False),
            ("del", "reject", True),
        ):
            body = rows.replace("<w:tr><w:trPr></w:trPr>", f"<w:tr><w:trPr><w:{mark}/></w:trPr>")
            found = self.read_as(changes, body)
            assert ("| 1 | 2 |" in [line.text for line in found.lines]) is stays
            assert "”1 2”" in found.findings[0].message
        told_inside = p("<w:ins>" + run("ny") + "</w:ins>")
        found = self.read_as("accept", table([told_inside, ""], properties="<w:ins/>"))
        assert [finding.message for finding in found.findings] == [
            "Spårad ändring, läst som godkänd: ”ny” är infogat."
        ]
        assert self.read_as("accept", table([""], properties="<w:del/>")).findings == ()

    def test_long_texts_are_shortened_and_many_are_counted(self) -> None:
        """No finding grows without bound, and neither do the findings."""
        body = "".join(p(f"<w:ins>{run('ord ' * 100)}</w:ins>") for _ in range(5))
        found = DocxReader().read(word(body), Limits(findings=3)).findings
        assert [finding.code for finding in found] == ["docx.inserted"] * 3 + ["findings.more"]
        assert len(found[0].message) < 200


class TestRoles:
    def test_our_named_styles_are_roles(self) -> None:
        """In a template of anybody's: by their names."""
        body = (
            p("Vi köper.", "Beslut")
            + p("att vila", "Attsats")
            + p("Ida ringer", "tagande")
            + p("26 maj", "Nstamte")
            + p("Text")
        )
        roles = [line.role for line in read(word(body)).lines]
        assert roles == ["decision", "clause", "action", "next-meeting", None]

    def test_room_that_nobody_used_leaves_nothing(self) -> None:
        """Dots in a style of ours are room to write in; elsewhere they are dots."""
        assert texts(word(p("…", "Anteckning") + p("…") + p("Text", "Anteckning"))) == ["…", "Text"]


class TestBounds:
    def test_lines_and_documents_that_are_too_long(self) -> None:
        """Refused with the name of the limit."""
        with pytest.raises(LimitError, match="line_characters"):
            read(word(p("x" * 101)), Limits(line_characters=100))
        with pytest.raises(LimitError, match="word_elements"):
            read(word(p("x") * 100), Limits(word_elements=100))

    def test_more_lines_than_minutes_have_are_put_together(self) -> None:
        """A hundred at a time, with nothing lost."""
        body = p("\n".join(f"{place * 7_919 % 100_003}." for place in range(20_001)))
        found = read(word(body))
        assert len(found.lines) == 201
        assert sum(line.text.count(".") for line in found.lines) == 20_001


class TestOtherProducers:
    def test_strict_documents(self) -> None:
        """The other set of namespaces means the same."""
        data = word(p("Rubrik", "Rubrik1") + p("Text"))
        document = f"<w:document {NAMESPACES}><w:body>{p('Rubrik', 'Rubrik1')}</w:body></w:document>"
        strict = document.replace(
            "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
            "http://purl.oclc.org/ooxml/wordprocessingml/main",
        )
        assert texts(with_part(data, "word/document.xml", strict)) == ["Rubrik"]

    @pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-16-be", "utf-8-sig"])
    def test_other_encodings(self, encoding: str) -> None:
        """UTF-16 with or without a mark, whatever the declaration says."""
        xml = f"<w:document {NAMESPACES}><w:body>{p('Åsa')}</w:body></w:document>"
        declared = f'<?xml version="1.0" encoding="latin-1"?>{xml}'
        assert texts(with_part(word(""), "word/document.xml", declared.encode(encoding))) == ["Åsa"]

    def test_parts_may_have_other_names(self) -> None:
        """Relations say which part is which; without any, the usual place counts, in letters of any size."""
        data = word(p("Text"))
        moved = with_part(
            data, "annat/text.xml", f"<w:document {NAMESPACES}><w:body>{p('Annat')}</w:body></w:document>"
        )
        named = relations(
            ("a", "officeDocument", "/annat/text.xml"), ("b", "hyperlink", "http://example.org")
        )
        assert texts(with_part(moved, "_rels/.rels", named)) == ["Annat"]
        assert texts(with_part(data, "_rels/.rels", "")) == ["Text"]
        assert texts(
            with_part(data, "_rels/.rels", relations(("a", "officeDocument", "WORD/Document.xml")))
        ) == ["Text"]


def test_without_lxml_the_extra_is_named() -> None:
    """Whoever has not installed it is told what to install."""
    code = (
        "import sys; sys.modules['lxml'] = None\n"
        "import motesprotokoll as mp\n"
        "try: mp.read(b'PK', format='docx')\n"
        "except mp.errors.MissingExtraError as error: print(error)\n"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert "motesprotokoll[docx]" in done.stdout
