"""The neutral document between a meeting and a page: headings, paragraphs, lists, tables, labels.

`compose` writes it, renderers print it; the readers of our own files give it back and `interpret.composed`
reads it. So each format has to carry these few shapes exactly and needs to know nothing of meetings:

    read(print(outline)) == outline

Words are canonical strings as in the model. A *note* is a remark in a few words of the catalogue that says
what the words beside it leave open; it is printed in square brackets, as in ``Beslut [igenkänt]: …``.
"""

from collections.abc import Iterator
from datetime import date, datetime
from itertools import groupby

import attrs

from motesprotokoll.messages import translate
from motesprotokoll.model import Content, Mode
from motesprotokoll.model.text import plain

Note = tuple[str, str]
"""A key and a value, or a flag and ``""``."""
Notes = tuple[Note, ...]


@attrs.frozen
class Heading:
    """A heading. Level 1 is the document's title and stands once; 2 is an agenda item, 3 its sub-items …"""

    text: str
    level: int
    notes: Notes = ()
    role: str | None = attrs.field(default=None, eq=False)


@attrs.frozen
class Text:
    """A paragraph."""

    content: Content
    role: str | None = attrs.field(default=None, eq=False)


@attrs.frozen
class Line:
    """One of some short lines that belong together, such as a name among those present. Never wrapped."""

    content: Content
    notes: Notes = ()


@attrs.frozen
class Labelled:
    """A label and what it labels: words on the same line (``Plats: Ale``), short lines below it, or blocks.

    There is content or there are lines, never both; ``nodes`` may follow either.
    """

    label: str
    content: Content = ()
    lines: tuple[Line, ...] = ()
    nodes: "tuple[Node, ...]" = ()
    notes: Notes = ()
    role: str | None = attrs.field(default=None, eq=False)


@attrs.frozen
class Entry:
    """One item of a list: its sign as written (``None``: the format's own) and what it holds."""

    nodes: "tuple[Node, ...]" = ()
    marker: str | None = None


@attrs.frozen
class Listing:
    """A list of at least one entry. Two neighbouring listings stay two."""

    entries: tuple[Entry, ...]
    role: str | None = attrs.field(default=None, eq=False)


@attrs.frozen
class Drawing:
    """A picture: an SVG of our own making, what it shows in words, and how many units it is wide."""

    svg: str
    alt: str
    width: int


@attrs.frozen
class Grid:
    """A table: rows of one length, of cells that hold nodes. The first ``header_rows`` name the columns.

    The first ``header_columns`` cells of the other rows name their row, where a format can tell it. A cell
    of one paragraph may have a look, by the role of that paragraph: one of `CELL_LOOKS`.

    A format that can show a ``picture`` of what the table tells sets it above the table.
    """

    rows: "tuple[tuple[tuple[Node, ...], ...], ...]"
    header_rows: int = 0
    title: str | None = None
    role: str | None = attrs.field(default=None, eq=False)
    header_columns: int = attrs.field(default=0, eq=False)
    picture: Drawing | None = attrs.field(default=None, eq=False)


CELL_LOOKS = frozenset({"marked", "shaded", "lined", "whole"})
"""How a cell may look: it stands out, steps back, is underlined, or is not broken where there is room.

Its words say the same without looks.
"""


@attrs.frozen
class Rule:
    """The line between the parts of a document: before what follows the agenda, and before an appendix."""


Node = Heading | Text | Labelled | Listing | Grid | Rule


@attrs.frozen(kw_only=True)
class About:
    """What a document is about: for running headers, metadata, archives and search engines.

    Nothing of it is missing in the document's own words, but for the banner of a view that has no status.
    """

    name: str = ""
    """What the document is called, without the body: "Anteckningar 5 februari 2027"."""
    body: str = ""
    """The body that meets."""
    banner: str = ""
    """What every page must say: "UTKAST", or when the document was finished."""
    day: date | None = None
    """The (first) day of the meeting: the date of a file that has to be the same bytes each time."""
    dates: str = ""
    """When the meeting is, in words."""
    starts: datetime | date | None = None
    """The moment in Europe/Stockholm, or the day where no hour is known."""
    ends: datetime | date | None = None
    place: str = ""
    mode: Mode | None = None
    cancelled: bool = False


