"""Word files for tests, made part by part: what Word writes, and what nobody should."""

import io
import re
import struct
import zipfile
from collections.abc import Mapping

NAMESPACES = " ".join(
    f'xmlns:{prefix}="{name}"'
    for prefix, name in {
        "w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
        "r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
        "m": "http://schemas.openxmlformats.org/officeDocument/2006/math",
        "mc": "http://schemas.openxmlformats.org/markup-compatibility/2006",
        "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
        "c": "http://schemas.openxmlformats.org/drawingml/2006/chart",
        "dgm": "http://schemas.openxmlformats.org/drawingml/2006/diagram",
        "wps": "http://schemas.microsoft.com/office/word/2010/wordprocessingShape",
        "v": "urn:schemas-microsoft-com:vml",
    }.items()
)
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"
TYPES = (
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="xml" ContentType="application/xml"/></Types>'
)

STYLES = """
<w:docDefaults><w:rPrDefault><w:rPr><w:sz w:val="22"/><w:lang w:val="sv-SE"/></w:rPr></w:rPrDefault>
<w:pPrDefault><w:pPr><w:spacing w:after="160"/></w:pPr></w:pPrDefault></w:docDefaults>
<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>
<w:style w:type="paragraph" w:styleId="Rubrik"><w:name w:val="Title"/><w:basedOn w:val="Normal"/></w:style>
<w:style w:type="paragraph" w:styleId="Rubrik1"><w:name w:val="heading 1"/><w:basedOn w:val="Normal"/>
<w:pPr><w:spacing w:before="360"/><w:outlineLvl w:val="0"/></w:pPr></w:style>
<w:style w:type="paragraph" w:styleId="R2"><w:name w:val="Rubrik 2"/></w:style>
<w:style w:type="paragraph" w:styleId="Husets"><w:name w:val="Husets"/><w:basedOn w:val="R2"/></w:style>
<w:style w:type="paragraph" w:styleId="Innehll1"><w:name w:val="toc 1"/></w:style>
<w:style w:type="paragraph" w:styleId="Dold"><w:name w:val="Dold"/><w:rPr><w:vanish/></w:rPr></w:style>
<w:style w:type="character" w:styleId="Fet"><w:name w:val="Fet"/><w:rPr><w:b/></w:rPr></w:style>
<w:style w:type="paragraph" w:styleId="Beslut"><w:name w:val="Beslut"/></w:style>
<w:style w:type="paragraph" w:styleId="Attsats"><w:name w:val="Att-sats"/></w:style>
<w:style w:type="paragraph" w:styleId="tagande"><w:name w:val="Åtagande"/></w:style>
<w:style w:type="paragraph" w:styleId="Nstamte"><w:name w:val="Nästa möte"/></w:style>
<w:style w:type="paragraph" w:styleId="Anteckning"><w:name w:val="Anteckning"/></w:style>
<w:style w:type="paragraph" w:styleId="Lista"><w:name w:val="Lista"/>
<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>
"""


def run(text: str, properties: str = "") -> str:
    """A run of words; a tab and a line break are Word's."""
    words = "".join(
        {"\t": "<w:tab/>", "\n": "<w:br/>"}.get(part) or f'<w:t xml:space="preserve">{part}</w:t>'
        for part in _split(text)
    )
    return f"<w:r>{f'<w:rPr>{properties}</w:rPr>' if properties else ''}{words}</w:r>"


def _split(text: str) -> list[str]:
    return [part for part in re.split("([\t\n])", text) if part]


def p(
    content: str, style: str = "", properties: str = "", *, looks: str = "", level: int | None = None
) -> str:
    """A paragraph of words, or of XML where it begins with ``<``. *level* is of the list with number 1."""
    inner = content if content.startswith("<") or not content else run(content, looks)
    named = f'<w:pStyle w:val="{style}"/>' if style else ""
    listed = "" if level is None else f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="1"/></w:numPr>'
    return f"<w:p><w:pPr>{named}{listed}{properties}</w:pPr>{inner}</w:p>"


