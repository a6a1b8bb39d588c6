"""What a document's text is set in: styles, numbering, header, footer and page, of our own making."""

from collections.abc import Mapping

import attrs

from motesprotokoll.outline import Outline
from motesprotokoll.renderers.docx.furniture import Page, footer_part, header_part, section
from motesprotokoll.renderers.docx.markup import DECLARATION, NAMESPACES
from motesprotokoll.renderers.docx.numbering import Numbers
from motesprotokoll.renderers.docx.package import OFFICE, TYPES, Package, Relationship
from motesprotokoll.renderers.docx.styles import FOOTER, HEADER, LOCALES, OWN_IDS, fonts_part, styles_part
from motesprotokoll.theme import Theme


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
    numbering: tuple[str, str, str] = (f"{DECLARATION}<w:numbering {NAMESPACES}>", "", "</w:numbering>")
    """The XML before our abstract numbering, between it and our numbers, and after."""


def own_frame(outline: Outline, theme: Theme) -> Frame:
    """The slim frame of our own."""
    package = Package()
    page = Page()
    language = outline.language
    package.add("word/styles.xml", styles_part(theme, language, page.text_width), TYPES["styles"])
    package.add("word/fontTable.xml", fonts_part(theme), TYPES["fontTable"])
    package.add("word/settings.xml", settings_part(language), TYPES["settings"])
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


def settings_part(language: str, *, even_and_odd: bool = False) -> bytes:
    """The part ``word/settings.xml``: Word as it is since 2013, with a Swede's tabs and signs."""
    separate = "<w:evenAndOddHeaders/>" if even_and_odd else ""
    locale = LOCALES[language]
    decimal, between = (".", ",") if language == "en" else (",", ";")
    return (
        f'{DECLARATION}<w:settings {NAMESPACES}><w:defaultTabStop w:val="1304"/>{separate}'
        '<w:characterSpacingControl w:val="doNotCompress"/><w:compat><w:compatSetting '
        'w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat>'
        f'<w:themeFontLang w:val="{locale}"/><w:decimalSymbol w:val="{decimal}"/>'
        f'<w:listSeparator w:val="{between}"/></w:settings>'
    ).encode()
