"""What writer and reader of our Word files both know: styles, numbering, indentation, names of parts.

A Word file is a row of paragraphs and tables. How our outline stands in it, so that reading gives it back:

- **Kind**: the *style* of a paragraph says what node it shows (`PARAGRAPH_STYLES`). Styles are known by their
  name, in Swedish or English, since Word makes new style ids when it saves; our ids are the second choice.
- **Depth**: the left indentation set on the paragraph itself (not by its style) says how many labels and
  entries hold the node (`indent_of`, `depth_of`), counted from the cell in a table. So a node at depth *n*
  belongs to the last label or entry at *n* - 1. The *lines* of a label stand at the label's own depth. A
  table's depth is its ``w:tblInd``. A heading stands at depth 0 always; its level is that of its style, and
  its indentation counts what is deeper than Heading 9.
- **Lists**: a paragraph with ``w:numPr`` of *our* numbering (`NUMBERING_NAME`, `COUNTED_NAME`) opens an
  entry, one step above its own depth. It shows the entry's first node as well, if it holds anything or has a
  label; an empty one is the sign alone, and the nodes follow. The level (``w:ilvl``) is for other programs:
  how many lists there are around it, at most 8. Neighbouring entries are one list unless a paragraph has the
  style `NEW_LIST`.
- **Signs**: a number (``w:num``) that overrides nothing is an entry without a sign of its own (``None``).
  Else the override of the level gives the sign: `Sign`. A sign that Word's numbering cannot show stands as
  text in the character style `SIGN`, in front of the words and with a tab after it, and the override shows
  nothing.
- **Labels**: the character style `LABEL` holds the label, `REMARK` the notes as `marks.format_notes` gives
  them, `SEPARATOR` the colon, which is no text of ours. A labelled paragraph without a label, as a secretary
  makes it by the style, has the label of its role (`ParagraphStyle.label`, a key of `wording.words_of`).
- **Running text**: ``Emphasis`` and ``Strong`` of Word; links as ``w:hyperlink``. A link that must not be one
  has its words in `LINK_WORDS`, then its address in `ADDRESS` as `` <address>``; none follows where the words
  are the address. Runs of one style that touch are one piece; `EMPTY` between them keeps two apart.
- **Nothing**: an ordinary paragraph without text means nothing, and so does one in the style `SPACE`. Text or
  a line that *is* empty holds `EMPTY`, which no canonical string can.
- **Tables**: a title is the paragraph in the style ``caption`` above, at the table's depth; header rows have
  ``w:tblHeader``.
- **Ours**: a document of a view that reads back has the custom property `PROPERTY`, whose value is
  `marks.FORMAT`. Its meeting is the text of the root element of a custom XML part (`CARRIED`).
"""

import re
from collections.abc import Iterable, Mapping
from typing import Literal, TypeVar

import attrs

# -------------------------------------------------------------------------------- parts and names

MEDIA_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
"""The media type of a Word file."""
NAMESPACES: Mapping[str, str] = {
    "w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    "r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
}
"""The namespaces of a document's text, by the usual prefix."""
STRICT_NAMESPACES: Mapping[str, str] = {
    "w": "http://purl.oclc.org/ooxml/wordprocessingml/main",
    "r": "http://purl.oclc.org/ooxml/officeDocument/relationships",
}
"""Those of a Strict document (ISO/IEC 29500-1, annex A)."""
RELATIONSHIPS = "http://schemas.openxmlformats.org/package/2006/relationships"
"""The namespace of the parts that say which part belongs to which."""
CONTENT_TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
"""The namespace of the part that says of what kind each part is."""
PROPERTY = "motesprotokoll"
"""The custom document property by which our files say that we wrote them: the number of the grammar."""
CARRIED_NAMESPACE = "urn:motesprotokoll:meeting"
CARRIED = f"{{{CARRIED_NAMESPACE}}}json"
"""The root element of the custom XML part that holds the meeting, as JSON in its text."""
CARRIED_PART = "customXml/item1.xml"
"""Where we write it; Word may give it another number."""
CARRIED_ID = "{6D6F7465-7370-4726-AF74-6F6B6F6C6C31}"
"""The id of that part in its properties, the same in all files of ours."""
NUMBERING_NAME = "motesprotokoll"
"""The ``w:name`` of the abstract numbering that our lists use."""
COUNTED_NAME = "motesprotokoll-1"
"""The same for lists that count: a program that knows no overrides still sees that they do."""
EMPTY = "\u200b"
"""ZERO WIDTH SPACE, which canonical strings never hold."""

# -------------------------------------------------------------------------------- styles

Kind = Literal["heading", "text", "labelled", "line", "caption", "rule", "space"]


