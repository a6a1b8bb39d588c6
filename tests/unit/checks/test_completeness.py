"""Each rule about what is missing finds it, tells where, and asks nothing of what owes nothing."""

from datetime import date

import pytest

import motesprotokoll as mp
from checked import places, told
from motesprotokoll.checks import check
from motesprotokoll.findings import Severity
from motesprotokoll.model import (
    AgendaItem,
    Attachment,
    Attendance,
    Kind,
    Meeting,
    Occasion,
    PartialDate,
    Participant,
    Status,
    Unread,
)
from motesprotokoll.testing import sample_meeting

DAY = date(2027, 2, 5)
PRESENT = Attendance.PRESENT
PEOPLE = (Participant("Ida Ek", attendance=PRESENT), Participant("Bo Al", attendance=PRESENT))
KINDS = (*Kind, None)


def numbered(*numbers: str | None) -> tuple[AgendaItem, ...]:
    return tuple(AgendaItem("Rubrik", number=number) for number in numbers)


class TestWhatIsSilent:
    def test_a_good_meeting(self) -> None:
        """Nothing is missing in the sample, and an empty meeting lacks nothing yet."""
        assert check(sample_meeting(), select=["MP1"]) == ()
        assert check(Meeting(), select=["ALL"]) == ()
        assert check(Meeting(kind=Kind.MINUTES), select=["ALL"]) == ()

    def test_what_is_no_record(self) -> None:
        """A letter or a contract, of which nothing says that it tells of a meeting, lacks nothing."""
        assert check(Meeting(agenda=numbered("§ 1", "§ 2"), preamble=["Hej"]), select=["MP1"]) == ()

    @pytest.mark.parametrize("kind", [Kind.AGENDA, Kind.SUMMONS])
    def test_what_comes_before_the_meeting(self, kind: Kind) -> None:
        """A summons does not know yet who comes and who takes notes."""
        assert check(Meeting(kind=kind, agenda=numbered("1", "2")), select=["MP1"]) == ()


class TestEmptyItem:
    def test_tells_where(self) -> None:
        """An item that says nothing at all, however deep."""
        empty = AgendaItem(number="2")
        agenda = [
            AgendaItem("a", items=[empty]),
            AgendaItem("b"),
            AgendaItem(body=["text"]),
            AgendaItem(items=["c"]),
        ]
        assert places(Meeting(agenda=agenda), "MP101") == ["$.agenda[0].items[0]"]
        assert places(Meeting(agenda=[AgendaItem()]), "MP101") == ["$.agenda[0]"]


class TestNumberTwice:
    def test_whatever_stands_behind_it(self) -> None:
        """1 and 1. are one number; no number is none."""
        agenda = [AgendaItem("a", number="1."), AgendaItem("b", number="2"), AgendaItem("c", number="1")]
        (one,) = told(Meeting(agenda=[*agenda, "d", "e"]), "MP102")
        assert (one.where, one.excerpt) == ("$.agenda[2]", "c")
        assert one.message == "Numret 1 används för flera punkter."

    @pytest.mark.parametrize("numbers", [("1", "2", "3", "1", "2"), ("§ 8", "§ 9", "§ 8", "§ 9", "§ 10")])
    def test_numbers_that_begin_anew(self, numbers: tuple[str, ...]) -> None:
        """Are told once; numbers that come three times are told twice."""
        assert len(places(Meeting(agenda=numbered(*numbers)), "MP102")) == 1
        assert len(places(Meeting(agenda=numbered("2", "2", "2")), "MP102")) == 2

    def test_letters_make_two(self) -> None:
        """6 a and 6 b are two items."""
        assert places(Meeting(agenda=numbered("6 a", "6 b", "6")), "MP102") == []


