"""Findings as comments in somebody's own Word file: at their words, and nothing else changed."""

import io
import re
import zipfile
from pathlib import Path
from xml.etree import ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st

import motesprotokoll as mp
from motesprotokoll.annotation import annotate
from motesprotokoll.checks import rules
from motesprotokoll.errors import LimitError, MinutesError, ReadError, RenderError, WrongTypeError
from motesprotokoll.findings import Finding, Severity
from word_files import NAMESPACES, p, parts_of, relations, run, table, tc, with_part, word

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
STRICT = "http://purl.oclc.org/ooxml/wordprocessingml/main"
HEAD = (
    p("Nätverket för stadsodling", "Rubrik") + p("Anteckningar möte 12 mars 2027") + p("1. Odling", "Rubrik1")
)
BODY = (
    HEAD
    + p(run("Vi talade ") + run("om lotter, tex om vatten & ljus.".replace("&", "&amp;"), "<w:b/>"))
    + p("2. Övrigt", "Rubrik1")
    + p("Inget mer.")
)
SAID = "$.agenda[0].body[0]"


def finding(where: str | None = SAID, excerpt: str | None = None, message: str = "Se hit.") -> Finding:
    return Finding("XX001", Severity.WARNING, message, where, excerpt=excerpt)


def annotated(data: bytes, *findings: Finding) -> bytes:
    return annotate(data, findings).content


def root(data: bytes, name: str = "word/document.xml") -> ElementTree.Element:
    content = parts_of(data)[name]
    return ElementTree.fromstring(str(content, "utf-8") if isinstance(content, bytes) else content)


def comments(data: bytes, space: str = W) -> list[tuple[str, str]]:
    """Each comment with the words to which it belongs, as a program finds them."""
    texts = {
        one.get(f"{space}id"): "\n".join("".join(line.itertext()) for line in one)
        for one in root(data, "word/comments.xml")
    }
    open_now: dict[str | None, list[str]] = {}
    found: list[tuple[str, str]] = []
    text = root(data)
    gone = {id(one) for moved in text.iter(f"{space}moveFrom") for one in moved.iter()}
    for element in text.iter():
        name = element.tag.removeprefix(space)
        number = element.get(f"{space}id")
        if name == "commentRangeStart":
            open_now[number] = []
        elif name == "commentReference":
            found.append(("".join(open_now.pop(number)), texts[number]))
        elif name == "t" and id(element) not in gone:
            for words in open_now.values():
                words.append(element.text or "")
    assert open_now == {}
    return found


def looks(data: bytes) -> list[tuple[str, bytes]]:
    """Each sign of the text with the looks of its run: what a person sees."""
    return [
        (sign, b"" if (found := one.find(f"{W}rPr")) is None else ElementTree.tostring(found))
        for one in root(data).iter(f"{W}r")
        for words in one.iter(f"{W}t")
        for sign in words.text or ""
    ]


