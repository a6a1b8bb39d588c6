"""What makes a day worse without forbidding it: one table, with the weight of each thing and why."""

import attrs

from motesprotokoll.planning.reasons import Reason


@attrs.frozen
class Penalty:
    """Avdrag: a thing that makes a plan worse, and by how many points.

    The points only say how the things weigh against each other. A meeting that is moved by a week costs about
    4 points of evenness, by two weeks 16, by four 64: so far a plan goes to spare people a bridge day.
    """

    name: str
    points: int
    why: str
    """What it is, and where the rule or its weight comes from."""


@attrs.frozen
class Drawback:
    """Nackdel: a penalty that a plan takes, and the reason in words."""

    penalty: str
    """The name of the `Penalty`."""
    points: int
    reason: Reason


_OBSERVED = "none of 37 dates decided by networks and boards in the Göteborg region 2017-2025 was on one"
_TERMS = (
    "Göteborgs Stad, Läsårstider 2019-2023: terms began in weeks 2 and 33-34 and ended in weeks 24 and 51; "
    "skolförordningen (2011:185) 3 kap.: a school year begins in August and ends in June"
)

PENALTIES = (
    Penalty("collision", 100, "somebody named in avoid= is busy at that time; hard days go into blocked="),
    Penalty("bridge-day", 60, f"a working day between two free ones: {_OBSERVED}"),
    Penalty("almedalen", 50, "Almedalsveckan, week 26, where many managers and politicians are"),
    Penalty("half-day", 40, f"people leave early, unless the meeting is over by then: {_OBSERVED}"),
    Penalty("too-late-for", 30, "a body in before= meets without the network having met shortly before"),
    Penalty("last-school-week", 16, f"ends of term fill calendars; {_TERMS}"),
    Penalty("first-school-week", 12, f"beginnings of term fill calendars; {_TERMS}"),
    Penalty("after-holiday", 12, "travelling home and a full mailbox; our own weight"),
    Penalty("same-day", 6, "somebody named in avoid= is busy that day, at another time; our own weight"),
    Penalty("uneven", 2, "weeks from the even distance, squared, between two meetings of a half-year"),
    Penalty("edge", 1, "the same towards the ends of the window, where a quarter of that distance is even"),
)
"""Every penalty, the heaviest first. What is free of all of them is chosen by evenness alone, and among equal
plans by the weeks of last year and then the earliest dates."""

POINTS = {one.name: one.points for one in PENALTIES}

ALMEDALEN_WEEK = 26
FIRST_SCHOOL_WEEKS = frozenset({2, 34})
LAST_SCHOOL_WEEKS = frozenset({24, 51})


def drawback(name: str, reason: Reason, times: int = 1) -> Drawback:
    """The drawback of the penalty *name*, so many *times*."""
    return Drawback(name, POINTS[name] * times, reason)
