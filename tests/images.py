"""Small images for tests, made by hand."""

import struct
import zlib


def png(width: int, height: int) -> bytes:
    """A grey PNG image."""
    rows = b"".join(b"\0" + b"\x80" * width for _ in range(height))
    header = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    parts = ((b"IHDR", header), (b"IDAT", zlib.compress(rows)), (b"IEND", b""))
    chunks = (
        struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
        for kind, data in parts
    )
    return b"\x89PNG\r\n\x1a\n" + b"".join(chunks)


def jpeg(width: int, height: int, *, padding: bool = False) -> bytes:
    """The beginning of a JPEG image, which tells its size: all that a writer of documents looks at."""
    application = b"\xff\xe0" + struct.pack(">H", 4) + b"JF"
    filling = b"\xff" if padding else b""
    frame = b"\xff\xc0" + struct.pack(">HBHHB", 8, 8, height, width, 0)
    return b"\xff\xd8" + application + filling + b"\xff\x01" + frame
