from datetime import timedelta

import pytest

from motesprotokoll.errors import WrongValueError
from motesprotokoll.model import AgendaItem, Attachment, Paragraph, Participant


class TestAgendaItem:
    def test_plain_values_convert(self) -> None:
        """Titles become items, names presenters, strings paragraphs and attachments."""
        item = AgendaItem(
            "Budget",
            presenters=["Ida Ek"],
            body=["a", " ", "b"],
            items=["Under", AgendaItem("Under")],
            attachments=["Bilaga 1"],
        )
        assert item.presenters == (Participant("Ida Ek"),)
        assert item.body == (Paragraph("a"), Paragraph("b"))
        assert item.items == (AgendaItem("Under"), AgendaItem("Under"))
        assert item.attachments == (Attachment("Bilaga 1"),)

    @pytest.mark.parametrize(
        ("number", "title", "heading"),
        [
            ("4", "Budget", "4. Budget"),
            ("12", "Budget", "12. Budget"),
            ("6 a", "Budget", "6 a. Budget"),
            ("6b", "Budget", "6b. Budget"),
            ("§ 12", "Budget", "§ 12 Budget"),
            ("4.", "Budget", "4. Budget"),
            ("3)", "Budget", "3) Budget"),
            ("1.2", "Budget", "1.2 Budget"),
            ("IV", "Budget", "IV Budget"),
            ("A", "Budget", "A Budget"),
            (None, "Budget", "Budget"),
            ("4", None, "4"),
            ("§ 12", None, "§ 12"),
            (None, None, ""),
            (" ", "\u200b", ""),
        ],
    )
    def test_heading_is_number_and_title(self, number: str | None, title: str | None, heading: str) -> None:
        """A bare number gets a full stop; one that is written with a sign of its own does not."""
        assert AgendaItem(title, number=number).heading == heading

    @pytest.mark.parametrize(
        "wrong",
        [timedelta(seconds=90), timedelta(microseconds=1), timedelta(minutes=-30), timedelta(days=-1)],
    )
    def test_planned_duration_is_whole_minutes(self, wrong: timedelta) -> None:
        """From none at all up to any length, but no seconds and nothing negative."""
        for right in (timedelta(0), timedelta(minutes=90), timedelta(days=999_999_999)):
            assert AgendaItem("x", planned_duration=right).planned_duration == right
        with pytest.raises(WrongValueError, match=r"^AgendaItem\.planned_duration: .* whole minutes"):
            AgendaItem("x", planned_duration=wrong)
