"""Each rule about people finds what the lists contradict, tells where, and leaves namesakes in peace."""

import pytest

from checked import places, told
from motesprotokoll.checks import check
from motesprotokoll.findings import Severity
from motesprotokoll.model import (
    ActionItem,
    AgendaItem,
    Attendance,
    Kind,
    Meeting,
    Member,
    Network,
    Participant,
)
from timing import grows_at_most

PRESENT, ALSO, ABSENT = Attendance.PRESENT, Attendance.IN_ATTENDANCE, Attendance.ABSENT


def present(*names: str, **more: object) -> Meeting:
    """A meeting at which those were."""
    people = [Participant(name, attendance=PRESENT) for name in names]
    return Meeting(**{"participants": people, **more})  # type: ignore[arg-type]


def given(*owners: str, names: tuple[str, ...] = ("Ida Ek", "Bo Al"), **more: object) -> Meeting:
    """A meeting at which *names* were and each of *owners* was given something."""
    actions = [ActionItem(f"{owner} återkommer.", owners=[owner]) for owner in owners]
    return present(*names, agenda=[AgendaItem("a", body=actions)], **more)


class TestPresentAndAbsent:
    @pytest.mark.parametrize(("one", "other"), [(PRESENT, ABSENT), (ABSENT, ALSO)])
    def test_at_the_second_of_the_two_lines(self, one: Attendance, other: Attendance) -> None:
        """Capitals make no other name."""
        meeting = Meeting(
            participants=[Participant("Ida Ek", attendance=one), Participant("IDA EK", attendance=other)]
        )
        (finding,) = told(meeting, "MP301")
        assert (finding.where, finding.excerpt) == ("$.participants[1]", "IDA EK")
        assert finding.message == "IDA EK står både som närvarande och som frånvarande."

    def test_two_people_of_one_name_are_two(self) -> None:
        """The same name from two places is no contradiction; nor is one that was invited and did not come."""
        people = [
            Participant("Ida Ek", organisation="Ale", attendance=PRESENT),
            Participant("Ida Ek", organisation="Partille", attendance=ABSENT),
        ]
        assert told(Meeting(participants=people), "MP301") == []
        invited = [Participant("Ida Ek"), Participant("Ida Ek", attendance=ABSENT)]
        assert told(Meeting(participants=invited), "MP301") == []


class TestListedTwice:
    @pytest.mark.parametrize("attendance", [PRESENT, ABSENT, None])
    def test_in_the_same_way(self, attendance: Attendance | None) -> None:
        """Whichever that is; one line may say more than the other."""
        twice = [
            Participant("Ida Ek", attendance=attendance),
            Participant("Ida Ek", organisation="Ale", attendance=attendance),
        ]
        assert places(Meeting(participants=twice), "MP302") == ["$.participants[1]"]

    def test_in_two_ways(self) -> None:
        """Invited and then present is in order, and so is a namesake."""
        invited = [Participant("Ida Ek"), Participant("Ida Ek", attendance=PRESENT)]
        assert told(Meeting(participants=invited), "MP302") == []
        namesakes = [Participant("Ida Ek", organisation=one) for one in ("Ale", "Lerum")]
        assert told(Meeting(participants=namesakes), "MP302") == []


class TestUnlistedOwner:
    @pytest.mark.parametrize("owner", ["Karin Lindgren", "Karin", "Karin på Ale kommun", "Ida Lindgren"])
    def test_nobody_of_that_name(self, owner: str) -> None:
        """A full name, a first name, and one with a place."""
        (one,) = told(given(owner), "MP303")
        assert (one.where, one.excerpt) == ("$.agenda[0].body[0]", owner)
        assert one.message.startswith(owner)
        assert one.severity is Severity.WARNING

    @pytest.mark.parametrize(
        "owner",
        ["Ida Ek", "Ida", "Idas", "Ida E", "Ek", "ida", "Ida på Ale", "Ida (Ale)", "I. Ek"],
    )
    def test_somebody_of_that_name(self, owner: str) -> None:
        """In part, in the genitive, with an initial, with a place."""
        assert told(given(owner), "MP303") == []

    @pytest.mark.parametrize(
        "owner",
        ["Ale kommun", "Alla", "Styrgruppen", "Ordföranden", "IE", "Göteborg & Co", "Prefekten", "Hamn"],
    )
    def test_nobody_at_all(self, owner: str) -> None:
        """Organisations, groups, titles, initials and words are no people."""
        assert told(given(owner), "MP303") == []

    def test_everybody_who_is_known(self) -> None:
        """Those who were excused, those with an office, and the members of the body."""
        absent = Participant("Karin Lindgren", attendance=ABSENT)
        came = [Participant(name, attendance=PRESENT) for name in ("Ida Ek", "Bo Al")]
        assert told(given("Karin", participants=[*came, absent]), "MP303") == []
        assert told(given("Karin Lindgren", note_taker="Karin Lindgren"), "MP303") == []
        network = Network("Nätverket", members=[Member("Karin Lindgren")])
        assert told(given("Karin Lindgren", network=network), "MP303") == []

    def test_without_a_list_nobody_is_missed(self) -> None:
        """One name is no list."""
        assert told(given("Karin Lindgren", names=("Ida Ek",)), "MP303") == []
        assert told(given("Karin Lindgren", names=()), "MP303") == []

    def test_each_name_once(self) -> None:
        """However much there is to do; a name that was resolved does not stand in the text."""
        assert len(told(given("Karin Lindgren", "Karin Lindgren"), "MP303")) == 1
        body = [ActionItem("KL återkommer.", owners=["Karin Lindgren"])]
        (one,) = told(present("Ida Ek", "Bo Al", agenda=[AgendaItem("a", body=body)]), "MP303")
        assert one.excerpt is None

    def test_a_slip_is_told_as_one(self) -> None:
        """By another rule."""
        meeting = given("Karin Lindgrenn", names=("Karin Lindgren", "Bo Al"))
        assert told(meeting, "MP303") == []
        assert places(meeting, "MP308") == ["$.agenda[0].body[0]"]


