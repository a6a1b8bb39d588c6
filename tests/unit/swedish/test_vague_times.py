"""Vague times and occasions: each word, number and sign of them counts."""

from collections.abc import Callable
from datetime import date, time
from typing import Any

import pytest

from motesprotokoll.errors import DateError, WrongTypeError, WrongValueError
from motesprotokoll.model import DateSpan, Mode, Occasion, PartialDate, PartOfDay, TimeSpan
from motesprotokoll.swedish import (
    format_date,
    format_occasion,
    format_time,
    parse_date,
    parse_date_span,
    parse_dates,
    parse_occasion,
)

# What a phrase may mean below a heading with the year 2027: first and last day where they can be known.
VAGUE: dict[str, str | None] = {
    "april månad": "2027-04-01/2027-04-30",
    "april månad 2028": "2028-04-01/2028-04-30",
    "april månader": None,
    "april-mötet": "2027-04-01/2027-04-30",
    "april-mötet 2028": "2028-04-01/2028-04-30",
    "april-x": None,
    "april–maj 2028": "2028-04-01/2028-05-31",
    "april/maj": "2027-04-01/2027-05-31",
    "april och maj": "2027-04-01/2027-05-31",
    "april eller maj": "2027-04-01/2027-05-31",
    "april samt maj": None,
    "april - maj": "2027-04-01/2027-05-31",
    "aprilmötet 2028": "2028-04-01/2028-04-30",
    "april, 2028": "2028-04-01/2028-04-30",
    "april 2028:1": None,
    "april 2028/29": None,
    "april 2026 års": None,
    "april 2026 åren": None,
    "början av april": "2027-04-01/2027-04-15",
    "i början av april": "2027-04-01/2027-04-15",
    "i början på april 2028": "2028-04-01/2028-04-15",
    "mitten av april": "2027-04-08/2027-04-24",
    "slutet av april": "2027-04-16/2027-04-30",
    "slutet av 2028": "2028-09-01/2028-12-31",
    "början i april": None,
    "början av": None,
    "början av mötet": None,
    "i våren": "2027-01-01/2027-06-30",
    "i vår": "2027-01-01/2027-06-30",
    "i vår 2028": "2028-01-01/2028-06-30",
    "vår": None,
    "vår 2028": "2028-01-01/2028-06-30",
    "i vt": None,
    "vt": None,
    "vt-28": "2028-01-01/2028-06-30",
    "vt 28": "2028-01-01/2028-06-30",
    "vt28": "2028-01-01/2028-06-30",
    "vt - 28": None,
    "vt 2028": "2028-01-01/2028-06-30",
    "ht-28": "2028-07-01/2028-12-31",
    "våren -28": None,
    "våren 28": None,
    "hösten": "2027-07-01/2027-12-31",
    "i höst": "2027-07-01/2027-12-31",
    "höst": None,
    "vintern": "/",
    "vintern 2028": "/",
    "vintern 2027/28": "2027-11-01/2028-03-31",
    "vintern 2027-28": "2027-11-01/2028-03-31",
    "vintern 2027/2028": "2027-11-01/2028-03-31",
    "vintern 2027/8": None,
    "vintern 2027 28": None,
    "vintern 0000/01": None,
    "vintern 27/28": None,
    "v. 1": "2027-01-04/2027-01-10",
    "v. 53": "/",
    "v. 52": "2027-12-27/2028-01-02",
    "v. 0": None,
    "v. 54": None,
    "v 001": None,
    "v.1": "2027-01-04/2027-01-10",
    "v1–2": "2027-01-04/2027-01-17",
    "v. 1-2": "2027-01-04/2027-01-17",
    "v. 1/2": "2027-01-04/2027-01-17",
    "v. 1 och 2": "2027-01-04/2027-01-17",
    "v. 1 eller 2": "2027-01-04/2027-01-17",
    "v. 1 samt 2": None,
    "v. 1–2 2028": "2028-01-03/2028-01-16",
    "v. 1–54": None,
    "vecka 1, 2028": "2028-01-03/2028-01-09",
    "veckorna 1–2": "2027-01-04/2027-01-17",
    "veckan 1": None,
    "mån v. 12": "2027-03-22/2027-03-22",
    "mån. v. 12": "2027-03-22/2027-03-22",
    "mån.-ons. v. 12": "2027-03-22/2027-03-24",
    "mån–ons v 12": "2027-03-22/2027-03-24",
    "ons–mån v. 12": None,
    "mån–mån v. 12": "2027-03-22/2027-03-22",
    "mån i v. 12": "2027-03-22/2027-03-22",
    "mån vecka 12": "2027-03-22/2027-03-22",
    "mån veckorna 12": None,
    "mån 12": None,
    "mån v. 54": None,
    "mån v. 12 2028": "2028-03-20/2028-03-20",
    "första måndagen i mars": "2027-03-01/2027-03-01",
    "andra måndagen i mars": "2027-03-08/2027-03-08",
    "tredje måndagen i mars": "2027-03-15/2027-03-15",
    "fjärde måndagen i mars": "2027-03-22/2027-03-22",
    "femte måndagen i mars": None,
    "sista måndagen i mars": "2027-03-29/2027-03-29",
    "sista måndagen i december": "2027-12-27/2027-12-27",
    "sista måndagen i månaden": "/",
    "första måndagen i varje månad": "/",
    "första måndagen i varje vecka": None,
    "första måndag i mars": None,
    "första måndagen mars": None,
    "sista kvartalet": None,
    "sista söndagen i februari 2028": "2028-02-27/2028-02-27",
    "första söndagen i mars": "2027-03-07/2027-03-07",
    "första kvartalet": "2027-01-01/2027-03-31",
    "andra kvartalet": "2027-04-01/2027-06-30",
    "tredje kvartalet": "2027-07-01/2027-09-30",
    "fjärde kvartalet": "2027-10-01/2027-12-31",
    "första halvåret": "2027-01-01/2027-06-30",
    "andra halvåret 2028": "2028-07-01/2028-12-31",
    "kvartal 1": "2027-01-01/2027-03-31",
    "kvartal 4": "2027-10-01/2027-12-31",
    "kvartal 0": None,
    "kvartal 5": None,
    "kvartal 11": None,
    "Q1": "2027-01-01/2027-03-31",
    "q 2": "2027-04-01/2027-06-30",
    "Q3 2028": "2028-07-01/2028-09-30",
    "Q4": "2027-10-01/2027-12-31",
    "varje måndag": "/",
    "varje vecka": "/",
    "varje månad": "/",
    "varannan vecka": "/",
    "var fjärde vecka": "/",
    "var vecka": None,
    "varje helgfri måndag": "/",
    "helgfri måndag": "/",
    "helgfria måndagar": "/",
    "helgfri vecka": None,
    "varannan": None,
    "månadsskiftet mars/april": "2027-03-16/2027-04-15",
    "månadsskiftet mars-april": "2027-03-16/2027-04-15",
    "månadsskiftet december/januari": "2027-12-16/2028-01-15",
    "månadsskiftet mars april": None,
    "månadsskiftet mars/april 2028": "2028-03-16/2028-04-15",
    "år 2028": "2028-01-01/2028-12-31",
    "under 2028": "2028-01-01/2028-12-31",
    "hela 2028": "2028-01-01/2028-12-31",
    "hela året": None,
    "årsskiftet": "2027-12-01/2028-01-31",
    "årsskiftet 2027/28": "2027-12-01/2028-01-31",
    "årsskiftet 2027-2028": "2027-12-01/2028-01-31",
    "årsskiftet 2027/8": None,
    "årsskiftet 2027": None,
    "årsskiftet 27/28": None,
    "årsskiftet 0000/01": None,
    "nästa vecka": "/",
    "om en vecka": "/",
    "om 2 veckor": "/",
    "om 12 dagar": "/",
    "om 2 månader": "/",
    "om ca 2 veckor": "/",
    "om ca. 2 veckor": "/",
    "om cirka två veckor": "/",
    "om ungefär två veckor": "/",
    "inom 2 veckor": "/",
    "om 123 veckor": None,
    "om 2 år": None,
    "om veckor": None,
    "snarast": "/",
    "snarast möjligt": "/",
    "snarast möjliga": None,
    "nästa möte": "/",
    "vid behov": None,
    "löpande": "/",
}


