"""What stands around the text: header, footer, logo, and the set-up of the page."""

import attrs

from motesprotokoll.messages import translate
from motesprotokoll.outline import About, Outline
from motesprotokoll.renderers.docx.images import image_size
from motesprotokoll.renderers.docx.markup import (
    DECLARATION,
    NAMESPACES,
    attribute,
    field,
    hexadecimal,
    paragraph,
    paragraph_properties,
    run,
    run_properties,
    tab,
)
from motesprotokoll.theme import Theme

_EMU_PER_MM = 36_000
_LOGO_HEIGHT = 15 * _EMU_PER_MM
_LOGO_WIDTH = 60 * _EMU_PER_MM
_DRAWING = "http://schemas.openxmlformats.org/drawingml/2006"


@attrs.frozen
class Page:
    """The set-up of a page, in twentieths of a point. The default is A4 with 25 mm around the text."""

    width: int = 11906
    height: int = 16838
    margin: int = 1418

    @property
    def text_width(self) -> int:
        """The width between the margins."""
        return self.width - 2 * self.margin


def section(page: Page, references: str) -> str:
    """The ``w:sectPr`` of a document of our own."""
    return (
        f'<w:sectPr>{references}<w:pgSz w:w="{page.width}" w:h="{page.height}"/>'
        f'<w:pgMar w:top="{page.margin}" w:right="{page.margin}" w:bottom="{page.margin}" '
        f'w:left="{page.margin}" w:header="680" w:footer="680" w:gutter="0"/><w:cols w:space="708"/>'
        "</w:sectPr>"
    )


def background(theme: Theme) -> str:
    """The colour of the page, where it is not that of paper: pale letters need a dark page."""
    colour = hexadecimal(theme.page)
    return "" if colour == "FFFFFF" else f'<w:background w:color="{colour}"/>'


def header_part(about: About, style: str) -> bytes:
    """Whose document it is and of which day, and what every page must say of its status."""
    words = " · ".join(part for part in (about.body, about.dates) if part) or about.name
    banner = run(about.banner, "", run_properties(bold=True)) if about.banner else ""
    content = f"{run(words) if words else ''}{tab() if banner else ''}{banner}"
    return _part("hdr", paragraph(paragraph_properties(style), content))


def banner_paragraph(banner: str, style: str) -> str:
    """What every page must say, for a header that is not ours; nothing where there is nothing to say."""
    if not banner:
        return ""
    looks = paragraph_properties(style, aligned="right")
    return paragraph(looks, run(banner, "", run_properties(bold=True)))


def footer_part(outline: Outline, theme: Theme, style: str) -> bytes:
    """The organisation's line, and the number of the page and of all pages: "Sida 1 (3)"."""
    page = run(f"{translate('Sida', outline.language)} ")
    count = f"{page}{field('PAGE', '1')}{run(' (')}{field('NUMPAGES', '1')}{run(')')}"
    words = run(theme.footer) if theme.footer else ""
    return _part("ftr", paragraph(paragraph_properties(style), f"{words}{tab()}{count}"))


def _part(root: str, content: str) -> bytes:
    return f"{DECLARATION}<w:{root} {NAMESPACES}>{content}</w:{root}>".encode()


def logo(image: bytes, words: str, relationship: str) -> str:
    """A paragraph with the logo, and its words for those who do not see it."""
    width, height = _fitted(*image_size(image))
    extent = f'cx="{width}" cy="{height}"'
    said = attribute(words)
    return paragraph(
        paragraph_properties(keep_next=True, spacing='w:before="0" w:after="240"'),
        f'<w:r><w:drawing><wp:inline xmlns:wp="{_DRAWING}/wordprocessingDrawing" distT="0" distB="0" '
        f'distL="0" distR="0"><wp:extent {extent}/><wp:docPr id="1" name="Logo" descr="{said}"/><a:graphic '
        f'xmlns:a="{_DRAWING}/main"><a:graphicData uri="{_DRAWING}/picture"><pic:pic '
        f'xmlns:pic="{_DRAWING}/picture"><pic:nvPicPr><pic:cNvPr id="1" name="Logo" descr="{said}"/>'
        f'<pic:cNvPicPr/></pic:nvPicPr><pic:blipFill><a:blip r:embed="{relationship}"/><a:stretch>'
        f'<a:fillRect/></a:stretch></pic:blipFill><pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext {extent}/>'
        '</a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic></a:graphicData>'
        "</a:graphic></wp:inline></w:drawing></w:r>",
    )


def _fitted(width: int, height: int) -> tuple[int, int]:
    """A size of the same shape that is neither too high nor too wide."""
    fitted = _LOGO_HEIGHT * width // height
    if fitted <= _LOGO_WIDTH:
        return max(fitted, 1), _LOGO_HEIGHT
    return _LOGO_WIDTH, max(_LOGO_WIDTH * height // width, 1)
