"""The words that Swedish minutes are written with: labels, cues and phrases, as data with name and source.

`SWEDISH` is what the library knows. A caller adds the words of an own house without touching any code:

    >>> from motesprotokoll.model import Attendance
    >>> words = SWEDISH.extended(labels=[Label("Bordet runt", Topic.ATTENDANCE, Attendance.PRESENT)])
    >>> words.attendance_of("Bordet runt:")
    <Attendance.PRESENT: 'present'>
"""

from motesprotokoll.model import Kind, PartOfDay
from motesprotokoll.vocabulary.cues import CUES
from motesprotokoll.vocabulary.labels import LABELS
from motesprotokoll.vocabulary.terms import Cue, CueSet, Label, Sign, Topic, Vocabulary, label_key

__all__ = ["SWEDISH", "Cue", "CueSet", "Label", "Sign", "Topic", "Vocabulary", "label_key"]

_KINDS = (
    ("protokoll", Kind.MINUTES),
    ("anteckning", Kind.NOTES),
    ("sammanfattning", Kind.NOTES),
    ("minutes", Kind.MINUTES),
    ("kallelse", Kind.SUMMONS),
    ("dagordning", Kind.AGENDA),
    ("föredragningslista", Kind.AGENDA),
    ("agenda", Kind.AGENDA),
)

_PARTS = (
    ("förmiddagarna", PartOfDay.MORNING),
    ("förmiddagar", PartOfDay.MORNING),
    ("förmiddag", PartOfDay.MORNING),
    ("förmiddagen", PartOfDay.MORNING),
    ("fm", PartOfDay.MORNING),
    ("eftermiddagarna", PartOfDay.AFTERNOON),
    ("eftermiddagar", PartOfDay.AFTERNOON),
    ("eftermiddag", PartOfDay.AFTERNOON),
    ("eftermiddagen", PartOfDay.AFTERNOON),
    ("em", PartOfDay.AFTERNOON),
    ("kvällar", PartOfDay.EVENING),
    ("kvällarna", PartOfDay.EVENING),
    ("kväll", PartOfDay.EVENING),
    ("heldag", PartOfDay.WHOLE_DAY),
    ("heldagar", PartOfDay.WHOLE_DAY),
)

_JOINING = """
    och eller samt i på för med till av om att som den det de en ett från under mellan vid enligt inom mot
    utan över efter inför innan när där hur vad vilka vilken vilket är har ska kan sin sitt sina vår vårt
    våra dess
    """

SWEDISH = Vocabulary(
    labels=LABELS,
    cues=CUES,
    kinds=_KINDS,
    parts_of_day=_PARTS,
    own_words=(
        "vi",
        "mötet",
        "årsmötet",
        "det",
        "alla",
        "deltagarna",
        "de närvarande",
        "ledamöterna",
        "medlemmarna",
        "sammanträdet",
    ),
    bodies=(
        "nätverket",
        "nämnden",
        "styrelsen",
        "fullmäktige",
        "utskottet",
        "rådet",
        "gruppen",
        "kommittén",
        "regeringen",
        "riksdagen",
        "förbundet",
        "förvaltningen",
        "myndigheten",
        "stämman",
        "organet",
        "beredningen",
        "ledningen",
        "fonden",
    ),
    joining=frozenset(_JOINING.split()),
)
"""What the library knows of Swedish minutes."""
