"""Word: a document with real headings, lists and tables, in a slim template of our own or in a house's.

How an outline stands in the file is told in `motesprotokoll.word`, by which it is read back.
Nothing of the machine or the moment gets into the file: the same outline gives the same bytes. What XML must
not hold, and no canonical string does, becomes U+FFFD in the text, where it can be seen.
"""

from pathlib import Path

import attrs

from motesprotokoll import word
from motesprotokoll.outline import Outline
from motesprotokoll.renderers.docx.body import Body, Place
from motesprotokoll.renderers.docx.frame import Frame, house_frame, own_frame
from motesprotokoll.renderers.docx.furniture import background, logo
from motesprotokoll.renderers.docx.house import house
from motesprotokoll.renderers.docx.links import HYPERLINK, Links
from motesprotokoll.renderers.docx.markup import DECLARATION, NAMESPACES
from motesprotokoll.renderers.docx.numbering import abstract_numberings
from motesprotokoll.renderers.docx.opening import stamp
from motesprotokoll.renderers.docx.package import (
    OFFICE,
    TYPES,
    Relationship,
    add_carried,
    add_properties,
    relationships,
)
from motesprotokoll.theme import STANDARD, Theme, image_type


@attrs.frozen(kw_only=True)
class DocxRenderer:
    """One Word file.

    *theme* gives colours, font, logo and footer. *reference_doc* is a house's own ``.docx`` or ``.dotx``: its
    styles, fonts, numbering, header, footer and page are used instead of ours; what it lacks is ours. *embed*
    attaches the meeting to the file, for the view that reads back.
    """

    theme: Theme = STANDARD
    reference_doc: Path | None = attrs.field(default=None, converter=attrs.converters.optional(Path))
    embed: bool = True
    media_type: str = attrs.field(default=word.MEDIA_TYPE, init=False)
    suffix: str = attrs.field(default=".docx", init=False)

    def render(self, outline: Outline) -> bytes:
        """The file.

        Raises:
            RenderError: The outline nests deeper than `motesprotokoll.marks.MAX_DEPTH`.
            TemplateError: The house's file cannot be read, or is no Word file.
        """
        if self.reference_doc is None:
            frame = own_frame(outline, self.theme)
        else:
            given = house(self.reference_doc, stamp(self.reference_doc))
            frame = house_frame(given, outline, self.theme)
        return _file(outline, frame, self.theme)


def _file(outline: Outline, frame: Frame, theme: Theme) -> bytes:
    links = Links()
    body = Body(links, frame.numbers, frame.ids)
    text = "".join(body.blocks(outline.nodes, Place(frame.width)))
    package = frame.package
    needed = [*frame.relationships, ("numbering", f"{OFFICE}/numbering", "numbering.xml")]
    image, found = _logo(frame, theme)
    needed += found
    if outline.carried is not None:
        needed.append(add_carried(package, outline.carried))
    document = f"{background(theme)}<w:body>{image}{text}{frame.section}</w:body>"
    package.add(
        "word/document.xml",
        f"{DECLARATION}<w:document {NAMESPACES}>{document}</w:document>".encode(),
        TYPES["document"],
    )
    package.add("word/numbering.xml", _numbering(frame), TYPES["numbering"])
    package.add(
        "word/_rels/document.xml.rels",
        relationships([*needed, *links.relationships()], frozenset({HYPERLINK})),
    )
    main: Relationship = ("rId1", f"{OFFICE}/officeDocument", "word/document.xml")
    package.add("_rels/.rels", relationships([main, *add_properties(package, outline)]))
    return package.to_bytes()


def _numbering(frame: Frame) -> bytes:
    before, between, after = frame.numbering
    numbers = frame.numbers
    ours = f"{abstract_numberings(numbers.abstract)}{between}{numbers.xml()}"
    return f"{before}{ours}{after}".encode()


def _logo(frame: Frame, theme: Theme) -> tuple[str, list[Relationship]]:
    if theme.logo is None:
        return "", []
    suffix = "png" if image_type(theme.logo) == "image/png" else "jpeg"
    frame.package.add(f"word/media/motesprotokoll.{suffix}", theme.logo)
    relationship = ("logo", f"{OFFICE}/image", f"media/motesprotokoll.{suffix}")
    return logo(theme.logo, theme.logo_text, "logo"), [relationship]
