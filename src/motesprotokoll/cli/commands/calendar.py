"""``motesprotokoll calendar``: dates out of plans and minutes, as one calendar or a year on a page."""

import argparse
import re
from collections.abc import Iterable, Iterator, Sequence
from functools import partial

import attrs

from motesprotokoll import calendars
from motesprotokoll.calendars.pages import year_page
from motesprotokoll.checks import check_schedules
from motesprotokoll.cli.arguments import Translate, add_files, add_output
from motesprotokoll.cli.dates import day_of, line_of, lines_of, name_of, why_no_event
from motesprotokoll.cli.documents import Document, file_names, format_of, read_any, write_rendered
from motesprotokoll.cli.plans import Key, gathered, key_of, plans_in, single_in
from motesprotokoll.cli.status import DONE, FINDINGS
from motesprotokoll.cli.terminal import clear_progress, progress, say, warn, wrapped
from motesprotokoll.errors import ReadError
from motesprotokoll.findings import Finding, Severity
from motesprotokoll.messages import translate
from motesprotokoll.model import Meeting, Schedule
from motesprotokoll.rendered import Rendered
from motesprotokoll.summary import finding_line

_CALENDAR = "ics"
_PLACE = re.compile(r"\$\[(\d+)\](?:\.occasions\[(\d+)\])?")
"""The place of a finding about one of several plans, and about one of its dates."""


def add(to: argparse.ArgumentParser, t: Translate) -> None:
    """Documents, the calendar that was, and a file to write."""
    command = "motesprotokoll calendar plan.json kallelse.docx --since kalender.ics -o ny-kalender.ics"
    to.epilog = t("Exempel: {command}").format(command=command)
    add_files(to, t, t("planer (.json, .ics), protokoll och kallelser i alla format; - läser standard in"))
    words = t("ny kalender (.ics), eller året på en sida (.html, .pdf, .docx ...); - skriver standard ut")
    add_output(to, t, words)
    words = t("den förra kalendern: dess möten flyttas och ställs in, och det som har ändrats listas")
    to.add_argument("--since", metavar=t("FIL"), help=words)
    words = t("säg varifrån mötena kommer, vad som har ändrats och vad som inte kan stå i en kalender")
    to.add_argument("--explain", action="store_true", help=words)
    words = t("granska mötesdagarna, och skriv inget om något bör ses över")
    to.add_argument("--check", action="store_true", help=words)


@attrs.frozen
class _Plans:
    """The plans as the last calendar had them, as they are now, and the agendas that go with them."""

    old: dict[Key, Schedule]
    new: tuple[Schedule, ...]
    given: frozenset[Key]
    """The new ones of which the documents say anything; the others stay as they were."""
    agendas: tuple[Meeting, ...]


def run(arguments: argparse.Namespace) -> int:
    """Put the dates together; write them as a calendar or a page, or tell them."""
    language = arguments.language or "sv"
    documents = tuple(_documents(arguments))
    plans = _plans(documents, arguments.since)
    if arguments.check:
        findings = tuple(_findings(documents, plans.new, language))
        say(finding_line(one, language) for one in findings)
        if any(one.severity is not Severity.NOTE for one in findings):
            return FINDINGS
    tell = warn if arguments.output == "-" else say
    tell(wrapped(_told(documents, plans, arguments, language)))
    if not arguments.explain:
        warn(_no_events(plans.new, language))
    if arguments.output is not None:
        write_rendered(_rendered(plans, arguments, language), arguments)
    return DONE


def _documents(arguments: argparse.Namespace) -> Iterator[Document]:
    """All the documents. One that cannot be read stops the command: a calendar without it would be wrong."""
    names = file_names(arguments.files)
    for number, name in enumerate(names, 1):
        progress(number, len(names), name)
        yield read_any(name, arguments)
    clear_progress()


