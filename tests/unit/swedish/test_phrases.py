"""Phrases as secretaries write them, in odd spacing and with slips: each is read right, or refused.

The list was made without a look at the code. What each means is what a Swedish secretary would say that it
means; where they would have to ask, it is refused.
"""

from datetime import date, time
from typing import Any

import pytest

from motesprotokoll.errors import MinutesError
from motesprotokoll.model import DateSpan, Mode, Occasion, PartialDate, PartOfDay, TimeSpan
from motesprotokoll.swedish import (
    find_dates,
    parse_date_list,
    parse_occasion,
    parse_time,
    parse_time_span,
)


def at(days: str | None = None, hours: str | None = None, **rest: Any) -> Occasion:
    dates = None if days is None else DateSpan(*map(date.fromisoformat, days.split("/")))
    return Occasion(dates, times=None if hours is None else clock(hours), **rest)


def clock(hours: str) -> TimeSpan:
    return TimeSpan(*map(time.fromisoformat, hours.split("–")))


def around(text: str, days: str = "/", **rest: Any) -> Occasion:
    first, last = (date.fromisoformat(day) if day else None for day in days.split("/"))
    return Occasion(PartialDate(text, earliest=first, latest=last), **rest)


FM, EM, EVENING = PartOfDay.MORNING, PartOfDay.AFTERNOON, PartOfDay.EVENING

