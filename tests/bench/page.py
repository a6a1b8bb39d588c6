"""The page of the documentation that shows the figures: the part between two marks is written anew."""

import os
import platform
import sys
from collections.abc import Mapping
from datetime import UTC, datetime
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

PAGE = Path(__file__).parents[2] / "docs" / "reference" / "benchmarks.md"
BEGINS, ENDS = "<!-- figures: begin -->", "<!-- figures: end -->"
COMMAND = '`make bench BENCH="overview scaling"`'
TITLES = {"overview": "Beside others, and beside the floor", "scaling": "What cost grows with"}
_NAMED = (
    "babel dateparser docx2python docxtpl icalendar mammoth pdfplumber pypdf pypdfium2 python-dateutil "
    "python-docx typst vobject weasyprint"
)


def machine() -> str:
    """This machine in a line: processor, cores, memory, system, Python; and how busy it is."""
    system = f"{platform.system()} {platform.machine()}"
    parts = [_processor(), f"{os.cpu_count()} processors", _memory(), system]
    parts.append(f"Python {platform.python_version()}")
    if hasattr(os, "getloadavg"):
        parts.append(f"load {os.getloadavg()[0]:.1f} at the start")
    return ", ".join(part for part in parts if part)


def _processor() -> str:
    try:
        told = Path("/proc/cpuinfo").read_text("utf-8").partition("model name")[2].partition("\n")[0]
    except OSError:
        return platform.processor()
    return told.strip("\t :") or platform.processor()


def _memory() -> str:
    try:
        return f"{os.sysconf('SC_PAGE_SIZE') * os.sysconf('SC_PHYS_PAGES') / 2**30:.0f} GB"
    except (AttributeError, ValueError, OSError):
        return ""


def versions() -> str:
    """What ours is compared with."""
    found = []
    for name in _NAMED.split():
        try:
            found.append(f"{name} {version(name)}")
        except PackageNotFoundError:
            found.append(f"{name} (not installed)")
    return ", ".join(found)


def today() -> str:
    """The day of the figures; ``BENCH_DATE`` says another one."""
    return os.environ.get("BENCH_DATE") or datetime.now(UTC).date().isoformat()


def figures(reports: Mapping[str, str], where: str, day: str) -> str:
    """The generated part: when, where and with what, then each section."""
    told = f"Measured {day} by {COMMAND}: {where}.\n\nCompared with {versions()}."
    return "\n\n".join([told, *(f"## {TITLES[name]}\n\n{report}" for name, report in reports.items())])


def with_figures(page: str, part: str) -> str:
    """The page with its generated part replaced.

    Raises:
        ValueError: The marks are not there.
    """
    before, begins, rest = page.partition(BEGINS)
    _, ends, after = rest.partition(ENDS)
    if not (begins and ends):
        raise ValueError(f"no {BEGINS} and {ENDS} in the page")
    return f"{before}{BEGINS}\n\n{part}\n\n{ENDS}{after}"


def write(reports: Mapping[str, str], where: str) -> None:
    """Put the figures on the page; a bench never fails, so what goes wrong is only told."""
    try:
        PAGE.write_text(with_figures(PAGE.read_text("utf-8"), figures(reports, where, today())), "utf-8")
    except (OSError, ValueError) as error:
        print(f"the figures are not on the page: {error}", file=sys.stderr)
