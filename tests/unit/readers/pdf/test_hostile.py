"""Documents that somebody made to harm, or that were harmed: each gives text or an error, in time."""

import os
import signal
import struct
import sys
import time

import pytest

import pdfs
from hostile_files.pdf import BOMBS, BROKEN, VALID
from motesprotokoll.errors import LimitError, MinutesError, ReadError, UnsupportedFormatError
from motesprotokoll.extraction import Extraction
from motesprotokoll.limits import DEFAULT_LIMITS, Limits
from motesprotokoll.readers.pdf import PdfReader, pool
from motesprotokoll.readers.pdf.pool import POOL

SECONDS = 2
PATIENCE = 20
"""What a busy machine may take to end one process and start another."""
TIGHT = Limits(pdf_seconds=SECONDS)


def read(data: bytes, limits: Limits = TIGHT) -> Extraction | MinutesError:
    """What comes of *data*; that it comes in time is tested here."""
    start = time.perf_counter()
    try:
        found: Extraction | MinutesError = PdfReader().read(data, limits)
    except MinutesError as error:
        found = error
    assert time.perf_counter() - start < limits.pdf_seconds + PATIENCE
    return found


def words(data: bytes) -> str:
    found = read(data)
    assert isinstance(found, Extraction), found
    return " ".join(line.text for line in found.lines)


class TestBroken:
    @pytest.mark.parametrize("name", BROKEN)
    def test_gives_text_or_one_of_our_errors(self, name: str) -> None:
        """Whatever is wrong in the structure, the reader comes back."""
        read(BROKEN[name])

    @pytest.mark.parametrize("share", [0.05, 0.3, 0.5, 0.7, 0.9, 0.99])
    def test_cut_off(self, share: float) -> None:
        """A file that was not transferred whole."""
        read(VALID[: int(share * len(VALID))])

    def test_what_can_be_repaired_is_read(self) -> None:
        """Without its table of places a file is still read."""
        for name in ("no table of places", "a wrong place of the table", "a table that follows itself"):
            found = read(BROKEN[name])
            assert isinstance(found, Extraction)
            assert found.lines

    def test_is_no_pdf(self) -> None:
        """The bytes say at once that they are something else."""
        assert isinstance(read(b"Anteckningar"), UnsupportedFormatError)

    def test_junk_before_the_beginning_is_allowed(self) -> None:
        """Servers put lines before a file; the specification lets a reader skip them."""
        assert words(b"\r\n" * 50 + VALID).startswith("Anteckningar")


@pytest.mark.slow
class TestBombs:
    @pytest.mark.parametrize("name", BOMBS)
    def test_ends_in_time(self, name: str) -> None:
        """A small file that asks for gigabytes or for ever ends by memory, by clock, or with its text."""
        read(BOMBS[name])

    def test_the_next_document_is_read(self) -> None:
        """What happened to one document is nothing to the next."""
        read(BOMBS["a form that calls itself twice"])
        assert words(VALID).startswith("Anteckningar")

    def test_too_many_pages(self) -> None:
        """How many are allowed is the caller's matter."""
        assert isinstance(read(VALID, Limits(pdf_pages=1)), LimitError)
        assert "pdf_pages" in str(read(VALID, Limits(pdf_pages=1)))

    def test_too_many_words(self) -> None:
        """The same for words."""
        found = read(VALID, Limits(pdf_words=3))
        assert isinstance(found, LimitError)
        assert "pdf_words" in str(found)

    def test_too_many_bytes(self) -> None:
        """A document is refused before anything reads it."""
        assert isinstance(read(VALID, Limits(document_bytes=100)), LimitError)


