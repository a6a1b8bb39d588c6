r"""The signs of our own documents: the mark that says we wrote it, escapes, notes, labels, list signs.

Reader and renderer of a format never import each other; what both must agree on stands here. The rules of our
text:

- A backslash takes the meaning from the sign after it. Canonical strings hold no line break and no two spaces
  in a row, so indentation, line ends and a *double space* can carry structure without any escape.
- ``Label: content`` is a label where the word is in `KNOWN_LABELS`; any other label has two spaces after its
  colon, or nothing after it and something indented below. So sentences with a colon need no escape.
- A line that begins like a list entry or a table row, and is none, begins with a backslash; wrapping never
  makes one.
"""

import re

from motesprotokoll.errors import RenderError
from motesprotokoll.messages import translate
from motesprotokoll.model import Content, Emphasis, Inline, Link
from motesprotokoll.model.text import canonical, to_content
from motesprotokoll.outline import Grid, Notes, simple_cell

FORMAT = 1
"""The number of the grammar in this module. A reader takes files of a newer one as anybody's."""

MAX_DEPTH = 40
"""How deep lists, labels and tables may stand in each other in our own documents."""

GENERATOR = f"motesprotokoll {FORMAT}"
"""What our HTML says of who made it."""
CARRIED_FILE = "mote.json"
"""The name of the attached file in which a PDF carries its meeting."""
MARK = "Skrivet med motesprotokoll {number}."
_MARK_LINE = re.compile(r"(Skrivet|Written) (?:med|with) motesprotokoll 1\.")

KNOWN_LABELS = frozenset(
    re.split(
        r"[|\n]",
        """Dokumenttyp|Slag|Rubrik|Mötesnummer|Diarienummer|Status|Färdigställt|Språk|Id|Datum|Plats
Mötesform|Benämning|Anmärkning|Kalender-id|Nästa möte|Ordförande|Justerare|Antecknat av|Bilagor
Föredragande|Avsatt tid|Beslut|Åtgärd|Oläst|Mötestider|Närvarande deltagare|Även närvarande
Frånvarande deltagare|Inbjudna deltagare
Document type|Kind|Title|Meeting number|Case number|Finished|Language|Date|Place|Form of meeting
Name|Remark|Calendar id|Next meeting|Chair|Verified by|Notes by|Attachments|Presented by
Time set aside|Decision|Action|Unread|Meeting dates|Participants present|Also present
Participants absent|Invited""",
    )
)
"""Labels that need one space only: those of `wording`, in each language.

The set belongs to `FORMAT`, since one more would change what old files mean; so it stands here and is not
taken from there. A test holds that they are the same.
"""


# -------------------------------------------------------------------------------- the mark


def mark_line(language: str) -> str:
    """The sentence by which our own files say that we wrote them, with the number of their grammar."""
    return translate(MARK, language).format(number=FORMAT)


def language_of_mark(line: str) -> str | None:
    """The language of the mark in *line*; ``None`` if it is no mark of a grammar that we know."""
    found = _MARK_LINE.fullmatch(line)
    if found is None:
        return None
    return "sv" if found[1] == "Skrivet" else "en"


MARKDOWN_SIGNS: dict[str | None, str] = {None: "-", "•": "*", "o": "+"}
"""Three list signs that Markdown itself can keep apart."""


def check_depth(depth: int) -> None:
    """Refuse to write what no reader would take back.

    Raises:
        RenderError: Nodes stand in each other deeper than `MAX_DEPTH`.
    """
    if depth > MAX_DEPTH:
        raise RenderError(f"the document nests deeper than {MAX_DEPTH} levels")


# -------------------------------------------------------------------------------- escapes

_ESCAPE = re.compile(r"\\(.)", re.DOTALL)
_NOTE_KEY_SIGNS = re.compile(r"([\\\[\];:])")
_NOTE_VALUE_SIGNS = re.compile(r"([\\\[\];])")
_NOTE_KEY = re.compile(r"((?:[^\\:]|\\.)*+):")
_NOTES_AT_END = re.compile(r"(?:^| )\[((?:[^\\\[\]]|\\.)*+)\]$")
_PARTS = {sign: re.compile(rf"\\.|[^\\{sign}]++|\{sign}|\\", re.DOTALL) for sign in ";|"}


def unescape(text: str) -> str:
    """*text* without its backslashes."""
    return _ESCAPE.sub(r"\1", text) if "\\" in text else text


def split_unescaped(text: str, sign: str) -> list[str]:
    """The parts of *text* between each *sign* (``;`` or ``|``) that has no backslash before it."""
    parts: list[list[str]] = [[]]
    for token in _PARTS[sign].findall(text):
        if token == sign:
            parts.append([])
        else:
            parts[-1].append(token)
    return ["".join(part) for part in parts]


def format_notes(notes: Notes) -> str:
    """``[igenkänt; utfall: avslag]``. Inverse of `parse_notes`."""
    parts = []
    for key, value in notes:
        key = _NOTE_KEY_SIGNS.sub(r"\\\1", key)
        value = _NOTE_VALUE_SIGNS.sub(r"\\\1", value)
        parts.append(f"{key}: {value}" if value else key)
    return f"[{'; '.join(parts)}]"