class TestAmbiguousOwner:
    @pytest.mark.parametrize("owner", ["Maria", "Marias", "maria"])
    def test_two_of_those_who_were_there(self, owner: str) -> None:
        """They are named."""
        (one,) = told(given(owner, names=("Maria Ek", "Maria Lind", "Bo Al")), "MP304")
        assert (one.where, one.excerpt) == ("$.agenda[0].body[0]", owner)
        assert one.message == f"”{owner}” kan vara flera av dem som var med: Maria Ek och Maria Lind."

    def test_a_surname_that_two_have(self) -> None:
        """Is no better."""
        assert len(told(given("Vik", names=("Doris Vik", "Emil Vik")), "MP304")) == 1

    @pytest.mark.parametrize("owner", ["Maria Ek", "Maria på Ale", "Bo", "Karin", "M", ""])
    def test_one_of_them(self, owner: str) -> None:
        """A full name, one with a place, one that fits one or none."""
        assert told(given(owner, names=("Maria Ek", "Maria Ek Lind", "Bo Al")), "MP304") == []

    def test_only_one_was_there(self) -> None:
        """Those who were absent are not meant."""
        people = [
            Participant("Maria Ek", attendance=PRESENT),
            Participant("Maria Lind", attendance=ABSENT),
            Participant("Bo Al", attendance=PRESENT),
        ]
        assert told(given("Maria", participants=people), "MP304") == []


class TestUnlistedOfficer:
    @pytest.mark.parametrize(
        ("office", "where"),
        [("chair", "$.chair"), ("note_taker", "$.note_taker"), ("verifiers", "$.verifiers[0]")],
    )
    def test_is_a_note(self, office: str, where: str) -> None:
        """For each of the offices."""
        who = ["Karin Lindgren"] if office == "verifiers" else "Karin Lindgren"
        (one,) = told(present("Ida Ek", "Bo Al", **{office: who}), "MP307")
        assert (one.where, one.excerpt, one.severity) == (where, "Karin Lindgren", Severity.NOTE)

    @pytest.mark.parametrize("name", ["Ida Ek", "IDA EK", "Ida", "I. Ek", "Ida Ekk", "Kansliet"])
    def test_is_in_the_list(self, name: str) -> None:
        """In part, but for a slip that another rule tells, or nobody at all."""
        assert told(present("Ida Ek", "Bo Al", note_taker=name), "MP307") == []

    @pytest.mark.parametrize("listed", ["Ida", "Ida E", "Ida E."])
    def test_a_first_name_in_the_list_will_do(self, listed: str) -> None:
        """Who signs with the full name may stand in the list as those write who know each other."""
        assert told(present(listed, "Bo", note_taker="Ida Ek"), "MP307") == []
        assert places(present(listed, "Bo", note_taker="Bea Ek"), "MP307") == ["$.note_taker"]

    def test_without_a_list(self) -> None:
        """Nobody is missing; and a person with two offices is told once."""
        assert told(present("Ida Ek", note_taker="Karin Lindgren"), "MP307") == []
        both = present("Ida Ek", "Bo Al", chair="Karin Lindgren", verifiers=["Karin Lindgren"])
        assert places(both, "MP307") == ["$.chair"]
        before = present("Ida Ek", "Bo Al", chair="Karin Lindgren", kind=Kind.SUMMONS)
        assert told(before, "MP307") == []


