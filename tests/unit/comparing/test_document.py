"""A comparison as a document."""

from datetime import date
from pathlib import Path

import attrs
import pytest

import motesprotokoll as mp
from everything import MEETING
from motesprotokoll.comparing import compare
from motesprotokoll.errors import RenderError, WrongTypeError
from motesprotokoll.model import AgendaItem, Decision, Meeting, Occasion, Participant
from motesprotokoll.outline import Heading, Labelled, Listing, Text, printed, walk

MANY = " ".join(f"ord{place}" for place in range(60))
OLD = Meeting(
    "Nätet",
    occasion=Occasion(date(2027, 2, 5), place="Ale"),
    participants=["Ida Ek"],
    agenda=[AgendaItem("Budget", number="1", body=[f"Nätverket sparar inte pengar. {MANY}"])],
)
NEW = Meeting(
    "Nätet",
    occasion=Occasion(date(2027, 2, 5), place="Lerum"),
    participants=["Ida Ek", Participant("Bo Ask", role="chef")],
    agenda=[
        AgendaItem("Budget", number="1", body=[f"Nätverket sparar alla pengar. {MANY}"]),
        AgendaItem("Val", number="2", body=["Kort.", Decision("Bo väljs.", clauses=["att tacka"])]),
    ],
)


class TestOutline:
    def test_every_change_under_its_heading(self) -> None:
        """Meeting, people, agenda, and then item by item in their order."""
        nodes = compare(OLD, NEW).outline().nodes
        headings = [node.text for node in nodes if isinstance(node, Heading)]
        assert headings[0] == "Ändringar i Möte 5 februari 2027"
        assert headings[1:] == ["Mötet", "Deltagare", "Dagordningen", "1. Budget"]
        assert "4 ändringar." in printed(nodes)
        assert compare(OLD, NEW).outline().title == "Nätet: Ändringar i Möte 5 februari 2027"

    def test_what_came_is_told_whole(self) -> None:
        """An item with all that it holds, a line each; somebody with a name and a role in one."""
        labels = {
            node.label: [line.content[0] for line in node.lines]
            for node in walk(compare(OLD, NEW).outline().nodes)
            if isinstance(node, Labelled) and node.lines
        }
        assert labels == {"Punkten ”2. Val” har tillkommit": ["Kort.", "Bo väljs.", "att tacka"]}

    def test_long_texts_stand_one_below_the_other(self) -> None:
        """With what differs set off, and an ellipsis for most of what stayed."""
        text = mp.render(compare(OLD, NEW), "text").text
        assert "Löd:  Nätverket sparar **inte** pengar. ord0" in text
        assert "Lyder nu:  Nätverket sparar **alla** pengar. ord0" in text
        assert "ord9 …" in " ".join(text.split())
        assert "ord59" not in text
        assert "**Framhävda** är ord som har utgått efter Löd" in text

    def test_nothing_and_one(self) -> None:
        """Are told as such, without a legend."""
        assert list(printed(compare(OLD, OLD).outline().nodes))[-1] == "Ingenting skiljer sig."
        nodes = compare(OLD, attrs.evolve(OLD, title="Vårmötet")).outline().nodes
        assert [node.content[0] for node in nodes if isinstance(node, Text)] == ["Nätet", "1 ändring."]
        [listing] = [node for node in nodes if isinstance(node, Listing)]
        assert len(listing.entries) == 1

    def test_other_long_texts(self) -> None:
        """A title, a clause and a text that has become a decision are set off alike."""
        long = "Nätverket beslutar att spara pengar under hela våren"
        old = Meeting(title=f"{long} igen", preamble=[long, Decision("Beslut", clauses=[f"{long} ett"])])
        new = Meeting(
            title=f"{long} nu",
            preamble=[Decision(f"{long} i år"), Decision("Beslut", clauses=[f"{long} två"])],
        )
        text = mp.render(compare(old, new), "text").text
        assert "* Rubriken har fått ny lydelse." in text
        assert "* Stycket är nu ett beslut." in text
        assert "* Att-satsen har fått ny lydelse." in text
        assert text.count("Löd:  ") == 3

    def test_words_without_a_difference(self) -> None:
        """Names of other parts may read the same: nothing is set off, and nothing left out."""
        long = "Ida Ek med ett mycket långt namn och en lång titel"
        old, new = (
            Meeting(note_taker=Participant(f"{long}, chef")),
            Meeting(note_taker=Participant(long, role="chef")),
        )
        text = " ".join(mp.render(compare(old, new), "text").text.split())
        assert f"Löd: {long}, chef Lyder nu: {long}, chef" in text

    def test_a_space_that_came(self) -> None:
        """Cannot be set off by itself, and is there."""
        old, new = Meeting(preamble=["Se §4 i Nätets stadgar"]), Meeting(preamble=["Se § 4 i Nätets stadgar"])
        text = " ".join(mp.render(compare(old, new), "text").text.split())
        assert "Löd: Se §4 i Nätets stadgar Lyder nu: Se § 4 i Nätets stadgar" in text

    def test_language(self) -> None:
        """That which is asked for, else that of the new version."""
        assert compare(OLD, NEW).outline("en").language == "en"
        assert compare(OLD, Meeting(language="en")).outline().language == "en"
        assert compare(OLD, Meeting(language="en-GB")).outline().language == "en"
        assert compare(OLD, Meeting(language="fi")).outline().language == "sv"
        with pytest.raises(RenderError, match="there is no language 'fi'"):
            compare(OLD, NEW).outline("fi")

    def test_in_english_nothing_is_left_in_swedish(self) -> None:
        """But for what the documents say themselves."""
        text = mp.render(compare(MEETING, Meeting()), "text", language="en").text
        assert "har utgått" not in text
        assert "Changes in" in text


