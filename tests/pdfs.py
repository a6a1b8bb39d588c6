"""PDF files made by hand, for tests: words where a test wants them, and what nobody should write."""

import hashlib
import zlib
from collections.abc import Iterable, Sequence

WIDTH, HEIGHT = 595, 842
_FONTS = {"F1": "Helvetica", "F2": "Helvetica-Bold", "F3": "Helvetica-Oblique"}


def put(x: float, y: float, text: str, *, size: float = 11, font: str = "F1", before: str = "") -> str:
    """One line of text whose base begins at *x*, *y* points from the upper left corner."""
    signs = "".join(f"\\{code:03o}" for code in text.encode("cp1252"))
    return f"BT {before} /{font} {size} Tf 1 0 0 1 {x} {HEIGHT - y} Tm ({signs}) Tj ET\n"


def lines(*texts: str, x: float = 70, y: float = 160, step: float = 14, size: float = 11) -> str:
    """Lines of text below each other."""
    return "".join(put(x, y + step * place, text, size=size) for place, text in enumerate(texts))


def document(
    *contents: str | bytes,
    page: str = "",
    catalog: str = "",
    objects: Iterable[bytes] = (),
    trailer: str = "",
    box: str = f"[0 0 {WIDTH} {HEIGHT}]",
    fonts: str = "",
    resources: str = "",
) -> bytes:
    """A file with one page for each of *contents*.

    *page*, *catalog* and *trailer* are more keys of their dictionaries; *objects* get the numbers from 100
    on.
    """
    named = " ".join(
        f"/{name} << /Type /Font /Subtype /Type1 /BaseFont /{base} /Encoding /WinAnsiEncoding >>"
        for name, base in _FONTS.items()
    )
    numbered: dict[int, bytes] = {}
    kids = []
    for place, content in enumerate(contents):
        number = 10 + 2 * place
        kids.append(f"{number} 0 R")
        numbered[number] = (
            f"<< /Type /Page /Parent 2 0 R /MediaBox {box} /Contents {number + 1} 0 R"
            f" /Resources << /Font << {named} {fonts} >> {resources} >> {page} >>"
        ).encode()
        numbered[number + 1] = stream(content if isinstance(content, bytes) else content.encode("ascii"))
    numbered[1] = f"<< /Type /Catalog /Pages 2 0 R {catalog} >>".encode()
    numbered[2] = f"<< /Type /Pages /Kids [{' '.join(kids)}] /Count {len(kids)} >>".encode()
    shift = 100 if len(contents) <= 45 else 10 + 2 * len(contents)
    numbered.update(enumerate(objects, shift))
    return file(numbered, trailer)


def stream(content: bytes, keys: str = "") -> bytes:
    """A stream object."""
    return f"<< /Length {len(content)} {keys} >>\nstream\n".encode() + content + b"\nendstream"


def deflated(content: bytes, keys: str = "") -> bytes:
    """A compressed stream object."""
    return stream(zlib.compress(content, 9), f"/Filter /FlateDecode {keys}")


def file(objects: dict[int, bytes], trailer: str = "") -> bytes:
    """A file with *objects* by their numbers; number 1 is the catalogue."""
    data = bytearray(b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n")
    places = {}
    for number in sorted(objects):
        places[number] = len(data)
        data += f"{number} 0 obj\n".encode() + objects[number] + b"\nendobj\n"
    start = len(data)
    data += b"xref\n0 1\n0000000000 65535 f \n"
    for number, place in places.items():
        data += f"{number} 1\n{place:010} 00000 n \n".encode()
    size = max(objects) + 1
    data += f"trailer\n<< /Size {size} /Root 1 0 R {trailer} >>\nstartxref\n{start}\n%%EOF\n".encode()
    return bytes(data)


def attached(files: Sequence[tuple[str, bytes]], shift: int = 100) -> tuple[str, list[bytes]]:
    """What a catalogue says of attached *files*, and their objects, to be numbered from *shift* on."""
    objects: list[bytes] = []
    names = []
    for name, content in files:
        number = shift + len(objects)
        names.append(f"({name}) {number} 0 R")
        objects.append(
            f"<< /Type /Filespec /F ({name}) /UF ({name}) /AFRelationship /Source"
            f" /EF << /F {number + 1} 0 R >> >>".encode()
        )
        objects.append(stream(content, "/Type /EmbeddedFile"))
    return f"/Names << /EmbeddedFiles << /Names [{' '.join(names)}] >> >>", objects


def picture() -> bytes:
    """A page that is a picture and has no text, as a scan."""
    keys = "/Type /XObject /Subtype /Image /Width 2 /Height 2 /ColorSpace /DeviceRGB /BitsPerComponent 8"
    image = stream(b"\x00" * 12, keys)
    return document("q 500 0 0 700 0 0 cm /I Do Q", objects=[image], resources="/XObject << /I 100 0 R >>")


_PADDING = bytes.fromhex("28bf4e5e4e758a4164004e56fffa01082e2e00b6d0683e802f0ca9fe6453697a")


def encrypted(text: str, password: str) -> bytes:
    """A page with *text* that *password* opens, by the oldest of the ways (RC4 with 40 bits)."""
    user = (password.encode("ascii") + _PADDING)[:32]
    owner = _rc4(hashlib.md5(user).digest()[:5], user)
    rights, name = -4, b"0123456789abcdef"
    key = hashlib.md5(user + owner + rights.to_bytes(4, "little", signed=True) + name).digest()[:5]
    content = put(70, 160, text).encode("ascii")
    sealed = _rc4(hashlib.md5(key + (11).to_bytes(3, "little") + b"\x00\x00").digest()[:10], content)
    entry = (
        f"<< /Filter /Standard /V 1 /R 2 /P {rights} /O <{owner.hex()}> /U <{_rc4(key, _PADDING).hex()}> >>"
    ).encode()
    return document(sealed, objects=[entry], trailer=f"/Encrypt 100 0 R /ID [<{name.hex()}> <{name.hex()}>]")


def _rc4(key: bytes, data: bytes) -> bytes:
    state = list(range(256))
    other = 0
    for place in range(256):
        other = (other + state[place] + key[place % len(key)]) % 256
        state[place], state[other] = state[other], state[place]
    sealed = bytearray()
    place = other = 0
    for one in data:
        place = (place + 1) % 256
        other = (other + state[place]) % 256
        state[place], state[other] = state[other], state[place]
        sealed.append(one ^ state[(state[place] + state[other]) % 256])
    return bytes(sealed)
