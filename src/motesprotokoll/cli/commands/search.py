"""``motesprotokoll search``: what was said about something, in many documents."""

import argparse
from collections.abc import Iterator

from motesprotokoll.cli.arguments import Translate
from motesprotokoll.cli.registers import add_archive, add_body, day_in, documents_of, nothing, tell_failures
from motesprotokoll.cli.tables import add_table, print_table, wants_table
from motesprotokoll.cli.terminal import progress, say, warn
from motesprotokoll.register import Index
from motesprotokoll.tables import Row, Rows


def add(to: argparse.ArgumentParser, t: Translate) -> None:
    """The documents, the question, and where to look."""
    command = "motesprotokoll search arkiv/ utbildning --since 2027-01-01"
    to.epilog = t("Exempel: {command}").format(command=command)
    add_archive(to, t)
    words = t("orden som söks, också i andra böjningar och i sammansättningar; inom citattecken just så")
    to.add_argument("question", metavar=t("ORD"), help=words)
    add_body(to, t)
    to.add_argument("--since", metavar=t("DATUM"), help=t("första dagen"))
    to.add_argument("--until", metavar=t("DATUM"), help=t("sista dagen"))
    words = t("högst så många träffar (20)")
    to.add_argument("--most", type=int, metavar=t("ANTAL"), default=20, help=words)
    words = t("ha kvar registret i denna fil, så att bara ändrade dokument läses nästa gång")
    to.add_argument("--index", metavar=t("FIL"), help=words)
    add_table(to, t)


def run(arguments: argparse.Namespace) -> int:
    """Read what is new, and print what is found."""
    since, until = day_in(arguments.since, "--since"), day_in(arguments.until, "--until")
    names = documents_of(arguments)
    with Index(arguments.index) as index:
        index.follow(names, progress=lambda count, name: progress(count, len(names), name))
        status = tell_failures(index.failures)
        hits = index.find(
            arguments.question, body=arguments.body, since=since, until=until, most=max(arguments.most, 1)
        )
    _show(hits, arguments)
    return status


def _show(hits: Rows, arguments: argparse.Namespace) -> None:
    if wants_table(arguments):
        print_table(hits, arguments)
    elif hits:
        say(line for row in hits for line in _lines(row))
    else:
        warn([nothing(arguments.language or "sv")])


def _lines(row: Row) -> Iterator[str]:
    """Where it stands, and what is said there."""
    headings = row["headings"] if isinstance(row["headings"], tuple) else ()
    yield ", ".join(str(part) for part in (row["date"], row["body"], row["file"]) if part)
    yield from (f"  {' > '.join(headings)}",) if headings else ()
    yield f"    {row['excerpt']}"
