"""Personal data found by its form, and what only looks like it."""

import pytest

from motesprotokoll.errors import WrongTypeError
from motesprotokoll.swedish import IDENTITY_NUMBERS, FoundPersonalData, PersonalData, find_personal_data
from motesprotokoll.swedish.identity_numbers import has_right_check_digit
from timing import grows_at_most

NUMBERS = {
    "811218-9876": "personal-number",
    "19811218-9876": "personal-number",
    "19811218+9876": "personal-number",
    "811218–9876": "personal-number",
    "811218 - 9876": "personal-number",
    "811218 9876": "personal-number",
    "811218\u00a09876": "personal-number",
    "811218\u20119876": "personal-number",
    "811218\u22129876": "personal-number",
    "８１１２１８－９８７６": "personal-number",
    "8112\u00ad18-98\u200b76": "personal-number",
    "8112189876": "personal-number",
    "198112189876": "personal-number",
    "1981-12-18-9876": "personal-number",
    "811218%2D9876": "personal-number",
    "811218&#45;9876": "personal-number",
    "SE811218987601": "personal-number",
    "811218-9875": "personal-number",
    "81 12 18 9876": "personal-number",
    "1981-12-18 9876": "personal-number",
    "811218/9876": "personal-number",
    "811218.9876": "personal-number",
    "811218_9876": "personal-number",
    "811218--9876": "personal-number",
    "811218-98 76": "personal-number",
    "8112 18-9876": "personal-number",
    "8 1 1 2 1 8 - 9 8 7 6": "personal-number",
    "811218\u207b9876": "personal-number",
    "811218-t123": "interim-number",
    "701063-2391": "coordination-number",
    "197010632391": "coordination-number",
    "811218-T123": "interim-number",
    "19811218-K123": "interim-number",
}
OTHERS = {
    "031-390 06 12": "telephone",
    "070-174 06 12": "telephone",
    "0701-74 06 12": "telephone",
    "0701740612": "telephone",
    "§ 070-174 06 12": "telephone",
    "+46 (0)31-390 06 12": "telephone",
    "+46313900612": "telephone",
    "0046 31 390 06 12": "telephone",
    "08-465 004 12": "telephone",
    "(031) 390 06 12": "telephone",
    "031/390 06 12": "telephone",
    "0980-319 212": "telephone",
    "+45 33 12 34 56": "telephone",
    "tfn 46 52 14": "telephone",
    "tel: 112 33": "telephone",
    "ankn. 1234": "telephone",
    "46701740612": "telephone",
    "070.174.06.12": "telephone",
    "070_174_06_12": "telephone",
    "031.390.06.12": "telephone",
    "070-174.06.12": "telephone",
    "070\u00ad174 06 12": "telephone",
    "mobilnr: 1234 56": "telephone",
    "ida.ek@exempel.se": "email",
    "IDA.EK@EXEMPEL.SE": "email",
    "ida.ek%40exempel.se": "email",
    "ida.ek%2540exempel.se": "email",
    "ida.ek&#64;exempel.se": "email",
    "ida.ek(at)exempel.se": "email",
    "ida.ek [snabel-a] exempel.se": "email",
    "åsa@öst.se": "email",
    "a@1.1@b.se": "email",
    "IDA.EK(AT)EXEMPEL.SE": "email",
    "ida.ek{at}exempel.se": "email",
    "ida.ek(at)exempel(dot)se": "email",
    "ida.ek@exempel [punkt] se": "email",
    "ida.ek @ exempel.se": "email",
    "ida.ek@ exempel.se": "email",
    "ida.ek snabel-a exempel.se": "email",
    "Storgatan 5": "address",
    "Västra Hamngatan 12 B": "address",
    "Anders Personsgatan 8": "address",
    "Kyrkvägen 7, lgh 1102": "address",
    "412 57 Göteborg": "address",
    "SE-412 57 Göteborg": "address",
    "463 30 Lilla Edet": "address",
    "Kungsportsavenyn 5": "address",
    "Storgatan 5-7": "address",
    "Kyrkvägen 7 lgh 1102": "address",
    "Lilla Edets väg 3": "address",
    "Ida Eks gata 3 B": "address",
    "c/o Ida Ek": "address",
}
NEAR_MISSES = (
    "556012-5790",  # an organisation
    "5560125790",
    "165560125790",
    "202100-2874",
    "SE556012579001",
    "811318-9876",  # no such month, no such day
    "811232-9876",
    "000000-0000",
    "8112189875",  # a wrong check digit and no dash
    "811218-98765",
    "2026-03-14",
    "2026-03-14 14:30",
    "20260314-0905",  # a day and a clock time
    "20260314 0930",
    "202603140905",
    "01-02-2026",
    "08-09-2026",
    "08-12-2026",
    "08/12/2026",
    "26 maj kl. 09.00–12.00",
    "kl. 08.30–12.00",
    "kl 08 30 12 00",
    "5 februari 2027",
    "Dnr 2026/12345",
    "KS 2026-00123",
    "Dnr KS 0123-20261",
    "KS-2026-811",
    "0123-2026",
    "031-2026",
    "1 250 000 kr",
    "+5 000 000 kr",
    "+12 500 000 personer",
    "040 500 000 kr",
    "031 390 000 kr",
    "2 500 kronor",
    "§ 031",
    "§§ 12–14",
    "5 kap. 12 §",
    "1440 1489 1480",  # codes of municipalities
    "1441",
    "3,14159",
    "version 1.2.3.4",
    "5c670861-0dc0-5c33-9bfb-5faced112515",
    "bankgiro 5402-9681",
    "OCR 031 390 06 12",
    "ISBN 978-91-0-012345-6",
    "tel 112",
    "mobil 2026",
    "mobil 2025/2026",
    "Fakturanr 0812345678",
    "kontonr 0812345678",
    "Dnr 010.12.34.56",
    "https://teams.example/19%3ameeting_NDk1ZjA2MjUt@thread.v2/0",
    "2026-03-14 0905",
    "1981-12-18 1531",
    "811218/1531",
    "811218 - 15 31",
    "kl. 07.30-09.15",
    "Sveriges väg 2030",
    "vi ses @ Ale kommun",
    "tfn 2500 kr",
    "x@y",
    "@ida",
    "8 st@12.50",
    "Riksväg 40",
    "Väg 40",
    "Storgatan",
    "Storgatan 2026",
    "Torget 3",
    "Punkt 5",
    "150 00 Kronor",
    "202 60 Mars",
    "1 202 60 Göteborg",
    "1914 och 1918",
    "100–200",
)


