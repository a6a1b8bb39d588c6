"""The codes of what reading tells. They are selected and ignored as those of rules are."""

READING_CODES = (
    "date.impossible",
    "date.two-dates",
    "date.two-digit-year",
    "date.week-mismatch",
    "date.weekday-mismatch",
    "date.year-inferred",
    "date.year-missing",
    "decision.recognised",
    "docx.alternative",
    "docx.comment",
    "docx.deleted",
    "docx.hidden",
    "docx.inserted",
    "docx.left-out",
    "docx.link-refused",
    "docx.macros",
    "docx.moved",
    "docx.struck",
    "findings.more",
    "item.number-gap",
    "name.ambiguous",
    "own.changed",
    "own.data-differs",
    "pdf.active",
    "pdf.attached",
    "pdf.hidden",
    "pdf.page-damaged",
    "pdf.page-scanned",
    "pdf.recognised",
    "pdf.unmapped",
    "read.empty",
    "text.bidi",
    "text.empty",
    "text.encoding-guessed",
    "text.encoding-mixed",
    "text.mojibake",
    "text.unreadable",
    "time.impossible",
)
"""Every code, in order."""

BY_REQUEST = frozenset({"date.year-inferred", "decision.recognised", "item.number-gap"})
"""Those that `check` tells only where they are selected: how a text was understood in which nothing is to be
mended. A careful secretary writes "senast den 16 oktober" with no year, and "styrelsen beslutar" with no
label; and gaps in numbers have rules of their own (MP102, MP103)."""

RULES_THAT_SAY_THE_SAME = {
    "date.impossible": "MP206",
    "date.week-mismatch": "MP211",
    "date.weekday-mismatch": "MP205",
    "name.ambiguous": "MP304",
    "time.impossible": "MP212",
}
"""By the code of reading: where the rule tells of the same line, one of the two is enough."""
