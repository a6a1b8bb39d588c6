"""A theme is one small value, and one that nobody can read is refused."""

from pathlib import Path

import pytest

from motesprotokoll import Theme, ThemeError, WrongTypeError
from motesprotokoll.theme import LEAST_CONTRAST, contrast, image_type, lightened

PNG = b"\x89PNG\r\n\x1a\n" + b"0" * 10


class TestTheme:
    def test_the_default_can_be_read(self) -> None:
        """Nothing has to be given."""
        assert Theme().name == "standard"

    def test_colours_are_written_in_one_way(self) -> None:
        """Capitals and outer blanks do not matter."""
        assert Theme(link=" #0B57A4 ") == Theme()

    @pytest.mark.parametrize("colour", ["blue", "#fff", "#12345g", "rgb(0,0,0)", ""])
    def test_other_notations_are_refused(self, colour: str) -> None:
        """Six hexadecimal digits, since three formats have to agree on them."""
        with pytest.raises(ThemeError, match="no colour"):
            Theme(text=colour)

    @pytest.mark.parametrize("name", ["text", "quiet", "link", "accent", "decision", "action"])
    def test_pale_letters_are_refused(self, name: str) -> None:
        """The error names the field, the contrast and the rule."""
        with pytest.raises(ThemeError, match=rf"{name}: #999999 on #ffffff has the contrast 2\.85 .*WCAG"):
            Theme(**{name: "#999999"})

    def test_a_dark_panel_is_refused_too(self) -> None:
        """Letters stand on the page and on the panel of a decision."""
        with pytest.raises(ThemeError, match="against panel"):
            Theme(panel="#333333")

    @pytest.mark.parametrize("field", ["name", "text", "font", "footer", "logo", "logo_text"])
    def test_wrong_types_are_refused(self, field: str) -> None:
        """The error names the field."""
        with pytest.raises(WrongTypeError, match=field):
            Theme(**{"logo_text": "x", field: 3})

    @pytest.mark.parametrize("font", ['Arial", sans', "a;b", "-x", "a\nb", " "])
    def test_only_names_of_fonts(self, font: str) -> None:
        """What stands in a style must not end it."""
        with pytest.raises(ThemeError, match="font family"):
            Theme(font=font)

    def test_a_logo_needs_words(self) -> None:
        """Somebody does not see it."""
        with pytest.raises(ThemeError, match="logo needs words"):
            Theme(logo=PNG)

    @pytest.mark.parametrize("logo", [b"GIF89a", b"", PNG + b"0" * 2_000_000])
    def test_only_images_that_all_formats_show(self, logo: bytes) -> None:
        """PNG and JPEG, of a size that a document can bear."""
        with pytest.raises(ThemeError, match="PNG or JPEG"):
            Theme(logo=logo, logo_text="Bolaget")


class TestFromToml:
    def write(self, folder: Path, text: str) -> Path:
        path = folder / "tema.toml"
        path.write_text(text, encoding="utf-8")
        return path

    def test_reads_every_field(self, tmp_path: Path) -> None:
        """Paths in it start at its own folder."""
        (tmp_path / "logo.png").write_bytes(PNG)
        path = self.write(
            tmp_path,
            'name = "Bolaget"\nlink = "#00539b"\nlogo = "logo.png"\nlogo_text = "Bolaget AB"\n'
            'font = "Noto Sans"\nfont_files = ["a.ttf"]\nfooter = "Storgatan 1"\n',
        )
        theme = Theme.from_toml(path)
        assert theme == Theme(
            name="Bolaget",
            link="#00539b",
            logo=PNG,
            logo_text="Bolaget AB",
            font="Noto Sans",
            font_files=(str(tmp_path / "a.ttf"),),
            footer="Storgatan 1",
        )

    @pytest.mark.parametrize(
        ("text", "problem"),
        [
            ("färg = 1", "no TOML"),
            ('colour = "x"', "has no 'colour'"),
            ('logo = "nej.png"\nlogo_text="x"', "logo cannot be read"),
            ("logo = 3", "path of an image"),
            ("font_files = 3", "list of paths"),
            ("font_files = [3]", "list of paths"),
        ],
    )
    def test_says_what_is_wrong(self, tmp_path: Path, text: str, problem: str) -> None:
        """One error, ours, that names the fault."""
        with pytest.raises(ThemeError, match=problem):
            Theme.from_toml(self.write(tmp_path, text))

    def test_other_encodings_and_missing_files(self, tmp_path: Path) -> None:
        """TOML is UTF-8."""
        (tmp_path / "x.toml").write_bytes(b'name = "\xe5"')
        with pytest.raises(ThemeError, match="no TOML"):
            Theme.from_toml(tmp_path / "x.toml")
        with pytest.raises(ThemeError, match="cannot be read"):
            Theme.from_toml(tmp_path / "y.toml")

    @pytest.mark.parametrize("path", [None, 3, b"theme.toml"])
    def test_only_paths_are_opened(self, path: object) -> None:
        """Anything else is told as a wrong type."""
        with pytest.raises(WrongTypeError, match="expected a path"):
            Theme.from_toml(path)  # type: ignore[arg-type]

    def test_is_bounded(self, tmp_path: Path) -> None:
        """A file that is no theme is not read to its end; a byte order mark is none of it."""
        with pytest.raises(ThemeError, match="larger than 1,000,000 bytes"):
            Theme.from_toml(self.write(tmp_path, " " * 1_000_001))
        assert Theme.from_toml(self.write(tmp_path, '\ufeffname = "x"')).name == "x"


class TestContrast:
    @pytest.mark.parametrize(
        ("one", "other", "ratio"),
        [("#000000", "#ffffff", 21.0), ("#777777", "#ffffff", 4.48), ("#123456", "#123456", 1.0)],
    )
    def test_is_that_of_wcag(self, one: str, other: str, ratio: float) -> None:
        """Known values, whichever comes first."""
        assert round(contrast(one, other), 2) == round(contrast(other, one), 2) == ratio


def test_image_type() -> None:
    """By the first bytes."""
    assert image_type(PNG) == "image/png"
    assert image_type(b"\xff\xd8\xff\xe0") == "image/jpeg"
    assert image_type(b"<svg>") is None


class TestLightened:
    @pytest.mark.parametrize("colour", ["#000000", "#0b57a4", "#9a5200", "#ffffff"])
    def test_can_be_read_on_a_dark_page(self, colour: str) -> None:
        """And is the colour itself where that will do."""
        found = lightened(colour, "#16191c")
        assert contrast(found, "#16191c") >= LEAST_CONTRAST
        assert lightened(found, "#16191c") == found

    def test_against_a_middling_one_there_is_nothing(self) -> None:
        """White is the lightest."""
        with pytest.raises(ThemeError, match="nothing can be read"):
            lightened("#777777", "#808080")
