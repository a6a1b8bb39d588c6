"""Law 2, first half: what is composed is read back as the same meeting, but for the documented losses."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from losses import without_losses
from motesprotokoll.compose import compose
from motesprotokoll.interpret.composed import decompose
from motesprotokoll.model import Cell, Meeting, Occasion, Table
from motesprotokoll.outline import Entry, Grid, Heading, Labelled, Line, Listing, Node, Outline, Rule, Text
from motesprotokoll.wording import LABELS, NOTES
from outlines import contents, outlines, strings, texts
from strategies import SLOW_EACH, meetings


@SLOW_EACH
@given(meetings())
def test_a_composed_document_is_read_back_as_the_same_meeting(meeting: Meeting) -> None:
    """Nothing but the losses of the table differs."""
    again, _ = decompose(compose(meeting))
    assert again == without_losses(meeting)


@SLOW_EACH
@given(meetings())
def test_an_english_document_is_read_back_too(meeting: Meeting) -> None:
    """The labels' language does not matter to what is read."""
    again, _ = decompose(compose(meeting, language="en"))
    assert again == without_losses(meeting)


WORDS = (
    *("Ida Ek, Ale", "att a", "14–15 november 2024, Studieresa", "5 februari 2027 kl. 9", "fysiskt möte"),
    *("Utkast", "Protokoll", "sv", "närvarande", "§ 12", "30 minuter", "9999999999999 minuter", "7", "-1"),
    *("2027-02-05", "2027-02-05/2027-02-01", "9999-12-31/9999-12-31", "2027-W05-1", "2027-02-05T09:00"),
    *("09:00", "25:00", "09:00+02:00", "09:00:01.5", "99999999999999999999", "Studieresa (1999 minuter)"),
)
words = st.sampled_from(WORDS) | strings
facts = words.map(lambda word: (word,) if word else ()) | contents
labels = st.sampled_from([*LABELS.values(), "Närvarande", "Bakgrund", "Kallade", ""])
known_notes = st.lists(st.tuples(st.sampled_from([*NOTES.values(), "x"]), words), max_size=3).map(tuple)
some_lines = st.lists(st.builds(Line, facts, known_notes), max_size=2).map(tuple)
any_headings = st.builds(Heading, words, st.integers(-1, 9), known_notes)


@st.composite
def labelled(draw: st.DrawFn, nodes: st.SearchStrategy[tuple[Node, ...]]) -> Labelled:
    """Any label on anything."""
    return Labelled(draw(labels), draw(facts), draw(some_lines), draw(nodes), draw(known_notes))


def _below(nodes: st.SearchStrategy[Node]) -> st.SearchStrategy[Node]:
    """What a hand that knows the format may have made: lists and tables with holes, labels in labels."""
    many = st.lists(nodes, max_size=3).map(tuple)
    rows = st.lists(st.lists(many, max_size=3).map(tuple), max_size=3).map(tuple)
    return st.one_of(
        labelled(many),
        st.builds(Listing, st.lists(st.builds(Entry, many, st.none() | strings), max_size=3).map(tuple)),
        st.builds(Grid, rows, st.integers(-1, 5), st.none() | strings),
        any_headings,
        st.just(Rule()),
    )


facts_alone = labelled(st.just(()))
inner = st.recursive(texts | facts_alone, _below, max_leaves=6)
changed_by_hand = st.lists(st.one_of(any_headings, st.just(Rule()), inner, facts_alone), max_size=8).map(
    lambda nodes: Outline(tuple(nodes))
)


@SLOW_EACH
@given(outlines | changed_by_hand)
def test_any_outline_gives_a_meeting(outline: Outline) -> None:
    """A document of ours that somebody changed by hand is read as far as its labels say; nothing fails."""
    meeting, labels = decompose(outline)
    assert isinstance(meeting, Meeting)
    assert all(isinstance(label, str) for label in labels)


class TestChangedByHand:
    """What random documents seldom hold."""

    @pytest.mark.parametrize("label", LABELS.values())
    def test_any_fact_may_stand_below_the_next_meeting(self, label: str) -> None:
        """A label that is no fact of an occasion makes the whole a section, and no error."""
        fact = Labelled(label, ("5 februari 2027",))
        node = Labelled("Nästa möte", ("5 mars 2027",), nodes=(fact, Text(("Välkomna",))))
        meeting, _ = decompose(Outline((Rule(), node)))
        assert meeting.appendix[0].label == "Nästa möte"

    def test_a_table_with_holes_is_filled(self) -> None:
        """Rows of several lengths, or none, give a table with empty cells; nothing that it says is lost."""
        ragged = Grid((((Text(("a",)),), ()), ((Text(("b",)),),)), 9, "T")
        meeting, _ = decompose(Outline((ragged, Grid((), title="U"), Listing(()))))
        assert meeting.preamble == (
            Table([["a", Cell()], ["b", Cell()]], header_rows=2, title="T"),
            Table([[Cell()]], title="U"),
        )

    @pytest.mark.parametrize("time", ["09:00+02:00", "09:00:30", "25:00"])
    def test_an_odd_time_is_none(self, time: str) -> None:
        """Hours are whole minutes without a zone."""
        node = Labelled("Datum", ("x",), notes=(("från klockan", time),))
        meeting, labels = decompose(Outline((node,)))
        assert meeting.occasion == Occasion()
        assert time in labels
