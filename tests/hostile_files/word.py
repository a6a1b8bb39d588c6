"""Word files that nobody should write, and what broken disks leave of them."""

import io
import struct
import warnings
import zipfile
from collections.abc import Callable

from motesprotokoll.errors import LimitError, MinutesError, ReadError, UnsupportedFormatError
from word_files import (
    NAMESPACES,
    TYPES,
    level,
    numbering,
    p,
    parts_of,
    patched,
    relations,
    run,
    table,
    tc,
    with_part,
    word,
    zipped,
)

MIB = 1024 * 1024
DOCUMENT = "word/document.xml"


def document(body: str) -> str:
    return f"<w:document {NAMESPACES}><w:body>{body}</w:body></w:document>"


def whole(xml: str | bytes, *, method: int = zipfile.ZIP_STORED) -> bytes:
    """A Word file whose text is *xml*; not packed, so that its size is not what is refused."""
    return zipped({**parts_of(word("")), DOCUMENT: xml}, method=method)


def nested(name: str, depth: int, inner: str = "") -> str:
    return f"<w:{name}>" * depth + inner + f"</w:{name}>" * depth


def bomb(part: str) -> bytes:
    return with_part(word(p("x")), part, b" " * (200 * MIB))


def duplicated() -> bytes:
    file = io.BytesIO(word(p("bifall")))
    with zipfile.ZipFile(file, "a") as archive, warnings.catch_warnings():
        warnings.simplefilter("ignore")  # zipfile tells that the name is taken
        archive.writestr(DOCUMENT, document(p("avslag")))
    return file.getvalue()


def overlapping() -> bytes:
    """Two entries that share their bytes."""
    data = zipped({**parts_of(word(p("x"))), "word/zzz.xml": b"a" * 100})
    return patched(
        data, "word/zzz.xml", 42, "<I", zipfile.ZipFile(io.BytesIO(data)).getinfo(DOCUMENT).header_offset
    )


def expanding() -> str:
    entities = '<!ENTITY a "aaaaaaaaaa">' + "".join(
        f'<!ENTITY {name} "{f"&{before};" * 10}">'
        for before, name in zip("abcdefgh", "bcdefghi", strict=True)
    )
    return f"<!DOCTYPE x [{entities}]>" + document(p("&i;"))


def miscounted() -> bytes:
    """A zip of 3,000 entries whose end says that there are five."""
    data = bytearray(zipped({f"word/{number}": "" for number in range(3_000)}))
    struct.pack_into("<HH", data, len(data) - 14, 5, 5)
    return bytes(data)


def misplaced() -> bytes:
    """A zip whose end says that its parts begin before the file does."""
    data = bytearray(whole(document(p("x"))))
    place = struct.unpack_from("<I", data, len(data) - 6)[0]
    struct.pack_into("<I", data, len(data) - 6, place + 50)
    return bytes(data)


EXTERNAL = '<!DOCTYPE x [<!ENTITY y SYSTEM "file:///etc/hostname">]>'
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"