class TestNumberingGap:
    @pytest.mark.parametrize(
        "numbers",
        [
            ("4", "6"),
            ("§ 4", "§ 7"),
            ("1.", None, "3."),
            ("2.1", "2.3"),
            ("6 a", "8"),
            ("KR § 61", "KR § 63"),
            ("1", "21"),
            ("999997", "999999"),
        ],
    )
    def test_a_number_is_left_out(self, numbers: tuple[str | None, ...]) -> None:
        """It is told at the item behind the gap."""
        (one,) = told(Meeting(agenda=numbered(*numbers)), "MP103")
        assert one.where == f"$.agenda[{len(numbers) - 1}]"
        assert one.severity is Severity.WARNING

    @pytest.mark.parametrize(
        "numbers",
        [
            ("41", "42"),
            ("§ 74", "§ 75"),
            ("6 a", "6 b", "7"),
            ("2.1", "3.3"),
            ("1", "2019"),
            ("1", "22"),
            ("999999", "1000001"),
            ("5", "3"),
            ("5", "5"),
            ("I", "III"),
            ("a", "c"),
            ("1", "9" * 5_000),
            (None, None),
        ],
    )
    def test_nothing_is_left_out(self, numbers: tuple[str | None, ...]) -> None:
        """Numbers may begin anywhere, be of another series, or be none that is counted from."""
        assert places(Meeting(agenda=numbered(*numbers)), "MP103") == []

    def test_within_an_item(self) -> None:
        """Sub-items have numbers of their own."""
        agenda = [AgendaItem("a", number="1", items=numbered("1.1", "1.3")), AgendaItem("b", number="2")]
        assert places(Meeting(agenda=agenda), "MP103") == ["$.agenda[0].items[1]"]

    def test_an_extract_leaves_out(self) -> None:
        """Protokollsutdrag: only what somebody wants to have."""
        extract = Meeting(kind=Kind.MINUTES, kind_label="Protokollsutdrag", agenda=numbered("§ 4", "§ 9"))
        assert places(extract, "MP103") == []


class TestNoteTakerMissing:
    @pytest.mark.parametrize("kind", [Kind.NOTES, Kind.MINUTES])
    def test_it_is_a_note(self, kind: Kind) -> None:
        """Of whatever tells of a meeting."""
        (one,) = told(Meeting(kind=kind, agenda=["a"]), "MP104")
        assert (one.where, one.severity) == ("$.note_taker", Severity.NOTE)

    def test_somebody_came(self) -> None:
        """Also where the document does not say what it is."""
        assert places(Meeting(agenda=["a"], participants=PEOPLE), "MP104") == ["$.note_taker"]

    def test_somebody_took_notes(self) -> None:
        """Then nothing is missing; and nothing where nobody came."""
        assert places(Meeting(kind=Kind.NOTES, agenda=["a"], note_taker="Ida Ek"), "MP104") == []
        invited = [Participant("Ida Ek")]
        assert places(Meeting(agenda=["a"], participants=invited), "MP104") == []


class TestDateMissing:
    @pytest.mark.parametrize("occasion", [None, Occasion(place="Ale")])
    def test_no_day(self, occasion: Occasion | None) -> None:
        """A place alone is no day."""
        (one,) = told(Meeting(kind=Kind.NOTES, agenda=["a"], occasion=occasion), "MP105")
        assert (one.where, one.severity) == ("$.occasion", Severity.WARNING)

    @pytest.mark.parametrize("dates", [DAY, PartialDate("i mitten av maj")])
    def test_a_day(self, dates: date | PartialDate) -> None:
        """A vague one will do."""
        assert places(Meeting(kind=Kind.NOTES, agenda=["a"], occasion=Occasion(dates)), "MP105") == []


