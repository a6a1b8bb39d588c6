"""Each rule about the language finds what it is for, corrects only what is safe, and knows near misses."""

import pytest

from motesprotokoll.checks import Subject, check
from motesprotokoll.checks.fixing import fixed
from motesprotokoll.findings import Finding, Severity
from motesprotokoll.model import (
    AgendaItem,
    BulletList,
    Decision,
    Link,
    Meeting,
    Occasion,
    Paragraph,
    Participant,
    Section,
)
from motesprotokoll.swedish.abbreviations import LAST_STOP_LOST, RUN_TOGETHER, in_parts
from motesprotokoll.swedish.plain_words import PLAIN_PHRASES, PLAIN_WORDS
from motesprotokoll.swedish.words import ABBREVIATIONS
from timing import grows_at_most

PLACE = "$.agenda[0].body[0]"


def of(text: str, code: str, **fields: object) -> tuple[Finding, ...]:
    """What the rule *code* tells of a meeting with one paragraph."""
    meeting = Meeting(agenda=[AgendaItem("Punkt", body=[text])], **fields)  # type: ignore[arg-type]
    return check(meeting, select=[code])


def mended(text: str, code: str) -> str:
    """The text with its safe corrections."""
    meeting = Meeting(agenda=[AgendaItem("Punkt", body=[text])])
    found = check(meeting, select=[code])
    assert all(one.where == PLACE and one.excerpt and one.excerpt in text for one in found)
    return fixed(meeting, found).agenda[0].body[0].text  # type: ignore[union-attr]


class TestAbbreviationSlip:
    @pytest.mark.parametrize(
        ("text", "right"),
        [
            ("Vi tog upp tex hyran.", "Vi tog upp t.ex. hyran."),
            ("Bänkar, bord mm", "Bänkar, bord m.m."),
            ("Bänkar och bord, mm", "Bänkar och bord, m.m."),
            ("Bänkar, bord mm.", "Bänkar, bord m.m."),
            ("Det beror bla på hyran, pga avtalet.", "Det beror bl.a. på hyran, p.g.a. avtalet."),
            ("Gäller from 1 mars tom den 5 maj.", "Gäller fr.o.m. 1 mars t.o.m. den 5 maj."),
            ("Hyra, el osv", "Hyra, el osv."),
            ("Se (t.ex hyran) och bl.a elen.", "Se (t.ex. hyran) och bl.a. elen."),
            ("t.ex. el, t.ex vatten", "t.ex. el, t.ex. vatten"),
            ("Texten, tex bilden, tex ljudet", "Texten, t.ex. bilden, t.ex. ljudet"),
        ],
    )
    def test_writes_the_stops(self, text: str, right: str) -> None:
        """Where the words say that it is an abbreviation, and at the right place of several."""
        assert mended(text, "MP701") == right

    @pytest.mark.parametrize(
        "text",
        [
            "Skruven är 3 mm lång och 12mm bred.",
            "Lådan är tom. Tom kom från Lerum, from som få.",
            "Avtalet gäller from och med 1 mars.",
            "Lokalen står tom 2027 och var tom 3 mars.",
            "Alla mått är i mm. Det kom många mm regn.",
            "Bredd, mm",
            "Bredd (mm)",
            "mm",
            "Se rapport.tex och mm-papper, bla bla.",
            "Skriv till tex@exempel.se, se exempel.se för mer.",
            "t.ex. hyran, bl.a. elen, m.m. och osv.",
            "Vatten etc.",
            "Tex Willer var där.",
        ],
    )
    def test_leaves_other_words_alone(self, text: str) -> None:
        """Millimetres, empty boxes, names, files, and what is right already."""
        assert of(text, "MP701") == ()

    def test_is_a_note_at_its_place(self) -> None:
        """Nothing is wrong with the decision."""
        (finding,) = check(
            Meeting(agenda=[AgendaItem(body=[Decision(clauses=["att köpa", "att tex hyra"])])])
        )
        assert str(finding) == (
            "$.agenda[0].body[0].clauses[1]: note [MP701] Skriv ”t.ex.” i stället för ”tex”."
        )
        assert finding.message_in("en") == "Write “t.ex.” instead of “tex”."

    def test_looks_at_titles(self) -> None:
        """A slip there is the first that everybody sees."""
        (finding,) = check(Meeting(title="Lokaler mm", agenda=["Hyran"]), select=["MP7"])
        assert (finding.where, finding.excerpt, finding.instead) == ("$.title", "mm", "m.m.")

    def test_is_silent_in_english(self) -> None:
        """There "from 1 March" is right, whether the language is told or seen."""
        assert of("Valid from 1 March.", "MP701", language="en") == ()
        assert of("The rent of the house and the car is due from 1 March.", "MP701") == ()
        assert len(of("Gäller from 1 mars.", "MP701", language="sv-SE")) == 1

    def test_every_form_is_known_to_the_language(self) -> None:
        """What is written with stops ends no sentence."""
        for right in (*RUN_TOGETHER.values(), *LAST_STOP_LOST.values()):
            assert right in ABBREVIATIONS


