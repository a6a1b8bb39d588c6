"""A document that says that we wrote it is believed as long as nothing is lost by it."""

from functools import partial

import attrs
import pytest

from motesprotokoll import dumps, render, weighing
from motesprotokoll.compose import compose
from motesprotokoll.errors import RenderError
from motesprotokoll.extraction import Extraction, Line
from motesprotokoll.interpret import Reading
from motesprotokoll.limits import DEFAULT_LIMITS
from motesprotokoll.model import Attendance, Meeting, Network, Schedule
from motesprotokoll.outline import Heading, Outline, Text, printed
from motesprotokoll.readers.text import TextReader
from motesprotokoll.renderers.text import TextRenderer
from motesprotokoll.testing import sample_meeting
from motesprotokoll.vocabulary import SWEDISH, Label, Topic
from motesprotokoll.weighing import Scales, weighed

MEETING = sample_meeting("ord")
DATA = bytes(render(MEETING, "text"))


def read(data: bytes) -> Extraction:
    return TextReader().read(data, DEFAULT_LIMITS)


def forgetting(data: bytes) -> Extraction:
    """As `read`, but of our own documents it understands only the title."""
    extraction = read(data)
    if extraction.outline is None:
        return extraction
    return attrs.evolve(extraction, outline=Outline(extraction.outline.nodes[:1]))


SCALES = Scales(read, TextRenderer().render, None, DEFAULT_LIMITS)


class TestWeighed:
    @pytest.mark.parametrize("write", [TextRenderer().render, TextRenderer(width=40).render, None])
    def test_what_we_wrote_is_believed(self, write: object) -> None:
        """Byte for byte what we would write now, or at least with every letter in its place."""
        scales = attrs.evolve(SCALES, write=write)
        assert weighed(read(DATA), DATA, scales).meeting == MEETING

    def test_lost_letters_make_it_any_document(self) -> None:
        """Where the own grammar drops letters, the text is read as any other, with a finding."""
        reading = weighed(forgetting(DATA), DATA, attrs.evolve(SCALES, read=forgetting))
        assert reading.findings[0].code == "own.changed"
        assert reading.furniture[-1] == "Skrivet med motesprotokoll 1."
        assert "Ida Ek" in dumps(reading)
        assert "beslutar ord" in dumps(reading)

    def test_the_words_of_a_house_count_there_too(self) -> None:
        """What is read as any other document is read with the caller's vocabulary."""
        words = SWEDISH.extended(labels=[Label("Runt bordet", Topic.ATTENDANCE, Attendance.ABSENT)])
        data = DATA.replace("Närvarande".encode(), b"Runt bordet")
        scales = attrs.evolve(SCALES, read=forgetting)
        absent = len(weighed(forgetting(data), data, scales).meeting.absent)
        scales = attrs.evolve(scales, vocabulary=words)
        assert len(weighed(forgetting(data), data, scales).meeting.absent) > absent

    def test_a_mark_that_cannot_be_found_leaves_it_believed(self) -> None:
        """In an encoding where the mark is not seen, the own structure is all there is."""
        data = DATA.decode().encode("utf-16")
        assert weighed(read(data), data, attrs.evolve(SCALES, write=None)).meeting == MEETING

    def test_a_mark_that_stays_leaves_it_believed(self) -> None:
        """Three tries, and no more, to find the mark that counts."""
        outline = Outline((Heading("A", 1), Text(("b",))))
        scales = attrs.evolve(SCALES, read=lambda _: Extraction(outline=outline))
        reading = weighed(Extraction(outline=outline), b"Skrivet med motesprotokoll 1. " * 9, scales)
        assert "own.changed" not in [finding.code for finding in reading.findings]

    def test_what_cannot_be_written_again_is_weighed_by_letters(self) -> None:
        """A document that nests deeper than we write is still read."""

        def refuse(outline: Outline) -> bytes:
            raise RenderError("too deep")

        assert weighed(read(DATA), DATA, attrs.evolve(SCALES, write=refuse)).meeting == MEETING

    def test_other_documents_are_only_interpreted(self) -> None:
        """Without an outline there is nothing to weigh."""
        assert weighed(Extraction((Line("Hej"),)), b"Hej", SCALES).meeting != Meeting()

    def test_structural_comments_are_no_letters(self) -> None:
        """What our Markdown tells its reader in a comment is not missed, and ligatures are letters."""
        data = b"x\n<!-- Skrivet med motesprotokoll 1. -->"
        outline = Outline((Text(("ﬁ x",)),))
        wild = Extraction((Line('<!-- list ["1."] -->'), Line("fi x")))
        scales = attrs.evolve(SCALES, read=lambda _: wild, write=None)
        own = Extraction(outline=outline, furniture=("Skrivet med motesprotokoll 1.",))
        assert weighed(own, data, scales).findings == ()


