"""The vocabulary: labels, kinds, outcomes, and words that a caller adds."""

from typing import Any

import attrs
import pytest

from motesprotokoll.errors import WrongTypeError
from motesprotokoll.model import Attendance, Kind, Mode, Outcome, PartOfDay
from motesprotokoll.vocabulary import SWEDISH, Cue, Label, Sign, Topic, Vocabulary, label_key


class TestLabels:
    @pytest.mark.parametrize(
        "text", ["Närvarande", "närvarande:", "NÄRVARANDE :", "**Närvarande:**", "# Närvarande"]
    )
    def test_writing_does_not_matter(self, text: str) -> None:
        """A label is the same in any case, with or without a colon or the marks of a heading."""
        assert SWEDISH.attendance_of(text) is Attendance.PRESENT

    @pytest.mark.parametrize(
        ("text", "attendance"),
        [
            ("Samt:", Attendance.IN_ATTENDANCE),
            ("Tjänstgörande ersättare", Attendance.PRESENT),
            ("Ej tjänstgörande ersättare", Attendance.IN_ATTENDANCE),
            ("Anmält förhinder", Attendance.ABSENT),
            ("Kallade", None),
            ("Plats", None),
        ],
    )
    def test_attendance(self, text: str, attendance: Attendance | None) -> None:
        """Each label of attendance says what it says, and those of the invited say nothing."""
        assert SWEDISH.attendance_of(text) is attendance

    def test_invited_are_a_list_of_people(self) -> None:
        """*Kallade* heads a list of people; *Plats* does not, and a sentence is no label at all."""
        assert SWEDISH.is_attendance("Kallade:")
        assert not SWEDISH.is_attendance("Plats:")
        assert not SWEDISH.is_attendance(
            "Närvarande var alla som hade fått veta när mötet skulle börja, och några till"
        )

    def test_broken_letters(self) -> None:
        """A label that a wrong encoding has hurt is known by the letters that are left, if most are: also
        where it has lost the first one."""
        label = SWEDISH.label_of("N\ufffdrvarande")
        assert label is not None
        assert label.topic is Topic.ATTENDANCE
        assert SWEDISH.label_of("\ufffdtg\ufffdrder") == SWEDISH.label_of("Åtgärder")
        words = SWEDISH.extended(labels=[Label("Öån", Topic.PLACE)])
        assert words.label_of("\ufffdån") is not None
        assert words.label_of("\ufffd\ufffdn") is None

    def test_key(self) -> None:
        """The key of a label is its words, folded."""
        assert label_key("  *Tid  och Plats:* ") == "tid och plats"

    def test_without_colon(self) -> None:
        """A label may run into its words without a colon; the longest one wins."""
        found = SWEDISH.loose_label_of("Nästa möte är den 3 mars")
        assert found is not None
        assert (found[0].topic, found[1]) == (Topic.NEXT_MEETING, len("Nästa möte är"))
        assert SWEDISH.loose_label_of("Plats i solen") is None
        assert SWEDISH.loose_label_of("Ida Ek") is None


class TestKinds:
    @pytest.mark.parametrize(
        ("text", "kind"),
        [
            ("Anteckningar möte", Kind.NOTES),
            ("Minnesanteckningar", Kind.NOTES),
            ("Styrelseprotokoll", Kind.MINUTES),
            ("Dagordning & mötesanteckningar", Kind.NOTES),
            ("Dagordning", Kind.AGENDA),
            ("KALLELSE", Kind.SUMMONS),
            ("Båtar", None),
        ],
    )
    def test_kind_of(self, text: str, kind: Kind | None) -> None:
        """The weightiest word of a title says what kind of document it is."""
        assert SWEDISH.kind_of(text) is kind


class TestOutcomes:
    @pytest.mark.parametrize(
        ("text", "outcome"),
        [
            ("Nätverket beslutar att köpa en båt.", Outcome.ADOPTED),
            ("Nätverket beslutar att inte köpa en båt.", Outcome.DECLINED),
            ("Styrelsen beslutar att avslå yrkandet.", Outcome.DECLINED),
            ("Ärendet bordläggs.", Outcome.TABLED),
            ("Nämnden beslutar att återremittera ärendet.", Outcome.REFERRED_BACK),
            ("Punkten utgår från dagordningen.", Outcome.WITHDRAWN),
            ("Rapporten lades till handlingarna.", Outcome.NOTED),
            ("Ida berättade om båtar.", None),
        ],
    )
    def test_outcome_of(self, text: str, outcome: Outcome | None) -> None:
        """The words of a decision say what became of the matter."""
        assert SWEDISH.outcome_of(text) is outcome


