"""Whether something that was taken away is still in a file, wherever it hides."""

import base64
import gzip
import html
import json
import urllib.parse
import zlib
from contextlib import suppress
from pathlib import Path

import pytest

import motesprotokoll as mp
from motesprotokoll.errors import LimitError, MinutesError, ReadError, RenderError, WrongTypeError
from motesprotokoll.limits import Limits
from motesprotokoll.privacy import PUBLISH, redact, verified, verify
from motesprotokoll.privacy import streams as streams_module
from motesprotokoll.privacy.streams import Stream
from motesprotokoll.rendered import Rendered
from word_files import zipped

SECRETS = "Åsa Öst, 811218-9876, 070-174 06 12, asa@exempel.se, Storgatan 5"
MEETING = mp.Meeting(
    title=SECRETS,
    agenda=[mp.AgendaItem(f"Ärende {SECRETS}", number="1", body=[mp.Decision(f"Ja till {SECRETS}")])],
)
REDACTION = redact(MEETING, persons=["Åsa Öst"])
FORMATS = ("text", "markdown", "html", "docx", "pdf", "json")


def kinds(data: bytes) -> set[str]:
    """What is found, by the first words of its message."""
    return {finding.message.split(" som ")[0].split(" på ")[0] for finding in verify(REDACTION, data)}


NUMBER, NAME, PHONE, MAIL = "Ett personnummer", "Ett namn", "Ett telefonnummer", "En e-postadress"
EVERYTHING = {NUMBER, NAME, PHONE, MAIL, "En adress"}


def pdf_of(*streams: bytes, head: bytes = b"", tail: bytes = b"") -> bytes:
    """A PDF of ours with more streams behind its end, which readers pass over."""
    page = mp.render(REDACTION.meeting, "pdf").content
    parts = [b"%d 0 obj\nstream\r\n%s\nendstream\nendobj\n" % (900 + n, one) for n, one in enumerate(streams)]
    return page + head + b"".join(parts) + tail


class TestFormats:
    @pytest.mark.parametrize("format_name", FORMATS)
    def test_finds_all_in_the_original(self, format_name: str) -> None:
        """Each kind is found in what is written of the meeting as it was."""
        assert kinds(mp.render(MEETING, format_name).content) == EVERYTHING

    @pytest.mark.parametrize("format_name", ["docx", "pdf"])
    def test_finds_all_in_what_is_shown(self, format_name: str) -> None:
        """Also where the file does not carry the meeting as data."""
        assert kinds(mp.render(MEETING, format_name, embed=False).content) == EVERYTHING

    @pytest.mark.parametrize("format_name", FORMATS)
    def test_finds_nothing_in_the_redacted(self, format_name: str) -> None:
        """That is the proof; the very document comes back."""
        page = mp.render(REDACTION.meeting, format_name)
        assert verify(REDACTION, page) == ()
        assert verified(REDACTION, page, name="protokoll") is verified(REDACTION, page) is page

    def test_an_empty_pdf_is_searched_too(self) -> None:
        """One page with little on it."""
        redaction = redact(mp.Meeting("HR"))
        assert verify(redaction, mp.render(redaction.meeting, "pdf")) == ()