@pytest.mark.parametrize("text", VAGUE)
def test_what_a_vague_time_may_mean(text: str) -> None:
    """Each number and word of it counts: one more, one less, or another word, and it is no time."""
    expected = VAGUE[text]
    if expected is None:
        with pytest.raises(DateError):
            parse_dates(text, year=2027)
    else:
        assert f"{_day(text, 'earliest')}/{_day(text, 'latest')}" == expected


def _day(text: str, end: str) -> str:
    return str(getattr(parse_dates(text, year=2027), end) or "")


@pytest.mark.parametrize("text", [text for text, days in VAGUE.items() if days is not None])
@pytest.mark.parametrize("around", ["!{}", "{}!", "{})", "({}", "{} x", "{}x", "{} 9", "{}–"])
def test_nothing_beside_a_vague_time_is_skipped(text: str, around: str) -> None:
    """A sign or a word more, before it or behind it, and the whole is no time."""
    with pytest.raises(DateError):
        parse_dates(around.format(text), year=2027)


@pytest.mark.parametrize(
    ("text", "year"), [("torsdag 14 november–15 november", 2024), ("14 november–fredag 15 november", 2024)]
)
def test_either_weekday_of_a_span_tells_the_year(text: str, year: int) -> None:
    """The first day's or the last day's is enough."""
    expected = DateSpan(date(year, 11, 14), date(year, 11, 15))
    assert parse_date_span(text, meeting_date=date(2023, 4, 21)) == expected


