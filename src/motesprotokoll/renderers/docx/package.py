"""The parts of a Word file and the zip that holds them: the same bytes each time."""

import zlib
from collections.abc import Iterable, Mapping
from datetime import date
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile, ZipInfo

import attrs

from motesprotokoll import marks, word
from motesprotokoll.messages import LOCALES
from motesprotokoll.outline import Outline, title_of
from motesprotokoll.renderers.docx.markup import DECLARATION, attribute, text_of, text_of_lines

OFFICE = word.NAMESPACES["r"]
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_VARIANTS = "http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes"
_CUSTOM_PROPERTIES = "http://schemas.openxmlformats.org/officeDocument/2006/custom-properties"
_CUSTOM_XML = "http://schemas.openxmlformats.org/officeDocument/2006/customXml"
_FORMAT_ID = "{D5CDD505-2E9C-101B-9397-08002B2CF9AE}"
"""Of properties that users define. Source: ECMA-376, part 1, 22.3."""
_HOUR = "T12:00:00Z"
_FIRST_YEAR = 1900
_OLDEST = (1980, 1, 1, 0, 0, 0)
"""The first date that a zip can tell."""
_UNIX = 3
_LARGE = 100 * 1024
_SUSPICIOUS = 50
"""Real documents pack 5 to 30 times, and readers take fright at 100."""
CONTENT_TYPES = "[Content_Types].xml"
_DEFAULT_TYPES = {
    "rels": "application/vnd.openxmlformats-package.relationships+xml",
    "xml": "application/xml",
    "png": "image/png",
    "jpeg": "image/jpeg",
}
_WORD_PARTS = "application/vnd.openxmlformats-officedocument.wordprocessingml"
TYPES = {
    "document": f"{_WORD_PARTS}.document.main+xml",
    "styles": f"{_WORD_PARTS}.styles+xml",
    "numbering": f"{_WORD_PARTS}.numbering+xml",
    "settings": f"{_WORD_PARTS}.settings+xml",
    "fontTable": f"{_WORD_PARTS}.fontTable+xml",
    "header": f"{_WORD_PARTS}.header+xml",
    "footer": f"{_WORD_PARTS}.footer+xml",
    "theme": "application/vnd.openxmlformats-officedocument.theme+xml",
}

Relationship = tuple[str, str, str]
"""Id, type and target."""


@attrs.define
class Package:
    """The parts of a file, and what each is."""

    parts: dict[str, bytes] = attrs.field(factory=dict)
    types: dict[str, str] = attrs.field(factory=dict)
    """The content types of parts that their suffix does not tell."""
    defaults: dict[str, str] = attrs.field(factory=lambda: dict(_DEFAULT_TYPES))

    def add(self, name: str, content: bytes, content_type: str | None = None) -> None:
        """One part."""
        self.parts[name] = content
        if content_type is not None:
            self.types[name] = content_type

    def to_bytes(self) -> bytes:
        """The file."""
        file = BytesIO()
        with ZipFile(file, "w") as archive:
            for name, content in [
                (CONTENT_TYPES, self._content_types()),
                *sorted(self.parts.items()),
            ]:
                info = ZipInfo(name, _OLDEST)
                info.compress_type = ZIP_STORED if _looks_like_a_bomb(content) else ZIP_DEFLATED
                info.create_system = _UNIX  # or the file would tell what it was written on
                archive.writestr(info, content, compresslevel=zlib.Z_DEFAULT_COMPRESSION)
        return file.getvalue()

    def _content_types(self) -> bytes:
        suffixes = {name.rpartition(".")[2] for name in self.parts}
        defaults = "".join(
            f'<Default Extension="{attribute(suffix)}" ContentType="{attribute(kind)}"/>'
            for suffix, kind in sorted(self.defaults.items())
            if suffix in suffixes
        )
        overrides = "".join(
            f'<Override PartName="/{attribute(name)}" ContentType="{attribute(kind)}"/>'
            for name, kind in sorted(self.types.items())
        )
        return f'{DECLARATION}<Types xmlns="{word.CONTENT_TYPES}">{defaults}{overrides}</Types>'.encode()


