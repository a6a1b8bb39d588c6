"""The same work in another process."""

import os
import pickle
import subprocess
import sys
import tempfile
from collections.abc import Callable
from typing import Any

from motesprotokoll.testing.promises import fail, name_of

_CHILD = """
import pickle, sys
path, work = pickle.load(sys.stdin.buffer)
sys.path[:] = path
function, tool, values = pickle.loads(work)
pickle.dump([function(tool, value) for value in values], sys.stdout.buffer)
"""


def elsewhere(function: Callable[[Any, Any], object], tool: object, values: tuple[Any, ...]) -> list[Any]:
    """What *function* gives for each value in a process with another hash seed, zone, locale and folder."""
    try:
        work = pickle.dumps((function, tool, values))
    except Exception as error:
        raise AssertionError(f"{name_of(tool)} is no plain value: it does not pickle ({error})") from error
    environment = {**os.environ, "PYTHONHASHSEED": "4711", "TZ": "Pacific/Auckland", "LC_ALL": "C"}
    with tempfile.TemporaryDirectory() as folder:
        done = subprocess.run(
            [sys.executable, "-c", _CHILD],
            input=pickle.dumps((sys.path, work)),
            capture_output=True,
            check=False,
            cwd=folder,
            env=environment,
        )
    if done.returncode:
        fail(tool, f"fails in a process of its own: {done.stderr.decode(errors='replace')[-500:]}")
    found: list[Any] = pickle.loads(done.stdout)
    return found
