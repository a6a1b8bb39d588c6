"""The child's own code, run in this process: what it tells of a document, and how it confines itself."""

import io
import json
import struct
from array import array
from types import ModuleType, SimpleNamespace
from typing import Any

import attrs
import pypdfium2  # it readies pdfium
import pypdfium2_raw
import pytest

import pdfs
from motesprotokoll import AgendaItem, Meeting, Table, render
from motesprotokoll.readers.pdf.child import beside, process, tags
from motesprotokoll.readers.pdf.child.calls import Calls
from motesprotokoll.readers.pdf.child.document import extract
from motesprotokoll.readers.pdf.child.places import tenths
from motesprotokoll.readers.pdf.document import Word, document_of
from motesprotokoll.readers.pdf.pool import POOL, Answer, Question

assert pypdfium2.PDFIUM_INFO

CALLS = Calls(pypdfium2_raw)
HEAD = {
    "pages": 10,
    "words": 5_000,
    "tags": True,
    "carried": ["mote.json", 100],
    "password": None,
    "seconds": 5,
}


def answered(data: bytes, calls: Calls = CALLS, **head: object) -> Answer:
    """The child's answer as it comes out of the pipe."""
    found, rows, carried = extract(calls, data, {**HEAD, **head})
    return Answer(json.loads(json.dumps(found)), rows, carried)


def told(data: bytes, calls: Calls = CALLS, **head: object) -> Any:
    return answered(data, calls, **head).told


def words(data: bytes, **head: object) -> list[Word]:
    """The words of the first page, as the reader understands what the child tells."""
    return document_of(answered(data, **head)).pages[0].words


def asked(data: bytes) -> bytes:
    head = json.dumps({**HEAD, "size": len(data)}).encode()
    return struct.pack("<I", len(head)) + head + data


