"""What nobody should write, and what broken disks leave: some text or one error of ours.

How long each takes, and how much memory, is measured with all hostile files together.
"""

import io
import pickle
import re
import struct
import zipfile

import pytest

from hostile_files.word import DOCUMENT, MIB, READ, REFUSED
from motesprotokoll.errors import LimitError
from motesprotokoll.limits import DEFAULT_LIMITS, Limits
from motesprotokoll.readers.docx import DocxReader
from word_files import NAMESPACES, p, parts_of, word, zipped


class TestRefused:
    @pytest.mark.parametrize("name", REFUSED)
    def test_says_why(self, name: str) -> None:
        """One error of ours, that names what is wrong, and that can be sent to another process."""
        make, kind, message = REFUSED[name]
        with pytest.raises(kind) as caught:
            DocxReader().read(make(), DEFAULT_LIMITS)
        assert re.search(message, str(caught.value)), str(caught.value)
        assert str(pickle.loads(pickle.dumps(caught.value))) == str(caught.value)

    def test_a_document_larger_than_allowed(self) -> None:
        """Before anything is unpacked."""
        with pytest.raises(LimitError, match="larger than 100 bytes"):
            DocxReader().read(word(p("x")), Limits(document_bytes=100))

    def test_much_in_many_parts(self) -> None:
        """What all parts unpack to is bounded, too."""
        part = f"<w:hdr {NAMESPACES}><!--{'x' * (9 * MIB)}--></w:hdr>"
        names = [f"header{number}" for number in range(8)]
        section = "".join(f'<w:headerReference r:id="{name}"/>' for name in names)
        data = word(
            p("x") + f"<w:sectPr>{section}</w:sectPr>",
            more=tuple((name, "header", f"{name}.xml") for name in names),
            others={f"word/{name}.xml": part for name in names},
        )
        data = zipped(parts_of(data), method=zipfile.ZIP_STORED)
        with pytest.raises(LimitError, match="unpacks to too much"):
            DocxReader().read(data, Limits(document_bytes=200 * MIB))


class TestBounds:
    @pytest.mark.slow
    @pytest.mark.parametrize("name", READ)
    def test_reads_what_is_only_odd(self, name: str) -> None:
        """Nothing of it is a reason to refuse a document."""
        assert DocxReader().read(READ[name](), DEFAULT_LIMITS).lines or "many" in name


def test_no_address_is_ever_opened(monkeypatch: pytest.MonkeyPatch) -> None:
    """Links, templates, pictures and frames that stand elsewhere are names, and nothing else."""

    def refuse(*_: object) -> None:
        raise AssertionError("somebody opened a socket")

    monkeypatch.setattr("socket.socket.connect", refuse)
    more = tuple(
        (f"x{number}", kind, "http://192.0.2.1/x")
        for number, kind in enumerate(("attachedTemplate", "image", "styles", "frame", "customXml", "header"))
    )
    data = word(p("x") + '<w:sectPr><w:headerReference r:id="x5"/></w:sectPr>', styles="", more=more)
    assert [line.text for line in DocxReader().read(data, DEFAULT_LIMITS).lines] == ["x"]


def test_sizes_in_the_helper_are_those_of_the_standard() -> None:
    """The offsets by which these tests forge a directory are right, or they would test nothing."""
    data = word(p("x"))
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        entry = archive.getinfo(DOCUMENT)
    at = data.rfind(b"PK\x01\x02", 0, data.rfind(DOCUMENT.encode()))
    assert struct.unpack_from("<I", data, at + 24) == (entry.file_size,)
    assert struct.unpack_from("<I", data, at + 42) == (entry.header_offset,)
