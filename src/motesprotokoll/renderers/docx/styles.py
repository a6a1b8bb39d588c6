"""The styles of a Word file: what `motesprotokoll.word` names, in the looks of a theme.

The looks are data: one row a style. What Word has itself keeps its own id and English name, so that Word
shows it in the user's language.
"""

from collections.abc import Callable, Iterator, Mapping
from functools import lru_cache

import attrs

from motesprotokoll import word
from motesprotokoll.renderers.docx.body import TABLE_STYLE
from motesprotokoll.renderers.docx.markup import (
    DECLARATION,
    NAMESPACES,
    attribute,
    border,
    hexadecimal,
    paragraph_properties,
    run_properties,
)
from motesprotokoll.theme import Theme

FONT = "Calibri"
"""What Word writes in where the theme names no font; every Word has it."""
OTHER_FONT = "Arial"
"""What a program takes that does not have it."""
SIZE = 22
"""Running text, in half points."""
LOCALES = {"sv": "sv-SE", "en": "en-GB"}
_COLUMN = 1985
"""Where the words beside short labels begin: 35 mm."""
_BAR = 8
"""From the bar of a decision to its words, in points."""
_STEP_IN_POINTS = word.STEP // 20


@attrs.frozen
class Looks:
    """How a style looks and behaves: children of ``w:pPr`` and ``w:rPr``, and its place in the gallery."""

    paragraph: str = ""
    run: str = ""
    place: int | None = None
    """In Word's gallery of styles; ``None``: not there."""
    based_on: word.ParagraphStyle | None = word.NORMAL
    following: word.ParagraphStyle | None = word.NORMAL
    """The style of the paragraph after it, when somebody presses Enter."""


def _space(before: int, after: int) -> str:
    return f'w:before="{before}" w:after="{after}"'


def _headings(theme: Theme) -> dict[word.ParagraphStyle, Looks]:
    accent, text = hexadecimal(theme.accent), hexadecimal(theme.text)
    looks = {
        word.TITLE: Looks(
            paragraph_properties(keep_next=True, keep_lines=True, spacing=_space(0, 240)),
            run_properties(bold=True, colour=accent, size=40),
            9,
        )
    }
    sizes = (28, 24)
    for place, heading in enumerate(word.HEADINGS):
        size = sizes[place] if place < len(sizes) else SIZE
        properties = paragraph_properties(
            keep_next=True,
            keep_lines=True,
            spacing=_space(360 if place == 0 else 240, 80),
            outline=place,
        )
        colour = accent if place == 0 else text
        run = run_properties(bold=place < 3, italic=place >= 3, colour=colour, size=size)
        looks[heading] = Looks(properties, run, 10 if place < 3 else None)
    return looks


def _set_off(theme: Theme, colour: str, *, inset: int = 0, spacing: str, contextual: bool = False) -> str:
    """A bar at the left and a panel behind; *inset* moves the bar out to that of the paragraph above."""
    panel = hexadecimal(theme.panel)
    borders = (
        border("top", panel, space=3)
        + border("left", hexadecimal(colour), size=24, space=_BAR + inset)
        + border("bottom", panel, space=3)
    )
    return paragraph_properties(
        keep_lines=True, borders=borders, shade=panel, spacing=spacing, contextual=contextual
    )


def _labels(theme: Theme) -> dict[word.ParagraphStyle, Looks]:
    column = paragraph_properties(spacing=_space(0, 40), indent=f'w:left="{_COLUMN}" w:hanging="{_COLUMN}"')
    above_lines = paragraph_properties(keep_next=True, spacing=_space(200, 40))
    return {
        word.DECISION: Looks(_set_off(theme, theme.decision, spacing=_space(160, 160)), place=2),
        word.CLAUSE: Looks(
            _set_off(theme, theme.decision, inset=_STEP_IN_POINTS, spacing=_space(0, 160), contextual=True),
            place=3,
            following=word.CLAUSE,
        ),
        word.ACTION: Looks(_set_off(theme, theme.action, spacing=_space(160, 160)), place=4),
        word.NEXT_MEETING: Looks(paragraph_properties(spacing=_space(200, 40)), place=5),
        word.SECTION: Looks(above_lines, place=6),
        word.ATTENDANCE: Looks(above_lines, place=7, following=word.LINE),
        word.LINE: Looks(
            paragraph_properties(
                keep_lines=True, spacing=_space(0, 0), indent='w:left="340" w:hanging="340"'
            ),
            place=8,
            following=word.LINE,
        ),
        word.SIGNATURE: Looks(
            paragraph_properties(
                keep_lines=True, spacing=_space(240, 40), indent=f'w:left="{_COLUMN}" w:hanging="{_COLUMN}"'
            ),
            place=11,
            following=word.SIGNATURE,
        ),
        word.FIELD: Looks(column, place=12, following=word.FIELD),
        word.UNREAD: Looks(paragraph_properties(spacing=_space(0, 120))),
    }


