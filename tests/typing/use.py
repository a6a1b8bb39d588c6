"""What a type checker concludes of ordinary use. Checked by mypy --strict; never run."""

from datetime import date, timedelta
from pathlib import Path
from typing import assert_type

import motesprotokoll as mp
from motesprotokoll import checks


def reading() -> None:
    found = mp.read("a.txt", strict=True, network=mp.Network("A"))
    assert_type(found, mp.Reading)
    assert_type(mp.read_text("x").meeting, mp.Meeting)
    assert_type(found.findings, tuple[mp.Finding, ...])
    assert_type(found.findings[0].severity, mp.Severity)
    mp.read(Path("a"), format="text", encoding="cp1252", limits=mp.Limits(findings=3))
    mp.read(b"", registry=mp.Registry(plugins=False))
    with open("a", "rb") as stream:
        mp.read(stream)


def values() -> None:
    meeting = mp.new_meeting("A", date(2027, 2, 5), present=["Ida Ek"], agenda=["a", mp.AgendaItem("b")])
    assert_type(meeting, mp.Meeting)
    assert_type(meeting.decisions, tuple[mp.Decision, ...])
    assert_type(meeting.decisions[0].text, str)
    assert_type(meeting.actions[0].owners, tuple[str, ...])
    assert_type(meeting.date, date | None)
    assert_type(meeting.schedule, mp.Schedule | None)
    mp.Meeting("A", participants=["Ida Ek"], agenda=["a"], occasion=date(2027, 2, 5))
    mp.AgendaItem("a", body=["text", mp.Decision("x", clauses=["att y"])])
    mp.new_meeting(mp.Network("A"), "2027-02-05", kind=mp.Kind.NOTES)
    mp.new_meeting("A", mp.Occasion(mp.DateSpan(date(2027, 2, 5))), kind="notes")


def writing(meeting: mp.Meeting) -> None:
    page = mp.render(meeting, "html", view="agenda", item=2, language="en")
    assert_type(page, mp.Rendered)
    assert_type(page.content, bytes)
    assert_type(page.text, str)
    assert_type(mp.renderer("html", templates="folder"), mp.BoundRenderer)
    assert_type(mp.renderer("html").render(meeting, view="decisions"), mp.Rendered)
    assert_type(mp.write(meeting, "a.html", overwrite=True), Path)
    assert_type(mp.write(page, Path("a.html")), Path)
    assert_type(mp.save(meeting, "m.json"), Path)
    assert_type(mp.load("m.json"), mp.Meeting | mp.Schedule | mp.Reading)
    assert_type(mp.dumps(meeting), str)
    assert_type(mp.check(meeting), tuple[mp.Finding, ...])
    assert_type(mp.compare(meeting, meeting), mp.Comparison)
    assert_type(mp.render(mp.compare(meeting, meeting), "html", language="en"), mp.Rendered)
    assert_type(checks.profile_for("a.txt"), checks.Profile)
    mp.check(meeting, select=["MP3"], profile=checks.Profile(ignore=["MP7"], severity={"MP5": "note"}))
    assert_type(checks.fixed(meeting, mp.check(meeting)), mp.Meeting)
    assert_type(mp.formats(), tuple[mp.Format, ...])
    assert_type(mp.__version__, str)
    if meeting.schedule is not None:
        mp.render(meeting.schedule, "text")
        calendar = mp.render(meeting.schedule, "ics", embed=False)
        assert_type(mp.read_schedule(calendar), mp.Schedule)
        assert_type(mp.read_schedules("a.ics", limits=mp.Limits(calendar_lines=9)), tuple[mp.Schedule, ...])


def planning_ahead(board: mp.Schedule) -> None:
    proposal = mp.planning.propose(
        "A", 2027, weekdays="friday", avoid=board, blocked=["vecka 7"], two_days="maj"
    )
    assert_type(proposal.schedule, mp.Schedule)
    assert_type(proposal.choices[0].runner_up, mp.planning.Alternative | None)
    assert_type(proposal.explanation, tuple[str, ...])
    assert_type(proposal.agenda_item(form="table"), mp.AgendaItem)
    assert_type(mp.planning.decided(proposal.schedule, on=date(2026, 10, 9)), mp.Schedule)
    assert_type(mp.planning.busy_days("a.csv", year=2027), tuple[mp.Occasion, ...])


def following(old: mp.Schedule, new: mp.Schedule, meeting: mp.Meeting) -> None:
    assert_type(mp.calendars.with_uids(old), mp.Schedule)
    assert_type(mp.calendars.update(old, new), mp.Schedule)
    assert_type(mp.calendars.changes(old, new)[0].new, mp.Occasion | None)
    assert_type(mp.calendars.feed([old], meetings=[meeting], refresh=timedelta(hours=1)), mp.Rendered)
    assert_type(mp.calendars.invitations(meeting, since=old)[0].recipients, tuple[str, ...])


def publishing(meeting: mp.Meeting) -> None:
    profile = mp.privacy.PUBLISH.with_persons("Ida Ek", mp.privacy.FlaggedPerson("Bo Ask", role="granne"))
    redaction = mp.redact(meeting, profile.keeping("email"), persons=["Siv By"])
    assert_type(redaction, mp.privacy.Redaction)
    assert_type(redaction.log[0].message, str)
    assert_type(mp.privacy.verify(redaction, "a.pdf", mp.render(meeting, "html")), tuple[mp.Finding, ...])
    mp.redact("a.txt")  # type: ignore[arg-type]


def errors() -> None:
    try:
        mp.load("m.json")
    except mp.DataError as error:
        assert_type(error.problems, tuple[tuple[str, str], ...])
    except mp.PlanningError as error:
        assert_type(error.wishes, tuple[str, ...])
    except mp.StrictError as error:
        assert_type(error.findings, tuple[mp.Finding, ...])
    except mp.MinutesError as error:
        assert_type(error.code, str)
        assert_type(error.where, str | None)
