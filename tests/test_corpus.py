"""How well the reader must understand our corpus, and that the score tells the truth.

Every figure stands in `score`, which ``make score`` prints.
"""

from pathlib import Path

import attrs
import pytest

import motesprotokoll as mp
from score import CORPUS, FIELDS, Score, Tally, alone, compare, documents, lost, names, score


@attrs.frozen
class Goal:
    """The least that a field may reach."""

    f1: float
    precision: float = 0.0


GOALS = {
    "date": Goal(f1=0.97),
    "time": Goal(f1=0.97),
    "place": Goal(f1=0.97),
    "kind": Goal(f1=0.97),
    "body": Goal(f1=0.97),
    "participants": Goal(f1=0.97),
    "items": Goal(f1=0.98),
    "decisions": Goal(f1=0.93, precision=0.97),
    "actions": Goal(f1=0.85),
    "next meeting": Goal(f1=0.95),
    "signers": Goal(f1=0.95),
}
"""By the name of the field."""

ONE = CORPUS / "27-styrgrupp-yaml.json"


@pytest.fixture(scope="module")
def total() -> Score:
    return score()


def expected(path: Path = ONE) -> mp.Meeting:
    meeting = mp.load(path)
    assert isinstance(meeting, mp.Meeting)
    return meeting


def compared(read: mp.Meeting, name: str = "27-styrgrupp-yaml.md") -> Score:
    one = Score({field: Tally() for field in names()})
    compare(one, Path(name), expected(), read)
    return one


@pytest.mark.slow
class TestCorpus:
    @pytest.mark.parametrize("what", ["crashes", "slow", "lost", "invented"])
    def test_has_none(self, total: Score, what: str) -> None:
        """No document crashes, hangs or loses a letter; nothing is invented where almost nothing is said."""
        assert getattr(total, what) == []

    def test_is_large_enough(self) -> None:
        """Sixty documents, in every format that minutes come in."""
        found = [path for path, _ in documents()]
        assert len(found) >= 60
        assert {path.suffix for path in found} == {".txt", ".md", ".docx", ".pdf"}

    def test_every_document_has_its_expected_meeting(self) -> None:
        """And every expected meeting its document."""
        assert alone() == []

    def test_reaches_its_goals(self, total: Score) -> None:
        """Each field is read at least as well as was promised."""
        short = [
            f"{name}: F1 {tally.f1:.3f}, precision {tally.precision:.3f}"
            for name, goal in GOALS.items()
            for tally in [total.tallies[name]]
            if tally.f1 < goal.f1 or tally.precision < goal.precision
        ]
        assert short == []


