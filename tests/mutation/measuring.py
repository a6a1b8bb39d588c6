"""A run of tests that notes which lines each ran, or what each took: ``settings durations test…``.

Those are two runs, since a test takes many times as long while its lines are noted; ``-`` stands for neither.
"""

import sys
from pathlib import Path

import pytest

from mutation.child import Durations

if __name__ == "__main__":
    settings, durations, *tests = sys.argv[1:]
    options = ["-q", "-p", "no:cacheprovider", "-n0"]
    plugins = [Durations(Path(durations))] if durations != "-" else []
    if settings != "-":
        options += ["--cov", f"--cov-config={settings}", "--cov-context=test", "--cov-report="]
        options += ["--cov-fail-under=0"]
    sys.exit(pytest.main([*options, *tests], plugins=plugins))
