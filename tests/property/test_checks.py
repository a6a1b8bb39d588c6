"""What holds for the findings about any meeting, with every rule."""

import re
from collections.abc import Iterator
from typing import Any

import attrs
from hypothesis import given
from hypothesis import strategies as st

from motesprotokoll.checks import check
from motesprotokoll.checks.fixing import fixed
from motesprotokoll.findings import Finding
from motesprotokoll.model import ActionItem, AgendaItem, Decision, Meeting, Paragraph
from motesprotokoll.model.text import plain
from motesprotokoll.serialisation import dumps, loads
from strategies import DEAR, meetings

_STEP = re.compile(r"\.([a-z_]+)|\[([0-9]+)\]")
_TELLING = """
    tex bla mm t.ex m.fl from tom 1 mars 2027 kl 9 att och skall erhåller avseende , . .Nästa ,och xxx ???
    [fyll namn] och/eller rödmarkerat till höger ✓ beslutar beslutade att Nämnden bilaga 2 http://a.b här
    snarast Ida Ek i morgon måndag 30 februari 25.00 - ( ) ” NN
"""
"""Words that rules look for, and that come together in sentences that nobody would write."""

sentences = st.lists(st.sampled_from(_TELLING.split()), min_size=1, max_size=14).map(" ".join)
odd = st.builds(
    lambda meeting, title, texts: attrs.evolve(
        meeting,
        agenda=[
            *meeting.agenda,
            AgendaItem(title, body=[Paragraph(texts[0]), Decision(texts[1]), ActionItem(texts[2])]),
        ],
    ),
    meetings(),
    sentences,
    st.tuples(sentences, sentences, sentences),
)


def strings_in(value: Any) -> Iterator[str]:
    """Every string of *value*, and its running text as people read it."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, tuple):
        for one in value:
            yield from strings_in(one)
    elif attrs.has(type(value)):
        for one in attrs.fields(type(value)):
            inner = getattr(value, one.name)
            yield from strings_in(inner)
            if one.name == "content":
                yield plain(inner)


def at(value: Any, where: str) -> Any:
    """What stands at the place *where*."""
    for name, number in _STEP.findall(where):
        value = getattr(value, name) if name else value[int(number)]
    return value


def stands(finding: Finding, meeting: Meeting) -> bool:
    """Whether the words of *finding* stand at its place."""
    assert finding.where is not None
    return finding.excerpt is None or any(
        finding.excerpt in one for one in strings_in(at(meeting, finding.where))
    )


@DEAR
@given(odd)
def test_every_rule_takes_every_meeting(meeting: Meeting) -> None:
    """It tells of a place that there is and of words that stand there, in both languages, twice the same."""
    findings = check(meeting, select=["ALL"])
    assert check(loads(dumps(meeting)), select=["ALL"]) == findings  # type: ignore[arg-type]
    for finding in findings:
        assert stands(finding, meeting), finding
        assert finding.message_in("sv")
        assert finding.message_in("en")


@DEAR
@given(odd)
def test_corrections_come_to_an_end(meeting: Meeting) -> None:
    """Made again and again they soon change nothing any more: no two of them undo each other."""
    for _ in range(6):
        before, meeting = meeting, fixed(meeting, check(meeting, select=["ALL"]))
    assert meeting == before