class TestPlaces:
    def test_the_words_that_it_is_about(self) -> None:
        """Runs are cut around them, with their looks on both sides."""
        before = word(BODY)
        after = annotated(before, finding(excerpt="tex"))
        assert comments(after) == [("tex", "Varning [XX001]: Se hit.")]
        assert looks(after) == looks(before)

    @pytest.mark.parametrize(
        ("where", "excerpt", "words"),
        [
            (SAID, None, "Vi talade om lotter, tex om vatten & ljus"),
            (SAID, "talade om lotter", "talade om lotter"),
            (SAID, "vatten & ljus", "vatten & ljus"),
            (SAID, "&", "&"),
            (SAID, "Vi talade", "Vi talade"),
            ("$.agenda[1]", None, "2. Övrigt"),
            ("$.occasion", None, "12 mars 2027"),
            ("$.agenda[1].title", "Övrigt", "Övrigt"),
            (None, None, "Nätverket för stadsodling"),
            ("$", None, "Nätverket för stadsodling"),
            ("$.chair", None, "Nätverket för stadsodling"),
            ("rad 5", None, "2. Övrigt"),
            ("rad 99", None, "Nätverket för stadsodling"),
        ],
    )
    def test_each_kind_of_place(self, where: str | None, excerpt: str | None, words: str) -> None:
        """Values, lines that a reader named, and the whole document, which is told at its first words."""
        assert comments(annotated(word(BODY), finding(where, excerpt)))[0][0] == words

    def test_many_comments(self) -> None:
        """Within one another, beside one another, and twice of the same words."""
        before = word(BODY)
        sought = ["tex", "lotter, tex om", "tex", "om lotter", "om vatten", None]
        after = annotated(before, *(finding(excerpt=one, message=f"{one}") for one in sought))
        found = comments(after)
        assert sorted(found) == sorted(
            (one or "Vi talade om lotter, tex om vatten & ljus", f"Varning [XX001]: {one}") for one in sought
        )
        assert looks(after) == looks(before)

    def test_what_cannot_be_cut(self) -> None:
        """The whole run has the comment: CDATA, or words that are not right in a run."""
        cdata = run("Vi talade ") + "<w:r><w:t><![CDATA[om lotter, tex vatten]]></w:t></w:r>"
        ruby = "<w:r><w:ruby><w:rubyBase><w:r><w:t>tex</w:t></w:r></w:rubyBase></w:ruby></w:r>"
        for content, words in ((cdata, "om lotter, tex vatten"), (run("Vi talade ") + ruby, "tex")):
            before = word(HEAD + p(content))
            after = annotated(before, finding(excerpt="tex"))
            assert comments(after)[0][0] == words
            assert looks(after) == looks(before)

    def test_tabs_breaks_links_tables_and_changes(self) -> None:
        """Words stand between other things, and what was deleted is not counted."""
        body = (
            HEAD
            + p(
                run("Vi\ttalade\nom ", "<w:i/>")
                + '<w:hyperlink w:anchor="x">'
                + run("lotter, tex")
                + "</w:hyperlink>"
                + '<w:del w:id="1" w:author="A"><w:r><w:delText> tex borta</w:delText></w:r></w:del>'
                + '<w:moveFrom w:id="2" w:author="A">'
                + run("flyttat")
                + "</w:moveFrom>"
                + '<w:ins w:id="3" w:author="A">'
                + run(" om vatten")
                + "</w:ins>"
            )
            + table(["Vad", "Vem"], [tc("vattna tex"), "Ida Ek"])
        )
        before = word(body)
        meeting = mp.read(before, format="docx").meeting
        said = meeting.agenda[0].body[0]
        assert isinstance(said, mp.Paragraph)
        assert said.text == "Vi talade om lotter, tex om vatten"
        for excerpt in ("talade", "talade om lotter", "tex", "tex om vatten"):
            after = annotated(before, finding(excerpt=excerpt))
            assert re.sub(r"\s", "", comments(after)[0][0]) == re.sub(r"\s", "", excerpt)
            assert looks(after) == looks(before)
        where = next(str(one.place) for one in meeting.walk(mp.Paragraph) if "vattna" in str(one.block))
        assert comments(annotated(before, finding(where, "tex"))) == [("tex", "Varning [XX001]: Se hit.")]

    def test_words_outside_runs_and_paragraphs(self) -> None:
        """A broken file may have them: they are passed over."""
        body = (
            HEAD + "<w:p><w:t>löst</w:t></w:p><w:r><w:t>ensamt</w:t><w:tab/></w:r>" + p("Vi odlar tex mer.")
        )
        after = annotated(word(body), finding("$.network"))
        assert comments(after)[0][0] == "Nätverket för stadsodling"
        assert looks(after) == looks(word(body))