class TestNearlySameName:
    @pytest.mark.parametrize("name", ["Karin Ekh", "Carin Ek", "Kairn Ek", "Kari Ek"])
    def test_somebody_with_an_office(self, name: str) -> None:
        """One letter more, less, another, or two that changed places."""
        (one,) = told(present("Karin Ek", "Bo Al", note_taker=name), "MP308")
        assert (one.where, one.excerpt) == ("$.note_taker", name)
        assert one.message == f"{name} och Karin Ek skiljer sig med en bokstav: är det samma person?"

    @pytest.mark.parametrize("name", ["Karin Ek", "Karin Ekman", "Karin", "Eva Ek", "Bo Alm Ek"])
    def test_somebody_else(self, name: str) -> None:
        """Two letters are another name."""
        assert told(present("Karin Ek", "Bo Al", note_taker=name), "MP308") == []

    def test_both_are_listed(self) -> None:
        """Somebody who is in the list as written is no slip, whoever else is there."""
        assert told(present("Erik Berg", "Erika Berg", note_taker="Erika Berg"), "MP308") == []
        assert told(given("Eva Lund", names=("Eva Lind", "Eva Lund")), "MP308") == []

    def test_nearly_a_member(self) -> None:
        """Whose own name is not in the list."""
        network = Network("Nätverket", members=[Member("Karin Ek"), Member("Bo Al")])
        (one,) = told(present("Karin Ekh", "Bo Al", network=network), "MP308")
        assert (one.where, one.excerpt) == ("$.participants[0]", "Karin Ekh")
        assert told(present("Karin Ek", "Carin Ek", network=network), "MP308") == []

    def test_two_in_the_list(self) -> None:
        """With one given name and a letter more; two families and two places are two people."""
        assert places(present("Karin Ek", "Bo Al", "Karin Ekh"), "MP308") == ["$.participants[2]"]
        assert places(present("Karin Ekh", "Bo Al", "Karin Ek"), "MP308") == ["$.participants[0]"]
        assert told(present("Eva Lind", "Eva Lund"), "MP308") == []
        (note,) = told(present("Karin Ek", "Karin Ekh"), "MP308")
        assert note.severity is Severity.NOTE

    @pytest.mark.parametrize("field", ["organisation", "unit", "role", "note"])
    def test_two_in_the_list_who_are_two(self, field: str) -> None:
        """By where they come from, by title, or by party; where only one says so, nobody knows."""
        names = ("Karin Ek", "Karin Ekh")
        two = [
            Participant(name, attendance=PRESENT, **{field: says})  # type: ignore[arg-type]
            for name, says in zip(names, ("Ale", "Lerum"), strict=True)
        ]
        assert told(Meeting(participants=two), "MP308") == []
        assert len(told(Meeting(participants=[two[0], Participant("Karin Ekh")]), "MP308")) == 1

    def test_each_name_once(self) -> None:
        """However often it stands there."""
        meeting = given("Karin Ekh", names=("Karin Ek", "Bo Al"), chair="Karin Ekh", note_taker="Karin Ekh")
        assert places(meeting, "MP308") == ["$.chair"]


class TestAbsentOfficer:
    @pytest.mark.parametrize("office", ["chair", "note_taker"])
    def test_listed_as_absent(self, office: str) -> None:
        """And nowhere else."""
        absent = Participant("Ida Ek", attendance=ABSENT)
        (one,) = told(Meeting(participants=[absent], **{office: "IDA EK"}), "MP310")  # type: ignore[arg-type]
        assert (one.where, one.excerpt) == (f"$.{office}", "IDA EK")

    def test_also_listed_as_present(self) -> None:
        """That is told by another rule; whoever came or is not listed is in order."""
        both = [Participant("Ida Ek", attendance=one) for one in (PRESENT, ABSENT)]
        assert told(Meeting(participants=both, chair="Ida Ek"), "MP310") == []
        assert told(Meeting(participants=both[:1], chair="Ida Ek"), "MP310") == []
        assert told(Meeting(participants=both[1:], chair="Bo Al"), "MP310") == []
        assert told(Meeting(kind=Kind.SUMMONS, participants=both[1:], chair="Ida Ek"), "MP310") == []


class TestVerifiesOwnNotes:
    def test_one_for_both(self) -> None:
        """Of a formal protocol."""
        meeting = Meeting(kind=Kind.MINUTES, note_taker="Ida Ek", verifiers=["Bo Al", "IDA EK"])
        (one,) = told(meeting, "MP311")
        assert (one.where, one.excerpt) == ("$.verifiers[1]", "IDA EK")

    def test_two_people(self) -> None:
        """Or nobody, or notes."""
        assert told(Meeting(kind=Kind.MINUTES, note_taker="Ida Ek", verifiers=["Bo Al"]), "MP311") == []
        assert told(Meeting(kind=Kind.MINUTES, verifiers=["Bo Al"]), "MP311") == []
        assert told(Meeting(kind=Kind.NOTES, note_taker="Ida Ek", verifiers=["Ida Ek"]), "MP311") == []


class TestManyPeople:
    def test_a_long_list_of_one_name_stays_quick(self) -> None:
        """The rules are linear in the number of people, whatever their names."""
        people = [Participant("A", organisation=str(number), attendance=PRESENT) for number in range(5_000)]
        assert check(Meeting(participants=people), select=["MP301", "MP302"]) == ()

    @pytest.mark.parametrize("form", ["A{}", "A B{}", "A{} B", "A A", "Ida Ek{}", "I. A{}"])
    def test_twice_the_people_take_twice_the_time(self, form: str) -> None:
        """In lists, and with something to do."""

        def many(count: int) -> Meeting:
            names = tuple(form.format("x" * (number % 40) + str(number)) for number in range(count))
            return given(*names, names=names)

        small, large = many(150), many(600)
        assert grows_at_most(lambda: told(small, "MP3"), lambda: told(large, "MP3"), 8)