def parse_notes(text: str) -> Notes:
    """The notes in *text*, which stands between square brackets."""
    return tuple(_parse_note(part.strip()) for part in split_unescaped(text, ";"))


def _parse_note(text: str) -> tuple[str, str]:
    found = _NOTE_KEY.match(text)
    if found is None:
        return canonical(unescape(text)), ""
    return canonical(unescape(found[1])), canonical(unescape(text[found.end() :]))


def with_notes(text: str, notes: Notes) -> str:
    """One line: *text*, already escaped, and its notes. Inverse of `split_notes`."""
    if notes:
        return f"{text} {format_notes(notes)}".lstrip(" ")
    if not text:
        return NOTHING
    return f"{text[:-1]}\\]" if _NOTES_AT_END.search(text) else text


def split_notes(line: str) -> tuple[str, Notes]:
    """The escaped text of one line, and the notes at its end."""
    if line == NOTHING:
        return "", ()
    found = _NOTES_AT_END.search(line) if line.endswith("]") else None
    return (line, ()) if found is None else (line[: found.start()], parse_notes(found[1]))


# -------------------------------------------------------------------------------- running text

NOTHING = "\\"
"""A lone backslash: running text that is empty, where a line has to stand."""

_SPECIAL = re.compile(r"\\|\*(?! )|<(?! )")
_IN_EMPHASIS = re.compile(r"([\\*])")
_IN_LINK = re.compile(r"([\\\[\]<*])")
_IN_ADDRESS = re.compile(r"([\\<>])")
_INLINE = re.compile(
    r"""
      \\(?P<escaped>.)
    | \[(?P<words>(?:[^\\\[\]]|\\.)++)\]\ <(?P<address>(?:[^\\<>\ ]|\\.)++)>
    | <(?P<bare>(?:[^\\<>\ ]|\\.)++)>
    | \*\*(?P<strong>(?:[^\\*]|\\.)++)\*\*
    | \*(?P<weak>(?!\ )(?:[^\\*]|\\.)++)\*
    """,
    re.VERBOSE | re.DOTALL,
)


def format_content(content: Content) -> str:
    """Running text: ``words``, ``*emphasis*``, ``**strong**``, ``[words] <address>``, ``<address>``."""
    if len(content) == 1 and type(content[0]) is str:
        text = content[0]
        return _SPECIAL.sub(r"\\\g<0>", text) if _SPECIAL.search(text) else text
    parts: list[str] = []
    for piece in content:
        if type(piece) is Link and piece.text == piece.url and parts and parts[-1].endswith("] "):
            parts[-1] = parts[-1][:-2] + "\\] "  # or the words in brackets would be those of the link
        parts.append(_format_piece(piece))
    return "".join(parts)


def _format_piece(piece: Inline) -> str:
    if isinstance(piece, str):
        return _SPECIAL.sub(r"\\\g<0>", piece)
    if isinstance(piece, Emphasis):
        sign = "**" if piece.strong else "*"
        return sign + _IN_EMPHASIS.sub(r"\\\1", piece.text) + sign
    address = _IN_ADDRESS.sub(r"\\\1", piece.url)
    if piece.text == piece.url:
        return f"<{address}>"
    words = _IN_LINK.sub(r"\\\1", piece.text)
    return f"[{words}] <{address}>"


def parse_content(text: str) -> Content:
    """Inverse of `format_content`, for any text."""
    if text == NOTHING:
        return ()
    pieces: list[Inline] = []
    at = 0
    for found in _INLINE.finditer(text):
        pieces.append(text[at : found.start()])
        pieces.append(_parse_piece(found))
        at = found.end()
    pieces.append(text[at:])
    return to_content(pieces)


def _parse_piece(found: re.Match[str]) -> Inline:
    kind = found.lastgroup or ""
    if kind == "escaped":
        return found[kind]
    words = unescape(found[kind])
    if kind == "address":
        return linked(unescape(found["words"]), words) or found[0]
    if kind == "bare":
        return linked(words, words) or found[0]
    return Emphasis(words, strong=kind == "strong") if canonical(words) else found[0]


def linked(words: str, address: str) -> Link | None:
    """A link, if there is anything to see and anywhere to go."""
    return Link(words, address) if canonical(words) and canonical(address) else None


# -------------------------------------------------------------------------------- lists

_PLAIN_MARKER = r"[•o◦▪·\-−–—]|\d{1,4}[.)]|[a-zåäö][.)]"
_MARKER = re.compile(rf"(?:(\*)|({_PLAIN_MARKER})|\{{((?:[^\\{{}}]|\\.)*+)\}})(?: |$)", re.DOTALL)
_PLAIN = re.compile(_PLAIN_MARKER)
_IN_MARKER = re.compile(r"([\\{}])")
_ODD_INDENT = 4


