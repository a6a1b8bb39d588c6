"""A run of tests that notes what each took and which lines it ran: ``durations settings test…``."""

import sys
from pathlib import Path

import pytest

from mutation.child import Durations

if __name__ == "__main__":
    durations, settings, *tests = sys.argv[1:]
    options = [
        "-q",
        "-p",
        "no:cacheprovider",
        "-n0",
        "--cov",
        f"--cov-config={settings}",
        "--cov-context=test",
    ]
    options += ["--cov-report=", "--cov-fail-under=0"]
    sys.exit(pytest.main([*options, *tests], plugins=[Durations(Path(durations))]))
