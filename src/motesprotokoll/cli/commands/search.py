"""``motesprotokoll search``: what was said about something, in many documents."""

import argparse
import os
from collections.abc import Iterator, Sequence
from functools import partial

from motesprotokoll.cli.arguments import Translate
from motesprotokoll.cli.documents import file_names
from motesprotokoll.cli.registers import add_archive, add_body, day_in, documents_of, tell_failures
from motesprotokoll.cli.tables import add_table, print_table, wants_table
from motesprotokoll.cli.terminal import progress, say, warn
from motesprotokoll.errors import WrongValueError, quoted
from motesprotokoll.messages import translate
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
    words = t(
        "ha kvar registret i denna fil, så att bara ändrade dokument läses nästa gång; andra mappars glöms"
    )
    to.add_argument("--index", metavar=t("FIL"), help=words)
    add_table(to, t)


def run(arguments: argparse.Namespace) -> int:
    """Read what is new, and print what is found."""
    t = partial(translate, language=arguments.language or "sv")
    since, until = day_in(arguments.since, "--since"), day_in(arguments.until, "--until")
    arguments.files, question = _parted([*arguments.files, arguments.question])
    most = max(arguments.most, 1)
    names = documents_of(arguments)
    with Index(arguments.index) as index:
        followed = index.follow(names, progress=lambda count, name: progress(count, len(names), name))
        failures = index.failures
        status = tell_failures(failures)
        hits = index.find(question, body=arguments.body, since=since, until=until, most=most + 1)
        if not hits:
            _check_body(arguments.body, index.bodies)
    if arguments.index and (followed.read or followed.removed):
        told = t("{file}: {read} nya eller ändrade dokument lästa, {removed} borttagna")
        warn([told.format(file=arguments.index, read=followed.read, removed=followed.removed)])
    if hits or wants_table(arguments):
        _show(hits[:most], arguments)
    else:
        count = len(names) - len(failures)
        warn([t("Inget hittades om {words} i {count} dokument.").format(words=question, count=count)])
    if len(hits) > most:
        warn([t("Det finns fler träffar: --most {count} visar dem.").format(count=2 * most)])
    return status


def _parted(names: list[str]) -> tuple[list[str], str]:
    """The documents, and the words: what is no file is a word, and the last name where all are files.

    So words need no quotes, and may stand first. Where nothing is a file, the first was meant to be one.
    """
    files = [name for name in names if _is_file(name)]
    if len(files) == len(names):
        return names[:-1], names[-1]
    if not files:
        return names[:1], " ".join(names[1:])
    return files, " ".join(name for name in names if name not in files)


def _is_file(name: str) -> bool:
    return os.sep in name or any(map(os.path.exists, file_names([name])))


def _check_body(name: str | None, known: Sequence[str]) -> None:
    """Refuse a body that no document knows, which is another answer than nothing.

    Raises:
        WrongValueError: It is not among those that the index knows.
    """
    if name is not None and name.casefold() not in {one.casefold() for one in known}:
        listed = ", ".join(map(quoted, known)) or "none"
        raise WrongValueError(f"there is no body {quoted(name)}", "--body", f"the documents have {listed}")


def _show(hits: Rows, arguments: argparse.Namespace) -> None:
    if wants_table(arguments):
        print_table(hits, arguments)
    else:
        say(line for row in hits for line in _lines(row))


def _lines(row: Row) -> Iterator[str]:
    """Where it stands, and what is said there."""
    headings = row["headings"] if isinstance(row["headings"], tuple) else ()
    yield ", ".join(str(part) for part in (row["date"], row["body"], row["file"]) if part)
    yield from (f"  {' > '.join(headings)}",) if headings else ()
    yield f"    {row['excerpt']}"
