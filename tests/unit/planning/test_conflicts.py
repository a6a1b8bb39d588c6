import pickle
from datetime import date
from typing import Any

import pytest

from motesprotokoll import planning
from motesprotokoll.errors import PlanningError, WrongValueError
from motesprotokoll.model import DateSpan


def collision(**wishes: Any) -> PlanningError:
    """The error for wishes of Fridays in 2027 that cannot be met."""
    with pytest.raises(PlanningError) as caught:
        planning.propose("Nätverket för skolbibliotek", 2027, **{"weekdays": "friday", **wishes})
    return caught.value


CASES: list[tuple[dict[str, Any], tuple[str, ...], str]] = [
    (
        {"autumn": 9, "two_days": "november", "blocked": ["3 mars"]},
        ("autumn_window", "autumn", "least_days"),
        "höstens möten 20 augusti–15 december, nio möten i höst och minst 21 dagar mellan mötena",
    ),
    (
        {"spring": 9},
        ("spring_window", "spring", "least_days"),
        "vårens möten 15 januari–14 juni, nio möten i vår och minst 21 dagar mellan mötena",
    ),
    (
        {"two_days": "juli"},
        ("autumn_window", "two_days"),
        "höstens möten 20 augusti–15 december och ett möte på två dagar 1–31 juli",
    ),
    (
        {"two_days": "april", "spring": 0},
        ("two_days", "spring"),
        "ett möte på två dagar 1–30 april och inga möten i vår",
    ),
    (
        {"spring": 1, "spring_window": "15–19 februari"},
        ("school_breaks", "spring_window", "spring"),
        "inga möten under skollov, vårens möten 15–19 februari och ett möte i vår",
    ),
    (
        {"autumn": 1, "autumn_window": "6–10 september", "blocked": ["10 september"]},
        ("blocked", "weekdays", "autumn_window", "autumn"),
        "de spärrade dagarna, bara fredagar, höstens möten 6–10 september och ett möte i höst",
    ),
    (
        {"weekdays": ["lördag"], "two_days": "8–11 november", "autumn": 1, "spring": 0},
        ("weekdays", "two_days"),
        "bara lördagar och ett möte på två dagar 8–11 november",
    ),
    (
        {"autumn": 0, "two_days": "november"},
        ("two_days", "autumn"),
        "ett möte på två dagar 1–30 november och inga möten i höst",
    ),
]


@pytest.mark.parametrize(
    ("wishes", "named", "words"), CASES, ids=lambda one: "-".join(one) if isinstance(one, tuple) else ""
)
class TestCollidingWishes:
    def test_are_named(self, wishes: dict[str, Any], named: tuple[str, ...], words: str) -> None:
        """Those that collide, by the names of the arguments, and none too many."""
        error = collision(**wishes)
        assert error.wishes == named
        assert error.problem.startswith("no plan can meet these wishes together: ")
        assert [part.partition("=")[0] for part in error.problem.split(": ")[1].split(", ")] == list(named)

    def test_are_told_in_swedish(self, wishes: dict[str, Any], named: tuple[str, ...], words: str) -> None:
        """As a finding, for whoever does not read the names of arguments."""
        (finding,) = collision(**wishes).findings
        assert finding.message == f"Önskemålen går inte att förena: {words}."
        assert finding.message_in("en") != finding.message


class TestError:
    def test_shows_the_values(self) -> None:
        """Of what can be shown on a line."""
        assert str(collision(autumn=9)) == (
            "no plan can meet these wishes together: autumn_window=2027-08-20/2027-12-15, autumn=9, "
            "least_days=21 (change one of them)"
        )
        off = [DateSpan(date(2027, 4, 5), date(2027, 4, 9))]
        assert "blocked=..." in str(collision(spring=1, spring_window="5–11 april", blocked=off))
        long = str(collision(weekdays="lördag", two_days="8–11 november", autumn=1, spring=0))
        assert "weekdays=lördagar, two_days=2027-11-08/2027-11-11" in long

    def test_is_a_wrong_value(self) -> None:
        """Whoever catches those catches this, and it travels between processes."""
        error = collision(autumn=9)
        assert isinstance(error, WrongValueError)
        copied = pickle.loads(pickle.dumps(error))
        assert (copied.wishes, copied.findings) == (error.wishes, error.findings)
