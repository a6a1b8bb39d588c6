"""The labels of Swedish minutes: lines that announce what follows them."""

from motesprotokoll.model import Attendance
from motesprotokoll.vocabulary.terms import Label, Topic


def _labels(
    topic: Topic, words: str, name: str, source: str, attendance: Attendance | None = None
) -> list[Label]:
    return [Label(" ".join(one.split()), topic, attendance, name, source) for one in words.split("·")]


_SEEN = "labels seen in Swedish minutes of municipalities, associations and networks"
_FORM = "forms of municipal minutes"

NEXT_MEETING = """
    nästa möte · nästa träff · nästa nätverksträff · nästa nätverksmöte · nästa sammanträde ·
    nästa styrelsemöte · nästa styrgruppsmöte · nästa projektmöte · nästa byggmöte · nästa arbetsmöte ·
    nästa gruppmöte · nästa referensgruppsmöte · nästa avstämning · nästa retro · nästa gång ·
    nästa tillfälle · nästa samråd · nästa råd · nästa rådsmöte · nästa medlemsmöte · nästa byamöte ·
    kommande möte · nästkommande möte · nytt möte · nytt telefonmöte · nytt datum
    """
"""What the next meeting is called, in labels, titles and sentences."""

LABELS = (
    *_labels(
        Topic.ATTENDANCE,
        """
        Närvarande · Närvarande ledamöter · Närvarande medlemmar · Närvarande deltagare ·
        Närvarande på mötet · Närvarande personer · Närvarolista · Närvaro · Deltagare · Deltagande ·
        Deltog · Mötesdeltagare · Deltagare från medlemskommunerna · Deltagande ledamöter · Ledamöter ·
        Ordinarie ledamöter · Beslutande · Beslutande ledamöter · Ledamöter närvarande ·
        Följande var närvarande · Tjänstgörande ersättare ·
        Beslutande ersättare · Närvarande tjänstgörande ersättare · Present · Deltagare på plats ·
        På plats · På länk · Via länk · Närv · Nv · Med på mötet · Vi var · Vi som var med · Medverkande ·
        Deltagare var · Mötesdeltagare var · Med var · Med på mötet var · Följande deltog · Deltog i mötet ·
        Följande närvarade · Närvarande vid mötet · Närvarande vid sammanträdet · Närvarande via länk ·
        Närvarande på plats · Närvarande digitalt · Deltagarlista · Deltagarförteckning · Attendees ·
        Participants · Tjänstgörande · Tjänstgörande ledamöter · För arbetsgivaren · För arbetstagarna ·
        För arbetstagarorganisationerna · För de fackliga organisationerna · För facket ·
        Arbetsgivarrepresentanter · Arbetsgivarens representanter · Arbetstagarrepresentanter ·
        Arbetstagarnas representanter · Med
        """,
        "present",
        _SEEN,
        Attendance.PRESENT,
    ),
    *_labels(
        Topic.ATTENDANCE,
        """
        Samt · Övriga · Övriga närvarande · Övriga deltagare · Övriga deltagande · Dessutom ·
        Dessutom närvarande · Dessutom deltog · Adjungerad · Adjungerade · Inbjuden · Inbjudna · Gäst ·
        Gäster · Inbjudna gäster · Tjänstemän · Tjänstepersoner · Sekretariat · Sekretariatet ·
        Närvarorätt · Kontaktperson på GR · Ersättare · Suppleanter · Närvarande suppleanter ·
        Närvarande ersättare · Ej tjänstgörande ersättare · Ej beslutande ersättare ·
        Närvarande ej tjänstgörande ersättare · Icke tjänstgörande ersättare · Åhörare · Från kansliet ·
        Kansliet · Valberedning · Valberedningen · Revisorer · Föredragande · Personalföreträdare ·
        Från skolan · Från förvaltningen · Från staben · Från personalen · Vuxen · Vuxna
        """,
        "in attendance",
        _SEEN,
        Attendance.IN_ATTENDANCE,
    ),
    *_labels(
        Topic.ATTENDANCE,
        """
        Förhinder · Anmält förhinder · Anmälda förhinder · Anmält förhinder att delta ·
        Meddelat förhinder · Har anmält förhinder · Förhindrad · Förhindrade · Frånvarande ·
        Frånvarande ledamöter · Frånvaro · Ej närvarande · Ej närvarande ledamöter · Anmäld frånvaro ·
        Övriga kallade · Ej deltagande · Återbud · Lämnat återbud · Anmält frånvaro ·
        Anmälda frånvarande · Inte närvarande · Absent · Sjukanmäld · Anm. förhinder · Inte med · Ej med ·
        Saknades · Avböjde · Tackade nej · Hade förhinder · Förhinder anmält · Anmäldes förhinder ·
        Frånvarande deltagare · Deltog inte · Deltog ej · Icke närvarande · Kunde inte delta · Ej på plats ·
        Apologies
        """,
        "absent",
        _SEEN,
        Attendance.ABSENT,
    ),
    *_labels(
        Topic.ATTENDANCE,
        """
        Kallade · Kallade ledamöter · Inbjudna till mötet · Kallade till mötet · Accepterade inte ·
        Svarade inte
        """,
        "invited",
        _SEEN,
    ),
    *_labels(
        Topic.BODY,
        "Organ · Nämnd · Beslutsinstans · Beslutande organ · Förening · Nätverk · Grupp · Projekt",
        "body",
        _FORM,
    ),
    *_labels(
        Topic.TITLE, "Rubrik · Titel · Title · Ämne · Subject · Fört vid", "title", "heads of files and mail"
    ),
    *_labels(
        Topic.NUMBER,
        "Mötesnummer · Mötesnr · Möte nr · Protokoll nr · Protokollnummer · Nr · Number",
        "number",
        _SEEN,
    ),
    *_labels(Topic.CASE_NUMBER, "Dnr · Diarienummer · Diarienr · Ärendenummer · D nr", "case number", _FORM),
    *_labels(
        Topic.DATE,
        "Datum · Mötesdatum · Sammanträdesdatum · Sammanträdesdag · Dag · Datum för mötet · Date",
        "date",
        _SEEN,
    ),
    *_labels(
        Topic.TIME,
        """
        Tid · Tidpunkt · Mötestid · Dag och tid · Datum och tid · Tid och datum · Datum, tid · Klockan ·
        Datum/tid · Tid/datum · Dag/tid · Datum & tid · Datum + tid ·
        Time
        """,
        "time",
        _SEEN,
    ),
    *_labels(
        Topic.PLACE,
        """
        Plats · Lokal · Lokaler · Mötesplats · Mötesform · Möteslokal · Sammanträdesplats · Place ·
        Location · Var
        """,
        "place",
        _SEEN,
    ),
    *_labels(
        Topic.TIME_AND_PLACE,
        """
        Tid och plats · Plats och tid · Tid och plats för mötet · Tid & plats · Plats & tid · Tid/plats ·
        Möte · Datum och plats · Plats och datum · Tid, plats · När · När och var
        """,
        "time and place",
        _SEEN,
    ),
    *_labels(
        Topic.CHAIR,
        """
        Ordförande · Mötesordförande · Mötesledare · Ordf · Ordförande vid mötet · Vid klubban ·
        Stämmoordförande · Årsmötesordförande
        """,
        "chair",
        _SEEN,
    ),
    *_labels(
        Topic.NOTE_TAKER,
        """
        Antecknat av · Antecknade · Vid anteckningarna · Anteckningar av · Anteckningar förda av ·
        Vid pennan · Vid protokollet · Vid tangenterna · Protokollförare · Protokoll av ·
        Protokoll fört av · Protokollet fördes av · Sekreterare · Mötessekreterare · Nedtecknat av ·
        Skrivet av · Minnesanteckningar förda av · Mötesanteckningar förda av · Mötesanteckningar av ·
        Protokollet fört av · Antecknare · Vid tangentbordet · Sekr · Minnesanteckningar av ·
        Protokollet skrivet av · Författare · Author · Antecknar · Skriver · Antecknat · Nedtecknat ·
        Anteckningarna fördes av · Anteckningarna förda av · Protokollet förs av · Protokollsekreterare ·
        Protokollförare vid mötet · Sekreterare vid mötet · Mötesantecknare · Skribent · Vid datorn
        """,
        "note-taker",
        _SEEN,
    ),
    *_labels(
        Topic.VERIFIER,
        """
        Justeras · Justerat av · Justeras av · Justerare · Justerande · Justeringsperson ·
        Justeringspersoner · Justeringsman · Justeringsmän · Utses att justera · Att justera ·
        Protokolljusterare · Protokollet justeras av · Just · Justerande ledamot · Protokollsjusterare ·
        Justerad av · Justerades av · Protokolljusterande
        """,
        "verifier",
        _SEEN,
    ),
    *_labels(
        Topic.FINISHED,
        """
        Justerat · Justerad · Justeringsdatum · Justerat den · Justeringens datum · Färdigställt ·
        Underskrifter · Underskrift
        """,
        "finished",
        _SEEN,
    ),
    *_labels(
        Topic.NEXT_MEETING,
        f"""
        {NEXT_MEETING} ·
        Nästa · Nästa mötestid · Datum för nästa möte · Tid för nästa möte ·
        Tid och plats för nästa möte · Nästa möte äger rum · Nästa möte är · Nästa möte blir
        """,
        "next meeting",
        _SEEN,
    ),
    *_labels(
        Topic.SCHEDULE,
        """
        Mötestider · Kommande möten · Kommande mötestider · Mötesdagar · Sammanträdestider ·
        Sammanträdesplan · Sammanträdesdagar · Mötesplan · Kommande träffar · Nästa möten ·
        Inplanerade möten · Mötesdatum framåt · Kommande mötesdatum
        """,
        "schedule",
        _SEEN,
    ),
    *_labels(
        Topic.PLAN,
        """
        Dagordning · Agenda · Föredragningslista · Ärendelista · Förslag till dagordning · Innehåll ·
        Innehållsförteckning · Punkter · Ärenden · Program
        """,
        "planned agenda",
        _SEEN,
    ),
    *_labels(
        Topic.DECISION,
        "Beslut · Beslutar · Beslöt · Beslutade · Mötet beslutar · Mötet beslutade",
        "decision",
        _SEEN,
    ),
    *_labels(
        Topic.ACTIONS,
        """
        Att göra · Actionpoints · Action points · Åtgärder · Åtgärd · Att-göra ·
        Att göra till nästa möte · Uppgift · Uppgifter · Åtaganden · Uppdrag · Todo · To do ·
        Att-göra-lista · Action · Actions · AP · Åtgärdslista · Nästa steg · Att åtgärda · Aktiviteter ·
        Aktivitetslista · Uppföljningsuppgifter · Uppföljningspunkter · Uppföljningslista · Åtgärdspunkter ·
        Action items · Todos · To-do · Uppgiftslista · Uppdragslista · Att-göra-punkter · Att fixa ·
        Vem gör vad · Åtgärder till nästa möte · Uppdrag till nästa möte
        """,
        "actions",
        _SEEN,
    ),
    *_labels(
        Topic.SECTION,
        """
        Bakgrund · Ärendet · Ärendebeskrivning · Sammanfattning · Beslutsunderlag · Underlag · Handlingar ·
        Förslag · Förslag till beslut · Yrkande · Yrkanden · Proposition · Propositionsordning ·
        Beslutsgång · Omröstning · Votering · Reservation · Reservationer · Protokollsanteckning ·
        Särskilt yttrande · Sammanfattning av ärendet · Beskrivning av ärendet · Förvaltningens förslag ·
        Förslag på sammanträdet · Beslutet skickas till · Protokollsutdrag · Barnkonsekvenser ·
        Ekonomiska konsekvenser · Dagens sammanträde · Expedieras till · Skickas till · Exp ·
        Yrkanden på sammanträdet · Yttranden på sammanträdet · Ärendet i korthet · Ärendets beredning ·
        Tidigare beslut i ärendet · Beslutsmotivering · Beslutsformulering · Deltar inte i beslutet ·
        Förvaltningens förslag till beslut · Beslutet expedieras till · Kopia till · Sändlista ·
        Protokollsanteckningar · Särskilda yttranden · Omröstningsresultat · Voteringsresultat ·
        Diskussion · Kommentar · Ajournering · Jäv · Motivering ·
        Anslag/bevis · Anslag · Bevis · Bevis om anslag · Anslagsbevis · Utdragsbestyrkande
        """,
        "section",
        _FORM,
    ),
    *_labels(Topic.ATTACHMENTS, "Bilaga · Bilagor · Bifogade filer · Bifogas", "attachments", _SEEN),
)
"""Every label that the library knows."""
