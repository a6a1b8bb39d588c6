"""PDF/A-3a and PDF/UA-1 in one file, with the meeting itself attached as its source."""

import json
from collections.abc import Iterator
from datetime import date
from typing import Any

import attrs

from motesprotokoll import marks
from motesprotokoll.errors import WrongTypeError, quoted
from motesprotokoll.messages import translate
from motesprotokoll.model.text import canonical, shortened
from motesprotokoll.outline import About, Outline, title_of
from motesprotokoll.renderers.pdf import engine
from motesprotokoll.renderers.pdf.nodes import Value, drawn
from motesprotokoll.renderers.pdf.signs import shown
from motesprotokoll.theme import LETTERS, STANDARD, SURFACES, Theme

NO_DAY = date(2000, 1, 1)
"""The date of a file about a meeting without one. PDF/A asks for a date, and same meetings are same bytes."""
HOUR = 12
"""The hour of a file's date, in UTC: noon, so that it is that day everywhere in Europe."""
_FIRST_YEAR = 1000
_LONGEST_HEADER = 110
_LONGEST_BANNER = 60
_LONGEST_FOOTER = 300
"""What the margins of a page have room for. Longer words are cut; the document itself has all of them."""
_REGIONS = {"sv": "SE"}


def _is_theme(_: object, field: "attrs.Attribute[Any]", value: object) -> None:
    if value is not None and not isinstance(value, Theme):
        raise WrongTypeError(f"expected a Theme, got {quoted(value)}", field.name)


@attrs.frozen(kw_only=True)
class PdfRenderer:
    """A PDF that conforms to PDF/A-3a and PDF/UA-1.

    *theme* gives colours, logo, footer and font. A font needs its ``font_files``: a PDF holds its fonts.
    *embed*: whether the minutes carry their meeting as the attached file `motesprotokoll.marks.CARRIED_FILE`.
    """

    theme: Theme | None = attrs.field(default=None, validator=_is_theme)
    embed: bool = True
    media_type: str = attrs.field(default="application/pdf", init=False)
    suffix: str = attrs.field(default=".pdf", init=False)

    def render(self, outline: Outline) -> bytes:
        """The document.

        Raises:
            RenderError: A character that no font has, or more levels than `motesprotokoll.marks.MAX_DEPTH`.
            ThemeError: The theme's font files do not hold its font.
        """
        theme = self.theme or STANDARD
        fonts = engine.font_set(theme.font, theme.font_files) if theme.font_files else engine.font_set("", ())
        page = _page(outline, theme, fonts.families)
        fonts.coverage.check(_strings(page))
        inputs = {"page": _json({**page, **_metadata(outline), "logo": _logo(theme)})}
        if self.embed and outline.carried is not None:
            inputs["carried"] = outline.carried
        return engine.typeset(inputs, fonts)


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def _page(outline: Outline, theme: Theme, families: tuple[str, ...]) -> Value:
    """What can be seen."""
    nodes = drawn(outline.nodes)
    return {
        "nodes": nodes,
        "dense": any(one["kind"] == "beside" for one in nodes),
        "header": shown(_running_header(outline.about)),
        "banner": shown(shortened(outline.about.banner, _LONGEST_BANNER)),
        "footer": shown(shortened(canonical(theme.footer), _LONGEST_FOOTER)),
        "fonts": list(families),
        "look": {name: getattr(theme, name) for name in (*SURFACES, *LETTERS)},
    }


def _running_header(about: About) -> str:
    parts = [about.body, "" if about.name == about.body else about.name]
    return shortened(" · ".join(filter(None, parts)), _LONGEST_HEADER)


def _metadata(outline: Outline) -> Value:
    """What machines are told."""
    day = outline.about.day or NO_DAY
    day = day if day.year >= _FIRST_YEAR else NO_DAY
    return {
        "title": title_of(outline),
        "author": [outline.about.body] if outline.about.body else [],
        "keywords": [marks.GENERATOR] if outline.carries else [],
        "date": {
            "year": day.year,
            "month": day.month,
            "day": day.day,
            "hour": HOUR,
            "minute": 0,
            "second": 0,
        },
        "language": outline.language,
        "region": _REGIONS.get(outline.language),
        "attachment": {
            "name": marks.CARRIED_FILE,
            "description": translate("Mötet som data (JSON)", outline.language),
        },
    }


def _logo(theme: Theme) -> Value | None:
    return {"data": list(theme.logo), "alt": canonical(theme.logo_text)} if theme.logo else None


def _strings(value: object) -> Iterator[str]:
    """Every string in plain data."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for part in value.values():
            yield from _strings(part)
    elif isinstance(value, list):
        for part in value:
            yield from _strings(part)
