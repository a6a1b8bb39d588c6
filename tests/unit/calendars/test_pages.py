"""The year of many bodies as a page in any format."""

from datetime import date
from pathlib import Path
from typing import Any

import pypdfium2
import pytest

import motesprotokoll as mp
from motesprotokoll import calendars
from motesprotokoll.calendars.pages import composed_year
from motesprotokoll.errors import RenderError, ThemeError, WrongTypeError, WrongValueError
from motesprotokoll.model import DateSpan, Meeting, Schedule
from motesprotokoll.swedish import SchoolBreak
from year_plans import BOARD, PLAN


class TestYearPage:
    def test_is_rendered_in_any_format(self) -> None:
        """HTML without a word; the same page otherwise."""
        page = calendars.year_page([PLAN, BOARD], 2027)
        assert page.suffix == ".html"
        assert "<title>Årsöversikt 2027</title>" in page.text
        assert "**5** A B" in calendars.year_page([PLAN, BOARD], 2027, "text").text
        assert calendars.year_page([PLAN], 2027, "pdf").content.startswith(b"%PDF")
        assert calendars.year_page([PLAN], 2027, "docx").suffix == ".docx"

    def test_is_one_page_of_a_pdf(self) -> None:
        """With every month on it, what all signs mean, and the words below."""
        document = pypdfium2.PdfDocument(calendars.year_page([PLAN, BOARD], 2027, "pdf").content)
        assert len(document) == 1
        text = document[0].get_textpage().get_text_range()
        document.close()
        for words in ("Januari 2027", "December 2027", "B = Styrelsen", "5 A B", "nyårsafton", "höstlov"):
            assert words in text

    def test_of_one_plan_is_that_of_render(self) -> None:
        """Whatever row of schedules it stands in."""
        page = mp.render(PLAN, "text", view="year")
        assert calendars.year_page((one for one in [PLAN]), format="text") == page

    def test_takes_theme_language_and_breaks(self, tmp_path: Path) -> None:
        """As render() does, and other school breaks."""
        theme = mp.Theme(footer="Storgatan 1")
        own = SchoolBreak("fettisdagslov", DateSpan(date(2027, 2, 9)))
        page = calendars.year_page([PLAN], 2027, theme=theme, language="en", school_breaks=[own])
        assert "Storgatan 1" in page.text
        assert "Januar" in page.text
        assert "fettisdagslov" in page.text
        assert "sportlov" not in page.text
        with pytest.raises(ThemeError):
            calendars.year_page([PLAN], 2027, theme=tmp_path / "none.toml")

    def test_takes_a_renderer(self) -> None:
        """One that you made yourself."""
        bound = mp.renderer("text")
        assert "Januari 2027" in calendars.year_page([PLAN], 2027, bound.inner).text  # type: ignore[arg-type]

    @pytest.mark.parametrize(
        ("schedules", "options", "name"),
        [
            (PLAN, {}, "schedules"),
            ("ab", {}, "schedules"),
            ([Meeting()], {}, "schedules"),
            ([PLAN], {"year": "2027"}, "year"),
            ([PLAN], {"year": True}, "year"),
            ([PLAN], {"school_breaks": "v7"}, "school_breaks"),
            ([PLAN], {"school_breaks": ["v7"], "year": 2027}, "breaks"),
        ],
    )
    def test_refuses_anything_else(self, schedules: Any, options: dict[str, Any], name: str) -> None:
        """And names the argument; a schedule by itself belongs in a list."""
        with pytest.raises(WrongTypeError) as caught:
            calendars.year_page(schedules, **options)
        assert caught.value.where == name
        assert caught.value.hint == ("put it in a list" if schedules is PLAN else None)

    @pytest.mark.parametrize("year", [0, -1, 10_000])
    def test_refuses_what_is_no_year(self, year: int) -> None:
        """Of the calendar that Python has."""
        with pytest.raises(WrongValueError, match="no year of the calendar"):
            calendars.year_page([PLAN], year)

    def test_refuses_what_cannot_be_shown(self) -> None:
        """Nothing, a language that is not there, and a format that holds values."""
        with pytest.raises(RenderError, match="no schedule"):
            calendars.year_page([])
        with pytest.raises(RenderError, match="'fi'"):
            calendars.year_page([PLAN], language="fi")
        with pytest.raises(RenderError, match="json holds values"):
            calendars.year_page([PLAN], format="json")
        with pytest.raises(RenderError, match="no year is known"):
            calendars.year_page([Schedule()])

    def test_is_composed_without_being_rendered(self) -> None:
        """For a notebook, or a renderer that is bound already."""
        outline = composed_year([PLAN, BOARD], 2027)
        assert mp.renderer("text").render_outline(outline) == calendars.year_page([PLAN, BOARD], 2027, "text")