class TestNobodyPresent:
    @pytest.mark.parametrize("participants", [(), ("Ida Ek",)])
    def test_nobody_came(self, participants: tuple[str, ...]) -> None:
        """Whom one invited is not said to have come."""
        meeting = Meeting(kind=Kind.NOTES, agenda=["a"], participants=participants)
        (one,) = told(meeting, "MP106")
        assert (one.where, one.severity) == ("$.participants", Severity.WARNING)

    @pytest.mark.parametrize("text", ["Närvarande var 23 medlemmar.", "Alla i styrelsen deltog."])
    def test_a_sentence_will_do(self, text: str) -> None:
        """Who came is told, in a way."""
        assert places(Meeting(kind=Kind.MINUTES, agenda=["a"], preamble=[text]), "MP106") == []
        item = AgendaItem("Öppnande", body=[text])
        assert places(Meeting(kind=Kind.MINUTES, agenda=[item]), "MP106") == []

    def test_other_words_will_do(self) -> None:
        """A heading, a heading of the list, and what stands at the top and was not understood."""
        agenda = [AgendaItem("Fastställande av röstlängd")]
        assert places(Meeting(kind=Kind.MINUTES, agenda=agenda), "MP106") == []
        grouped = [Participant("Ida Ek", group="Närvarande")]
        assert places(Meeting(kind=Kind.NOTES, agenda=["a"], participants=grouped), "MP106") == []
        unread = Meeting(kind=Kind.NOTES, agenda=["a"], preamble=[Unread("alla i styrelsen")])
        assert places(unread, "MP106") == []

    def test_only_of_what_says_what_it_is(self) -> None:
        """A document that does not call itself notes or minutes is not asked."""
        assert places(Meeting(agenda=["a"]), "MP106") == []
        assert places(Meeting(kind=Kind.NOTES, preamble=["a"]), "MP106") == []

    def test_only_of_swedish(self) -> None:
        """In other languages nobody knows the words by which it is told."""
        assert places(Meeting(kind=Kind.NOTES, agenda=["a"], language="en"), "MP106") == []


def formal(**more: object) -> Meeting:
    fields: dict[str, object] = {"kind": Kind.MINUTES, "agenda": numbered("§ 1"), **more}
    return Meeting(**fields)  # type: ignore[arg-type]


class TestFormal:
    @pytest.mark.parametrize("code", ["MP107", "MP108"])
    def test_protocols_owe_more(self, code: str) -> None:
        """By their paragraphs, or by their name."""
        assert len(told(formal(), code)) == 1
        named = formal(agenda=["a"], kind_label="SAMMANTRÄDESPROTOKOLL")
        assert len(told(named, code)) == 1

    @pytest.mark.parametrize("code", ["MP107", "MP108"])
    @pytest.mark.parametrize("kind", [kind for kind in KINDS if kind is not Kind.MINUTES])
    def test_nothing_else_does(self, code: str, kind: Kind | None) -> None:
        """Notes never; nor what an association calls a protocol and keeps without paragraphs."""
        assert told(formal(kind=kind), code) == []
        assert told(formal(agenda=numbered("1"), kind_label="Protokoll"), code) == []

    def test_somebody_has_the_office(self) -> None:
        """Signing below, or in the list."""
        assert told(formal(chair="Ida Ek"), "MP107") == []
        listed = [Participant("Ida Ek", role="Ordförande", attendance=PRESENT)]
        assert told(formal(participants=listed), "MP107") == []
        assert told(formal(verifiers=["Bo Al"]), "MP108") == []

    def test_an_absent_chair_does_not_count(self) -> None:
        """Somebody else has led the meeting."""
        absent = [Participant("Ida Ek", role="ordförande", attendance=Attendance.ABSENT)]
        assert places(formal(participants=absent), "MP107") == ["$.chair"]


class TestUnreadPassage:
    def test_is_asked_for(self) -> None:
        """Not used by itself; a long passage is quoted by its beginning."""
        meeting = Meeting(preamble=[Unread("Oklart"), Unread("ord " * 40), Unread("o" * 90), "Klart"])
        assert check(meeting) == ()
        found = told(meeting, "MP109")
        assert [one.where for one in found] == [f"$.preamble[{place}]" for place in range(3)]
        assert [one.excerpt for one in found] == ["Oklart", ("ord " * 15).strip(), "o" * 60]


