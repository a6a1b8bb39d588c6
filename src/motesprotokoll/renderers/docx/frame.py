"""What a document's text is set in: styles, numbering, header, footer and page, of our own or a house's."""

from collections.abc import Iterable, Iterator, Mapping

import attrs

from motesprotokoll import word
from motesprotokoll.messages import LOCALES
from motesprotokoll.outline import Outline
from motesprotokoll.renderers.docx.furniture import (
    Page,
    background,
    banner_paragraph,
    footer_part,
    header_part,
    section,
)
from motesprotokoll.renderers.docx.house import House
from motesprotokoll.renderers.docx.markup import DECLARATION, NAMESPACES, run_properties
from motesprotokoll.renderers.docx.numbering import Numbers
from motesprotokoll.renderers.docx.package import OFFICE, TYPES, Package, Relationship
from motesprotokoll.renderers.docx.styles import (
    FOOTER,
    HEADER,
    OWN_IDS,
    StyleRow,
    fonts_part,
    style_rows,
    styles_part,
)
from motesprotokoll.theme import Theme

OWN_NUMBERING = (f"{DECLARATION}<w:numbering {NAMESPACES}>", "", "</w:numbering>")


@attrs.frozen
class Frame:
    """Everything of a Word file but its text. What is in it is for one document."""

    package: Package
    relationships: list[Relationship]
    """Of the document part: what it needs."""
    section: str
    width: int
    """Of the text, in twentieths of a point."""
    numbers: Numbers
    ids: Mapping[str, str] = OWN_IDS
    """The ids of styles in this file, by our own."""
    numbering: tuple[str, ...] = OWN_NUMBERING
    """The XML before our abstract numbering, between it and our numbers, and after."""


def own_frame(outline: Outline, theme: Theme) -> Frame:
    """The slim frame of our own."""
    package = Package()
    page = Page()
    language = outline.language
    package.add("word/styles.xml", styles_part(theme, language, page.text_width), TYPES["styles"])
    package.add("word/fontTable.xml", fonts_part(theme), TYPES["fontTable"])
    package.add("word/settings.xml", settings_part(language, theme), TYPES["settings"])
    package.add("word/header1.xml", header_part(outline.about, HEADER), TYPES["header"])
    package.add("word/footer1.xml", footer_part(outline, theme, FOOTER), TYPES["footer"])
    relationships = [
        ("rId1", f"{OFFICE}/styles", "styles.xml"),
        ("rId2", f"{OFFICE}/settings", "settings.xml"),
        ("rId3", f"{OFFICE}/fontTable", "fontTable.xml"),
        ("rId4", f"{OFFICE}/header", "header1.xml"),
        ("rId5", f"{OFFICE}/footer", "footer1.xml"),
    ]
    references = (
        '<w:headerReference w:type="default" r:id="rId4"/><w:footerReference w:type="default" r:id="rId5"/>'
    )
    return Frame(package, relationships, section(page, references), page.text_width, Numbers())


def settings_part(language: str, theme: Theme, *, even_and_odd: bool = False) -> bytes:
    """The part ``word/settings.xml``: Word as it is since 2013, with a Swede's tabs and signs."""
    separate = "<w:evenAndOddHeaders/>" if even_and_odd else ""
    shown = "<w:displayBackgroundShape/>" if background(theme) else ""
    locale = LOCALES[language]
    decimal, between = (".", ",") if language == "en" else (",", ";")
    return (
        f'{DECLARATION}<w:settings {NAMESPACES}>{shown}<w:defaultTabStop w:val="1304"/>{separate}'
        '<w:characterSpacingControl w:val="doNotCompress"/><w:compat><w:compatSetting '
        'w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat>'
        f'<w:themeFontLang w:val="{locale}"/><w:decimalSymbol w:val="{decimal}"/>'
        f'<w:listSeparator w:val="{between}"/></w:settings>'
    ).encode()


# -------------------------------------------------------------------------------- in a house's own style


