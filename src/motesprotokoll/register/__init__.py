"""Many meetings: what was decided, who promised what, what is still open, and who comes.

    register = Register.from_files(Path("arkiv").glob("*.pdf"))
    register.decisions                                  # a table: rows with named columns
    register.where(words="kompetensförsörjning").decisions.to_csv(excel=True)
    register.open_actions

A register holds rows, not documents, so thousands of minutes are small. It changes no document.
"""

from motesprotokoll.register.columns import COLUMNS, COMPUTED
from motesprotokoll.register.entries import HITS
from motesprotokoll.register.folders import documents_in
from motesprotokoll.register.followup import Followup, Settled, Verdict
from motesprotokoll.register.pictures import Picture, activity_picture, attendance_picture
from motesprotokoll.register.records import Record, meeting_id, read_many, record_of
from motesprotokoll.register.register import Register
from motesprotokoll.register.search import Followed, Index

__all__ = [
    "COLUMNS",
    "COMPUTED",
    "HITS",
    "Followed",
    "Followup",
    "Index",
    "Picture",
    "Record",
    "Register",
    "Settled",
    "Verdict",
    "activity_picture",
    "attendance_picture",
    "documents_in",
    "meeting_id",
    "read_many",
    "record_of",
]
