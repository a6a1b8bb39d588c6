"""At the edge of each rule of days and hours: the last that is read, and the first that is not.

Beside ``test_phrases``, which says what secretaries write, stands here what is just within and just beyond.
"""

from datetime import date, time

import pytest

from motesprotokoll.errors import DateError, MinutesError
from motesprotokoll.model import DateSpan, TimeSpan
from motesprotokoll.swedish import (
    parse_date,
    parse_date_span,
    parse_time_span,
)

# One day, as `parse_date` reads it without any year around it.
DAYS = {
    "1/1-68": "2068-01-01",
    "1/1-69": "1969-01-01",
    "1.1.00": "2000-01-01",
    "31.12.99": "1999-12-31",
    "01-01-23": "2001-01-23",
    "31-12-2023": "2023-12-31",
    "31.1.2023": "2023-01-31",
    "2023-01-31": "2023-01-31",
    "2023-12-01": "2023-12-01",
    "0001-01-01": "0001-01-01",
    "1/12 2023": "2023-12-01",
    "31/1 2023": "2023-01-31",
    "19990101": "1999-01-01",
    "690101": "1969-01-01",
    "680101": "2068-01-01",
    "991231": "1999-12-31",
    "1:a januari 2023": "2023-01-01",
    "2:a januari 2023": "2023-01-02",
    "3e januari 2023": "2023-01-03",
    "1a januari 2023": "2023-01-01",
    "5 maj, 2023": "2023-05-05",
    "5 maj 1799": "1799-05-05",
    "fr. 5 maj 2023": "2023-05-05",
    "fre, 5 maj 2023": "2023-05-05",
    "fre., den 5 maj 2023": "2023-05-05",
    "2023-05-05 (fre.)": "2023-05-05",
    "2023-05-05 (fre)": "2023-05-05",
    "2023-05-05 (v.18)": "2023-05-05",
    "2023-05-05, v 18": "2023-05-05",
    "2023-05-05 v. 18": "2023-05-05",
    "2023-05-05 (vecka 18).": "2023-05-05",
    "2023-05-05 (fredag) v. 18": "2023-05-05",
}
NO_DAYS = """
0/1 2023 | 32/1 2023 | 1/0 2023 | 1/13 2023 | 0.1.2023 | 32.1.2023 | 1.0.2023 | 1.13.2023 | 1.1.0000
2023-00-01 | 2023-13-01 | 2023-01-00 | 2023-01-32 | 20230100 | 20230132 | 20230001 | 230100 | 0:e maj 2023
32:e maj 2023 | 5 maj 023 | 5 maj 20233 | 5/5-1 | 5/5-203 | 1.1.123 | 1-1-23 | 01-1-23 | 1-01-23 | 123-04-21
fredag 5 maj 2023 (fredag) | 5 maj 2023 (fredag | 5 maj 2023 (v 18 | 5 maj 2023 v | 5 maj 2023 (18)
5 maj 2023 (v. 180) | 2023/04.21 | 2023.04-21 | 21.4/2023 | 21.4-23 | 21/4.2023 | 2023--04 | 5:b maj 2023
5 :e maj 2023 | 1.2.2023:4 | 1.2.2023.4 | 1.2.2023/4 | 21 april '2 | 21 april '023 | 21/4//23 | 21/4/2
fredag-lördag 5 maj 2023 | från 5 maj 2023 | fr.o.m. 5 maj 2023 | 5 maj 2023.. | 21 e maj 2023 | 21 a maj 2023
5 maj 2023 () | 5 maj 2023 (.) | . 5 maj 2023 | , 5 maj 2023 | - fredag 5 maj 2023
"""


def phrases(text: str) -> list[str]:
    return [one for line in text.strip().splitlines() for one in line.split(" | ")]


@pytest.mark.parametrize("text", DAYS)
def test_the_last_that_is_a_day(text: str) -> None:
    """Each number may go as far as the calendar, and each sign may be there or not."""
    assert parse_date(text) == date.fromisoformat(DAYS[text])


@pytest.mark.parametrize("text", phrases(NO_DAYS))
def test_the_first_that_is_no_day(text: str) -> None:
    """One step beyond is an error."""
    with pytest.raises(DateError):
        parse_date(text)


@pytest.mark.parametrize("text", DAYS)
@pytest.mark.parametrize("around", ["!{}", "{}!", "{})", "({}", "{} x", "{}x", "{} 9", "{}–"])
def test_nothing_beside_a_day_is_skipped(text: str, around: str) -> None:
    """A sign or a word more, before it or behind it, and the whole is no day."""
    with pytest.raises(DateError):
        parse_date(around.format(text))