class TestFile:
    def test_nothing_else_changes(self) -> None:
        """Every other part has the same bytes, and of the text only marks are new."""
        before = word(BODY)
        after = annotated(before, finding(excerpt="tex"))
        old, new = parts_of(before), parts_of(after)
        changed = {name for name in new if old.get(name) != new[name]}
        assert changed == {
            "[Content_Types].xml",
            "word/_rels/document.xml.rels",
            "word/comments.xml",
            "word/document.xml",
        }
        text = str(new["word/document.xml"], "utf-8")
        text = re.sub(r"<w:commentRange[^>]*/>|<w:r xmlns[^>]*><w:commentReference[^>]*/></w:r>", "", text)
        cut = '</w:t></w:r><w:r><w:rPr><w:b/></w:rPr><w:t xml:space="preserve">'
        assert text.count(cut) == 3
        assert text.replace(cut, "") == str(old["word/document.xml"], "utf-8").replace(cut, "")

    def test_reads_as_before(self) -> None:
        """The meeting is the same, with the comments as remarks."""
        before = word(BODY)
        after = mp.read(annotated(before, finding(excerpt="tex")), format="docx")
        assert after.meeting == mp.read(before, format="docx").meeting
        assert [one.message for one in after.findings if one.code == "docx.comment"] == [
            "Kommentar: ”Varning [XX001]: Se hit.”"
        ]

    def test_others_comments_stay(self) -> None:
        """New ones get numbers of their own."""
        old = '<w:comment w:id="4" w:author="Bo"><w:p><w:r><w:t>Hej</w:t></w:r></w:p></w:comment>'
        body = BODY.replace("Inget mer.", "Inget.").replace(
            "<w:p>",
            '<w:p><w:commentRangeStart w:id="4"/><w:commentRangeEnd w:id="4"/>'
            '<w:r><w:commentReference w:id="4"/></w:r>',
            1,
        )
        after = annotated(word(body, comments=old), finding(excerpt="tex"))
        assert comments(after) == [("", "Hej"), ("tex", "Varning [XX001]: Se hit.")]
        assert [one.get(f"{W}id") for one in root(after, "word/comments.xml")] == ["4", "5"]
        again = annotated(after, finding(excerpt="vatten"))
        assert [words for words, _ in comments(again)] == ["", "tex", "vatten"]

    def test_an_empty_part_of_comments(self) -> None:
        """It is opened."""
        before = word(BODY, comments="")
        empty = f"<w:comments {NAMESPACES}/>"
        after = annotated(with_part(before, "word/comments.xml", empty), finding(excerpt="tex"))
        assert comments(after) == [("tex", "Varning [XX001]: Se hit.")]

    def test_strict_documents(self) -> None:
        """They have namespaces of their own."""
        before = word(BODY)
        parts = parts_of(before)
        usual = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
        text = str(parts["word/document.xml"], "utf-8").replace(usual, STRICT)
        after = annotated(with_part(before, "word/document.xml", text), finding(excerpt="tex"))
        assert comments(after, f"{{{STRICT}}}") == [("tex", "Varning [XX001]: Se hit.")]
        assert "purl.oclc.org" in str(parts_of(after)["word/_rels/document.xml.rels"], "utf-8")

    def test_a_file_without_relations(self) -> None:
        """They are made."""
        before = word(BODY)
        parts = {name: part for name, part in parts_of(before).items() if "document.xml.rels" not in name}
        out = io.BytesIO()
        with zipfile.ZipFile(out, "w") as archive:
            for name, part in parts.items():
                archive.writestr(name, part)
        assert comments(annotated(out.getvalue(), finding(excerpt="tex")))[0][0] == "tex"

    def test_same_bytes(self) -> None:
        """No clock is read."""
        document = word(BODY)
        assert annotated(document, finding()) == annotated(document, finding())

    def test_signs_of_xml_in_what_is_said(self) -> None:
        """They are words."""
        after = annotate(word(BODY), [finding(message='Se <här> & "där".')], author='Ek & "Al"')
        assert comments(after.content)[0][1] == 'Varning [XX001]: Se <här> & "där".'
        assert root(after.content, "word/comments.xml")[0].get(f"{W}author") == 'Ek & "Al"'

    def test_an_empty_document(self) -> None:
        """There is nowhere to say anything, so it stays as it is; likewise where there is nothing to say."""
        empty = word(p(""))
        assert annotated(empty, finding()) == empty
        full = word(BODY)
        assert annotated(full) == full


class TestFindings:
    def test_without_findings_all_are_looked_for(self) -> None:
        """Those of reading and of the rules, each with what to do; not what Word itself shows."""
        body = BODY.replace("Inget mer.", "Nätverket beslutar att odla mer.") + p(
            '<w:ins w:id="3" w:author="A">' + run("Ida Ek tar med kaffe.") + "</w:ins>"
        )
        data = word(body)
        reading = mp.read(data, format="docx")
        found = [*reading.findings, *mp.check(reading.meeting)]
        assert {"docx.inserted", "decision.recognised"} <= {one.code for one in found}
        told = [text for _, text in comments(annotate(data).content)]
        assert len(told) == len(found) - 1
        assert not any("docx.inserted" in text for text in told)

    def test_what_to_do_is_said(self) -> None:
        """In the language that is asked for."""
        one = next(one for one in rules() if one.code == "MP101")
        told = Finding("MP101", Severity.WARNING, "Punkten har varken rubrik eller text.")
        swedish = comments(annotate(word(BODY), [told]).content)[0][1]
        assert swedish == f"Varning [MP101]: {told.message}\n{one.advice}"
        english = comments(annotate(word(BODY), [told], language="en").content)[0][1]
        assert english.startswith("Warning [MP101]: ")
        assert one.advice not in english

    def test_refuses(self) -> None:
        """Other things than findings, languages that there are not, files that are no Word."""
        with pytest.raises(WrongTypeError, match="expected a Finding"):
            annotate(word(BODY), ["x"])  # type: ignore[list-item]
        with pytest.raises(RenderError, match="language"):
            annotate(word(BODY), language="fi")
        with pytest.raises(ReadError):
            annotate(b"%PDF-1.7")


