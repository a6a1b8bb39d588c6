"""``motesprotokoll templates``: the HTML templates, to be changed."""

import argparse

from motesprotokoll import api
from motesprotokoll.cli.arguments import Translate
from motesprotokoll.cli.status import DONE
from motesprotokoll.cli.terminal import say


def add(to: argparse.ArgumentParser, t: Translate) -> None:
    """A folder."""
    to.add_argument(
        "folder", metavar=t("MAPP"), help=t("mappen som mallarna läggs i; den skapas om den saknas")
    )
    to.add_argument("--overwrite", action="store_true", help=t("ersätt filerna om de finns"))


def run(arguments: argparse.Namespace) -> int:
    """Copy the templates out, and print where they are."""
    written = api.write_templates(arguments.folder, overwrite=arguments.overwrite)
    say(str(path) for path in written)
    return DONE