class TestRender:
    @pytest.mark.parametrize("name", ["text", "markdown", "html", "docx", "pdf"])
    def test_every_format_that_shows_documents_shows_it(self, name: str) -> None:
        """The same bytes each time, and none of them can be read back as minutes."""
        first, second = (mp.render(compare(OLD, NEW), name) for _ in range(2))
        assert first == second
        assert mp.render(compare(MEETING, OLD), name).content != first.content

    def test_html_says_what_went_and_came(self) -> None:
        """By elements for it, struck and underlined, and by the labels before them."""
        page = mp.render(compare(OLD, NEW), "html").text
        assert "<dt>Löd</dt><dd>Nätverket sparar <del>inte</del> pengar." in page
        assert "<dt>Lyder nu</dt><dd>Nätverket sparar <ins>alla</ins> pengar." in page
        assert "<strong>Framhävda</strong>" in page

    def test_hostile_words_stay_words(self) -> None:
        """In every place where words of the meeting stand."""
        bad = "<script>alert(1)</script> {0} {thing} %s \\ **x**"
        old = Meeting(bad, agenda=[AgendaItem(bad, body=[f"{bad} ett"])], participants=[bad])
        new = Meeting(f"{bad}2", agenda=[AgendaItem(bad, body=[f"{bad} två", bad])], chair=bad)
        page = mp.render(compare(old, new), "html").text
        assert "<script>alert" not in page
        assert "{thing}" in page

    def test_it_has_no_views_and_no_data(self) -> None:
        """It is one document; formats that hold values have no place for it."""
        with pytest.raises(RenderError, match="a Comparison has no views and no extracts"):
            mp.render(compare(OLD, NEW), "text", view="decisions")
        with pytest.raises(RenderError, match="a Comparison has no views and no extracts"):
            mp.renderer("text").render(compare(OLD, NEW), item=1)
        with pytest.raises(RenderError, match="json holds values and shows no documents"):
            mp.render(compare(OLD, NEW), "json")

    def test_write(self, tmp_path: Path) -> None:
        """As anything else that is rendered."""
        path = mp.write(compare(OLD, NEW), tmp_path / "jamforelse.md")
        assert path.read_text("utf-8").startswith("Nätet")

    def test_only_what_shows_itself(self) -> None:
        """Anything else is refused as before."""
        with pytest.raises(WrongTypeError, match="expected a Meeting or a Schedule"):
            mp.render(7, "text")  # type: ignore[arg-type]