class TestScore:
    def test_an_expected_meeting_agrees_with_itself(self) -> None:
        """Every document that is read as expected is all right, the vague and the nameless included."""
        for path, meeting in documents():
            one = Score({field: Tally() for field in names()})
            compare(one, path, expected(meeting), expected(meeting))
            assert one.misses[path.name] == []
            assert one.invented == []

    def test_what_is_not_read_is_missed(self) -> None:
        """Of an empty meeting nothing is false and every fact is missed."""
        one = compared(mp.Meeting())
        for field in FIELDS:
            facts = len(list(field.facts(expected())))
            assert one.tallies[field.name] == Tally(missed=facts)
        assert one.tallies["participants"].f1 == 0
        assert one.tallies["participants"].precision == 1

    def test_a_participant_is_one_fact_with_organisation_and_attendance(self) -> None:
        """Who comes from elsewhere or was not there is both false and missed; the name alone is right."""
        meeting = expected()
        moved = attrs.evolve(meeting.participants[0], organisation="Annorstädes")
        gone = attrs.evolve(meeting.participants[1], attendance=mp.Attendance.ABSENT)
        one = compared(attrs.evolve(meeting, participants=[moved, gone, *meeting.participants[2:]]))
        assert one.tallies["participants"] == Tally(right=4, false=2, missed=2)
        assert one.tallies["names"] == Tally(right=6)

    @pytest.mark.parametrize(
        ("wish", "read", "right"),
        [
            (("Ekonomi 💰", "Punkt 2"), ("Ekonomi", "2"), 1),
            (("E-arkiv – läget", "3."), ("E arkiv: läget", "3"), 1),
            (("Ekonomi", "§ 2"), ("Ekonomi", "2"), 0),
            (("Ekonomi", "2"), ("Ekonomin", "2"), 0),
        ],
    )
    def test_items_are_number_and_title(
        self, wish: tuple[str, str], read: tuple[str, str], right: int
    ) -> None:
        """Of sub-items, too; stops, dashes, emoji and the word Punkt do not count, a § does."""
        meetings = [
            mp.Meeting(agenda=[mp.AgendaItem("Överst", items=[mp.AgendaItem(title, number=number)])])
            for title, number in (wish, read)
        ]
        one = Score({field: Tally() for field in names()})
        compare(one, Path("27.md"), *meetings)
        assert one.tallies["items"] == Tally(right=1 + right, false=1 - right, missed=1 - right)

    @pytest.mark.parametrize(
        ("text", "right"),
        [
            ("Styrgruppen beslutar: att INTE söka förlängning hos fonden", 1),
            ("Styrgruppen beslutar att inte söka förlängning hos fonderna.", 1),
            ("Styrgruppen beslutar att söka tre andra fonder.", 0),
        ],
    )
    def test_decisions_are_the_same_when_nearly_all_their_letters_are(self, text: str, right: int) -> None:
        """Marks and capitals do not count, and nine letters in ten are enough."""
        read = mp.Meeting(agenda=[mp.AgendaItem("Budget", body=[mp.Decision(text)])])
        assert compared(read).tallies["decisions"].right == right

    def test_owners_are_counted_with_their_action(self) -> None:
        """The right name on another action is false, and is missed on its own."""
        body = [mp.ActionItem("Boka studiebesök i Furuby", owners=["Rakel Tingvall"])]
        one = compared(mp.Meeting(agenda=[mp.AgendaItem("Att göra", body=body)]))
        assert one.tallies["actions"] == Tally(right=1, missed=3)
        assert one.tallies["owners"] == Tally(false=1, missed=5)

    @pytest.mark.parametrize(
        ("wish", "read", "right"),
        [
            ("i slutet av augusti", "preliminärt i slutet av augusti", 1),
            ("i slutet av augusti", "i början av augusti", 0),
        ],
    )
    def test_a_vague_next_meeting_may_say_more(self, wish: str, read: str, right: int) -> None:
        """But not something else."""
        one = Score({field: Tally() for field in names()})
        meetings = [mp.Meeting(next_meeting=mp.PartialDate(text)) for text in (wish, read)]
        compare(one, Path("27.md"), *meetings)
        assert one.tallies["next meeting"].right == right

    def test_what_a_document_that_says_nothing_gives_is_invented(self) -> None:
        """Each false fact but headings is told, and so are fields that no row counts."""
        read = mp.Meeting("Styrelsen", number="7", next_meeting=mp.Occasion(place="Salen"))
        one = Score({field: Tally() for field in names()})
        compare(one, Path("40-bara-namn.txt"), mp.Meeting(), read)
        assert [line.split(": ")[1] for line in one.invented] == [
            "body",
            "next place",
            "number",
            "next_meeting",
        ]

    @pytest.mark.parametrize("name", ["27-styrgrupp-yaml.md", "45-huvudantal.txt"])
    def test_letters_that_a_reading_leaves_out_are_lost(self, name: str) -> None:
        """Those of the title alone, and of a reading of nothing all."""
        reading = mp.read(CORPUS / name)
        item = attrs.evolve(reading.meeting.agenda[0], title=None)
        shorter = attrs.evolve(reading.meeting, agenda=[item, *reading.meeting.agenda[1:]])
        title = reading.meeting.agenda[0].title
        assert title is not None
        gone = lost(CORPUS / name, attrs.evolve(reading, meeting=shorter))
        assert gone.total() == sum(map(str.isalnum, title))
        assert lost(CORPUS / name, mp.Reading(mp.Meeting())).total() > 100
