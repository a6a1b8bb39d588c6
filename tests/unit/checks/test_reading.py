"""Every code of reading is known, so that it can be ignored by its name, and a slip is told."""

import re
from pathlib import Path

import motesprotokoll
from motesprotokoll.checks import rules
from motesprotokoll.checks.reading import BY_REQUEST, READING_CODES, RULES_THAT_SAY_THE_SAME

SOURCE = Path(motesprotokoll.__file__).parent
WHERE = (
    "interpret/**/*.py",
    "readers/**/*.py",
    "api.py",
    "weighing.py",
    "repair.py",
    "swedish/found_dates.py",
)
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


def test_tables_name_what_there_is() -> None:
    """Those that have to be asked for, and the rules that say the same as reading, with their codes."""
    assert set(READING_CODES) > BY_REQUEST
    assert set(RULES_THAT_SAY_THE_SAME) < set(READING_CODES)
    assert set(RULES_THAT_SAY_THE_SAME.values()) < {one.code for one in rules() if one.default}