def _texts(theme: Theme) -> dict[word.ParagraphStyle, Looks]:
    quiet, line = hexadecimal(theme.quiet), hexadecimal(theme.line)
    return {
        word.NORMAL: Looks(place=0, based_on=None, following=None),
        word.ROOM: Looks(place=1, following=word.ROOM),
        word.LIST_PARAGRAPH: Looks(
            paragraph_properties(spacing=_space(0, 120), contextual=True),
            place=9,
            following=word.LIST_PARAGRAPH,
        ),
        word.NEW_LIST: Looks(
            paragraph_properties(spacing=_space(120, 0)),
            based_on=word.LIST_PARAGRAPH,
            following=word.LIST_PARAGRAPH,
        ),
        word.CAPTION: Looks(
            paragraph_properties(keep_next=True, spacing=_space(160, 80)), run_properties(bold=True)
        ),
        word.BODY_NAME: Looks(
            paragraph_properties(keep_next=True, spacing=_space(0, 40)),
            run_properties(bold=True, colour=quiet),
            following=word.TITLE,
        ),
        word.RULE: Looks(
            paragraph_properties(borders=border("bottom", line, size=6, space=1), spacing=_space(120, 240))
        ),
        word.SPACE: Looks(
            paragraph_properties(spacing='w:before="0" w:after="0" w:line="160" w:lineRule="exact"'),
            run_properties(size=8),
        ),
        word.TABLE_TEXT: Looks(paragraph_properties(spacing=_space(40, 40)), following=word.TABLE_TEXT),
        word.TABLE_HEADER: Looks(
            paragraph_properties(keep_next=True, spacing=_space(40, 40)),
            run_properties(bold=True),
            following=word.TABLE_HEADER,
        ),
    }


_CHARACTER_LOOKS: dict[word.CharacterStyle, Callable[[Theme], str]] = {
    word.EMPHASIS: lambda theme: run_properties(italic=True),
    word.STRONG: lambda theme: run_properties(bold=True),
    word.HYPERLINK: lambda theme: run_properties(colour=hexadecimal(theme.link), underline=True),
    word.LABEL: lambda theme: run_properties(bold=True),
    word.DECISION_LABEL: lambda theme: run_properties(bold=True, colour=hexadecimal(theme.decision)),
    word.ACTION_LABEL: lambda theme: run_properties(bold=True, colour=hexadecimal(theme.action)),
    word.SEPARATOR: lambda theme: "",
    word.REMARK: lambda theme: run_properties(bold=False, colour=hexadecimal(theme.quiet), size=19),
    word.SIGN: lambda theme: "",
    word.LINK_WORDS: lambda theme: "",
    word.ADDRESS: lambda theme: run_properties(colour=hexadecimal(theme.quiet)),
}

HEADER = "Header"
FOOTER = "Footer"
OWN_IDS: Mapping[str, str] = {
    name: name
    for name in (
        *(style.id for style in word.PARAGRAPH_STYLES),
        *(style.id for style in word.CHARACTER_STYLES),
        *("DefaultParagraphFont", "TableNormal", "NoList", TABLE_STYLE, HEADER, FOOTER),
    )
}
"""The ids of styles in a template of our own: each is what it is."""


def _paragraph_style(style: word.ParagraphStyle, looks: Looks, language: str) -> str:
    default = ' w:default="1"' if style is word.NORMAL else ""
    custom = ' w:customStyle="1"' if style.id.startswith("Mp") else ""
    based = f'<w:basedOn w:val="{looks.based_on.id}"/>' if looks.based_on else ""
    following = f'<w:next w:val="{looks.following.id}"/>' if looks.following else ""
    shown = looks.place is not None
    return (
        f'<w:style w:type="paragraph"{default}{custom} w:styleId="{style.id}">'
        f'<w:name w:val="{style.name(language)}"/>{based}{following}'
        f'<w:uiPriority w:val="{looks.place if shown else 99}"/>{"<w:qFormat/>" if shown else ""}'
        f"<w:pPr>{looks.paragraph}</w:pPr><w:rPr>{looks.run}</w:rPr></w:style>"
    )


def _character_style(style: word.CharacterStyle, looks: str, language: str) -> str:
    custom = ' w:customStyle="1"' if style.id.startswith("Mp") else ""
    return (
        f'<w:style w:type="character"{custom} w:styleId="{style.id}">'
        f'<w:name w:val="{style.name(language)}"/><w:basedOn w:val="DefaultParagraphFont"/>'
        f'<w:uiPriority w:val="99"/><w:rPr>{looks}</w:rPr></w:style>'
    )