def tc(content: str, properties: str = "") -> str:
    """A cell of words or of paragraphs."""
    inner = content if content.startswith("<w:") else p(content)
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{inner}</w:tc>"


def table(*rows: list[str], header: bool = False, properties: str = "") -> str:
    """A table of cells that hold words or paragraphs."""
    told = ""
    for place, row in enumerate(rows):
        cells = "".join(cell if cell.startswith("<w:tc") else tc(cell) for cell in row)
        mark = "<w:tblHeader/>" if header and place == 0 else ""
        told += f"<w:tr><w:trPr>{mark}{properties}</w:trPr>{cells}</w:tr>"
    return f"<w:tbl><w:tblPr/>{told}</w:tbl>"


def level(place: int, form: str, text: str, *more: str, start: int = 1) -> str:
    """A level of a list."""
    return (
        f'<w:lvl w:ilvl="{place}"><w:start w:val="{start}"/><w:numFmt w:val="{form}"/>'
        f'<w:lvlText w:val="{text}"/>{"".join(more)}</w:lvl>'
    )


def numbering(*levels: str, nums: str = '<w:num w:numId="1"><w:abstractNumId w:val="7"/></w:num>') -> str:
    """The part that says what lists look like."""
    return f'<w:abstractNum w:abstractNumId="7">{"".join(levels)}</w:abstractNum>{nums}'


def zipped(parts: Mapping[str, str | bytes], *, method: int = zipfile.ZIP_DEFLATED) -> bytes:
    """A zip of *parts*."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", method) as archive:
        for name, content in parts.items():
            archive.writestr(zipfile.ZipInfo(name), content, method)  # of no day: the same bytes each time
    return file.getvalue()


def relations(*found: tuple[str, str, str]) -> str:
    """A part with relations: id, kind, target; an address is outside."""
    lines = ""
    for name, kind, target in found:
        kind = kind if "/" in kind else f"{OFFICE}/{kind}"
        mode = 'TargetMode="External"' if ":" in target else ""
        lines += f'<Relationship Id="{name}" Type="{kind}" Target="{target}" {mode}/>'
    return f'<Relationships xmlns="{_PACKAGE}">{lines}</Relationships>'


ROOTS = {
    "styles": "styles",
    "numbering": "numbering",
    "comments": "comments",
    "footnotes": "footnotes",
    "endnotes": "endnotes",
    "header1": "hdr",
    "footer1": "ftr",
}


def word(
    body: str,
    *,
    styles: str = STYLES,
    links: Mapping[str, str] | None = None,
    others: Mapping[str, str | bytes] | None = None,
    more: tuple[tuple[str, str, str], ...] = (),
    **parts: str,
) -> bytes:
    """A Word file with what is in its body and, by name, in its other parts."""
    parts = {"styles": styles, **parts}
    refers = [(name, name.rstrip("1"), f"{name}.xml") for name in parts]
    refers += [(name, "hyperlink", address) for name, address in (links or {}).items()]
    return zipped(
        {
            "[Content_Types].xml": TYPES,
            "_rels/.rels": relations(("rId1", "officeDocument", "word/document.xml")),
            "word/document.xml": f"<w:document {NAMESPACES}><w:body>{body}</w:body></w:document>",
            "word/_rels/document.xml.rels": relations(*refers, *more),
            **{
                f"word/{name}.xml": f"<w:{ROOTS[name]} {NAMESPACES}>{content}</w:{ROOTS[name]}>"
                for name, content in parts.items()
            },
            **(others or {}),
        }
    )


def with_part(data: bytes, name: str, content: str | bytes) -> bytes:
    """The Word file *data* with one part replaced or added."""
    return zipped({**parts_of(data), name: content})


def parts_of(data: bytes) -> dict[str, str | bytes]:
    """The parts of a Word file."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def patched(data: bytes, name: str, offset: int, form: str, value: int) -> bytes:
    """*data* with a number changed in the zip's directory entry of the part *name*."""
    at = data.rfind(b"PK\x01\x02", 0, data.rfind(name.encode()))
    changed = bytearray(data)
    struct.pack_into(form, changed, at + offset, value)
    return bytes(changed)
