"""Plain text: encodings, limits, and what is no text."""

import pytest

from motesprotokoll.errors import LimitError, UnsupportedFormatError
from motesprotokoll.limits import DEFAULT_LIMITS, Limits
from motesprotokoll.readers.decoding import best_single_byte, decode
from motesprotokoll.readers.protocol import Reader
from motesprotokoll.readers.text import TextReader
from timing import within

SWEDISH_TEXTS = [
    "Närvarande: Åsa Öst och Örjan Ek, Öckerö",
    "Möte på Öckerö den 3 maj – förslag på ny båtplats",
    "Anteckningar från nätverksträff. Vi går på måndag.",
    "PROTOKOLL\nÅrsmöte i båtföreningen\nNärvarande: fem medlemmar",
]


def read(data: bytes, limits: Limits = DEFAULT_LIMITS) -> list[str]:
    return [line.text for line in TextReader().read(data, limits).lines]


def codes(data: bytes) -> list[str]:
    return [finding.code for finding in TextReader().read(data, DEFAULT_LIMITS).findings]


class TestDecoding:
    @pytest.mark.parametrize("text", SWEDISH_TEXTS)
    @pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32"])
    def test_unicode(self, text: str, encoding: str) -> None:
        """Any encoding of Unicode is read, with or without a byte order mark."""
        assert read(text.encode(encoding)) == text.split("\n")

    @pytest.mark.parametrize("text", SWEDISH_TEXTS)
    @pytest.mark.parametrize("encoding", ["cp1252", "mac_roman", "cp850"])
    def test_single_bytes(self, text: str, encoding: str) -> None:
        """Older encodings are told apart by how Swedish the text looks; a finding says that it was a
        guess."""
        data = text.replace("–", "-").encode(encoding)
        assert read(data) == text.replace("–", "-").split("\n")
        assert codes(data) == ["text.encoding-guessed"]

    def test_no_guess_is_needed(self) -> None:
        """UTF-8 and plain ASCII carry no finding."""
        assert codes("Möte".encode()) == codes(b"Mote") == []

    def test_mixed(self) -> None:
        """A file of two encodings is read line by line, and the finding names the first line that is odd."""
        data = "Åsa\n".encode() + "Örjan\n".encode("cp1252") + "Ål".encode()
        assert read(data) == ["Åsa", "Örjan", "Ål"]
        finding = TextReader().read(data, DEFAULT_LIMITS).findings[0]
        assert (finding.code, finding.where) == ("text.encoding-mixed", "rad 2")

    def test_best_guess(self) -> None:
        """Without any sign above ASCII the likeliest encoding is given."""
        assert best_single_byte(b"abc") == "cp1252"

    def test_says_which(self) -> None:
        """What was decoded says by which encoding."""
        assert decode("å".encode("utf-16"), DEFAULT_LIMITS).encoding == "utf-16-le"


class TestWhatIsNoText:
    @pytest.mark.parametrize(
        ("data", "name"),
        [
            (b"%PDF-1.7\n", "PDF"),
            (b"PK\x03\x04word/", "Word"),
            (b"\xd0\xcf\x11\xe0\xa1\xb1", "old Word"),
            (b"\x89PNG\r\n", "PNG"),
            (b"\xff\xd8\xff\xe0", "JPEG"),
            (b"{\\rtf1", "RTF"),
            (b"\x7fELF\x01", "program"),
        ],
    )
    def test_signature(self, data: bytes, name: str) -> None:
        """A file that is something else is refused by the name of what it is."""
        with pytest.raises(UnsupportedFormatError, match=name):
            read(data)

    def test_noise(self) -> None:
        """Bytes full of control characters are no text."""
        with pytest.raises(UnsupportedFormatError):
            read(bytes(range(1, 9)) * 50)

    def test_a_stray_control_character_is_kept_as_a_mark(self) -> None:
        """One odd sign does not make a text unreadable; it is marked, and a finding tells."""
        assert read(b"a\x01b") == ["a\ufffdb"]
        assert codes("a\ufffd".encode()) == ["text.unreadable"]


class TestLimits:
    def test_document(self) -> None:
        """A document over the limit is refused before it is decoded."""
        large = b"\xff" * 50_000_000

        def refused() -> None:
            with pytest.raises(LimitError, match="bytes"):
                read(large)

        assert within(refused, 0.5)

    def test_line(self) -> None:
        """A line over the limit is refused, in bytes before decoding and in characters after."""
        with pytest.raises(LimitError, match="line"):
            read(b"a" * 500, Limits(line_characters=100))
        with pytest.raises(LimitError, match="line"):
            read("å".encode() * 150, Limits(line_characters=100))
        assert len(read(b"a\n" * 200, Limits(line_characters=100))) == 200


class TestFindings:
    @pytest.mark.parametrize("data", [b"", b"\xef\xbb\xbf", b" \n\t\n"])
    def test_empty(self, data: bytes) -> None:
        """An empty file gives no line and one finding."""
        assert read(data) == []
        assert codes(data) == ["text.empty"]

    def test_bidi(self) -> None:
        """Signs that turn the reading direction are told."""
        assert codes("a\u202eb".encode()) == ["text.bidi"]

    def test_mojibake(self) -> None:
        """Text that was decoded wrongly before is told, and not changed."""
        assert codes("MÃ¶te pÃ¥ Ã–".encode()) == ["text.mojibake"]


class TestReader:
    def test_protocol(self) -> None:
        """The reader meets the protocol."""
        assert isinstance(TextReader(), Reader)