class TestHostile:
    @pytest.mark.parametrize(
        "text",
        [
            f"<!DOCTYPE x [<!ENTITY a 'b'>]><w:document {NAMESPACES}><w:body>{BODY}</w:body></w:document>",
            f"<?xml version='1.0' encoding='utf-16'?><w:document {NAMESPACES}/>".encode("utf-16"),
            f"<?xml version='1.0' encoding='latin-1'?><w:document {NAMESPACES}/>",
            "<w:document",
        ],
    )
    def test_a_text_that_word_does_not_write(self, text: str | bytes) -> None:
        """It is refused."""
        with pytest.raises(ReadError):
            annotated(with_part(word(BODY), "word/document.xml", text), finding())

    def test_tags_that_mislead(self) -> None:
        """An attribute that looks like an end is seen, and no broken file comes out."""
        body = BODY.replace("<w:t xml:space", '<w:t a=">" xml:space')
        with pytest.raises(ReadError):
            annotated(word(body), finding(excerpt="tex"))

    @pytest.mark.parametrize("content", ["", "<a>", "<a></b>", "<?x?>"])
    @pytest.mark.parametrize("name", ["[Content_Types].xml", "word/_rels/document.xml.rels"])
    def test_parts_that_cannot_be_added_to(self, name: str, content: str) -> None:
        """They are told; relations that are not there are made."""
        broken = with_part(word(BODY), name, content)
        if "rels" in name and not content:
            assert comments(annotated(broken, finding()))
            return
        with pytest.raises(ReadError):
            annotated(broken, finding())

    def test_comments_that_are_no_comments(self) -> None:
        """A part that is broken is told, and so is one that has no end."""
        for content in ("<w:comments></b>", "<w:comments>", "x"):
            broken = with_part(word(BODY, comments=""), "word/comments.xml", content)
            with pytest.raises(ReadError):
                annotated(broken, finding())

    def test_a_part_that_is_too_large(self) -> None:
        """Nothing is unpacked without bounds."""
        bomb = with_part(word(BODY), "word/comments.xml", "<w:comments>" + " " * 40_000_000)
        bomb = with_part(
            bomb, "word/_rels/document.xml.rels", relations(("rId9", "comments", "comments.xml"))
        )
        with pytest.raises(LimitError):
            annotated(bomb, finding())

    @given(st.data())
    def test_any_bytes_give_a_file_or_our_error(self, data: st.DataObject) -> None:
        """Law 5, for files with some bytes of one part changed."""
        whole = word(BODY, comments="")
        name = data.draw(st.sampled_from(["word/document.xml", "word/comments.xml", "[Content_Types].xml"]))
        part = bytearray(bytes(str(parts_of(whole)[name], "utf-8"), "utf-8"))
        for _ in range(data.draw(st.integers(1, 4))):
            part[data.draw(st.integers(0, len(part) - 1))] = data.draw(st.sampled_from(b'<>/"&a; =\x00'))
        try:
            after = annotated(with_part(whole, name, bytes(part)), finding(excerpt="tex"), finding(None))
        except MinutesError:
            return
        for content in parts_of(after).values():
            assert content is not None
        root(after), root(after, "word/comments.xml")


def test_the_corpus(repository: Path) -> None:
    """Each Word file of the corpus gets all its findings and reads as before."""
    files = sorted((repository / "tests" / "corpus").glob("*.docx"))
    assert files
    for file in files:
        data = file.read_bytes()
        reading = mp.read(data, format="docx")
        everywhere = [finding(str(one.place), message=str(one.place)) for one in reading.meeting.walk()]
        again = mp.read(annotated(data, *everywhere), format="docx")
        assert again.meeting == reading.meeting, file.name
