"""Law 2, first half: what is composed is read back as the same meeting, but for the documented losses."""

from hypothesis import given
from hypothesis import strategies as st

from losses import without_losses
from motesprotokoll.compose import compose
from motesprotokoll.interpret.composed import decompose
from motesprotokoll.model import Meeting
from motesprotokoll.outline import Labelled, Line, Node, Outline, Rule
from motesprotokoll.wording import LABELS, NOTES
from outlines import headings, listings, outlines, texts
from strategies import meetings


@given(meetings())
def test_a_composed_document_is_read_back_as_the_same_meeting(meeting: Meeting) -> None:
    """Nothing but the losses of the table differs."""
    again, _ = decompose(compose(meeting))
    assert again == without_losses(meeting)


@given(meetings())
def test_an_english_document_is_read_back_too(meeting: Meeting) -> None:
    """The labels' language does not matter to what is read."""
    again, _ = decompose(compose(meeting, language="en"))
    assert again == without_losses(meeting)


def _labelled(nodes: st.SearchStrategy[tuple[Node, ...]]) -> st.SearchStrategy[Labelled]:
    """Labels and notes of the catalogue, on any words: what a hand that knows the format may have changed."""
    labels = st.sampled_from([*LABELS.values(), "Närvarande", "Bakgrund", "Kallade"])
    words = st.sampled_from(
        [*canonical_words, "2027-02-05", "09:00", "5 februari 2027 kl. 9", "fysiskt möte", "30 minuter", "7"]
    )
    notes = st.lists(st.tuples(st.sampled_from([*NOTES.values(), "x"]), words | st.just("")), max_size=3).map(
        tuple
    )
    contents = words.map(lambda word: (word,)) | st.just(())
    lines = st.lists(st.builds(Line, contents, notes), max_size=2).map(tuple)
    return st.builds(Labelled, labels, contents, lines, nodes, notes)


canonical_words = ("Ida Ek, Ale", "Utkast", "Protokoll", "sv", "att a", "14–15 november 2024, Studieresa")
catalogued = st.recursive(
    texts,
    lambda nodes: st.one_of(_labelled(st.lists(nodes, max_size=2).map(tuple)), listings(st.tuples(nodes))),
)
changed_by_hand = st.lists(
    st.one_of(catalogued, headings, st.just(Rule()), _labelled(st.just(()))), max_size=8
).map(lambda nodes: Outline(tuple(nodes)))


@given(outlines | changed_by_hand)
def test_any_outline_gives_a_meeting(outline: Outline) -> None:
    """A document of ours that somebody changed by hand is read as far as its labels say; nothing fails."""
    meeting, labels = decompose(outline)
    assert isinstance(meeting, Meeting)
    assert all(isinstance(label, str) for label in labels)
