"""Which rules a profile wants: by code, prefix and name, where the longer counts; others for some files."""

import os
from pathlib import Path

import pytest

from motesprotokoll import MinutesError, Severity, check
from motesprotokoll.checks import Profile, rules
from motesprotokoll.checks.profile import refuse_unknown
from motesprotokoll.errors import WrongTypeError, WrongValueError
from motesprotokoll.findings import Finding
from motesprotokoll.model import AgendaItem, Meeting, Participant

EMPTY = Meeting(agenda=[AgendaItem(number="1"), AgendaItem(number="1")])


def codes(profile: Profile, prefix: str = "MP10") -> list[str]:
    return [one.code for one in profile.wanted(rules()) if one.code.startswith(prefix)]


class TestWanted:
    def test_without_wishes_the_rules_for_everybody(self) -> None:
        """Those that have to be asked for are left out."""
        assert Profile().wanted(rules()) == tuple(one for one in rules() if one.default)

    def test_selects_by_code_prefix_and_name(self) -> None:
        """Any of them, and nothing else then."""
        assert codes(Profile(select=["MP101"]), "") == ["MP101"]
        assert codes(Profile(select=["number-twice"]), "") == ["MP102"]
        assert all(code.startswith("MP2") for code in codes(Profile(select=["MP2"]), ""))
        assert len(Profile(select=["ALL"]).wanted(rules())) == len(rules())

    def test_the_longer_one_counts(self) -> None:
        """Of what is selected and what is ignored; what is ignored, of two alike."""
        assert codes(Profile(select=["MP101"], ignore=["MP1"])) == ["MP101"]
        assert "MP101" not in codes(Profile(select=["MP1"], ignore=["MP101"]))
        assert codes(Profile(select=["MP1"], ignore=["MP1"])) == []
        assert "MP101" not in codes(Profile(ignore=["MP101"]))

    def test_what_is_silenced_is_never_used(self) -> None:
        """However exactly it is selected."""
        assert codes(Profile(select=["MP101"], silenced=["MP1"])) == []


class TestChoosing:
    def test_nothing_asked_changes_nothing(self) -> None:
        """The same profile."""
        profile = Profile(select=["MP1"])
        assert profile.choosing(None, None) is profile

    def test_selecting_replaces_and_ignoring_adds(self) -> None:
        """What the house ignores stays ignored."""
        house = Profile(select=["MP1", "MP2"], ignore=["MP104"])
        assert house.choosing(["MP3"], None) == Profile(select=["MP3"], ignore=["MP104"])
        assert house.choosing(None, ["MP2"]).ignore == ("MP104", "MP2")

    def test_who_selects_a_rule_gets_it(self) -> None:
        """Though the profile ignores it or its family; a family selected brings no ignored rule back."""
        house = Profile(ignore=["MP101", "MP2"])
        assert codes(house.choosing(["MP101"], None)) == ["MP101"]
        assert codes(house.choosing(["MP201"], None), "") == ["MP201"]
        assert "MP101" not in codes(house.choosing(["MP1"], None))

    def test_in_check(self) -> None:
        """As arguments, beside a profile."""
        assert {one.code for one in check(EMPTY, select=["MP1"], ignore=["MP102"])} >= {"MP101"}
        assert not {one.code for one in check(EMPTY, select=["MP1"], ignore=["MP102"])} & {"MP102"}
        quiet = Profile(ignore=["ALL"])
        assert check(EMPTY, profile=quiet) == ()
        assert {one.code for one in check(EMPTY, profile=quiet, select=["MP101"])} == {"MP101"}


class TestOver:
    def test_ones_own_on_top_of_the_houses(self) -> None:
        """What one selects replaces, the rest comes on top, and one's own severities count."""
        house = Profile(
            select=["MP1"],
            ignore=["MP101"],
            severity={"MP1": "error"},
            per_file_ignores={"a": ["MP1"]},
            organisations=["Sjöbolaget"],
        )
        own = Profile(
            ignore=["MP102"],
            severity={"MP1": "note"},
            per_file_ignores={"b": ["MP2"]},
            organisations=["Ek AB"],
            folder="/x",
        )
        both = own.over(house)
        assert both.select == ("MP1",)
        assert both.ignore == ("MP101", "MP102")
        assert both.severity_of("MP103") is Severity.NOTE
        assert both.per_file_ignores == (("a", ("MP1",)), ("b", ("MP2",)))
        assert both.organisations == ("Sjöbolaget", "Ek AB")
        assert both.folder == "/x"
        assert Profile(select=["MP3"]).over(house).select == ("MP3",)


class TestSeverity:
    def test_the_longest_counts(self) -> None:
        """A code before its family, and a family before all; a name is as good as a code."""
        profile = Profile(severity={"ALL": "note", "MP1": "error", "MP101": Severity.WARNING})
        assert profile.severity_of("MP101") is Severity.WARNING
        assert profile.severity_of("MP102") is Severity.ERROR
        assert profile.severity_of("MP201") is Severity.NOTE
        assert Profile(severity={"empty-item": "note"}).severity_of("MP101", "empty-item") is Severity.NOTE
        assert Profile().severity_of("MP101") is None

    def test_the_findings_have_it(self) -> None:
        """Those of other rules are as they were."""
        found = check(EMPTY, select=["MP101", "MP102"], profile=Profile(severity={"empty-item": "error"}))
        assert {(one.code, one.severity) for one in found} == {
            ("MP101", Severity.ERROR),
            ("MP102", Severity.WARNING),
        }