@attrs.frozen
class ParagraphStyle:
    """A style of paragraphs, and what node of an outline it shows."""

    id: str
    swedish: str
    """Its name in Word's gallery. What Word itself has is named in English always; Word translates it."""
    english: str
    kind: Kind
    role: str | None = None
    """The role of the node in the outline, where it has one."""
    label: str | None = None
    """The label, as a key of `motesprotokoll.wording.words_of`, of a paragraph that shows none."""
    level: int = 0
    """Of a heading: its level in the outline."""

    def name(self, language: str) -> str:
        """What Word calls it."""
        return self.english if language == "en" else self.swedish


@attrs.frozen
class CharacterStyle:
    """A style of words in a paragraph."""

    id: str
    swedish: str
    english: str

    def name(self, language: str) -> str:
        """What Word calls it."""
        return self.english if language == "en" else self.swedish


def _own(
    id: str,  # noqa: A002 - it is called so in Word
    swedish: str,
    english: str,
    kind: Kind,
    role: str | None = None,
    label: str | None = None,
) -> ParagraphStyle:
    return ParagraphStyle(f"Mp{id}", swedish, english, kind, role, label)


def _of_word(id: str, name: str, kind: Kind, level: int = 0) -> ParagraphStyle:  # noqa: A002
    return ParagraphStyle(id, name, name, kind, level=level)


NORMAL = _of_word("Normal", "Normal", "text")
TITLE = _of_word("Title", "Title", "heading", 1)
HEADINGS = tuple(_of_word(f"Heading{n}", f"heading {n}", "heading", n + 1) for n in range(1, 10))
"""Heading 1 to 9 of Word; Heading 1 is an agenda item, level 2 of the outline."""
LIST_PARAGRAPH = _of_word("ListParagraph", "List Paragraph", "text")
CAPTION = _of_word("Caption", "caption", "caption")
BODY_NAME = _own("BodyName", "Organ", "Meeting body", "text", "body-name")
DECISION = _own("Decision", "Beslut", "Decision", "labelled", "decision", "decision")
CLAUSE = _own("Clause", "Att-sats", "Decision clause", "text", "clauses")
ACTION = _own("Action", "Åtagande", "Action", "labelled", "action", "action")
NEXT_MEETING = _own("NextMeeting", "Nästa möte", "Next meeting", "labelled", "next-meeting", "next_meeting")
FIELD = _own("Field", "Uppgift", "Field", "labelled", "field")
SECTION = _own("Section", "Mellanrubrik", "Section label", "labelled", "section")
ATTENDANCE = _own("Attendance", "Närvarorubrik", "Attendance label", "labelled", "attendance")
SIGNATURE = _own("Signature", "Underskrift", "Signature line", "labelled", "signature")
UNREAD = _own("Unread", "Oläst", "Unread", "labelled", "unread", "unread")
LINE = _own("Line", "Namnrad", "Name line", "line")
ROOM = _own("Room", "Anteckning", "Note text", "text", "room")
NEW_LIST = _own("NewList", "Ny lista", "New list", "text")
"""The first entry of a list that follows on another list."""
RULE = _own("Rule", "Linje", "Rule", "rule")
SPACE = _own("Space", "Mellanrum", "Space", "space")
"""What Word wants after a table."""
TABLE_TEXT = _own("TableText", "Tabelltext", "Table text", "text")
TABLE_HEADER = _own("TableHeader", "Tabellrubrik", "Table header", "text")

PARAGRAPH_STYLES: tuple[ParagraphStyle, ...] = (
    NORMAL,
    TITLE,
    *HEADINGS,
    LIST_PARAGRAPH,
    CAPTION,
    BODY_NAME,
    DECISION,
    CLAUSE,
    ACTION,
    NEXT_MEETING,
    FIELD,
    SECTION,
    ATTENDANCE,
    SIGNATURE,
    UNREAD,
    LINE,
    ROOM,
    NEW_LIST,
    RULE,
    SPACE,
    TABLE_TEXT,
    TABLE_HEADER,
)

EMPHASIS = CharacterStyle("Emphasis", "Emphasis", "Emphasis")
STRONG = CharacterStyle("Strong", "Strong", "Strong")
HYPERLINK = CharacterStyle("Hyperlink", "Hyperlink", "Hyperlink")
LABEL = CharacterStyle("MpLabel", "Etikett", "Label")
DECISION_LABEL = CharacterStyle("MpDecisionLabel", "Etikett beslut", "Label decision")
ACTION_LABEL = CharacterStyle("MpActionLabel", "Etikett åtagande", "Label action")
LABELS = (LABEL, DECISION_LABEL, ACTION_LABEL)
"""The styles that hold the label of a labelled paragraph; they differ in colour."""
SEPARATOR = CharacterStyle("MpSeparator", "Skiljetecken", "Separator")
REMARK = CharacterStyle("MpRemark", "Anmärkning", "Remark")
SIGN = CharacterStyle("MpSign", "Listtecken", "List sign")
LINK_WORDS = CharacterStyle("MpLinkWords", "Länktext", "Link text")
ADDRESS = CharacterStyle("MpAddress", "Länkadress", "Link address")

