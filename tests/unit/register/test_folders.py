"""Which files of a folder are documents."""

from pathlib import Path

import pytest

from motesprotokoll.errors import ReadError
from motesprotokoll.register import documents_in


class TestDocumentsIn:
    def test_looks_through_folders_in_the_folder(self, tmp_path: Path) -> None:
        """By suffix; the file of follow-up and what Word leaves beside a document are none."""
        (tmp_path / "2027").mkdir()
        names = ("b.TXT", "2027/a.pdf", "uppfoljning.json", "~$a.docx", "bild.png", "a.json")
        for name in names:
            (tmp_path / name).touch()
        found = [Path(name).relative_to(tmp_path).as_posix() for name in documents_in(tmp_path)]
        assert found == ["2027/a.pdf", "a.json", "b.TXT"]

    def test_files_that_are_named_are_given_back(self) -> None:
        """Somebody who names a file knows what it is."""
        assert documents_in(["a.bin", Path("b")]) == ["a.bin", "b"]

    def test_no_such_folder(self, tmp_path: Path) -> None:
        """A wrong name is an error, and no empty folder."""
        with pytest.raises(ReadError, match="no such folder"):
            documents_in(tmp_path / "arkiv")
