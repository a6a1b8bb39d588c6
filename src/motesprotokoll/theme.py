"""The looks of an organisation's documents as one small value: HTML, Word and PDF obey it alike.

Colours are checked where the theme is made: nobody gets a document that cannot be read because its theme
has pale letters. The least contrast is that of WCAG 2.2 AA, criterion 1.4.3.
"""

import os
import re
import tomllib
from pathlib import Path
from typing import Any

import attrs

from motesprotokoll.errors import ThemeError, WrongTypeError, quoted

LEAST_CONTRAST = 4.5
"""Of letters against what is behind them. Source: WCAG 2.2, 1.4.3 (AA)."""

_COLOUR = re.compile(r"#[0-9a-f]{6}")
_FONT = re.compile(r"(?:[^\W_][\w .-]*)?")
LETTERS = ("text", "quiet", "link", "accent", "decision", "action")
"""The colours of what has to be read, on the page and on the panel."""
SURFACES = ("page", "panel", "line")
"""The colours of what stands behind and between them."""
_LARGEST_LOGO = 2_000_000
_LARGEST_FILE = 1_000_000
_IMAGES = {b"\x89PNG\r\n\x1a\n": "image/png", b"\xff\xd8\xff": "image/jpeg"}


def _colour(value: object) -> object:
    return value.strip().lower() if isinstance(value, str) else value


def _is_colour(_: object, field: "attrs.Attribute[str]", value: object) -> None:
    if not isinstance(value, str):
        raise WrongTypeError(f"expected a colour as a str, got {quoted(value)}", field.name)
    if not _COLOUR.fullmatch(value):
        raise ThemeError(f"{quoted(value)} is no colour", field.name, 'write it as "#0b57a4"')


def _is_str(_: object, field: "attrs.Attribute[Any]", value: object) -> None:
    if not isinstance(value, str):
        raise WrongTypeError(f"expected str, got {quoted(value)}", field.name)


def _is_font(_: object, field: "attrs.Attribute[str]", value: object) -> None:
    _is_str(_, field, value)
    if not _FONT.fullmatch(str(value)):
        raise ThemeError(f"{quoted(value)} is no name of a font family", field.name)


def _colour_field(default: str) -> str:
    return attrs.field(default=default, converter=_colour, validator=_is_colour)


@attrs.frozen(kw_only=True)
class Theme:
    """Name, colours, logo, font and footer of an organisation. What is not given is the neutral default.

    Raises:
        ThemeError: A colour is none or has too little contrast, or the logo is no PNG or JPEG image.
    """

    name: str = attrs.field(default="standard", validator=_is_str)
    text: str = _colour_field("#1b1f23")
    """Running text and headings. Colours are written as ``#rrggbb``."""
    quiet: str = _colour_field("#55606b")
    """Remarks, running headers and page marks."""
    page: str = _colour_field("#ffffff")
    panel: str = _colour_field("#f3f5f7")
    """Behind decisions and actions."""
    line: str = _colour_field("#c3cad1")
    """Rules and table lines: ornament, not needed to understand anything."""
    link: str = _colour_field("#0b57a4")
    accent: str = _colour_field("#1b1f23")
    """The document's title and the headings of items."""
    decision: str = _colour_field("#1d6f42")
    """The bar and the word of decisions."""
    action: str = _colour_field("#9a5200")
    """The bar and the word of actions."""
    font: str = attrs.field(default="", validator=_is_font)
    """The name of a font family; without it, the format's own sans."""
    font_files: tuple[str, ...] = attrs.field(default=(), converter=tuple)
    """The files of that family, for PDF, which holds its fonts (``.ttf``, ``.otf``)."""
    logo: bytes | None = attrs.field(default=None, repr=False)
    """A PNG or JPEG image for the first page."""
    logo_text: str = attrs.field(default="", validator=_is_str)
    """What the logo says, for those who do not see it; needed with a logo."""
    footer: str = attrs.field(default="", validator=_is_str)
    """A line at the foot of each page, such as the organisation's address."""

    @logo.validator
    def _check_logo(self, _: object, value: object) -> None:
        if value is None:
            return
        if not isinstance(value, bytes):
            raise WrongTypeError(f"expected bytes, got {quoted(value)}", "logo")
        if image_type(value) is None or len(value) > _LARGEST_LOGO:
            raise ThemeError("the logo is no PNG or JPEG image of at most 2 MB", "logo")

    def __attrs_post_init__(self) -> None:
        if self.logo is not None and not self.logo_text.strip():
            raise ThemeError("a logo needs words for those who do not see it", "logo_text")
        for behind in ("page", "panel"):
            for front in LETTERS:
                self._check_contrast(front, behind)

    def _check_contrast(self, front: str, behind: str) -> None:
        colour, ground = getattr(self, front), getattr(self, behind)
        found = contrast(colour, ground)
        if found < LEAST_CONTRAST:
            raise ThemeError(
                f"{colour} on {ground} has the contrast {found:.2f}",
                front,
                f"WCAG AA asks for {LEAST_CONTRAST} against {behind}",
            )

    @classmethod
    def from_toml(cls, path: str | os.PathLike[str]) -> "Theme":
        """The theme that a TOML file tells, its keys as the fields here; paths in it start at its folder.

        Raises:
            ThemeError: There is no such file, or it holds no theme.
        """
        if not isinstance(path, str | os.PathLike):
            raise WrongTypeError(f"expected a path, got {quoted(path)}", "path")
        place = Path(path)
        try:
            told = tomllib.loads(_text_of(place))
        except OSError as error:
            raise ThemeError(f"the theme cannot be read: {error.strerror}", place.name) from error
        except (ValueError, RecursionError) as error:  # besides errors of TOML: long figures, deep brackets
            raise ThemeError(f"the theme is no TOML: {error}", place.name) from error
        return cls(**_values(told, place))