class TestAbbreviationForm:
    @pytest.mark.parametrize(
        ("text", "right"),
        [
            ("Vi ses kl 9, t ex i huset.", "Vi ses kl. 9, t.ex. i huset."),
            ("fr. o. m. maj, ca. 20 st", "fr.o.m. maj, ca 20 st"),
            ("Rum nr. 3, tel 08-12 34", "Rum nr 3, tel. 08-12 34"),
        ],
    )
    def test_writes_as_the_rules_say(self, text: str, right: str) -> None:
        """Without spaces, with the usual stops."""
        assert mended(text, "MP702") == right

    def test_is_only_used_where_it_is_selected(self) -> None:
        """It is an older custom and no mistake."""
        assert check(Meeting(agenda=["Vi ses kl 9, t ex i huset."])) == ()
        assert of("Vi ses kl. 9, t.ex. i huset, rum nr 3.", "MP702") == ()
        assert of("Klubben tar t-banan. Vi sex kom.", "MP702") == ()

    def test_parts_are_put_together(self) -> None:
        """However many stops there were."""
        assert [in_parts(one) for one in ("p g a", "p. g. a.", "p. g a")] == ["p.g.a."] * 3


class TestPlainWords:
    @pytest.mark.parametrize(
        ("text", "stiff", "plain"),
        [
            ("Kommunen erhåller bidraget.", "erhåller", "får"),
            ("Erforderliga handlingar saknas.", "Erforderliga", "nödvändiga"),
            ("Vi ber dem inkomma med svar.", "inkomma med", "lämna in"),
            ("Frågan avseende hyran är löst.", "avseende", "om"),
            ("Vi passar på att erinra om hyran.", "erinra", "påminna"),
        ],
    )
    def test_says_what_to_write(self, text: str, stiff: str, plain: str) -> None:
        """Without a correction, since the sentence may have to change."""
        (finding,) = of(text, "MP703")
        assert (finding.where, finding.severity, finding.excerpt) == (PLACE, Severity.NOTE, stiff)
        assert finding.instead is None
        assert finding.message == f"”{stiff}” kan bytas mot enklare ord: {plain}."

    def test_corrects_what_fits_as_it_stands(self) -> None:
        """With the capital letter of a sentence, but not within what somebody is quoted with."""
        assert mended("Skall vi fråga huruvida det går?", "MP703") == "Ska vi fråga om det går?"
        assert mended("Vi skall ses. De skall ringa.", "MP703") == "Vi ska ses. De ska ringa."
        (finding,) = of("Hon sade: ”Det skall vi, och det skall ni.”", "MP703")
        assert finding.instead is None

    @pytest.mark.parametrize(
        "text",
        [
            "I detta avseende är allt klart.",
            "En rörande film visades.",
            "Vision har inget att erinra. Ingen har haft något att erinra mot det.",
            "Vi gick igenom skall-kraven.",
            "Herr Skall kom, och Eva Skall gick.",
            "Frågan bordläggs. Nämnden hemställer att ärendet återremitteras.",
            "Föreningens avseenden. De får inkomma medan vi väntar.",
            "Ett jämlikt samhälle. Härom veckan hördes ett skall.",
        ],
    )
    def test_leaves_other_words_alone(self, text: str) -> None:
        """Other meanings, compounds, names and the terms of meetings."""
        assert of(text, "MP703") == ()

    def test_tells_each_word_once(self) -> None:
        """In whatever form it comes again, in the whole document."""
        body = [
            "Vi erhöll svar.",
            "De erhåller bidrag innan utgången av maj.",
            "Före det, innan utgången av april.",
        ]
        meeting = Meeting(agenda=[AgendaItem("Att erhålla stöd", body=body)])
        found = check(meeting, select=["MP703"])
        assert [(one.where, one.excerpt) for one in found] == [
            ("$.agenda[0]", "erhålla"),
            ("$.agenda[0].body[1]", "innan utgången av"),
        ]

    def test_is_silent_in_english(self) -> None:
        """Whatever the words look like."""
        assert of("Det skall vi.", "MP703", language="en") == ()

    def test_the_table_is_large_and_plain(self) -> None:
        """At least sixty words; none is explained by a stiff one."""
        assert len({one.row for one in PLAIN_WORDS.values()}) >= 60
        assert len(PLAIN_PHRASES) >= 15
        for one in PLAIN_WORDS.values():
            assert one.words
            assert not set(one.words.replace(",", " ").split()) & PLAIN_WORDS.keys()


