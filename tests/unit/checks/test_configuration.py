"""The profile in a file: found from the document upwards, and refused where it tells something else."""

from pathlib import Path

import pytest

from fakes import FakePackages, packages
from motesprotokoll.checks import Catalogue, Profile, profile_for
from motesprotokoll.checks.configuration import configuration_above, profile_in
from motesprotokoll.errors import MinutesError, ReadError, WrongValueError
from motesprotokoll.findings import Severity

__all__ = ["packages"]

WHOLE = """
[check]
select = ["MP1", "number-twice"]
ignore = ["MP104", "decision.recognised"]
organisations = ["Sjöbolaget"]

[check.severity]
MP7 = "note"

[check.per-file-ignores]
"utkast/*" = ["MP103"]
"""


def written(folder: Path, text: str, name: str = "motesprotokoll.toml") -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / name
    path.write_text(text, "utf-8")
    return path


class TestFromToml:
    def test_every_key(self, tmp_path: Path) -> None:
        """As the fields of a profile; patterns begin where the file stands."""
        assert Profile.from_toml(written(tmp_path, WHOLE)) == Profile(
            select=["MP1", "number-twice"],
            ignore=["MP104", "decision.recognised"],
            organisations=["Sjöbolaget"],
            severity={"MP7": Severity.NOTE},
            per_file_ignores={"utkast/*": ["MP103"]},
            folder=str(tmp_path),
        )

    def test_a_project_has_it_under_tool(self, tmp_path: Path) -> None:
        """Where other tools have theirs."""
        text = '[tool.other]\nx = 1\n[tool.motesprotokoll.check]\nselect = ["MP1"]\n'
        assert Profile.from_toml(written(tmp_path, text, "pyproject.toml")).select == ("MP1",)

    def test_an_empty_file_wishes_nothing(self, tmp_path: Path) -> None:
        """It is a profile all the same: configuration above it does not count."""
        assert Profile.from_toml(written(tmp_path, "")) == Profile(folder=str(tmp_path))

    @pytest.mark.parametrize(
        ("text", "told"),
        [
            ("[check]\nselct = []", r"no key 'selct' \(did you mean 'select'\? there is select, ignore"),
            ("[check]\nqqq = []", r"no key 'qqq' \(there is select"),
            ("[chek]", r"no key 'chek' \(there is check\)"),
            ("check = 3", r"toml check: expected a table, got 3"),
            (
                '[check]\nselect = ["MP1011"]',
                r"select: there is no rule 'MP1011' \(the nearest is MP101",
            ),
            ('[check]\nignore = ["MPX"]', r"toml ignore: there is no rule"),
            ('[check.severity]\nMPX = "note"', r"toml severity: there is no rule"),
            ('[check.severity]\nMP1 = "mild"', r"toml severity: there is no severity"),
            ('[check.per-file-ignores]\n"a" = ["MPX"]', r"toml per-file-ignores 'a': there is no rule"),
            ('[check]\nselect = "MP1"', r"toml codes: expected a list of codes"),
            ("[check]\nprofile = 3", r"toml profile: 3 is no name of a profile"),
            ('[check]\nprofile = "none"', r"toml profile: there is no profile 'none'"),
            ("[check", r"toml: this is no TOML"),
            ("x = " + "[" * 5_000, r"toml: this is no TOML"),
        ],
    )
    def test_anything_else_is_refused(self, tmp_path: Path, text: str, told: str) -> None:
        """With the name of the file, and the nearest that there is."""
        with pytest.raises(WrongValueError, match=told):
            Profile.from_toml(written(tmp_path, text))

    def test_a_file_that_is_not_there(self, tmp_path: Path) -> None:
        """Or is no text."""
        with pytest.raises(ReadError, match="no such file"):
            Profile.from_toml(tmp_path / "none.toml")
        (tmp_path / "b.toml").write_bytes(b"\xff\xfe\x00")
        with pytest.raises(WrongValueError, match="no TOML"):
            Profile.from_toml(tmp_path / "b.toml")

    def test_a_project_without_it(self, tmp_path: Path) -> None:
        """Whoever names it expects one there."""
        with pytest.raises(WrongValueError, match=r"no table \[tool\.motesprotokoll\.check\]"):
            Profile.from_toml(written(tmp_path, "[tool.other]\n", "pyproject.toml"))
        with pytest.raises(WrongValueError, match="expected a table"):
            Profile.from_toml(written(tmp_path, "tool = 3\n", "pyproject.toml"))

    def test_on_top_of_a_profile_of_a_package(self, tmp_path: Path, packages: FakePackages) -> None:
        """What the file says comes on top of what the house says."""
        packages.add(
            "house",
            profiles={"house": "mod_hp:PROFILE"},
            modules={
                "mod_hp": "from motesprotokoll.checks import Profile\nPROFILE = Profile(ignore=['MP104'])\n"
            },
        )
        path = written(tmp_path, '[check]\nprofile = "house"\nignore = ["MP103"]\n')
        profile = profile_in(path, catalogue=Catalogue())
        assert profile.ignore == ("MP104", "MP103")
        assert profile.folder == str(tmp_path)


class TestProfileFor:
    def test_the_nearest_above_counts(self, tmp_path: Path) -> None:
        """In the folder itself, else further up."""
        written(tmp_path, '[check]\nselect = ["MP1"]\n')
        written(tmp_path / "a", '[check]\nselect = ["MP2"]\n')
        assert profile_for(tmp_path / "x.txt").select == ("MP1",)
        assert profile_for(tmp_path / "a" / "x.txt").select == ("MP2",)
        assert profile_for(tmp_path / "b" / "c" / "x.txt").select == ("MP1",)

    def test_our_own_file_comes_first(self, tmp_path: Path) -> None:
        """And a project that says nothing of us is passed over."""
        written(tmp_path / "a", "[tool.other]\n", "pyproject.toml")
        project = written(tmp_path, "[tool.motesprotokoll.check]\n", "pyproject.toml")
        assert configuration_above(tmp_path / "a" / "x.txt") == project
        own = written(tmp_path, "[check]\n")
        assert configuration_above(tmp_path / "a" / "x.txt") == own

    def test_without_any_the_default(self, tmp_path: Path) -> None:
        """There is none in a new folder."""
        assert profile_for(tmp_path / "x.txt") == Profile()

    def test_for_the_file(self, tmp_path: Path) -> None:
        """What is ignored there is silenced."""
        written(tmp_path, WHOLE)
        assert profile_for(tmp_path / "utkast" / "x.txt").silenced == ("MP103",)
        assert profile_for(tmp_path / "x.txt").silenced == ()

    def test_a_broken_file_is_told(self, tmp_path: Path) -> None:
        """Nobody is checked by rules that were not meant."""
        written(tmp_path, "[check")
        with pytest.raises(MinutesError, match=r"motesprotokoll\.toml: this is no TOML"):
            profile_for(tmp_path / "x.txt")