def format_marker(marker: str | None) -> tuple[str, int]:
    """A list sign as our text writes it (``•``, ``1.``, ``{§ 1}``), and how far its entry is indented."""
    if marker is None:
        return "*", 2
    if _PLAIN.fullmatch(marker):
        return marker, len(marker) + 1
    return "{" + _IN_MARKER.sub(r"\\\1", marker) + "}", _ODD_INDENT


def parse_marker(line: str) -> tuple[str | None, int, str] | None:
    """The sign that begins *line*, the indentation of its entry, and the rest; ``None`` if there is none."""
    found = _MARKER.match(line)
    if found is None:
        return None
    rest = line[found.end() :]
    if found[1]:
        return None, 2, rest
    if found[2]:
        return found[2], len(found[2]) + 1, rest
    return canonical(unescape(found[3])), _ODD_INDENT, rest


# -------------------------------------------------------------------------------- headings, tables

RULE = "* * *"
_UNDERLINES = {1: "=", 2: "-", 3: "~", 4: "."}
_UNDERLINE = re.compile(r"(?:(={3,})|(-{3,})|(~{3,})|(\.{3,})(?: (-?\d{1,9}))?)$")


def format_underline(level: int, length: int) -> str:
    """The line under a heading: ``=``, ``-``, ``~``, ``.``; deeper ones say their level after the dots."""
    sign = _UNDERLINES.get(level)
    line = (sign or ".") * max(3, length)
    return line if sign else f"{line} {level}"


def parse_underline(line: str) -> int | None:
    """The level of the heading above *line*; ``None`` if this is no underline."""
    found = _UNDERLINE.match(line)
    if found is None:
        return None
    return int(found[5]) if found[5] else found.lastindex


ROW_BREAK = "|---"
HEADER_BREAK = "|==="
_HEADER_LINE = re.compile(r"(?:\|--*+)++\|$")


def is_header_line(line: str) -> bool:
    """Whether *line* is the one between the header rows of a table and the others."""
    return _HEADER_LINE.match(line) is not None


def is_plain_grid(grid: Grid) -> bool:
    """Whether each row of *grid* fits on a line."""
    return (
        bool(grid.rows)
        and 0 <= grid.header_rows <= len(grid.rows)
        and all(row and all(map(simple_cell, row)) for row in grid.rows)
    )


def format_cells(cells: list[str], widths: list[int]) -> str:
    """One row of escaped cells, padded to *widths*."""
    return f"| {' | '.join(cell.ljust(width) for cell, width in zip(cells, widths, strict=False))} |"


def parse_cells(line: str) -> list[str]:
    """The escaped cells of one row."""
    cells = [cell.strip(" ") for cell in split_unescaped(line[1:], "|")]
    return cells if cells[-1] else cells[:-1]


# -------------------------------------------------------------------------------- labels

_LABEL = re.compile(r"((?:[^\\:\[]|\\.)*+)(?:\[((?:[^\\\[\]]|\\.)*+)\])?:(?= |$)", re.DOTALL)
_IN_LABEL = re.compile(r"([\\:\[])")
EMPTY = "–"
"""What stands after a label that nobody knows and that labels nothing."""


def format_label(label: str, notes: Notes) -> str:
    """A label and its notes up to the colon: ``Beslut [igenkänt]:``."""
    words = _IN_LABEL.sub(r"\\\1", label)
    return guarded(f"{words} {format_notes(notes)}:".lstrip(" ") if notes else f"{words}:")


def parse_label(line: str, deeper: bool) -> tuple[str, Notes, str] | None:
    """Label, notes and escaped content, if *line* begins with a label.

    ``deeper`` says whether what follows is indented below it: then any line that ends in a colon is a label.
    """
    found = _LABEL.match(line)
    if found is None:
        return None
    raw, notes = found[1], found[2]
    rest = line[found.end() :]
    if notes is not None and raw and not raw.endswith(" "):
        return None
    raw = raw.strip(" ")
    sure = rest.startswith("  ") or (not rest and deeper)
    if not (sure or raw in KNOWN_LABELS):
        return None
    rest = rest.strip(" ")
    if sure and rest == EMPTY:
        rest = ""
    return canonical(unescape(raw)), () if notes is None else parse_notes(notes), rest


# -------------------------------------------------------------------------------- lines

_HAZARD = re.compile(rf"(?:\*|{_PLAIN_MARKER})(?: |$)|[|{{]|([=\-~.])\1{{2,}}(?: |$)")


def is_hazard(text: str, at: int = 0) -> bool:
    """Whether a line that began at this place of *text* could be taken for more than its continuation."""
    return _HAZARD.match(text, at) is not None


def guarded(line: str) -> str:
    """A line of our own making, with a backslash if its beginning would be taken for a list or a table.

    A brace is always guarded: what closes it, and so makes a list sign of it, may stand further on.
    """
    return f"\\{line}" if line.startswith(("|", "{")) or _MARKER.match(line) else line


def guarded_paragraph(text: str) -> str:
    """The escaped words of a paragraph, with a backslash if they would be taken for anything else."""
    found = _LABEL.match(text)
    if (found and found[1].rstrip(" ") in KNOWN_LABELS) or _MARK_LINE.fullmatch(text):
        return f"\\{text}"
    return guarded(text)
