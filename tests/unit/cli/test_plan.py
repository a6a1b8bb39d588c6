"""A year's dates, proposed on the command line: as wished, with reasons, and never silently otherwise."""

import sys
from datetime import date, timedelta
from itertools import pairwise
from pathlib import Path

import attrs
import pytest

from command_line import Run, with_stdin
from motesprotokoll import api
from motesprotokoll.cli import DONE, USAGE
from motesprotokoll.cli.plans import last_plan_in
from motesprotokoll.errors import MissingExtraError, WrongValueError
from motesprotokoll.model import Meeting, Member, Network, Occasion, PartOfDay, Schedule
from motesprotokoll.planning import propose
from motesprotokoll.serialisation import dumps, loads
from motesprotokoll.swedish import format_date

WISHES = ("--year", 2027, "--weekday", "fredag", "--spring", 2, "--autumn", 1, "--body", "Arkivnätverket")

CHOSEN = [
    one.first_day or date.max
    for one in propose("Arkivnätverket", 2027, weekdays="fredag", spring=2, autumn=1).schedule.occasions
]


def days(schedule: object) -> list[str]:
    assert isinstance(schedule, Schedule)
    return [str(one.dates) for one in schedule.occasions]


def kept(path: Path, **fields: object) -> Path:
    """A plan in a file."""
    return api.save(Schedule(**fields), path)  # type: ignore[arg-type]


