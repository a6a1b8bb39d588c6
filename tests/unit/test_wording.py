"""The words of our documents: each says one thing, in both languages, and reads back."""

import datetime as dt
from typing import Any

import pytest

from motesprotokoll.errors import DateError
from motesprotokoll.marks import KNOWN_LABELS
from motesprotokoll.messages import LANGUAGES
from motesprotokoll.model import AgendaItem, DateSpan, Occasion, PartialDate, TimeSpan
from motesprotokoll.model.text import canonical
from motesprotokoll.wording import (
    ENUMS,
    LABELS,
    NOTES,
    OUTCOMES,
    bare_occasion,
    dates_from_iso,
    decider_of,
    document_title,
    duration_from_words,
    duration_in,
    duration_words,
    iso_dates,
    label_key,
    label_keys,
    note_keys,
    note_words,
    number_and_title,
    split_heading,
    split_occasion,
    value_of,
    when_words,
    words_of,
)

DAY = dt.date(2027, 2, 5)


class TestTables:
    @pytest.mark.parametrize("language", LANGUAGES)
    def test_no_two_labels_share_a_word(self, language: str) -> None:
        """Otherwise a label could not be read back."""
        assert len({word.casefold() for word in words_of(language).values()}) == len(LABELS)

    @pytest.mark.parametrize("language", LANGUAGES)
    def test_no_two_notes_share_a_word(self, language: str) -> None:
        """Otherwise a note could not be read back."""
        assert len(set(note_words(language).values())) == len(NOTES)

    def test_no_word_means_two_things_in_two_languages(self) -> None:
        """A reader does not know the language before it has read the labels."""
        for language in LANGUAGES:
            assert all(label_keys()[word.casefold()] == key for key, word in words_of(language).items())
            assert all(note_keys()[word] == key for key, word in note_words(language).items())

    @pytest.mark.parametrize("table", ENUMS)
    def test_every_value_has_a_word_of_its_own(self, table: dict[object, str]) -> None:
        """And the word leads back to it."""
        assert [value_of(table, word) for word in table.values()] == list(table)

    def test_a_word_that_stands_for_nothing_is_refused(self) -> None:
        """The caller decides what to do with it."""
        with pytest.raises(KeyError):
            value_of(OUTCOMES, "kanske")

    def test_english_is_complete(self) -> None:
        """No label or note falls back to Swedish."""
        same = {"Status", "Id", "id", "organisation", "revision"}
        assert {word for key, word in LABELS.items() if words_of("en")[key] == word} <= same
        assert {word for key, word in NOTES.items() if note_words("en")[key] == word} <= same

    def test_labels_are_known_in_any_case(self) -> None:
        """People type them by hand."""
        assert label_key("ANTECKNAT AV") == "note_taker"
        assert label_key("Bakgrund") is None


class TestHeadings:
    @pytest.mark.parametrize(
        ("number", "title", "heading"),
        [
            ("4", "Budget", "4. Budget"),
            ("6 a", "Budget", "6 a. Budget"),
            ("§ 12", "Budget", "§ 12 Budget"),
            ("3.1", "Budget", "3.1 Budget"),
            (None, "Budget", "Budget"),
        ],
    )
    def test_number_and_title_are_read_back(self, number: str | None, title: str, heading: str) -> None:
        """As printed in ordinary minutes."""
        assert AgendaItem(title, number=number).heading == heading
        assert split_heading(heading) == (number, title)

    def test_an_odd_number_is_read_with_its_note(self) -> None:
        """The note says which words are the number."""
        assert number_and_title("XIV Budget", "XIV") == ("XIV", "Budget")
        assert number_and_title("4. Budget", None) == ("4", "Budget")

    def test_half_a_heading_is_still_one(self) -> None:
        """A number without a title, a title without a number, neither."""
        assert AgendaItem(number="5").heading == "5"
        assert AgendaItem().heading == ""


