"""Corrections in the text of a document: each at its place, and every other byte as it was."""

from collections.abc import Callable, Iterable

import pytest

import motesprotokoll as mp
from motesprotokoll.checks.fixing import corrections, fixed
from motesprotokoll.checks.mending import FORMATS, mended, mended_bytes, source_of
from motesprotokoll.errors import ReadError, WriteError
from motesprotokoll.findings import Finding, Severity
from motesprotokoll.model import AgendaItem, Emphasis, Meeting, Paragraph

TEXT = """Anteckningar möte 2027-03-05

1. Budget
Vi talade om tex pengar  och
tex resor, m.m och text.

2. Kurser
Se bl
a skolan.
"""
FIRST, SECOND = "$.agenda[0].body[0]", "$.agenda[1].body[0]"


def finding(excerpt: str, instead: str, where: str = FIRST) -> Finding:
    return Finding("X1", Severity.NOTE, "Jaha.", where, (), excerpt, instead)


SLIPS = (
    finding("tex", "t.ex."),
    finding("tex", "t.ex."),
    finding("m.m", "m.m."),
    finding("bl a", "bl.a.", SECOND),
)


def reader(format_name: str = "text") -> Callable[[bytes], Meeting]:
    return lambda data: mp.read(data, format=format_name).meeting


def mend(data: bytes, findings: Iterable[Finding], format_name: str = "text") -> tuple[bytes, int]:
    meeting = reader(format_name)(data)
    again, done = mended_bytes(data, format_name, meeting, findings, reader(format_name))
    return again, len(done)


class TestMended:
    def test_every_other_sign_stays(self) -> None:
        """Spaces and breaks of lines, too."""
        meeting = mp.read_text(TEXT).meeting
        text, done = mended(TEXT, corrections(meeting, SLIPS))
        assert len(done) == 4
        assert text == (
            TEXT.replace("tex ", "t.ex. ").replace("m.m och", "m.m. och").replace("bl\na", "bl.a.")
        )

    def test_two_places_with_the_same_words(self) -> None:
        """What stands around tells them apart."""
        text = "1. A\nVi tar tex buss.\n\n2. B\nDe tar tex bil.\n"
        meeting = mp.read_text(text).meeting
        one = corrections(meeting, [finding("tex", "t.ex.", SECOND)])
        assert mended(text, one)[0] == text.replace("De tar tex", "De tar t.ex.")

    def test_alike_places_need_as_many_findings(self) -> None:
        """Of one that looks like another nobody can say which it is."""
        text = "1. A\nVi tar tex buss.\n\n2. B\nVi tar tex buss.\n"
        meeting = mp.read_text(text).meeting
        slips = [finding("tex", "t.ex.", FIRST), finding("tex", "t.ex.", SECOND)]
        assert mended(text, corrections(meeting, slips))[0] == text.replace("tex", "t.ex.")
        assert mended(text, corrections(meeting, slips[:1])) == (text, ())

    def test_marks_between_the_words(self) -> None:
        """As many words around as stand in one piece."""
        text = "1. A\nVi *tar* tex **buss** i dag.\n"
        meeting = Meeting(agenda=[AgendaItem("A", number="1", body=[Paragraph("Vi tar tex buss i dag.")])])
        assert mended(text, corrections(meeting, SLIPS[:1]))[0] == text.replace("tex", "t.ex.")

    def test_what_was_placed_is_no_place_for_another(self) -> None:
        """So one that is left takes the only one that is free."""
        text = "Vi tar tex buss.\nDe *tar* tex *bil.*\n"
        meeting = Meeting(preamble=["Vi tar tex buss.", "De tar tex bil."])
        slips = [finding("tex", "t.ex.", "$.preamble[0]"), finding("tex", "t.ex.", "$.preamble[1]")]
        assert mended(text, corrections(meeting, slips))[0] == text.replace("tex", "t.ex.")
        assert mended(text, corrections(meeting, slips[1:])) == (text, ())


