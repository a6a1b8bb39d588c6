"""One input from another: bytes turned, taken away, doubled, or joined with those of a third."""

import io
import random
import zipfile
from collections.abc import Sequence

_LONGEST = 60_000
_MOST_UNPACKED = 300_000
_NUMBERS = (b"0", b"-1", b"65536", b"4294967296", b"9" * 30, b"1e400", b"NaN")
_SIGNS = tuple(
    sign.encode("utf-8", "surrogatepass")
    for sign in "\0\t\n\r\x0c\x1b\x1f\x85\xa0\u0301\u200b\u2028\u202e\ufeff\ufffe\U0001f600\ud800²١"
)


class Mutator:
    """Changes inputs; the same seed gives the same changes.

    Args:
        seed: Where chance begins.
        inputs: What is changed, and what pieces are taken from.
        words: What a format has a meaning for, to be put in.
    """

    def __init__(self, seed: int, inputs: Sequence[bytes], words: Sequence[bytes]) -> None:
        self.random = random.Random(seed)
        self.inputs = inputs
        self.words = (*words, *_SIGNS, *_NUMBERS)

    def next(self) -> bytes:
        """One input more: some changes of one that is there."""
        data = self.random.choice(self.inputs)
        if data.startswith(b"PK\x03\x04") and self.random.random() < 0.85:
            return self._repacked(data)
        return self.changed(data)

    def changed(self, data: bytes) -> bytes:
        """*data* with up to twelve changes."""
        for _ in range(1 + int(self.random.expovariate(0.4)) % 12):
            data = self._once(data)[:_LONGEST]
        return data

    def _once(self, data: bytes) -> bytes:
        start, end = sorted((self._place(data), self._place(data)))
        end = min(end, start + int(self.random.expovariate(0.02)))
        piece = data[start:end]
        kind = self.random.randrange(8)
        if kind == 0:
            return data[:start] + data[end:]
        if kind == 1:
            return data[:start] + piece * self.random.choice((2, 3, 20)) + data[end:]
        if kind == 2:
            return data[:start] + bytes([self.random.randrange(256)]) + data[start + 1 :]
        if kind == 3:
            return data[:start] + self._piece() + data[end:]
        if kind == 4:
            return data[:start]
        if kind == 5:
            other = self._place(data)
            return data[:other] + piece + data[other:]
        word = self.random.choice(self.words)
        return (
            data[:start]
            + word * self.random.choice((1, 1, 1, 2, 20))
            + data[start + len(word) * (kind == 7) :]
        )

    def _piece(self) -> bytes:
        """A part of any of the inputs."""
        other = self.random.choice(self.inputs)
        start = self._place(other)
        return other[start : start + self.random.randrange(1, 400)]

    def _place(self, data: bytes) -> int:
        return self.random.randrange(len(data) + 1)

    def _repacked(self, data: bytes) -> bytes:
        """A zip in which one part was changed, so that the change is not only one of the packing."""
        try:
            with zipfile.ZipFile(io.BytesIO(data)) as archive:
                if sum(entry.file_size for entry in archive.infolist()) > _MOST_UNPACKED:
                    return self.changed(data)
                parts = {name: archive.read(name) for name in archive.namelist()}
        except Exception:  # noqa: BLE001 - an input of hostile files; zipfile raises what it likes
            return self.changed(data)
        name = self.random.choice([one for one in parts if one.endswith(".xml")] or list(parts) or [""])
        file = io.BytesIO()
        with zipfile.ZipFile(file, "w", zipfile.ZIP_STORED) as archive:
            for one, content in parts.items():
                archive.writestr(one, self.changed(content) if one == name else content)
        return file.getvalue()
