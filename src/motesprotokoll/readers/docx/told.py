"""What a Word document says beside its text, as findings: changes, comments, what was left out."""

from collections.abc import Iterable, Mapping

from motesprotokoll.findings import Finding, Severity
from motesprotokoll.limits import Limits
from motesprotokoll.model.text import canonical, shortened
from motesprotokoll.readers.docx.blocks import Remark
from motesprotokoll.readers.docx.runs import Changes

_SHOWN = 120
"""How much of a text a finding shows."""
_COMMENT = 1_000
"""A comment stands nowhere else, so more of it is shown."""
_ACCEPTED = {
    "docx.inserted": "Spårad ändring, läst som godkänd: ”{text}” är infogat.",
    "docx.deleted": "Spårad ändring, läst som godkänd: ”{text}” är struket.",
    "docx.moved": "Spårad ändring, läst som godkänd: ”{text}” är flyttat.",
}
_REJECTED = {
    "docx.inserted": "Spårad ändring, läst som avvisad: ”{text}” var infogat.",
    "docx.deleted": "Spårad ändring, läst som avvisad: ”{text}” var struket.",
    "docx.moved": "Spårad ändring, läst som avvisad: ”{text}” var flyttat.",
}
_OTHERS = {
    "docx.comment": "Kommentar: ”{text}”",
    "docx.struck": "Överstruken text är inte läst som en del av dokumentet: ”{text}”",
    "docx.hidden": "Dold text är läst som annan text: ”{text}”",
    "docx.alternative": "Innehåll utelämnat: somliga program visar i stället ”{text}”.",
    "docx.link-refused": "Länken till ”{text}” är utelämnad; bara dess ord är kvar.",
}
_NOTES = frozenset({"docx.comment", "docx.link-refused"})
"""What is good to know; the rest changes what the document says."""
_LEFT_OUT = {
    "picture": "Innehåll utelämnat: {count} bilder.",
    "object": "Innehåll utelämnat: {count} inbäddade objekt.",
    "drawing": "Innehåll utelämnat: {count} diagram eller ritningar.",
    "chunk": "Innehåll utelämnat: {count} infogade dokument i annat format.",
    "document": "Innehåll utelämnat: {count} deldokument i andra filer.",
}
_MACROS = Finding("docx.macros", Severity.NOTE, "Dokumentet innehåller makron. De kördes inte.")


def findings_of(
    remarks: Iterable[tuple[Remark, int]],
    left_out: Mapping[str, int],
    changes: Changes,
    limits: Limits,
    *,
    has_macros: bool,
) -> tuple[Finding, ...]:
    """What is to be told, first of the whole document, then line by line; no more than *limits* allows."""
    found = [_MACROS] if has_macros else []
    for kind, count in sorted(left_out.items()):
        severity = Severity.NOTE if kind == "picture" else Severity.WARNING
        found.append(Finding("docx.left-out", severity, _LEFT_OUT[kind], values=(("count", str(count)),)))
    templates = {**(_REJECTED if changes == "reject" else _ACCEPTED), **_OTHERS}
    every = sorted(remarks, key=lambda one: one[1])
    found += [_finding(remark, line, templates[remark.code]) for remark, line in every[: limits.findings]]
    if len(every) > limits.findings:
        more = "Ytterligare {count} anmärkningar visas inte."
        values = (("count", str(len(every) - limits.findings)),)
        found.append(Finding("findings.more", Severity.NOTE, more, None, values))
    return tuple(found)


def _finding(remark: Remark, line: int, template: str) -> Finding:
    limit = _COMMENT if remark.code == "docx.comment" else _SHOWN
    text = shortened(canonical(remark.text), limit)
    severity = Severity.NOTE if remark.code in _NOTES else Severity.WARNING
    return Finding(remark.code, severity, template, f"rad {line}", (("text", text),))
