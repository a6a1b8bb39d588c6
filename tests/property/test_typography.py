"""What we write keeps a figure with the word that counts it, and joins the ends of a span with an en dash.

Words that are copied from a document are as they were; they hold no figures here, so every figure that is
found is of our own wording.
"""

import re
from datetime import time
from decimal import Decimal
from enum import Enum
from typing import Any

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

import motesprotokoll as mp
from motesprotokoll.model import DateSpan, Mode, Occasion, PartOfDay, TimeSpan
from motesprotokoll.swedish import (
    format_date,
    format_date_list,
    format_date_span,
    format_dates,
    format_number,
    format_occasion,
    format_ordinal,
    format_part_of_day,
    format_quantity,
    format_time,
    format_time_span,
    format_week,
)
from strategies import DEAR, documents

# An ordinary space, or a line that ends, where the rules of writing want a no-break space.
_BROKEN = re.compile(r"(?:\b[Kk]l\.|§|\b[Vv]\.|\b[Vv]ecka)(?: +|\n *)[0-9]|[0-9] +(?:%|§|kr\b|kap\b)")
_HYPHEN = re.compile(r"[0-9][ \n]*[-‐‑−][ \n]*[0-9]")
# Dates in figures, and the offset of a moment, have hyphens by their standard (ISO 8601).
_IN_FIGURES = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}(?:T[0-9:]+(?:[+-][0-9:]+)?)?")
_MARKUP = re.compile(r"(?s)<(style|script)\b.*?</\1>|<[^>]*>")

DAYS = st.dates()
SPANS = st.builds(DateSpan, DAYS, DAYS)
CLOCKS = st.builds(time, st.integers(0, 23), st.integers(0, 59))
TIMES = st.builds(TimeSpan, CLOCKS, st.none() | CLOCKS)
OCCASIONS = st.builds(
    Occasion,
    SPANS,
    times=st.none() | TIMES,
    part_of_day=st.none() | st.sampled_from(PartOfDay),
    mode=st.none() | st.sampled_from(Mode),
    tentative=st.booleans(),
    cancelled=st.booleans(),
)
YEARS = st.booleans()
WRITTEN = st.one_of(
    st.builds(
        format_date, DAYS, style=st.sampled_from(("text", "running", "iso", "short", "definite")), year=YEARS
    ),
    st.builds(
        format_date_span, SPANS, style=st.sampled_from(("text", "running", "iso", "short")), year=YEARS
    ),
    st.builds(format_dates, SPANS, style=st.sampled_from(("text", "running", "iso", "short")), year=YEARS),
    st.builds(format_date_list, st.lists(DAYS | SPANS, max_size=5), year=YEARS),
    st.builds(format_week, DAYS, style=st.sampled_from(("text", "short")), year=YEARS),
    st.builds(format_time, CLOCKS, style=st.sampled_from(("full", "running"))),
    st.builds(format_time_span, TIMES, style=st.sampled_from(("full", "running"))),
    st.builds(
        format_occasion, OCCASIONS, style=st.sampled_from(("text", "running", "iso", "weekday", "definite"))
    ),
    st.builds(format_part_of_day, st.sampled_from(PartOfDay)),
    st.builds(format_ordinal, st.integers(0, 10**8)),
    st.builds(format_number, st.integers(-(10**12), 10**12)),
    st.builds(
        format_quantity, st.decimals(-(10**6), 10**6, places=2).map(Decimal), st.sampled_from(("%", "kr"))
    ),
)


def faults(text: str) -> list[str]:
    """The phrases of *text* that could break, or whose dash is a hyphen."""
    text = _IN_FIGURES.sub("", text)
    return [found.group() for pattern in (_BROKEN, _HYPHEN) for found in pattern.finditer(text)]


@given(WRITTEN)
def test_what_the_language_writes(text: str) -> None:
    """No function of the language writes a space that breaks, or a hyphen in a span."""
    assert faults(text) == []


# What is no wording: identities and addresses are kept as they are.
_KEPT = frozenset({"url", "email", "language", "uid", "id"})


def without_figures(value: Any, name: str = "") -> Any:
    """*value* with only letters in its texts; numbers of items are those of a board."""
    if isinstance(value, Enum) or name in _KEPT:
        return value
    if name == "marker":
        return None  # the sign of a list is copied from the document
    if isinstance(value, str):
        return "§ 12" if name == "number" else re.sub(r"[^A-Za-zÅÄÖåäö]", "", value) or "ord"
    if isinstance(value, tuple):
        return tuple(without_figures(one, name) for one in value)
    if not attrs.has(type(value)):
        return value
    changes = {
        field.alias: without_figures(getattr(value, field.name), field.name)
        for field in attrs.fields(type(value))
    }
    return attrs.evolve(value, **changes)


@pytest.mark.parametrize("name", ["text", "markdown", "html"])
@DEAR
@given(document=documents())
def test_what_documents_say(name: str, document: mp.Meeting | mp.Schedule) -> None:
    """No wording of ours in any format that people read has one, either."""
    text = mp.render(without_figures(document), name).text
    assert faults(_MARKUP.sub("|", text)) == []
