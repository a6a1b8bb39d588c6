"""Make the Word and PDF files of the corpus: ``python tests/corpus/making/make.py [number ...]``.

Pages say in their head by which program they become which file: ``<meta name="making" content="…">`` with
``weasyprint``, ``chromium``, ``libreoffice pdf`` or ``libreoffice docx``.
"""

import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

import by_hand
import in_tables
import with_python_docx
from weasyprint import HTML

HERE = Path(__file__).parent
CORPUS = HERE.parent


def weasyprint(page: Path, _kind: str) -> Path:
    """Print by WeasyPrint."""
    made = CORPUS / f"{page.stem}.pdf"
    HTML(page).write_pdf(made)
    return made


def chromium(page: Path, _kind: str) -> Path:
    """Print by Chromium, in a profile of its own that is thrown away."""
    made = CORPUS / f"{page.stem}.pdf"
    with tempfile.TemporaryDirectory() as profile:
        options = ["--headless", "--no-sandbox", "--disable-gpu", f"--user-data-dir={profile}"]
        run("chromium", *options, "--no-pdf-header-footer", f"--print-to-pdf={made}", page.resolve().as_uri())
    return made


def libreoffice(page: Path, kind: str) -> Path:
    """Convert by LibreOffice, by way of a text document so that it does not take the page for a web page."""
    with tempfile.TemporaryDirectory() as folder:
        office = ["soffice", f"-env:UserInstallation={Path(folder, 'profile').as_uri()}", "--headless"]
        source = page
        if page.suffix == ".html":
            odt = ["--infilter=HTML (StarWriter)", "--convert-to", "odt:writer8"]
            run(*office, *odt, "--outdir", folder, str(page))
            source = Path(folder, f"{page.stem}.odt")
        run(*office, "--convert-to", kind, "--outdir", folder, str(source))
        return Path(shutil.copy(Path(folder, f"{page.stem}.{kind}"), CORPUS))


def run(*command: str) -> None:
    """Run a program and say nothing unless it fails."""
    subprocess.run(command, check=True, capture_output=True, timeout=120)


PROGRAMS = {"weasyprint": weasyprint, "chromium": chromium, "libreoffice": libreoffice}


def make(numbers: list[str]) -> None:
    """Make the files whose numbers are given, or all."""
    for module in (by_hand, in_tables, with_python_docx):
        for name, write in module.DOCUMENTS.items():
            if not numbers or name[:2] in numbers:
                write(CORPUS / name)
    for page in sorted((HERE / "pages").iterdir()):
        if not numbers or page.name[:2] in numbers:
            how = re.search('name="making" content="([a-z ]+)"', page.read_text(encoding="utf-8"))
            program, _, kind = how[1].partition(" ") if how else ("libreoffice", "", "pdf")
            PROGRAMS[program](page, kind)


if __name__ == "__main__":
    make(sys.argv[1:])