def _text_of(place: Path) -> str:
    with open(place, "rb") as file:
        data = file.read(_LARGEST_FILE + 1)
    if len(data) > _LARGEST_FILE:
        raise ThemeError(f"the theme is larger than {_LARGEST_FILE:,} bytes", place.name)
    return data.decode("utf-8-sig")


def _values(told: dict[str, Any], place: Path) -> dict[str, Any]:
    known = {field.name for field in attrs.fields(Theme)}
    for name in told:
        if name not in known:
            raise ThemeError(
                f"a theme has no {quoted(name)}", place.name, f"one of {', '.join(sorted(known))}"
            )
    if "logo" in told:
        told["logo"] = _bytes_beside(place, told["logo"])
    if "font_files" in told:
        files = told["font_files"]
        if not isinstance(files, list) or not all(isinstance(one, str) for one in files):
            raise ThemeError("font_files is a list of paths", place.name)
        told["font_files"] = tuple(str(place.parent / one) for one in files)
    return told


def _bytes_beside(place: Path, name: object) -> bytes:
    if not isinstance(name, str):
        raise ThemeError("logo is the path of an image", place.name)
    try:
        with open(place.parent / name, "rb") as file:
            return file.read(_LARGEST_LOGO + 1)
    except (OSError, ValueError) as error:  # ValueError: a NUL in the path
        reason = error.strerror if isinstance(error, OSError) else str(error)
        raise ThemeError(f"the logo cannot be read: {reason}", name) from error


def image_type(data: bytes) -> str | None:
    """The media type of an image that all formats can show; ``None`` for anything else."""
    return next((kind for start, kind in _IMAGES.items() if data.startswith(start)), None)


def contrast(one: str, other: str) -> float:
    """The contrast of two colours, from 1 to 21. Source: WCAG 2.2, definition of contrast ratio."""
    darker, lighter = sorted((_luminance(one), _luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(colour: str) -> float:
    red, green, blue = (_linear(int(colour[place : place + 2], 16) / 255) for place in (1, 3, 5))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(channel: float) -> float:
    return channel / 12.92 if channel <= 0.04045 else ((channel + 0.055) / 1.055) ** 2.4


def lightened(colour: str, behind: str) -> str:
    """*colour*, as little lighter as it needs to have contrast enough against a dark one."""
    parts = [int(colour[place : place + 2], 16) for place in (1, 3, 5)]
    for share in range(0, 101, 5):
        mixed = "#" + "".join(f"{part + (255 - part) * share // 100:02x}" for part in parts)
        if contrast(mixed, behind) >= LEAST_CONTRAST:
            return mixed
    raise ThemeError(f"nothing can be read against {behind}")


STANDARD = Theme()
"""The neutral default: made once, since its contrasts are worked out where it is made."""
