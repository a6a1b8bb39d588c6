"""The names of the package, and what they need."""

import builtins
import subprocess
import sys
from typing import Any

import pytest

from motesprotokoll import calendars
from motesprotokoll.errors import MissingExtraError


class TestNames:
    def test_all_are_there(self) -> None:
        """And nothing that is not public is promised."""
        for name in calendars.__all__:
            assert getattr(calendars, name) is not None
        assert {*calendars.__all__} <= {*dir(calendars)}
        assert sorted(name for names in calendars._MODULES.values() for name in names) == sorted(
            calendars.__all__
        )

    def test_another_name_is_none(self) -> None:
        """As of any module."""
        with pytest.raises(AttributeError, match="no attribute 'unsubscribe'"):
            calendars.unsubscribe  # noqa: B018

    def test_an_update_needs_no_calendar_package(self) -> None:
        """Plans can be compared where nothing is installed."""
        code = "import sys; from motesprotokoll.calendars import changes, update; print(*sys.modules)"
        done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
        assert "icalendar" not in done.stdout.split()

    @pytest.mark.parametrize("name", ["feed", "invitations"])
    def test_what_writes_calendars_names_the_extra(self, name: str, monkeypatch: pytest.MonkeyPatch) -> None:
        """Where icalendar is not installed."""
        for module in [one for one in sys.modules if one.startswith(PARTS)]:
            monkeypatch.delitem(sys.modules, module)
        monkeypatch.delitem(vars(calendars), name, raising=False)
        monkeypatch.setattr(builtins, "__import__", without("icalendar"))
        with pytest.raises(MissingExtraError, match=r"pip install 'motesprotokoll\[ics\]'"):
            getattr(calendars, name)


PARTS = (
    "icalendar",
    "motesprotokoll.renderers.ics",
    "motesprotokoll.calendars.feeds",
    "motesprotokoll.calendars.itip",
)


def without(package: str) -> Any:
    """`__import__`, where *package* is not installed."""
    real = builtins.__import__

    def imported(name: str, *arguments: Any, **more: Any) -> Any:
        if name.partition(".")[0] == package:
            raise ModuleNotFoundError(f"No module named {package!r}", name=package)
        return real(name, *arguments, **more)

    return imported