class TestNothingRuns:
    def test_scripts(self) -> None:
        """They are told and never run."""
        action = "<< /S /JavaScript /JS (app.alert\\(1\\)) >>"
        for catalog in (f"/OpenAction {action}", f"/Names << /JavaScript << /Names [(a) {action}] >> >>"):
            found = read(pdfs.document(pdfs.lines("Hej"), catalog=catalog))
            assert isinstance(found, Extraction)
            assert [finding.code for finding in found.findings] == ["pdf.active"]

    def test_a_link_that_starts_a_program(self) -> None:
        """It is no address, and told."""
        action = "/A << /S /Launch /F (x.exe) >>"
        link = f"/Annots [<< /Type /Annot /Subtype /Link /Rect [60 600 300 700] {action} >>]"
        found = read(pdfs.document(pdfs.lines("Hej"), page=link))
        assert isinstance(found, Extraction)
        assert [finding.code for finding in found.findings] == ["pdf.active"]
        assert found.lines[0].text == "Hej"

    def test_attached_files(self) -> None:
        """They are named and not read."""
        catalog, objects = pdfs.attached([("bilaga.docx", b"PK"), ("lista.csv", b"a;b")])
        found = read(pdfs.document(pdfs.lines("Hej"), catalog=catalog, objects=objects))
        assert isinstance(found, Extraction)
        assert [finding.code for finding in found.findings] == ["pdf.attached"]
        assert "bilaga.docx, lista.csv" in found.findings[0].message

    @pytest.mark.skipif(not hasattr(signal, "alarm"), reason="the system has no limits on processes")
    def test_the_child_opens_no_file(self) -> None:
        """Not even one that it may read, and it sees nothing of the environment."""
        probe = (
            "import os, socket, sys\n"
            "sys.path += sys.argv[1:3]\n"
            "from child import process\n"
            "def extract(pdfium, data, head):\n"
            "    seen = [dict(os.environ)]\n"
            "    for act in (lambda: open('/dev/null'), lambda: socket.socket()):\n"
            "        try:\n"
            "            act()\n"
            "        except OSError as error:\n"
            "            seen.append(type(error).__name__)\n"
            "    return {'error': seen}, b'', b''\n"
            "process.extract = extract\n"
            "process.main(int(sys.argv[3]))\n"
        )
        with changed_child(probe):
            os.environ["MOTESPROTOKOLL_SECRET"] = "x"
            try:
                told = POOL.ask(question()).told
            finally:
                del os.environ["MOTESPROTOKOLL_SECRET"]
        seen, *errors = told["error"]
        assert "MOTESPROTOKOLL_SECRET" not in seen
        assert "PATH" not in seen
        assert errors == ["OSError", "OSError"]


def question(data: bytes = VALID, seconds: int = 5) -> pool.Question:
    limits = DEFAULT_LIMITS
    return pool.Question(data, limits.pdf_pages, limits.pdf_words, ("", 0), None, seconds, limits.pdf_memory)


class changed_child:  # noqa: N801 - used like a function
    """Let new children run something else, and let none of them wait for other tests."""

    def __init__(self, text: str) -> None:
        self.text = text

    def __enter__(self) -> None:
        self.before = pool.START
        POOL.close()
        pool.START = self.text

    def __exit__(self, *_: object) -> None:
        POOL.close()
        pool.START = self.before


def sizes(told: int, rows: int = 0, carried: int = 0) -> bytes:
    """How an answer begins."""
    return struct.pack("<QQQ", told, rows, carried)


ONE_PAGE = (
    b'{"pages":[{"size":[1,1],"corner":[0,0],"text":"a b","style":[0],"links":[]}],"styles":[[9,0,0,0,0]],'
    b'"tagged":false,"language":"","attached":[],"carried":false,"scripts":0}'
)


class TestChild:
    def test_that_is_killed_while_it_waits(self) -> None:
        """The document is read by another one, and nobody notices."""
        read(VALID)
        for pid in POOL.idle():
            os.kill(pid, getattr(signal, "SIGSEGV", signal.SIGTERM))
        assert words(VALID).startswith("Anteckningar")

    def test_that_crashes_at_each_document(self) -> None:
        """An error of the document; the parent goes on."""
        with changed_child(
            "import os, signal, sys\nsys.stdin.buffer.read(4)\nos.kill(os.getpid(), signal.SIGTERM)"
        ):
            found = read(VALID)
        assert type(found) is ReadError
        assert "crashes" in str(found)
        assert words(VALID).startswith("Anteckningar")

    def test_that_hangs(self) -> None:
        """The clock ends it."""
        with changed_child("import sys, time\nsys.stdin.buffer.read(4)\ntime.sleep(60)"):
            found = read(VALID, Limits(pdf_seconds=1))
        assert type(found) is LimitError
        assert "pdf_seconds" in str(found)

    @pytest.mark.parametrize(
        "answer",
        [
            b"",
            b"12345678",
            b"\xff" * 24,
            sizes(200_000) + b"[" * 200_000,
            sizes(2) + b"{}",
            sizes(2) + b"[]",
            sizes(4) + b"nope",
            sizes(15) + b'{"error":"odd"}',
            sizes(2, 0, 9) + b"{}12345678",
            sizes(len(ONE_PAGE), 0) + ONE_PAGE,
            sizes(len(ONE_PAGE), 31) + ONE_PAGE + b"x" * 31,
            sizes(len(ONE_PAGE), 64) + ONE_PAGE + bytes(64)[:-8] + struct.pack("d", 7),
            sizes(len(ONE_PAGE), 32) + ONE_PAGE + struct.pack("4d", 0, 0, 0, float("nan")),
        ],
    )
    def test_that_answers_nonsense(self, answer: bytes) -> None:
        """Nothing that it says is believed before it was looked at."""
        script = f"import sys\nsys.stdin.buffer.read(4)\nsys.stdout.buffer.write({answer!r})\n"
        with changed_child(script):
            assert isinstance(read(VALID), ReadError)

    def test_that_cannot_be_started(self, monkeypatch: pytest.MonkeyPatch) -> None:
        """Where there is no interpreter to run, that is said."""
        POOL.close()
        monkeypatch.setattr(sys, "executable", "/nowhere/python")
        found = read(VALID)
        assert type(found) is ReadError
        assert "no process could be started" in str(found)
        monkeypatch.setattr(sys, "executable", "")
        assert "no Python interpreter" in str(read(VALID))