def house_frame(given: House, outline: Outline, theme: Theme) -> Frame:
    """The frame that a house's own file gives, with our styles added where it lacks them."""
    package = Package(dict(given.package.parts), dict(given.package.types))
    language = outline.language
    ids, styles = _house_styles(given, theme, language)
    package.add("word/styles.xml", styles, TYPES["styles"])
    package.add(
        "word/settings.xml",
        settings_part(language, theme, even_and_odd=given.even_and_odd),
        TYPES["settings"],
    )
    relationships = [
        ("rId1", f"{OFFICE}/styles", "styles.xml"),
        ("rId2", f"{OFFICE}/settings", "settings.xml"),
        *given.relationships,
    ]
    references = []
    for number, (kind, pages, name, content) in enumerate(_margins(given, outline, theme, ids)):
        package.add(name, content, TYPES[kind])
        relationships.append((f"margin{number}", f"{OFFICE}/{kind}", name.removeprefix("word/")))
        references.append(f'<w:{kind}Reference w:type="{pages}" r:id="margin{number}"/>')
    return Frame(
        package,
        relationships,
        "".join(references).join(given.section),
        given.width,
        Numbers(given.abstract, given.first),
        ids,
        given.numbering or OWN_NUMBERING,
    )


def _house_styles(given: House, theme: Theme, language: str) -> tuple[Mapping[str, str], bytes]:
    """The ids of styles in the file, and its styles with those of ours that it lacks."""
    if given.styles is None:
        return OWN_IDS, styles_part(theme, language, given.width)
    ours = style_rows(theme, language, given.width)
    theirs = {(kind, word.plain_name(name)): style_id for kind, name, style_id in given.style_names}
    taken = {style_id for _, _, style_id in given.style_names}
    names = {word.plain_name(name) for _, name, _ in given.style_names}
    ids: dict[str, str] = {}
    lacking = []
    for row in ours:
        found = next((theirs[row.type, name] for name in _names_of(row) if (row.type, name) in theirs), None)
        ids[row.id] = found or _free(row.id, taken)
        if found is None:
            taken.add(ids[row.id])
            lacking.append(row)
    before, between, after = given.styles
    added = "".join(
        attrs.evolve(row, default=row.default and row.type not in given.defaults).xml(
            ids, _free(row.name, names)
        )
        for row in lacking
    )
    locale = run_properties(language=LOCALES[language])
    return ids, f"{DECLARATION}{before}{locale}{between}{added}{after}".encode()


def _names_of(row: StyleRow) -> Iterable[str]:
    """What a style of ours may be called in a house's file."""
    known = word.paragraph_style(row.name) if row.type == "paragraph" else word.character_style(row.name)
    names = (row.name, known.swedish, known.english) if known else (row.name,)
    return map(word.plain_name, names)


def _free(name: str, taken: set[str]) -> str:
    """*name*, with a number behind it where something else has it."""
    found, number = name, 1
    while found in taken or word.plain_name(found) in taken:
        number += 1
        found = f"{name}{number}"
    return found


_Found = tuple[str, str, str, bytes]


def _margins(given: House, outline: Outline, theme: Theme, ids: Mapping[str, str]) -> Iterator[_Found]:
    """Kind, pages, name and content of each header and footer: the house's, and ours where it has none.

    What every page must say of the document's status stands in each header.
    """
    banner = banner_paragraph(outline.about.banner, ids[HEADER])
    there = set()
    for one in given.margins:
        if (one.kind, one.pages) not in there:
            there.add((one.kind, one.pages))
            content = (banner if one.kind == "header" else "").join(one.pieces)
            yield one.kind, one.pages, one.part, f"{DECLARATION}{content}".encode()
    kinds = {kind for kind, _ in there}
    pages = ["default", *["first"] * given.title_page, *["even"] * given.even_and_odd]
    for number, page in enumerate(pages, 1):
        if "footer" not in kinds:
            yield "footer", page, f"word/footer{number}.xml", footer_part(outline, theme, ids[FOOTER])
        if "header" not in kinds or (banner and ("header", page) not in there):
            yield "header", page, f"word/header{number}.xml", header_part(outline.about, ids[HEADER])
