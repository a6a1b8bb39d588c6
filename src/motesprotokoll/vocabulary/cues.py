"""The cues of Swedish minutes: phrases in running text that are a sign of something."""

from motesprotokoll.model import Outcome
from motesprotokoll.vocabulary.labels import NEXT_MEETING
from motesprotokoll.vocabulary.terms import Cue, Sign, Topic


def _cues(
    sign: Sign, phrases: str, name: str, outcome: Outcome | None = None, topic: Topic | None = None
) -> list[Cue]:
    return [Cue(" ".join(one.split()), sign, outcome, topic, name, _SOURCE) for one in phrases.split("·")]


_SOURCE = "phrases seen in Swedish minutes of municipalities, associations and networks"

_DECIDES = """
        beslutar · beslutade · beslöt · besluter · beslutar om · spikar · spikade · enas om · enades om ·
        är eniga om · är enig om · var eniga om · kom överens om · kommer överens om · är överens om ·
        ställer sig bakom · ställde sig bakom · godkänner · godkände · fastställer · fastställde ·
        fastslår · fastslog · antar · antog · bifaller · biföll · avslår · avslog · bordlägger ·
        bordlade · återremitterar · återremitterade · utser · utsåg · väljer · valde · tillstyrker ·
        tillstyrkte · rekommenderar · rekommenderade · avstår från · går inte vidare med ·
        lägger till handlingarna · skjuter upp · beviljar · beviljade · bestämmer att · bestämde att ·
        bestämmer · bestämde · kom fram till att · landade i att · landar i att ·
        kommer fram till att · var överens om · är ense om ·
        var ense om · var enig om · fattar beslut om · fattade beslut om · fattar beslut att ·
        fattade beslut att · klubbar · klubbade
        """
_DECIDED = """
        beslutades · beslutas att · beslut fattas · beslut fattades · fattas beslut · fattades beslut ·
        godkänns · godkändes · godkännes · fastställs · fastställdes · fastställes · antas · antogs ·
        bifalls · bifölls · bifalles · avslås · avslogs · bordläggs · bordlades · bordlägges ·
        återremitteras · återremitterades · utses · utsågs · väljs · valdes · omvaldes · nyvaldes ·
        läggs till handlingarna · lagt till handlingarna · lades till handlingarna ·
        lägges till handlingarna · enligt förslag ·
        skjuts upp · sköts upp · utgår från dagordningen · ärendet utgår · punkten utgår ·
        frågan utgår · tillstyrks · tillstyrktes · beslöts ·
        bestämdes att · klubbades · skjuts till nästa möte · sköts till nästa möte · hänskjuts till ·
        hänsköts till · flyttas till nästa möte · flyttades till nästa möte · beviljas · beviljades ·
        lades med godkännande till handlingarna
        """

_BEFORE = ("till", "inför", "innan", "före")
_MEETINGS = "nästa möte · nästa träff · nästa sammanträde · nästa nätverksträff · mötet"
_TIMES = "sommaren · midsommar · semestern · jul · påsk · årsskiftet · hösten · våren"
_UNTIL = " · ".join(
    [
        *(f"{word} {one}" for word in (*_BEFORE, "vid") for one in _MEETINGS.split(" · ")),
        *(f"{word} {one}" for word in _BEFORE for one in _TIMES.split(" · ")),
        *("snarast", "på nästa möte", "på nästa träff"),
    ]
)

