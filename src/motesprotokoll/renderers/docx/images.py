"""The size of an image, from its own bytes: what a Word file has to say of a picture."""

from motesprotokoll.errors import RenderError
from motesprotokoll.theme import image_type

_STARTS_OF_FRAME = frozenset(range(0xC0, 0xD0)) - {0xC4, 0xC8, 0xCC}
_WITHOUT_LENGTH = frozenset({0x01, *range(0xD0, 0xD9)})


def image_size(data: bytes) -> tuple[int, int]:
    """Width and height of a PNG or JPEG image, in pixels.

    Raises:
        RenderError: The image is cut off or none.
    """
    size = _png_size(data) if image_type(data) == "image/png" else _jpeg_size(data)
    if size is None or not all(size):
        raise RenderError("the logo says nothing of its size", "logo")
    return size


def _png_size(data: bytes) -> tuple[int, int] | None:
    if len(data) < 24:
        return None
    return int.from_bytes(data[16:20], "big"), int.from_bytes(data[20:24], "big")


def _jpeg_size(data: bytes) -> tuple[int, int] | None:
    at = 2
    while at + 9 <= len(data) and data[at] == 0xFF:
        kind = data[at + 1]
        if kind == 0xFF:  # padding
            at += 1
        elif kind in _WITHOUT_LENGTH:
            at += 2
        elif kind in _STARTS_OF_FRAME:
            return int.from_bytes(data[at + 7 : at + 9], "big"), int.from_bytes(data[at + 5 : at + 7], "big")
        else:
            at += 2 + int.from_bytes(data[at + 2 : at + 4], "big")
    return None