class TestExtract:
    def test_words_with_their_places(self) -> None:
        """In tenths of a point from the upper left corner, each with its style and what wrote it."""
        content = pdfs.put(70, 160, "Hej Bo") + pdfs.put(70, 180, "fet", font="F2", size=14)
        data = pdfs.document(content + pdfs.put(70, 200, "kursiv", font="F3"))
        first, second, bold, italic = words(data)
        assert first.text == "Hej"
        assert (first.left, first.base) == (700, 1600)
        assert 840 < first.right < 900
        assert second.text == "Bo"
        assert second.piece == first.piece != bold.piece
        assert (first.size, first.bold) == (110, False)
        assert (bold.size, bold.bold) == (140, True)
        assert (italic.size, italic.bold) == (110, False)
        assert told(data)["styles"] == [[110, 0, 0, 0, 0], [140, 1, 0, 0, 0], [110, 0, 1, 0, 0]]
        assert told(data)["pages"][0]["size"] == [5950, 8420]

    def test_pages_whose_corner_is_elsewhere(self) -> None:
        """A page may begin anywhere in its own coordinates."""
        (word,) = words(pdfs.document(pdfs.put(70, 160, "Hej"), box="[-30 -50 595 842]"))
        assert (word.left, word.base) == (1000, 1600)

    def test_errors_by_name(self) -> None:
        """The parent has the words for them."""
        data = pdfs.document(pdfs.lines("Hej du"))
        assert told(b"%PDF-") == {"error": "damaged"}
        assert told(data, pages=0) == {"error": "pages"}
        assert told(data, words=1) == {"error": "words"}
        assert told(pdfs.encrypted("Hej", "x")) == {"error": "password"}
        assert words(pdfs.encrypted("Hej", "x"), password="x")[0].text == "Hej"

    def test_words_are_counted_over_all_pages(self) -> None:
        """Each page may be small, and all of them too much."""
        data = pdfs.document(pdfs.lines("Hej du"), pdfs.lines("Hej då"))
        assert told(data, words=3) == {"error": "words"}
        assert len(told(data, words=4)["pages"]) == 2

    def test_only_so_much_is_taken_of_an_attachment(self) -> None:
        """What is larger than the question allows is as good as empty."""
        catalog, objects = pdfs.attached([("mote.json", b"x" * 101), ("mote.json", b"y")])
        found = answered(pdfs.document(pdfs.lines("Hej"), catalog=catalog, objects=objects))
        assert found.told["carried"] is True
        assert found.carried == b""
        assert found.told["attached"] == ["mote.json"]
        assert document_of(found).carried == ""

    def test_an_address_that_is_too_long(self) -> None:
        """Is none."""
        action = f"/A << /S /URI /URI (https://exempel.se/{'a' * 5_000}) >>"
        page = f"/Annots [<< /Type /Annot /Subtype /Link /Rect [0 0 9 9] {action} >>]"
        assert told(pdfs.document(pdfs.lines("Hej"), page=page))["pages"][0]["links"] == []

    def test_a_pdfium_that_is_older(self) -> None:
        """It cannot tell the language."""
        data = pdfs.document(pdfs.lines("Hej"), catalog="/Lang (sv)")
        assert told(data, lacking(FPDFCatalog_GetLanguage=None))["language"] == ""
        assert told(data)["language"] == "sv"

    def test_what_pdfium_may_fail_to_give(self) -> None:
        """No words where it opens no text, no style where it knows no object, no file where it has none."""
        catalog, objects = pdfs.attached([("a", b"x")])
        data = pdfs.document(pdfs.lines("Hej"), catalog=catalog, objects=objects)
        poor = lacking(FPDFText_LoadPage=lambda page: None, FPDFDoc_GetAttachment=lambda *_: None)
        found = told(data, poor)
        assert (found["pages"][0]["text"], found["pages"][0]["style"]) == ("", [])
        assert found["attached"] == []
        poor = lacking()
        poor.object_at = lambda *_: None
        assert told(data, poor)["styles"] == [[0, 0, 0, 0, 0]]
        poor = lacking()
        poor.font_of = lambda *_: None
        assert told(data, poor)["styles"] == [[110, 0, 0, 0, 0]]

    def test_the_order_of_the_tags_only_where_it_is_asked_for(self) -> None:
        """It costs as much as the words, and seldom tells anything new."""
        assert "tags" in told(DOCUMENTS["ours"])["pages"][0]
        assert "tags" not in told(DOCUMENTS["ours"], tags=False)["pages"][0]
        assert "tags" not in told(DOCUMENTS["attached"])["pages"][0]

    def test_pieces_may_be_cut_and_go_on(self) -> None:
        """What pdfium adds to a text is of no piece; words behind that are of the same as those before."""
        calls = lacking()
        real = calls.object_at
        calls.object_at = lambda sheet, place: None if 3 < place < 7 else real(sheet, place)
        found = document_of(answered(pdfs.document(pdfs.lines("Hej du nu")), calls)).pages[0].words
        assert [(word.text, word.piece) for word in found] == [("Hej", 0), ("du", 1), ("nu", 0)]

    def test_a_page_without_a_tree(self) -> None:
        """Has places for none of its pieces, and one with a tree for those that it shows."""
        places = [page["tags"] for page in told(DOCUMENTS["ours"])["pages"]]
        assert len(places) > 1
        assert all(any(place is not None for place in page) for page in places)
        poor = lacking(FPDF_StructTree_GetForPage=lambda _: None)
        told_poor = [page["tags"] for page in told(DOCUMENTS["ours"], poor)["pages"]]
        assert told_poor == [[None] * len(page) for page in places]

    def test_only_so_much_of_a_tree_is_walked(self, monkeypatch: pytest.MonkeyPatch) -> None:
        """What lies deeper, or comes later, has no place."""
        for name, most in (("_DEEPEST_BRANCH", 2), ("_MOST_BRANCHES", 5)):
            with monkeypatch.context() as patch:
                patch.setattr(tags, name, most)
                places = [place for page in told(DOCUMENTS["ours"])["pages"] for place in page["tags"]]
                assert None in places
                assert all(place is None or len(place) <= 3 for place in places)

    def test_only_so_many_links_are_told(self, monkeypatch: pytest.MonkeyPatch) -> None:
        """A page of minutes has some."""
        assert len(told(DOCUMENTS["links"])["pages"][0]["links"]) == 2
        monkeypatch.setattr(beside, "_MOST_LINKS", 1)
        assert len(told(DOCUMENTS["links"])["pages"][0]["links"]) == 1

    def test_corners_that_cannot_be_read(self) -> None:
        """Then the link stands in the whole of its rectangle."""
        poor = lacking(FPDFLink_GetQuadPoints=lambda *_: False)
        (_, first), (_, second) = told(DOCUMENTS["links"], poor)["pages"][0]["links"]
        assert first == second == [[600, 1420, 3000, 2420]]

    def test_lengths_that_are_none(self) -> None:
        """Infinity is nowhere, whether pdfium writes it of a word or of a page."""
        assert tenths(float("inf")) == 0
        assert tenths(float("nan")) == 0
        for turned in (ONE, DOCUMENTS["turned once"]):
            for length in (float("nan"), float("inf"), -float("inf"), 1e300):
                found = answered(turned)
                rows = array("d", [*[length] * 3, 0] * (len(found.rows) // 32)).tobytes()
                word = document_of(attrs.evolve(found, rows=rows)).pages[0].words[0]
                assert (word.left, word.base, word.right) == (0, 0, 0)


def lacking(**others: object) -> Calls:
    """The calls of a pdfium with *others* instead of some functions of its own."""
    names = {name: getattr(pypdfium2_raw, name) for name in dir(pypdfium2_raw)}
    calls = Calls(pypdfium2_raw)
    calls.pdfium = SimpleNamespace(**{**names, **others})
    return calls


def link(action: str, corners: str = "", box: str = "60 600 300 700") -> str:
    return f"<< /Type /Annot /Subtype /Link /Rect [{box}] {corners} /A << {action} >> >>"


URI = "/S /URI /URI (https://exempel.se/a)"
ASTRAL = pdfs.stream(
    b"/CIDInit /ProcSet findresource begin begincmap 1 begincodespacerange <00> <FF>"
    b" endcodespacerange 1 beginbfchar <41> <D835DC00> endbfchar endcmap end"
)
CATALOG, FILES = pdfs.attached([("mote.json", b"{}"), ("x.txt", b"y")])
DOCUMENTS = {
    "turned once": pdfs.document(pdfs.lines("Hej du"), page="/Rotate 90"),
    "turned twice": pdfs.document(pdfs.lines("Hej du"), page="/Rotate 180"),
    "turned thrice": pdfs.document(pdfs.lines("Hej du"), page="/Rotate 270"),
    "a broken word": pdfs.document(pdfs.lines("omställnings-", "fonden")),
    "links": pdfs.document(
        pdfs.lines("Hej"),
        page="/Annots ["
        + link(URI)
        + link(URI, "/QuadPoints [68 695 84 695 68 675 84 675]")
        + link("/S /Launch /F (x)")
        + "<< /Type /Annot /Subtype /Link /Rect [0 0 9 9] >>]",
    ),
    "a picture": pdfs.picture(),
    "a picture beside a page that is none": pdfs.picture().replace(b"/Kids [", b"/Kids [98 0 R "),
    "tagged": pdfs.document(
        "/Artifact BMC "
        + pdfs.lines("Huvud")
        + "EMC /P BMC /Span BMC "
        + pdfs.lines("Ord", y=300)
        + "EMC EMC",
        catalog="/MarkInfo << /Marked true >> /StructTreeRoot << /Type /StructTreeRoot >>",
    ),
    "beyond the first plane": pdfs.document(
        "BT /FX 11 Tf 70 700 Td (A b-) Tj 0 -14 Td (ord) Tj ET",
        fonts="/FX << /Type /Font /Subtype /Type1 /BaseFont /Helvetica /ToUnicode 100 0 R >>",
        objects=[ASTRAL],
    ),
    "half a sign": pdfs.document(
        "BT /FX 11 Tf 70 700 Td (A b) Tj ET",
        fonts="/FX << /Type /Font /Subtype /Type1 /BaseFont /Helvetica /ToUnicode 100 0 R >>",
        objects=[ASTRAL.replace(b"<D835DC00>", b"<D835>".ljust(10))],
    ),
    "ours": render(
        Meeting("Nätverket", agenda=[AgendaItem("Val", body=["Hej", Table([["a", "b " * 2_500]])])]), "pdf"
    ).content,
    "tagged in vain": pdfs.document(
        "/P << /MCID 7 >> BDC " + pdfs.lines("Hej") + "EMC",
        catalog=f"{CATALOG} /MarkInfo << /Marked true >> /StructTreeRoot << /Type /StructTreeRoot >>",
        objects=FILES,
    ),
    "tagged without a tree": pdfs.document(
        pdfs.lines("Hej"), catalog=f"{CATALOG} /MarkInfo << /Marked true >>", objects=FILES
    ),
    "attached": pdfs.document(pdfs.lines("Hej"), catalog=f"{CATALOG} /Lang (sv-SE)", objects=FILES),
}


@pytest.mark.parametrize("name", DOCUMENTS)
def test_tells_the_same_here_and_there(name: str) -> None:
    """What the process tells is what its code tells here: its ceilings change nothing of it."""
    question = Question(DOCUMENTS[name], 10, 5_000, ("mote.json", 100), None, 5, 512 * 1024 * 1024, tags=True)
    assert answered(DOCUMENTS[name]) == POOL.ask(question)


ONE = pdfs.document(pdfs.lines("Hej"))


class TestAnswer:
    def test_question_after_question(self) -> None:
        """Each answer says how long it is; where there is no question there is no answer."""
        source, target = io.BytesIO(asked(ONE) + asked(b"%PDF-")), io.BytesIO()
        assert process.answer(CALLS, source, target)
        assert process.answer(CALLS, source, target)
        assert not process.answer(CALLS, source, target)
        written = target.getvalue()
        size, *others = struct.unpack("<QQQ", written[:24])
        assert json.loads(written[24 : 24 + size])["pages"][0]["text"] == "Hej"
        assert others == [32, 0]
        assert json.loads(written[24 + size + 32 + 24 :]) == {"error": "damaged"}

    def test_a_question_that_breaks_off(self) -> None:
        """Whoever asked is gone."""
        assert not process.answer(CALLS, io.BytesIO(asked(ONE)[:-5]), io.BytesIO())

    def test_without_an_alarm(self, monkeypatch: pytest.MonkeyPatch) -> None:
        """Windows has none; there the parent's clock has to do."""
        monkeypatch.setattr(process, "signal", SimpleNamespace())
        assert process.answer(CALLS, io.BytesIO(asked(ONE)), io.BytesIO())


class TestConfine:
    def test_takes_what_it_does_not_need(self, monkeypatch: pytest.MonkeyPatch) -> None:
        """Memory has a ceiling, files and sockets are none; a harder limit that stands already stays."""
        limits: dict[int, tuple[int, int]] = {}
        fake = ModuleType("resource")
        fake.RLIM_INFINITY = -1  # type: ignore[attr-defined]
        names = ("RLIMIT_AS", "RLIMIT_CORE", "RLIMIT_FSIZE", "RLIMIT_NOFILE")
        for number, name in enumerate(names):
            setattr(fake, name, number)
        fake.getrlimit = lambda limit: (0, 50 if limit == 0 else -1)  # type: ignore[attr-defined]
        fake.setrlimit = limits.__setitem__  # type: ignore[attr-defined]
        monkeypatch.setitem(__import__("sys").modules, "resource", fake)
        process.confine(100)
        assert limits == {0: (50, 50), 1: (0, 0), 2: (0, 0), 3: (0, 0)}

    def test_where_there_are_no_limits(self, monkeypatch: pytest.MonkeyPatch) -> None:
        """Nothing happens on Windows."""
        monkeypatch.setitem(__import__("sys").modules, "resource", None)
        process.confine(100)


class TestMain:
    def test_answers_until_nobody_asks(self, monkeypatch: pytest.MonkeyPatch) -> None:
        """It readies itself, gives up what it does not need, and then answers."""
        target = io.BytesIO()
        ceilings: list[int] = []
        pipes = SimpleNamespace(dup=lambda _: 9, dup2=lambda *_: None, fdopen=lambda *_: target)
        system = SimpleNamespace(
            stdin=SimpleNamespace(buffer=io.BytesIO(asked(ONE))),
        )
        monkeypatch.setattr(process, "os", pipes)
        monkeypatch.setattr(process, "sys", system)
        monkeypatch.setattr(process, "confine", ceilings.append)
        monkeypatch.setattr(pypdfium2_raw, "FPDF_InitLibrary", lambda: None)
        process.main(77)
        assert ceilings == [77]
        assert b'"Hej"' in target.getvalue()
