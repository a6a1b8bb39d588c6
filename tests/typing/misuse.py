"""What a type checker refuses. An ignore that is not needed is an error itself (mypy --strict); never run."""

from datetime import date

import motesprotokoll as mp


def misuse(meeting: mp.Meeting) -> None:
    mp.read(3)  # type: ignore[arg-type]
    mp.read("a", "text")  # type: ignore[call-arg]
    mp.read("a", fromat="text")  # type: ignore[call-arg]
    mp.render(meeting)  # type: ignore[call-arg]
    mp.render("text", "html")  # type: ignore[arg-type]
    mp.render(mp.read("a"), "html")  # type: ignore[arg-type]
    mp.render(meeting, "html", "agenda")  # type: ignore[call-arg]
    mp.renderer("html", tempaltes="x")  # type: ignore[call-arg]
    mp.write(meeting, "a", overwrite="yes")  # type: ignore[arg-type]
    mp.save("x", "a")  # type: ignore[arg-type]
    mp.check(mp.read("a"))  # type: ignore[arg-type]
    mp.planning.propose("A", 2027)  # type: ignore[call-arg]
    mp.planning.propose("A", 2027, weekdays=4)  # type: ignore[arg-type]
    mp.planning.propose("A", 2027, weekdays="friday", avoid=[3])  # type: ignore[list-item]
    mp.planning.agenda_item(meeting.schedule, form="prose")  # type: ignore[arg-type]
    mp.nonsense()  # type: ignore[attr-defined]
    meeting.title = "x"  # type: ignore[misc]
    mp.Meeting("A", "B")  # type: ignore[arg-type, call-arg]
    mp.Meeting(occasion="2027-02-05")  # type: ignore[arg-type]
    mp.Decision()
    mp.Decision(3)  # type: ignore[arg-type]
    mp.DateSpan("2027-02-05")  # type: ignore[arg-type]
    mp.Network(date(2027, 2, 5))  # type: ignore[arg-type]