class TestSigns:
    def test_hint_never_denies_a_match(self) -> None:
        """The cheap test says yes wherever a cue is found."""
        for sign in Sign:
            cues = SWEDISH.signs(sign)
            for cue in cues.cues:
                phrase = cue.phrase.casefold().replace("*", "en")
                assert cues.hint(phrase)
                assert cues.find(f"x {phrase} y") is not None

    def test_whole_words(self) -> None:
        """A cue is whole words: *beslutför* is no *beslut*, but a star takes any ending."""
        assert SWEDISH.signs(Sign.DECIDES).find("mötet var beslutarför") is None
        assert SWEDISH.signs(Sign.ATTACHED).find("se bilagorna") is not None

    def test_empty_set(self) -> None:
        """A vocabulary without words finds nothing."""
        bare = type(SWEDISH)()
        assert bare.outcome_of("Nätverket beslutar") is None
        assert bare.label_of("Plats") is None

    def test_every_word_has_a_source(self) -> None:
        """Each label and cue has a name and a source."""
        assert all(one.name and one.source for one in (*SWEDISH.labels, *SWEDISH.cues))


class TestSmallWords:
    def test_mode_and_part_of_day(self) -> None:
        """Words tell the form of a meeting and the part of the day."""
        assert SWEDISH.mode_of("fysiskt möte") is Mode.ON_SITE
        assert SWEDISH.part_of_day("Förmiddagarna:") is PartOfDay.MORNING
        assert SWEDISH.part_of_day("Båtar") is None

    def test_election(self) -> None:
        """The title of an election names the office."""
        assert SWEDISH.elected_offices("Val av justerare") == {Topic.VERIFIER}
        assert SWEDISH.elected_offices("Val av båt") == frozenset()
        assert SWEDISH.elected_offices("Justerare") == frozenset()


class TestExtended:
    def test_own_words(self) -> None:
        """A caller adds labels and cues, and the vocabulary that it came from stays as it was."""
        words = SWEDISH.extended(
            labels=[Label("Runt bordet", Topic.ATTENDANCE, Attendance.PRESENT)],
            cues=[Cue("klubbar", Sign.DECIDES, Outcome.ADOPTED)],
        )
        assert words.attendance_of("Runt bordet:") is Attendance.PRESENT
        assert words.signs(Sign.DECIDES).find("vi klubbar det") is not None
        assert words.outcome_of("Vi klubbar det.") is Outcome.ADOPTED
        assert not SWEDISH.is_attendance("Runt bordet")

    def test_any_table(self) -> None:
        """Every table takes more rows by its name, in any case; sets stay sets."""
        words = SWEDISH.extended(bodies=["Laget"], no_tasks=["SLUMRAR"], modes=[("via radio", Mode.REMOTE)])
        assert words.bodies == (*SWEDISH.bodies, "laget")
        assert words.no_tasks == SWEDISH.no_tasks | {"slumrar"}
        assert words.mode_of("möte via radio") is Mode.REMOTE

    def test_own_word_for_a_meeting(self) -> None:
        """The word for a meeting takes compounds, the article and what stands before it."""
        words = SWEDISH.extended(meetings=["rådslag"])
        found = words.meeting.search("Protokoll från extra vinterrådslag")
        assert found is not None
        assert found.group() == "extra vinterrådslag"
        assert SWEDISH.meeting.search("extra vinterrådslag") is None

    def test_own_verbs(self) -> None:
        """Verbs of telling and of choosing, and words for a deadline, are cues like any other."""
        cues = [Cue("lottas", Sign.ELECTS), Cue("drar*", Sign.TELLS), Cue("före isen", Sign.DEADLINE)]
        words = SWEDISH.extended(cues=cues)
        for pattern, text in [
            (words.electing, "Ida Ek lottas till ordförande"),
            (words.telling, "Ida Ek drar frågan"),
            (words.until, "Bo lyfter bojen Före isen"),
        ]:
            assert pattern.search(text) is not None
            assert pattern.search(text.replace(" ", "")) is None
        assert SWEDISH.electing.search("Ida Ek lottas till ordförande") is None

    @pytest.mark.parametrize(
        "tables",
        [
            {"colours": ["blå"]},
            {"bodies": "laget"},
            {"bodies": 5},
            {"bodies": [5]},
            {"labels": ["Runt bordet"]},
            {"cues": ["klubbar"]},
            {"modes": ["radio"]},
            {"extended": ["x"]},
        ],
    )
    def test_what_is_no_row(self, tables: dict[str, Any]) -> None:
        """What no table takes is refused at once, and not when a document is read."""
        with pytest.raises(WrongTypeError):
            SWEDISH.extended(**tables)


class TestTables:
    def test_small_letters(self) -> None:
        """Words are looked up in small letters, so that each stands in its table so."""
        for field in attrs.fields(Vocabulary):
            for row in getattr(SWEDISH, field.name):
                word = row if isinstance(row, str) else row[0] if isinstance(row, tuple) else ""
                assert word == word.casefold(), field.name

    def test_patterns_of_nothing(self) -> None:
        """A vocabulary without words for something never finds it."""
        bare = Vocabulary()
        for pattern in (bare.meeting, bare.telling, bare.electing, bare.stated):
            assert pattern.search("Årsmötet valdes och informerade. Beslut: x") is None