REFUSED: dict[str, tuple[Callable[[], bytes], type[MinutesError], str]] = {
    "nothing": (lambda: b"", UnsupportedFormatError, "this is empty"),
    "noise": (lambda: bytes(range(256)) * 40, UnsupportedFormatError, "this is no Word document"),
    "text": (lambda: "Åsa".encode(), UnsupportedFormatError, "this is no Word document"),
    "old Word": (
        lambda: OLE + b"\0" * 600,
        UnsupportedFormatError,
        r"old Word .* \(save it as a Word document",
    ),
    "password": (
        lambda: OLE + b"\0" * 600 + "EncryptedPackage".encode("utf-16-le"),
        UnsupportedFormatError,
        "a Word document with a password",
    ),
    "rtf": (lambda: b"{\\rtf1 Hej}", UnsupportedFormatError, "an RTF document"),
    "pdf": (lambda: b"%PDF-1.7\n", UnsupportedFormatError, "a PDF document, not a Word document"),
    "odt": (
        lambda: zipped({"mimetype": "application/vnd.oasis.opendocument.text", "content.xml": "<x/>"}),
        UnsupportedFormatError,
        "an OpenDocument file",
    ),
    "excel": (
        lambda: zipped({"[Content_Types].xml": TYPES, "xl/workbook.xml": "<x/>"}),
        UnsupportedFormatError,
        "an Excel workbook",
    ),
    "excel by its relations": (
        lambda: zipped(
            {"_rels/.rels": relations(("a", "officeDocument", "xl/workbook.xml")), "xl/workbook.xml": "<x/>"}
        ),
        UnsupportedFormatError,
        "an Excel workbook",
    ),
    "entries that the end does not count": (miscounted, LimitError, "more than 2,000 parts"),
    "parts that begin before the file": (misplaced, ReadError, "is broken"),
    "zip": (
        lambda: zipped({"a.txt": "hej"}),
        UnsupportedFormatError,
        "a zip archive without a Word document",
    ),
    "no body": (lambda: whole("<x/>"), UnsupportedFormatError, "without a Word document"),
    "cut off": (lambda: word(p("x"))[:-30], ReadError, "broken or cut off"),
    "cut off at its end": (lambda: word(p("x"))[:-3], ReadError, "broken or cut off"),
    "only a beginning": (lambda: b"PK\x03\x04", ReadError, "broken or cut off"),
    "no directory": (
        lambda: b"PK" + b"\0" * 60 + b"PK\x05\x06" + b"\xff" * 40,
        LimitError,
        "more than 2,000",
    ),
    "bad directory": (
        lambda: word(p("x")).replace(b"PK\x01\x02", b"PK\x01\x03", 1),
        ReadError,
        "broken or cut off",
    ),
    "bomb": (lambda: bomb(DOCUMENT), LimitError, "unpacks to too much"),
    "many entries": (
        lambda: zipped({f"word/{number}": "" for number in range(3_000)}),
        LimitError,
        "more than 2,000 parts",
    ),
    "large directory": (
        lambda: zipped({f"{number}{'x' * 2_000}": "" for number in range(1_000)}),
        LimitError,
        "more than 2,000",
    ),
    "lying size": (
        lambda: patched(word(p("x")), DOCUMENT, 24, "<I", 5),
        ReadError,
        "'word/document.xml' .* is broken",
    ),
    "wrong checksum": (lambda: patched(word(p("x")), DOCUMENT, 16, "<I", 5), ReadError, "is broken"),
    "password of the zip": (
        lambda: patched(word(p("x")), DOCUMENT, 8, "<H", 1),
        UnsupportedFormatError,
        "a zip with a password",
    ),
    "twice": (duplicated, ReadError, "twice"),
    "twice in another case": (
        lambda: zipped({**parts_of(word(p("x"))), "WORD/Document.xml": "<x/>"}),
        ReadError,
        "twice",
    ),
    "overlap": (overlapping, ReadError, "on top of each other"),
    "outside": (lambda: with_part(word(p("x")), "word/../../x", "y"), ReadError, "outside itself"),
    "outside in Windows": (lambda: with_part(word(p("x")), "word\\..\\x", "y"), ReadError, "outside itself"),
    "absolute": (lambda: with_part(word(p("x")), "/etc/x", "y"), ReadError, "outside itself"),
    "packed oddly": (
        lambda: zipped(parts_of(word(p("x"))), method=zipfile.ZIP_LZMA),
        ReadError,
        "packed in a way",
    ),
    "external entity": (lambda: whole(EXTERNAL + document(p("&y;"))), ReadError, "a document type"),
    "in UTF-16": (
        lambda: whole((EXTERNAL + document(p("&y;"))).encode("utf-16")),
        ReadError,
        "a document type",
    ),
    "in the styles": (
        lambda: with_part(word(p("x")), "word/styles.xml", EXTERNAL + "<x/>"),
        ReadError,
        "a document type",
    ),
    "expansion": (lambda: whole(expanding()), ReadError, "a document type"),
    "unknown entity": (lambda: whole(document(p("FÖRE &x; EFTER"))), ReadError, "no well-formed XML"),
    "no XML": (lambda: whole("Hej"), ReadError, "no well-formed XML"),
    "not closed": (lambda: whole(document("<w:p>")), ReadError, "no well-formed XML"),
    "NUL": (lambda: whole(document(p("a\0b"))), ReadError, "no well-formed XML"),
    "no text at all": (lambda: whole(b"\xff\xfe\x00\xd8\x00\x00"), ReadError, "is no text"),
    "Latin-1": (lambda: whole(document(p("Åsa")).encode("latin-1")), ReadError, "no well-formed XML"),
    "many paragraphs": (lambda: whole(document("<w:p/>" * 1_000_000)), LimitError, "more than 400,000"),
    "many packed": (
        lambda: whole(document("<w:p/>" * 1_000_000), method=zipfile.ZIP_DEFLATED),
        LimitError,
        "too much",
    ),
    "more paragraphs": (
        lambda: whole(document("<w:p/>" * 20_001)),
        LimitError,
        "more than 20,000 paragraphs",
    ),
    "many attributes": (
        lambda: whole(document("<w:p " + " ".join(f'a{n}=""' for n in range(1_100_000)) + "/>")),
        LimitError,
        "more than 400,000",
    ),
    "deep tables": (
        lambda: whole(document(nested("tbl><w:tr><w:tc", 80, p("x")).replace("</w:tbl><w:tr><w:tc>", END))),
        LimitError,
        "deeper than 200",
    ),
    "deep runs": (
        lambda: whole(document(p(nested("smartTag", 240, run("x"))))),
        ReadError,
        "deeper than 200|XML",
    ),
    "deep blocks": (lambda: whole(document(nested("sdt", 220, p("x")))), LimitError, "deeper than 200"),
    "very deep": (lambda: whole(document(nested("sdt", 100_000, p("x")))), ReadError, "deeper than 200|XML"),
    "deep rows": (
        lambda: whole(document(f"<w:tbl>{nested('sdt', 220, '<w:tr/>')}</w:tbl>")),
        LimitError,
        "deeper than 200",
    ),
    "deep cells": (
        lambda: whole(document(f"<w:tbl><w:tr>{nested('sdt', 220)}</w:tr></w:tbl>")),
        LimitError,
        "deeper than 200",
    ),
    "one long line": (lambda: whole(document(p("x" * 1_100_000))), LimitError, "a line is longer"),
    "one huge text": (lambda: whole(document(p("x" * 11_000_000))), ReadError, "no well-formed XML|a line"),
}
END = "</w:tc></w:tr></w:tbl>"

