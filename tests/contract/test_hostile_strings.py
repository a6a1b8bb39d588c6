"""Whatever words stand in a meeting, they come out as words, in every format that we write."""

import re

import pytest

import motesprotokoll as mp
from everything import MEETING
from hostile import STRINGS, filled
from losses import without_losses
from motesprotokoll.readers.html_tree import parse_html

DOCUMENTS = ("text", "markdown", "html", "docx", "json")


def whole(words: str) -> mp.Meeting:
    return filled(MEETING, words)


def everyday(formats: tuple[str, ...]) -> list[object]:
    """Each string in each format: one in eight every time, all of them when there is time."""
    return [
        pytest.param(words, name, id=f"{place}-{name}", marks=[pytest.mark.slow] if place % 8 else [])
        for place, words in enumerate(STRINGS)
        for name in formats
    ]


def test_there_are_three_hundred() -> None:
    """And no two alike."""
    assert len(set(STRINGS)) == len(STRINGS) >= 300


@pytest.mark.parametrize(("words", "name"), everyday(DOCUMENTS))
def test_come_back_as_words(words: str, name: str) -> None:
    """In every field at once: what is read is what was written."""
    meeting = whole(words)
    read = mp.read(mp.render(meeting, name).content, format=name).meeting
    assert read in (meeting, without_losses(meeting))


@pytest.mark.parametrize(("words", "name"), everyday(("pdf",)))
def test_come_back_from_pdf_or_are_refused_by_name(words: str, name: str) -> None:
    """A sign that no font has is an error that names it, never an empty box."""
    meeting = whole(words)
    refused = ""
    try:
        page = mp.render(meeting, name).content
    except mp.RenderError as error:
        refused = str(error)
    assert re.search(r"U\+[0-9A-F]{4,6}", refused) if refused else mp.read(page).meeting == meeting


KNOWN = {
    "html": {"lang"},
    "head": set(),
    "meta": {"charset", "name", "content", "http-equiv"},
    "title": set(),
    "style": set(),
    "script": {"type"},
    "body": set(),
    "header": set(),
    "main": {"data-part"},
    "footer": set(),
    "div": {"data-part"},
    "p": {"class", "data-part"},
    **{f"h{level}": {"class", "data-part", "data-level"} for level in range(1, 7)},
    "dl": {"class"},
    "dt": set(),
    "dd": {"class"},
    "ul": {"class", "role"},
    "ol": set(),
    "li": {"value", "data-marker"},
    "table": set(),
    "caption": set(),
    "thead": set(),
    "tbody": set(),
    "tr": set(),
    "th": {"scope"},
    "td": set(),
    "a": {"class", "href"},
    "span": {"class", "data-href"},
    "strong": set(),
    "em": set(),
    "hr": set(),
}
SAFE = re.compile(r"(?:https?|mailto|tel):|(?!//|/?\\)[^:]*(?:[/?#]|$)", re.IGNORECASE)


@pytest.mark.parametrize(("words", "name"), everyday(("html",)))
def test_add_no_element_and_no_attribute(words: str, name: str) -> None:
    """A page is built of what we build pages of, has one inert script, and links that do no harm."""
    page = list(parse_html(mp.render(whole(words), name).text).walk())
    assert [one for one in page if one.tag not in KNOWN or not one.attributes.keys() <= KNOWN[one.tag]] == []
    assert [one.get("type") for one in page if one.tag == "script"] == ["application/ld+json"]
    assert [one.get("href") for one in page if one.tag == "a" and not SAFE.match(one.get("href") or "")] == []