class TestWishes:
    def test_the_dates_are_printed(self, run: Run) -> None:
        """Whose they are, and a line for each with its weekday and week."""
        status, out, err = run("plan", *WISHES)
        lines = out.splitlines()
        assert (status, err) == (DONE, "")
        assert lines[:2] == ["Förslag mötestider 2027 för Arkivnätverket", ""]
        first = CHOSEN[0]
        assert lines[2] == f"  fredag {format_date(first, style='short')} (vecka {first.isocalendar().week})"
        assert len(lines) == 2 + len(CHOSEN)

    def test_in_english(self, run: Run) -> None:
        """Labels are English, and days are in figures."""
        _, out, _ = run("--language", "en", "plan", *WISHES)
        assert f"  {CHOSEN[0]} (" in out
        assert "fredag" not in out

    @pytest.mark.parametrize("name", ["friday", "Fredag", "fredagar"])
    def test_weekdays_in_either_language(self, run: Run, name: str) -> None:
        """A weekday may be Swedish or English."""
        expected = run("plan", *WISHES)
        assert run("plan", "--weekday", name, *WISHES) == expected

    def test_several_may_stand_after_one_option(self, run: Run, tmp_path: Path) -> None:
        """Weekdays and hosts are lists."""
        path = tmp_path / "a.json"
        run("plan", *WISHES, "--weekday", "tisdag", "torsdag", "--host", "Ale", "Lerum", "-o", path)
        plan = loads(path.read_text("utf-8"))
        assert isinstance(plan, Schedule)
        assert [one.place for one in plan.occasions] == ["Ale", "Lerum", "Ale"]

    def test_all_wishes_are_heard(self, run: Run, tmp_path: Path) -> None:
        """Part of day, clock times, two days, numbers and distance reach the plan."""
        path = tmp_path / "a.json"
        words = ("--year", 2027, "--weekday", "fredag", "--two-days", "november", "--least-days", 40)
        assert run("plan", *words, "--part-of-day", "förmiddag", "--autumn", 2, "-o", path) == (DONE, "", "")
        plan = loads(path.read_text("utf-8"))
        assert isinstance(plan, Schedule)
        assert plan.part_of_day is PartOfDay.MORNING
        assert any(isinstance(one.dates, object) and "/" in str(one.dates) for one in plan.occasions)
        assert len(plan.occasions) == 5
        starts = [one.first_day for one in plan.occasions if one.first_day]
        assert min(later - earlier for earlier, later in pairwise(starts)).days >= 40
        assert "kl. 09.00–12.00" in run("plan", *WISHES, "--times", "09.00-12.00")[1]

    def test_without_a_name_no_document_has_one(self, run: Run, tmp_path: Path) -> None:
        """What nobody said is not written; the explanation still reads as sentences."""
        words = WISHES[:-2]
        status, out, _ = run("plan", *words, "--explain", "-o", tmp_path / "a.json")
        assert status == DONE
        assert out.startswith("Förslag mötestider 2027 för nätverket\n")
        plan = loads((tmp_path / "a.json").read_text("utf-8"))
        assert isinstance(plan, Schedule)
        assert plan.network is None
        assert "for the network\n" in run("--language", "en", "plan", *words, "--explain")[1]

    @pytest.mark.parametrize(
        ("words", "told"),
        [
            (("--weekday", "frdag"), "--weekday: 'frdag' is no weekday"),
            (("--part-of-day", "natt"), "--part-of-day: 'natt' is not a part of the day"),
            (("--times", "25"), "--times: '25' is not a clock time"),
            (("--two-days", "snart"), "--two-days: "),
            (("--spring", "-1"), "--spring: expected a number from 0"),
            (("--year", "12345"), "--year: "),
            (("--host", ""), "--host: a name must not be empty"),
            (("--part-of-day", "förmiddag", "--times", "9-12"), "not allowed with"),
        ],
    )
    def test_what_is_no_wish_names_its_option(self, run: Run, words: tuple[str, ...], told: str) -> None:
        """One line, with the option as it was typed."""
        status, out, err = run("plan", *WISHES, *words)
        assert (status, out, err.count("\n")) == (USAGE, "", 1)
        assert told in err

    def test_a_missing_extra_has_its_status(self, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
        """As for any other command."""
        from motesprotokoll.cli.commands import plan

        def refuse(*_: object, **__: object) -> None:
            raise MissingExtraError("free days need holidays", None, "pip install 'motesprotokoll[holidays]'")

        monkeypatch.setattr(plan, "propose", refuse)
        assert run("plan", *WISHES)[0] == 3


class TestExplain:
    def test_each_date_has_its_reason(self, run: Run) -> None:
        """The reason, the runner-up and what was rejected, in Swedish or English."""
        _, out, _ = run("plan", *WISHES, "--explain")
        assert out.count("Reserv: ") == 3
        assert "Bortvald: fredag " in out
        english = run("plan", *WISHES, "--explain", "--language", "en")[1]
        assert str(CHOSEN[0]) in english

    def test_fits_the_terminal(self, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
        """Sentences are broken between words there, and nowhere else."""
        whole = run("plan", *WISHES, "--explain")[1]
        monkeypatch.setattr(sys.stdout, "isatty", lambda: True, raising=False)
        monkeypatch.setenv("COLUMNS", "70")
        out = run("plan", *WISHES, "--explain")[1]
        assert out.split() == whole.split()
        assert max(map(len, out.splitlines())) <= 70 < max(map(len, whole.splitlines()))

    def test_stands_beside_the_document(self, run: Run, tmp_path: Path) -> None:
        """On standard output, or on the other stream where that one is the document."""
        status, out, _ = run("plan", *WISHES, "--explain", "-o", tmp_path / "a.txt")
        assert (status, "Reserv: " in out) == (DONE, True)
        assert format_date(CHOSEN[0]) in (tmp_path / "a.txt").read_text("utf-8")
        status, out, err = run("plan", *WISHES, "--explain", "-o", "-", "--format", "json")
        assert isinstance(loads(out), Schedule)
        assert "Reserv: " in err


class TestCollisions:
    def test_impossible_wishes_are_told_in_words(self, run: Run) -> None:
        """Status 2, the wishes that collide, and the options that say them."""
        status, out, err = run("plan", *WISHES, "--spring", 12, "--least-days", 30)
        assert (status, out) == (USAGE, "")
        assert err == (
            "motesprotokoll: Önskemålen går inte att förena: tolv möten i vår och minst 30 dagar mellan "
            "mötena.\nmotesprotokoll: Ändra något av: --spring, --least-days\n"
        )
        status, _, err = run("--language", "en", "plan", *WISHES, "--spring", 12, "--least-days", 30)
        assert "no plan can meet these wishes together" in err
        assert "Change one of: --spring, --least-days" in err

    def test_without_an_option_only_the_words(self, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
        """What no option says cannot be changed here."""
        from motesprotokoll.cli.commands import plan
        from motesprotokoll.errors import PlanningError

        def refuse(*_: object, **__: object) -> None:
            raise PlanningError("no plan", None, None, ("school_breaks",))

        monkeypatch.setattr(plan, "propose", refuse)
        assert run("--language", "en", "plan", *WISHES)[2] == "motesprotokoll: no plan\n"


class TestOthers:
    def test_what_cannot_be_avoided_is_told(self, run: Run, tmp_path: Path) -> None:
        """A collision that is left stands below the dates, and is said also where a file is written."""
        path = tmp_path / "upptaget.csv"
        path.write_text(
            "datum;ämne\n"
            + "".join(
                f"{date.fromordinal(day)};Styrelsen\n"
                for day in range(date(2027, 1, 1).toordinal(), date(2027, 12, 31).toordinal())
            ),
            "utf-8",
        )
        _, out, _ = run("plan", *WISHES, "--avoid", path)
        assert "Det som ändå kan invändas:\n- " in out
        assert "Styrelsen" in out
        status, out, err = run("plan", *WISHES, "--avoid", path, "-o", tmp_path / "a.ics")
        assert (status, out) == (DONE, "")
        assert "Styrelsen" in err

    @pytest.mark.parametrize("suffix", ["csv", "ics", "json", "md"])
    def test_are_read_of_any_kind(self, run: Run, tmp_path: Path, suffix: str) -> None:
        """A table, a calendar, a plan that was kept, and minutes that hold one."""
        later = CHOSEN[0] + timedelta(days=14)
        busy = Schedule("M", network="Styrelsen", year=2027, occasions=[CHOSEN[0], later])
        path = tmp_path / f"styrelsen.{suffix}"
        if suffix == "csv":
            path.write_text(f"datum;ämne\n{CHOSEN[0]};Styrelsen\n{later};Styrelsen\n", "utf-8")
        elif suffix == "md":
            api.write(Meeting("Styrelsen", preamble=[attrs.evolve(busy, network=None)]), path)
        else:
            api.write(busy, path)
        expected = f"fredag {format_date(CHOSEN[0], style='short')}"
        assert expected in run("plan", *WISHES)[1]
        status, out, _ = run("plan", *WISHES, "--avoid", path)
        assert status == DONE
        assert expected not in out
        assert "i tid före Styrelsen" in run("plan", *WISHES, "--before", path, "--explain")[1]

    def test_come_through_a_pipe_or_by_a_pattern(
        self, run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        """As for the files of any command."""
        table = f"datum;ämne\n{CHOSEN[0]};Styrelsen\n"
        (tmp_path / "a.csv").write_text(table, "utf-8")
        expected = run("plan", *WISHES, "--avoid", tmp_path / "a.csv")
        with_stdin(monkeypatch, table.encode())
        assert run("plan", *WISHES, "--avoid", "-") == expected
        assert run("plan", *WISHES, "--avoid", tmp_path / "*.csv") == expected != run("plan", *WISHES)

    def test_a_file_without_dates_is_told(self, run: Run, tmp_path: Path) -> None:
        """It would be ignored otherwise."""
        path = tmp_path / "a.json"
        path.write_text(dumps(Meeting("A")), "utf-8")
        status, _, err = run("plan", *WISHES, "--avoid", path)
        assert status == USAGE
        assert err == f"motesprotokoll: {path}: there are no meeting dates in it\n"


class TestLastYear:
    def test_names_the_body_and_the_next_host(self, run: Run, tmp_path: Path) -> None:
        """What last year's plan says need not be typed again."""
        occasions = [Occasion(date(2026, 10, 9), place="Ale")]
        path = kept(tmp_path / "a.json", title="P", network="Klimatnätverket", year=2026, occasions=occasions)
        words = (*WISHES[:-2], "--last-year", path, "--host", "Ale", "Lerum")
        lines = run("plan", *words)[1].splitlines()
        assert lines[0] == "Förslag mötestider 2027 för Klimatnätverket"
        assert lines[2].endswith(", Lerum")
        assert run("plan", *words, "--body", "B")[1].startswith("Förslag mötestider 2027 för B\n")
        assert run("plan", *words, "--body", "Klimatnätverket")[1].splitlines() == lines

    def test_keeps_its_members(self, run: Run, tmp_path: Path) -> None:
        """The body by its name is the body of last year's plan, with all that is known of it."""
        network = Network("Klimatnätverket", members=[Member("Ida Ek")])
        path = kept(tmp_path / "a.json", network=network, year=2026, occasions=[date(2026, 10, 9)])
        for words in ((), ("--body", "Klimatnätverket")):
            out = run("plan", *WISHES[:-2], "--last-year", path, *words, "-o", "-", "--format", "json")[1]
            assert loads(out).network == network

    def test_is_found_among_several(self, tmp_path: Path) -> None:
        """By its body, then by its year; what stays uncertain is told."""
        plans = [
            Schedule(network=body, year=year, occasions=[date(year, 3, 5)])
            for body in ("A", "B")
            for year in (2025, 2026)
        ]
        from motesprotokoll import calendars

        path = str(api.write(calendars.feed(plans), tmp_path / "alla.ics"))
        assert days(last_plan_in(path, "B", 2027)) == ["2026-03-05"]
        with pytest.raises(
            WrongValueError, match=r"2 plans in it can be that of 2026 \(--body names the body"
        ):
            last_plan_in(path, None, 2027)
        with pytest.raises(WrongValueError, match="no plan in it can be that of 2030"):
            last_plan_in(path, "B", 2031)


class TestOutput:
    @pytest.mark.parametrize("suffix", ["json", "ics", "docx", "html", "md", "txt"])
    def test_the_suffix_tells_the_format(self, run: Run, tmp_path: Path, suffix: str) -> None:
        """Whatever can be written, and never over another file unless told."""
        path = tmp_path / f"forslag.{suffix}"
        assert run("plan", *WISHES, "-o", path) == (DONE, "", "")
        assert path.stat().st_size > 100
        status, _, err = run("plan", *WISHES, "-o", path)
        assert (status, "(--overwrite replaces it)" in err) == (USAGE, True)
        assert run("plan", *WISHES, "-o", path, "--overwrite")[0] == DONE

    def test_the_year_on_a_page(self, run: Run, tmp_path: Path) -> None:
        """--view year is a view of a plan."""
        assert run("plan", *WISHES, "-o", tmp_path / "a.html", "--view", "year")[0] == DONE
        assert "Februari" in (tmp_path / "a.html").read_text("utf-8")

    def test_a_proposal_goes_on(self, run: Run, tmp_path: Path) -> None:
        """What was kept is converted, checked and put into a calendar like any document."""
        path = tmp_path / "forslag.json"
        run("plan", *WISHES, "-o", path)
        assert run("convert", path, "-o", tmp_path / "a.docx")[0] == DONE
        assert run("convert", path, "-o", tmp_path / "a.ics")[0] == DONE
        assert run("check", path, tmp_path / "a.ics") == (DONE, "Inget att anmärka på i 2 filer.\n", "")
        status, out, _ = run("convert", tmp_path / "a.ics", "-o", "-", "--format", "json")
        assert (status, loads(out)) == (DONE, loads(path.read_text("utf-8")))
