"""Running the command line in tests: what is typed, what is piped in, and a meeting to do it with."""

import io
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from motesprotokoll.testing import sample_meeting

MEETING = sample_meeting("ord")
Run = Callable[..., tuple[int, str, str]]
"""Words that are typed -> status, output and messages."""


def with_stdin(monkeypatch: pytest.MonkeyPatch, data: bytes) -> None:
    """Give *data* to the command that runs next."""
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(data), "utf-8"))


def process(*words: str, cwd: Path | None = None, **options: object) -> "subprocess.CompletedProcess[bytes]":
    """Run Python with *words*, as a process of its own."""
    return subprocess.run(
        [sys.executable, *words],
        capture_output=True,
        check=False,
        cwd=cwd,
        **options,  # type: ignore[call-overload]
    )