class TestDoubleWord:
    @pytest.mark.parametrize(
        ("text", "right"),
        [
            ("Det är bra att att vi ses.", "Det är bra att vi ses."),
            ("Och och så vidare.", "Och så vidare."),
            ("Vi avstyrker förslaget förslaget.", "Vi avstyrker förslaget."),
            ("Efter mötet mötet åt vi.", "Efter mötet åt vi."),
            ("Vi latt att skratta, att att gråta.", "Vi latt att skratta, att gråta."),
        ],
    )
    def test_takes_one_away(self, text: str, right: str) -> None:
        """Of words that never stand twice, and of nouns."""
        assert mended(text, "MP704") == right
        assert of(text, "MP704")[0].severity is Severity.WARNING

    @pytest.mark.parametrize(
        "text",
        [
            "De medel vi har har ökat. Det är så så.",
            "Vi talade om att. Att det går är klart.",
            "Mycket mycket bra, och så och så.",
            "Nämnden Mötet Mötet skrevs in.",
            "Vi kom, vi såg.",
            "att-att",
        ],
    )
    def test_leaves_proper_pairs_alone(self, text: str) -> None:
        """What grammar allows, names, and pairs that a sign stands between."""
        assert of(text, "MP704") == ()

    def test_is_silent_in_english(self) -> None:
        """ "Ett" and "en" are no words there."""
        assert of("En en.", "MP704", language="en") == ()


class TestLongSentence:
    def test_counts_words(self) -> None:
        """More than forty are told, at the place of the sentence, with its beginning."""
        long = "Vi säger" + " nu" * 39
        (finding,) = of(f"Kort mening. {long}.", "MP705")
        assert finding.message == "Meningen som börjar ”Vi säger nu nu nu nu …” har 41 ord."
        assert finding.excerpt == "Vi säger nu nu nu nu"
        assert finding.severity is Severity.NOTE

    def test_leaves_lists_and_short_sentences_alone(self) -> None:
        """Many short sentences, or one that counts things up, are easy to read."""
        assert of("Det här är en mening. " * 20, "MP705") == ()
        assert of("Vi bjöd in " + "dem från Ale, " * 14 + "och Lerum.", "MP705") == ()
        assert of("nu " * 40, "MP705") == ()


class TestUnfinishedText:
    @pytest.mark.parametrize(
        ("text", "words"),
        [
            ("Det kostar xxx kronor.", "xxx"),
            ("Kostnad: ???", "???"),
            ("TODO: fråga Ida.", "TODO"),
            ("Ansvarig: [fyll i namn]", "[fyll i namn]"),
            ("Val av NN till ordförande.", "NN"),
            ("Lorem ipsum dolor sit.", "Lorem ipsum"),
            ("Klicka eller tryck här för att ange text.", "Klicka eller tryck här för att ange text"),
            ("Se Fel! Hittar inte referenskälla.", "Fel! Hittar inte referenskälla"),
        ],
    )
    def test_finds_what_was_to_be_filled_in(self, text: str, words: str) -> None:
        """Marks of writers, of templates and of Word; nothing says what should stand there."""
        (finding,) = of(text, "MP706")
        assert (finding.where, finding.excerpt, finding.instead) == (PLACE, words, None)
        assert finding.message == f"”{words}” ska fyllas i eller strykas."
        assert finding.severity is Severity.WARNING

    @pytest.mark.parametrize(
        "text",
        [
            "Varför blev det så dyrt??? Ingen vet.",
            "Priset är 400 kronor [exklusive moms], [plats: Ale].",
            "Det var ett fel! Alla klickar här.",
            "Finns Anna här? Lagen kap. XX gäller.",
        ],
    )
    def test_leaves_the_rest_alone(self, text: str) -> None:
        """Wonder, remarks in brackets, and ordinary words."""
        assert of(text, "MP706") == ()

    def test_looks_at_names_and_titles(self) -> None:
        """A person who is not known yet, and a heading."""
        meeting = Meeting(title="Möte xx maj", participants=[Participant("NN"), Participant("Nina Nord")])
        found = check(meeting, select=["MP706"])
        assert [(one.where, one.excerpt) for one in found] == [("$.title", "xx"), ("$.participants[0]", "NN")]


