"""``motesprotokoll plan``: a year's meeting dates, proposed, and why just those."""

import argparse
from collections.abc import Iterator
from typing import Any

import attrs

from motesprotokoll.cli.arguments import Translate, add_output
from motesprotokoll.cli.dates import lines_of
from motesprotokoll.cli.documents import file_names, write
from motesprotokoll.cli.plans import busy_in, last_plan_in
from motesprotokoll.cli.status import DONE, PROGRAM, USAGE
from motesprotokoll.cli.terminal import say, warn, wrapped
from motesprotokoll.errors import PlanningError, WrongValueError
from motesprotokoll.messages import translate
from motesprotokoll.model import Network, Schedule
from motesprotokoll.planning import Proposal, propose
from motesprotokoll.planning.reasons import sentence

_OPTIONS = {
    "weekdays": "--weekday",
    "part_of_day": "--part-of-day",
    "times": "--times",
    "spring": "--spring",
    "autumn": "--autumn",
    "two_days": "--two-days",
    "least_days": "--least-days",
    "year": "--year",
    "hosts": "--host",
}
"""What the arguments of `motesprotokoll.planning.propose` are called on the command line."""
_WISHES = ("weekdays", "part_of_day", "times", "spring", "autumn", "two_days", "least_days")
_SEVERAL: dict[str, Any] = {"action": "extend", "nargs": "+"}
_NOBODY = "nätverket"
"""Who meets, where nobody says: in the explanation, and in no document."""
_EVENNESS = frozenset({"uneven", "edge"})
"""Drawbacks that are no objection to a date: some are left in nearly every plan."""


def add(to: argparse.ArgumentParser, t: Translate) -> None:
    """The wishes, and a file to write."""
    command = "motesprotokoll plan --year 2027 --weekday fredag --two-days november --explain"
    to.epilog = t("Exempel: {command}").format(command=command)
    wishes = to.add_argument_group(t("önskemål"))
    _add_what(wishes, t)
    _add_others(wishes, t)
    words = t("säg varför varje datum valdes, vilket som är reserv och varför inte veckorna bredvid")
    to.add_argument("--explain", action="store_true", help=words)
    words = t("skriv förslaget i en ny fil (.json, .ics, .docx ...); - skriver standard ut")
    add_output(to, t, words)
    words = t("year visar året på en sida; annars en lista")
    to.add_argument("--view", metavar=t("VY"), default="minutes", help=words)


def _add_what(to: "argparse._ArgumentGroup", t: Translate) -> None:
    count, when = t("ANTAL"), to.add_mutually_exclusive_group()
    to.add_argument("--year", type=int, metavar=t("ÅR"), required=True, help=t("året som ska planeras"))
    words = t("veckodag, som fredag; flera går bra")
    to.add_argument("--weekday", dest="weekdays", metavar=t("DAG"), required=True, **_SEVERAL, help=words)
    words = t("förmiddag, eftermiddag, kväll eller heldag")
    when.add_argument("--part-of-day", metavar=t("DEL"), help=words)
    when.add_argument("--times", metavar=t("TIDER"), help=t("klockslag, som 09.00-12.00"))
    to.add_argument("--spring", type=int, metavar=count, help=t("så många möten på våren (3)"))
    to.add_argument("--autumn", type=int, metavar=count, help=t("så många möten på hösten (4)"))
    words = t("när ett av mötena ska ta två dagar, som november")
    to.add_argument("--two-days", metavar=t("NÄR"), help=words)
    words = t("minst så många dagar mellan två möten (21)")
    to.add_argument("--least-days", type=int, metavar=count, help=words)


def _add_others(to: "argparse._ArgumentGroup", t: Translate) -> None:
    to.add_argument("--body", metavar=t("NAMN"), help=t("vad nätverket heter; annars som i --last-year"))
    words = t("värdar för mötena, i turordning")
    to.add_argument("--host", dest="hosts", metavar=t("NAMN"), default=[], **_SEVERAL, help=words)
    words = t("förra årets plan: samma veckor om det går, och värdskapet går vidare")
    to.add_argument("--last-year", metavar=t("FIL"), help=words)
    words = t("andras möten att inte krocka med (.ics, .csv, .json); flera går bra")
    to.add_argument("--avoid", metavar=t("FIL"), default=[], **_SEVERAL, help=words)
    words = t("andras möten som vi ska mötas strax före (.ics, .csv, .json); flera går bra")
    to.add_argument("--before", metavar=t("FIL"), default=[], **_SEVERAL, help=words)


def run(arguments: argparse.Namespace) -> int:
    """Print the dates, or write them; with their reasons if asked for."""
    language = arguments.language or "sv"
    try:
        proposal = _proposed(arguments, language)
    except PlanningError as error:
        warn(f"{PROGRAM}: {line}" for line in _collision(error, language))
        return USAGE
    objections = _objections(proposal, language)
    schedule = proposal.schedule
    if schedule.network == _nobody(language):
        schedule = attrs.evolve(schedule, network=None)
    lines = (*lines_of(schedule, language), *objections)
    if arguments.explain:
        lines = tuple(wrapped(proposal.explanation_in(language)))
    if arguments.output is None:
        say(lines)
        return DONE
    write(schedule, arguments, view=arguments.view)
    if not arguments.explain:
        warn(objections)
    elif arguments.output == "-":
        warn(lines)
    else:
        say(lines)
    return DONE


def _proposed(arguments: argparse.Namespace, language: str) -> Proposal:
    last_year = None
    if arguments.last_year is not None:
        last_year = last_plan_in(arguments.last_year, arguments.body, arguments.year)
    given = {name: getattr(arguments, name) for name in _WISHES}
    wishes: dict[str, Any] = {name: value for name, value in given.items() if value is not None}
    for name in ("avoid", "before"):
        files = file_names(getattr(arguments, name))
        wishes[name] = [one for file in files for one in busy_in(file, arguments.year)]
    network = _network(arguments.body, last_year, language)
    try:
        return propose(network, arguments.year, hosts=arguments.hosts, last_year=last_year, **wishes)
    except WrongValueError as error:
        error.where = _OPTIONS.get(error.where or "", error.where)
        raise


def _nobody(language: str) -> Network:
    return Network(translate(_NOBODY, language))


def _network(body: str | None, last_year: Schedule | None, language: str) -> Network:
    known = last_year.network if last_year is not None else None
    if body is None:
        return known or _nobody(language)
    return known if known is not None and known.name == body else Network(body)


def _collision(error: PlanningError, language: str) -> Iterator[str]:
    """What cannot be had together, in words, and the options that say it."""
    told = [one.message_in(language) for one in error.findings] if language == "sv" else [error.problem]
    options = [_OPTIONS[name] for name in error.wishes if name in _OPTIONS]
    yield from told
    if options:
        yield translate("Ändra något av: {options}", language).format(options=", ".join(options))


def _objections(proposal: Proposal, language: str) -> tuple[str, ...]:
    """What speaks against a date all the same."""
    found = [one for one in proposal.drawbacks if one.penalty not in _EVENNESS]
    if not found:
        return ()
    head = translate("Det som ändå kan invändas", language)
    return ("", f"{head}:", *(f"- {sentence(one.reason, language)}" for one in found))