# Read under a heading with the year 2027.
READ: dict[str, Occasion] = {
    "1:a maj": at("2027-05-01"),
    "den 1:e maj": at("2027-05-01"),
    "  TISDAG  DEN 9  MARS   2027 ": at("2027-03-09"),
    "tisdag den 9:e mars kl 9": at("2027-03-09", "09:00"),
    "9mars 2027": at("2027-03-09"),
    "9 mars2027": at("2027-03-09"),
    "9 Mars, 2027": at("2027-03-09"),
    "09 mars": at("2027-03-09"),
    "2027‑02‑05": at("2027-02-05"),
    "2027 – 2 – 5": at("2027-02-05"),
    "2027-02-05 09:00-12:00": at("2027-02-05", "09:00–12:00"),
    "2027-02-05 kl 09:00−12:00": at("2027-02-05", "09:00–12:00"),
    "2027-02-05 (fredag)": at("2027-02-05"),
    "5 februari (fre) kl. 9": at("2027-02-05", "09:00"),
    "2027-02-05 (fredag), kl. 9–12": at("2027-02-05", "09:00–12:00"),
    "5 feb -27": at("2027-02-05"),
    "5 feb. ’27": at("2027-02-05"),
    "5 febr": at("2027-02-05"),
    "02/05/2027": at("2027-05-02"),
    "9/3 -27": at("2027-03-09"),
    "29/2 2028": at("2028-02-29"),
    "fredag 5/2": at("2027-02-05"),
    "fredagen, den 5 februari": at("2027-02-05"),
    "fredag, 5:e februari": at("2027-02-05"),
    "Fre. den 5/2": at("2027-02-05"),
    "ti 9/3": at("2027-03-09"),
    "to 11/3 kl 13": at("2027-03-11", "13:00"),
    "lö 6/3": at("2027-03-06"),
    "5-7/3": at("2027-03-05/2027-03-07"),
    "5–7/2 2027": at("2027-02-05/2027-02-07"),
    "5/2 - 7/2": at("2027-02-05/2027-02-07"),
    "28/2-3/3": at("2027-02-28/2027-03-03"),
    "31/12–2/1": at("2027-12-31/2028-01-02"),
    "10—12 mars": at("2027-03-10/2027-03-12"),
    "10--12 mars": at("2027-03-10/2027-03-12"),
    "10 ― 12 mars": at("2027-03-10/2027-03-12"),
    "10 till 12 mars": at("2027-03-10/2027-03-12"),
    "10 t o m 12 mars": at("2027-03-10/2027-03-12"),
    "10 till och med 12 mars": at("2027-03-10/2027-03-12"),
    "från den 3 till den 5 mars": at("2027-03-03/2027-03-05"),
    "från 3 mars till 5 april": at("2027-03-03/2027-04-05"),
    "från och med den 3 till och med den 5 mars": at("2027-03-03/2027-03-05"),
    "fr.o.m. 3 mars t.o.m. 5 mars": at("2027-03-03/2027-03-05"),
    "fr o m 3 t o m 5 mars": at("2027-03-03/2027-03-05"),
    "tis–tors 9–11/3": at("2027-03-09/2027-03-11"),
    "tisdag 9 – torsdag 11 mars": at("2027-03-09/2027-03-11"),
    "8–12 mars, v. 10": at("2027-03-08/2027-03-12"),
    "måndag den 8 mars 2027, vecka 10, kl. 13": at("2027-03-08", "13:00"),
    "kl. 9 –12 den 5 februari": at("2027-02-05", "09:00–12:00"),
    "9.00-11.30 den 5 februari": at("2027-02-05", "09:00–11:30"),
    "5 februari 13.15": at("2027-02-05", "13:15"),
    "5 februari kl.0900–1200": at("2027-02-05", "09:00–12:00"),
    "5 februari från kl. 9": at("2027-02-05", "09:00"),
    "5 februari från kl. 9 till kl. 12": at("2027-02-05", "09:00–12:00"),
    "5 februari klockan 9 till 12": at("2027-02-05", "09:00–12:00"),
    "5 februari kl. 22–24": at("2027-02-05", "22:00–00:00"),
    "5 februari kl. 23–01": at("2027-02-05", "23:00–01:00"),
    "fr 5/2 fm": at("2027-02-05", part_of_day=FM),
    "f.m. 5/2": at("2027-02-05", part_of_day=FM),
    "5 mars em kl 13": at("2027-03-05", "13:00", part_of_day=EM),
    "5 mars kl. 9 fm": at("2027-03-05", "09:00", part_of_day=FM),
    "på eftermiddagen den 9 mars kl 13": at("2027-03-09", "13:00", part_of_day=EM),
    "den 9 mars på kvällen": at("2027-03-09", part_of_day=EVENING),
    "heldag 5 mars": at("2027-03-05", part_of_day=PartOfDay.WHOLE_DAY),
    "prel. 5 februari": at("2027-02-05", tentative=True),
    "preliminärt den 5 februari": at("2027-02-05", tentative=True),
    "5 februari kl 9-12 (prel)": at("2027-02-05", "09:00–12:00", tentative=True),
    "INSTÄLLT: 5 februari": at("2027-02-05", cancelled=True),
    "5 februari - inställt": at("2027-02-05", cancelled=True),
    "5 februari, digitalt möte kl. 9": at("2027-02-05", "09:00", mode=Mode.REMOTE),
    "5 februari (digitalt, preliminärt)": at("2027-02-05", mode=Mode.REMOTE, tentative=True),
    "Hybridmöte 5/2 kl 9": at("2027-02-05", "09:00", mode=Mode.HYBRID),
    "5 februari kl. 9–15, lunch 12–13": at("2027-02-05", "09:00–15:00", note="lunch 12–13"),
    "5 februari kl. 13–16 (fika från kl. 12.30)": at("2027-02-05", "13:00–16:00", note="fika från kl. 12.30"),
    "mån-ons v. 12": around("mån-ons v. 12", "2027-03-22/2027-03-24"),
    "tis v 8": around("tis v 8", "2027-02-23/2027-02-23"),
    "torsdag vecka 8 kl 13": around("torsdag vecka 8", "2027-02-25/2027-02-25", times=time(13)),
    "torsdagen i v. 8": around("torsdagen i v. 8", "2027-02-25/2027-02-25"),
    "tors v. 53": around("tors v. 53"),
    "v 8": around("v 8", "2027-02-22/2027-02-28"),
    "V8": around("V8", "2027-02-22/2027-02-28"),
    "v. 8–9": around("v. 8–9", "2027-02-22/2027-03-07"),
    "v. 53 2026": around("v. 53 2026", "2026-12-28/2027-01-03"),
    "v. 53": around("v. 53"),
    "första fredagen i mars": around("första fredagen i mars", "2027-03-05/2027-03-05"),
    "sista torsdagen i maj 2027": around("sista torsdagen i maj 2027", "2027-05-27/2027-05-27"),
    "andra tisdagen i varje månad kl. 9": around("andra tisdagen i varje månad", times=time(9)),
    "varje måndag kl. 9": around("varje måndag", times=time(9)),
    "var tredje onsdag": around("var tredje onsdag"),
    "helgfria fredagar": around("helgfria fredagar"),
    "varannan helgfri måndag": around("varannan helgfri måndag"),
    "månadsskiftet mars/april": around("månadsskiftet mars/april", "2027-03-16/2027-04-15"),
    "ht-27": around("ht-27", "2027-07-01/2027-12-31"),
    "vt 27": around("vt 27", "2027-01-01/2027-06-30"),
    "maj 2028": around("maj 2028", "2028-05-01/2028-05-31"),
    "januari–mars 2028": around("januari–mars 2028", "2028-01-01/2028-03-31"),
    "senast den 5 februari kl. 12": around("senast den 5 februari", "/2027-02-05", times=time(12)),
    "från den 5 mars": around("från den 5 mars", "2027-03-05/"),
    "senast fredagen den 5 februari": around("senast fredagen den 5 februari", "/2027-02-05"),
    "om 14 dagar": around("om 14 dagar"),
    "till mötet den 5 mars": around("till mötet den 5 mars", "2027-03-05/2027-03-05"),
    "inför nästa möte": around("inför nästa möte"),
}

