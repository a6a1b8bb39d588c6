"""Bytes are known by how they begin."""

import pytest

from motesprotokoll import Meeting, read, render
from motesprotokoll.signatures import BINARY, binary_signature, text_format


class TestBinarySignature:
    @pytest.mark.parametrize("signature", BINARY, ids=lambda one: one.start.hex() + one.kind)
    def test_each_is_found(self, signature: object) -> None:
        """Each kind in the table is recognised, and none hides another."""
        data = signature.start + b" .. " + signature.holds  # type: ignore[attr-defined]
        assert binary_signature(data) is signature or binary_signature(data).kind == signature.kind  # type: ignore

    @pytest.mark.parametrize("text", ["", "Närvarande", "\ufeffHej", "{\\", "P", "GIF"])
    def test_text_is_none(self, text: str) -> None:
        """What may be text is no binary file, in any encoding."""
        for encoding in ("utf-8", "utf-16"):
            assert binary_signature(text.encode(encoding)) is None

    @pytest.mark.parametrize("name", ["%PDF-1.7", "GIF89a", "{\\rtf", "GIF8"])
    @pytest.mark.parametrize("format_name", ["text", "markdown"])
    def test_our_own_text_is_text_whatever_it_begins_with(self, name: str, format_name: str) -> None:
        """A body may be called like the beginning of a file; its minutes still read back (law 2)."""
        assert read(render(Meeting(name), format_name)).meeting == Meeting(name)
        assert read(render(Meeting(name), format_name).content).meeting == Meeting(name)


class TestTextFormat:
    @pytest.mark.parametrize(
        ("data", "expected"),
        [
            (b"", "text"),
            (b"Hej", "text"),
            (b"# Hej", "text"),
            (b"\xef\xbb\xbf\n <!DOCTYPE HTML><html>", "html"),
            (b"<html lang='sv'>", "html"),
            (b'{"format": "motesprotokoll", "version": 1}', "json"),
            (b"{x} hej", "text"),
            (b"# Hej\n\n<!-- Skrivet med motesprotokoll 1. -->\n", "markdown"),
            (b"<!-- Skrivet med motesprotokoll 1. -->\n\nHej", "text"),
        ],
    )
    def test_tells_by_the_beginning(self, data: bytes, expected: str) -> None:
        """HTML and our JSON show themselves; all else is plain text."""
        assert text_format(data) == expected
