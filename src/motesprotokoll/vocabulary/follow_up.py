"""Words by which later minutes say what became of an action.

Source: action lists of Swedish minutes in the wild (columns "Status": klar, pågår, kvarstår) and the phrases
of follow-up items ("Uppföljning av beslut").
"""

_DONE = """
    klar klart klara klarmarkerad klarmarkerat avklarad avklarat avklarade avslutad avslutat avslutade
    genomförd genomfört genomförda slutförd slutfört slutförda färdig färdigt färdiga utförd utfört utförda
    verkställd verkställt verkställda åtgärdad åtgärdat åtgärdade avskriven avskrivet avskrivna
"""
_REMAINS = """
    kvarstår kvar pågår pågående fortsätter fortsatt öppen öppet öppna försenad försenat försenade inte ej
    ännu påbörjad påbörjat återstår skjuts skjutits bordläggs bordlagt delvis senare bevakas
"""

DONE_WORDS = frozenset(_DONE.split())
"""What is said of an action that is done with."""

REMAINS_WORDS = frozenset(_REMAINS.split())
"""What is said of an action that is not: one of these, and the sentence does not close it."""
