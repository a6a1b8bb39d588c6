"""The blocks of a Word document: its paragraphs and tables, in reading order."""

from collections.abc import Callable, Iterable

from motesprotokoll.errors import LimitError
from motesprotokoll.readers.docx.blocks import Cell, Paragraph, Remark, Row, Table
from motesprotokoll.readers.docx.runs import Changes, RunReader, Sources, tracked
from motesprotokoll.readers.docx.styles import Styles, first_line, indentation, space
from motesprotokoll.readers.docx.values import DEEPEST, number_in, value_of
from motesprotokoll.word_package import MC, Element, is_on, w

_P, _PPR, _RPR = w("p"), w("pPr"), w("rPr")
_INS, _DEL, _MOVE_FROM, _MOVE_TO = w("ins"), w("del"), w("moveFrom"), w("moveTo")
MOST_PARAGRAPHS = 20_000
"""How many paragraphs a document may have, those in tables too. A year of minutes has some thousands."""
MOST_COLUMNS = 63
"""How many columns a cell may span: what Word allows."""
_INLINE = frozenset(
    {w("r"), w("t"), w("delText"), w("hyperlink"), w("fldSimple"), w("sym"), w("tab"), w("br")}
)
"""What belongs in a paragraph. Where a broken file has it beside paragraphs, it is one of its own."""
_SKIPPED = frozenset({w("tblPr"), w("tblGrid"), w("trPr"), w("tcPr"), w("sdtPr"), w("sectPr"), w("pPr")})


class BodyReader:
    """Reads what holds paragraphs: the body, a header, a footnote, a comment. Create one for each part."""

    def __init__(self, sources: Sources, changes: Changes) -> None:
        self._sources = sources
        self._changes = changes
        self._runs = RunReader(sources, changes, self.blocks)
        self._waiting: list[Paragraph] = []
        """A paragraph whose end was deleted, so that the next one goes on with it."""
        self._handlers: dict[str, Callable[[Element, list[Paragraph | Table], int], None]] = {
            _P: self._paragraph,
            w("tbl"): self._table,
            w("altChunk"): lambda _, __, ___: self._sources.leave_out("chunk"),
            f"{{{MC}}}AlternateContent": self._alternatives,
            **dict.fromkeys(_INLINE, self._loose),
            **dict.fromkeys(_SKIPPED, _skip),
        }

    def blocks(self, element: Iterable[Element], depth: int = 0) -> list[Paragraph | Table]:
        """The paragraphs and tables in *element*."""
        waiting, self._waiting = self._waiting, []
        found: list[Paragraph | Table] = []
        self._children(element, found, depth)
        found += self._waiting
        self._waiting = waiting
        return found

    def _children(self, element: Iterable[Element], found: list[Paragraph | Table], depth: int) -> None:
        _check_depth(depth)
        for child in element:
            handler = self._handlers.get(child.tag)
            if handler is None:
                self._children(child, found, depth + 1)
            else:
                handler(child, found, depth + 1)

    def _alternatives(self, element: Element, found: list[Paragraph | Table], depth: int) -> None:
        """Blocks that programs may choose from: the first choice that has any, as in a paragraph."""
        for branch in element:
            inner: list[Paragraph | Table] = []
            self._children(branch, inner, depth)
            if inner:
                found += inner
                return

    def _loose(self, element: Element, found: list[Paragraph | Table], depth: int) -> None:
        paragraph = Paragraph(style=self._sources.styles.default)
        self._runs.read([element], paragraph, depth)
        found.append(paragraph)

    # ---------------------------------------------------------------------------------------- paragraphs

    def _paragraph(self, element: Element, found: list[Paragraph | Table], depth: int) -> None:
        self._sources.paragraphs += 1
        if self._sources.paragraphs > MOST_PARAGRAPHS:
            raise LimitError(f"the Word document holds more than {MOST_PARAGRAPHS:,} paragraphs")
        properties = element.find(_PPR)
        paragraph = _described(properties, self._sources.styles)
        self._runs.read(element, paragraph, depth)
        if self._waiting:
            before = self._waiting.pop()
            paragraph.pieces[:0] = before.pieces
            paragraph.remarks[:0] = before.remarks
            paragraph.boxes[:0] = before.boxes
        if properties is not None and self._is_joined(properties):
            self._waiting.append(paragraph)
        else:
            found.append(paragraph)

    def _is_joined(self, properties: Element) -> bool:
        """Whether the end of the paragraph is a tracked change by which it runs into the next."""
        mark = properties.find(_RPR)
        if mark is None:
            return False
        gone = (_DEL, _MOVE_FROM) if self._changes == "accept" else (_INS, _MOVE_TO)
        every = (_INS, _DEL, _MOVE_FROM, _MOVE_TO)
        if self._changes == "error" and any(mark.find(tag) is not None for tag in every):
            raise tracked()
        return any(mark.find(tag) is not None for tag in gone)

    # ---------------------------------------------------------------------------------------- tables

    def _table(self, element: Element, found: list[Paragraph | Table], depth: int) -> None:
        table = Table(left=_table_left(element))
        found.append(table)
        self._rows(element, table, found, depth)

    def _rows(self, element: Element, table: Table, found: list[Paragraph | Table], depth: int) -> None:
        """The rows in *element*, which may be wrapped; what stands between them comes after the table."""
        _check_depth(depth)
        for child in element:
            if child.tag == w("tr"):
                self._row(child, table, depth + 1)
            elif child.tag in self._handlers:
                self._handlers[child.tag](child, found, depth + 1)
            else:
                self._rows(child, table, found, depth + 1)

    def _row(self, element: Element, table: Table, depth: int) -> None:
        properties = element.find(w("trPr"))
        row = Row([], properties is not None and is_on(properties.find(w("tblHeader"))) is True)
        self._cells(element, row, depth)
        change = None if properties is None else self._row_change(properties)
        if change is not None:
            table.remarks += _told_of_row(row, change)
        if not row.cells:
            return
        if change is None or (change == "inserted") == (self._changes == "accept"):
            table.rows.append(row)

    def _row_change(self, properties: Element) -> str | None:
        """The tracked change that a whole row is."""
        for tag, kind in ((_INS, "inserted"), (_DEL, "deleted")):
            if properties.find(tag) is not None:
                if self._changes == "error":
                    raise tracked()
                return kind
        return None

    def _cells(self, element: Element, row: Row, depth: int) -> None:
        _check_depth(depth)
        for child in element:
            if child.tag == w("tc"):
                row.cells.append(self._cell(child, depth + 1))
            elif child.tag == _P or child.tag in _INLINE:  # a broken file
                row.cells.append(Cell(self.blocks([child], depth + 1)))
            elif child.tag not in _SKIPPED:
                self._cells(child, row, depth + 1)

    def _cell(self, element: Element, depth: int) -> Cell:
        properties = element.find(w("tcPr"))
        cell = Cell(self.blocks(element, depth))
        if properties is None:
            return cell
        span = number_in(value_of(properties.find(w("gridSpan")))) or 1
        cell.span = min(max(span, 1), MOST_COLUMNS)
        return cell


