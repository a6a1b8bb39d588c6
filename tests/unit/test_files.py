"""Sources are bounded, and what is written is whole or not there at all."""

import errno
import io
import os
import stat
import subprocess
import sys
import threading
from pathlib import Path

import pytest

from motesprotokoll import files
from motesprotokoll.errors import LimitError, ReadError, WriteError, WrongTypeError
from motesprotokoll.files import encoded, opened, write_bytes, write_folder
from motesprotokoll.limits import Limits

posix = pytest.mark.skipif(os.name != "posix", reason="modes and processes as POSIX has them")
swedish_names = pytest.mark.skipif(
    sys.getfilesystemencoding() == "ascii", reason="no file can have a Swedish name where the locale is C"
)
FEW = Limits(document_bytes=10)


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


class TestOpened:
    @pytest.mark.parametrize("kind", [bytes, bytearray, memoryview])
    def test_takes_bytes_of_any_kind(self, kind: type) -> None:
        """Bytes have no name."""
        document = opened(kind(b"abc"))
        assert (document.data, document.name, document.suffix) == (b"abc", None, "")

    @swedish_names
    def test_takes_a_path(self, tmp_path: Path) -> None:
        """A path may be a string or a Path; its suffix is folded."""
        path = tmp_path / "Möte.TXT"
        path.write_bytes(b"abc")
        for one in (path, str(path)):
            document = opened(one)
            assert (document.data, document.name, document.suffix) == (b"abc", str(path), ".txt")

    def test_takes_an_open_file(self, tmp_path: Path) -> None:
        """An open file is read from where it stands, and keeps its name."""
        path = tmp_path / "a.md"
        path.write_bytes(b"abc")
        with path.open("rb") as stream:
            document = opened(stream)
        assert (document.data, document.suffix, document.decoded) == (b"abc", ".md", False)

    def test_takes_a_file_open_as_text(self) -> None:
        """Text is UTF-8 from then on, and says so."""
        document = opened(io.StringIO("Åsa\udc80"))
        assert document.data == "Åsa\ufffd".encode()
        assert document.decoded
        assert document.name is None

    def test_a_file_that_gives_little_at_a_time_is_read_to_its_end(self) -> None:
        """A raw stream may give less than asked for."""

        class Slow(io.BytesIO):
            name = 7

            def read(self, size: int | None = -1) -> bytes:
                return super().read(1)

        assert opened(Slow(b"abc")).data == b"abc"
        with pytest.raises(LimitError, match="larger than 10 bytes"):
            opened(Slow(b"x" * 11), FEW)

    def test_never_takes_more_than_the_limit(self, tmp_path: Path) -> None:
        """What is too large is refused, and not held in memory first."""
        path = tmp_path / "large.txt"
        path.write_bytes(b"x" * 11)
        for source in (path, b"x" * 11, io.BytesIO(b"x" * 11), io.StringIO("å" * 9)):
            with pytest.raises(LimitError, match=r"Limits\(document_bytes=...\)"):
                opened(source, FEW)
        assert opened(b"x" * 10, FEW).data == b"x" * 10

    @posix
    def test_an_endless_file_ends_at_the_limit(self) -> None:
        """A device without an end is read up to the limit and no further."""
        with pytest.raises(LimitError):
            opened("/dev/zero", FEW)

    def test_tells_that_there_is_no_file(self, tmp_path: Path) -> None:
        """A missing file, a folder and an impossible name each get one clear error."""
        with pytest.raises(ReadError, match=r"none\.txt: there is no such file") as caught:
            opened(tmp_path / "none.txt")
        assert isinstance(caught.value.__cause__, FileNotFoundError)
        with pytest.raises(ReadError, match=r"cannot be read|a folder"):
            opened(tmp_path)
        with pytest.raises(ReadError, match="cannot be read"):
            opened("a\0b")
        with pytest.raises(ReadError, match="cannot be read"):
            opened("a" * 1000)

    @pytest.mark.parametrize("text", ["Närvarande\nIda Ek", "x" * 5_000])
    def test_pasted_text_is_no_path(self, text: str) -> None:
        """Who passes the text of a document to read() is told about read_text()."""
        with pytest.raises(ReadError, match="read_text"):
            opened(text)

    @pytest.mark.parametrize("source", [None, 3, object(), ["a"]])
    def test_refuses_anything_else(self, source: object) -> None:
        """A wrong type is told as one."""
        with pytest.raises(WrongTypeError, match="a path, bytes or an open file"):
            opened(source)  # type: ignore[arg-type]

    def test_a_closed_file_is_told(self) -> None:
        """A file that was closed, or is not in the encoding that it was opened with, is a ReadError."""
        stream = io.BytesIO(b"")
        stream.close()
        with pytest.raises(ReadError, match="the open file cannot be read"):
            opened(stream)
        with pytest.raises(ReadError, match="the open file cannot be read"):
            opened(io.TextIOWrapper(io.BytesIO(b"\xff"), encoding="utf-8"))

    def test_a_file_that_gives_neither_text_nor_bytes_is_refused(self) -> None:
        """Something with read() is not always a file."""

        class Odd:
            def read(self, size: int) -> list[int]:
                return [1]

        with pytest.raises(WrongTypeError, match=r"read\(\) of the open file gave \[1\]"):
            opened(Odd())  # type: ignore[arg-type]

    def test_surrogates_become_replacement_characters(self) -> None:
        """No encoding holds a lone surrogate; the rest of the text stays."""
        assert encoded("å\ud800b") == "å\ufffdb".encode()
        assert encoded("å") == "å".encode()


