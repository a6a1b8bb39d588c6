"""The two real documents, by numbers and relations only: no name and no sentence of theirs stands here."""

import re
from datetime import date, time, timedelta
from functools import cache
from itertools import pairwise
from pathlib import Path

import pytest

from motesprotokoll.extraction import Extraction
from motesprotokoll.interpret import Reading, interpret
from motesprotokoll.interpret.accounting import count, letters_of_reading, spoken
from motesprotokoll.limits import DEFAULT_LIMITS
from motesprotokoll.model import Basis, BulletList, DateSpan, Kind, Mode, Outcome, PartOfDay, TimeSpan
from motesprotokoll.readers.text import TextReader

SPRING = "anteckningar-2023-04-21.txt"
AUTUMN = "anteckningar-2023-09-08.txt"
WORD = re.compile(r"\w+")


@cache
def read(path: Path) -> tuple[Extraction, Reading]:
    extraction = TextReader().read(path.read_bytes(), DEFAULT_LIMITS)
    return extraction, interpret(extraction)


@pytest.fixture
def spring(seeds: Path) -> Reading:
    return read(seeds / SPRING)[1]


@pytest.fixture
def autumn(seeds: Path) -> Reading:
    return read(seeds / AUTUMN)[1]


class TestSpring:
    def test_head(self, spring: Reading) -> None:
        """Body, kind, day, hours and place stand in the head; the title is the second heading."""
        meeting = spring.meeting
        assert meeting.network is not None
        assert meeting.kind is Kind.NOTES
        assert meeting.date == date(2023, 4, 21)
        assert meeting.occasion is not None
        assert meeting.occasion.times == TimeSpan(time(9), time(12))
        assert meeting.place is not None
        assert meeting.place.count(",") == 2
        assert meeting.title is not None
        assert meeting.title.startswith(meeting.kind_label.split()[0] if meeting.kind_label else "?")

    def test_attendance(self, spring: Reading) -> None:
        """10 are present, 2 in attendance, 6 absent; each comes from somewhere."""
        meeting = spring.meeting
        assert (len(meeting.present), len(meeting.in_attendance), len(meeting.absent)) == (10, 2, 6)
        assert all(one.organisation for one in meeting.participants)
        assert sum(one.role is not None for one in meeting.participants) == 2
        assert sum(one.unit is not None for one in meeting.participants) == 3
        assert len({one.group for one in meeting.participants}) == 3

    def test_items(self, spring: Reading) -> None:
        """There are 7 items in order, and the sixth has 6 sub-headings with something below each."""
        agenda = spring.meeting.agenda
        assert [item.number for item in agenda] == list("1234567")
        assert [len(item.items) for item in agenda] == [0, 0, 0, 0, 0, 6, 0]
        assert all(inner.body and inner.number is None for inner in agenda[5].items)
        assert not agenda[5].body

    def test_lists(self, spring: Reading) -> None:
        """Lists nest by their signs, three levels deep, over a page break."""
        lists = [block for block in spring.meeting.agenda[1].body if isinstance(block, BulletList)]
        assert [len(one.items) for one in lists] == [2]
        second = [block for item in lists[0].items for block in item.body if isinstance(block, BulletList)]
        assert [(len(one.items), one.items[0].marker) for one in second] == [(9, "o"), (2, "\u2212")]
        third = [block for item in second[0].items for block in item.body if isinstance(block, BulletList)]
        assert [(len(one.items), one.items[0].marker) for one in third] == [(14, "-")]

    def test_decisions(self, spring: Reading) -> None:
        """There are 3 own decisions, the last one negative, all recognised; none of other bodies or
        guests."""
        decisions = spring.meeting.decisions
        assert [one.outcome for one in decisions] == [Outcome.ADOPTED, Outcome.ADOPTED, Outcome.DECLINED]
        assert {one.basis for one in decisions} == {Basis.RECOGNISED}
        assert [one.affirmative for one in decisions] == [True, True, False]
        assert all(one.decided_by is not None and one.text.startswith(one.decided_by) for one in decisions)
        assert spring.meeting.network is not None
        assert decisions[2].decided_by == spring.meeting.network.name

    def test_actions(self, spring: Reading) -> None:
        """One action, whose owner is resolved to the full name of one in attendance."""
        actions = spring.meeting.actions
        assert len(actions) == 1
        owner = next(one for one in spring.meeting.in_attendance if one.name == actions[0].owners[0])
        assert actions[0].text.startswith(owner.name.split()[0])

    def test_next_meeting(self, spring: Reading) -> None:
        """The next meeting is on 26 May 2023, 09.00–12.00, on site; its place is preliminary, not its
        date."""
        following = spring.meeting.next_meeting
        assert following is not None
        assert following.dates == DateSpan(date(2023, 5, 26))
        assert following.times == TimeSpan(time(9), time(12))
        assert following.mode is Mode.ON_SITE
        assert following.place is not None
        assert (following.tentative, following.place_tentative) == (False, True)
        assert [finding.code for finding in spring.findings if finding.severity == "warning"] == [
            "date.year-inferred"
        ]

    def test_note_taker(self, spring: Reading) -> None:
        """The note-taker is one of those in attendance, with the organisation as it is written there."""
        assert spring.meeting.note_taker is not None
        assert spring.meeting.note_taker.name in {one.name for one in spring.meeting.in_attendance}
        assert spring.meeting.note_taker.organisation == spring.meeting.in_attendance[0].organisation

    def test_links(self, spring: Reading) -> None:
        """The address at the foot of a page is a link in the body, and splits no sentence."""
        assert len(spring.meeting.links) == 1
        assert spring.furniture == ()


