"""Which parts of two versions are the same ones."""

import pytest

from motesprotokoll.comparing import alignment
from motesprotokoll.comparing.alignment import aligned, rising
from motesprotokoll.comparing.likeness import keys, kin, likeness, looks_of
from motesprotokoll.comparing.matching import Match, matched, spelt_out
from motesprotokoll.model import (
    AgendaItem,
    Attachment,
    Decision,
    Member,
    Network,
    Occasion,
    Paragraph,
    PartialDate,
    Participant,
    Schedule,
    Section,
    Table,
    Unread,
)


def paragraphs(*texts: str) -> list[Paragraph]:
    return [Paragraph(text) for text in texts]


class TestAligned:
    @pytest.mark.parametrize(
        ("old", "new", "pairs"),
        [
            ("", "", []),
            ("abc", "abc", [(0, 0), (1, 1), (2, 2)]),
            ("abc", "", []),
            ("abcd", "acd", [(0, 0), (2, 1), (3, 2)]),
            ("xay", "bac", [(1, 1)]),
            ("aab", "ab", [(0, 0), (2, 1)]),
        ],
    )
    def test_small_ones_are_exact(self, old: str, new: str, pairs: list[tuple[int, int]]) -> None:
        """A longest common subsequence."""
        assert aligned(old, new) == pairs

    def test_large_ones_go_by_what_is_unique(self) -> None:
        """What stands once on each side, and what lies around it."""
        old = [*range(500), -1, -2, *range(500, 1000)]
        new = [*range(1000, 1500), 7, -2, -1, *range(1500, 2000)]
        assert aligned(old, new) in ([(7, 500), (500, 502)], [(7, 500), (501, 501)])

    def test_nothing_unique_in_a_large_gap(self) -> None:
        """Is nothing in common, for what it would cost to find out."""
        assert aligned("ab" * 100, "ba" * 100 + "c") == []

    def test_gaps_in_gaps_have_an_end(self, monkeypatch: pytest.MonkeyPatch) -> None:
        """However often something unique is found between what is unique."""
        monkeypatch.setattr(alignment, "_DEEPEST", 0)
        old, new = [*range(100), -1, *range(100, 200)], [*range(200, 300), -1, *range(300, 400)]
        assert aligned(old, new) == []


class TestRising:
    @pytest.mark.parametrize(
        ("numbers", "count"), [([], 0), ([3], 1), ([1, 2, 3], 3), ([3, 2, 1], 1), ([2, 0, 1, 3], 3)]
    )
    def test_gives_a_longest_run(self, numbers: list[int], count: int) -> None:
        """By its places, in their order."""
        places = rising(numbers)
        assert len(places) == count
        run = [numbers[place] for place in places]
        assert places == sorted(places)
        assert run == sorted(run)


