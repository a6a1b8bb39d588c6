"""Many files at once: one result a file, whatever becomes of it and of the worker."""

import multiprocessing
import os
import threading
from collections import Counter
from collections.abc import Callable, Iterator
from concurrent.futures import Executor, Future, ProcessPoolExecutor, ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest

import motesprotokoll as mp
from motesprotokoll.batch import TRIES, UNDER_WAY, convert_many, each
from motesprotokoll.errors import (
    ReadError,
    UnknownFormatError,
    WorkerError,
    WriteError,
    WrongTypeError,
    WrongValueError,
)
from motesprotokoll.register import Register


def half(number: int) -> int:
    """Half of an even number: a task that may fail as ours do, or as nobody's should."""
    if number % 2:
        raise ReadError(f"{number} is odd")
    if number == 66:
        raise KeyError(number)
    return number // 2


def die(number: int) -> int:
    """A task whose worker dies at the third number."""
    if number == 3:
        os._exit(1)
    return number


class Losing:
    """An executor that does the work and loses its answer so many times a task, as when a worker dies."""

    def __init__(self, times: int, lose: Callable[["Future[object]"], None]) -> None:
        self._times = times
        self._lose = lose
        self.begun: Counter[object] = Counter()

    def submit(self, function: Callable[..., object], *arguments: Any) -> "Future[object]":
        (tasks,) = arguments
        self.begun.update(tasks)
        future: Future[object] = Future()
        answer = function(tasks)
        if self.begun[tasks[0]] <= self._times:
            self._lose(future)
        else:
            future.set_result(answer)
        return future


def unpacked(future: "Future[object]") -> None:
    """What dask.distributed says if a worker dies between its answer and the question what became of it."""
    future.set_exception(TypeError("cannot unpack non-iterable Outcome object"))


def cancelled(future: "Future[object]") -> None:
    """What it says of what it will not do again."""
    future.cancel()
    future.set_running_or_notify_cancel()


class TestLostWork:
    """A worker dies, and what it did or was to do is lost; the others live."""

    @pytest.mark.parametrize("lose", [unpacked, cancelled])
    @pytest.mark.parametrize("times", range(TRIES))
    def test_is_done_again(self, times: int, lose: Callable[["Future[object]"], None]) -> None:
        """Nobody sees it, and each task has one outcome."""
        executor = Losing(times, lose)
        found = sorted(each(half, range(2, 200, 2), executor), key=lambda one: one.task)  # type: ignore[arg-type]
        assert [one.task for one in found] == list(range(2, 200, 2))
        assert [one.result for one in found if one.task != 66] == [
            task // 2 for task in range(2, 200, 2) if task != 66
        ]
        assert set(executor.begun.values()) == {times + 1}

    def test_not_for_ever(self) -> None:
        """A file that takes each worker along is told, after so many tries."""
        executor = Losing(1_000, unpacked)
        found = list(each(half, [2, 4], executor))  # type: ignore[arg-type]
        assert [type(one.error) for one in found] == [WorkerError, WorkerError]
        assert "TypeError" in str(found[0].error)
        assert executor.begun == {2: TRIES, 4: TRIES}

    def test_one_that_takes_workers_along_takes_no_other_file(self) -> None:
        """What was lost together is tried again apart."""

        class Poisoned(Losing):
            def submit(self, function: Callable[..., object], *arguments: Any) -> "Future[object]":
                self._times = 1_000 if 150 in arguments[0] else 0
                return super().submit(function, *arguments)

        found = list(each(half, range(2, 200, 2), Poisoned(0, unpacked)))  # type: ignore[arg-type]
        assert sorted(one.task for one in found) == list(range(2, 200, 2))
        assert [one.task for one in found if one.error] == [66, 150]

    def test_what_fails_by_itself_is_not_done_again(self) -> None:
        """An error of ours, or a fault of the function, would be the same the next time."""
        executor = Losing(0, unpacked)
        found = list(each(half, [3, 66], executor))  # type: ignore[arg-type]
        assert [type(one.error) for one in found] == [ReadError, WorkerError]
        assert set(executor.begun.values()) == {1}

    def test_an_executor_that_is_closed_meanwhile(self) -> None:
        """It takes nothing again, whatever error it says that with."""

        class Closing(Losing):
            def submit(self, function: Callable[..., object], *arguments: Any) -> "Future[object]":
                if self.begun:
                    raise OSError("the cluster is gone")
                return super().submit(function, *arguments)

        found = list(each(half, [2, 4], Closing(1, unpacked)))  # type: ignore[arg-type]
        assert sorted(one.task for one in found) == [2, 4]
        assert all("the cluster is gone" in str(one.error) for one in found)

    def test_a_file_that_was_written_before(self, folder: Path) -> None:
        """The new file is known again, though its name was free when the work began."""
        done = convert_many(
            [folder / "mote1.txt"],
            folder / "ut",
            executor=Losing(1, unpacked),  # type: ignore[arg-type]
        )
        assert [(one.error, one.output) for one in done] == [(None, folder / "ut" / "mote1.json")]

    def test_files_of_a_register(self, folder: Path) -> None:
        """Each is a row without an error of a worker."""
        executor = Losing(2, cancelled)
        register = Register.from_files(sorted(folder.glob("mote*")), executor=executor)  # type: ignore[arg-type]
        assert register.documents["error"] == (None, None)