REFUSED = """
5 mars 0900 | 5 mars 1530 | 5–6 mars 1300 | 5 mars kl 9-10 mars | 10 mars 9-12 | 5 mars kl 9 och 13
den 1:e | den 22:a | tisdagens | tisdagens möte den 9 mars | natten till den 6 mars
natten till lördag den 6 mars | 30/2 | 29/2 2027 | 0/5 | 5/0 | 5/13 | 2027/05 | 05/2027 | 2027-05 | 5.2
lördag 5 februari 2027 | 31 juni | 2027-02-05 (lördag) | 8–12 mars, v. 11 | onsdag v. 60 | 5 agusti
den femte mars | 1:a kvartal | 5 mars 27 | 5 mars 2027 2028 | 5 mars till | 5 februari– | –5 februari
5 februari ff | 5 och 7 februari | 5, 6 och 7 februari | 5 eller 7 februari | 5 resp. 7 februari
3–5 mars samt 7 mars | Mars 5, 2027 | 9 mars-mötet | mellan 3 och 5 mars
5 februari kl 9 - 7 februari kl 16 | 2027-W06 | 2027-036 | 270205-1234 | 20270205-1234 | 0705-123456
kl 13–tidigast 16 | 5 februari kl 13–tidigast 16 | ca kl. 9 | 5 februari ca kl. 9
5 februari tidigast kl. 9 | 5 februari senast kl. 12 | 5 februari till kl. 12 | fram till kl. 12
kl. halv tio | klockan nio | kl 9.5 | kl. 9,30 | 5 februari kl. 9,30 | 5 februari kl. 25.00
5 februari kl. 9.75 | kl. 24.00 | kl. 24.15–25 | kl 13 15 | 5 februari kl. 9–12 och 13–16
5 februari kl. 9–12, 13–16 | 5/2 kl 9-12 & 13-16 | 9–12 | kl. 9–12 CET | kl. 9 på morgonen | inte inställt
5 februari inte inställt | 5 februari (inte preliminärt) | eventuellt 5 februari | 5 feb kl 9 i Ale
nästa fredag | på fredag | i morgon | igår | i mitten av v. 8 | slutet av mars/början av april
vårens möten | läsåret 2026/27 | nyår | påsk | annandag påsk 2027 | måndag-fredag | vardagar
tisdag kväll 9 mars | v 10 (8–12 mars) | v. 8, tisdag | sjunde fredagen i mars | varannan | varje | helgfri
första fredagen | från den 3 mars till | från den 5 till kl. 12 | lunch 12–13 | ajournering
5 februari, ajournering | inställt | sön-mån v. 12 | ons v | vt-2 | i vt | var femte | var
månadsskiftet mars/maj | månadsskiftet | 10 t.om. 12 mars | preliminärt | (inställt | 5 februari (inställt
inställt inställt 5 februari | digitalt fysiskt 5 februari | 5–6 mars, lunch till lunch
femte fredagen i februari 2027 | ٥ mars | 5 mars kl. ٩ | 5 februari (fre | 5 februari (fre 5)
"""


def phrases(text: str) -> list[str]:
    return [one for line in text.strip().splitlines() for one in line.split(" | ")]


@pytest.mark.parametrize("text", READ)
def test_is_read_right(text: str) -> None:
    """Every phrase means what a secretary says."""
    assert parse_occasion(text, year=2027) == READ[text]


@pytest.mark.parametrize("text", phrases(REFUSED))
def test_is_refused(text: str) -> None:
    """What is no occasion, or not just one, or cannot be told, is an error and never a guess."""
    with pytest.raises(MinutesError):
        parse_occasion(text, year=2027)


TIMES = {
    "9": "09:00",
    "kl.9": "09:00",
    "KL 9.05": "09:05",
    "klockan 9-12": "09:00–12:00",
    "kl.9-12": "09:00–12:00",
    "9 - 12": "09:00–12:00",
    "kl 09.00-12:00": "09:00–12:00",
    "kl. 9–12.30": "09:00–12:30",
    "kl. 9.15–10": "09:15–10:00",
    "00.00–24.00": "00:00–00:00",
    "mellan kl. 9.00 och 12.00": "09:00–12:00",
    "kl. 9 till kl. 12": "09:00–12:00",
    "kl. 12–9": "12:00–09:00",
}
NO_TIMES = """
kl | kl. | 24 | 24.00 | 24.00–25.00 | 9.60 | 9,30 | 9.5 | nio | 9–12–15 | 9 12 | till 12 | 9 mars | -9
9.00.00
"""


