"""PDF files that are broken, and small ones that ask for gigabytes or for ever."""

import zlib

import pdfs

VALID = pdfs.document(pdfs.lines("Anteckningar", "Ida Ek, Ale"), pdfs.lines("Sidan två"))


def form(content: bytes, resources: str = "") -> bytes:
    keys = f"/Type /XObject /Subtype /Form /BBox [0 0 600 800] /Resources << {resources} >>"
    return pdfs.stream(content, keys)


def forms(depth: int, calls: int) -> bytes:
    """A page with forms that call each the next, some times."""
    objects = [form(b"/X Do " * calls, f"/XObject << /X {101 + at} 0 R >>") for at in range(depth)]
    objects.append(form(b"BT /F1 9 Tf (x) Tj ET"))
    return pdfs.document("/X Do", objects=objects, resources="/XObject << /X 100 0 R >>")


BROKEN = {
    "no table of places": VALID.replace(b"xref\n0 1\n", b"\n"),
    "a wrong place of the table": VALID.replace(b"startxref\n", b"startxref\n9"),
    "a table that follows itself": pdfs.document(pdfs.lines("Hej"), trailer="/Prev 700"),
    "pages that hold themselves": VALID.replace(b"/Kids [10 0 R", b"/Kids [ 2 0 R"),
    "a page that is no page": VALID.replace(b"/Kids [10 0 R", b"/Kids [11 0 R"),
    "no pages": pdfs.file({1: b"<< /Type /Catalog >>"}),
    "a catalogue that is itself": pdfs.file({1: b"1 0 R"}),
    "a length that lies": VALID.replace(b"/Length ", b"/Length 99999"),
    "only its first bytes": b"%PDF-1.7\n",
    "zeros": b"%PDF-1.7\n" + bytes(100_000),
    "deep arrays": pdfs.document(pdfs.lines("Hej"), catalog=f"/Deep {'[' * 50_000}{']' * 50_000}"),
    "deep content": pdfs.document(b"[" * 200_000 + b"q " * 200_000),
    "figures that are none": pdfs.document(
        "BT /F1 1e400 Tf 1 0 0 1 1e39 -1e39 Tm (x) Tj /F1 nan Tf (y) Tj ET BT /F1 0 Tf (z) Tj ET"
    ),
    "a size that is endless": pdfs.document(pdfs.lines("Hej"), box="[0 0 1e30 1e30]"),
    "a page without a size": pdfs.document(pdfs.lines("Hej"), box="[0 0 0 0]"),
    "text beside the page": pdfs.document(pdfs.put(-900, 9000, "Hej")),
}

BOMBS = {
    "a form that calls itself twice": pdfs.document(
        "/X Do",
        objects=[form(b"/X Do /X Do", "/XObject << /X 100 0 R >>")],
        resources="/XObject << /X 100 0 R >>",
    ),
    "forms that call each other": forms(40, 4),
    "compressed twice": pdfs.document(
        b"",
        page="/Contents 100 0 R",
        objects=[
            pdfs.stream(
                zlib.compress(zlib.compress(b" " * 400_000_000, 9), 9),
                "/Filter [/FlateDecode /FlateDecode]",
            )
        ],
    ),
    "a page of kilometres": pdfs.document(pdfs.lines("Hej"), box="[0 0 1000000000 1000000000]"),
    "one page many times": pdfs.file(
        {
            1: b"<< /Type /Catalog /Pages 2 0 R >>",
            2: b"<< /Type /Pages /Kids [%s] /Count 100000 >>" % (b"3 0 R " * 100_000),
            3: b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 9 9] >>",
        }
    ),
    "a page count that lies": VALID.replace(b"/Count 2", b"/Count 2000000000"),
    "a million words": pdfs.document(
        pdfs.deflated(b"BT /F1 9 Tf " + b"(a b c d e ) Tj " * 200_000 + b"ET", "").split(b"stream\n", 1)[1]
    ),
}

ODD = {
    **{
        f"cut off after {share:.0%}": VALID[: int(share * len(VALID))]
        for share in (0.05, 0.3, 0.5, 0.7, 0.9, 0.99)
    },
    "junk before it": b"\r\n" * 50 + VALID,
    "junk behind it": VALID + b"\0" * 5_000,
    "two files in one": VALID + VALID,
    "a picture": pdfs.picture(),
    "empty pages": pdfs.document("", ""),
    "a password": pdfs.encrypted("Hemliga ting", "bokskog"),
    "an empty password": pdfs.encrypted("Ting", ""),
    "a script": pdfs.document(pdfs.lines("Hej"), catalog="/OpenAction << /S /JavaScript /JS (x) >>"),
    "data that is none": pdfs.document(
        pdfs.lines("Hej"),
        catalog=pdfs.attached([("mote.json", b"[" * 9_000)])[0],
        objects=pdfs.attached([("mote.json", b"[" * 9_000)])[1],
    ),
}
"""What is only odd, or not for us."""