def kinds(text: str) -> list[str]:
    return [found.kind.value for found in find_personal_data(text)]


class TestFindPersonalData:
    @pytest.mark.parametrize(("text", "kind"), (NUMBERS | OTHERS).items())
    def test_finds_each_form(self, text: str, kind: str) -> None:
        """Alone, in a sentence and in brackets."""
        assert kinds(text) == [kind]
        assert kinds(f"Hon sade: ({text}), tack.") == [kind]

    @pytest.mark.parametrize("text", NUMBERS)
    def test_takes_the_whole_number(self, text: str) -> None:
        """From its first figure to its last, as it was written."""
        [found] = find_personal_data(f"nr {text}.")
        assert f"nr {text}."[found.start : found.end] == text

    @pytest.mark.parametrize("text", NEAR_MISSES)
    def test_leaves_what_only_looks_like_it(self, text: str) -> None:
        """Cases, days, amounts, paragraphs, times, codes and organisations are nobody's."""
        assert kinds(text) == []

    def test_is_certain_by_the_check_digit(self) -> None:
        """A mistyped number and an interim one are told as uncertain."""
        for text in ("811218-9875", "811218-T123"):
            assert not find_personal_data(text)[0].certain
        assert find_personal_data("811218-9876")[0].certain

    def test_a_clock_time_needs_the_check_digit(self) -> None:
        """A day and a time are a number only where that fits."""
        assert kinds("260314-0905") == []
        assert has_right_check_digit("2603140900") is (kinds("260314-0900") == ["personal-number"])

    def test_finds_only_the_kinds_that_are_asked_for(self) -> None:
        """All others stay unseen."""
        text = "811218-9876, ida@exempel.se, Storgatan 5, 070-174 06 12"
        assert kinds(text) == ["personal-number", "email", "address", "telephone"]
        for kind in PersonalData:
            assert {one.kind for one in find_personal_data(text, kinds=[kind])} <= {kind}
        assert len(find_personal_data(text, kinds=IDENTITY_NUMBERS)) == 1

    def test_overlapping_ones_are_one(self) -> None:
        """An address that holds a number is one piece, of the kind that tells most."""
        [found] = find_personal_data("x 811218-9876@exempel.se y")
        assert (found.kind, found.start, found.end) == (PersonalData.PERSONAL_NUMBER, 2, 24)

    def test_goes_no_further_than_a_number(self) -> None:
        """Figures behind it are others."""
        text = "Ring 070-174 06 12 10 gånger, +46 31 390 06 12 123 456 789 12."
        found = [text[one.start : one.end] for one in find_personal_data(text)]
        assert found[0] == "070-174 06 12"
        assert found[1].startswith("+46 31 390 06 12")

    def test_takes_text_only(self) -> None:
        """Bytes are refused."""
        with pytest.raises(WrongTypeError, match="expected str"):
            find_personal_data(b"x")  # type: ignore[arg-type]

    def test_the_repr_tells_no_value(self) -> None:
        """A log of what was found is harmless."""
        assert (
            repr(find_personal_data("811218-9876")[0])
            == "FoundPersonalData(personal-number, 0:11, certain=True)"
        )
        assert FoundPersonalData(PersonalData.EMAIL, 0, 1) == FoundPersonalData(PersonalData.EMAIL, 0, 1)

    @pytest.mark.parametrize(
        "unit",
        [
            "0",
            "01 ",
            "811218-",
            "a@",
            "a.b@c.",
            "+46 ",
            "Ek 1",
            "%40",
            "%25",
            "tfn ",
            "&#64;",
            "a(at)b.",
            "(0",
            "å1 ",
            "a@ ",
            "a@b(dot)",
            "8 1 ",
            "070.17.",
            "Eks väg ",
        ],
    )
    def test_is_linear(self, unit: str) -> None:
        """Twice the text takes about twice the time."""
        small, large = unit * 4_000, unit * 8_000
        assert grows_at_most(lambda: find_personal_data(small), lambda: find_personal_data(large), 3)


