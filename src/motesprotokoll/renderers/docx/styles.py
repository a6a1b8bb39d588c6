"""The styles of a Word file: what `motesprotokoll.word` names, written out for one theme and language.

What Word has itself keeps its own id and English name, so that Word shows it in the user's language.
"""

from collections.abc import Iterator, Mapping
from functools import lru_cache

import attrs

from motesprotokoll import word
from motesprotokoll.messages import LOCALES
from motesprotokoll.renderers.docx.looks import CHARACTER_LOOKS, SIZE, Looks, paragraph_looks, space
from motesprotokoll.renderers.docx.markup import (
    DECLARATION,
    NAMESPACES,
    attribute,
    border,
    hexadecimal,
    paragraph_properties,
    run_properties,
)
from motesprotokoll.theme import STANDARD, Theme

FONT = "Calibri"
"""What Word writes in where the theme names no font; every Word has it."""
OTHER_FONT = "Arial"
"""What a program takes that does not have it."""
TABLE = "MpTable"
HEADER = "Header"
FOOTER = "Footer"
_TABLE_NAMES = {"sv": "Mötestabell", "en": "Meeting table"}


@attrs.frozen
class StyleRow:
    """One style of a file, in words of the schema."""

    id: str
    type: str
    name: str
    rest: str
    """What follows on its name and on the styles that it refers to."""
    based_on: str = ""
    following: str = ""
    default: bool = False

    def xml(self, ids: Mapping[str, str], name: str) -> str:
        """The style, called *name*, where styles have those *ids*."""
        default = ' w:default="1"' if self.default else ""
        custom = ' w:customStyle="1"' if self.id.startswith("Mp") else ""
        based = f'<w:basedOn w:val="{attribute(ids[self.based_on])}"/>' if self.based_on else ""
        following = f'<w:next w:val="{attribute(ids[self.following])}"/>' if self.following else ""
        return (
            f'<w:style w:type="{self.type}"{default}{custom} w:styleId="{attribute(ids[self.id])}">'
            f'<w:name w:val="{attribute(name)}"/>{based}{following}{self.rest}</w:style>'
        )


_HIDDEN = '<w:uiPriority w:val="99"/><w:semiHidden/><w:unhideWhenUsed/>'
_DEFAULTS = (
    StyleRow("DefaultParagraphFont", "character", "Default Paragraph Font", _HIDDEN, default=True),
    StyleRow(
        "TableNormal",
        "table",
        "Normal Table",
        f'{_HIDDEN}<w:tblPr><w:tblInd w:w="0" w:type="dxa"/><w:tblCellMar><w:top w:w="0" w:type="dxa"/>'
        '<w:left w:w="108" w:type="dxa"/><w:bottom w:w="0" w:type="dxa"/><w:right w:w="108" w:type="dxa"/>'
        "</w:tblCellMar></w:tblPr>",
        default=True,
    ),
    StyleRow("NoList", "numbering", "No List", _HIDDEN, default=True),
)
"""What Word has in every file."""


@lru_cache(maxsize=32)
def style_rows(theme: Theme, language: str, width: int) -> tuple[StyleRow, ...]:
    """All styles of a file whose text is as wide as *width*."""
    looks = paragraph_looks(theme)
    return (
        *_DEFAULTS,
        *(_of_paragraphs(style, looks[style], language) for style in word.PARAGRAPH_STYLES),
        *(
            StyleRow(
                style.id,
                "character",
                style.name(language),
                f'<w:uiPriority w:val="99"/><w:rPr>{CHARACTER_LOOKS[style](theme)}</w:rPr>',
                "DefaultParagraphFont",
            )
            for style in word.CHARACTER_STYLES
        ),
        StyleRow(TABLE, "table", _TABLE_NAMES[language], _table(theme), "TableNormal"),
        *_of_margins(theme, width),
    )


def _of_paragraphs(style: word.ParagraphStyle, looks: Looks, language: str) -> StyleRow:
    shown = "<w:qFormat/>" if looks.place is not None else ""
    place = 99 if looks.place is None else looks.place
    return StyleRow(
        style.id,
        "paragraph",
        style.name(language),
        f'<w:uiPriority w:val="{place}"/>{shown}<w:pPr>{looks.paragraph}</w:pPr><w:rPr>{looks.run}</w:rPr>',
        looks.based_on.id if looks.based_on else "",
        looks.following.id if looks.following else "",
        default=style is word.NORMAL,
    )


def _of_margins(theme: Theme, width: int) -> Iterator[StyleRow]:
    looks = run_properties(colour=hexadecimal(theme.quiet), size=18)
    lines = paragraph_properties(tabs=f'<w:tab w:val="right" w:pos="{width}"/>', spacing=space(0, 0))
    rest = f'<w:uiPriority w:val="99"/><w:pPr>{lines}</w:pPr><w:rPr>{looks}</w:rPr>'
    yield StyleRow(HEADER, "paragraph", "header", rest, word.NORMAL.id)
    yield StyleRow(FOOTER, "paragraph", "footer", rest, word.NORMAL.id)


def _table(theme: Theme) -> str:
    line, text = hexadecimal(theme.line), hexadecimal(theme.text)
    borders = border("top", line) + border("bottom", line) + border("insideH", line)
    below = border("bottom", text, size=8)
    return (
        f'<w:uiPriority w:val="99"/><w:tblPr><w:tblBorders>{borders}</w:tblBorders></w:tblPr>'
        f'<w:tblStylePr w:type="firstRow"><w:tcPr><w:tcBorders>{below}</w:tcBorders></w:tcPr></w:tblStylePr>'
    )


OWN_IDS: Mapping[str, str] = {row.id: row.id for row in style_rows(STANDARD, "sv", 0)}
"""The ids of styles in a template of our own: each is what it is."""


@lru_cache(maxsize=32)
def styles_part(theme: Theme, language: str, width: int) -> bytes:
    """The part ``word/styles.xml``."""
    run = run_properties(
        font=theme.font or FONT, colour=hexadecimal(theme.text), size=SIZE, language=LOCALES[language]
    )
    spacing = 'w:before="0" w:after="120" w:line="264" w:lineRule="auto"'
    rows = "".join(row.xml(OWN_IDS, row.name) for row in style_rows(theme, language, width))
    return (
        f"{DECLARATION}<w:styles {NAMESPACES}><w:docDefaults>"
        f"<w:rPrDefault><w:rPr>{run}</w:rPr></w:rPrDefault>"
        f"<w:pPrDefault><w:pPr>{paragraph_properties(spacing=spacing)}</w:pPr></w:pPrDefault></w:docDefaults>"
        '<w:latentStyles w:defLockedState="0" w:defUIPriority="99" w:defSemiHidden="0" '
        f'w:defUnhideWhenUsed="0" w:defQFormat="0" w:count="376"/>{rows}</w:styles>'
    ).encode()


@lru_cache(maxsize=32)
def fonts_part(theme: Theme) -> bytes:
    """The part ``word/fontTable.xml``, which names what may stand in for the font."""
    name = attribute(theme.font or FONT)
    return (
        f'{DECLARATION}<w:fonts {NAMESPACES}><w:font w:name="{name}"><w:altName w:val="{OTHER_FONT}"/>'
        '<w:family w:val="swiss"/></w:font></w:fonts>'
    ).encode()