class TestCarried:
    """A document of a format that can hold the meeting as data beside what can be seen."""

    WHOLE = attrs.evolve(MEETING, network=Network("Nätverket", email="n@exempel.se"))

    def seen(self, language: str = "sv") -> tuple[Line, ...]:
        return tuple(Line(text) for text in printed(compose(self.WHOLE, language=language).nodes) if text)

    def read(self, extraction: Extraction, scales: Scales = SCALES) -> Reading:
        return weighed(extraction, b"", scales)

    @pytest.mark.parametrize("language", ["sv", "en"])
    def test_is_believed_where_it_says_what_is_seen(self, language: str) -> None:
        """Then reading is exact, even what words do not carry."""
        reading = self.read(Extraction(self.seen(language), carried=dumps(self.WHOLE)))
        assert reading.meeting == self.WHOLE
        assert reading.findings == ()
        assert reading.labels

    @pytest.mark.parametrize(
        ("language", "said", "tried"),
        [
            ("sv", None, ["sv"]),
            ("sv", "sv-SE", ["sv"]),
            ("en", "en", ["en"]),
            ("en", "EN-gb", ["en"]),
            ("en", "sv-SE", ["sv", "en"]),
            ("sv", "en", ["en", "sv"]),
            ("sv", "svx", ["sv"]),
        ],
    )
    @pytest.mark.parametrize("structured", [True, False])
    def test_the_language_of_the_document_is_tried_first(
        self,
        language: str,
        said: str | None,
        tried: list[str],
        structured: bool,
        monkeypatch: pytest.MonkeyPatch,
    ) -> None:
        """So composing once is enough; another language than the document says is believed, too."""
        asked: list[str] = []

        def composed(meeting: Meeting, *, language: str) -> Outline:
            asked.append(language)
            return compose(meeting, language=language)

        monkeypatch.setattr(weighing, "compose", composed)
        outline = compose(self.WHOLE, language=language) if structured else None
        lines = () if structured else self.seen(language)
        extraction = Extraction(lines, outline=outline, carried=dumps(self.WHOLE), language=said)
        assert self.read(extraction).meeting == self.WHOLE
        assert asked == tried

    def test_another_order_is_asked_for_only_where_it_matters(self) -> None:
        """What is shown may be read in two orders; the second costs much."""
        shown = " ".join(printed(compose(self.WHOLE, language="en").nodes))
        turned = " ".join(reversed(shown.split()))
        asked: list[str | None] = []

        def reordered(text: str | None) -> str | None:
            asked.append(text)
            return text

        def found(text: str, again: str | None) -> Reading:
            carried = dumps(self.WHOLE)
            more = {"shown": text, "reordered": partial(reordered, again)}
            return self.read(Extraction(self.seen("en"), carried=carried, **more))  # type: ignore[arg-type]

        assert found(shown, turned).meeting == self.WHOLE
        assert asked == []
        assert found(turned, shown).meeting == self.WHOLE
        assert asked == [shown]
        for again in (turned, "", None):
            assert found(turned, again).findings[0].code == "own.data-differs"

    def test_is_believed_where_the_structure_is_the_same(self) -> None:
        """A format whose own structure is read compares that."""
        outline = compose(self.WHOLE)
        assert self.read(Extraction(outline=outline, carried=dumps(self.WHOLE))).meeting == self.WHOLE

    @pytest.mark.parametrize(
        "data",
        ["", "{}", "[" * 9000, dumps(Schedule("x")), dumps(attrs.evolve(MEETING, title="Ett annat möte"))],
    )
    def test_is_not_believed_otherwise(self, data: str) -> None:
        """Data that are forged, broken or of something else: what is seen is read, and that is told."""
        reading = self.read(Extraction(self.seen(), carried=data))
        assert reading.findings[0].code == "own.data-differs"
        assert reading.meeting != self.WHOLE

    def test_a_changed_document_says_so_once(self) -> None:
        """Somebody has written in it since: its text counts."""
        lines = (*self.seen(), Line("Nätverket beslutar att köpa en ny kaffekokare."))
        extraction = Extraction(lines, outline=compose(self.WHOLE), carried=dumps(MEETING))
        reading = self.read(extraction)
        assert [one.code for one in reading.findings if one.code.startswith("own.")] == ["own.changed"]
        assert "kaffekokare" in dumps(reading.meeting)

    def test_the_callers_network_counts(self) -> None:
        """As in every other document."""
        network = Network("Nätverket", short_name="N")
        reading = self.read(
            Extraction(self.seen(), carried=dumps(self.WHOLE)), attrs.evolve(SCALES, network=network)
        )
        assert reading.meeting == attrs.evolve(self.WHOLE, network=network)
