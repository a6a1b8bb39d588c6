"""The seven laws of the design, over generated meetings and through the functions that a user types.

Each has closer tests beside this file: of serialisation, of each format, of reading, of the Swedish language.
"""

import os
import re
import subprocess
import sys

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

import motesprotokoll as mp
from losses import without_losses
from motesprotokoll.compose import LOSSES
from motesprotokoll.interpret.accounting import count
from motesprotokoll.readers.html_tree import parse_html
from motesprotokoll.signatures import says_ours
from motesprotokoll.swedish import format_dates, format_occasion, parse_dates, parse_occasion
from strategies import SLOW_EACH, dates, meetings, occasions, schedules

DOCUMENTS = ("text", "markdown", "html")
CARRIERS = ("docx", "pdf")
"""What can hold the meeting as data."""
COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)


def published(meeting: mp.Meeting, format_name: str) -> bytes:
    """The document; an example whose signs no font of a PDF has is no example for it."""
    try:
        return mp.render(meeting, format_name).content
    except mp.RenderError as error:
        assume(format_name != "pdf" or "U+" not in str(error))
        raise


@SLOW_EACH
@given(meetings())
def test_1_exact(meeting: mp.Meeting) -> None:
    """JSON gives back the same value."""
    assert mp.loads(mp.dumps(meeting)) == meeting
    assert mp.read(mp.render(meeting, "json").content, format="json").meeting == meeting


@pytest.mark.parametrize("format_name", DOCUMENTS)
@SLOW_EACH
@given(meetings())
def test_2_there_and_back(format_name: str, meeting: mp.Meeting) -> None:
    """What is published reads back as the same meeting, but for the losses, without remark."""
    reading = mp.read(mp.render(meeting, format_name).content, format=format_name)
    assert reading.meeting == without_losses(meeting)
    assert reading.findings == ()


@pytest.mark.parametrize("format_name", CARRIERS)
@SLOW_EACH
@given(meetings())
def test_2_exact_where_the_document_carries_its_data(format_name: str, meeting: mp.Meeting) -> None:
    """Word and PDF give back the same value, with what no word of them says."""
    page = published(meeting, format_name)
    reading = mp.read(page, format=format_name)
    assert reading.meeting == meeting
    assert reading.findings == ()


@SLOW_EACH
@given(meetings())
def test_2_word_reads_back_by_its_styles_alone(meeting: mp.Meeting) -> None:
    """Without the data a Word file carries what the other documents carry."""
    reading = mp.read(mp.render(meeting, "docx", embed=False))
    assert reading.meeting == without_losses(meeting)
    assert reading.findings == ()


SECRETS = {
    "short_name": "Kortnamn",
    "organisation": "Huvudman",
    "email": "hemlig@exempel.se",
    "members": ["Hemlig Person"],
}


@pytest.mark.parametrize("lost", LOSSES["Network"])
@pytest.mark.parametrize("format_name", DOCUMENTS)
def test_2_what_the_table_of_losses_names_is_lost(format_name: str, lost: str) -> None:
    """Each row is true: the document does not carry it, so no address follows published minutes unseen."""
    network = mp.Network("Nätverk", **{lost: SECRETS[lost]})
    meeting = mp.Meeting(network, preamble=[mp.Schedule(network=network)])
    page = mp.render(meeting, format_name)
    word = SECRETS[lost] if isinstance(SECRETS[lost], str) else SECRETS[lost][0]
    assert word not in page.text
    assert mp.read(page.content, format=format_name).meeting != meeting


def strings(value: object) -> str:
    """Every string in a tree of JSON, one after the other."""
    if isinstance(value, dict):
        return "".join(strings(part) for part in value.values())
    if isinstance(value, list):
        return "".join(strings(part) for part in value)
    return value if isinstance(value, str) else ""


@pytest.mark.parametrize("format_name", ["text", "markdown"])
@SLOW_EACH
@given(meetings())
def test_3_nothing_is_lost(format_name: str, meeting: mp.Meeting) -> None:
    """Every letter that we publish is read into the meeting, the furniture or the labels.

    How documents of others are accounted for, letter by letter, is tested in ``test_interpret``.
    """
    page = mp.render(meeting, format_name).text
    reading = mp.read_text(page, format=format_name)
    kept = count(strings(mp.to_dict(reading.meeting)) + "".join((*reading.labels, *reading.furniture)))
    assert not count(COMMENT.sub("", page)) - kept


