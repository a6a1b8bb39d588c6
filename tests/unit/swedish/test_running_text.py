"""Dates in running text and in lists: what decides, sign by sign, whether something is a day."""

from datetime import date, time

import pytest

from motesprotokoll.errors import DateError
from motesprotokoll.messages import translate
from motesprotokoll.model import DateSpan, PartialDate, TimeSpan
from motesprotokoll.swedish import (
    find_dates,
    format_date_list,
    parse_date,
    parse_date_list,
)

# What is found in running text below a heading with the year 2027: the phrases, and the days of each.
FOUND = {
    "-2027-03-05": ["2027-03-05 2027-03-05"],
    " -2027-03-05": ["2027-03-05 2027-03-05"],
    ",2027-03-05": ["2027-03-05 2027-03-05"],
    " :2027-03-05": ["2027-03-05 2027-03-05"],
    "(2027-03-05": ["2027-03-05 2027-03-05"],
    "”2027-03-05”": ["2027-03-05 2027-03-05"],
    "2027-03-05-": ["2027-03-05 2027-03-05"],
    "2027-03-05- 7": ["2027-03-05 2027-03-05"],
    "2027-03-05 - 7": ["2027-03-05 2027-03-05"],
    "2027-03-05: 7": ["2027-03-05 2027-03-05"],
    "2027-03-05:x": ["2027-03-05 2027-03-05"],
    "2027-01-30–00": [],
    "2027-01-30–32": [],
    "2027-01-30–13-01": [],
    "2027-01-30–02-00": [],
    "2027-01-30–31": ["2027-01-30–31 2027-01-30/2027-01-31"],
    "2027-01-30–31-": ["2027-01-30–31 2027-01-30/2027-01-31"],
    "5 feb -27 9.15": ["5 feb -27 9.15 2027-02-05"],
    "2027-03-05.x": ["2027-03-05 2027-03-05"],
    "2027-03-05, 7": ["2027-03-05 2027-03-05"],
    "2027-03-05;7": ["2027-03-05 2027-03-05"],
    "den 5 mars-7x": [],
    "3 mars-7": [],
    "3 mars-mötet": ["3 mars 2027-03-03"],
    "3 mars 2027:36": ["3 mars 2027-03-03"],
    "3 mars 2026/27": ["3 mars 2027-03-03"],
    "3 mars 1799": ["3 mars 2027-03-03"],
    "3 mars 1800": ["3 mars 1800 1800-03-03"],
    "3 mars 2199": ["3 mars 2199 2199-03-03"],
    "3 mars 2200": ["3 mars 2027-03-03"],
    "mars 1799": ["mars 2027-03-01/2027-03-31"],
    "mars 1800": ["mars 1800 1800-03-01/1800-03-31"],
    "mars 2199": ["mars 2199 2199-03-01/2199-03-31"],
    "mars 2200": ["mars 2027-03-01/2027-03-31"],
    "mars 2026:36": ["mars 2027-03-01/2027-03-31"],
    "mars 2026/27": ["mars 2027-03-01/2027-03-31"],
    "i sommar": ["i sommar 2027-06-01/2027-08-31"],
    "klockan, 3 mars": ["3 mars 2027-03-03"],
    "kl. 3 mars": ["3 mars 2027-03-03"],
    "mars 2026 års": ["mars 2027-03-01/2027-03-31"],
    "mars 2026 åren": ["mars 2026 2026-03-01/2026-03-31"],
    "0 och 3 maj": ["3 maj 2027-05-03"],
    "32 och 3 maj": ["3 maj 2027-05-03"],
    "132 och 3 maj": ["3 maj 2027-05-03"],
    "1 och 31 maj": ["1 2027-05-01", "31 maj 2027-05-31"],
    "31 och 1 maj": ["31 2027-05-31", "1 maj 2027-05-01"],
    "3:a och 7:e maj": ["3:a 2027-05-03", "7:e maj 2027-05-07"],
    "3:b och 7 maj": ["7 maj 2027-05-07"],
    "3 samt 7 maj": ["3 2027-05-03", "7 maj 2027-05-07"],
    "3 eller 7 maj": ["3 2027-05-03", "7 maj 2027-05-07"],
    "3 respektive 7 maj": ["3 2027-05-03", "7 maj 2027-05-07"],
    "3 alternativt 7 maj": ["3 2027-05-03", "7 maj 2027-05-07"],
    "3 och/eller 7 maj": ["3 2027-05-03", "7 maj 2027-05-07"],
    "3 och/eller/samt 7 maj": ["7 maj 2027-05-07"],
    "3, den 7 maj": ["3 2027-05-03", "7 maj 2027-05-07"],
    "3, och 7 maj": ["3 2027-05-03", "7 maj 2027-05-07"],
    "3 den 7 maj": ["den 7 maj 2027-05-07"],
    "3 7 maj": ["7 maj 2027-05-07"],
    "3,7 maj": ["maj 2027-05-01/2027-05-31"],
    "3 och fredag 7 maj": ["fredag 7 maj 2027-05-07"],
    "3 och 7/5": ["7/5 2027-05-07"],
    "3 och 7–9 maj": ["3 2027-05-03", "7–9 maj 2027-05-07/2027-05-09"],
    "3 och 7 maj -24": ["3 2024-05-03", "7 maj -24 2024-05-07"],
    "maj kväll": ["maj kväll 2027-05-01/2027-05-31"],
    "våren": ["våren 2027-01-01/2027-06-30"],
    "vårterminen": ["vårterminen 2027-01-01/2027-06-30"],
    "i vår": ["i vår 2027-01-01/2027-06-30"],
    "i vår, 3 st": ["i vår 2027-01-01/2027-06-30"],
    "i vår 3 st": ["i vår 2027-01-01/2027-06-30"],
    "i vår kommun": [],
    "under sommaren": ["sommaren 2027-06-01/2027-08-31"],
    "i höst kommer": ["i höst 2027-07-01/2027-12-31"],
    "första kvartalet": ["första kvartalet 2027-01-01/2027-03-31"],
    "andra halvåret": ["andra halvåret 2027-07-01/2027-12-31"],
    "årsskiftet": ["årsskiftet 2027-12-01/2028-01-31"],
    "Q1": ["Q1 2027-01-01/2027-03-31"],
    "Maj": [],
    "Maj månad": ["Maj månad 2027-05-01/2027-05-31"],
    "Maj 2027": ["Maj 2027 2027-05-01/2027-05-31"],
    "Maj–juni": ["Maj–juni 2027-05-01/2027-06-30"],
    "Maj-mötet": ["Maj-mötet 2027-05-01/2027-05-31"],
    "nästa vecka, 3 st": [],
    "om 3 veckor": [],
    "inom 3 veckor": [],
    "270305 x": [],
    "270305": ["270305 2027-03-05"],
    "den 270305": ["den 270305 2027-03-05"],
    "20270305 x": ["20270305 2027-03-05"],
    "5/6 delar": [],
    "5/6 av": [],
    "5/6, av": ["5/6 2027-06-05"],
    "5/6 i Ale": ["5/6 2027-06-05"],
    "fre 1/2 av": ["fre 1/2 2027-02-01"],
    "1/2-3/4 av": ["1/2-3/4 2027-02-01/2027-04-03"],
    "1/2 2027 av": ["1/2 2027 2027-02-01"],
    "1/2": [],
    "1/3": [],
    "2/3": [],
    "1/4": [],
    "3/4": [],
    "1/5": [],
    "1/10": [],
    "24/7": [],
    "2/2": ["2/2 2027-02-02"],
    "3/2": ["3/2 2027-02-03"],
    "4/3": ["4/3 2027-03-04"],
    "5/1": ["5/1 2027-01-05"],
    "1/6": ["1/6 2027-06-01"],
    "2/4": ["2/4 2027-04-02"],
    "4/4": ["4/4 2027-04-04"],
    "1/11": ["1/11 2027-11-01"],
    "25/7": ["25/7 2027-07-25"],
    "2/1": ["2/1 2027-01-02"],
    "10/1": ["10/1 2027-01-10"],
    "7/24": [],
    "nr. 5/9": [],
    "nr 5/9": [],
    "nu 5/9": ["5/9 2027-09-05"],
    "nu. 5/9": ["5/9 2027-09-05"],
    "nr 1.2.24": [],
    "nu 1.2.24": ["1.2.24 2024-02-01"],
    "nr 1.2.2024": ["1.2.2024 2024-02-01"],
    "nr 1 mars": ["1 mars 2027-03-01"],
    "www.viken.example/2027-03-05 2027-03-06": ["2027-03-06 2027-03-06"],
    "2027-03-04 www.viken.example/2027-03-05": ["2027-03-04 2027-03-04"],
    "https://viken.example/2027-03-05": [],
    "www.viken.example;2027-03-05": [],
    "2027-03-05;www.viken.example": [],
    "2027-03-05; www.viken.example": ["2027-03-05 2027-03-05"],
    "https://viken.example/3/5 5 mars": ["5 mars 2027-03-05"],
    "bo@viken.example,2027-03-05": [],
    "bo@viken.example 2027-03-05 x@2027-03-07 2027-03-08": ["2027-03-05 2027-03-05", "2027-03-08 2027-03-08"],
    "2 mars och 9 maj 2024": ["2 mars 2024-03-02", "9 maj 2024 2024-05-09"],
    "2 mars samt 9 maj 2024": ["2 mars 2024-03-02", "9 maj 2024 2024-05-09"],
    "2 mars eller 9 maj 2024": ["2 mars 2024-03-02", "9 maj 2024 2024-05-09"],
    "2 mars resp. 9 maj 2024": ["2 mars 2024-03-02", "9 maj 2024 2024-05-09"],
    "2 mars respektive 9 maj 2024": ["2 mars 2024-03-02", "9 maj 2024 2024-05-09"],
    "2 mars alternativt 9 maj 2024": ["2 mars 2024-03-02", "9 maj 2024 2024-05-09"],
    "2 mars och/eller 9 maj 2024": ["2 mars 2024-03-02", "9 maj 2024 2024-05-09"],
    "2 mars; 9 maj 2024": ["2 mars 2024-03-02", "9 maj 2024 2024-05-09"],
    "2 mars, 9 maj 2024": ["2 mars 2024-03-02", "9 maj 2024 2024-05-09"],
    "2 mars 9 maj 2024": ["2 mars 2027-03-02", "9 maj 2024 2024-05-09"],
    "2 mars till 9 maj 2024": ["2 mars 2027-03-02", "9 maj 2024 2024-05-09"],
    "9 maj, 9 maj 2024": ["9 maj 2027-05-09", "9 maj 2024 2024-05-09"],
    "9 maj, 10 maj 2024": ["9 maj 2024-05-09", "10 maj 2024 2024-05-10"],
    "10 maj, 9 maj 2024": ["10 maj 2027-05-10", "9 maj 2024 2024-05-09"],
    "2 mars, 9 maj 2024, 3 juni 2025": [
        "2 mars 2024-03-02",
        "9 maj 2024 2024-05-09",
        "3 juni 2025 2025-06-03",
    ],
    "2 mars, 9–10 maj 2024": ["2 mars 2024-03-02", "9–10 maj 2024 2024-05-09/2024-05-10"],
    "2 mars, 9 april–10 maj 2024": ["2 mars 2024-03-02", "9 april–10 maj 2024 2024-04-09/2024-05-10"],
    "2–3 mars, 9 maj 2024": ["2–3 mars 2024-03-02/2024-03-03", "9 maj 2024 2024-05-09"],
    "2 mars 2026, 9 maj 2027": ["2 mars 2026 2026-03-02", "9 maj 2027 2027-05-09"],
    "2 mars, 9 maj": ["2 mars 2027-03-02", "9 maj 2027-05-09"],
}


