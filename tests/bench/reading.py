"""Reading: our Word reader beside python-docx, mammoth and docx2python, our PDF text beside pypdfium2, pypdf
and pdfplumber, in one run.

Every library reads the same document before any goes on to the next, so that a busy machine is busy for all;
a figure is the median over the rounds, of which what is slow has fewer, added up over the documents. The
others give text; ours gives lines with what the layout says of them, and ``mp.read`` the whole meeting.
"""

import os
from collections.abc import Callable, Iterator, Mapping
from contextlib import suppress
from functools import partial
from importlib.metadata import PackageNotFoundError, version
from io import BytesIO
from itertools import islice
from pathlib import Path
from statistics import median
from time import perf_counter
from typing import Any

import motesprotokoll as mp
from bench import shapes
from motesprotokoll import marks
from motesprotokoll.limits import DEFAULT_LIMITS
from motesprotokoll.readers.docx import DocxReader
from motesprotokoll.readers.pdf.pool import POOL, Question

Read = Callable[[bytes], object]

CORPUS = Path(__file__).parents[1] / "corpus"
ROUNDS = 15
ENOUGH_MS, LEAST = 200, 3
"""What took so long for a document is not asked again: its median moves no more, and the others wait."""
GOAL = 1.5
"""A warm child costs at most so many times what bare pypdfium2 does."""
WARM, BARE = "our child, warm", "pypdfium2, bare"


def documents(suffix: str) -> dict[str, list[bytes]]:
    """The corpus's documents with this suffix; and our own, long and short, with their data and without."""
    corpus = [path.read_bytes() for path in sorted(CORPUS.glob(f"*{suffix}"))]
    meetings = [*shapes.examples(), *islice(shapes.long_meetings(), 1)]
    kind = suffix.removeprefix(".")
    return {
        "the corpus": corpus,
        "ours, with the meeting as data": [mp.render(one, kind).content for one in meetings],
        "ours, without data": [mp.render(one, kind, embed=False).content for one in meetings],
    }


# ------------------------------------------------------------------------------------------------ ours


def our_lines(data: bytes) -> str:
    """The lines that our Word reader gives."""
    return "\n".join(line.text for line in DocxReader().read(data, DEFAULT_LIMITS).lines)


def our_child(data: bytes) -> str:
    """The words that the process for PDF tells."""
    limits = DEFAULT_LIMITS
    carried = marks.CARRIED_FILE, limits.document_bytes
    told = POOL.ask(
        Question(
            data, limits.pdf_pages, limits.pdf_words, carried, None, limits.pdf_seconds, limits.pdf_memory
        )
    )
    return "\n".join(page["text"] for page in told.told["pages"])


# ------------------------------------------------------------------------------------------------ theirs


def python_docx() -> Read:
    """The paragraphs and cells that python-docx gives in order.

    Raises:
        ImportError: It is not there.
    """
    import docx

    return partial(_by_python_docx, docx.Document)


def _by_python_docx(opened: Callable[[Any], Any], data: bytes) -> str:
    return "\n".join(_words_of(opened(BytesIO(data)).iter_inner_content()))


def _words_of(blocks: Any) -> Iterator[str]:
    for block in blocks:
        if hasattr(block, "rows"):
            for row in block.rows:
                for cell in row.cells:
                    yield from _words_of(cell.iter_inner_content())
        else:
            yield block.text


def mammoth() -> Read:
    """The raw text that mammoth gives.

    Raises:
        ImportError: It is not there.
    """
    from mammoth import extract_raw_text

    return lambda data: extract_raw_text(BytesIO(data)).value


def docx2python() -> Read:
    """The text that docx2python gives.

    Raises:
        ImportError: It is not there.
    """
    from docx2python import docx2python as opened

    def read(data: bytes) -> object:
        with opened(BytesIO(data)) as file:
            return file.text

    return read


def pypdfium2() -> Read:
    """The text of each page by pypdfium2 in this process, without the child, limits or places.

    Raises:
        ImportError: It is not there.
    """
    import pypdfium2 as pdfium

    return partial(_by_pypdfium2, pdfium.PdfDocument)


def _by_pypdfium2(opened: Callable[[bytes], Any], data: bytes) -> str:
    file = opened(data)
    found = []
    for page in file:
        text = page.get_textpage()
        found.append(text.get_text_range())
        text.close()
        page.close()
    file.close()
    return "\n".join(found)


