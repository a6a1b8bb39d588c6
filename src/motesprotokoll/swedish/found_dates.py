"""A date phrase as it was found in a text: what it means, and what is uncertain about it."""

from typing import NamedTuple

import attrs

from motesprotokoll.findings import Finding, Severity
from motesprotokoll.model import Dates, PartialDate, PartOfDay, TimeSpan
from motesprotokoll.swedish.days import WrittenSpan
from motesprotokoll.swedish.resolving import Resolved, resolve
from motesprotokoll.swedish.times import WrittenTimes, times_meant
from motesprotokoll.swedish.vague import Vague, vague_bounds
from motesprotokoll.swedish.years import Context, YearRule


@attrs.frozen
class FoundDate:
    """A date phrase in a text: ``text`` stands from ``start`` to ``end``.

    ``value`` is a `PartialDate` where the phrase is vague, where its year is not known, or where no such day
    exists; ``year_rule`` tells where the year comes from, ``None`` where there is none.
    """

    start: int
    end: int
    text: str
    value: Dates
    times: TimeSpan | None = None
    part_of_day: PartOfDay | None = None
    year_rule: YearRule | None = None
    findings: tuple[Finding, ...] = ()


class Hit(NamedTuple):
    """What was read in the tokens from *start* to *end*; the date itself from *first* to *last*."""

    start: int
    end: int
    first: int
    last: int
    written: WrittenSpan | Vague
    times: WrittenTimes | None = None
    part: PartOfDay | None = None


def found_date(text: str, starts: list[int], hit: Hit, known: Context) -> FoundDate:
    start, end = starts[hit.start], starts[hit.end]
    phrase = text[start:end]
    value: Dates
    if isinstance(hit.written, Vague):
        bounds, rule = vague_bounds(hit.written, known)
        earliest, latest = bounds or (None, None)
        value = PartialDate(text[starts[hit.first] : starts[hit.last]], earliest=earliest, latest=latest)
        findings = _year_findings(phrase, rule, str(earliest.year) if earliest else "")
    else:
        resolved = resolve(hit.written, known)
        rule = resolved.rule
        value = resolved.span or PartialDate(text[starts[hit.first] : starts[hit.last]])
        findings = _day_findings(phrase, hit.written, resolved)
    times = times_meant(hit.times) if hit.times is not None else None
    if hit.times is not None and times is None:
        findings = (*findings, _finding("time.impossible", Severity.WARNING, phrase))
    return FoundDate(start, end, phrase, value, times, hit.part, rule, findings)


_MESSAGES = {
    "date.year-inferred": "”{text}” saknar år: läst som {date}.",
    "date.year-missing": "”{text}” saknar år, och inget annat i dokumentet visar vilket.",
    "date.impossible": "”{text}” är ett datum som inte finns.",
    "date.weekday-mismatch": "Veckodagen i ”{text}” stämmer inte med datumet {date}.",
    "date.week-mismatch": "Veckan i ”{text}” stämmer inte med datumet {date}.",
    "date.two-digit-year": "”{text}” har bara två siffror i årtalet: läst som {date}.",
    "time.impossible": "Klockslaget i ”{text}” finns inte.",
}


def _finding(code: str, severity: Severity, text: str, date: str = "") -> Finding:
    values = (("text", text), ("date", date)) if date else (("text", text),)
    return Finding(code, severity, _MESSAGES[code], None, values)


def _year_findings(text: str, rule: YearRule | None, meaning: str) -> tuple[Finding, ...]:
    if rule is None or rule == "explicit" or not meaning:
        return ()
    return (_finding("date.year-inferred", Severity.WARNING, text, meaning),)


def _day_findings(text: str, written: WrittenSpan, resolved: Resolved) -> tuple[Finding, ...]:
    if resolved.span is None:
        code = "date.impossible" if resolved.problem == "impossible" else "date.year-missing"
        return (_finding(code, Severity.WARNING, text),)
    day = str(resolved.span.start)
    findings = _year_findings(text, resolved.rule, day)
    if written.start.short_year or (written.end is not None and written.end.short_year):
        findings = (*findings, _finding("date.two-digit-year", Severity.NOTE, text, day))
    if resolved.wrong_weekday:
        findings = (*findings, _finding("date.weekday-mismatch", Severity.WARNING, text, day))
    if resolved.wrong_week:
        findings = (*findings, _finding("date.week-mismatch", Severity.WARNING, text, day))
    return findings
