"""``motesprotokoll schema``: the JSON Schema of kept meetings."""

import argparse

from motesprotokoll.cli.arguments import Translate
from motesprotokoll.cli.status import DONE
from motesprotokoll.cli.tables import print_json
from motesprotokoll.serialisation import json_schema


def add(to: argparse.ArgumentParser, t: Translate) -> None:
    """Nothing."""


def run(arguments: argparse.Namespace) -> int:
    """Print the schema."""
    print_json(json_schema())
    return DONE
