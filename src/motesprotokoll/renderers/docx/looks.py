"""How the styles of a Word file look in a theme: one row a style."""

from collections.abc import Callable

import attrs

from motesprotokoll import word
from motesprotokoll.renderers.docx.markup import (
    border,
    hexadecimal,
    paragraph_properties,
    run_properties,
)
from motesprotokoll.theme import Theme

SIZE = 22
"""Running text, in half points."""
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


def space(before: int, after: int) -> str:
    return f'w:before="{before}" w:after="{after}"'


def paragraph_looks(theme: Theme) -> dict[word.ParagraphStyle, Looks]:
    """The looks of every style of `word.PARAGRAPH_STYLES`."""
    return {**_texts(theme), **_headings(theme), **_labels(theme)}


def _headings(theme: Theme) -> dict[word.ParagraphStyle, Looks]:
    accent, text = hexadecimal(theme.accent), hexadecimal(theme.text)
    looks = {
        word.TITLE: Looks(
            paragraph_properties(keep_next=True, keep_lines=True, spacing=space(0, 240)),
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
            spacing=space(360 if place == 0 else 240, 80),
            outline=place,
        )
        colour = accent if place == 0 else text
        run = run_properties(bold=place < 3, italic=place >= 3, colour=colour, size=size)
        looks[heading] = Looks(properties, run, 10 if place < 3 else None)
    return looks


def _set_off(theme: Theme, colour: str, *, inset: int = 0, spacing: str, contextual: bool = False) -> str:
    """A bar at the left and a panel behind; *inset* moves the bar out to that of the paragraph above."""
    panel = hexadecimal(theme.panel)
    # What goes on the paragraph above has no edge there, or the bar would have a gap.
    borders = (
        ("" if inset else border("top", panel, space=3))
        + border("left", hexadecimal(colour), size=24, space=_BAR + inset)
        + border("bottom", panel, space=3)
    )
    return paragraph_properties(
        keep_lines=True, borders=borders, shade=panel, spacing=spacing, contextual=contextual
    )


def _labels(theme: Theme) -> dict[word.ParagraphStyle, Looks]:
    column = paragraph_properties(spacing=space(0, 40), indent=f'w:left="{_COLUMN}" w:hanging="{_COLUMN}"')
    above_lines = paragraph_properties(keep_next=True, spacing=space(200, 40))
    return {
        word.DECISION: Looks(_set_off(theme, theme.decision, spacing=space(160, 160)), place=2),
        word.CLAUSE: Looks(
            _set_off(theme, theme.decision, inset=_STEP_IN_POINTS, spacing=space(0, 160), contextual=True),
            place=3,
            following=word.CLAUSE,
        ),
        word.ACTION: Looks(_set_off(theme, theme.action, spacing=space(160, 160)), place=4),
        word.NEXT_MEETING: Looks(paragraph_properties(spacing=space(200, 40)), place=5),
        word.SECTION: Looks(above_lines, place=6),
        word.ATTENDANCE: Looks(above_lines, place=7, following=word.LINE),
        word.LINE: Looks(
            paragraph_properties(
                keep_lines=True, spacing=space(0, 120), indent='w:left="284" w:hanging="284"', contextual=True
            ),
            place=8,
            following=word.LINE,
        ),
        word.SIGNATURE: Looks(
            paragraph_properties(
                keep_lines=True, spacing=space(240, 40), indent=f'w:left="{_COLUMN}" w:hanging="{_COLUMN}"'
            ),
            place=11,
            following=word.SIGNATURE,
        ),
        word.FIELD: Looks(column, place=12, following=word.FIELD),
        word.UNREAD: Looks(paragraph_properties(spacing=space(0, 120))),
    }


def _texts(theme: Theme) -> dict[word.ParagraphStyle, Looks]:
    quiet, line = hexadecimal(theme.quiet), hexadecimal(theme.line)
    return {
        word.NORMAL: Looks(place=0, based_on=None, following=None),
        word.ROOM: Looks(place=1, following=word.ROOM),
        word.LIST_PARAGRAPH: Looks(
            paragraph_properties(spacing=space(0, 120), contextual=True),
            place=9,
            following=word.LIST_PARAGRAPH,
        ),
        word.NEW_LIST: Looks(
            paragraph_properties(spacing=space(120, 0)),
            based_on=word.LIST_PARAGRAPH,
            following=word.LIST_PARAGRAPH,
        ),
        word.CAPTION: Looks(
            paragraph_properties(keep_next=True, spacing=space(160, 80)), run_properties(bold=True)
        ),
        word.BODY_NAME: Looks(
            paragraph_properties(keep_next=True, spacing=space(0, 40)),
            run_properties(bold=True, colour=quiet),
            following=word.TITLE,
        ),
        word.RULE: Looks(
            paragraph_properties(
                keep_next=True, borders=border("bottom", line, size=6, space=1), spacing=space(120, 240)
            )
        ),
        word.SPACE: Looks(
            paragraph_properties(spacing='w:before="0" w:after="0" w:line="160" w:lineRule="exact"'),
            run_properties(size=8),
        ),
        word.TABLE_TEXT: Looks(paragraph_properties(spacing=space(40, 40)), following=word.TABLE_TEXT),
        word.TABLE_HEADER: Looks(
            paragraph_properties(keep_next=True, spacing=space(40, 40)),
            run_properties(bold=True),
            following=word.TABLE_HEADER,
        ),
    }


CHARACTER_LOOKS: dict[word.CharacterStyle, Callable[[Theme], str]] = {
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
