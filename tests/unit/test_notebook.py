"""In a notebook a meeting is a short table that no sanitiser has to touch."""

import re
from datetime import date
from pathlib import Path

import pytest

from motesprotokoll import notebook
from motesprotokoll.api import save
from motesprotokoll.building import new_meeting
from motesprotokoll.comparing import Comparison, compare
from motesprotokoll.errors import WrongTypeError
from motesprotokoll.findings import Finding, Severity
from motesprotokoll.interpret.reading import Reading
from motesprotokoll.model import (
    ActionItem,
    AgendaItem,
    Attendance,
    Decision,
    Meeting,
    Occasion,
    Outcome,
    Participant,
    Schedule,
)
from motesprotokoll.register import Register
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
            '<tr><td><div align="left"><b>Punkter</b></div></td><td><div align="left"></div></td></tr>'
            '<tr><td><div align="left">1</div></td><td><div align="left">Budget</div></td></tr>'
            '<tr><td><div align="left"><b>Fattade beslut</b></div></td><td><div align="left"></div></td></tr>'
            '<tr><td><div align="left"></div></td><td><div align="left">Ja</div></td></tr></table></div>'
        )
        assert shown._repr_markdown_() == (
            "**HR**\n\n| | |\n| --- | --- |\n| **Punkter** |  |\n| 1 | Budget |\n"
            "| **Fattade beslut** |  |\n|  | Ja |\n"
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
        with pytest.raises(WrongTypeError, match="expected a Meeting, a Reading"):
            notebook.display("x")  # type: ignore[arg-type]
        with pytest.raises(WrongTypeError, match="participants or decisions"):
            notebook.display((Participant("Ida Ek"), Decision("Ja")))  # type: ignore[arg-type]


class TestPeopleAndDecisions:
    def test_shows_participants_as_a_table(self) -> None:
        """A row each, as the view of attendance words it."""
        people = Meeting(
            participants=[
                Participant(
                    "Ida Ek", role="chef", unit="Skolan", organisation="Ale", attendance=Attendance.PRESENT
                ),
                Participant("Bo Ask", attendance=Attendance.ABSENT, note="sjuk"),
                Participant("Eva Alm"),
            ]
        ).participants
        assert notebook.markdown_of(people) == (
            "**Deltagare \\(3\\)**\n\n| Namn | Roll | Organisation | Närvaro |\n| --- | --- | --- | --- |\n"
            "| Ida Ek | chef | Skolan, Ale | närvarande |\n| Bo Ask |  |  | förhinder \\(sjuk\\) |\n"
            "| Eva Alm |  |  | inbjuden |\n"
        )
        assert '<td><div align="left"><b>Namn</b></div></td>' in notebook.html_of(people)

    def test_shows_one_person(self) -> None:
        """Under the name what is known, and nothing for the rest."""
        text = notebook.markdown_of(Participant("Ida Ek", role="chef"))
        assert text == "**Ida Ek**\n\n| | |\n| --- | --- |\n| Roll | chef |\n| Närvaro | inbjuden |\n"

    def test_shows_decisions_as_a_table(self) -> None:
        """With what became of the matter."""
        found = (Decision("Ja", outcome=Outcome.ADOPTED), Decision(clauses=["att vänta"]))
        assert "| Ja | bifall |\n| att vänta | ej angivet |\n" in notebook.markdown_of(found)

    def test_shows_one_decision(self) -> None:
        """Its words, each att-sats in a row of its own, and what is known of it."""
        one = Decision("Vi beslutar", clauses=["att gå", "att stå"], decided_by="Rådet")
        assert notebook.markdown_of(one) == (
            "**Beslut**\n\n| | |\n| --- | --- |\n|  | Vi beslutar |\n|  | att gå |\n|  | att stå |\n"
            "| Beslutat av | Rådet |\n"
        )
        assert "| Utfall | avslag |" in notebook.markdown_of(Decision("Nej", outcome=Outcome.DECLINED))

    def test_nobody_is_shown_as_nobody(self) -> None:
        """A meeting without participants has no table, and no error."""
        assert notebook.display(Meeting().participants)._repr_markdown_().startswith("**\\(0\\)**")

    @pytest.mark.parametrize(
        "value",
        [
            (Participant(HOSTILE, role=HOSTILE),) * 12,
            (Decision(HOSTILE),),
            Decision(HOSTILE, clauses=[HOSTILE], decided_by=HOSTILE),
            Participant(HOSTILE, note=HOSTILE),
            Register([Meeting(HOSTILE, agenda=[AgendaItem(HOSTILE)])]),
            Register([Meeting(HOSTILE, agenda=[AgendaItem(HOSTILE)])]).items,
            compare(Meeting(HOSTILE), Meeting("A", agenda=[AgendaItem(HOSTILE, body=[HOSTILE])])),
        ],
    )
    def test_only_harmless_elements_are_written(self, value: notebook.Value) -> None:
        """Hostile words stay words, in HTML and in Markdown, where each row is one line."""
        html = notebook.html_of(value)
        assert set(re.findall(r"</?(\w+)", html)) <= {"div", "table", "tr", "td", "b"}
        assert set(re.findall(r"<\w+ ([^>]*)>", html)) <= {'class="motesprotokoll"', 'align="left"'}
        assert HOSTILE not in html
        text = notebook.markdown_of(value)
        assert "<" not in text
        assert all(line.startswith("|") for line in text.split("\n\n", 1)[1].splitlines())


class TestRegister:
    def test_tells_what_it_holds(self, tmp_path: Path) -> None:
        """How many documents, which period, which bodies; and what is still open."""
        days = {"a": "2027-02-05", "b": "2027-11-12"}
        for name, day in days.items():
            action = ActionItem("Ida skriver.", owners=["Ida Ek"])
            meeting = new_meeting("Rådet", day, agenda=[AgendaItem("Kaffe", body=[Decision("Ja"), action])])
            save(meeting, tmp_path / f"{name}.json")
        (tmp_path / "c.docx").write_bytes(b"PK")
        text = notebook.markdown_of(Register.from_files(sorted(tmp_path.iterdir())))
        assert "| Dokument | 3, varav 1 inte kunde läsas |\n| Möten | 2 |\n" in text
        assert "| Tid | 5 februari–12 november 2027 |\n| Beslut | 2 |\n" in text
        assert "| Åtgärder | 2, varav 2 öppna |\n" in text
        assert text.endswith("| **Organ** |  |\n|  | Rådet |\n")

    def test_an_empty_one(self) -> None:
        """Nothing is nothing."""
        assert "| Dokument | 0 |\n| Möten | 0 |\n| Beslut | 0 |" in notebook.markdown_of(Register())

    def test_its_tables_are_shown(self) -> None:
        """As the table itself shows itself, in any notebook."""
        rows = Register([MANY]).items.select("number", "title")
        assert notebook.display(rows)._repr_html_() == rows._repr_html_()
        assert notebook.display(rows)._repr_markdown_() == rows._repr_markdown_()


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


class TestComparison:
    def test_tells_each_change_and_where(self) -> None:
        """A row for each, under its headings; and no rows where nothing differs."""
        old = Meeting(agenda=[AgendaItem("Kaffe", number="1", body=["Vi ses i maj."])])
        new = Meeting(agenda=[AgendaItem("Kaffe", number="1", body=["Vi ses i juni."])], title="Fika")
        text = notebook.markdown_of(compare(old, new))
        assert text.startswith("**Ändringar \\(2\\)**")
        assert "\n|  | Rubriken har angetts: Fika\\. |\n" in text
        assert (
            "\n| 1\\. Kaffe | Stycket lyder nu ”Vi ses i juni\\.” \\(löd: ”Vi ses i maj\\.”\\)\\. |\n" in text
        )
        assert notebook.display(compare(old, old))._repr_markdown_().startswith("**Ändringar \\(0\\)**")


class TestExtension:
    def test_hooks_in_and_out(self) -> None:
        """%load_ext makes values show themselves; %unload_ext leaves nothing, however often."""
        shell = FakeShell()
        notebook.load_ipython_extension(shell)
        assert set(shell.formatters["text/html"]) == {
            Comparison,
            Decision,
            Meeting,
            Participant,
            Reading,
            Register,
            Schedule,
            tuple,
        }
        assert "<table>" in shell.formatters["text/html"][Meeting](MANY)
        assert shell.formatters["text/markdown"][Meeting](MANY).startswith("**A**")
        assert "<b>Deltagare (1)</b>" in shell.formatters["text/html"][tuple]((Participant("Ida Ek"),))
        assert shell.formatters["text/html"][tuple]((1, 2)) is None
        assert shell.formatters["text/html"][tuple](()) is None
        notebook.unload_ipython_extension(shell)
        notebook.unload_ipython_extension(shell)
        assert not shell.formatters["text/html"]
