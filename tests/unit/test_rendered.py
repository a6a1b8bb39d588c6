"""Rendered bytes know what they are."""

import pytest

from motesprotokoll.errors import RenderError
from motesprotokoll.rendered import Rendered

PAGE = Rendered('<p>Å & "x"</p>'.encode(), "text/html; charset=utf-8", ".html")
PICTURE = Rendered(b"\x00\xff", "application/pdf", ".pdf")


class TestRendered:
    def test_text_is_text(self) -> None:
        """Text formats give a string; bytes() gives the bytes of any."""
        assert PAGE.text == str(PAGE) == '<p>Å & "x"</p>'
        assert bytes(PAGE) == PAGE.content
        assert bytes(PICTURE) == b"\x00\xff"

    def test_other_formats_have_no_text(self) -> None:
        """What is not text says what to do instead; str() never fails."""
        with pytest.raises(RenderError, match=r"application/pdf is no text \(take \.content"):
            assert PICTURE.text
        assert str(PICTURE) == "Rendered(application/pdf, 2 bytes)"

    @pytest.mark.parametrize(
        ("media_type", "expected"),
        [
            ("text/plain; charset=utf-8", True),
            ("application/json", True),
            ("application/ld+json", True),
            ("application/xhtml+xml", True),
            ("application/pdf", False),
        ],
    )
    def test_knows_text_by_its_media_type(self, media_type: str, expected: bool) -> None:
        """JSON and XML are text, too."""
        assert Rendered(b"", media_type, ".x").is_text is expected

    def test_a_page_shows_itself_in_a_frame(self) -> None:
        """In a notebook a page stands in a sandbox, wholly escaped; other formats show their repr."""
        shown = PAGE._repr_html_()
        assert shown is not None
        assert 'sandbox srcdoc="&lt;p&gt;Å &amp; &quot;x&quot;&lt;/p&gt;"' in shown
        assert PICTURE._repr_html_() is None
        assert PAGE._repr_markdown_() is None
        assert Rendered(b"# A", "text/markdown; charset=utf-8", ".md")._repr_markdown_() == "# A"

    def test_is_a_value(self) -> None:
        """Equal content of one kind is equal."""
        assert Rendered(b"a", "text/plain", ".txt") == Rendered(b"a", "text/plain", ".txt")
        assert len({PAGE, PICTURE}) == 2
