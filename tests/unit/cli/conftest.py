"""The command line in this process, and two files for it."""

from pathlib import Path

import pytest

from command_line import MEETING, Run
from motesprotokoll.cli import main
from motesprotokoll.model import AgendaItem, Meeting
from motesprotokoll.serialisation import dumps


@pytest.fixture
def run(capsysbinary: pytest.CaptureFixture[bytes]) -> Run:
    """Run the command line and give its status, output and messages."""

    def run(*words: object) -> tuple[int, str, str]:
        try:
            status = main([str(word) for word in words])
        except SystemExit as stop:
            status = int(stop.code or 0)
        out, err = capsysbinary.readouterr()
        return status, out.decode(), err.decode()

    return run


@pytest.fixture
def good(tmp_path: Path) -> Path:
    """A meeting in a file, in which nothing is doubtful."""
    path = tmp_path / "good.json"
    path.write_text(dumps(MEETING), "utf-8")
    return path


@pytest.fixture
def doubtful(tmp_path: Path) -> Path:
    """A meeting in a file, with something to look at."""
    path = tmp_path / "doubtful.json"
    path.write_text(dumps(Meeting("B", agenda=[AgendaItem()])), "utf-8")
    return path