class TestAutumn:
    def test_attendance(self, autumn: Reading) -> None:
        """11 are present, 2 in attendance, 5 absent."""
        meeting = autumn.meeting
        assert (len(meeting.present), len(meeting.in_attendance), len(meeting.absent)) == (11, 2, 5)
        assert meeting.date == date(2023, 9, 8)

    def test_items(self, autumn: Reading) -> None:
        """There are 6 items, the last one empty; the third has 30 minutes, which its title still says."""
        agenda = autumn.meeting.agenda
        assert [item.number for item in agenda] == list("123456")
        assert (agenda[5].body, agenda[5].items) == ((), ())
        assert [item.planned_duration for item in agenda] == [
            None,
            None,
            timedelta(minutes=30),
            None,
            None,
            None,
        ]
        assert "30" in (agenda[2].title or "")
        assert [len(item.items) for item in agenda] == [0, 0, 1, 3, 0, 0]

    def test_decisions(self, autumn: Reading) -> None:
        """There are two decisions, with the verbs "spikar" and "beslutar"."""
        decisions = autumn.meeting.decisions
        assert ["spikar" in one.text for one in decisions] == [True, False]
        assert ["beslutar" in one.text for one in decisions] == [False, True]
        assert [one.outcome for one in decisions] == [Outcome.ADOPTED] * 2

    def test_actions(self, autumn: Reading) -> None:
        """Three actions; two people share the first, and one of several Marias is told apart by her place."""
        actions = autumn.meeting.actions
        assert [len(one.owners) for one in actions] == [2, 1, 1]
        names = {one.name for one in autumn.meeting.participants}
        assert all(owner in names for one in actions for owner in one.owners)
        first = actions[1].owners[0].split()[0]
        assert sum(name.split()[0] == first for name in names) > 2
        assert actions[1].owners[0] in {one.name for one in autumn.meeting.absent}

    def test_schedule(self, autumn: Reading) -> None:
        """A schedule of seven mornings in 2024, one of them a labelled Thursday and Friday."""
        schedule = autumn.meeting.schedule
        assert schedule is not None
        assert schedule.year == 2024
        assert schedule.part_of_day is PartOfDay.MORNING
        assert len(schedule.occasions) == 7
        assert {one.part_of_day for one in schedule.occasions} == {PartOfDay.MORNING}
        days = [one.first_day for one in schedule.occasions]
        assert all(day is not None and day.year == 2024 for day in days)
        assert all(before < after for before, after in pairwise(day for day in days if day is not None))
        labelled = [one for one in schedule.occasions if one.label is not None]
        assert len(labelled) == 1
        assert isinstance(labelled[0].dates, DateSpan)
        assert (labelled[0].dates.start.weekday(), labelled[0].dates.end.weekday()) == (3, 4)

    def test_furniture(self, autumn: Reading) -> None:
        """The running header and the page mark are furniture; the same words as the body's name are not
        lost there."""
        assert len(autumn.furniture) == 2
        assert autumn.meeting.network is not None
        assert autumn.meeting.network.name in autumn.furniture

    def test_note_taker(self, autumn: Reading) -> None:
        """The organisation of the note-taker is as written: an abbreviation, not the name in the list."""
        assert autumn.meeting.note_taker is not None
        assert len(autumn.meeting.note_taker.organisation or "") == 2


@pytest.mark.parametrize("name", [SPRING, AUTUMN])
class TestNothingIsLost:
    def test_letters(self, seeds: Path, name: str) -> None:
        """Every letter and figure of the file is in the meeting, the furniture or the labels, once."""
        text = (seeds / name).read_text(encoding="utf-8")
        assert letters_of_reading(read(seeds / name)[1]) == count(text)

    def test_spelling(self, seeds: Path, name: str) -> None:
        """Every word of the file is there as it was spelt, and no other word is."""
        extraction, reading = read(seeds / name)
        held = " ".join((*spoken(reading.meeting), *reading.labels, *reading.furniture))
        words = {word for line in extraction.lines for word in WORD.findall(line.text)}
        assert words == set(WORD.findall(held))