READ: dict[str, Callable[[], bytes]] = {
    "a bomb nobody needs": lambda: bomb("word/media/image1.png"),
    "wide cells": lambda: spread(
        table(*[[tc("x", '<w:gridSpan w:val="50000000"/>')] * 60] * 60, header=True)
    ),
    "many runs": lambda: whole(document(p("<w:r><w:t>x</w:t></w:r>" * 100_000))),
    "many paragraphs": lambda: whole(document("<w:p><w:r><w:t>x</w:t></w:r></w:p>" * 19_900)),
    "many entries": lambda: whole_list(19_900),
    "many cells": lambda: whole(document(table(*[["x"] * 60] * 330))),
    "many changes": lambda: whole(
        document(f"<w:p>{'<w:ins><w:r><w:t>x</w:t></w:r></w:ins>' * 60_000}</w:p>")
    ),
    "changes in changes": lambda: whole(document(p(nested("ins", 150, run("ord " * 1_000))))),
    "many links": lambda: whole(
        document(p('<w:hyperlink r:id="a"><w:r><w:t>x</w:t></w:r></w:hyperlink>' * 50_000))
    ),
    "many fields": lambda: whole(document(p('<w:r><w:fldChar w:fldCharType="begin"/></w:r>' * 100_000))),
    "many tabs": lambda: whole(document(p("<w:r>" + "<w:tab/>" * 200_000 + "</w:r>"))),
    "many breaks": lambda: whole(document(p("<w:r>" + "<w:br/>" * 200_000 + "<w:t>x</w:t></w:r>"))),
    "much space": lambda: whole(document(p("a" + " " * 900_000 + "b"))),
    "many marks": lambda: whole(document(p("a" + "\u0301\u0316" * 400_000))),
    "styles in a circle": lambda: word(p("x", "A"), styles=circle()),
    "a long chain of styles": lambda: word(p("x", "s3999"), styles=chain()),
    "wide numbers": lambda: word(
        p("x", level=0), numbering=numbering(level(0, "lowerLetter", "%1" * 10_000, start=999_999))
    ),
    "empty parts": lambda: word(
        p("x"), comments="", footnotes="", numbering="", others={"docProps/custom.xml": ""}
    ),
    "a part that is missing": lambda: word(p("x"), more=(("s", "numbering", "borta.xml"),)),
}


def spread(body: str) -> bytes:
    """A Word file that is not packed."""
    return whole(document(body))


def whole_list(count: int) -> bytes:
    entry = '<w:p><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr><w:r><w:t>x</w:t></w:r></w:p>'
    return zipped(
        parts_of(word(entry * count, numbering=numbering(level(0, "decimal", "%1.")))),
        method=zipfile.ZIP_STORED,
    )


def circle() -> str:
    style = '<w:style w:type="paragraph" w:styleId="{}"><w:basedOn w:val="{}"/></w:style>'
    return style.format("A", "B") + style.format("B", "A") + "<w:style/>"


def chain() -> str:
    style = '<w:style w:type="paragraph" w:styleId="s{}"><w:basedOn w:val="s{}"/></w:style>'
    return "".join(style.format(number, number - 1) for number in range(4_000))
