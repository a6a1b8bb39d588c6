"""Plans and minutes become one calendar, its next version, or a year on a page; what is left out is told."""

from datetime import date, time
from pathlib import Path

import attrs
import pytest

from command_line import Run, with_stdin
from motesprotokoll import api, calendars
from motesprotokoll.cli import DONE, FINDINGS, USAGE
from motesprotokoll.model import (
    AgendaItem,
    DateSpan,
    Kind,
    Meeting,
    Mode,
    Occasion,
    PartialDate,
    PartOfDay,
    Schedule,
    TimeSpan,
)
from motesprotokoll.serialisation import dumps

SPRING, AUTUMN = date(2027, 3, 12), date(2027, 10, 8)
PLAN = Schedule("Mötestider 2027", network="Arkivnätverket", year=2027, occasions=[SPRING, AUTUMN])
LATER = date(2027, 3, 19)
MOVED = attrs.evolve(PLAN, occasions=[LATER, AUTUMN])


@pytest.fixture
def plan(tmp_path: Path) -> Path:
    """A plan of two dates in a file."""
    return api.save(PLAN, tmp_path / "plan.json")


def kept(folder: Path, name: str, value: Meeting | Schedule) -> Path:
    return api.save(value, folder / name)


def occasions(path: Path) -> list[Occasion]:
    """All that stands in a calendar, without what calendars count by."""
    plans = api.read_schedules(path)
    return [attrs.evolve(one, uid=None, sequence=None) for plan in plans for one in plan.occasions]