class TestFinishedWithoutDay:
    def test_the_day_is_missing(self) -> None:
        """It is a note, of what says that it is finished."""
        (one,) = told(Meeting(status=Status.FINAL, agenda=["a"]), "MP110")
        assert (one.where, one.severity) == ("$.finished_on", Severity.NOTE)

    def test_it_is_there_or_not_owed(self) -> None:
        """A draft has none."""
        assert told(Meeting(status=Status.FINAL, finished_on=DAY), "MP110") == []
        assert told(Meeting(status=Status.DRAFT), "MP110") == []


class TestDraftWordsLeft:
    @pytest.mark.parametrize(
        ("fields", "where", "word"),
        [
            ({"title": "UTKAST Anteckningar"}, "$.title", "UTKAST"),
            ({"kind_label": "Protokoll (ej justerat)"}, "$.kind_label", "ej justerat"),
            ({"preamble": ["a", "Arbetsmaterial"]}, "$.preamble[1]", "Arbetsmaterial"),
            ({"preamble": [Unread("Utkast 2")]}, "$.preamble[0]", "Utkast"),
        ],
    )
    def test_in_a_finished_document(self, fields: dict[str, str], where: str, word: str) -> None:
        """By its status, or by the day on which it was verified."""
        for done in ({"status": Status.FINAL}, {"finished_on": DAY}):
            (one,) = told(Meeting(**fields, **done), "MP111")  # type: ignore[arg-type]
            assert (one.where, one.excerpt) == (where, word)

    def test_elsewhere_it_is_a_word(self) -> None:
        """In a draft it is right; in an item or a sentence it is about something else."""
        assert told(Meeting(title="Utkast"), "MP111") == []
        assert told(Meeting(title="Utkast", status=Status.DRAFT, finished_on=DAY), "MP111") == []
        about = Meeting(
            title="Anteckningar",
            status=Status.FINAL,
            agenda=["Utkast till plan"],
            preamble=[f"Ett utkast till {'lång ' * 12} plan delades ut."],
        )
        assert told(about, "MP111") == []


class TestBodyMissing:
    def test_nobody_is_named(self) -> None:
        """It is a note; a title tells well enough."""
        (one,) = told(Meeting(kind=Kind.NOTES, agenda=["a"]), "MP112")
        assert (one.where, one.severity) == ("$.network", Severity.NOTE)
        assert told(Meeting(kind=Kind.NOTES, agenda=["a"], title="Höstträff"), "MP112") == []
        assert told(Meeting("Nätverket", kind=Kind.NOTES, agenda=["a"]), "MP112") == []


class TestItemWithoutText:
    def test_is_asked_for(self) -> None:
        """An item below which nothing stands, where something stands below others."""
        agenda = [AgendaItem("a", body=["x"]), AgendaItem("b"), AgendaItem("c", items=["d"])]
        meeting = Meeting(agenda=[*agenda, AgendaItem("e", attachments=[Attachment("f")])])
        assert check(meeting) == ()
        assert places(meeting, "MP113") == ["$.agenda[1]", "$.agenda[2].items[0]"]

    def test_a_list_of_items_is_no_record(self) -> None:
        """Where nothing stands anywhere, it is an agenda by its looks."""
        assert places(Meeting(agenda=["a", "b"]), "MP113") == []


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("Till ordförande för mötet väljs Wanja Krook.", 0),
        ("Till stämmoordförande valdes Wanja Krook.", 0),
        ("Wanja Krook, mötesordförande", 0),
        ("Klubbens ordförande hälsar välkommen.", 1),
    ],
)
def test_who_was_elected_to_lead_the_meeting_is_its_chair(text: str, count: int) -> None:
    """Though reading did not find the name; the chair of the body need not be that one."""
    read = mp.read_text(f"Klubben\nProtokoll 2027-02-05\n\n§ 1 Val\n{text}\nKlubben beslutar att vänta.\n")
    assert len(mp.check(read.meeting, select=["MP107"])) == count