def _told_of_row(row: Row, kind: str) -> list[Remark]:
    """What to tell of a row that is a change: what its paragraphs tell, else its words."""
    paragraphs = [one for cell in row.cells for one in cell.blocks if isinstance(one, Paragraph)]
    remarks = [remark for one in paragraphs for remark in one.remarks]
    text = " ".join(one.text for one in paragraphs if one.text.strip())
    if kind == "inserted" and remarks:
        return []  # told where they stand
    return [*remarks, Remark(f"docx.{kind}", text)] if text.strip() else remarks


def _check_depth(depth: int) -> None:
    if depth > DEEPEST:
        raise LimitError(f"the Word document nests deeper than {DEEPEST} levels")


def _skip(_: Element, __: list[Paragraph | Table], ___: int) -> None:
    """What holds no text."""


def _described(properties: Element | None, styles: Styles) -> Paragraph:
    """A paragraph as its properties describe it, still without words."""
    if properties is None:
        style = styles.default
        return Paragraph(
            style=style,
            list_number=style.list_number,
            list_level=style.list_level or 0,
            left=style.left,
            above=style.above,
            below=style.below,
        )
    style_id = value_of(properties.find(w("pStyle"))) or ""
    style = styles.named(style_id)
    number, level = style.list_number, style.list_level
    numbered = properties.find(w("numPr"))
    if numbered is not None:
        number = value_of(numbered.find(w("numId"))) or number
        said = number_in(value_of(numbered.find(w("ilvl"))))
        level = level if said is None else said
    return Paragraph(
        style=style,
        style_id=style_id,
        list_number=number,
        list_level=level or 0,
        left=first_line(properties, style.left),
        own_left=0 if (indent := indentation(properties, 0)) == style.indent else indent,
        above=space(properties, "before", style.above),
        below=space(properties, "after", style.below),
        outline=number_in(value_of(properties.find(w("outlineLvl")))),
    )


def _table_left(element: Element) -> int:
    found = element.find(f"{w('tblPr')}/{w('tblInd')}")
    return 0 if found is None else number_in(found.get(w("w"))) or 0