class TestWriting:
    def test_a_plan_becomes_a_calendar(self, run: Run, plan: Path, tmp_path: Path) -> None:
        """Nothing is said, and nothing is overwritten unless told."""
        path = tmp_path / "plan.ics"
        assert run("calendar", plan, "-o", path) == (DONE, "", "")
        assert path.read_bytes() == calendars.feed([PLAN]).content
        status, _, err = run("calendar", plan, "-o", path)
        assert (status, "(--overwrite replaces it)" in err) == (USAGE, True)
        assert run("calendar", plan, "-o", path, "--overwrite")[0] == DONE

    def test_pipes(self, run: Run, plan: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        """A hyphen is standard input and output; the calendar is what is meant there."""
        _, expected, _ = run("calendar", plan, "-o", "-")
        with_stdin(monkeypatch, dumps(PLAN).encode())
        assert run("calendar", "-", "-o", "-") == (DONE, expected, "")
        assert expected.startswith("BEGIN:VCALENDAR\r\n")
        with_stdin(monkeypatch, expected.encode())
        assert run("calendar", "-", "-o", "-") == (DONE, expected, "")

    @pytest.mark.parametrize("suffix", ["html", "docx", "md", "txt"])
    def test_other_formats_show_the_year(self, run: Run, plan: Path, tmp_path: Path, suffix: str) -> None:
        """Of all bodies together, on one page."""
        other = kept(tmp_path, "b.json", attrs.evolve(PLAN, network="Klimatnätverket"))
        path = tmp_path / f"aret.{suffix}"
        assert run("calendar", plan, other, "-o", path) == (DONE, "", "")
        expected = calendars.year_page(
            [PLAN, attrs.evolve(PLAN, network="Klimatnätverket")],
            format={"md": "markdown", "txt": "text"}.get(suffix, suffix),
        )
        assert path.read_bytes() == expected.content

    def test_the_format_must_be_known(self, run: Run, plan: Path, tmp_path: Path) -> None:
        """By the suffix or by name; English labels if asked for."""
        for name in ("a", "a.xyz"):
            status, _, err = run("calendar", plan, "-o", tmp_path / name)
            assert (status, "name one with --format" in err) == (USAGE, True)
        assert run("calendar", plan, "-o", tmp_path / "a", "--format", "ics")[0] == DONE
        out = run("calendar", plan, "-o", "-", "--format", "text", "--language", "en")[1]
        assert "February" in out

    def test_one_bad_document_stops_all(self, run: Run, plan: Path, tmp_path: Path) -> None:
        """A calendar in which somebody's dates are missing would be wrong."""
        status, _, err = run("calendar", plan, tmp_path / "none.json", "-o", tmp_path / "a.ics")
        assert status == USAGE
        assert "none.json: there is no such file" in err
        assert not (tmp_path / "a.ics").exists()

    def test_without_dates_there_is_nothing_to_do(self, run: Run, tmp_path: Path) -> None:
        """An empty calendar is never written."""
        path = kept(tmp_path, "a.json", Meeting("A"))
        status, _, err = run("calendar", path, "-o", tmp_path / "a.ics")
        assert (status, err) == (USAGE, f"motesprotokoll: {path}: there are no meeting dates in it\n")

    def test_convert_takes_one_plan(self, run: Run, plan: Path, tmp_path: Path) -> None:
        """Of a calendar of several bodies it tells which command takes them."""
        path = api.write(
            calendars.feed([PLAN, attrs.evolve(PLAN, network="Klimatnätverket")]), tmp_path / "alla.ics"
        )
        status, _, err = run("convert", path, "-o", tmp_path / "a.docx")
        assert status == USAGE
        assert "the calendar holds 2 plans (motesprotokoll calendar takes them together)" in err
        for command in ("show", "decisions"):
            assert "(motesprotokoll calendar reads plans)" in run(command, plan)[2]

    def test_anybody_elses_calendar_is_no_plan(self, run: Run, tmp_path: Path) -> None:
        """The hint names the command that takes it."""
        path = tmp_path / "a.ics"
        path.write_text("BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:x\r\nEND:VCALENDAR\r\n")
        status, _, err = run("calendar", path)
        assert (status, "(motesprotokoll plan --avoid takes it)" in err) == (USAGE, True)


class TestDates:
    def test_are_listed_where_nothing_is_written(self, run: Run, plan: Path, tmp_path: Path) -> None:
        """Plan by plan, a line for each date with all that is known of it."""
        bare = Schedule(
            part_of_day=PartOfDay.MORNING,
            occasions=[
                Occasion(
                    DateSpan(date(2026, 11, 11), date(2026, 11, 12)), tentative=True, label="Studieresa"
                ),
                Occasion(
                    date(2027, 3, 5), times=TimeSpan(time(9)), place="Ale", mode=Mode.REMOTE, note="OBS"
                ),
                Occasion(date(2027, 3, 8), cancelled=True, tentative=True),
            ],
        )
        status, out, err = run("calendar", plan, kept(tmp_path, "b.json", bare))
        assert (status, err) == (DONE, "")
        assert out.splitlines() == [
            "Mötestider 2027 för Arkivnätverket",
            "",
            "  fredag 12 mars (vecka 10)",
            "  fredag 8 oktober (vecka 40)",
            "",
            "Mötestider",
            "",
            "  onsdag–torsdag 11–12 november 2026 (vecka 46), förmiddag, Studieresa (preliminärt)",
            "  fredag 5 mars 2027 (vecka 9), kl. 09.00, digitalt möte, Ale, OBS",
            "  måndag 8 mars 2027 (vecka 10), förmiddag (preliminärt, inställt)",
        ]
        _, out, _ = run("--language", "en", "calendar", tmp_path / "b.json")
        assert "2027-03-05 (" in out
        assert ", 09:00, " in out

    def test_what_cannot_be_an_event_is_told(self, run: Run, tmp_path: Path) -> None:
        """Beside the calendar, each with its reason: it is never left out silently."""
        impossible = [
            Occasion(label="Extra"),
            Occasion(PartialDate("i slutet av augusti")),
            Occasion(DateSpan(date(2027, 3, 5), date(2027, 3, 1))),
            Occasion(date(9999, 12, 31)),
        ]
        path = kept(tmp_path, "a.json", attrs.evolve(PLAN, occasions=[SPRING, *impossible]))
        status, out, err = run("calendar", path, "-o", tmp_path / "a.ics")
        assert (status, out) == (DONE, "")
        lines = err.splitlines()
        assert [line.rpartition(" (")[2] for line in lines] == [
            "datum saknas)",
            "dagen är inte bestämd)",
            "slutet ligger före början)",
            "så långt räcker ingen kalender)",
        ]
        assert lines[0] == (
            "Inte i kalendern: Mötestider 2027 för Arkivnätverket: utan datum, Extra (datum saknas)"
        )
        assert run("calendar", path, "--explain")[1:] == (
            f"{path}: Mötestider 2027 för Arkivnätverket, 5 datum\n{err}",
            "",
        )


class TestSince:
    @pytest.fixture
    def before(self, tmp_path: Path) -> Path:
        """The calendar as it was, of two bodies."""
        other = attrs.evolve(PLAN, network="Klimatnätverket")
        return api.write(calendars.feed([PLAN, other]), tmp_path / "forr.ics")

    def test_meetings_move_and_the_change_is_told(self, run: Run, before: Path, tmp_path: Path) -> None:
        """Entries keep their uid; what the documents do not speak of stays as it is."""
        path = tmp_path / "nu.ics"
        moved = kept(tmp_path, "ny.json", MOVED)
        status, out, err = run("calendar", moved, "--since", before, "-o", path)
        assert (status, err) == (DONE, "")
        assert out.splitlines() == [
            "Mötestider 2027 för Arkivnätverket:",
            "  Mötet fredag 12 mars flyttas till fredag 19 mars.",
            "Mötestider 2027 för Klimatnätverket:",
            "  Inget har ändrats.",
        ]
        old, new = api.read_schedules(before), api.read_schedules(path)
        assert [one.uid for plan in old for one in plan.occasions] == [
            one.uid for plan in new for one in plan.occasions
        ]
        assert new[0].occasions[0].sequence == 1
        assert new[1] == old[1]
        assert run("--language", "en", "calendar", moved, "--since", before)[1] != out

    def test_a_calendar_is_updated_in_its_place(self, run: Run, before: Path, tmp_path: Path) -> None:
        """It is read before it is written."""
        moved = kept(tmp_path, "ny.json", MOVED)
        assert run("calendar", moved, "--since", before, "-o", before, "--overwrite")[0] == DONE
        assert LATER in [one.first_day for one in occasions(before)]

    def test_changes_stand_beside_a_calendar_in_a_pipe(self, run: Run, before: Path, tmp_path: Path) -> None:
        """Standard output is the calendar and nothing else."""
        moved = kept(tmp_path, "ny.json", MOVED)
        _, out, err = run("calendar", moved, "--since", before, "-o", "-")
        assert out.startswith("BEGIN:VCALENDAR")
        assert "flyttas till" in err

    def test_a_new_plan_is_new(self, run: Run, plan: Path, before: Path, tmp_path: Path) -> None:
        """Another year is another plan: nothing of the old one is cancelled by it."""
        new = attrs.evolve(PLAN, year=2028, title="Mötestider 2028", occasions=[date(2028, 3, 10)])
        _, out, _ = run("calendar", plan, kept(tmp_path, "ny.json", new), "--since", before)
        assert "Mötestider 2028 för Arkivnätverket:\n  Planen är ny.\n" in out
        assert "utgår" not in out
        assert "ställs in" not in out


class TestMinutes:
    def test_a_plan_in_minutes(self, run: Run, tmp_path: Path) -> None:
        """It is that of the body whose minutes they are, unless it names another."""
        bare = attrs.evolve(PLAN, network=None)
        foreign = attrs.evolve(PLAN, network="Styrelsen")
        minutes = Meeting("Klimatnätverket", preamble=[bare, foreign], next_meeting=Occasion(LATER))
        path = kept(tmp_path, "a.json", minutes)
        _, out, _ = run("calendar", path)
        assert "Mötestider 2027 för Klimatnätverket\n" in out
        assert "Mötestider 2027 för Styrelsen\n" in out
        assert "19 mars" not in out

    @pytest.mark.parametrize(
        ("kind", "told"),
        [(Kind.NOTES, "nästa möte, fredag 19 mars"), (Kind.SUMMONS, "mötet självt, fredag 12 mars")],
    )
    def test_a_single_date(self, run: Run, tmp_path: Path, kind: Kind, told: str) -> None:
        """Minutes look ahead; a summons is about its own meeting."""
        meeting = Meeting("A", kind=kind, occasion=Occasion(SPRING), next_meeting=Occasion(LATER))
        path = kept(tmp_path, "a.json", meeting)
        assert run("calendar", path, "--explain")[1].startswith(f"{path}: {told} (vecka 1")

    def test_without_the_one_the_other(self, run: Run, tmp_path: Path) -> None:
        """Whatever date a document has is better than none."""
        summons = Meeting("A", kind=Kind.SUMMONS, next_meeting=Occasion(LATER))
        notes = Meeting("B", kind=Kind.NOTES, occasion=Occasion(SPRING))
        empty = Meeting("C")
        paths = [kept(tmp_path, f"{n}.json", one) for n, one in enumerate((summons, notes, empty))]
        _, out, _ = run("calendar", *paths, "--explain")
        assert "nästa möte, fredag 19 mars" in out
        assert "mötet självt, fredag 12 mars" in out
        assert f"{paths[2]}: inga mötesdagar\n" in out

    def test_a_summons_completes_the_plan(self, run: Run, plan: Path, tmp_path: Path) -> None:
        """Hours, place and agenda come to the date on the plan, wherever the documents stand."""
        tentative = attrs.evolve(
            PLAN,
            occasions=[
                Occasion(SPRING, tentative=True, note="Ta med fika"),
                Occasion(AUTUMN, tentative=True),
            ],
        )
        summons = Meeting(
            "Arkivnätverket",
            kind=Kind.SUMMONS,
            occasion=Occasion(SPRING, times=TimeSpan(time(9), time(12)), place="Ale", note="Välkomna"),
            agenda=[AgendaItem("Gallring", number="1")],
        )
        path = tmp_path / "a.ics"
        files = kept(tmp_path, "kallelse.json", summons), kept(tmp_path, "p.json", tentative)
        assert run("calendar", *files, "-o", path) == (DONE, "", "")
        assert occasions(path) == [
            Occasion(SPRING, times=TimeSpan(time(9), time(12)), place="Ale", note="Ta med fika"),
            Occasion(AUTUMN, tentative=True),
        ]
        assert "Gallring" in path.read_text("utf-8")

    def test_a_summons_that_cannot_be_an_event(self, run: Run, plan: Path, tmp_path: Path) -> None:
        """It is told like any other date, and its agenda stands nowhere."""
        occasion = Occasion(SPRING, times=TimeSpan(time(12), time(9)))
        agenda = [AgendaItem("Gallring")]
        summons = Meeting("Klimatnätverket", kind=Kind.SUMMONS, occasion=occasion, agenda=agenda)
        files = plan, kept(tmp_path, "kallelse.json", summons)
        status, out, err = run("calendar", *files, "-o", "-")
        assert (status, "Gallring" in out) == (DONE, False)
        assert err.startswith("Inte i kalendern: Mötestider 2027 för Klimatnätverket: fredag 12 mars")
        assert err.endswith(" (slutet ligger före början)\n")

    def test_a_date_beside_the_plan(self, run: Run, plan: Path, tmp_path: Path) -> None:
        """It finds its place among the others; what is cancelled is so in the calendar."""
        extra = Meeting("Arkivnätverket", next_meeting=Occasion(date(2027, 5, 21)))
        gone = Meeting("Arkivnätverket", kind=Kind.SUMMONS, occasion=Occasion(AUTUMN, cancelled=True))
        files = kept(tmp_path, "a.json", extra), kept(tmp_path, "b.json", gone)
        assert run("calendar", plan, *files, "-o", tmp_path / "a.ics")[0] == DONE
        assert occasions(tmp_path / "a.ics") == [
            Occasion(SPRING),
            Occasion(date(2027, 5, 21)),
            Occasion(AUTUMN, cancelled=True),
        ]

    def test_a_date_goes_into_the_last_calendar(self, run: Run, plan: Path, tmp_path: Path) -> None:
        """Minutes that name one date cancel none of the others."""
        run("calendar", plan, "-o", tmp_path / "forr.ics")
        minutes = kept(
            tmp_path, "a.json", Meeting("Arkivnätverket", next_meeting=Occasion(SPRING, place="Ale"))
        )
        path = tmp_path / "nu.ics"
        _, out, _ = run("calendar", minutes, "--since", tmp_path / "forr.ics", "-o", path)
        assert "plats Ale" in out
        assert occasions(path) == [Occasion(SPRING, place="Ale"), Occasion(AUTUMN)]


class TestTwoOfOneBody:
    def test_spring_and_autumn_are_one_plan(self, run: Run, tmp_path: Path) -> None:
        """What both say alike stands there once."""
        spring = attrs.evolve(PLAN, occasions=[SPRING])
        files = kept(tmp_path, "a.json", PLAN), kept(tmp_path, "b.json", spring)
        _, out, _ = run("calendar", *files[::-1])
        assert out.splitlines()[2:] == ["  fredag 12 mars (vecka 10)", "  fredag 8 oktober (vecka 40)"]

    def test_that_contradict_each_other_are_refused(self, run: Run, tmp_path: Path) -> None:
        """Nobody knows which one is the latest."""
        other = attrs.evolve(PLAN, occasions=[Occasion(SPRING, place="Ale")])
        files = kept(tmp_path, "a.json", PLAN), kept(tmp_path, "b.json", other)
        status, _, err = run("calendar", *files)
        assert status == USAGE
        assert "says something else of 2027-03-12 (give only the latest version of a plan)" in err


class TestCheck:
    def test_nothing_is_written_that_should_be_looked_at(self, run: Run, tmp_path: Path) -> None:
        """The finding names the plan and the day; status 1."""
        path = kept(tmp_path, "a.json", attrs.evolve(PLAN, occasions=[date(2027, 6, 6)]))
        status, out, _ = run("calendar", path, "--check", "-o", tmp_path / "a.ics")
        assert status == FINDINGS
        assert out.startswith("Mötestider 2027 för Arkivnätverket, söndag 6 juni (vecka 22): ")
        assert not (tmp_path / "a.ics").exists()

    def test_what_is_in_order_is_written(self, run: Run, plan: Path, tmp_path: Path) -> None:
        """Without a word."""
        assert run("calendar", plan, "--check") == (DONE, "", "")
        assert run("calendar", plan, "--check", "-o", tmp_path / "a.ics") == (DONE, "", "")
        assert (tmp_path / "a.ics").exists()

    def test_what_was_uncertain_in_the_documents(self, run: Run, plan: Path, tmp_path: Path) -> None:
        """A doubtful reading makes doubtful dates."""
        path = tmp_path / "a.txt"
        path.write_text("")
        status, out, _ = run("calendar", plan, path, "--check")
        assert (status, out) == (FINDINGS, f"{path}: varning [text.empty] Dokumentet är tomt.\n")
        path.write_text("Nätverket A\n\nAnteckningar möte torsdag 2027-02-05\n", "utf-8")
        status, out, _ = run("calendar", plan, path, "--check")
        assert status == FINDINGS
        assert out.startswith(f"{path}: rad 3: ")

    def test_a_plan_as_a_whole(self, run: Run, monkeypatch: pytest.MonkeyPatch, plan: Path) -> None:
        """A finding may be about the plan, or about none."""
        from motesprotokoll.cli.commands import calendar
        from motesprotokoll.findings import Finding, Severity

        found = [Finding("x", Severity.NOTE, "Jaha.", where) for where in ("$[0]", "$[0].title", None)]
        monkeypatch.setattr(calendar, "check_schedules", lambda _: found)
        name = "Mötestider 2027 för Arkivnätverket"
        assert run("calendar", plan, "--check") == (
            DONE,
            f"{name}: upplysning [x] Jaha.\n{name}: upplysning [x] Jaha.\nupplysning [x] Jaha.\n",
            "",
        )
