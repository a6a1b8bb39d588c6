"""Every code of reading is known, so that it can be ignored by its name, and a slip is told."""

import re
from pathlib import Path

import motesprotokoll
from motesprotokoll.checks.reading import READING_CODES

SOURCE = Path(motesprotokoll.__file__).parent
WHERE = ("interpret/**/*.py", "readers/**/*.py", "api.py", "weighing.py", "repair.py")
NO_CODES = {"content.xml", "index.xml", "network.email", "network.members", "vbadata.xml", "vbaproject.bin"}


def test_the_table_is_whole() -> None:
    """As the sources have them; in order, each once."""
    found = {
        code
        for pattern in WHERE
        for path in SOURCE.glob(pattern)
        for code in re.findall(r'"([a-z]+\.[a-z]+(?:-[a-z]+)*)"', path.read_text("utf-8"))
    }
    assert list(READING_CODES) == sorted(found - NO_CODES)
