"""In a notebook a meeting is a short table that no sanitiser has to touch."""

import re
from datetime import date

import pytest

from motesprotokoll import notebook
from motesprotokoll.errors import WrongTypeError
from motesprotokoll.findings import Finding, Severity
from motesprotokoll.interpret.reading import Reading
from motesprotokoll.model import AgendaItem, Decision, Meeting, Occasion, Schedule
from motesprotokoll.swedish.words import MONTH_NAMES
from motesprotokoll.testing import HOSTILE, sample_meeting
from year_plans import BOARD, PLAN

MANY = Meeting("A", agenda=[AgendaItem(f"Punkt {number}", number=str(number)) for number in range(1, 13)])


class TestDisplay:
    def test_shows_a_meeting_as_a_table(self) -> None:
        """Facts, items and decisions, in HTML and in Markdown."""
        shown = notebook.display(
            Meeting("HR", agenda=[AgendaItem("Budget", number="1", body=[Decision("Ja")])])
        )
        assert shown._repr_html_() == (
            '<div class="motesprotokoll"><div><b>HR</b></div><table>'
            '<tr><td><div align="left"><b>Punkter</b></div></td><td></td></tr>'
            '<tr><td><div align="left">1</div></td><td><div align="left">Budget</div></td></tr>'
            '<tr><td><div align="left"><b>Fattade beslut</b></div></td><td></td></tr>'
            '<tr><td><div align="left"></div></td><td><div align="left">Ja</div></td></tr></table></div>'
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
        assert set(re.findall(r"<\w+ ([^>]*)>", html)) == {'class="motesprotokoll"', 'align="left"'}
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
        assert re.sub("</?div[^>]*>", "", html).count("<td>5 februari 2027</td><td>Resa, Ale</td>") == 1
        assert "<b>Mötestider</b>" in notebook.html_of(Schedule())

    def test_says_what_may_be_moved_and_what_is_not_held(self) -> None:
        """A cancelled day must not look like the others."""
        html = notebook.html_of(PLAN)
        assert "Storvik, preliminärt" in html
        assert '>16 april 2027</div></td><td><div align="left">inställt<' in html

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


class TestYear:
    def test_shows_twelve_months(self) -> None:
        """Three side by side, with signs that are told above, and every meeting in words below."""
        html = notebook.year(PLAN)._repr_html_()
        assert re.findall(r"<b>(\w+) 2027</b></div><table>", html) == [
            name.capitalize() for name in MONTH_NAMES
        ]
        assert html.count("<table><tr><td><div") == 4
        assert "<td><b>5</b> M</td>" in html
        assert "<div>M? = preliminärt möte</div>" in html
        assert "<div>fredag 12 mars, förmiddag, Storvik (preliminär plats) [preliminärt]</div>" in html
        assert "<div><b>Möten</b> [beslutat: 2026-10-09]</div>" in html

    def test_months_beside_each_other_are_of_one_height(self) -> None:
        """Notebooks centre the lower ones otherwise."""
        html = notebook.year(PLAN)._repr_html_()
        rows = [part.count("<tr>") for part in re.findall(r"</b></div><table>(.*?)</table>", html)]
        assert len(rows) == 12
        assert all(len(set(rows[place : place + 3])) == 1 for place in range(0, 12, 3))

    def test_only_harmless_elements_are_written(self) -> None:
        """Hostile words stay words, in HTML and in Markdown."""
        plan = Schedule(HOSTILE, network=HOSTILE, occasions=[Occasion(date(2027, 2, 5), note=HOSTILE)])
        html = notebook.year([plan, plan])._repr_html_()
        assert set(re.findall(r"</?(\w+)", html)) == {"div", "table", "tr", "td", "b"}
        assert set(re.findall(r"<\w+ ([^>]*)>", html)) == {'class="motesprotokoll"', 'align="left"'}
        assert HOSTILE not in html
        text = notebook.year(plan)._repr_markdown_()
        assert "<" not in text
        assert r"\*nu\*" in text

    def test_shows_it_as_markdown(self) -> None:
        """A table a month, and lists."""
        text = notebook.year([PLAN, BOARD], 2027)._repr_markdown_()
        assert text.startswith("**Årsöversikt 2027**\n\n**Teckenförklaring**\n\n- A = Nätverket")
        assert "**Mars 2027**\n\n| v\\. | mån | tis | ons | tor | fre | lör | sön |\n| --- |" in text
        assert "| **5** A B |" in text
        assert "\n- fredag 16 april, förmiddag \\[inställt\\]\n" in text

    def test_is_named_by_its_title(self) -> None:
        """As what it is where nothing can be drawn."""
        assert repr(notebook.year(PLAN)) == (
            "ShownYear('Nätverket för stadsodling: Förslag mötestider 2027')"
        )

    def test_refuses_anything_else(self) -> None:
        """As the page does."""
        with pytest.raises(WrongTypeError, match="expected a Schedule"):
            notebook.year([MANY])  # type: ignore[list-item]


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