# Spans of days in 2024, as `parse_date_span` reads them.
SPANS = {
    "1–31 januari": "2024-01-01/2024-01-31",
    "2024-01-30–31": "2024-01-30/2024-01-31",
    "2024-01-01–01-31": "2024-01-01/2024-01-31",
    "2024-01-31–12-01": "2024-01-31/2024-12-01",
    "2024-01-01–12-31": "2024-01-01/2024-12-31",
    "2024-01-01–2024-01-02": "2024-01-01/2024-01-02",
    "2024-01-01 till 2024-01-02": "2024-01-01/2024-01-02",
    "2024-01-01 – 5 mars": "2024-01-01/2024-03-05",
    "2024-01-01 - 10 mars": "2024-01-01/2024-03-10",
    "2024-01-01/2024-01-02": "2024-01-01/2024-01-02",
    "14/11-15/11": "2024-11-14/2024-11-15",
    "3 mars-5:e april": "2024-03-03/2024-04-05",
    "3 mars-15:e april": "2024-03-03/2024-04-15",
    "3 mars-21:a april": "2024-03-03/2024-04-21",
    "3 mars-05 april": "2024-03-03/2024-04-05",
    "5–1 mars": "2024-03-05/2024-03-01",
    "5 mars–5 mars": "2024-03-05/2024-03-05",
    "5 mars–5 mars 2024": "2024-03-05/2024-03-05",
    "5 mars 2024–5 mars": "2024-03-05/2024-03-05",
    "6 mars–5 mars 2024": "2023-03-06/2024-03-05",
    "2024-01-30–04-02-01": "2024-01-30/2004-02-01",
    "3 mars-5 april": "2024-03-03/2024-04-05",
    "3 mars - 05-04-2024": "2024-03-03/2024-04-05",
    "3/3-5/4-24": "2024-03-03/2024-04-05",
    "sön-mån 3–4 mars": "2024-03-03/2024-03-04",
    "sön.-mån. 3–4 mars": "2024-03-03/2024-03-04",
    "sön–mån den 3–4 mars": "2024-03-03/2024-03-04",
    "fr.o.m. 3 t.o.m. 4 mars": "2024-03-03/2024-03-04",
    "från och med 3 tom 4 mars": "2024-03-03/2024-03-04",
    "3---4 mars": "2024-03-03/2024-03-04",
    "3–4 mars (v. 9)": "2024-03-03/2024-03-04",
    "3 mars 2024–4 mars": "2024-03-03/2024-03-04",
}
NO_SPANS = """
0–1 januari | 1–0 januari | 1–32 januari | 2024-01-30–32 | 2024-01-30–00 | 2024-01-30–1 | 2024-01-01–13-01
2024-01-01–01-32 | 2024-01-01–00-31 | 2024-01-01–01-00 | 3----4 mars | 3–4 mars (sön) | 2024-01-30–31.5
2024-01-01–01-31.5 | 2024-01-01–31:00 | 2024-01-01–01-31:00 | 2024-01-01–01-31-02 | 2024-01-01/02
från och 3 till 4 mars | från med 3 till 4 mars | 3 till med 4 mars | 3 till och 4 mars | 3 t.m. 4 mars
mån-sön 3–4 mars | sön-tis 3–4 mars | 3–4 | 3 4 mars | 3 mars 4 mars | 3/3/4/3 | 3:e4 mars | 3:e(4 mars
3 mars–onsdag 5 mars | 3 mars–måndag 5 mars | måndag 3 mars–5 mars
"""


@pytest.mark.parametrize("text", SPANS)
def test_the_last_that_is_a_span(text: str) -> None:
    """Each way to join two days, with each part that may be left out."""
    expected = DateSpan(*map(date.fromisoformat, SPANS[text].split("/")))
    assert parse_date_span(text, year=2024) == expected


@pytest.mark.parametrize("text", phrases(NO_SPANS))
def test_the_first_that_is_no_span(text: str) -> None:
    """A joining word that is none, and an end that is no day, are errors."""
    with pytest.raises(DateError):
        parse_date_span(text, year=2024)


@pytest.mark.parametrize("text", SPANS)
@pytest.mark.parametrize("around", ["!{}", "{}!", "{})", "({}", "{} x", "{}x", "{} 9", "{}–"])
def test_nothing_beside_a_span_is_skipped(text: str, around: str) -> None:
    """A sign or a word more, before it or behind it, and the whole is no span."""
    with pytest.raises(DateError):
        parse_date_span(around.format(text), year=2024)


HOURS = {
    "00.00": "00:00",
    "0": "00:00",
    "23.59": "23:59",
    "23": "23:00",
    "kl. 2359": "23:59",
    "kl. 0000": "00:00",
    "kl 0900-1200": "09:00–12:00",
    "kl. 9-kl. 12": "09:00–12:00",
    "9 t.o.m. 12": "09:00–12:00",
    "9 till 12": "09:00–12:00",
    "från 9 till 12": "09:00–12:00",
    "mellan 9 och 12": "09:00–12:00",
    "mellan kl. 9 och kl. 12": "09:00–12:00",
    "kl. 9–24": "09:00–00:00",
    "kl. 9.": "09:00",
    "klockan. 9": "09:00",
    "klockan 9:05": "09:05",
}
NO_HOURS = """
24 | 23.60 | kl. 2400 | kl. 2360 | kl. 900 | kl. 09000 | 0900 | kl. 9–25 | kl. 9–24.01 | mellan 9 till 12
mellan 9 | mellan 9–12 och | från 9 och 12 | 9 och 12 | kl. 9.5 | kl. 9.050 | kl. 9.05.05 | kl. 9kl. 12
kl. 9:05:05 | kl 9/12 | kl. 9 % | 9% | kl. 9:e | kl. 9 mars | kl. 9mars | kl. kl. 9
9–12.. | 9 12 | kl. 9 till | kl. 9 –
"""


@pytest.mark.parametrize("text", HOURS)
def test_the_last_that_the_clock_shows(text: str) -> None:
    """From midnight to a minute before the next, and an end at midnight."""
    assert parse_time_span(text) == TimeSpan(*map(time.fromisoformat, HOURS[text].split("–")))


@pytest.mark.parametrize("text", phrases(NO_HOURS))
def test_the_first_that_it_does_not(text: str) -> None:
    """Beyond the clock, and between two ways to write an hour, is an error."""
    with pytest.raises(MinutesError):
        parse_time_span(text)


@pytest.mark.parametrize("text", HOURS)
@pytest.mark.parametrize("around", ["!{}", "{}!", "{})", "({}", "{} x", "{}x", "{} 9", "{}–"])
def test_nothing_beside_hours_is_skipped(text: str, around: str) -> None:
    """A sign or a word more, before it or behind it, and the whole is no clock time."""
    with pytest.raises(DateError):
        parse_time_span(around.format(text))
