"""Full text over many meetings."""

import contextlib
import os
import sqlite3
import threading
from collections.abc import Iterator
from datetime import date
from functools import partial
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import motesprotokoll as mp
from motesprotokoll.errors import ReadError, WrongTypeError, WrongValueError
from motesprotokoll.model import AgendaItem, Meeting, Network
from motesprotokoll.register import HITS, Followed, Index, record_of
from unit.register.meetings import AUTUMN, SPRING, item, notes


def index_of(*meetings: Meeting) -> Index:
    """An index in memory."""
    index = Index()
    index.add(record_of(one) for one in meetings)
    return index


def said(*lines: str) -> Index:
    """An index of meetings that each say one line."""
    return index_of(*(notes(f"2027-01-{day:02}", item("Punkt", line)) for day, line in enumerate(lines, 1)))


class TestFind:
    def test_what_is_found(self) -> None:
        """A row with day, body, headings, excerpt and where it stands."""
        (row,) = index_of(SPRING).find("kartan")
        assert row["date"] == date(2027, 3, 5)
        assert row["headings"] == ("2. Provtagning",)
        assert str(row["excerpt"]).startswith("Ida visar »kartan«.")
        assert (row["place"], row["file"]) == ("$.agenda[0]", None)
        assert row["id"] == record_of(SPRING).rows["items"][0][0]

    @pytest.mark.parametrize(
        ("question", "line"),
        [
            ("försörjning", "Vår kompetensförsörjning är viktig."),
            ("försörjningen", "Kompetensförsörjningsutmaningen kvarstår."),
            ("beslut", "Besluten fattas sedan."),
            ("MÖTET", "Flera möten hölls."),
            ("möten", "mötet"),
            ("grundskola", "Grundskolorna deltar."),
            ("råd", "Rådet möts."),
        ],
    )
    def test_forms_and_compounds(self, question: str, line: str) -> None:
        """A word finds its other forms, and what it is a part of."""
        assert len(said(line, "Något helt annat.").find(question)) == 1

    @pytest.mark.parametrize(
        ("question", "line"), [("mote", "Ett möte."), ("for", "Bara för nu."), ("råd", "Ett område.")]
    )
    def test_letters_are_kept_apart(self, question: str, line: str) -> None:
        """å, ä and ö are no a and o, and a short word is no part of another."""
        assert len(said(line).find(question)) == 0

    def test_all_words_have_to_be_there(self) -> None:
        """In any order."""
        index = said("Budget för vatten.", "Budget för el.", "Vatten i en budget.")
        assert len(index.find("vatten budget")) == 2

    def test_words_in_quotes_stand_together(self) -> None:
        """Just so, and in that order."""
        index = said("Vi möts vartannat år.", "Vartannat möte, ett år i taget.")
        assert [row["date"] for row in index.find('"vartannat år"')] == [date(2027, 1, 1)]

    def test_headings_first_and_then_the_newest(self) -> None:
        """A heading tells more than running text; of two that tell as much, the newer one counts."""
        index = index_of(
            notes("2027-01-08", item("Brunnar", "Mer.")),
            notes("2027-03-09", item("Annat", "Något om brunnar.")),
            notes("2027-02-09", item("Brunnar", "Mindre.")),
            Meeting(agenda=[item("Brunnar", "Utan dag.")]),
        )
        days = [date(2027, 2, 9), date(2027, 1, 8), None, date(2027, 3, 9)]
        assert list(index.find("brunnar")["date"]) == days
        assert list(index.find("brunnar", until=date(2027, 2, 1))["date"]) == [date(2027, 1, 8)]

    def test_the_excerpt(self) -> None:
        """Some words around what was asked for, cut at words, with each of them marked and lines as one."""
        words = " ".join(f"ord{number}" for number in range(40))
        index = said(f"{words} kaffe och te {words}", "kaffe", "Ida vill ha te och kaffe.")
        found = {str(row["date"])[-1]: row["excerpt"] for row in index.find("kaffe te")}
        assert found["1"] == (
            "…ord32 ord33 ord34 ord35 ord36 ord37 ord38 ord39 »kaffe« och »te« "
            "ord0 ord1 ord2 ord3 ord4 ord5 ord6 ord7 ord8 ord9 ord10 ord11 ord12…"
        )
        assert found["3"] == "Ida vill ha »te« och »kaffe«."
        (row,) = index.find('"te och kaffe"')
        assert row["excerpt"] == "Ida vill ha »te och kaffe«."

    def test_the_excerpt_of_a_heading(self) -> None:
        """Where only the heading has the word, it is the excerpt; where both have a part, the text is."""
        long = notes("2027-01-08", item("Kaffe", " ".join(["ord"] * 40)))
        assert index_of(long).find("kaffe")["excerpt"] == ("»Kaffe«",)

    def test_people_are_found(self) -> None:
        """Who was there is found with the meeting."""
        (row,) = index_of(SPRING, AUTUMN).find("Åsa")
        assert row["place"] == "$"

    def test_below_headings(self) -> None:
        """A sub-item stands with the headings above it, and is found by them."""
        found = index_of(SPRING).find("ekonomen")
        assert found["headings"] == (("2. Provtagning", "Budget"),)

    def test_choosing(self) -> None:
        """One body, one period, and no more than asked for."""
        index = index_of(*(notes(f"2027-0{month}-05", item("Kaffe")) for month in (1, 2, 3)))
        index.add([record_of(notes("2027-01-05", item("Kaffe"), body="Rådet"))])
        assert len(index.find("kaffe")) == 4
        assert index.find("kaffe", body=Network("RÅDET"))["body"] == ("Rådet",)
        assert len(index.find("kaffe", since=date(2027, 2, 5), until=date(2027, 2, 5))) == 1
        assert len(index.find("kaffe", most=2)) == 2

    @given(st.text(max_size=30))
    def test_any_question(self, question: str) -> None:
        """No sign of a question is an order to the engine: there is an answer, or an error of ours."""
        try:
            assert _INDEX.find(question).columns == HITS
        except WrongValueError:
            assert not any(map(str.isalnum, question)) or len(question) > 12

    @pytest.mark.parametrize(
        "question",
        ['" OR 1', "a* NEAR(b)", "heading:kaffe", "'; DROP TABLE entry; --", "kaffe AND", "^kaffe"],
    )
    def test_signs_are_not_obeyed(self, question: str) -> None:
        """What FTS5 or SQL would take for an operator is a word or nothing."""
        index = said("kaffe")
        index.find(question)
        assert len(index.find("kaffe")) == 1

    def test_refusals(self) -> None:
        """A question is a string with some words in it."""
        with pytest.raises(WrongTypeError):
            _INDEX.find(3)  # type: ignore[arg-type]
        with pytest.raises(WrongValueError, match="no word"):
            _INDEX.find("  ,, ")
        with pytest.raises(WrongValueError, match="at most"):
            _INDEX.find("a " * 13)

    def test_from_other_threads(self) -> None:
        """A web server asks from many."""
        found: list[int] = []
        ask = [threading.Thread(target=lambda: found.append(len(_INDEX.find("kartan")))) for _ in range(8)]
        for thread in ask:
            thread.start()
        for thread in ask:
            thread.join()
        assert found == [1] * 8