class TestUnreadable:
    def test_a_scan(self) -> None:
        """A picture without text is an error that says how many pages there are."""
        found = read(pdfs.picture())
        assert type(found) is ReadError
        assert "no text on its one page" in str(found)
        assert "OCR" in str(found)

    def test_empty_pages(self) -> None:
        """They have no text, either."""
        assert "no text on its 2 pages" in str(read(pdfs.document("", "")))

    def test_encrypted(self) -> None:
        """An error that says what is wanted; with the password it is read."""
        data = pdfs.encrypted("Hemliga ting", "bokskog")
        found = read(data)
        assert type(found) is ReadError
        assert "password" in str(found)
        assert PdfReader(password="bokskog").read(data, TIGHT).lines[0].text == "Hemliga ting"
        with pytest.raises(ReadError):
            PdfReader(password="granskog").read(data, TIGHT)

    def test_encrypted_without_a_password(self) -> None:
        """Many archives encrypt so: it opens."""
        assert words(pdfs.encrypted("Öppna ting", "")) == "Öppna ting"

    def test_a_password_is_not_shown(self) -> None:
        """Not in the reader's repr, which may land in a log."""
        assert "bokskog" not in repr(PdfReader(password="bokskog"))


class TestSigns:
    @staticmethod
    def _font(names: str) -> str:
        return (
            "/FX << /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding"
            f" << /Type /Encoding /Differences [65 {names}] >> >>"
        )

    def test_without_a_map_to_letters(self) -> None:
        """Signs that nobody can name are no text, and an error says so."""
        font = (
            "/FX << /Type /Font /Subtype /Type0 /BaseFont /Odd /Encoding /Identity-H /DescendantFonts ["
            "<< /Type /Font /Subtype /CIDFontType2 /BaseFont /Odd /DW 500 /CIDSystemInfo"
            " << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> >>] >>"
        )
        content = "BT /FX 11 Tf 70 700 Td <0003000400050006000700080009> Tj ET"
        found = read(pdfs.document(content, fonts=font))
        assert isinstance(found, ReadError)

    def test_a_few_without_a_letter(self) -> None:
        """A tenth of them is told; the rest is read."""
        content = "BT /FX 11 Tf 70 700 Td (bcdefAbcde bcdefAbcde bcdefbcde) Tj ET"
        to_unicode = pdfs.stream(
            b"/CIDInit /ProcSet findresource begin begincmap 1 begincodespacerange <00> <FF>"
            b" endcodespacerange 1 beginbfchar <41> <E123> endbfchar endcmap end"
        )
        font = self._font("/A").replace(" >> >>", " >> /ToUnicode 100 0 R >>")
        found = read(pdfs.document(content, fonts=font, objects=[to_unicode]))
        assert isinstance(found, Extraction)
        assert [finding.code for finding in found.findings] == ["pdf.unmapped"]

    def test_ligatures_and_soft_hyphens(self) -> None:
        """A word is whole again: its ligatures spelled out, its hyphen gone."""
        content = "BT /FX 11 Tf 70 700 Td (eAektiv Bytt av omst\\344llnings\\255) Tj 0 -14 Td (fonden) Tj ET"
        font = self._font("/ff /fl").replace("/Encoding <<", "/Encoding << /BaseEncoding /WinAnsiEncoding")
        assert words(pdfs.document(content, fonts=font)) == "effektiv flytt av omställningsfonden"
