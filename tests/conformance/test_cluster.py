"""Many files on a cluster and in processes of which one is killed: every file is accounted for, and once."""

import logging
import multiprocessing
import os
import signal
from collections import Counter
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path
from typing import Any

import pytest

import motesprotokoll as mp
from motesprotokoll.batch import UNDER_WAY, Progress, convert_many
from motesprotokoll.register import Register

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="there is no kill that nobody can refuse"),
]

FILES = 500
MIDWAY = 100
MINUTES = """\
Nätverket för stadsodling

Anteckningar möte 2027-{month:02}-{day:02}, kl. 09.00–12.00

Plats: Ängsholm

Närvarande
Ida Ek, Ängsholm
Bo Ask, Storvik

1. Odlingslott {number}
Bo redovisar kön.

Nätverket beslutar att dela lott {number}.
"""


@pytest.fixture(scope="module")
def files(tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    """Minutes with one decision each, and one file that is broken."""
    folder = tmp_path_factory.mktemp("minutes")
    for number in range(FILES - 1):
        text = MINUTES.format(number=number, month=number % 12 + 1, day=number % 28 + 1)
        (folder / f"mote{number:03}.txt").write_text(text, encoding="utf-8")
    (folder / "trasig.docx").write_bytes(b"PK\x03\x04 nej")
    return sorted(folder.iterdir())


@pytest.fixture(scope="module")
def client() -> Iterator[Any]:
    """A client of a cluster of two processes on this machine."""
    distributed = pytest.importorskip("distributed", reason="make check installs requirements-peers.txt")
    with (
        distributed.LocalCluster(
            n_workers=2,
            threads_per_worker=1,
            host="127.0.0.1",
            dashboard_address=None,
            silence_logs=logging.CRITICAL,
        ) as cluster,
        distributed.Client(cluster) as client,
    ):
        yield client


class Killing:
    """A progress that kills one worker when so many files are done."""

    def __init__(self, pids: Any) -> None:
        self._pids = pids
        self.killed: int | None = None
        self.counts: list[int] = []

    def __call__(self, count: int, _: str) -> None:
        self.counts.append(count)
        if count == MIDWAY:
            self.killed = self._pids()[0]
            os.kill(self.killed, signal.SIGKILL)


def killing_one_of(client: Any) -> Killing:
    client.wait_for_workers(2)
    return Killing(lambda: [nanny.pid for nanny in client.cluster.workers.values()])


def register_of(files: list[Path], executor: Any, progress: Progress) -> dict[str, str | None]:
    """The code of each file's error; each file is there once."""
    register = Register.from_files(files, executor=executor, progress=progress)
    assert Counter(register.documents["file"]) == Counter(map(str, files))
    read = sum(error is None for error in register.documents["error"])
    assert len(register.decisions) == read
    return {str(row["file"]): row["error_code"] for row in register.documents}  # type: ignore[misc]


def converted(files: list[Path], folder: Path, executor: Any, progress: Progress) -> dict[str, str | None]:
    """The code of each file's error; each file is there once, and where there is none, so is the new one."""
    done = list(convert_many(files, folder, format="markdown", executor=executor, progress=progress))
    assert Counter(one.file for one in done) == Counter(map(str, files))
    for one in done:
        assert (one.output is None) == (one.error is not None)
        if one.output:
            assert len(mp.read(one.output).meeting.decisions) == 1
    return {one.file: one.error.code if one.error else None for one in done}


@pytest.mark.parametrize("what", ["register", "convert"])
def test_a_worker_of_a_cluster_is_killed(what: str, files: list[Path], client: Any, tmp_path: Path) -> None:
    """Its files are done by others, also those that it had just finished: none is told as a failure."""
    killing = killing_one_of(client)
    executor = client.get_executor()
    if what == "register":
        codes = register_of(files, executor, killing)
    else:
        codes = converted(files, tmp_path / "ut", executor, killing)
    assert killing.killed
    assert killing.counts == list(range(1, FILES + 1))
    broken = [Path(file).name for file, code in codes.items() if code == "read"]
    assert broken == ["trasig.docx"]
    assert set(codes.values()) == {None, "read"}


@pytest.mark.parametrize("what", ["register", "convert"])
def test_a_process_of_a_pool_is_killed(what: str, files: list[Path], tmp_path: Path) -> None:
    """A pool with a dead process takes no more work: what was not done says so, file by file."""
    with ProcessPoolExecutor(2, multiprocessing.get_context("spawn")) as executor:
        killing = Killing(lambda: sorted(executor._processes))
        if what == "register":
            codes = register_of(files, executor, killing)
        else:
            codes = converted(files, tmp_path / "ut", executor, killing)
    assert killing.killed
    assert killing.counts == list(range(1, FILES + 1))
    counted = Counter(codes.values())
    assert set(counted) <= {None, "read", "worker"}
    assert counted[None] >= MIDWAY - 1
    assert counted["worker"] >= FILES - MIDWAY - UNDER_WAY