class TestForFile:
    @pytest.mark.parametrize(
        ("pattern", "hit"),
        [
            ("utkast/*", True),
            ("*.txt", True),
            ("mötet.txt", True),
            ("utkast/mötet.txt", True),
            ("*/mötet.txt", True),
            ("annat/*", False),
            ("*.md", False),
            ("MÖTET.txt", False),
        ],
    )
    def test_a_pattern_is_for_the_path_from_the_folder(self, tmp_path: Path, pattern: str, hit: bool) -> None:
        """Or for the name of the file alone."""
        profile = Profile(per_file_ignores={pattern: ["MP101"]}, folder=str(tmp_path))
        silenced = profile.for_file(tmp_path / "utkast" / "mötet.txt").silenced
        assert silenced == (("MP101",) if hit else ())

    def test_two_spellings_of_a_letter_are_one(self, tmp_path: Path) -> None:
        """A file system may write å as a with a ring."""
        profile = Profile(per_file_ignores={"mo\u0308tet.txt": ["MP1"]}, folder=str(tmp_path))
        assert profile.for_file(tmp_path / "m\u00f6tet.txt").silenced == ("MP1",)

    def test_a_file_elsewhere(self, tmp_path: Path) -> None:
        """It is known by its whole path, and its name."""
        profile = Profile(per_file_ignores={"a.txt": ["MP1"], "b/*": ["MP2"]}, folder=str(tmp_path / "x"))
        assert profile.for_file(tmp_path / "b" / "a.txt").silenced == ("MP1",)

    def test_without_a_folder_the_current_one(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        """For a profile that was made in Python."""
        monkeypatch.chdir(tmp_path)
        profile = Profile(per_file_ignores=[("b/*", ["MP2"])])
        assert profile.for_file(os.path.join("b", "a.txt")).silenced == ("MP2",)
        assert Profile().for_file("b/a.txt") == Profile()


class TestOfReading:
    FOUND = (Finding("text.bidi", Severity.WARNING, "A"), Finding("date.two-dates", Severity.NOTE, "B"))

    def test_findings_of_reading_are_selected_alike(self) -> None:
        """By code or family; where rules are selected, they are not."""
        assert Profile().of_reading(self.FOUND) == self.FOUND
        assert [one.code for one in Profile(ignore=["date"]).of_reading(self.FOUND)] == ["text.bidi"]
        assert Profile(select=["MP3"]).of_reading(self.FOUND) == ()
        louder = Profile(severity={"text.bidi": "error"}).of_reading(self.FOUND)
        assert [one.severity for one in louder] == [Severity.ERROR, Severity.NOTE]

    @pytest.mark.parametrize("code", ["date.year-inferred", "decision.recognised", "item.number-gap"])
    def test_how_a_sound_text_was_understood_is_told_where_selected(self, code: str) -> None:
        """By its code, its family or all; a severity alone selects nothing."""
        found = (Finding(code, Severity.NOTE, "A"),)
        assert Profile().of_reading(found) == ()
        assert Profile(severity={code: "warning"}).of_reading(found) == ()
        for selected in (code, code.split(".")[0], "ALL"):
            assert Profile(select=[selected]).of_reading(found) == found


class TestRefused:
    @pytest.mark.parametrize(
        ("fields", "problem"),
        [
            ({"select": "MP3"}, "list of codes"),
            ({"ignore": [3]}, "list of codes"),
            ({"ignore": [""]}, "list of codes"),
            ({"organisations": 3}, "list of names"),
            ({"severity": 3}, "table"),
            ({"severity": [3]}, "table"),
            ({"severity": {3: "note"}}, "table"),
            ({"per_file_ignores": "x"}, "table"),
            ({"per_file_ignores": {"x": "MP1"}}, "list of codes"),
        ],
    )
    def test_a_wrong_type(self, fields: dict[str, object], problem: str) -> None:
        """It is told as one."""
        with pytest.raises(WrongTypeError, match=problem):
            Profile(**fields)  # type: ignore[arg-type]

    def test_no_severity(self) -> None:
        """With those that there are."""
        with pytest.raises(WrongValueError, match="one of error, warning, note"):
            Profile(severity={"MP1": "mild"})

    @pytest.mark.parametrize(
        ("code", "nearest"),
        [
            ("MP1011", "the nearest is MP101, empty-item"),
            ("empty-itm", "the nearest is MP101, empty-item"),
            ("txt.bidi", "the nearest is text.bidi"),
            ("qqq", "as MP3 or MP301"),
        ],
    )
    def test_a_code_that_nothing_has(self, code: str, nearest: str) -> None:
        """With the nearest that there is: a slip would look like approval."""
        with pytest.raises(WrongValueError, match=nearest) as caught:
            check(EMPTY, ignore=[code])
        assert isinstance(caught.value, MinutesError)

    def test_codes_of_reading_are_known(self) -> None:
        """And their families."""
        refuse_unknown(["text", "docx.comment", "ALL", "MP", "listed-twice"], rules())

    @pytest.mark.parametrize("profile", [None, 3, {}])
    def test_no_profile(self, profile: object) -> None:
        """Neither one nor the name of one."""
        with pytest.raises(WrongTypeError, match="Profile or the name of one"):
            check(Meeting(participants=[Participant("Ida Ek")]), profile=profile)  # type: ignore[arg-type]
