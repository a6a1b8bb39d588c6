"""The words that Swedish minutes are written with: labels, cues and phrases, as data with name and source.

`SWEDISH` is what the library knows. A caller adds the words of an own house without touching any code:

    >>> from motesprotokoll.model import Attendance
    >>> words = SWEDISH.extended(labels=[Label("Bordet runt", Topic.ATTENDANCE, Attendance.PRESENT)])
    >>> words.attendance_of("Bordet runt:")
    <Attendance.PRESENT: 'present'>
"""

from motesprotokoll.vocabulary.lookup import Vocabulary
from motesprotokoll.vocabulary.terms import Cue, CueSet, Label, Sign, Topic, label_key
from motesprotokoll.vocabulary.words import SWEDISH

__all__ = ["SWEDISH", "Cue", "CueSet", "Label", "Sign", "Topic", "Vocabulary", "label_key"]