_INDEX = index_of(SPRING, AUTUMN)


class TestBodies:
    def test_are_those_that_met(self) -> None:
        """Each once, in order; a meeting that names none has none."""
        other = notes("2027-01-08", body="Ödenätverket")
        bare = Meeting(occasion=date(2027, 1, 9), agenda=[AgendaItem("A")])
        assert index_of(SPRING, AUTUMN, other, bare).bodies == ("Nätverket för vattenvård", "Ödenätverket")


class TestAdd:
    def test_a_meeting_is_there_once(self) -> None:
        """Taken in again it is replaced, and its old words are gone."""
        index = index_of(notes("2027-01-08", item("Kaffe")))
        index.add([record_of(notes("2027-01-08", item("Te")))])
        assert len(index) == 1
        assert len(index.find("kaffe")) == 0
        assert len(index.find("te")) == 1

    def test_whole_or_not_at_all(self) -> None:
        """Where taking in breaks off, nothing of it is there, and the index goes on."""
        index = index_of(SPRING)

        def broken():  # type: ignore[no-untyped-def]
            yield record_of(AUTUMN)
            raise KeyError

        with pytest.raises(KeyError):
            index.add(broken())
        assert len(index) == 1
        index.add([record_of(AUTUMN)])
        assert len(index.find("ekonomen")) == 2


@contextlib.contextmanager
def somebody_writing(place: Path) -> Iterator[None]:
    """As long as somebody else writes to the file of an index."""
    other = sqlite3.connect(place, isolation_level=None)
    other.execute("BEGIN EXCLUSIVE")
    yield
    other.close()


@pytest.fixture
def archive(tmp_path: Path) -> Path:
    """A folder with two documents, one of them in a folder of its own, and one that is no document."""
    folder = tmp_path / "arkiv"
    (folder / "2027").mkdir(parents=True)
    mp.write(notes("2027-01-08", item("Kaffe")), folder / "a.txt")
    mp.write(notes("2027-02-05", item("Te")), folder / "2027" / "b.md")
    (folder / "bild.png").write_bytes(b"x")
    return folder