class TestEncodings:
    @pytest.mark.parametrize("encoding", ["utf-8", "latin-1", "utf-16", "utf-16-le", "utf-16-be"])
    def test_any_encoding(self, encoding: str) -> None:
        """Also where it begins on an odd byte."""
        assert kinds(SECRETS.encode(encoding)) == EVERYTHING
        assert kinds(b"x" + SECRETS.encode(encoding)) >= {NUMBER, PHONE, MAIL}

    @pytest.mark.parametrize(
        "text",
        [
            json.dumps({"a": SECRETS}),
            html.escape(SECRETS).replace("Å", "&Aring;").replace("Ö", "&#214;").replace("@", "&#x40;"),
            urllib.parse.quote(SECRETS),
            urllib.parse.quote(urllib.parse.quote(SECRETS)),
            base64.b64encode(SECRETS.encode()).decode(),
            "data:text/plain;base64," + base64.urlsafe_b64encode(SECRETS.encode()).decode(),
            base64.encodebytes(b"-" * 40 + SECRETS.encode()).decode(),
            SECRETS.replace(" ", "\r\n ").replace("-", "\r\n -"),
            SECRETS.replace("8", "<b>8</b>").replace("s", "<i>s</i>"),
            SECRETS.replace("-", "\\-").replace("@", "\\@").replace(".", "\\."),
            SECRETS.replace("-", "\u2011").replace(" ", "\u00a0").replace("8", "8\u00ad"),
            SECRETS.upper(),
        ],
    )
    def test_any_escape(self, text: str) -> None:
        """Entities, JSON, percent, base64, folded lines, tags inside, Markdown, other hyphens, capitals."""
        assert kinds(text.encode()) == EVERYTHING

    @pytest.mark.parametrize("text", ["811218 9876", "198112189876", "+46 70 174 06 12", "0701740612"])
    def test_numbers_in_other_forms(self, text: str) -> None:
        """A number is the same with other signs between its figures."""
        assert len(kinds(f"nr {text}.".encode())) == 1

    @pytest.mark.parametrize("text", ["asa-ost.html", "Åsa Östs", "ASA_OST", "AsaOst", "Öst Åsa"])
    def test_names_in_other_forms(self, text: str) -> None:
        """And so is a name."""
        assert kinds(text.encode()) == {NAME}

    @pytest.mark.parametrize("text", ["Åsa Österman", "Kåsa Öst", "Storgatan 57", "9811218", "0701740"])
    def test_others_are_others(self, text: str) -> None:
        """A longer number or name is no find."""
        assert kinds(text.encode()) == set()

    def test_a_part_of_a_name_needs_its_capitals(self) -> None:
        """What was taken away as a part of a name is found as it was, and not within words."""
        redaction = redact(mp.Meeting(preamble=["Ek sade ja."]), persons=["Ida Ek"])
        assert len(verify(redaction, b"Ek sade")) == 1
        assert verify(redaction, b"ek, Ekonomi") == ()

    def test_what_stands_in_any_file_is_not_looked_for(self) -> None:
        """A number of four figures, and a first name that is a label of ours."""
        redaction = redact(mp.Meeting(preamble=["ankn. 2027", "Plats sade ja."]), persons=["Plats Ek"])
        assert redaction.count == 2
        assert verify(redaction, b"Plats: Ale, 2027") == ()

    def test_short_words_turn_up_in_pictures_by_chance(self) -> None:
        """In bytes that are no text, only longer ones count."""
        redaction = redact(mp.Meeting(preamble=["Ek sade ja.", "811218-9876"]), persons=["Ida Ek"])
        assert verify(redaction, b"\x00\x01 Ek \x02") == ()
        assert len(verify(redaction, b"\x00\x01 811218-9876 \x02")) == 1


class TestContainers:
    def test_members_of_a_zip_and_their_names(self) -> None:
        """Nested, too; gzip as well."""
        inner = zipped({"a": SECRETS.encode()})
        assert kinds(zipped({"b": inner})) == EVERYTHING
        assert kinds(zipped({"811218-9876.txt": b""})) == {NUMBER}
        assert kinds(gzip.compress(SECRETS.encode())) == EVERYTHING
        assert kinds(base64.b64encode(zipped({"a": SECRETS.encode()}))) == EVERYTHING
        assert kinds(b"\x1f\x8b broken") == set()

    def test_streams_of_a_pdf(self) -> None:
        """Deflated or not, also one that never ends; and strings in any of their forms."""
        assert kinds(pdf_of(zlib.compress(SECRETS.encode()))) == EVERYTHING
        assert kinds(pdf_of(zlib.compress(SECRETS.encode("utf-16-be")))) >= {NUMBER, PHONE, MAIL}
        octal = "".join(f"\\{ord(sign):03o}" for sign in "811218-9876").encode()
        utf16 = b"\xfe\xff" + "asa@exempel.se".encode("utf-16-be").replace(b"(", b"\\(")
        told = b"(" + octal + b") <" + "Åsa Öst".encode("utf-16").hex().encode() + b"> (" + utf16 + b")"
        told += b" <" + b"070-174 06 12".hex().encode() + b"0> (a\\\nb\\n)"
        assert kinds(pdf_of(tail=told)) >= {NUMBER, MAIL, PHONE}
        assert kinds(pdf_of(zlib.compress(b"(" + octal + b")"))) == {NUMBER}
        assert kinds(pdf_of(tail=b"stream\n" + zlib.compress(SECRETS.encode()))) == EVERYTHING

    def test_what_draws_a_page(self) -> None:
        """Its strings are searched for what they say; a comment among them, too."""
        drawing = b"BT 0 Tr/f0 11 Tf 1 0 0 1 0 0 Tm[(%s)]TJ\nET\n%s"
        octal = "".join(f"\\{ord(sign):03o}" for sign in "811218-9876").encode()
        assert Stream("x", drawing % (b"a", b"")).is_drawing
        assert kinds(pdf_of(zlib.compress(drawing % (octal, b"")))) == {NUMBER}
        assert kinds(pdf_of(zlib.compress(drawing % (b"\\000\\003", b"% 811218-9876")))) == {NUMBER}
        assert kinds(pdf_of(zlib.compress(drawing % (b"\\000\\003\\8", b"")))) == set()

    def test_short_base64_is_decoded_at_once(self) -> None:
        """From each of the places where one may begin, and without running into the next."""
        words = [base64.b64encode(b"x" * start + b" 811218-9876") for start in range(4)]
        assert kinds(b" ".join(words)) == {NUMBER}
        for start in range(1, 5):
            assert kinds(b"A" * start + base64.b64encode("Åsa Öst".encode())) == {NAME}

    def test_hexadecimal_utf16(self) -> None:
        """Bookmarks and titles are written so."""
        told = b"<FEFF" + "Åsa Öst".encode("utf-16-be").hex().encode() + b">"
        assert kinds(pdf_of(tail=told)) == {NAME}

    def test_the_name_of_a_file_counts(self, tmp_path: Path) -> None:
        """The finding does not repeat it."""
        path = tmp_path / "asa-ost.txt"
        path.write_text("inget")
        [finding] = verify(REDACTION, path)
        assert finding.where == "filnamn"
        with pytest.raises(RenderError, match="what was taken away remains: filnamn: A name"):
            verified(REDACTION, mp.render(REDACTION.meeting, "text"), name=str(path))

    def test_tells_kind_and_part_and_no_value(self, tmp_path: Path) -> None:
        """One finding for each kind and part."""
        path = tmp_path / "a.docx"
        mp.write(MEETING, path)
        found = verify(REDACTION, path, path)
        assert len({(one.where, one.template) for one in found}) == len(found)
        assert {one.where for one in found} >= {"dokument.docx > word/document.xml"}
        assert all("9876" not in str(one) and "Öst" not in repr(one) for one in found)
        assert repr(Stream("x", b"811218")) == "Stream('x', 6 bytes)"

    def test_a_part_whose_name_tells_is_not_named(self) -> None:
        """The finding says only in which file it is."""
        found = verify(REDACTION, zipped({"811218-9876.txt": b"811218-9876"}))
        assert {one.where for one in found} == {"dokument", "dokument > namn", "dokument > …"}