def _days(value: DateSpan | PartialDate) -> str:
    if isinstance(value, PartialDate):
        return f"{value.earliest}/{value.latest}"
    return str(value.start) if value.is_one_day else f"{value.start}/{value.end}"


@pytest.mark.parametrize("text", FOUND)
def test_what_running_text_holds(text: str) -> None:
    """A sign beside a number, a word before it, and the joints of lists decide what is a date."""
    assert [f"{one.text} {_days(one.value)}" for one in find_dates(text, year=2027)] == FOUND[text]


@pytest.mark.parametrize("sign", [*"/_#=&@§+%", "x", "7", "7.", "x-", "7,", "x:", "x."])
def test_no_day_begins_within_something_else(sign: str) -> None:
    """A path, a case number, a word or a longer number goes on."""
    assert find_dates(f"{sign}2027-03-05") == ()


@pytest.mark.parametrize("sign", [*"/_=+%", "x", "-7", "-x", ".7", ":7"])
def test_no_day_ends_within_something_else(sign: str) -> None:
    """What goes on behind the figures is no day."""
    assert find_dates(f"2027-03-05{sign}") == ()


@pytest.mark.parametrize(
    ("text", "phrase", "hours"),
    [
        ("2 mars, kl. 9", "2 mars, kl. 9", "09:00"),
        ("2 mars,kl. 9", "2 mars,kl. 9", "09:00"),
        ("2 mars - kl. 9", "2 mars - kl. 9", "09:00"),
        ("2 mars (kl. 9)", "2 mars (kl. 9", "09:00"),
        ("2 mars (klockan 9)", "2 mars (klockan 9", "09:00"),
        ("2 mars (9.00)", "2 mars", None),
        ("2 mars; kl. 9", "2 mars", None),
        ("2 mars och kl. 9", "2 mars", None),
        ("kl. 9, 2 mars", "kl. 9, 2 mars", "09:00"),
        ("kl. 9 2 mars", "kl. 9 2 mars", "09:00"),
        ("kl. 9,2 mars", "kl. 9,2 mars", "09:00"),
        ("kl. 9 2 mars kl. 10", "kl. 9 2 mars", "09:00"),
        ("2 mars fm kl. 9", "2 mars fm kl. 9", "09:00"),
        ("2 mars kl. 9 fm", "2 mars kl. 9 fm", "09:00"),
        ("2 mars kl. 9 kl. 10", "2 mars kl. 9", "09:00"),
        ("2 mars kl. 9, 10", "2 mars kl. 9", "09:00"),
        ("2 mars kl. 9%", "2 mars", None),
        ("2 mars kl. 9:e", "2 mars", None),
        ("2 mars kl. 1015", "2 mars kl. 1015", "10:15"),
    ],
)
def test_hours_beside_a_day(text: str, phrase: str, hours: str | None) -> None:
    """A comma, a dash with spaces and a bracket may stand between, and the first hours count."""
    (one,) = find_dates(text, year=2027)
    assert one.text == phrase
    assert one.times == (None if hours is None else TimeSpan(time.fromisoformat(hours)))
    assert one.value == DateSpan(date(2027, 3, 2))


