"""Rules about what people are to do find what cannot be followed up, and nothing else."""

from datetime import date
from typing import Any

import pytest

from checked import told
from motesprotokoll.checks import check
from motesprotokoll.findings import Severity
from motesprotokoll.model import (
    ActionItem,
    AgendaItem,
    Basis,
    Block,
    Cell,
    DateSpan,
    Kind,
    Meeting,
    Network,
    PartialDate,
    Section,
    Table,
)
from timing import grows_at_most

HELD = date(2027, 2, 5)
LATER, EARLIER = date(2027, 3, 5), date(2027, 2, 4)


def notes(*body: str | Block, **more: Any) -> Meeting:
    given: dict[str, Any] = {"kind": Kind.NOTES, "occasion": HELD, **more}
    return Meeting(Network("Nätverket för hamnvakter"), agenda=[AgendaItem("Skyltar", body=body)], **given)


def listed(action: ActionItem, *cells: str, header: str = "Åtgärd Ansvarig Klart Status") -> Table:
    """A table of things to do with one row: the action, and what the other cells say."""
    columns = header.split(" ")
    row: list[Cell | str] = [Cell([action]), *cells]
    return Table([columns, row + [""] * (len(columns) - len(row))], header_rows=1)


def quoted(*body: Block, code: str) -> list[str | None]:
    """The excerpts of the findings in notes of that *body*."""
    return [one.excerpt for one in told(notes(*body), code)]


class TestActionWithoutOwner:
    def test_finds_what_nobody_is_to_do(self) -> None:
        """Of several, that one."""
        body = [ActionItem("Ring", owners=["Ida"]), ActionItem("Skriv")]
        (finding,) = told(Meeting(preamble=body), "MP501")
        assert (finding.where, finding.excerpt) == ("$.preamble[1]", "Skriv")
        assert finding.severity is Severity.WARNING
        assert finding.message == "Åtgärden saknar ansvarig."

    @pytest.mark.parametrize(
        "owner",
        [
            "?",
            "Någon",
            "tbd",
            "XXX",
            "–",
            "Ej utsedd",
            "Inte utsedd",
            "någon av oss.",
            "Ingen",
            "Oklart",
            "vakant",
        ],
    )
    def test_finds_owners_that_are_nobody(self, owner: str) -> None:
        """A sign in the column is no name."""
        assert quoted(ActionItem("Skriv", owners=[owner]), code="MP501") == ["Skriv"]

    @pytest.mark.parametrize("owners", [["Ida"], ["Alla"], ["?", "Ida"], ["Arbetsgivaren"]])
    def test_leaves_everybody_else(self, owners: list[str]) -> None:
        """One who is somebody is enough."""
        assert quoted(ActionItem("Skriv", owners=owners), code="MP501") == []

    def test_leaves_what_is_done(self) -> None:
        """By its mark, or by the column for it."""
        assert quoted(ActionItem("Skriv", done=True), code="MP501") == []
        assert quoted(listed(ActionItem("Skriv"), "", "", "Klart"), code="MP501") == []
        assert quoted(listed(ActionItem("Skriv"), "", "", "Inte klart"), code="MP501") == ["Skriv"]


class TestActionWithoutDate:
    def test_a_clock_time_says_when(self) -> None:
        """What is to be done the same day."""
        dated = ActionItem("Ring", owners=["Ida"], due=LATER)
        assert told(notes(dated, ActionItem("Rapportera kl. 18.30", owners=["Bo"])), "MP502") == []

    def test_finds_it_beside_one_with_a_date(self) -> None:
        """There it is conspicuous."""
        body = [ActionItem("Ring", owners=["Ida"], due=LATER), ActionItem("Skriv", owners=["Bo"])]
        (finding,) = told(notes(*body), "MP502")
        assert (finding.where, finding.excerpt) == ("$.agenda[0].body[1]", "Skriv")
        assert finding.severity is Severity.NOTE
        assert finding.message == "Det står inte när åtgärden ska vara klar."

    def test_tells_once_of_a_list_without_dates(self) -> None:
        """It is how the house writes its lists, and one finding says so."""
        (finding,) = told(notes(*(ActionItem(text) for text in ("Ring", "Skriv", "Mejla"))), "MP502")
        assert (finding.where, finding.excerpt) == ("$.agenda[0].body[0]", "Ring")
        assert "varken den här eller de andra" in finding.message

    def test_finds_an_empty_cell(self) -> None:
        """Of a table that has a column for it, and of one that has none."""
        assert quoted(listed(ActionItem("Skriv"), "Ida", "", "pågår"), code="MP502") == ["Skriv"]
        assert quoted(listed(ActionItem("Skriv"), "Ida", header="Åtgärd Ansvarig"), code="MP502") == ["Skriv"]

    @pytest.mark.parametrize("cell", ["till nästa möte", "löpande", "1 mars", "snart"])
    def test_leaves_what_the_column_says(self, cell: str) -> None:
        """Even if the reader did not take it for a date."""
        assert quoted(listed(ActionItem("Skriv"), "Ida", cell), code="MP502") == []

    @pytest.mark.parametrize(
        "text",
        [
            "Skriv före nästa möte",
            "Skriv i mars",
            "Bevaka frågan löpande",
            "Skriv innan semestern",
            "Skriv snarast",
            "Bjud in till träffen 12 april",
            "Skriv imorgon",
        ],
    )
    def test_leaves_what_the_words_say(self, text: str) -> None:
        """When, always, or a time of which another rule tells."""
        assert quoted(ActionItem(text), code="MP502") == []

    def test_leaves_what_the_heading_says(self) -> None:
        """The list as a whole may have a day."""
        assert quoted(Section("Att göra till nästa möte", [ActionItem("Skriv")]), code="MP502") == []

    def test_leaves_promises_and_what_is_done(self) -> None:
        """Promises are told by another rule."""
        assert quoted(ActionItem("Ida ringer.", basis=Basis.RECOGNISED), code="MP502") == []
        assert quoted(ActionItem("Skriv", done=True), code="MP502") == []
        assert quoted(listed(ActionItem("Skriv"), "Ida", "", "genomfört"), code="MP502") == []

    def test_knows_a_list_in_a_cell(self) -> None:
        """An action deep in a table stands in no row of its own."""
        nested = Section("Att göra", [ActionItem("Skriv")])
        assert quoted(Table([["Åtgärd", "Klart"], [nested, "maj"]]), code="MP502") == ["Skriv"]


