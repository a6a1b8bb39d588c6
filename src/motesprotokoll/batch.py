"""Many files at once: in this process, in threads or processes, or on a cluster, with one result a file.

Any `concurrent.futures.Executor` will do, so also `dask.distributed.Client(...).get_executor()`. Results are
given as they come, and only so many files are under way that memory stays as it is. What is wrong with one
file is its result, and the rest goes on.
"""

import contextlib
import os
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import FIRST_COMPLETED, Executor, Future, wait
from functools import partial
from itertools import islice
from pathlib import Path
from typing import Generic, TypeVar

import attrs

from motesprotokoll import api
from motesprotokoll.errors import (
    MinutesError,
    WorkerError,
    WriteError,
    WrongTypeError,
    WrongValueError,
    quoted,
)
from motesprotokoll.findings import Finding
from motesprotokoll.limits import DEFAULT_LIMITS, Limits
from motesprotokoll.model import Network

UNDER_WAY = 64
"""How many files an executor has at a time: enough for it to be never idle, too few to fill memory."""
PORTION = 8
"""How many files of a long row go to an executor at once: to hand each over costs a seventh of reading it."""
TRIES = 3
"""How often a file is given to an executor that loses the work on it, before that is what became of it."""

Progress = Callable[[int, str], object]
"""Called after each file with how many are done, and the name of the last one."""

A = TypeVar("A")
B = TypeVar("B")


@attrs.frozen
class Outcome(Generic[A, B]):
    """What became of one task: its result, or the error that it ended with."""

    task: A
    result: B | None = None
    error: MinutesError | None = None


def each(
    function: Callable[[A], B], tasks: Iterable[A], executor: Executor | None
) -> Iterator[Outcome[A, B]]:
    """*function* of each task, as the results come; without an executor in order, in this process.

    The first `UNDER_WAY` tasks go to the executor one by one, so that few large files are shared out evenly,
    and those after them by the `PORTION`.

    An error of ours is an outcome. A task whose work is lost with its worker is given to the executor again,
    by itself, `TRIES` times in all, and so it may be done twice; what is lost each time, or what the executor
    takes no more, is an outcome with a `WorkerError`, and the others go on.
    """
    if executor is None:
        yield from map(partial(_attempt, function), tasks)
        return
    if not isinstance(executor, Executor) and not hasattr(executor, "submit"):
        raise WrongTypeError(f"expected an Executor, got {quoted(executor)}", "executor")
    yield from _by(executor, function, tasks)


def _by(executor: Executor, function: Callable[[A], B], tasks: Iterable[A]) -> Iterator[Outcome[A, B]]:
    work = _Work(executor, partial(_attempt_there, function))
    try:
        for portion in _portions(tasks):
            yield from work.begin(portion)
            while work.under_way >= UNDER_WAY:
                yield from work.finished()
        while work.waiting:
            yield from work.finished()
    finally:  # whoever listened has left
        for future in work.waiting:
            future.cancel()


def _portions(tasks: Iterable[A]) -> Iterator[tuple[A, ...]]:
    waiting = iter(tasks)
    yield from ((task,) for task in islice(waiting, UNDER_WAY))
    while portion := tuple(islice(waiting, PORTION)):
        yield portion


@attrs.frozen
class _Work(Generic[A, B]):
    """What an executor has under way: from each future to its tasks, and how often those were begun."""

    executor: Executor
    attempt: Callable[[tuple[A, ...]], tuple[Outcome[A, B], ...]]
    waiting: "dict[Future[tuple[Outcome[A, B], ...]], tuple[tuple[A, ...], int]]" = attrs.field(factory=dict)

    @property
    def under_way(self) -> int:
        """How many tasks the executor has."""
        return sum(len(portion) for portion, _ in self.waiting.values())

    def begin(self, portion: tuple[A, ...], tries: int = 1) -> Iterator[Outcome[A, B]]:
        """Give tasks to the executor; their outcomes, if it takes no more: so each of the rest is told."""
        try:
            future = self.executor.submit(self.attempt, portion)
        except Exception as error:  # noqa: BLE001 (whatever one raises that is closed or broken)
            yield from _lost(portion, error)
        else:
            self.waiting[future] = (portion, tries)

    def finished(self) -> Iterator[Outcome[A, B]]:
        """The outcomes that have come. What an executor itself raises tells that the work was lost."""
        done, _ = wait(self.waiting, return_when=FIRST_COMPLETED)
        for future in [one for one in self.waiting if one in done]:
            portion, tries = self.waiting.pop(future)
            try:
                yield from future.result()
            except Exception as error:  # noqa: BLE001 (whatever an executor raises for a worker that died)
                if tries < TRIES:
                    for (
                        task
                    ) in portion:  # each by itself, so that one that kills workers takes no other along
                        yield from self.begin((task,), tries + 1)
                else:
                    yield from _lost(portion, error)


