"""Minutes of all forms, redacted: what is taken away from them is told in one table, and the rest is left."""

from pathlib import Path

import pytest

import motesprotokoll as mp

TAKEN = {
    "05-varmote-2018.txt": ["address"],
    "47-inbjudan.md": ["email"],
    "81-hyresavtal.txt": ["address"],
    "85-epost-hemtjanst.txt": ["telephone", "email"],
}
"""What the corpus holds of personal data by its form; venues stay."""
DOCUMENTS = sorted(
    path for path in Path(__file__).parents[2].joinpath("corpus").iterdir() if path.suffix in (".txt", ".md")
)


@pytest.mark.parametrize("path", DOCUMENTS, ids=lambda path: path.name)
class TestCorpus:
    def test_takes_what_the_table_says(self, path: Path) -> None:
        """Dates, cases, amounts, paragraphs and times of real forms of minutes are nobody's data."""
        redaction = mp.redact(mp.read(path).meeting)
        assert [entry.kind for entry in redaction.log] == TAKEN.get(path.name, [])

    def test_a_participant_who_is_flagged_is_gone(self, path: Path) -> None:
        """Whoever stands first in the list, from the text that is written."""
        meeting = mp.read(path).meeting
        names = [one.name for one in meeting.participants if " " in one.name][:1]
        redaction = mp.redact(meeting, persons=names)
        page = mp.render(redaction.meeting, "text")
        assert mp.privacy.verify(redaction, page) == ()
        assert mp.redact(redaction.meeting, persons=names).meeting is redaction.meeting
