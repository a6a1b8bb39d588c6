import ast
from datetime import date
from pathlib import Path

import pytest

from motesprotokoll import planning
from motesprotokoll.messages import translate
from motesprotokoll.model import DateSpan, Occasion, Schedule
from motesprotokoll.planning import conflicts, explaining, reasons, task
from motesprotokoll.planning.reasons import Period, because, joined, sentence, weeks

SECOND_DATE = """\
Inget talar emot dagen; åtta veckor efter mötet 22 januari och nio veckor före mötet 21 maj; \
i tid före förbundsstyrelsen den 26 mars; värd är Ale, på tur efter Kungälv.
Reserv: fredag 12 mars (vecka 10): avstånden blir ojämnare \
(sju veckor efter mötet 22 januari och tio veckor före mötet 21 maj).
Bortvald: fredag 5 mars (vecka 9): avstånden blir ojämnare \
(sex veckor efter mötet 22 januari och elva veckor före mötet 21 maj).
Bortvald: fredag 26 mars (vecka 12): långfredagen.
Bortvald: fredag 2 april (vecka 13): påsklov kan ligga då, vecka 13.
"""
FOLDER = Path(planning.__file__).parent


def proposal() -> planning.Proposal:
    last = Schedule(occasions=[Occasion(date(2026, 12, 11), place="Ale kommun")])
    return planning.propose(
        "Nätverket för skolbibliotek",
        2027,
        weekdays="friday",
        part_of_day="morning",
        times="9–12",
        two_days="november",
        two_days_label="Studieresa",
        hosts=["Ale", "Kungälv"],
        last_year=last,
        blocked=["5 februari"],
        avoid=[("vecka 49", "budgeten"), ("vecka 48", "budgeten"), ("vecka 50", "budgeten")],
        before=[("26 mars", "förbundsstyrelsen")],
    )


class TestExplanation:
    def test_opens_with_what_was_asked_for(self) -> None:
        """The wishes as they were understood, and the rules that were kept."""
        lines = proposal().explanation
        assert lines[0] == "Förslag mötestider 2027 för Nätverket för skolbibliotek"
        assert lines[1] == (
            "Önskemål: fredagar; förmiddag; kl.\N{NO-BREAK SPACE}09.00–12.00; "
            "tre möten i vår (15 januari–14 juni); "
            "fyra möten i höst (20 augusti–15 december); ett av dem på två dagar, 1–30 november."
        )
        assert lines[2].startswith(
            "Inga möten läggs på helgdagar, aftnar, skolornas lov och spärrade dagar, "
            "och det är minst 21 dagar mellan dem. Av alla planer"
        )

    def test_tells_of_each_date(self) -> None:
        """Its day, week and place; its reason, its runner-up, and its neighbours with theirs."""
        lines = list(proposal().explanation)
        start = lines.index("2. fredag 19 mars (vecka 11), Ale")
        assert [line.strip() for line in lines[start + 1 : start + 6]] == SECOND_DATE.splitlines()
        assert any(". torsdag–fredag " in line and line.endswith(", Studieresa") for line in lines)
        grouped = "   Bortvald: fredag 6 augusti (vecka 31) och fredag 13 augusti (vecka 32): utanför"
        assert any(line.startswith(grouped) for line in lines)

    def test_ends_with_what_is_left(self) -> None:
        """What speaks against the plan, the heaviest first, and that nothing is decided."""
        lines = list(proposal().explanation)
        start = lines.index("Det som ändå kan invändas:")
        assert lines[start + 1 : -1]
        assert all(line.startswith("- ") and line.endswith(".") for line in lines[start + 1 : -1])
        assert lines[-1] == "Förslaget är preliminärt tills Nätverket för skolbibliotek har beslutat."

    def test_says_of_which_day_a_drawback_is(self) -> None:
        """A collision without its day would tell nobody anything."""
        found = planning.propose(
            "Nätverket",
            2027,
            weekdays="friday",
            spring=1,
            autumn=0,
            spring_window="8–14 mars",
            avoid=["12 mars"],
        )
        assert "- 12 mars: någon annan är upptagen." in found.explanation

    def test_names_only_the_rules_that_there_were(self) -> None:
        """No school breaks for whoever wants none kept, and no distance for a single meeting."""
        found = planning.propose("Nätverket", 2027, weekdays="friday", spring=1, autumn=0, school_breaks=())
        assert found.explanation[2].startswith("Inga möten läggs på helgdagar och aftnar. Av alla")

    def test_says_when_nothing_is_left(self) -> None:
        """A plan that nothing speaks against."""
        found = planning.propose(
            "Nätverket", 2027, weekdays="friday", spring=1, autumn=0, spring_window="8–22 mars"
        )
        assert found.explanation[-2:] == (
            "Inget talar emot planen.",
            "Förslaget är preliminärt tills Nätverket har beslutat.",
        )
        assert "minst" not in found.explanation[2].split(". ")[0]

    def test_speaks_english_too(self) -> None:
        """All but the names of holidays, breaks and titles."""
        lines = list(proposal().explanation_in("en"))
        assert lines[1].startswith("Wishes: Fridays; morning; kl.")
        assert "   Rejected: 2027-03-26 (week 12): långfredagen." in lines
        assert not [line for line in lines if " och " in line or "möte" in line[1:].replace("mötestider", "")]


