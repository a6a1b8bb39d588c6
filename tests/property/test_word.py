"""Word: there and back for every outline, nothing lost of anybody's, and any bytes give some answer."""

import random
import re
from collections import Counter
from contextlib import suppress

from hypothesis import given
from hypothesis import strategies as st

from motesprotokoll import read, renderer
from motesprotokoll.errors import MinutesError
from motesprotokoll.extraction import Extraction
from motesprotokoll.limits import DEFAULT_LIMITS
from motesprotokoll.outline import Outline
from motesprotokoll.readers.docx import DocxReader
from motesprotokoll.renderers.docx import DocxRenderer
from motesprotokoll.testing import sample_meeting
from outlines import outlines
from strategies import SLOW_EACH
from word_files import p, parts_of, run, table, word, zipped

SAMPLE = bytes(renderer("docx").render(sample_meeting("ord")))
PARTS = parts_of(SAMPLE)
NAMES = sorted(PARTS)


class TestThereAndBack:
    @SLOW_EACH
    @given(outlines)
    def test_the_outline(self, outline: Outline) -> None:
        """By styles and indentation alone."""
        page = DocxRenderer().render(outline)
        assert DocxReader().read(page, DEFAULT_LIMITS).outline == outline


words = st.sampled_from(
    ["ett", "två3", "Åsa", "Beslut:", "att sälja", "1.", "•", "Närvarande", "Ida Ek", "", "x\ty\nz"]
)
looks = st.sampled_from(
    ["", "<w:b/>", "<w:vanish/>", "<w:strike/>", '<w:sz w:val="40"/>', '<w:rStyle w:val="Fet"/>']
)
runs = st.builds(run, words, looks)
WRAPS = ("ins", "del", "moveTo", "smartTag", "sdtContent", "hyperlink", "fldSimple", "nytt", "txbxContent")


@st.composite
def wrapped(draw: st.DrawFn) -> str:
    """Runs in what may stand around runs."""
    inner = "".join(draw(st.lists(runs, max_size=3)))
    for name in draw(st.lists(st.sampled_from(WRAPS), max_size=3)):
        inner = f"<w:{name}>{p(inner) if name == 'txbxContent' else inner}</w:{name}>"
    return f"<w:r/>{inner}"


styles = st.sampled_from(
    ["", "Rubrik1", "Rubrik", "Innehll1", "Dold", "Beslut", "Attsats", "Anteckning", "Lista"]
)
paragraphs = st.builds(p, wrapped(), styles, level=st.sampled_from([None, 0, 1]))
cells = st.one_of(words, paragraphs)
rows = st.lists(cells, min_size=1, max_size=4)
tables = st.builds(
    lambda some, header: table(*some, header=header), st.lists(rows, min_size=1, max_size=3), st.booleans()
)
bodies = st.lists(st.one_of(paragraphs, tables, wrapped()), max_size=6).map("".join)


def letters(text: str) -> Counter[str]:
    return Counter(filter(str.isalnum, text))


def kept(found: Extraction) -> Counter[str]:
    told = [dict(finding.values).get("text", "") for finding in found.findings]
    return letters("".join([*(line.text for line in found.lines), *found.furniture, *told]))


class TestNothingIsLost:
    @SLOW_EACH
    @given(bodies, st.sampled_from(["accept", "reject"]))
    def test_of_any_document(self, body: str, changes: str) -> None:
        """Every letter of the file is in a line, in the furniture, or in a finding that tells it."""
        found = DocxReader(changes=changes).read(word(body), DEFAULT_LIMITS)  # type: ignore[arg-type]
        seen = letters("".join(re.findall(r"<w:t [^>]*>([^<]*)</w:t>", body)))
        assert not seen - kept(found)

    @SLOW_EACH
    @given(bodies)
    def test_of_what_is_interpreted(self, body: str) -> None:
        """Law 3: what is in the lines is in the meeting, the labels or the furniture."""
        data = word(body)
        lines = DocxReader().read(data, DEFAULT_LIMITS).lines
        reading = read(data, format="docx")
        everything = letters("".join(strings_in((reading.meeting, reading.labels, reading.furniture))))
        assert not letters("".join(line.text for line in lines)) - everything


def strings_in(value: object) -> list[str]:
    """Every string in a value of the model."""
    if isinstance(value, str):
        return [value]
    if isinstance(value, tuple):
        return [text for one in value for text in strings_in(one)]
    found = []
    for field in getattr(type(value), "__attrs_attrs__", ()):
        found += strings_in(getattr(value, field.name))
    return found


class TestAnyBytes:
    """Law 5. What is changed is chosen by a seed, so that thousands of bytes need not be drawn one by one."""

    @SLOW_EACH
    @given(st.integers(0, 2**32))
    def test_a_zip_with_some_bytes_changed(self, seed: int) -> None:
        """An extraction or one of our errors."""
        self.read(mutated(SAMPLE, random.Random(seed)))

    @SLOW_EACH
    @given(st.integers(0, 2**32), st.sampled_from(NAMES))
    def test_a_part_with_some_bytes_changed(self, seed: int, name: str) -> None:
        """Changed inside a whole zip, where checksums do not help."""
        content = PARTS[name]
        assert isinstance(content, bytes)
        self.read(zipped({**PARTS, name: mutated(content, random.Random(seed))}))

    @SLOW_EACH
    @given(st.integers(0, 2**32), st.sampled_from([name for name in NAMES if name.startswith("word/")]))
    def test_a_part_with_elements_moved(self, seed: int, name: str) -> None:
        """Still XML, but in an order that nobody wrote."""
        content = PARTS[name]
        assert isinstance(content, bytes)
        chosen = random.Random(seed)
        tags = re.split(rb"(<[^>]*>)", content)
        for _ in range(chosen.randint(1, 6)):
            first, second = chosen.randrange(len(tags)), chosen.randrange(len(tags))
            tags[first], tags[second] = tags[second], tags[first]
        self.read(zipped({**PARTS, name: b"".join(tags)}))

    def read(self, data: bytes) -> None:
        for reader in (DocxReader(), DocxReader(changes="reject")):
            with suppress(MinutesError):
                assert isinstance(reader.read(data, DEFAULT_LIMITS), Extraction)


def mutated(data: bytes, chosen: random.Random) -> bytes:
    """*data* with a few bytes changed, removed, doubled or moved."""
    changed = bytearray(data)
    for _ in range(chosen.randint(1, 8)):
        at = chosen.randrange(len(changed))
        kind = chosen.randrange(5)
        if kind == 0:
            changed[at] = chosen.randrange(256)
        elif kind == 1:
            changed[at] ^= 1 << chosen.randrange(8)
        elif kind == 2:
            del changed[at : at + chosen.randint(1, 20)]
        elif kind == 3:
            changed[at:at] = changed[at : at + chosen.randint(1, 50)]
        else:
            changed[at:at] = bytes(chosen.randrange(256) for _ in range(chosen.randint(1, 4)))
        if not changed:
            break
    return bytes(changed)