class TestHostileFiles:
    def test_what_cannot_be_opened_is_no_proof(self) -> None:
        """A broken zip, an encrypted or a broken PDF."""
        with pytest.raises(ReadError):
            verify(REDACTION, b"PK\x03\x04 broken")
        with pytest.raises(ReadError, match="encrypted"):
            verify(REDACTION, pdf_of(tail=b"<< /Encrypt 5 0 R >>"))
        with pytest.raises(ReadError):
            verify(REDACTION, b"%PDF-1.7\n1 0 obj\nendobj\n")
        with pytest.raises(ReadError):
            verify(REDACTION, "no-such-file.txt")

    def test_words_that_look_like_a_file_are_words(self) -> None:
        """A title that begins like a zip or a PDF."""
        assert verify(REDACTION, b"PK har ordet. %PDF-1.7") == ()

    def test_everything_has_a_bound(self, monkeypatch: pytest.MonkeyPatch) -> None:
        """Depth, number and size, of the file and of what it unpacks to."""
        deep = b"x"
        for _ in range(6):
            deep = zipped({"a": deep})
        with pytest.raises(LimitError, match="deeper"):
            verify(REDACTION, deep)
        with pytest.raises(LimitError):
            verify(REDACTION, b"x" * 100, limits=Limits(document_bytes=10))
        with pytest.raises(LimitError):
            verify(REDACTION, Rendered(b"x" * 100, "text/plain", ".txt"), limits=Limits(document_bytes=10))
        monkeypatch.setattr(streams_module, "_LARGEST", 1_000)
        with pytest.raises(LimitError, match="unpacks to more"):
            verify(REDACTION, gzip.compress(b"x" * 10_000))

    @pytest.mark.parametrize("cut", [10, 200, 2_000])
    @pytest.mark.parametrize("format_name", ["docx", "pdf", "html"])
    def test_a_cut_file_gives_findings_or_one_error(self, format_name: str, cut: int) -> None:
        """Never another exception."""
        data = mp.render(MEETING, format_name).content
        with suppress(MinutesError):
            assert all(isinstance(one, mp.Finding) for one in verify(REDACTION, data[:-cut]))

    def test_takes_a_redaction(self) -> None:
        """Nothing else knows what was taken away."""
        with pytest.raises(WrongTypeError, match="expected a Redaction"):
            verify(MEETING, b"")  # type: ignore[arg-type]

    def test_nobody_protected_nothing_found(self) -> None:
        """A redaction that took nothing away proves nothing and finds nothing."""
        assert verify(redact(mp.Meeting(), PUBLISH), SECRETS.encode()) == ()