class TestDueBeforeMeeting:
    @pytest.mark.parametrize(
        ("action", "excerpt"),
        [
            (ActionItem("Skriv senast den 4 februari 2027", due=EARLIER), "den 4 februari 2027"),
            (ActionItem("Skriv", due=EARLIER), "Skriv"),
            (ActionItem("Skriv", due=DateSpan(date(2027, 1, 1), EARLIER)), "Skriv"),
            (ActionItem("Skriv i januari", due=PartialDate("i januari", latest=EARLIER)), "i januari"),
            (ActionItem("Skriv", due=PartialDate("i januari", latest=EARLIER)), "Skriv"),
        ],
        ids=repr,
    )
    def test_finds_days_before_it(self, action: ActionItem, excerpt: str) -> None:
        """Anchored at the words for the day, where they are there."""
        (finding,) = told(notes(action), "MP503")
        assert (finding.where, finding.excerpt) == ("$.agenda[0].body[0]", excerpt)
        assert finding.severity is Severity.WARNING
        assert finding.message == "Åtgärden skulle vara klar 2027-02-04, före mötet 2027-02-05."

    @pytest.mark.parametrize(
        "action",
        [
            ActionItem("Skriv", due=HELD),
            ActionItem("Skriv", due=LATER),
            ActionItem("Skriv"),
            ActionItem("Skriv", due=EARLIER, done=True),
            ActionItem("Skriv", due=DateSpan(EARLIER, LATER)),
            ActionItem("Skriv", due=PartialDate("till nästa möte")),
            ActionItem("Skriv", due=PartialDate("våren", earliest=EARLIER, latest=LATER)),
        ],
        ids=repr,
    )
    def test_leaves_the_others(self, action: ActionItem) -> None:
        """The same day, a later one, none that is known, and what is done."""
        assert told(notes(action), "MP503") == []

    def test_needs_the_day_of_the_meeting(self) -> None:
        """And a meeting that was held: an agenda takes up what is late."""
        action = ActionItem("Skriv", due=EARLIER)
        assert told(notes(action, occasion=None), "MP503") == []
        assert told(notes(action, kind=Kind.AGENDA), "MP503") == []

    def test_leaves_what_a_table_says_is_done(self) -> None:
        """In the column for it."""
        assert quoted(listed(ActionItem("Skriv", due=EARLIER), "Ida", "", "Klar"), code="MP503") == []