@attrs.frozen
class Outline:
    """A whole document. ``title`` is its name for window and archive (metadata, not printed by itself).

    ``carries`` says whether it is the view that can be read back, and so should say that we wrote it. Such a
    document may hold the meeting itself: ``carried``, the JSON that a format with room for it attaches.
    """

    nodes: tuple[Node, ...]
    title: str = attrs.field(default="", eq=False)
    language: str = attrs.field(default="sv", eq=False)
    carries: bool = attrs.field(default=True, eq=False)
    about: About = attrs.field(default=About(), eq=False)
    carried: str | None = attrs.field(default=None, eq=False)


def title_of(outline: Outline) -> str:
    """What windows and archives call *outline*: its title, else its first heading, else what it is."""
    headings = (node.text for node in outline.nodes if isinstance(node, Heading))
    return outline.title or next(headings, "") or translate("Mötesanteckningar", outline.language)


SET_OFF = frozenset({"decision", "action"})
"""Roles of labels that a page sets off from the text around them."""
SIDE_BY_SIDE = frozenset({"month", "column"})
"""Roles of small tables (``month``) and of labels over short lines (``column``). Neighbours of one of these
roles are alike, and a format that has the room sets them side by side, in their order; the others set them
one below the other. ``legend`` is the role of a label whose short lines may follow on one another."""


def in_rows(nodes: tuple[Node, ...]) -> Iterator[tuple[Node, ...]]:
    """*nodes* in their order: those that stand side by side together, each other one by itself."""
    for _, group in groupby(enumerate(nodes), _row_of):
        yield tuple(node for _, node in group)


def _row_of(numbered: tuple[int, Node]) -> str | int:
    place, node = numbered
    role = getattr(node, "role", None)
    return role if role in SIDE_BY_SIDE else place


def simple_cell(cell: tuple[Node, ...]) -> bool:
    """Whether *cell* is empty or one paragraph, so that any format can print it in a row."""
    return not cell or (len(cell) == 1 and type(cell[0]) is Text)


def walk(nodes: tuple[Node, ...]) -> Iterator[Node]:
    """Every node, each before what it holds."""
    for node in nodes:
        yield node
        if type(node) is Labelled:
            yield from walk(node.nodes)
        elif type(node) is Listing:
            for entry in node.entries:
                yield from walk(entry.nodes)
        elif type(node) is Grid:
            for row in node.rows:
                for cell in row:
                    yield from walk(cell)


def printed(nodes: tuple[Node, ...], *, signs: bool = True) -> Iterator[str]:
    """Every string that a page shows of *nodes*, in the order in which it is printed; links by their text.

    Without *signs*, all but the signs of lists.
    """
    for node in nodes:
        if type(node) is Heading:
            yield node.text
            yield from _of_notes(node.notes)
        elif type(node) is Text:
            yield plain(node.content)
        elif type(node) is Labelled:
            yield node.label
            yield from _of_notes(node.notes)
            yield plain(node.content)
            for line in node.lines:
                yield plain(line.content)
                yield from _of_notes(line.notes)
            yield from printed(node.nodes, signs=signs)
        elif type(node) is Listing:
            for entry in node.entries:
                yield (entry.marker if signs else None) or ""
                yield from printed(entry.nodes, signs=signs)
        elif type(node) is Grid:
            yield node.title or ""
            for row in node.rows:
                for cell in row:
                    yield from printed(cell, signs=signs)


def _of_notes(notes: Notes) -> Iterator[str]:
    for key, value in notes:
        yield key
        yield value
