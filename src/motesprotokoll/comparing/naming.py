"""What the parts of a meeting are called in a comparison: names for programs, and words for people."""

import re

from motesprotokoll.messages import translate
from motesprotokoll.model import Attendance

_OF_FIELD = {
    "verifiers": "verifier",
    "presenters": "presenter",
    "clauses": "clause",
    "occasions": "date",
}
"""What stands in a list that is called after it, and not after its class."""
_OF_CLASS = {
    "ActionItem": "action",
    "AgendaItem": "item",
    "BulletList": "list",
    "tuple": "row",
}
"""What a class is called, where it is not called as in Python."""

THINGS = {
    "action": "åtgärden",
    "attachment": "bilagan",
    "block": "stycket",
    "cell": "cellen",
    "chair": "ordföranden",
    "clause": "att-satsen",
    "date": "mötesdagen",
    "decision": "beslutet",
    "item": "punkten",
    "list": "listan",
    "list_item": "listpunkten",
    "meeting": "mötet",
    "member": "ledamoten",
    "network": "organet",
    "next_meeting": "nästa möte",
    "note_taker": "den som antecknade",
    "occasion": "mötet",
    "organisation": "organisationen",
    "paragraph": "stycket",
    "part_of": "den överordnade organisationen",
    "participant": "deltagaren",
    "presenter": "föredraganden",
    "row": "raden",
    "schedule": "mötestiderna",
    "section": "avsnittet",
    "table": "tabellen",
    "unread": "det olästa",
    "verifier": "justeraren",
}
"""The word for each thing that can change."""

CELL = "cellen i raden ”{row}”"

ONE_OF = {
    "paragraph": "ett stycke",
    "decision": "ett beslut",
    "action": "en åtgärd",
    "unread": "oläst text",
}
"""What a text may be, and may have become."""

FIELDS = {
    "aliases": "andra namn",
    "attendance": "närvaron",
    "basis": "grunden",
    "case_number": "diarienumret",
    "chair": "ordföranden",
    "code": "koden",
    "content": "texten",
    "dates": "dagen",
    "decided_by": "vem som har beslutat",
    "decided_on": "beslutsdagen",
    "due": "tidsgränsen",
    "email": "e-postadressen",
    "finished_on": "dagen då dokumentet färdigställdes",
    "group": "rubriken",
    "header_rows": "antalet rubrikrader",
    "id": "id",
    "kind": "slaget",
    "kind_label": "dokumenttypen",
    "label": "benämningen",
    "language": "språket",
    "marker": "tecknet",
    "mode": "mötesformen",
    "name": "namnet",
    "network": "organet",
    "next_meeting": "nästa möte",
    "note": "anmärkningen",
    "note_taker": "den som antecknade",
    "number": "numret",
    "occasion": "mötestillfället",
    "organisation": "organisationen",
    "outcome": "utfallet",
    "owners": "ansvarig",
    "part_of": "den överordnade organisationen",
    "part_of_day": "delen av dagen",
    "place": "platsen",
    "planned_duration": "den avsatta tiden",
    "revision": "revisionen",
    "role": "rollen",
    "sequence": "kalenderversionen",
    "short_name": "kortnamnet",
    "since": "början",
    "status": "statusen",
    "times": "tiden",
    "title": "rubriken",
    "uid": "kalender-id",
    "unit": "enheten",
    "until": "slutet",
    "url": "adressen",
    "year": "året",
}
"""The word for each field that can change."""

FLAGS = {
    "cancelled": ("{Thing} ställs inte längre in.", "{Thing} har ställts in."),
    "done": ("{Thing} är inte längre klar.", "{Thing} är klar."),
    "place_tentative": (
        "Platsen för {thing} är inte längre preliminär.",
        "Platsen för {thing} är preliminär.",
    ),
    "supplied": ("{Thing} är inte längre bifogad.", "{Thing} är bifogad."),
    "tentative": ("Tiden för {thing} är inte längre preliminär.", "Tiden för {thing} är preliminär."),
}
"""What is told of a field that says yes or no: that it no longer does, and that it now does."""

SENTENCES = {
    "added": "{Thing} har tillkommit.",
    "added words": "{Thing} har tillkommit: {after}",
    "removed": "{Thing} har utgått.",
    "removed words": "{Thing} har utgått: {before}",
    "moved": "{Thing} har flyttats från plats {old} till plats {new}.",
    "moved elsewhere": "{Thing} har flyttats från {old} till {new}.",
    "new wording": "{Thing} har fått ny lydelse.",
    "new wording of the meeting": "{Field} har fått ny lydelse.",
    "new wording of": "{Field} för {thing} har fått ny lydelse.",
    "reworded": "{Thing} lyder nu ”{after}” (löd: ”{before}”).",
    "filled": "{Thing} lyder nu ”{after}”.",
    "emptied": "{Thing} är nu tom (löd: ”{before}”).",
    "became": "{Thing} är nu {kind}.",
    "became words": "{Thing} är nu {kind} och lyder ”{after}” (löd: ”{before}”).",
    "changed": "{Field} har ändrats från {before} till {after}.",
    "changed of": "{Field} för {thing} har ändrats från {before} till {after}.",
    "given": "{Field} har angetts: {after}.",
    "given of": "{Field} för {thing} har angetts: {after}.",
    "taken": "{Field} har strukits: {before}.",
    "taken of": "{Field} för {thing} har strukits: {before}.",
    "renumbered": "{Thing} har fått nummer {after} (förut {before}).",
    "attendance": "{name} har flyttats från {before} till {after}.",
}
"""The sentences, by what they tell. A capital letter in a place begins the sentence with a capital."""

ATTENDANCES = {
    Attendance.PRESENT: "närvarande",
    Attendance.IN_ATTENDANCE: "övriga närvarande",
    Attendance.ABSENT: "frånvarande",
    None: "inbjudna",
}
"""Among whom somebody is."""

WORDS = {
    "top": "dagordningens början",
    "start": "inledningen",
    "appendix": "det som följer efter underskrifterna",
    "title": "Ändringar i {name}",
    "none": "Ingenting skiljer sig.",
    "one": "1 ändring.",
    "count": "{count} ändringar.",
    "legend": "{sample} är ord som har utgått efter Löd, och ord som har tillkommit efter Lyder nu.",
    "sample": "Framhävda",
    "was": "Löd",
    "now": "Lyder nu",
    "meeting": "Mötet",
    "people": "Deltagare",
    "agenda": "Dagordningen",
}
"""What else a comparison says."""

_WORD_IN_NAME = re.compile(r"(?<=[a-z0-9])(?=[A-Z])")


def thing_in(field: str, value: object) -> str:
    """What *value*, which stands in the list *field*, is called: ``"decision"``, ``"verifier"``."""
    name = type(value).__name__
    return _OF_FIELD.get(field) or _OF_CLASS.get(name) or _WORD_IN_NAME.sub("_", name).lower()


def thing(what: str, language: str) -> str:
    """The word for a thing, such as "beslutet"; its name where the table has none."""
    return translate(THINGS.get(what, what), language)


def field(name: str, language: str) -> str:
    """The word for a field, such as "platsen"; its name where the table has none."""
    return translate(FIELDS.get(name, name), language)


def said(key: str, language: str) -> str:
    """One of `WORDS`."""
    return translate(WORDS[key], language)