class TestEach:
    def test_in_this_process(self) -> None:
        """In order, one outcome a task, and an error of ours is an outcome."""
        found = list(each(half, [2, 3, 4], None))
        assert [one.result for one in found] == [1, None, 2]
        assert isinstance(found[1].error, ReadError)

    def test_a_fault_of_ours_is_not_hidden(self) -> None:
        """What is no error of the library is no outcome in this process: it is a bug, and shows."""
        with pytest.raises(KeyError):
            list(each(half, [66], None))

    def test_in_threads(self) -> None:
        """Every task has its outcome; one that breaks is told."""
        with ThreadPoolExecutor(3) as executor:
            found = {one.task: one for one in each(half, range(2, 200), executor)}
        assert sorted(found) == list(range(2, 200))
        assert found[8].result == 4
        assert isinstance(found[9].error, ReadError)
        assert isinstance(found[66].error, WorkerError)
        assert "KeyError" in str(found[66].error)

    def test_a_worker_that_dies_loses_no_task(self) -> None:
        """A process that dies takes its executor along; each file that was left says so."""
        context = multiprocessing.get_context("spawn")
        with ProcessPoolExecutor(1, context) as executor:
            found = {one.task: one for one in each(die, range(300), executor)}
        assert sorted(found) == list(range(300))
        assert isinstance(found[3].error, WorkerError)
        assert isinstance(found[299].error, WorkerError)

    def test_takes_no_more_than_it_needs(self) -> None:
        """Tasks are asked for as others finish, so that thousands of files do not wait in memory."""
        asked = 0

        def tasks() -> Iterator[int]:
            nonlocal asked
            for number in range(1000):
                asked += 1
                yield number * 2 + 100

        with ThreadPoolExecutor(1) as executor:
            results = each(half, tasks(), executor)
            next(results)
            assert asked <= UNDER_WAY
            results.close()  # type: ignore[attr-defined]

    def test_whoever_leaves_leaves_nothing_running(self) -> None:
        """Tasks that have not begun are cancelled when nobody listens any more."""
        gate, begun = threading.Event(), []

        def wait(number: int) -> int:
            begun.append(number)
            gate.wait(5)
            return number

        with ThreadPoolExecutor(1) as executor:
            results = each(wait, range(UNDER_WAY), executor)
            listener = threading.Thread(target=next, args=(results,))
            listener.start()
            gate.set()
            listener.join(5)
            results.close()  # type: ignore[attr-defined]
        assert len(begun) <= UNDER_WAY

    def test_an_executor_that_is_shut(self) -> None:
        """It takes nothing, and each task says so."""
        executor = ThreadPoolExecutor(1)
        executor.shutdown()
        assert all(isinstance(one.error, WorkerError) for one in each(half, [2, 4], executor))

    def test_any_executor(self) -> None:
        """An executor of another package is one if it can be given work."""

        class Foreign:
            def submit(self, function: Callable[..., object], *arguments: object) -> "Future[object]":
                future: Future[object] = Future()
                future.set_result(function(*arguments))
                return future

        assert [one.result for one in each(half, [2, 4], Foreign())] == [1, 2]  # type: ignore[arg-type]

    def test_an_error_of_ours_is_no_failure_to_an_executor(self) -> None:
        """Some clusters wait for ever for what failed when it was done again after a worker's death."""
        futures = []

        class Watched(ThreadPoolExecutor):
            def submit(self, *arguments: Any, **named: Any) -> "Future[Any]":
                futures.append(super().submit(*arguments, **named))
                return futures[-1]

        with Watched(1) as executor:
            found = list(each(half, [3, 4], executor))
        assert sorted(str(one.error) for one in found) == ["3 is odd", "None"]
        assert [one.exception() for one in futures] == [None, None]

    def test_refuses_what_is_none(self) -> None:
        """A number of workers is no executor."""
        with pytest.raises(WrongTypeError, match="expected an Executor"):
            list(each(half, [2], 4))  # type: ignore[arg-type]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder of documents, one of them broken."""
    for number in (1, 2):
        meeting = mp.new_meeting("Rådet", f"2027-02-0{number}", agenda=["Kaffe"])
        mp.write(meeting, tmp_path / f"mote{number}.txt")
    (tmp_path / "trasig.docx").write_bytes(b"PK\x03\x04 nej")
    return tmp_path


class Twice:
    """An executor that does everything twice, as if the first worker had died with its answer."""

    def __init__(self, between: Callable[[], None]) -> None:
        self._between = between

    def submit(self, function: Callable[..., object], *arguments: object) -> "Future[object]":
        function(*arguments)
        self._between()
        future: Future[object] = Future()
        future.set_result(function(*arguments))
        return future


