"""Disks that fail: each call that writes, renames or removes, one after another, fails once."""

import errno
import io
import os
from collections.abc import Callable, Iterator
from typing import Any

import pytest

from motesprotokoll import files

CALLS = (
    "open",
    "close",
    "fsync",
    "fstat",
    "replace",
    "rename",
    "link",
    "unlink",
    "chmod",
    "mkdir",
    "scandir",
    "stat",
)
"""What of the operating system a save may call; writing and flushing are counted, too."""


class Disk:
    """Counts the calls and lets one of them fail."""

    def __init__(self, failing: int) -> None:
        self.failing = failing
        self.count = 0
        self.failed = ""

    def step(self, name: str) -> None:
        """One more call."""
        self.count += 1
        if self.count == self.failing:
            self.failed = name
            raise OSError(errno.EIO, f"the disk failed at {name}")


def failing_in_turn(
    monkeypatch: pytest.MonkeyPatch, save: Callable[[], object]
) -> Iterator[tuple[Disk, Exception | None]]:
    """Run *save* again and again, each time with the next call failing, until all have failed once.

    Gives the disk and what *save* raised; what it leaves behind is the caller's to judge.
    """
    number = 0
    while True:
        number += 1
        disk = Disk(number)
        raised = None
        with monkeypatch.context() as patch:
            _fail(patch, disk)
            try:
                save()
            except Exception as error:  # noqa: BLE001 - whatever it is: the caller judges
                raised = error
        if not disk.failed:
            return
        yield disk, raised


def _fail(patch: pytest.MonkeyPatch, disk: Disk) -> None:
    for name in CALLS:
        patch.setattr(os, name, _counted(disk, name, getattr(os, name)))
    patch.setattr(files, "open", _opening(disk), raising=False)


def _counted(disk: Disk, name: str, real: Callable[..., Any]) -> Callable[..., Any]:
    def call(*given: Any, **options: Any) -> Any:
        if name == "close":  # what fails to close is closed all the same
            real(*given, **options)
            return disk.step(name)
        disk.step(name)
        return real(*given, **options)

    return call


def _opening(disk: Disk) -> Callable[..., Any]:
    """The built-in ``open``, whose files fail at writing, flushing and closing."""

    class Failing(io.FileIO):
        def write(self, data: Any, /) -> int:
            disk.step("write")
            return super().write(data)

        def close(self) -> None:
            was_open = not self.closed
            super().close()
            if was_open and self.writable_once:
                disk.step("close of a file")

        writable_once = False

    def opening(file: Any, mode: str = "r", *rest: Any, **options: Any) -> Any:
        if "w" not in mode or "b" not in mode:
            return open(file, mode, *rest, **options)
        raw = Failing(file, mode.replace("b", ""))
        raw.writable_once = True
        return io.BufferedWriter(raw)

    return opening