# What is found in a text, from its first sign to its last; with a question mark where it is not certain.
EXTENTS: dict[str, list[str]] = {
    "Bo på Lilla Storgatan 3 i Ale": ["address: Lilla Storgatan 3"],
    "Bo, Storgatan 3": ["address: Storgatan 3"],
    "Idas Storgatan 3": ["address: Idas Storgatan 3"],
    "Hos Storgatan 3": ["address: Storgatan 3"],
    "Storgatan 3 A": ["address: Storgatan 3 A"],
    "Storgatan 3a": ["address: Storgatan 3a"],
    "Storgatan 3 Ab": ["address: Storgatan 3"],
    "Storgatan 3 I": ["address: Storgatan 3"],
    "Storgatan 3-5": ["address: Storgatan 3-5"],
    "Storgatan 3-5555": ["address: Storgatan 3"],
    "Storgatan 3, lgh 1101": ["address: Storgatan 3, lgh 1101"],
    "Storgatan 3 lgh 110": ["address: Storgatan 3"],
    "Storgatan 3, 2 tr": ["address: Storgatan 3, 2 tr"],
    "Storgatan 3 2 trappor": ["address: Storgatan 3"],
    "Storgatan 1234": [],
    "Lilla Edets väg 3": ["address: Lilla Edets väg 3"],
    "Eks väg 3": ["address: Eks väg 3"],
    "Vägen 3": [],
    "Ekvägen 3 och Ekgränd 4": ["address: Ekvägen 3", "address: Ekgränd 4"],
    "412 50 Göteborg": ["address: 412 50 Göteborg"],
    "412 50  Göteborg": ["address: 412 50  Göteborg"],
    "SE-412 50 Lilla Edet": ["address: SE-412 50 Lilla Edet"],
    "412 50 Västra Frölunda": ["address: 412 50 Västra Frölunda"],
    "412 50 Januari": [],
    "412 50 kronor": [],
    "012 50 Göteborg": [],
    "1 412 50 Göteborg": [],
    "c/o Bo Ek": ["address: c/o Bo Ek"],
    "C/o: Bo Ek Al": ["address: C/o: Bo Ek Al"],
    "c/o Bo Ek Al Dal": ["address: c/o Bo Ek Al"],
    "ac/o Bo": [],
    "bo@viken.example": ["email: bo@viken.example"],
    "bo.ek+x@viken.example.": ["email: bo.ek+x@viken.example"],
    "<bo@viken.example>": ["email: bo@viken.example"],
    "bo(at)viken.example": ["email: bo(at)viken.example"],
    "bo [at] viken.example": ["email: bo [at] viken.example"],
    "bo snabel-a viken.example": ["email: bo snabel-a viken.example"],
    "bo@viken(punkt)example": ["email: bo@viken(punkt)example"],
    "bo@viken": [],
    "bo@1.2": [],
    "19:abc@thread.v2": [],
    "bo@viken.example,ida@viken.example": ["email: bo@viken.example", "email: ida@viken.example"],
    "031-39 00 61": ["telephone: 031-39 00 61"],
    "031-390 06 12": ["telephone: 031-390 06 12"],
    "031-390 06 12 34": ["telephone: 031-390 06 12"],
    "031-3900 612 kr": ["telephone: 031-3900 612"],
    "031 390 06 12 kr": [],
    "031 390 06 12 personer": [],
    "031 390 06 12": ["telephone: 031 390 06 12"],
    "dnr 031-390 06 12": [],
    "Dnr KS 031-390 06 12": [],
    "kl 031-390 06 12": ["telephone: 031-390 06 12"],
    "kl 031 390 06 12": [],
    "orgnr 031 390 06 12": [],
    "§ 031 390 06 12": [],
    "08-12 34 5": [],
    "08-12 34 56": ["telephone: 08-12 34 56"],
    "08-12 34 56 78": ["telephone: 08-12 34 56 78"],
    "08-12 34 56 789": ["telephone: 08-12 34 56"],
    "08-02 34 56": [],
    "0980-12 34": [],
    "0980-12 345": ["telephone: 0980-12 345"],
    "070-174 06 12": ["telephone: 070-174 06 12"],
    "070-174 06 1": [],
    "070-1740612": ["telephone: 070-1740612"],
    "0701740612": ["telephone: 0701740612"],
    "07 01 74 06 12": [],
    "0 7 0 1 7 4 0 6 1 2": [],
    "071-174 06 12": [],
    "(070) 174 06 12": ["telephone: (070) 174 06 12"],
    "46701740612": ["telephone: 46701740612"],
    "4670174061": [],
    "467017406123": [],
    "46711740612": [],
    "070.174.06.12": ["telephone: 070.174.06.12"],
    "070.17.40.612": ["telephone: 070.17.40.612"],
    "031.390.06.12": ["telephone: 031.390.06.12"],
    "dnr 031.390.06.12": [],
    "031.390.06.12.5": [],
    "+46 70 174 06 12": ["telephone: +46 70 174 06 12"],
    "+46 (0)70-174 06 12": ["telephone: +46 (0)70-174 06 12"],
    "+46 70 174": [],
    "+46 70 174 06 12 13 14": ["telephone: +46 70 174 06 12 13 14"],
    "+45 33 12 34 56": ["telephone: +45 33 12 34 56"],
    "+4 512 345": [],
    "+123 456 789": [],
    "+46 123 456 789": ["telephone: +46 123 456 789"],
    "+1 000 000": [],
    "+1 000 000 0": ["telephone: +1 000 000 0"],
    "0046701740612": ["telephone: 0046701740612"],
    "0146701740612": [],
    "tfn 46 52 14": ["telephone: 46 52 14"],
    "tfn: 46 52 14": ["telephone: 46 52 14"],
    "tfnr 46 52": [],
    "tel.nr 465214": ["telephone: 465214"],
    "tel 465": [],
    "tel 4652": ["telephone: 4652"],
    "ankn 1234": ["telephone: 1234"],
    "växel 2027": [],
    "växel: 2027": ["telephone: 2027"],
    "växel 2027-02-05": [],
    "mobil 12 34 kr": [],
    "tel 12 34 %": [],
    "tel 1234.5": [],
    "direkt 12-34-56": ["telephone: 12-34-56"],
    "stel 12 34 56": [],
    "811218-9876": ["personal-number: 811218-9876"],
    "811218-9875": ["personal-number?: 811218-9875"],
    "811218-987": [],
    "811218-98765": [],
    "1811218-9876": [],
    "19811218-9876": ["personal-number: 19811218-9876"],
    "18811218-9876": ["personal-number: 18811218-9876"],
    "17811218-9876": [],
    "20811218-9876": ["personal-number: 20811218-9876"],
    "811318-9876": [],
    "810018-9876": [],
    "811200-9876": [],
    "811232-9876": [],
    "811260-9876": [],
    "811261-9876": ["coordination-number?: 811261-9876"],
    "811291-9876": ["coordination-number: 811291-9876"],
    "811292-9876": [],
    "810229-9876": [],
    "840229-9876": ["personal-number?: 840229-9876"],
    "811218-T123": ["interim-number?: 811218-T123"],
    "811218-A123": [],
    "811218-t123": ["interim-number?: 811218-t123"],
    "811218 1200": [],
    "811218-1200": [],
    "811218-2400": ["personal-number: 811218-2400"],
    "811218-2460": ["personal-number?: 811218-2460"],
    "811218 2560": [],
    "8112189875": [],
    "811218 9875": [],
    "811218/9875": [],
    "SE811218987601": ["personal-number: SE811218987601"],
    "SE811218987602": [],
    "XSE811218987601": [],
    "1981-12-18-9876": ["personal-number: 1981-12-18-9876"],
    "1981/12/18 9876": ["personal-number: 1981/12/18 9876"],
    "1981-12/18-9876": [],
    "81 12 18 9876": ["personal-number: 81 12 18 9876"],
    "000229-9876": ["personal-number?: 000229-9876"],
    "010229-9876": [],
    "19000229-9876": [],
    "20000229-9876": ["personal-number?: 20000229-9876"],
    "+46 1234 567 8901 23": ["telephone: +46 1234 567 8901 23"],
    "+46 1234 567 8901 234": ["telephone: +46 1234 567 8901"],
    "0046 70 174": [],
    "0046 7017 40": ["telephone: 0046 7017 40"],
    "0046 7017 406": ["telephone: 0046 7017 406"],
    "+46 7017 40": ["telephone: +46 7017 40"],
    "+46 7017 406": ["telephone: +46 7017 406"],
    "å bo%40viken.example ä": ["email: bo%40viken.example"],
    "å 0%331-390 06 12 kr": ["telephone: 0%331-390 06 12"],
}


@pytest.mark.parametrize("text", EXTENTS)
def test_finds_just_so_much(text: str) -> None:
    """One figure more or less, or another word beside it, and it is somebody's or nobody's."""
    found = [
        (one.kind.value, "" if one.certain else "?", text[one.start : one.end])
        for one in find_personal_data(text)
    ]
    assert [f"{kind}{doubt}: {words}" for kind, doubt, words in found] == EXTENTS[text]
