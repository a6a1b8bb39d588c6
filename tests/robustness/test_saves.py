"""What is saved is whole or not there, whatever fails and whenever the process is killed."""

import contextlib
import os
import subprocess
import sys
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

import motesprotokoll as mp
from faults import failing_in_turn
from motesprotokoll.register import Followup
from motesprotokoll.testing import sample_meeting

OLD, NEW = sample_meeting("gammalt"), sample_meeting("nytt")
REMOVE = os.unlink
"""Of the tests: it does not fail."""


def save(meeting: mp.Meeting, folder: Path) -> None:
    mp.save(meeting, folder / "m.json", overwrite=True)


def write(meeting: mp.Meeting, folder: Path) -> None:
    mp.write(meeting, folder / "m.html", overwrite=True)


def publish(meeting: mp.Meeting, folder: Path) -> None:
    """A name that must not be taken yet."""
    with contextlib.suppress(FileNotFoundError):
        REMOVE(folder / "m.txt")
    mp.write(meeting, folder / "m.txt")


def convert(meeting: mp.Meeting, folder: Path) -> None:
    source = folder.parent / "m.json"
    source.write_text(mp.dumps(meeting), "utf-8")
    (done,) = mp.convert_many([source], folder, format="markdown", overwrite=True)
    if done.error:
        raise done.error


def templates(_: mp.Meeting, folder: Path) -> None:
    mp.write_templates(folder, overwrite=True)


def follow_up(meeting: mp.Meeting, folder: Path) -> None:
    Followup().close("a", date(2027, 1, 1), meeting.title).save(folder / "f.json")


SAVES: dict[str, Callable[[mp.Meeting, Path], None]] = {
    one.__name__: one for one in (save, write, publish, convert, templates, follow_up)
}


class TestFailingDisk:
    @pytest.mark.parametrize("name", SAVES)
    def test_each_call_fails_once(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str) -> None:
        """An error of ours or none; the old file or the new one; and the next save tidies up."""
        folder = tmp_path / "out"
        folder.mkdir()
        save = SAVES[name]
        save(NEW, folder)
        new = contents(folder)
        save(OLD, folder)
        old = contents(folder)
        failed = set()
        for disk, raised in failing_in_turn(monkeypatch, lambda: save(NEW, folder)):
            failed.add(disk.failed)
            assert raised is None or isinstance(raised, mp.MinutesError), (disk.failed, raised)
            found = contents(folder)
            assert all(found.get(file) in (old[file], new[file], gone(name)) for file in old), disk.failed
            save(OLD, folder)
            assert contents(folder) == old, disk.failed
        assert failed >= {"open", "write", "fsync", "unlink", "close of a file"}
        assert failed & {"replace", "link"}

    @pytest.mark.skipif(sys.platform != "linux", reason="a full disk is played by a limit of the system")
    def test_an_index_on_a_full_disk(self, tmp_path: Path) -> None:
        """However much of it fits: an error of ours, and the same index goes on when there is room."""
        for number in range(3):
            mp.save(sample_meeting(f"ord{number}"), tmp_path / f"{number}.json")
        alone = {name: value for name, value in os.environ.items() if not name.startswith("COV")}
        child = [sys.executable, "-c", FULL_DISK, str(tmp_path)]
        done = subprocess.run(child, env=alone, capture_output=True, text=True, check=False)
        assert done.returncode == 0, done.stderr[-2_000:]
        refused, fitted = map(int, done.stdout.split())
        assert refused > 10
        assert fitted > 0


def contents(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir()}


def gone(name: str) -> bytes | None:
    """What is there of a file that was not there before, where nothing was saved."""
    return None if name == "publish" else b"never"


FULL_DISK = """
import resource, sys
from pathlib import Path
import motesprotokoll as mp
from motesprotokoll.register import Index
folder = Path(sys.argv[1])
files = sorted(folder.glob("*.json"))
refused = fitted = 0
for number, kib in enumerate(range(0, 100, 3)):
    with Index(folder / f"{number}.index") as index:
        hard = resource.getrlimit(resource.RLIMIT_FSIZE)[1]
        resource.setrlimit(resource.RLIMIT_FSIZE, (kib * 1024, hard))
        try:
            index.follow(files)
            fitted += 1
        except mp.MinutesError:
            refused += 1
        finally:
            resource.setrlimit(resource.RLIMIT_FSIZE, (hard, hard))
        index.follow(files)
        assert len(index) == 3, len(index)
        assert index.find("ord1")
print(refused, fitted)
"""


FORKING = """
import os, random, signal, sys, time
from motesprotokoll.files import write_bytes
path, kills = sys.argv[1], int(sys.argv[2])
write_bytes(path, b"0" * 100_000)
lasts = random.Random(1)
for number in range(kills):
    child = os.fork()
    if not child:
        content = 0
        while True:
            content += 1
            write_bytes(path, str(content % 10).encode() * 100_000, overwrite=True)
    time.sleep(lasts.random() * 0.006)
    os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)
    with open(path, "rb") as file:
        data = file.read()
    if len(data) != 100_000 or len(set(data)) != 1:
        sys.exit(f"torn after {number} kills")
write_bytes(path, b"x", overwrite=True)
"""


@pytest.mark.slow
@pytest.mark.skipif(not hasattr(os, "fork"), reason="a process is made a thousand times, by a fork")
def test_no_kill_leaves_half_a_file(tmp_path: Path) -> None:
    """A thousand times, whenever it comes: the file is one of its versions, and the next save tidies up."""
    path = tmp_path / "a.txt"
    # What measures lines would be written at each fork.
    alone = {name: value for name, value in os.environ.items() if not name.startswith("COV")}
    child = [sys.executable, "-c", FORKING, str(path), "1000"]
    done = subprocess.run(child, env=alone, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")
    assert contents(tmp_path) == {"a.txt": b"x"}
