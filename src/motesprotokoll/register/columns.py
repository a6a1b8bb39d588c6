"""The tables of a register and their columns. The names are promises; the labels are for people."""

from collections.abc import Mapping

from motesprotokoll.tables import Column

_ID = Column("id", "Id")
_MEETING = Column("meeting", "Mötets id")
_DATE = Column("date", "Datum", "date")
_BODY = Column("body", "Organ")
_ITEM = Column("item", "Punkt")
_HEADINGS = Column("headings", "Rubriker", "texts")
_FILE = Column("file", "Fil")
_PLACE = Column("place", "Plats i mötet")
_BASIS = Column("basis", "Grund")

COLUMNS: Mapping[str, tuple[Column, ...]] = {
    "documents": (
        _FILE,
        _MEETING,
        Column("digest", "Kontrollsumma"),
        Column("error", "Fel"),
        Column("error_code", "Felkod"),
    ),
    "meetings": (
        _ID,
        _DATE,
        _BODY,
        Column("title", "Titel"),
        Column("kind", "Slag"),
        Column("number", "Nummer"),
        Column("venue", "Plats"),
        Column("status", "Status"),
        Column("present", "Närvarande", "number"),
        Column("in_attendance", "Övriga närvarande", "number"),
        Column("absent", "Frånvarande", "number"),
        Column("decisions", "Beslut", "number"),
        Column("actions", "Åtgärder", "number"),
        Column("next_date", "Nästa möte", "date"),
        _FILE,
    ),
    "items": (
        _ID,
        _MEETING,
        _DATE,
        _BODY,
        Column("number", "Nummer"),
        Column("title", "Rubrik"),
        _HEADINGS,
        Column("text", "Text"),
        _PLACE,
        _FILE,
    ),
    "decisions": (
        _ID,
        _MEETING,
        _DATE,
        _BODY,
        _ITEM,
        _HEADINGS,
        Column("text", "Beslut"),
        Column("outcome", "Utfall"),
        Column("decided_by", "Beslutat av"),
        _BASIS,
        _PLACE,
        _FILE,
    ),
    "actions": (
        _ID,
        _MEETING,
        _DATE,
        _BODY,
        _ITEM,
        _HEADINGS,
        Column("text", "Vad"),
        Column("owners", "Ansvariga", "texts"),
        Column("due", "Senast", "date"),
        Column("due_words", "Senast, i ord"),
        Column("done", "Klart", "truth"),
        _BASIS,
        _PLACE,
        _FILE,
    ),
    "attendance": (
        _ID,
        _MEETING,
        _DATE,
        _BODY,
        Column("name", "Namn"),
        Column("role", "Roll"),
        Column("unit", "Enhet"),
        Column("organisation", "Organisation"),
        Column("attendance", "Närvaro"),
        Column("group", "Grupp"),
        Column("note", "Anmärkning"),
        _FILE,
    ),
    "schedule": (
        _ID,
        _MEETING,
        _BODY,
        Column("date", "Datum", "date"),
        Column("until", "Till och med", "date"),
        Column("date_words", "Datum, i ord"),
        Column("starts", "Börjar"),
        Column("ends", "Slutar"),
        Column("part_of_day", "Del av dag"),
        Column("venue", "Plats"),
        Column("label", "Benämning"),
        Column("tentative", "Preliminärt", "truth"),
        Column("cancelled", "Inställt", "truth"),
        Column("source", "Källa"),
        _FILE,
    ),
    "attachments": (
        _ID,
        _MEETING,
        _DATE,
        _BODY,
        _ITEM,
        Column("title", "Bilaga"),
        Column("kind", "Slag"),
        Column("url", "Adress"),
        Column("supplied", "Bifogad", "truth"),
        _FILE,
    ),
    "findings": (
        _FILE,
        _MEETING,
        Column("code", "Kod"),
        Column("severity", "Allvar"),
        Column("message", "Meddelande"),
        Column("where", "Var"),
    ),
}
"""Each table's columns as one document gives them. A table's name is an attribute of `Register`."""

PLACES: Mapping[str, Mapping[str, int]] = {
    table: {column.name: place for place, column in enumerate(columns)} for table, columns in COLUMNS.items()
}
"""Where each column stands in a row of its table."""

COMPUTED: Mapping[str, tuple[Column, ...]] = {
    "attendance": (Column("person", "Person"), Column("affiliation", "Hemvist")),
    "decisions": (Column("number", "Beslutsnummer"),),
    "actions": (
        Column("number", "Åtgärdsnummer"),
        Column("open", "Öppen", "truth"),
        Column("closed_on", "Avslutad", "date"),
        Column("closed_by", "Avslutad genom"),
    ),
}
"""The columns that only the whole register can fill, behind the others."""

TITLES: Mapping[str, str] = {
    "documents": "Dokument",
    "meetings": "Möten",
    "items": "Punkter",
    "decisions": "Beslut",
    "actions": "Åtgärder",
    "attendance": "Närvaro",
    "schedule": "Mötestider",
    "attachments": "Bilagor",
    "findings": "Att se över",
}
"""What each table is called for people."""
