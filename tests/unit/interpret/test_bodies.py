"""The body that a form names beside its head."""

import pytest

from motesprotokoll.extraction import Extraction, Line
from motesprotokoll.interpret import Reading, interpret
from motesprotokoll.interpret.accounting import count, letters_of_reading
from motesprotokoll.model import Kind

HEAD = ("ÅSMARKS KOMMUN", "Sammanträdesprotokoll", "Beslutande: Ida Ek, Bo Alm")
ITEM = ("§ 1 Budget", "Nämnden godkänner budgeten.")


def read(*lines: str, furniture: tuple[str, ...] = ()) -> Reading:
    """The reading of *lines*, which loses no letter and counts none twice."""
    numbered = tuple(Line(text, number) for number, text in enumerate(lines, 1))
    reading = interpret(Extraction(numbered, furniture))
    assert letters_of_reading(reading) == count("".join((*lines, *furniture)))
    return reading


class TestRunningHeader:
    @pytest.mark.parametrize("header", ["Miljönämnden", "Miljönämnden 2026-03-10", "Miljönämnden, 3 mars"])
    def test_names_the_body(self, header: str) -> None:
        """Alone or beside a day; the name in the letterhead is then what the body is a part of."""
        reading = read(*HEAD, *ITEM, furniture=("1 (2)", header, header))
        network = reading.meeting.network
        assert network is not None
        assert network.organisation is not None
        assert (network.name, network.organisation.name) == ("Miljönämnden", "ÅSMARKS KOMMUN")
        assert reading.furniture == ("1 (2)", header)

    @pytest.mark.parametrize(
        "header",
        [
            "Miljönämnden </namnd>",
            "Protokoll miljönämnden",
            "Nämndens möte",
            "Box 12",
            "2026-03-10",
            "x" * 70,
            "Fortsätter på nästa sida",
        ],
    )
    def test_names_none(self, header: str) -> None:
        """A link on a page, what the document is, a meeting, an address, a day or a sentence are no body."""
        reading = read(*HEAD, *ITEM, furniture=(header,))
        assert reading.meeting.body_name == "ÅSMARKS KOMMUN"
        assert reading.furniture == (header,)

    def test_names_a_body_up_to_sixty_signs(self) -> None:
        """What is longer is a sentence."""
        longest = f"M{'i' * 54}nämnd"
        assert read(*HEAD, *ITEM, furniture=(longest,)).meeting.body_name == longest
        assert read(*HEAD, *ITEM, furniture=(f"M{longest}",)).meeting.body_name == "ÅSMARKS KOMMUN"

    def test_the_head_goes_first(self) -> None:
        """Where the head names the body, a header names another, such as the one above it."""
        reading = read("Byggnadsnämnden", *HEAD[1:], *ITEM, furniture=("Miljönämnden",))
        assert reading.meeting.body_name == "Byggnadsnämnden"


class TestNotice:
    def test_names_the_body(self) -> None:
        """Behind its label, below those who came."""
        reading = read(*HEAD, "Paragrafer 21–25", "Organ: Miljönämnden", *ITEM)
        network = reading.meeting.network
        assert network is not None
        assert network.organisation is not None
        assert (network.name, network.organisation.name) == ("Miljönämnden", "ÅSMARKS KOMMUN")
        assert reading.meeting.decisions[0].decided_by == "Nämnden"

    def test_names_none(self) -> None:
        """What stands behind the label is no body."""
        assert read(*HEAD, "Paragrafer 21–25", "Organ: -", *ITEM).meeting.body_name == "ÅSMARKS KOMMUN"


class TestKindInTheHeader:
    LINES = ("Kustnätverket träffades 2030-04-12", "1. Båtar", "De flyter.")

    def test_says_what_the_document_is(self) -> None:
        """Where nothing in the document says so."""
        assert read(*self.LINES, furniture=("Kustnätverket", "Protokoll 1 (2)")).meeting.kind is Kind.MINUTES
        assert read(*self.LINES, furniture=("Kustnätverket",)).meeting.kind is None

    def test_a_link_says_nothing(self) -> None:
        """A link around a document on its page leads to another one."""
        furniture = ("Protokoll <https://kust.example/protokoll>", "Minnesanteckningar 1 (2)")
        assert read(*self.LINES, furniture=furniture).meeting.kind is Kind.NOTES
