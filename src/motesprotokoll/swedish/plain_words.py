"""Stiff words of authorities, and what people say instead.

Source: *Svarta listan: ord och fraser som kan ersättas i författningsspråk* (Statsrådsberedningen,
PM 2011:1), *Myndigheternas skrivregler* (Språkrådet, 8th ed. 2014, section 1.4) and the writing guide of
Malmö stad. Left out are words that are terms of a meeting or of law ("bordlägga", "hemställa", "tillika",
"delge"), those of which everybody knows what they mean ("angående", "säkerställa"), and those that are
ordinary words as well ("jämlikt": according to, but more often equally).
"""

import re

import attrs


@attrs.frozen
class Plain:
    """What to say instead of a stiff word."""

    row: int
    """The row of the table: the forms of one word have the same."""
    words: str
    is_safe: bool = False
    """Whether it may stand there without a second thought: the same order of words, the same meaning."""


_SAFE = """
    skall: ska | huruvida: om | erfordras erfordrades: krävs krävdes | emedan: eftersom
    enär: eftersom | eljest: annars | städse: alltid | medelst: med | därest: om
    ånyo: på nytt | framdeles: senare | måhända: kanske | understundom: ibland | därstädes: där
    nyttja nyttjar nyttjade nyttjat nyttjas nyttjades: använda använder använde använt används användes
    taga tager: ta tar | giver: ger | bliva bliver: bli blir | vidtaga vidtager: vidta vidtar
    medgiva medgiver: medge medger | avgiva avgiver: avge avger | delgiva delgiver: delge delger
    bibehålla bibehåller bibehöll bibehållit: behålla behåller behöll behållit
    uppbära uppbär uppbar uppburit: få får fick fått
"""
"""Words that others can replace as they stand."""

_WORDS = """
    icke: inte | avseende: om | beträffande: om, när det gäller | rörande: om | vidkommande: (för …) del
    härvid: då | därvid: då | härvidlag: i det här | därvidlag: i det | härutöver: dessutom
    därutöver: dessutom | därjämte: dessutom | härigenom: genom detta | därom: om det
    härtill: till detta | likaledes: också | jämväl: också | ävenledes: också
    ävensom: och även | varibland: bland annat | varom: som … om | däri: i det | häri: i detta
    därur: ur det | sålunda: så, alltså | likväl: ändå | oaktat: trots | ehuru: fastän | såframt: om
    envar: alla, var och en | vederbörande: den som det gäller | ifrågavarande: den som det gäller
    vederbörlig vederbörligt vederbörliga: rätt rätt rätta | dylik dylika: sådan sådana
    erforderlig erforderligt erforderliga: nödvändig nödvändigt nödvändiga
    belägen beläget belägna: som ligger = som ligger = som ligger
    erhålla erhåller erhöll erhållit: få får fick fått
    tillse tillser tillsåg tillsett: se till = ser till = såg till = sett till
    ombesörja ombesörjer ombesörjde ombesörjt: ordna ordnar ordnade ordnat
    föreligga föreligger förelåg förelegat: finnas finns fanns funnits
    föranleda föranleder föranledde föranlett: leda till = leder till = ledde till = lett till
    föranstalta föranstaltar föranstaltade föranstaltat: ordna ordnar ordnade ordnat
    handha handhar handhade handhaft: sköta sköter skötte skött
    innehava innehar innehade innehaft: ha har hade haft
    utröna utröner utrönte utrönt: ta reda på = tar reda på = tog reda på = tagit reda på
    inbegripa inbegriper inbegrep inbegripit: omfatta omfattar omfattade omfattat
    ianspråkta ianspråktar ianspråktog ianspråktagit: använda använder använde använt
    iordningställa iordningställer iordningställde: ställa i ordning = ställer i ordning = ställde i ordning
    efterkomma efterkommer efterkom efterkommit: följa följer följde följt
    erlägga erlägger erlade erlagt: betala betalar betalade betalat
    nedbringa nedbringar nedbringade nedbringat: minska minskar minskade minskat
    underlåta underlåter underlät underlåtit: låta bli = låter bli = lät bli = låtit bli
    anmoda anmodar anmodade anmodat: uppmana uppmanar uppmanade uppmanat
    erinra erinrar erinrade erinrat: påminna påminner påminde påmint
    tillställa tillställer tillställde tillställt: skicka till = skickar till = skickade till = skickat till
    tillsända tillsänder tillsände tillsänt: skicka till = skickar till = skickade till = skickat till
    åtnjuta åtnjuter åtnjöt åtnjutit: ha har hade haft
    åligga åligger ålåg: vara skyldig = ska = skulle
    åvila åvilar åvilade: vara någons sak = är någons sak = var någons sak
    förete företer företedde företett: visa visar visade visat
    förflyta förflyter förflöt förflutit: gå går gick gått
    utfå utfår utfick utfått: få får fick fått
    mottaga mottager: ta emot = tar emot
    ikraftträda ikraftträder: börja gälla = börjar gälla
    tillkännage tillkännager tillkännagav: meddela meddelar meddelade
"""
"""Words for which the sentence may have to be written anew."""