class TestOccasions:
    def test_a_label_follows_behind_a_comma(self) -> None:
        """As in a list of meeting dates."""
        span = DateSpan(dt.date(2024, 11, 14), dt.date(2024, 11, 15))
        assert split_occasion("14–15 november 2024, Resa, med buss") == (Occasion(span), "Resa, med buss")
        assert split_occasion("14–15 november 2024") == (Occasion(span), None)

    @pytest.mark.parametrize("more", [" (preliminärt)", ", inställt", ", digitalt"])
    def test_what_is_printed_elsewhere_is_no_part_of_the_days(self, more: str) -> None:
        """Days and hours alone are what we print there."""
        assert bare_occasion("14 november 2024") == Occasion(dt.date(2024, 11, 14))
        with pytest.raises(DateError):
            bare_occasion(f"14 november 2024{more}")

    def test_words_without_a_date_are_none(self) -> None:
        """Also with very many commas, in linear time."""
        assert split_occasion("Studieresa, kanske") is None
        assert split_occasion("a, " * 100_000) is None


class TestDecider:
    @pytest.mark.parametrize(
        ("text", "decider"),
        [
            ("Nätverket beslutar att spara.", "Nätverket"),
            ("Styrgruppen beslöt", "Styrgruppen"),
            ("Det går bra.", None),
            ("", None),
        ],
    )
    def test_is_the_subject_before_the_verb(self, text: str, decider: str | None) -> None:
        """As written, without the verb."""
        assert decider_of(text) == decider


class TestWhenWords:
    @pytest.mark.parametrize(
        ("value", "swedish", "english"),
        [
            (DAY, "5 februari 2027", "2027-02-05"),
            (DateSpan(DAY, dt.date(2027, 2, 6)), "5–6 februari 2027", "2027-02-05/2027-02-06"),
            (TimeSpan(dt.time(9), dt.time(12)), "kl. 09.00–12.00", "09:00–12:00"),
            (PartialDate("i höst"), "i höst", "i höst"),
        ],
    )
    def test_as_the_language_writes_it(self, value: Any, swedish: str, english: str) -> None:
        """English has what everybody reads; a vague time keeps its own words."""
        assert canonical(when_words(value, "sv")) == swedish
        assert when_words(value, "en") == english


class TestPlainFacts:
    def test_days_are_read_back(self) -> None:
        """One day and a span."""
        for span in (DateSpan(dt.date(1, 1, 1)), DateSpan(dt.date(2024, 5, 2), dt.date(2024, 5, 1))):
            assert dates_from_iso(iso_dates(span)) == span

    def test_minutes_are_read_back(self) -> None:
        """Any length of time that the model takes."""
        for minutes in (0, 30, 10**9):
            assert duration_from_words(duration_words(dt.timedelta(minutes=minutes), "sv")) == dt.timedelta(
                minutes=minutes
            )
        assert duration_from_words(duration_words(dt.timedelta(minutes=5), "en")) == dt.timedelta(minutes=5)

    def test_impossible_minutes_are_none(self) -> None:
        """Longer than Python can tell."""
        assert duration_from_words("9999999999999 minuter") is None
        assert duration_from_words("snart") is None

    def test_a_title_names_its_minutes_in_brackets(self) -> None:
        """And a number of minutes elsewhere is none."""
        assert duration_in("Temapunkt (30 minuter)") == dt.timedelta(minutes=30)
        assert duration_in("Temapunkt (45 min)") == dt.timedelta(minutes=45)
        assert duration_in("Temapunkt (ca 30 MINUT)") == dt.timedelta(minutes=30)
        assert duration_in("Temapunkt (1 H)") == duration_in("Temapunkt (1 timme)") == dt.timedelta(hours=1)
        assert duration_in("30 minuter om budget") is None
        assert duration_in(None) is None

    def test_a_document_without_a_title_is_called_by_its_kind_and_date(self) -> None:
        """In words, as one would say it."""
        from motesprotokoll.model import Kind, Meeting

        meeting = Meeting(occasion=dt.date(2027, 2, 5), kind=Kind.NOTES)
        assert document_title(meeting, "sv") == "Anteckningar 5 februari 2027"
        assert document_title(Meeting(), "en") == "Meeting"
        assert document_title(Meeting(title="Vårmöte"), "sv") == "Vårmöte"


def test_the_text_format_knows_every_label() -> None:
    """So that ``Mötesform: fysiskt möte`` needs no second space; a new label asks for a new format number."""
    assert {word for language in LANGUAGES for word in words_of(language).values()} == KNOWN_LABELS
