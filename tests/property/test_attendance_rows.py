"""Rows of attendance lists over generated rows: nothing lost, nobody invented, total, and read back."""

from collections import Counter

from hypothesis import example, given
from hypothesis import strategies as st

from letters import letters, letters_of
from motesprotokoll.model import Participant
from motesprotokoll.model.text import canonical
from motesprotokoll.swedish import (
    GR_MUNICIPALITIES,
    family_name,
    find_organisation,
    format_participant,
    parse_participant,
    parse_participants,
    parse_row,
    reads_back,
    resolve_name,
    sort_participants,
)

NAMES = st.sampled_from(
    ("Ida Ek", "Bo von Sten", "Eva-Lotta Alm", "Åsa Öst Berg", "Zulejka Xyz", "Ida", "I. Ek")
)
BODIES = st.sampled_from(
    ("Ale", "Lilla Edet", "Göteborgs Stad", "GR", "Vård och omsorg", "Stora Torget", "Volvo")
)
ROLES = st.sampled_from(("tf. HR-chef", "ordförande", "Rektor", "1:e vice ordförande", "Kommunalrådet"))
REMARKS = st.sampled_from(
    ("(S)", "(via länk)", "§§ 21–23", "via länk", "X", "m.fl.", "a@b.example", "vakant", "12")
)
SIGNS = st.sampled_from(
    (", ", " ", " – ", ": ", "; ", " och ", " samt ", " / ", "\t", " (", ") ", " & ", "   ")
)
ROWS = (
    st.lists(NAMES | BODIES | ROLES | REMARKS | SIGNS | st.text(max_size=3), max_size=12).map("".join)
    | st.text()
)


class TestRows:
    @given(ROWS)
    @example("Ida Ek och , ")
    @example("Ida Ek och , Bo Alm")
    def test_nothing_is_lost(self, row: str) -> None:
        """Every letter of a row that names somebody stands in the people or in the labels."""
        found = parse_row(row)
        if found.people:
            assert letters(row) <= letters_of(*found.people) + letters(" ".join(found.labels))

    @given(ROWS)
    def test_nothing_is_invented(self, row: str) -> None:
        """No value holds words that the row does not hold; labels stand with somebody only."""
        found = parse_row(row)
        there = letters(row)
        for one in found.people:
            assert letters_of(one) <= there
        assert found.people or not found.labels
        assert parse_participants(row) == found.people

    @given(ROWS)
    def test_what_reads_back_does(self, row: str) -> None:
        """A person of a row is written so that it is read again, where `reads_back` says so."""
        for one in parse_participants(row):
            again = parse_participant(format_participant(one))
            same = (again.name, again.role, again.unit, again.organisation, again.note)
            assert reads_back(one) == (same == (one.name, one.role, one.unit, one.organisation, one.note))

    @given(NAMES, st.none() | ROLES, st.none() | st.sampled_from(("Skolförvaltningen", "Berg & Co")), BODIES)
    def test_usual_people_read_back(self, name: str, role: str | None, unit: str | None, body: str) -> None:
        """Who is written in the usual way is read as the same person."""
        assert reads_back(Participant(name, role=role, unit=unit, organisation=body))


class TestPeople:
    @given(
        st.text(), st.lists(st.builds(Participant, st.text(min_size=1).filter(canonical) | NAMES), max_size=4)
    )
    def test_a_name_is_one_of_the_list(self, written: str, people: list[Participant]) -> None:
        """Whatever is written names one of the people or nobody."""
        found = resolve_name(written, people)
        assert found is None or found in people

    @given(st.text() | BODIES)
    def test_an_organisation_is_one_of_the_list(self, text: str) -> None:
        """Whatever is written finds one of the municipalities or none."""
        assert find_organisation(text) in (None, *GR_MUNICIPALITIES)

    @given(st.lists(NAMES, max_size=6), st.sampled_from(("given", "family", "organisation")))
    def test_sorting_keeps_everybody(self, names: list[str], by: str) -> None:
        """Nobody is lost or added, and sorting again changes nothing."""
        people = tuple(map(Participant, names))
        found = sort_participants(people, by=by)  # type: ignore[arg-type]
        assert Counter(found) == Counter(people)
        assert sort_participants(found, by=by) == found  # type: ignore[arg-type]

    @given(st.text() | NAMES)
    def test_a_family_name_is_a_part_of_the_name(self, name: str) -> None:
        """The family name stands in the name."""
        assert "".join(family_name(name).split()) in "".join(name.split())