_PHRASES = """
    i syfte att: för att | i avsikt att: för att | i enlighet med: enligt | såvitt avser: när det gäller
    innan utgången av: före slutet av | före utgången av: före slutet av
    i anledning av: på grund av | i förekommande fall: när det är aktuellt | för det fall att: om
    i händelse av: vid | med avseende på: när det gäller | vad avser: när det gäller
    på grund av det faktum att: eftersom | göra gällande: hävda | gör gällande: hävdar
    inkomma med: lämna in | inkommer med: lämnar in | inkom med: lämnade in | inkommit med: lämnat in
    bereda tillfälle: ge möjlighet | bereds tillfälle: får möjlighet | beredas tillfälle: få möjlighet
"""

_RESPECTS = "detta det alla vissa varje många flera något inget annat samma utan med sådant fästa fäster"
_OBJECTIONS = "något att, någonting att, inget att, ingenting att, intet att"
NOT_AFTER = {
    "erinra": frozenset(_OBJECTIONS.split(", ")),
    "avseende": frozenset(_RESPECTS.split()),
    "skall": frozenset({"ett", "högt"}),
    "rörande": frozenset({"en", "ett", "den", "det", "så", "mycket", "är", "var", "blev"}),
}
"""Words after which these are other words: "i detta avseende" (respect), "en rörande film" (touching), "ett
skall" (a bark); "inget att erinra" (no objection). One word or two."""


def _entries(table: str) -> list[tuple[str, str]]:
    rows = (row for line in table.split("\n") for row in line.split("|") if row.strip())
    return [(old.strip(), new.strip()) for old, _, new in (row.partition(":") for row in rows)]


def _aligned(forms: list[str], plain: str) -> list[str]:
    """What to say for each of *forms*: as many words or phrases, or one for a single form."""
    if len(forms) == 1:
        return [plain]
    return [one.strip() for one in plain.split("=")] if "=" in plain else plain.split()


def _words() -> dict[str, Plain]:
    rows = [(old, new, True) for old, new in _entries(_SAFE)] + [(*row, False) for row in _entries(_WORDS)]
    return {
        form: Plain(number, plain, is_safe)
        for number, (old, new, is_safe) in enumerate(rows)
        for form, plain in zip(old.split(), _aligned(old.split(), new), strict=True)
    }


PLAIN_WORDS = _words()
"""By the stiff word, in lower case and in each of its forms."""

PLAIN_PHRASES = tuple((old, re.compile(rf"\b{old}\b", re.IGNORECASE), new) for old, new in _entries(_PHRASES))
"""Stiff phrases in lower case, the pattern that finds each, and what to say instead."""