@pytest.mark.parametrize("text", ["5 mars 2027.", "5 mars 2027"])
def test_a_stop_behind_days(text: str) -> None:
    """It ends the sentence."""
    assert parse_dates(text) == DateSpan(date(2027, 3, 5))


@pytest.mark.parametrize("word", ["tom", "t.o.m.", "t o m", "till och med", "senast"])
def test_the_words_of_a_limit(word: str) -> None:
    """Each of them sets an end only."""
    assert parse_dates(f"{word} den 5 mars", year=2027) == PartialDate(
        f"{word} den 5 mars", latest=date(2027, 3, 5)
    )


def test_every_break_is_in_the_note() -> None:
    """One behind the other, as they are written."""
    occasion = parse_occasion("5 mars kl. 9–15, lunch 12–13, fika 14–14.30", year=2027)
    assert occasion.note == "lunch 12–13; fika 14–14.30"


@pytest.mark.parametrize(
    "text",
    [
        *("prel. 5 mars", "prel: 5 mars", "prel! 5 mars", "prel, 5 mars", "5 mars prel.", "5 mars (prel.)"),
        *(
            "5 mars, prel",
            "5 mars - prel",
            "(prel) 5 mars",
            "preliminärt möte 5 mars",
            "preliminärt möte: 5 mars",
        ),
    ],
)
def test_signs_beside_a_status(text: str) -> None:
    """A stop, a colon, a call, a comma, a dash or brackets."""
    assert parse_occasion(text, year=2027) == Occasion(date(2027, 3, 5), tentative=True)


@pytest.mark.parametrize(
    "text",
    [
        "5 mars -prel",
        "5 mars –- – prel",
        "prel möten 5 mars",
        "5 mars prel möte möte",
        "5 mars,, prel",
    ],
)
def test_signs_that_are_too_many(text: str) -> None:
    """Whatever is not understood is never skipped."""
    with pytest.raises(DateError):
        parse_occasion(text, year=2027)


@pytest.mark.parametrize(
    ("style", "one", "several"),
    [
        ("text", "5 mars 2027, förmiddag kl. 09.00–12.00", "5–6 mars 2027 kl. 09.00–12.00"),
        ("running", "den 5 mars 2027, förmiddag kl. 9–12", "den 5–6 mars 2027 kl. 9–12"),
        ("iso", "2027-03-05, förmiddag, kl. 09.00–12.00", "2027-03-05–2027-03-06, kl. 09.00–12.00"),
        ("weekday", "fredag 5 mars 2027, förmiddag kl. 09.00–12.00", "5–6 mars 2027 kl. 09.00–12.00"),
        ("definite", "fredagen den 5 mars 2027, förmiddag kl. 09.00–12.00", "5–6 mars 2027 kl. 09.00–12.00"),
    ],
)
def test_every_style_of_an_occasion(style: Any, one: str, several: str) -> None:
    """The style decides on date and hours; form and certainty stand in brackets behind them."""
    hours = TimeSpan(time(9), time(12))
    day = Occasion(
        date(2027, 3, 5),
        times=hours,
        part_of_day=PartOfDay.MORNING,
        mode=Mode.REMOTE,
        tentative=True,
        cancelled=True,
    )
    days = Occasion(DateSpan(date(2027, 3, 5), date(2027, 3, 6)), times=hours)
    state = " (digitalt, preliminärt, inställt)"
    assert format_occasion(day, style=style).replace("\N{NO-BREAK SPACE}", " ") == one + state
    assert format_occasion(days, style=style).replace("\N{NO-BREAK SPACE}", " ") == several


def test_errors_name_what_is_wrong() -> None:
    """A style or a role that there is not is told with the name of its argument."""
    wrong: list[Callable[[], object]] = [
        lambda: format_occasion(Occasion(date(2027, 3, 5)), style="long"),  # type: ignore[arg-type]
        lambda: format_date(date(2027, 3, 5), style="long"),  # type: ignore[arg-type]
        lambda: format_time(time(9), style="long"),  # type: ignore[arg-type]
    ]
    for one in wrong:
        with pytest.raises(WrongValueError) as caught:
            one()
        assert caught.value.where == "style"
    with pytest.raises(WrongValueError) as caught:
        parse_date("5 mars", role="later")  # type: ignore[arg-type]
    assert (caught.value.where, caught.value.hint) == ("role", "'next', 'past' or None")
    with pytest.raises(WrongValueError) as caught:
        parse_date("5 mars", year=10_000)
    assert (caught.value.where, caught.value.hint) == ("year", "from 1 to 9999")
    with pytest.raises(WrongTypeError) as refused:
        parse_date("5 mars", meeting_date="2027-03-05")  # type: ignore[arg-type]
    assert refused.value.where == "meeting_date"


def test_a_year_is_no_clock_time() -> None:
    """What goes on with a month is a date, also behind hours."""
    expected = Occasion(date(2027, 3, 5), times=time(9))
    assert parse_occasion("kl. 9 - 2027-03-05") == parse_occasion("kl. 9, 2027-03-05") == expected
