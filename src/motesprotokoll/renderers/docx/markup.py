"""The XML of a Word file as strings: escaped text, runs, and properties in the order of the schema.

Word refuses a file in which the children of ``w:pPr`` and its kin stand in another order than their schema's,
so each of them is written by one function here. Source: ECMA-376, part 1, wml.xsd (CT_PPrBase, CT_RPr and
CT_TblPr).
"""

import re
from html import escape

from motesprotokoll import word
from motesprotokoll.typography import typeset

DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
NAMESPACES = " ".join(f'xmlns:{prefix}="{name}"' for prefix, name in word.NAMESPACES.items())

_XML = "\\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff"
_NO_XML = re.compile(f"[^{_XML}]")
_NO_XML_LINES = re.compile(f"[^\\n{_XML}]")


def printable(text: str) -> str:
    """*text* as XML may hold it; what it must not becomes U+FFFD, which can be seen.

    Canonical strings hold nothing of the kind; an outline that somebody built by hand may.
    """
    return _NO_XML.sub("\ufffd", text) if _NO_XML.search(text) else text


def attribute(text: str) -> str:
    """*text* between the quotation marks of an attribute."""
    return escape(printable(text))


def text_of(text: str) -> str:
    """*text* between tags."""
    return escape(printable(text), quote=False)


def text_of_lines(text: str) -> str:
    """*text* between tags, with its line ends."""
    return escape(_NO_XML_LINES.sub("\ufffd", text), quote=False)


def run(text: str, style: str = "", properties: str = "") -> str:
    """Words in the character style *style*, with what keeps figures and units on one line."""
    words = text_of(typeset(text))
    kind = f'<w:rStyle w:val="{style}"/>' if style else ""
    looks = f"<w:rPr>{kind}{properties}</w:rPr>" if kind or properties else ""
    return f'<w:r>{looks}<w:t xml:space="preserve">{words}</w:t></w:r>'


def tab(style: str = "") -> str:
    """A tab."""
    looks = f'<w:rPr><w:rStyle w:val="{style}"/></w:rPr>' if style else ""
    return f"<w:r>{looks}<w:tab/></w:r>"


def field(instruction: str, shown: str) -> str:
    """A field that Word works out, such as the number of the page. *instruction* is never a user's text."""
    result = f"<w:r><w:rPr><w:noProof/></w:rPr><w:t>{shown}</w:t></w:r>"
    return f'<w:fldSimple w:instr=" {instruction} ">{result}</w:fldSimple>'


def paragraph(properties: str, content: str = "") -> str:
    """A paragraph with the children of its ``w:pPr``."""
    looks = f"<w:pPr>{properties}</w:pPr>" if properties else ""
    return f"<w:p>{looks}{content}</w:p>"


def paragraph_properties(
    style: str = "",
    *,
    keep_next: bool = False,
    keep_lines: bool = False,
    number: tuple[int, int] | None = None,
    borders: str = "",
    shade: str = "",
    tabs: str = "",
    spacing: str = "",
    indent: str = "",
    contextual: bool = False,
    aligned: str = "",
    outline: int | None = None,
) -> str:
    """The children of ``w:pPr``. *number* is level and list; *spacing* and *indent* are attributes."""
    numbered = (
        f'<w:numPr><w:ilvl w:val="{number[0]}"/><w:numId w:val="{number[1]}"/></w:numPr>' if number else ""
    )
    return "".join(
        (
            f'<w:pStyle w:val="{style}"/>' if style else "",
            "<w:keepNext/>" if keep_next else "",
            "<w:keepLines/>" if keep_lines else "",
            numbered,
            f"<w:pBdr>{borders}</w:pBdr>" if borders else "",
            f'<w:shd w:val="clear" w:color="auto" w:fill="{shade}"/>' if shade else "",
            f"<w:tabs>{tabs}</w:tabs>" if tabs else "",
            f"<w:spacing {spacing}/>" if spacing else "",
            f"<w:ind {indent}/>" if indent else "",
            "<w:contextualSpacing/>" if contextual else "",
            f'<w:jc w:val="{aligned}"/>' if aligned else "",
            "" if outline is None else f'<w:outlineLvl w:val="{outline}"/>',
        )
    )


def run_properties(
    *,
    font: str = "",
    bold: bool | None = None,
    italic: bool = False,
    colour: str = "",
    size: int = 0,
    underline: bool = False,
    spaced: int = 0,
    language: str = "",
) -> str:
    """The children of ``w:rPr``. *size* is in half points, *spaced* in twentieths of a point."""
    face = attribute(font)
    return "".join(
        (
            f'<w:rFonts w:ascii="{face}" w:hAnsi="{face}" w:eastAsia="{face}" w:cs="{face}"/>'
            if font
            else "",
            "" if bold is None else ("<w:b/><w:bCs/>" if bold else '<w:b w:val="0"/><w:bCs w:val="0"/>'),
            "<w:i/><w:iCs/>" if italic else "",
            f'<w:color w:val="{colour}"/>' if colour else "",
            f'<w:spacing w:val="{spaced}"/>' if spaced else "",
            f'<w:sz w:val="{size}"/><w:szCs w:val="{size}"/>' if size else "",
            '<w:u w:val="single"/>' if underline else "",
            f'<w:lang w:val="{language}" w:eastAsia="{language}" w:bidi="ar-SA"/>' if language else "",
        )
    )


def border(side: str, colour: str, *, size: int = 4, space: int = 0) -> str:
    """One border; *size* in eighths of a point, *space* in points."""
    return f'<w:{side} w:val="single" w:sz="{size}" w:space="{space}" w:color="{colour}"/>'


def hexadecimal(colour: str) -> str:
    """A colour of a theme as Word writes it."""
    return colour[1:].upper()


def table_properties(
    style: str, width: int, indent: int, title: str | None, *, header: bool, margin: int | None = None
) -> str:
    """The children of ``w:tblPr``; *margin* is what cells leave free at either side, if not what is usual."""
    sides = ("left", "right") if margin is not None else ()
    margins = "".join(f'<w:{side} w:w="{margin}" w:type="dxa"/>' for side in sides)
    look = "04A0" if header else "0480"
    caption = f'<w:tblCaption w:val="{attribute(title)}"/>' if title else ""
    return (
        f'<w:tblStyle w:val="{style}"/><w:tblW w:w="{width}" w:type="dxa"/>'
        f'<w:tblInd w:w="{indent}" w:type="dxa"/>'
        f"{f'<w:tblCellMar>{margins}</w:tblCellMar>' if margins else ''}"
        f'<w:tblLook w:val="{look}" w:firstRow="{int(header)}" w:lastRow="0" w:firstColumn="0" '
        f'w:lastColumn="0" w:noHBand="0" w:noVBand="1"/>{caption}'
    )