@pytest.mark.parametrize("text", TIMES)
def test_hours_are_read_right(text: str) -> None:
    """Every phrase is the hours that it says."""
    assert parse_time_span(text) == clock(TIMES[text])


@pytest.mark.parametrize("text", phrases(NO_TIMES))
def test_other_hours_are_refused(text: str) -> None:
    """What no clock shows, or nobody can tell, is an error."""
    for parse in (parse_time, parse_time_span):
        with pytest.raises(MinutesError):
            parse(text)


LISTS = {
    "3 och 17 maj": "2027-05-03 2027-05-17",
    "5, 6 och 7 februari": "2027-02-05 2027-02-06 2027-02-07",
    "10/3, 17/3 och 24/3": "2027-03-10 2027-03-17 2027-03-24",
    "2027-03-10, 2027-03-17": "2027-03-10 2027-03-17",
    "3–5 mars samt 7 mars": "2027-03-03/2027-03-05 2027-03-07",
    "17 november 2026, 2 februari och 12 april 2027": "2026-11-17 2027-02-02 2027-04-12",
    "den 3:e, den 17:e maj och den 2:a juni.": "2027-05-03 2027-05-17 2027-06-02",
    "fredag 5 februari; tisdag 9 mars": "2027-02-05 2027-03-09",
    "5 februari": "2027-02-05",
}
NO_LISTS = """
maj | 3 och 17 | 3 och 31 juni | 3 maj kl. 9 och 4 maj | möten 3 och 17 maj | 3 eller 17 maj
lördag 5 februari och 9 mars | 3 och 17 maj i Ale
"""


@pytest.mark.parametrize("text", LISTS)
def test_lists_of_days_are_read_right(text: str) -> None:
    """Every list is the days that it names."""
    expected = tuple(DateSpan(*map(date.fromisoformat, days.split("/"))) for days in LISTS[text].split())
    assert parse_date_list(text, year=2027) == expected


@pytest.mark.parametrize("text", ["", *phrases(NO_LISTS)])
def test_other_lists_are_refused(text: str) -> None:
    """A list of something else than days, or one that is not sure, is an error."""
    with pytest.raises(MinutesError):
        parse_date_list(text, year=2027)


# What is found in running text: the phrases with what each means.
FOUND = {
    "Vi ses natten till lördagen den 6 mars.": [("lördagen den 6 mars", "2027-03-06")],
    "tisdagens möte den 9 mars": [("den 9 mars", "2027-03-09")],
    "den 9 mars-mötet": [("den 9 mars", "2027-03-09")],
    "kursen 5-7/3 är full": [("5-7/3", "2027-03-05/2027-03-07")],
    "3/5 av rösterna": [],
    "7/12 delar": [],
    "sidan 5/12": [],
    "sid. 5/12": [],
    "nr 3/12": [],
    "punkt 3/5": [],
    "bilaga 3/5": [],
    "tfn 031-21 04 23": [],
    "lag 2027:36": [],
    "i förhållandet 1:5": [],
    "5 mars 27 personer": [("5 mars", "2027-03-05")],
    "2027-02-05 (fredag) i Ale": [("2027-02-05 (fredag)", "2027-02-05")],
    "den 5 februari, tisdag den 9 mars": [
        ("den 5 februari", "2027-02-05"),
        ("tisdag den 9 mars", "2027-03-09"),
    ],
    "Ida Maj och Bo April": [],
    "mån-ons v. 12 är upptagen": [("mån-ons v. 12", "2027-03-22..2027-03-24")],
    "första fredagen i mars är ledig": [("första fredagen i mars", "2027-03-05..2027-03-05")],
    "varannan fredag": [],
    "var tredje fredag i mars": [("mars", "2027-03-01..2027-03-31")],
    "version 1.2.24": [],
    "se tabell 5/3": [],
    "flyttas från den 3 mars till den 5 mars": [("den 3 mars", "2027-03-03"), ("den 5 mars", "2027-03-05")],
    "flyttas från den 3 till den 5 mars": [("den 5 mars", "2027-03-05")],
}


@pytest.mark.parametrize("text", FOUND)
def test_is_found_right(text: str) -> None:
    """Each phrase in running text is found with what it means, and nothing else is."""
    found = [
        (
            one.text,
            str(one.value)
            if isinstance(one.value, DateSpan)
            else f"{one.value.earliest}..{one.value.latest}",
        )
        for one in find_dates(text, year=2027)
    ]
    assert found == FOUND[text]
