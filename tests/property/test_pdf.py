"""The laws for PDF: what is published reads back, nothing is lost, any bytes give a reading or our error."""

import json
import re
import unicodedata
from collections import Counter

import attrs
import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

import motesprotokoll as mp
import pdfs
from motesprotokoll import marks
from motesprotokoll.compose import compose
from motesprotokoll.limits import DEFAULT_LIMITS, Limits
from motesprotokoll.outline import printed
from motesprotokoll.readers.pdf import PdfReader
from strategies import meetings

FEWER = settings(max_examples=max(settings().max_examples // 4, 12))
"""A PDF costs some twenty times a text to write, and a child's time to read."""
QUICK = Limits(pdf_seconds=5)


def page_of(meeting: mp.Meeting, *, embed: bool = True) -> bytes:
    """*meeting* as PDF, if its font has all the characters."""
    try:
        return mp.render(meeting, "pdf", embed=embed).content
    except mp.RenderError:
        assume(False)
        raise


def letters(texts: object) -> Counter[str]:
    """Letters and figures; of a letter under accents that are drawn one by one, what is left of repeating.

    Without their accents: one that begins a text stands over the letter before it on the page.
    """
    if isinstance(texts, str):
        text = unicodedata.normalize("NFKC", texts)
        text = re.sub("([^\\W_][\u0300-\u036f]++)(?:\\s*+\\1)+", r"\1", text)
        return Counter(filter(str.isalnum, unicodedata.normalize("NFKD", text)))
    return sum((letters(text) for text in texts), Counter())  # type: ignore[attr-defined]


def strings(value: object) -> list[str]:
    """Every string in a tree of JSON."""
    if isinstance(value, dict):
        return [text for part in value.values() for text in strings(part)]
    if isinstance(value, list):
        return [text for part in value for text in strings(part)]
    return [value] if isinstance(value, str) else []


@FEWER
@given(meetings())
def test_there_and_back(meeting: mp.Meeting) -> None:
    """Law 2: a PDF carries its meeting, and what it shows agrees; so it is read exactly, without remark."""
    reading = mp.read(page_of(meeting))
    assert reading.meeting == meeting
    assert reading.findings == ()


@FEWER
@given(meetings())
def test_every_word_is_in_a_line(meeting: mp.Meeting) -> None:
    """The lines hold each letter that the document prints, whether it carries its meeting or not."""
    found = PdfReader().read(page_of(meeting, embed=False), DEFAULT_LIMITS)
    kept = letters(" ".join([*(line.text for line in found.lines), *found.furniture]))
    assert not letters(" ".join(printed(compose(meeting).nodes))) - kept
    assert found.carried is None
    assert found.language in ("sv-SE", "en")


@FEWER
@given(meetings())
def test_nothing_is_lost_without_the_data(meeting: mp.Meeting) -> None:
    """Law 3: what is read by its text alone keeps each letter in the meeting, the furniture or the labels."""
    content = page_of(meeting, embed=False)
    found = PdfReader().read(content, DEFAULT_LIMITS)
    reading = mp.read(content)
    seen = letters(" ".join([*(line.text for line in found.lines), *found.furniture]))
    kept = letters(" ".join([*strings(mp.to_dict(reading.meeting)), *reading.labels, *reading.furniture]))
    assert not seen - kept


@FEWER
@given(meetings(), meetings())
def test_forged_data_is_not_believed(shown: mp.Meeting, carried: mp.Meeting) -> None:
    """A document that shows one meeting and carries another is read by what it shows, with a finding."""
    one, other = (list(printed(compose(meeting).nodes)) for meeting in (shown, carried))
    assume(letters(" ".join(one)) != letters(" ".join(other)))
    outline = attrs.evolve(compose(shown), carried=mp.dumps(carried))
    try:
        content = mp.renderer("pdf").inner.render(outline)  # type: ignore[union-attr]
    except mp.RenderError:
        assume(False)
    reading = mp.read(content)
    assert reading.findings[0].code == "own.data-differs"
    assert reading.meeting == mp.read(page_of(shown, embed=False)).meeting


def whole() -> bytes:
    catalog, objects = pdfs.attached([(marks.CARRIED_FILE, json.dumps({"x": 1}).encode())])
    action = "<< /S /URI /URI (https://exempel.se/) >>"
    page = f"/Annots [<< /Type /Annot /Subtype /Link /Rect [60 600 300 700] /A {action} >>] /Rotate 0"
    return pdfs.document(
        pdfs.lines("Hej", "du"), "", page=page, catalog=f"{catalog} /Lang (sv)", objects=objects
    )


WHOLE = whole()


@pytest.mark.parametrize("embed", [True, False])
def test_a_cell_that_is_higher_than_a_page(embed: bool) -> None:
    """The parts of a cell on several pages belong together, though others stand between them."""
    table = mp.Table([["Ida", "ett stycke till " * 600, "slut " * 900], ["Bo", "x", "y"]])
    meeting = mp.Meeting("Nätverket", agenda=[mp.AgendaItem("Val", body=["Före.", table, "Efter."])])
    reading = mp.read(page_of(meeting, embed=embed))
    if embed:
        assert reading.meeting == meeting
        assert reading.findings == ()
    kept = letters(" ".join([*strings(mp.to_dict(reading.meeting)), *reading.labels, *reading.furniture]))
    assert not letters(" ".join(printed(compose(meeting).nodes))) - kept


@FEWER
@given(st.binary(max_size=300))
def test_any_bytes_behind_the_signature(data: bytes) -> None:
    """Law 5: no bytes make the reader fail in another way than ours."""
    read(b"%PDF-1.7\n" + data)


@given(
    st.lists(
        st.tuples(st.integers(0, len(WHOLE) - 1), st.integers(0, 8), st.binary(max_size=8)),
        min_size=1,
        max_size=6,
    )
)
def test_a_whole_file_changed_here_and_there(changes: list[tuple[int, int, bytes]]) -> None:
    """Law 5 for what is nearly right: bytes of a file that is read are taken away, put in, changed."""
    data = WHOLE
    for place, length, new in changes:
        data = data[:place] + new + data[place + length :]
    read(data)


def read(data: bytes) -> None:
    try:
        found = PdfReader().read(data, QUICK)
    except mp.MinutesError:
        return
    assert all(line.text for line in found.lines)


@pytest.mark.parametrize("share", range(1, 20))
def test_a_whole_file_cut_off(share: int) -> None:
    """The same for a file that was not transferred whole."""
    read(WHOLE[: share * len(WHOLE) // 20])