class TestReason:
    def test_fills_its_places(self) -> None:
        """With days, spans, numbers, periods, other reasons, and several of them."""
        reason = because(
            "{a}; {b}; {c}; {d}; {e}; {f}",
            a=date(2027, 3, 5),
            b=DateSpan(date(2027, 3, 5)),
            c=DateSpan(date(2027, 11, 11), date(2027, 11, 12)),
            d=3,
            e=Period(DateSpan(date(2027, 11, 1), date(2027, 11, 30))),
            f=(weeks(7), weeks(14), because("spärrad dag")),
        )
        assert str(reason) == (
            "5 mars; fredag 5 mars; torsdag–fredag 11–12 november; tre; 1–30 november; "
            "en vecka, två veckor och spärrad dag"
        )
        assert reason.in_language("en") == (
            "2027-03-05; 2027-03-05; 2027-11-11/2027-11-12; 3; 2027-11-01 to 2027-11-30; "
            "one week, 2 weeks and blocked day"
        )

    def test_writes_numbers_above_twelve_in_figures(self) -> None:
        """As running text does."""
        assert str(because("{n} dagar", n=12)) == "tolv dagar"
        assert str(because("{n} dagar", n=13)) == "13 dagar"

    def test_braces_in_a_name_are_a_name(self) -> None:
        """What a caller calls a body is never taken for a place."""
        assert str(because("krockar med {what}", what="{week} {0}")) == "krockar med {week} {0}"

    def test_sentences_begin_large_and_end_once(self) -> None:
        """Also where the reason has its full stop, or is nothing."""
        assert sentence(because("{what}", what="anno 2027 m.m.")) == "Anno 2027 m.m."
        assert sentence(joined([because("spärrad dag"), because("helgdagar")])) == "Spärrad dag; helgdagar."


def templates() -> list[str]:
    """Every Swedish text that planning may say: those in calls, those in names for them, those of tables."""
    found: set[str] = set()
    for path in FOLDER.glob("*.py"):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
                if node.func.id in ("because", "translate"):
                    found |= strings(node.args[0])
            elif isinstance(node, ast.Assign) and {"template", "plain"} & names(node):
                found |= strings(node.value) - {*(one.name for one in planning.PENALTIES)}
    tables = (task._ASKEW, conflicts._WORDS, conflicts._FEW)
    found |= {text for table in tables for text in table.values()}
    found |= {*reasons._PLURALS, *explaining._IN_SPRING, *explaining._IN_AUTUMN}
    # A template of nothing but places and signs says nothing itself.
    return sorted(text for text in found if any(sign.isalpha() for sign in bare(text)))


def names(node: ast.Assign) -> set[str]:
    return {one.id for target in node.targets for one in ast.walk(target) if isinstance(one, ast.Name)}


def strings(node: ast.AST) -> set[str]:
    """The strings that an expression may be: one, or either of two, or several at once."""
    if isinstance(node, ast.Constant):
        return {node.value} if isinstance(node.value, str) else set()
    parts = [node.body, node.orelse] if isinstance(node, ast.IfExp) else getattr(node, "elts", [])
    return {text for part in parts for text in strings(part)}


def bare(template: str) -> str:
    """*template* without its places."""
    return "".join(part.partition("}")[2] if "}" in part else part for part in template.split("{"))


@pytest.mark.parametrize("template", templates())
def test_every_text_has_an_english_entry(template: str) -> None:
    """Whatever a person may be told."""
    assert translate(template, "en") != template


def test_there_are_texts() -> None:
    """So that the test above means something."""
    assert len(templates()) > 60
    assert {"inget talar emot dagarna", "krockar med {what}", "bara {days} före mötet {day}"} < {*templates()}
