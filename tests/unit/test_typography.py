"""Words that belong to a figure stay on its line, in every format that people read."""

import re
from datetime import date, time

import pytest

import motesprotokoll as mp
from motesprotokoll.typography import typeset

NBSP = "\N{NO-BREAK SPACE}"
MEETING = mp.Meeting(
    "Nätverket § 1",
    occasion=mp.Occasion(mp.DateSpan(date(2027, 2, 5)), times=mp.TimeSpan(time(9), time(12))),
    participants=[mp.Participant("Ida Ek", role="chef v. 7", group="Närvarande § 3")],
    agenda=[
        mp.AgendaItem(
            "Budget kl. 9",
            number="§ 12",
            body=[
                "v. 7 börjar det, och sedan kommer " + "en vecka till. " * 9 + "Vi ses kl. 13.",
                mp.Paragraph(["Se ", mp.Link("protokollet, § 4", "https://example.org/a?kl.=9"), "."]),
                mp.BulletList([mp.ListItem("7 deltagare", marker="v.")]),
                mp.Table([["Vecka", "v. 7"], ["Kostnad", "100 kr"]], title="Plan för vecka 7"),
            ],
        )
    ],
)


class TestTypeset:
    @pytest.mark.parametrize(
        "text",
        [
            "kl. 9",
            "Kl. 09.00",
            "v. 7",
            "vecka 7",
            "§ 12",
            "§§ 12–14",
            "5 %",
            "100 kr",
            "65 §",
            "12 mnkr",
            "(kl. 9)",
        ],
    )
    def test_keeps_together(self, text: str) -> None:
        """A figure and the word that says what it counts."""
        assert typeset(text) == text.replace(" ", NBSP)

    @pytest.mark.parametrize("text", ["okl. 9", "veckan 7", "kl. nio", "5 krav", "v 7", "rev. 7", "kl.\n9"])
    def test_leaves_alone(self, text: str) -> None:
        """Other words, and lines that end there."""
        assert typeset(text) == text

    def test_once_is_enough(self) -> None:
        """What was set is not set again."""
        assert typeset(typeset("kl. 9 § 12")) == typeset("kl. 9 § 12")


@pytest.mark.parametrize("name", ["text", "markdown", "html"])
class TestRenderers:
    def test_write_no_ordinary_space(self, name: str) -> None:
        """In titles, headings, labels, lists of names, paragraphs, links and cells, but for list signs."""
        text = mp.render(MEETING, name).text.replace("v. 7 deltagare", "")
        text = re.sub(r"<script.*?</script>", "", text)  # what machines are told keeps the words as they are
        assert re.findall(r"(?:kl\.|§|v\.|[Vv]ecka)\s[0-9]", text, re.ASCII) == []
        assert f"kl.{NBSP}13" in text
        assert f"§{NBSP}4" in text
        assert f"v.{NBSP}7 börjar" in text

    def test_are_read_back(self, name: str) -> None:
        """The model holds ordinary spaces."""
        reading = mp.read(mp.render(MEETING, name))
        assert reading.meeting == MEETING
        assert reading.findings == ()