CUES = (
    *_cues(Sign.DECIDES, _DECIDES, "active"),
    *_cues(Sign.DECIDED, _DECIDED, "passive"),
    *_cues(Sign.OUTCOME, "återremitter* · återremiss", "referred back", Outcome.REFERRED_BACK),
    *_cues(
        Sign.OUTCOME,
        """
        bordlägg* · bordlade* · bordlagt · skjuts upp · sköts upp · skjuter upp · skjuta upp ·
        skjuts till nästa möte · sköts till nästa möte · hänskjuts till · hänsköts till ·
        flyttas till nästa möte · flyttades till nästa möte
        """,
        "tabled",
        Outcome.TABLED,
    ),
    *_cues(
        Sign.OUTCOME,
        """
        utgår från dagordningen · ärendet utgår · punkten utgår · frågan utgår · utgår ur dagordningen ·
        dras tillbaka · drogs tillbaka
        """,
        "withdrawn",
        Outcome.WITHDRAWN,
    ),
    *_cues(
        Sign.OUTCOME,
        "till handlingarna · notera informationen · noterar informationen · informationen noteras",
        "noted",
        Outcome.NOTED,
    ),
    *_cues(
        Sign.OUTCOME,
        """
        att inte · avslå · avslår · avslås · avslog · avslogs · avslag · avslaget · avstå från ·
        avstår från · avstod från · går inte vidare · inte gå vidare · beslutar inte · beslutade inte ·
        godkänns inte · godkändes inte · bifalls inte
        """,
        "declined",
        Outcome.DECLINED,
    ),
    *_cues(
        Sign.OUTCOME,
        """
        beslut* · beslöt · beslöts · spikar · spikade · enas om · enades om · eniga om · enig om ·
        överens om ·
        ställer sig bakom · ställde sig bakom · godkän* · fastställ* · fastslår · fastslog · antar ·
        antog · antogs · antas · anta · bifall* · biföll* · utse · utser · utses · utsåg · utsågs ·
        välja · väljer · väljs · valde · valdes · omvaldes · nyvaldes · tillstyrk* · rekommender* ·
        enligt förslag · enligt förslaget · bifölls · bevilja* · bestäm*
        """,
        "adopted",
        Outcome.ADOPTED,
    ),
    *_cues(
        Sign.NOT_OWN,
        """
        har beslutat · har fattat · hade beslutat · hade fattat · har tagit beslut · beslut är taget ·
        beslut är även taget · är även taget · är beslutat · föreslår · föreslog · föreslås · föreslogs ·
        förslag till beslut · inför beslut · ska besluta · skall besluta · kan besluta · bör besluta ·
        kommer att besluta · kommer besluta · ska beslutas · ska fatta · väntas besluta · beslut tas ·
        beslutas på nästa · beslutas senare · om nätverket beslutar · tidigare beslutat ·
        tidigare beslutades · har bestämt · har beviljat · har godkänt · har antagit ·
        har fastställt · förutsatt att · beslutade i fjol · beslutade förra året · beslutade i våras ·
        beslutade i höstas · beslutades i fjol · beslutades förra året ·
        beslutade vid förra mötet · beslutade på förra mötet · beslutade vid föregående möte ·
        beslutades vid förra mötet · beslutades på förra mötet · beslutades vid föregående möte ·
        vid förra mötet beslutade · på förra mötet beslutade · vid föregående möte beslutade ·
        vid förra mötet beslutades · på förra mötet beslutades · vid föregående möte beslutades
        """,
        "not this meeting's",
    ),
    *_cues(
        Sign.ACTS,
        """
        återkommer · återkopplar till · erbjuder sig · erbjöd sig · har erbjudit sig ·
        har också erbjudit sig · har även erbjudit sig · bjuder in · ansvarar för · tar på sig ·
        åtar sig · åtog sig · har åtagit sig · tar fram · tar kontakt · tar reda på · tar med sig ·
        tar upp frågan i · tar upp frågan med · tar upp frågan på · tar upp saken · tar upp detta ·
        tar upp det ·
        kontaktar · kollar · kollar upp · undersöker · förbereder · sammanställer · skickar · skickar ut ·
        mejlar · mailar · upprättar · bevakar · stämmer av med · lägger upp · fixar · bokar · ringer ·
        ordnar · uppdaterar · ser till att · hör av sig · publicerar · beställer · ombesörjer · håller i ·
        följer upp · köper · köper in · tar hand om · betalar · sätter upp · ser över · kallar till ·
        skriver · tar med · rensar · frågar · pratar med · tar in ·
        begär in · felanmäler · målar · lagar · byter · monterar · installerar · städar · hämtar ·
        hämtar in · inhämtar · hyr · lånar · klipper · plockar · bygger · ritar · skissar · formulerar ·
        reviderar · redigerar · översätter · korrekturläser · läser korrektur · läser igenom · granskar ·
        kontrollerar · dubbelkollar · stämmer av · delar ut · renskriver · skriver ut · lägger ut ·
        lägger in · fyller i · skapar · gör en · gör ett · gör klart · gör klar · tar bort ·
        tar tag i · tar över · tar ett snack · tar en kontakt · tar frågan vidare · tar saken vidare ·
        lyfter frågan med · lyfter frågan till · driver vidare · jobbar vidare med · arbetar vidare med ·
        arbetar fram · startar upp · drar ihop · samlar in · sammankallar · bokar in · hör med · hör efter ·
        kollar med · talar med · snackar med · söker fler · söker bidrag · söker medel · söker pengar ·
        söker tillstånd · räknar på · räknar fram · fakturerar · inhandlar · vidarebefordrar ·
        distribuerar · sprider · annonserar · affischerar · trycker · kopierar · laminerar · sätter ihop ·
        ställer samman · sammanfattar · dokumenterar · bakar · planerar · organiserar · samordnar ·
        koordinerar · håller koll på · tar ansvar för · är ansvarig för · är sammankallande för ·
        svarar för · står för · utreder · kartlägger · inventerar · kompletterar · rättar · lägger till ·
        laddar upp · skjutsar · kör dit · kör hem · hämtar upp · forslar bort ·
        återkopplar vid · återkopplar på · återkopplar i · återkopplar när · återkopplar senast
        """,
        "takes on",
    ),
    *_cues(
        Sign.ASSIGNED,
        """
        får i uppdrag · fick i uppdrag · ges i uppdrag · gavs i uppdrag · får uppdraget att · ombeds ·
        ombads · uppdras åt · uppdrogs åt · uppdrar åt · uppdrog åt · ska återkomma · ska ta fram ·
        ska undersöka · ska kontakta · ska sammanställa · ska skicka · ska kolla · ska mejla · ska maila ·
        ska ringa · ska skriva · ska boka · ska fixa · ska ordna · ska höra · ska prata med ·
        ska uppdatera · ska se över · ska se till att · ska följa upp · ska ta kontakt · ska lägga upp ·
        ska bjuda in · ska förbereda · ska beställa · ska köpa · ska fråga · ska ta in · ska komma med ·
        ska göra en · ska göra ett · lovar att · lovade att · får till uppgift att · ber · bad
        """,
        "assigned",
    ),
    *_cues(Sign.NEXT, NEXT_MEETING, "next meeting in a sentence"),
    *_cues(
        Sign.NEXT,
        """
        nästa *möte · nästa *träff · nästa *sammanträde · nästa *samling · nästa *avstämning ·
        vi ses igen · vi ses nästa gång · vi träffas igen · vi möts igen · nästa *råd · nästa *kommitté ·
        nästa *stämma · nästa *samverkan · nästa apt · nästa tid
        """,
        "next meeting of a body",
    ),
    *_cues(Sign.ATTACHED, "bifog* · bilag*", "attached"),
    *_cues(Sign.DEADLINE, _UNTIL, "until when"),
    *_cues(
        Sign.TELLS,
        """
        informerar · informerade · berättar · berättade · presenterar · presenterade · redovisar ·
        redovisade · föredrar · föredrog · redogör · redogjorde · medverkar · medverkade · rapporterar ·
        rapporterade · återkopplar · återkopplade · inledde · inleder · visar · visade
        """,
        "tells those who meet",
    ),
    *_cues(
        Sign.ELECTS,
        "valdes · väljs · väljes · utsågs · utses · utser · utsåg · väljer · valde · tjänstgör · fungerar",
        "is chosen",
    ),
    *_cues(
        Sign.FINITE,
        """
        är · var · har · hade · ska · skall · skulle · kan · kunde · kommer · vill · bör · får · fick ·
        tar · tog · gör · gjorde · ger · gav · går · gick · finns · fanns · blir · blev · måste ·
        berättar · berättade · informerar · informerade · deltog · redovisar · redovisade · presenterar ·
        presenterade · hälsar · hälsade · påminner · påminde · lyfter · lyfte · diskuterar · diskuterade ·
        diskuterades · återkopplar · återkopplade · önskar · önskade · konstaterar · konstaterade ·
        konstaterades · beslutar · beslutade · beslutades · föreslår · föreslog · föreslås · öppnar ·
        öppnade · öppnades · avslutar · avslutade · avslutades · tackar · tackade · godkänns · godkändes ·
        valdes · utsågs · medverkar · medverkade · innebär · innebar · återkommer · visar · visade · ser ·
        gick · menar · menade · undrar · undrade · rapporterar · rapporterade · förklarar · förklarade ·
        framför · framförde · inleder · inledde · genomförs · genomfördes · pågår · fungerar · behöver ·
        behövs · saknas · handlar · efterfrågas · bjuder · stämmer
        """,
        "common verbs",
    ),
    *_cues(
        Sign.OFFICE,
        """
        protokoll · protokollförare · sekreterare · mötessekreterare · sekr · antecknar · antecknare ·
        antecknade · anteckningar · vid pennan · mötessekr · vid protokollet · vid tangenterna ·
        vid anteckningarna · för anteckningar · för protokoll · för protokollet · skriver protokoll ·
        protokollsekreterare · nämndsekreterare · kommunsekreterare
        """,
        "note-taker",
        topic=Topic.NOTE_TAKER,
    ),
    *_cues(
        Sign.OFFICE,
        "ordförande · ordf · mötesordförande · mötesordf · mötesledare · stämmoordförande",
        "chair",
        topic=Topic.CHAIR,
    ),
    *_cues(Sign.OFFICE, "justerare · justeringsperson · justerar", "verifier", topic=Topic.VERIFIER),
)
"""Every cue that the library knows."""
