"""``motesprotokoll show``: what a document holds, beside what was understood of it."""

import argparse
import shutil

from motesprotokoll import api
from motesprotokoll.beside import beside
from motesprotokoll.cli.arguments import Translate, add_file
from motesprotokoll.cli.documents import again_and_again, reading_options
from motesprotokoll.cli.status import DONE
from motesprotokoll.cli.terminal import say
from motesprotokoll.extraction import Line
from motesprotokoll.interpret.reading import Reading
from motesprotokoll.summary import summary


def add(to: argparse.ArgumentParser, t: Translate) -> None:
    """A document."""
    add_file(to, t)
    words = t("bara sammanfattningen, inte dokumentet rad för rad")
    to.add_argument("--summary", action="store_true", help=words)


def run(arguments: argparse.Namespace) -> int:
    """Print the summary of the meeting, and the document line by line."""
    language = arguments.language or "sv"
    source = again_and_again(arguments.file)
    options = {"format": arguments.read_as, **reading_options(arguments)}
    reading = api.read(source, **options)
    say(summary(reading.meeting, reading.findings, language))
    if not arguments.summary:
        source.seek(0)
        lines = api.lines_of(source, **options) or _as_text(reading)
        say(("", *beside(lines, reading, language, shutil.get_terminal_size().columns)))
    return DONE


def _as_text(reading: Reading) -> tuple[Line, ...]:
    """The lines of a document that is data, or our own: as we write it."""
    text = api.render(reading.meeting, "text").text
    return tuple(
        Line(line.strip(), number) for number, line in enumerate(text.splitlines(), 1) if line.strip()
    )