def _plans(documents: Sequence[Document], since: str | None) -> _Plans:
    old = gathered([read_any(since)]).plans if since is not None else {}
    gathering = gathered(documents, old.values())
    if not gathering.plans:
        raise ReadError("there are no meeting dates in it", documents[0].name)
    updated = [
        calendars.update(old[key], plan) if key in old else plan for key, plan in gathering.plans.items()
    ]
    kept = [plan for key, plan in old.items() if key not in gathering.plans]
    return _Plans(old, (*updated, *kept), frozenset(gathering.plans), tuple(gathering.meetings))


def _rendered(plans: _Plans, arguments: argparse.Namespace, language: str) -> Rendered:
    unnamed = arguments.format is None and arguments.output == "-"
    wanted = _CALENDAR if unnamed else format_of(arguments)
    if wanted == _CALENDAR:
        return calendars.feed(plans.new, meetings=plans.agendas)
    return year_page(plans.new, None, wanted, language=language)


# ------------------------------------------------------------------------------------------------ told


def _told(
    documents: Sequence[Document], plans: _Plans, arguments: argparse.Namespace, language: str
) -> Iterator[str]:
    """What is worth telling: everything, the changes, or the dates where nothing is written."""
    if arguments.explain:
        for document in documents:
            yield f"{document.name}: {_origin(document, language)}"
    if arguments.since is not None:
        yield from _changes(plans, language)
    elif arguments.output is None and not arguments.check and not arguments.explain:
        for place, plan in enumerate(plans.new):
            yield from ([""] if place else [])
            yield from lines_of(plan, language)
    if arguments.explain:
        yield from _no_events(plans.new, language)


def _origin(document: Document, language: str) -> str:
    """What a document says of meeting dates."""
    t = partial(translate, language=language)
    found = [
        t("{plan}, {count} datum").format(plan=name_of(plan, language), count=len(plan.occasions))
        for plan in plans_in(document)
    ]
    single = None if found else single_in(document)
    if single is not None:
        words = t("mötet självt, {day}") if single.is_own else t("nästa möte, {day}")
        found = [words.format(day=day_of(single.occasion, single.plan, language))]
    return "; ".join(found) or t("inga mötesdagar")


def _changes(plans: _Plans, language: str) -> Iterator[str]:
    """What has changed in each plan."""
    t = partial(translate, language=language)
    for plan in plans.new:
        before = plans.old.get(key_of(plan))
        found = calendars.changes(before, plan) if before is not None else ()
        yield f"{name_of(plan, language)}:"
        if before is None:
            yield f"  {t('Planen är ny.')}"
        elif not found:
            yield f"  {t('Inget har ändrats.')}"
        yield from (f"  {one.sentence_in(language)}" for one in found)


def _no_events(plans: Iterable[Schedule], language: str) -> Iterator[str]:
    """What cannot stand in a calendar, and why not."""
    t = partial(translate, language=language)
    for plan in plans:
        for one in plan.occasions:
            why = why_no_event(one, t)
            if why is not None:
                what = f"{name_of(plan, language)}: {line_of(one, plan, language)}"
                yield t("Inte i kalendern: {what} ({why})").format(what=what, why=why)


def _findings(documents: Iterable[Document], plans: Sequence[Schedule], language: str) -> Iterator[Finding]:
    """What is uncertain in the documents, and what is wrong or doubtful with the dates."""
    for document in documents:
        for one in document.findings:
            where = f"{document.name}: {one.where}" if one.where else document.name
            yield attrs.evolve(one, where=where)
    for one in check_schedules(plans):
        yield attrs.evolve(one, where=_where(one.where or "", plans, language))


def _where(place: str, plans: Sequence[Schedule], language: str) -> str:
    """The plan and the day, for somebody who does not see how they are kept."""
    found = _PLACE.match(place)
    if found is None:
        return place
    plan = plans[int(found[1])]
    if found[2] is None:
        return name_of(plan, language)
    return f"{name_of(plan, language)}, {day_of(plan.occasions[int(found[2])], plan, language)}"