def _furniture(theme: Theme, width: int) -> Iterator[tuple[str, str]]:
    looks = run_properties(colour=hexadecimal(theme.quiet), size=18)
    lines = paragraph_properties(tabs=f'<w:tab w:val="right" w:pos="{width}"/>', spacing=_space(0, 0))
    for style, name in ((HEADER, "header"), (FOOTER, "footer")):
        yield (
            style,
            (
                f'<w:style w:type="paragraph" w:styleId="{style}"><w:name w:val="{name}"/><w:basedOn '
                f'w:val="Normal"/><w:uiPriority w:val="99"/><w:pPr>{lines}</w:pPr>'
                f"<w:rPr>{looks}</w:rPr></w:style>"
            ),
        )


_TABLE_NAMES = {"sv": "Mötestabell", "en": "Meeting table"}


def _table_styles(theme: Theme, language: str) -> Iterator[tuple[str, str]]:
    line, text = hexadecimal(theme.line), hexadecimal(theme.text)
    yield (
        "TableNormal",
        (
            '<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/>'
            '<w:uiPriority w:val="99"/><w:semiHidden/><w:unhideWhenUsed/><w:tblPr><w:tblInd w:w="0" '
            'w:type="dxa"/><w:tblCellMar><w:top w:w="0" w:type="dxa"/><w:left w:w="108" w:type="dxa"/>'
            '<w:bottom w:w="0" w:type="dxa"/><w:right w:w="108" w:type="dxa"/></w:tblCellMar></w:tblPr>'
            "</w:style>"
        ),
    )
    borders = border("top", line) + border("bottom", line) + border("insideH", line)
    yield (
        TABLE_STYLE,
        (
            f'<w:style w:type="table" w:customStyle="1" w:styleId="{TABLE_STYLE}"><w:name '
            f'w:val="{_TABLE_NAMES[language]}"/><w:basedOn w:val="TableNormal"/><w:uiPriority w:val="99"/>'
            f"<w:tblPr><w:tblBorders>{borders}</w:tblBorders></w:tblPr>"
            f'<w:tblStylePr w:type="firstRow"><w:tblPr/><w:tcPr><w:tcBorders>'
            f"{border('bottom', text, size=8)}</w:tcBorders></w:tcPr></w:tblStylePr></w:style>"
        ),
    )


@lru_cache(maxsize=32)
def styles(theme: Theme, language: str, width: int) -> dict[str, str]:
    """Each style of ours by its id, as XML, in the order in which they stand."""
    looks = {**_texts(theme), **_headings(theme), **_labels(theme)}
    found = {style.id: _paragraph_style(style, looks[style], language) for style in word.PARAGRAPH_STYLES}
    found["DefaultParagraphFont"] = (
        '<w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont"><w:name '
        'w:val="Default Paragraph Font"/><w:uiPriority w:val="1"/><w:semiHidden/><w:unhideWhenUsed/>'
        "</w:style>"
    )
    for style in word.CHARACTER_STYLES:
        found[style.id] = _character_style(style, _CHARACTER_LOOKS[style](theme), language)
    found.update(_table_styles(theme, language))
    found["NoList"] = (
        '<w:style w:type="numbering" w:default="1" w:styleId="NoList"><w:name w:val="No List"/>'
        '<w:uiPriority w:val="99"/><w:semiHidden/><w:unhideWhenUsed/></w:style>'
    )
    found.update(_furniture(theme, width))
    return found


@lru_cache(maxsize=32)
def styles_part(theme: Theme, language: str, width: int) -> bytes:
    """The part ``word/styles.xml``."""
    run = run_properties(
        font=theme.font or FONT, colour=hexadecimal(theme.text), size=SIZE, language=LOCALES[language]
    )
    spacing = 'w:before="0" w:after="120" w:line="264" w:lineRule="auto"'
    return (
        f"{DECLARATION}<w:styles {NAMESPACES}><w:docDefaults>"
        f"<w:rPrDefault><w:rPr>{run}</w:rPr></w:rPrDefault>"
        f"<w:pPrDefault><w:pPr>{paragraph_properties(spacing=spacing)}</w:pPr></w:pPrDefault></w:docDefaults>"
        '<w:latentStyles w:defLockedState="0" w:defUIPriority="99" w:defSemiHidden="0" '
        'w:defUnhideWhenUsed="0" w:defQFormat="0" w:count="376"/>'
        f"{''.join(styles(theme, language, width).values())}</w:styles>"
    ).encode()


@lru_cache(maxsize=32)
def fonts_part(theme: Theme) -> bytes:
    """The part ``word/fontTable.xml``, which names what may stand in for the font."""
    name = attribute(theme.font or FONT)
    return (
        f'{DECLARATION}<w:fonts {NAMESPACES}><w:font w:name="{name}"><w:altName w:val="{OTHER_FONT}"/>'
        '<w:family w:val="swiss"/></w:font></w:fonts>'
    ).encode()
