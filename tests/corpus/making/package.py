"""Word files out of strings of XML: what a program other than ours, or an old template, leaves behind."""

import zipfile
from collections.abc import Mapping
from pathlib import Path
from xml.sax.saxutils import escape, quoteattr

TRANSITIONAL = {
    "w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    "r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
}
STRICT = {
    "w": "http://purl.oclc.org/ooxml/wordprocessingml/main",
    "r": "http://purl.oclc.org/ooxml/officeDocument/relationships",
}
EXTRA = {
    "mc": "http://schemas.openxmlformats.org/markup-compatibility/2006",
    "wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
    "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
    "wps": "http://schemas.microsoft.com/office/word/2010/wordprocessingShape",
    "v": "urn:schemas-microsoft-com:vml",
}
HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml."
PACKAGE = "http://schemas.openxmlformats.org/package/2006/"


def run(text: str, look: str = "") -> str:
    """A run; *look* is what stands in its properties. A tab in the text becomes one of Word's."""
    properties = f"<w:rPr>{look}</w:rPr>" if look else ""
    pieces = "<w:tab/>".join(f'<w:t xml:space="preserve">{escape(one)}</w:t>' for one in text.split("\t"))
    return f"<w:r>{properties}{pieces}</w:r>"


def paragraph(*runs: str, style: str = "", properties: str = "") -> str:
    """A paragraph of runs; a string that is no XML becomes one."""
    inside = "".join(one if one.startswith("<") else run(one) for one in runs)
    named = f"<w:pStyle w:val={quoteattr(style)}/>" if style else ""
    return f"<w:p><w:pPr>{named}{properties}</w:pPr>{inside}</w:p>"


def listed(*runs: str, level: int = 0, number: int = 1, style: str = "") -> str:
    """A paragraph that Word numbers by itself."""
    numbering = f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{number}"/></w:numPr>'
    return paragraph(*runs, style=style, properties=numbering)


def style(key: str, name: str, properties: str, look: str = "") -> str:
    """A paragraph style under a name such as a Swedish Word shows it."""
    return (
        f'<w:style w:type="paragraph" w:styleId="{key}"><w:name w:val="{name}"/>'
        f"<w:pPr>{properties}</w:pPr><w:rPr>{look}</w:rPr></w:style>"
    )


def levels(number: int, *shapes: tuple[str, str]) -> str:
    """A numbering whose levels have the given formats and texts, such as ``("decimal", "%1.")``."""
    each = "".join(
        f'<w:lvl w:ilvl="{place}"><w:start w:val="1"/><w:numFmt w:val="{kind}"/><w:lvlText w:val="{text}"/>'
        f'<w:lvlJc w:val="left"/><w:pPr><w:ind w:left="{360 * (place + 1)}" w:hanging="360"/></w:pPr>'
        + ('<w:rPr><w:rFonts w:ascii="Symbol" w:hAnsi="Symbol"/></w:rPr>' if kind == "bullet" else "")
        + "</w:lvl>"
        for place, (kind, text) in enumerate(shapes)
    )
    return f'<w:abstractNum w:abstractNumId="{number}">{each}</w:abstractNum>'


def numbering(*lists: tuple[tuple[str, str], ...]) -> str:
    """The content of the part that holds numberings 1, 2, …"""
    numbers = range(1, len(lists) + 1)
    shapes = "".join(levels(number, *shape) for number, shape in zip(numbers, lists, strict=True))
    return shapes + "".join(
        f'<w:num w:numId="{number}"><w:abstractNumId w:val="{number}"/></w:num>' for number in numbers
    )


def relations(each: str) -> str:
    """The content of a part that says what a part points to."""
    return f'<Relationships xmlns="{PACKAGE}relationships">{each}</Relationships>'


def write(
    path: Path,
    body: str,
    parts: Mapping[str, tuple[str, str]] | None = None,
    links: Mapping[str, str] | None = None,
    *,
    strict: bool = False,
) -> None:
    """Write a Word file. *parts* are root element and content by name; *links* addresses by relation."""
    names = STRICT if strict else TRANSITIONAL
    spaces = "".join(f' xmlns:{key}="{value}"' for key, value in {**names, **EXTRA}.items())
    conformance = ' w:conformance="strict"' if strict else ""
    parts = dict(parts or {})
    types = "".join(
        f'<Override PartName="/word/{name}.xml" ContentType="{WORD}{name.rstrip("123456789")}+xml"/>'
        for name in parts
    )
    related = "".join(
        f'<Relationship Id="{name}" Type="{names["r"]}/{name.rstrip("123456789")}" Target="{name}.xml"/>'
        for name in parts
    ) + "".join(
        f'<Relationship Id="{key}" Type="{names["r"]}/hyperlink" Target="{url}" TargetMode="External"/>'
        for key, url in (links or {}).items()
    )
    files = {
        "[Content_Types].xml": f'<Types xmlns="{PACKAGE}content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Default Extension="xml" ContentType="application/xml"/>'
        f'<Override PartName="/word/document.xml" ContentType="{WORD}document.main+xml"/>{types}</Types>',
        "_rels/.rels": relations(
            f'<Relationship Id="r1" Type="{names["r"]}/officeDocument" Target="word/document.xml"/>'
        ),
        "word/_rels/document.xml.rels": relations(related),
        "word/document.xml": f"<w:document{spaces}{conformance}><w:body>{body}</w:body></w:document>",
    }
    files |= {
        f"word/{name}.xml": f"<w:{root}{spaces}>{content}</w:{root}>"
        for name, (root, content) in parts.items()
    }
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in files.items():
            archive.writestr(zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0)), HEAD + text, zipfile.ZIP_DEFLATED)