class TestVagueDueDate:
    @pytest.mark.parametrize(
        ("text", "words"),
        [
            ("Ida mejlar snarast.", "snarast"),
            ("Ida mejlar snarast möjligt.", "snarast möjligt"),
            ("Så fort som möjligt: skriv", "Så fort som möjligt"),
            ("Ring vid tillfälle", "vid tillfälle"),
            ("Ring inom kort", "inom kort"),
        ],
    )
    def test_finds_words(self, text: str, words: str) -> None:
        """As they are written."""
        (finding,) = told(notes(ActionItem(text, owners=["Ida"])), "MP504")
        assert (finding.where, finding.excerpt) == ("$.agenda[0].body[0]", words)
        assert finding.severity is Severity.NOTE
        assert finding.message == f"”{words}” säger inte när åtgärden ska vara klar."

    def test_finds_them_in_a_column(self) -> None:
        """There *senare* ("later") is one, too."""
        for cell in ("Snarast", "senare", "asap"):
            (finding,) = told(notes(listed(ActionItem("Skriv"), "Ida", cell)), "MP504")
            assert (finding.excerpt, dict(finding.values)["words"]) == ("Skriv", cell)

    @pytest.mark.parametrize(
        "action",
        [
            ActionItem("Ida mejlar snarast, dock senast den 12 februari.", due=LATER),
            ActionItem("Ida mejlar snarast, dock senast i mars."),
            ActionItem("Ida tar upp snarast lagda förslag", due=PartialDate("våren", latest=LATER)),
            ActionItem("Ida ringer senare."),
            ActionItem("Ida ringer till nästa möte.", due=PartialDate("till nästa möte")),
            ActionItem("Ring snarast", done=True),
        ],
        ids=repr,
    )
    def test_leaves_the_others(self, action: ActionItem) -> None:
        """What has a day beside, and words that may mean something else."""
        assert told(notes(action), "MP504") == []

    def test_leaves_a_column_with_a_day(self) -> None:
        """Beside the vague word, or instead of it."""
        assert quoted(listed(ActionItem("Skriv snarast"), "Ida", "1 mars"), code="MP504") == []
        assert quoted(listed(ActionItem("Skriv"), "Ida", "snarast, i mars"), code="MP504") == []

    def test_is_told_instead_of_a_missing_date(self) -> None:
        """One finding is enough."""
        found_codes = [one.code for one in check(notes(ActionItem("Skriv snarast", owners=["Ida"])))]
        assert found_codes.count("MP504") == 1
        assert "MP502" not in found_codes


class TestOwnerIsEverybody:
    @pytest.mark.parametrize("owners", [["Alla"], ["Samtliga", "vi"], ["styrelsen:"], ["Alla kommuner"]])
    def test_finds_owners_that_are_no_person(self, owners: list[str]) -> None:
        """One or several."""
        (finding,) = told(notes(ActionItem("Skriv", owners=owners)), "MP505")
        assert (finding.excerpt, finding.severity) == ("Skriv", Severity.NOTE)
        assert finding.message == f"Ingen person är ansvarig, bara ”{', '.join(owners)}”."

    @pytest.mark.parametrize("owners", [["Ida"], ["Alla", "Ida"], []])
    def test_leaves_the_others(self, owners: list[str]) -> None:
        """A person among them is enough; what has no owner is another rule's."""
        assert told(notes(ActionItem("Skriv", owners=owners)), "MP505") == []

    def test_is_for_those_who_select_it(self) -> None:
        """*Alla: skicka in svaren* may be just what was meant."""
        action = ActionItem("Skicka in svaren", owners=["Alla"], due=LATER)
        assert [one.code for one in check(notes(action)) if one.code.startswith("MP5")] == []


class TestPromiseWithoutDate:
    def test_finds_promises_in_running_text(self) -> None:
        """Each of them."""
        promise = ActionItem("Ida ringer Bo.", owners=["Ida"], basis=Basis.RECOGNISED)
        (finding,) = told(notes(promise), "MP506")
        assert (finding.excerpt, finding.severity) == ("Ida ringer Bo.", Severity.NOTE)
        assert finding.message == "Det står inte när det som utlovas ska vara klart."
        assert "MP506" not in [one.code for one in check(notes(promise))]

    @pytest.mark.parametrize("basis", [Basis.STATED, Basis.CONFIRMED, None])
    def test_leaves_lists(self, basis: Basis | None) -> None:
        """Those are told by MP502."""
        assert quoted(ActionItem("Ring", basis=basis), code="MP506") == []

    @pytest.mark.parametrize("text", ["Ida ringer i mars.", "Ida ringer nästa vecka.", "Ida bevakar frågan."])
    def test_leaves_those_that_say_when(self, text: str) -> None:
        """In any way."""
        assert quoted(ActionItem(text, basis=Basis.RECOGNISED), code="MP506") == []


@pytest.mark.parametrize("code", ["MP501", "MP502", "MP503", "MP504", "MP505", "MP506"])
def test_takes_time_by_length(code: str) -> None:
    """Twice as much takes twice as long: of actions, of rows, and in one long text."""

    def large(size: int) -> Meeting:
        rows = [[Cell([ActionItem(f"Skriv {n}")]), "Ida", "snarast"] for n in range(size)]
        body = [
            *(ActionItem(f"Skriv {n}", basis=[Basis.STATED, Basis.RECOGNISED][n % 2]) for n in range(size)),
            Table([["Åtgärd", "Ansvarig", "Klart"], *rows]),
            ActionItem("så fort som så snart " * size, due=EARLIER),
        ]
        return notes(*body)

    small, double = large(150), large(300)
    assert grows_at_most(lambda: check(small, select=[code]), lambda: check(double, select=[code]), 3)
