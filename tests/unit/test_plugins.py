"""What other packages offer: listed with nothing imported, and blamed where it does not load."""

import sys

import pytest

from fakes import FakePackages, packages
from motesprotokoll.errors import PluginError
from motesprotokoll.plugins import Offer, imported, offers, turned_on

__all__ = ["packages"]


class TestOffers:
    def test_lists_what_a_package_says(self, packages: FakePackages) -> None:
        """Each of the groups that were asked for, and no other; nothing is imported."""
        packages.add("house", rules={"house": "mod_h:RULES"}, modules={"mod_h": "1 / 0"})
        assert offers("motesprotokoll.rules") == (
            Offer("motesprotokoll.rules", "house", "mod_h:RULES", "house", "1.0"),
        )
        assert offers("motesprotokoll.profiles") == ()
        assert "mod_h" not in sys.modules

    def test_tells_whom_to_blame(self) -> None:
        """The package with its version."""
        assert Offer("g", "n", "m:x", "house", "1.0").owner == "house 1.0"

    def test_they_can_be_turned_off(self, monkeypatch: pytest.MonkeyPatch) -> None:
        """By the environment."""
        assert turned_on()
        monkeypatch.setenv("MOTESPROTOKOLL_PLUGINS", "0")
        assert not turned_on()


class TestImported:
    def test_gives_what_is_named(self, packages: FakePackages) -> None:
        """Also what is no function."""
        packages.add("house", modules={"mod_i": "class A:\n  number = 3\n"})
        assert imported("mod_i:A.number", "house 1.0") == 3

    def test_what_breaks_is_its_owners_fault(self) -> None:
        """The error says whose."""
        with pytest.raises(PluginError, match=r"house 1\.0: 'no_such:x' does not load: ModuleNotFoundError"):
            imported("no_such:x", "house 1.0")
