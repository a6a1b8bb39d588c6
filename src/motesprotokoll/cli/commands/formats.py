"""``motesprotokoll formats``: what can be read and written, and with which extra."""

import argparse
from functools import partial

from motesprotokoll.cli.arguments import Translate
from motesprotokoll.cli.status import DONE
from motesprotokoll.cli.terminal import say
from motesprotokoll.messages import translate
from motesprotokoll.registry import DEFAULT_REGISTRY, Format


def add(to: argparse.ArgumentParser, t: Translate) -> None:
    """Nothing."""


def run(arguments: argparse.Namespace) -> int:
    """Print a table of the formats."""
    t = partial(translate, language=arguments.language or "sv")
    listed = DEFAULT_REGISTRY.formats()
    head = (t("Format"), t("Läsa"), t("Skriva"), t("Filändelser"), t("Tillägg"), t("Källa"))
    rows = [head, *(_row(one, t("ja"), t("nej"), t("skymd")) for one in listed)]
    widths = [max(len(row[column]) for row in rows) for column in range(len(head))]
    say(
        "  ".join(f"{cell:<{width}}" for cell, width in zip(row, widths, strict=True)).rstrip()
        for row in rows
    )
    return DONE


def _row(one: Format, yes: str, no: str, shadowed: str) -> tuple[str, ...]:
    source = " ".join(part for part in (one.package or one.source, one.version) if part)
    return (
        one.name,
        yes if one.can_read else no,
        yes if one.can_write else no,
        " ".join(one.suffixes) or "-",
        one.extra or "-",
        f"{source} ({shadowed})" if one.shadowed else source,
    )
