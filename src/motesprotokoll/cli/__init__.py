"""The command line: arguments become calls. The only package that prints or exits."""

import argparse
import sys
from collections.abc import Callable, Sequence

from motesprotokoll.cli.arguments import language_of, parser
from motesprotokoll.cli.status import DONE, FINDINGS, INTERRUPTED, MISSING, USAGE
from motesprotokoll.cli.terminal import forget_stdout, tell, use_utf8
from motesprotokoll.errors import MinutesError

__all__ = ["DONE", "FINDINGS", "INTERRUPTED", "MISSING", "USAGE", "main"]


def main(argv: Sequence[str] | None = None) -> int:
    """Run the command line. The status: 0 done, 1 findings, 2 usage or bad input, 3 a missing extra."""
    use_utf8()
    words = list(sys.argv[1:] if argv is None else argv)
    try:
        arguments = parser(language_of(words)).parse_args(words)
        status = _run(arguments)
        sys.stdout.flush()
    except BrokenPipeError:  # the reader of our output had enough
        forget_stdout()
        return DONE
    except KeyboardInterrupt:
        return INTERRUPTED
    return status


def _run(arguments: argparse.Namespace) -> int:
    command: Callable[[argparse.Namespace], int] = arguments.command
    try:
        return command(arguments)
    except MinutesError as error:
        return tell(error)