class TestSpacing:
    @pytest.mark.parametrize(
        ("text", "right"),
        [
            ("Biblioteket är klart , sades det .", "Biblioteket är klart, sades det."),
            ("Huset är klart.Nästa år blir svårt.", "Huset är klart. Nästa år blir svårt."),
            ("Bänkar,bord och stolar.", "Bänkar, bord och stolar."),
            ("(klart.Nästa) år", "(klart. Nästa) år"),
            ("Huset , bänken", "Huset, bänken"),
            ("Huset är klart .", "Huset är klart."),
            ("Huset ; bänken", "Huset; bänken"),
            ("Huset är klart !", "Huset är klart!"),
            ("Är huset klart ?", "Är huset klart?"),
            ("Det är klart.Nästa år", "Det är klart. Nästa år"),
            ("Bänkar,bord", "Bänkar, bord"),
        ],
    )
    def test_moves_the_space(self, text: str, right: str) -> None:
        """To where it belongs."""
        assert mended(text, "MP707") == right

    @pytest.mark.parametrize(
        "text",
        [
            "Se www.Exempel.se, Exempel.Se, node.Js och C:\\Mapp\\fil.Txt.",
            "Det kostar 1,5 miljoner, kl. 9.30, och 2 . blev det.",
            "Skriv till ida.Ek@exempel.se eller a.B.",
            "Hej . . . sade hon, och ...",
            "x,y och a,b. Bl.A.",
            "Logga in som Anna.Svensson eller kontakt.Ida@ort.",
            "förslag,2 och .Net",
        ],
    )
    def test_leaves_the_rest_alone(self, text: str) -> None:
        """Addresses, figures, initials and files."""
        assert [one.message for one in of(text, "MP707") if "Hej" not in text] == []


class TestWordsWithASlash:
    def test_finds_them_where_selected(self) -> None:
        """A matter of taste, so nobody is told who did not ask."""
        (finding,) = of("Ida och/eller Bo.", "MP708")
        assert (finding.excerpt, finding.severity) == ("och/eller", Severity.NOTE)
        assert [one.excerpt for one in of("Chefen får välja när han/hon vill.", "MP708")] == ["han/hon"]
        assert check(Meeting(agenda=["Ida och/eller Bo."])) == ()

    @pytest.mark.parametrize("text", ["Läsåret 2027/28", "km/tim, HR/lön", "han eller hon"])
    def test_leaves_others_alone(self, text: str) -> None:
        """Years, units and what is written out."""
        assert of(text, "MP708") == ()


class TestWords:
    def test_words_are_sought_once_for_all(self) -> None:
        """Titles first, then the text, in lower case."""
        subject = Subject(
            Meeting(title="Möte A", agenda=[AgendaItem("B", body=[Section("X", ["Hej 2 du"])])])
        )
        assert subject.words == ("möte", "a", "b", "hej", "du")
        assert subject.is_swedish

    def test_the_text_of_links_counts(self) -> None:
        """People read it."""
        body = Paragraph(("Se ", Link("tex planen", "https://exempel.se/tex")))
        (finding,) = check(Meeting(agenda=[AgendaItem("A", body=[body])]), select=["MP7"])
        assert finding.excerpt == "tex"

    @pytest.mark.parametrize(
        "word", ["tex ", "att att ", "bord , ", "bord,bord", "xxx ", "skall ", "kl 9 ", "m m "]
    )
    def test_long_texts_stay_quick(self, word: str) -> None:
        """The rules are linear in the length of a paragraph, and tell no more than anybody reads."""
        small, large = (
            Meeting(agenda=[AgendaItem("A", body=[BulletList([word * count])])]) for count in (2_000, 16_000)
        )
        assert len(check(large, select=["MP7"])) <= 100
        assert grows_at_most(
            lambda: check(small, select=["MP7"]), lambda: check(large, select=["MP7"]), factor=24
        )


def test_a_place_name_is_no_text() -> None:
    """The rules read sentences and headings, not where people met."""
    assert check(Meeting(occasion=Occasion(place="Rum , 3 tex"), agenda=["A"]), select=["MP7"]) == ()