class TestMendedBytes:
    @pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
    @pytest.mark.parametrize("newline", ["\n", "\r\n"])
    def test_the_encoding_stays(self, encoding: str, newline: str) -> None:
        """With its mark, and the ends of lines."""
        text = TEXT.replace("\n", newline)
        data, count = mend(text.encode(encoding), SLIPS)
        assert count == 4
        assert data.decode(encoding) == (
            text.replace("tex ", "t.ex. ").replace("m.m och", "m.m. och").replace(f"bl{newline}a", "bl.a.")
        )

    @pytest.mark.parametrize("format_name", FORMATS)
    def test_what_is_read_again_is_mended(self, format_name: str) -> None:
        """Exactly that: our own documents, in each format."""
        meeting = Meeting(
            agenda=[AgendaItem("Budget", body=['Vi sa "tex" och * m.m', Paragraph(["tex ", Emphasis("a")])])]
        )
        slips = [finding("tex", "t.ex.", FIRST), finding("tex", "t.ex.", "$.agenda[0].body[1]"), SLIPS[2]]
        before = mp.render(meeting, format_name).content
        after, done = mended_bytes(before, format_name, meeting, slips, reader(format_name))
        assert len(done) == 3
        assert reader(format_name)(after) == fixed(meeting, slips)
        assert after.replace(b"t.ex.", b"tex").replace(b"m.m.", b"m.m") == before

    def test_signs_that_json_escapes(self) -> None:
        """They are written as JSON writes them."""
        meeting = Meeting(agenda=[AgendaItem("A", body=['Vi sa "tex" \\ a.'])])
        slip = finding('"tex"', '"t.ex."')
        after, count = mend(mp.dumps(meeting).encode(), [slip], "json")
        assert count == 1
        assert reader("json")(after) == fixed(meeting, [slip])

    def test_what_would_do_more_is_left(self) -> None:
        """A correction by which the document is read as something else; the others are made."""
        text = "Anteckningar möte 2027-03-05\n\n1. A\nVi ses tex här.\n\n2. B\nDetta dvs.\n"
        slips = [finding("tex", "t.ex."), finding("Detta", "3.", SECOND)]
        data, count = mend(text.encode(), slips)
        assert (data, count) == (text.replace("tex", "t.ex.").encode(), 1)

    def test_nothing_to_do(self) -> None:
        """The same bytes."""
        assert mend(TEXT.encode(), []) == (TEXT.encode(), 0)
        assert mend(TEXT.encode(), [finding("saknas", "x")]) == (TEXT.encode(), 0)

    def test_a_document_that_cannot_be_read_again(self) -> None:
        """It is left as it is."""

        def refuse(_: bytes) -> object:
            raise ReadError("no")

        meeting = mp.read_text(TEXT).meeting
        assert mended_bytes(TEXT.encode(), "text", meeting, SLIPS, refuse) == (TEXT.encode(), ())

    def test_letters_that_the_encoding_lacks(self) -> None:
        """They are told, and nothing is written."""
        data = "Möte\n\n1. Å\nVi tar tex båten.\n".encode("cp1252")
        with pytest.raises(WriteError, match="'→' cannot be written in cp1252"):
            mend(data, [finding("tex", "→")])


class TestSourceOf:
    def test_a_text_in_two_encodings(self) -> None:
        """Writing it might change other letters."""
        data = "Möte på Tjörn\n".encode() + "Ärende på Öckerö\n".encode("cp1252")
        with pytest.raises(WriteError, match=r"encoded in several ways \(save it as UTF-8 first\)"):
            source_of(data)

    @pytest.mark.parametrize(
        "data", ["Möte\n".encode("utf-16") + b"\x00\xd8", "Ärende på Öckerö\n".encode("cp1252") + b"\x81"]
    )
    def test_a_broken_letter(self, data: bytes) -> None:
        """Half a letter, or a byte that stands for none, has none to go back to."""
        with pytest.raises(WriteError, match="several ways"):
            source_of(data)