class TestMatched:
    def test_what_is_equal_first(self) -> None:
        """In its order; and crosswise, as moved."""
        old, new = paragraphs("ett", "två", "tre"), paragraphs("tre", "ett", "två")
        assert matched(old, new, 9) == (Match(0, 1), Match(1, 2), Match(2, 0, moved=True))

    def test_the_same_texts_twice(self) -> None:
        """Each in its turn; one of several that went is not guessed."""
        old, new = paragraphs("x", "y", "x"), paragraphs("x", "x", "y")
        assert len(matched(old, new, 9)) == 3
        assert len(matched(paragraphs("x", "a b", "x"), paragraphs("x", "c d"), 9)) == 1

    def test_what_is_known_by_a_name(self) -> None:
        """However it has changed besides."""
        old = [Participant("Ida Ek", role="chef", organisation="Ale"), Participant("Bo Ask")]
        new = [Participant("Bo Ask", note="via länk"), Participant("Ida Ek", organisation="Lerum")]
        assert {(one.old, one.new) for one in matched(old, new, 9)} == {(0, 1), (1, 0)}

    def test_the_best_pairs_first(self) -> None:
        """A better one further away goes before a worse one that is near."""
        old = paragraphs("Vi sparar pengar under våren", "Vi firar jul med alla andra i Ale")
        new = paragraphs("Vi firar jul med alla andra i Lerum", "Vi sparar pengar under hösten")
        assert {(one.old, one.new) for one in matched(old, new, 9)} == {(0, 1), (1, 0)}

    def test_the_number_counts_for_items(self) -> None:
        """A few common words are enough between two of the same number, wherever they stand."""
        old = [
            AgendaItem("Rapport om kurser", number="4", body=["Ida berättar om maj."]),
            *map(AgendaItem, "abc"),
        ]
        new = [
            *map(AgendaItem, "abc"),
            AgendaItem("Rapport och kurser", number="4", body=["Bo säger något helt annat."]),
        ]
        assert Match(0, 3, moved=True) in matched(old, new, 9) or Match(0, 3) in matched(old, new, 9)

    def test_other_classes_are_other_things(self) -> None:
        """But a text may become a decision."""
        assert not matched([Paragraph("samma ord")], [Section("samma ord")], 9)
        assert matched([Paragraph("samma ord")], [Decision("samma ord")], 9)

    def test_reach_bounds_the_work(self) -> None:
        """What lies far away is not looked at where much is left."""
        far = [f"unik text nummer {place} i raden" for place in range(60)]
        others = [f"{place}{place}" for place in range(60)]
        old = paragraphs(*others, "Vi sparar pengar under våren i år")
        new = paragraphs("Vi sparar pengar under hösten i år", *far)
        assert not matched(old, new, 2)
        assert matched(old, new, 200)


class TestKeys:
    def test_each_class_has_its_own(self) -> None:
        """The surest first."""
        assert keys(AgendaItem("Budget", number="1")) == ((None, "budget"), ("1", "budget"), ("budget",))
        assert keys(AgendaItem()) == ((None, None), (None, None), (None,))
        assert keys(Member("Ida Ek")) == (("Ida Ek",),)
        assert keys(Attachment("A", url="b")) == (("A",), ("b",))
        assert keys(Schedule("A", year=2027)) == (("A", 2027), ("A",))
        assert keys(Table([["x"]], title="T")) == (("T",),)
        assert keys(Decision("x", id="b1")) == (("b1",),)
        assert keys(Occasion(PartialDate("i maj")))[-1] == (None,)
        assert keys(Paragraph("x")) == ()

    def test_kin(self) -> None:
        """The same class, or two texts."""
        assert kin(Paragraph("x"), Unread("x"))
        assert not kin(Paragraph("x"), Section("x"))


class TestLikeness:
    def test_goes_by_words(self) -> None:
        """From 0 to 1, wherever the words stand."""
        one, other = (
            looks_of(Paragraph("Vi sparar pengar nu i vår")),
            looks_of(Paragraph("I vår sparar vi pengar nu")),
        )
        assert likeness(one, other) == 1
        assert likeness(one, looks_of(Paragraph("ingenting gemensamt finns här alls"))) == 0
        assert likeness(looks_of(Paragraph("–")), looks_of(Paragraph("–"))) == 0

    def test_few_words_go_by_letters(self) -> None:
        """So that a misspelt title is known again."""
        assert 0.5 < likeness(looks_of(Section("Budget")), looks_of(Section("Budgt"))) < 1
        assert looks_of(Paragraph("ett två tre fyra fem")).letters == frozenset()

    def test_people_go_by_their_names(self) -> None:
        """Not by roles and places that many have."""
        one, other = (Participant(name, role="HR-chef", organisation="Ale") for name in ("Ida Ek", "Bo Ask"))
        assert likeness(looks_of(one), looks_of(other)) == 0


def test_what_differs_is_spelt_differently() -> None:
    """Down to classes and the order of parts."""
    values = [
        Network("a", short_name="b"),
        Network("a', 'b"),
        Paragraph("a"),
        Unread("a"),
        ("a", "b"),
        (("a",), "b"),
        None,
        "None",
    ]
    assert len({spelt_out(value) for value in values}) == len(values)