class TestFollow:
    def test_reads_what_is_new_or_changed(self, archive: Path, tmp_path: Path) -> None:
        """Only that, and what is gone is forgotten; the file lasts."""
        place = tmp_path / "sok.db"
        with Index(place) as index:
            assert index.follow(archive) == Followed(read=2)
            assert index.follow(archive) == Followed()
        mp.write(notes("2027-01-08", item("Choklad")), archive / "a.txt", overwrite=True)
        (archive / "2027" / "b.md").unlink()
        with Index(place) as index:
            assert len(index.find("kaffe")) == 1
            assert index.follow(archive) == Followed(read=1, removed=1)
            assert len(index.find("kaffe")) == len(index.find("te")) == 0
            assert index.find("choklad")["file"] == (str(archive / "a.txt"),)

    def test_a_broken_document_is_counted(self, archive: Path) -> None:
        """It stops nothing, and is not read again until it changes."""
        (archive / "c.docx").write_bytes(b"PK nej")
        with Index() as index:
            assert index.follow(archive) == Followed(read=3, failed=1)
            assert index.follow(archive) == Followed()

    def test_files_by_name(self, archive: Path) -> None:
        """The files that are named, also one that is not there."""
        with Index() as index:
            assert index.follow([archive / "a.txt", archive / "saknas.txt"]) == Followed(read=2, failed=1)

    def test_no_folder(self, tmp_path: Path) -> None:
        """A folder that is not there is told."""
        with Index() as index, pytest.raises(ReadError, match="no such folder"):
            index.follow(tmp_path / "saknas")

    @pytest.mark.parametrize(
        "damage",
        [
            lambda data: b"",
            lambda data: bytes(len(data)),
            lambda data: data[: len(data) // 2],
            lambda data: data[:4096] + os.urandom(4096) + data[8192:],
        ],
    )
    def test_a_damaged_index_is_made_anew(self, archive: Path, tmp_path: Path, damage) -> None:  # type: ignore[no-untyped-def]
        """Whatever happened to the file, following the folder mends it; the documents are untouched."""
        place = tmp_path / "sok.db"
        with Index(place) as index:
            index.follow(archive)
        before = {path: path.read_bytes() for path in archive.rglob("*") if path.is_file()}
        place.write_bytes(damage(place.read_bytes()))
        with Index(place) as index:
            index.follow(archive)
            (archive / "a.txt").touch()
            index.follow(archive)
            assert len(index.find("kaffe")) == 1
        assert before == {path: path.read_bytes() for path in archive.rglob("*") if path.is_file()}

    @pytest.mark.parametrize("content", [b"Anteckningar", b"\0" * 99 + b"x", b"inget index" * 500])
    def test_any_other_file_is_left_alone(self, tmp_path: Path, content: bytes) -> None:
        """Whoever names a document instead of an index keeps the document."""
        place = tmp_path / "anteckningar.txt"
        place.write_bytes(content)
        with pytest.raises(ReadError, match="no index"):
            Index(place)
        assert place.read_bytes() == content

    def test_data_of_another_program_are_left_alone(self, tmp_path: Path) -> None:
        """The same engine, and not ours."""
        place = tmp_path / "annat.db"
        connection = sqlite3.connect(place)
        connection.execute("CREATE TABLE said_config (a)")
        connection.execute("PRAGMA user_version = 1")
        connection.close()
        before = place.read_bytes()
        with pytest.raises(ReadError, match="no index"):
            Index(place)
        assert place.read_bytes() == before

    def test_a_folder_is_no_index(self, tmp_path: Path) -> None:
        """It is told as such."""
        with pytest.raises(ReadError, match="this is a folder"):
            Index(tmp_path)

    def test_a_damaged_index_tells_who_asks(self, archive: Path, tmp_path: Path) -> None:
        """A question to a damaged file is an error of ours."""
        place = tmp_path / "sok.db"
        with Index(place) as index:
            index.follow(archive)
        connection = sqlite3.connect(place)
        connection.execute("DROP TABLE said_data")
        connection.close()
        with Index(place) as index, pytest.raises(ReadError, match="the index is damaged"):
            index.find("kaffe")

    def test_another_layout_is_made_anew(self, archive: Path, tmp_path: Path) -> None:
        """A file of another version of ours holds nothing any more."""
        place = tmp_path / "sok.db"
        with Index(place) as index:
            index.follow(archive)
        connection = sqlite3.connect(place)
        connection.execute("PRAGMA user_version = 99")
        connection.close()
        with Index(place) as index:
            assert len(index) == 0

    def test_somebody_else_writes(self, archive: Path, tmp_path: Path) -> None:
        """A file that is being written is an error of ours, not a damaged one."""
        place = tmp_path / "sok.db"
        with Index(place) as index:
            index.follow(archive)
            index._connection.execute("PRAGMA busy_timeout = 10")
            with somebody_writing(place), pytest.raises(ReadError, match="cannot be used"):
                index.follow(archive)
            assert len(index) == 2

    def test_a_file_that_somebody_writes_is_not_made_anew(
        self, archive: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        """Whether it is an index of ours cannot be seen, and what is in it stays."""
        place = tmp_path / "sok.db"
        with Index(place) as index:
            index.follow(archive)
        with somebody_writing(place):
            monkeypatch.setattr(sqlite3, "connect", partial(sqlite3.connect, timeout=0.01))
            with pytest.raises(ReadError, match="cannot be used"):
                Index(place)
        with Index(place) as index:
            assert len(index) == 2

    def test_a_place_that_cannot_be(self, tmp_path: Path) -> None:
        """A folder that is not there, and one in place of the file."""
        for place in (tmp_path / "saknas" / "sok.db", tmp_path):
            with pytest.raises(ReadError):
                Index(place)


class TestAgendaItems:
    def test_an_item_without_heading_is_found(self) -> None:
        """What stands before the first item has no heading."""
        assert index_of(Meeting(preamble=["Bara detta."], agenda=[AgendaItem()])).find("detta")[
            "headings"
        ] == ((),)