def pypdf() -> Read:
    """The text of each page by pypdf.

    Raises:
        ImportError: It is not there.
    """
    from pypdf import PdfReader

    return lambda data: "\n".join(page.extract_text() for page in PdfReader(BytesIO(data)).pages)


def pdfplumber() -> Read:
    """The text of each page by pdfplumber.

    Raises:
        ImportError: It is not there.
    """
    import pdfplumber as plumber

    def read(data: bytes) -> object:
        with plumber.open(BytesIO(data)) as file:
            return "\n".join(page.extract_text() for page in file.pages)

    return read


OURS: dict[str, dict[str, Read]] = {
    ".docx": {"DocxReader": our_lines, "mp.read": mp.read},
    ".pdf": {WARM: our_child, "mp.read": mp.read},
}
THEIRS: dict[str, dict[str, Callable[[], Read]]] = {
    ".docx": {"python-docx": python_docx, "mammoth": mammoth, "docx2python": docx2python},
    ".pdf": {BARE: pypdfium2, "pypdf": pypdf, "pdfplumber": pdfplumber},
}
"""What reads each kind of document, and how it is made ready."""


# ------------------------------------------------------------------------------------------------ figures


def available(suffix: str) -> tuple[dict[str, Read], dict[str, str]]:
    """All that read such documents here; and why the rest do not."""
    found, missing = dict(OURS[suffix]), {}
    for name, make in THEIRS[suffix].items():
        try:
            found[name] = make()
        except ImportError as error:
            missing[name] = f"not installed ({error.name})"
    return found, missing


def costs(readers: Mapping[str, Read], data: bytes, rounds: int) -> dict[str, float | str]:
    """What each costs for one document: the median in milliseconds, or the name of what it raised.

    Over so many *rounds*, or fewer for what is slow.
    """
    found: dict[str, float | str] = {}
    for name, read in readers.items():
        try:
            read(data)  # it warms what there is to warm
        except Exception as error:  # noqa: BLE001 (whatever the others raise, the rest goes on)
            found[name] = type(error).__name__
    ms: dict[str, list[float]] = {name: [] for name in readers if name not in found}
    for _ in range(rounds):
        for name, times in ms.items():
            if len(times) >= LEAST and sum(times) > ENOUGH_MS:
                continue
            start = perf_counter()
            readers[name](data)
            times.append((perf_counter() - start) * 1e3)
    return {**found, **{name: median(times) for name, times in ms.items()}}


def totals(every: list[dict[str, float | str]]) -> tuple[dict[str, float], dict[str, int]]:
    """What each costs over the documents that all can read; and how many documents each refuses."""
    refused = {name: sum(isinstance(one[name], str) for one in every) for name in every[0]}
    read = [one for one in every if not any(isinstance(cost, str) for cost in one.values())]
    return {name: sum(float(one[name]) for one in read) for name in refused}, refused


def _report(suffix: str, title: str, files: list[bytes], readers: Mapping[str, Read]) -> None:
    found, refused = totals([costs(readers, data, ROUNDS) for data in files])
    first = next(iter(readers))
    print(f"{suffix}, {title}: {len(files)} documents")
    print(f"  {'':20}{'ms':>9}{'x ' + first:>20}")
    for name, cost in found.items():
        told = f"   refuses {refused[name]}" if refused[name] else ""
        print(f"  {name:20}{cost:9.2f}{cost / found[first]:20.2f}{told}")
    if found.get(BARE):
        print(
            f"  a warm child is {found[WARM] / found[BARE]:.2f} times bare pypdfium2 (goal {GOAL}){_busy()}"
        )


def _busy() -> str:
    """A warning where other work keeps all processors: then a process waits that asks another one."""
    load = os.getloadavg()[0] if hasattr(os, "getloadavg") else 0.0
    cores = os.cpu_count() or 1
    return f"; load {load:.1f} on {cores} processors, so that says little" if load > cores else ""


def _versions() -> Iterator[str]:
    for name in ("python-docx", "mammoth", "docx2python", "pypdfium2", "pypdf", "pdfplumber"):
        with suppress(PackageNotFoundError):
            yield f"{name} {version(name)}"


def main() -> None:
    """Word, then PDF: the corpus's documents and our own."""
    print(f"\nReading: {', '.join(_versions())}; the medians of {LEAST} to {ROUNDS} rounds")
    for suffix in OURS:
        readers, missing = available(suffix)
        for name, reason in missing.items():
            print(f"  {name} is left out: {reason}")
        for title, files in documents(suffix).items():
            _report(suffix, title, files, readers)
