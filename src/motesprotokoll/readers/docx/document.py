"""A Word document, from its bytes to lines, outline and findings."""

from collections.abc import Iterator, Sequence

from motesprotokoll import messages
from motesprotokoll.errors import UnsupportedFormatError
from motesprotokoll.extraction import Extraction
from motesprotokoll.limits import Limits
from motesprotokoll.readers.docx.blocks import Paragraph, Table
from motesprotokoll.readers.docx.body import BodyReader
from motesprotokoll.readers.docx.lines import LineMaker, typography_of
from motesprotokoll.readers.docx.numbering import numbering_in
from motesprotokoll.readers.docx.own import outline_of
from motesprotokoll.readers.docx.parts import (
    carried_by,
    has_macros,
    headers_of,
    language_of,
    links_of,
    says_ours,
)
from motesprotokoll.readers.docx.runs import Changes, Sources
from motesprotokoll.readers.docx.styles import Styles, styles_in
from motesprotokoll.readers.docx.told import findings_of
from motesprotokoll.repair import in_bounds
from motesprotokoll.word_package import Element, Parts, parts_of, w

Blocks = Sequence[Paragraph | Table]


def read_document(data: bytes, limits: Limits, changes: Changes) -> Extraction:
    """What `DocxReader.read` gives."""
    parts = parts_of(data, limits)
    root = parts.xml(parts.main)
    body = None if root is None else root.find(w("body"))
    if root is None or body is None:
        raise UnsupportedFormatError("this is a zip archive without a Word document")
    look = parts.of_kind("styles")
    styles = styles_in(look)
    sources = Sources(styles, links_of(parts), _comments(parts, styles))
    blocks = BodyReader(sources, changes).blocks(body)
    numbering = numbering_in(parts.of_kind("numbering"))
    maker = LineMaker(numbering, typography_of(blocks, styles.base), limits)
    maker.add(blocks)
    _add_notes(maker, parts, sources, changes)
    furniture = (*_furniture(parts, body, sources, changes, limits), *maker.aside)
    found = findings_of(maker.remarks, sources.left_out, changes, limits, has_macros=has_macros(parts))
    language = language_of(look)
    outline = None
    if not sources.notes_seen and says_ours(parts):
        outline = outline_of(blocks, styles, numbering, messages.language_of(language))
    carried = None if outline is None else carried_by(parts)
    return Extraction(in_bounds(maker.lines), furniture, found, outline, carried, language=language)


def _comments(parts: Parts, styles: Styles) -> dict[str, str]:
    """The words of each comment, by its id."""
    root = parts.of_kind("comments")
    if root is None:
        return {}
    reader = BodyReader(Sources(styles, {}, {}), "accept")
    return {
        one.get(w("id")) or "": " ".join(_texts(reader.blocks(one))) for one in root.iterfind(w("comment"))
    }


def _texts(blocks: Blocks) -> Iterator[str]:
    for block in blocks:
        if isinstance(block, Paragraph):
            yield from block.text.split()
            yield from _texts(block.boxes)
        else:
            for row in block.rows:
                for cell in row.cells:
                    yield from _texts(cell.blocks)


def _add_notes(maker: LineMaker, parts: Parts, sources: Sources, changes: Changes) -> None:
    """The footnotes and endnotes behind the text, in the order in which it refers to them."""
    for kind in ("footnote", "endnote"):
        root = parts.of_kind(f"{kind}s")
        if root is None:
            continue
        known = {one.get(w("id")) or "": one for one in root.iterfind(w(kind))}
        reader = BodyReader(sources, changes)
        for (of_kind, note_id), sign in list(sources.notes_seen.items()):
            if of_kind == kind and note_id in known:
                maker.note(sign, reader.blocks(known[note_id]))


def _furniture(
    parts: Parts, body: Element, sources: Sources, changes: Changes, limits: Limits
) -> Iterator[str]:
    """What stands in headers and footers, each line once."""
    seen: set[str] = set()
    for root in headers_of(parts, body):
        blocks = BodyReader(sources, changes).blocks(root)
        maker = LineMaker(numbering_in(None), typography_of(blocks, sources.styles.base), limits)
        maker.add(blocks)
        for line in maker.lines:
            if line.text not in seen:
                seen.add(line.text)
                yield line.text
