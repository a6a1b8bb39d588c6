"""In a notebook a meeting is a short table that no sanitiser has to touch."""

import re
from datetime import date

import pytest

from motesprotokoll import notebook
from motesprotokoll.errors import WrongTypeError
from motesprotokoll.findings import Finding, Severity
from motesprotokoll.interpret.reading import Reading
from motesprotokoll.model import AgendaItem, Decision, Meeting, Occasion, Schedule
from motesprotokoll.testing import HOSTILE, sample_meeting

MANY = Meeting("A", agenda=[AgendaItem(f"Punkt {number}", number=str(number)) for number in range(1, 13)])


class TestDisplay:
    def test_shows_a_meeting_as_a_table(self) -> None:
        """Facts, items and decisions, in HTML and in Markdown."""
        shown = notebook.display(
            Meeting("HR", agenda=[AgendaItem("Budget", number="1", body=[Decision("Ja")])])
        )
        assert shown._repr_html_() == (
            '<div class="motesprotokoll"><div><b>HR</b></div><table>'
            "<tr><td><b>Punkter</b></td><td></td></tr><tr><td>1</td><td>Budget</td></tr>"
            "<tr><td><b>Fattade beslut</b></td><td></td></tr><tr><td></td><td>Ja</td></tr></table></div>"
        )
        assert shown._repr_markdown_() == (
            "**HR**\n\n| | |\n| --- | --- |\n| **Punkter** | |\n| 1 | Budget |\n"
            "| **Fattade beslut** | |\n|  | Ja |\n"
        )
        assert repr(shown) == "Meeting(HR: 1 items, 1 decisions)"

    def test_only_harmless_elements_are_written(self) -> None:
        """Hostile words stay words; no style, no ids, nothing that a sanitiser drops."""
        html = notebook.html_of(sample_meeting())
        assert set(re.findall(r"</?(\w+)", html)) == {"div", "table", "tr", "td", "b"}
        assert set(re.findall(r"<\w+ ([^>]*)>", html)) == {'class="motesprotokoll"'}
        assert HOSTILE not in html

    def test_markdown_has_no_live_signs(self) -> None:
        """Each sign of Markdown and HTML in the words is escaped."""
        text = notebook.markdown_of(Meeting(HOSTILE))
        assert "<" not in text
        assert r"\*nu\*" in text
        assert r"\|" in text

    def test_is_short(self) -> None:
        """Ten rows, and how many more there are."""
        html = notebook.html_of(MANY)
        assert "Punkt 10" in html
        assert "Punkt 11" not in html
        assert "… och 2 till" in html

    def test_shows_a_schedule(self) -> None:
        """Days, labels and places."""
        schedule = Schedule(
            "Tider", occasions=[Occasion(date(2027, 2, 5), label="Resa", place="Ale"), Occasion()]
        )
        html = notebook.html_of(schedule)
        assert "<td>5 februari 2027</td><td>Resa, Ale</td>" in html
        assert "<b>Mötestider</b>" in notebook.html_of(Schedule())

    def test_shows_what_to_look_at_in_a_reading(self) -> None:
        """A reading is its meeting and the findings that matter."""
        findings = (Finding("a.b", Severity.WARNING, "Osäkert."), Finding("a.c", Severity.NOTE, "Jaha."))
        html = notebook.html_of(Reading(MANY, findings))
        assert "varning [a.b] Osäkert." in html
        assert "Jaha" not in html

    def test_refuses_anything_else(self) -> None:
        """Only what the library made is shown."""
        with pytest.raises(WrongTypeError, match="a Meeting, a Reading or a Schedule"):
            notebook.display("x")  # type: ignore[arg-type]


class FakeFormatter(dict):
    def for_type(self, kind: type, write: object) -> None:
        self[kind] = write


class FakeShell:
    """As much of IPython as the extension touches."""

    def __init__(self) -> None:
        self.display_formatter = self
        self.formatters = {"text/html": FakeFormatter(), "text/markdown": FakeFormatter()}


class TestExtension:
    def test_hooks_in_and_out(self) -> None:
        """%load_ext makes values show themselves; %unload_ext leaves nothing, however often."""
        shell = FakeShell()
        notebook.load_ipython_extension(shell)
        assert set(shell.formatters["text/html"]) == {Meeting, Schedule, Reading}
        assert "<table>" in shell.formatters["text/html"][Meeting](MANY)
        assert shell.formatters["text/markdown"][Meeting](MANY).startswith("**A**")
        notebook.unload_ipython_extension(shell)
        notebook.unload_ipython_extension(shell)
        assert not shell.formatters["text/html"]