def _looks_like_a_bomb(content: bytes) -> bool:
    """Whether *content* would pack so well that careful readers, ours among them, refuse to unpack it."""
    return len(content) > _LARGE and len(zlib.compress(content)) * _SUSPICIOUS < len(content)


_OUTER = ' TargetMode="External"'


def relationships(found: Iterable[Relationship], outer: frozenset[str] = frozenset()) -> bytes:
    """A part that says what belongs to another. Those whose type is in *outer* lead out of the file."""
    lines = "".join(
        f'<Relationship Id="{attribute(name)}" Type="{attribute(kind)}" Target="{attribute(target)}"'
        f"{_OUTER if kind in outer else ''}/>"
        for name, kind, target in found
    )
    return f'{DECLARATION}<Relationships xmlns="{word.RELATIONSHIPS}">{lines}</Relationships>'.encode()


def add_properties(package: Package, outline: Outline) -> list[Relationship]:
    """The properties of the document: title, language and day; and that it is ours, where it reads back."""
    package.add(
        "docProps/core.xml",
        _core(outline),
        "application/vnd.openxmlformats-package.core-properties+xml",
    )
    found = [("rId2", f"{_PACKAGE}/relationships/metadata/core-properties", "docProps/core.xml")]
    if outline.carries:
        package.add(
            "docProps/custom.xml",
            _custom({word.PROPERTY: marks.FORMAT}),
            "application/vnd.openxmlformats-officedocument.custom-properties+xml",
        )
        found.append(("rId3", f"{OFFICE}/custom-properties", "docProps/custom.xml"))
    return found


def _core(outline: Outline) -> bytes:
    moment = _moment(outline.about.day)
    dates = "".join(
        f'<dcterms:{name} xsi:type="dcterms:W3CDTF">{moment}</dcterms:{name}>'
        for name in ("created", "modified")
        if moment
    )
    return (
        f'{DECLARATION}<cp:coreProperties xmlns:cp="{_PACKAGE}/metadata/core-properties" '
        'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" '
        'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">'
        f"{dates}<dc:language>{LOCALES[outline.language]}</dc:language>"
        f"<dc:title>{text_of(title_of(outline))}</dc:title></cp:coreProperties>"
    ).encode()


def _moment(day: date | None) -> str:
    # Word takes no file whose dates lie before its own calendar.
    return f"{day.isoformat()}{_HOUR}" if day and day.year >= _FIRST_YEAR else ""


def _custom(values: Mapping[str, int]) -> bytes:
    shown = "".join(
        f'<property fmtid="{_FORMAT_ID}" pid="{number}" name="{name}"><vt:i4>{value}</vt:i4></property>'
        for number, (name, value) in enumerate(values.items(), 2)
    )
    return (
        f'{DECLARATION}<Properties xmlns="{_CUSTOM_PROPERTIES}" xmlns:vt="{_VARIANTS}">{shown}</Properties>'
    ).encode()


def add_carried(package: Package, carried: str) -> Relationship:
    """The meeting itself as a custom XML part, with the properties by which Word keeps it."""
    package.add(
        word.CARRIED_PART,
        f'{DECLARATION}<json xmlns="{word.CARRIED_NAMESPACE}">{text_of_lines(carried)}</json>'.encode(),
    )
    package.add(
        "customXml/itemProps1.xml",
        (
            f'{DECLARATION}<ds:datastoreItem xmlns:ds="{_CUSTOM_XML}" ds:itemID="{word.CARRIED_ID}">'
            f'<ds:schemaRefs><ds:schemaRef ds:uri="{word.CARRIED_NAMESPACE}"/></ds:schemaRefs>'
            "</ds:datastoreItem>"
        ).encode(),
        "application/vnd.openxmlformats-officedocument.customXmlProperties+xml",
    )
    package.add(
        "customXml/_rels/item1.xml.rels",
        relationships([("rId1", f"{OFFICE}/customXmlProps", "itemProps1.xml")]),
    )
    return ("carried", f"{OFFICE}/customXml", f"../{word.CARRIED_PART}")