@pytest.mark.parametrize(
    ("behind", "hours"),
    [
        *((behind, "09:00–12:00") for behind in ("9–12", "9-12.", "9–12, Ale", "9–12; Ale", "9–12) Ale")),
        *((f"9–12 {word} Ale", "09:00–12:00") for word in ("på", "i", "via", "hos", "digitalt")),
        *(("mellan 9 och 12", "09:00–12:00"), ("6–7", "06:00–07:00"), ("23–24", "23:00–00:00")),
        *(
            ("5–7", None),
            ("9–9", None),
            ("12–9", None),
            ("23–25", None),
            ("9–12 st", None),
            ("9–12: x", None),
        ),
        *(
            ("9–12 av dem", None),
            ("9–12.5", None),
            ("9–12,5", None),
            ("9", None),
            ("9.", None),
            (", 9–12", None),
        ),
        *((" - 9–12", None), ("9–12-15", None)),
    ],
)
def test_bare_figures_behind_a_day(behind: str, hours: str | None) -> None:
    """They are hours where they run forwards within a day, and nothing that is counted follows."""
    (one, *_) = find_dates(f"2 mars {behind}", year=2027)
    expected = None if hours is None else TimeSpan(*map(time.fromisoformat, hours.split("–")))
    assert (one.value, one.times) == (DateSpan(date(2027, 3, 2)), expected)


