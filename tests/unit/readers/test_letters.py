"""Whether a hand has put words into our document where its structure has none."""

import pytest

from motesprotokoll.outline import Entry, Grid, Heading, Labelled, Line, Listing, Node, Text
from motesprotokoll.readers.letters import shows_all

NODES: tuple[Node, ...] = (
    Heading("Möte", 1, (("id", "7"),)),
    Labelled("Plats", ("Ale",), (Line(("Ida",), (("löst", ""),)),), (Text(("Hej",)),)),
    Listing((Entry((Text(("a",)), Listing((Entry((Text(("b",)),), "ii."),))), "1."),)),
    Grid((((Text(("c",)), Listing((Entry((Text(("d",)),), "3)"),))),),), 0, "Tider"),
)


class TestShowsAll:
    def test_where_each_letter_stands(self) -> None:
        """Signs of lists are of the page, on each level; neither are punctuation and space letters."""
        assert shows_all(NODES, ["Möte [id: 7]", "Plats: Ale", "Ida (löst)", "Hej", "a", "b", "Tider", "c d"])

    @pytest.mark.parametrize("text", ["ny", "8"])
    def test_where_there_are_more(self, text: str) -> None:
        """One that nothing shows is enough."""
        assert shows_all((Text(("a",)),), ["a", "–"])
        assert not shows_all((Text(("a",)),), ["a", text])
        assert not shows_all((Text(("a",)),), [])
