"""The laws of reading, on texts built of fragments of minutes and on any text and bytes."""

from collections import Counter

from hypothesis import given
from hypothesis import strategies as st

from motesprotokoll.errors import MinutesError, UnsupportedFormatError
from motesprotokoll.extraction import Extraction
from motesprotokoll.interpret import Reading, interpret
from motesprotokoll.interpret.accounting import count, letters_of_reading
from motesprotokoll.limits import DEFAULT_LIMITS, Limits
from motesprotokoll.readers.text import TextReader

PEOPLE = ["Ida Ek", "Bo Ek", "Maria Al", "Maria Sten", "Per-Olof von Lind", "Åsa Öst Berg", "Ola"]
FRAGMENTS = [
    "Nätverket för prov",
    "Anteckningar möte 2030-02-05, kl. 09.00 – 12.00",
    "Protokoll från styrelsens sammanträde fredag 23 oktober 2030, kl 9-12, Hotell Norr, Ale kommun",
    "Mötesanteckningar referensgrupp Prov, möte 3",
    "Styrelsemöte nr 11",
    "Plats: Ale kommun, Storgatan 4",
    "Datum: 5 februari 2030",
    "Tid och plats: kl. 9–12, Folkets hus",
    "Närvarande",
    "Närvarande: Ida Ek, Bo Ek och Maria Al",
    "Ida Ek, tf. HR-chef, Ale",
    "Bo Ek (S), Lerum, ordförande",
    "Maria Al X, ej § 4",
    "Maria Sten, Lilla Edet",
    "Samt:",
    "Förhinder",
    "Kallade:",
    "| Namn | Roll |",
    "|---|---|",
    "| Ida Ek | Sekreterare |",
    "1. Välkomna",
    "2. Budget för året med en titel som är lång och",
    "går över två rader (30 minuter)",
    "3.1 Delfråga",
    "§ 5 Val av justerare",
    "§ 22   Dnr KS/2030:286",
    "7.",
    "## Rubrik",
    "Kort rubrik utan punkt",
    "Nätverket beslutar att köpa en båt. Ida återkommer med mer.",
    "Det är inte klart. Styrelsen har beslutat om annat.",
    "Beslut:",
    "att höja avgiften",
    "att sänka den",
    "• En punkt",
    "o en under den",
    "- och en till som fortsätter",
    "på nästa rad med HR-",
    "chefsnätverket.",
    "  1) numrerat",
    "a. bokstav",
    "Bakgrund: Det var en gång.",
    "Att göra",
    "Skriva rapport (Ida)",
    "Förslag mötestider 2031",
    "Förmiddagarna:",
    "2 februari",
    "14–15 november, Studieresa",
    "Ons 22/6 kl 19 (hos Eva)",
    "Nästa möte",
    "21 maj kl. 13.00 – 15.00. Fysiskt möte, preliminärt i Lindö.",
    "Nästa möte: i slutet av augusti",
    "Nästa möte är den 3 mars.",
    "Antecknat av:",
    "Vid protokollet          Justeras",
    "Ida Ek                   Bo Ek",
    "Justerat 2030-03-01",
    "https://example.org/en/lang/adress?x=1",
    "Se https://example.org, och bifogat bildspel.",
    "3 (3)",
    "Sida 2 av 10",
    "----",
    "......",
    "\f",
    "",
    "",
    " ",
    "Föredragande: Ida Ek",
    "Bilagor",
    "Mötets öppnande 12:17",
    "Vi spikar torsdagen den 16 november.",
    "Frågan bordläggs.",
    "Vi talade länge. Beslut: Vi köper en båt.",
    "* Beslut: inget",
    "- ÅTGÄRD: Bo Ek ringer senast den 3 mars.",
    "- [x] @Ida målar",
    "=> Ida återkommer vid nästa möte",
    "Ale kommun          Sammanträdesprotokoll",
    "Styrelsen           Sammanträdesdatum",
    "Närvarande:         Frånvarande:",
    "Ida Ek              Bo Ek",
    "Nr    Åtgärd    Ansvarig    Klart",
    "1     Måla      Ida Ek      2030-03-01",
    "| Vad | Beslut | Vem |",
    "| Båten | Den säljs | Bo |",
    "Sekreterare: Ida Ek     Justeras: Bo Ek",
    "Plats och tid    Folkets hus, kl. 9–12",
    "KS § 12   Laddplatser   Dnr KS/2030:118",
    "Dnr KS/2030:119",
    "Kommunstyrelsens beslut",
    "att bygga dem",
    "Org.nr 556000-0000",
    "Båtklubben Viken",
    "Protokoll 2030:5",
    "Närvarande gäster: rektor Maria Al, VD Bo Ek",
    "7A: Ida",
    "- Plats: Ale",
    "3. Nästa möte",
    "om ca fyra veckor, Ida bokar.",
    "Nästa avstämning blir den 3 maj, Rådhuset",
    "PROTOKOLL 1 (2)",
    "ordförande",
    "Justeras:",
    "Underskrifter",
    "Sekreterare ..........",
    *PEOPLE,
]

lines = st.lists(st.tuples(st.integers(0, 6), st.sampled_from(FRAGMENTS)), max_size=40)
minutes = lines.map(lambda rows: "\n".join(" " * indent + text for indent, text in rows))
spaced = lines.map(lambda rows: "\n\n".join(text for _, text in rows))


def read(text: str, limits: Limits = DEFAULT_LIMITS) -> tuple[Extraction, Reading]:
    extraction = TextReader().read(text.encode(), limits)
    return extraction, interpret(extraction, limits=limits)


def letters(extraction: Extraction) -> "Counter[str]":
    return count("".join([*(line.text for line in extraction.lines), *extraction.furniture]))


class TestNothingIsLost:
    @given(minutes | spaced)
    def test_minutes(self, text: str) -> None:
        """Every letter and figure of a document stands in the meeting, the furniture or the labels, once."""
        extraction, reading = read(text)
        assert letters_of_reading(reading) == letters(extraction)

    @given(st.text(max_size=400))
    def test_any_text(self, text: str) -> None:
        """The same holds of any text that is not taken for a program or an image."""
        try:
            extraction, reading = read(text)
        except UnsupportedFormatError:
            return
        assert letters_of_reading(reading) == letters(extraction)

    @given(st.lists(st.sampled_from(["- ", "• ", "o ", "1. ", "  ", "a) ", "–", "x"]), max_size=60))
    def test_nesting(self, marks: list[str]) -> None:
        """Lists that nest deeper than the limit lose depth, not words."""
        text = "\n".join(" " * (3 * depth) + mark + f"ord{depth}" for depth, mark in enumerate(marks))
        extraction, reading = read(text, Limits(nesting=3))
        assert letters_of_reading(reading) == letters(extraction)


class TestTotal:
    @given(st.binary(max_size=400))
    def test_any_bytes(self, data: bytes) -> None:
        """Any bytes give a reading or one of our errors, never another exception."""
        try:
            extraction = TextReader().read(data, DEFAULT_LIMITS)
        except MinutesError:
            return
        interpret(extraction)

    @given(minutes)
    def test_same_value(self, text: str) -> None:
        """The same bytes give the same reading."""
        assert read(text) == read(text)