CHARACTER_STYLES: tuple[CharacterStyle, ...] = (
    EMPHASIS,
    STRONG,
    HYPERLINK,
    *LABELS,
    SEPARATOR,
    REMARK,
    SIGN,
    LINK_WORDS,
    ADDRESS,
)


Style = TypeVar("Style", ParagraphStyle, CharacterStyle)


def _by_name(styles: Iterable[Style]) -> dict[str, Style]:
    return {name.casefold(): one for one in styles for name in (one.english, one.swedish)}


_PARAGRAPHS = _by_name(PARAGRAPH_STYLES)
_PARAGRAPHS_BY_ID = {one.id: one for one in PARAGRAPH_STYLES}
_CHARACTERS = _by_name(CHARACTER_STYLES)
_CHARACTERS_BY_ID = {one.id: one for one in CHARACTER_STYLES}


def plain_name(name: str) -> str:
    """The name of a style as it is compared: without case, and without the other names that Word lists."""
    return name.partition(",")[0].strip().casefold()


def paragraph_style(name: str, style_id: str = "") -> ParagraphStyle | None:
    """The paragraph style of ours that a document's style is: by its name, in either language, else by id."""
    return _PARAGRAPHS.get(plain_name(name)) or _PARAGRAPHS_BY_ID.get(style_id)


def character_style(name: str, style_id: str = "") -> CharacterStyle | None:
    """The character style of ours that a document's style is: by its name, in either language, else by id."""
    return _CHARACTERS.get(plain_name(name)) or _CHARACTERS_BY_ID.get(style_id)


# -------------------------------------------------------------------------------- depth

STEP = 341
"""One step of indentation: 6 mm, in twentieths of a point. It stands just beside what people set: an
indentation that is its style's may have been written out by a program, and says nothing of depth."""
_LAST_STEP = 10


def indent_of(depth: int) -> int:
    """The indentation at *depth*, in twentieths of a point. Inverse of `depth_of`.

    The first ten steps can be seen; what is deeper would leave the page, and is told by a twentieth each.
    """
    return STEP * min(depth, _LAST_STEP) + max(depth - _LAST_STEP, 0)


def depth_of(indent: int) -> int:
    """The depth of what stands at *indent*; near enough for what a program has rounded or a hand has set."""
    if indent > indent_of(_LAST_STEP):
        return _LAST_STEP + min(indent - indent_of(_LAST_STEP), STEP)
    return max(round(indent / STEP), 0)


# -------------------------------------------------------------------------------- list signs

LAST_LEVEL = 8
"""Word's lists have nine levels, counted from 0."""
OWN_SIGNS = ("•", "–", "◦")
"""What entries without a sign of their own show, level by level and over again."""
_NUMBER = re.compile(r"([^%]*?)(0|[1-9][0-9]{0,3})([^%0-9]*)", re.ASCII)
_LETTER = re.compile(r"(\(?)([a-z])([.)])")
_LONGEST_SIGN = 24


@attrs.frozen
class Sign:
    """The sign of an entry as Word's numbering makes it.

    ``format`` is ``w:numFmt``; *before* and *after* are the fixed text of ``w:lvlText`` around the number. A
    bullet is all *before*. ``none`` shows nothing: the sign stands as text.
    """

    format: Literal["decimal", "lowerLetter", "bullet", "none"]
    before: str = ""
    number: int = 0
    after: str = ""

    def level_text(self, level: int) -> str:
        """The value of ``w:lvlText`` at *level*, counted from 0."""
        place = f"%{level + 1}" if self.format in ("decimal", "lowerLetter") else ""
        return f"{self.before}{place}{self.after}"


NO_SIGN = Sign("none")


def sign_of(marker: str) -> Sign:
    """How Word's numbering shows *marker*: ``1.``, ``§ 12`` and ``a)`` as numbers, the rest as it is."""
    if len(marker) > _LONGEST_SIGN or "%" in marker or not marker:
        return NO_SIGN
    if found := _LETTER.fullmatch(marker):
        return Sign("lowerLetter", found[1], ord(found[2]) - ord("a") + 1, found[3])
    if found := _NUMBER.fullmatch(marker):
        return Sign("decimal", found[1], int(found[2]), found[3])
    return Sign("bullet", marker)
