"""What an outline becomes in the text of a Word file."""

import io
import zipfile
from xml.etree import ElementTree

import pytest

from motesprotokoll import word
from motesprotokoll.errors import RenderError
from motesprotokoll.model import Emphasis, Link
from motesprotokoll.outline import (
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
from motesprotokoll.renderers.docx import DocxRenderer
from motesprotokoll.renderers.docx.columns import NARROW_MARGIN
from motesprotokoll.renderers.docx.links import is_clickable
from motesprotokoll.renderers.docx.markup import printable
from word_schema import W, faults_in

R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"


def part(data: bytes, name: str) -> ElementTree.Element:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return ElementTree.fromstring(archive.read(name))


def rendered(*nodes: Node, **given: object) -> bytes:
    data = DocxRenderer().render(Outline(nodes, **given))  # type: ignore[arg-type]
    assert faults_in(data) == []
    return data


def body_of(*nodes: Node) -> list[ElementTree.Element]:
    """The blocks of the document, without the set-up of its pages."""
    body = part(rendered(*nodes), "word/document.xml")[0]
    return list(body)[:-1]


def style_of(paragraph: ElementTree.Element) -> str:
    found = paragraph.find(f"{W}pPr/{W}pStyle")
    return "" if found is None else found.attrib[f"{W}val"]


def text_of(element: ElementTree.Element) -> str:
    return "".join("\t" if one.tag == f"{W}tab" else one.text or "" for one in words_in(element))


def words_in(element: ElementTree.Element) -> list[ElementTree.Element]:
    return [one for run in element.iter(f"{W}r") for one in run if one.tag in (f"{W}t", f"{W}tab")]


def shown(*nodes: Node) -> list[tuple[str, str]]:
    """Style and words of each paragraph."""
    return [(style_of(one), text_of(one)) for one in body_of(*nodes)]


def indents(*nodes: Node) -> list[str]:
    found = (one.find(f"{W}pPr/{W}ind") for one in body_of(*nodes))
    return ["" if one is None else one.get(f"{W}left", "") for one in found]


def signs(*nodes: Node) -> list[tuple[str, str, str]]:
    """Level, number and, where it is the first of its number, what ``w:lvlText`` makes of it."""
    data = rendered(*nodes)
    numbering = part(data, "word/numbering.xml")
    overrides = {}
    for number in numbering.iter(f"{W}num"):
        text = number.find(f"{W}lvlOverride/{W}lvl/{W}lvlText")
        start = number.find(f"{W}lvlOverride/{W}startOverride")
        if text is not None and start is not None:
            overrides[number.get(f"{W}numId")] = f"{start.get(f'{W}val')} {text.get(f'{W}val')}"
    found = []
    for paragraph in part(data, "word/document.xml").iter(f"{W}p"):
        listed = paragraph.find(f"{W}pPr/{W}numPr")
        if listed is not None:
            level, number_id = (child.get(f"{W}val", "") for child in listed)
            found.append((level, number_id, overrides.get(number_id, "")))
    return found


def text(words: str) -> Text:
    return Text((words,))


def entry(words: str, marker: str | None = None, *nodes: Node) -> Entry:
    return Entry((text(words), *nodes), marker)


class TestParagraphs:
    def test_headings_have_the_styles_of_word(self) -> None:
        """The document's title, then Heading 1 for an item; what is deeper than Heading 9 is indented."""
        nodes = [Heading("Möte", 1), Heading("1. Punkt", 2), Heading("Djup", 10), Heading("Djupare", 12)]
        assert shown(*nodes) == [
            ("Title", "Möte"),
            ("Heading1", "1. Punkt"),
            ("Heading9", "Djup"),
            ("Heading9", "Djupare"),
        ]
        assert indents(*nodes) == ["", "", "", str(2 * word.STEP)]

    def test_the_body_that_meets_stands_above_the_title(self) -> None:
        """In a style of its own, so that a house can set it."""
        assert shown(Text(("HR-nätverket",), role="body-name")) == [("MpBodyName", "HR-nätverket")]

    def test_notes_stand_in_brackets(self) -> None:
        """Quietly, behind what they are about."""
        assert shown(Heading("Budget", 2, (("nummer", "4"), ("klart", "")))) == [
            ("Heading1", "Budget [nummer: 4; klart]")
        ]

    def test_empty_text_is_told_from_room_to_write(self) -> None:
        """An empty paragraph means nothing, so that one that means something holds a sign."""
        assert shown(Text(()), Text(("…",), role="room")) == [("", word.EMPTY), ("MpRoom", "")]

    def test_a_rule_is_a_line_without_words(self) -> None:
        """Which keeps with what it stands above."""
        assert shown(Rule()) == [("MpRule", "")]

    def test_figures_and_units_stay_on_one_line(self) -> None:
        """As in all formats that are set in type."""
        assert shown(text("kl. 9 och 5 %")) == [("", "kl.\xa09 och 5\xa0%")]


class TestLabels:
    def test_decisions_and_actions_have_styles_and_words_of_their_own(self) -> None:
        """Set off for the eye and named for those who do not see it."""
        found = shown(
            Labelled("Beslut", ("Ja.",), notes=(("igenkänt", ""),), role="decision"),
            Labelled("Åtgärd", ("Ida ringer.",), role="action"),
        )
        assert found == [("MpDecision", "Beslut [igenkänt]: Ja."), ("MpAction", "Åtgärd: Ida ringer.")]

    def test_the_word_itself_is_in_a_style(self) -> None:
        """By which it is told from what follows, whatever follows."""
        (paragraph,) = body_of(Labelled("Beslut", ("Beslut: nej",), role="decision"))
        styles = [one.attrib[f"{W}val"] for one in paragraph.iter(f"{W}rStyle")]
        assert styles == ["MpDecisionLabel", "MpSeparator"]

    def test_facts_stand_in_columns(self) -> None:
        """At the margin; where they are indented there is no room for columns."""
        place = Labelled("Plats", ("Ale",), role="field")
        found = shown(place, Labelled("Nästa möte", ("maj",), nodes=(place,), role="next-meeting"))
        assert [words for _, words in found] == ["Plats:\tAle", "Nästa möte: maj", "Plats: Ale"]

    def test_lines_stand_below_their_label(self) -> None:
        """At its own depth; an empty one is told from none."""
        people = Labelled(
            "Närvarande", lines=(Line(("Ida",)), Line((), (("roll", "chef"),)), Line(())), role="attendance"
        )
        assert shown(people) == [
            ("MpAttendance", "Närvarande"),
            ("MpLine", "Ida"),
            ("MpLine", " [roll: chef]"),
            ("MpLine", word.EMPTY),
        ]
        assert indents(people) == ["", "", "", ""]

    def test_room_for_names_is_a_line(self) -> None:
        """So that what is written there is a name."""
        people = Labelled("Förhinder", nodes=(Text(("…",), role="room"),), role="attendance")
        assert shown(people) == [("MpAttendance", "Förhinder"), ("MpLine", "")]

    def test_what_a_label_holds_is_indented(self) -> None:
        """One step for each; deeper than ten it can be told and no longer seen."""
        node: Node = text("innerst")
        for _ in range(12):
            node = Labelled("Bakgrund", nodes=(node,))
        found = [int(one or 0) for one in indents(node)]
        assert found[:11] == [word.STEP * n for n in range(11)]
        assert found[11:] == [10 * word.STEP + 1, 10 * word.STEP + 2]
        assert [word.depth_of(one) for one in found] == list(range(13))

    def test_nothing_is_only_a_label(self) -> None:
        """With its colon, so that somebody can write behind it."""
        assert shown(Labelled("Nästa möte", role="next-meeting")) == [("MpNextMeeting", "Nästa möte:")]

    def test_deeper_than_documents_nest_is_refused(self) -> None:
        """In labels, lists and tables alike, as in all formats."""
        label, listing, grid = text("x"), text("x"), text("x")
        for _ in range(41):
            label = Labelled("a", nodes=(label,))  # type: ignore[assignment]
            listing = Listing((Entry((listing,)),))  # type: ignore[assignment]
            grid = Grid((((grid,),),))  # type: ignore[assignment]
        for node in (label, listing, grid):
            with pytest.raises(RenderError, match="deeper than 40"):
                DocxRenderer().render(Outline((node,)))


class TestLists:
    def test_each_paragraph_says_its_level(self) -> None:
        """Else mammoth, markitdown and tagged PDF lose the nesting."""
        inner = Listing((entry("c", "–", Listing((entry("d", "·"),))),))
        found = signs(Listing((entry("a", "•"), entry("b", "•", inner))))
        assert [level for level, _, _ in found] == ["0", "0", "1", "2"]
        assert [sign for _, _, sign in found] == ["0 •", "0 •", "0 –", "0 ·"]

    def test_numbers_count_and_start_again(self) -> None:
        """Neighbours that count on share a number, so that Word counts; a gap and a new list start anew."""
        first = Listing((entry("a", "1."), entry("b", "2."), entry("c", "4."), entry("d", "a)")))
        found = signs(first, text("och"), Listing((entry("e", "1."), entry("f", "2."))))
        assert [number for _, number, _ in found] == ["2", "2", "3", "4", "5", "5"]
        assert [sign for _, _, sign in found][::2] == ["1 %1.", "4 %1.", "1 %1."]

    def test_an_entry_without_a_sign_has_the_numbering_s_own(self) -> None:
        """And the same number everywhere, which overrides nothing."""
        assert signs(Listing((entry("a"), entry("b"), entry("c", "1.")))) == [
            ("0", "1", ""),
            ("0", "1", ""),
            ("0", "2", "1 %1."),
        ]

    def test_a_sign_that_numbering_cannot_show_is_text(self) -> None:
        """Word would take %1 for a number, and bears no long ones."""
        (paragraph,) = body_of(Listing((entry("a", "%1"),)))
        assert text_of(paragraph) == "%1\ta"
        assert signs(Listing((entry("a", "%1"),))) == [("0", "2", "0 ")]

    def test_lists_beside_each_other_stay_two(self) -> None:
        """The second begins in a style of its own."""
        one = Listing((entry("a", "•"),))
        assert [style for style, _ in shown(one, one, text("x"), one)] == [
            "ListParagraph",
            "MpNewList",
            "",
            "ListParagraph",
        ]

    def test_an_entry_shows_its_first_node(self) -> None:
        """Words and labels beside the sign, all else below it."""
        action = Labelled("Åtgärd", ("Ida ringer.",), role="action")
        grid = Grid((((text("x"),),),))
        assert shown(
            Listing((Entry((action,), "•"), Entry((grid,), "•"), Entry((), "•"), Entry((Text(()),), "•")))
        ) == [
            ("MpAction", "Åtgärd: Ida ringer."),
            ("ListParagraph", ""),
            ("", "x"),
            ("MpSpace", ""),
            ("ListParagraph", ""),
            ("ListParagraph", word.EMPTY),
        ]
        first = Listing((entry("a"),))
        assert shown(first, Listing((Entry((action,)),)))[1:] == [
            ("MpNewList", ""),
            ("MpAction", "Åtgärd: Ida ringer."),
        ]

    def test_clauses_of_a_decision_are_set_off_with_it(self) -> None:
        """In one panel: no gap below the decision's own words."""
        clauses = Listing((entry("att köpa"),), role="clauses")
        decision = Labelled("Beslut", ("Vi beslutar",), nodes=(clauses,), role="decision")
        first, second = body_of(decision)
        assert style_of(second) == "MpClause"
        spacing = first.find(f"{W}pPr/{W}spacing")
        assert spacing is not None
        assert spacing.get(f"{W}after") == "0"

    def test_below_the_ninth_level_nothing_counts_for_another(self) -> None:
        """Word has nine levels; lists below them share one and would count each other's entries."""
        node = Listing((entry("x", "1."), entry("y", "2.")))
        for _ in range(10):
            node = Listing((Entry((text("a"), node), "1."), entry("b", "2.")))
        found = signs(node)
        assert max(int(level) for level, _, _ in found) == 8
        deepest = [number for level, number, _ in found if level == "8"]
        assert len(deepest) == len(set(deepest)) == 6


class TestTables:
    GRID = Grid(
        (((text("Ort"),), (text("Antal"),)), ((text("Ale"),), ())), header_rows=1, title="Antal per ort"
    )

    def test_header_rows_and_title_are_told(self) -> None:
        """Assistive technology reads them; the title stands above as well."""
        caption, table, space = body_of(self.GRID)
        assert (style_of(caption), text_of(caption)) == ("Caption", "Antal per ort")
        assert style_of(space) == "MpSpace"
        headers = [row.find(f"{W}trPr/{W}tblHeader") is not None for row in table.iter(f"{W}tr")]
        assert headers == [True, False]
        told = table.find(f"{W}tblPr/{W}tblCaption")
        assert told is not None
        assert told.get(f"{W}val") == "Antal per ort"
        assert [style_of(one) for one in table.iter(f"{W}p")] == [
            "MpTableHeader",
            "MpTableHeader",
            "MpTableText",
            "MpTableText",
        ]

    def test_a_cell_holds_anything(self) -> None:
        """Tables in tables too; each cell ends with a paragraph, or Word calls the file broken."""
        inner = Grid((((text("inre"),),),), title="")
        (table, _) = body_of(Grid((((Labelled("a", nodes=(text("b"),)), inner),),)))
        assert [text_of(one) for one in table.iter(f"{W}p")] == ["a", "b", word.EMPTY, "inre", ""]

    def test_a_table_keeps_off_the_facts_above(self) -> None:
        """There is no room above a table but what a paragraph gives."""
        grid = Grid((((text("x"),),),))
        assert [style for style, _ in shown(Labelled("Plats", ("Ale",), role="field"), grid)] == [
            "MpField",
            "MpSpace",
            "",
            "MpSpace",
        ]

    def test_a_table_in_a_list_is_indented(self) -> None:
        """So that it is read as part of the entry."""
        _, table, _ = body_of(Listing((entry("a", None, Grid((((text("x"),),),))),)))
        indent = table.find(f"{W}tblPr/{W}tblInd")
        assert indent is not None
        assert indent.get(f"{W}w") == str(word.STEP)

    def test_the_cells_of_a_crowded_table_are_narrow(self) -> None:
        """Of others they are as Word has them."""
        for count, margins in ((3, []), (14, [str(NARROW_MARGIN)] * 2)):
            _, table, _ = body_of(text("a"), Grid((tuple((text("möten"),) for _ in range(count)),)))[-3:]
            found = table.findall(f"{W}tblPr/{W}tblCellMar/*")
            assert [one.get(f"{W}w") for one in found] == margins


class TestSmallTables:
    MONTH = Grid(((*[(text("mån"),)] * 3,), ((text("1"),), (), (text("31 h s? A B C"),))), 1, "M", "month")

    def test_are_not_parted(self) -> None:
        """All rows but the last stay with what follows, empty cells too."""
        (table,) = (one for one in body_of(self.MONTH) if one.tag == f"{W}tbl")
        kept = [one.find(f"{W}pPr/{W}keepNext") is not None for one in table.iter(f"{W}p")]
        assert kept == [True, True, True, False, False, False]
        (table,) = (one for one in body_of(Grid(self.MONTH.rows[1:])) if one.tag == f"{W}tbl")
        assert not list(table.iter(f"{W}keepNext"))


class TestRunningText:
    def test_emphasis_is_a_style(self) -> None:
        """Two that touch are kept apart by a sign that no text holds."""
        (paragraph,) = body_of(Text((Emphasis("a", strong=True), Emphasis("b", strong=True), Emphasis("c"))))
        assert [one.attrib[f"{W}val"] for one in paragraph.iter(f"{W}rStyle")] == [
            "Strong",
            "Strong",
            "Emphasis",
        ]
        assert text_of(paragraph) == f"a{word.EMPTY}bc"

    def test_each_address_is_one_relationship(self) -> None:
        """Which says that it leads out."""
        link = Link("avtalet", "https://exempel.se/?a=1&b=2")
        data = rendered(Text((link, " och ", link, Link("brev", "mailto:a@exempel.se"))))
        found = [one.get(f"{R}id") for one in part(data, "word/document.xml").iter(f"{W}hyperlink")]
        assert found == ["link1", "link1", "link2"]
        relations = part(data, "word/_rels/document.xml.rels")
        outside = {one.get("Target") for one in relations if one.get("TargetMode") == "External"}
        assert outside == {"https://exempel.se/?a=1&b=2", "mailto:a@exempel.se"}

    def test_what_must_not_be_a_link_is_text(self) -> None:
        """Its address can be seen, also on paper; where the words are the address they say it."""
        bad = "javascript:alert(1)"
        nodes = Text((Link("här", bad), Link(bad, bad), Link(bad, bad), " slut"))
        (paragraph,) = body_of(nodes)
        assert text_of(paragraph) == word.EMPTY.join((f"här <{bad}>", bad, f"{bad} slut"))
        assert not list(paragraph.iter(f"{W}hyperlink"))

    @pytest.mark.parametrize(
        "address",
        [
            "https://exempel.se",
            "http://exempel.se:8080/a/b?c=d&e=%20#f",
            "https://exempel.se/möte?ort=Ängsholm",
            "HTTPS://exempel.se#x",
            "mailto:ida.ek+x@exempel.se",
            "tel:+46-31-12(34)",
        ],
    )
    def test_is_clickable(self, address: str) -> None:
        """Harmless schemes, with what an address may hold."""
        assert is_clickable(address)

    @pytest.mark.parametrize(
        "address",
        [
            "javascript:alert(1)",
            "file:///etc/passwd",
            "//exempel.se",
            "a/b",
            "#x",
            "https://",
            "https://[x",
            "https://exempel.se/%zz",
            "https://exempel.se/a#b#c",
            "https://exempel.se#b#c",
            "FILE://x",
            "https://exempel.se/<x>",
            'https://exempel.se/"x',
            "https://exempel.se\\x",
            "mailto:a",
            "mailto:a@b?body=x",
            "tel:x",
            "https://exempel.se/" + "a" * 2_000,
        ],
    )
    def test_is_not_clickable(self, address: str) -> None:
        """Other schemes, places on a site that a file does not stand on, and what Word calls broken."""
        assert not is_clickable(address)

    def test_words_are_never_markup(self) -> None:
        """In text, attributes and the names of things."""
        words = "<w:t>]]>&amp;\"'</w:p>"
        (paragraph,) = body_of(text(words))
        assert text_of(paragraph) == words
        data = rendered(Grid((((text("x"),),),), title=words), title=words)
        told = part(data, "word/document.xml").find(f".//{W}tblCaption")
        assert told is not None
        assert told.get(f"{W}val") == words

    def test_what_xml_forbids_can_be_seen(self) -> None:
        """A hand-made outline may hold it; it becomes the sign for what cannot be shown."""
        bad = "a\x00b\x1f\ud800\ufffe\uffff\x0b\t\n"
        assert printable(bad) == "a\ufffdb" + "\ufffd" * 7
        assert printable("å 漢 😀 \U0010fffd") == "å 漢 😀 \U0010fffd"
        (paragraph,) = body_of(text("a\x00b\ud800"))
        assert text_of(paragraph) == "a\ufffdb\ufffd"