@SLOW_EACH
@given(meetings())
def test_3_nothing_of_a_page_is_lost(meeting: mp.Meeting) -> None:
    """Of a page it is all that a person sees, its name in the window and its foot included."""
    page = mp.render(meeting, "html")
    tree = parse_html(page.text)
    seen = [child for element in tree.walk() if element.tag != "style" for child in element.children]
    reading = mp.read(page)
    kept = count(strings(mp.to_dict(reading.meeting)) + "".join((*reading.labels, *reading.furniture)))
    assert not count("".join(child for child in seen if isinstance(child, str))) - kept


@SLOW_EACH
@given(meetings())
def test_4_nothing_is_invented(meeting: mp.Meeting) -> None:
    """A body, title or date that a meeting lacks is not there after reading, either."""
    again = mp.read(mp.render(meeting, "html").content, format="html").meeting
    for name in ("network", "title", "occasion", "kind", "number", "next_meeting", "note_taker", "chair"):
        assert (getattr(again, name) is None) == (getattr(meeting, name) is None)


@pytest.mark.parametrize("format_name", [*DOCUMENTS, *CARRIERS, "json", None])
@SLOW_EACH
@given(
    st.binary(max_size=300) | st.text(max_size=300).map(lambda text: text.encode("utf-8", "surrogatepass"))
)
def test_5_total(format_name: str | None, data: bytes) -> None:
    """Any bytes give a reading or one of our errors."""
    try:
        reading = mp.read(data, format=format_name)
    except mp.MinutesError:
        return
    assert isinstance(reading.meeting, mp.Meeting)


@pytest.mark.parametrize("format_name", [*DOCUMENTS, *CARRIERS, "json"])
@SLOW_EACH
@given(meetings())
def test_6_same_bytes(format_name: str, meeting: mp.Meeting) -> None:
    """An equal meeting, made anew, renders to the same bytes."""
    again = mp.loads(mp.dumps(meeting))
    assert published(again, format_name) == published(meeting, format_name)


def test_6_same_bytes_anywhere(tmp_path: object) -> None:
    """In another process, with another hash seed, time zone, locale and folder."""
    script = (
        "import hashlib, runpy, sys, motesprotokoll as mp\n"
        "meeting = runpy.run_path(sys.argv[1])['meeting']\n"
        "for name in ('text', 'markdown', 'html', 'docx', 'pdf', 'json'):\n"
        "    print(name, hashlib.sha256(mp.render(meeting, name).content).hexdigest())\n"
    )
    example = os.path.join(os.path.dirname(__file__), "..", "..", "examples", "build_a_meeting.py")
    outputs = set()
    for seed, zone, locale in (
        ("0", "UTC", "C"),
        ("1", "Asia/Tokyo", "C.UTF-8"),
        ("2", "America/Lima", "POSIX"),
    ):
        environment = {**os.environ, "PYTHONHASHSEED": seed, "TZ": zone, "LC_ALL": locale, "LANG": locale}
        done = subprocess.run(
            [sys.executable, "-c", script, os.path.abspath(example)],
            env=environment,
            cwd=str(tmp_path),
            capture_output=True,
            text=True,
            check=True,
            timeout=300,
        )
        outputs.add(done.stdout)
    assert len(outputs) == 1


@SLOW_EACH
@given(dates())
def test_7_dates_both_ways(value: mp.DateSpan | mp.PartialDate) -> None:
    """Every date that we write as words is read as the same date; a vague one keeps its words."""
    if isinstance(value, mp.DateSpan):
        assert parse_dates(format_dates(value)) == value
    else:
        assert format_dates(value) == value.text


@SLOW_EACH
@given(occasions())
def test_7_occasions_both_ways(value: mp.Occasion) -> None:
    """Days, hours and part of day together."""
    if isinstance(value.dates, mp.PartialDate):
        return
    bare = mp.Occasion(value.dates, times=value.times, part_of_day=value.part_of_day)
    if bare != mp.Occasion():
        assert parse_occasion(format_occasion(bare)) == bare


@pytest.mark.parametrize("format_name", DOCUMENTS)
@SLOW_EACH
@given(schedules())
def test_a_schedule_of_its_own_is_published_too(format_name: str, schedule: mp.Schedule) -> None:
    """It renders; only a meeting's minutes claim to read back."""
    page = mp.render(schedule, format_name).content
    assert not says_ours(page)
    assert b'<meta name="generator"' not in page
