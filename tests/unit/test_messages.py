import re
import string
from collections.abc import Iterator
from importlib import resources
from pathlib import Path

import pytest

from motesprotokoll import messages
from motesprotokoll.errors import RenderError
from motesprotokoll.messages import LANGUAGES, checked_language, language_of, printable, translate


@pytest.fixture
def catalogue(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A folder in place of the package, with an English catalogue of two messages."""
    (tmp_path / "locale").mkdir()
    (tmp_path / "locale" / "en.po").write_text(
        'msgid ""\nmsgstr ""\n"Content-Type: text/plain; charset=UTF-8\\n"\n\n'
        'msgid "Närvarande"\nmsgstr "Present"\n\nmsgid "Beslut"\nmsgstr ""\n',
        encoding="utf-8",
    )
    monkeypatch.setattr(resources, "files", lambda package: tmp_path)
    messages._catalogue.cache_clear()
    yield tmp_path
    messages._catalogue.cache_clear()


def test_a_language_is_one_of_ours() -> None:
    """Any other is told with those that there are; so is what is no name at all."""
    assert [checked_language(one) for one in LANGUAGES] == [*LANGUAGES]
    for other in ("fi", "SV", "", None, ["sv"]):
        with pytest.raises(RenderError, match=re.escape(f"no language {other!r} (one of sv, en)")):
            checked_language(other)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("text", "expected"),
    [("å–\u00a0b", "å– b"), ("a\x1b\x00\x7f\x85", "a\ufffd\ufffd\ufffd "), ("\u200b", "\ufffd")],
)
def test_what_is_printable_is_kept(text: str, expected: str) -> None:
    """Only what is no printable sign is replaced, white space by a space."""
    assert printable(text) == expected


@pytest.mark.parametrize(
    ("tag", "language"),
    [
        ("sv", "sv"),
        ("sv-SE", "sv"),
        ("en", "en"),
        ("EN-gb", "en"),
        ("enm", "sv"),
        ("fi", "sv"),
        ("", "sv"),
        (None, "sv"),
    ],
)
def test_the_language_of_a_tag(tag: str | None, language: str) -> None:
    """One of ours, by what stands before the first hyphen."""
    assert language_of(tag) == language


class TestTranslate:
    def test_swedish_is_the_source(self, monkeypatch: pytest.MonkeyPatch) -> None:
        """A Swedish message is its own key, and no catalogue is opened for it."""
        monkeypatch.setattr(messages, "_catalogue", None)
        assert translate("Närvarande") == translate("Närvarande", "sv") == "Närvarande"

    def test_english_stands_in_the_catalogue(self, catalogue: Path) -> None:
        """What it does not have, or has left empty, stays Swedish."""
        assert translate("Närvarande", "en") == "Present"
        assert translate("Beslut", "en") == "Beslut"
        assert translate("Plats", "en") == "Plats"
        assert translate("", "en") == ""

    @pytest.mark.parametrize("language", ["", "fi", "EN", "en_GB", "../en", "x" * 10_000, "\x00"])
    def test_unknown_languages_are_swedish(self, language: str, catalogue: Path) -> None:
        """No name of a language opens a file of its own."""
        assert translate("Närvarande", language) == "Närvarande"

    def test_catalogue_is_read_once(self, catalogue: Path) -> None:
        """Reading it costs, so it is kept."""
        assert translate("Närvarande", "en") == "Present"
        (catalogue / "locale" / "en.po").unlink()
        assert translate("Närvarande", "en") == "Present"


class TestEnglishCatalogue:
    def test_is_shipped(self) -> None:
        """Each language but the source has a catalogue."""
        assert LANGUAGES == ("sv", "en")
        assert messages._catalogue("en")

    def test_keeps_the_places_of_each_message(self) -> None:
        """A place that was lost or misspelt in translation would fail only when the message is shown."""
        wrong = {
            swedish: english
            for swedish, english in messages._catalogue("en").items()
            if places(swedish) != places(english)
        }
        assert wrong == {}

    def test_is_canonical(self) -> None:
        """No translation has stray spaces or line breaks at its ends that the Swedish has not."""
        wrong = {
            swedish: english
            for swedish, english in messages._catalogue("en").items()
            if (swedish != swedish.strip()) != (english != english.strip())
        }
        assert wrong == {}


def places(message: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(message) if name is not None}