def test_a_list_names_the_month_as_seldom_as_it_can() -> None:
    """Once for twelve days and the one behind them."""
    days = [date(2027, 5, day) for day in range(1, 15)]
    folded = ", ".join(map(str, range(1, 13)))
    assert format_date_list(days[:13]) == f"{folded} och 13 maj 2027"
    assert format_date_list(days) == f"{folded}, 13 maj och 14 maj 2027"


def test_a_day_and_hours_keep_their_own_words() -> None:
    """The words of a vague time are without the hours that stand before and behind it."""
    (one,) = find_dates("Kl. 9, i början av maj kl. 10")
    assert (one.value, one.text) == (PartialDate("i början av maj"), "Kl. 9, i början av maj")


@pytest.mark.parametrize("count", [2, 12, 13, 14, 25, 26, 27])
def test_lists_of_many_days_are_read_back(count: int) -> None:
    """However many days of one month there are, what is written is read."""
    days = tuple(DateSpan(date(2027, 5, day)) for day in range(1, count + 1))
    assert parse_date_list(format_date_list(days)) == days


@pytest.mark.parametrize(
    ("days", "text"),
    [
        (["2027-05-17", "2027-03-02"], "17 maj 2027 och 2 mars 2027"),
        (["2027-05-17", "2027-05-17"], "17 maj 2027 och 17 maj 2027"),
        (["2027-05-17", "2027-05-02"], "17 maj 2027 och 2 maj 2027"),
        (["2027-05-16", "2027-05-17"], "16 och 17 maj 2027"),
        (["2027-05-17", "2028-05-18"], "17 maj 2027 och 18 maj 2028"),
        (["2027-05-16/2027-05-17", "2027-05-18"], "16–17 maj och 18 maj 2027"),
        (["2027-05-16/2027-05-18", "2027-05-18"], "16–18 maj 2027 och 18 maj 2027"),
        (["2027-05-16/2027-05-15", "2027-05-18"], "16–15 maj 2027 och 18 maj 2027"),
        (["2027-05-16", "2027-05-17/2027-05-18"], "16 och 17–18 maj 2027"),
        (["2026-12-30/2027-01-02", "2027-01-05"], "30 december 2026–2 januari 2027 och 5 januari 2027"),
    ],
)
def test_what_days_of_a_list_share(days: list[str], text: str) -> None:
    """Month and year are left out only where the list runs forwards within them, so that it is read back."""
    spans = tuple(DateSpan(*map(date.fromisoformat, one.split("/"))) for one in days)
    assert format_date_list(spans) == text
    assert parse_date_list(text) == spans