def _lost(tasks: Iterable[A], error: Exception) -> Iterator[Outcome[A, B]]:
    return (Outcome(task, error=_of_worker(error)) for task in tasks)


def _attempt(function: Callable[[A], B], task: A) -> Outcome[A, B]:
    try:
        return Outcome(task, function(task))
    except MinutesError as error:
        return Outcome(task, error=error)


def _attempt_there(function: Callable[[A], B], tasks: tuple[A, ...]) -> tuple[Outcome[A, B], ...]:
    """What becomes of *tasks*, told where the work is done: no error is a failure to an executor.

    So what it fails with itself is work that was lost. Besides, a cluster does again what a dead worker had
    finished, and would wait for ever where it fails the second time (dask.distributed 2026.8).
    """
    return tuple(_without_failure(function, task) for task in tasks)


def _without_failure(function: Callable[[A], B], task: A) -> Outcome[A, B]:
    try:
        return _attempt(function, task)
    except Exception as error:  # noqa: BLE001 (a fault of ours must not stop the other files)
        return Outcome(task, error=_of_worker(error))


def _of_worker(error: Exception) -> WorkerError:
    return WorkerError(f"the worker failed: {type(error).__name__}: {quoted(str(error))}")


# ------------------------------------------------------------------------------------------------ converting


@attrs.frozen
class Converted:
    """What became of one file: the new one, with what was uncertain, or the error."""

    file: str
    output: Path | None = None
    findings: tuple[Finding, ...] = ()
    error: MinutesError | None = None


def convert_many(
    files: Iterable[str | os.PathLike[str]],
    folder: str | os.PathLike[str],
    *,
    format: str = "json",  # noqa: A002 (as in render)
    view: str = "minutes",
    network: Network | None = None,
    limits: Limits = DEFAULT_LIMITS,
    overwrite: bool = False,
    executor: Executor | None = None,
    progress: Progress | None = None,
) -> Iterator[Converted]:
    """Read each of *files* and write it to *folder* in another format, under its own name.

    Args:
        files: The documents, of any format that can be read.
        folder: Where the new files go; it is made if it is missing.
        format: The format's name.
        view: What to show, as for `motesprotokoll.render`.
        network: The body whose meetings these are.
        limits: Bounds of what is read.
        overwrite: Whether files that are there are replaced.
        executor: Where the work is done; in this process, without one.
        progress: Called after each file.

    Returns:
        One `Converted` a file, as they come. Nothing is done before the first one is asked for.

    Raises:
        UnknownFormatError: No renderer answers to the format's name.
        WrongValueError: Two files would become one.
    """
    suffix = api.renderer(format).inner.suffix
    tasks = _named([os.fspath(file) for file in files], Path(folder), suffix)
    work = partial(_convert, format=format, view=view, network=network, limits=limits, overwrite=overwrite)
    begun = (_Task(file, path, os.path.lexists(path)) for file, path in tasks)
    return _converted(each(work, begun, executor), progress)


@attrs.frozen
class _Task:
    """A file, what it becomes, and whether that was there before anybody began."""

    file: str
    path: Path
    was_there: bool


def _named(files: list[str], folder: Path, suffix: str) -> list[tuple[str, Path]]:
    """Each file with the one that it becomes. Where two would become one, the name keeps the old suffix."""
    stems = Counter(Path(file).stem.casefold() for file in files)
    named = []
    for file in map(Path, files):
        twin = stems[file.stem.casefold()] > 1
        name = f"{file.stem}-{file.suffix.removeprefix('.')}" if twin else file.stem
        named.append((str(file), folder / f"{name}{suffix}"))
    becomes = Counter(str(path).casefold() for _, path in named)
    for source, target in named:
        if becomes[str(target).casefold()] > 1:
            raise WrongValueError(f"two files would become {target.name}", source, "convert them apart")
    return named


def _converted(
    outcomes: Iterable[Outcome[_Task, Converted]], progress: Progress | None
) -> Iterator[Converted]:
    for count, outcome in enumerate(outcomes, 1):
        file = outcome.task.file
        if progress is not None:
            progress(count, file)
        yield outcome.result or Converted(file, error=outcome.error)


def _convert(
    task: _Task,
    *,
    format: str,  # noqa: A002
    view: str,
    network: Network | None,
    limits: Limits,
    overwrite: bool,
) -> Converted:
    reading = api.read(task.file, network=network, limits=limits)
    rendered = api.render(reading.meeting, format, view=view)
    with contextlib.suppress(OSError):  # writing tells what is wrong with the folder
        task.path.parent.mkdir(parents=True, exist_ok=True)
    try:
        api.write(rendered, task.path, overwrite=overwrite)
    except WriteError:
        if task.was_there or not _holds(task.path, rendered.content):
            raise
    return Converted(task.file, task.path, reading.findings)


def _holds(path: Path, content: bytes) -> bool:
    """Whether a worker that died afterwards had written the file: a cluster gives its task to another one."""
    try:
        return path.read_bytes() == content
    except OSError:
        return False
