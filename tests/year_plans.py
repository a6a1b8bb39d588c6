"""Plans with everything that a year at a glance can show."""

from datetime import date, time

from motesprotokoll.model import DateSpan, Mode, Occasion, PartialDate, PartOfDay, Schedule, TimeSpan

PLAN = Schedule(
    "Förslag mötestider 2027",
    network="Nätverket för stadsodling",
    year=2027,
    part_of_day=PartOfDay.MORNING,
    decided_on=date(2026, 10, 9),
    occasions=[
        Occasion(date(2027, 2, 5), place="Ängsholm"),
        Occasion(date(2027, 3, 12), tentative=True, place="Storvik", place_tentative=True),
        Occasion(date(2027, 4, 16), cancelled=True),
        Occasion(date(2027, 5, 28), times=TimeSpan(time(9), time(12))),
        date(2027, 9, 10),
        Occasion(date(2027, 10, 15), mode=Mode.REMOTE, note="Länk kommer"),
        Occasion(
            DateSpan(date(2027, 11, 11), date(2027, 11, 12)),
            part_of_day=PartOfDay.WHOLE_DAY,
            label="Studieresa",
        ),
        PartialDate("i mitten av december", earliest=date(2027, 12, 11), latest=date(2027, 12, 20)),
        Occasion(uid="abc@exempel.se", sequence=1),
    ],
)
"""The plan of a network: tentative, cancelled, two days, vague, and one of which nothing is known."""

BOARD = Schedule(
    "Sammanträden 2027",
    network="Styrelsen för odlingslotter",
    occasions=[
        Occasion(day, times=TimeSpan(time(13), time(16)))
        for day in (
            date(2027, 1, 29),
            date(2027, 2, 5),
            date(2027, 3, 19),
            date(2027, 4, 23),
            date(2027, 6, 11),
            date(2027, 9, 24),
            date(2027, 10, 29),
            date(2027, 11, 26),
        )
    ],
)
"""The plan of a board, in the afternoon of one of the same days."""