@pytest.mark.parametrize(
    "text",
    [
        *(
            "möte 3 maj",
            "3 maj möte",
            "3 maj!",
            "och 3 maj",
            "3 maj och",
            "3 maj/4 maj",
            "3 maj–",
            "3 maj kl. 9",
        ),
        *(
            "3 maj fm",
            "i maj",
            "3 maj, i juni",
            "lördag 3 maj",
            "3 maj (v. 10)",
            "31 april",
            "3 maj eller 4 maj",
        ),
    ],
)
def test_what_is_no_list_of_days(text: str) -> None:
    """Only commas, *och*, *samt* and *den* stand between days, and nothing beside them."""
    with pytest.raises(DateError):
        parse_date_list(text, year=2027)


@pytest.mark.parametrize("text", ["den 3 maj", "Den 3 maj.", "3 maj.", " 3 maj ", "(3 maj"])
def test_one_day_is_a_list(text: str) -> None:
    """With *den* before it and a stop behind it; a bracket is too much."""
    if "(" in text:
        with pytest.raises(DateError):
            parse_date_list(text, year=2027)
    else:
        assert parse_date_list(text, year=2027) == (DateSpan(date(2027, 5, 3)),)


@pytest.mark.parametrize(
    ("text", "messages"),
    [
        ("26 maj", ["”26 maj” saknar år: läst som 2027-05-26."]),
        ("i början av maj", ["”i början av maj” saknar år: läst som 2027."]),
        ("31 april 2027", ["”31 april 2027” är ett datum som inte finns."]),
        ("måndag 26 maj 2027", ["Veckodagen i ”måndag 26 maj 2027” stämmer inte med datumet 2027-05-26."]),
        ("26 maj 2027 (v. 20)", ["Veckan i ”26 maj 2027 (v. 20)” stämmer inte med datumet 2027-05-26."]),
        ("26/5-27", ["”26/5-27” har bara två siffror i årtalet: läst som 2027-05-26."]),
        ("26 maj 2027 kl. 25", ["Klockslaget i ”26 maj 2027 kl. 25” finns inte."]),
        ("26 maj 2027", []),
    ],
)
def test_what_is_told_of_a_phrase(text: str, messages: list[str]) -> None:
    """Its words, and the day that it was read as where there is one; in English too."""
    (one,) = find_dates(text, year=2027)
    assert [finding.message for finding in one.findings] == messages
    for finding in one.findings:
        assert dict(finding.values)["text"] in finding.message
        assert translate(finding.template, "en") != finding.template
        assert all(value in finding.message_in("en") for _, value in finding.values)


def test_a_day_that_nothing_tells_the_year_of() -> None:
    """There is no day to tell, and so no value for it."""
    (one,) = find_dates("26 maj")
    (finding,) = one.findings
    assert finding.message == "”26 maj” saknar år, och inget annat i dokumentet visar vilket."
    assert finding.values == (("text", "26 maj"),)


@pytest.mark.parametrize(("length", "read"), [(200, True), (201, False)])
def test_a_phrase_has_an_end(length: int, read: bool) -> None:
    """Of two hundred signs, spaces among them."""
    text = "5 mars 2027".rjust(length)
    if read:
        assert parse_date_list(text) == (DateSpan(parse_date(text)),)
    else:
        with pytest.raises(DateError) as caught:
            parse_date(text)
        assert caught.value.hint == "it is too long"