class TestConvertMany:
    def test_each_file_is_accounted_for(self, folder: Path) -> None:
        """New files under the old names; what cannot be read is told, and the rest goes on."""
        told: list[tuple[int, str]] = []
        files = sorted(folder.iterdir())
        done = list(
            convert_many(files, folder / "ut", format="html", progress=lambda *each: told.append(each))
        )
        assert [Path(one.file).name for one in done] == ["mote1.txt", "mote2.txt", "trasig.docx"]
        assert done[0].output == folder / "ut" / "mote1.html"
        assert mp.read(done[0].output).meeting.agenda[0].title == "Kaffe"
        assert isinstance(done[2].error, ReadError)
        assert [count for count, _ in told] == [1, 2, 3]

    def test_nothing_is_replaced_unasked(self, folder: Path) -> None:
        """A file that is there stays, unless it is to be replaced."""
        files = [folder / "mote1.txt"]
        assert [one.error for one in convert_many(files, folder / "ut")] == [None]
        assert [type(one.error) for one in convert_many(files, folder / "ut")] == [WriteError]
        assert [one.error for one in convert_many(files, folder / "ut", overwrite=True)] == [None]

    def test_a_worker_that_died_after_writing(self, folder: Path) -> None:
        """A cluster gives its file to another worker, who finds the work done; but only the very same."""
        new = folder / "ut" / "mote1.json"

        def nothing() -> None:
            pass

        def another_file() -> None:
            new.write_text("{}")

        def a_folder() -> None:
            new.unlink()
            new.mkdir()

        for between, errors in ((nothing, []), (another_file, [WriteError]), (a_folder, [WriteError])):
            done = convert_many([folder / "mote1.txt"], new.parent, executor=Twice(between))  # type: ignore[arg-type]
            assert [type(one.error) for one in done if one.error] == errors
            if new.is_file():
                new.unlink()

    def test_a_folder_that_is_a_file(self, folder: Path) -> None:
        """An error of ours for each file."""
        files = [folder / "mote1.txt"]
        assert [type(one.error) for one in convert_many(files, folder / "mote2.txt")] == [WriteError]

    def test_two_of_one_name_keep_their_suffix(self, folder: Path) -> None:
        """A text and a page of the same name become two files."""
        mp.write(mp.read(folder / "mote1.txt").meeting, folder / "mote1.html")
        done = convert_many([folder / "mote1.txt", folder / "mote1.html"], folder / "ut")
        assert [one.output.name for one in done if one.output] == ["mote1-txt.json", "mote1-html.json"]

    def test_two_that_would_be_one_are_refused(self, folder: Path) -> None:
        """Nothing is written over in silence."""
        (folder / "b").mkdir()
        other = folder / "b" / "mote1.txt"
        other.write_bytes((folder / "mote1.txt").read_bytes())
        with pytest.raises(WrongValueError, match="two files would become"):
            convert_many([folder / "mote1.txt", other], folder / "ut")

    def test_an_unknown_format_is_told_at_once(self, folder: Path) -> None:
        """Before any file is read."""
        with pytest.raises(UnknownFormatError):
            convert_many([folder / "nej.txt"], folder, format="kaka")


class TestRegisterFromFiles:
    @pytest.mark.parametrize("make", [lambda: None, lambda: ThreadPoolExecutor(2)])
    def test_an_unreadable_file_is_a_row(self, folder: Path, make: Callable[[], Executor | None]) -> None:
        """Every file has its row, also the broken one, and progress counts them."""
        told: list[int] = []
        register = Register.from_files(
            sorted(folder.iterdir()), executor=make(), progress=lambda count, _: told.append(count)
        )
        errors = {Path(str(row["file"])).name: row["error_code"] for row in register.documents}
        assert errors == {"mote1.txt": None, "mote2.txt": None, "trasig.docx": "read"}
        assert len(register.meetings) == 2
        assert told == [1, 2, 3]

    def test_the_digest_tells_the_content(self, folder: Path) -> None:
        """Two files of one content have one digest, and one that is missing has none."""
        (folder / "kopia.txt").write_bytes((folder / "mote1.txt").read_bytes())
        names = ["mote1.txt", "kopia.txt", "mote2.txt", "saknas.txt"]
        register = Register.from_files(folder / name for name in names)
        digests = {Path(str(row["file"])).name: row["digest"] for row in register.documents}
        assert digests["mote1.txt"] == digests["kopia.txt"] != digests["mote2.txt"]
        assert digests["saknas.txt"] is None

    def test_a_dead_worker_is_a_row(self, folder: Path) -> None:
        """An executor that takes no work: each file says so."""
        executor = ThreadPoolExecutor(1)
        executor.shutdown()
        register = Register.from_files([folder / "mote1.txt"], executor=executor)
        assert register.documents["error_code"] == ("worker",)