class TestWriteBytes:
    def test_writes_and_gives_the_path_back(self, tmp_path: Path) -> None:
        """The file holds the bytes, and nothing else is left in the folder."""
        path = tmp_path / "a.txt"
        assert write_bytes(path, b"abc") == path
        assert path.read_bytes() == b"abc"
        assert names(tmp_path) == ["a.txt"]

    def test_never_overwrites_unless_told(self, tmp_path: Path) -> None:
        """The old file stays whole; overwrite=True replaces it."""
        path = tmp_path / "a.txt"
        path.write_bytes(b"old")
        with pytest.raises(WriteError, match=r"there already \(overwrite=True"):
            write_bytes(path, b"new")
        assert path.read_bytes() == b"old"
        write_bytes(path, b"new", overwrite=True)
        assert path.read_bytes() == b"new"
        assert names(tmp_path) == ["a.txt"]

    def test_overwrite_of_nothing_is_a_new_file(self, tmp_path: Path) -> None:
        """overwrite=True does not need a file."""
        assert write_bytes(tmp_path / "a.txt", b"x", overwrite=True).read_bytes() == b"x"

    def test_a_race_has_one_winner(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        """A file that appears between the look and the writing is not lost."""
        path = tmp_path / "a.txt"
        monkeypatch.setattr(files, "_mode_of", lambda *_: path.write_bytes(b"theirs") and None)
        with pytest.raises(WriteError, match="there already"):
            write_bytes(path, b"ours")
        assert path.read_bytes() == b"theirs"
        assert names(tmp_path) == ["a.txt"]

    def test_many_writers_make_one_file(self, tmp_path: Path) -> None:
        """Of eight threads that write one new file, one succeeds, and the file is whole."""
        results: list[str] = []

        def work(number: int) -> None:
            try:
                write_bytes(tmp_path / "a.txt", str(number).encode() * 1000)
                results.append("ok")
            except WriteError:
                results.append("refused")

        threads = [threading.Thread(target=work, args=(number,)) for number in range(8)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        assert sorted(results) == ["ok"] + ["refused"] * 7
        assert len(set((tmp_path / "a.txt").read_bytes())) == 1
        assert names(tmp_path) == ["a.txt"]

    @pytest.mark.parametrize("overwrite", [False, True])
    def test_works_without_hard_links(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, overwrite: bool
    ) -> None:
        """On a file system without links the name is taken first and then filled."""

        def no_links(*_: object) -> None:
            raise OSError(errno.EPERM, "no links here")

        monkeypatch.setattr(os, "link", no_links)
        path = tmp_path / "a.txt"
        write_bytes(path, b"abc", overwrite=overwrite)
        assert path.read_bytes() == b"abc"
        with pytest.raises(WriteError, match="there already"):
            write_bytes(path, b"new")
        assert names(tmp_path) == ["a.txt"]

    def test_a_name_that_was_taken_is_given_back(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        """Without links, a failure after taking the name leaves no empty file."""

        def refuse(*_: object) -> None:
            raise OSError(errno.EIO, "broken disk")

        monkeypatch.setattr(os, "link", refuse)
        monkeypatch.setattr(os, "replace", refuse)
        with pytest.raises(WriteError, match="broken disk"):
            write_bytes(tmp_path / "a.txt", b"abc")
        assert names(tmp_path) == []

    @pytest.mark.parametrize("call", ["open", "fsync", "replace", "chmod"])
    def test_a_failing_disk_leaves_the_old_file(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, call: str
    ) -> None:
        """Whichever step fails, the old file is whole and no temporary file is left."""
        path = tmp_path / "a.txt"
        path.write_bytes(b"old")

        def refuse(*_: object, **__: object) -> None:
            raise OSError(errno.ENOSPC, "No space left on device")

        monkeypatch.setattr(os, call, refuse)
        with pytest.raises(WriteError, match=r"a\.txt: the file cannot be written: No space left"):
            write_bytes(path, b"new", overwrite=True)
        monkeypatch.undo()
        assert path.read_bytes() == b"old"
        assert names(tmp_path) == ["a.txt"]

    def test_an_interruption_leaves_the_old_file(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        """Ctrl-C in the middle of a save passes on and leaves nothing behind."""
        path = tmp_path / "a.txt"
        path.write_bytes(b"old")

        def interrupt(_: int) -> None:
            raise KeyboardInterrupt

        monkeypatch.setattr(os, "fsync", interrupt)
        with pytest.raises(KeyboardInterrupt):
            write_bytes(path, b"new", overwrite=True)
        monkeypatch.undo()
        assert path.read_bytes() == b"old"
        assert names(tmp_path) == ["a.txt"]

    @posix
    def test_the_mode_is_kept(self, tmp_path: Path) -> None:
        """A file that is replaced keeps its mode; a new one gets what the umask leaves, not 0600."""
        path = tmp_path / "a.txt"
        before = os.umask(0o027)
        try:
            write_bytes(path, b"x")
            assert stat.S_IMODE(path.stat().st_mode) == 0o640
        finally:
            os.umask(before)
        path.chmod(0o604)
        write_bytes(path, b"y", overwrite=True)
        assert stat.S_IMODE(path.stat().st_mode) == 0o604

    @posix
    def test_a_link_stays_a_link(self, tmp_path: Path) -> None:
        """A symbolic link is followed: what it points to is replaced, or made."""
        (tmp_path / "there").mkdir()
        (tmp_path / "link.txt").symlink_to(tmp_path / "there" / "a.txt")
        write_bytes(tmp_path / "link.txt", b"new")
        with pytest.raises(WriteError):
            write_bytes(tmp_path / "link.txt", b"newer")
        write_bytes(tmp_path / "link.txt", b"newest", overwrite=True)
        assert (tmp_path / "link.txt").is_symlink()
        assert (tmp_path / "there" / "a.txt").read_bytes() == b"newest"

    @posix
    def test_only_ordinary_files_are_replaced(self, tmp_path: Path) -> None:
        """A device or a pipe is not turned into a file, nor is a folder."""
        os.mkfifo(tmp_path / "pipe")
        with pytest.raises(WriteError, match="no ordinary file"):
            write_bytes(tmp_path / "pipe", b"x", overwrite=True)
        with pytest.raises(WriteError, match="this is a folder"):
            write_bytes(tmp_path, b"x", overwrite=True)

    def test_a_missing_folder_is_told(self, tmp_path: Path) -> None:
        """No folder is made up."""
        with pytest.raises(WriteError, match="cannot be written"):
            write_bytes(tmp_path / "none" / "a.txt", b"x")
        with pytest.raises(WriteError, match="cannot be written"):
            write_bytes("a\0b", b"x")

    @posix
    @swedish_names
    def test_a_long_name_is_no_trouble(self, tmp_path: Path) -> None:
        """The temporary name does not grow with the name of the file."""
        name = "å" * 120 + ".txt"
        assert write_bytes(tmp_path / name, b"x").read_bytes() == b"x"

    def test_a_folder_that_cannot_be_synced_is_no_trouble(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        """Windows opens no folders; the file is written all the same."""
        real = os.open

        def no_folders(path: str | Path, flags: int, mode: int = 0o777) -> int:
            if Path(path).is_dir():
                raise PermissionError(errno.EACCES, "no folders")
            return real(path, flags, mode)

        monkeypatch.setattr(os, "open", no_folders)
        assert write_bytes(tmp_path / "a.txt", b"x").read_bytes() == b"x"


class TestWriteFolder:
    def test_a_folder_that_cannot_be_made(self, tmp_path: Path) -> None:
        """A file stands in its place."""
        (tmp_path / "a").write_text("x")
        with pytest.raises(WriteError, match="folder cannot be made"):
            write_folder(str(tmp_path / "a" / "b"), {})


class TestSweep:
    @posix
    def test_what_a_killed_process_left_is_removed(self, tmp_path: Path) -> None:
        """A save removes the temporary files of processes that are gone, and of nobody else."""
        done = subprocess.run(
            [sys.executable, "-c", "from motesprotokoll import files; print(files._temporary_name())"],
            capture_output=True,
            text=True,
            check=True,
        )
        (tmp_path / done.stdout.strip()).write_bytes(b"torn")
        (tmp_path / ".motesprotokoll-00000000-1-aa.tmp").write_bytes(b"another machine's")
        (tmp_path / files._temporary_name()).write_bytes(b"a thread's of ours")
        (tmp_path / ".motesprotokoll-x.tmp").write_bytes(b"strange")
        (tmp_path / "b.tmp").write_bytes(b"somebody's")
        write_bytes(tmp_path / "a.txt", b"x")
        left = names(tmp_path)
        assert done.stdout.strip() not in left
        assert len(left) == 5

    def test_what_is_a_day_old_is_removed(self, tmp_path: Path) -> None:
        """Where nothing tells whose it was, age decides, by the clock of the file system."""
        old = tmp_path / ".motesprotokoll-00000000-1-aa.tmp"
        old.write_bytes(b"x")
        os.utime(old, (1, 1))
        write_bytes(tmp_path / "a.txt", b"x")
        assert names(tmp_path) == ["a.txt"]

    def test_a_folder_that_cannot_be_listed_is_no_trouble(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        """Who may write and not list still writes."""

        def refuse(_: object) -> None:
            raise PermissionError

        monkeypatch.setattr(os, "scandir", refuse)
        assert write_bytes(tmp_path / "a.txt", b"x").read_bytes() == b"x"

    @posix
    def test_a_process_of_somebody_else_is_alive(self, monkeypatch: pytest.MonkeyPatch) -> None:
        """A process that may not be asked exists; a number that is none tells nothing."""
        machine = files._machine()

        def forbidden(*_: object) -> None:
            raise PermissionError

        monkeypatch.setattr(os, "kill", forbidden)
        assert not files._is_orphan(f".motesprotokoll-{machine}-1-aa.tmp")
        monkeypatch.undo()
        assert not files._is_orphan(f".motesprotokoll-{machine}-{10**40}-aa.tmp")

    def test_other_systems_go_by_age(self, monkeypatch: pytest.MonkeyPatch) -> None:
        """Where asking for a process could end it, nobody is asked."""
        monkeypatch.setattr(os, "name", "nt")
        assert not files._is_orphan(f".motesprotokoll-{files._machine()}-999999-aa.tmp")
